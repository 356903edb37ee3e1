//! What the tour does by itself: it tells an answer, and does a task, its lesson's own keys pressed from the lesson's beginning.

use crossterm::event::KeyEvent;

use crate::app::App;
use crate::app::tour::choice::answer;
use crate::app::tour::lesson::{Begin, LessonStep, StepKind};
use crate::app::tour::{TaskSoFar, begin, go_on};

/// What the tour does by itself.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum TourMove {
    SetUp(Begin),
    Press(KeyEvent),
}

/// The next key it presses for the user, in the place where that belongs.
pub(in crate::app) fn next_press(app: &mut App) -> Option<KeyEvent> {
    let mut pressed = None;
    while let Some(next) = app.tour.moves.pop_front() {
        match next {
            TourMove::SetUp(begin) => begin::set_up(app, &begin),
            TourMove::Press(key) => {
                pressed = Some(key);
                break;
            }
        }
    }
    app.tour.is_pressing = pressed.is_some();
    pressed
}

/// Tells the answer, or does the task, of the step on the screen; where nothing is open, goes on.
pub(super) fn show(app: &mut App) {
    match app.tour.step() {
        Some((visit, LessonStep { kind: StepKind::Ask { .. }, .. })) if visit.answer.is_none() => answer(app, None),
        Some((visit, LessonStep { kind: StepKind::Task { .. }, .. })) if visit.task != TaskSoFar::Done => {
            // Whatever was done meanwhile: the lesson is gone through once more, up to here.
            let steps = &app.tour.lessons()[visit.place.lesson].steps[..=visit.place.step];
            app.tour.moves = steps.iter().flat_map(shown).collect();
            if let Some(visit) = app.tour.visit_mut() {
                visit.shown = true;
            }
        }
        Some(_) | None => go_on(app),
    }
}

/// How a step begins, and one way to do its task.
fn shown(step: &LessonStep) -> impl Iterator<Item = TourMove> {
    let solution = match &step.kind {
        StepKind::Task { solution, .. } => solution.as_slice(),
        StepKind::Say(_) | StepKind::Ask { .. } => &[],
    };
    let keys = step.begin.keys.iter().chain(solution).copied().map(TourMove::Press);
    std::iter::once(TourMove::SetUp(step.begin.clone())).chain(keys)
}
