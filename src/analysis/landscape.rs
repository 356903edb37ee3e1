//! The true training loss around a network: a plane through the space of its parameters, the loss on a
//! grid of it, and where the path of training, the best network and the published one stand.
//!
//! Knows no screen and no words; a map on the screen and a drawing in a file ask the same things.

mod convex;
mod coordinates;
mod descent;
mod directions;
mod loss_scale;
mod path;
mod plane;
mod sharpness;
mod surface;
mod survey;

pub use convex::optimum;
pub use coordinates::{converted, factor, other_scaling, published};
pub use descent::WayDown;
pub use directions::{Principal, principal, random};
pub use loss_scale::{Heights, Level, LossScale};
pub use path::Path;
pub use plane::{Plane, PlaneAxis, Span, in_unit, round_unit, unit};
pub use sharpness::Sharpness;
pub use surface::Surface;
pub use survey::{Grid, Survey, loss_of_best};

#[cfg(test)]
mod tests;
