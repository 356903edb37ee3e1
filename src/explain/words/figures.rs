//! Words of what is taken along: the menu, and the labels on drawings.

super::texts!("figures");
