//! What each feature is worth, on its panel of Score.

use titanic_tui::analysis::score::{Importance, importances, odds_ratios};
use titanic_tui::explain::numbers;

use crate::session::Session;

fn lost(session: &Session, on_train: bool) -> Vec<String> {
    let worth = importances(session.app.core.run(), session.app.core.network(), 0.5, |_| ());
    let part = if on_train { worth.train } else { worth.test };
    let mean = |feature: &Importance| feature.correct_drop.expect("two shuffles at least").mean;
    part.features.iter().map(|feature| numbers::decimal(mean(feature), 1)).collect()
}

#[test]
fn enter_measures_what_each_feature_is_worth_on_both_parts() {
    let mut session = Session::open(120, 40);
    session.press("6 S-Tab");
    assert!(session.screen().contains("Enter measures published, epoch 0"), "{}", session.screen());
    session.press("Enter");
    settle(&mut session);
    let screen = session.screen();
    for (name, lost) in ["age", "sex"].iter().zip(lost(&session, false)) {
        let line = screen.lines().find(|line| line.contains(&format!("│ {name} ")) && line.contains(&lost));
        assert!(line.is_some(), "{name} {lost}\n{screen}");
    }
    // The sex is e^0.704039 times the odds, and the published weights are no likeliest ones.
    let odds = odds_ratios(session.app.core.run(), session.app.core.network()).unwrap();
    assert!(screen.contains(&format!("×{:.6}", odds.inputs[1].per_unit.unwrap().ratio)), "{screen}");
    assert!(screen.contains("no intervals: 8.32"), "{screen}");
    assert!(!screen.contains("Enter measures"), "it is measured");
    session.press("t");
    assert!(lost(&session, true).iter().all(|lost| session.screen().contains(lost)), "{}", session.screen());
    session.press("Right");
    assert!(session.screen().contains("Enter measures"), "another threshold is another question");
}

#[test]
fn at_the_likeliest_weights_the_odds_have_intervals() {
    let mut session = Session::open(120, 40);
    session.press("p Home Down Enter } } } } } } } } } } } } 6 S-Tab Enter");
    settle(&mut session);
    let odds = odds_ratios(session.app.core.run(), session.app.core.network()).unwrap();
    let [from, to] = odds.inputs[1].per_unit.unwrap().interval.expect("1,200 epochs are enough");
    let screen = session.screen();
    let line = screen.lines().find(|line| line.contains("×") && line.contains("│ sex ")).unwrap_or_default();
    for end in [from, to] {
        assert!(line.contains(&format!("{end:.6}")[..6]), "{end} in {line}\n{screen}");
    }
}

/// Who is held out is drawn, and the test rows are those they were.
#[test]
fn the_test_rows_are_named_while_others_are_held_out() {
    let mut session = Session::open(120, 40);
    session.press("7 End Right Enter 6");
    assert!(session.app.core.run().split().held_out() > 0);
    assert!(session.screen().contains("Test rows 601–891"), "{}", session.screen());
    session.press("t");
    assert!(session.screen().contains("540"), "{}", session.screen());
}

/// Until all that was asked is measured.
fn settle(session: &mut Session) {
    for _ in 0..100 {
        session.wait(50);
    }
}
