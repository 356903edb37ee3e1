//! What is counted of a task: the best there was, and how many networks the test rows judged before the user's eyes.

use crate::app::App;
use crate::app::quantity::{self, QuantityValue};
use crate::app::tour::Visit;
use crate::app::tour::lesson::{Lesson, LessonStep, StepKind};
use crate::explain::numbers;
use crate::explain::words::tour as words;

/// How a task stands, in a few words; none where nothing is counted of it yet.
pub fn tally(app: &App, lesson: &Lesson) -> Option<String> {
    let state = app.tour.progress.task(&lesson.name)?;
    let language = app.core.settings.language;
    let best = state.best.as_ref().map(|(_, shown)| language.fill(words::BEST, &[shown]));
    let looks = numbers::whole(state.looks);
    let looks = (state.looks > 0).then(|| language.fill(words::LOOKS, &[looks]));
    let parts: Vec<String> = best.into_iter().chain(looks).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// Counts what a turn brought to the task on the screen.
pub(super) fn count(app: &mut App) {
    let Some((visit, step)) = app.tour.step() else {
        return;
    };
    let task = visit.place.lesson;
    let lesson = &app.tour.lessons()[task];
    if !lesson.is_task {
        return;
    }
    let (name, best) = (lesson.name.clone(), best(app, lesson, visit, step));
    let judged = if lesson.counts_looks() { on_screen(app) } else { Vec::new() };
    for (run, networks) in judged {
        let counted = app.tour.looked.entry((task, run)).or_default();
        let fresh = networks.saturating_sub(*counted);
        *counted += fresh;
        app.tour.progress.task_mut(&name).looks += fresh;
    }
    let state = app.tour.progress.task_mut(&name);
    if let Some(best) = best
        && state.best.as_ref().is_none_or(|(so_far, _)| best.0 > *so_far)
    {
        state.best = Some(best);
        app.core.touch();
    }
}

/// What is to be kept as the best, where the user did it and what must stay as it was did.
fn best(app: &App, lesson: &Lesson, visit: &Visit, step: &LessonStep) -> Option<(f64, String)> {
    let ((_, value), of) = quantity::find(lesson.best.as_ref()?)?;
    let StepKind::Task { done, .. } = &step.kind else {
        return None;
    };
    let mut ground = done.iter().zip(&visit.before).filter(|(condition, _)| condition.is_ground());
    let is_own = !visit.shown && ground.all(|(condition, before)| condition.holds(app, before.as_ref()));
    match value(app, of).filter(|_| is_own)? {
        QuantityValue::Number(best, shown) => best.is_finite().then_some((best, shown)),
        QuantityValue::Word(..) => None,
    }
}

/// The runs whose test figures or curves are on the screen, each with how many networks those are of.
fn on_screen(app: &App) -> Vec<(u64, u64)> {
    let (runs, race) = (&app.core.runs, app.core.race.as_ref());
    let slots = runs.all().iter().enumerate();
    let is_seen = |at: usize| at == runs.active_index() || race.is_some_and(|race| race.has(at));
    slots.filter(|(at, slot)| is_seen(*at) || slot.compared).map(|(_, slot)| slot.judged()).collect()
}
