//! The guided tour: each lesson gone through as a user would, in every language and at both ends of the sizes. Every
//! text fits its card, every question has an answer, and every task is done by doing it and not otherwise.

#[path = "support/session.rs"]
mod session;

use std::fs;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, MouseButton, MouseEventKind};
use session::Session;
use titanic_tui::app::core::playback::PlayState;
use titanic_tui::app::popups::palette::{self, PaletteRow};
use titanic_tui::app::tour::{self, Card};
use titanic_tui::app::{
    Action, Area, Command, Effect, ExplorePanel, ExploreTarget, OwnTarget, Panel, Said, Settings, Target, TourPart,
};
use titanic_tui::explain::words::Language;
use titanic_tui::training::{Scaling, Setting};

const SIZES: [(u16, u16); 2] = [(80, 24), (160, 50)];

/// The keys that do each task of each lesson, or of each task of its own, from their own files.
fn solutions(is_task: bool) -> Vec<Vec<Option<String>>> {
    let entries = fs::read_dir("data/lessons").expect("the lessons lie there");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("they can be listed").path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "toml"));
    files.sort();
    let steps = |path: &std::path::PathBuf| {
        let text = fs::read_to_string(path).expect("a lesson is text");
        let lesson: toml::Table = text.parse().expect("in TOML");
        if lesson.contains_key("is_task") != is_task {
            return None;
        }
        let solution = |step: &toml::Value| Some(step.get("solution")?.as_str()?.to_owned());
        Some(lesson["step"].as_array().into_iter().flatten().map(solution).collect())
    };
    files.iter().filter_map(steps).collect()
}

/// Waits for a jump in time and for maps that are still being computed.
fn settle(session: &mut Session) {
    while matches!(session.app.core.playback.state(), PlayState::Seeking(_)) || session.app.is_drawing_soon() {
        session.wait(1);
    }
    session.draw();
}

fn press(session: &mut Session, keys: &str) {
    for key in written(keys) {
        session.act(Action::Key(key));
        settle(session);
    }
}

fn written(words: &str) -> Vec<KeyEvent> {
    titanic_tui::app::keys::written::parse(words).expect("a lesson names keys")
}

fn card(session: &Session) -> Card {
    tour::card(&session.app).expect("the tour is open")
}

/// What is written on the card, without blanks.
fn on_card(session: &Session) -> String {
    let screen = session.screen();
    let is_card = |line: &&str| ["Tour ", "Task ", "ツアー ", "課題 "].iter().any(|word| line.contains(word));
    let mut lines = screen.lines().skip_while(|line| !is_card(line));
    let inside = lines.by_ref().skip(1).take(4);
    inside.flat_map(|line| line.chars().filter(|glyph| !glyph.is_whitespace() && *glyph != '│')).collect()
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|glyph| !glyph.is_whitespace()).collect()
}

fn assert_fits(session: &Session, place: &str) {
    let card = card(session);
    let mut all = without_blanks(&card.text);
    assert!(!all.contains('–') || place.contains("plain dash"), "{place}: a number is missing in “{}”", card.text);
    for choice in &card.choices {
        all += &without_blanks(choice);
    }
    let mut shown = on_card(session);
    shown.retain(|glyph| !"✓✗▸".contains(glyph));
    assert_eq!(shown, all.replace(['✓', '✗', '▸'], ""), "{place}");
}

#[test]
fn every_lesson_is_walked_by_keys_alone() {
    for &language in Language::ALL {
        for (width, height) in SIZES {
            let mut session = Session::with(Settings { language, ..Settings::default() }, width, height);
            press(&mut session, "H Enter");
            for (lesson, steps) in solutions(false).iter().enumerate() {
                for (step, solution) in steps.iter().enumerate() {
                    let place = format!("lesson {} step {step} {}×{height} {}", lesson + 1, width, language.key());
                    walk_by_keys(&mut session, solution.as_deref(), &place);
                }
            }
            assert!(!session.app.tour.is_open(), "the last lesson ends the tour");
            let done = |lesson: &tour::Lesson| session.app.tour.progress.is_done(&lesson.name);
            assert!(session.app.tour.lessons().iter().all(|lesson| done(lesson) != lesson.is_task));
        }
    }
}

fn walk_by_keys(session: &mut Session, solution: Option<&str>, place: &str) {
    settle(session);
    assert_fits(session, place);
    let found = card(session);
    match solution {
        Some(keys) => {
            assert_eq!(found.task, Some(false), "{place}: it is done before it is begun");
            // Looking about does not do it.
            press(session, "z z T T T T T");
            assert_eq!(card(session).task, Some(false), "{place}: anything does it");
            for key in written(keys) {
                // A search finds its man by his first letters.
                let is_early = card(session).task == Some(true) && !session.app.popups.is_open();
                assert!(!is_early, "{place}: it is done too early");
                session.act(Action::Key(key));
                settle(session);
                session.wait(50);
            }
            assert_eq!(card(session).task, Some(true), "{place}: its own keys do not do it\n{}", session.screen());
            assert_fits_without_popups(session, place);
            // Enter belongs to what is open over the card until it is closed.
            while session.app.popups.is_open() {
                press(session, "Esc");
            }
        }
        None if !found.choices.is_empty() => {
            press(session, "Down Up Enter");
            let told = card(session);
            assert!(told.is_answered, "{place}");
            assert!(told.right.is_some(), "{place}: no choice is right");
            assert_fits(session, place);
        }
        None => {}
    }
    press(session, "Enter");
}

fn assert_fits_without_popups(session: &Session, place: &str) {
    if !session.app.popups.is_open() {
        assert_fits(session, place);
    }
}

#[test]
fn every_lesson_is_walked_by_mouse_alone() {
    for size in SIZES {
        walk_by_mouse(size, |session, solution, place| {
            assert_eq!(card(session).task, Some(false), "{place}: it is done before it is begun");
            do_by_mouse(session, solution, place);
        });
    }
}

/// Every lesson can be shown to whoever asks, too.
#[test]
fn every_lesson_shows_its_task_at_a_click() {
    for size in SIZES {
        walk_by_mouse(size, |session, _, place| click(session, Target::Tour(TourPart::Show), place));
    }
}

/// What was tried before changes nothing of it.
#[test]
fn every_lesson_shows_its_task_whatever_was_done_before() {
    for tried in ["Tab", "Tab Tab", "Down Down", "PgUp", "8 Down", "6 m Right Tab", "i o o .", "7 Tab", "w Esc J"] {
        walk_by_mouse(SIZES[0], |session, _, place| {
            for key in tried.split(' ').chain(["C"]) {
                if card(session).task == Some(false) {
                    press(session, key);
                }
            }
            assert_eq!(card(session).task, Some(true), "{place}: not shown after {tried}\n{}", session.screen());
        });
    }
}

/// Goes through all lessons by clicks, and does each task, whose solution by keys is given, in a way of its own.
fn walk_by_mouse((width, height): (u16, u16), mut do_task: impl FnMut(&mut Session, &str, &str)) {
    let mut session = Session::open(width, height);
    tour::begin(&mut session.app, 0);
    settle(&mut session);
    for (lesson, steps) in solutions(false).iter().enumerate() {
        for (step, solution) in steps.iter().enumerate() {
            let place = format!("lesson {} step {step} {width}×{height}", lesson + 1);
            settle(&mut session);
            if let Some(solution) = solution {
                do_task(&mut session, solution, &place);
                let is_done = card(&session).task == Some(true);
                assert!(is_done, "{place}: the mouse does not do it\n{}", session.screen());
                if session.app.popups.is_open() {
                    // A click beside a popup closes it.
                    session.act(Action::Mouse(mouse::press(0, 0)));
                }
            } else if !card(&session).choices.is_empty() {
                click(&mut session, Target::TourChoice(0), &place);
            }
            settle(&mut session);
            click(&mut session, Target::Tour(TourPart::On), &place);
        }
    }
    assert!(!session.app.tour.is_open());
}

/// Does with the mouse what keys do: a search is a scroll through the list to its row, any other key a click on its hint
/// or on its row of the palette.
fn do_by_mouse(session: &mut Session, keys: &str, place: &str) {
    if let Some((before, after)) = keys.split_once("/ text:") {
        let name = after.split_once(' ').expect("Enter ends a search").0;
        do_by_mouse(session, before, place);
        let list = Target::Panel(Panel::Explore(ExplorePanel::Passengers));
        while session.app.core.hits.find(|target| target == list).is_none() {
            click(session, Target::Hint(Command::FocusNext), place);
        }
        let list = area(session, list, place);
        let row = loop {
            let screen = session.screen();
            let listed = screen.lines().enumerate().skip(list.y.into()).take(list.height.into());
            if let Some((row, _)) = listed.into_iter().find(|(_, line)| line.contains(name)) {
                break row as u16;
            }
            session.act(Action::Mouse(mouse::at(MouseEventKind::ScrollDown, list.x + 2, list.y + 3)));
            settle(session);
        };
        session.act(Action::Mouse(mouse::press(list.x + 6, row)));
        return settle(session);
    }
    for key in written(keys) {
        if card(session).task == Some(true) && !session.app.popups.is_open() {
            break;
        }
        if key.code == KeyCode::Esc && session.app.popups.is_open() {
            // A click beside a popup closes it.
            session.act(Action::Mouse(mouse::press(0, 0)));
            settle(session);
            continue;
        }
        let rows = session.app.keys.rows().iter().filter(|binding| binding.applies(&session.app));
        let fits = rows.flat_map(|binding| &*binding.keys);
        let meant: Vec<Command> = fits.filter(|(bound, _)| bound.matches(key)).map(|&(_, command)| command).collect();
        let is_hint = |target| matches!(target, Target::Hint(command) if meant.contains(&command));
        if let Some(at) = session.app.core.hits.find(is_hint) {
            session.act(Action::Mouse(mouse::press(at.x, at.y)));
        } else if matches!(key.code, KeyCode::Home | KeyCode::PageUp) {
            go_far(session, place);
        } else {
            choose_in_palette(session, &meant, place);
        }
        settle(session);
        session.wait(50);
    }
}

/// To the far end of a slider, where the panel with the keys has one, else up through the panel.
fn go_far(session: &mut Session, place: &str) {
    let is_slider = |target| matches!(target, Target::Own(OwnTarget::Explore(ExploreTarget::Slider { .. })));
    let focus = session.app.core.focus();
    let slider = session.app.core.hits.find(is_slider).filter(|_| focus == ExplorePanel::Curve.into());
    if let Some(slider) = slider {
        // The card may lie over its upper end.
        session.act(Action::Mouse(mouse::press(slider.x + slider.width - 1, slider.y + slider.height - 1)));
        return;
    }
    let panel = area(session, Target::Panel(focus), place);
    for _ in 0..Setting::ALL.len() {
        session.act(Action::Mouse(mouse::at(MouseEventKind::ScrollUp, panel.x + 2, panel.y + 2)));
    }
}

fn choose_in_palette(session: &mut Session, meant: &[Command], place: &str) {
    session.act(Action::Mouse(mouse::at(MouseEventKind::Down(MouseButton::Right), 1, 1)));
    settle(session);
    let rows = palette::rows(&session.app, "");
    let is_meant = |row: &PaletteRow| matches!(row, PaletteRow::Command(command, _) if meant.contains(command));
    let row = rows.iter().position(is_meant).unwrap_or_else(|| panic!("{place}: no hint and no row for {meant:?}"));
    while session.app.core.hits.find(|target| target == Target::PopupRow(row)).is_none() {
        let popup = area(session, Target::Popup, place);
        session.act(Action::Mouse(mouse::at(MouseEventKind::ScrollDown, popup.x + 2, popup.y + 4)));
        settle(session);
    }
    click(session, Target::PopupRow(row), place);
}

mod mouse {
    use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

    pub const fn at(kind: MouseEventKind, column: u16, row: u16) -> MouseEvent {
        MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }
    }

    pub const fn press(column: u16, row: u16) -> MouseEvent {
        at(MouseEventKind::Down(MouseButton::Left), column, row)
    }
}

#[track_caller]
fn area(session: &Session, part: Target, place: &str) -> Area {
    let found = session.app.core.hits.find(|target| target == part);
    found.unwrap_or_else(|| panic!("{place}: {part:?} is not to be clicked\n{}", session.screen()))
}

fn click(session: &mut Session, part: Target, place: &str) {
    let at = area(session, part, place);
    session.act(Action::Mouse(mouse::press(at.x + 1, at.y)));
    settle(session);
}

#[test]
fn every_task_is_done_by_doing_it_and_not_otherwise() {
    for &language in Language::ALL {
        for (width, height) in SIZES {
            for (task, steps) in solutions(true).iter().enumerate() {
                let mut session = Session::with(Settings { language, ..Settings::default() }, width, height);
                let lesson =
                    session.app.tour.lessons().iter().filter(|lesson| lesson.is_task).nth(task).unwrap().clone();
                // By its name, from the palette.
                session.act(Action::Key(written(":")[0]));
                session.act(Action::Paste(lesson.title.text(&session.app)));
                press(&mut session, "Enter");
                for (step, solution) in steps.iter().enumerate() {
                    let place = format!("{} step {step} {width}×{height} {}", lesson.name, language.key());
                    assert_eq!(card(&session).number, Some((task + 1, solutions(true).len())), "{place}");
                    assert!(!session.app.tour.progress.is_done(&lesson.name), "{place}");
                    walk_by_keys(&mut session, solution.as_deref(), &place);
                }
                assert!(!session.app.tour.is_open(), "it leads to no other");
                assert!(session.app.tour.progress.is_done(&lesson.name), "{}", lesson.name);
                press(&mut session, "H End");
                assert!(session.screen().contains('✓'));
            }
        }
    }
}

#[test]
fn what_was_shown_is_not_counted_as_done() {
    for task in 0..solutions(true).len() {
        let mut session = Session::open(80, 24);
        let at = solutions(false).len() + task;
        tour::begin(&mut session.app, at);
        settle(&mut session);
        let name = session.app.tour.lessons()[at].name.clone();
        click(&mut session, Target::Tour(TourPart::Show), &name);
        settle(&mut session);
        session.wait(50);
        assert_eq!(card(&session).task, Some(true), "{name}");
        assert_eq!(card(&session).tally.as_deref(), Some("shown: it does not count"), "{name}");
        press(&mut session, "Esc");
        assert!(!session.app.tour.progress.is_done(&name));
        assert!(!kept(&session).contains("\"best\":["), "nor what it reached");
    }
}

/// What was kept last.
fn kept(session: &Session) -> String {
    let kept = |effect: &Effect| if let Effect::KeepProgress(text) = effect { Some(text.clone()) } else { None };
    session.effects.iter().rev().find_map(kept).expect("it is kept")
}

#[test]
fn each_network_that_the_test_rows_judged_is_counted_once_and_kept() {
    let first = solutions(false).len();
    let mut session = Session::open(80, 24);
    tour::begin(&mut session.app, first);
    settle(&mut session);
    let looks = |session: &Session| card(session).tally.unwrap_or_default();
    press(&mut session, "> . .");
    assert_eq!(looks(&session), "best 185 · test rows seen 13 ×", "the first one, and twelve epochs");
    press(&mut session, "r . , }");
    assert_eq!(looks(&session), "best 186 · test rows seen 101 ×", "only those not seen before");
    press(&mut session, "r e Up Up Esc");
    assert_eq!(looks(&session), "best 186 · test rows seen 103 ×", "and each number set by hand");
    press(&mut session, "Esc");
    assert!(kept(&session).contains("\"looks\":103"), "{}", kept(&session));
    tour::begin(&mut session.app, first);
    settle(&mut session);
    press(&mut session, "J");
    assert_eq!(looks(&session), "best 186 · test rows seen 103 ×", "to begin again is no way to forget");
    // In the next session it goes on from there.
    let mut later = Session::open(80, 24);
    tour::remember(&mut later.app, Some(&kept(&session)));
    press(&mut later, "H End");
    assert!(later.screen().contains("test rows seen 103 ×"));
}

#[test]
fn fewer_test_rows_are_no_way_to_do_better() {
    let mut session = Session::open(120, 40);
    let at = session.app.tour.lessons().iter().position(|lesson| lesson.name == "reach-84").unwrap();
    tour::begin(&mut session.app, at);
    settle(&mut session);
    press(&mut session, "7 Home Down Down Down e C-u 8 9 0 Enter Enter } 1");
    let test = session.app.core.run().metrics().test;
    assert_eq!((test.correct, test.total), (1, 1), "100 % of one person\n{}", session.screen());
    let card = card(&session);
    assert_eq!(card.task, Some(false));
    assert!(card.tally.unwrap().starts_with("best 63.57 %"));
}

#[test]
fn what_is_no_progress_is_told_and_what_an_older_version_kept_is_read() {
    let told = |text: &str| {
        let mut session = Session::open(80, 24);
        tour::remember(&mut session.app, Some(text));
        session.draw();
        session.screen().contains("tour-unread.json")
    };
    assert!(told("{\"done\":3}") && told("no JSON") && told("{\"version\":2}"));
    assert!(!told("") && !told("{}"));
    let mut session = Session::open(80, 24);
    tour::remember(&mut session.app, Some("{\"lesson\":\"sigmoid\",\"done\":[\"the-list\"],\"guesses\":{}}"));
    assert!(session.app.tour.progress.is_done("the-list"));
    assert_eq!(session.app.tour.next_lesson(), 3);
}

#[test]
fn it_offers_itself_once_and_any_other_key_declines() {
    let mut session = Session::open(80, 24);
    tour::remember(&mut session.app, None);
    session.act(Action::Resize { columns: 80, rows: 24 });
    assert!(session.screen().contains("New here?"));
    assert!(session.effects.iter().any(|effect| matches!(effect, Effect::KeepProgress(_))), "it is not asked again");
    session.press("L");
    assert!(session.screen().contains("はじめてですか"), "another language declines nothing");
    press(&mut session, "L j");
    assert!(!session.app.tour.is_open());
    assert!(session.screen().contains("2 of 891"), "and the key did what it does");
    let mut again = Session::open(80, 24);
    tour::remember(&mut again.app, Some("{}"));
    assert!(!again.app.tour.is_open());
}

#[test]
fn it_goes_on_where_it_was_left() {
    let mut session = Session::open(80, 24);
    press(&mut session, "H Down Down Enter Enter Esc");
    assert!(!session.app.tour.is_open());
    press(&mut session, "H Enter");
    assert_eq!(card(&session).number, Some((3, solutions(false).len())));
    assert!(!card(&session).choices.is_empty(), "at the very step");
    let mut later = Session::open(80, 24);
    tour::remember(&mut later.app, Some(&kept(&session)));
    press(&mut later, "H Enter");
    assert_eq!(card(&later).number, Some((3, solutions(false).len())), "and in another session at the lesson");
}

/// The lesson of this name, begun.
fn lesson(name: &str, (width, height): (u16, u16)) -> Session {
    let mut session = Session::open(width, height);
    let at = session.app.tour.lessons().iter().position(|lesson| lesson.name == name).expect("a lesson");
    tour::begin(&mut session.app, at);
    settle(&mut session);
    session
}

/// Whoever looks on after a task must not read of somebody else what was said of the first.
#[test]
fn what_is_said_of_a_task_stays_about_whom_it_was_said() {
    let mut session = lesson("beliefs", SIZES[0]);
    press(&mut session, "C Enter Enter J");
    let said = on_card(&session);
    assert!(said.contains("Cumings"), "{said}");
    press(&mut session, "J J");
    assert_eq!(on_card(&session), said);
    press(&mut session, "Backspace");
    assert_ne!(on_card(&session), said, "the step before is another");
}

/// A lesson speaks of its own network, whichever the next one had put on.
/// A question names somebody: whoever is selected or trained meanwhile, the answer is of that person, at that epoch.
#[test]
fn a_question_is_about_whom_it_names_wherever_one_went() {
    for (lesson, steps) in solutions(false).iter().enumerate() {
        for disturbance in ["J J", ".", "}", ": text:zeros, Enter"] {
            let [mut calm, mut away] = [(); 2].map(|()| Session::open(160, 50));
            for session in [&mut calm, &mut away] {
                tour::begin(&mut session.app, lesson);
                settle(session);
            }
            for step in 0..steps.len() {
                let place = format!("lesson {} step {step} after {disturbance}", lesson + 1);
                let [asked, also_asked] = [&calm, &away].map(|session| card(session).text);
                if card(&calm).task.is_some() {
                    break;
                }
                assert_eq!(asked, also_asked, "{place}");
                press(&mut away, disturbance);
                let is_asked = !card(&calm).choices.is_empty();
                if is_asked {
                    assert_eq!(card(&away).text, asked, "{place}");
                    for session in [&mut calm, &mut away] {
                        click(session, Target::TourChoice(0), &place);
                        settle(session);
                    }
                    let [told, also_told] = [&calm, &away].map(|session| (card(session).text, card(session).right));
                    assert_eq!(told, also_told, "{place}");
                }
                for session in [&mut calm, &mut away] {
                    click(session, Target::Tour(TourPart::On), &place);
                    settle(session);
                }
            }
        }
    }
}

/// What is said after a task of a lesson is so of the lesson's network, and must not be said of another.
#[test]
fn a_task_of_a_lesson_is_done_on_its_own_network() {
    let mut session = lesson("beliefs", (160, 50));
    click(&mut session, Target::TourChoice(0), "the question");
    press(&mut session, "Enter Enter : text:zeros, Enter J");
    assert_eq!(card(&session).task, Some(false), "every weight is 0 there\n{}", session.screen());
    press(&mut session, "u K J");
    assert_eq!(card(&session).task, Some(true), "{}", session.screen());
}

/// Whoever made a person in the first visit is not told at once that it is done.
#[test]
fn what_was_so_before_a_task_is_not_its_doing() {
    let mut session = lesson("you", (120, 40));
    for _ in 0..2 {
        press(&mut session, "Enter Right Enter Enter");
        assert_eq!(card(&session).task, Some(false), "{}", card(&session).text);
        press(&mut session, "J K");
        assert_eq!(card(&session).task, Some(false), "nothing was done yet");
        press(&mut session, "w Right");
        assert_eq!(card(&session).task, Some(false), "one arrow is not yet a person");
        press(&mut session, "Esc");
        assert_eq!(card(&session).task, Some(true));
        assert!(card(&session).text.contains(" %"), "{}", card(&session).text);
        press(&mut session, "Backspace Backspace");
    }
}

#[test]
fn going_back_to_an_earlier_lesson_puts_its_network_on() {
    let mut session = lesson("learning-rate", SIZES[0]);
    let raw = session.app.core.run().recipe().clone();
    press(&mut session, "Backspace");
    assert!(card(&session).title.contains("10/"), "{}", card(&session).title);
    assert_ne!(*session.app.core.run().recipe(), raw);
    assert_eq!(session.app.core.run().recipe().scaling, Scaling::Standard, "the age goes in scaled");
}

/// The card has rows of its own on the smallest of screens, so that nothing it speaks of lies below it.
#[test]
fn the_card_covers_no_panel() {
    let mut session = Session::open(80, 24);
    for at in 0..session.app.tour.lessons().len() {
        tour::begin(&mut session.app, at);
        settle(&mut session);
        let hits = &session.app.core.hits;
        let card = hits.find(|target| target == Target::TourCard).expect("a card");
        let panel = hits.find(|target| matches!(target, Target::Panel(_))).expect("a panel");
        assert!(panel.y + panel.height <= card.y, "lesson {at}: {panel:?} {card:?}");
    }
}

#[test]
fn every_key_of_the_program_still_works() {
    let mut session = Session::open(120, 40);
    press(&mut session, "H Enter J 2 1");
    assert_eq!(session.app.core.passenger().id, 2);
    press(&mut session, "Tab Enter");
    assert!(session.app.popups.is_open(), "Tab gives Enter back to the panels");
    press(&mut session, "Esc C");
    assert!(!card(&session).choices.is_empty(), "C goes on");
}

#[test]
fn every_text_of_the_lessons_is_in_every_language() {
    for lesson in tour::Lesson::built_in() {
        assert!(lesson.texts().all(Said::is_complete), "{}", lesson.name);
    }
}

#[test]
fn a_lesson_that_is_wrong_is_told_with_its_place() {
    let read = |text: &str| tour::Lesson::read("x", text).unwrap_err();
    let head = "title = { en = \"T\" }\ngoal = { en = \"G\" }\n";
    let wrong = read(&format!("{head}[[step]]\nsay = {{ en = \"of {{nobody}}\" }}\n"));
    assert_eq!((wrong.line, wrong.message.as_str()), (4, "`nobody` names no quantity"));
    let wrong = read(&format!("{head}[[step]]\ntask = {{ en = \"do\" }}\ndone = [\"epoch => 3\"]\n"));
    assert_eq!(wrong.line, 5);
    let wrong = read(&format!("{head}[[step]]\npanel = \"explore.moon\"\nsay = {{ en = \"x\" }}\n"));
    assert!(wrong.message.contains("explore.network"), "{}", wrong.message);
    let wrong = read(&format!("is_task = true\n{head}[[step]]\nsay = {{ en = \"x\" }}\n"));
    assert!(wrong.message.contains("ends with"), "{}", wrong.message);
    let wrong = read(&format!("best = \"moon\"\n{head}[[step]]\nsay = {{ en = \"x\" }}\n"));
    assert_eq!((wrong.line, wrong.message.as_str()), (1, "`moon` names no quantity"));
    let wrong = read(&format!("{head}[[step]]\nask = {{ en = \"x\" }}\n"));
    assert_eq!((wrong.line, wrong.message.contains("choices")), (3, true));
    assert!(read("title = 3").message.contains("invalid type"));
}

#[test]
fn at_rest_the_tour_costs_nothing() {
    let mut session = Session::open(80, 24);
    press(&mut session, "H Enter");
    session.act(Action::Tick(Duration::from_secs(10)));
    session.app.take_dirty();
    assert!(!session.app.needs_tick() || session.app.core.notice.is_some());
}

/// The last word of the tour asks for nothing more: whoever closes it there has been through.
#[test]
fn leaving_from_the_last_word_of_a_lesson_finishes_it() {
    let mut session = lesson("take-it-away", (120, 40));
    press(&mut session, "Esc");
    assert!(!session.app.tour.progress.is_done("take-it-away"), "a word before it");
    press(&mut session, "H Enter Enter C-s Esc Enter Esc");
    assert!(session.app.tour.progress.is_done("take-it-away"), "{}", session.screen());
}
