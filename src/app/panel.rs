//! The screens that exist and the panels on each, in the order Tab walks them.

use strum::VariantArray;

use super::words::{Word, beliefs, explore, gradients, landscape, recipe, score};

/// A screen with a tab of its own. Only finished screens are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, VariantArray)]
pub enum Screen {
    /// The post: list, network, calculation, curves.
    Explore,
    /// Curves over time, the ledger of flips, the runs.
    Train,
    /// One step of training, backwards through the network.
    Gradients,
    /// What the network believes about everyone who could have been aboard.
    Beliefs,
    /// The loss over two parameters, with the path of training.
    Landscape,
    /// How good it is, honestly.
    Score,
    /// What a run is made of, and what changing it costs.
    Recipe,
}

/// A part of a screen that can have the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Panel {
    /// The passenger table.
    Passengers,
    /// The network diagram with its pointer.
    Network,
    /// The prediction as arithmetic.
    Calculation,
    /// Sigmoid, ReLU and the other activations.
    Curve,
    /// Loss over epochs.
    Loss,
    /// Accuracy over epochs.
    Accuracy,
    /// Parameters over epochs.
    Parameters,
    /// Who changed sides between two epochs.
    Ledger,
    /// The runs of this session.
    Runs,
    /// The network with its gradient flowing back.
    Backward,
    /// The chain rule for the parameter pointed at.
    Chain,
    /// Gradient, check, step and new value of every parameter.
    Steps,
    /// Who pulls the parameter up and who down.
    Pulls,
    /// The strips of ages or the map of two features.
    Beliefs,
    /// A small map for each hidden neuron.
    Neurons,
    /// The loss around this run.
    Landscape,
    /// The loss around the same run with the other scaling.
    Beside,
    /// Right answers, with intervals and baselines.
    Standing,
    /// The four kinds of answer, and the ratios made of them.
    Confusion,
    /// Hits against false alarms at every threshold.
    Roc,
    /// Right answers at every threshold.
    Threshold,
    /// What it said against what became of them.
    Calibration,
    /// How many people it gave which p.
    Histogram,
    /// Right answers by sex, class and age.
    Groups,
    /// Hidden widths over seeds, beside the author's bars.
    Sweep,
    /// The recipe as a form.
    Recipe,
    /// Ready-made recipes.
    Presets,
}

impl Screen {
    /// All screens in the order of their digits.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// Its place among the screens.
    pub const fn index(self) -> usize {
        match self {
            Self::Explore => 0,
            Self::Train => 1,
            Self::Gradients => 2,
            Self::Beliefs => 3,
            Self::Landscape => 4,
            Self::Score => 5,
            Self::Recipe => 6,
        }
    }

    /// The name used on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Explore => "explore",
            Self::Train => "train",
            Self::Gradients => "gradients",
            Self::Beliefs => "beliefs",
            Self::Landscape => "landscape",
            Self::Score => "score",
            Self::Recipe => "recipe",
        }
    }

    /// What its tab says.
    pub const fn title(self) -> Word {
        match self {
            Self::Explore => explore::EXPLORE,
            Self::Train => explore::TRAIN,
            Self::Gradients => gradients::GRADIENTS,
            Self::Beliefs => beliefs::BELIEFS,
            Self::Landscape => landscape::LANDSCAPE,
            Self::Score => score::SCORE,
            Self::Recipe => recipe::RECIPE,
        }
    }

    /// The screen with this name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|screen| screen.key() == key)
    }

    /// Its panels in the order Tab walks them; the first has the focus at the start.
    pub const fn panels(self) -> &'static [Panel] {
        match self {
            Self::Explore => &[
                Panel::Passengers,
                Panel::Network,
                Panel::Calculation,
                Panel::Curve,
            ],
            Self::Train => &[
                Panel::Loss,
                Panel::Ledger,
                Panel::Accuracy,
                Panel::Runs,
                Panel::Parameters,
            ],
            Self::Gradients => &[Panel::Chain, Panel::Steps, Panel::Backward, Panel::Pulls],
            Self::Beliefs => &[Panel::Beliefs, Panel::Neurons],
            Self::Landscape => &[Panel::Landscape, Panel::Beside],
            Self::Score => &[
                Panel::Standing,
                Panel::Threshold,
                Panel::Confusion,
                Panel::Roc,
                Panel::Calibration,
                Panel::Histogram,
                Panel::Groups,
                Panel::Sweep,
            ],
            Self::Recipe => &[Panel::Recipe, Panel::Presets],
        }
    }

    /// Its digit.
    pub const fn digit(self) -> char {
        match self {
            Self::Explore => '1',
            Self::Train => '2',
            Self::Gradients => '3',
            Self::Beliefs => '4',
            Self::Landscape => '5',
            Self::Score => '6',
            Self::Recipe => '7',
        }
    }
}

impl Panel {
    /// The screen it stands on.
    pub const fn screen(self) -> Screen {
        match self {
            Self::Passengers | Self::Network | Self::Calculation | Self::Curve => Screen::Explore,
            Self::Loss | Self::Accuracy | Self::Parameters | Self::Ledger | Self::Runs => {
                Screen::Train
            }
            Self::Backward | Self::Chain | Self::Steps | Self::Pulls => Screen::Gradients,
            Self::Beliefs | Self::Neurons => Screen::Beliefs,
            Self::Landscape | Self::Beside => Screen::Landscape,
            Self::Standing
            | Self::Confusion
            | Self::Roc
            | Self::Threshold
            | Self::Calibration
            | Self::Histogram
            | Self::Groups
            | Self::Sweep => Screen::Score,
            Self::Recipe | Self::Presets => Screen::Recipe,
        }
    }
}
