//! What keys and mouse do on the Score screen.

use titanic_tui::app::{Effect, OwnTarget, Panel, ScorePanel, ScoreTarget, Screen, Target};

use crate::session::Session;

fn score(width: u16, height: u16, keys: &str) -> Session {
    let mut session = Session::open(width, height);
    session.press("6").press(keys);
    session
}

#[test]
fn the_posts_73_20_percent_stands_with_all_it_takes_to_judge_it() {
    let mut session = score(120, 40, "");
    session.sees(&[
        "Test rows 601–891",
        "cut 0.500 · missing age: died",
        "this network      213/291 died",
        "· ages filled     215/291 mean",
        "post trained (50) 226/291 mean",
        "women live        226/291",
        "everyone died     185/291",
        "73.20 %, 95 % interval 67.8–78.0; women live has 13 more",
        "35 differ: rule right 24, network 11; by luck 4.10 %",
        "was died     171      14",
        "lived      64      42",
        "42/56 75.00 %",
        "42/106 39.62 %",
        "F1          0.5185",
        "log-loss    0.6005 240 rows",
        "AUC         0.7499 240 rows",
        "hit 42/94",
        "alarm 14/146",
        "240 with an age",
        "everybody   213/291  64/106 60.38 %  14/185  7.57 %",
        "women         53/91   24/66 36.36 %   14/25 56.00 %",
    ]);
}

#[test]
fn under_mean_the_eight_cuts_are_those_of_the_facts() {
    let mut session = score(120, 40, "");
    let bits = session.bits();
    session.press("m").sees(&["missing age: dropped", "174/240"]);
    session.press("m").sees(&[
        "missing age: mean",
        "this network      215/291 mean",
        "· no age: died    213/291 died",
        "time bar: 0.500, no age: died",
        "✧ best on training rows 0.415: 471/600, here 228/291",
    ]);
    assert_eq!(session.right(), (420, 213), "the run is what it was");
    assert_eq!(session.bits(), bits);
    session.press("Tab z").sees(&["119     149     204     220     228     223     215     199"]).press("Esc");
    session.press("m m").sees(&["missing age: died"]);
    session.sees_no("time bar: ");
}

#[test]
fn every_count_follows_the_threshold() {
    let mut session = score(120, 40, "m m Left Left");
    session.sees(&["cut 0.490", "time bar: 0.500, no age: died"]);
    session.press("PgDn").sees(&["cut 0.450", "223/291 right at 0.450", "this network      223/291"]);
    session.press("PgDn").sees(&["cut 0.415", "228/291 right at 0.415"]);
    session.press("Up").sees(&["cut 0.416"]);
    session.press("Right").sees(&["cut 0.420"]);
    session.press("Down").sees(&["cut 0.419"]);
    session.press("Left").sees(&["cut 0.415"]);
    session.press("Home").sees(&["cut 0.500", "215/291 right at 0.500"]);
    session.press("1 6").sees(&["cut 0.500"]);
    session.press("Left 2 6").sees(&["cut 0.495"]);
    for _ in 0..300 {
        session.press("Right");
    }
    session.sees(&["cut 1.000", "185/291 right at 1.000", "0/0"]);
}

#[test]
fn enter_takes_the_cut_best_on_training_rows_and_esc_goes_back() {
    let mut session = score(120, 40, "m m Right Enter");
    session.sees(&["cut 0.415", "228/291 right at 0.415"]);
    session.press("Esc").sees(&["cut 0.505"]);
    session.press("z Enter Esc").sees(&["cut 0.505"]);
    assert!(session.app.core.zoomed, "Esc undid the cut, not the zoom");
    session.press("Esc");
    assert!(!session.app.core.zoomed);
}

#[test]
fn t_switches_to_training_rows_and_everything_says_so() {
    let mut session = score(120, 40, "t");
    session.sees(&[
        "Training rows 1–600",
        "this network      420/600",
        "women live        475/600",
        "99 differ: rule right 77, network 22; by luck < 0.0001 %",
        "Who is wrong, and why: training rows",
        "474 with an age",
    ]);
    session.press("t").sees(&["Test rows 601–891"]);
}

#[test]
fn it_follows_time() {
    let mut session = score(120, 40, "p Home Down Enter 6");
    session.sees(&["this network      185/291 mean", "precision      0/0"]);
    session.press("> >").sees(&["this network      226/291 mean"]);
    for _ in 0..3 {
        session.press(">");
    }
    session.sees(&["226/291 right at 0.500", "no row differs from the rule women live"]);
    session.press("r").sees(&["this network      185/291 mean"]);
    session.press("Space").wait(1_000);
    let (epoch, right) = (session.epoch(), session.right().1);
    assert!(epoch > 0);
    session.sees(&[&format!("this network      {right}/291 mean")]);
}

#[test]
fn tab_walks_the_pages_of_a_small_terminal_and_z_gives_one_the_screen() {
    let mut session = score(80, 24, "");
    for title in [
        "▸Threshold",
        "▸Confusion",
        "▸ROC",
        "▸Calibration",
        "▸Histogram of p",
        "▸Who is wrong, and why: test rows",
        "▸Cross-validation",
        "▸The missing half of the post",
        "▸What each feature is worth",
        "▸Test rows 601–891",
    ] {
        session.press("Tab").sees(&[title, "213/291 73.20 %"]);
    }
    session.press("Tab Tab Tab z").sees(&["▸ROC", "hit 42/94"]);
    session.sees_no("this network");
    session.press("Esc").sees(&["this network"]);
}

#[test]
fn v_turns_from_the_calibration_to_the_histogram_and_back() {
    let mut session = score(120, 40, "Tab Tab Tab Tab v");
    assert_eq!(session.app.core.focus(), Panel::Score(ScorePanel::Histogram));
    session.press("v").sees(&["▸Calibration"]);
}

#[test]
fn enter_on_a_group_lists_whom_of_it_the_network_is_wrong_about() {
    let mut session = score(120, 40, "Tab Tab Tab Tab Tab Tab");
    assert_eq!(session.app.core.focus(), Panel::Score(ScorePanel::Groups));
    session.sees(&["Enter lists 78 wrong"]);
    session.press("Enter");
    assert_eq!(session.app.core.screen, Screen::Explore);
    assert_eq!(session.app.core.view.rows().len(), 78, "all who are wrong, test rows");
    session.press("Esc v").sees(&["Enter lists 64 who lived, said died"]);
    session.press("Enter");
    assert_eq!(session.app.core.view.rows().len(), 64, "they lived, and it says died");
    session.press("Esc v").sees(&["Enter lists 14 who died, said lived"]);
    session.press("Enter");
    assert_eq!(session.app.core.view.rows().len(), 14, "they died, and it says lived");
    session.press("Esc v Down Down Down Enter");
    assert_eq!(session.app.core.view.rows().len(), 71, "all of 1st class");
    session.press("Esc End Enter");
    assert_eq!(session.app.core.view.rows().len(), 51, "no age");
}

#[test]
fn it_is_said_what_the_network_says_of_a_group_and_what_it_is_not_shown() {
    let mut session = score(200, 60, "Tab Tab Tab Tab Tab Tab Down");
    session.sees(&["women: it says “died” of 24 of the 66 who lived."]);
    session.press("Down").sees(&["men: it says “died” of all 200, and so misses the 40 who lived."]);
    session.press("Down").sees(&["1st class: it says “died”", "It is not shown class."]);
}

#[test]
fn esc_on_the_list_of_a_group_goes_back_to_the_group_and_to_the_filter_of_before() {
    let mut session = score(120, 40, "1 f text:women Enter J 6 S-Tab S-Tab S-Tab S-Tab");
    let (who, listed) = (session.id(), session.app.core.view.rows().len());
    assert_eq!(session.app.core.focus(), Panel::Score(ScorePanel::Groups));
    session.press("z v v v Down Down Down Enter");
    assert_eq!(session.app.core.view.rows().len(), 71);
    assert!(!session.app.core.zoomed && session.app.core.screen == Screen::Explore);
    // What is opened on the list is closed first.
    session.press("Enter Esc");
    assert_eq!(session.app.core.screen, Screen::Explore);
    session.press("Esc");
    assert_eq!(
        (session.app.core.screen, session.app.core.focus(), session.app.core.zoomed),
        (Screen::Score, Panel::Score(ScorePanel::Groups), true)
    );
    assert_eq!((session.app.screens.score.group, session.id()), (3, who));
    assert_eq!(session.app.core.view.rows().len(), listed, "women, as before");
    // Another filter typed on the list is the user's own: Esc clears it as ever.
    session.press("Enter f C-u text:men Enter Esc");
    assert_eq!(session.app.core.screen, Screen::Explore);
    assert!(session.app.core.view.filter().is_empty());
}

#[test]
fn two_groups_one_after_the_other_lead_back_to_what_was_before_both() {
    let mut session = score(120, 40, "S-Tab S-Tab S-Tab S-Tab v v v Enter 6 Down Down Enter");
    assert_eq!(session.app.core.view.rows().len(), 200, "men, test rows");
    session.press("6 Esc");
    assert_eq!(session.app.core.screen, Screen::Score, "Esc elsewhere stays there");
    assert!(session.app.core.view.filter().is_empty());
}

#[test]
fn enter_on_a_bin_lists_whom_it_holds() {
    let session = score(120, 40, "Tab Tab Tab Tab Down Down Down Enter");
    assert_eq!(session.app.core.screen, Screen::Explore);
    assert_eq!(session.app.core.view.rows().len(), 114);
    let app = &session.app;
    let lived = |&&row: &&u32| app.core.list.passenger(row as usize).survived == Some(true);
    assert_eq!(app.core.view.rows().iter().filter(lived).count(), 21);
    let mut empty = score(120, 40, "Tab Tab Tab Tab Enter");
    assert_eq!(empty.app.core.screen, Screen::Score);
    empty.sees(&["nobody has a p between 0.0 and 0.1"]);
}

#[test]
fn nothing_moves_on_the_plots_while_time_plays() {
    let mut session = score(120, 40, "p Home Down Enter 6 . . .");
    let axis = session.cell_of("0.0      0.2       0.4  0.5  0.6       0.8       1.0");
    let rule = session.cell_of("women live 226 ");
    let bins = session.cell_of("0.4–0.5  0.468    248");
    session.press(".").sees(&["0.3–0.4  0.398      1"]);
    for _ in 0..30 {
        session.press(".");
        assert_eq!(session.cell_of("0.0      0.2       0.4  0.5  0.6       0.8       1.0"), axis);
        assert_eq!(session.cell_of("women live 226 "), rule);
        assert_eq!(session.cell_of("0.4–0.5").1, bins.1);
        session.sees(&["0.0–0.1             0", "0.9–1.0"]);
    }
    session.press("Tab Tab Tab Tab v");
    let axis = session.cell_of("0.0     0.2     0.4     0.6");
    session.press("r");
    assert_eq!(session.cell_of("0.0     0.2     0.4     0.6"), axis, "the histogram's");
}

#[test]
fn every_bin_group_and_width_is_seen_in_a_small_terminal() {
    let mut session = score(80, 24, "Tab Tab Tab Tab");
    session.sees(&["▸Calibration", "0.0–0.1", "0.9–1.0"]);
    session.press("Tab Tab");
    session.sees(&[
        "▸Who is wrong",
        "men         160/200",
        "aged 30–49",
        "everybody: it says “died” of 64 of the 106 who lived.",
    ]);
    session.press("Tab Tab");
    session.sees(&["▸The missing half", "68.00 / 70.79", "78.83 / 77.66"]);
}

#[test]
fn the_mouse_drags_the_threshold_and_the_wheel_turns_it() {
    let mut session = score(120, 40, "");
    let (left, right, y) = session.area_of(|target| matches!(target, Target::Own(OwnTarget::Score(ScoreTarget::Cut))));
    session.click_at((left, y));
    assert_eq!(session.app.screens.score.cut, 0);
    session.drag((left, y), (right, y));
    assert_eq!(session.app.screens.score.cut, 1000);
    assert_eq!(session.app.core.focus(), Panel::Score(ScorePanel::Threshold));
    session.press("Home").wheel("women live 226", true);
    assert_eq!(session.app.screens.score.cut, 499);
    session.click("2nd class");
    assert_eq!((session.app.core.focus(), session.app.screens.score.group), (Panel::Score(ScorePanel::Groups), 4));
}

#[test]
fn y_copies_the_scoreboard_as_plain_text() {
    let session = score(80, 24, "y");
    let copied = session
        .effects
        .iter()
        .rev()
        .find_map(|effect| if let Effect::Copy(text) = effect { Some(text.clone()) } else { None });
    let text = copied.expect("y copies");
    assert!(text.is_ascii(), "{text}");
    for line in [
        "this network          213/291   73.20 %    67.8-78.0  died",
        "this network          215/291   73.88 %    68.5-78.6  mean",
        "women live            226/291   77.66 %    72.5-82.1",
        "tn 171, fp 14, fn 64, tp 42",
        "against women live: 35 differ, 24 to the rule, 11 to the network; chance of so uneven a split = 0.04095959151163",
    ] {
        assert!(text.contains(line), "`{line}` is not in\n{text}");
    }
    assert!(session.screen().contains("67.8–78.0"));
}

#[test]
fn a_network_without_ages_says_that_no_age_is_missing() {
    let mut session = Session::open(120, 40);
    session.press("7 Home e");
    // The features are chosen from a list: age off, sex stays.
    session.press("Space Esc Enter 6 m");
    let needs_age = session.app.core.run().recipe().needs_age();
    assert!(!needs_age, "age is still a feature\n{}", session.screen());
    assert!(session.notice().contains("no age is missing"));
    session.sees_no("· ages filled");
    session.sees_no("· no age: died");
}

#[test]
fn the_ends_of_the_bars_are_named_at_every_size() {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        score(width, height, "").sees(&["95 % interval"]);
        score(width, height, "p Enter 6").sees(&["by luck 0.002 %"]);
    }
}
