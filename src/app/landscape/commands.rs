//! What keys and the mouse do on the Landscape screen.

use super::map::Map;
use super::{Choice, Seen, area_of, choices};
use crate::app::pointer::Direction;
use crate::app::runs::Origin;
use crate::app::{App, Area, Effect, LandscapePanel, Notice};
use crate::explain::words::{Message, landscape as words};
use crate::nn::Parameter;
use crate::training::Run;

/// The most the maps are magnified, as a power of two.
const MOST_ZOOM: u8 = 12;

impl App {
    /// Brings the maps up to date with the cursors.
    pub(in crate::app) fn follow_landscape(&mut self) {
        let (hurry, spot) = (self.is_playing(), self.spot());
        self.landscape.follow(self.runs.active(), spot, hurry);
    }

    /// The screen as the cursors see it now.
    pub fn landscape(&self) -> Seen<'_> {
        Seen { all: &self.landscape, fits: self.landscape.of == Some(self.stamp()) }
    }

    /// Whether a part of the maps waits to be computed.
    pub(in crate::app) fn landscape_is_pending(&self) -> bool {
        self.landscape.is_pending(self.runs.active().past())
    }

    /// Brings the maps up to date where the cursors have moved since the last frame.
    fn settle_landscape(&mut self) {
        if !self.landscape().fits {
            self.follow_landscape();
        }
    }

    /// Takes over how large the maps were drawn.
    pub(in crate::app) fn resize_landscape(&mut self) {
        if self.landscape.resize(&self.hits) {
            self.follow_landscape();
        }
    }

    /// Does a slice of the maps' work.
    pub(in crate::app) fn slice_landscape(&mut self) {
        let training = self.is_playing();
        let run = &self.runs.active().run;
        if self.landscape.do_slice(run, training) {
            self.touch();
        }
    }

    fn focused_map(&self) -> Option<&Map> {
        self.landscape().map(self.focus_on.landscape)
    }

    /// The run a panel's map is about.
    fn run_of_map(&self, panel: LandscapePanel) -> Option<&Run> {
        if panel == LandscapePanel::Beside {
            let twin = self.landscape().twin()?.ok()?;
            Some(twin.run())
        } else {
            Some(self.run())
        }
    }

    /// An arrow: the probe goes on by a cell; the first one sets it beside the network.
    pub(in crate::app) fn move_in_landscape(&mut self, direction: Direction) {
        self.settle_landscape();
        let panel = self.focus_on.landscape;
        let known = self.landscape.probe.filter(|(on, _)| *on == panel).map(|(_, place)| place);
        let (Some((area, _)), Some(plane), Some(run)) =
            (area_of(&self.hits, panel), self.focused_map().and_then(Map::plane), self.run_of_map(panel))
        else {
            return;
        };
        let from = known.unwrap_or_else(|| plane.place_of(run.network().parameters()));
        let (columns, rows) = (usize::from(area.width), usize::from(area.height));
        let cell = |share: f64, count: usize| {
            let at = (share * count as f64).floor();
            at.clamp(0.0, (count - 1) as f64) as isize
        };
        let (dx, dy) = match direction {
            Direction::Left => (-1, 0),
            Direction::Right => (1, 0),
            Direction::Up => (0, 1),
            Direction::Down => (0, -1),
        };
        let go = |at: isize, by: isize, count: usize| (at + by).clamp(0, count.cast_signed() - 1).cast_unsigned();
        let x = go(cell(plane.across.share(from[0]), columns), dx, columns);
        let y = go(cell(plane.up.share(from[1]), rows), dy, rows);
        let place = [plane.across.cell(x, columns), plane.up.cell(y, rows)];
        self.landscape.probe = Some((panel, place));
        self.touch();
    }

    /// The mouse puts the probe where it points.
    pub(in crate::app) fn point_in_landscape(&mut self, panel: LandscapePanel, area: Area, x: u16, y: u16) {
        self.settle_landscape();
        let Some(plane) = self.landscape().map(panel).and_then(Map::plane) else {
            return;
        };
        let column = usize::from(x.saturating_sub(area.x).min(area.width - 1));
        let row = usize::from(y.saturating_sub(area.y).min(area.height - 1));
        let rows = usize::from(area.height);
        let place = [plane.across.cell(column, usize::from(area.width)), plane.up.cell(rows - 1 - row, rows)];
        self.landscape.probe = Some((panel, place));
        self.touch();
    }

    /// A page key: magnifies the maps around the network, or shows more of them.
    pub(in crate::app) fn page_in_landscape(&mut self, down: bool) {
        let zoom = self.landscape.zoom;
        self.landscape.zoom = if down { zoom.saturating_sub(1) } else { (zoom + 1).min(MOST_ZOOM) };
    }

    /// Home: the maps as wide as they were; End: the probe on the best.
    pub(in crate::app) fn edge_in_landscape(&mut self, last: bool) {
        self.settle_landscape();
        if !last {
            self.landscape.zoom = 0;
            return;
        }
        let panel = self.focus_on.landscape;
        let best = self.focused_map().and_then(|map| {
            let place = map.plane()?.place_of(map.optimum()?);
            map.plane()?.shows(place).then_some(place)
        });
        match best {
            Some(place) => self.landscape.probe = Some((panel, place)),
            None => self.tell(Notice::info(Message::plain(words::NO_BEST))),
        }
    }

    /// Enter: trains from where the probe stands. Without a probe the map fills the screen, and the twin comes
    /// on the list.
    pub(in crate::app) fn open_in_landscape(&mut self) -> Vec<Effect> {
        // The probe may have moved since the last frame, and its numbers begin a run.
        self.follow_landscape();
        let panel = self.focus_on.landscape;
        let point = self.focused_map().and_then(Map::probed).map(|probed| probed.point.clone());
        match (panel, point) {
            (LandscapePanel::Beside, point) => self.keep_twin(point.as_deref()),
            (_, Some(point)) => self.train_from(&point),
            (_, None) => self.zoomed = !self.zoomed,
        }
        Vec::new()
    }

    fn train_from(&mut self, point: &[f64]) {
        let name = self.runs.next_name();
        let edits = edits(self.run(), point);
        let Some(branch) = self.run().branch_with(&name, &edits) else {
            return self.tell(Notice::warning(Message::plain(words::OVERFLOWS)));
        };
        let kept = self.run_name();
        let epoch = branch.epoch().to_string();
        let before = self.runs.active_index();
        let root = self.hand_root();
        let after = self.runs.add(branch, Origin::ByHand { root });
        self.landscape.probe = None;
        self.show_new(before, after);
        let said = [name, epoch, kept];
        self.tell(Notice::info(Message::new(words::BEGINS, said)));
    }

    /// Puts the twin on the list as a run of its own, set to the probe's numbers where there is one.
    fn keep_twin(&mut self, point: Option<&[f64]>) {
        let name = self.runs.next_name();
        let Some(run) = self.run_of_map(LandscapePanel::Beside) else {
            return;
        };
        let kept = match point {
            Some(point) => run.branch_with(&name, &edits(run, point)),
            None => Some(run.duplicate(&name)),
        };
        let Some(kept) = kept else {
            return self.tell(Notice::warning(Message::plain(words::OVERFLOWS)));
        };
        let before = self.runs.active_index();
        let after = self.runs.add(kept, Origin::Variant);
        self.landscape.probe = None;
        self.show_new(before, after);
        self.set_focus(LandscapePanel::Landscape);
        self.tell(Notice::info(Message::new(words::TWIN_KEPT, [name])));
    }

    /// `v`: the others held, or at their best in each cell.
    pub(in crate::app) fn next_view_in_landscape(&mut self) {
        self.settle_landscape();
        let has_best = self.landscape().map(LandscapePanel::Landscape).is_some_and(Map::has_best);
        if has_best || self.landscape.best {
            self.landscape.best = !self.landscape.best;
        } else {
            self.tell(Notice::info(Message::plain(words::NO_OTHERS)));
        }
    }

    /// `a`: the next pair of axes. With hidden layers it is said what they are.
    pub(in crate::app) fn next_axes_in_landscape(&mut self) {
        self.settle_landscape();
        let all = choices(self.network(), self.spot());
        let now = self.landscape().choice(self.network(), self.spot());
        let at = all.iter().position(|choice| *choice == now).unwrap_or(0);
        let next = (at + 1) % all.len();
        self.landscape.chosen = Some(next);
        self.landscape.probe = None;
        self.landscape.zoom = 0;
        let count = self.network().parameters().len();
        let said = match all[next] {
            Choice::Random => {
                let seed = self.run().recipe().seed.to_string();
                Message::new(words::RANDOM_WHY, [seed])
            }
            Choice::Principal => Message::plain(words::PRINCIPAL_WHY),
            Choice::Parameters(..) if count > 3 => Message::new(words::PAIR_WHY, [(count - 2).to_string()]),
            Choice::Parameters(..) => return self.notice = None,
        };
        self.tell(Notice::info(said));
    }

    /// Whether Esc has anything to undo here.
    pub(in crate::app) const fn cancels_in_landscape(&self) -> bool {
        self.landscape.probe.is_some() || self.landscape.zoom > 0
    }

    /// Esc: the probe returns to the network, then the map to its size.
    pub(in crate::app) const fn cancel_in_landscape(&mut self) {
        if self.landscape.probe.take().is_none() {
            self.landscape.zoom = 0;
        }
    }

    /// Whether the probe stands on the focused map.
    pub fn has_probe(&self) -> bool {
        self.landscape.probe.is_some_and(|(panel, _)| panel == self.focus_on.landscape)
    }

    /// Whether the focused map is that of the twin, without a probe on it.
    pub fn on_twin(&self) -> bool {
        self.focus_on.landscape == LandscapePanel::Beside && !self.has_probe()
    }

    /// Whether the parameters beside the axes can be put at their best.
    pub fn has_best_view(&self) -> bool {
        self.landscape().map(LandscapePanel::Landscape).is_some_and(Map::has_best)
    }

    /// Whether there is more than one pair of axes.
    pub fn has_other_axes(&self) -> bool {
        choices(self.network(), self.spot()).len() > 1
    }
}

/// All numbers that make a run's network the one with these parameters.
fn edits(run: &Run, point: &[f64]) -> Vec<(Parameter, f64)> {
    let network = run.network();
    let pairs = network.parameters().iter().zip(point).enumerate();
    pairs
        .filter(|(_, (now, wanted))| now.to_bits() != wanted.to_bits())
        .map(|(index, (_, wanted))| (network.parameter_at(index), *wanted))
        .collect()
}
