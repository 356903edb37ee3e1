//! A filter by what is typed, on the list and in the program that shows it.
#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use titanic_tui::app::{Action, App, Settings, keys, update};
use titanic_tui::data::{Expression, PassengerList};

static LIST: LazyLock<Arc<PassengerList>> = LazyLock::new(|| Arc::new(PassengerList::embedded()));

fuzz_target!(|text: &str| {
    if Expression::parse(text).is_ok() {
        let mut app = App::new(Arc::clone(&LIST), Settings::default());
        for key in keys::written::parse("f").expect("a key") {
            update(&mut app, Action::Key(key));
        }
        update(&mut app, Action::Paste(text.to_owned()));
        for key in keys::written::parse("Enter").expect("a key") {
            update(&mut app, Action::Key(key));
        }
        assert!(app.core.view.rows().len() <= LIST.len());
    }
});
