//! What is taken along: drawings are whole SVG documents with the numbers of the screen on them, drawn
//! as shapes; keys and the command line write the same.

#[expect(dead_code, reason = "only some of its readings are needed here")]
#[path = "support/reading.rs"]
mod reading;
#[path = "support/session.rs"]
mod session;

use std::process::Command;

use roxmltree::Document;
use session::Session;
use titanic_tui::app::figure::{Export, Figure};
use titanic_tui::app::{Effect, Settings, ThemeName};
use titanic_tui::explain::words::Language;
use titanic_tui::ui::figures;

const PROGRAM: &str = env!("CARGO_BIN_EXE_titanic-tui");

/// A drawing after these keys.
fn drawing(keys: &str, figure: Figure) -> String {
    figures::svg(&Session::open(120, 40).press(keys).app, figure)
}

/// Every text of a drawing.
fn texts(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).expect("a drawing is well-formed XML");
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts.map(|node| node.text().unwrap_or_default().to_owned()).collect()
}

fn count(svg: &str, tag: &str) -> usize {
    let document = Document::parse(svg).expect("a drawing is well-formed XML");
    document.descendants().filter(|node| node.has_tag_name(tag)).count()
}

fn says(svg: &str, wanted: &[&str]) {
    let texts = texts(svg);
    for &wanted in wanted {
        assert!(texts.iter().any(|text| text.contains(wanted)), "no text says {wanted}: {texts:?}");
    }
}

/// The third preset, 2-3-1, after ten epochs.
const DEEP: &str = "p Home Down Down Down Enter >";

#[test]
fn every_drawing_of_every_network_is_whole_and_made_of_shapes() {
    for keys in ["", "K", DEEP, "p End Enter .", "p Home Down Down Down Down Down Enter ."] {
        for &language in Language::ALL {
            let settings = Settings { language, ..Settings::default() };
            let mut session = Session::with(settings, 120, 40);
            // Each screen keeps its own numbers up to date.
            session.press(keys).press("5 6 4");
            for &figure in Figure::ALL {
                let svg = figures::svg(&session.app, figure);
                assert!(texts(&svg).len() > 3, "{figure:?} after {keys:?} says nothing");
                assert_eq!(count(&svg, "image"), 0);
                let shapes: usize = ["line", "path", "rect", "circle"].map(|tag| count(&svg, tag)).iter().sum();
                assert!(shapes > 5, "{figure:?} after {keys:?} draws nothing");
                assert!(!svg.contains("NaN") && !svg.contains("inf"), "{figure:?} after {keys:?}");
                assert!(svg.len() < 2_000_000, "{figure:?} after {keys:?} is too large for a slide");
            }
        }
    }
}

#[test]
fn the_diagram_has_the_numbers_of_the_post() {
    let svg = drawing("", Figure::Network);
    says(
        &svg,
        &[
            "1 Braund, Mr. Owen Harris",
            "22",
            "× −0.016852",
            "−0.370744",
            "−0.116309",
            "p = .380588",
            "says died",
            "died: right",
        ],
    );
    // Three inputs with the bias, and the sum; σ is a box.
    assert_eq!((count(&svg, "circle"), texts(&svg).iter().filter(|text| text.starts_with('×')).count()), (4, 3));
}

#[test]
fn a_passenger_without_an_age_has_a_diagram_without_numbers() {
    let svg = drawing("J J J J J", Figure::Network);
    says(&svg, &["6 Moran, Mr. James", "no age"]);
    assert!(!texts(&svg).iter().any(|text| text.starts_with("p =")));
}

#[test]
fn a_hidden_layer_has_a_pill_for_each_of_its_thirteen_parameters() {
    let svg = drawing(DEEP, Figure::Network);
    assert_eq!(texts(&svg).iter().filter(|text| text.starts_with('×')).count(), 13);
    assert_eq!(count(&svg, "circle"), 3 + 3 + 1);
}

#[test]
fn wide_layers_are_thinned_and_the_drawing_says_so() {
    let svg = drawing("", Figure::Network);
    assert!(!texts(&svg).iter().any(|text| text.contains("strongest")));
    let wide = Command::new(PROGRAM)
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .args(["export", "diagram", "--hidden", "64,64", "--scaling", "standard"])
        .output()
        .expect("the program runs");
    let svg = String::from_utf8(wide.stdout).expect("text");
    says(&svg, &["656 strongest of 4352 lines"]);
}

/// Where a text begins and ends, by the width its letters have at the most.
fn extent(node: roxmltree::Node<'_, '_>) -> (f64, f64) {
    let number = |name: &str| node.attribute(name).and_then(|value| value.parse::<f64>().ok());
    let x = number("x").expect("a text has a place");
    let letters = node.text().unwrap_or_default().chars().map(|glyph| if glyph.is_ascii() { 0.57 } else { 1.0 });
    let width: f64 = letters.sum::<f64>() * number("font-size").unwrap_or(12.0);
    match node.attribute("text-anchor") {
        Some("end") => (x - width, x),
        Some("middle") => (x - width / 2.0, x + width / 2.0),
        _ => (x, x + width),
    }
}

#[test]
fn names_and_numbers_of_every_network_stand_within_the_diagram() {
    for place in 0..7 {
        for &language in Language::ALL {
            let settings = Settings { language, ..Settings::default() };
            let mut session = Session::with(settings, 120, 40);
            session.press(&format!("p Home {} Enter .", "Down ".repeat(place)));
            let svg = figures::svg(&session.app, Figure::Network);
            let document = Document::parse(&svg).expect("a drawing is well-formed XML");
            for node in document.descendants().filter(|node| node.has_tag_name("text")) {
                let (left, right) = extent(node);
                assert!(left >= 0.0 && right <= 960.0, "{:?} from {left:.0} to {right:.0}", node.text());
            }
        }
    }
}

#[test]
fn every_input_and_every_neuron_of_a_wide_network_is_named() {
    let wide = drawing("p End Enter .", Figure::Network);
    says(&wide, &["age 22", "port Q", "bias", "layer 1: relu", "layer 2: relu"]);
    let texts = texts(&wide);
    for neuron in 1..=16 {
        let name = neuron.to_string();
        assert!(texts.iter().filter(|text| **text == name).count() >= 2, "neuron {neuron} of each layer: {texts:?}");
    }
    // Fifteen inputs and the bias have circles too small for their values.
    let many = drawing("p Home Down Down Down Down Down Enter .", Figure::Network);
    says(&many, &["age −0.603", "Mr 1", "Master 0", "bias +1", "h1", "h8"]);
}

#[test]
fn the_curve_has_everybody_below_it_and_the_passenger_on_it() {
    let svg = drawing("", Figure::Curve);
    says(&svg, &["f(−0.487053) = 0.380588"]);
    let people = 714;
    assert!(count(&svg, "line") > people, "a stroke for each with an age");
}

#[test]
fn the_curve_of_a_function_names_the_neuron_whose_z_it_is_or_says_that_z_is_free() {
    for (keys, title) in [
        ("", "Sigmoid and everybody's z at σ"),
        (" v", "ReLU and everybody's z at h1"),
        (" v Right", "ReLU and everybody's z at h1 · a z of your choice"),
        (" v v", "tanh · a z of your choice"),
    ] {
        let svg = drawing(&format!("{DEEP} 1 Tab Tab Tab{keys}"), Figure::Curve);
        says(&svg, &[title]);
    }
}

#[test]
fn each_map_of_the_landscape_has_its_own_ramp_below_it_and_only_the_marks_there_are() {
    let mut session = Session::open(120, 40);
    session.press(&format!("{DEEP} > 5"));
    while session.app.is_drawing_soon() {
        session.wait(0);
    }
    let svg = figures::svg(&session.app, Figure::Landscape);
    says(&svg, &["loss, scaled:", "loss, raw:", "0 start", "● now"]);
    assert!(!texts(&svg).iter().any(|text| text.contains("best") || text.contains("post")), "{:?}", texts(&svg));
}

#[test]
fn a_line_the_slow_flow_has_not_reached_has_no_sign_in_the_diagram() {
    let hues = |keys: &str| {
        let svg = drawing(keys, Figure::Network);
        let document = Document::parse(&svg).expect("well-formed");
        let lines = document.descendants().filter(|node| node.has_tag_name("path"));
        let mut hues: Vec<_> = lines.filter_map(|node| node.attribute("stroke").map(str::to_owned)).collect();
        hues.sort();
        hues.dedup();
        hues
    };
    let (begun, done) = (hues("F"), hues(""));
    assert!(begun.len() < done.len(), "{begun:?} {done:?}");
}

#[test]
fn curves_over_time_name_the_values_at_the_cursor() {
    let keys = "p Home Down Enter > >";
    says(&drawing(keys, Figure::Loss), &["epoch 20", "train ●─ 0.5"]);
    says(&drawing(keys, Figure::Accuracy), &["test ○╌ 226/291"]);
}

/// As on the screen: a name above one of a greater value says something untrue of both.
#[test]
fn the_greater_of_two_losses_that_end_together_is_named_above_the_lesser() {
    for keys in ["p Enter > > > > >", "p Down Enter i i > > > > > }"] {
        let svg = drawing(keys, Figure::Loss);
        let document = Document::parse(&svg).expect("a drawing is well-formed XML");
        let end = |name: &str| {
            let mut nodes = document.descendants().filter(|node| node.has_tag_name("text"));
            let named = |text: &str| text.strip_prefix(name)?.strip_prefix(' ')?.parse().ok();
            let found = nodes.find_map(|node| Some((named(node.text()?)?, node.attribute("y")?.parse().ok()?)));
            found.unwrap_or_else(|| panic!("{name}: {svg}"))
        };
        let [(test, below_test), (train, below_train)]: [(f64, f64); 2] = ["test", "train"].map(end);
        assert_eq!(test > train, below_test < below_train, "{svg}");
    }
}

#[test]
fn colours_are_those_of_a_slide_whatever_the_terminal() {
    let ground = |theme| {
        let settings = Settings { theme, ..Settings::default() };
        let svg = figures::svg(&Session::with(settings, 80, 24).app, Figure::Network);
        let document = Document::parse(&svg).expect("well-formed");
        let sheet = document.descendants().find(|node| node.has_tag_name("rect"));
        sheet.and_then(|node| node.attribute("fill")).expect("a ground").to_owned()
    };
    assert_eq!(ground(ThemeName::Mono), ground(ThemeName::Light));
    assert_ne!(ground(ThemeName::Dark), ground(ThemeName::Light));
}

#[test]
fn x_offers_what_the_panel_shows_and_enter_writes_it() {
    for (keys, export) in [
        ("", Export::Passengers),
        ("Tab", Export::Figure(Figure::Network)),
        ("Tab Tab Tab", Export::Figure(Figure::Curve)),
        ("2", Export::Figure(Figure::Loss)),
        ("2 Tab", Export::History),
        ("2 Tab Tab", Export::Figure(Figure::Accuracy)),
        ("2 Tab Tab Tab", Export::History),
        ("4", Export::Figure(Figure::Beliefs)),
        ("5", Export::Figure(Figure::Landscape)),
        ("6", Export::Figure(Figure::Roc)),
        ("7", Export::Recipe),
    ] {
        let mut session = Session::open(120, 40);
        session.press(keys).press("x");
        let asked = |effect: &Effect| !matches!(effect, Effect::Redraw);
        assert!(!session.effects.iter().any(asked), "{keys:?} x writes unasked");
        let file = export.file();
        session.sees(&[&format!("▸ {file}"), &format!("Enter writes ./{file}")]);
        session.press("Enter");
        match (session.effects.last(), export) {
            (Some(Effect::Draw(drawn)), Export::Figure(figure)) => assert_eq!(*drawn, figure),
            (Some(Effect::Export { name, .. }), _) => assert_eq!(*name, export.file()),
            (effect, _) => panic!("{keys:?} x Enter does {effect:?}, not {export:?}"),
        }
    }
}

#[test]
fn the_menu_holds_everything() {
    let mut session = Session::open(80, 24);
    session.press("4 x").sees(&["Take it with you", "▸ beliefs.svg", "history.csv", "recipe.toml"]);
    session.press("Home Down Enter");
    assert_eq!(session.effects.last(), Some(&Effect::Draw(Figure::Network)));
    session.sees_no("Take it with you");
}

#[test]
fn the_command_line_writes_what_the_keys_write() {
    for &figure in Figure::ALL {
        let output = Command::new(PROGRAM)
            .env("XDG_CONFIG_HOME", "/nonexistent")
            .args(["export", figure.key()])
            .output()
            .expect("the program runs");
        let svg = String::from_utf8(output.stdout).expect("text");
        assert!(output.status.success(), "{figure:?}");
        let mut session = Session::open(200, 60);
        session.press(match figure {
            Figure::Beliefs => "4",
            Figure::Landscape => "5",
            Figure::Roc => "6",
            Figure::Loss | Figure::Accuracy => "2",
            Figure::Network | Figure::Curve => "1",
        });
        while session.app.is_drawing_soon() {
            session.wait(0);
        }
        assert!(svg == figures::svg(&session.app, figure), "{figure:?} differs");
    }
}

#[test]
fn history_has_a_line_for_each_epoch() {
    let output = Command::new(PROGRAM)
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .args(["export", "history", "--scaling", "standard", "--learning-rate", "0.5", "--epochs", "20"])
        .output()
        .expect("the program runs");
    let text = String::from_utf8(output.stdout).expect("text");
    assert_eq!(text.lines().count(), 1 + 21);
    assert!(text.lines().last().expect("a line").contains("226"), "{text}");
}

#[test]
fn what_cannot_be_drawn_is_refused_in_a_sentence() {
    for (arguments, sentence) in [
        (&["export", "moon"][..], "there is no such export"),
        (&["export", "diagram", "--passenger", "900"], "nobody on the list has the PassengerId 900"),
        (&["export", "diagram", "--keys", "Spce"], "Spce"),
    ] {
        let output = Command::new(PROGRAM)
            .env("XDG_CONFIG_HOME", "/nonexistent")
            .args(arguments)
            .output()
            .expect("the program runs");
        let told = String::from_utf8(output.stderr).expect("text");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{arguments:?}");
        assert!(told.contains(sentence), "{told}");
    }
}

/// A name in the ink of all other words leaves it to the reader which curve it belongs to.
#[test]
fn the_name_at_the_end_of_a_curve_has_its_hue_and_no_words_stand_on_others() {
    for keys in ["p Enter", "p Down Down Down Enter", "p End Enter"] {
        for figure in [Figure::Loss, Figure::Accuracy] {
            let mut session = Session::open(120, 40);
            session.press(keys).press(": text:300 Enter").wait(3_000);
            let svg = figures::svg(&session.app, figure);
            let document = Document::parse(&svg).expect("a drawing is well-formed XML");
            let of = |tag: &'static str| document.descendants().filter(move |node| node.has_tag_name(tag));
            let curves: Vec<&str> = of("path").filter_map(|node| node.attribute("stroke")).collect();
            for name in ["train ", "test "] {
                let at_end = |node: &roxmltree::Node<'_, '_>| {
                    let number = node.text().and_then(|text| text.strip_prefix(name));
                    number.is_some_and(|number| number.starts_with(|digit: char| digit.is_ascii_digit()))
                };
                let ink = of("text").find(at_end).and_then(|node| node.attribute("fill")).expect("a name");
                assert!(curves.contains(&ink), "{name} in {ink}: {curves:?}");
            }
            let number = |node: &roxmltree::Node<'_, '_>, name: &str| node.attribute(name)?.parse::<f64>().ok();
            let words = of("text").filter(|node| node.text().is_some_and(|text| text.chars().count() > 1));
            let places: Vec<(f64, f64)> =
                words.filter_map(|node| Some((number(&node, "x")?, number(&node, "y")?))).collect();
            for (at, one) in places.iter().enumerate() {
                let near = |other: &&(f64, f64)| (one.0 - other.0).abs() < 40.0 && (one.1 - other.1).abs() < 11.0;
                assert!(!places[at + 1..].iter().any(|other| near(&other)), "{one:?} in {places:?}");
            }
        }
    }
}

/// Otherwise it would go through the headline and beyond the sheet.
#[test]
fn a_curve_that_leaves_its_chart_is_cut_off_there_and_says_how_high_it_goes() {
    let svg = {
        let mut session = Session::open(120, 40);
        session.press("p Down Enter i i i i . . . . o o o o : text:100 Enter").wait(3_000);
        figures::svg(&session.app, Figure::Loss)
    };
    says(&svg, &["↑ 14.587 at epoch 2"]);
    assert!(svg.contains("<clipPath id=\"field\">") && svg.contains("clip-path=\"url(#field)\""));
}
