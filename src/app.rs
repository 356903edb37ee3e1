//! Stand-in for the state of the program until the real one lands.

mod action;
mod hits;

use std::sync::Arc;

pub use action::{Action, Effect};
use crossterm::event::{KeyCode, KeyModifiers};
pub use hits::{Area, Hits, Target};

use crate::data::PassengerList;
use crate::training::{ModelFile, Run};

/// What the user chose at the start.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Mouse.
    pub mouse: bool,
}

/// Everything the screen shows is a function of this value.
#[derive(Debug, Default)]
pub struct App {
    quit: bool,
    dirty: bool,
    /// Ticks still to be played.
    pub playing: u32,
    /// Ticks of work still to be done.
    pub working: u32,
    /// Everything that happened, for the tests of the loop.
    pub seen: String,
}

impl App {
    /// New.
    pub fn new(_list: Arc<PassengerList>, _settings: Settings) -> Self {
        Self { dirty: true, ..Self::default() }
    }
    /// Whether the user has asked to leave.
    pub const fn is_over(&self) -> bool {
        self.quit
    }
    /// Playing.
    pub const fn needs_tick(&self) -> bool {
        self.playing > 0
    }
    /// Flat out.
    pub const fn is_working(&self) -> bool {
        self.working > 0
    }
    /// Something to redraw.
    pub const fn take_dirty(&mut self) -> bool {
        std::mem::replace(&mut self.dirty, false)
    }
    /// Runs.
    pub fn runs_to_save(&self) -> Vec<(String, ModelFile)> {
        Vec::new()
    }
}

/// The only code that changes the state.
pub fn update(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Key(key) => {
            app.dirty = true;
            if let KeyCode::Char(letter) = key.code {
                app.seen.push(letter);
                match letter {
                    'q' => app.quit = true,
                    'c' if key.modifiers.contains(KeyModifiers::CONTROL) => app.quit = true,
                    'z' if key.modifiers.contains(KeyModifiers::CONTROL) => {
                        return vec![Effect::Suspend];
                    }
                    ' ' => app.playing = 10,
                    'w' => app.working = 1000,
                    'y' => return vec![Effect::Copy("copied".to_owned())],
                    'x' => {
                        return vec![Effect::Export {
                            name: "view.csv".to_owned(),
                            contents: "a,b\n".to_owned(),
                        }];
                    }
                    'L' => return vec![Effect::Redraw],
                    'O' => return vec![Effect::OpenSavedRuns],
                    _ => {}
                }
            }
        }
        Action::Tick(_) => {
            app.dirty = true;
            app.playing = app.playing.saturating_sub(1);
            app.working = app.working.saturating_sub(1);
        }
        Action::Drawn(_) | Action::Mouse(_) => {}
        Action::Paste(text) => {
            app.dirty = true;
            app.seen.push_str(&text);
        }
        other => {
            app.dirty = true;
            app.seen.push_str(&format!("{other:?}"));
        }
    }
    Vec::new()
}
