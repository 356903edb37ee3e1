//! A lesson of somebody's own, begun in the program.
#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use titanic_tui::app::tour::{self, Lesson};
use titanic_tui::app::{App, Settings};
use titanic_tui::data::PassengerList;

static LIST: LazyLock<Arc<PassengerList>> = LazyLock::new(|| Arc::new(PassengerList::embedded()));

fuzz_target!(|text: &str| {
    if let Ok(lesson) = Lesson::read("fuzz", text) {
        let mut app = App::new(Arc::clone(&LIST), Settings::default());
        app.tour.add(vec![lesson]);
        let last = app.tour.lessons().len() - 1;
        tour::begin(&mut app, last);
        let _ = tour::card(&app);
    }
});
