//! The screens that exist, the panels on each in the order Tab walks them, and what only one screen has to point at.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::analysis::Attribute;
use crate::data::Column;
use crate::explain::update::Stage;
use crate::explain::words::texts;
use crate::training::Setting;

texts!("explore.Screen.title");
texts!("panels.Panel.title");

/// A screen with a tab of its own. Only finished screens are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, VariantArray, IntoStaticStr, EnumString)]
#[strum(serialize_all = "lowercase")]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum BeliefsPanel {
    /// The strips of ages or the map of two features.
    #[default]
    Beliefs,
    /// A small map for each hidden neuron.
    Neurons,
}

/// A panel of [`Screen::Landscape`], in the order Tab walks them; the first has the focus at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum LandscapePanel {
    /// The loss around this run.
    #[default]
    Landscape,
    /// The loss around the same run with the other scaling.
    Beside,
}

/// A panel of [`Screen::Score`], in the order Tab walks them; the first has the focus at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
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
    /// Folds of the training rows, each judged by a network that never saw it.
    Folds,
    /// Hidden widths over seeds, beside the author's bars.
    Sweep,
    /// What each feature is worth.
    Worth,
}

/// A panel of [`Screen::Recipe`], in the order Tab walks them; the first has the focus at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum RecipePanel {
    /// The recipe as a form.
    #[default]
    Recipe,
    /// Ready-made recipes.
    Presets,
}

/// What only [`Screen::Explore`] has to point at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ExploreTarget {
    /// A row of the list, by its place in the view.
    Row(usize),
    /// The head of a column.
    Head(Column),
    /// The z axis of the curve; dragging slides z.
    Slider {
        /// z in the first column.
        from: f64,
        /// z in the last column.
        to: f64,
    },
}

/// What only [`Screen::Train`] has to point at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TrainTarget {
    /// A row of the ledger of flips.
    Flip(usize),
    /// A row of the list of runs.
    Run(usize),
}

/// What only [`Screen::Gradients`] has to point at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum GradientsTarget {
    /// Someone who pulls a parameter up or down, by the row of the list.
    Pull(usize),
    /// A micro-step of one update.
    Stage(Stage),
    /// Whose gradient it is; a click changes between the person and the batch.
    Whose,
}

/// What only [`Screen::Beliefs`] has to point at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum BeliefsTarget {
    /// Strips of ages, women above men; a click points at somebody of that age.
    Ages {
        /// Cells a year is wide.
        per_year: u16,
        /// The row where the men's part begins.
        men_from: u16,
    },
    /// A map of two attributes; a click points at a place on it.
    Map {
        /// The attributes along and up.
        axes: [Attribute; 2],
    },
    /// A row of the list of people at the place pointed at.
    PersonHere(usize),
    /// The small map of a hidden neuron, by its place among all of them.
    SmallMap(usize),
}

/// What only [`Screen::Landscape`] has to point at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LandscapeTarget {
    /// The map of the loss in a panel; dragging moves the probe.
    LossMap {
        /// The panel it stands in.
        panel: LandscapePanel,
        /// How many losses stand in a cell, one above the other.
        per_cell: u16,
    },
}

/// What only [`Screen::Score`] has to point at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ScoreTarget {
    /// An axis of thresholds from 0 to 1; dragging slides the threshold.
    Cut,
    /// A row of the table of groups.
    Group(usize),
    /// A row of the calibration.
    Bin(usize),
    /// A hidden width of the sweep, by its place.
    SweepRow(usize),
}

/// What only [`Screen::Recipe`] has to point at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RecipeTarget {
    /// A line of the recipe form.
    Line(Setting),
    /// The sign that changes the recipe line in focus, forward or back.
    Step(bool),
    /// A row of the list of presets.
    Preset(usize),
}

/// What all screens have, a line a screen: the enums of its panels and targets, and the name of its focus.
macro_rules! screens {
    ($($screen:ident($panel:ident, $target:ident), $name:ident;)*) => {
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

        /// What only one screen has to point at.
        #[derive(Debug, Clone, Copy, PartialEq)]
        #[expect(missing_docs, reason = "each is of the screen of that name")]
        pub enum OwnTarget {
            $($screen($target),)*
        }

        $(impl From<$target> for OwnTarget {
            fn from(target: $target) -> Self {
                Self::$screen(target)
            }
        })*

        impl Panel {
            /// The screen it stands on.
            pub const fn screen(self) -> Screen {
                match self { $(Self::$screen(_) => Screen::$screen,)* }
            }
        }

        /// The panel with the focus on each screen.
        #[derive(Debug, Clone, Copy, PartialEq, Default)]
        #[expect(missing_docs, reason = "each is the focus on the screen of that name")]
        pub struct Focus {
            $(pub $name: $panel,)*
        }

        impl Focus {
            /// The panel with the focus on a screen.
            pub(super) const fn on(&self, screen: Screen) -> Panel {
                match screen { $(Screen::$screen => Panel::$screen(self.$name),)* }
            }

            /// Gives a panel the focus of its screen.
            pub(super) const fn set(&mut self, panel: Panel) {
                match panel { $(Panel::$screen(panel) => self.$name = panel,)* }
            }
        }

        impl Panel {
            /// Its screen's name and its own, `explore.network`.
            pub(super) fn key(self) -> String {
                let own: &str = match self { $(Self::$screen(panel) => panel.into(),)* };
                format!("{}.{own}", self.screen().key())
            }

            /// The panel of this name.
            pub(super) fn from_key(key: &str) -> Option<Self> {
                let mut all = Screen::ALL.iter().flat_map(|screen| screen.panels());
                all.find(|panel| panel.key() == key)
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
    Explore(ExplorePanel, ExploreTarget), explore;
    Train(TrainPanel, TrainTarget), train;
    Gradients(GradientsPanel, GradientsTarget), gradients;
    Beliefs(BeliefsPanel, BeliefsTarget), beliefs;
    Landscape(LandscapePanel, LandscapeTarget), landscape;
    Score(ScorePanel, ScoreTarget), score;
    Recipe(RecipePanel, RecipeTarget), recipe;
}

impl Screen {
    /// All screens in the order of their digits.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The name used on the command line.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The screen with this name.
    pub fn from_key(key: &str) -> Option<Self> {
        key.parse().ok()
    }

    /// Its digit.
    pub const fn digit(self) -> char {
        (b'1' + self as u8) as char
    }
}
