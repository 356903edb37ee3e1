//! Words for setting the network's numbers by hand.

super::texts!("edit");
