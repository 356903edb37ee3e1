//! What is not yet as the rules want it. Whoever mends something takes it off; nothing is put on.

/// A rule, and what still breaks it.
pub const STILL: &[(&str, &[&str])] = &[("public for nobody", &["app", "terminal", "ui"])];
