//! Words of the network picture and its pointer.

super::texts!("network");
