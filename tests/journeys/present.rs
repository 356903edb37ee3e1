//! In front of a class: what is kept back, telling it, the hands, the note, and the reset.

use std::sync::Arc;

use titanic_tui::app::{App, PresentPart, Screen, Settings, Target};
use titanic_tui::data::{Labels, PassengerList};
use titanic_tui::explain::numbers;
use titanic_tui::explain::words::Language;

use crate::session::Session;

/// Two men of one age, class and fare, of whom one lived: alike in all that is known before the answer.
const TWINS: [usize; 2] = [284, 373];
/// The first of them.
const NAME: &str = "Dorking";

/// The list, as it is or with the fates of the two exchanged.
fn list(exchanged: bool) -> Arc<PassengerList> {
    let mut text = include_str!("../../data/titanic.csv").to_owned();
    if exchanged {
        for id in TWINS {
            for (was, is) in [("0", "1"), ("1", "0")] {
                let [was, is] = [was, is].map(|fate| format!("\n{id},{fate},"));
                if text.contains(&was) {
                    text = text.replace(&was, &is);
                    break;
                }
            }
        }
    }
    Arc::new(PassengerList::read("titanic.csv", text.as_bytes(), Labels::Required).expect("a list"))
}

fn before_a_class(exchanged: bool, size: (u16, u16), language: Language, keys: &str) -> Session {
    let settings = Settings { language, ..Settings::default() };
    let mut session = Session::of(App::new(list(exchanged), settings), size.0, size.1);
    session.press(&format!("/ text:{NAME} Enter {keys} P"));
    session
}

/// Each screen and panel, enlarged and among the others, and what opens over them.
fn every_frame(session: &mut Session, mut look: impl FnMut(&mut Session, String)) {
    for &screen in Screen::ALL {
        session.press(&screen.digit().to_string());
        for panel in screen.panels() {
            for keys in ["z", "z", "v", "W", "Esc", "e", "Esc", ") ) )"] {
                session.press(keys);
                while session.app.is_drawing_soon() {
                    session.wait(10);
                }
                look(session, format!("{panel:?} after {keys}"));
            }
            session.press("Tab");
        }
    }
}

/// Nothing on any screen differs between two lists in which only the answer does, and p stands nowhere.
#[test]
fn no_screen_gives_the_answer_away() {
    for (size, language, keys) in [
        ((80, 24), Language::English, ""),
        ((120, 40), Language::English, "p Down Down Down Enter . . ."),
        ((200, 60), Language::Japanese, ". . ."),
    ] {
        let [mut one, mut other] = [false, true].map(|exchanged| before_a_class(exchanged, size, language, keys));
        let mut frames = Vec::new();
        every_frame(&mut one, |session, place| {
            let core = &session.app.core;
            assert!(core.hides_answer(core.who), "{place}");
            let trace = core.trace().unwrap();
            for number in [numbers::chance(trace.p()), numbers::decimal(trace.logit(), 6)] {
                assert!(!session.screen().contains(&number), "{place}\n{}", session.screen());
            }
            frames.push((place, session.buf.clone()));
        });
        let mut frames = frames.into_iter();
        every_frame(&mut other, |session, place| {
            let (same, buf) = frames.next().unwrap();
            assert_eq!(same, place);
            assert_eq!(buf, session.buf, "{place}\n{}", session.screen());
        });
        one.press("1 PgDn");
        other.press("1 PgDn");
        assert_ne!(one.buf, other.buf, "told, it is there");
    }
}

#[test]
fn a_key_tells_the_answer_and_another_passenger_is_another_question() {
    let mut session = Session::open(80, 24);
    session.press("P").sees_no(".380588").sees_no("died  died").sees_no("✗");
    session.press("PgDn").sees(&[".380588", "died ✓", "✓"]).sees_no(".515");
    session.press("PgDn");
    assert_eq!(session.id(), 2, "told, the same key goes on");
    session.sees_no(".380588").sees(&["what happened"]);
    session.press("PgUp").sees_no(".380588");
    assert_eq!(session.id(), 1);
    session.press("Enter").sees(&[".380588"]).press("PgUp").sees_no(".380588");
    session.press("P").sees(&[".380588", "epoch"]);
}

#[test]
fn the_card_of_a_passenger_keeps_the_answer_back_too() {
    let mut session = Session::open(80, 24);
    session.press("P PgDn Enter").sees(&["0.380588"]).press("J").sees(&["Cumings"]).sees_no("0.48").sees_no("lived ·");
}

#[test]
fn what_if_waits_for_the_answer_and_goes_when_another_is_asked_about() {
    let mut session = Session::open(80, 24);
    session.press("P w");
    assert!(!session.app.popups.is_open(), "it would begin as the passenger");
    session.press("PgDn w");
    assert!(session.app.popups.shows_what_if());
    session.press("J");
    assert!(!session.app.popups.is_open());
}

#[test]
fn hands_are_counted_one_by_one_or_typed_and_can_be_taken_back() {
    let mut session = Session::open(80, 24);
    session.press("P + + - =").sees(&["+ lived  3", "- died  1"]);
    session.press("u").sees(&["+ lived  2", "- died  1"]).press("C-r").sees(&["+ lived  3"]);
    session
        .press("#")
        .sees(&["+ lived  3", "18 7"])
        .press("text:18 Space text:7 Enter")
        .sees(&["+ lived 18", "- died  7"]);
    session.press("# text:many Enter");
    assert!(session.app.popups.is_open(), "no number of hands");
    session.press("Esc PgDn").sees(&["lived ✗", "right 0 of 1", "died ✓", "right 1 of 1"]);
    session.press("2").sees(&["+ lived 18", "right 1 of 1"]).press("1 PgDn").sees(&["+ lived  0", "right 1 of 1"]);
    session.press("# 9 : 9 Enter PgDn").sees(&["undecided", "right 0 of 2", "right 1 of 2"]);
    session.press("P P").sees(&["right 1 of 2"]);
}

#[test]
fn everything_of_it_is_done_by_the_mouse_too() {
    let mut session = Session::open(120, 40);
    session.press("P").click("+ lived").click("- died").click("- died").sees(&["+ lived  1", "- died  2"]);
    session.click("the network").sees(&[".380588", "right 1 of 1"]);
    session.click("what happened");
    assert_eq!(session.id(), 2);
    assert!(session.app.core.hits.find(|target| target == Target::Present(PresentPart::Next)).is_some());
}

#[test]
fn a_note_stands_below_the_answers_in_any_script() {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let mut session = Session::open(width, height);
        session.press("P \" text:ふたりの違いは？ Enter").sees(&["ふたりの違いは？"]);
        session.press("\"").sees(&["ふたりの違いは？"]).press("C-u Enter").sees_no("ふたりの違いは？");
    }
}

#[test]
fn reset_leads_to_the_very_start_and_undo_all_the_way_back() {
    let mut session = Session::open(120, 40);
    let start = session.screen();
    session.press("p Down Down Enter > . J J s 4 Tab").wait(10_000).press("L L").wait(10_000).press("J K");
    let (before, runs) = (session.screen(), session.app.core.runs.all().len());
    session.press("0");
    assert_eq!((session.id(), session.epoch(), session.app.core.screen), (1, 0, Screen::Explore));
    assert_eq!(session.app.core.runs.all().len(), runs, "no run is lost");
    session.wait(10_000).press("J K");
    assert_eq!(session.screen(), start);
    session.press("u").wait(10_000).press("J K");
    assert_eq!(session.screen(), before);
    session.press("C-r 0").sees(&["the very start"]);
}

/// Every screen opens again as it opened the first time, whatever was moved on it, and undo moves it back.
#[test]
fn reset_takes_back_what_a_screen_keeps_for_itself() {
    let screens = |session: &mut Session| -> Vec<String> {
        let frame = |session: &mut Session, screen: Screen| {
            session.press(&(screen as usize + 1).to_string()).wait(10_000);
            while session.app.is_drawing_soon() {
                session.wait(1);
            }
            session.app.core.notice = None;
            session.draw();
            session.screen()
        };
        let frames = Screen::ALL.iter().map(|&screen| frame(session, screen)).collect();
        session.press("1");
        frames
    };
    let mut session = Session::open(120, 40);
    let start = screens(&mut session);
    for moved in ["1 Tab Tab Tab h Right Right", "3 Space", "6 Tab Right Right Right", "7 Down Down Down Down Right"] {
        session.press(moved);
    }
    let before = screens(&mut session);
    let changed = start.iter().zip(&before).filter(|(start, before)| start != before).count();
    assert!(changed >= 4, "{changed} screens were moved on");
    for (key, expected) in [("0", start), ("u", before)] {
        session.press(key).wait(10_000);
        for (found, expected) in screens(&mut session).iter().zip(&expected) {
            assert_eq!(found, expected, "{key}");
        }
    }
}

#[test]
fn a_race_under_way_goes_and_comes_back_with_a_reset() {
    let mut session = Session::open(120, 40);
    session.press("2 p Enter R Enter . . .").wait(10_000).press("J K");
    let before = session.screen();
    session.press("0");
    assert!(session.app.core.race.is_none());
    session.press("u").wait(10_000).press("J K");
    assert!(session.app.core.shows_race());
    assert_eq!(session.screen(), before);
}

#[test]
fn reset_gives_the_next_class_a_clean_slate() {
    let mut session = Session::open(80, 24);
    session.press("P + + PgDn J - 0").sees(&["+ lived  0"]).sees_no("right");
    assert!(session.app.core.presenter.is_on && session.app.core.zoomed);
    session.press("u K").sees(&["+ lived  2", "right 0 of 1"]);
}

#[test]
fn the_palette_answers_to_both() {
    let mut session = Session::open(80, 24);
    session.press(": text:present").sees(&["in front of a class"]).press("Enter");
    assert!(session.app.core.presenter.is_on);
    session.press("J : text:reset").sees(&["very start"]).press("Enter");
    assert_eq!(session.id(), 1);
    session.press("L : text:reset").sees(&["最初の状態"]);
}

#[test]
fn esc_takes_the_class_away_as_one_layer() {
    let mut session = Session::open(80, 24);
    let before = session.screen();
    session.press("P Esc");
    assert!(!session.app.core.presenter.is_on && !session.app.core.zoomed);
    assert_eq!(session.screen(), before);
}
