//! The look, leaving, and Esc: themes, languages, glyphs, zoom, free keys, quitting.

use titanic_tui::app::{Effect, Panel, Screen, ThemeName};
use titanic_tui::explain::words::Language;

use crate::session::Session;

#[test]
fn tab_walks_every_panel_of_each_screen_and_back() {
    for (key, screen) in [("1", Screen::Explore), ("2", Screen::Train)] {
        let mut session = Session::open(80, 24);
        session.press(key);
        let first = session.app.core.focus();
        let mut seen: Vec<Panel> = Vec::new();
        for _ in screen.panels() {
            assert!(session.app.core.hits.shows(session.app.core.focus()), "unseen focus");
            seen.push(session.app.core.focus());
            session.press("Tab");
        }
        assert_eq!(seen, screen.panels());
        assert_eq!(session.app.core.focus(), first, "it goes round");
        session.press("S-Tab");
        assert_eq!(session.app.core.focus(), seen[seen.len() - 1]);
    }
}

#[test]
fn zoom_fills_the_screen_with_the_focused_panel_and_esc_brings_all_back() {
    let mut session = Session::open(120, 40);
    let before = session.screen();
    session.press("z").sees_no("Calculation");
    session.press("Esc");
    assert_eq!(session.screen(), before);
}

#[test]
fn five_presses_of_the_theme_key_come_back_to_the_first() {
    let mut session = Session::open(80, 24);
    let before = session.buf.clone();
    let mut names = Vec::new();
    for _ in 0..5 {
        session.press("T");
        names.push(session.app.core.settings.theme);
        let notice = session.notice();
        assert!(notice.contains(session.app.core.settings.theme.key()), "{notice}");
    }
    assert_eq!(names.last(), Some(&ThemeName::Terminal));
    session.wait(3_000).press("J K");
    assert_eq!(session.buf, before, "the look is as it was");
}

#[test]
fn the_language_switches_and_says_in_both_how_to_come_back() {
    let mut session = Session::open(80, 24);
    let before = session.screen();
    session.press("L").sees(&["乗客", "ネットワーク", "L"]);
    assert!(session.notice().contains("Language") && session.notice().contains("言語"));
    assert_eq!(session.app.core.settings.language, Language::Japanese);
    session.press("L");
    assert!(session.notice().contains("Language") && session.notice().contains("言語"));
    session.wait(3_000).press("J K");
    assert_eq!(session.screen(), before);
}

#[test]
fn plain_characters_are_really_plain_and_one_key_brings_the_others_back() {
    let mut session = Session::open(120, 40);
    let before = session.screen();
    session.press("A");
    let plain = session.screen();
    let strange: Vec<char> = plain.chars().filter(|c| !c.is_ascii()).collect();
    assert!(strange.is_empty(), "{strange:?} in\n{plain}");
    session.press("A");
    assert_eq!(session.screen(), before);
}

#[test]
fn a_digit_without_a_screen_says_that_it_is_free() {
    let mut session = Session::open(80, 24);
    session.press("9");
    assert!(session.notice().contains('9'), "it answers nothing");
    session.wait(3_000);
    session.press("2 8");
    assert!(session.notice().contains('8'), "8 is Explore's alone");
    // The search again as the search itself: it never leaves the screen for an open line.
    for key in ["/", "n", "N"] {
        session.press("6").press(key);
        assert_eq!(session.notice(), format!("{key} does nothing here just now"));
        assert!(!session.app.popups.is_open() && session.app.core.screen == Screen::Score);
    }
}

#[test]
fn esc_undoes_one_thing_at_a_time_and_never_quits() {
    let mut session = Session::open(80, 24);
    session.press("8 z Tab Enter ?");
    session.press("Esc");
    assert!(!session.app.popups.is_open() && session.app.screens.explore.spot_open);
    session.press("Esc");
    assert!(!session.app.screens.explore.spot_open && session.app.core.zoomed);
    session.press("Esc");
    assert!(!session.app.core.zoomed && !session.app.core.view.filter().is_empty());
    session.press("Esc");
    assert!(session.app.core.view.filter().is_empty());
    for _ in 0..20 {
        session.press("Esc");
    }
    assert!(!session.app.is_over());
}

#[test]
fn q_quits_over_every_popup_and_is_a_letter_where_one_types() {
    for opening in ["", "?", "w", "p", "X", "Enter", "d", "!", "f Down", "7", "2 R", "w ?", "2 Tab R"] {
        let mut session = Session::open(120, 40);
        session.press(opening).press("q");
        assert!(session.app.is_over(), "{opening}");
        assert_eq!(session.effects.last(), Some(&Effect::Quit), "{opening}");
    }
    for opening in ["/", "f", ":", "C-s", "I", "w :"] {
        let mut session = Session::open(120, 40);
        session.press(opening).press("q");
        assert!(!session.app.is_over() && session.app.popups.is_open(), "{opening}");
        session.press("C-c");
        assert!(session.app.is_over(), "{opening}");
    }
}

#[test]
fn ctrl_z_suspends_and_asks_for_nothing_else() {
    let mut session = Session::open(80, 24);
    session.press("C-z");
    assert_eq!(session.effects, [Effect::Suspend]);
}

#[test]
fn quitting_keeps_the_runs_one_made_and_only_those() {
    let mut session = Session::open(80, 24);
    assert!(session.app.core.runs.to_save(&session.app.core.settings.session).is_empty());
    session.press("p Enter");
    assert!(session.app.core.runs.to_save(&session.app.core.settings.session).is_empty(), "nothing learned yet");
    session.press("> r q");
    let saved = session.app.core.runs.to_save(&session.app.core.settings.session);
    assert_eq!(saved.len(), 1);
}

#[test]
fn a_small_terminal_says_what_is_needed_and_q_works() {
    let mut session = Session::open(60, 20);
    session.sees(&["80×24", "60×20", "q"]);
    session.press("q");
    assert!(session.app.is_over());
    Session::open(30, 5).sees(&["80×24"]);
}

#[test]
fn in_the_place_of_the_hints_a_notice_goes_when_the_user_goes_on() {
    let mut session = Session::open(80, 24);
    session.press("p End Enter").sees(&["two hidden layers of 16"]);
    session.sees_no("Tab panel").sees(&["? help"]);
    session.wait(100).press(".").sees_no("two hidden layers of 16");
    session.sees(&["Tab panel", "? help"]);
    // Said again, it is seen again.
    session.press("u").sees_no("Tab panel");
}

#[test]
fn a_notice_goes_with_the_first_key_after_two_seconds() {
    let mut session = Session::open(120, 40);
    session.press("u").wait(100).press("J").sees(&["nothing of yours"]);
    session.wait(2_000).sees(&["nothing of yours"]);
    session.press("J").sees_no("nothing of yours");
}

/// Or who changed sides is hidden as long as it trains.
#[test]
fn while_it_plays_a_notice_of_before_gives_way_to_the_news() {
    let mut session = Session::open(120, 40);
    session.press("p Enter i").sees(&["rate 1, was 0.5"]).press("Space").sees(&["rate 1, was 0.5"]);
    session.wait(2_100).wait(100).sees_no("was 0.5").sees(&["flipped"]);
}

#[test]
fn what_the_program_has_to_say_is_said_whole_at_every_width() {
    use titanic_tui::app::Settings;
    for &language in Language::ALL {
        for keys in [
            "Space",
            "Space Esc",
            ".",
            "p Home Down Enter",
            "p Home Down Down Enter",
            "p Home Down Down Down Enter",
            "p End Enter",
            "p Home Down Enter . i",
            "p Home Down Enter . . , i",
            "p Home Down Enter . . , i u",
            "u",
            "C-r",
            "L",
            "T",
            "2 M",
            "2 p Home Down Enter c",
            "9",
        ] {
            for width in [80, 99, 100, 110, 120, 159, 160, 200] {
                let settings = Settings { language, ..Settings::default() };
                let mut session = Session::with(settings, width, 40);
                session.press(keys);
                let notice = session.notice();
                assert!(!notice.is_empty(), "{keys} is answered");
                let screen = session.screen();
                assert!(screen.contains(&notice), "`{notice}` at {width}\n{screen}");
            }
        }
    }
}
