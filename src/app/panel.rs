//! The screens that exist and the panels on each, in the order Tab walks them.

/// A screen with a tab of its own. Only finished screens are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The post: list, network, calculation, curves.
    Explore,
    /// Curves over time, the ledger of flips, the runs.
    Train,
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
    /// The recipe as a form.
    Recipe,
    /// Ready-made recipes.
    Presets,
}

impl Screen {
    /// All screens in the order of their digits.
    pub const ALL: [Self; 3] = [Self::Explore, Self::Train, Self::Recipe];

    /// Its place among the screens.
    pub const fn index(self) -> usize {
        match self {
            Self::Explore => 0,
            Self::Train => 1,
            Self::Recipe => 2,
        }
    }

    /// The name used on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Explore => "explore",
            Self::Train => "train",
            Self::Recipe => "recipe",
        }
    }

    /// The screen with this name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|screen| screen.key() == key)
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
            Self::Recipe => &[Panel::Recipe, Panel::Presets],
        }
    }

    /// Its digit.
    pub const fn digit(self) -> char {
        match self {
            Self::Explore => '1',
            Self::Train => '2',
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
            Self::Recipe | Self::Presets => Screen::Recipe,
        }
    }
}
