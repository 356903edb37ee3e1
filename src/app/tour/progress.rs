//! What is kept of the tour between sessions: where it stopped, which lessons are done, what was predicted.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// How far somebody has come.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// The lesson to go on with, by its name.
    pub(super) lesson: Option<String>,
    /// The lessons gone through.
    done: BTreeSet<String>,
    /// For each lesson, what was predicted at which step: which choice, and whether it was the right one.
    guesses: BTreeMap<String, BTreeMap<usize, (usize, bool)>>,
}

impl Progress {
    /// Reads what was kept; what cannot be read holds nothing.
    pub(super) fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// As it is kept.
    pub(super) fn written(&self) -> String {
        serde_json::to_string(self).expect("plain values can be written")
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
