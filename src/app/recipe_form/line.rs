//! The lines of the form: their order, which of them a run can change while it goes on, and which say
//! nothing under a recipe.

use strum::VariantArray;

use crate::nn::OptimizerKind;
use crate::training::{Batch, Recipe};

/// One line of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, VariantArray)]
#[expect(missing_docs, reason = "each is the recipe's field of the same name")]
pub enum Line {
    #[default]
    Features,
    MissingAge,
    Scaling,
    Split,
    Hidden,
    Activation,
    Init,
    Seed,
    Loss,
    Optimizer,
    Momentum,
    Nesterov,
    LearningRate,
    Batch,
    Shuffle,
    L1,
    L2,
}

/// A heading of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// What the network is shown.
    Data,
    /// What it is made of.
    Network,
    /// How it learns.
    Learning,
}

/// Why a line says nothing under a recipe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Idle {
    /// No feature is made from the age.
    NoAge,
    /// All features are 0 or 1 already.
    NothingToScale,
    /// There is no hidden layer.
    NoHidden,
    /// The optimiser has no momentum to set.
    OnlyGd,
    /// Nesterov's rule is a kind of momentum.
    OnlyMomentum,
    /// A batch of everybody has no order.
    FullBatch,
}

impl Line {
    /// All lines from top to bottom.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// Its place from the top.
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|&line| line == self).unwrap_or(0)
    }

    /// The heading it stands under.
    pub const fn section(self) -> Section {
        match self {
            Self::Features | Self::MissingAge | Self::Scaling | Self::Split => Section::Data,
            Self::Hidden | Self::Activation | Self::Init | Self::Seed => Section::Network,
            Self::Loss
            | Self::Optimizer
            | Self::Momentum
            | Self::Nesterov
            | Self::LearningRate
            | Self::Batch
            | Self::Shuffle
            | Self::L1
            | Self::L2 => Section::Learning,
        }
    }

    /// Whether a run goes on with a new value; the other lines need a new run.
    pub const fn acts_at_once(self) -> bool {
        matches!(self, Self::LearningRate | Self::L1 | Self::L2)
    }

    /// Whether its value can be typed; the others are chosen.
    pub const fn is_typed(self) -> bool {
        matches!(
            self,
            Self::Split
                | Self::Hidden
                | Self::Seed
                | Self::Momentum
                | Self::LearningRate
                | Self::Batch
                | Self::L1
                | Self::L2
        )
    }

    /// Why it says nothing under this recipe, if so.
    pub fn idle(self, recipe: &Recipe) -> Option<Idle> {
        let only_gd = (recipe.optimizer != OptimizerKind::Gd).then_some(Idle::OnlyGd);
        match self {
            Self::MissingAge => (!recipe.needs_age()).then_some(Idle::NoAge),
            Self::Scaling => {
                let is_scaled = recipe.features.iter().any(|f| f.is_numeric());
                (!is_scaled).then_some(Idle::NothingToScale)
            }
            Self::Activation => recipe.hidden.is_empty().then_some(Idle::NoHidden),
            Self::Momentum => only_gd,
            Self::Nesterov => only_gd.or_else(|| (recipe.momentum == 0.0).then_some(Idle::OnlyMomentum)),
            Self::Shuffle => (recipe.batch == Batch::Full).then_some(Idle::FullBatch),
            Self::Features
            | Self::Split
            | Self::Hidden
            | Self::Init
            | Self::Seed
            | Self::Loss
            | Self::Optimizer
            | Self::LearningRate
            | Self::Batch
            | Self::L1
            | Self::L2 => None,
        }
    }

    /// Copies what this line says from one recipe to another.
    pub fn copy(self, from: &Recipe, to: &mut Recipe) {
        match self {
            Self::Features => to.features.clone_from(&from.features),
            Self::MissingAge => to.missing_age = from.missing_age,
            Self::Scaling => to.scaling = from.scaling,
            Self::Split => to.train_rows = from.train_rows,
            Self::Hidden => to.hidden.clone_from(&from.hidden),
            Self::Activation => to.activation = from.activation,
            Self::Init => to.init = from.init,
            Self::Seed => to.seed = from.seed,
            Self::Loss => to.loss = from.loss,
            Self::Optimizer => to.optimizer = from.optimizer,
            Self::Momentum => to.momentum = from.momentum,
            Self::Nesterov => to.nesterov = from.nesterov,
            Self::LearningRate => to.learning_rate = from.learning_rate,
            Self::Batch => to.batch = from.batch,
            Self::Shuffle => to.shuffle = from.shuffle,
            Self::L1 => to.l1 = from.l1,
            Self::L2 => to.l2 = from.l2,
        }
    }
}
