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

use crate::app::BeliefsPanel;
use crate::ui::layout::{VERY_WIDE, WIDE, side_by_side, stacked};
use crate::ui::prelude::*;

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
    let is_short = app.screens.beliefs.shows_strips(&app.core) && has_hidden && area.height < LEAST_BOTH;
    let is_alone = app.core.zoomed || app.screens.beliefs.enlarged || area.width < WIDE || is_short;
    let both = |(beliefs, neurons)| {
        vec![picture(context, beliefs), Pane::new(BeliefsPanel::Neurons, neurons, neurons::frame, neurons::draw)]
    };
    let panes = if is_alone && (app.screens.beliefs.enlarged || focus == BeliefsPanel::Neurons) {
        vec![Pane::new(BeliefsPanel::Neurons, area, neurons::frame_alone, neurons::draw)]
    } else if is_alone || (!has_hidden && focus != BeliefsPanel::Neurons) {
        vec![picture(context, area)]
    } else if !has_hidden {
        both(stacked(area, [area.height - 3, 0]).into())
    } else if app.screens.beliefs.shows_strips(&app.core) {
        // The strips keep all their lines; what is left over goes to the neurons.
        let rows = NEURON_ROWS.max(area.height.saturating_sub(31)).min(26);
        both(stacked(area, [area.height + 1 - rows, 0]).into())
    } else {
        both(side_by_side(area, area.width - NEURON_COLUMNS[usize::from(area.width >= VERY_WIDE)]))
    };
    context.panes(&panes);
}

/// The large picture, with the list of people over it.
fn picture(context: &Context<'_>, area: Rect) -> Pane {
    if context.app.screens.beliefs.shows_strips(&context.app.core) {
        Pane::new(BeliefsPanel::Beliefs, area, strips::frame, |context, area| {
            strips::draw(context, area);
            people::draw(context, area);
        })
    } else {
        Pane::new(BeliefsPanel::Beliefs, area, map::frame, |context, area| {
            map::draw(context, area);
            people::draw(context, area);
        })
    }
}
