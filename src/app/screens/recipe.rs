//! What keys and mouse do with the recipe form. Learning rate, L1 and L2 change the run on the screen;
//! every other change waits on the form until Enter begins a new run with it.

pub mod dataset;
mod drafts;
pub mod show;
pub mod typed;

pub use dataset::Dataset;

use crate::analysis::diagnosis::largest_stable_rate;
use crate::app::commands::{switch, time};
use crate::app::core::movement::{Motion, step};
use crate::app::core::prepared::Prepared;
use crate::app::core::runs::{Origin, Past, Stamp};
use crate::app::core::text_field::TextField;
use crate::app::core::undo::Undoable;
use crate::app::figure::Export;
use crate::app::hits::Pointed;
use crate::app::popups::{FeatureMenu, Popup, RecipeLine};
use crate::app::screens::behaviour::Behaviour;
use crate::app::{Command, Core, Notice, OwnTarget, Panel, RecipePanel, RecipeTarget, Target};
use crate::explain::errors;
use crate::explain::words::{Message, recipe as words};
use crate::training::recipe::{sensible_rate, stepped};
use crate::training::{Feature, Preset, Recipe, Run, Setting};
use drafts::Drafts;

/// The form.
#[derive(Debug, Clone, Default)]
pub struct RecipeForm {
    /// The line in focus.
    pub line: Setting,
    /// The row under the cursor in the list of presets.
    pub preset: usize,
    /// What follows from the recipe on the form of a run.
    dataset: Prepared<Past, Dataset>,
    /// The largest learning rate that does not overshoot, where there is one.
    limit: Prepared<Weights, Option<f64>>,
    /// What waits for each run.
    drafts: Drafts,
}

/// The weights a limit of the learning rate holds at.
#[derive(Debug, Clone, PartialEq)]
enum Weights {
    /// Those of the run on the screen.
    Present(Stamp),
    /// Those that the recipe which waits begins with.
    First(Recipe),
}

/// A rate this many times below a sensible one crawls.
const CRAWLS: f64 = 100.0;

impl RecipeForm {
    /// Puts a line back as it was before, as undo and redo do.
    pub(in crate::app) fn restore_draft(
        &mut self,
        core: &mut Core,
        (run, line): (usize, Setting),
        version: Option<usize>,
    ) -> Message {
        self.line = line;
        self.drafts.restore(core, run, line, version)
    }

    fn drop_waiting(&mut self, core: &mut Core) {
        if let Some(line) = self.drafts.drop_last(core) {
            self.line = line;
        }
    }

    /// The recipe the run on the screen follows now.
    pub fn present_recipe(&self, core: &Core) -> Recipe {
        drafts::present(core.run())
    }

    /// The recipe on the form: that of the run, and over it what waits.
    pub fn wanted_recipe(&self, core: &Core) -> Recipe {
        self.drafts.wanted_now(core)
    }

    /// The lines that wait for a new run.
    pub fn waiting_lines(&self, core: &Core) -> Vec<Setting> {
        self.drafts.lines(core)
    }

    /// Whether a change waits for a new run.
    pub fn has_waiting(&self, core: &Core) -> bool {
        self.drafts.draft(core.runs.active_index()).is_some() && !self.waiting_lines(core).is_empty()
    }

    /// What is wrong with this text in the line in focus, if it is.
    pub fn typing_error(&self, core: &Core, text: &str) -> Option<Message> {
        typed::read(self.line, text, &self.wanted_recipe(core), &core.list).err()
    }

    fn limit_holds_at(&self, core: &Core) -> Weights {
        if self.has_waiting(core) { Weights::First(self.wanted_recipe(core)) } else { Weights::Present(core.stamp()) }
    }

    /// The largest learning rate that does not overshoot, where one is known: with what waits at its first
    /// weights, else at those on the screen.
    pub fn stable_rate(&self, core: &Core) -> Option<f64> {
        *self.limit.get(&self.limit_holds_at(core))?
    }

    /// A rate to take instead of one that would crawl.
    pub fn better_rate(&self, core: &Core) -> Option<f64> {
        let better = sensible_rate(self.stable_rate(core)?)?;
        (self.wanted_recipe(core).learning_rate * CRAWLS <= better).then_some(better)
    }

    /// Whether there is one.
    pub(in crate::app) fn offers_rate(&self, core: &Core) -> bool {
        self.better_rate(core).is_some()
    }

    /// Takes it: for the run on the screen, or to wait with what waits.
    pub(in crate::app) fn take_better_rate(&mut self, core: &mut Core) {
        let Some(learning_rate) = self.better_rate(core) else {
            return core.tell(Notice::info(Message::plain(words::NO_BETTER_RATE)));
        };
        let line = Setting::LearningRate;
        self.line = line;
        if !self.has_waiting(core) {
            return time::set_rate(core, learning_rate);
        }
        let next = Recipe { learning_rate, ..self.wanted_recipe(core) };
        self.drafts.let_wait(core, line, |draft, _| draft.take(line, &next));
    }

    /// What follows from the recipe on the form; none before the screen was shown.
    pub fn dataset(&self, core: &Core) -> Option<&Dataset> {
        let dataset = self.dataset.get(&core.runs.active().past())?;
        let holds = dataset.holds(&self.wanted_recipe(core), core.run());
        holds.then_some(dataset)
    }

    /// Moves the cursor of the form or of the presets.
    fn walk(&mut self, panel: RecipePanel, by: isize) {
        match panel {
            RecipePanel::Presets => {
                self.preset = step(self.preset, by, Preset::ALL.len());
            }
            RecipePanel::Recipe => {
                let place = step(self.line.place(), by, Setting::ALL.len());
                self.line = Setting::ALL[place];
            }
        }
    }

    /// ← and → on the line in focus.
    pub(in crate::app) fn step_recipe_line(&mut self, core: &mut Core, forward: bool) {
        self.step_recipe(core, self.line, forward);
    }

    /// One step along a line, which comes into focus.
    pub(in crate::app) fn step_recipe(&mut self, core: &mut Core, line: Setting, forward: bool) {
        self.line = line;
        let wanted = self.wanted_recipe(core);
        if says_nothing(core, line, &wanted) {
            return;
        }
        match stepped(line, &wanted, &core.list, forward) {
            Some(next) => self.change_recipe(core, line, &next),
            None if line == Setting::Features => {
                core.then = Some(Command::EditLine);
            }
            None => {
                let said = [drafts::label(core, line), drafts::value(core, line, &wanted)];
                core.tell(Notice::info(Message::new(words::NO_FURTHER, said)));
            }
        }
    }

    /// Opens the line in focus: a field to type in, the list of features, or the next choice.
    pub(in crate::app) fn edit_line(&mut self, core: &mut Core) -> Option<Popup> {
        core.set_focus(RecipePanel::Recipe);
        let line = self.line;
        let wanted = self.wanted_recipe(core);
        if says_nothing(core, line, &wanted) {
            return None;
        }
        if line == Setting::Features {
            return Some(FeatureMenu::default().into());
        }
        if !line.is_typed() {
            self.step_recipe(core, line, true);
            return None;
        }
        let field = TextField::new(&line.text(&wanted.spelled_out(&core.list)));
        Some(RecipeLine { field }.into())
    }

    /// Takes what was typed; false where it cannot be taken.
    pub(in crate::app) fn take_typed(&mut self, core: &mut Core, text: &str) -> bool {
        let next = typed::read(self.line, text, &self.wanted_recipe(core), &core.list);
        next.map(|next| self.change_recipe(core, self.line, &next)).is_ok()
    }

    fn start_preset(&self, core: &mut Core) {
        switch::start_preset(core, Preset::ALL[self.preset]);
    }

    /// Switches a feature on or off; new ones come in the order of the list of features.
    pub(in crate::app) fn toggle_feature(&mut self, core: &mut Core, row: usize) {
        let feature = Feature::ALL[row.min(Feature::ALL.len() - 1)];
        let mut next = self.wanted_recipe(core);
        if next.features.contains(&feature) {
            next.features.retain(|&known| known != feature);
        } else if dataset::available(feature, &core.list) {
            let place = |feature: Feature| Feature::ALL.iter().position(|&one| one == feature);
            let at = next.features.partition_point(|&known| place(known) < place(feature));
            next.features.insert(at, feature);
        } else {
            return core.tell(Notice::info(Message::plain(words::NOT_ON_LIST)));
        }
        match next.validate(core.list.len()) {
            Ok(()) => self.change_recipe(core, Setting::Features, &next),
            Err(error) => core.tell(Notice::warning(errors::of_recipe(&error))),
        }
    }

    /// Takes a line over from `next`: into the run where it can go on, else onto the form, as a rate that
    /// waits there does.
    pub(in crate::app) fn change_recipe(&mut self, core: &mut Core, line: Setting, next: &Recipe) {
        if line == Setting::LearningRate && !self.waiting_lines(core).contains(&line) {
            time::set_rate(core, next.learning_rate);
        } else if matches!(line, Setting::L1 | Setting::L2) {
            set_penalties(core, line, (next.l1, next.l2));
        } else {
            self.drafts.let_wait(core, line, |draft, _| draft.take(line, next));
        }
    }

    /// Begins a new run with what waits; the old run stays, and so does what waits on its form.
    pub(in crate::app) fn start_recipe(&mut self, core: &mut Core) {
        if !self.has_waiting(core) {
            return core.tell(Notice::info(Message::plain(words::NOTHING_TO_START)));
        }
        let name = core.runs.next_name();
        let old = core.run_name();
        match Run::from_recipe(name.clone(), core.list.clone(), self.wanted_recipe(core)) {
            Ok(run) => {
                let before = core.runs.active_index();
                let few = run.recipe().few_titles(&core.list);
                let after = core.runs.add(run, Origin::Recipe);
                switch::show_new(core, before, after);
                core.tell(match few {
                    Some(found) => {
                        let said = [found.to_string(), core.list.len().to_string()];
                        Notice::warning(Message::new(words::FEW_TITLES, said))
                    }
                    None => Notice::info(Message::new(words::STARTED, [name, old])),
                });
            }
            Err(error) => core.tell(Notice::warning(errors::of_run(&error))),
        }
    }
}

impl Behaviour for RecipeForm {
    fn point(&mut self, core: &mut Core, at: Pointed) -> bool {
        let Target::Own(OwnTarget::Recipe(target)) = at.target else {
            return false;
        };
        match target {
            // One on the line in focus opens it.
            RecipeTarget::Line(line) if self.line == line => core.then = Some(Command::EditLine),
            RecipeTarget::Line(line) => self.line = line,
            RecipeTarget::Step(forward) => self.step_recipe_line(core, forward),
            RecipeTarget::Preset(row) if self.preset == row => self.start_preset(core),
            RecipeTarget::Preset(row) => self.preset = row,
        }
        true
    }

    fn wheel(&mut self, _core: &mut Core, panel: Panel, down: bool) {
        if let Panel::Recipe(panel) = panel {
            self.walk(panel, if down { 1 } else { -1 });
        }
    }

    fn export(&self, _core: &Core) -> Export {
        Export::Recipe
    }

    fn next_policy(&mut self, core: &mut Core) {
        self.step_recipe(core, Setting::MissingAge, true);
    }

    fn can_cancel(&self, core: &Core) -> bool {
        core.focus_on.recipe == RecipePanel::Presets || self.has_waiting(core)
    }

    fn cancel(&mut self, core: &mut Core) {
        if core.focus_on.recipe == RecipePanel::Presets {
            core.set_focus(RecipePanel::Recipe);
        } else {
            self.drop_waiting(core);
        }
    }

    fn go(&mut self, core: &mut Core, motion: Motion) {
        let panel = core.focus_on.recipe;
        let across = motion.across();
        if across == 0 {
            self.walk(panel, motion.rows(5));
        } else if panel == RecipePanel::Recipe {
            self.step_recipe_line(core, across > 0);
        }
    }

    fn open(&mut self, core: &mut Core) -> Option<Popup> {
        match core.focus_on.recipe {
            RecipePanel::Recipe => return self.edit_line(core),
            RecipePanel::Presets => self.start_preset(core),
        }
        None
    }

    fn settle(&mut self, core: &mut Core) {
        if self.dataset(core).is_none() {
            let dataset = Dataset::of(&self.wanted_recipe(core), core.run());
            self.dataset.put(core.runs.active().past(), dataset);
        }
        let at = self.limit_holds_at(core);
        if self.limit.get(&at).is_none() {
            let limit = match &at {
                Weights::Present(_) => largest_stable_rate(core.run(), core.network()),
                // With hidden layers there is no such figure to begin a run for.
                Weights::First(recipe) if !recipe.hidden.is_empty() => None,
                Weights::First(recipe) => {
                    let run = Run::from_recipe("", core.list.clone(), recipe.clone()).ok();
                    run.and_then(|run| largest_stable_rate(&run, run.network()))
                }
            };
            self.limit.put(at, limit);
        }
    }
}

/// Changes L1 and L2 of the run: at its end it goes on with them, in its past a branch begins.
fn set_penalties(core: &mut Core, line: Setting, after: (f64, f64)) {
    let before = core.run().regularisation();
    let part = |(l1, l2): (f64, f64)| show::number(if line == Setting::L1 { l1 } else { l2 });
    let change = |run: &mut Run| run.set_regularisation(after.0, after.1);
    let run = core.runs.active_index();
    let undo = Undoable::Penalties { run, before, after };
    let label = words::label(line);
    time::tune(core, label, [part(before), part(after)], change, undo);
}

/// Tells why a line says nothing under a recipe, if so.
fn says_nothing(core: &mut Core, line: Setting, recipe: &Recipe) -> bool {
    let Some(why) = line.idle(recipe) else {
        return false;
    };
    let why = core.settings.say(words::idle(why)).to_owned();
    let said = [drafts::label(core, line), why];
    core.tell(Notice::info(Message::new(words::SAYS_NOTHING, said)));
    true
}

#[cfg(test)]
mod tests;
