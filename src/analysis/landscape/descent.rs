//! How far the loss falls along the steepest way down a plane before it rises again.

use super::plane::Plane;
use super::surface::Surface;

/// The least that is looked for, as a share of the way to the edge of the map: less than a dot.
const FINEST: f64 = 1.0 / 256.0;

/// The way down from a place of a plane, while its bottom is being looked for.
#[derive(Debug, Clone)]
pub struct WayDown {
    surface: Surface,
    plane: Plane,
    place: [f64; 2],
    point: Vec<f64>,
    slope: [f64; 2],
    /// How far it is to the edge of the map, in slopes.
    edge: f64,
    /// The furthest place known that the loss falls to all the way, and the loss there.
    reach: f64,
    lowest: f64,
    /// By how much it is tried to go on: ever more until it rises, then ever less.
    step: f64,
    grows: bool,
}

impl WayDown {
    /// About to be looked for, from parameters whose foot on the plane is `place`; nowhere to go where the loss does
    /// not slope.
    pub fn new(mut surface: Surface, plane: &Plane, place: [f64; 2], point: &[f64]) -> Self {
        let slope = surface.slope_on(plane, point);
        let ends = [plane.across, plane.up].map(|span| [span.from, span.to]);
        let way = |axis: usize| ends[axis].map(|end| (place[axis] - end) / slope[axis]).into_iter().fold(0.0, f64::max);
        let is_flat = slope.iter().all(|part| part.abs() < 1e-9) || slope.iter().any(|part| !part.is_finite());
        let edge = if is_flat || !plane.shows(place) { 0.0 } else { way(0).min(way(1)) };
        let lowest = surface.loss(point);
        let step = FINEST * edge;
        Self {
            surface,
            plane: plane.clone(),
            place,
            point: point.to_vec(),
            slope,
            edge,
            reach: 0.0,
            lowest,
            step,
            grows: true,
        }
    }

    /// Whether it goes from these parameters on this plane.
    pub fn is_from(&self, plane: &Plane, point: &[f64]) -> bool {
        self.plane.is_parallel(plane) && self.point == point
    }

    /// Goes on for about so many nanoseconds; true once the bottom is known.
    pub fn advance(&mut self, nanoseconds: u64) -> bool {
        let mut left = nanoseconds;
        while !self.is_done() && left > 0 {
            self.go_on();
            left = left.saturating_sub(self.surface.cost(false));
        }
        self.is_done()
    }

    /// Whether the bottom is known.
    pub fn is_done(&self) -> bool {
        self.reach >= self.edge || !self.grows && self.step < FINEST * self.edge
    }

    fn go_on(&mut self) {
        let next = (self.reach + self.step).min(self.edge);
        let loss = self.surface.loss(&self.at(next));
        if loss < self.lowest {
            (self.reach, self.lowest) = (next, loss);
        } else {
            self.grows = false;
        }
        self.step *= if self.grows { 2.0 } else { 0.5 };
    }

    /// The parameters so many slopes down.
    fn at(&self, by: f64) -> Vec<f64> {
        let mut point = self.point.clone();
        for axis in 0..2 {
            let steps = self.plane.step(axis);
            point.iter_mut().zip(steps).for_each(|(slot, part)| *slot -= by * self.slope[axis] * part);
        }
        point
    }

    /// Where it begins.
    pub const fn place(&self) -> [f64; 2] {
        self.place
    }

    /// How steeply the loss rises along each axis there.
    pub const fn slope(&self) -> [f64; 2] {
        self.slope
    }

    /// The bottom, or as far as the loss falls on the map: where it lies on the plane; none while it is not known.
    pub fn bottom(&self) -> Option<[f64; 2]> {
        self.is_done().then(|| [0, 1].map(|axis| self.place[axis] - self.reach * self.slope[axis]))
    }
}
