//! The rows of the palette: every command that does something here, by name; presets; a jump to an epoch.

use crate::app::commands::{look, switch, time};
use crate::app::core::text_field::TextField;
use crate::app::popups::GlossaryPage;
use crate::app::popups::behaviour::{Next, PopupBehaviour, fits, search};
use crate::app::tour;
use crate::app::{App, Command, Panel, PresentPart, RecipePanel, Screen, glossary, keys};
use crate::explain::numbers;
use crate::explain::words::{Language, Word, commands, help, panels, presets, recipe};
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
    search!(self, app, rows(app, self.field.text()).len());

    fn enter(&mut self, app: &mut App) -> Next {
        match rows(app, self.field.text()).get(self.selected) {
            Some(&PaletteRow::Command(command, _)) => app.core.then = Some(command),
            Some(&PaletteRow::Epoch(epoch)) => time::go_to(&mut app.core, epoch),
            Some(&PaletteRow::Term(at)) => app.popups.open.push(GlossaryPage::at(at).into()),
            Some(&PaletteRow::Lesson(lesson)) => tour::begin(app, lesson),
            Some(&PaletteRow::Panel(panel)) => go_to(app, panel),
            Some(&PaletteRow::Setting(setting)) => {
                go_to(app, RecipePanel::Recipe.into());
                app.screens.recipe.line = setting;
            }
            Some(&PaletteRow::Preset(preset)) => switch::start_preset(&mut app.core, preset),
            None => return Next::Stays,
        }
        Next::Closes
    }
}

fn go_to(app: &mut App, panel: Panel) {
    look::show(&mut app.core, panel.screen());
    app.core.set_focus(panel);
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
    /// A panel of a screen.
    Panel(Panel),
    /// A lesson or a task, by its place among the lessons.
    Lesson(usize),
    /// A line of the recipe.
    Setting(Setting),
    /// A word of the glossary, by its place there.
    Term(usize),
}

impl PaletteRow {
    /// As it is written.
    pub fn name(&self, app: &App) -> String {
        let language = app.core.settings.language;
        match self {
            Self::Command(command, _) => language.say(command.title()).to_owned(),
            Self::Epoch(epoch) => language.fill(commands::GO_TO_EPOCH, &[numbers::whole(epoch)]),
            Self::Preset(preset) => {
                format!("{}: {}", app.keys.label(Command::Presets), language.say(presets::title(*preset)))
            }
            Self::Panel(panel) => {
                let titles = [panel.screen().title(), panel.title()].map(|word| language.say(word).to_owned());
                language.fill(panels::IN_SCREEN, &titles)
            }
            Self::Setting(setting) => language.fill(help::IN_RECIPE, &[language.say(recipe::label(*setting))]),
            Self::Lesson(at) => {
                let lesson = &app.tour.lessons()[*at];
                let name = lesson.name_listed(app);
                if lesson.is_task { name } else { language.fill(help::LESSON, &[name]) }
            }
            Self::Term(at) => language.fill(help::WHAT_IS, &[glossary::terms()[*at].title.text(app)]),
        }
    }

    /// What else it is about, and what it is called in other languages.
    fn about(&self, app: &App) -> String {
        let in_all =
            |word: Word| Language::ALL.iter().map(|language| language.say(word)).collect::<Vec<_>>().join("\n");
        match self {
            Self::Command(command, _) => in_all(command.title()),
            Self::Epoch(_) => String::new(),
            Self::Preset(preset) => in_all(presets::title(*preset)),
            Self::Panel(panel) => in_all(panel.title()),
            Self::Setting(setting) => in_all(recipe::label(*setting)),
            Self::Lesson(at) => {
                let lesson = &app.tour.lessons()[*at];
                lesson.title.in_all(app) + &lesson.goal.in_all(app)
            }
            Self::Term(at) => {
                let term = &glossary::terms()[*at];
                term.title.in_all(app) + &term.text.text(app)
            }
        }
    }
}

/// The palette's rows that match what was typed: those that begin with it, those with a word that does, those that have it,
/// and those that are about it, each in the order of the key table. Where none has every word, those that have one.
pub fn rows(app: &App, typed: &str) -> Vec<PaletteRow> {
    let typed = typed.trim().to_lowercase();
    let epoch = typed.parse().ok().map(|epoch: u64| PaletteRow::Epoch(epoch.min(crate::training::MAX_EPOCHS)));
    let all = all(app, !typed.is_empty());
    let parts: Vec<&str> = typed.split_whitespace().collect();
    let ranked = |rank: &dyn Fn(&PaletteRow, &str) -> Option<usize>| -> Vec<PaletteRow> {
        let rank = |row: &PaletteRow| rank(row, &row.name(app).to_lowercase());
        let mut found: Vec<(usize, &PaletteRow)> = all.iter().filter_map(|row| Some((rank(row)?, row))).collect();
        found.sort_by_key(|&(rank, _)| rank);
        found.into_iter().map(|(_, row)| row.clone()).collect()
    };
    let found = ranked(&|row, name| {
        let title = name.split_once(": ").or_else(|| name.split_once('：')).map_or(name, |(_, title)| title);
        fits(&typed, (title, name), || row.about(app), |text| parts.iter().all(|part| text.contains(part)))
    });
    if epoch.is_some() || !found.is_empty() {
        return epoch.into_iter().chain(found).collect();
    }
    ranked(&|row, name| {
        let has = |text: &str| parts.iter().filter(|part| text.contains(**part)).count();
        let (named, meant) = (has(name), has(&row.about(app).to_lowercase()));
        (named + meant > 0).then(|| 2 * parts.len() - (2 * named).max(meant))
    })
}

/// Every row there is: all commands that do something here, presets and tasks; and where something is looked for, the
/// lessons, lines of the recipe and words it is set, taught and explained in.
fn all(app: &App, is_search: bool) -> Vec<PaletteRow> {
    let mut seen = Vec::new();
    let bound = app.keys.rows().iter().filter(|binding| binding.applies(app)).flat_map(|binding| &*binding.keys);
    for &(_, command) in bound {
        let works = !app.popups.shows_what_if() || command.works_over_what_if();
        if works && is_in_palette(command) && !seen.contains(&command) {
            seen.push(command);
        }
    }
    let label = |command| keys::key_for(app, command).map(keys::Key::label).unwrap_or_default();
    let mut rows = Vec::new();
    if is_search {
        // Among equals a panel comes first: it shows what was looked for, where a command may change something.
        rows.extend(Screen::ALL.iter().flat_map(|screen| screen.panels()).map(PaletteRow::Panel));
    }
    rows.extend(seen.into_iter().map(|command| PaletteRow::Command(command, label(command))));
    rows.extend(Preset::ALL.iter().map(|&preset| PaletteRow::Preset(preset)));
    if is_search {
        rows.extend((0..glossary::terms().len()).map(PaletteRow::Term));
        rows.extend(Setting::ALL.iter().map(|&setting| PaletteRow::Setting(setting)));
    }
    let lessons = app.tour.lessons().iter().enumerate().filter(|(_, lesson)| is_search || lesson.is_task);
    rows.extend(lessons.map(|(at, _)| PaletteRow::Lesson(at)));
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
        assert!(matches!(rows(&app, "guess")[..], [PaletteRow::Lesson(_), ..]));
        let first = |typed: &str| rows(&app, typed).first().map(|row| row.name(&app)).unwrap_or_default();
        assert_eq!(first("relu"), "what is: ReLU");
        assert_eq!(first("what is: relu"), "what is: ReLU");
        assert_eq!(first("recipe: hid"), "recipe: hidden");
        assert_eq!(first("who is wrong"), "Score: who is wrong, and why");
        for typed in ["add layer", "more neurons", "sex", "wrong people", "why raw"] {
            assert!(!rows(&app, typed).is_empty(), "{typed}");
        }
        assert!(!first("age").contains("language"), "{}", first("age"));
        let flips = |row: &PaletteRow| matches!(row, PaletteRow::Command(Command::WhatIf, _));
        assert!(rows(&app, "flip").iter().any(flips));
        for typed in ["accuracy", "wrong"] {
            let found = rows(&app, typed);
            let score = PaletteRow::Command(Command::Show(Screen::Score), "6".to_owned());
            assert!(found.contains(&score), "{typed}: {found:?}");
        }
        let found = rows(&app, "84");
        assert!(matches!(found[..], [PaletteRow::Epoch(84), PaletteRow::Lesson(_), ..]), "{found:?}");
        let settings = Settings { language: Language::Japanese, ..Settings::default() };
        let in_japanese = App::new(Arc::new(PassengerList::embedded()), settings);
        for typed in ["relu", "learning rate", "quit", "threshold"] {
            assert!(!rows(&in_japanese, typed).is_empty(), "{typed} in Japanese");
        }
        assert!(!rows(&app, "").iter().any(|row| matches!(row, PaletteRow::Setting(_) | PaletteRow::Term(_))));
    }
}
