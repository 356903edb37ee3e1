//! The popups that exist, and which of them are open: the what-if popup waits beneath another one, any other gives
//! way to it.

pub mod behaviour;
pub mod class_line;
pub mod columns;
pub mod export;
pub mod features;
pub mod filter;
pub mod glossary;
pub mod help;
pub mod lessons;
pub mod list_page;
pub mod open_file;
pub mod palette;
pub mod person;
pub mod presets;
pub mod race;
pub mod recipe_line;
pub mod rename;
pub mod save;
pub mod search;
pub mod what_if;
pub mod why;

use std::mem::{Discriminant, discriminant};

use crate::app::App;
use crate::app::popups::behaviour::PopupBehaviour;

/// A line a popup: its file and its state.
macro_rules! popups {
    ($($file:ident::$popup:ident;)*) => {
        /// A popup.
        #[derive(Debug, Clone)]
        #[expect(missing_docs, reason = "each holds the state of that name")]
        pub enum Popup {
            $($popup($popup),)*
        }

        $(pub use $file::$popup;

        impl From<$popup> for Popup {
            fn from(popup: $popup) -> Self {
                Self::$popup(popup)
            }
        })*

        impl Popup {
            /// The name of its file.
            pub(super) const fn key(&self) -> &'static str {
                match self { $(Self::$popup(_) => stringify!($file),)* }
            }

            fn on(&self) -> &dyn PopupBehaviour {
                match self { $(Self::$popup(popup) => popup,)* }
            }

            pub(super) fn on_mut(&mut self) -> &mut dyn PopupBehaviour {
                match self { $(Self::$popup(popup) => popup,)* }
            }

            /// What was typed, while the printable keys go into a text field.
            pub fn typed(&self) -> Option<&str> {
                self.on().field().map(|field| field.text())
            }
        }
    };
}

popups! {
    help::HelpPage;
    palette::CommandPalette;
    presets::PresetMenu;
    filter::FilterForm;
    search::SearchLine;
    rename::RenameLine;
    export::ExportMenu;
    race::RaceMenu;
    save::SaveForm;
    open_file::OpenForm;
    person::PersonCard;
    columns::ColumnMenu;
    recipe_line::RecipeLine;
    features::FeatureMenu;
    what_if::WhatIfForm;
    why::WhyPage;
    list_page::ListPage;
    lessons::LessonMenu;
    glossary::GlossaryPage;
    class_line::ClassLine;
}

/// The open popups.
#[derive(Debug, Default)]
pub struct Popups {
    /// The topmost last.
    pub(super) open: Vec<Popup>,
    /// Whether the last frame shows the topmost.
    pub(super) is_drawn: bool,
}

impl Popups {
    /// The one that has the keys.
    pub fn top(&self) -> Option<&Popup> {
        self.open.last()
    }

    /// All of them, the topmost last.
    pub fn all(&self) -> &[Popup] {
        &self.open
    }

    /// Whether one is open.
    pub fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// Whether letters are text in the topmost.
    pub fn takes_text(&self) -> bool {
        self.top().is_some_and(|popup| popup.typed().is_some())
    }

    /// Whether the person of one's own has the keys.
    pub fn asks_what_if(&self) -> bool {
        matches!(self.top(), Some(Popup::WhatIfForm(_)))
    }

    /// Whether help has the keys, or the words that it leads to.
    pub fn is_help(&self) -> bool {
        matches!(self.top(), Some(Popup::HelpPage(_) | Popup::GlossaryPage(_)))
    }

    /// Whether their popup is on the screen, under another one or with the keys.
    pub fn shows_what_if(&self) -> bool {
        matches!(self.open.first(), Some(Popup::WhatIfForm(_)))
    }

    /// Whether ↑ and ↓ do anything in the topmost.
    pub(super) fn moves(&self, app: &App) -> bool {
        self.top().is_some_and(|popup| popup.on().moves(app))
    }

    /// Whether ↑↓ stand on a box of the topmost that is switched on and off.
    pub(super) fn toggles(&self) -> bool {
        self.top().is_some_and(|popup| popup.on().toggles())
    }

    /// What `y` copies while they are open, if it is another thing than what the screen shows.
    pub(super) fn copied(&self, app: &App) -> Option<String> {
        self.open.iter().rev().find_map(|popup| popup.on().copied(&app.core))
    }

    /// Opens a popup, or closes it when it is the one that has the keys.
    pub(super) fn toggle(&mut self, popup: impl Into<Popup>) {
        let popup = popup.into();
        let again = self.kind() == Some(discriminant(&popup));
        if again || !self.asks_what_if() {
            self.open.pop();
        }
        if !again {
            self.open.push(popup);
        }
    }

    /// The same, if there is anything for it to be about.
    pub(super) fn toggle_if(&mut self, popup: Option<impl Into<Popup>>) {
        if let Some(popup) = popup {
            self.toggle(popup);
        }
    }

    /// Which one is the topmost.
    pub(super) fn kind(&self) -> Option<Discriminant<Popup>> {
        self.top().map(discriminant)
    }
}
