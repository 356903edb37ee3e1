//! The bands both maps share: as of what is on them, and at rest while training creeps.

use super::Choice;
use super::map::Map;
use crate::analysis::landscape::{Bands, Heights};

/// What the bands were laid for; when it changes they are laid anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct View {
    /// What the axes are.
    pub choice: Choice,
    /// Whether the others are at their best.
    pub best: bool,
    /// How far the maps are magnified.
    pub zoom: u8,
}

/// The bands, once a map is there.
#[derive(Debug, Default)]
pub(super) struct Scale {
    bands: Option<Bands>,
    /// For which view they were laid with all maps there; none while a map was missing.
    of: Option<View>,
    view: Option<View>,
}

impl Scale {
    pub const fn bands(&self) -> Option<Bands> {
        self.bands
    }

    /// Takes over the maps of a view; those not computed for it yet are left out.
    pub fn follow(&mut self, view: View, maps: [Option<&Map>; 2]) {
        let same_axes = |before: View| (before.choice, before.best) == (view.choice, view.best);
        if !self.view.is_some_and(same_axes) {
            self.bands = None;
        }
        self.view = Some(view);
        let maps: Vec<&Map> = maps.into_iter().flatten().collect();
        let heights: Vec<Heights> = maps.iter().filter_map(|map| map.heights()).collect();
        let (Some(first), false) = (maps.first(), heights.is_empty()) else {
            return;
        };
        let complete = maps
            .iter()
            .all(|map| map.heights().is_some() || !map.is_drawn());
        let is_laid = self.of == Some(view) || !complete && self.bands.is_some();
        if is_laid && self.bands.is_some_and(|bands| bands.suits(&heights)) {
            return;
        }
        let on_maps = heights.iter().filter_map(Heights::ends).map(|(low, _)| low);
        let known = maps.iter().filter_map(|map| map.optimal_loss());
        let least = on_maps.chain(known).fold(f64::INFINITY, f64::min);
        self.bands = Some(Bands::over(first.surface().kind(), least, &heights));
        self.of = complete.then_some(view);
    }
}
