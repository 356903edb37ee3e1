//! What of the tour is to be drawn: its words with their numbers, in the user's language.

use crate::app::phrase::Said;
use crate::app::tour::lesson::{Lesson, StepKind};
use crate::app::tour::tally::tally;
use crate::app::tour::{TaskSoFar, TourPage};
use crate::app::{App, Panel};
use crate::explain::words::{Language, Word, tour as words};

/// What of the tour is to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The number from 1 of the lesson or task and the number of these; none of the offer.
    pub number: Option<(usize, usize)>,
    /// What it is, with its number.
    pub title: String,
    /// What is counted of a task.
    pub tally: Option<String>,
    /// What the key that goes on is called.
    pub on: Word,
    /// What the key that leaves is called.
    pub leave: Word,
    /// What is said.
    pub text: String,
    /// What can be chosen; the one under the cursor, and once it is answered, the right one and the one taken.
    pub choices: Vec<String>,
    /// The choice under the cursor or taken, if any.
    pub chosen: Option<usize>,
    /// The right choice, once it is told.
    pub right: Option<usize>,
    /// Whether a question is answered.
    pub is_answered: bool,
    /// Whether it is a task, and whether it is done.
    pub task: Option<bool>,
    /// The panels that matter.
    pub show: Vec<Panel>,
}

impl Card {
    fn new(number: Option<(usize, usize)>, title: String, text: String) -> Self {
        Self {
            number,
            title,
            tally: None,
            on: words::ON,
            leave: words::LEAVE,
            text,
            choices: Vec::new(),
            chosen: None,
            right: None,
            is_answered: false,
            task: None,
            show: Vec::new(),
        }
    }
}

/// What is to be drawn of the tour, while it is open.
pub fn card(app: &App) -> Option<Card> {
    let tour = &app.tour;
    let say = |word| app.core.settings.say(word).to_owned();
    if tour.open == Some(TourPage::Offer) {
        let offer = Card::new(None, say(words::OFFER_TITLE), say(words::OFFER));
        return Some(Card { on: words::BEGIN, leave: words::NOT_NOW, ..offer });
    }
    let (visit, step) = tour.step()?;
    let lesson = &tour.lessons()[visit.place.lesson];
    let of_kind = |lessons: &[Lesson]| lessons.iter().filter(|other| other.is_task == lesson.is_task).count();
    let (number, of) = (of_kind(&tour.lessons()[..=visit.place.lesson]), of_kind(tour.lessons()));
    let heading = if lesson.is_task { words::TASK_TITLE } else { words::TITLE };
    let title = app.core.settings.fill(heading, &[number.to_string(), of.to_string(), lesson.title.text(app)]);
    let is_last = visit.place.step + 1 == lesson.steps.len();
    let card = |text: String| Card {
        show: step.show.clone(),
        tally: if visit.shown && lesson.is_task { Some(say(words::SHOWN)) } else { tally(app, lesson) },
        on: if is_last && lesson.is_task { words::TASK_ON } else { words::ON },
        leave: if lesson.is_task { words::TASK_LEAVE } else { words::LEAVE },
        ..Card::new(Some((number, of)), title.clone(), text)
    };
    let kept = |kept: &Option<(Language, String)>, said: &Said| match kept {
        Some((language, text)) if *language == app.core.settings.language => text.clone(),
        Some(_) | None => said.text(app),
    };
    let told = |said: &Said| kept(&visit.told, said);
    Some(match &step.kind {
        StepKind::Say(said) => card(kept(&visit.said, said)),
        StepKind::Ask { question, choices, told: answer } => {
            let (chosen, right) = visit.answer.unwrap_or((visit.choice, None));
            let is_answered = visit.answer.is_some();
            let text = if is_answered { told(answer) } else { kept(&visit.said, question) };
            let verdict = match visit.answer {
                Some((Some(chosen), right)) => Some(if right == Some(chosen) { words::YES } else { words::NO }),
                Some((None, _)) | None => None,
            };
            let text = verdict.map_or_else(|| text.clone(), |verdict| app.core.settings.fill(verdict, &[&text]));
            let choices = choices.iter().map(|choice| choice.said.text(app)).collect();
            Card { choices, chosen, right, is_answered, ..card(text) }
        }
        StepKind::Task { task, praise, .. } => {
            let is_done = visit.task == TaskSoFar::Done;
            let text = praise.as_ref().filter(|_| is_done).map_or_else(|| task.text(app), told);
            Card { task: Some(is_done), ..card(text) }
        }
    })
}
