//! From what a compiler made to the finished plugin.

use wasm_encoder::{ComponentSection, CustomSection};
use wasmparser::{Encoding, Parser, Payload};
use wit_component::ComponentEncoder;

use super::Project;
use crate::{
    error::LoadError,
    host::Host,
    manifest::{CATALOGUES, SECTION},
    plugin::Plugin,
};

/// A plugin could not be put together.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PackError {
    /// What was given is neither a core module nor a component.
    #[error("this is no WebAssembly module and no component; compile for `wasm32-unknown-unknown`")]
    NoWasm,
    /// It has been put together before.
    #[error("it has a manifest already; pack what the compiler made")]
    Packed,
    /// The core module does not say which functions it exports to pact.
    #[error("the module does not export a plugin; call `pact_plugin::export!` with its struct, outside of functions")]
    NoExport,
    /// A core module could not be made a component.
    #[error("the module could not be made a component: {0}")]
    Encode(String),
    /// What came out of it could not be used.
    #[error(transparent)]
    Refused(#[from] LoadError),
}

impl Project {
    /// Puts together a plugin: the project with what a compiler made of its code, a core module or a component. The same input gives the same bytes.
    ///
    /// # Errors
    /// When the code is none that could be used. What comes out is held to everything that is asked of a plugin before it is compiled or run.
    pub fn pack(&self, code: &[u8], host: &Host) -> Result<Vec<u8>, PackError> {
        let mut component = match encoding(code)? {
            Encoding::Component => code.to_vec(),
            Encoding::Module => encode(code)?,
        };
        let manifest = self.manifest().write(host.limits())?;
        section(SECTION, &manifest, &mut component);
        for (language, text) in self.messages() {
            section(&format!("{CATALOGUES}{language}"), text.as_bytes(), &mut component);
        }
        Plugin::inspect(&component, host).map_err(|error| match error {
            LoadError::NoExport(_) => PackError::NoExport,
            other => other.into(),
        })?;
        Ok(component)
    }
}

fn encode(module: &[u8]) -> Result<Vec<u8>, PackError> {
    ComponentEncoder::default()
        .validate(true)
        .module(module)
        .and_then(|mut encoder| encoder.encode())
        .map_err(|error| PackError::Encode(format!("{error:#}")))
}

/// What the code is.
fn encoding(code: &[u8]) -> Result<Encoding, PackError> {
    let mut depth = 0_u32;
    let mut found = None;
    for payload in Parser::new(0).parse_all(code) {
        match payload.map_err(|_| PackError::NoWasm)? {
            Payload::Version { encoding, .. } => {
                found.get_or_insert(encoding);
            }
            Payload::ModuleSection { .. } | Payload::ComponentSection { .. } => depth += 1,
            Payload::End(_) => depth = depth.saturating_sub(1),
            Payload::CustomSection(section) if depth == 0 && section.name() == SECTION => {
                return Err(PackError::Packed);
            }
            _ => {}
        }
    }
    found.ok_or(PackError::NoWasm)
}

fn section(name: &str, data: &[u8], to: &mut Vec<u8>) {
    CustomSection { name: name.into(), data: data.into() }.append_to_component(to);
}
