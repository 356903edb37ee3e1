//! One name for each parameter: on every screen and in what is copied, and none for two of them.

use std::collections::HashSet;
use std::sync::Arc;

use titanic_tui::app::{App, Effect, Settings};
use titanic_tui::data::PassengerList;
use titanic_tui::explain::names;
use titanic_tui::training::{Preset, Recipe, Run};

use crate::session::Session;

/// A run with these hidden layers.
fn with_hidden(hidden: &[usize], width: u16, height: u16) -> Session {
    let list = Arc::new(PassengerList::embedded());
    let recipe = Recipe { hidden: hidden.to_vec(), init: None, ..Preset::ThePostTrained.recipe() };
    let run = Run::from_recipe("A", Arc::clone(&list), recipe).expect("a recipe");
    Session::of(App::from_run(list, run, Settings::default()), width, height)
}

/// The names that stand on a screen: `age→h1`, `h1.2→σ`, and `w₁` where the post's scheme is used.
fn named(screen: &str) -> Vec<String> {
    let words = screen.split([' ', '│', '▸', '╮', '╯', '╰', '╭', '├', '┃', ':', ',']);
    let is_name = |word: &&str| {
        let (from, to) = word.split_once('→').unwrap_or_default();
        let is_neuron = to == "σ" || to.starts_with('h') && to[1..].starts_with(char::is_numeric);
        !from.is_empty() && is_neuron || word.starts_with(['w', 'b']) && word.contains(['₁', '₂'])
    };
    words.filter(is_name).map(str::to_owned).collect()
}

/// What a screen calls two parameters alike, a reader takes for one.
#[test]
fn a_parameter_has_its_own_name_and_the_same_on_every_screen() {
    for hidden in [&[3][..], &[3, 2]] {
        let mut session = with_hidden(hidden, 200, 60);
        let network = session.app.core.network();
        let all: Vec<String> = (0..network.parameters().len())
            .map(|index| session.app.core.names().parameter(network.parameter_at(index)))
            .collect();
        let distinct: HashSet<&String> = all.iter().collect();
        assert_eq!(distinct.len(), all.len(), "{all:?}");
        for _ in 0..all.len() {
            let spot = session.app.core.spot();
            let name = session.app.core.names().parameter(spot.parameter(session.app.core.network()));
            // Explore, Train, Gradients: the title, its sentence and its table; Landscape by two.
            for screen in ["1", "2", "3", "5"] {
                session.press(screen).draw();
                assert_eq!(session.app.core.spot(), spot);
                if screen == "5" {
                    while !session.screen().contains("others held") {
                        session.press("a");
                    }
                }
                session.sees(&[name.as_str()]);
                for word in named(&session.screen()) {
                    assert!(all.contains(&word), "`{word}` on\n{}", session.screen());
                }
            }
            session.effects.clear();
            session.press("3 y");
            let copied = copied(&session);
            assert!(copied.contains(&format!(" = {name}\n")), "{name}: {copied}");
            session.press("1 )");
        }
        session.press("5").effects.clear();
        while session.app.is_drawing_soon() {
            session.wait(0);
        }
        let copied = copied(session.press("y"));
        for name in &all {
            let says = format!("# now {} = ", names::ascii(name));
            assert!(copied.contains(&says), "{says}: {copied}");
        }
    }
}

/// What was copied last.
fn copied(session: &Session) -> &str {
    let last = session
        .effects
        .iter()
        .rev()
        .find_map(|effect| if let Effect::Copy(text) = effect { Some(text.as_str()) } else { None });
    last.unwrap_or_default()
}

/// In the table of a wide layer names are cut: what they come from, not the neuron, which is all that tells
/// `siblings→h1.1` from `siblings→h1.16`.
#[test]
fn a_name_that_is_cut_is_still_the_name_of_one() {
    const STEPS: usize = 29;
    for (width, height) in [(80, 24), (120, 40)] {
        let mut session = Session::open(width, height);
        session.press("p End Enter 3");
        let mut seen = HashSet::new();
        for step in 0..STEPS {
            session.press(&") ".repeat(step));
            let screen = session.screen();
            let marked = screen
                .split('▸')
                .filter_map(|rest| rest.split(['+', '−', '=', '\n']).next())
                .find(|word| word.contains('→'));
            seen.insert(marked.map(|name| name.trim().to_owned()));
        }
        assert_eq!(seen.len(), STEPS, "{seen:?}");
        assert!(!seen.contains(&None), "a row without a mark");
    }
}

/// The post's network is written as the post writes it.
#[test]
fn without_hidden_layers_the_post_names_them() {
    let mut session = Session::open(120, 40);
    session.press("2").sees(&["w₁ age −0.0169", "w₂ sex 0.7040", "b −0.1163"]);
    session.press("3").sees(&["w₁ age: the chain rule"]);
    session.press("Right Right Right").sees(&["Who pulls w₁"]);
    session.press("5").sees(&["w₁ age  −0.016852"]);
    session.press("1").sees(&["weight w₁ age = −0.016852", "22 × −0.016852 = −0.370744"]);
}

/// What is pointed at has all its digits in the border; the lines below it are rounded alike.
#[test]
fn no_number_stands_with_seventeen_digits_beside_the_same_with_eight() {
    let mut session = with_hidden(&[3], 120, 40);
    let check = |session: &Session| {
        let screen = session.screen();
        let pointer = screen.lines().skip_while(|line| !line.contains("pointer: "));
        let below: String = pointer.skip(1).take(3).collect();
        // A number of the arithmetic has eight decimals at most.
        let is_long = |word: &&str| word.chars().filter(char::is_ascii_digit).count() > 11;
        assert_eq!(below.split([' ', '│']).find(is_long), None, "{screen}");
    };
    for _ in 0..13 {
        check(session.press(")"));
    }
    session.press("Tab").sees(&["weight age→h1 = −0.27305001487063346"]);
    for _ in 0..8 {
        check(session.press("Right"));
    }
    session.sees(&["the answer p = 0.63218"]).press("Left Enter");
    check(&session);
    session.press("Left").sees(&["value", "weight", "product"]);
    session.sees_no("input value");
}
