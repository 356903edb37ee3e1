//! The guided tour: where it stands, and what its keys do. It drives the real program and never stands in its way:
//! whatever key is not its own means what it always means. What a lesson says is data (`lesson`).

mod begin;
mod card;
mod choice;
mod lesson;
mod progress;
mod show;
mod tally;
mod watch;

use std::collections::{BTreeMap, VecDeque};
use std::sync::OnceLock;

pub use card::{Card, card};
pub(super) use choice::take_choice;
pub use lesson::Lesson;
pub use progress::Progress;
pub(super) use show::next_press;
pub use tally::tally;
pub(super) use watch::watch;

use crate::app::quantity::QuantityValue;
use crate::app::{App, Effect, Notice, TourPart};
use crate::explain::words::{Language, Message, notices, tour as words};
use choice::{answer, choose};
use lesson::{LessonStep, StepKind};
use show::{TourMove, show};

/// The tour.
#[derive(Debug, Default)]
pub struct Tour {
    /// All lessons, read when the first of them is asked for.
    lessons: OnceLock<Vec<Lesson>>,
    /// Those of somebody's own.
    own: Vec<Lesson>,
    /// What is kept between sessions.
    pub progress: Progress,
    /// What is on the screen of it.
    open: Option<TourPage>,
    /// The step to go on with in this session.
    left: Option<TourPlace>,
    /// What it does for the user, who asked to be shown.
    moves: VecDeque<TourMove>,
    /// Whether it presses a key, which lets it mean what it means without the tour.
    is_pressing: bool,
    /// For each task and run of this session, how many of its networks were counted as looked at.
    looked: BTreeMap<(usize, u64), u64>,
}

/// What the tour has on the screen.
#[derive(Debug, Clone, PartialEq)]
enum TourPage {
    /// It offers itself, once.
    Offer,
    Lesson(Visit),
}

/// A step of a lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct TourPlace {
    lesson: usize,
    step: usize,
}

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TaskSoFar {
    /// What it asks for may be so by itself.
    Given,
    /// What it asks for was not so at some time.
    Open,
    Done,
}

/// How far a step has come.
#[derive(Debug, Clone, PartialEq)]
struct Visit {
    place: TourPlace,
    /// The choice under the cursor, once there is one.
    choice: Option<usize>,
    /// The choice taken, and the right one.
    answer: Option<(Option<usize>, Option<usize>)>,
    /// What the quantities of the task's conditions were when it was given.
    before: Vec<Option<QuantityValue>>,
    /// How far the task is.
    task: TaskSoFar,
    /// What is said or asked, and what is told after, each with its language: the numbers are those of what it is about,
    /// whatever is done next.
    said: Option<(Language, String)>,
    told: Option<(Language, String)>,
    /// Whether the user gave the keys back to the panels.
    aside: bool,
    /// Whether the user was shown how to do the task.
    shown: bool,
}

impl Visit {
    const fn at(place: TourPlace) -> Self {
        Self {
            place,
            choice: None,
            answer: None,
            before: Vec::new(),
            task: TaskSoFar::Given,
            said: None,
            told: None,
            aside: false,
            shown: false,
        }
    }
}

impl Tour {
    /// Puts lessons of somebody's own behind those inside the program, and tasks behind all lessons.
    pub fn add(&mut self, lessons: Vec<Lesson>) {
        self.own = lessons;
    }

    /// All lessons in their order, then all tasks.
    pub fn lessons(&self) -> &[Lesson] {
        self.lessons.get_or_init(|| {
            let mut all: Vec<Lesson> = Lesson::built_in().into_iter().chain(self.own.iter().cloned()).collect();
            all.sort_by_key(|lesson| lesson.is_task);
            all
        })
    }

    /// The place of the lesson to go on with.
    pub fn next_lesson(&self) -> usize {
        let named = |name: &String| self.lessons().iter().position(|lesson| lesson.name == *name);
        self.left.map(|place| place.lesson).or_else(|| named(self.progress.lesson.as_ref()?)).unwrap_or(0)
    }

    /// Whether the tour is on the screen.
    pub const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Whether there is a step before this one.
    pub fn can_go_back(&self) -> bool {
        let begins = |lesson: usize| lesson == 0 || self.lessons()[lesson].is_task;
        self.visit().is_some_and(|visit| visit.place.step > 0 || !begins(visit.place.lesson))
    }

    /// How many networks the test rows judged so far in the task on the screen.
    pub(super) fn looks(&self) -> u64 {
        let state = self.visit().and_then(|visit| self.progress.task(&self.lessons()[visit.place.lesson].name));
        state.map_or(0, |state| state.looks)
    }

    const fn visit(&self) -> Option<&Visit> {
        match &self.open {
            Some(TourPage::Lesson(visit)) => Some(visit),
            Some(TourPage::Offer) | None => None,
        }
    }

    fn visit_mut(&mut self) -> Option<&mut Visit> {
        match &mut self.open {
            Some(TourPage::Lesson(visit)) => Some(visit),
            Some(TourPage::Offer) | None => None,
        }
    }

    fn step(&self) -> Option<(&Visit, &LessonStep)> {
        let visit = self.visit()?;
        Some((visit, &self.lessons()[visit.place.lesson].steps[visit.place.step]))
    }

    /// Whether Enter goes on with it: unless there is something to do in the program, or something lies over it.
    pub fn has_keys(app: &App) -> bool {
        let is_free = !app.tour.is_pressing && !app.popups.is_open() && app.core.edit.is_none();
        is_free
            && match &app.tour.open {
                None => false,
                Some(TourPage::Offer) => true,
                Some(TourPage::Lesson(visit)) => !visit.aside && app.tour.is_passable(),
            }
    }

    /// Whether its step asks for nothing more.
    fn is_passable(&self) -> bool {
        let is_open_task = |(visit, step): (&Visit, &LessonStep)| {
            matches!(step.kind, StepKind::Task { .. }) && visit.task != TaskSoFar::Done
        };
        !self.step().is_some_and(is_open_task)
    }

    /// Whether arrows choose an answer.
    pub(super) fn asks(app: &App) -> bool {
        let is_question =
            |(visit, step): (&Visit, &LessonStep)| matches!(step.kind, StepKind::Ask { .. }) && visit.answer.is_none();
        Self::has_keys(app) && app.tour.step().is_some_and(is_question)
    }
}

/// What earlier sessions kept arrives; to somebody who was never here, the tour offers itself.
pub fn remember(app: &mut App, kept: Option<&str>) {
    match kept.map(|text| (text, Progress::read(text))) {
        None => {
            app.tour.open.get_or_insert(TourPage::Offer);
            keep(app);
        }
        Some((_, Some(progress))) => {
            app.tour.progress = progress;
            welcome_back(app);
        }
        Some(("", None)) => {}
        Some((_, None)) => app.core.tell(Notice::warning(Message::plain(words::UNREAD))),
    }
}

/// Says what waits from earlier sessions: runs, and the tour where it was left.
pub(super) fn welcome_back(app: &mut App) {
    let left = app.tour.progress.lesson.as_ref().filter(|_| !app.tour.is_open());
    let place = left.map(|_| (app.tour.next_lesson() + 1).to_string());
    let runs = Some(app.core.saved_runs).filter(|&runs| runs > 0).map(|runs| runs.to_string());
    let message = match (runs, place) {
        (Some(runs), Some(place)) => Message::new(notices::FOUND_BOTH, [runs, place]),
        (Some(runs), None) => Message::new(notices::FOUND_RUNS, [runs]),
        (None, Some(place)) => Message::new(notices::FOUND_TOUR, [place]),
        (None, None) => return,
    };
    app.core.tell(Notice::info(message));
}

/// A key that is none of the offer's declines it: it never insists.
pub(super) fn decline_offer(app: &mut App) {
    if app.tour.open == Some(TourPage::Offer) {
        leave(app);
    }
}

/// Leaves the tour where it is.
pub(super) fn leave(app: &mut App) {
    let was_offer = app.tour.open.take_if(|open| *open == TourPage::Offer).is_some();
    let was_task = lay_aside(app);
    let word = match (was_offer, was_task) {
        (true, _) => words::DECLINED,
        (false, true) => words::TASK_LEFT,
        (false, false) => words::LEFT,
    };
    app.core.tell(Notice::info(Message::plain(word)));
}

/// Takes off the screen what is there of it, and keeps where a lesson stands and how a task does: whether it was one.
fn lay_aside(app: &mut App) -> bool {
    let is_passable = app.tour.is_passable();
    let Some(TourPage::Lesson(Visit { place, .. })) = app.tour.open.take() else {
        return false;
    };
    let Lesson { is_task, ref steps, ref name, .. } = app.tour.lessons()[place.lesson];
    let (is_last, name) = (place.step + 1 == steps.len(), name.clone());
    if !is_task && is_last && is_passable {
        // Whoever leaves from its last word has gone through it.
        app.tour.progress.finish(&name);
    }
    if !is_task {
        app.tour.left = Some(place);
    }
    keep(app);
    is_task
}

/// Begins a lesson, or goes on with it where it was left in this session.
pub fn begin(app: &mut App, lesson: usize) {
    let Some(found) = app.tour.lessons().get(lesson) else {
        return;
    };
    if !found.any_list && !app.core.list.is_embedded() {
        return app.core.tell(Notice::info(Message::plain(words::OTHER_LIST)));
    }
    if found.is_task {
        lay_aside(app);
    }
    let step = app.tour.left.filter(|place| place.lesson == lesson).map_or(0, |place| place.step);
    visit(app, TourPlace { lesson, step });
}

fn visit(app: &mut App, place: TourPlace) {
    let lesson = &app.tour.lessons()[place.lesson];
    let LessonStep { begin, about, .. } = lesson.steps[place.step].clone();
    let name = (!lesson.is_task).then(|| lesson.name.clone());
    begin::set_up(app, &begin);
    begin::return_to(app, about);
    app.tour.moves.extend(begin.keys.into_iter().map(TourMove::Press));
    if name.is_some() {
        app.tour.left = None;
        app.tour.progress.lesson = name;
    }
    app.tour.open = Some(TourPage::Lesson(Visit::at(place)));
    keep(app);
}

fn keep(app: &mut App) {
    let written = app.tour.progress.written();
    app.core.asked.push(Effect::KeepProgress(written));
}

/// What the user does with the tour.
pub(super) fn act(app: &mut App, part: TourPart) {
    app.core.touch();
    match part {
        TourPart::On => go_on(app),
        TourPart::Back => back(app),
        TourPart::Show => show(app),
        TourPart::Previous => choose(app, false),
        TourPart::Next => choose(app, true),
    }
}

/// Gives the keys back to the panels until the next step.
pub(super) fn step_aside(app: &mut App) {
    if let Some(visit) = app.tour.visit_mut() {
        visit.aside = true;
    }
}

fn go_on(app: &mut App) {
    let Some((visit, step)) = app.tour.step() else {
        app.tour.open = None;
        return begin(app, app.tour.next_lesson());
    };
    let (place, choice) = (visit.place, visit.choice);
    if matches!(step.kind, StepKind::Ask { .. }) && visit.answer.is_none() {
        return match choice {
            Some(_) => answer(app, choice),
            None => app.core.tell(Notice::info(Message::plain(words::CHOOSE_FIRST))),
        };
    }
    if !app.tour.is_passable() {
        return;
    }
    let lesson = &app.tour.lessons()[place.lesson];
    if place.step + 1 < lesson.steps.len() {
        return self::visit(app, TourPlace { step: place.step + 1, ..place });
    }
    if lesson.is_task {
        return leave(app);
    }
    app.tour.progress.finish(&lesson.name.clone());
    if app.tour.lessons().get(place.lesson + 1).is_some_and(|lesson| !lesson.is_task) {
        return self::visit(app, TourPlace { lesson: place.lesson + 1, step: 0 });
    }
    app.tour.open = None;
    app.tour.progress.lesson = None;
    keep(app);
    app.core.tell(Notice::info(Message::plain(words::OVER)));
}

fn back(app: &mut App) {
    let Some(visit) = app.tour.visit() else {
        return;
    };
    let TourPlace { lesson, step } = visit.place;
    if step > 0 {
        self::visit(app, TourPlace { lesson, step: step - 1 });
    } else if app.tour.can_go_back() {
        let steps = &app.tour.lessons()[lesson - 1].steps;
        let (step, begins) = (steps.len() - 1, steps.iter().map(|step| step.begin.clone()).collect::<Vec<_>>());
        // What this lesson put on is not what that one speaks of.
        for begin in &begins {
            begin::set_up(app, begin);
        }
        self::visit(app, TourPlace { lesson: lesson - 1, step });
    }
}
