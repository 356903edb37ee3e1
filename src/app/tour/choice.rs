//! The answer to a question of the tour: moving among the choices, and taking one.

use super::begin;
use super::lesson::{LessonStep, StepKind};
use crate::app::App;

/// Takes a choice that was clicked.
pub(in crate::app) fn take_choice(app: &mut App, choice: usize) {
    if let Some(visit) = app.tour.visit_mut().filter(|visit| visit.answer.is_none()) {
        visit.choice = Some(choice);
        answer(app, Some(choice));
    }
}

/// Moves among the choices.
pub(super) fn choose(app: &mut App, forward: bool) {
    let Some((_, LessonStep { kind: StepKind::Ask { choices, .. }, .. })) = app.tour.step() else {
        return;
    };
    let last = choices.len() - 1;
    if let Some(visit) = app.tour.visit_mut() {
        visit.choice = Some(match (visit.choice, forward) {
            (Some(choice), true) if choice < last => choice + 1,
            (Some(_) | None, true) => 0,
            (Some(0) | None, false) => last,
            (Some(choice), false) => choice - 1,
        });
    }
}

/// Takes an answer, or the wish to be told: about what was asked about, wherever the user went meanwhile.
pub(super) fn answer(app: &mut App, choice: Option<usize>) {
    if let Some(about) = app.tour.step().map(|(_, step)| step.about) {
        begin::return_to(app, about);
    }
    let Some((visit, LessonStep { kind: StepKind::Ask { choices, .. }, .. })) = app.tour.step() else {
        return;
    };
    let right = choices.iter().position(|one| one.holds_if.iter().all(|condition| condition.holds(app, None)));
    let place = visit.place;
    if let Some(visit) = app.tour.visit_mut() {
        visit.answer = Some((choice, right));
    }
    super::watch::tell(app);
    if let Some(choice) = choice {
        let name = app.tour.lessons()[place.lesson].name.clone();
        app.tour.progress.guess(&name, place.step, (choice, Some(choice) == right));
        super::keep(app);
    }
}
