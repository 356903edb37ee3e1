//! The settings of a recipe, one by one: what each is called in files and flags, when a run can change it, when it
//! says nothing, and how it goes from one recipe to another. One line of the table below makes a field of a recipe a
//! setting.

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use super::compact::Compact;
use super::text::{Text, line_after};
use super::{Batch, MissingAge, Scaling};
use crate::nn::{Activation, Init, Loss, OptimizerKind};
use crate::training::{Feature, HeldOut, SplitRule, StopRule};

/// What is wrong with a TOML file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misread {
    /// The line, counted from 1.
    pub line: usize,
    /// The character in that line, counted from 1.
    pub column: usize,
    /// What is wrong there.
    pub message: String,
}

impl Misread {
    /// What is wrong at a byte of a text.
    pub fn at(text: &str, byte: usize, message: impl Into<String>) -> Self {
        let before = text.get(..byte).unwrap_or_default();
        let column = 1 + before.rsplit('\n').next().map_or(0, |rest| rest.chars().count());
        // What a value itself is wrong about comes with the end of a line.
        let message = in_words(message.into().trim_end());
        Self { line: line_after(before), column, message }
    }
}

/// What a library says of its types, in words of those who write files.
fn in_words(message: &str) -> String {
    const WORDS: [(&str, &str); 6] = [
        ("expected f64", "expected a number such as 0.5"),
        ("expected usize", "expected a whole number, 0 or more"),
        ("expected u64", "expected a whole number, 0 or more"),
        ("expected u32", "expected a whole number, 0 or more"),
        ("expected a sequence", "expected a list such as [8]"),
        ("wanted string or table", "expected a word in quotation marks"),
    ];
    WORDS.iter().fold(message.to_owned(), |said, (theirs, ours)| match said.strip_suffix(theirs) {
        Some(before) => format!("{before}{ours}"),
        None => said,
    })
}

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
    Split,
    Hidden,
    Activation,
    Init,
    Seed,
    Loss,
    Optimizer,
    LearningRate,
    Momentum,
    Nesterov,
    WeightDecay,
    Batch,
    Shuffle,
    L1,
    L2,
    Stop,
    Patience,
    HeldOut,
}

/// From each setting's section, its field in a recipe, which names it in files, what it holds where it is said, what
/// a recipe holds, and what that is where nothing is said.
macro_rules! table {
    ($($(#[$doc:meta])* $section:ident $setting:ident: $field:ident, $value:ty, $held:ty = $default:expr;)*) => {
        /// A complete recipe; [`Default`] is the one a run without any wishes follows.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(from = "RecipePatch", into = "RecipePatch")]
        pub struct Recipe {
            $($(#[$doc])* pub $field: $held,)*
        }

        impl Default for Recipe {
            fn default() -> Self {
                Self { $($field: $default,)* }
            }
        }

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

            /// The settings a file names.
            ///
            /// # Errors
            /// What is no recipe, with its place.
            pub fn from_toml(text: &str) -> Result<Self, Misread> {
                toml::from_str(text).map_err(|error| {
                    Misread::at(text, error.span().map_or(0, |span| span.start), error.message())
                })
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
                let usual = Recipe::default();
                let unsaid: Vec<_> = Setting::LATER.iter().filter(|later| later.same(&recipe, &usual)).collect();
                Self {
                    $($field: if unsaid.contains(&&Setting::$setting) { None } else { recipe.$field.into() },)*
                }
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

            /// Writes what a recipe says of it as few bytes.
            fn put(self, recipe: &Recipe, out: &mut Vec<u8>) {
                match self { $(Self::$setting => Compact::put(&recipe.$field, out),)* }
            }

            /// Reads such bytes into a recipe.
            fn take(self, from: &mut &[u8], recipe: &mut Recipe) -> Option<()> {
                match self { $(Self::$setting => recipe.$field = Compact::take(from)?,)* }
                Some(())
            }

            /// Whether two recipes say the same of it.
            pub fn same(self, a: &Recipe, b: &Recipe) -> bool {
                match self { $(Self::$setting => a.$field == b.$field,)* }
            }
        }
    };
}

// In the order of files and flags. A new setting comes last, for shared lines name settings by their place here.
table! {
    /// What the network is shown, in the order of its inputs.
    Data Features: features, Vec<Feature>, Vec<Feature> = vec![Feature::Age, Feature::Sex];
    /// What is done about a missing age.
    Data MissingAge: missing_age, MissingAge, MissingAge = MissingAge::Mean;
    /// Whether numeric features are standardised.
    Data Scaling: scaling, Scaling, Scaling = Scaling::None;
    /// Widths of the hidden layers.
    Network Hidden: hidden, Vec<usize>, Vec<usize> = Vec::new();
    /// What hidden neurons do with their sums.
    Network Activation: activation, Activation, Activation = Activation::Relu;
    /// How the first weights are made; none means what suits the shape, see [`Recipe::init`].
    Network Init: init, Init, Option<Init> = None;
    /// The seed of all chance.
    Network Seed: seed, u64, u64 = 1;
    /// What is made small.
    Learning Loss: loss, Loss, Loss = Loss::CrossEntropy;
    /// How gradients become steps.
    Learning Optimizer: optimizer, OptimizerKind, OptimizerKind = OptimizerKind::Gd;
    /// The size of steps.
    Learning LearningRate: learning_rate, f64, f64 = 0.001;
    /// μ of gradient descent.
    Learning Momentum: momentum, f64, f64 = 0.0;
    /// Whether momentum looks ahead.
    Learning Nesterov: nesterov, bool, bool = false;
    /// λ of `AdamW`; none means the usual one, see [`Recipe::weight_decay`].
    Learning WeightDecay: weight_decay, f64, Option<f64> = None;
    /// How many rows make one step.
    Learning Batch: batch, Batch, Batch = Batch::Full;
    /// Whether each epoch takes the rows in a new order.
    Learning Shuffle: shuffle, bool, bool = false;
    /// L1 regularisation of the weights.
    Learning L1: l1, f64, f64 = 0.0;
    /// L2 regularisation of the weights.
    Learning L2: l2, f64, f64 = 0.0;
    /// How many rows are for training; none means the default of the list.
    Data TrainRows: train_rows, usize, Option<usize> = None;
    /// Which rows these are.
    Data Split: split, SplitRule, SplitRule = SplitRule::First;
    /// When training stops by itself.
    Learning Stop: stop, StopRule, StopRule = StopRule::Never;
    /// For how many epochs the watched loss may have no new least value.
    Learning Patience: patience, u64, u64 = 50;
    /// Which share of the training rows is held out, whose loss is then the watched one.
    Learning HeldOut: held_out, HeldOut, HeldOut = HeldOut::Nobody;
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
    /// The optimiser lets no weight decay.
    OnlyAdamw,
    /// A batch of everybody has no order.
    FullBatch,
    /// Another rule, or none, says when training stops.
    OnlyPlateau,
}

impl Setting {
    /// All settings, in the order a form shows them.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// Those that programs made before them do not know: they are said only where they are not as by default, so that
    /// these programs open all other files.
    const LATER: &[Self] = &[Self::Stop, Self::Patience, Self::HeldOut];

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
            Self::WeightDecay => (recipe.optimizer != OptimizerKind::Adamw).then_some(Idle::OnlyAdamw),
            Self::Shuffle => (recipe.batch == Batch::Full).then_some(Idle::FullBatch),
            Self::Patience => (recipe.stop != StopRule::Plateau).then_some(Idle::OnlyPlateau),
            Self::Features
            | Self::TrainRows
            | Self::Split
            | Self::Hidden
            | Self::Init
            | Self::Seed
            | Self::Loss
            | Self::Optimizer
            | Self::LearningRate
            | Self::Batch
            | Self::L1
            | Self::L2
            | Self::Stop
            | Self::HeldOut => None,
        }
    }
}

/// As few bytes: a bit for each setting that is not as it is by default, then these.
impl Compact for Recipe {
    fn put(&self, out: &mut Vec<u8>) {
        let usual = Self::default();
        let told = || Setting::IN_FILES.iter().enumerate().filter(|(_, setting)| !setting.same(self, &usual));
        told().fold(0, |bits: u64, (place, _)| bits | 1 << place).put(out);
        told().for_each(|(_, setting)| setting.put(self, out));
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let mut bits = u64::take(from)?;
        let mut recipe = Self::default();
        for setting in Setting::IN_FILES {
            if bits & 1 == 1 {
                setting.take(from, &mut recipe)?;
            }
            bits >>= 1;
        }
        (bits == 0).then_some(recipe)
    }
}
