//! What each line of the form is called, what it does in one sentence, and why it may say nothing.

use super::{FULL_BATCH, NO_AGE, NO_HIDDEN, NOTHING_TO_SCALE, ONLY_GD, ONLY_MOMENTUM};
use crate::explain::words::Word;
use crate::training::{Idle, Setting};

super::super::texts!("recipe.lines");

/// What a line is called.
pub const fn label(line: Setting) -> Word {
    words(line).0
}

/// What a line does, in one sentence.
pub const fn sentence(line: Setting) -> Word {
    words(line).1
}

const fn words(line: Setting) -> (Word, Word) {
    match line {
        Setting::Features => (FEATURES, FEATURES_DO),
        Setting::MissingAge => (MISSING_AGE, MISSING_AGE_DO),
        Setting::Scaling => (SCALING, SCALING_DO),
        Setting::TrainRows => (SPLIT, SPLIT_DO),
        Setting::Hidden => (HIDDEN, HIDDEN_DO),
        Setting::Activation => (ACTIVATION, ACTIVATION_DO),
        Setting::Init => (INIT, INIT_DO),
        Setting::Seed => (SEED, SEED_DO),
        Setting::Loss => (LOSS, LOSS_DO),
        Setting::Optimizer => (OPTIMIZER, OPTIMIZER_DO),
        Setting::Momentum => (MOMENTUM, MOMENTUM_DO),
        Setting::Nesterov => (NESTEROV, NESTEROV_DO),
        Setting::LearningRate => (LEARNING_RATE, LEARNING_RATE_DO),
        Setting::Batch => (BATCH, BATCH_DO),
        Setting::Shuffle => (SHUFFLE, SHUFFLE_DO),
        Setting::L1 => (L1, L1_DO),
        Setting::L2 => (L2, L2_DO),
    }
}

/// Why a line says nothing.
pub const fn idle(why: Idle) -> Word {
    match why {
        Idle::NoAge => NO_AGE,
        Idle::NothingToScale => NOTHING_TO_SCALE,
        Idle::NoHidden => NO_HIDDEN,
        Idle::OnlyGd => ONLY_GD,
        Idle::OnlyMomentum => ONLY_MOMENTUM,
        Idle::FullBatch => FULL_BATCH,
    }
}
