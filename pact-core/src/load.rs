//! From bytes to documents: decoding, parsing with places, limits. No file is opened here.

pub mod limits;
pub mod tree;
mod encoding;
pub(crate) mod json;
pub(crate) mod table;
pub(crate) mod toml;
pub(crate) mod yaml;
