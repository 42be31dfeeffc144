//! What can be said of a file before any of it is compiled or run: whether it is a component of this boundary, what it imports, and whether it is of a size
//! that can be compiled in reasonable time.
//!
//! A compiler is the part of the host that does most with what it is given. What makes it slow or large, such as a hundred thousand functions, a function of
//! megabytes or a jump table without end, is counted here, in one pass over the bytes that stops at the first limit.

use std::collections::BTreeSet;

use wasmparser::{ComponentExternalKind, Encoding, Operator, Parser, Payload};

use crate::{error::LoadError, host::gives, limits::Limits};

/// The package of the boundary, without its version.
const PACKAGE: &str = "pact:plugin/";

/// What a component says of itself in its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Screened {
    /// The interfaces that it imports, sorted.
    pub(crate) imports: Vec<String>,
    /// The interfaces and functions that it exports, sorted.
    pub(crate) exports: Vec<String>,
    /// The custom sections of the outermost component that begin with `pact:`, in the order of the file.
    pub(crate) sections: Vec<(String, Vec<u8>)>,
    /// How many functions it has.
    pub(crate) functions: u32,
}

/// Looks at the bytes of a file. O(bytes).
///
/// # Errors
/// When the file is no component, is damaged, asks for something that no plugin may, or is past a limit.
pub(crate) fn screen(bytes: &[u8], limits: &Limits) -> Result<Screened, LoadError> {
    if bytes.len() > limits.component {
        return Err(LoadError::TooLarge {
            what: "the file, in bytes",
            found: bytes.len() as u64,
            most: limits.component as u64,
        });
    }
    known(bytes)?;
    let mut screened = Screened::default();
    let (mut imports, mut exports) = (BTreeSet::new(), BTreeSet::new());
    // How many modules and components are open around the place that is read.
    let mut depth: u32 = 0;
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload.map_err(|error| LoadError::Damaged(error.to_string()))?;
        match payload {
            Payload::ModuleSection { .. } | Payload::ComponentSection { .. } => {
                depth += 1;
                most("components within components", depth.into(), limits.nesting.into())?;
            }
            Payload::End(_) => depth = depth.saturating_sub(1),
            Payload::ComponentImportSection(section) if depth == 0 => {
                for import in section {
                    let import = import.map_err(|error| LoadError::Damaged(error.to_string()))?;
                    imports.insert(import.name.name.to_owned());
                }
            }
            Payload::ComponentExportSection(section) if depth == 0 => {
                for export in section {
                    let export = export.map_err(|error| LoadError::Damaged(error.to_string()))?;
                    if matches!(export.kind, ComponentExternalKind::Instance | ComponentExternalKind::Func) {
                        exports.insert(export.name.name.to_owned());
                    }
                }
            }
            Payload::CodeSectionStart { count, .. } => {
                screened.functions = screened.functions.saturating_add(count);
                most("functions", screened.functions.into(), limits.functions.into())?;
            }
            Payload::CodeSectionEntry(body) => {
                most("the largest function, in bytes", body.range().len() as u64, limits.body.into())?;
                tables(&body, limits)?;
            }
            Payload::CustomSection(section) if depth == 0 && section.name().starts_with("pact:") => {
                screened.sections.push((section.name().to_owned(), section.data().to_vec()));
            }
            _ => {}
        }
    }
    if let Some(import) = imports.iter().find(|import| !import.starts_with(PACKAGE) && !gives(import)) {
        return Err(LoadError::UndeclaredImport(import.clone()));
    }
    screened.imports = imports.into_iter().collect();
    screened.exports = exports.into_iter().collect();
    Ok(screened)
}

/// What a file is, by its first bytes, when it is no component.
fn known(bytes: &[u8]) -> Result<(), LoadError> {
    let what = match bytes {
        [] => "an empty file",
        [0x7f, b'E', b'L', b'F', ..] => "code that was compiled elsewhere, which is never loaded",
        [b'\0', b'a', b's', b'm', ..] => match bytes.get(..8) {
            None => return Err(LoadError::Damaged("it ends within its first eight bytes".to_owned())),
            Some([.., 1, 0, 0, 0]) => "a core module and no component; `pact plugin build` makes a component of it",
            Some(_) => return encoding(bytes),
        },
        [b'(', ..] | [b';', b';', ..] => "WebAssembly text; `pact plugin build` makes a component of it",
        _ => "no WebAssembly",
    };
    Err(LoadError::NoComponent(what))
}

/// Whether the header is that of a component.
fn encoding(bytes: &[u8]) -> Result<(), LoadError> {
    match Parser::new(0).parse_all(bytes).next() {
        Some(Ok(Payload::Version { encoding: Encoding::Component, .. })) => Ok(()),
        Some(Err(error)) => Err(LoadError::Damaged(error.to_string())),
        _ => Err(LoadError::NoComponent("no component")),
    }
}

fn tables(body: &wasmparser::FunctionBody<'_>, limits: &Limits) -> Result<(), LoadError> {
    let damaged = |error: wasmparser::BinaryReaderError| LoadError::Damaged(error.to_string());
    let mut reader = body.get_operators_reader().map_err(damaged)?;
    while !reader.eof() {
        if let Operator::BrTable { targets } = reader.read().map_err(damaged)? {
            most("targets of a jump table", targets.len().into(), limits.branch_targets.into())?;
        }
    }
    Ok(())
}

fn most(what: &'static str, found: u64, most: u64) -> Result<(), LoadError> {
    if found > most { Err(LoadError::TooLarge { what, found, most }) } else { Ok(()) }
}
