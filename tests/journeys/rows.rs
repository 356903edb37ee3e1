//! Figures over different rows say over which, where they stand side by side.

use titanic_tui::app::Settings;
use titanic_tui::explain::words::Language;

use crate::session::Session;

/// The published network counts 600 and 291, but has a loss for 474 and 240 only.
#[test]
fn a_loss_beside_a_count_over_others_names_its_people() {
    let mut session = Session::open(120, 40);
    session.sees(&["0.5987/474  420/600", "0.6005/240  213/291"]);
    session.press("2").sees(&[
        "train ●─ 0.5987/474  test ○╌ 0.6005/240",
        "train ●─ 420/600  test ○╌ 213/291",
        " 0.6005/240 213/291",
    ]);
    // What is trained with filled ages has both over all.
    session.press("p Enter").sees(&["train ●─ 0.6931", "0.6931  364/600"]);
    session.sees(&["0.6931 185/291", " 0.6005/240 213/291"]);
}

/// At 80 columns the flips give up their words before the losses give up their people.
#[test]
fn the_narrow_time_bar_names_them_too_in_both_languages() {
    for language in [Language::English, Language::Japanese] {
        let settings = Settings { language, ..Settings::default() };
        let mut session = Session::with(settings, 80, 24);
        for _ in 0..30 {
            session.sees(&["/474 ", "/600 ", "/240 ", "/291 ", " %"]);
            let screen = session.screen();
            let line = screen.lines().find(|line| line.contains("/474 ")).unwrap();
            // Before the first step there is nothing to count.
            let says = session.app.core.run().epoch() == 0 || line.contains('+');
            assert!(!line.contains('…') && says, "{line}");
            session.press(".");
        }
    }
}

/// Recall is of all who lived, the curve of those who have a p.
#[test]
fn recall_and_the_curve_say_over_whom() {
    for (width, height) in [(120, 40), (200, 60)] {
        let mut session = Session::open(width, height);
        session.press("6").sees(&["291 test rows", "42/106", "hit 42/94"]);
        let screen = session.screen();
        let lines: Vec<&str> = screen.lines().collect();
        let hit = lines.iter().position(|line| line.contains("hit 42/94")).unwrap();
        let says = lines[hit - 1].contains("240 rows") || screen.contains("AUC 0.7499 · 240 with an age");
        assert!(says, "{screen}");
        let all = if width < 200 { " 600 rows" } else { "600 training rows" };
        session.press("t").sees(&[all, "90/236"]);
    }
    let mut session = Session::open(80, 24);
    session.press("6 Tab Tab").sees(&["291 test rows"]);
    session.press("Tab").sees(&["hit 42/94", "240 with an age"]);
}

/// The mean age of the list and that of the training rows are two numbers.
#[test]
fn means_and_deviations_say_whose_they_are() {
    let mut session = Session::open(120, 40);
    session.press("d Down Down Down Down Down");
    session.sees(&["Age, over the 891 listed", "mean 29.6991   sd 14.5163   of the 714 known"]);
    session
        .press("Esc p Enter")
        .sees(&["inputs, by mean and sd of the training rows:", "age = (22 − 29.782700) / 12.905488 = −0.603054"]);
    session.press("Tab Left").sees(&["age by training rows: (22 − 29.7827) / 12.9055"]);
    session.press("7").sees(&["training 29.78 for 177", "(x − 29.78)/12.91, training"]);
    session.sees(&["600 people a step", "600 people teach, 291 test"]);
    session.press("w").sees(&["age by training rows: (22 − 29.78270042) / 12.90548759"]);
    session.press("Esc p Home Enter").sees(&["474 with an age a step", "474 with an age teach, 240 test"]);
}
