//! What each command is called in the palette, and its short name in the line of key hints.

super::texts!("commands");
