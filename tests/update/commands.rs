//! Every command can be reached by a key, and what the palette offers has words in both languages.

use titanic_tui::app::keys::KeyTable;
use titanic_tui::app::popups::palette::{PaletteRow, rows};
use titanic_tui::app::{Command, PresentPart, Screen, Settings, Stride, TourPart};
use titanic_tui::explain::words::Language;

use crate::session::Session;

/// Every command there is: the match refuses to compile when one is added and forgotten here.
#[expect(clippy::too_many_lines, reason = "a line a command")]
fn every_command() -> Vec<Command> {
    use Command as C;
    let mut all = Vec::new();
    let mut next = Some(C::Quit);
    while let Some(command) = next {
        all.push(command);
        next = match command {
            C::Quit => Some(C::Suspend),
            C::Suspend => Some(C::Help),
            C::Help => Some(C::Palette),
            C::Palette => Some(C::Show(Screen::Explore)),
            C::Show(Screen::Explore) => Some(C::Show(Screen::Train)),
            C::Show(Screen::Train) => Some(C::Show(Screen::Gradients)),
            C::Show(Screen::Gradients) => Some(C::Show(Screen::Beliefs)),
            C::Show(Screen::Beliefs) => Some(C::Show(Screen::Landscape)),
            C::Show(Screen::Landscape) => Some(C::Show(Screen::Score)),
            C::Show(Screen::Score) => Some(C::Show(Screen::Recipe)),
            C::Show(Screen::Recipe) => Some(C::FocusNext),
            C::FocusNext => Some(C::FocusPrevious),
            C::FocusPrevious => Some(C::Zoom),
            C::Zoom => Some(C::Cancel),
            C::Cancel => Some(C::Open),
            C::Open => Some(C::Up),
            C::Up => Some(C::Down),
            C::Down => Some(C::Left),
            C::Left => Some(C::Right),
            C::Right => Some(C::PageUp),
            C::PageUp => Some(C::PageDown),
            C::PageDown => Some(C::First),
            C::First => Some(C::Last),
            C::Last => Some(C::WhoNext),
            C::WhoNext => Some(C::WhoPrevious),
            C::WhoPrevious => Some(C::Forward(Stride::One)),
            C::Forward(Stride::One) => Some(C::Forward(Stride::Ten)),
            C::Forward(Stride::Ten) => Some(C::Forward(Stride::Hundred)),
            C::Forward(Stride::Hundred) => Some(C::Back(Stride::One)),
            C::Back(Stride::One) => Some(C::Back(Stride::Ten)),
            C::Back(Stride::Ten) => Some(C::Back(Stride::Hundred)),
            C::Back(Stride::Hundred) => Some(C::ToStart),
            C::ToStart => Some(C::ToEnd),
            C::ToEnd => Some(C::ToBest),
            C::ToBest => Some(C::Mark),
            C::Mark => Some(C::ParameterNext),
            C::ParameterNext => Some(C::ParameterPrevious),
            C::ParameterPrevious => Some(C::Play),
            C::Play => Some(C::Faster),
            C::Faster => Some(C::Slower),
            C::Slower => Some(C::RateUp),
            C::RateUp => Some(C::RateDown),
            C::RateDown => Some(C::Search),
            C::Search => Some(C::SearchNext),
            C::SearchNext => Some(C::SearchPrevious),
            C::SearchPrevious => Some(C::Sort),
            C::Sort => Some(C::SortReverse),
            C::SortReverse => Some(C::Filter),
            C::Filter => Some(C::ThePostRows),
            C::ThePostRows => Some(C::NextView),
            C::NextView => Some(C::Parts),
            C::Parts => Some(C::Presets),
            C::Presets => Some(C::Why),
            C::Why => Some(C::AboutList),
            C::AboutList => Some(C::Compare),
            C::Compare => Some(C::Details),
            C::Details => Some(C::Flow),
            C::Flow => Some(C::Undo),
            C::Undo => Some(C::Redo),
            C::Redo => Some(C::Copy),
            C::Copy => Some(C::Share),
            C::Share => Some(C::Export),
            C::Export => Some(C::Theme),
            C::Theme => Some(C::Language),
            C::Language => Some(C::Glyphs),
            C::Glyphs => Some(C::Reopen),
            C::Reopen => Some(C::EditLine),
            C::EditLine => Some(C::StartRun),
            C::StartRun => Some(C::BetterRate),
            C::BetterRate => Some(C::MissingAge),
            C::MissingAge => Some(C::Edit),
            C::Edit => Some(C::Nudge(1)),
            C::Nudge(_) => Some(C::EditStart),
            C::EditStart => Some(C::EditBest),
            C::EditBest => Some(C::EditKeep),
            C::EditKeep => Some(C::EditDrop),
            C::EditDrop => Some(C::Rename),
            C::Rename => Some(C::Duplicate),
            C::Duplicate => Some(C::Forget),
            C::Forget => Some(C::Against),
            C::Against => Some(C::Race),
            C::Race => Some(C::Save),
            C::Save => Some(C::OpenFile),
            C::OpenFile => Some(C::WhatIf),
            C::WhatIf => Some(C::WhatIfReset),
            C::WhatIfReset => Some(C::Axes),
            C::Axes => Some(C::Lessons),
            C::Lessons => Some(C::Glossary),
            C::Glossary => Some(C::Tour(TourPart::On)),
            C::Tour(TourPart::On) => Some(C::Tour(TourPart::Show)),
            C::Tour(TourPart::Show) => Some(C::Tour(TourPart::Back)),
            C::Tour(TourPart::Back) => Some(C::Tour(TourPart::Previous)),
            C::Tour(TourPart::Previous) => Some(C::Tour(TourPart::Next)),
            C::Tour(TourPart::Next) => Some(C::Reset),
            C::Reset => Some(C::Present(PresentPart::Toggle)),
            C::Present(PresentPart::Toggle) => Some(C::Present(PresentPart::Next)),
            C::Present(PresentPart::Next) => Some(C::Present(PresentPart::Back)),
            C::Present(PresentPart::Back) => Some(C::Present(PresentPart::Lived)),
            C::Present(PresentPart::Lived) => Some(C::Present(PresentPart::Died)),
            C::Present(PresentPart::Died) => Some(C::Hands),
            C::Hands => Some(C::Note),
            C::Note => None,
        };
    }
    all
}

#[test]
fn every_command_has_a_key_and_a_name_in_both_languages() {
    for command in every_command() {
        let bound = KeyTable::default().commands().contains(&command);
        assert!(bound, "{command:?} has no key");
        let [en, ja] = [Language::English, Language::Japanese].map(|l| l.say(command.title()));
        assert!(!en.is_empty() && !ja.is_empty(), "{command:?} has no name");
    }
}

#[test]
fn no_two_commands_share_a_name_in_the_palette() {
    for &language in Language::ALL {
        let mut names: Vec<_> = every_command().into_iter().map(|command| language.say(command.title())).collect();
        names.sort_unstable();
        for pair in names.windows(2) {
            assert_ne!(pair[0], pair[1], "two actions of this name");
        }
    }
}

#[test]
fn every_command_of_the_palette_is_found_by_its_own_name_and_shows_its_key() {
    for &language in Language::ALL {
        let settings = Settings { language, ..Settings::default() };
        let mut session = Session::with(settings, 80, 24);
        session.press("p Enter . . ,");
        session.app.core.saved_runs = 1;
        let mut offered = Vec::new();
        for key in ["1", "2", "4", "7 o o o o m"] {
            session.press(key);
            for _ in 0..5 {
                session.press("Tab");
                for row in rows(&session.app, "") {
                    let PaletteRow::Command(command, label) = row else {
                        continue;
                    };
                    assert!(!label.is_empty(), "{command:?} shows no key");
                    let name = language.say(command.title());
                    let found = rows(&session.app, name);
                    assert!(
                        found.iter().any(|row| matches!(row, PaletteRow::Command(c, _) if *c == command)),
                        "{name} does not find itself"
                    );
                    offered.push(command);
                }
            }
        }
        let moving = [
            Command::Up,
            Command::Down,
            Command::Left,
            Command::Right,
            Command::PageUp,
            Command::PageDown,
            Command::First,
            Command::Last,
            Command::Open,
            Command::Cancel,
            Command::Palette,
            Command::Nudge(1),
            Command::EditStart,
            Command::EditBest,
            Command::EditKeep,
            Command::EditDrop,
            Command::WhatIfReset,
            Command::Tour(TourPart::On),
            Command::Tour(TourPart::Show),
            Command::Tour(TourPart::Back),
            Command::Tour(TourPart::Previous),
            Command::Tour(TourPart::Next),
            Command::Present(PresentPart::Next),
            Command::Present(PresentPart::Back),
            Command::Present(PresentPart::Lived),
            Command::Present(PresentPart::Died),
            Command::Hands,
            Command::Note,
        ];
        for command in every_command() {
            assert_ne!(offered.contains(&command), moving.contains(&command), "{command:?}");
        }
    }
}

#[test]
fn a_hint_on_the_screen_always_does_something() {
    let mut session = Session::open(200, 50);
    session.press("p Enter . . ,");
    for &screen in Screen::ALL {
        session.press(&screen.digit().to_string());
        for _ in screen.panels() {
            session.press("Tab");
            let hints = titanic_tui::app::keys::hints(&session.app);
            assert!(!hints.is_empty());
            for (binding, word) in hints {
                assert!(binding.applies(&session.app));
                assert!(!Language::English.say(word).is_empty());
            }
        }
    }
}

/// Tab would leave the screen for a panel that says it stands elsewhere.
#[test]
fn every_panel_stands_on_the_screen_that_lists_it() {
    for &screen in Screen::ALL {
        let panels = screen.panels();
        assert!(panels.iter().all(|panel| panel.screen() == screen));
    }
}
