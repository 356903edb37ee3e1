//! Words for the list of runs, races, and saving and opening them.

super::texts!("runs");
