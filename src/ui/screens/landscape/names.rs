//! What the axes and parameters are called, and how many decimals their numbers need.

use crate::analysis::curvature::{RAVINE, VALLEY, condition};
use crate::analysis::landscape::{Grid, Span};
use crate::app::core::pointer::Spot;
use crate::app::screens::landscape::Choice;
use crate::app::screens::landscape::map::Map;
use crate::app::{App, LandscapePanel};
use crate::explain::numbers;
use crate::explain::words::landscape as words;
use crate::training::{Run, Scaling};

/// What a map is of, and its shape around the network: a ravine, a valley or a bowl, and how many times steeper the
/// steepest way is than the flattest; then the same without that number. Of a bowl whose bottom lies beyond the map
/// only a slope is seen.
pub fn titles(app: &App, run: &Run, map: Option<&Map>) -> [String; 2] {
    let name = app.core.settings.say(match run.recipe().scaling {
        Scaling::None => words::RAW,
        Scaling::Standard => words::SCALED,
    });
    let shaped = |shape: String| app.core.settings.fill(words::TITLE, &[name.to_owned(), shape]);
    match map.and_then(|map| condition_of(app, map)) {
        Some(Steepness { ratio, .. }) => {
            let shape = app.core.settings.say(match ratio {
                RAVINE.. => words::RAVINE,
                VALLEY.. => words::VALLEY,
                _ if map.and_then(Map::grid).is_some_and(Grid::falls_beyond) => {
                    let slope = shaped(app.core.settings.say(words::SLOPE_SEEN).to_owned());
                    return [slope.clone(), slope];
                }
                _ => words::BOWL,
            });
            let ratio = app.core.settings.fill(words::RATIO, &[numbers::condition(ratio)]);
            [shaped(format!("{shape}{ratio}")), shaped(shape.to_owned())]
        }
        None if map.is_some_and(|map| is_saddle(app, map)) => {
            let saddle = shaped(app.core.settings.say(words::SADDLE).to_owned());
            [saddle.clone(), saddle]
        }
        None => {
            let inputs = app.core.settings.fill(words::INPUTS, &[name.to_owned()]);
            [inputs.clone(), inputs]
        }
    }
}

/// How many times steeper the steepest way is than the flattest, and whether that is said of the ways on the map alone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Steepness {
    /// How many times.
    pub ratio: f64,
    /// Whether other ways were not looked at.
    pub on_plane: bool,
}

/// Of all ways where they are known, no path has directions of its own and the map shows them, else of those on the map;
/// none where one of them bends down.
pub(super) fn condition_of(app: &App, map: &Map) -> Option<Steepness> {
    let on_plane = map.plane_bends().and_then(|bends| condition(&bends));
    if is_whole(app) {
        let whole = map.bends()?.condition?;
        if on_plane.is_none_or(|on_plane| SHOWN * on_plane >= whole) {
            return Some(Steepness { ratio: whole, on_plane: false });
        }
    }
    Some(Steepness { ratio: on_plane?, on_plane: true })
}

/// A map that is at least a so many-th as steep one way against the other as all ways are shows what is said of them.
const SHOWN: f64 = 2.0;

/// Whether the loss bends up along one way on a map and down along another.
pub(super) fn is_saddle(app: &App, map: &Map) -> bool {
    !is_whole(app) && map.plane_bends().is_some_and(|[most, least]| most > 0.0 && least < 0.0)
}

/// Whether what is said of a map is said of all ways, not of those on it alone.
fn is_whole(app: &App) -> bool {
    let network = app.core.network();
    let choice = app.screens.landscape.seen(&app.core).choice(network, app.core.spot());
    network.depth() == 1 && choice != Choice::Principal
}

/// Whether a run's inputs are scaled, in a word.
pub fn scaling(app: &App, run: &Run) -> String {
    let word = match run.recipe().scaling {
        Scaling::None => words::COMPARE_RAW,
        Scaling::Standard => words::COMPARE_SCALED,
    };
    app.core.settings.say(word).to_owned()
}

/// The names of both axes, as short as where numbers follow them.
pub fn axes(app: &App) -> [String; 2] {
    let say = |word, axis: usize| app.core.settings.fill(word, &[(axis + 1).to_string()]);
    [0, 1].map(|axis| match app.screens.landscape.seen(&app.core).choice(app.core.network(), app.core.spot()) {
        Choice::Parameters(a, b) => app.core.names().spelt(app.core.network().parameter_at([a, b][axis])),
        Choice::Random => say(words::RANDOM_AXIS, axis),
        Choice::Principal => say(words::PRINCIPAL_AXIS, axis),
    })
}

/// The names of both axes of a map to stand beside it, the longest first.
pub(in crate::ui) fn axis_titles(app: &App, map: &Map) -> [Vec<String>; 2] {
    let plain = axes(app);
    let choice = app.screens.landscape.seen(&app.core).choice(app.core.network(), app.core.spot());
    let shares = map.shares().filter(|_| choice == Choice::Principal);
    [0, 1].map(|axis| {
        let mut names = Vec::new();
        if let Some(shares) = shares {
            let share = numbers::decimal((100.0 * shares[axis]).min(99.99), 2);
            let values = [(axis + 1).to_string(), share];
            let long = [words::PRINCIPAL_AXIS_LONG, words::PRINCIPAL_AXIS_SHARE];
            names.extend(long.map(|word| app.core.settings.fill(word, &values)));
        }
        names.push(plain[axis].clone());
        names
    })
}

/// A loss without the 0 before its point.
pub fn short(loss: f64, decimals: usize) -> String {
    let text = numbers::decimal(loss, decimals);
    text.strip_prefix('0').map_or(text.clone(), str::to_owned)
}

/// Whether an axis is the parameter pointed at.
pub(super) fn is_pointed_at(app: &App, axis: usize) -> bool {
    let network = app.core.network();
    match app.screens.landscape.seen(&app.core).choice(network, app.core.spot()) {
        Choice::Parameters(a, b) => {
            matches!(app.core.spot(), Spot::Weight { .. })
                && network.index(app.core.spot().parameter(network)) == [a, b][axis]
        }
        Choice::Random | Choice::Principal => false,
    }
}

/// How many decimals tell two cells of a stretch apart.
pub fn decimals(span: Span) -> usize {
    let mut decimals = 2;
    let mut unit = 1.0;
    // A hair of slack: a tenth made by a conversion may be a hair less.
    while unit > 1.000_001 * span.length() && decimals < 12 {
        unit /= 10.0;
        decimals += 1;
    }
    decimals
}

/// What a panel's map is of: the run on the screen or its twin.
pub fn run_of(app: &App, panel: LandscapePanel) -> Option<&Run> {
    match panel {
        LandscapePanel::Beside => Some(app.screens.landscape.seen(&app.core).twin()?.ok()?.run()),
        LandscapePanel::Landscape => Some(app.core.run()),
    }
}
