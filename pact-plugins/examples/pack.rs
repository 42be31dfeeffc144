//! Puts a plugin together: `cargo run --package pact-plugins --features author --example pack -- PROJECT CODE PLUGIN`, where `CODE` is what the compiler made, a
//! core module or a component, and `PLUGIN` is the file to write. `pact plugin build` does the same, and compiles first.

use std::{error::Error, fs, path::Path};

use pact_plugins::{Host, Limits, author::Project};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [project, code, plugin] = arguments.as_slice() else {
        return Err("give the directory of the project, what the compiler made, and the file to write".into());
    };
    let packed = Project::read(Path::new(project))?.pack(&fs::read(code)?, &Host::new(Limits::default())?)?;
    fs::write(plugin, packed)?;
    Ok(())
}
