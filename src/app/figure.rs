//! The drawings one can take along: vector pictures of what the screen shows, fit for a slide. What
//! they look like is the business of `ui::figures`.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::explain::words::{Word, figures as words, texts};

texts!("figures.Figure.title");

/// A drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, VariantArray, IntoStaticStr, EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum Figure {
    /// The network with the selected passenger's numbers.
    #[strum(serialize = "diagram")]
    Network,
    /// An activation function with everybody's z.
    Curve,
    /// Loss over epochs.
    Loss,
    /// Right answers over epochs.
    Accuracy,
    /// What the network believes about everyone, as the Beliefs screen shows it.
    Beliefs,
    /// The loss over two parameters, as the Landscape screen shows it.
    Landscape,
    /// Hits against false alarms.
    Roc,
}

impl Figure {
    /// All of them, in the order of menus.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// Its name on the command line, and its file's without the ending.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The drawing with this name.
    pub fn named(name: &str) -> Option<Self> {
        name.parse().ok()
    }
}

/// One thing of the program to take along in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// The listed passengers as CSV.
    Passengers,
    /// Every epoch's losses and counts as CSV.
    History,
    /// The recipe as TOML.
    Recipe,
    /// A drawing as SVG.
    Figure(Figure),
}

impl Export {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 10] = [
        Self::Passengers,
        Self::Figure(Figure::Network),
        Self::Figure(Figure::Curve),
        Self::Figure(Figure::Loss),
        Self::Figure(Figure::Accuracy),
        Self::History,
        Self::Figure(Figure::Beliefs),
        Self::Figure(Figure::Landscape),
        Self::Figure(Figure::Roc),
        Self::Recipe,
    ];

    /// What it is called in the menu.
    pub const fn title(self) -> Word {
        match self {
            Self::Passengers => words::PASSENGERS,
            Self::History => words::HISTORY,
            Self::Recipe => words::RECIPE,
            Self::Figure(figure) => figure.title(),
        }
    }

    /// The name its file gets where none of that name stands yet.
    pub fn file(self) -> String {
        match self {
            Self::Passengers => "passengers.csv".to_owned(),
            Self::History => "history.csv".to_owned(),
            Self::Recipe => "recipe.toml".to_owned(),
            Self::Figure(figure) => format!("{}.svg", figure.key()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A figure that `x` could not write would be a picture nobody can take along.
    #[test]
    fn every_figure_stands_in_the_menu_of_exports() {
        for &figure in Figure::ALL {
            assert!(Export::ALL.contains(&Export::Figure(figure)), "{figure:?}");
        }
        for table in [Export::Passengers, Export::History, Export::Recipe] {
            assert!(Export::ALL.contains(&table), "{table:?}");
        }
    }
}
