//! Changes that wait on the form: made, put back one at a time, undone and redone, each named in a notice.

use crate::app::recipe_form::{self, Draft};
use crate::app::undo::Change;
use crate::app::{App, Notice};
use crate::explain::words::{Message, features, recipe as words};
use crate::training::{Recipe, Setting};

impl App {
    /// Esc: the line changed last is again what the run has.
    pub(in crate::app) fn drop_waiting(&mut self) {
        let base = self.present_recipe();
        let wanted = self.wanted_recipe();
        let Some(draft) = self.recipe.draft(self.runs.active_index()) else {
            return;
        };
        let matters = |&line: &Setting| {
            let mut without = draft.clone();
            without.reset(line, &base);
            without.wanted(&base) != wanted || self.begins_elsewhere(line)
        };
        let last = draft.touched().find(matters);
        if let Some(line) = last {
            self.recipe.line = line;
            self.let_wait(line, |draft, base| draft.reset(line, base));
        }
    }

    /// Whether the run began at weights that no value of this line makes: the published ones.
    fn begins_elsewhere(&self, line: Setting) -> bool {
        line == Setting::Init && self.begins_published()
    }

    /// Changes what waits, as a step that can be undone, and says what it was.
    pub(super) fn let_wait(&mut self, line: Setting, change: impl FnOnce(&mut Draft, &Recipe)) {
        let run = self.runs.active_index();
        let base = self.present_recipe();
        let wanted = self.wanted_recipe();
        let mut draft = match self.recipe.draft(run) {
            Some(draft) => draft.clone(),
            None => Draft::new(&base),
        };
        change(&mut draft, &base);
        let next = draft.wanted(&base);
        if next == wanted && !self.begins_elsewhere(line) {
            return;
        }
        let before = self.recipe.version(run);
        let after = Some(self.recipe.add(run, draft));
        self.undo.record(Change::Draft { run, line, before, after });
        let (label, change) = (self.label(line), self.difference(line, &wanted, &next));
        let waits = recipe_form::waiting(&base, &next, &self.list).contains(&line);
        self.tell(Notice::info(if waits {
            Message::new(words::CHANGED, [label, change, self.runs.next_name()])
        } else {
            Message::new(words::BACK_TO, [label, change])
        }));
        self.moved();
    }

    /// `zeros → he`; of the features only those that came or went.
    fn difference(&self, line: Setting, old: &Recipe, new: &Recipe) -> String {
        if line != Setting::Features {
            return format!("{} → {}", self.value(line, old), self.value(line, new));
        }
        let only = |a: &Recipe, b: &Recipe, sign: &str| {
            let names = a.features.iter().filter(|f| !b.features.contains(f));
            let said = names.map(|&f| self.settings.say(features::name(f)));
            said.map(|name| format!("{sign} {name}")).collect::<Vec<_>>()
        };
        [only(new, old, "+"), only(old, new, "−")].concat().join(" ")
    }

    /// Puts another version on a run's form, as undo and redo do, and says which line changed.
    pub(in crate::app) fn restore_draft(&mut self, run: usize, line: Setting, version: Option<usize>) -> Message {
        self.recipe.set_version(run, version);
        self.recipe.line = line;
        let Some(slot) = self.runs.all().get(run) else {
            return Message::plain(words::NOTHING_WAITS);
        };
        let recipe = self.recipe.wanted(run, &slot.run);
        let value =
            if line == Setting::Features { recipe.features.len().to_string() } else { self.value(line, &recipe) };
        Message::new(words::LINE_IS, [self.label(line), value])
    }
}
