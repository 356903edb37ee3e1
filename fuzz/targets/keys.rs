//! Keys by their names, then pressed one after the other in the program.
#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use titanic_tui::app::{Action, App, Settings, keys, update};
use titanic_tui::data::PassengerList;

static LIST: LazyLock<Arc<PassengerList>> = LazyLock::new(|| Arc::new(PassengerList::embedded()));

fuzz_target!(|words: &str| {
    if let Ok(pressed) = keys::written::parse(words) {
        let mut app = App::new(Arc::clone(&LIST), Settings::default());
        for key in pressed.into_iter().take(200) {
            update(&mut app, Action::Key(key));
            app.take_dirty();
        }
    }
});
