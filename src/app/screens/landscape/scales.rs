//! The scale of losses both maps share, or each its own: as of what is on them, and at rest while training creeps.

use crate::analysis::landscape::{Heights, LossScale};
use crate::app::screens::landscape::Choice;
use crate::app::screens::landscape::map::Map;

/// What the scales were laid for; when it changes they are laid anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MapView {
    /// What the axes are.
    pub choice: Choice,
    /// Whether the others are at their best.
    pub best: bool,
    /// How far the maps are magnified.
    pub zoom: u8,
}

/// The scales, once a map is there.
#[derive(Debug, Default)]
pub(super) struct MapScales {
    /// Those of the map here and of that beside it: the same, or each its own.
    scales: Option<[LossScale; 2]>,
    /// For which view they were laid with all maps there; none while a map was missing.
    of: Option<MapView>,
    view: Option<MapView>,
}

impl MapScales {
    pub(super) const fn scales(&self) -> Option<[LossScale; 2]> {
        self.scales
    }

    /// Takes over the maps of a view; those not computed for it yet are left out.
    pub(super) fn follow(&mut self, view: MapView, maps: [Option<&Map>; 2]) {
        let same_axes = |before: MapView| (before.choice, before.best) == (view.choice, view.best);
        if !self.view.is_some_and(same_axes) {
            self.scales = None;
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
        let is_laid = self.of.is_some() && self.of == self.view || !complete && self.scales.is_some();
        let suits = |scales: [LossScale; 2]| {
            let fits = |side: usize| heights[side].iter().all(|map| scales[side].suits(map));
            fits(0) && fits(1)
        };
        if !is_laid || !self.scales.is_some_and(suits) {
            self.scales = Some(laid(&heights));
            self.of = self.view.filter(|_| complete);
        }
    }
}

/// A scale for both maps; where it would leave one of them nearly plain, each gets its own.
fn laid(heights: &[Option<Heights>; 2]) -> [LossScale; 2] {
    let over = |sides: &[usize]| {
        let known: Vec<&Heights> = sides.iter().filter_map(|&side| heights[side].as_ref()).collect();
        LossScale::over(&known)
    };
    let shared = over(&[0, 1]);
    let both = heights.iter().all(Option::is_some);
    if !both || heights.iter().flatten().all(|map| shared.tells(map)) { [shared; 2] } else { [over(&[0]), over(&[1])] }
}
