//! After each turn: what the words of the tour are now, and whether what it asks for is done.

use super::lesson::{About, LessonStep, StepKind};
use super::{TaskSoFar, TourPlace, begin, keep, tally};
use crate::app::App;
use crate::app::quantity::QuantityValue;
use crate::explain::numbers;

/// After each turn: whether the task is done now. What its conditions compare with is what stood when it was given.
pub(in crate::app) fn watch(app: &mut App) {
    keep_said(app);
    let Some((visit, LessonStep { kind: StepKind::Task { done, of, .. }, .. })) = app.tour.step() else {
        return;
    };
    // Half a number typed is on the way to another one.
    let is_typing = app.core.edit.as_ref().is_some_and(|edit| edit.typed().is_some());
    if is_typing || !app.tour.moves.is_empty() {
        return;
    }
    let holds = |before: &[Option<QuantityValue>]| {
        done.iter().zip(before).all(|(condition, before)| condition.holds(app, before.as_ref()))
    };
    if visit.before.is_empty() {
        let before: Vec<_> = done.iter().map(|condition| condition.now(app)).collect();
        // What one task left is done by whoever did it; what was so before is nobody's doing.
        let TourPlace { lesson, step } = visit.place;
        let steps = &app.tour.lessons()[lesson].steps;
        let follows_task = step > 0 && matches!(steps[step - 1].kind, StepKind::Task { .. });
        let task = if follows_task || !holds(&before) { TaskSoFar::Open } else { TaskSoFar::Given };
        if let Some(visit) = app.tour.visit_mut() {
            (visit.before, visit.task) = (before, task);
        }
        return;
    }
    // What is said after is said of the lesson's network, or of what was made of it.
    let holds = holds(&visit.before) && of.is_none_or(|preset| begin::comes_from(app, preset));
    let is_news = visit.task == TaskSoFar::Open && holds;
    tally::count(app);
    if let Some(visit) = app.tour.visit_mut().filter(|visit| visit.task == TaskSoFar::Given && !holds) {
        visit.task = TaskSoFar::Open;
    }
    if is_news {
        finish(app);
    }
    if app.is_over() {
        keep(app);
    }
}

/// Keeps what is said or asked as long as the program shows what it is about: of a question the person too, while what is
/// only said may follow to others.
fn keep_said(app: &mut App) {
    let Some((_, step)) = app.tour.step() else {
        return;
    };
    let (said, passenger) = match &step.kind {
        StepKind::Say(said) => (said, None),
        StepKind::Ask { question, .. } => (question, step.about.passenger),
        StepKind::Task { .. } => return,
    };
    let is_ready = app.tour.moves.is_empty() && !app.core.is_playing();
    if is_ready && begin::away(app, About { passenger, ..step.about }) == About::default() {
        let text = said.text(app);
        let is_whole = !text.contains(numbers::MISSING);
        let language = app.core.settings.language;
        // Of somebody without an age there is nothing to say with numbers.
        if let Some(visit) = app.tour.visit_mut().filter(|visit| is_whole || visit.said.is_none()) {
            visit.said = Some((language, text));
        }
    }
}

/// Keeps what is to be said now that a question is answered or a task done.
pub(super) fn tell(app: &mut App) {
    let told = app.tour.step().and_then(|(_, step)| step.kind.told()).map(|told| told.text(app));
    let language = app.core.settings.language;
    if let Some(visit) = app.tour.visit_mut() {
        visit.told = told.map(|text| (language, text));
    }
}

/// The task is done: of one of its own that is kept, unless the user was shown it.
fn finish(app: &mut App) {
    app.core.touch();
    tell(app);
    let Some(visit) = app.tour.visit_mut() else {
        return;
    };
    (visit.task, visit.aside) = (TaskSoFar::Done, false);
    let (TourPlace { lesson, step }, shown) = (visit.place, visit.shown);
    let lesson = &app.tour.lessons()[lesson];
    if lesson.is_task && step + 1 == lesson.steps.len() && !shown {
        app.tour.progress.finish(&lesson.name.clone());
        keep(app);
    }
}
