//! The scale of losses of each map: as of what is on it, and at rest while training creeps.

use crate::analysis::landscape::LossScale;
use crate::app::screens::landscape::Choice;
use crate::app::screens::landscape::map::Map;

/// What a scale was laid for; when it changes it is laid anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MapView {
    /// What the axes are.
    pub choice: Choice,
    /// Whether the others are at their best.
    pub best: bool,
    /// How far the maps are magnified.
    pub zoom: u8,
}

/// The scales, each once its map is there.
#[derive(Debug, Default)]
pub(super) struct MapScales {
    /// Those of the map here and of that beside it, and for which view they were laid.
    laid: [Option<(LossScale, MapView)>; 2],
    view: Option<MapView>,
}

impl MapScales {
    pub(super) fn scales(&self) -> [Option<LossScale>; 2] {
        self.laid.map(|laid| laid.map(|(scale, _)| scale))
    }

    /// Takes over the maps of a view; those not computed for it yet are left out.
    pub(super) fn follow(&mut self, view: MapView, maps: [Option<&Map>; 2]) {
        let same_axes = |before: MapView| (before.choice, before.best) == (view.choice, view.best);
        if !self.view.is_some_and(same_axes) {
            self.laid = [None; 2];
        }
        self.view = Some(view);
        self.refresh(maps);
    }

    /// Takes over that a map got new losses.
    pub(super) fn refresh(&mut self, maps: [Option<&Map>; 2]) {
        for (laid, map) in self.laid.iter_mut().zip(maps) {
            let Some((heights, view)) = map.and_then(Map::heights).zip(self.view) else { continue };
            if !laid.is_some_and(|(scale, of)| of == view && scale.suits(&heights)) {
                *laid = Some((LossScale::over(&heights), view));
            }
        }
    }
}
