//! What stands on a map: where training began, the best and the published network, and the network at the cursor; and
//! the path training took.

use crate::analysis::landscape::{Path, Plane};
use crate::explain::words::texts;
use crate::training::Run;

texts!("landscape.Landmark.word");

/// What stands on a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Landmark {
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
pub struct MapMark {
    /// What it is.
    pub kind: Landmark,
    /// Its place in the plane's numbers.
    pub place: [f64; 2],
    /// Whether it lies on the plane, not only above or below it.
    pub on: bool,
}

/// All marks of a run on a plane, the most important last.
pub(super) fn marks(
    plane: &Plane,
    run: &Run,
    path: &Path,
    published: Option<&[f64]>,
    best: Option<&[f64]>,
) -> Vec<MapMark> {
    let mut marks = Vec::new();
    let mut add = |kind, parameters: &[f64]| {
        marks.push(MapMark { kind, place: plane.place_of(parameters), on: plane.holds(parameters) });
    };
    if run.epoch() > run.first_epoch()
        && let Some((_, start)) = path.until(run.epoch()).next()
    {
        add(Landmark::Start, start);
    }
    if let Some(published) = published {
        add(Landmark::Published, published);
    }
    if let Some(best) = best {
        add(Landmark::Best, best);
    }
    add(Landmark::Now, run.network().parameters());
    marks
}

/// The places training went through up to the cursor, the oldest first; none before its first epoch.
pub(super) fn trail(plane: &Plane, run: &Run, path: &Path) -> Vec<[f64; 2]> {
    let now = run.network();
    let before = path.until(run.epoch()).filter(|(epoch, _)| *epoch < run.epoch());
    let all = before.map(|(_, parameters)| parameters).chain([now.parameters()]);
    all.map(|parameters| plane.place_of(parameters)).collect()
}
