//! What keys and mouse do with the recipe form. Learning rate, L1 and L2 change the run on the screen;
//! every other change waits on the form until Enter begins a new run with it.

mod waiting;

use super::movement::{step, vertical};
use super::overlay::Overlay;
use super::pointer::Direction;
use super::recipe_form::{self, Facts, Weights, facts, show, typed};
use super::runs::Origin;
use super::text_field::TextField;
use super::undo::Change;
use super::{App, Effect, Notice, RecipePanel, Screen};
use crate::analysis::diagnosis::largest_stable_rate;
use crate::explain::errors;
use crate::explain::words::{Message, recipe as words};
use crate::training::setting::sensible_rate;
use crate::training::{Feature, Preset, Recipe, Run, Setting};

/// A rate this many times below a sensible one crawls.
const CRAWLS: f64 = 100.0;

impl App {
    /// The recipe the run on the screen follows now.
    pub fn present_recipe(&self) -> Recipe {
        recipe_form::present(self.run())
    }

    /// The recipe on the form: that of the run, and over it what waits.
    pub fn wanted_recipe(&self) -> Recipe {
        self.recipe.wanted(self.runs.active_index(), self.run())
    }

    /// The lines that wait for a new run.
    pub fn waiting_lines(&self) -> Vec<Setting> {
        let wanted = self.wanted_recipe();
        let mut lines = recipe_form::waiting(&self.present_recipe(), &wanted, &self.list);
        // The published weights came from no recipe, so every new run begins at others.
        let draft = self.recipe.draft(self.runs.active_index());
        let begins_anew = !lines.is_empty() || draft.is_some_and(|draft| draft.touches(Setting::Init));
        if self.begins_published() && begins_anew && !lines.contains(&Setting::Init) {
            lines.push(Setting::Init);
            lines.sort_by_key(|line| line.place());
        }
        lines
    }

    /// Whether a change waits for a new run.
    pub fn has_waiting(&self) -> bool {
        self.recipe.draft(self.runs.active_index()).is_some() && !self.waiting_lines().is_empty()
    }

    /// Whether Esc would drop a change that waits.
    pub(super) fn drops_waiting(&self) -> bool {
        self.screen == Screen::Recipe && self.has_waiting()
    }

    /// What is wrong with the text being typed into the line in focus, if it is.
    pub fn typing_error(&self) -> Option<Message> {
        let Some(Overlay::RecipeText { field }) = &self.overlay else {
            return None;
        };
        typed::read(self.recipe.line, field.text(), &self.wanted_recipe(), &self.list).err()
    }

    /// Brings what follows from the recipe on the form up to date.
    pub(super) fn refresh_recipe(&mut self) {
        if self.facts().is_none() {
            let facts = Facts::of(&self.wanted_recipe(), self.run());
            self.recipe.facts.put(self.runs.active().past(), facts);
        }
        let at = self.limit_holds_at();
        if self.recipe.limit.get(&at).is_none() {
            let limit = match &at {
                Weights::Present(_) => largest_stable_rate(self.run(), self.network()),
                // With hidden layers there is no such figure to begin a run for.
                Weights::First(recipe) if !recipe.hidden.is_empty() => None,
                Weights::First(recipe) => {
                    let run = Run::from_recipe("", self.list.clone(), recipe.clone()).ok();
                    run.and_then(|run| largest_stable_rate(&run, run.network()))
                }
            };
            self.recipe.limit.put(at, limit);
        }
    }

    fn limit_holds_at(&self) -> Weights {
        if self.has_waiting() { Weights::First(self.wanted_recipe()) } else { Weights::Present(self.stamp()) }
    }

    /// The largest learning rate that does not overshoot, where one is known: with what waits at its first
    /// weights, else at those on the screen.
    pub fn stable_rate(&self) -> Option<f64> {
        *self.recipe.limit.get(&self.limit_holds_at())?
    }

    /// A rate to take instead of one that would crawl.
    pub fn better_rate(&self) -> Option<f64> {
        let better = sensible_rate(self.stable_rate()?)?;
        (self.wanted_recipe().learning_rate * CRAWLS <= better).then_some(better)
    }

    /// Whether there is one.
    pub fn offers_rate(&self) -> bool {
        self.better_rate().is_some()
    }

    /// Takes it: for the run on the screen, or to wait with what waits.
    pub(super) fn take_better_rate(&mut self) {
        let Some(learning_rate) = self.better_rate() else {
            return self.tell(Notice::info(Message::plain(words::NO_BETTER_RATE)));
        };
        let line = Setting::LearningRate;
        self.recipe.line = line;
        if !self.has_waiting() {
            return self.set_rate(learning_rate);
        }
        let next = Recipe { learning_rate, ..self.wanted_recipe() };
        self.let_wait(line, |draft, _| draft.take(line, &next));
    }

    /// What follows from the recipe on the form; none before the screen was shown.
    pub fn facts(&self) -> Option<&Facts> {
        let facts = self.recipe.facts.get(&self.runs.active().past())?;
        let holds = facts.hold(&self.wanted_recipe(), self.run());
        holds.then_some(facts)
    }

    pub(super) fn move_in_recipe(&mut self, direction: Direction) {
        let panel = self.focus_on.recipe;
        let by = vertical(direction);
        if by != 0 {
            self.walk_in_recipe(panel, by);
        } else if panel == RecipePanel::Recipe {
            self.step_recipe_line(direction == Direction::Right);
        }
    }

    pub(super) fn page_in_recipe(&mut self, down: bool) {
        self.walk_in_recipe(self.focus_on.recipe, if down { 5 } else { -5 });
    }

    pub(super) fn edge_in_recipe(&mut self, last: bool) {
        let far = if last { isize::MAX / 2 } else { isize::MIN / 2 };
        self.walk_in_recipe(self.focus_on.recipe, far);
    }

    /// Moves the cursor of the form or of the presets.
    pub(super) fn walk_in_recipe(&mut self, panel: RecipePanel, by: isize) {
        match panel {
            RecipePanel::Presets => {
                self.recipe.preset = step(self.recipe.preset, by, Preset::ALL.len());
            }
            RecipePanel::Recipe => {
                let place = step(self.recipe.line.place(), by, Setting::ALL.len());
                self.recipe.line = Setting::ALL[place];
            }
        }
    }

    pub(super) fn open_in_recipe(&mut self) -> Vec<Effect> {
        match self.focus_on.recipe {
            RecipePanel::Recipe => self.edit_recipe_line(),
            RecipePanel::Presets => {
                let row = self.recipe.preset.min(Preset::ALL.len() - 1);
                self.start_preset(Preset::ALL[row]);
                Vec::new()
            }
        }
    }

    /// A click on a line puts the focus there; one on the line in focus opens it.
    pub(super) fn click_recipe_line(&mut self, line: Setting) -> Vec<Effect> {
        if self.recipe.line == line {
            return self.edit_recipe_line();
        }
        self.recipe.line = line;
        Vec::new()
    }

    /// ← and → on the line in focus.
    pub(super) fn step_recipe_line(&mut self, forward: bool) {
        self.step_recipe(self.recipe.line, forward);
    }

    /// One step along a line, which comes into focus.
    pub(super) fn step_recipe(&mut self, line: Setting, forward: bool) {
        self.recipe.line = line;
        let wanted = self.wanted_recipe();
        if self.says_nothing(line, &wanted) {
            return;
        }
        match line.stepped(&wanted, &self.list, forward) {
            Some(next) => self.change_recipe(line, &next),
            None if line == Setting::Features => {
                self.overlay = Some(Overlay::Features { selected: 0 });
            }
            None => {
                let said = [self.label(line), self.value(line, &wanted)];
                self.tell(Notice::info(Message::new(words::NO_FURTHER, said)));
            }
        }
    }

    /// Opens the line in focus: a field to type in, the list of features, or the next choice.
    pub(super) fn edit_recipe_line(&mut self) -> Vec<Effect> {
        self.set_focus(RecipePanel::Recipe);
        let line = self.recipe.line;
        let wanted = self.wanted_recipe();
        if self.says_nothing(line, &wanted) {
            return Vec::new();
        }
        if !line.is_typed() {
            self.step_recipe(line, true);
            return Vec::new();
        }
        let field = TextField::new(&line.text(&wanted.spelled_out(&self.list)));
        self.toggle_overlay(Overlay::RecipeText { field })
    }

    /// Takes what was typed; a text that cannot be taken stays under the cursor.
    pub(super) fn take_typed(&mut self, field: TextField) -> Vec<Effect> {
        let line = self.recipe.line;
        match typed::read(line, field.text(), &self.wanted_recipe(), &self.list) {
            Ok(next) => self.change_recipe(line, &next),
            Err(_) => self.overlay = Some(Overlay::RecipeText { field }),
        }
        Vec::new()
    }

    /// Switches a feature on or off; new ones come in the order of the list of features.
    pub(super) fn toggle_feature(&mut self, row: usize) {
        let feature = Feature::ALL[row.min(Feature::ALL.len() - 1)];
        let mut next = self.wanted_recipe();
        if next.features.contains(&feature) {
            next.features.retain(|&known| known != feature);
        } else if facts::available(feature, &self.list) {
            let place = |feature: Feature| Feature::ALL.iter().position(|&one| one == feature);
            let at = next.features.partition_point(|&known| place(known) < place(feature));
            next.features.insert(at, feature);
        } else {
            return self.tell(Notice::info(Message::plain(words::NOT_ON_LIST)));
        }
        match next.validate(self.list.len()) {
            Ok(()) => self.change_recipe(Setting::Features, &next),
            Err(error) => self.tell(Notice::warning(errors::of_recipe(&error))),
        }
    }

    /// Takes a line over from `next`: into the run where it can go on, else onto the form, as a rate that
    /// waits there does.
    pub(super) fn change_recipe(&mut self, line: Setting, next: &Recipe) {
        if line == Setting::LearningRate && !self.waiting_lines().contains(&line) {
            self.set_rate(next.learning_rate);
        } else if matches!(line, Setting::L1 | Setting::L2) {
            self.set_penalties(line, (next.l1, next.l2));
        } else {
            self.let_wait(line, |draft, _| draft.take(line, next));
        }
    }

    /// Begins a new run with what waits; the old run stays, and so does what waits on its form.
    pub(super) fn start_recipe(&mut self) {
        if !self.has_waiting() {
            return self.tell(Notice::info(Message::plain(words::NOTHING_TO_START)));
        }
        let name = self.runs.next_name();
        let old = self.run_name();
        match Run::from_recipe(name.clone(), self.list.clone(), self.wanted_recipe()) {
            Ok(run) => {
                let before = self.runs.active_index();
                let after = self.runs.add(run, Origin::Recipe);
                self.show_new(before, after);
                self.tell(Notice::info(Message::new(words::STARTED, [name, old])));
            }
            Err(error) => self.tell(Notice::warning(errors::of_run(&error))),
        }
    }

    /// Changes L1 and L2 of the run: at its end it goes on with them, in its past a branch begins.
    fn set_penalties(&mut self, line: Setting, after: (f64, f64)) {
        let before = self.run().regularisation();
        let part = |(l1, l2): (f64, f64)| show::number(if line == Setting::L1 { l1 } else { l2 });
        let change = |run: &mut Run| run.set_regularisation(after.0, after.1);
        let run = self.runs.active_index();
        let undo = Change::Penalties { run, before, after };
        let label = words::label(line);
        self.tune(label, [part(before), part(after)], change, undo);
    }

    /// Tells why a line says nothing under a recipe, if so.
    fn says_nothing(&mut self, line: Setting, recipe: &Recipe) -> bool {
        let Some(why) = line.idle(recipe) else {
            return false;
        };
        let why = self.settings.say(words::idle(why)).to_owned();
        let said = [self.label(line), why];
        self.tell(Notice::info(Message::new(words::SAYS_NOTHING, said)));
        true
    }

    /// The name of the run on the screen, as a sentence needs it.
    pub fn run_title(&self) -> String {
        if self.is_published() && !self.runs.active().named {
            self.settings.say(words::THE_PUBLISHED).to_owned()
        } else {
            self.run_name()
        }
    }

    fn label(&self, line: Setting) -> String {
        self.settings.say(words::label(line)).to_owned()
    }

    fn value(&self, line: Setting, recipe: &Recipe) -> String {
        show::value(self.settings.language, line, recipe, &self.list)
    }
}
