//! core
pub mod decode; pub mod document; pub mod fault; pub mod load; pub mod name; pub mod schema; pub mod source;
