//! Words of the What-if popup.

super::texts!("what_if");
