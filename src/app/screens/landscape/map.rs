//! One map of the loss: its surface, the grid as far as it is computed, what stands on it, and how sharply
//! the loss bends where the network is.

mod bends;
mod marks;

use bends::Bending;
pub use bends::Bends;
pub use marks::{Landmark, MapMark};

use crate::analysis::landscape::{
    Grid, Heights, Path, Plane, Surface, Survey, WayDown, loss_of_best, optimum, published,
};
use crate::training::{Recipe, Run};

/// About how long a slice of the work on a map may be, in nanoseconds: enough for all of it on a usual list.
const SLICE: u64 = 10_000_000;
/// The same while time plays.
const HURRIED: u64 = 1_000_000;

/// How a map is wanted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish {
    /// Whether the parameters beside the axes are at their best, not held.
    pub best: bool,
    /// Cells across and lines down; none where it is not drawn.
    pub size: Option<(usize, usize)>,
    /// Whether time plays, so that coarse has to do.
    pub hurry: bool,
}

/// What the probe found.
#[derive(Debug, Clone, PartialEq)]
pub struct Probed {
    /// Where it stands.
    pub place: [f64; 2],
    /// The loss there.
    pub loss: f64,
    /// All parameters there.
    pub point: Vec<f64>,
}

/// One map.
#[derive(Debug)]
pub struct Map {
    name: String,
    recipe: Recipe,
    surface: Surface,
    optimum: Option<(Vec<f64>, f64)>,
    published: Option<Vec<f64>>,
    path: Path,
    plane: Option<Plane>,
    shares: Option<[f64; 2]>,
    best: bool,
    grid: Option<Grid>,
    survey: Option<Survey>,
    hurry: bool,
    bending: Bending,
    marks: Vec<MapMark>,
    trail: Vec<[f64; 2]>,
    /// How much the loss bends on the plane where the network is, both ways.
    plane_bends: Option<[f64; 2]>,
    descent: Option<WayDown>,
    probed: Option<Probed>,
}

impl Map {
    /// The map there was if it is of this run's recipe, else a new one.
    pub(super) fn kept_for(known: Option<Self>, run: &Run) -> Self {
        let mut map = match known {
            Some(map) if map.name == run.name && map.recipe == *run.recipe() => map,
            _ => Self::new(run),
        };
        map.path.follow(run);
        map
    }

    fn new(run: &Run) -> Self {
        let mut surface = Surface::new(run);
        Self {
            name: run.name.clone(),
            recipe: run.recipe().clone(),
            optimum: optimum(&mut surface),
            published: published(run),
            surface,
            path: Path::default(),
            plane: None,
            shares: None,
            best: false,
            grid: None,
            survey: None,
            hurry: false,
            bending: Bending::default(),
            marks: Vec::new(),
            trail: Vec::new(),
            plane_bends: None,
            descent: None,
            probed: None,
        }
    }

    /// The loss as a function of the parameters.
    pub const fn surface(&self) -> &Surface {
        &self.surface
    }

    /// The path of training, as far as it is known.
    pub(super) const fn path(&self) -> &Path {
        &self.path
    }

    /// What is looked at; none while a path is too short to have directions.
    pub const fn plane(&self) -> Option<&Plane> {
        self.plane.as_ref()
    }

    /// The shares of the path's variance along both axes, for principal directions.
    pub const fn shares(&self) -> Option<[f64; 2]> {
        self.shares
    }

    /// The grid computed last, which may still be that of another plane.
    pub const fn grid(&self) -> Option<&Grid> {
        self.grid.as_ref()
    }

    /// What stands on it, the most important last.
    pub fn marks(&self) -> &[MapMark] {
        &self.marks
    }

    /// The places training went through up to the cursor, the oldest first.
    pub fn trail(&self) -> &[[f64; 2]] {
        &self.trail
    }

    /// The steepest way down from the probe, or else from where the network at the cursor is.
    pub const fn descent(&self) -> Option<&WayDown> {
        self.descent.as_ref()
    }

    /// How much the loss bends on the plane where the network is, the most first; none while time plays and it would
    /// take long.
    pub const fn plane_bends(&self) -> Option<[f64; 2]> {
        self.plane_bends
    }

    /// How sharply the loss bends, as of the epoch named there.
    pub const fn bends(&self) -> Option<Bends> {
        self.bending.known()
    }

    /// What the probe found, while it stands here.
    pub const fn probed(&self) -> Option<&Probed> {
        self.probed.as_ref()
    }

    /// The parameters with the least loss, where that can be told.
    pub(super) fn optimum(&self) -> Option<&[f64]> {
        self.optimum.as_ref().map(|(point, _)| point.as_slice())
    }

    /// The least loss there is, where that can be told.
    pub fn optimal_loss(&self) -> Option<f64> {
        self.optimum.as_ref().map(|&(_, loss)| loss)
    }

    /// The published network in these coordinates.
    pub(super) fn published(&self) -> Option<&[f64]> {
        self.published.as_deref()
    }

    /// Whether parameters beside the axes can be put at their best.
    pub fn has_best(&self) -> bool {
        self.surface.is_convex() && self.surface.parameters() > 2
    }

    /// The losses on it, once some of the stretch that is looked at are known.
    pub fn heights(&self) -> Option<Heights> {
        let (grid, plane) = self.grid.as_ref().zip(self.plane.as_ref())?;
        let fits = grid.best == self.best && grid.plane.is_parallel(plane);
        fits.then(|| Heights::of(grid))
    }

    /// Takes over where the cursors are now and what is wanted.
    pub(super) fn follow(&mut self, run: &Run, plane: Option<(Plane, Option<[f64; 2]>)>, wish: Wish) {
        self.hurry = wish.hurry;
        self.best = wish.best;
        self.probed = None;
        let (plane, shares) = plane.unzip();
        self.shares = shares.flatten();
        self.plane = plane;
        self.marks = self
            .plane
            .as_ref()
            .map_or_else(Vec::new, |plane| marks::marks(plane, run, &self.path, self.published(), self.optimum()));
        self.trail = self.plane.as_ref().map_or_else(Vec::new, |plane| marks::trail(plane, run, &self.path));
        let patience = if wish.hurry { HURRIED } else { u64::MAX };
        let bends = |plane: &Plane| self.surface.bends_on(plane, run.network().parameters(), patience);
        self.plane_bends = self.plane.as_ref().and_then(bends);
        self.bending.measure(run, &self.surface, wish.hurry);
        let Some((plane, (columns, lines))) = self.plane.clone().zip(wish.size) else {
            self.survey = None;
            if self.plane.is_none() {
                self.grid = None;
            }
            return;
        };
        let is_it = |grid: &Grid| {
            grid.best == wish.best
                && (grid.columns, grid.lines) == (columns, lines)
                && (grid.plane == plane || wish.best && grid.plane.is_parallel(&plane))
        };
        if let Some(survey) = &self.survey {
            let grid = survey.grid();
            // A coarse map of a moment ago is shown before a newer one is begun, or none would ever be.
            let only_moved = grid.best == wish.best
                && (grid.columns, grid.lines) == (columns, lines)
                && grid.plane.is_parallel(&plane)
                && !survey.has_blocks();
            if is_it(grid) || only_moved {
                return;
            }
            self.survey = None;
        }
        let done = self.grid.as_ref().is_some_and(|grid| is_it(grid) && (wish.hurry || grid.is_fine));
        if !done && columns > 0 && lines > 0 {
            self.survey = Some(Survey::new(self.surface.clone(), plane, columns, lines, wish.best));
        }
    }

    /// Asks for the loss at a place.
    pub(super) fn ask(&mut self, place: [f64; 2]) {
        let Some(plane) = &self.plane else { return };
        let best = if self.best { loss_of_best(&mut self.surface, plane, place) } else { None };
        let (loss, point) = best.unwrap_or_else(|| {
            let point = plane.point(place);
            (self.surface.loss(&point), point)
        });
        self.probed = Some(Probed { place, loss, point });
    }

    /// Looks for the steepest way down from the probe, or else from the network's place, on the map as it is shown.
    pub(super) fn look_down(&mut self, run: &Run) {
        let Some(plane) = &self.plane else {
            self.descent = None;
            return;
        };
        let (place, point) = if let Some(probed) = &self.probed {
            (probed.place, probed.point.clone())
        } else {
            let own = run.network().parameters();
            let place = plane.place_of(own);
            let best = if self.best { loss_of_best(&mut self.surface, plane, place) } else { None };
            (place, best.map_or_else(|| own.to_vec(), |(_, point)| point))
        };
        if !self.descent.as_ref().is_some_and(|descent| descent.is_from(plane, &point)) {
            self.descent = Some(WayDown::new(self.surface.clone(), plane, place, &point));
        }
        self.descent.iter_mut().for_each(|descent| _ = descent.advance(HURRIED));
    }

    /// Whether something waits to be computed.
    pub(super) fn is_pending(&self) -> bool {
        let descends = self.descent.as_ref().is_some_and(|descent| !descent.is_done());
        self.survey.is_some() || !self.hurry && (descends || self.bending.is_pending())
    }

    /// Computes for a slice of time; true where there is something new to show.
    pub(super) fn advance(&mut self) -> bool {
        let slice = if self.hurry { HURRIED } else { SLICE };
        if let Some(survey) = &mut self.survey {
            let cells = survey.cells_within(slice);
            if !survey.advance(cells) {
                return false;
            }
            self.grid = Some(survey.grid().clone());
            if survey.grid().is_fine || self.hurry {
                self.survey = None;
            }
            return true;
        }
        if let Some(descent) = self.descent.as_mut().filter(|descent| !descent.is_done()) {
            return descent.advance(slice);
        }
        self.bending.advance(slice)
    }
}
