//! What a lesson is, and how it is read from its file: TOML with the words in any of the program's languages.
//! `data/lessons/README.md` tells writers of lessons what may stand in it.

use crossterm::event::KeyEvent;
use serde::Deserialize;
use toml::Spanned;

use crate::app::keys::written;
use crate::app::phrase::{RawText, Said, TaskCondition, Wrong, one_of};
use crate::app::quantity;
use crate::app::{App, Panel};
use crate::explain::words::{texts, tour as words};
use crate::training::{Misread, Preset};

/// The most choices a question has.
const MOST_CHOICES: usize = 4;

texts!("lessons");

/// One lesson.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// What it is called in files and on the command line: its file's name without number and ending.
    pub name: String,
    /// What it is about, in a few words.
    pub title: Said,
    /// What one can do after it.
    pub goal: Said,
    /// Whether it holds for any list, and not only for the one inside the program.
    pub(super) any_list: bool,
    /// Whether it is a task of its own, which stands below the lessons and is not on the way through them.
    pub is_task: bool,
    /// The quantity whose greatest value is kept of a task.
    pub(super) best: Option<String>,
    pub(super) steps: Vec<LessonStep>,
}

/// The network, the epoch and the person that words are about.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct About {
    pub preset: Option<Preset>,
    pub epoch: Option<u64>,
    pub passenger: Option<u32>,
}

/// What is said, asked or set at once.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LessonStep {
    pub begin: Begin,
    /// What was named last, here or before; nothing of a task, nor of what came before one, which changes it.
    pub about: About,
    /// What matters; the rest is dimmed.
    pub show: Vec<Panel>,
    pub kind: StepKind,
}

/// Where the program is put before a step; what is not named stays.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Begin {
    pub preset: Option<Preset>,
    pub epoch: Option<u64>,
    pub passenger: Option<u32>,
    pub panel: Option<Panel>,
    pub keys: Vec<KeyEvent>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum StepKind {
    /// Something to read.
    Say(Said),
    /// A prediction: what is asked, what can be chosen, and what is told after.
    Ask { question: Said, choices: Vec<LessonChoice>, told: Said },
    /// Something to do in the program.
    Task {
        task: Said,
        done: Vec<TaskCondition>,
        /// One way to do it.
        solution: Vec<KeyEvent>,
        /// The lesson's network, where no other will do.
        of: Option<Preset>,
        praise: Option<Said>,
    },
}

impl StepKind {
    /// What is said once it is answered or done.
    pub(super) const fn told(&self) -> Option<&Said> {
        match self {
            Self::Say(_) => None,
            Self::Ask { told, .. } => Some(told),
            Self::Task { praise, .. } => praise.as_ref(),
        }
    }
}

/// One of the answers to a question; the right one is the first whose conditions hold.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LessonChoice {
    pub said: Said,
    pub holds_if: Vec<TaskCondition>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLesson {
    title: RawText,
    goal: RawText,
    #[serde(default)]
    any_list: bool,
    #[serde(default)]
    is_task: bool,
    best: Option<Spanned<String>>,
    step: Vec<Spanned<RawStep>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStep {
    preset: Option<Spanned<String>>,
    epoch: Option<u64>,
    passenger: Option<u32>,
    panel: Option<Spanned<String>>,
    keys: Option<Spanned<String>>,
    #[serde(default)]
    show: Vec<Spanned<String>>,
    say: Option<RawText>,
    ask: Option<RawText>,
    #[serde(default)]
    choices: Vec<RawChoice>,
    told: Option<RawText>,
    task: Option<RawText>,
    #[serde(default)]
    done: Vec<Spanned<String>>,
    solution: Option<Spanned<String>>,
    #[serde(default)]
    any_run: bool,
    praise: Option<RawText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawChoice {
    #[serde(rename = "if")]
    holds_if: Vec<Spanned<String>>,
    say: RawText,
}

impl Lesson {
    /// The lessons inside the program, in their order.
    ///
    /// # Panics
    /// Never: a test reads each of them.
    pub fn built_in() -> Vec<Self> {
        let read =
            |(name, text): &(&str, &str)| Self::read(name, text).expect("it was read when the program was built");
        BUILT_IN.iter().map(read).collect()
    }

    /// Reads the file of this name.
    ///
    /// # Errors
    /// What is no lesson, with its place.
    pub fn read(name: &str, text: &str) -> Result<Self, Misread> {
        let raw: RawLesson = toml::from_str(text)
            .map_err(|error| Misread::at(text, error.span().map_or(0, |span| span.start), error.message()))?;
        let name = name.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('-').to_owned();
        let read = || {
            let mut preset = None;
            let step = |raw_step| step(raw_step, raw.is_task, &mut preset);
            let mut steps = raw.step.into_iter().map(step).collect::<Result<Vec<_>, _>>()?;
            // What mattered goes on to matter until something else does, and what is spoken of is what was spoken of.
            for at in 1..steps.len() {
                if ![at, at - 1].into_iter().any(|at| matches!(steps[at].kind, StepKind::Task { .. })) {
                    let (before, own) = (steps[at - 1].about, steps[at].about);
                    steps[at].about = About {
                        preset: own.preset.or(before.preset),
                        epoch: own.epoch.or(before.epoch),
                        passenger: own.passenger.or(before.passenger),
                    };
                }
                if steps[at].show.is_empty() {
                    let before = steps[at - 1].show.clone();
                    steps[at].show = before;
                }
            }
            if steps.is_empty() {
                return Err((0, "a lesson needs at least one [[step]]".to_owned()));
            }
            if raw.is_task && !matches!(steps[steps.len() - 1].kind, StepKind::Task { .. }) {
                return Err((0, "what `is_task` ends with a [[step]] that has a `task`".to_owned()));
            }
            if let Some(best) = raw.best.as_ref().filter(|best| quantity::find(best.as_ref()).is_none()) {
                return Err((best.span().start, format!("`{}` names no quantity", best.as_ref())));
            }
            Ok(Self {
                name,
                title: Said::read(raw.title, 0)?,
                goal: Said::read(raw.goal, 0)?,
                any_list: raw.any_list,
                is_task: raw.is_task,
                best: raw.best.map(Spanned::into_inner),
                steps,
            })
        };
        read().map_err(|(byte, message): Wrong| Misread::at(text, byte, message))
    }

    /// What it is called in a list of all.
    pub fn name_listed(&self, app: &App) -> String {
        let title = self.title.text(app);
        if self.is_task { app.core.settings.fill(words::TASK, &[title]) } else { title }
    }

    /// Whether its task asks for a figure of the test rows, so that looking at them is counted.
    pub(super) fn counts_looks(&self) -> bool {
        let asks = |step: &LessonStep| match &step.kind {
            StepKind::Task { done, .. } => done.iter().any(TaskCondition::is_of_test_rows),
            StepKind::Say(_) | StepKind::Ask { .. } => false,
        };
        self.is_task && self.steps.iter().any(asks)
    }

    /// Every text of it.
    pub fn texts(&self) -> impl Iterator<Item = &Said> {
        fn of_step(step: &LessonStep) -> Vec<&Said> {
            match &step.kind {
                StepKind::Say(said) => vec![said],
                StepKind::Ask { question, choices, told } => {
                    [question, told].into_iter().chain(choices.iter().map(|choice| &choice.said)).collect()
                }
                StepKind::Task { task, praise, .. } => std::iter::once(task).chain(praise).collect(),
            }
        }
        [&self.title, &self.goal].into_iter().chain(self.steps.iter().flat_map(of_step))
    }
}

/// Reads a step; `preset` is the network named last.
fn step(raw: Spanned<RawStep>, is_task: bool, preset: &mut Option<Preset>) -> Result<LessonStep, Wrong> {
    let at = raw.span().start;
    let raw = raw.into_inner();
    let own = raw.preset.map(|name| {
        let found = Preset::ALL.iter().copied().find(|preset| preset.key() == name.as_ref());
        found.ok_or_else(|| wrong(&name, "no preset", Preset::ALL.iter().map(|preset| preset.key())))
    });
    let begin = Begin {
        preset: own.transpose()?,
        epoch: raw.epoch,
        passenger: raw.passenger,
        panel: raw.panel.map(|name| panel(&name)).transpose()?,
        keys: keys(raw.keys)?,
    };
    *preset = begin.preset.or(*preset);
    let mut show = raw.show.iter().map(panel).collect::<Result<Vec<_>, _>>()?;
    if show.is_empty() {
        show.extend(begin.panel);
    }
    let kind = match (raw.say, raw.ask, raw.task) {
        (Some(text), None, None) => StepKind::Say(Said::read(text, at)?),
        (None, Some(text), None) => {
            if !(2..=MOST_CHOICES).contains(&raw.choices.len()) {
                return Err((at, format!("a question has 2 to {MOST_CHOICES} `choices`")));
            }
            let choice = |raw: RawChoice| {
                Ok::<_, Wrong>(LessonChoice { said: Said::read(raw.say, at)?, holds_if: conditions(&raw.holds_if)? })
            };
            let choices = raw.choices.into_iter().map(choice).collect::<Result<_, _>>()?;
            let told =
                raw.told.ok_or_else(|| (at, "`ask` needs `told`: what is said once it is answered".to_owned()))?;
            StepKind::Ask { question: Said::read(text, at)?, choices, told: Said::read(told, at)? }
        }
        (None, None, Some(text)) => {
            if raw.done.is_empty() {
                return Err((at, "`task` needs `done`: when it is, such as \"epoch >= 10\"".to_owned()));
            }
            let praise = raw.praise.map(|praise| Said::read(praise, at)).transpose()?;
            let (done, solution) = (conditions(&raw.done)?, keys(raw.solution)?);
            let of = preset.filter(|_| !is_task && !raw.any_run);
            StepKind::Task { task: Said::read(text, at)?, done, solution, of, praise }
        }
        _ => return Err((at, "a step has one of `say`, `ask` and `task`".to_owned())),
    };
    let about = match kind {
        StepKind::Say(_) | StepKind::Ask { .. } => {
            About { preset: begin.preset, epoch: begin.epoch, passenger: begin.passenger }
        }
        StepKind::Task { .. } => About::default(),
    };
    Ok(LessonStep { begin, about, show, kind })
}

fn conditions(raw: &[Spanned<String>]) -> Result<Vec<TaskCondition>, Wrong> {
    let read = |text: &Spanned<String>| {
        let message = |part| format!("`{part}` is not understood: a condition is such as \"epoch >= 10\"");
        TaskCondition::read(text.as_ref()).map_err(|part| (text.span().start, message(part)))
    };
    raw.iter().map(read).collect()
}

fn keys(raw: Option<Spanned<String>>) -> Result<Vec<KeyEvent>, Wrong> {
    let Some(raw) = raw else {
        return Ok(Vec::new());
    };
    written::parse(raw.as_ref()).map_err(|error| (raw.span().start, error.to_string()))
}

fn panel(name: &Spanned<String>) -> Result<Panel, Wrong> {
    let all = || crate::app::Screen::ALL.iter().flat_map(|screen| screen.panels()).map(Panel::key);
    Panel::from_key(name.as_ref()).ok_or_else(|| wrong(name, "no panel", all()))
}

fn wrong<S: AsRef<str>>(name: &Spanned<String>, what: &str, known: impl Iterator<Item = S>) -> Wrong {
    (name.span().start, one_of(name.as_ref(), what, known))
}
