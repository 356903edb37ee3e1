//! A network with hidden layers, from its inputs on the left to its answer on the right.
//!
//! One narrow hidden layer is drawn like the author's unpublished figure, every weight on a pill in
//! front of the neuron that receives it (`open`). Anything larger has a row a neuron, the strongest
//! lines between the layers, and wide layers folded to a glyph a neuron (`rows`). The pointer opens
//! each neuron's sum in either.

pub mod fan;
mod neuron;
mod open;
mod output;
mod rows;

use ratatui::layout::Rect;

use super::flowing::Flowing;
use crate::nn::Network;
use crate::ui::context::Context;

/// The rows that show the network at its best.
pub fn height(network: &Network) -> u16 {
    if network.depth() == 2 && network.layer(0).outputs <= open::MOST_NEURONS {
        open::height(network)
    } else {
        rows::height(network)
    }
}

/// Draws the picture that fits.
pub fn draw(context: &mut Context<'_>, inner: Rect, flowing: &Flowing) {
    if open::fits(context.app.network(), inner) {
        open::draw(context, inner, flowing);
    } else {
        rows::draw(context, inner, flowing);
    }
}
