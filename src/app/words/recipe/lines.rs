//! What each line of the form is called, what it does in one sentence, and why it may say nothing.

use super::{FULL_BATCH, NO_AGE, NO_HIDDEN, NOTHING_TO_SCALE, ONLY_GD, ONLY_MOMENTUM};
use crate::app::words::Word;
use crate::training::{Idle, Setting};

super::super::texts!("recipe.lines");

/// What a line is called.
pub const fn label(line: Setting) -> Word {
    match line {
        Setting::Features => FEATURES,
        Setting::MissingAge => MISSING_AGE,
        Setting::Scaling => SCALING,
        Setting::TrainRows => SPLIT,
        Setting::Hidden => HIDDEN,
        Setting::Activation => ACTIVATION,
        Setting::Init => INIT,
        Setting::Seed => SEED,
        Setting::Loss => LOSS,
        Setting::Optimizer => OPTIMIZER,
        Setting::Momentum => MOMENTUM,
        Setting::Nesterov => NESTEROV,
        Setting::LearningRate => LEARNING_RATE,
        Setting::Batch => BATCH,
        Setting::Shuffle => SHUFFLE,
        Setting::L1 => L1,
        Setting::L2 => L2,
    }
}

/// What a line does, in one sentence.
pub const fn sentence(line: Setting) -> Word {
    match line {
        Setting::Features => FEATURES_DO,
        Setting::MissingAge => MISSING_AGE_DO,
        Setting::Scaling => SCALING_DO,
        Setting::TrainRows => SPLIT_DO,
        Setting::Hidden => HIDDEN_DO,
        Setting::Activation => ACTIVATION_DO,
        Setting::Init => INIT_DO,
        Setting::Seed => SEED_DO,
        Setting::Loss => LOSS_DO,
        Setting::Optimizer => OPTIMIZER_DO,
        Setting::Momentum => MOMENTUM_DO,
        Setting::Nesterov => NESTEROV_DO,
        Setting::LearningRate => LEARNING_RATE_DO,
        Setting::Batch => BATCH_DO,
        Setting::Shuffle => SHUFFLE_DO,
        Setting::L1 => L1_DO,
        Setting::L2 => L2_DO,
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
