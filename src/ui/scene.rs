//! The picture of a network: what is on it (`model`), whatever flows there, and its painters. On a screen the
//! painter of cells chooses how it is laid out: `straight` without hidden layers, `open` with one narrow
//! one, else `columns`. `figures::network` paints the same scene as SVG.
//!
//! Drawn by hand: ratatui has no widget for graphs, and every number here is a place to point at.

mod cells;
mod columns;
mod fan;
mod lanes;
mod model;
mod open;
mod shapes;
mod straight;

use ratatui::layout::Rect;

pub(super) use model::{Maps, Node, NodeValue, Pulse, Scene, Way, shape};

use super::context::Context;
use crate::nn::Network;
use cells::Cells;

/// The rows that show a network at its best.
pub fn height(network: &Network) -> u16 {
    match network.depth() {
        1 => straight::height(network),
        _ => open::height(network).unwrap_or_else(|| columns::height(network)),
    }
}

/// Draws the picture that fits.
pub fn draw(context: &mut Context<'_>, inner: Rect, scene: &Scene<'_>) {
    if inner.height < 6 {
        return;
    }
    let mut cells = Cells { context, area: inner, scene };
    if scene.network.depth() == 1 {
        straight::draw(&mut cells);
    } else if !(open::suits(scene.network) && open::draw(&mut cells)) {
        columns::draw(&mut cells);
    }
}
