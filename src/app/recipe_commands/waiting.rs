//! Changes that wait on the form: made, put back one at a time, undone and redone, each named in a notice.

use crate::app::Core;
use crate::app::Notice;
use crate::app::recipe_form::RecipeForm;
use crate::app::recipe_form::{self, Draft};
use crate::app::undo::Change;
use crate::explain::words::{Message, features, recipe as words};
use crate::training::{Recipe, Setting};

impl RecipeForm {
    /// Esc: the line changed last is again what the run has.
    pub(in crate::app) fn drop_waiting(&mut self, core: &mut Core) {
        let base = self.present_recipe(core);
        let wanted = self.wanted_recipe(core);
        let Some(draft) = self.draft(core.runs.active_index()) else {
            return;
        };
        let matters = |&line: &Setting| {
            let mut without = draft.clone();
            without.reset(line, &base);
            without.wanted(&base) != wanted || begins_elsewhere(core, line)
        };
        let last = draft.touched().find(matters);
        if let Some(line) = last {
            self.line = line;
            self.let_wait(core, line, |draft, base| draft.reset(line, base));
        }
    }

    /// Changes what waits, as a step that can be undone, and says what it was.
    pub(super) fn let_wait(&mut self, core: &mut Core, line: Setting, change: impl FnOnce(&mut Draft, &Recipe)) {
        let run = core.runs.active_index();
        let base = self.present_recipe(core);
        let wanted = self.wanted_recipe(core);
        let mut draft = match self.draft(run) {
            Some(draft) => draft.clone(),
            None => Draft::new(&base),
        };
        change(&mut draft, &base);
        let next = draft.wanted(&base);
        if next == wanted && !begins_elsewhere(core, line) {
            return;
        }
        let before = self.version(run);
        let after = Some(self.add(run, draft));
        core.undo.record(Change::Draft { run, line, before, after });
        let (label, change) = (super::label(core, line), difference(core, line, &wanted, &next));
        let waits = recipe_form::waiting(&base, &next, &core.list).contains(&line);
        core.tell(Notice::info(if waits {
            Message::new(words::CHANGED, [label, change, core.runs.next_name()])
        } else {
            Message::new(words::BACK_TO, [label, change])
        }));
        core.moved();
    }

    /// Puts another version on a run's form, as undo and redo do, and says which line changed.
    pub(in crate::app) fn restore_draft(
        &mut self,
        core: &mut Core,
        run: usize,
        line: Setting,
        version: Option<usize>,
    ) -> Message {
        self.set_version(run, version);
        self.line = line;
        let Some(slot) = core.runs.all().get(run) else {
            return Message::plain(words::NOTHING_WAITS);
        };
        let recipe = self.wanted(run, &slot.run);
        let value = if line == Setting::Features {
            recipe.features.len().to_string()
        } else {
            super::value(core, line, &recipe)
        };
        Message::new(words::LINE_IS, [super::label(core, line), value])
    }
}

/// Whether the run began at weights that no value of this line makes: the published ones.
fn begins_elsewhere(core: &Core, line: Setting) -> bool {
    line == Setting::Init && core.begins_published()
}

/// `zeros → he`; of the features only those that came or went.
fn difference(core: &Core, line: Setting, old: &Recipe, new: &Recipe) -> String {
    if line != Setting::Features {
        return format!("{} → {}", super::value(core, line, old), super::value(core, line, new));
    }
    let only = |a: &Recipe, b: &Recipe, sign: &str| {
        let names = a.features.iter().filter(|f| !b.features.contains(f));
        let said = names.map(|&f| core.settings.say(features::name(f)));
        said.map(|name| format!("{sign} {name}")).collect::<Vec<_>>()
    };
    [only(new, old, "+"), only(old, new, "−")].concat().join(" ")
}
