//! What is generated from the boundary. Nobody writes against it but `guest.rs`.

wit_bindgen::generate!({
    path: "wit/v1",
    world: "plugin-with-ledger",
    pub_export_macro: true,
    export_macro_name: "export_component",
    default_bindings_module: "pact_plugin::bindings",
});
