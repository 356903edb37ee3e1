//! Words of the Landscape screen.

super::texts!("landscape");
