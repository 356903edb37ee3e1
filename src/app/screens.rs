//! What each screen remembers, and which of them is on.

pub(super) mod behaviour;
pub mod beliefs;
pub mod curve;
mod explore;
pub mod gradients;
pub mod landscape;
pub mod recipe;
pub mod score;
mod small_maps;
mod train;

use crate::app::figure::Figure;
use crate::app::screens::behaviour::Behaviour;
use crate::app::screens::beliefs::Beliefs;
use crate::app::screens::explore::Explore;
use crate::app::screens::gradients::Gradients;
use crate::app::screens::landscape::Landscape;
use crate::app::screens::recipe::RecipeForm;
use crate::app::screens::score::Score;
use crate::app::screens::train::Train;
use crate::app::{Core, Screen};

/// A line a screen: its name and its state.
macro_rules! screens {
    ($($screen:ident, $name:ident: $state:ident;)*) => {
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
    };
}

screens! {
    Explore, explore: Explore;
    Train, train: Train;
    Gradients, gradients: Gradients;
    Beliefs, beliefs: Beliefs;
    Landscape, landscape: Landscape;
    Score, score: Score;
    Recipe, recipe: RecipeForm;
}

impl Screens {
    /// Brings up to date what a drawing shows that only its own screen keeps so.
    pub(super) fn prepare(&mut self, core: &mut Core, figure: Figure) {
        match figure {
            Figure::Curve => self.explore.settle(core),
            Figure::Roc => self.score.follow(core),
            Figure::Landscape => self.landscape.follow(core),
            Figure::Network | Figure::Loss | Figure::Accuracy | Figure::Beliefs => {}
        }
    }
}
