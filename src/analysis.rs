//! Questions put to a network: who flipped between two epochs, how good is it, honestly, and is
//! something going wrong, and why does a parameter change.
//!
//! Knows `data`, `nn` and `training`; draws nothing.

pub mod attribute;
pub mod beliefs;
pub mod diagnosis;
pub mod flips;
pub mod gradient;
pub mod score;
pub mod sweep;
pub mod what_if;

pub use attribute::Attribute;
pub use diagnosis::{Observation, diagnose};
pub use flips::Flips;
pub use score::{Baselines, Scoreboard};
