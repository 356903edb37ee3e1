//! The sentences of the notice row.

super::texts!("notices");
