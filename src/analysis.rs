//! Questions put to a network: who flipped between two epochs, how good is it, honestly, is
//! something going wrong, why does a parameter change, and what does the loss look like around it.
//!
//! Knows `data`, `nn` and `training`; draws nothing.

pub mod ahead;
pub mod attribute;
pub mod beliefs;
pub mod cross_validation;
pub mod curvature;
pub mod diagnosis;
pub mod flips;
pub mod gradient;
pub mod landscape;
pub mod likeness;
pub mod round;
pub mod score;
mod spread;
pub mod stopping;
pub mod sweep;
pub mod what_if;

pub use attribute::Attribute;
pub use cross_validation::CrossValidation;
pub use diagnosis::{Observation, diagnose};
pub use flips::Flips;
pub use likeness::{Unlike, unlike};
pub use score::{Baselines, Scoreboard};
pub use spread::Spread;
