//! Recipes as people write them, and the sentences that refuse them.

use crate::nn::{Activation, Init, OptimizerKind};
use crate::training::{Batch, Feature, Recipe, RecipePatch};

fn read(toml: &str) -> Result<Recipe, toml::de::Error> {
    toml::from_str(toml)
}

#[test]
fn nothing_said_is_the_default() {
    assert_eq!(read("").unwrap(), Recipe::default());
    assert_eq!(Recipe::default().validate(891), Ok(()));
}

#[test]
fn names_are_those_of_the_design() {
    let recipe = read(
        r#"
        features = ["age", "sex", "family_size", "log_fare"]
        missing_age = "median"
        scaling = "standard"
        hidden = [16, 16]
        activation = "leaky-relu"
        init = "glorot-uniform"
        seed = 9223372036854775807
        loss = "squared-error"
        optimizer = "gd"
        learning_rate = 1
        momentum = 0.9
        nesterov = true
        batch = 32
        shuffle = true
        l1 = 0
        l2 = 1e-3
        train_rows = 500
        "#,
    )
    .unwrap();
    assert_eq!(recipe.features[3], Feature::LogFare);
    assert_eq!(recipe.activation, Activation::LeakyRelu);
    assert_eq!((recipe.batch, recipe.learning_rate), (Batch::Rows(32), 1.0));
    assert_eq!(recipe.validate(891), Ok(()));
    assert_eq!(read(&toml::to_string(&recipe).unwrap()).unwrap(), recipe);
    let json = serde_json::to_string(&recipe).unwrap();
    assert_eq!(serde_json::from_str::<Recipe>(&json).unwrap(), recipe);
}

#[test]
fn batches_are_full_or_a_number() {
    assert_eq!(read("batch = \"full\"").unwrap().batch, Batch::Full);
    for wrong in ["\"half\"", "-3", "1.5"] {
        let error = read(&format!("batch = {wrong}")).unwrap_err();
        assert!(error.to_string().contains("batch"), "{error}");
    }
    assert_eq!("32".parse(), Ok(Batch::Rows(32)));
    assert!("".parse::<Batch>().is_err());
}

#[test]
fn unknown_names_are_refused_by_name() {
    assert!(read("lerning_rate = 1").unwrap_err().to_string().contains("lerning_rate"));
    assert!(read("features = [\"cabin\"]").unwrap_err().to_string().contains("cabin"));
}

#[test]
fn initial_weights_suit_the_shape_unless_said() {
    let of = |toml: &str| read(toml).unwrap().init();
    assert_eq!(of(""), Init::Zeros);
    assert_eq!(of("hidden = [3]"), Init::He);
    assert_eq!(of("hidden = [3]\nactivation = \"tanh\""), Init::Glorot);
    assert_eq!(of("hidden = [3]\ninit = \"zeros\""), Init::Zeros);
}

#[test]
fn impossible_recipes_are_refused_with_setting_and_remedy() {
    let cases = [
        ("features = []", "features"),
        ("features = [\"age\", \"age\"]", "age twice"),
        ("hidden = [1,1,1,1,1,1,1]", "at most 6"),
        ("hidden = [0]", "1 to 64"),
        ("hidden = [65]", "1 to 64"),
        ("learning_rate = 0", "learning_rate"),
        ("learning_rate = nan", "learning_rate"),
        ("learning_rate = inf", "learning_rate"),
        ("momentum = 1", "momentum"),
        ("momentum = 0.9\noptimizer = \"adam\"", "optimizer gd"),
        ("nesterov = true", "nesterov"),
        ("batch = 0", "batch"),
        ("l1 = -1", "l1"),
        ("l2 = inf", "l2"),
        ("train_rows = 0", "choose 1 to 891"),
        ("train_rows = 892", "891 rows"),
    ];
    for (toml, words) in cases {
        let message = read(toml).unwrap().validate(891).unwrap_err().to_string();
        assert!(message.contains(words), "{toml}: {message}");
    }
    let seed = Recipe { seed: 1 << 63, ..Recipe::default() };
    assert!(seed.validate(891).unwrap_err().to_string().contains("seed"));
}

#[test]
fn flags_beat_the_file_which_beats_the_model() {
    let patch = |toml: &str| toml::from_str::<RecipePatch>(toml).unwrap();
    let flags = patch("seed = 7");
    let file = patch("seed = 8\noptimizer = \"adam\"");
    let model = patch("seed = 9\noptimizer = \"rmsprop\"\nshuffle = true");
    let recipe = Recipe::from(flags.over(file).over(model));
    assert_eq!((recipe.seed, recipe.optimizer, recipe.shuffle), (7, OptimizerKind::Adam, true));
    assert_eq!(recipe.learning_rate, 0.001);
}
