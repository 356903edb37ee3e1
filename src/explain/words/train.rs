//! Words of the Train screen.

super::texts!("train");
