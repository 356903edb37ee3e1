//! What waits on the recipe form for each run until it is started or dropped: changes made, put back one at a time,
//! undone and redone, each named in a notice.
//!
//! Changes are kept as versions that are never overwritten, so that undo needs to remember only which version came
//! before.

use crate::app::core::undo::Undoable;
use crate::app::screens::recipe::show;
use crate::app::{Core, Notice};
use crate::data::PassengerList;
use crate::explain::words::{Message, features, recipe as words};
use crate::training::{Recipe, Run, Scaling, Setting};

/// A rate that suits a hidden layer on standardised inputs.
const SCALED_RATE: f64 = 0.3;

/// The versions of the form.
#[derive(Debug, Clone, Default)]
pub(super) struct Drafts {
    versions: Vec<Draft>,
    /// The version that waits, for each run that has one.
    waiting: Vec<(usize, usize)>,
}

/// A recipe that differs from its run's and waits to be started.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Draft {
    recipe: Recipe,
    /// The lines the user changed, the last one last.
    touched: Vec<Setting>,
}

impl Drafts {
    /// The version of the form that waits for a run.
    fn version(&self, run: usize) -> Option<usize> {
        let found = self.waiting.iter().find(|(of, _)| *of == run);
        found.map(|&(_, version)| version)
    }

    /// Puts a version in the place of the one that waits for a run.
    fn set_version(&mut self, run: usize, version: Option<usize>) {
        self.waiting.retain(|(of, _)| *of != run);
        self.waiting.extend(version.map(|version| (run, version)));
    }

    /// Adds a version and lets it wait for a run.
    fn add(&mut self, run: usize, draft: Draft) -> usize {
        self.versions.push(draft);
        let version = self.versions.len() - 1;
        self.set_version(run, Some(version));
        version
    }

    /// What waits for a run.
    pub(super) fn draft(&self, run: usize) -> Option<&Draft> {
        self.versions.get(self.version(run)?)
    }

    /// The recipe on the form of a run: what the run has, and over it what waits.
    fn wanted(&self, index: usize, run: &Run) -> Recipe {
        let base = present(run);
        match self.draft(index) {
            Some(draft) => draft.wanted(&base),
            None => base,
        }
    }

    /// The recipe on the form: that of the run on the screen, and over it what waits.
    pub(super) fn wanted_now(&self, core: &Core) -> Recipe {
        self.wanted(core.runs.active_index(), core.run())
    }

    /// The lines that wait for a new run.
    pub(super) fn lines(&self, core: &Core) -> Vec<Setting> {
        let wanted = self.wanted_now(core);
        let mut lines = differing(&present(core.run()), &wanted, &core.list);
        // The published weights came from no recipe, so every new run begins at others.
        let draft = self.draft(core.runs.active_index());
        let begins_anew = !lines.is_empty() || draft.is_some_and(|draft| draft.touches(Setting::Init));
        if core.begins_published() && begins_anew && !lines.contains(&Setting::Init) {
            lines.push(Setting::Init);
            lines.sort_by_key(|line| line.place());
        }
        lines
    }

    /// Esc: the line changed last, which is told, is again what the run has.
    pub(super) fn drop_last(&mut self, core: &mut Core) -> Option<Setting> {
        let base = present(core.run());
        let wanted = self.wanted_now(core);
        let draft = self.draft(core.runs.active_index())?;
        let matters = |&line: &Setting| {
            let mut without = draft.clone();
            without.reset(line, &base);
            without.wanted(&base) != wanted || begins_elsewhere(core, line)
        };
        let last = draft.touched().find(matters)?;
        self.let_wait(core, last, |draft, base| draft.reset(last, base));
        Some(last)
    }

    /// Changes what waits, as a step that can be undone, and says what it was.
    pub(super) fn let_wait(&mut self, core: &mut Core, line: Setting, change: impl FnOnce(&mut Draft, &Recipe)) {
        let run = core.runs.active_index();
        let base = present(core.run());
        let wanted = self.wanted_now(core);
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
        core.undo.record(Undoable::Draft { run, line, before, after });
        let (label, change) = (label(core, line), difference(core, line, &wanted, &next));
        let waits = differing(&base, &next, &core.list).contains(&line);
        core.tell(Notice::info(if waits {
            let alone = differing(&wanted, &next, &core.list) == [line];
            let word = if alone { words::CHANGED } else { words::CHANGED_MORE };
            Message::new(word, [label, change, core.runs.next_name()])
        } else {
            Message::new(words::BACK_TO, [label, change])
        }));
        core.moved();
    }

    /// Puts another version on a run's form, as undo and redo do, and says which line changed.
    pub(super) fn restore(&mut self, core: &mut Core, run: usize, line: Setting, version: Option<usize>) -> Message {
        self.set_version(run, version);
        let Some(slot) = core.runs.all().get(run) else {
            return Message::plain(words::NOTHING_WAITS);
        };
        let recipe = self.wanted(run, &slot.run);
        let value =
            if line == Setting::Features { recipe.features.len().to_string() } else { value(core, line, &recipe) };
        Message::new(words::LINE_IS, [label(core, line), value])
    }
}

impl Draft {
    /// Nothing changed yet.
    fn new(base: &Recipe) -> Self {
        Self { recipe: base.clone(), touched: Vec::new() }
    }

    /// Takes over a line from a recipe, as what the user wants now.
    pub(super) fn take(&mut self, line: Setting, from: &Recipe) {
        line.copy(from, &mut self.recipe);
        self.touched.retain(|touched| *touched != line);
        self.touched.push(line);
    }

    /// Puts a line back to what the run has.
    fn reset(&mut self, line: Setting, base: &Recipe) {
        line.copy(base, &mut self.recipe);
        self.touched.retain(|touched| *touched != line);
    }

    /// Whether the user changed a line, and did not put it back since.
    fn touches(&self, line: Setting) -> bool {
        self.touched.contains(&line)
    }

    /// The lines the user changed, the last one first.
    fn touched(&self) -> impl Iterator<Item = Setting> {
        self.touched.iter().rev().copied()
    }

    /// The recipe to start: what the user changed, and what has to follow from it.
    fn wanted(&self, base: &Recipe) -> Recipe {
        let mut recipe = self.recipe.clone();
        for line in Setting::ALL.iter().copied().filter(|line| line.acts_at_once()) {
            line.copy(base, &mut recipe);
        }
        // The first hidden layer turns good initial weights into bad ones: zeros make twins.
        let other_kind = recipe.hidden.is_empty() != base.hidden.is_empty();
        if other_kind && !self.touched.contains(&Setting::Init) {
            recipe.init = None;
        }
        // Raw ages leave a hidden layer no rate at which it learns anything in a lifetime.
        let first_hidden = other_kind && !recipe.hidden.is_empty();
        let scales = first_hidden && recipe.scaling == Scaling::None && !self.touches(Setting::Scaling);
        if scales {
            recipe.scaling = Scaling::Standard;
        }
        let mut recipe = recipe.settled();
        if scales && !recipe.optimizer.is_adaptive() && !self.touches(Setting::LearningRate) {
            recipe.learning_rate = recipe.learning_rate.max(SCALED_RATE);
        }
        // A rate chosen for what waits does not wait alone.
        if self.touches(Setting::LearningRate) && recipe != *base {
            Setting::LearningRate.copy(&self.recipe, &mut recipe);
        }
        recipe
    }
}

/// The recipe a run follows now: the one it began with, at the rates of its present epoch.
pub(super) fn present(run: &Run) -> Recipe {
    let (l1, l2) = run.regularisation();
    Recipe { learning_rate: run.learning_rate(), l1, l2, ..run.recipe().clone() }
}

/// The lines in which a recipe differs from the one a run has, so that it needs a new run.
fn differing(base: &Recipe, wanted: &Recipe, list: &PassengerList) -> Vec<Setting> {
    let [base, wanted] = [base, wanted].map(|recipe| recipe.spelled_out(list));
    // What goes with another line, as momentum with its optimiser, is told; what merely has no use is not.
    let unused = |setting: Setting| {
        matches!(setting, Setting::MissingAge | Setting::Activation | Setting::Shuffle)
            && setting.idle(&wanted).is_some()
    };
    let differs = |setting: &Setting| !setting.same(&base, &wanted) && !unused(*setting);
    Setting::ALL.iter().copied().filter(differs).collect()
}

/// Whether the run began at weights that no value of this line makes: the published ones.
fn begins_elsewhere(core: &Core, line: Setting) -> bool {
    line == Setting::Init && core.begins_published()
}

/// `zeros → he`; of the features only those that came or went.
fn difference(core: &Core, line: Setting, old: &Recipe, new: &Recipe) -> String {
    if line != Setting::Features {
        return format!("{} → {}", value(core, line, old), value(core, line, new));
    }
    let only = |a: &Recipe, b: &Recipe, sign: &str| {
        let names = a.features.iter().filter(|f| !b.features.contains(f));
        let said = names.map(|&f| core.settings.say(features::name(f)));
        said.map(|name| format!("{sign} {name}")).collect::<Vec<_>>()
    };
    [only(new, old, "+"), only(old, new, "−")].concat().join(" ")
}

/// What a line is called.
pub(super) fn label(core: &Core, line: Setting) -> String {
    core.settings.say(words::label(line)).to_owned()
}

/// What stands on a line.
pub(super) fn value(core: &Core, line: Setting, recipe: &Recipe) -> String {
    show::value(core.settings.language, line, recipe, &core.list)
}
