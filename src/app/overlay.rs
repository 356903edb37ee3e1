//! The popups and what each remembers. What keys do in them stands in `overlay_commands`.

use super::keys::{self, BINDINGS};
use super::run_files::{OpenForm, SaveForm};
use super::text_field::TextField;
use super::{App, Command};
use crate::training::Preset;

/// The open popup.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// The keys of this screen.
    Help {
        /// The first line shown.
        top: usize,
    },
    /// Every action by name.
    Palette {
        /// What was typed.
        field: TextField,
        /// The row under the cursor.
        selected: usize,
    },
    /// Ready-made runs.
    Presets {
        /// The row under the cursor.
        selected: usize,
    },
    /// Quick filters and an expression.
    Filter {
        /// The expression line.
        field: TextField,
        /// The row under the cursor: 0 is the expression line, then the quick filters.
        selected: usize,
    },
    /// The search line at the foot of the list.
    Search {
        /// What was typed.
        field: TextField,
        /// The row of the list to return to on Esc.
        from: usize,
    },
    /// The line for a run's name.
    Rename {
        /// What was typed.
        field: TextField,
        /// The place of the run.
        run: usize,
        /// Whether another run has that name.
        taken: bool,
    },
    /// What can be taken along.
    Export {
        /// The row under the cursor.
        selected: usize,
    },
    /// Ready-made fields of a race.
    Race {
        /// The row under the cursor.
        selected: usize,
    },
    /// Saving a run to a file.
    Save(SaveForm),
    /// Opening a file.
    OpenFile(OpenForm),
    /// One passenger with all columns.
    Person,
    /// The columns, their statistics, and which are shown.
    Columns,
    /// A line of the recipe form being typed.
    RecipeText {
        /// What was typed.
        field: TextField,
    },
    /// The features, to be switched on and off.
    Features {
        /// The row under the cursor.
        selected: usize,
    },
    /// What is seen of the run, and what to make of it.
    Why,
    /// A person of one's own.
    WhatIf,
}

/// What the arrow keys move in a popup.
#[derive(Debug)]
pub enum Cursor<'a> {
    /// The row chosen.
    Row(&'a mut usize),
    /// The first line shown.
    Line(&'a mut usize),
    /// What is saved.
    Saving(&'a mut SaveForm),
    /// The cursor *who*.
    Who,
    /// The column of the list in focus.
    Column,
    /// The match of the search.
    Match,
    /// What the what-if popup moves itself.
    OfWhatIf,
    /// Nothing.
    Nothing,
}

/// The text field of an overlay, shared or to be changed.
macro_rules! field_of {
    ($overlay:expr) => {
        match $overlay {
            Self::Palette { field, .. }
            | Self::Search { field, .. }
            | Self::RecipeText { field }
            | Self::Rename { field, .. }
            | Self::Save(SaveForm { field, .. })
            | Self::OpenFile(OpenForm { field, .. })
            | Self::Filter { field, selected: 0 } => Some(field),
            Self::Filter { .. }
            | Self::Help { .. }
            | Self::Presets { .. }
            | Self::Export { .. }
            | Self::Race { .. }
            | Self::Person
            | Self::Columns
            | Self::Features { .. }
            | Self::WhatIf
            | Self::Why => None,
        }
    };
}

impl Overlay {
    /// What ↑ and ↓ move.
    pub const fn cursor(&mut self) -> Cursor<'_> {
        match self {
            Self::Palette { selected, .. }
            | Self::Presets { selected }
            | Self::Features { selected }
            | Self::Export { selected }
            | Self::Race { selected }
            | Self::Filter { selected, .. } => Cursor::Row(selected),
            Self::Help { top } => Cursor::Line(top),
            Self::Save(form) => Cursor::Saving(form),
            Self::Person => Cursor::Who,
            Self::Columns => Cursor::Column,
            Self::Search { .. } => Cursor::Match,
            Self::WhatIf => Cursor::OfWhatIf,
            Self::Rename { .. } | Self::OpenFile(_) | Self::Why | Self::RecipeText { .. } => Cursor::Nothing,
        }
    }

    /// Whether the printable keys go into a text field.
    pub const fn takes_text(&self) -> bool {
        self.field().is_some()
    }

    /// The text field that takes the printable keys, if there is one.
    pub const fn field(&self) -> Option<&TextField> {
        field_of!(self)
    }

    /// The same, to be typed into.
    pub const fn field_mut(&mut self) -> Option<&mut TextField> {
        field_of!(self)
    }
}

impl Command {
    /// Whether it does beneath a popup what it does without one, and leaves it open: time passes, and the
    /// arithmetic is copied.
    pub const fn acts_beneath_popup(self) -> bool {
        matches!(
            self,
            Self::Forward(_)
                | Self::Back(_)
                | Self::ToStart
                | Self::Play
                | Self::Faster
                | Self::Slower
                | Self::RateUp
                | Self::RateDown
                | Self::Copy
        )
    }
}

/// A row of the palette.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaletteRow {
    /// A command with the key that means it.
    Command(Command, String),
    /// A jump to an epoch.
    Epoch(u64),
    /// A preset.
    Preset(Preset),
}

/// The palette's rows that match what was typed, in the order of the key table.
pub fn palette_rows(app: &App, typed: &str) -> Vec<PaletteRow> {
    let mut rows = Vec::new();
    let typed = typed.trim();
    if let Ok(epoch) = typed.parse::<u64>() {
        rows.push(PaletteRow::Epoch(epoch.min(crate::training::MAX_EPOCHS)));
        return rows;
    }
    let needle = typed.to_lowercase();
    let language = app.core.settings.language;
    let matches = |text: &str| needle.split_whitespace().all(|part| text.contains(part));
    let mut seen = Vec::new();
    for binding in BINDINGS.iter().filter(|binding| binding.applies(app)) {
        for &(_, command) in binding.keys {
            let works = !app.core.shows_what_if() || command.works_over_what_if();
            if seen.contains(&command) || !is_in_palette(command) || !works {
                continue;
            }
            seen.push(command);
            if matches(&language.say(command.title()).to_lowercase()) {
                let label = keys::key_for(app, command).map(keys::Key::label);
                rows.push(PaletteRow::Command(command, label.unwrap_or_default()));
            }
        }
    }
    for &preset in Preset::ALL {
        let title = language.say(crate::explain::words::presets::title(preset)).to_lowercase();
        if matches(&title) {
            rows.push(PaletteRow::Preset(preset));
        }
    }
    rows
}

/// Whether a command makes sense by name; moving about does not.
const fn is_in_palette(command: Command) -> bool {
    !matches!(
        command,
        Command::Up
            | Command::Down
            | Command::Left
            | Command::Right
            | Command::PageUp
            | Command::PageDown
            | Command::First
            | Command::Last
            | Command::Open
            | Command::Cancel
            | Command::Palette
            | Command::Nudge(_)
            | Command::EditStart
            | Command::EditBest
            | Command::EditKeep
            | Command::EditDrop
            | Command::WhatIfReset
    )
}
