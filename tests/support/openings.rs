//! Every kind of popup, and the keys that open it.

use titanic_tui::app::overlay::Overlay;

/// Keys that open each kind of popup; a new kind does not compile until it has its own.
pub const OPENINGS: [&str; 16] = [
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
];

/// The place of a popup's keys among the [`OPENINGS`].
pub const fn kind(overlay: &Overlay) -> usize {
    match overlay {
        Overlay::Help { .. } => 0,
        Overlay::Palette { .. } => 1,
        Overlay::Presets { .. } => 2,
        Overlay::Filter { .. } => 3,
        Overlay::Search { .. } => 4,
        Overlay::Rename { .. } => 5,
        Overlay::Export { .. } => 6,
        Overlay::Race { .. } => 7,
        Overlay::Save(_) => 8,
        Overlay::OpenFile(_) => 9,
        Overlay::Person => 10,
        Overlay::Columns => 11,
        Overlay::RecipeText { .. } => 12,
        Overlay::Features { .. } => 13,
        Overlay::WhatIf => 14,
        Overlay::Why => 15,
    }
}
