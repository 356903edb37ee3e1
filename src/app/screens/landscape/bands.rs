//! The bands both maps share, or each its own: as of what is on them, and at rest while training creeps.

use crate::analysis::landscape::{Bands, Heights};
use crate::app::screens::landscape::Choice;
use crate::app::screens::landscape::map::Map;
use crate::nn::Loss;

/// What the bands were laid for; when it changes they are laid anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MapView {
    /// What the axes are.
    pub choice: Choice,
    /// Whether the others are at their best.
    pub best: bool,
    /// How far the maps are magnified.
    pub zoom: u8,
}

/// The bands, once a map is there.
#[derive(Debug, Default)]
pub(super) struct MapBands {
    /// Those of the map here and of that beside it: the same, or each its own.
    bands: Option<[Bands; 2]>,
    /// For which view they were laid with all maps there; none while a map was missing.
    of: Option<MapView>,
    view: Option<MapView>,
}

impl MapBands {
    pub(super) const fn bands(&self) -> Option<[Bands; 2]> {
        self.bands
    }

    /// Takes over the maps of a view; those not computed for it yet are left out.
    pub(super) fn follow(&mut self, view: MapView, maps: [Option<&Map>; 2]) {
        let same_axes = |before: MapView| (before.choice, before.best) == (view.choice, view.best);
        if !self.view.is_some_and(same_axes) {
            self.bands = None;
        }
        self.view = Some(view);
        self.refresh(maps);
    }

    /// Takes over that a map got new losses.
    pub(super) fn refresh(&mut self, maps: [Option<&Map>; 2]) {
        let heights = maps.map(|map| map.and_then(Map::heights));
        if heights.iter().all(Option::is_none) {
            return;
        }
        let is_there = |side: usize| {
            let is_drawn = maps[side].is_some_and(Map::is_drawn);
            heights[side].is_some() || !is_drawn
        };
        let complete = is_there(0) && is_there(1);
        let is_laid = self.of.is_some() && self.of == self.view || !complete && self.bands.is_some();
        let suits = |bands: [Bands; 2]| {
            let fits = |side: usize| heights[side].iter().all(|map| bands[side].suits(map));
            fits(0) && fits(1)
        };
        if !is_laid || !self.bands.is_some_and(suits) {
            self.bands = Some(laid(maps, &heights));
            self.of = self.view.filter(|_| complete);
        }
    }
}

/// Bands for both maps; where one scale would leave one of them nearly plain, each gets its own.
fn laid(maps: [Option<&Map>; 2], heights: &[Option<Heights>; 2]) -> [Bands; 2] {
    let over = |sides: &[usize]| {
        let known: Vec<&Heights> = sides.iter().filter_map(|&s| heights[s].as_ref()).collect();
        let on_maps = known.iter().filter_map(|map| map.ends()).map(|(low, _)| low);
        let maps = || sides.iter().filter_map(|&side| maps[side]);
        let best = maps().filter_map(Map::optimal_loss);
        let least = on_maps.chain(best).fold(f64::INFINITY, f64::min);
        let kind = maps().next().map_or(Loss::CrossEntropy, |map| map.surface().kind());
        Bands::over(kind, least, &known)
    };
    let shared = over(&[0, 1]);
    let [Some(_), Some(_)] = heights else {
        return [shared; 2];
    };
    if heights.iter().flatten().all(|map| shared.tells(map)) {
        return [shared; 2];
    }
    [over(&[0]), over(&[1])]
}
