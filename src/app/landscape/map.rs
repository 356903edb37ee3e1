//! One map of the loss: its surface, the grid as far as it is computed, what stands on it, and how sharply
//! the loss bends where the network is.

use std::sync::Arc;

use crate::analysis::curvature::{bends, has_limit, stable_below};
use crate::analysis::landscape::{
    Grid, Pass, Path, Plane, Prober, Sharpness, Surface, Survey, loss_of_best, optimum, published,
};
use crate::training::{Recipe, Run};

/// How a map is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    /// Whether the parameters beside the axes are at their best, not held.
    pub best: bool,
    /// Cells across and lines down; none where it is not drawn.
    pub size: Option<(usize, usize)>,
    /// Whether time plays, so that coarse has to do.
    pub hurry: bool,
}

/// What stands on a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An epoch on the way.
    Path,
    /// Where time begins.
    Start,
    /// The network the post published.
    Published,
    /// The least loss there is.
    Best,
    /// The network at the cursor.
    Now,
}

/// Something that stands on a map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// What it is.
    pub kind: Kind,
    /// Its place in the plane's numbers.
    pub place: [f64; 2],
    /// Whether it lies on the plane, not only above or below it.
    pub on: bool,
}

/// How sharply the loss bends at an epoch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bends {
    /// The epoch, as the map's own run counts.
    pub epoch: u64,
    /// The rate of the step that leaves it.
    pub rate: f64,
    /// The largest stable rate, where there is one.
    pub limit: Option<f64>,
    /// The largest eigenvalue over the smallest, where all of them are known and the loss bends upwards in every direction.
    pub condition: Option<f64>,
    /// Whether the optimiser is one that such a limit holds for.
    pub has_limit: bool,
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
    surface: Arc<Surface>,
    prober: Prober,
    optimum: Option<(Vec<f64>, f64)>,
    published: Option<Vec<f64>>,
    path: Path,
    plane: Option<Plane>,
    shares: Option<[f64; 2]>,
    best: bool,
    grid: Option<Grid>,
    survey: Option<Survey>,
    most: f64,
    hurry: bool,
    sharpness: Option<(u64, Vec<f64>, f64, Sharpness)>,
    bends: Option<Bends>,
    marks: Vec<Mark>,
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
        let surface = Surface::new(run);
        Self {
            name: run.name.clone(),
            recipe: run.recipe().clone(),
            prober: surface.prober(),
            optimum: optimum(&surface),
            published: published(run),
            surface: Arc::new(surface),
            path: Path::default(),
            plane: None,
            shares: None,
            best: false,
            grid: None,
            survey: None,
            most: 0.0,
            hurry: false,
            sharpness: None,
            bends: None,
            marks: Vec::new(),
            probed: None,
        }
    }

    /// The loss as a function of the parameters.
    pub fn surface(&self) -> &Surface {
        &self.surface
    }

    /// The same, to be kept while a grid is computed.
    pub const fn shared_surface(&self) -> &Arc<Surface> {
        &self.surface
    }

    /// The path of training, as far as it is known.
    pub const fn path(&self) -> &Path {
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
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// How sharply the loss bends, as of the epoch named there.
    pub const fn bends(&self) -> Option<Bends> {
        self.bends
    }

    /// What the probe found, while it stands here.
    pub const fn probed(&self) -> Option<&Probed> {
        self.probed.as_ref()
    }

    /// The parameters with the least loss, where that can be told.
    pub fn optimum(&self) -> Option<&[f64]> {
        self.optimum.as_ref().map(|(point, _)| point.as_slice())
    }

    /// The least loss there is, where that can be told.
    pub fn optimal_loss(&self) -> Option<f64> {
        self.optimum.as_ref().map(|&(_, loss)| loss)
    }

    /// The published network in these coordinates.
    pub fn published(&self) -> Option<&[f64]> {
        self.published.as_deref()
    }

    /// Whether parameters beside the axes can be put at their best.
    pub fn has_best(&self) -> bool {
        self.surface.is_convex() && self.surface.template().parameters().len() > 2
    }

    /// The least loss known: that of the optimum or, where there is none to be found, of the grid.
    pub(super) fn least(&self) -> f64 {
        let on_grid = self.grid.as_ref().map_or(f64::INFINITY, Grid::least);
        self.optimal_loss().unwrap_or(on_grid)
    }

    /// The loss that three of four cells are below, as far as they are known.
    pub(super) const fn most(&self) -> f64 {
        self.most
    }

    /// Takes over where the cursors are now and what is wanted.
    pub(super) fn follow(
        &mut self,
        run: &Run,
        plane: Option<(Plane, Option<[f64; 2]>)>,
        wish: Wish,
    ) {
        self.hurry = wish.hurry;
        self.best = wish.best;
        self.probed = None;
        let (plane, shares) = plane.unzip();
        self.shares = shares.flatten();
        self.plane = plane;
        self.place_marks(run);
        self.measure_bends(run);
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
                && survey.pass() == Some(Pass::Coarse);
            if is_it(grid) || only_moved {
                return;
            }
            self.survey = None;
        }
        let done = self
            .grid
            .as_ref()
            .is_some_and(|grid| is_it(grid) && (wish.hurry || grid.pass == Pass::Fine));
        if !done && columns > 0 && lines > 0 {
            let surface = Arc::clone(&self.surface);
            self.survey = Some(Survey::new(surface, plane, columns, lines, wish.best));
        }
    }

    fn place_marks(&mut self, run: &Run) {
        self.marks.clear();
        let Some(plane) = &self.plane else { return };
        let here = run.network().parameters();
        let mut add = |kind, parameters: &[f64]| {
            self.marks.push(Mark {
                kind,
                place: plane.place_of(parameters),
                on: plane.holds(parameters),
            });
        };
        let mut start = None;
        for (epoch, parameters) in self.path.until(run.epoch()) {
            if epoch == run.first_epoch() {
                start = Some(parameters);
            } else if epoch < run.epoch() {
                add(Kind::Path, parameters);
            }
        }
        if let Some(start) = start.filter(|_| run.epoch() > run.first_epoch()) {
            add(Kind::Start, start);
        }
        if let Some(published) = &self.published {
            add(Kind::Published, published);
        }
        if let Some((best, _)) = &self.optimum {
            add(Kind::Best, best);
        }
        add(Kind::Now, here);
    }

    fn measure_bends(&mut self, run: &Run) {
        let network = run.network();
        let has_limit = has_limit(run);
        let rate = run.learning_rate();
        if let Some(all) = bends(run, network) {
            let least = all.last().copied().unwrap_or(0.0);
            // Below that, rounding decides the smallest of them.
            let bowl = least > 1e-12 * all[0];
            self.sharpness = None;
            self.bends = Some(Bends {
                epoch: run.epoch(),
                rate,
                limit: stable_below(all[0]).filter(|_| has_limit),
                condition: bowl.then(|| all[0] / least),
                has_limit,
            });
            return;
        }
        let (_, l2) = run.regularisation();
        let known = self.sharpness.as_ref().is_some_and(|(epoch, at, with, _)| {
            *epoch == run.epoch() && at == network.parameters() && *with == l2
        });
        if !known && !self.hurry && !self.surface.is_empty() && has_limit {
            let sharpness = Sharpness::new(Arc::clone(&self.surface), network, l2);
            let at = network.parameters().to_vec();
            self.sharpness = Some((run.epoch(), at, l2, sharpness));
        }
        match &mut self.bends {
            Some(bends) if has_limit => bends.rate = rate,
            bends => {
                *bends = (!has_limit).then_some(Bends {
                    epoch: run.epoch(),
                    rate,
                    limit: None,
                    condition: None,
                    has_limit,
                });
            }
        }
        self.take_sharpness(rate);
    }

    fn take_sharpness(&mut self, rate: f64) {
        if let Some((epoch, _, _, sharpness)) = &self.sharpness
            && let Some(sharpest) = sharpness.result()
        {
            self.bends = Some(Bends {
                epoch: *epoch,
                rate,
                limit: stable_below(sharpest),
                condition: None,
                has_limit: true,
            });
        }
    }

    /// Asks for the loss at a place.
    pub(super) fn ask(&mut self, place: [f64; 2]) {
        let Some(plane) = &self.plane else { return };
        let best = if self.best {
            loss_of_best(&self.surface, plane, place)
        } else {
            None
        };
        let (loss, point) = best.unwrap_or_else(|| {
            let point = plane.point(place);
            (self.prober.loss(&self.surface, &point), point)
        });
        self.probed = Some(Probed { place, loss, point });
    }

    /// Whether something waits to be computed.
    pub(super) fn is_pending(&self) -> bool {
        let maps = self
            .survey
            .as_ref()
            .is_some_and(|survey| survey.pass().is_some());
        maps || self.seeks_bends()
    }

    fn seeks_bends(&self) -> bool {
        let (hurry, job) = (self.hurry, &self.sharpness);
        !hurry && job.as_ref().is_some_and(|(.., job)| job.result().is_none())
    }

    /// Computes for about a millisecond; true where there is something new to show.
    pub(super) fn advance(&mut self) -> bool {
        if let Some(survey) = &mut self.survey {
            let cells = survey.cells_per_millisecond();
            if !survey.advance(cells) {
                return false;
            }
            let grid = survey.grid().clone();
            // Coarse cells tell that as well as fine ones, and before them.
            if grid.pass == Pass::Coarse {
                self.most = grid.upper_quartile();
            }
            self.grid = Some(grid);
            if survey.pass().is_none() || self.hurry {
                self.survey = None;
            }
            return true;
        }
        if let Some((.., sharpness)) = &mut self.sharpness {
            let rows = sharpness.rows_per_millisecond();
            return sharpness.advance(rows);
        }
        false
    }
}
