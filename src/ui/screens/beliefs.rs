//! Beliefs: what the network believes about everyone who could have been aboard.
//!
//! ```text
//! ╭ Beliefs: strips ────╮   ╭ Beliefs: map ─┬ Neurons ─╮   narrow: the panel in focus alone;
//! │ lived  ⣀⣤⣿⣤⣀        │   │ ▒▒▒▓▓╱██∘██   │ h1   h2  │   without hidden layers: no Neurons.
//! │ women  ██▓▓┃▒▒░░    │   │ ░░░▒╱▓▓×█     │ h3   h4  │
//! ├ Neurons ────────────┤   │ ···░░▒▒▓▓     │          │
//! ╰─────────────────────╯   ╰───────────────┴──────────╯
//! ```

mod map;
mod neurons;
mod people;
pub mod plot;
pub mod say;
mod strips;

use ratatui::layout::Rect;

use crate::app::BeliefsPanel;
use crate::ui::context::Context;
use crate::ui::layout::{VERY_WIDE, WIDE, side_by_side, stacked};

/// Rows of the neurons below the strips.
const NEURON_ROWS: u16 = 14;
/// Fewer rows do not hold strips and neurons: beside the what-if popup the panel in focus is alone.
const LEAST_BOTH: u16 = 24;
/// Columns of the neurons beside a map: two of the smaller maps, or on very wide screens three.
const NEURON_COLUMNS: [u16; 2] = [40, 77];

/// Draws the screen.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let focus = app.core.focus_on.beliefs;
    let has_hidden = crate::app::screens::beliefs::neurons::count(&app.core) > 0;
    let short = app.screens.beliefs.shows_strips(&app.core) && has_hidden && area.height < LEAST_BOTH;
    let alone = app.core.zoomed || app.screens.beliefs.enlarged || area.width < WIDE || short;
    if alone {
        let panel = if app.screens.beliefs.enlarged { BeliefsPanel::Neurons } else { focus };
        draw_panels(context, vec![(panel, area)]);
    } else if !has_hidden && focus != BeliefsPanel::Neurons {
        draw_panels(context, vec![(BeliefsPanel::Beliefs, area)]);
    } else if !has_hidden {
        let [beliefs, neurons] = stacked(area, [area.height - 3, 0]);
        draw_panels(context, vec![(BeliefsPanel::Beliefs, beliefs), (BeliefsPanel::Neurons, neurons)]);
    } else if app.screens.beliefs.shows_strips(&app.core) {
        // The strips keep all their lines; what is left over goes to the neurons.
        let rows = NEURON_ROWS.max(area.height.saturating_sub(31)).min(26);
        let [beliefs, neurons] = stacked(area, [area.height + 1 - rows, rows]);
        draw_panels(context, vec![(BeliefsPanel::Beliefs, beliefs), (BeliefsPanel::Neurons, neurons)]);
    } else {
        let (beliefs, neurons) = side_by_side(area, area.width - NEURON_COLUMNS[usize::from(area.width >= VERY_WIDE)]);
        draw_panels(context, vec![(BeliefsPanel::Beliefs, beliefs), (BeliefsPanel::Neurons, neurons)]);
    }
}

fn draw_panels(context: &mut Context<'_>, panels: Vec<(BeliefsPanel, Rect)>) {
    let is_strips = context.app.screens.beliefs.shows_strips(&context.app.core);
    let frames = panels
        .iter()
        .map(|&(panel, area)| {
            let frame = match panel {
                BeliefsPanel::Neurons => neurons::frame(context, area, panels.len() == 1),
                BeliefsPanel::Beliefs if is_strips => strips::frame(context),
                BeliefsPanel::Beliefs => map::frame(context),
            };
            (panel, area, frame)
        })
        .collect();
    context.frames(frames);
    for (panel, area) in panels {
        match panel {
            BeliefsPanel::Neurons => neurons::draw(context, area),
            BeliefsPanel::Beliefs if is_strips => strips::draw(context, area),
            BeliefsPanel::Beliefs => map::draw(context, area),
        }
        if panel == BeliefsPanel::Beliefs {
            people::draw(context, area);
        }
    }
}
