//! Recipes worth a name.

use std::sync::Arc;

use strum::{IntoStaticStr, VariantArray};

use super::feature::Feature;
use super::recipe::{Recipe, Scaling};
use super::run::{Run, TrainError};
use crate::data::PassengerList;
use crate::nn::{Activation, Init, OptimizerKind};

/// A recipe worth a name; the words for it are the language catalogue's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Preset {
    /// The published network as it is: raw age, a missing age counted as died.
    ThePost,
    /// The same two inputs trained from zero: mean fill, scaled age, rate 0.5.
    ThePostTrained,
    /// From zero without scaling, at the rate raw ages allow: slow, and that is the lesson.
    ZerosRawAge,
    /// The hidden layer of three the post drew and never published.
    #[strum(serialize = "unpublished-2-3-1")]
    Unpublished231,
    /// The hidden layer of eight.
    #[strum(serialize = "unpublished-2-8-1")]
    Unpublished281,
    /// All raw columns, the title and the size of the family, under settings chosen by
    /// cross-validation on the training rows.
    Everything,
    /// All raw columns and two hidden layers of sixteen.
    MyFirstDeepNetwork,
}

/// What the list says of everyone.
const RAW_COLUMNS: [Feature; 7] =
    [Feature::Age, Feature::Sex, Feature::Pclass, Feature::Sibsp, Feature::Parch, Feature::Fare, Feature::Embarked];

impl Preset {
    /// Every preset, in the order of the popup.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// A stable name for files and flags.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// How many epochs are worth watching; none for the published network, which is looked at as it is.
    pub const fn epochs(self) -> u64 {
        match self {
            Self::ThePost => 0,
            Self::ThePostTrained | Self::MyFirstDeepNetwork => 500,
            Self::ZerosRawAge => 10_000,
            Self::Unpublished231 | Self::Unpublished281 => 1_000,
            Self::Everything => 50,
        }
    }

    /// Its recipe; for [`Self::ThePost`] the published weights come on top of it.
    pub fn recipe(self) -> Recipe {
        let base = Recipe { features: vec![Feature::Age, Feature::Sex], init: Some(Init::Zeros), ..Recipe::default() };
        let scaled = Recipe { scaling: Scaling::Standard, learning_rate: 0.5, ..base.clone() };
        let hidden = |width| Recipe {
            hidden: vec![width],
            activation: Activation::Relu,
            init: Some(Init::He),
            ..scaled.clone()
        };
        match self {
            Self::ThePost => Recipe::published(),
            Self::ThePostTrained => scaled,
            Self::ZerosRawAge => base,
            Self::Unpublished231 => hidden(3),
            Self::Unpublished281 => hidden(8),
            Self::Everything => Recipe {
                features: [&RAW_COLUMNS[..], &[Feature::Title, Feature::FamilySize]].concat(),
                scaling: Scaling::Standard,
                hidden: vec![8],
                optimizer: OptimizerKind::Adam,
                learning_rate: 0.01,
                ..Recipe::default()
            },
            Self::MyFirstDeepNetwork => Recipe {
                features: RAW_COLUMNS.to_vec(),
                scaling: Scaling::Standard,
                hidden: vec![16, 16],
                learning_rate: 0.1,
                ..Recipe::default()
            },
        }
    }

    /// A run of it at epoch 0.
    ///
    /// # Errors
    /// Where this list cannot be trained on.
    pub fn run(self, name: impl Into<String>, list: Arc<PassengerList>) -> Result<Run, TrainError> {
        match self {
            Self::ThePost => {
                let mut run = Run::published(list);
                run.name = name.into();
                Ok(run)
            }
            Self::ThePostTrained
            | Self::ZerosRawAge
            | Self::Unpublished231
            | Self::Unpublished281
            | Self::Everything
            | Self::MyFirstDeepNetwork => Run::from_recipe(name, list, self.recipe()),
        }
    }
}
