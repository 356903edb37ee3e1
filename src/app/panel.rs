//! The screens that exist and the panels on each, in the order Tab walks them.

use strum::VariantArray;

use crate::explain::words::{Word, texts};

texts!("explore.screen");

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

/// A panel of [`Screen::Explore`], in the order Tab walks them; the first has the focus at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, VariantArray)]
pub enum ExplorePanel {
    /// The passenger table.
    #[default]
    Passengers,
    /// The network diagram with its pointer.
    Network,
    /// The prediction as arithmetic.
    Calculation,
    /// Sigmoid, ReLU and the other activations.
    Curve,
}

/// A panel of [`Screen::Train`], in the order Tab walks them; the first has the focus at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, VariantArray)]
pub enum TrainPanel {
    /// Loss over epochs.
    #[default]
    Loss,
    /// Who changed sides between two epochs.
    Ledger,
    /// Accuracy over epochs.
    Accuracy,
    /// The runs of this session.
    Runs,
    /// Parameters over epochs.
    Parameters,
}

/// A panel of [`Screen::Gradients`], in the order Tab walks them; the first has the focus at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, VariantArray)]
pub enum GradientsPanel {
    /// The chain rule for the parameter pointed at.
    #[default]
    Chain,
    /// Gradient, check, step and new value of every parameter.
    Steps,
    /// The network with its gradient flowing back.
    Backward,
    /// Who pulls the parameter up and who down.
    Pulls,
}

/// A panel of [`Screen::Beliefs`], in the order Tab walks them; the first has the focus at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, VariantArray)]
pub enum BeliefsPanel {
    /// The strips of ages or the map of two features.
    #[default]
    Beliefs,
    /// A small map for each hidden neuron.
    Neurons,
}

/// A panel of [`Screen::Landscape`], in the order Tab walks them; the first has the focus at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, VariantArray)]
pub enum LandscapePanel {
    /// The loss around this run.
    #[default]
    Landscape,
    /// The loss around the same run with the other scaling.
    Beside,
}

/// A panel of [`Screen::Score`], in the order Tab walks them; the first has the focus at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, VariantArray)]
pub enum ScorePanel {
    /// Right answers, with intervals and baselines.
    #[default]
    Standing,
    /// Right answers at every threshold.
    Threshold,
    /// The four kinds of answer, and the ratios made of them.
    Confusion,
    /// Hits against false alarms at every threshold.
    Roc,
    /// What it said against what became of them.
    Calibration,
    /// How many people it gave which p.
    Histogram,
    /// Right answers by sex, class and age.
    Groups,
    /// Hidden widths over seeds, beside the author's bars.
    Sweep,
}

/// A panel of [`Screen::Recipe`], in the order Tab walks them; the first has the focus at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, VariantArray)]
pub enum RecipePanel {
    /// The recipe as a form.
    #[default]
    Recipe,
    /// Ready-made recipes.
    Presets,
}

/// What all screens have, a line a screen: the enum of its panels, and the name of its focus.
macro_rules! screens {
    ($($screen:ident($panel:ident), $focus:ident;)*) => {
        /// A part of a screen that can have the focus.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "each is a panel of the screen of that name")]
        pub enum Panel {
            $($screen($panel),)*
        }

        $(impl From<$panel> for Panel {
            fn from(panel: $panel) -> Self {
                Self::$screen(panel)
            }
        })*

        impl Panel {
            /// The screen it stands on.
            pub const fn screen(self) -> Screen {
                match self { $(Self::$screen(_) => Screen::$screen,)* }
            }
        }

        /// The panel with the focus on each screen.
        #[derive(Debug, Clone, Copy, Default)]
        #[expect(missing_docs, reason = "each is the focus on the screen of that name")]
        pub struct Focus {
            $(pub $focus: $panel,)*
        }

        impl Focus {
            /// The panel with the focus on a screen.
            pub const fn on(&self, screen: Screen) -> Panel {
                match screen { $(Screen::$screen => Panel::$screen(self.$focus),)* }
            }

            /// Gives a panel the focus of its screen.
            pub const fn set(&mut self, panel: Panel) {
                match panel { $(Panel::$screen(panel) => self.$focus = panel,)* }
            }
        }

        impl Screen {
            /// Its panels in the order Tab walks them; the first has the focus at the start.
            pub fn panels(self) -> Vec<Panel> {
                match self { $(Self::$screen => $panel::VARIANTS.iter().copied().map(Panel::from).collect(),)* }
            }
        }
    };
}

screens! {
    Explore(ExplorePanel), explore;
    Train(TrainPanel), train;
    Gradients(GradientsPanel), gradients;
    Beliefs(BeliefsPanel), beliefs;
    Landscape(LandscapePanel), landscape;
    Score(ScorePanel), score;
    Recipe(RecipePanel), recipe;
}

impl Screen {
    /// All screens in the order of their digits.
    pub const ALL: &[Self] = Self::VARIANTS;

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
        screen(self)
    }

    /// The screen with this name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|screen| screen.key() == key)
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
