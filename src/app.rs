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
    /// Theme.
    pub theme: ThemeName,
    /// Language.
    pub language: Language,
    /// ASCII.
    pub ascii: bool,
    /// Session.
    pub session: String,
}

pub mod words {
//! Words.
/// Language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Japanese.
    Japanese,
}

impl Language {
    /// Key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Japanese => "ja",
        }
    }
    /// Locale.
    pub fn from_locale(locale: &str) -> Self {
        if locale.starts_with("ja") {
            Self::Japanese
        } else {
            Self::English
        }
    }
}

}
use words::Language;
/// Theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "a stand-in")]
pub enum ThemeName {
    #[default]
    Terminal,
    Dark,
    Light,
    Contrast,
    Mono,
}

impl ThemeName {
    /// All.
    pub const ALL: [Self; 5] = [
        Self::Terminal,
        Self::Dark,
        Self::Light,
        Self::Contrast,
        Self::Mono,
    ];
    /// Key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Contrast => "contrast",
            Self::Mono => "mono",
        }
    }
    /// Of key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.key() == key)
    }
}

/// Everything the screen shows is a function of this value.
#[derive(Debug, Default)]
pub struct App {
    quit: bool,
    dirty: bool,
    speed: u32,
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
        Self {
            dirty: true,
            ..Self::default()
        }
    }
    /// From a run.
    pub fn from_run(list: Arc<PassengerList>, _run: Run, settings: Settings) -> Self {
        Self::new(list, settings)
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
                if key.modifiers.is_empty() {
                    app.seen.push(letter);
                }
                match letter {
                    'q' => app.quit = true,
                    'c' if key.modifiers.contains(KeyModifiers::CONTROL) => app.quit = true,
                    'z' if key.modifiers.contains(KeyModifiers::CONTROL) => {
                        return vec![Effect::Suspend];
                    }
                    ']' => app.speed += 1,
                    ' ' if app.speed > 7 => app.working = 1000,
                    ' ' => app.playing = 1000,
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
