//! What `y` copies here: the grid as numbers, with all that is needed to compute it again.

use std::fmt::Write as _;

use crate::app::screens::landscape::map::Map;
use crate::explain::names::{self, Names};
use crate::training::Run;

/// Comment lines, then one line a cell; none where nothing is computed.
pub(super) fn text(map: &Map, run: &Run) -> Option<String> {
    let grid = map.grid()?;
    let network = run.network();
    let name = |index| names::ascii(&Names::copied(run).spelt(network.parameter_at(index)));
    let names: Vec<String> = (0..network.parameters().len()).map(name).collect();
    let recipe = run.recipe();
    let mut text = format!(
        "# training loss, {}, {} rows, missing age = {}, scaling = {}\n# epoch {}\n",
        recipe.loss.name(),
        run.training_rows().len(),
        recipe.missing_age.name(),
        recipe.scaling.name(),
        run.epoch(),
    );
    let all = names.iter().zip(network.parameters());
    for (name, value) in all {
        let _ = writeln!(text, "# now {name} = {value}");
    }
    let _ = writeln!(text, "# now loss = {}", run.metrics().train.loss);
    if let (Some(point), Some(loss)) = (map.optimum(), map.optimal_loss()) {
        for (name, value) in names.iter().zip(point) {
            let _ = writeln!(text, "# best {name} = {value}");
        }
        let _ = writeln!(text, "# best loss = {loss}");
    }
    if let Some(bends) = map.bends() {
        let _ = writeln!(text, "# learning rate = {}", bends.rate);
        if let Some(limit) = bends.limit {
            let epoch = bends.epoch;
            let _ = writeln!(text, "# largest stable rate = {limit} at epoch {epoch}");
        }
        if let Some(condition) = bends.condition {
            let _ = writeln!(text, "# condition number = {condition}");
        }
    }
    if let Some(probed) = map.probed() {
        let [across, up] = probed.place;
        let _ = writeln!(text, "# probe {across}, {up}: loss = {}", probed.loss);
    }
    let others = if grid.best { "at their best in each cell" } else { "held as they are now" };
    let _ = writeln!(text, "# parameters beside the axes are {others}");
    let axes = [0, 1].map(|axis| match &grid.plane.axes()[axis] {
        crate::analysis::landscape::PlaneAxis::Parameter(index) => names[*index].clone(),
        crate::analysis::landscape::PlaneAxis::Direction(_) => format!("direction {}", axis + 1),
    });
    let _ = writeln!(text, "{},{},loss", axes[0], axes[1]);
    for line in 0..grid.lines {
        for column in 0..grid.columns {
            let [across, up] = grid.place(column, line);
            let _ = writeln!(text, "{across},{up},{}", grid.value(column, line));
        }
    }
    Some(text)
}
