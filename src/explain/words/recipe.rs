//! Words of the recipe screen: its lines, their values, and what changes cost. The names of features,
//! a sentence for each line, and what can be wrong stand in files of their own.

pub mod errors;
pub mod features;
pub mod lines;

super::texts!("recipe");
