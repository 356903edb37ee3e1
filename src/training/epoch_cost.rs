//! About how long an epoch takes, from sizes alone: nothing here reads a clock.

use super::recipe::Recipe;
use crate::kernel::Kernel;

/// About how long an epoch of a recipe takes with its history, for so many parameters, so many training rows, and so
/// many different ones among training and test rows; at least 1.
pub fn about_epoch_nanoseconds(
    recipe: &Recipe,
    parameters: usize,
    train_rows: usize,
    [train_kinds, test_kinds]: [usize; 2],
) -> u64 {
    /// What is done once an epoch, and for each parameter once a step.
    const EPOCH: u64 = 300;
    const STEP: u64 = 2;
    let batch = recipe.batch.of(train_rows).max(1);
    let forward = |kinds| Kernel::about_nanoseconds(parameters, kinds, false);
    let back = |rows| Kernel::about_nanoseconds(parameters, rows, true) + STEP * parameters as u64;
    let train = if batch >= train_rows {
        back(train_kinds)
    } else {
        train_rows.div_ceil(batch) as u64 * back(batch) + forward(train_kinds)
    };
    EPOCH + train + forward(test_kinds)
}
