//! The slow flow: the calculation from left to right, one step at a time. Counts steps; what is not reached yet,
//! no panel shows.

use std::time::Duration;

use crate::app::core::pointer::Spot;

/// How long each step is looked at.
const STEP: Duration = Duration::from_millis(900);

/// How far the calculation has come: 0 inputs, then for each layer products, sum and activation, last the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flow {
    step: usize,
    last: usize,
    spent: Duration,
}

/// The steps of one layer: its products, its sums, its activations.
const STEPS_PER_LAYER: usize = 3;

impl Flow {
    /// Begins at the inputs of a network of `depth` layers.
    pub(in crate::app) const fn new(depth: usize) -> Self {
        Self { step: 0, last: depth * STEPS_PER_LAYER + 1, spent: Duration::ZERO }
    }

    /// Lets time pass; whether the step changed.
    pub(in crate::app) fn advance(&mut self, elapsed: Duration) -> bool {
        self.spent = self.spent.saturating_add(elapsed);
        if self.spent < STEP {
            return false;
        }
        self.spent = Duration::ZERO;
        self.step += 1;
        true
    }

    /// Whether the verdict has been looked at.
    pub(in crate::app) const fn is_over(&self) -> bool {
        self.step > self.last
    }

    /// Whether products of `layer` are on the screen yet.
    pub const fn shows_products(&self, layer: usize) -> bool {
        self.step > layer * STEPS_PER_LAYER
    }

    /// Whether sums of `layer` are on the screen yet.
    pub const fn shows_sums(&self, layer: usize) -> bool {
        self.step > layer * STEPS_PER_LAYER + 1
    }

    /// Whether activations of `layer` are on the screen yet.
    pub const fn shows_activations(&self, layer: usize) -> bool {
        self.step > layer * STEPS_PER_LAYER + 2
    }

    /// Whether what stands at a place is on the screen yet.
    pub const fn has_reached(&self, spot: Spot) -> bool {
        match spot {
            Spot::Input(_) => true,
            Spot::Weight { layer, .. } | Spot::Product { layer, .. } => self.shows_products(layer),
            Spot::Sum { layer, .. } => self.shows_sums(layer),
            Spot::Activation { layer, .. } => self.shows_activations(layer),
            Spot::Verdict => self.shows_verdict(),
        }
    }

    /// While products are on their way: into which layer, and how far they have come.
    pub fn on_its_way(&self) -> Option<(usize, f64)> {
        let is_on_way = self.step % STEPS_PER_LAYER == 1 && self.step < self.last;
        is_on_way.then(|| (self.step / STEPS_PER_LAYER, self.spent.div_duration_f64(STEP).min(1.0)))
    }

    /// Whether the verdict is on the screen yet.
    pub const fn shows_verdict(&self) -> bool {
        self.step >= self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shallow_network_flows_in_five_steps() {
        let mut flow = Flow::new(1);
        let mut steps = 0;
        while !flow.is_over() {
            assert_eq!(flow.shows_verdict(), flow.step == 4);
            assert!(!flow.advance(Duration::from_millis(10)));
            assert!(flow.advance(STEP));
            steps += 1;
        }
        assert_eq!(steps, 5, "inputs, products, sum, σ, verdict");
    }
}
