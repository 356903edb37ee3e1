//! A recipe with holes: what flags, a recipe file or a model file say, and nothing about the rest.

use serde::de::{Error as _, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Batch, MissingAge, Recipe, Scaling};
use crate::nn::{Activation, Init, Loss, OptimizerKind};
use crate::training::Feature;

/// Settings that were named, each beating the default; the form recipes have in TOML and JSON.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(missing_docs, reason = "each field is the one of the same name in `Recipe`")]
pub struct RecipePatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub features: Option<Vec<Feature>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing_age: Option<MissingAge>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scaling: Option<Scaling>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hidden: Option<Vec<usize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activation: Option<Activation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub init: Option<Init>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loss: Option<Loss>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub optimizer: Option<OptimizerKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub learning_rate: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub momentum: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nesterov: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batch: Option<Batch>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shuffle: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub l1: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub l2: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub train_rows: Option<usize>,
}

impl RecipePatch {
    /// This patch where it says something, `weaker` elsewhere: flags over file over model.
    #[must_use]
    pub fn over(self, weaker: Self) -> Self {
        Self {
            features: self.features.or(weaker.features),
            missing_age: self.missing_age.or(weaker.missing_age),
            scaling: self.scaling.or(weaker.scaling),
            hidden: self.hidden.or(weaker.hidden),
            activation: self.activation.or(weaker.activation),
            init: self.init.or(weaker.init),
            seed: self.seed.or(weaker.seed),
            loss: self.loss.or(weaker.loss),
            optimizer: self.optimizer.or(weaker.optimizer),
            learning_rate: self.learning_rate.or(weaker.learning_rate),
            momentum: self.momentum.or(weaker.momentum),
            nesterov: self.nesterov.or(weaker.nesterov),
            batch: self.batch.or(weaker.batch),
            shuffle: self.shuffle.or(weaker.shuffle),
            l1: self.l1.or(weaker.l1),
            l2: self.l2.or(weaker.l2),
            train_rows: self.train_rows.or(weaker.train_rows),
        }
    }
}

impl From<RecipePatch> for Recipe {
    fn from(patch: RecipePatch) -> Self {
        let default = Self::default();
        Self {
            features: patch.features.unwrap_or(default.features),
            missing_age: patch.missing_age.unwrap_or(default.missing_age),
            scaling: patch.scaling.unwrap_or(default.scaling),
            hidden: patch.hidden.unwrap_or(default.hidden),
            activation: patch.activation.unwrap_or(default.activation),
            init: patch.init,
            seed: patch.seed.unwrap_or(default.seed),
            loss: patch.loss.unwrap_or(default.loss),
            optimizer: patch.optimizer.unwrap_or(default.optimizer),
            learning_rate: patch.learning_rate.unwrap_or(default.learning_rate),
            momentum: patch.momentum.unwrap_or(default.momentum),
            nesterov: patch.nesterov.unwrap_or(default.nesterov),
            batch: patch.batch.unwrap_or(default.batch),
            shuffle: patch.shuffle.unwrap_or(default.shuffle),
            l1: patch.l1.unwrap_or(default.l1),
            l2: patch.l2.unwrap_or(default.l2),
            train_rows: patch.train_rows,
        }
    }
}

impl From<Recipe> for RecipePatch {
    fn from(recipe: Recipe) -> Self {
        Self {
            features: Some(recipe.features),
            missing_age: Some(recipe.missing_age),
            scaling: Some(recipe.scaling),
            hidden: Some(recipe.hidden),
            activation: Some(recipe.activation),
            init: recipe.init,
            seed: Some(recipe.seed),
            loss: Some(recipe.loss),
            optimizer: Some(recipe.optimizer),
            learning_rate: Some(recipe.learning_rate),
            momentum: Some(recipe.momentum),
            nesterov: Some(recipe.nesterov),
            batch: Some(recipe.batch),
            shuffle: Some(recipe.shuffle),
            l1: Some(recipe.l1),
            l2: Some(recipe.l2),
            train_rows: recipe.train_rows,
        }
    }
}

impl Serialize for Batch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Full => serializer.serialize_str("full"),
            Self::Rows(rows) => serializer.serialize_u64(*rows as u64),
        }
    }
}

impl<'de> Deserialize<'de> for Batch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FullOrRows;
        impl Visitor<'_> for FullOrRows {
            type Value = Batch;

            fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str("\"full\" or a number of rows")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Batch, E> {
                text.parse().map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
            }

            fn visit_u64<E: serde::de::Error>(self, rows: u64) -> Result<Batch, E> {
                usize::try_from(rows).map(Batch::Rows).map_err(|_| E::invalid_value(Unexpected::Unsigned(rows), &self))
            }

            fn visit_i64<E: serde::de::Error>(self, rows: i64) -> Result<Batch, E> {
                let rows = u64::try_from(rows);
                self.visit_u64(rows.map_err(|_| E::custom("a batch has at least 1 row"))?)
            }
        }
        deserializer.deserialize_any(FullOrRows).map_err(D::Error::custom)
    }
}

impl std::str::FromStr for Batch {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse() {
            Ok(rows) => Ok(Self::Rows(rows)),
            Err(_) if text == "full" => Ok(Self::Full),
            Err(_) => Err("expected \"full\" or a number of rows"),
        }
    }
}
