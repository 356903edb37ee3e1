//! The maths of a feed-forward network that ends in one sigmoid: activations, layers, the forward
//! pass with every intermediate number, losses, gradients, initial weights and optimisers.
//!
//! It knows nothing of passengers, recipes or screens, and everything is `f64`. This is the
//! readable path: each function does what its formula says, in the order the formula is printed.

mod activation;
mod backward;
pub mod init;
mod layer;
mod loss;
pub mod math;
mod network;
mod optimizer;
mod real;
pub mod rng;
mod rows;
mod shape;
mod trace;
mod working;

pub use activation::Activation;
pub use backward::{Deltas, backward};
pub use init::Init;
pub use layer::Layer;
pub use loss::Loss;
pub use network::{Network, Scratch};
pub use optimizer::{Moved, Optimizer, OptimizerKind, OptimizerState, WEIGHT_DECAY};
pub use real::{HALF_ROOT, Real};
pub use rows::Rows;
pub use shape::{Parameter, Shape};
pub use trace::{LayerTrace, Trace};
pub use working::{Named, Tightness, Working};

#[cfg(test)]
mod tests;
