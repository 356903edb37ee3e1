//! What each screen remembers, and which of them is on.

use super::Screen;
use super::behaviour::Behaviour;
use super::beliefs::Beliefs;
use super::explore::Explore;
use super::gradients::Gradients;
use super::landscape::Landscape;
use super::recipe::RecipeForm;
use super::score::Score;
use super::train::Train;

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
