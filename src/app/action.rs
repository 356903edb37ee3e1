//! What a user or the world can ask of the program, and what the program asks of the world.

use std::time::Duration;

use crossterm::event::{KeyEvent, MouseEvent};

use super::Hits;
use crate::training::Run;

/// One thing that happened.
#[derive(Debug)]
#[expect(missing_docs, reason = "a stand-in")]
pub enum Action {
    Key(KeyEvent),
    Mouse(MouseEvent),
    Paste(String),
    Resize { columns: u16, rows: u16 },
    Tick(Duration),
    Drawn(Hits),
    Saved(Result<String, String>),
    Found(usize),
    Opened(Vec<(String, Run)>, usize),
    Quit,
    Copied(Result<(), String>),
}

/// One thing only the edge of the program can do.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "a stand-in")]
pub enum Effect {
    Quit,
    Suspend,
    Redraw,
    Copy(String),
    Export { name: String, contents: String },
    OpenSavedRuns,
}
