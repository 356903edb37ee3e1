//! A shared line among other words.
#![no_main]

use libfuzzer_sys::fuzz_target;
use titanic_tui::app::Shared;

fuzz_target!(|text: &str| {
    let _ = Shared::find(text);
});
