//! Every kind of popup, and the keys that open it.

use titanic_tui::app::popups::Popup;

/// Keys that open each kind of popup; a new kind does not compile until it has its own.
pub const OPENINGS: [&str; 20] = [
    "?",
    ":",
    "p",
    "f",
    "/ text:br",
    "2 S-Tab S-Tab e",
    "x",
    "2 R",
    "C-s",
    "I",
    "Enter",
    "d",
    "7 Down Down Down e",
    "7 e",
    "w",
    "!",
    "H",
    "W",
    "P #",
    "@",
];

/// The place of a popup's keys among the [`OPENINGS`].
pub const fn kind(popup: &Popup) -> usize {
    match popup {
        Popup::HelpPage(_) => 0,
        Popup::CommandPalette(_) => 1,
        Popup::PresetMenu(_) => 2,
        Popup::FilterForm(_) => 3,
        Popup::SearchLine(_) => 4,
        Popup::RenameLine(_) => 5,
        Popup::ExportMenu(_) => 6,
        Popup::RaceMenu(_) => 7,
        Popup::SaveForm(_) => 8,
        Popup::OpenForm(_) => 9,
        Popup::PersonCard(_) => 10,
        Popup::ColumnMenu(_) => 11,
        Popup::RecipeLine(_) => 12,
        Popup::FeatureMenu(_) => 13,
        Popup::WhatIfForm(_) => 14,
        Popup::WhyPage(_) => 15,
        Popup::LessonMenu(_) => 16,
        Popup::GlossaryPage(_) => 17,
        Popup::ClassLine(_) => 18,
        Popup::ListPage(_) => 19,
    }
}
