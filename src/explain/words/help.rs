//! The help page: what each row of the key table does, and the headings of its groups.

super::texts!("help");
