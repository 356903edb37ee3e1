//! The user's config: whatever is in it, the rest is taken and what is wrong is told.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| titanic_tui::cli::read_config(text));
