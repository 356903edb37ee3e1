//! Somebody's tensors beside a recipe.
#![no_main]

use libfuzzer_sys::fuzz_target;
use titanic_tui::training::{ModelFile, Preset, RecipePatch};

fuzz_target!(|bytes: &[u8]| {
    for &preset in Preset::ALL {
        let _ = ModelFile::from_safetensors(bytes, &RecipePatch::from(preset.recipe()));
    }
});
