//! What the development kit repeats of pact is what pact has.

use std::{collections::BTreeSet, fs, path::Path};

use pact_core::graph::{attribute::Attribute, edge::EdgeKind, node::NodeKind};

#[test]
fn the_kit_has_the_same_boundary() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read_to_string(root.join(path)).unwrap();
    assert_eq!(read("sdk/wit/v1/plugin.wit"), read("wit/v1/plugin.wit"), "copy wit/v1 to sdk/wit/v1");
}

#[test]
fn the_kit_has_a_constant_for_every_name_of_the_graph() {
    let of = |names: Vec<&'static str>| -> BTreeSet<&'static str> { names.into_iter().collect() };
    assert_eq!(
        of(pact_plugin::Kind::ALL.iter().map(|kind| kind.name()).collect()),
        of(NodeKind::ALL.iter().map(|kind| kind.name()).collect())
    );
    assert_eq!(
        of(pact_plugin::Relation::ALL.iter().map(|relation| relation.name()).collect()),
        of(EdgeKind::ALL.iter().map(|kind| kind.name()).collect())
    );
    assert_eq!(
        of(pact_plugin::Attribute::ALL.iter().map(|attribute| attribute.name()).collect()),
        of(Attribute::all().iter().map(|attribute| attribute.name).collect())
    );
}
