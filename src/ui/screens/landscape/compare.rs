//! The one sentence that compares both maps: after as many epochs, what each scaling has come to.

use ratatui::text::{Line, Span};

use super::names;
use crate::app::App;
use crate::app::screens::landscape::twin::Twin;
use crate::app::screens::recipe::show;
use crate::explain::numbers;
use crate::explain::words::landscape as words;
use crate::training::{Run, Scaling};
use crate::ui::context::Context;

/// Both runs at the same epoch, the raw one first; without a twin the run alone.
pub fn line(context: &Context<'_>, brief: bool) -> Line<'static> {
    let theme = context.theme;
    let (epochs, both) = parts(context.app, brief);
    let gap = if brief { "  " } else { "   " };
    let epochs = Some(Span::styled(epochs, theme.muted)).filter(|said| !said.content.is_empty());
    let both = both.into_iter().map(|one| Span::styled(one, theme.text));
    epochs.into_iter().chain(both).flat_map(|said| [Span::raw(gap), said]).skip(1).collect()
}

/// The same as text.
pub fn sentence(app: &App) -> String {
    let (epochs, both) = parts(app, false);
    let said = [epochs].into_iter().chain(both).filter(|part| !part.is_empty());
    said.collect::<Vec<_>>().join(" · ")
}

/// After how many epochs, where that is not the epoch that stands beside it, and what each run has come to.
fn parts(app: &App, brief: bool) -> (String, Vec<String>) {
    let own = of_run(app, app.core.run(), brief);
    let Some(Ok(twin)) = app.screens.landscape.seen(&app.core).twin() else {
        return (String::new(), vec![own]);
    };
    let other = of_twin(app, twin, brief);
    let epochs = numbers::whole(app.core.run().epoch() - twin.start());
    let epochs = match twin.start() {
        0 => String::new(),
        _ => app.core.settings.fill(words::COMPARE_EPOCHS, &[epochs]),
    };
    let mut both = vec![own, other];
    if app.core.run().recipe().scaling == Scaling::Standard {
        both.reverse();
    }
    (epochs, both)
}

fn of_twin(app: &App, twin: &Twin, brief: bool) -> String {
    let language = app.core.settings.language;
    let goal = app.core.run().epoch();
    if twin.is_behind() {
        let epochs = [numbers::whole(twin.epoch()), numbers::whole(goal)];
        return language.fill(words::BEHIND, &epochs);
    }
    let said = of_run(app, twin.run(), brief);
    if twin.stopped().is_some() && twin.epoch() != goal {
        let stopped = language.fill(words::STOPPED, &[numbers::whole(twin.epoch())]);
        return format!("{said}, {stopped}");
    }
    said
}

fn of_run(app: &App, run: &Run, brief: bool) -> String {
    let name = names::scaling(app, run);
    let metrics = run.metrics();
    let test = metrics.test;
    let values = [
        name,
        show::number(run.learning_rate()),
        numbers::loss(metrics.train.loss),
        numbers::count(test.correct as usize, test.total as usize),
    ];
    app.core.settings.fill(if brief { words::COMPARE_BRIEF } else { words::COMPARE }, &values)
}
