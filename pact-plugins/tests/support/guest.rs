//! Plugins written as core modules in text, and made components.

use wit_component::{ComponentEncoder, StringEncoding};
use wit_parser::Resolve;

/// Every import and what a component needs of a core module; `body` is the body of `run`, `more` stands beside it.
pub(crate) fn module(body: &str, more: &str) -> String {
    let list = "(param i32 i32)";
    let one = |name: &str, params: &str| {
        format!("(import \"pact:plugin/graph@1.0.0\" \"{name}\" (func ${name} {params} (param i32)))")
    };
    let imports = [
        one("nodes", list),
        one("ids", list),
        one("has", "(param i32 i32 i32 i32)"),
        "(import \"pact:plugin/log@1.0.0\" \"line\" (func $line (param i32 i32)))".to_owned(),
        "(import \"pact:plugin/log@1.0.0\" \"looking-at\" (func $looking-at (param i32)))".to_owned(),
        "(import \"pact:plugin/log@1.0.0\" \"panic\" (func $panic (param i32 i32 i32 i32)))".to_owned(),
    ];
    format!(
        "(module {imports}
          (memory (export \"memory\") 2)
          (global $next (mut i32) (i32.const 65536))
          (data (i32.const 1024) \"objectivememberrulemessagehelpwhyherelabel\")
          (func (export \"cabi_realloc\") (param i32 i32 i32 i32) (result i32)
            (local $at i32)
            (local.set $at (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
            (global.set $next (i32.add (local.get $at) (local.get 3)))
            (if (i32.gt_u (global.get $next) (i32.mul (memory.size) (i32.const 65536)))
              (then (drop (memory.grow (i32.add (i32.div_u (local.get 3) (i32.const 65536)) (i32.const 1))))))
            (local.get $at))
          (func (export \"pact:plugin/check@1.0.0#run\")
            (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)
            (local $i i32) (local $at i32) (local $end i32)
            {body})
          {more})",
        imports = imports.join("\n")
    )
}

/// A component of the world `plugin`.
pub(crate) fn component(text: &str) -> Vec<u8> {
    let mut wasm = wat::parse_str(text).unwrap();
    let mut resolve = Resolve::default();
    let (package, _) = resolve.push_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/wit/v1")).unwrap();
    let world = resolve.select_world(&[package], Some("plugin")).unwrap();
    wit_component::embed_component_metadata(&mut wasm, &resolve, world, StringEncoding::UTF8).unwrap();
    ComponentEncoder::default().validate(true).module(&wasm).unwrap().encode().unwrap()
}

/// Appends custom sections to a component.
pub(crate) fn with(mut component: Vec<u8>, sections: &[(&str, &[u8])]) -> Vec<u8> {
    fn number(mut number: usize, to: &mut Vec<u8>) {
        while number >= 0x80 {
            to.push((number as u8 & 0x7f) | 0x80);
            number >>= 7;
        }
        to.push(number as u8);
    }
    for (name, data) in sections {
        let mut section = Vec::new();
        number(name.len(), &mut section);
        section.extend(name.bytes());
        section.extend(*data);
        component.push(0);
        number(section.len(), &mut component);
        component.extend(section);
    }
    component
}
