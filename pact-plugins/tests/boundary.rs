//! What a plugin was once built against stays as it is: the boundary of version 1, held against what was released, and a plugin of that day.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by failing"
)]

use std::{collections::BTreeMap, fs, path::Path};

use pact_core::load::Input;
use pact_plugins::{Host, Limits, Plugin, author::Case};
use wit_parser::{Function, Handle, Resolve, Type, TypeDefKind, TypeId, WorldItem, WorldKey};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a boundary has, a line for each function, type, field and case, in order. What is written behind `///` is no part of it.
#[derive(Debug, PartialEq, Eq)]
struct Boundary {
    /// Each interface with what it has.
    interfaces: BTreeMap<String, Vec<String>>,
    imports: Vec<String>,
    exports: Vec<String>,
}

impl Boundary {
    fn read(text: &str) -> Self {
        let mut resolve = Resolve::default();
        let package = resolve.push_str("plugin.wit", text).unwrap();
        let package = &resolve.packages[package];
        let mut interfaces = BTreeMap::new();
        for (name, &id) in &package.interfaces {
            let interface = &resolve.interfaces[id];
            let mut lines: Vec<String> =
                interface.types.iter().map(|(name, &id)| defined(&resolve, name, id)).collect();
            // An enumeration of functions has no order that anybody could see.
            let mut functions: Vec<String> =
                interface.functions.values().map(|function| signature(&resolve, function)).collect();
            functions.sort();
            lines.extend(functions);
            interfaces.insert(format!("{}/{name}", package.name), lines);
        }
        let world = &resolve.worlds[package.worlds["plugin"]];
        let names = |items: &mut dyn Iterator<Item = (&WorldKey, &WorldItem)>| {
            let mut names: Vec<String> = items.map(|(key, _)| resolve.name_world_key(key)).collect();
            names.sort();
            names
        };
        Self { interfaces, imports: names(&mut world.imports.iter()), exports: names(&mut world.exports.iter()) }
    }

    /// What of an earlier boundary is gone, or is otherwise here.
    fn broken(&self, before: &Self) -> Vec<String> {
        let mut broken = Vec::new();
        for (name, lines) in &before.interfaces {
            match self.interfaces.get(name) {
                None => broken.push(format!("{name} is gone")),
                Some(now) => {
                    broken.extend(
                        lines.iter().filter(|line| !now.contains(line)).map(|line| format!("gone: {name}: {line}")),
                    );
                    broken.extend(
                        now.iter().filter(|line| !lines.contains(line)).map(|line| format!("new: {name}: {line}")),
                    );
                }
            }
        }
        // What is exported is what every plugin has to have.
        if self.exports != before.exports {
            broken.push(format!("{:?} is exported, and not {:?}", self.exports, before.exports));
        }
        broken.extend(
            before
                .imports
                .iter()
                .filter(|name| !self.imports.contains(name))
                .map(|name| format!("{name} is no import")),
        );
        let fresh = self.imports.iter().filter(|name| !before.imports.contains(name));
        broken.extend(
            fresh.filter(|name| before.interfaces.contains_key(*name)).map(|name| format!("{name} is an import now")),
        );
        broken
    }
}

fn defined(resolve: &Resolve, name: &str, id: TypeId) -> String {
    match &resolve.types[id].kind {
        TypeDefKind::Record(record) => {
            let fields = record.fields.iter().map(|field| format!("{}: {}", field.name, shown(resolve, &field.ty)));
            format!("record {name} {{ {} }}", fields.collect::<Vec<_>>().join(", "))
        }
        kind => format!("type {name} = {}", kind_shown(resolve, kind)),
    }
}

fn signature(resolve: &Resolve, function: &Function) -> String {
    let parameters = function.params.iter().map(|param| format!("{}: {}", param.name, shown(resolve, &param.ty)));
    let parameters = parameters.collect::<Vec<_>>().join(", ");
    let result = function.result.as_ref().map(|result| shown(resolve, result));
    format!("{:?} {}({parameters}) -> {result:?}", function.kind, function.name)
}

fn shown(resolve: &Resolve, of: &Type) -> String {
    match of {
        Type::Id(id) => match &resolve.types[*id].name {
            Some(name) => name.clone(),
            None => kind_shown(resolve, &resolve.types[*id].kind),
        },
        other => format!("{other:?}").to_lowercase(),
    }
}

fn kind_shown(resolve: &Resolve, kind: &TypeDefKind) -> String {
    let or_nothing = |of: &Option<Type>| of.as_ref().map_or_else(|| "_".to_owned(), |of| shown(resolve, of));
    match kind {
        TypeDefKind::List(of) => format!("list<{}>", shown(resolve, of)),
        TypeDefKind::Option(of) => format!("option<{}>", shown(resolve, of)),
        TypeDefKind::Result(of) => format!("result<{}, {}>", or_nothing(&of.ok), or_nothing(&of.err)),
        TypeDefKind::Type(of) => shown(resolve, of),
        TypeDefKind::Handle(Handle::Own(_) | Handle::Borrow(_)) | TypeDefKind::Resource => {
            panic!("version 1 has no resources")
        }
        other => format!("{other:?}"),
    }
}

fn now() -> Boundary {
    Boundary::read(&fs::read_to_string(root().join("wit/v1/plugin.wit")).unwrap())
}

fn frozen() -> String {
    fs::read_to_string(root().join("wit/frozen/1.0.0/plugin.wit")).unwrap()
}

#[test]
fn nothing_of_the_boundary_changes_but_for_added_interfaces() {
    assert_eq!(now().broken(&Boundary::read(&frozen())), Vec::<String>::new());
}

#[test]
fn every_change_to_what_was_released_is_noticed() {
    let changes = [
        ("    kinds: func(of: list<node>)", "    kinds: func(of: list<u32>)"),
        ("    ids: func(of: list<node>)", "    names: func(of: list<node>)"),
        ("        day: u8,\n", ""),
        ("        what: string,\n", "        what: string,\n        why: string,\n"),
        ("    looking-at: func(node: u32);", "    looking-at: func(node: u32);\n    more: func();"),
        ("    import log;\n", ""),
        ("    export check;", "    export check;\n    export log;"),
        ("result<answer, failure>", "result<answer>"),
        ("related: list<related>,\n        /// The clause or", "related: list<node>,\n        /// The clause or"),
        ("type node = u32", "type node = u64"),
    ];
    let before = Boundary::read(&frozen());
    for (old, new) in changes {
        let changed = frozen().replacen(old, new, 1);
        assert_ne!(changed, frozen(), "{old}");
        assert_ne!(Boundary::read(&changed).broken(&before), Vec::<String>::new(), "{old}");
    }
    // An interface that is added, and words that are other, change nothing.
    let added = frozen().replace("world plugin {", "interface more { f: func(); }\nworld plugin {\n    import more;");
    assert_eq!(Boundary::read(&added.replace("/// A plugin.", "/// A guest.")).broken(&before), Vec::<String>::new());
}

#[test]
fn the_boundary_has_what_is_promised_of_it() {
    for line in now().interfaces.values().flatten() {
        for word in ["u64", "s64", "borrow", "own<", "Enum", "Variant", "Flags("] {
            assert!(!line.contains(word), "{line}");
        }
    }
}

/// The guest was built when the boundary had `graph` and `log` only.
#[test]
fn a_plugin_built_against_the_first_boundary_keeps_working() {
    let host = Host::new(Limits::default()).unwrap();
    let bytes = fs::read(root().join("tests/guests/v1.wasm")).unwrap();
    let inspected = Plugin::inspect(&bytes, &host).unwrap();
    assert_eq!(inspected.imports, ["pact:plugin/graph@1.0.0", "pact:plugin/log@1.0.0", "pact:plugin/types@1.0.0"]);
    let mut input = Input::new();
    input.add("terms.yaml", "terms: 1\nid: t\ntitle: T\nelements: { E10: { text: Explore health. } }\n");
    input.add("pact.yaml", "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\n");
    let model = std::sync::Arc::new(input.build());
    let plugin = Plugin::load(&bytes, &host).unwrap();
    let (told, _) = Case::default().ask(&plugin, &host, &model).unwrap();
    let rules: Vec<&str> = told.findings.iter().filter_map(|finding| finding.get("rule")?.as_str()).collect();
    assert_eq!(rules, ["explored"]);
}
