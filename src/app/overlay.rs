//! The popups and what each remembers. What keys do in them stands in `overlay_commands`.

use strum::VariantArray;

use crate::app::core::text_field::TextField;
use crate::explain::words::{Message, texts};

texts!("runs.Saving.word");

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

/// What of a run is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, VariantArray)]
pub enum Saving {
    /// Everything: the network with recipe and past.
    Model,
    /// What it is made by, to be edited and run again.
    Recipe,
    /// The numbers of the network, for `PyTorch` and others.
    Weights,
}

impl Saving {
    /// All of them, in the order of the popup.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Model => "json",
            Self::Recipe => "toml",
            Self::Weights => "safetensors",
        }
    }
}

/// Why a file was not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// There is one already, and nobody said that it may go.
    Exists,
    /// The world said no, in this sentence.
    Failed(Message),
}

/// The popup that saves a run.
#[derive(Debug, Clone)]
pub struct SaveForm {
    /// The path.
    pub field: TextField,
    /// What is saved.
    pub what: Saving,
    /// The place of the run.
    pub run: usize,
    /// Why the last try did not work.
    pub refused: Option<Refused>,
}

/// The popup that opens a file.
#[derive(Debug, Clone, Default)]
pub struct OpenForm {
    /// The path.
    pub field: TextField,
    /// Why the last try did not work.
    pub problem: Option<Message>,
}
