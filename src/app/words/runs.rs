//! Words for the list of runs, races, and saving and opening them.

use super::Word;
use crate::app::race::Field;
use crate::app::run_files::Saving;

super::texts!("runs");

/// A field's name and its one-line story.
pub const fn field(field: Field) -> (Word, Word) {
    match field {
        Field::Rates => (RATES, RATES_STORY),
        Field::Widths => (WIDTHS, WIDTHS_STORY),
        Field::Optimizers => (OPTIMIZERS, OPTIMIZERS_STORY),
        Field::Seeds => (SEEDS, SEEDS_STORY),
        Field::Scaling => (SCALING, SCALING_STORY),
    }
}

/// What is saved, in one line.
pub const fn saving(what: Saving) -> Word {
    match what {
        Saving::Model => SAVE_MODEL,
        Saving::Recipe => SAVE_RECIPE,
        Saving::Weights => SAVE_WEIGHTS,
    }
}
