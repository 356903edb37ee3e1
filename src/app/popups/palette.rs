//! The rows of the palette: every command that does something here, by name; presets; a jump to an epoch.

use crate::app::commands::{look, switch, time};
use crate::app::core::text_field::TextField;
use crate::app::popups::GlossaryPage;
use crate::app::popups::behaviour::{Next, PopupBehaviour};
use crate::app::tour::{self, Lesson};
use crate::app::{App, Command, PresentPart, RecipePanel, Screen, glossary, keys};
use crate::explain::words::recipe;
use crate::training::{Preset, Setting};

/// Every action by name.
#[derive(Debug, Clone, Default)]
pub struct CommandPalette {
    /// What was typed.
    pub field: TextField,
    /// The row under the cursor.
    pub selected: usize,
}

impl PopupBehaviour for CommandPalette {
    fn list(&self, app: &App) -> Option<(usize, usize)> {
        Some((self.selected, rows(app, self.field.text()).len()))
    }

    fn select(&mut self, _app: &mut App, row: usize) {
        self.selected = row;
    }

    fn field(&self) -> Option<&TextField> {
        Some(&self.field)
    }

    fn typed(&mut self, _app: &mut App, field: TextField) {
        *self = Self { field, selected: 0 };
    }

    /// Which rows there are depends on what moves.
    fn moves(&self, _app: &App) -> bool {
        true
    }

    fn enter(&mut self, app: &mut App) -> Next {
        match rows(app, self.field.text()).get(self.selected) {
            Some(&PaletteRow::Command(command, _)) => app.core.then = Some(command),
            Some(&PaletteRow::Epoch(epoch)) => time::go_to(&mut app.core, epoch),
            Some(&PaletteRow::Term(selected)) => app.popups.open.push(GlossaryPage { selected }.into()),
            Some(&PaletteRow::Lesson(lesson)) => tour::begin(app, lesson),
            Some(&PaletteRow::Setting(setting)) => {
                look::show(&mut app.core, Screen::Recipe);
                app.core.set_focus(RecipePanel::Recipe);
                app.screens.recipe.line = setting;
            }
            Some(&PaletteRow::Preset(preset)) => switch::start_preset(&mut app.core, preset),
            None => return Next::Stays,
        }
        Next::Closes
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
    /// A lesson or a task, by its place among the lessons.
    Lesson(usize),
    /// A line of the recipe.
    Setting(Setting),
    /// A word of the glossary, by its place there.
    Term(usize),
}

/// The palette's rows that match what was typed, in the order of the key table.
pub fn rows(app: &App, typed: &str) -> Vec<PaletteRow> {
    let mut rows = Vec::new();
    let typed = typed.trim();
    if let Ok(epoch) = typed.parse::<u64>() {
        rows.push(PaletteRow::Epoch(epoch.min(crate::training::MAX_EPOCHS)));
        return rows;
    }
    let needle = typed.to_lowercase();
    let language = app.core.settings.language;
    let matches = |text: &str| needle.split_whitespace().all(|part| text.contains(part));
    let (mut seen, mut found) = (Vec::new(), Vec::new());
    for binding in app.keys.rows().iter().filter(|binding| binding.applies(app)) {
        for &(_, command) in &*binding.keys {
            let works = !app.popups.shows_what_if() || command.works_over_what_if();
            if seen.contains(&command) || !is_in_palette(command) || !works {
                continue;
            }
            seen.push(command);
            let title = language.say(command.title()).to_lowercase();
            if matches(&title) {
                let label = keys::key_for(app, command).map(keys::Key::label);
                // `reset` is meant before `presets`.
                let is_within = !title.split_whitespace().any(|word| word.starts_with(&needle));
                found.push((is_within, PaletteRow::Command(command, label.unwrap_or_default())));
            }
        }
    }
    found.sort_by_key(|&(is_within, _)| is_within);
    rows.extend(found.into_iter().map(|(_, row)| row));
    for &preset in Preset::ALL {
        let title = language.say(crate::explain::words::presets::title(preset)).to_lowercase();
        if matches(&title) {
            rows.push(PaletteRow::Preset(preset));
        }
    }
    // Who looks for a word finds where it is set, taught and explained.
    let about = |lesson: &Lesson| format!("{} {}", lesson.name_listed(app), lesson.goal.text(app)).to_lowercase();
    let lessons = app.tour.lessons().iter().enumerate();
    let lessons = lessons.filter(|(_, lesson)| (lesson.is_task || !needle.is_empty()) && matches(&about(lesson)));
    rows.extend(lessons.map(|(at, _)| PaletteRow::Lesson(at)));
    if !needle.is_empty() {
        let label = |setting: &Setting| language.say(recipe::label(*setting)).to_lowercase();
        rows.extend(
            Setting::ALL.iter().filter(|setting| matches(&label(setting))).map(|&setting| PaletteRow::Setting(setting)),
        );
        let terms = glossary::terms().iter().enumerate();
        let named = terms.filter(|(_, term)| matches(&term.title.text(app).to_lowercase()));
        rows.extend(named.map(|(at, _)| PaletteRow::Term(at)));
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
            | Command::Tour(_)
            | Command::Present(PresentPart::Next | PresentPart::Back | PresentPart::Lived | PresentPart::Died)
            | Command::Hands
            | Command::Note
    )
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::app::Settings;
    use crate::data::PassengerList;

    /// A newcomer types the word they know.
    #[test]
    fn a_word_leads_to_where_it_is_set_taught_and_explained() {
        let app = App::new(Arc::new(PassengerList::embedded()), Settings::default());
        let found = rows(&app, "hidden");
        assert!(found.contains(&PaletteRow::Setting(Setting::Hidden)), "{found:?}");
        assert!(found.iter().any(|row| matches!(row, PaletteRow::Lesson(_))), "{found:?}");
        assert!(found.iter().any(|row| matches!(row, PaletteRow::Term(_))), "{found:?}");
        assert!(matches!(rows(&app, "guess")[..], [PaletteRow::Lesson(_)]));
        let flips = |row: &PaletteRow| matches!(row, PaletteRow::Command(Command::WhatIf, _));
        assert!(rows(&app, "flip").iter().any(flips));
        assert!(!rows(&app, "").iter().any(|row| matches!(row, PaletteRow::Setting(_) | PaletteRow::Term(_))));
    }
}
