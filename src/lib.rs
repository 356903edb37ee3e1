//! The map of the crate: a pure core (`data`, `nn`, `training`, `analysis`), its numbers in words
//! (`explain`), the state and its changes (`app`), pure pictures of that state (`ui`), and the edge (`terminal`, `cli`).
//!
//! Dependencies point one way, from the edge to the core; `tests/architecture.rs` holds them to it.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod data;
pub mod explain;
pub mod nn;
pub mod terminal;
pub mod training;
pub mod ui;
