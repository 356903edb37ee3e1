//! A recipe in TOML; one that can be followed trains an epoch.
#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use titanic_tui::data::PassengerList;
use titanic_tui::training::{RecipePatch, Run};

static LIST: LazyLock<Arc<PassengerList>> = LazyLock::new(|| Arc::new(PassengerList::embedded()));

fuzz_target!(|text: &str| {
    if let Ok(recipe) = RecipePatch::from_toml(text)
        && let Ok(mut run) = Run::from_recipe("fuzz", Arc::clone(&LIST), recipe.into())
        && run.network().parameters().len() < 1_000
    {
        let _ = run.train();
    }
});
