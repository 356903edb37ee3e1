//! What `!` says of a run: what is so, for every preset under every optimiser and scaling.

use titanic_tui::analysis::Observation;
use titanic_tui::explain::words::Language;
use titanic_tui::nn::OptimizerKind;
use titanic_tui::training::{Preset, Scaling};

use crate::session::Session;

/// The words of the popup in one line, without its frame.
fn said(session: &mut Session) -> String {
    let screen = session.press("!").screen();
    session.press("Esc");
    let inside = screen.lines().filter_map(|line| {
        let (_, rest) = line.split_once("│ ")?;
        Some(rest.rsplit_once('│')?.0.trim().to_owned())
    });
    inside.collect::<Vec<_>>().join(" ")
}

#[test]
fn raw_age_names_its_ravine_and_what_the_simple_rule_would_have() {
    let mut session = Session::open(120, 40);
    session.press("p Down Enter");
    assert!(said(&mut session).contains("Not trained yet here"));
    session.press(": text:1585 Enter").wait(2_000);
    while session.app.core.run().epoch() < 1585 {
        session.wait(50);
    }
    let words = said(&mut session);
    assert!(words.contains("condition 8,444 : 1"), "{words}");
    assert!(words.contains("“women live” is for 475"), "{words}");
    assert!(words.contains("scaled inputs (Recipe)"), "{words}");
    assert!(!words.contains("Nothing out of the ordinary"), "{words}");
}

#[test]
fn small_steps_in_a_bowl_are_told() {
    let mut session = Session::open(120, 40);
    // Scaling alone, at the rate that raw ages allow.
    session.press("p Down Enter 7");
    while session.app.screens.recipe.line != titanic_tui::training::Setting::Scaling {
        session.press("Down");
    }
    session.press("Right Enter");
    assert_eq!(session.app.core.run().learning_rate(), 0.001);
    session.press("> >");
    let words = said(&mut session);
    assert!(words.contains("The steps are small: rate 0.001"), "{words}");
}

#[test]
fn what_is_said_fits_the_run() {
    for preset in 0..Preset::ALL.len() {
        for lang in ["en", "ja"] {
            let mut session = Session::open(120, 40);
            if lang == "ja" {
                session.press("L");
            }
            session.press("p Up");
            for _ in 0..preset {
                session.press("Down");
            }
            session.press("Enter >");
            let run = session.app.core.run();
            let scaled = run.recipe().scaling == Scaling::Standard;
            let adaptive = run.recipe().optimizer != OptimizerKind::Gd;
            let ravine =
                session.app.core.shown().observations().iter().any(|seen| matches!(seen, Observation::Ravine { .. }));
            let ja = session.app.core.settings.language == Language::Japanese;
            let words = said(&mut session);
            let scaling = if ja { "入力の標準化" } else { "scaled inputs" };
            assert!(!(scaled && words.contains(scaling)), "{words}");
            assert!(!(adaptive && words.contains("adam (7)")), "{words}");
            assert_eq!(ravine, preset == 0 || preset == 2, "{preset}: {words}");
            assert!(!words.contains("{0}"), "{words}");
        }
    }
}

/// A notice is news for a moment; that a run goes wrong is not to wait for it.
#[test]
fn a_warning_stands_beside_a_notice() {
    for size in [(120, 40), (200, 60)] {
        let mut session = Session::open(size.0, size.1);
        session.press("p Down Enter i i > > > > >");
        session.sees(&["rate 0.01, was", "! unstable"]);
    }
}
