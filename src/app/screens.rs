//! The screens that exist, the panels on each, and what a screen is to the rest of the program: one trait.

use std::ops::ControlFlow;

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::beliefs::Beliefs;
use super::explore::Explore;
use super::figure::Export;
use super::gradients::Gradients;
use super::hits::{Area, Target};
use super::landscape::Landscape;
use super::pointer::Direction;
use super::recipe_form::RecipeForm;
use super::score::Score;
use super::train::Train;

use super::{Core, Effect, arithmetic};
use crate::analysis::Attribute;
use crate::data::Column;
use crate::explain::update::Stage;
use crate::explain::words::texts;
use crate::training::Setting;

texts!("explore.Screen.title");

/// What came of something the user did: done here, with what the world is asked to do, or passed on to what
/// lies beneath.
pub(super) type Turn = ControlFlow<Vec<Effect>>;

/// Done, and nothing to ask of the world.
pub(super) const DONE: Turn = ControlFlow::Break(Vec::new());
/// Not for this layer.
pub(super) const PASSED: Turn = ControlFlow::Continue(());

/// Something pointed at with the mouse.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pointed {
    /// Where it was drawn.
    pub area: Area,
    /// What it is.
    pub target: Target,
    /// The cell the mouse is on.
    pub x: u16,
    /// Its row.
    pub y: u16,
    /// Whether the button was pressed before and is still held.
    pub held: bool,
}

/// What a screen does in its own way. Each acts on its own state and on the core, and on no other screen.
pub(super) trait Behaviour {
    /// An arrow in the focused panel.
    fn go(&mut self, core: &mut Core, direction: Direction);

    /// A page key in the focused panel.
    fn page(&mut self, core: &mut Core, down: bool);

    /// Home, End, g or G in the focused panel.
    fn edge(&mut self, core: &mut Core, last: bool);

    /// Enter in the focused panel.
    fn open(&mut self, core: &mut Core) -> Vec<Effect>;

    /// Something of its own clicked or dragged along; what all screens have is passed on.
    fn point(&mut self, core: &mut Core, at: Pointed) -> Turn;

    /// What `x` offers first from the panel in focus: a picture as a drawing, a table as a table.
    fn export(&self, core: &Core) -> Export;

    /// The wheel over a panel.
    fn wheel(&mut self, core: &mut Core, panel: Panel, down: bool) {
        let _ = panel;
        self.go(core, if down { Direction::Down } else { Direction::Up });
    }

    /// `v`: the next view.
    fn next_view(&mut self, _core: &mut Core) {}

    /// `a`: the next axes.
    fn next_axes(&mut self, _core: &mut Core) {}

    /// `t`: the next part of the rows.
    fn next_parts(&mut self, core: &mut Core) {
        core.next_parts();
    }

    /// `m`: the next policy for missing ages.
    fn next_policy(&mut self, _core: &mut Core) {}

    /// Whether Esc has anything to undo here.
    fn can_cancel(&self, _core: &Core) -> bool {
        false
    }

    /// Esc: undoes the thing opened last.
    fn cancel(&mut self, _core: &mut Core) {}

    /// Brings what keys may ask for up to date, as a frame drawn now would show it.
    fn settle(&mut self, _core: &mut Core) {}

    /// Brings everything that is drawn up to date with the cursors.
    fn follow(&mut self, _core: &mut Core) {}

    /// After a frame: takes over how large things were drawn.
    fn drawn(&mut self, _core: &mut Core) {}

    /// Whether what is drawn now is still being computed and will be there soon.
    fn is_pending(&self, _core: &Core) -> bool {
        false
    }

    /// Does about a millisecond of that.
    fn slice(&mut self, _core: &mut Core) {}

    /// What `y` copies.
    fn copied(&mut self, core: &mut Core) -> String {
        arithmetic::prediction(core)
    }
}

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

/// What all screens have, a line a screen: the enum of its panels, its state, and the name of both.
macro_rules! screens {
    ($($screen:ident($panel:ident, $target:ident), $name:ident: $state:ident;)*) => {
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

        $(impl From<$target> for Target {
            fn from(target: $target) -> Self {
                Self::Own(OwnTarget::$screen(target))
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
            $(pub $name: $panel,)*
        }

        impl Focus {
            /// The panel with the focus on a screen.
            pub const fn on(&self, screen: Screen) -> Panel {
                match screen { $(Screen::$screen => Panel::$screen(self.$name),)* }
            }

            /// Gives a panel the focus of its screen.
            pub const fn set(&mut self, panel: Panel) {
                match panel { $(Panel::$screen(panel) => self.$name = panel,)* }
            }
        }

        /// What each screen remembers.
        #[derive(Debug, Default)]
        #[expect(missing_docs, reason = "each is the screen of that name")]
        pub struct Screens {
            $(pub $name: $state,)*
        }

        impl Screens {
            pub(super) fn on(&self, screen: Screen) -> &dyn Behaviour {
                match screen { $(Screen::$screen => &self.$name,)* }
            }

            pub(super) fn on_mut(&mut self, screen: Screen) -> &mut dyn Behaviour {
                match screen { $(Screen::$screen => &mut self.$name,)* }
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
    Explore(ExplorePanel, ExploreTarget), explore: Explore;
    Train(TrainPanel, TrainTarget), train: Train;
    Gradients(GradientsPanel, GradientsTarget), gradients: Gradients;
    Beliefs(BeliefsPanel, BeliefsTarget), beliefs: Beliefs;
    Landscape(LandscapePanel, LandscapeTarget), landscape: Landscape;
    Score(ScorePanel, ScoreTarget), score: Score;
    Recipe(RecipePanel, RecipeTarget), recipe: RecipeForm;
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
