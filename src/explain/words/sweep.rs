//! Words of the sweep of hidden widths.

super::texts!("sweep");
