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
        assert!(line(&screen, "╰women live 226").contains("226"), "{screen}");
        let row = |words: &str| screen.lines().position(|line| line.contains(words));
        assert_eq!(row("╰women live 226"), row(above).map(|row| row + 1), "{screen}");
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
    assert_eq!((screen.matches(" 0.878 ").count(), screen.matches(" 0.508 ").count()), (6, 6), "{screen}");
    assert!(line(&screen, " 40     50").contains(" 0 "), "{screen}");
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

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

/// The lines of the losses, down to the one of the epochs.
fn losses(screen: &str) -> Vec<&str> {
    let lines = screen.lines().skip_while(|line| !line.contains("Loss: ")).skip(1);
    lines.take_while(|line| !line.contains(" 100 ")).collect()
}

/// The tick at the left edge of a line.
fn tick(line: &str) -> Option<f64> {
    line.strip_prefix('│')?.split_whitespace().next()?.parse().ok()
}

/// Four steps at a rate a hundred times too large, then small ones: all that follows would be one line.
#[test]
fn a_spike_leaves_the_losses_at_the_top_and_says_how_high_and_when() {
    for (width, height) in SIZES {
        let keys = "p Down Enter i i i i . . . . o o o o : text:100 Enter 2";
        let screen = open(Settings::default(), keys, width, height);
        let panel = losses(&screen);
        assert!(panel[0].contains('↑') && panel[0].contains("14.587 at epoch 2"), "{screen}");
        let ticks: Vec<f64> = panel.iter().filter_map(|line| tick(line)).collect();
        assert!(ticks.iter().all(|tick| (0.6..0.9).contains(tick)), "{ticks:?}\n{screen}");
        let row = |words: &str| panel.iter().position(|line| line.contains(words));
        assert!(row("train 0.6593") < row("test 0.6492") && row("train 0.6593").is_some(), "{screen}");
        // Asked for, the logarithms show all of it.
        let whole = open(Settings::default(), &format!("{keys} v"), width, height);
        assert!(!losses(&whole).iter().any(|line| line.contains('↑')), "{whole}");
    }
}

/// What swings from the beginning to the end is no spike.
#[test]
fn losses_that_swing_all_the_time_stay_in_the_picture() {
    let screen = open(Settings::default(), "p Down Enter i i i i : text:100 Enter 2", 120, 40);
    assert!(!screen.contains('↑') || !losses(&screen).iter().any(|line| line.contains('↑')), "{screen}");
    assert!(screen.contains("train 18.431"), "{screen}");
}

#[test]
fn logarithms_of_losses_have_three_ticks_whatever_the_preset_and_the_size() {
    let presets = ["p Enter", "p Down Enter", "p Down Down Down Enter", "p Down Down Down Down Enter", "p End Enter"];
    for (preset, (width, height)) in presets.into_iter().flat_map(|preset| SIZES.map(|size| (preset, size))) {
        let screen = open(Settings::default(), &format!("{preset} : text:300 Enter 2 v"), width, height);
        let ticks = losses(&screen).into_iter().filter_map(tick).count();
        assert!(ticks >= 3, "{ticks}\n{screen}");
    }
}

/// The same number, written in two ways, seems to be two numbers.
#[test]
fn ten_thousand_epochs_are_written_in_one_way_on_every_screen() {
    for &language in Language::ALL {
        let mut session = Session::with(Settings { language, ..Settings::default() }, 120, 40);
        session.press("p Down Enter : text:10000 Enter").wait(3_000);
        for key in ["1", "2", "3", "4", "5", "6", "7", "! ", "2 M", "d", "v"] {
            let screen = session.press(key).wait(100).screen();
            assert!(!screen.contains("10000"), "{key}\n{screen}");
            assert!(screen.contains("10,000"), "{key}\n{screen}");
        }
    }
}

#[test]
fn a_race_on_a_small_screen_gives_its_curves_the_room_and_says_how_to_leave() {
    for &language in Language::ALL {
        let settings = Settings { language, ..Settings::default() };
        let screen = open(settings, "p Down Enter 2 R Enter : text:50 Enter", 80, 24);
        assert!(!screen.lines().last().unwrap_or_default().contains('…'), "{screen}");
        let lane = line(&screen, "0.00011");
        let curve = lane.chars().filter(|&glyph| glyph == '·').count();
        assert!(curve >= 12, "{screen}");
    }
}

/// A picture without a scale says no more than that something moved.
#[test]
fn the_ways_of_those_who_changed_sides_have_a_scale() {
    let screen = open(Settings::default(), HIDDEN, 200, 60);
    let head = line(&screen, "p before ▸ after");
    let half = head.find("0.5").expect("a scale");
    let column = |line: &str, byte: usize| line[..byte].chars().count();
    let person = line(&screen, "Braund, Mr. Owen");
    let middle = person.find('┊').map(|byte| column(person, byte));
    assert_eq!(middle, Some(column(head, half) + 1), "{screen}");
}
