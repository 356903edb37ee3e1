//! Words of the time bar.

super::texts!("time");
