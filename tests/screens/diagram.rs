//! The picture of a network on the screens: every neuron with its map, name and value, the same digits as beside it, and
//! lines that can be followed.

use titanic_tui::app::{ColorDepth, Settings, ThemeName};
use titanic_tui::explain::words::Language;

use crate::gradients::settle;
use crate::session::Session;

/// Presets by their places in the menu.
const POST_TRAINED: &str = "p Home Down Enter";
const EIGHT: &str = "p Home Down Down Down Down Enter";
const EVERYTHING: &str = "p Home Down Down Down Down Down Enter";
const DEEP: &str = "p End Enter";

fn opened(settings: Settings, (width, height): (u16, u16), keys: &str) -> Session {
    let mut session = Session::with(settings, width, height);
    session.press(keys).press(". .");
    settle(&mut session);
    session
}

/// The settings a picture has to be whole in.
fn looks() -> Vec<Settings> {
    let of =
        |language: Language, theme: ThemeName, ascii: bool| Settings { language, theme, ascii, ..Settings::default() };
    vec![
        of(Language::English, ThemeName::Dark, false),
        of(Language::English, ThemeName::Light, false),
        of(Language::English, ThemeName::Terminal, false),
        of(Language::English, ThemeName::Mono, true),
        of(Language::Japanese, ThemeName::Dark, false),
    ]
}

/// Everything a hidden layer gives on for the passenger, as its picture writes it.
fn values(session: &Session, layer: usize, decimals: usize) -> Vec<String> {
    let off = session.app.core.settings.say(titanic_tui::explain::words::network::OFF);
    let trace = session.app.core.trace().expect("a passenger with an age");
    let written = |a: &f64| if *a > 0.0 { format!("{a:.decimals$}") } else { off.to_owned() };
    trace.layers[layer].a.iter().map(written).collect()
}

#[test]
fn each_of_sixteen_neurons_has_its_value_in_a_row_of_its_own() {
    for settings in looks() {
        for (size, zoom, decimals) in [((120, 40), "", 3), ((120, 40), "Tab z", 6), ((200, 60), "", 6)] {
            let mut session = opened(settings.clone(), size, DEEP);
            let screen = session.press(zoom).screen();
            let lines: Vec<&str> = screen.lines().collect();
            for layer in 0..2 {
                let mut from = 0;
                for value in values(&session, layer, decimals) {
                    let at = lines[from..].iter().position(|line| line.contains(&value));
                    let at = at.unwrap_or_else(|| panic!("no {value} of layer {layer} from row {from} on\n{screen}"));
                    from += at + 1;
                }
            }
        }
    }
}

#[test]
fn each_of_sixteen_neurons_has_a_map_that_is_not_its_neighbours() {
    for size in [(120, 40), (160, 50), (200, 60)] {
        for zoom in ["", "Tab z"] {
            let settings = Settings { theme: ThemeName::Dark, depth: ColorDepth::True, ..Settings::default() };
            let mut session = opened(settings, size, DEEP);
            let screen = session.press(zoom).screen();
            // Half a row stays free above each, or a whole one where there are rows for that.
            let most =
                ["▄▄▄▄", "▀▀▀▀"].map(|cells| screen.lines().filter(|line| line.matches(cells).count() >= 2).count());
            assert!(most.iter().any(|rows| *rows >= 16), "{size:?} {zoom}: {most:?}\n{screen}");
        }
    }
}

#[test]
fn hidden_neurons_are_called_by_their_names_where_their_weights_are() {
    for language in [Language::English, Language::Japanese] {
        let settings = Settings { language, ..Settings::default() };
        for (keys, size) in [(EIGHT, (120, 40)), (EIGHT, (80, 24)), (EVERYTHING, (120, 40))] {
            for key in ["1", "3"] {
                let mut session = opened(settings.clone(), size, keys);
                if size == (80, 24) && key == "3" {
                    continue;
                }
                let screen = session.press(key).screen();
                let parameters = session.app.core.network().parameters();
                let count = parameters.len();
                for neuron in 0..8 {
                    let weight = parameters[count - 9 + neuron];
                    let digits = format!("{:.6}", weight.abs());
                    let row = screen.lines().find(|line| line.contains("(×") && line.contains(&digits));
                    let row = row.unwrap_or_else(|| panic!("no weight {digits} {size:?} {key}\n{screen}"));
                    let below = screen.lines().skip_while(|line| *line != row).take(2);
                    let name = format!("h{}", neuron + 1);
                    assert!(below.into_iter().any(|line| line.contains(&name)), "{name} {size:?}\n{screen}");
                }
            }
        }
    }
}

#[test]
fn the_bars_of_a_person_and_of_the_batch_can_both_be_seen_and_say_how_much_they_are() {
    for (language, word) in [(Language::English, "bars up to "), (Language::Japanese, "棒は")] {
        let settings = Settings { language, ..Settings::default() };
        let mut session = opened(settings, (120, 40), EIGHT);
        let screen = session.press("3 Right Right Right").screen();
        let heads: Vec<usize> =
            screen.lines().enumerate().filter(|(_, line)| line.contains(word)).map(|(row, _)| row).collect();
        assert_eq!(heads.len(), 2, "a measure for each\n{screen}");
        let longest = |from: usize, to: usize| {
            let rows = screen.lines().skip(from + 1).take(to - from - 1);
            let left = rows.map(|line| line.chars().take(72).filter(|glyph| *glyph == '━').count());
            left.max().unwrap_or(0)
        };
        let bars = [longest(heads[0], heads[1]), longest(heads[1], heads[1] + 10)];
        assert!(bars.iter().all(|bar| *bar >= 4), "{bars:?}\n{screen}");
    }
}

#[test]
fn a_cut_word_never_stands_for_nothing_that_flows_back() {
    for language in [Language::English, Language::Japanese] {
        let settings = Settings { language, ..Settings::default() };
        for (keys, size) in [(EIGHT, (120, 40)), (DEEP, (120, 40)), (EVERYTHING, (120, 40)), (DEEP, (200, 60))] {
            let mut session = opened(settings.clone(), size, keys);
            let screen = session.press("3 Right Right Right").screen();
            assert!(!screen.contains("オフ …") && !screen.contains("off …"), "{screen}");
        }
    }
}

#[test]
fn what_comes_back_through_a_weight_says_what_is_multiplied() {
    let mut session = opened(Settings::default(), (120, 40), EIGHT);
    let screen = session.press("3 Right Right Right").screen();
    assert!(screen.contains("→σ "), "{screen}");
    let line = screen.lines().find(|line| line.contains("→σ −") || line.contains("→σ 0")).unwrap_or_default();
    assert!(line.contains(" × δ "), "{line}");
}

#[test]
fn a_chance_keeps_apart_from_its_bar_and_a_name_from_its_value() {
    for (keys, size) in
        [("", (120, 40)), (POST_TRAINED, (120, 40)), (EIGHT, (120, 40)), (DEEP, (120, 40)), (DEEP, (160, 50))]
    {
        for ascii in [false, true] {
            let session = opened(Settings { ascii, ..Settings::default() }, size, keys);
            let screen = session.screen();
            let rows = screen.lines().skip(3).take(6).map(|row| row.chars().collect::<Vec<char>>());
            let chances = rows.flat_map(|row| row.windows(8).map(<[char]>::to_vec).collect::<Vec<_>>());
            let chances = chances.filter(|part| {
                !part[0].is_ascii_digit() && part[1] == '.' && part[2..].iter().all(char::is_ascii_digit)
            });
            let before: Vec<char> = chances.map(|part| part[0]).collect();
            assert!(before.len() >= 5 && before.iter().all(|glyph| *glyph == ' '), "{before:?}\n{screen}");
        }
    }
    // tanh gives less than nothing on too.
    let mut session = opened(Settings::default(), (120, 40), TANH);
    session.press("1");
    let screen = session.screen();
    let sums = screen.lines().filter(|line| line.contains(" h2.") && line.contains(" × "));
    let mut negative = 0;
    for line in sums {
        let (_, sum) = line.split_once(" h2.").unwrap_or_default();
        let (name, value) = sum.split_once(' ').unwrap_or_default();
        assert!(name.chars().all(|digit| digit.is_ascii_digit()), "`{line}`");
        negative += usize::from(value.trim_start().starts_with('−'));
    }
    assert!(negative > 2, "{screen}");
}

/// Sixteen and sixteen, with tanh.
const TANH: &str = "p End Enter 7 Down Down Down Down Down Down Right Right Enter 1";

#[test]
fn in_ascii_lines_are_strokes_and_no_heap_of_dots() {
    for keys in [DEEP, EVERYTHING] {
        for zoom in ["", "Tab z"] {
            let mut session = opened(Settings { ascii: true, ..Settings::default() }, (120, 40), keys);
            let screen = session.press(zoom).screen();
            let lines: Vec<&str> = screen.lines().collect();
            // Left of the first layer, below its heading, there are the inputs and the lines.
            let head = lines.iter().position(|line| line.contains("layer 1 . ")).expect("a heading");
            let end = lines[head].find("layer 1 . ").unwrap_or(0);
            let start = if zoom.is_empty() { 72 } else { 20 };
            for line in &lines[head + 1..head + 26] {
                let fan = line.get(start..end).unwrap_or_default();
                let stray = |glyph: char| matches!(glyph, '\'' | '_' | '"' | '%');
                assert!(!fan.contains(stray), "`{fan}` of\n{screen}");
            }
        }
    }
}
