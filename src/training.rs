//! From a recipe to epochs: features made of passengers, training one epoch at a time, and a
//! timeline on which every epoch can be looked at again, bit for bit.
//!
//! Knows `data` and `nn`. Draws nothing, opens no paths and reads no clock: who calls decides how
//! many epochs are worth a slice of time.

mod answers;
mod change;
mod course;
mod encoder;
mod epoch;
mod epoch_cost;
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
mod split;
mod step;
mod stop;
mod timeline;
mod watched;

pub use answers::{Predictions, SumKind, sum_kinds, sums};
pub use change::{Change, Edit};
pub use course::Course;
pub use encoder::{Encoder, FeatureStatistics, Input, Standing};
pub use epoch_cost::about_epoch_nanoseconds;
pub use feature::{Feature, title_number};
pub use history::write_history;
pub use limits::{MAX_EPOCHS, NamedNumber};
pub use metrics::{Metrics, Part, Quantity};
pub use model_file::{ChangeProblem, FeatureProblem, ModelError, ModelFile, TensorsError};
pub use overview::{Overview, Sample};
pub use preset::Preset;
pub use recipe::{
    Batch, Compact, Idle, Misread, MissingAge, Recipe, RecipeError, RecipePatch, Scaling, Section, Setting,
};
pub use run::{PUBLISHED_WEIGHTS, Run, Stop, TrainError, check_columns, on_split};
pub use split::{HeldOut, SplitRule, folds};
pub use step::{add_penalty_slopes, optimizer_memory, step_gradient, step_rows};
pub use stop::{PROGRESS, StopRule};
pub use timeline::FRAME_BYTES;
pub use watched::Watched;

/// What the instructions are called that this processor trains with.
pub fn instructions() -> String {
    format!("{:?}", crate::kernel::Instructions::best()).to_lowercase()
}

#[cfg(test)]
pub(crate) mod tests;
