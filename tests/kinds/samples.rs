//! Good files of every kind that the program reads, to be damaged: small, and with something in every field.

use std::sync::Arc;

use serde_json::{Value, json};
use titanic_tui::app::Action;
use titanic_tui::app::{App, Effect, Settings, keys, update};
use titanic_tui::data::{Labels, PassengerList};
use titanic_tui::nn::OptimizerKind;
use titanic_tui::training::{Feature, Recipe, RecipePatch, Run, Scaling};

/// The first people of the embedded list, as it stands.
pub fn list() -> String {
    let lines: Vec<&str> = include_str!("../../data/titanic.csv").lines().take(25).collect();
    lines.join("\n") + "\n"
}

/// These people as a list.
pub fn people() -> Arc<PassengerList> {
    Arc::new(PassengerList::read("people.csv", list().as_bytes(), Labels::Required).expect("a good list"))
}

fn recipe() -> Recipe {
    Recipe {
        features: vec![Feature::Age, Feature::Sex],
        scaling: Scaling::Standard,
        hidden: vec![2],
        optimizer: OptimizerKind::Adam,
        learning_rate: 0.1,
        train_rows: Some(16),
        ..Recipe::default()
    }
}

/// A run with a past: its rate was changed, and a weight set by hand.
fn run() -> Run {
    let mut run = Run::from_recipe("A", people(), recipe()).expect("a good recipe");
    run.train().expect("an epoch");
    run.set_learning_rate(0.2);
    run.train().expect("an epoch");
    run
}

/// A model file.
pub fn model() -> Value {
    let mut model = serde_json::to_value(run().model()).expect("it can be written");
    // What is as by default has its kinds in a recipe of its own.
    let own = ["features", "scaling", "hidden", "optimizer", "learning_rate", "train_rows", "batch"];
    model["recipe"].as_object_mut().expect("a table").retain(|setting, _| own.contains(&setting.as_str()));
    let edit = json!({"layer": 0, "neuron": 1, "input": 0, "value": 0.5});
    let last = json!({"epoch": 2, "l1": 0.1, "l2": 0.1, "edits": [edit]});
    model["changes"].as_array_mut().expect("the rate was changed").push(last);
    model
}

/// A model as safetensors: the header, and the numbers behind it.
pub fn tensors() -> (Value, Vec<u8>) {
    let mut file = Vec::new();
    run().model().write_safetensors(&mut file).expect("it can be written");
    let (length, rest) = file.split_first_chunk().expect("a length");
    let (header, numbers) = rest.split_at(u64::from_le_bytes(*length) as usize);
    (serde_json::from_slice(header).expect("JSON"), numbers.to_vec())
}

/// A recipe in which every setting is named.
pub fn every_setting() -> Value {
    serde_json::to_value(RecipePatch::from(recipe())).expect("a recipe is plain values")
}

/// A config.
pub fn config() -> Value {
    let keys = json!({"mark": ["b", "F9"], "quit": "Q"});
    json!({"theme": "dark", "language": "en", "reduced_motion": true, "recipe": {"hidden": [2]}, "keys": keys})
}

/// A lesson with a step of each kind.
pub fn lesson() -> Value {
    let text = |en: &str| json!({"en": en, "ja": en});
    json!({
        "title": text("Mine"), "goal": text("You can count."), "any_list": true, "is_task": true, "best": "right.test",
        "step": [
            {"preset": "the-post", "epoch": 3, "passenger": 1, "panel": "explore.passengers", "keys": "j j",
             "show": ["explore.passengers"], "say": text("There are {rows} people, {↓=down}.")},
            {"ask": text("How many?"), "told": text("{rows}."), "choices": [
                {"say": text("many"), "if": ["rows > 3"]}, {"say": text("few"), "if": ["rows <= 3"]}]},
            {"task": text("Go down."), "done": ["epoch >= 10"], "solution": "Right", "praise": text("Well done.")},
        ],
    })
}

/// What is kept of the tour.
pub fn progress() -> Value {
    json!({
        "version": 1, "lesson": "scaling", "done": ["the-list", "scaling"], "guesses": {"sigmoid": {"2": [1, true]}},
        "tasks": {"twins": {"best": [0.8, "80 %"], "looks": 3}},
    })
}

/// A line that somebody shared.
pub fn line() -> String {
    let mut app = App::from_run(people(), run(), Settings::default());
    let keys = keys::written::parse("j Down Y").expect("keys");
    let effects = keys.into_iter().flat_map(|key| update(&mut app, Action::Key(key)));
    let copied = effects.filter_map(|effect| if let Effect::Copy(line) = effect { Some(line) } else { None });
    copied.last().expect("a line").rsplit(' ').next().expect("a word").to_owned()
}
