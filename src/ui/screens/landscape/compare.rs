//! The one sentence that compares both maps: after as many epochs, what each scaling has come to.

use ratatui::text::{Line, Span};

use crate::app::landscape::twin::Twin;
use crate::app::recipe_form::show;
use crate::app::words::landscape as words;
use crate::training::{Run, Scaling};
use crate::ui::context::Context;
use crate::ui::numbers;

/// Both runs at the same epoch, the raw one first; without a twin the run alone.
pub fn line(context: &Context<'_>, brief: bool) -> Line<'static> {
    let app = context.app;
    let theme = context.theme;
    let own = of_run(context, app.run(), brief);
    let Some(Ok(twin)) = app.landscape.twin() else {
        return Line::styled(own, theme.text);
    };
    let other = of_twin(context, twin, brief);
    let epochs = (app.run().epoch() - twin.start()).to_string();
    let epochs = context.fill(words::COMPARE_EPOCHS, &[epochs]);
    let mut both = [own, other];
    if app.run().recipe().scaling == Scaling::Standard {
        both.reverse();
    }
    let [raw, scaled] = both;
    let gap = if brief { "  " } else { "   " };
    Line::from(vec![
        Span::styled(epochs, theme.muted),
        Span::raw(gap),
        Span::styled(raw, theme.text),
        Span::raw(gap),
        Span::styled(scaled, theme.text),
    ])
}

fn of_twin(context: &Context<'_>, twin: &Twin, brief: bool) -> String {
    let goal = context.app.run().epoch();
    if twin.is_behind() {
        let epochs = [twin.epoch().to_string(), goal.to_string()];
        return context.fill(words::BEHIND, &epochs);
    }
    let said = of_run(context, twin.run(), brief);
    if twin.stopped().is_some() && twin.epoch() != goal {
        let stopped = context.fill(words::STOPPED, &[twin.epoch().to_string()]);
        return format!("{said}, {stopped}");
    }
    said
}

fn of_run(context: &Context<'_>, run: &Run, brief: bool) -> String {
    let name = context.say(match run.recipe().scaling {
        Scaling::None => words::COMPARE_RAW,
        Scaling::Standard => words::COMPARE_SCALED,
    });
    let metrics = run.metrics();
    let test = metrics.test;
    let values = [
        name.to_owned(),
        show::number(run.learning_rate()),
        numbers::loss(metrics.train.loss),
        numbers::count(test.correct as usize, test.total as usize),
    ];
    context.fill(
        if brief {
            words::COMPARE_BRIEF
        } else {
            words::COMPARE
        },
        &values,
    )
}
