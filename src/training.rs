//! From a recipe to epochs: features made of passengers, training one epoch at a time, and a
//! timeline on which every epoch can be looked at again, bit for bit.
//!
//! Knows `data` and `nn`. Draws nothing, opens no paths and reads no clock: who calls decides how
//! many epochs are worth a slice of time.

mod change;
mod encoder;
mod epoch;
mod feature;
mod frames;
mod history;
mod limits;
mod measured;
mod metrics;
pub mod model_file;
mod overview;
mod preset;
pub mod recipe;
mod rows;
mod run;
mod safetensors;
pub mod setting;
mod timeline;

pub use change::{Change, Edit};
pub use encoder::{Encoder, Input, Standing};
pub use feature::{Feature, title_number};
pub use limits::{Field, MAX_NUMBER};
pub use metrics::{Metrics, Part};
pub use model_file::{ChangeProblem, FeatureProblem, ModelError, ModelFile};
pub use overview::{Overview, Quantity, Sample};
pub use preset::{PUBLISHED_WEIGHTS, Preset};
pub use recipe::{Batch, MissingAge, Recipe, RecipeError, Scaling};
pub use run::{MAX_EPOCHS, Run, Stop, TrainError, about_epoch_nanoseconds};
pub use safetensors::TensorsError;
pub use setting::{Idle, RecipePatch, Section, Setting};
pub use timeline::FRAME_BYTES;

#[cfg(test)]
mod tests;
