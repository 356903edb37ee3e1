//! What is kept of the tour between sessions: where it stopped, which lessons are done, what was predicted.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// The version of what is kept: tasks came with the first.
const VERSION: u32 = 1;

/// How far somebody has come.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// The version of what is kept; 0 where none was written yet.
    version: u32,
    /// The lesson to go on with, by its name.
    pub(super) lesson: Option<String>,
    /// The lessons gone through.
    done: BTreeSet<String>,
    /// For each lesson, what was predicted at which step: which choice, and whether it was the right one.
    guesses: BTreeMap<String, BTreeMap<usize, (usize, bool)>>,
    /// How each task stands.
    tasks: BTreeMap<String, TaskState>,
}

/// What is kept of a task besides whether it is done.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct TaskState {
    /// The best there was, and how that is written.
    pub best: Option<(f64, String)>,
    /// How many networks the test rows judged before the user's eyes.
    pub looks: u64,
}

impl Progress {
    /// Reads what was kept; none where it is something else, or of a later version.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().filter(|kept: &Self| kept.version <= VERSION)
    }

    /// As it is kept.
    pub(super) fn written(&self) -> String {
        serde_json::to_string(&Self { version: VERSION, ..self.clone() }).expect("plain values can be written")
    }

    /// How a task stands.
    pub(super) fn task(&self, name: &str) -> Option<&TaskState> {
        self.tasks.get(name)
    }

    /// How a task stands, to change.
    pub(super) fn task_mut(&mut self, name: &str) -> &mut TaskState {
        self.tasks.entry(name.to_owned()).or_default()
    }

    /// Whether a lesson was gone through to its end.
    pub fn is_done(&self, lesson: &str) -> bool {
        self.done.contains(lesson)
    }

    pub(super) fn finish(&mut self, lesson: &str) {
        self.done.insert(lesson.to_owned());
    }

    /// Keeps the first prediction at a step: later ones know the answer.
    pub(super) fn guess(&mut self, lesson: &str, step: usize, guess: (usize, bool)) {
        self.guesses.entry(lesson.to_owned()).or_default().entry(step).or_insert(guess);
    }

    /// How many predictions were made, and how many were right.
    pub fn guesses(&self) -> (usize, usize) {
        let all = self.guesses.values().flat_map(BTreeMap::values);
        all.fold((0, 0), |(made, right), &(_, is_right)| (made + 1, right + usize::from(is_right)))
    }
}
