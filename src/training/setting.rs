//! The settings of a recipe, one by one: what each is called in files and flags, when a run can change it, when it
//! says nothing, and how it goes from one recipe to another. One line of the table below makes a field of a recipe a
//! setting.

mod ladder;
mod text;

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use super::Feature;
use super::recipe::{Batch, MissingAge, Recipe, Scaling};
use crate::nn::{Activation, Init, Loss, OptimizerKind};

pub use ladder::{next_rate, sensible_rate};
pub use text::number;

use text::Text;

/// One setting of a recipe, in the order a form shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "each is the recipe's field of the same name")]
pub enum Setting {
    #[default]
    Features,
    MissingAge,
    Scaling,
    TrainRows,
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

/// From each setting's section, its field in a recipe, which names it in files, and what that holds where it is said.
macro_rules! table {
    ($($section:ident $setting:ident: $field:ident, $value:ty;)*) => {
        /// A recipe with holes: settings that were named, each beating the default; what flags, recipe files and
        /// model files say.
        #[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        #[expect(missing_docs, reason = "each field is the one of the same name in `Recipe`")]
        pub struct RecipePatch {
            $(#[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<$value>,)*
        }

        impl RecipePatch {
            /// This patch where it says something, `weaker` elsewhere: flags over file over model.
            #[must_use]
            pub fn over(self, weaker: Self) -> Self {
                Self { $($field: self.$field.or(weaker.$field),)* }
            }

            /// Whether it says something of a setting.
            pub const fn names(&self, setting: Setting) -> bool {
                match setting { $(Setting::$setting => self.$field.is_some(),)* }
            }
        }

        // By `into`, for some fields of a recipe may hold nothing themselves, and the others may not.
        impl From<RecipePatch> for Recipe {
            fn from(patch: RecipePatch) -> Self {
                let default = Self::default();
                Self { $($field: patch.$field.map_or(default.$field, Into::into),)* }
            }
        }

        impl From<Recipe> for RecipePatch {
            fn from(recipe: Recipe) -> Self {
                Self { $($field: recipe.$field.into(),)* }
            }
        }

        impl Setting {
            /// All settings, in the order of files and flags.
            pub const IN_FILES: &[Self] = &[$(Self::$setting,)*];

            /// Its name in recipe files and model files.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$setting => stringify!($field),)* }
            }

            /// What it is about.
            pub const fn section(self) -> Section {
                match self { $(Self::$setting => Section::$section,)* }
            }

            /// Whether its value can be typed; the others are chosen.
            pub const fn is_typed(self) -> bool {
                match self { $(Self::$setting => <$value as Text>::IS_TYPED,)* }
            }

            /// Copies it from one recipe to another.
            pub fn copy(self, from: &Recipe, to: &mut Recipe) {
                match self { $(Self::$setting => to.$field.clone_from(&from.$field),)* }
            }

            /// What a recipe says of it, as a flag would; nothing where it says nothing.
            pub fn text(self, recipe: &Recipe) -> String {
                match self { $(Self::$setting => recipe.$field.write(),)* }
            }

            /// What a flag says of it, as a patch that says no more.
            ///
            /// # Errors
            /// What is wrong with the text, as flags tell it.
            pub fn read(self, text: &str) -> Result<RecipePatch, String> {
                let mut patch = RecipePatch::default();
                match self { $(Self::$setting => patch.$field = Text::read(text)?,)* }
                Ok(patch)
            }

            /// Whether two recipes say the same of it.
            pub fn same(self, a: &Recipe, b: &Recipe) -> bool {
                match self { $(Self::$setting => a.$field == b.$field,)* }
            }
        }
    };
}

// In the order of files and flags.
table! {
    Data Features: features, Vec<Feature>;
    Data MissingAge: missing_age, MissingAge;
    Data Scaling: scaling, Scaling;
    Network Hidden: hidden, Vec<usize>;
    Network Activation: activation, Activation;
    Network Init: init, Init;
    Network Seed: seed, u64;
    Learning Loss: loss, Loss;
    Learning Optimizer: optimizer, OptimizerKind;
    Learning LearningRate: learning_rate, f64;
    Learning Momentum: momentum, f64;
    Learning Nesterov: nesterov, bool;
    Learning Batch: batch, Batch;
    Learning Shuffle: shuffle, bool;
    Learning L1: l1, f64;
    Learning L2: l2, f64;
    Data TrainRows: train_rows, usize;
}

/// What a setting is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// What the network is shown.
    Data,
    /// What it is made of.
    Network,
    /// How it learns.
    Learning,
}

/// Why a setting says nothing under a recipe.
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

impl Setting {
    /// All settings, in the order a form shows them.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// Its name as a flag, without the hyphens before it.
    pub fn flag(self) -> &'static str {
        self.into()
    }

    /// Its place among all.
    pub fn place(self) -> usize {
        self as usize
    }

    /// Whether a run goes on with a new value; the other settings need a new run.
    pub const fn acts_at_once(self) -> bool {
        matches!(self, Self::LearningRate | Self::L1 | Self::L2)
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
            | Self::TrainRows
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
}
