//! What the Landscape screen remembers: two maps of the training loss, one of the run on the screen and one of its
//! twin with the other scaling, and a probe that walks over them.

use crate::analysis::landscape::LossScale;
use crate::app::core::pointer::Spot;
use crate::app::core::runs::{Past, Slot, Stamp};
use crate::app::screens::landscape::choice;
use crate::app::screens::landscape::choice::{Choice, choices};
use crate::app::screens::landscape::map::{Map, Wish};
use crate::app::screens::landscape::scales::{MapScales, MapView};
use crate::app::screens::landscape::stretches::{CELL_HEIGHT, Stretches};
use crate::app::screens::landscape::twin::{NoTwin, Twin};
use crate::app::{Area, Core, Hits, LandscapePanel, LandscapeTarget};
use crate::nn::Network;
use crate::training::Run;

/// While a run trains, one slice of so many is for the maps.
pub const SHARE: u8 = 8;

/// What the Landscape screen remembers.
#[derive(Debug, Default)]
pub struct Landscape {
    /// The place of the axes among the choices, once the user took some.
    pub(super) chosen: Option<usize>,
    /// The place of those that tell most, which are shown until then.
    pub(super) telling: usize,
    pub(super) best: bool,
    pub(super) zoom: u8,
    pub(super) probe: Option<(LandscapePanel, [f64; 2])>,
    /// Where each map stood in the last frame, and how many losses there are in a cell of it.
    sizes: [Option<(Area, u16)>; 2],
    here: Option<Map>,
    beside: Option<Map>,
    twin: Option<Result<Twin, NoTwin>>,
    stretches: Option<Stretches>,
    /// What the maps and the twin were brought up to date with.
    pub(super) of: Option<Stamp>,
    scales: MapScales,
    /// Slices since the last one that was given to the maps while a run trained.
    waited: u8,
    twin_was_last: bool,
}

impl Landscape {
    /// Whether a part of a map of this run is not computed yet.
    pub(super) fn waits(&self, past: Past) -> bool {
        let maps = [&self.here, &self.beside];
        self.is_of(past) && (maps.into_iter().flatten().any(Map::is_pending) || self.twin_is_behind())
    }

    /// Whether the maps and the twin are this run's, at whichever epoch.
    pub(super) fn is_of(&self, past: Past) -> bool {
        self.of.is_some_and(|of| of.moment.past == past)
    }

    fn twin_is_behind(&self) -> bool {
        // Also where only one map is drawn: the sentence below it compares both.
        self.sizes.iter().any(Option::is_some) && matches!(&self.twin, Some(Ok(twin)) if twin.is_behind())
    }

    /// What the axes are now.
    pub(super) fn choice(&self, network: &Network, spot: Spot) -> Choice {
        let choices = choices(network, spot);
        choices[self.chosen.unwrap_or(self.telling) % choices.len()]
    }

    /// Takes over how large the maps were drawn; true where that is another size than before.
    pub(super) fn resize(&mut self, hits: &Hits) -> bool {
        let sizes = [LandscapePanel::Landscape, LandscapePanel::Beside].map(|panel| area_of(hits, panel));
        let changed = sizes != self.sizes;
        self.sizes = sizes;
        changed
    }

    /// How wide and how high the maps are drawn, in widths of a cell; a map that is not drawn is as the other.
    fn shapes(&self) -> [[f64; 2]; 2] {
        let [here, beside] = self.sizes.map(|size| {
            let (area, _) = size?;
            Some([f64::from(area.width), CELL_HEIGHT * f64::from(area.height)])
        });
        let any = here.or(beside).unwrap_or([1.0; 2]);
        [here.unwrap_or(any), beside.unwrap_or(any)]
    }

    /// Brings the maps up to date with the cursors; in a `hurry`, while time plays, they stay coarse.
    pub(super) fn follow_slot(&mut self, slot: &Slot, spot: Spot, hurry: bool) {
        let (run, past) = (&slot.run, slot.past());
        if !self.is_of(past) {
            let known = self.of.map(|of| of.moment.past);
            if !known.is_some_and(|known| known.is_of_same_slot(past)) {
                self.probe = None;
                self.zoom = 0;
            }
            (self.here, self.beside, self.twin) = (None, None, None);
            self.stretches = None;
            self.scales = MapScales::default();
        }
        self.of = Some(slot.stamp());
        if self.probe.is_none() {
            self.telling = choice::telling(run);
        }
        self.follow_twin(run);
        let here = Map::kept_for(self.here.take(), run);
        let twin = self.twin.as_ref().and_then(|twin| twin.as_ref().ok());
        let beside = twin.map(|twin| Map::kept_for(self.beside.take(), twin.run()));
        let others = beside.as_ref().zip(twin).map(|(map, twin)| (map, twin.run()));
        let choice = self.choice(run.network(), spot);
        let mut stretches = match self.stretches.take() {
            Some(known) if known.choice() == choice && known.fits(&here) => known,
            _ => Stretches::new(choice, (&here, run), others),
        };
        if choice == Choice::Principal && self.chosen.is_none() && !stretches.is_known() {
            // A path along one line alone has no second direction.
            self.telling = 1;
            let choice = self.choice(run.network(), spot);
            stretches = Stretches::new(choice, (&here, run), others);
        }
        let choice = stretches.choice();
        let stretches = stretches.reaching((&here, run), others);
        let best = self.best && here.has_best();
        let wish = |side: usize| Wish {
            best,
            size: self.sizes[side].map(|(area, per_cell)| {
                let lines = area.height * per_cell;
                (usize::from(area.width), usize::from(lines))
            }),
            hurry,
        };
        let mut here = here;
        let sight = (self.shapes(), self.zoom);
        here.follow(run, stretches.plane(0, sight, &here, run), wish(0));
        self.beside = beside.zip(twin).map(|(mut map, twin)| {
            let run = twin.run();
            let plane = stretches.plane(1, sight, &map, run);
            map.follow(run, plane, wish(1));
            map
        });
        let view = MapView { choice, best, zoom: self.zoom };
        self.scales.follow(view, [Some(&here), self.beside.as_ref()]);
        self.here = Some(here);
        self.stretches = Some(stretches);
        if let Some((panel, place)) = self.probe {
            let map = match panel {
                LandscapePanel::Beside => self.beside.as_mut(),
                LandscapePanel::Landscape => self.here.as_mut(),
            };
            match map {
                Some(map) => map.ask(place),
                None => self.probe = None,
            }
        }
        let twin = self.twin.as_ref().and_then(|twin| twin.as_ref().ok());
        let maps = [(self.here.as_mut(), Some(run)), (self.beside.as_mut(), twin.map(Twin::run))];
        maps.into_iter().filter_map(|(map, run)| map.zip(run)).for_each(|(map, run)| map.look_down(run));
    }

    fn follow_twin(&mut self, run: &Run) {
        let known = match &self.twin {
            Some(Ok(twin)) => twin.is_of(run),
            Some(Err(why)) => why.still_holds(run),
            None => false,
        };
        if !known {
            self.twin = Some(Twin::begin(run));
            self.beside = None;
        }
        if let Some(Ok(twin)) = &mut self.twin {
            twin.aim(run);
        }
    }

    /// Does about a millisecond of the work that waits; true where there is something new to show. While the
    /// run itself is `training`, only one slice of [`SHARE`] is for the maps, so that it goes on at nearly its
    /// full speed.
    pub(super) fn do_slice(&mut self, run: &Run, training: bool) -> bool {
        self.waited += 1;
        if training && self.waited < SHARE {
            return false;
        }
        self.waited = 0;
        let has_map = self.waiting_map().is_some();
        // A run that trains on leaves its twin behind; then both get their turns, or no map would ever be new.
        let turn_of_map = has_map && training && self.twin_was_last;
        if self.twin_is_behind() && !turn_of_map {
            self.twin_was_last = true;
            let Some(Ok(twin)) = &mut self.twin else {
                return false;
            };
            twin.advance(run);
            return !twin.is_behind();
        }
        self.twin_was_last = false;
        let is_new = self.waiting_map().is_some_and(Map::advance);
        if is_new {
            let maps = [self.here.as_ref(), self.beside.as_ref()];
            self.scales.refresh(maps);
        }
        is_new
    }

    fn waiting_map(&mut self) -> Option<&mut Map> {
        let maps = [&mut self.here, &mut self.beside];
        maps.into_iter().flatten().find(|map| map.is_pending())
    }

    /// The screen as the cursors see it now.
    pub fn seen(&self, core: &Core) -> SeenLandscape<'_> {
        SeenLandscape { all: self, fits: self.of == Some(core.stamp()) }
    }

    pub(super) fn focused_map(&self, core: &Core) -> Option<&Map> {
        self.seen(core).map(core.focus_on.landscape)
    }

    /// The run a panel's map is about.
    pub(super) fn run_of_map<'a>(&'a self, core: &'a Core, panel: LandscapePanel) -> Option<&'a Run> {
        if panel == LandscapePanel::Beside {
            let twin = self.seen(core).twin()?.ok()?;
            Some(twin.run())
        } else {
            Some(core.run())
        }
    }

    /// Whether the probe stands on the focused map.
    pub fn has_probe(&self, core: &Core) -> bool {
        self.probe.is_some_and(|(panel, _)| panel == core.focus_on.landscape)
    }

    /// Whether the focused map is that of the twin, without a probe on it.
    pub(in crate::app) fn on_twin(&self, core: &Core) -> bool {
        core.focus_on.landscape == LandscapePanel::Beside && !self.has_probe(core)
    }

    /// Whether the parameters beside the axes can be put at their best.
    pub(in crate::app) fn has_best_view(&self, core: &Core) -> bool {
        self.seen(core).map(LandscapePanel::Landscape).is_some_and(Map::has_best)
    }
}

/// The screen as a run and epoch may see it: what was computed for others is not there.
#[derive(Debug, Clone, Copy)]
pub struct SeenLandscape<'a> {
    all: &'a Landscape,
    /// Whether it was computed for the present cursors.
    pub(super) fits: bool,
}

impl<'a> SeenLandscape<'a> {
    /// The map of a panel, once there is one.
    pub fn map(self, panel: LandscapePanel) -> Option<&'a Map> {
        let map = match panel {
            LandscapePanel::Beside => self.all.beside.as_ref(),
            LandscapePanel::Landscape => self.all.here.as_ref(),
        };
        map.filter(|_| self.fits)
    }

    /// The twin, or why there is none.
    pub fn twin(self) -> Option<Result<&'a Twin, NoTwin>> {
        let twin = self.all.twin.as_ref().filter(|_| self.fits)?;
        Some(twin.as_ref().map_err(|why| *why))
    }

    /// The scale of a panel's map.
    pub fn scale(self, panel: LandscapePanel) -> Option<LossScale> {
        let [here, beside] = self.all.scales.scales();
        let scale = if panel == LandscapePanel::Beside { beside } else { here };
        scale.filter(|_| self.fits)
    }

    /// Whether the parameters beside the axes are at their best, not held.
    pub const fn best(self) -> bool {
        self.all.best
    }

    /// How many times the maps are magnified, as a power of two.
    pub const fn zoom(self) -> u8 {
        self.all.zoom
    }

    /// The panel the probe stands on, and where.
    pub const fn probe(self) -> Option<(LandscapePanel, [f64; 2])> {
        self.all.probe
    }

    /// What the axes are now.
    pub fn choice(self, network: &Network, spot: Spot) -> Choice {
        self.all.choice(network, spot)
    }
}

/// Where a map was drawn, and how many losses stand in a cell of it.
pub(super) fn area_of(hits: &Hits, panel: LandscapePanel) -> Option<(Area, u16)> {
    [1, 2].into_iter().find_map(|per_cell| {
        let area = hits.find(|target| target == LandscapeTarget::LossMap { panel, per_cell }.into())?;
        Some((area, per_cell))
    })
}
