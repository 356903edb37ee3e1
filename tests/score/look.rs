//! How the Score screen looks at every size, in every theme and both languages.

use insta::assert_snapshot;
use ratatui::style::{Color, Modifier};
use titanic_tui::app::{ColorDepth, ScoreTarget, Settings, ThemeName};
use titanic_tui::explain::words::Language;

use crate::session::Session;

const STATES: [&str; 5] = ["", "m t", "p Home Down Enter 6 > >", "p End Enter 6 .", "Left Right Up m m m"];

fn open(settings: Settings, width: u16, height: u16, keys: &str) -> Session {
    let mut session = Session::with(settings, width, height);
    session.press("6").press(keys);
    session
}

#[test]
fn the_screen_at_the_usual_size() {
    let session = open(Settings::default(), 120, 40, "");
    assert_snapshot!("score_120x40", session.screen());
}

#[test]
fn the_screen_in_a_small_terminal_in_japanese() {
    let settings = Settings { language: Language::Japanese, ..Settings::default() };
    let session = open(settings, 80, 24, "");
    assert_snapshot!("score_80x24_ja", session.screen());
}

#[test]
fn every_interval_has_both_its_ends_and_the_axis_its_zero() {
    for &language in Language::ALL {
        for (width, height) in [(80, 24), (120, 40), (200, 60)] {
            for state in ["", "Right m"] {
                let settings = Settings { language, ..Settings::default() };
                let screen = open(settings, width, height, state).screen();
                let rows: Vec<&str> = screen.lines().filter(|line| line.contains("━├")).collect();
                assert!(rows.len() >= 4, "{screen}");
                assert!(rows.iter().all(|row| row.contains('┤')), "{screen}");
                assert!(screen.contains(" 0%  "), "{width}×{height} after {state}\n{screen}");
            }
        }
    }
}

#[test]
fn every_panel_is_whole_at_every_size_in_both_languages() {
    for &language in Language::ALL {
        for (width, height) in [(80, 24), (100, 30), (110, 24), (120, 40), (160, 45), (200, 60)] {
            for state in STATES {
                let settings = Settings { language, ..Settings::default() };
                let mut session = open(settings, width, height, state);
                for zoomed in [false, true] {
                    for _ in 0..8 {
                        session.press("Tab");
                        assert_eq!(session.app.core.zoomed, zoomed);
                        // The top bar and the time bar cut the run's name as everywhere.
                        let lines = usize::from(height) - 5;
                        let screen: Vec<_> = session.screen().lines().map(str::to_owned).collect();
                        let screen = screen[1..lines].join("\n");
                        assert!(!screen.contains('#'), "a number did not fit\n{screen}");
                        // Figures are never cut: an ellipsis stands after words only.
                        for (at, _) in screen.match_indices('…') {
                            let before = screen[..at].chars().next_back();
                            let is_figure = before.is_some_and(|c| c.is_ascii_digit());
                            assert!(!is_figure, "{width}×{height} after {state}\n{screen}");
                        }
                    }
                    session.press("z");
                }
            }
        }
    }
}

#[test]
fn ascii_leaves_nothing_a_plain_terminal_cannot_show() {
    let settings = Settings { ascii: true, ..Settings::default() };
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let mut session = open(settings.clone(), width, height, "");
        for _ in 0..8 {
            session.press("Tab");
            assert!(session.screen().is_ascii());
            assert!(!session.screen().contains('?') || session.screen().matches('?').count() == 1);
        }
    }
}

#[test]
fn errors_are_bold_in_the_matrix_and_right_answers_are_not() {
    let session = open(Settings::default(), 120, 40, "");
    let (x, y) = session.cell_of("was died     171      14");
    let is_bold = |x: u16, y: u16| session.buf[(x, y)].modifier.contains(Modifier::BOLD);
    assert!(!is_bold(x + 13, y) && is_bold(x + 22, y), "171 and 14");
    assert!(is_bold(x + 14, y + 1) && !is_bold(x + 22, y + 1), "64 and 42");
}

#[test]
fn the_weakest_group_is_named_and_no_row_is_bold() {
    let mut session = open(Settings::default(), 200, 60, "");
    session.sees(&["weakest: 1st class"]);
    for name in ["1st class", "2nd class", "under 15", "50 or over"] {
        let (x, y) = session.cell_of(name);
        let bold = session.buf[(x, y)].modifier.contains(Modifier::BOLD);
        assert!(!bold, "{name}");
    }
}

#[test]
fn in_ascii_the_rule_the_curve_and_the_best_cut_are_told_apart() {
    let settings = Settings { ascii: true, ..Settings::default() };
    let mut session = open(settings, 80, 24, "");
    session.sees(&["--women live 226", "--- died", "- - mean", "* best", "_*--__.O_."]);
}

#[test]
fn the_cut_stands_where_the_axis_says() {
    for keys in ["", "Left Left Left", "PgDn PgDn"] {
        let session = open(Settings::default(), 120, 40, keys);
        let area = session.app.core.hits.find(|target| target == ScoreTarget::Cut.into()).expect("the axis is drawn");
        let share = session.app.screens.score.threshold();
        let wanted = f64::from(area.x) + share * f64::from(area.width - 1);
        let row = area.y + 1;
        let at = (area.x..area.x + area.width).find(|&x| session.buf[(x, row + 1)].symbol() == "│");
        assert!((f64::from(at.expect("a cursor")) - wanted).abs() <= 1.0, "after {keys}");
    }
}

#[test]
fn themes_only_use_their_own_colours() {
    for &theme in ThemeName::ALL {
        // The terminal's own sixteen, and for the others every colour there is.
        let depth = if theme == ThemeName::Terminal { ColorDepth::Sixteen } else { ColorDepth::True };
        let settings = Settings { theme, depth, ..Settings::default() };
        let mut session = open(settings, 120, 40, "");
        for _ in 0..8 {
            session.press("Tab");
            for cell in &session.buf.content {
                let fits = match theme {
                    ThemeName::Mono => cell.fg == Color::Reset && cell.bg == Color::Reset,
                    ThemeName::Terminal => cell.bg == Color::Reset && !matches!(cell.fg, Color::Rgb(..)),
                    ThemeName::Dark | ThemeName::Light | ThemeName::Contrast => {
                        matches!(cell.fg, Color::Reset | Color::Rgb(..))
                    }
                };
                assert!(fits, "{theme:?} {:?}", cell.fg);
            }
        }
    }
}

/// Whoever compares groups by their bars reads the same count off the same length.
#[test]
fn the_same_count_of_wrong_answers_is_as_long_in_every_row() {
    let session = open(Settings::default(), 200, 60, "p Enter } }");
    let screen = session.screen();
    let row = |name: &str| screen.lines().find(|line| line.starts_with(&format!("│ {name}  "))).expect("a row");
    let length = |name: &str, glyphs: [char; 2]| {
        let bar = row(name).split('%').nth(3).expect("a bar");
        let [whole, half] = glyphs.map(|glyph| bar.split('│').next().unwrap_or_default().matches(glyph).count());
        2 * whole + half
    };
    // 25 false hopes are all of the women's, 40 missed all of the men's.
    assert_eq!(length("everybody", ['─', '╴']), length("women", ['─', '╴']), "{screen}");
    assert_eq!(length("everybody", ['━', '╸']), length("men", ['━', '╸']), "{screen}");
}
