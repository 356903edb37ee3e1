//! What keys do on the Gradients screen, and what it remembers: whose gradient, how far the step has
//! come, whom the list of pulls points at. The numbers themselves are in `lens`.

mod copied;
pub mod lens;
pub mod whose;

use super::pointer::{Direction, Spot};
use super::{App, Effect, GradientsPanel, Panel, Screen};
use crate::analysis::gradient::Pull;
use crate::explain::update::{Speech, Stage, Update, Whose};
use lens::{At, Lens, Seen};

/// What the Gradients screen remembers.
#[derive(Debug, Clone, Default)]
pub struct Gradients {
    /// How far the step has come.
    pub stage: Stage,
    /// Whether the whole batch is looked at rather than the selected passenger.
    pub batch: bool,
    /// Whether the table holds only what is looked at, without the other below it.
    pub single: bool,
    /// The place of the pointer in the list of pulls, those up first.
    pub pull: usize,
    /// How many lines the chain is scrolled up, where it does not fit.
    pub chain_up: usize,
    /// Who was selected before a name was chosen, and whether the batch was shown.
    came_from: Option<(usize, bool)>,
    lens: Lens,
}

impl Gradients {
    /// Whether a micro-step is reached.
    pub fn shows(&self, stage: Stage) -> bool {
        self.stage >= stage
    }
}

impl App {
    /// Brings the numbers of the screen up to date with the cursors.
    pub(super) fn refresh_gradients(&mut self) {
        let at = At::of(self);
        self.gradients.lens.follow(at, &self.runs.active().run);
    }

    /// The numbers for the present cursors, as far as they are computed.
    pub fn lens(&self) -> Seen<'_> {
        self.gradients.lens.seen(At::of(self))
    }

    /// The account of the update of the parameter pointed at, by the person or the batch; none where there is no
    /// gradient.
    pub fn account<'a>(&'a self, speech: Speech<'a>) -> Option<Update<'a>> {
        let (lens, parameter) = (self.lens(), self.spot().parameter(self.network()));
        let index = self.network().index(parameter);
        let (whose, step, check) = if self.gradients.batch {
            let batch = lens.batch()?;
            (Whose::Batch(&batch.rows, lens.pulls()), &batch.step, batch.check(index))
        } else {
            let one = lens.one()?.ok()?;
            (Whose::Person(&one.flow), &one.step, one.check(index))
        };
        Some(Update { run: self.run(), passenger: self.passenger(), parameter, whose, step, check, speech })
    }

    /// Whether numerical checks are still to be made.
    pub(super) fn has_checks_waiting(&self) -> bool {
        self.screen == Screen::Gradients && !self.is_playing() && self.lens().is_waiting()
    }

    /// Makes about a millisecond's worth of them.
    pub(super) fn do_checks(&mut self) {
        let at = At::of(self);
        if self.gradients.lens.work(at, &self.runs.active().run) {
            self.touch();
        }
    }

    /// An arrow in the focused panel.
    pub(super) fn move_in_gradients(&mut self, direction: Direction) {
        let forward = matches!(direction, Direction::Right | Direction::Down);
        let sideways = matches!(direction, Direction::Left | Direction::Right);
        if sideways {
            let by = if forward { 1 } else { -1 };
            let at = super::movement::step(self.gradients.stage as usize, by, Stage::ALL.len());
            self.gradients.stage = Stage::ALL[at];
        } else if self.focus() == Panel::Gradients(GradientsPanel::Pulls) {
            self.move_pull(if forward { 1 } else { -1 });
        } else {
            self.walk_parameters(forward);
        }
    }

    /// A page key in the focused panel.
    pub(super) fn page_in_gradients(&mut self, down: bool) {
        if self.focus() == Panel::Gradients(GradientsPanel::Pulls) {
            return self.edge_in_gradients(down);
        }
        if self.focus() == Panel::Gradients(GradientsPanel::Chain) {
            return self.scroll_chain(down);
        }
        let rows = self.hits.page(GradientsPanel::Steps).max(2) - 1;
        for _ in 0..rows {
            self.walk_parameters(down);
        }
    }

    /// A page key in the chain: a page less one, so that a line stays to hold on to.
    fn scroll_chain(&mut self, down: bool) {
        self.refresh_gradients();
        let lines = self.account(Speech { names: self.names(), is_copy: false }).map_or_else(Vec::new, |of| of.lines());
        let reached = lines.iter().filter(|line| self.gradients.shows(line.stage)).count();
        let lines = lines.len();
        let room = self.hits.page(GradientsPanel::Chain);
        let most = if lines > room { (reached + 1).saturating_sub(room) } else { 0 };
        let by = room.saturating_sub(3).max(1);
        let up = self.gradients.chain_up.min(most);
        self.gradients.chain_up = if down { up.saturating_sub(by) } else { (up + by).min(most) };
    }

    /// Home, End, g or G in the focused panel.
    pub(super) fn edge_in_gradients(&mut self, last: bool) {
        if self.focus() == Panel::Gradients(GradientsPanel::Pulls) {
            return self.move_pull(if last { isize::MAX / 2 } else { isize::MIN / 2 });
        }
        let network = self.run().network();
        let output = network.depth() - 1;
        self.spot = if last {
            Spot::Weight { layer: output, neuron: 0, input: network.layer(output).inputs }
        } else {
            Spot::START
        };
    }

    /// Those the list of pulls has room for, up first, each side the strongest first.
    pub fn listed_pulls(&self) -> (&[Pull], &[Pull]) {
        let pulls = self.lens().pulls();
        let room = self.hits.page(GradientsPanel::Pulls);
        let listed = |side| -> &[Pull] {
            let side: &Vec<Pull> = side;
            &side[..room.min(side.len())]
        };
        (listed(&pulls.up), listed(&pulls.down))
    }

    fn move_pull(&mut self, by: isize) {
        self.refresh_gradients();
        let (up, down) = self.listed_pulls();
        let count = up.len() + down.len();
        let at = self.gradients.pull.min(count.saturating_sub(1));
        self.gradients.pull = super::movement::step(at, by, count);
    }

    /// Enter in the focused panel.
    pub(super) fn open_in_gradients(&mut self) -> Vec<Effect> {
        if self.focus() == Panel::Gradients(GradientsPanel::Pulls) {
            self.refresh_gradients();
            let (up, down) = self.listed_pulls();
            let chosen = up.iter().chain(down).nth(self.gradients.pull);
            if let Some(row) = chosen.map(|pull| pull.row) {
                self.select_pull(row);
            }
        } else {
            self.look_at_batch(!self.gradients.batch);
        }
        Vec::new()
    }

    /// Looks at the whole batch, or at the selected passenger.
    pub(super) fn look_at_batch(&mut self, batch: bool) {
        self.gradients.batch = batch;
        self.gradients.came_from = None;
        self.touch();
    }

    /// Looks at one of those who pull.
    pub(super) fn select_pull(&mut self, row: usize) {
        let before = (self.who, self.gradients.batch);
        self.gradients.came_from.get_or_insert(before);
        self.who = row;
        self.gradients.batch = false;
        self.moved();
    }

    /// `v`: one table, or one for the person and one for the batch.
    pub(super) fn next_view_in_gradients(&mut self) {
        self.gradients.single = !self.gradients.single;
    }

    /// Whether Esc has anything to undo here.
    pub(super) fn cancels_in_gradients(&self) -> bool {
        self.gradients.came_from.is_some() || self.gradients.batch || self.gradients.single
    }

    /// Esc: undoes the thing opened last.
    pub(super) fn cancel_in_gradients(&mut self) {
        if let Some((who, batch)) = self.gradients.came_from.take() {
            self.who = who;
            self.gradients.batch = batch;
        } else if self.gradients.single {
            self.gradients.single = false;
        } else {
            self.gradients.batch = false;
        }
        self.moved();
    }

    /// What `y` copies here.
    pub(super) fn copied_in_gradients(&mut self) -> String {
        self.refresh_gradients();
        copied::text(self)
    }
}
