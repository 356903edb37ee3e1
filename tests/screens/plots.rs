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
fn at_most_five_parameters_are_drawn_and_each_has_a_mark() {
    let screen = open(Settings::default(), "p Down Down Down Down Enter : text:400 Enter 2", 120, 40);
    let panel: Vec<&str> =
        screen.lines().skip_while(|line| !line.contains("Parameters, 5 of")).skip(1).take(9).collect();
    let named = panel.iter().filter(|line| line.contains("→h1")).count();
    assert_eq!(named, 5, "{screen}");
    let has = |mark: char| panel.iter().any(|line| line.chars().take(50).any(|at| at == mark));
    assert!("●○◆▲×".chars().all(has), "{screen}");
}

/// A weight is looked at: a curve without a name would not be found among those that change more.
#[test]
fn the_parameter_pointed_at_is_drawn_named_and_counted() {
    for keys in ["1", "1 Down Down", "1 Down Down Down Down"] {
        let screen = open(Settings::default(), &format!("p Down Down Down Down Down Enter }} {keys} 2"), 120, 40);
        let title = line(&screen, "Parameters, 5 of 449");
        let name = title.split_whitespace().find(|word| word.contains("→h")).expect("a name");
        let named = screen.lines().filter(|line| line.contains(&format!("{name} ")) && !line.contains("Parameters"));
        let panel: Vec<&str> = named.collect();
        assert!(!panel.is_empty(), "{name}\n{screen}");
    }
}

/// The frames would be empty, and nobody would know what they wait for.
#[test]
fn a_race_shows_before_its_start_where_it_starts_and_which_key_begins_it() {
    for (width, height, level) in [(80, 24, "⣀⣀⣀"), (120, 40, "ln 2"), (200, 60, "ln 2")] {
        let screen = open(Settings::default(), "p Enter 2 R Enter", width, height);
        assert_eq!(screen.matches("● train 0.6931").count(), 6, "{screen}");
        let frames: Vec<&str> = screen.lines().take(usize::from(height) - 3).collect();
        assert!(frames.iter().any(|line| line.contains("Space starts the race")), "{screen}");
        assert!(line(&screen, "● train 0.6931").contains(level), "{screen}");
    }
}

/// Curves in two rows without a scale say no more than that something falls.
#[test]
fn the_lanes_of_a_race_say_their_scale_their_epochs_and_of_whom_the_numbers_are() {
    let screen = open(Settings::default(), "p Enter 2 R Enter > > > > >", 80, 24);
    assert_eq!((screen.matches(" 0.797 ").count(), screen.matches(" 0.508 ").count()), (6, 6), "{screen}");
    assert!(line(&screen, "20      40  50").contains(" 0 "), "{screen}");
    assert!(line(&screen, "Race · epoch 50").contains("test loss, right"), "{screen}");
}

#[test]
fn a_racer_that_leaves_the_scale_says_how_far_and_has_the_marks_of_train() {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let screen = open(Settings::default(), "p Enter 2 R Enter > > > > >", width, height);
        assert!(screen.contains("1.15") && screen.contains('↑') && screen.contains('✧'), "{screen}");
        assert!(screen.matches('●').count() >= 6, "{screen}");
    }
}

#[test]
fn a_great_loss_has_the_same_digits_in_the_title_and_in_the_bar() {
    let screen = open(Settings::default(), "p Down Enter i i i i i i > > > 2", 80, 24);
    assert_eq!(screen.matches("53.057").count(), 3, "{screen}");
}

#[test]
fn without_colours_curves_on_each_other_have_marks_of_their_own() {
    let screen = open(Settings { theme: ThemeName::Mono, ..Settings::default() }, HIDDEN, 120, 40);
    let both = line(&screen, "train 79.33 %");
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
