//! The picture of a network: the same digits everywhere, the whole width, and nothing before the flow comes to it.

use ratatui::layout::Rect;
use ratatui::style::Color;
use titanic_tui::app::core::pointer::Spot;
use titanic_tui::app::{ColorDepth, ExplorePanel, GradientsPanel, Panel, Settings, Target};
use titanic_tui::nn::math;

use crate::session::Session;

/// 2-8-1, and 15-8-1, at an epoch that takes a moment.
const EIGHT: &str = "p Down Down Down Enter : text:60 Enter 1";
const WIDE: &str = "p Down Down Down Down Enter : text:60 Enter 1";

/// The program in a dark terminal that shows any colour, once the jump in time is made.
fn opened(keys: &str, width: u16, height: u16) -> Session {
    let mut session = Session::with(Settings { depth: ColorDepth::True, ..Settings::default() }, width, height);
    session.press(keys);
    for _ in 0..10_000 {
        if !session.app.is_working() {
            break;
        }
        session.wait(0);
    }
    session.draw();
    session
}

/// The cells inside a panel.
fn inside(session: &Session, panel: impl Into<Panel>) -> Rect {
    let panel = panel.into();
    let area = session.app.core.hits.find(|target| target == Target::Panel(panel)).expect("it is on the screen");
    Rect::new(area.x + 1, area.y + 1, area.width - 2, area.height - 2)
}

/// The lines inside a panel.
fn lines(session: &Session, panel: impl Into<Panel>) -> Vec<String> {
    let row = |row: Rect| row.positions().map(|at| session.buf[at].symbol()).collect();
    inside(session, panel).rows().map(row).collect()
}

/// The chance in per cent once the weight pointed at is 0.
fn without(session: &Session) -> String {
    let core = &session.app.core;
    let mut network = core.network().clone();
    let index = network.index(core.spot().parameter(core.network()));
    network.parameters_mut()[index] = 0.0;
    let trace = core.trace().expect("there is an answer");
    let [now, then] = [trace.logit(), network.forward(&trace.inputs).logit()].map(math::sigmoid);
    let written = |decimals: usize| [now, then].map(|p| format!("{:.decimals$} %", 100.0 * p));
    let [now, then] = (0..=3).map(written).find(|[now, then]| now != then).unwrap_or_else(|| written(0));
    format!("{now} → {then}")
}

#[test]
fn a_weight_into_a_hidden_neuron_says_what_it_does_and_not_what_its_input_does() {
    for (width, height, word) in [(80, 24, "without this weight"), (120, 40, "without")] {
        let mut session = opened(EIGHT, width, height);
        session.press("Tab");
        let mut told = Vec::new();
        for neuron in 0..8 {
            assert_eq!(session.app.core.spot(), Spot::Weight { layer: 0, neuron, input: 0 });
            let difference = without(&session);
            session.sees(&[word, &difference]).sees_no("ten years older");
            told.push(difference);
            // Past the weight of sex and the bias.
            session.press(") ) )");
        }
        told.sort();
        told.dedup();
        assert!(told.len() > 2, "weights that do different things say so: {told:?}");
        // What the age does through all neurons, its input says.
        while session.app.core.spot() != Spot::Input(0) {
            session.press("Left Up Up");
        }
        session.sees(&["ten years older"]);
    }
}

#[test]
fn what_the_flow_has_not_reached_has_no_hue_no_rank_and_no_state() {
    let mut session = opened(EIGHT, 120, 40);
    let before = lines(&session, ExplorePanel::Network).join("\n");
    assert!(before.contains("|w·a|") && before.contains("is on for"), "{before}");
    session.press("F");
    let now = lines(&session, ExplorePanel::Network).join("\n");
    for word in ["dead", "|w·a|", "is on for", "▓", "off"] {
        assert!(!now.contains(word), "`{word}` is told too early\n{now}");
    }
    assert!(now.contains("|w|"), "by what the lines are chosen\n{now}");
    let cells = inside(&session, ExplorePanel::Calculation).positions();
    let unknown = cells.filter(|&at| session.buf[at].symbol() == "?");
    let hues: Vec<Color> = unknown.map(|at| session.buf[at].fg).collect();
    assert!(hues.len() > 8 && hues.iter().all(|hue| *hue == hues[0]), "one grey: {hues:?}");
    // The table of a sum holds the sum.
    session.press("Tab Left Left Enter").sees(&["not come here yet"]);
}

#[test]
fn a_number_has_the_same_digits_on_the_picture_as_in_the_calculation() {
    for (keys, sizes) in [(EIGHT, [(80, 24), (120, 40), (200, 60)]), (WIDE, [(80, 24), (120, 40), (200, 60)])] {
        for (width, height) in sizes {
            let session = opened(keys, width, height);
            let picture = lines(&session, ExplorePanel::Network).join("\n");
            let trace = session.app.core.trace().expect("there is an answer");
            let network = session.app.core.network();
            let mut wanted = vec![format!("{:.6}", trace.logit().abs())];
            for (neuron, &a) in trace.layers[0].a.iter().enumerate().filter(|(_, a)| **a > 0.0) {
                let weight = network.layer(1).weight(0, neuron);
                wanted.extend([a, weight.abs(), (a * weight).abs()].map(|value| format!("{value:.6}")));
            }
            for number in wanted {
                assert!(picture.contains(&number), "{number} at {width}x{height}\n{picture}");
            }
        }
    }
}

#[test]
fn a_picture_that_has_the_screen_to_itself_uses_its_width() {
    for keys in ["1", EIGHT, WIDE, "p Down Down Enter 1", "p End Enter 1"] {
        let mut session = opened(keys, 200, 60);
        session.press("Tab z");
        let picture = lines(&session, ExplorePanel::Network);
        let filled = |row: &String| {
            let cells: Vec<char> = row.chars().collect();
            let first = cells.iter().position(|cell| *cell != ' ');
            first.zip(cells.iter().rposition(|cell| *cell != ' '))
        };
        // The last row says what is not drawn.
        let ends: Vec<(usize, usize)> = picture[..picture.len() - 1].iter().filter_map(filled).collect();
        let first = ends.iter().map(|(first, _)| *first).min().unwrap_or(0);
        let last = ends.iter().map(|(_, last)| *last).max().unwrap_or(0);
        assert!((last + 1 - first) * 100 >= 198 * 85, "{keys}: from {first} to {last}\n{}", picture.join("\n"));
    }
}

#[test]
fn a_wide_layer_has_names_and_no_more_lines_than_can_be_told_apart() {
    for (keys, width, height) in [(WIDE, 120, 40), (WIDE, 80, 24), (EIGHT, 80, 24), (EIGHT, 120, 40)] {
        let session = opened(keys, width, height);
        let picture = lines(&session, ExplorePanel::Network).join("\n");
        for neuron in 1..=8 {
            assert!(picture.contains(&format!("h{neuron} ")), "h{neuron} at {width}x{height}\n{picture}");
        }
        let (_, rest) = picture.split_once("|w·a|: ").expect("not all are drawn");
        let drawn: usize = rest.split('/').next().and_then(|count| count.parse().ok()).expect("a count");
        assert!(drawn <= 12, "{drawn} lines at {width}x{height}\n{picture}");
    }
}

#[test]
fn what_is_said_below_the_picture_leaves_the_loss_whole() {
    let mut session = opened(EIGHT, 120, 40);
    session.press("3 Right");
    let core = &session.app.core;
    let survived = core.passenger().survived == Some(true);
    let p = core.trace().expect("there is an answer").p();
    let loss = if survived { -math::ln(p) } else { -math::ln(1.0 - p) };
    let picture = lines(&session, GradientsPanel::Backward).join("\n");
    assert!(picture.contains(&format!(" L {loss:.6}")), "{picture}");
}

#[test]
fn the_first_step_of_gradients_holds_the_whole_sum_and_heads_no_empty_column() {
    let mut session = Session::open(120, 40);
    session.press("3").sees(&["age 22 × −0.016852", "−0.370744", "z, the sum", "p = 1/(1 + e^0.487053)"]);
    let pulls = lines(&session, GradientsPanel::Pulls).join("\n");
    let table = lines(&session, GradientsPanel::Steps).join("\n");
    assert!(!pulls.contains("loss") && !pulls.contains('δ'), "{pulls}");
    assert!(!table.lines().next().is_some_and(|heads| heads.contains('δ')), "{table}");
    session.press("Right Right");
    let pulls = lines(&session, GradientsPanel::Pulls).join("\n");
    assert!(pulls.contains("loss") && pulls.contains('δ'), "{pulls}");
    // Of a hidden neuron, its sum comes before the one of the answer.
    let mut session = opened("p Down Down Enter 3", 120, 40);
    session.sees(&["the sum of h1", "h1 = max(0, "]);
}

#[test]
fn on_many_rows_the_picture_of_gradients_has_its_share_and_its_maps() {
    let mut session = opened(EIGHT, 200, 60);
    session.press("3 Right Right Right");
    let picture = lines(&session, GradientsPanel::Backward);
    assert!(picture.len() >= 20, "{} rows", picture.len());
    let cells = inside(&session, GradientsPanel::Backward).positions();
    let halves = cells.filter(|&at| session.buf[at].symbol() == "▀").count();
    // At least four for each neuron.
    assert!(halves >= 32, "cells of maps: {halves}\n{}", picture.join("\n"));
}

/// Whoever adds up what stands on the lines towards σ comes to z only with the bias.
#[test]
fn the_bias_of_the_answer_stands_on_the_picture_of_a_hidden_layer() {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let mut session = opened(EIGHT, width, height);
        let bias = session.app.core.network().parameters().last().copied().expect("it has parameters");
        let pill = format!("(×{bias:.6})").replace('-', "−");
        let says = |session: &Session| lines(session, ExplorePanel::Network).iter().any(|line| line.contains(&pill));
        assert!(says(&session), "{pill} at {width}×{height}\n{}", session.screen());
        session.press("Tab z");
        session.draw();
        assert!(says(&session), "{pill} zoomed at {width}×{height}\n{}", session.screen());
    }
}

/// Where the lines towards σ are too many for numbers, the bias stands above the sum.
#[test]
fn the_bias_of_the_answer_stands_above_the_sum_of_wide_layers() {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let session = opened("p End Enter > Tab z", width, height);
        let bias = session.app.core.network().parameters().last().copied().expect("it has parameters");
        let written = format!("b {bias:>9.6}").replace('-', "−");
        let lines = lines(&session, ExplorePanel::Network);
        assert!(lines.iter().any(|line| line.contains(&written)), "{written}\n{}", session.screen());
    }
}

/// What is looked at closer must not lose what it had.
#[test]
fn a_picture_keeps_its_small_maps_when_it_fills_the_screen() {
    let shades = |session: &Session| {
        let all = lines(session, ExplorePanel::Network).concat();
        all.chars().filter(|glyph| "░▒▓█".contains(*glyph)).count()
    };
    let mut session = Session::open(120, 40);
    session.press(&format!("{EIGHT} Tab"));
    while session.app.is_working() {
        session.wait(1);
    }
    session.draw();
    let before = shades(&session);
    session.press("z");
    assert!(before > 50 && shades(&session) > before, "{before}\n{}", session.screen());
}

/// On the smallest of screens too, Gradients begins with the numbers on their lines.
#[test]
fn the_first_step_of_gradients_shows_the_picture_at_80_columns() {
    for keys in ["3", &format!("{EIGHT} 3")] {
        let session = opened(keys, 80, 24);
        let z = format!("{:.6}", session.app.core.trace().expect("an age").logit()).replace('-', "−");
        let picture = lines(&session, GradientsPanel::Backward);
        assert!(picture.iter().any(|line| line.contains(&z)), "{z}\n{}", session.screen());
    }
}
