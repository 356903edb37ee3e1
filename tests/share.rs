//! A state as one line: what leads where, how long it is at most, and what is said of a line that is not right.

use std::sync::Arc;

use assert_cmd::Command as Program;
use session::Session;
use titanic_tui::app::core::playback::PlayState;
use titanic_tui::app::{Action, App, Effect, Screen, Settings};
use titanic_tui::data::{Labels, PassengerList};
use titanic_tui::explain::words::Language;
use titanic_tui::training::{Preset, Recipe, Run, SplitRule};

#[path = "support/session.rs"]
mod session;

fn list() -> Arc<PassengerList> {
    Arc::new(PassengerList::embedded())
}

/// The program with a run of this preset on its screen.
fn with(preset: Preset) -> Session {
    let run = preset.run("A", list()).expect("a preset");
    Session::of(App::from_run(list(), run, Settings::default()), 120, 40)
}

/// The line that key `Y` copies.
fn line(session: &mut Session) -> String {
    session.press("Y");
    let Some(Effect::Copy(line)) = session.effects.last().cloned() else {
        panic!("no line: {}", notice(session));
    };
    session.act(Action::Copied(Ok(line.clone())));
    line
}

fn notice(session: &Session) -> String {
    session.app.core.notice.as_ref().map(|notice| notice.message.text(Language::English)).unwrap_or_default()
}

/// Pastes a text and lets time pass until a jump is made.
fn paste(session: &mut Session, text: &str) {
    session.act(Action::Paste(text.to_owned()));
    arrive(session);
}

fn arrive(session: &mut Session) {
    while matches!(session.app.core.playback.state(), PlayState::Seeking(_)) {
        session.wait(1);
    }
}

/// What a line brings back: the bits of the network, and where one looks.
fn state(session: &Session) -> (Vec<u64>, u64, usize, Screen, String) {
    let core = &session.app.core;
    let bits = core.network().parameters().iter().map(|number| number.to_bits()).collect();
    (bits, core.run().epoch(), core.who, core.screen, format!("{:?}", core.spot()))
}

fn assert_leads_there(session: &mut Session) -> String {
    let line = line(session);
    let mut other = Session::open(120, 40);
    paste(&mut other, &line);
    assert_eq!(state(&other), state(session), "{line}");
    line
}

#[test]
fn a_line_leads_to_the_same_bits_person_place_epoch_and_screen() {
    for &preset in Preset::ALL {
        let mut session = with(preset);
        session.press("} > J J J ) ) 3");
        arrive(&mut session);
        let line = assert_leads_there(&mut session);
        assert!(line.starts_with("titanic-tui open t1:") && line.len() < 90, "{preset:?}: {line}");
        let code = line.strip_prefix("titanic-tui open t1:").expect("a command");
        assert!(code.chars().all(|c| c.is_ascii_alphanumeric()), "{line}");
    }
}

#[test]
fn numbers_set_by_hand_and_rates_changed_on_the_way_are_in_the_line() {
    let mut session = Session::open(120, 40);
    session.press("e text:1.25 Enter ) e text:-3 Enter");
    assert_leads_there(&mut session);
    session.press("p Down Enter > i > i i > e Up Up Enter } o .");
    arrive(&mut session);
    assert!(session.app.core.run().changes().len() >= 3);
    assert_leads_there(&mut session);
    session.press("< <");
    assert_leads_there(&mut session);
}

#[test]
fn what_comes_from_a_line_can_be_trained_on_once_it_is_there_again() {
    let mut session = Session::open(120, 40);
    session.press("p Down Enter > i } .");
    arrive(&mut session);
    let line = line(&mut session);
    let mut other = Session::open(120, 40);
    paste(&mut other, &line);
    session.press("i . .");
    other.press("i . .");
    assert_eq!(state(&other), state(&session));
    other.press("u u");
    assert!(other.app.core.is_published(), "{}", notice(&other));
}

#[test]
fn a_run_that_is_on_the_list_already_is_not_made_twice() {
    let mut session = Session::open(120, 40);
    let published = line(&mut session);
    session.press("p Down Enter } J 2");
    arrive(&mut session);
    let trained = line(&mut session);
    for line in [&published, &trained, &published] {
        paste(&mut session, line);
    }
    assert_eq!(session.app.core.runs.all().len(), 2);
    assert!(session.app.core.is_published());
}

#[test]
fn a_line_is_found_among_other_words_and_in_the_field_of_open() {
    let mut session = Session::open(120, 40);
    session.press("p Down Enter } J 2");
    arrive(&mut session);
    let line = line(&mut session);
    let code = line.split(' ').next_back().expect("a code");
    for text in [format!("look: `{line}`!"), format!("  {code}\n"), format!("<{code}>, says Ada")] {
        let mut other = Session::open(80, 24);
        paste(&mut other, &text);
        assert_eq!(state(&other), state(&session), "{text}");
    }
    let mut other = Session::open(80, 24);
    other.press("I");
    other.act(Action::Paste(line.clone()));
    other.press("Enter");
    arrive(&mut other);
    assert_eq!(state(&other), state(&session));
    assert!(!other.app.popups.is_open());
    // Into a field that asks for something else it is text like any other.
    let mut other = Session::open(80, 24);
    other.press("f");
    other.act(Action::Paste(code.to_owned()));
    assert!(other.app.core.is_published());
}

#[test]
fn every_wrong_missing_or_swapped_character_is_told() {
    let mut session = with(Preset::Unpublished231);
    session.press("} J J");
    arrive(&mut session);
    let line = line(&mut session);
    let start = line.len() - line.split("t1:").last().expect("a code").len();
    let mut other = Session::open(120, 40);
    let mut told = |text: &str| {
        paste(&mut other, text);
        assert!(other.app.core.is_published(), "{text} was opened");
        notice(&other)
    };
    for at in start..line.len() {
        let (before, rest) = line.split_at(at);
        let (here, after) = rest.split_at(1);
        let another = if here == "z" { "y" } else { "z" };
        for wrong in [format!("{before}{after}"), format!("{before}{another}{after}"), format!("{before}z{rest}")] {
            assert!(told(&wrong).contains("the check does not agree"), "{wrong}");
        }
        if let Some(next) = after.get(..1).filter(|next| *next != here) {
            let swapped = format!("{before}{next}{here}{}", &after[1..]);
            assert!(told(&swapped).contains("the check does not agree"), "{swapped}");
        }
        let place = format!("character {}, counted from t, is “l”", at - start + 4);
        assert!(told(&format!("{before}l{after}")).contains(&place), "{place}");
    }
    let settings = Settings { language: Language::Japanese, ..Settings::default() };
    let mut japanese = Session::with(settings, 80, 24);
    paste(&mut japanese, "t1:zz");
    assert!(japanese.screen().replace(' ', "").contains("照合が合いません"), "{}", japanese.screen());
    assert!(told("t1:").contains("the check"));
    assert!(told(&line.replace("t1:", "t2:")).contains("newer version"));
    assert!(told(&format!("t1:{}", "z".repeat(5_000_000))).contains("the check"), "and at once");
    assert!(told(&format!("{line}あ")).contains("“あ”"));
}

#[test]
fn another_list_is_told() {
    let mut session = Session::open(120, 40);
    session.press("p Down Enter .");
    let line = line(&mut session);
    let csv = "Sex,Age,Survived\nfemale,20,1\nmale,30,0\nmale,,0\nfemale,40,1\n";
    let few = Arc::new(PassengerList::read("few.csv", csv.as_bytes(), Labels::Required).expect("a list"));
    let mut other = Session::of(App::new(few, Settings::default()), 120, 40);
    paste(&mut other, &line);
    assert!(notice(&other).contains("another list"), "{}", notice(&other));
    assert_eq!(other.app.core.run().epoch(), 1);
    assert_eq!(list().fingerprint(), 3_123_676_880, "the list inside has changed, and lines made on it say so");
}

/// A sentence of the command line on a line it is given.
fn cli(arguments: &[&str]) -> String {
    let program = Program::new(env!("CARGO_BIN_EXE_titanic-tui"))
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .args(arguments)
        .output()
        .expect("it runs");
    String::from_utf8(program.stdout).expect("text") + &String::from_utf8(program.stderr).expect("text")
}

#[test]
fn commands_without_a_screen_take_a_line_for_a_model() {
    let mut session = Session::open(120, 40);
    session.press("p Down Enter }");
    arrive(&mut session);
    let line = line(&mut session);
    let right = session.app.core.run().metrics().test.correct;
    let told = cli(&["evaluate", "--json", "--model", &line]);
    assert!(told.contains(&format!("\"correct\":{right}")), "{told}");
    let frame = cli(&["snapshot", "--screen", "train", "--model", &line]);
    assert!(frame.contains("100"), "{frame}");
    let wrong = cli(&["evaluate", "--model", &line[..line.len() - 1]]);
    assert!(wrong.contains("the check does not agree"), "{wrong}");
}

/// Whoever reads the README can try it.
#[test]
fn the_line_in_the_readme_leads_to_the_trained_network_of_the_post() {
    let readme = include_str!("../README.md");
    let line = readme.lines().find(|line| line.contains("--model t1:")).expect("an example");
    let mut other = Session::open(120, 40);
    paste(&mut other, line);
    let mut session = with(Preset::ThePostTrained);
    session.press("} } } } } J J");
    arrive(&mut session);
    assert_eq!(state(&other), state(&session), "{}", self::line(&mut session));
}

#[test]
fn a_drawn_split_is_in_the_line_and_draws_the_same_rows() {
    for split in [SplitRule::Shuffled, SplitRule::Stratified] {
        let recipe = Recipe { split, seed: 6, ..Preset::ThePostTrained.recipe() };
        let run = Run::from_recipe("A", list(), recipe).expect("a run");
        let mut session = Session::of(App::from_run(list(), run, Settings::default()), 120, 40);
        session.press(">");
        arrive(&mut session);
        let mut other = Session::open(120, 40);
        paste(&mut other, &line(&mut session));
        let [here, there] = [&session, &other].map(|session| session.app.core.run());
        assert_eq!((there.recipe().split, there.split()), (split, here.split()));
        assert_eq!((there.metrics(), state(&other)), (here.metrics(), state(&session)));
    }
}
