//! The one table of bindings. Dispatch, the line of hints, the help page, the palette and the
//! README's key table all read it; `tests/docs.rs` holds them together. Words stand in `words`. What a user's config
//! gives other keys is one change to the whole of it (`in_force`).

mod in_force;
mod key;
mod table;
pub mod written;

use std::borrow::Cow;

use crossterm::event::KeyEvent;
use strum::VariantArray;

pub use in_force::{KeyTable, Refusal};
pub use key::Key;

use crate::app::present::covers;
use crate::app::tour::Tour;
use crate::app::{App, Command, Panel, Screen};
use crate::explain::words::{Word, texts};

texts!("help.Heading.title");

/// Keys that share their words: a pair such as `.` and `,`, or one key alone.
#[derive(Debug, Clone)]
pub struct Binding {
    /// Where it holds.
    pub scope: Scope,
    /// Each key with what it means.
    pub keys: Cow<'static, [(Key, Command)]>,
    /// The heading it stands under in the help.
    pub group: Heading,
    /// Its words on the help page and in the README.
    pub help: Word,
    /// Its short words in the line of hints, if it earns a place there.
    pub hint: Option<Word>,
    /// Whether it does anything now; what does nothing is neither offered nor done.
    pub when: fn(&App) -> bool,
}

/// Where a binding holds; a narrower scope wins over a wider one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// On every screen.
    Everywhere,
    /// On one screen.
    Screen(Screen),
    /// While one panel has the focus.
    Panel(Panel),
    /// While a number is set by hand.
    Edit,
    /// While a race is on the screen.
    Race,
    /// While the what-if popup is open.
    WhatIf,
    /// While another popup is open.
    Popup,
    /// While the tour waits for an answer or a nod.
    Tour,
    /// In front of a class.
    Present,
}

/// A heading of the help page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, VariantArray)]
pub enum Heading {
    /// Moving the focus and the view.
    Look,
    /// The cursor *when*.
    Time,
    /// The passengers.
    List,
    /// The cursor *where* and the curves.
    Network,
    /// The recipe form.
    Recipe,
    /// The runs and their files.
    Runs,
    /// The program itself.
    Program,
}

impl Heading {
    /// All groups in the order of the help page.
    pub const ALL: &[Self] = Self::VARIANTS;
}

impl Scope {
    /// Whether it holds for what has the focus now.
    fn holds(self, app: &App) -> bool {
        match self {
            Self::Everywhere => true,
            Self::Screen(screen) => app.core.screen == screen,
            Self::Panel(panel) => app.core.focus() == panel,
            Self::Edit => app.core.edit.is_some(),
            Self::Race => app.core.shows_race(),
            Self::WhatIf => app.popups.asks_what_if(),
            Self::Tour => Tour::has_keys(app),
            Self::Present => app.core.presenter.is_on && app.core.edit.is_none() && !app.popups.is_open(),
            Self::Popup => app.popups.is_open() && !app.popups.asks_what_if(),
        }
    }

    const fn narrowness(self) -> u8 {
        match self {
            Self::Everywhere => 0,
            Self::Screen(_) => 1,
            Self::Panel(_) => 2,
            Self::Race | Self::Present => 3,
            Self::Edit | Self::Tour => 4,
            Self::WhatIf | Self::Popup => 5,
        }
    }
}

impl Binding {
    /// All its keys, as written in the help.
    pub fn label(&self) -> String {
        self.keys.iter().map(|(key, _)| key.label()).collect::<Vec<_>>().join(" ")
    }

    /// Each command's first key, as written in hints one after another, with the command.
    pub fn brief(&self) -> Vec<(String, Command)> {
        let mut brief: Vec<(String, Command)> = Vec::new();
        for &(key, command) in &*self.keys {
            let label = key.label();
            // In a hint the plain key stands for both directions.
            if !label.starts_with("Shift-") && brief.iter().all(|&(_, other)| other != command) {
                brief.push((label, command));
            }
        }
        let arrows = brief.iter().all(|(label, _)| matches!(label.as_str(), "↑" | "↓" | "←" | "→"));
        if !arrows {
            brief.iter_mut().skip(1).for_each(|(label, _)| label.insert(0, ' '));
        }
        brief
    }

    /// Whether it can be used now.
    pub fn applies(&self, app: &App) -> bool {
        self.scope.holds(app) && (self.when)(app)
    }
}

/// The command a key means now in this table, or none.
pub fn command(app: &App, table: &KeyTable, event: KeyEvent) -> Option<Command> {
    table
        .rows()
        .iter()
        .filter(|binding| binding.applies(app))
        .filter_map(|binding| {
            let found = binding.keys.iter().find(|(key, _)| key.matches(event));
            found.map(|&(_, command)| (binding.scope.narrowness(), command))
        })
        .max_by_key(|&(narrowness, _)| narrowness)
        .map(|(_, command)| command)
}

/// The key to show for a command on this screen, or none when no key means it here.
pub(super) fn key_for(app: &App, command: Command) -> Option<Key> {
    app.keys
        .rows()
        .iter()
        .filter(|binding| binding.scope.holds(app))
        .flat_map(|binding| &*binding.keys)
        .find(|&&(_, bound)| bound == command)
        .map(|&(key, _)| key)
}

/// The key that means a command now, as it is written.
pub fn label_now(app: &App, command: Command) -> Option<String> {
    let mut keys = app.keys.rows().iter().filter(|binding| binding.applies(app)).flat_map(|binding| &*binding.keys);
    keys.find(|&&(_, bound)| bound == command).map(|(key, _)| key.label())
}

/// The rows worth a hint now, most useful first; a row of a narrower scope stands before a wider one.
pub fn hints(app: &App) -> Vec<(&Binding, Word)> {
    let mut rows: Vec<_> = app
        .keys
        .rows()
        .iter()
        .filter(|binding| binding.applies(app))
        .filter_map(|binding| binding.hint.map(|hint| (binding, hint)))
        .collect();
    if app.core.edit.is_some() {
        // Everything else ends the editing, so it is not offered beside it.
        rows.retain(|(binding, _)| binding.scope == Scope::Edit);
    }
    if covers(app, app.core.focus()) {
        // Nobody sees what the keys of a covered panel do.
        rows.retain(|(binding, _)| matches!(binding.scope, Scope::Present | Scope::Everywhere));
    }
    if app.popups.is_open() && !app.popups.asks_what_if() {
        rows.retain(|(binding, _)| {
            let (key, command) = binding.keys[0];
            let acts = binding.scope == Scope::Popup || command.acts_beneath_popup();
            acts && !(app.popups.takes_text() && matches!(key, Key::Char(_)))
        });
    } else if app.popups.asks_what_if() {
        // Enter and the like mean something there that is told apart by the scope.
        rows.retain(|(binding, _)| {
            let command = binding.keys[0].1;
            if matches!(command, Command::Open | Command::WhatIf) {
                binding.scope == Scope::WhatIf
            } else {
                command.works_over_what_if()
            }
        });
    }
    rows.sort_by_key(|(binding, _)| {
        let narrowness = binding.scope.narrowness();
        std::cmp::Reverse(if narrowness < 2 { 0 } else { narrowness })
    });
    let shadowed = |binding: &Binding| {
        let first = binding.keys[0].0;
        app.keys.rows().iter().any(|other| {
            other.scope.narrowness() > binding.scope.narrowness()
                && other.applies(app)
                && other.keys.iter().any(|&(key, _)| key == first)
        })
    };
    rows.retain(|(binding, _)| !shadowed(binding));
    rows
}
