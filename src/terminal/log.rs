//! `--log`: what happened in a session, a line each with its time. What is typed or pasted into fields is nobody's
//! business, and is told by its length at most.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEventKind};
use time::OffsetDateTime;

use crate::app::keys::{self, Key};
use crate::app::{Action, App, Effect, Refused};
use crate::explain::words::Language;

/// A file that lines are added to.
#[derive(Debug)]
pub struct Log {
    /// None once it could not be written: a session is worth more than its log.
    file: Option<File>,
    /// The warning that was told last.
    warned: Option<String>,
}

impl Log {
    /// Opens a file, and says what begins.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn open(path: &Path, begins: &str) -> io::Result<Self> {
        let mut file = OpenOptions::new().append(true).create(true).open(path)?;
        write_line(&mut file, begins)?;
        Ok(Self { file: Some(file), warned: None })
    }

    /// Adds a line.
    pub(super) fn line(&mut self, line: &str) {
        self.file.take_if(|file| write_line(file, line).is_err());
    }

    /// What happens next, told before it does.
    pub(super) fn action(&mut self, app: &App, action: &Action) {
        if let Some(line) = of_action(app, action) {
            self.line(&line);
        }
    }

    /// A warning that came onto the screen.
    pub(super) fn warning(&mut self, app: &App) {
        let notice = app.core.notice.as_ref().filter(|notice| notice.warns);
        let warned = notice.map(|notice| notice.message.text(Language::English));
        if warned != self.warned {
            if let Some(warned) = &warned {
                self.line(&format!("warning: {warned}"));
            }
            self.warned = warned;
        }
    }

    /// What the world is asked to do.
    pub(super) fn effect(&mut self, effect: &Effect) {
        let line = match effect {
            Effect::Quit => "quit".to_owned(),
            Effect::Suspend => "suspend".to_owned(),
            Effect::Redraw | Effect::FindFiles | Effect::KeepProgress(_) => return,
            Effect::Copy(text) => format!("copy: {} characters", text.chars().count()),
            Effect::Export { name, .. } => format!("export: {name}"),
            Effect::Draw(figure) => format!("draw: {}", figure.key()),
            Effect::Save { path, overwrite, .. } => {
                format!("save: {path}{}", if *overwrite { ", over it" } else { "" })
            }
            Effect::OpenFile { path, .. } => format!("open: {path}"),
            Effect::OpenSavedRuns => "open the runs of earlier sessions".to_owned(),
        };
        self.line(&line);
    }
}

fn of_action(app: &App, action: &Action) -> Option<String> {
    Some(match action {
        Action::Key(key) => {
            if is_text(app, *key) {
                return Some("key: part of a text".to_owned());
            }
            let label = Key::of(*key).map_or_else(|| format!("{:?}", key.code), Key::label);
            match keys::command(app, &app.keys, *key) {
                Some(command) => format!("key {label}: {}", command.name()),
                None => format!("key {label}: nothing"),
            }
        }
        Action::Mouse(mouse) if mouse.kind == MouseEventKind::Moved => return None,
        Action::Mouse(mouse) => format!("mouse {:?} at {}, {}", mouse.kind, mouse.column, mouse.row),
        Action::Paste(text) => format!("paste: {} characters", text.chars().count()),
        Action::Resize { columns, rows } => format!("size: {columns}x{rows}"),
        Action::Ground(ground) => format!("ground: {ground:?}"),
        Action::AmbiguousWidth(cells) => format!("ambiguous characters: {cells} cells"),
        // A warning is told once it is on the screen.
        Action::Tick(_) | Action::Drawn(_) | Action::FoundFiles(_) | Action::Warned(_) => return None,
        Action::Saved(result) => done("saved", result.as_deref()),
        Action::Copied(result) => done("copied", result.as_ref().map(|_| "")),
        Action::Found(count) => format!("runs of earlier sessions: {count}"),
        Action::GaveUp(name) => format!("gave up reading {name}"),
        Action::Opened(runs, refused) => format!("opened {} runs, {refused} could not be", runs.len()),
        Action::SavedFile(result) => match result {
            Ok(path) => format!("saved: {path}"),
            Err(Refused::Exists) => "not saved: there is one already".to_owned(),
            Err(Refused::Failed(why)) => format!("not saved: {}", why.text(Language::English)),
        },
        Action::OpenedFile(Ok(run)) => format!("opened: {}", run.name),
        Action::OpenedFile(Err(why)) => format!("not opened: {}", why.text(Language::English)),
        Action::Quit => "asked to end".to_owned(),
    })
}

/// Whether a key is typed into a field, where what it says is the user's alone.
fn is_text(app: &App, key: KeyEvent) -> bool {
    let KeyCode::Char(letter) = key.code else { return false };
    let is_chord = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    let takes_numbers = app.core.edit.is_some() || app.popups.asks_what_if();
    let is_number = letter.is_ascii_digit() || "+-.,".contains(letter);
    !is_chord && (app.popups.takes_text() || takes_numbers && is_number)
}

fn done(what: &str, result: Result<&str, &String>) -> String {
    match result {
        Ok(path) => format!("{what} {path}"),
        Err(why) => format!("not {what}: {why}"),
    }
}

fn write_line(file: &mut File, line: &str) -> io::Result<()> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    // In one piece, so that lines of two sessions do not mix.
    file.write_all(format!("{} {}\n", time(now), crate::data::escape(line)).as_bytes())
}

/// Such a time after 1970 as `2026-11-29T11:40:02.123Z`.
fn time(since: Duration) -> String {
    let time = OffsetDateTime::UNIX_EPOCH + since;
    let (year, month, date) = time.to_calendar_date();
    let (hour, minute, second, milli) = time.to_hms_milli();
    format!("{year:04}-{:02}-{date:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z", u8::from(month))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_those_of_the_calendar() {
        for (seconds, told) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (951_782_399, "2000-02-28T23:59:59.000Z"),
            (951_782_400, "2000-02-29T00:00:00.000Z"),
            (1_709_251_199, "2024-02-29T23:59:59.000Z"),
            (4_107_542_400, "2100-03-01T00:00:00.000Z"),
            (1_796_083_199, "2026-11-30T23:59:59.000Z"),
        ] {
            assert_eq!(time(Duration::from_secs(seconds)), told);
        }
    }
}
