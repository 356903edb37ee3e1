//! Which stretches of which axes the two maps show: wide enough for all that matters, the same on both
//! maps, and at rest while time plays.

use crate::analysis::landscape::{
    Plane, PlaneAxis, Principal, Span, factor, in_unit, principal, random, round_unit, unit,
};
use crate::app::screens::landscape::Choice;
use crate::app::screens::landscape::map::Map;
use crate::nn::math;
use crate::training::{Feature, Run};

/// The raw stretches of the post's network, which hold zero, the published network and the best.
const POST: [Span; 3] = [Span::new(-0.06, 0.04), Span::new(-1.0, 4.0), Span::new(-2.5, 1.5)];

/// How high a cell of a terminal is about, in its widths.
pub(super) const CELL_HEIGHT: f64 = 2.0;

/// What one of the maps shows.
#[derive(Debug, Clone)]
struct Window {
    axes: [PlaneAxis; 2],
    anchor: Vec<f64>,
    spans: [Span; 2],
    /// The variance the axes explain, for principal directions.
    shares: Option<[f64; 2]>,
    /// The points of the path these were found from.
    known: usize,
}

/// What both maps show.
#[derive(Debug, Clone)]
pub(super) struct Stretches {
    choice: Choice,
    /// Of the map here and of that beside it; none while a path is too short to have directions.
    windows: [Option<Window>; 2],
}

impl Stretches {
    /// The axes chosen, and how much of each to show.
    pub(super) fn new(choice: Choice, here: (&Map, &Run), beside: Option<(&Map, &Run)>) -> Self {
        let first = Window::new(choice, here);
        let second = first.as_ref().and_then(|_| Window::new(choice, beside?));
        Self { choice, windows: [first, second] }
    }

    /// What the axes are.
    pub(super) const fn choice(&self) -> Choice {
        self.choice
    }

    /// Whether there is a map to show; a path too short, or along one line, has no two directions.
    pub(super) const fn is_known(&self) -> bool {
        self.windows[0].is_some()
    }

    /// Whether they still hold for this map: principal directions are looked for anew once the path has grown
    /// by a half.
    pub(super) fn fits(&self, map: &Map) -> bool {
        let points = map.path().all().len();
        match (&self.windows[0], self.choice) {
            (Some(window), Choice::Principal) => 2 * points < 3 * window.known && 2 * points > window.known,
            (None, Choice::Principal) => points < 3,
            (window, _) => window.is_some(),
        }
    }

    /// The same, made longer where a network has left them.
    pub(super) fn reaching(mut self, here: (&Map, &Run), beside: Option<(&Map, &Run)>) -> Self {
        let [first, second] = &mut self.windows;
        if let (Some(_), None, Some(beside)) = (&first, &second, beside) {
            *second = Window::new(self.choice, beside);
        }
        let place = |window: &Window, run: &Run| window.plane(run, window.spans).place_of(run.network().parameters());
        let Some(first) = first else { return self };
        first.reach(place(first, here.1));
        if let Some((second, (_, run))) = second.as_mut().zip(beside) {
            second.reach(place(second, run));
        }
        self
    }

    /// The plane of a map through its run's network, magnified around where that network stood when the
    /// magnifying began. The shapes of both maps are in units of the same length.
    pub(super) fn plane(
        &self,
        side: usize,
        (shapes, zoom): ([[f64; 2]; 2], u8),
        map: &Map,
        run: &Run,
    ) -> Option<(Plane, Option<[f64; 2]>)> {
        let window = self.windows[side].as_ref()?;
        let plane = window.plane(run, window.spans);
        let here = plane.place_of(run.network().parameters());
        let around = (zoom > 0).then_some(here);
        let spans = self.spans(side, shapes, zoom, around);
        // While the network is in sight a magnified map stays where it is.
        let kept = map.plane().filter(|known| {
            let same = |span: Span, wanted: Span| (span.length() - wanted.length()).abs() <= 1e-9 * wanted.length();
            known.axes() == plane.axes()
                && same(known.across, spans[0])
                && same(known.up, spans[1])
                && known.shows(here)
        });
        let kept = kept.filter(|_| zoom > 0).map(|known| [known.across, known.up]);
        Some((window.plane(run, kept.unwrap_or(spans)), window.shares))
    }

    /// What a map shows, so cut that round numbers lie in the middles of its cells. A step along one axis is drawn as
    /// long as the same step along the other, or what is a ravine would be drawn as a bowl.
    fn spans(&self, side: usize, shapes: [[f64; 2]; 2], zoom: u8, around: Option<[f64; 2]>) -> [Span; 2] {
        let factor = 1.0 / f64::from(1_u32 << u32::from(zoom.min(20)));
        let shown = |window: &Window| {
            [0, 1].map(|axis| match around {
                Some(centre) => window.spans[axis].zoomed(factor, centre[axis]),
                None => window.spans[axis],
            })
        };
        let units = (0..2).filter(|&at| at == side || self.choice.shares_unit());
        let units = units.filter_map(|at| Some(unit(shown(self.windows[at].as_ref()?), shapes[at])));
        let unit = units.fold(0.0, f64::max);
        let spans = self.windows[side].as_ref().map_or([Span::new(-1.0, 1.0); 2], shown);
        let shape = shapes[side];
        let (columns, rows) = (shape[0], shape[1] / CELL_HEIGHT);
        // Before the first frame nothing says how many cells there are.
        if rows < 2.0 {
            return in_unit(spans, unit, shape);
        }
        // A cell more than the stretch, so that moved onto cells it still holds its ends.
        let most = shapes.iter().map(|[width, height]| width.min(height / CELL_HEIGHT)).fold(f64::INFINITY, f64::min);
        let unit = round_unit(unit * most / (most - 1.0), CELL_HEIGHT * most);
        [spans[0].on_cells(unit, columns), spans[1].on_cells(CELL_HEIGHT * unit, rows)]
    }
}

impl Window {
    fn new(choice: Choice, (map, run): (&Map, &Run)) -> Option<Self> {
        let start = run.network_at(run.first_epoch());
        let points = map.path().all();
        let (axes, shares) = match choice {
            Choice::Parameters(a, b) => ([PlaneAxis::Parameter(a), PlaneAxis::Parameter(b)], None),
            Choice::Random => (random(&start, run.recipe().seed), None),
            Choice::Principal => {
                let Principal { axes, shares } = principal(&points)?;
                (axes, Some(shares))
            }
        };
        let anchor = start.parameters().to_vec();
        let mut window = Self { axes, anchor, spans: [Span::new(-1.0, 1.0); 2], shares, known: points.len() };
        let plane = window.plane(run, window.spans);
        let now = run.network().parameters();
        let marks = [map.optimum(), map.published()].into_iter().flatten();
        let places: Vec<[f64; 2]> =
            points.into_iter().chain([now]).chain(marks).map(|parameters| plane.place_of(parameters)).collect();
        window.spans = [0, 1].map(|axis| match choice {
            Choice::Parameters(a, b) if is_post(run) => {
                let index = [a, b][axis];
                POST[index].times(factor(run, index))
            }
            Choice::Parameters(a, b) => {
                let least = 4.0 / typical_input(run, [a, b][axis]);
                Span::around(places.iter().map(|place| place[axis]), least)
            }
            // As far as the network itself is from zero: there every neuron becomes another one.
            Choice::Random => {
                let squares: f64 = window.anchor.iter().map(|value| value * value).sum();
                let least = (2.0 * squares.sqrt()).max(2.0);
                Span::around(places.iter().map(|place| place[axis]), least)
            }
            Choice::Principal => Span::around(places.iter().map(|place| place[axis]), 1e-3),
        });
        Some(window)
    }

    /// Makes the stretches longer where a place is beyond them.
    fn reach(&mut self, place: [f64; 2]) {
        self.spans = [0, 1].map(|axis| self.spans[axis].reaching(place[axis]));
    }

    fn plane(&self, run: &Run, spans: [Span; 2]) -> Plane {
        Plane::new(self.axes.clone(), &self.anchor, run.network().parameters(), spans[0], spans[1])
    }
}

/// Whether these are the two inputs of the post, without hidden layers.
fn is_post(run: &Run) -> bool {
    let recipe = run.recipe();
    recipe.hidden.is_empty() && recipe.features == [Feature::Age, Feature::Sex]
}

/// The root mean square of what a weight is multiplied with; 1 for all that is behind the inputs.
fn typical_input(run: &Run, index: usize) -> f64 {
    let first = run.network().layer(0);
    let rows = run.training_rows();
    if index >= first.weights.len() || rows.is_empty() {
        return 1.0;
    }
    let input = index % first.inputs;
    let squares = (0..rows.len()).map(|row| math::pow(rows.inputs(row)[input], 2.0));
    (squares.sum::<f64>() / rows.len() as f64).sqrt().max(1e-3)
}
