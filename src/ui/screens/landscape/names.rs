//! What the axes and parameters are called, and how many decimals their numbers need.

use crate::analysis::curvature::RAVINE;
use crate::analysis::landscape::Span;
use crate::app::core::pointer::Spot;
use crate::app::screens::landscape::Choice;
use crate::app::screens::landscape::map::Map;
use crate::app::{App, LandscapePanel};
use crate::explain::numbers;
use crate::explain::words::landscape as words;
use crate::training::{Run, Scaling};

/// What a map is of. Where it can be seen as that, a ravine or a bowl: how many times steeper the steepest
/// way is than the flattest.
pub fn title(app: &App, run: &Run, map: Option<&Map>) -> String {
    let network = app.core.network();
    let choice = app.screens.landscape.seen(&app.core).choice(network, app.core.spot());
    let bends = map.and_then(Map::bends);
    let bends = bends.filter(|_| choice.has_one_unit(network));
    let condition = bends.and_then(|bends| bends.condition);
    let said = condition.map_or_else(String::new, |ratio| format!("{} : 1", numbers::condition(ratio)));
    let word = match (run.recipe().scaling, condition) {
        (Scaling::None, Some(condition)) if condition >= RAVINE => words::RAVINE,
        (Scaling::Standard, Some(condition)) if condition < RAVINE => words::BOWL,
        (Scaling::None, _) => words::RAW,
        (Scaling::Standard, _) => words::SCALED,
    };
    app.core.settings.fill(word, &[said])
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
pub fn titles(app: &App, map: &Map) -> [Vec<String>; 2] {
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
