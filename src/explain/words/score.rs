//! Words of the Score screen.

super::texts!("score");
