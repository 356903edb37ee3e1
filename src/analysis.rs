//! Questions put to a network: who flipped between two epochs, and how good is it, honestly.
//!
//! Knows `data`, `nn` and `training`; draws nothing.

pub mod flips;
pub mod score;

pub use flips::Flips;
pub use score::{Baselines, Scoreboard};
