//! Words of the Gradients screen.

super::texts!("gradients");
