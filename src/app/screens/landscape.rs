//! What keys and the mouse do on the Landscape screen.

mod choice;
mod copied;
pub mod map;
mod scales;
mod state;
mod stretches;
pub mod twin;

pub use choice::{Choice, choices};
pub use state::{Landscape, SHARE, SeenLandscape};

use crate::app::commands::{editing, switch};
use crate::app::core::movement::Motion;
use crate::app::core::runs::Origin;
use crate::app::figure::{Export, Figure};
use crate::app::hits::Pointed;
use crate::app::popups::Popup;
use crate::app::screens::behaviour::Behaviour;
use crate::app::{Core, LandscapePanel, LandscapeTarget, Notice, OwnTarget, Panel, Target};
use crate::explain::numbers;
use crate::explain::words::{Message, landscape as words};
use crate::nn::Parameter;
use crate::training::Run;
use map::Map;
use state::area_of;

/// The most the maps are magnified, as a power of two.
const MOST_ZOOM: u8 = 12;

/// All numbers that make a run's network the one with these parameters.
fn edits(run: &Run, point: &[f64]) -> Vec<(Parameter, f64)> {
    let network = run.network();
    let pairs = network.parameters().iter().zip(point).enumerate();
    pairs
        .filter(|(_, (now, wanted))| now.to_bits() != wanted.to_bits())
        .map(|(index, (_, wanted))| (network.parameter_at(index), *wanted))
        .collect()
}

impl Behaviour for Landscape {
    fn point(&mut self, core: &mut Core, at: Pointed) -> bool {
        let Target::Own(OwnTarget::Landscape(LandscapeTarget::LossMap { panel, .. })) = at.target else {
            return false;
        };
        put_probe(self, core, panel, at);
        true
    }

    fn wheel(&mut self, core: &mut Core, _panel: Panel, down: bool) {
        self.go(core, if down { Motion::PageDown } else { Motion::PageUp });
    }

    fn export(&self, _core: &Core) -> Export {
        Export::Figure(Figure::Landscape)
    }

    fn go(&mut self, core: &mut Core, motion: Motion) {
        match motion {
            Motion::Arrow(_) => walk_probe(self, core, motion),
            Motion::PageUp => self.zoom = (self.zoom + 1).min(MOST_ZOOM),
            Motion::PageDown => self.zoom = self.zoom.saturating_sub(1),
            Motion::First => self.zoom = 0,
            Motion::Last => probe_best(self, core),
        }
    }

    fn open(&mut self, core: &mut Core) -> Option<Popup> {
        // The probe may have moved since the last frame, and its numbers begin a run.
        self.follow(core);
        let panel = core.focus_on.landscape;
        let point = self.focused_map(core).and_then(Map::probed).map(|probed| probed.point.clone());
        match (panel, point) {
            (LandscapePanel::Beside, point) => keep_twin(self, core, point.as_deref()),
            (_, Some(point)) => train_from(self, core, &point),
            (_, None) => core.zoomed = !core.zoomed,
        }
        None
    }

    fn next_view(&mut self, core: &mut Core) {
        settle_landscape(self, core);
        let has_best = self.seen(core).map(LandscapePanel::Landscape).is_some_and(Map::has_best);
        if has_best || self.best {
            self.best = !self.best;
        } else {
            core.tell(Notice::info(Message::plain(words::NO_OTHERS)));
        }
    }

    fn next_axes(&mut self, core: &mut Core) {
        settle_landscape(self, core);
        let all = choices(core.network(), core.spot());
        let now = self.seen(core).choice(core.network(), core.spot());
        let at = all.iter().position(|choice| *choice == now).unwrap_or(0);
        let next = (at + 1) % all.len();
        self.chosen = Some(next);
        self.probe = None;
        self.zoom = 0;
        let count = core.network().parameters().len();
        let said = match all[next] {
            Choice::Random => {
                let seed = core.run().recipe().seed.to_string();
                Message::new(words::RANDOM_WHY, [seed])
            }
            Choice::Principal => Message::plain(words::PRINCIPAL_WHY),
            Choice::Parameters(..) if count > 3 => Message::new(words::PAIR_WHY, [(count - 2).to_string()]),
            Choice::Parameters(..) => return core.notice = None,
        };
        core.tell(Notice::info(said));
    }

    fn can_cancel(&self, _core: &Core) -> bool {
        self.probe.is_some() || self.zoom > 0
    }

    fn cancel(&mut self, _core: &mut Core) {
        if self.probe.take().is_none() {
            self.zoom = 0;
        }
    }

    fn follow(&mut self, core: &mut Core) {
        let (hurry, spot) = (core.is_playing(), core.spot());
        self.follow_slot(core.runs.active(), spot, hurry);
    }

    fn drawn(&mut self, core: &mut Core) {
        if self.resize(&core.hits) {
            self.follow(core);
        }
    }

    fn is_pending(&self, core: &Core) -> bool {
        self.waits(core.runs.active().past())
    }

    fn slice(&mut self, core: &mut Core) {
        let training = core.is_playing();
        let run = &core.runs.active().run;
        if self.do_slice(run, training) {
            core.touch();
        }
    }

    fn copied(&mut self, core: &mut Core) -> String {
        self.follow(core);
        let panel = core.focus_on.landscape;
        let of = self.seen(core).map(panel).zip(self.run_of_map(core, panel));
        of.and_then(|(map, run)| copied::text(map, run)).unwrap_or_else(|| "no map\n".to_owned())
    }
}

/// An arrow: the probe goes a cell on.
fn walk_probe(on: &mut Landscape, core: &mut Core, motion: Motion) {
    settle_landscape(on, core);
    let panel = core.focus_on.landscape;
    let known = on.probe.filter(|(on, _)| *on == panel).map(|(_, place)| place);
    let (Some((area, _)), Some(plane), Some(run)) =
        (area_of(&core.hits, panel), on.focused_map(core).and_then(Map::plane), on.run_of_map(core, panel))
    else {
        return;
    };
    let from = known.unwrap_or_else(|| plane.place_of(run.network().parameters()));
    let (columns, rows) = (usize::from(area.width), usize::from(area.height));
    let cell = |share: f64, count: usize| {
        let at = (share * count as f64).floor();
        at.clamp(0.0, (count - 1) as f64) as isize
    };
    let go = |at: isize, by: isize, count: usize| (at + by).clamp(0, count.cast_signed() - 1).cast_unsigned();
    let x = go(cell(plane.across.share(from[0]), columns), motion.across(), columns);
    let y = go(cell(plane.up.share(from[1]), rows), -motion.rows(1), rows);
    let place = [plane.across.cell(x, columns), plane.up.cell(y, rows)];
    on.probe = Some((panel, place));
    core.touch();
}

/// Puts the probe on the best place of the map.
fn probe_best(on: &mut Landscape, core: &mut Core) {
    settle_landscape(on, core);
    let panel = core.focus_on.landscape;
    let best = on.focused_map(core).and_then(|map| {
        let place = map.plane()?.place_of(map.optimum()?);
        map.plane()?.shows(place).then_some(place)
    });
    match best {
        Some(place) => on.probe = Some((panel, place)),
        None => core.tell(Notice::info(Message::plain(words::NO_BEST))),
    }
}

/// Brings the maps up to date where the cursors have moved since the last frame.
fn settle_landscape(on: &mut Landscape, core: &mut Core) {
    if !on.seen(core).fits {
        on.follow(core);
    }
}

/// The mouse puts the probe where it points.
fn put_probe(on: &mut Landscape, core: &mut Core, panel: LandscapePanel, Pointed { area, x, y, .. }: Pointed) {
    settle_landscape(on, core);
    let Some(plane) = on.seen(core).map(panel).and_then(Map::plane) else {
        return;
    };
    let column = usize::from(x.saturating_sub(area.x).min(area.width - 1));
    let row = usize::from(y.saturating_sub(area.y).min(area.height - 1));
    let rows = usize::from(area.height);
    let place = [plane.across.cell(column, usize::from(area.width)), plane.up.cell(rows - 1 - row, rows)];
    on.probe = Some((panel, place));
    core.touch();
}

fn train_from(on: &mut Landscape, core: &mut Core, point: &[f64]) {
    let name = core.runs.next_name();
    let edits = edits(core.run(), point);
    let Some(branch) = core.run().branch_with(&name, &edits) else {
        return core.tell(Notice::warning(Message::plain(words::OVERFLOWS)));
    };
    let kept = core.run_name();
    let epoch = numbers::whole(branch.epoch());
    let before = core.runs.active_index();
    let root = editing::hand_root(core);
    let after = core.runs.add(branch, Origin::ByHand { root });
    on.probe = None;
    switch::show_new(core, before, after);
    let said = [name, epoch, kept];
    core.tell(Notice::info(Message::new(words::BEGINS, said)));
}

/// Puts the twin on the list as a run of its own, set to the probe's numbers where there is one.
fn keep_twin(on: &mut Landscape, core: &mut Core, point: Option<&[f64]>) {
    let name = core.runs.next_name();
    let Some(run) = on.run_of_map(core, LandscapePanel::Beside) else {
        return;
    };
    let kept = match point {
        Some(point) => run.branch_with(&name, &edits(run, point)),
        None => Some(run.duplicate(&name)),
    };
    let Some(kept) = kept else {
        return core.tell(Notice::warning(Message::plain(words::OVERFLOWS)));
    };
    let before = core.runs.active_index();
    let after = core.runs.add(kept, Origin::Variant);
    on.probe = None;
    switch::show_new(core, before, after);
    core.set_focus(LandscapePanel::Landscape);
    core.tell(Notice::info(Message::new(words::TWIN_KEPT, [name])));
}
