//! Single cells that carry meaning: verdict, cursor, focus, glyphs.

use ratatui::style::{Color, Modifier, Style};
use titanic_tui::app::{ColorDepth, ExploreTarget, Settings, Target};

use crate::session::Session;

/// The styles of a text where it stands after (or at) row `from`, one a cell.
#[track_caller]
pub fn styles(session: &Session, text: &str, from: u16) -> Vec<Style> {
    let area = session.buf.area;
    for y in from..area.bottom() {
        let cells: Vec<&str> = (0..area.width).map(|x| session.buf[(x, y)].symbol()).collect();
        let wanted: Vec<String> = text.chars().map(String::from).collect();
        let at = cells.windows(wanted.len()).position(|window| window.iter().zip(&wanted).all(|(cell, c)| cell == c));
        if let Some(at) = at {
            return (0..wanted.len() as u16).map(|x| session.buf[(at as u16 + x, y)].style()).collect();
        }
    }
    panic!("`{text}` is not on\n{}", session.screen());
}

/// The program in a dark terminal that shows any colour.
fn coloured(width: u16, height: u16) -> Session {
    Session::with(Settings { depth: ColorDepth::True, ..Settings::default() }, width, height)
}

const LIVED: Option<Color> = Some(Color::Rgb(0x58, 0xa6, 0xff));
const DIED: Option<Color> = Some(Color::Rgb(0xf5, 0x93, 0x22));

fn is(style: &Style, modifier: Modifier) -> bool {
    style.add_modifier.contains(modifier)
}

#[test]
fn the_verdict_is_a_word_in_the_hue_of_its_meaning() {
    let mut session = coloured(80, 24);
    for style in styles(&session, "died ✓", 7).iter().take(4) {
        assert_eq!(style.fg, DIED);
    }
    session.press("J J");
    for style in styles(&session, "lived ✓", 7).iter().take(5) {
        assert_eq!(style.fg, LIVED);
    }
}

#[test]
fn lived_and_died_in_the_list_are_told_by_word_and_by_hue() {
    let session = coloured(80, 24);
    let row = styles(&session, "died  lived ✗", 2);
    assert!(row[..4].iter().all(|style| style.fg == DIED));
    assert!(row[6..11].iter().all(|style| style.fg == LIVED));
}

#[test]
fn an_error_is_bold_and_a_right_answer_is_not() {
    let mut session = Session::open(80, 24);
    // The cursor's row is restyled; look at the others.
    session.press("J J J");
    let right = styles(&session, "died  died  ✓", 2);
    let wrong = styles(&session, "died  lived ✗", 2);
    assert!(!is(&right[12], Modifier::BOLD), "what is right is no news");
    assert!(is(&wrong[12], Modifier::BOLD), "what is wrong is");
}

#[test]
fn the_selected_row_is_reversed_from_end_to_end_and_marked() {
    let mut session = Session::open(120, 40);
    session.press("J J");
    let area = session.app.core.hits.find(|target| target == ExploreTarget::Row(2).into());
    let area = area.expect("the row is drawn");
    for x in area.x..area.x + area.width {
        let style = session.buf[(x, area.y)].style();
        assert!(is(&style, Modifier::REVERSED), "cell {x}");
        assert_eq!(style.bg, Some(Color::Reset));
    }
    let panel = session.app.core.hits.find(|target| target == Target::Panel(session.app.core.focus()));
    let panel = panel.expect("the list is drawn");
    // Below the heads, where the column cursor stands.
    let reversed =
        (panel.y + 2..panel.y + panel.height).filter(|&y| is(&session.buf[(2, y)].style(), Modifier::REVERSED)).count();
    assert_eq!(reversed, 1, "one who");
    assert!(session.screen().contains("▸  3 Heikkinen"));
}

#[test]
fn the_pointed_weight_is_bracketed_and_reversed() {
    let mut session = Session::open(80, 24);
    let at = styles(&session, "[×−0.016852]", 0);
    assert!(at.iter().any(|style| is(style, Modifier::REVERSED)));
    session.press(")");
    assert!(session.screen().contains("[× 0.704039]") && session.screen().contains("(×−0.016852)"));
}

#[test]
fn weights_inputs_and_biases_have_the_colours_of_the_post() {
    let mut session = coloured(80, 24);
    session.press(") )");
    for (text, colour) in [
        ("(×−0.016852)", Color::Rgb(0xa8, 0xe7, 0xad)),
        ("╭ age", Color::Rgb(0xd1, 0x8f, 0xe2)),
        ("╭ bias", Color::Rgb(0xb2, 0xae, 0xf4)),
        ("╭sum", Color::Rgb(0xf2, 0xaf, 0xc7)),
    ] {
        let found = styles(&session, text, 6);
        assert!(found.iter().any(|style| style.fg == Some(colour)), "{text} is not {colour}");
    }
    let product = styles(&session, "−0.370744", 6);
    assert!(
        product.iter().all(|style| style.fg == Some(Color::Rgb(0xe5, 0x55, 0x9f))),
        "a product below nothing has the hue of its sign"
    );
}

#[test]
fn the_focused_panel_has_a_mark_and_a_bright_border_and_no_other_has() {
    let mut session = Session::open(120, 40);
    let titles = ["Passengers", "Network", "Calculation", "[Sigmoid σ]"];
    for focused in titles {
        for title in titles {
            let marked = session.screen().contains(&format!("▸{title}"));
            assert_eq!(marked, title == focused, "{title} while {focused} has the keys");
        }
        let text = format!("▸{focused}");
        assert!(styles(&session, &text, 0).iter().all(|style| is(style, Modifier::BOLD)));
        let focus = session.app.core.focus();
        let area = session.app.core.hits.find(|target| target == Target::Panel(focus));
        let area = area.expect("the focused panel is drawn");
        let corner = session.buf[(area.x, area.y)].style();
        assert!(is(&corner, Modifier::BOLD), "the border of {focused}");
        session.press("Tab");
    }
}

#[test]
fn a_warning_begins_with_a_sign_of_its_own() {
    let mut session = coloured(120, 40);
    session.act(titanic_tui::app::Action::Saved(Err("no room".to_owned())));
    let style = styles(&session, "! could not write: no room", 30);
    assert!(style.iter().all(|style| style.fg == Some(Color::Rgb(0xff, 0x6b, 0x6b))));
}
