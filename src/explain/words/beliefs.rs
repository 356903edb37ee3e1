//! Words of the Beliefs screen.

super::texts!("beliefs");
