//! What can happen to the program, and what it asks of the world outside.

use std::time::Duration;

use crossterm::event::{KeyEvent, MouseEvent};

use crate::app::figure::Figure;
use crate::app::{Ground, Hits};
use crate::explain::words::Message;
use crate::training::{Recipe, RecipePatch, Run};

/// One thing that happened.
#[derive(Debug)]
pub enum Action {
    /// A key was pressed.
    Key(KeyEvent),
    /// The mouse did something.
    Mouse(MouseEvent),
    /// Text was pasted.
    Paste(String),
    /// The terminal has a new size.
    Resize {
        /// Width in cells.
        columns: u16,
        /// Height in cells.
        rows: u16,
    },
    /// The terminal told what it writes on, or does not answer.
    Ground(Ground),
    /// The terminal told how many cells an ambiguous character takes.
    AmbiguousWidth(u16),
    /// Time passed.
    Tick(Duration),
    /// A frame was drawn; here is where things stand on it.
    Drawn(Hits),
    /// An export was written to this path, or why not.
    Saved(Result<String, String>),
    /// This text went to the clipboard, or why not.
    Copied(Result<String, String>),
    /// So many runs of earlier sessions can be opened.
    Found(usize),
    /// A list of this name was not read to its end, and the program goes on with the one inside.
    GaveUp(String),
    /// Something was wrong before the program began, and it began all the same.
    Warned(Message),
    /// Runs of earlier sessions, each with the name of its file, and how many could not be read.
    Opened(Vec<(String, Run)>, usize),
    /// A run was saved to this path, or why not.
    SavedFile(Result<String, Refused>),
    /// A run was opened, or the sentence that says why not.
    OpenedFile(Result<Box<Run>, Message>),
    /// These files can be opened.
    FoundFiles(Vec<FoundFile>),
    /// The program has to end.
    Quit,
}

/// A model or a recipe that can be opened.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundFile {
    /// The path that opens it.
    pub path: String,
    /// Whether an earlier session kept it; else it is in the folder the program was started in.
    pub is_kept: bool,
    /// Its size.
    pub bytes: u64,
    /// How long ago it was written, where that is known.
    pub age: Option<Duration>,
    /// The recipe in it, where that was quickly read.
    pub recipe: Option<Recipe>,
    /// The epoch of the model in it.
    pub epoch: Option<u64>,
}

impl FoundFile {
    /// The name without the folder.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
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

/// One thing only the edge of the program can do.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Leave.
    Quit,
    /// Stop until the shell continues the program.
    Suspend,
    /// Clear the terminal before the next frame.
    Redraw,
    /// Put text on the clipboard.
    Copy(String),
    /// Write a file beside the user's work, never over another.
    Export {
        /// The name to try first.
        name: String,
        /// What the file holds.
        contents: String,
    },
    /// Draw this and write it beside the user's work, never over another file.
    Draw(Figure),
    /// Write a file where the user wants it.
    Save {
        /// Where.
        path: String,
        /// What the file holds.
        contents: Vec<u8>,
        /// Whether the user said that a file of this name may go.
        overwrite: bool,
    },
    /// Open a model or a recipe.
    OpenFile {
        /// Where it is.
        path: String,
        /// The recipe for tensors that do not say theirs: that of the run on the screen.
        recipe: Box<RecipePatch>,
    },
    /// Look which files can be opened.
    FindFiles,
    /// Open the runs of earlier sessions.
    OpenSavedRuns,
    /// Keep this of the tour for later sessions.
    KeepProgress(String),
}
