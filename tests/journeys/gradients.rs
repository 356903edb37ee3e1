//! The Gradients screen: one person and the batch, a name among those who pull, clicks.

use std::sync::Arc;

use titanic_tui::app::{App, Effect};
use titanic_tui::data::PassengerList;
use titanic_tui::nn::Optimizer;
use titanic_tui::training::{Recipe, Run, Scaling};

use crate::formula::{self, Names};
use crate::session::Session;

/// Passenger 4, on this screen.
fn fourth(width: u16, height: u16) -> Session {
    let mut session = Session::open(width, height);
    session.press("3 J J J Right Right Right Right");
    session
}

#[test]
fn a_name_among_those_who_pull_is_looked_at_by_key_and_by_click() {
    let mut session = Session::open(120, 40);
    session.press("3 Right Right Right Right Enter S-Tab Down");
    assert_eq!(session.app.core.passenger().id, 1);
    session.press("Enter");
    session.sees(&["▸ 588 Frolicher-Stehli, Mr. Maxmillian"]);
    session.press("Esc");
    session.sees(&["batch · 474 with an age"]);
    assert_eq!(session.app.core.passenger().id, 1);
    session.click("Isham, Miss.");
    session.sees(&["▸ 178 Isham, Miss. Ann Elizabeth"]);
}

#[test]
fn a_click_finds_micro_steps_whose_and_parameters() {
    let mut session = fourth(120, 40);
    session.click("3 δ");
    session.sees(&["[3 δ]"]);
    session.click("5 update");
    session.click("Futrelle, Mrs.");
    session.sees(&["batch · 474"]);
    session.click("b      −0.116309");
    session.sees(&["b: the chain rule", "[×−0.116309]"]);
}

#[test]
fn enter_changes_between_one_and_the_batch_and_esc_undoes_it() {
    let mut session = fourth(120, 40);
    let one = session.screen();
    session.press("Enter");
    session.sees(&[
        "batch · 474 with an age",
        "each arrow: the mean of δ × input",
        "up   196 people ",
        " +6.465432",
        "down 278 people ",
        " −6.201367",
        "∂L/∂w₁ = −(↑ + ↓) ",
        " −0.264065",
        "−0.016852 to −0.016588",
    ]);
    session.press("Esc");
    assert_eq!(session.screen(), one);
    session.press("Enter Enter");
    assert_eq!(session.screen(), one);
}

#[test]
fn the_new_value_of_the_batch_is_the_value_after_the_next_epoch() {
    let mut session = fourth(120, 40);
    session.press("Enter . .");
    let parameters = session.app.core.network().parameters().to_vec();
    session.press(",");
    let batch = session.app.screens.gradients.lens(&session.app.core).batch().expect("a batch");
    assert_eq!(batch.step.after.parameters(), parameters);
}

/// Whoever checks the lines of an update with a pencil arrives at the step, and at the network of the next
/// epoch, under every optimiser there is.
#[test]
fn the_lines_of_an_update_come_to_the_step_that_is_taken() {
    let list = Arc::new(PassengerList::embedded());
    for optimizer in Optimizer::all() {
        for l2 in [0.0, 0.01] {
            let recipe = Recipe {
                optimizer: optimizer.kind,
                momentum: optimizer.momentum,
                nesterov: optimizer.nesterov,
                scaling: Scaling::Standard,
                learning_rate: 0.05,
                l2,
                ..Recipe::default()
            };
            let run = Run::from_recipe("A", Arc::clone(&list), recipe).unwrap();
            let mut session = Session::open(120, 40);
            session.app = App::from_run(Arc::clone(&list), run, session.app.core.settings.clone());
            session.press("3 Enter . . . y");
            let Some(Effect::Copy(text)) = session.effects.last().cloned() else {
                panic!("nothing was copied");
            };
            let after = check_lines(&text, session.app.core.network().parameters()[0]);
            session.press(".");
            assert_eq!(session.app.core.network().parameters()[0], after, "{text}");
        }
    }
}

/// Works out every line of the update of a weight; the weight after it.
fn check_lines(text: &str, before: f64) -> f64 {
    let mut names = Names::from([("w₁".to_owned(), before)]);
    let near = |one: f64, other: f64| (one - other).abs() <= 1e-9 * other.abs();
    let mut formulas = 0;
    for line in text.lines() {
        let Some((label, shown)) = line.rsplit_once(": ") else {
            continue;
        };
        let Ok(shown) = shown.parse::<f64>() else {
            continue;
        };
        if label.starts_with("∂L/∂w₁") {
            names.insert("gradient".to_owned(), shown);
        } else if label.starts_with("g, ") {
            names.insert("g".to_owned(), shown);
        } else if let Some(after) = label.strip_prefix("new ") {
            names.insert(format!("new {after}"), shown);
        } else if names.contains_key("gradient") && !label.contains("checked") {
            let (name, formula) = label.split_once(" = ").or_else(|| label.split_once(" ← ")).unwrap_or((label, label));
            let Some(formula) = formula.strip_prefix("regularisation (") else {
                let came = formula::value(formula, &names);
                assert!(near(came, shown), "{line}: {came}");
                names.insert(name.to_owned(), shown);
                formulas += 1;
                continue;
            };
            assert!(formula.starts_with("0.01·w₁"), "{line}");
        }
    }
    let (step, after) = (names["step"], names["new w₁"]);
    assert!(formulas > 0, "{text}");
    assert_eq!(after - before, step, "{text}");
    after
}
