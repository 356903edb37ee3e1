//! What runs along the lines of the network's picture for a moment when a step is trained: forward through every
//! layer, then back. Counts time only; what it looks like is the picture's business.

use std::time::Duration;

/// How long a step is looked at; at a speed that leaves less time, less.
const LONGEST: Duration = Duration::from_millis(600);
/// A step that has less time than this is not shown.
const SHORTEST: Duration = Duration::from_millis(200);

/// A step on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepPulse {
    spent: Duration,
    lasts: Duration,
}

impl StepPulse {
    /// Sets out, if `room` until the next step leaves time for it.
    pub(in crate::app) fn new(room: Duration) -> Option<Self> {
        (room >= SHORTEST).then(|| Self { spent: Duration::ZERO, lasts: room.min(LONGEST) })
    }

    /// Lets time pass; whether it is still on its way.
    pub(in crate::app) fn advance(&mut self, elapsed: Duration) -> bool {
        self.spent = self.spent.saturating_add(elapsed);
        self.spent < self.lasts
    }

    /// In a network of so many layers: the layer whose lines it runs along, and how far from their left ends.
    pub fn place(&self, depth: usize) -> (usize, f64) {
        let legs = self.spent.div_duration_f64(self.lasts).clamp(0.0, 1.0) * (2 * depth) as f64;
        let leg = (legs as usize).min(2 * depth - 1);
        let share = legs - leg as f64;
        if leg < depth { (leg, share) } else { (2 * depth - 1 - leg, 1.0 - share) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_forward_through_every_layer_and_comes_back() {
        let mut pulse = StepPulse::new(Duration::from_millis(400)).unwrap();
        let mut layers = vec![pulse.place(2).0];
        while pulse.advance(Duration::from_millis(10)) {
            let (layer, share) = pulse.place(2);
            assert!((0.0..=1.0).contains(&share));
            layers.push(layer);
        }
        layers.dedup();
        assert_eq!(layers, [0, 1, 0]);
        assert_eq!(StepPulse::new(Duration::from_millis(100)), None, "steps too fast to be seen");
    }
}
