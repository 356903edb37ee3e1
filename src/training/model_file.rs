//! The model file: a network with its recipe, as JSON that gives back the same bits.
//!
//! Reads from and writes to streams; paths are the edge's. What a file says is checked here before
//! anything is made of it.

pub(super) mod check;
mod error;
mod safetensors;

use std::io::{Read, Write};

use serde::{Deserialize, Serialize};

pub use error::{ChangeProblem, FeatureProblem, ModelError, TensorsError};

use super::change::{Change, Rates, Schedule};
use super::encoder::{Encoder, FeatureStatistics};
use super::epoch::Checkpoint;
use super::recipe::{Recipe, RecipePatch};
use crate::nn::Activation;

const FORMAT: &str = "titanic-tui-model";
const VERSION: u32 = 1;

/// A model as it lies in a file; `format`, `version`, `recipe` and `layers` suffice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelFile {
    format: String,
    version: u32,
    /// The recipe, perhaps only a part of it.
    pub recipe: RecipePatch,
    /// The statistics the features were made with.
    #[serde(default)]
    pub features: Vec<FeatureStatistics>,
    /// How many epochs it was trained.
    #[serde(default)]
    pub epoch: u64,
    /// The network, hidden layers first.
    pub layers: Vec<LayerFile>,
    /// What the optimiser remembers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub optimizer: Option<OptimizerFile>,
    /// All parameters at epoch 0, in their flat order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub initial: Option<Vec<f64>>,
    /// What was changed on the way: rates, regularisation, single parameters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<Vec<Change>>,
}

/// One layer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LayerFile {
    /// What its neurons do with their sums.
    pub activation: Activation,
    /// `weights[out][in]`.
    pub weights: Vec<Vec<f64>>,
    /// One bias for each neuron.
    pub biases: Vec<f64>,
}

/// What an optimiser remembers between steps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptimizerFile {
    /// Steps taken.
    pub step: u64,
    /// Velocity or running mean, for each parameter, or nothing.
    #[serde(default)]
    pub first: Vec<f64>,
    /// Running mean of squares, for each parameter, or nothing.
    #[serde(default)]
    pub second: Vec<f64>,
}

impl ModelFile {
    pub(super) fn new(
        recipe: &Recipe,
        encoder: &Encoder,
        state: &Checkpoint,
        initial: Option<Vec<f64>>,
        changes: &[Change],
    ) -> Self {
        let layers = state.network.layers().map(|layer| LayerFile {
            activation: layer.activation,
            weights: (0..layer.outputs).map(|neuron| layer.weights_of(neuron).to_vec()).collect(),
            biases: layer.biases.to_vec(),
        });
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            recipe: recipe.clone().into(),
            features: encoder.statistics(),
            epoch: state.epoch,
            layers: layers.collect(),
            optimizer: Some(OptimizerFile {
                step: state.optimizer.step,
                first: state.optimizer.first.clone(),
                second: state.optimizer.second.clone(),
            }),
            initial,
            changes: Some(changes.to_vec()),
        }
    }

    /// A model of which only this is known.
    fn of_layers(
        recipe: RecipePatch,
        features: Vec<FeatureStatistics>,
        epoch: u64,
        layers: Vec<LayerFile>,
    ) -> Result<Self, ModelError> {
        let model = Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            recipe,
            features,
            epoch,
            layers,
            optimizer: None,
            initial: None,
            changes: None,
        };
        model.state(&model.recipe())?;
        Ok(model)
    }

    /// Reads a model file and checks that it is one that can be used.
    ///
    /// # Errors
    /// What is wrong with it, in one sentence.
    pub fn read(mut from: impl Read) -> Result<Self, ModelError> {
        let mut text = Vec::new();
        from.read_to_end(&mut text)?;
        let model: Self = serde_json::from_slice(&text)?;
        model.state(&model.recipe())?;
        Ok(model)
    }

    /// Writes the file as one line of JSON.
    ///
    /// # Errors
    /// What the stream said.
    pub fn write(&self, mut to: impl Write) -> std::io::Result<()> {
        let mut text = serde_json::to_vec(self)?;
        text.push(b'\n');
        to.write_all(&text)
    }

    /// The whole recipe: what the file says, defaults elsewhere.
    pub fn recipe(&self) -> Recipe {
        self.recipe.clone().into()
    }

    /// The recipe with the rates that hold at the model's epoch.
    fn recipe_of_now(&self) -> RecipePatch {
        let recipe = self.recipe();
        let changes = self.changes.clone().unwrap_or_default();
        let rates = Schedule::new(Rates::of(&recipe), changes).at(self.epoch);
        RecipePatch {
            learning_rate: Some(rates.learning_rate),
            l1: Some(rates.l1),
            l2: Some(rates.l2),
            ..self.recipe.clone()
        }
    }

    /// Whether training `earlier` on, perhaps with other rates, leads here: the same beginning, the same
    /// changes up to there, and the same network where it is the same epoch.
    pub fn continues(&self, earlier: &Self) -> bool {
        let until = |model: &Self| -> Vec<Change> {
            let all = model.changes.iter().flatten();
            all.filter(|change| change.epoch <= earlier.epoch).cloned().collect()
        };
        let same_begin = self.initial.is_some()
            && (&self.recipe, &self.features, &self.initial) == (&earlier.recipe, &earlier.features, &earlier.initial);
        let same_end = self.epoch > earlier.epoch || self.epoch == earlier.epoch && self.layers == earlier.layers;
        same_begin && same_end && until(self) == until(earlier)
    }

    /// The model under some other settings, as flags give them. Another rate or regularisation is a
    /// change at the model's epoch and keeps the past; another optimiser forgets what it remembers;
    /// any other change but that of the rates makes time begin at the model's epoch.
    ///
    /// # Errors
    /// [`ModelError::Clash`] where a setting would change shape, features or scaling.
    pub fn with(mut self, settings: &RecipePatch) -> Result<Self, ModelError> {
        let before = self.recipe();
        let mut after: Recipe = settings.clone().over(self.recipe.clone()).into();
        if let Some(setting) = after.first_clash(&before) {
            return Err(ModelError::Clash(setting));
        }
        let base = Rates::of(&before);
        let mut schedule = Schedule::new(base, self.changes.take().unwrap_or_default());
        let now = schedule.at(self.epoch);
        let wanted = Rates {
            learning_rate: settings.learning_rate.unwrap_or(now.learning_rate),
            l1: settings.l1.unwrap_or(now.l1),
            l2: settings.l2.unwrap_or(now.l2),
        };
        (after.learning_rate, after.l1, after.l2) = (base.learning_rate, base.l1, base.l2);
        if after.optimizer() != before.optimizer() {
            self.optimizer = None;
        }
        if after.missing_age != before.missing_age {
            // A fill belongs to the old policy; means and deviations belong to the weights.
            for feature in self.features.iter_mut().filter(|given| given.name.needs_age()) {
                feature.fill = None;
            }
        }
        if after == before {
            schedule.set(self.epoch, wanted);
            self.changes = Some(schedule.all().to_vec());
        } else {
            (after.learning_rate, after.l1, after.l2) = (wanted.learning_rate, wanted.l1, wanted.l2);
            (self.initial, self.changes) = (None, None);
        }
        self.recipe = after.into();
        Ok(self)
    }

    /// The network and the optimiser's memory, once everything in the file agrees with the recipe.
    pub(super) fn state(&self, recipe: &Recipe) -> Result<Checkpoint, ModelError> {
        check::state(self, recipe)
    }

    /// Whether a file that begins like this is of the safetensors format.
    pub fn is_safetensors(start: &[u8]) -> bool {
        safetensors::is_one(start)
    }

    /// Reads a model of either format; `settings` are its recipe where the file does not say one.
    ///
    /// # Errors
    /// What is wrong with it, in one sentence.
    pub fn read_any(mut from: impl Read, settings: &RecipePatch) -> Result<Self, ModelError> {
        let mut bytes = Vec::new();
        from.read_to_end(&mut bytes)?;
        // Editors on Windows put this before a text.
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        if safetensors::is_one(bytes) {
            Self::from_safetensors(bytes, settings)
        } else if let Some(what) = other(bytes) {
            Err(ModelError::Other(what))
        } else {
            Self::read(bytes)
        }
    }

    /// The model in the bytes of a safetensors file; `settings` are its recipe where the file does
    /// not say one.
    ///
    /// # Errors
    /// What is wrong with it, in one sentence.
    pub fn from_safetensors(bytes: &[u8], settings: &RecipePatch) -> Result<Self, ModelError> {
        safetensors::read(bytes, settings)
    }

    /// Writes the network, its recipe with the rates of now, and its features as safetensors; the
    /// same model gives the same bytes.
    ///
    /// # Errors
    /// What the stream said.
    pub fn write_safetensors(&self, to: impl Write) -> std::io::Result<()> {
        safetensors::write(self, to)
    }
}

/// What a file is instead of a model, and what to do with it, where that can be told.
fn other(bytes: &[u8]) -> Option<&'static str> {
    let line = bytes.trim_ascii_start().split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line).to_lowercase();
    match bytes {
        [b'P', b'K', 3, 4, ..] | [0x80, 2..=5, ..] => Some(
            "is a file of Python's pickle or an archive, which only Python can read; save its weights as safetensors: safetensors.torch.save_file(net.state_dict(), \"net.safetensors\")",
        ),
        _ if line.starts_with(['{', '[']) => None,
        _ if line.starts_with("t1:") => Some("is a shared line, not a model; open it with: titanic-tui open LINE"),
        _ if line.contains("sex") && line.contains("age") && !line.contains('=') => {
            Some("is a list of people, not a model; give it with --data")
        }
        _ if line.contains('=') => Some("is a recipe, not a model; give it with --recipe"),
        _ => None,
    }
}
