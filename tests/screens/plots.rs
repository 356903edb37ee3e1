//! What stands beside the curves of Train and the bars of Score: names on the rows of their values, ticks equally far
//! apart, and what a run would do before it begins.

use titanic_tui::app::{Settings, ThemeName};
use titanic_tui::explain::words::Language;

use crate::session::Session;

const HIDDEN: &str = "p Down Down Down Enter : text:200 Enter 2";

fn open(settings: Settings, keys: &str, width: u16, height: u16) -> String {
    let mut session = Session::with(settings, width, height);
    session.press(keys).wait(3_000);
    session.screen()
}

/// The line of a screen that holds these words.
fn line<'a>(screen: &'a str, words: &str) -> &'a str {
    screen.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}\n{screen}"))
}

/// A rule that stands beside the number of another row reads as that number.
#[test]
fn a_rule_that_curves_hide_is_named_in_the_margin_below_what_is_better() {
    for (keys, above) in [(HIDDEN, "train 79.33 %"), ("p Enter : text:50 Enter 2", "test 77.66 %")] {
        let screen = open(Settings::default(), keys, 120, 40);
        assert!(line(&screen, "women 226/291").contains("╰women"), "{screen}");
        let row = |words: &str| screen.lines().position(|line| line.contains(words));
        assert_eq!(row("women 226/291"), row(above).map(|row| row + 1), "{screen}");
    }
}

#[test]
fn the_greater_of_two_losses_is_named_above_the_lesser() {
    let screen = open(Settings::default(), "2", 120, 40);
    let row = |words: &str| screen.lines().position(|line| line.contains(words)).unwrap();
    assert!(row("test 0.6005") < row("train 0.5987"), "{screen}");
}

#[test]
fn at_most_five_parameters_are_told_apart_and_each_has_a_mark() {
    let screen = open(Settings::default(), "p Down Down Down Down Enter : text:400 Enter 2", 120, 40);
    let panel: Vec<&str> = screen.lines().skip_while(|line| !line.contains("Parameters, 16")).skip(1).take(9).collect();
    let named = panel.iter().filter(|line| line.contains("→h1")).count();
    assert_eq!(named, 5, "{screen}");
    let has = |mark: char| panel.iter().any(|line| line.chars().take(50).any(|at| at == mark));
    assert!("●○◆▲×".chars().all(has), "{screen}");
}

#[test]
fn without_colours_curves_on_each_other_have_marks_of_their_own() {
    let screen = open(Settings { theme: ThemeName::Mono, ..Settings::default() }, HIDDEN, 120, 40);
    let both = line(&screen, "test 79.38 %");
    assert!(both.matches('●').count() > 2 && both.matches('○').count() > 2, "{screen}");
    let feeds = line(&screen, " b→h1");
    assert!(feeds.matches('○').count() > 1 && feeds.matches('◆').count() > 1, "{screen}");
}

#[test]
fn before_its_first_epoch_a_run_says_which_key_begins_it() {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let screen = open(Settings::default(), "p Enter 2", width, height);
        assert!(screen.contains("Space begins"), "{screen}");
    }
}

/// Where these words begin in a line, in cells; all of it is one cell a letter.
fn columns(line: &str, words: &[&str]) -> Vec<usize> {
    let at = |word: &&str| line.find(*word).map(|byte| line[..byte].chars().count() + word.len().div_ceil(2));
    words.iter().filter_map(at).collect()
}

#[test]
fn ticks_of_the_bars_and_of_the_histogram_are_equally_far_apart() {
    let japanese = Settings { language: Language::Japanese, ..Settings::default() };
    let sizes = [(Settings::default(), 80, 24), (Settings::default(), 200, 60), (japanese, 120, 40)];
    for (settings, width, height) in sizes {
        let screen = open(settings, "p Down Down Down Enter : text:200 Enter 6", width, height);
        let found = columns(line(&screen, " 25%"), &["0%", " 25%", " 50%", " 75%", "100%"]);
        assert_eq!(found.len(), 5, "{screen}");
        let apart: Vec<usize> = found[1..4].windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert_eq!(apart[0], apart[1], "{screen}");
    }
    let screen = open(Settings::default(), "p Down Down Down Enter : text:200 Enter 6", 200, 60);
    let axis = screen.lines().rfind(|line| line.contains("0.0     0.2")).expect("a histogram");
    let axis = &axis[axis.rfind("0.0 ").unwrap()..];
    let found = columns(axis, &["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
    assert!(found.windows(2).all(|pair| pair[1] - pair[0] == found[1] - found[0]), "{screen}");
}
