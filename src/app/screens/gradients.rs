//! What keys do on the Gradients screen, and what it remembers: whose gradient, how far the step has
//! come, whom the list of pulls points at. The numbers themselves are in `lens`.

mod lens;
pub mod whose;

use std::fmt::Write as _;

use crate::app::commands::editing;
use crate::app::core::movement::{Motion, step};
use crate::app::core::pointer::Spot;
use crate::app::figure::{Export, Figure};
use crate::app::hits::Pointed;
use crate::app::popups::Popup;
use crate::app::screens::behaviour::Behaviour;
use crate::app::screens::small_maps::SmallMaps;
use crate::app::{Core, GradientsPanel, GradientsTarget, OwnTarget, Panel, Screen, Target};
use crate::explain::names::Names;
use crate::explain::update::{Stage, Update, Whose};
use crate::explain::words::gradients as words;
use lens::{Cursors, Lens, SeenGradients};

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
    /// The small maps of the picture.
    pub maps: SmallMaps,
}

impl Gradients {
    /// Whether a micro-step is reached.
    pub fn shows(&self, stage: Stage) -> bool {
        self.stage >= stage
    }
}

impl Gradients {
    /// The numbers for the present cursors, as far as they are computed.
    pub fn lens(&self, core: &Core) -> SeenGradients<'_> {
        self.lens.seen(Cursors::of(core))
    }

    /// The account of the update of the parameter pointed at, by the person or the batch; none where there is no
    /// gradient.
    pub fn account<'a>(&'a self, core: &'a Core, names: Names<'a>) -> Option<Update<'a>> {
        let (lens, parameter) = (self.lens(core), core.spot().parameter(core.network()));
        let index = core.network().index(parameter);
        let (whose, step, check) = if self.batch {
            let batch = lens.batch()?;
            (Whose::Batch(&batch.of, lens.pulls()), &batch.step, batch.check(index))
        } else {
            let one = lens.one()?.ok()?;
            (Whose::Person(&one.of), &one.step, one.check(index))
        };
        Some(Update { run: core.run(), passenger: core.passenger(), parameter, whose, step, check, names })
    }

    /// A page key in the chain: a page less one, so that a line stays to hold on to.
    fn scroll_chain(&mut self, core: &mut Core, down: bool) {
        self.follow(core);
        let account = self.account(core, core.names());
        let lines = account.map_or_else(Vec::new, |account| account.lines());
        let reached = lines.iter().filter(|line| self.shows(line.stage)).count();
        let lines = lines.len();
        let room = core.hits.page(GradientsPanel::Chain);
        let most = if lines > room { (reached + 1).saturating_sub(room) } else { 0 };
        let by = room.saturating_sub(3).max(1);
        let up = self.chain_up.min(most);
        self.chain_up = if down { up.saturating_sub(by) } else { (up + by).min(most) };
    }

    /// The rows that are listed: the most wrong, or from the gradient on those who pull, up first, each side the
    /// strongest first, as many as there is room for.
    fn listed(&self, core: &Core) -> Vec<usize> {
        let lens = self.lens(core);
        let room = core.hits.page(GradientsPanel::Pulls);
        if !self.shows(Stage::Gradient) {
            return lens.most_wrong().iter().copied().take(room).collect();
        }
        let sides = [&lens.pulls().up, &lens.pulls().down];
        sides.into_iter().flat_map(|side| side.iter().take(room)).map(|pull| pull.row).collect()
    }

    fn move_pull(&mut self, core: &mut Core, by: isize) {
        self.follow(core);
        let count = self.listed(core).len();
        let at = self.pull.min(count.saturating_sub(1));
        self.pull = step(at, by, count);
    }

    /// Looks at the whole batch, or at the selected passenger.
    pub(in crate::app) fn look_at_batch(&mut self, core: &mut Core, batch: bool) {
        self.batch = batch;
        self.came_from = None;
        core.touch();
    }

    /// Looks at one of those who pull.
    pub(in crate::app) fn select_pull(&mut self, core: &mut Core, row: usize) {
        let before = (core.who, self.batch);
        self.came_from.get_or_insert(before);
        core.who = row;
        self.batch = false;
        core.moved();
    }
}

impl Behaviour for Gradients {
    fn point(&mut self, core: &mut Core, at: Pointed) -> bool {
        let Target::Own(OwnTarget::Gradients(target)) = at.target else {
            return false;
        };
        match target {
            GradientsTarget::Pull(row) => self.select_pull(core, row),
            GradientsTarget::Stage(stage) => self.stage = stage,
            GradientsTarget::Whose => self.look_at_batch(core, !self.batch),
        }
        true
    }

    fn export(&self, _core: &Core) -> Export {
        Export::Figure(Figure::Network)
    }

    fn go(&mut self, core: &mut Core, motion: Motion) {
        let panel = core.focus_on.gradients;
        let sideways = motion.across();
        if sideways != 0 {
            self.stage = Stage::ALL[step(self.stage as usize, sideways, Stage::ALL.len())];
            return;
        }
        if panel == GradientsPanel::Pulls {
            return self.move_pull(core, motion.rows(usize::MAX / 4));
        }
        match motion {
            Motion::PageUp | Motion::PageDown if panel == GradientsPanel::Chain => {
                self.scroll_chain(core, motion == Motion::PageDown);
            }
            Motion::Arrow(_) | Motion::PageUp | Motion::PageDown => {
                let by = motion.rows(core.hits.page(GradientsPanel::Steps).max(2) - 1);
                for _ in 0..by.unsigned_abs() {
                    editing::walk_parameters(core, by > 0);
                }
            }
            Motion::First => core.spot = Spot::START,
            Motion::Last => {
                let network = core.run().network();
                let output = network.depth() - 1;
                core.spot = Spot::Weight { layer: output, neuron: 0, input: network.layer(output).inputs };
            }
        }
    }

    fn open(&mut self, core: &mut Core) -> Option<Popup> {
        if core.focus() == Panel::Gradients(GradientsPanel::Pulls) {
            self.follow(core);
            if let Some(&row) = self.listed(core).get(self.pull) {
                self.select_pull(core, row);
            }
        } else {
            self.look_at_batch(core, !self.batch);
        }
        None
    }

    fn next_view(&mut self, _core: &mut Core) {
        self.single = !self.single;
    }

    fn can_cancel(&self, _core: &Core) -> bool {
        self.came_from.is_some() || self.batch || self.single
    }

    fn cancel(&mut self, core: &mut Core) {
        if let Some((who, batch)) = self.came_from.take() {
            core.who = who;
            self.batch = batch;
        } else if self.single {
            self.single = false;
        } else {
            self.batch = false;
        }
        core.moved();
    }

    fn follow(&mut self, core: &mut Core) {
        let at = Cursors::of(core);
        self.lens.follow(at, &core.runs.active().run, self.stage < Stage::Gradient);
        self.maps.follow(core);
    }

    fn is_pending(&self, core: &Core) -> bool {
        core.screen == Screen::Gradients && !core.is_playing() && self.lens(core).is_waiting()
    }

    fn slice(&mut self, core: &mut Core) {
        let at = Cursors::of(core);
        if self.lens.work(at, &core.runs.active().run) {
            core.touch();
        }
    }

    fn copied(&mut self, core: &mut Core) -> String {
        self.follow(core);
        copied(self, core)
    }
}

/// The chain rule and the step as plain text, full precision, the minus sign of a keyboard: whose gradient, every line
/// of the chain with every digit, and the sentence.
fn copied(on: &Gradients, core: &Core) -> String {
    let names = Names { is_copy: true, ..core.names() };
    let mut text = if on.batch {
        format!("{}\n", whose::batch(core, on.lens(core).batch()))
    } else {
        format!("{} ({})\n", core.passenger().name, whose::facts(core))
    };
    let _ = writeln!(text, "{}, epoch {}", core.run_name(), core.run().epoch());
    let parameter = core.spot().parameter(core.network());
    if let Some(letter) = names.letter(parameter) {
        let _ = writeln!(text, "{letter} = {}", names.parameter(parameter));
    }
    if let (false, Some(Err(why))) = (on.batch, on.lens(core).one()) {
        let _ = writeln!(text, "{}", core.settings.say(words::no_gradient(why)));
        return text;
    }
    text += &on.account(core, names).map_or_else(String::new, |update| update.copied());
    text.replace('−', "-").replace('×', "*")
}
