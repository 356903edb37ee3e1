//! The run on the screen and the filter of the list in as many words as there is room for.

use crate::app::App;
use crate::explain::runs;
use crate::explain::words::{explore as words, list};
use crate::ui::text;

/// The run on the screen: `published 2→1 · age, sex raw` or `run A · 2→1 scaled · rate 0.5 · zeros`.
pub fn run(app: &App) -> String {
    run_in(app, usize::MAX)
}

/// As much of it as there is room for, whole facts only, the most telling first; nothing where not
/// even the first fits.
pub(super) fn run_in(app: &App, room: usize) -> String {
    let (run, language) = (app.core.run(), app.core.settings.language);
    let mut parts = if app.core.is_published() {
        let name = format!("{} {}", language.say(words::PUBLISHED), runs::shape(run.network()));
        vec![name, runs::data(language, run.recipe())]
    } else {
        [vec![app.core.run_name()], runs::parts(language, run)].concat()
    };
    // The published weights came from no recipe, and the run's name tells of them.
    if !app.core.begins_published() {
        parts.push(format!("{} {}", language.say(words::START), run.recipe().init().name()));
    }
    while !parts.is_empty() && text::width(&parts.join(" · ")) > room {
        parts.pop();
    }
    parts.join(" · ")
}

/// What the list is filtered by: as many conditions as there is room for, whole, and how many more there
/// are; nothing without a filter.
pub(super) fn filter_in(app: &App, room: usize) -> String {
    let conditions = app.core.view.filter().conditions(|quick| app.core.settings.say(list::in_filter(quick)));
    let fitting = runs::fewer_and_fewer(&conditions, " ").find(|words| text::width(words) <= room);
    fitting.unwrap_or_else(|| text::cut(&conditions.join(" "), room).into_owned())
}
