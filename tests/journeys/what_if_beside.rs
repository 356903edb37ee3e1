//! The what-if popup among the rest of the program: under other popups, over a screen whose keys it
//! takes, beside the strips it moves in, and in few columns.

use titanic_tui::analysis::Attribute;
use titanic_tui::app::popups::Popup;
use titanic_tui::app::{Screen, Settings, Target, WhatIfTarget};
use titanic_tui::explain::words::Language;

use crate::session::Session;

fn open(width: u16, height: u16) -> Session {
    let mut session = Session::open(width, height);
    session.press("w");
    session
}

fn is_on_top(session: &Session) -> bool {
    matches!(session.app.popups.top(), Some(Popup::WhatIfForm(_)))
}

#[test]
fn what_is_opened_over_it_gives_way_to_it_again() {
    for keys in [
        "? Esc",
        "F1 F1",
        "? ? Esc",
        ": Esc",
        "p Esc",
        "x Esc",
        "! Esc",
        "C-s Esc",
        "I Esc",
        "? : Esc",
        "p Enter",
        ": text:theme Enter",
        "? w",
    ] {
        let mut session = open(100, 30);
        session.press("Right").press(keys);
        assert!(is_on_top(&session), "{keys}");
        session.sees(&["What if?", "◂     23 ▸"]).press("Esc");
        assert!(!session.app.popups.is_open(), "Esc after {keys}");
        session.sees_no("What if?");
    }
    let mut session = open(100, 30);
    session.press("Down ? 2");
    assert_eq!(session.app.core.screen, Screen::Train);
    assert!(!session.app.popups.is_open(), "another screen is what was asked for");
}

#[test]
fn it_is_seen_under_the_help_but_not_clicked_through_it() {
    let mut session = open(120, 40);
    let on_age = |target| matches!(target, Target::WhatIf(WhatIfTarget::Slider(Attribute::Age)));
    assert!(session.app.core.hits.find(on_age).is_some());
    session.press(":").sees(&["Every action", "What if?"]);
    assert!(session.app.core.hits.find(on_age).is_none());
    session.click_at((0, 39));
    assert!(is_on_top(&session), "a click beside it closes the topmost");
}

#[test]
fn its_own_keys_stand_first_in_the_help() {
    let mut session = open(100, 30);
    session.press("?");
    let screen = session.screen();
    let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text}\n{screen}"));
    assert!(at("Help: What if?") < at("what if: another field"));
    assert!(at("what if: begin again") < at("Look around"));
    assert_eq!(screen.matches("what if: another field").count(), 1);
}

#[test]
fn keys_of_the_screen_behind_are_refused_aloud() {
    for key in ["/", "s", "S", "f", "F", "n", "N", "e", "z", "8", "d"] {
        let mut session = open(100, 30);
        let before = session.app.core.view.clone();
        session.press("Down").press(key);
        assert!(is_on_top(&session), "{key}");
        session.sees(&["What if has the keys; Esc closes it"]);
        assert_eq!(session.app.core.view.filter(), before.filter(), "{key}");
    }
    let mut session = open(100, 30);
    session.press("? /");
    assert!(matches!(session.app.popups.top(), Some(Popup::HelpPage(_))));
}

#[test]
fn hints_offer_only_what_works() {
    let mut session = open(200, 60);
    let screen = session.screen();
    let hints = screen.lines().last().unwrap();
    for word in ["search", "filter", "sort", "flow", "zoom", "what if", "passenger again"] {
        assert!(!hints.contains(word), "{word} in {hints}");
    }
    let screen = session.press("Right").screen();
    let hints = screen.lines().last().unwrap();
    for word in ["field", "change", "flip it", "passenger again", "epoch", "presets"] {
        assert!(hints.contains(word), "{word} not in {hints}");
    }
}

#[test]
fn where_nothing_flips_enter_says_so_and_is_not_offered() {
    for &language in Language::ALL {
        let settings = Settings { language, ..Settings::default() };
        let mut session = Session::with(settings, 120, 40);
        session.press("w PgUp Right Right Right");
        let sentence = match language {
            Language::English => "no single change flips it",
            Language::Japanese => "一つだけの変更では反転しません",
        };
        session.sees(&[sentence]);
        for offer in ["Enter flip", "Enter 反転", "Enter: do it", "Enterで変更"] {
            session.sees_no(offer);
        }
        session.press("Enter");
        assert_eq!(session.screen().matches(sentence).count(), 2);
    }
}

#[test]
fn on_beliefs_the_strips_stay_in_sight_and_the_person_moves_in_them() {
    for (width, height, keys) in
        [(120, 40, "4"), (200, 60, "4"), (120, 40, "p End Up Enter } 4"), (200, 60, "p End Up Enter } 4")]
    {
        let mut session = Session::open(width, height);
        session.press(keys).press("w");
        let column = |session: &Session| {
            let screen = session.screen();
            let line = screen
                .lines()
                .find(|line| line.contains("men ") && line.contains('◆'))
                .unwrap_or_else(|| panic!("{width}×{height} {keys}\n{screen}"));
            line.chars().position(|c| c == '◆')
        };
        session.press("Right Right");
        let before = column(&session);
        session.press("PgUp PgUp");
        assert!(column(&session) > before);
        session.sees(&["women", "men", "◆ you", "What if?"]);
        assert_eq!(session.app.core.screen, Screen::Beliefs);
    }
}

#[test]
fn at_80_columns_its_frame_is_not_drawn_inside_another() {
    let session = open(80, 24);
    let screen = session.screen();
    for line in screen.lines().skip(1).take(20) {
        let frames = |c: char| "╭╮╰╯├┤│┃".contains(c);
        let mut cells = line.chars();
        assert!(frames(cells.next().unwrap()), "{line}");
        assert!(!frames(cells.next().unwrap()), "{line}");
        assert!(frames(cells.next_back().unwrap()), "{line}");
        assert!(!frames(cells.next_back().unwrap()), "{line}");
    }
}

#[test]
fn however_many_fields_there_are_real_people_stand_below() {
    for (width, height, least) in [(80, 24, 3), (100, 30, 5), (120, 40, 5)] {
        let mut session = Session::open(width, height);
        session.press("p End Up Enter } w");
        let screen = session.screen();
        let people = screen.lines().filter(|line| line.contains(" class 3 "));
        assert!(people.count() >= least, "{width}×{height}\n{screen}");
        session.sees(&["not looked at: cabin"]);
    }
}

#[test]
fn the_wheel_over_a_field_changes_it() {
    let mut session = open(120, 40);
    session.wheel("◂     22", false).sees(&["◂     23 ▸"]);
    session.wheel("0…80", true).sees(&["◂     22 ▸"]);
    session.wheel("(male │ female)", false).sees(&["◂ female ▸"]);
    session.press("u").sees(&["◂ male"]);
    session.wheel("Perkin", true).sees(&["◂     22 ▸", "◂ male"]);
}

#[test]
fn an_input_has_the_same_name_wherever_it_stands() {
    for (language, names) in [
        (Language::English, ["class", "siblings", "parents", "fare"]),
        (Language::Japanese, ["等級", "兄弟配偶", "親子", "運賃"]),
    ] {
        let settings = Settings { language, ..Settings::default() };
        let mut session = Session::with(settings, 120, 40);
        session.press("p End Up Enter }");
        for keys in ["1", "3", "4", "w"] {
            session.press(keys).sees(&names);
            for raw in ["pclass", "sibsp 0", "parch 0", "embarked"] {
                session.sees_no(raw);
            }
        }
    }
}
