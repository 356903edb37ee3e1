//! The curve panel's state: which function, and whether z follows the passenger or the user's slider.

use crate::nn::Activation;

/// The range of the free slider, as in the post.
pub const SLIDER: (f64, f64) = (-20.0, 20.0);

/// The state of the curve panel.
#[derive(Debug, Clone, Copy)]
pub struct Curve {
    /// The function drawn.
    pub function: Activation,
    /// z in hundredths as the user set it, or none when it follows the passenger. Whole
    /// hundredths, so that a hundred steps of 0.01 are exactly 1.
    slider: Option<i32>,
    /// Whether the derivative is drawn too.
    pub derivative: bool,
}

impl Default for Curve {
    fn default() -> Self {
        Self {
            function: Activation::Sigmoid,
            slider: None,
            derivative: false,
        }
    }
}

/// The functions in the order `v` walks them.
pub const FUNCTIONS: [Activation; 5] = [
    Activation::Sigmoid,
    Activation::Relu,
    Activation::Tanh,
    Activation::LeakyRelu,
    Activation::Linear,
];

impl Curve {
    /// Goes to the next function.
    pub fn next_function(&mut self) {
        let at = FUNCTIONS
            .iter()
            .position(|&function| function == self.function)
            .unwrap_or(0);
        self.function = FUNCTIONS[(at + 1) % FUNCTIONS.len()];
    }

    /// z of the slider, if the user moved it.
    pub fn slider(&self) -> Option<f64> {
        self.slider.map(|hundredths| f64::from(hundredths) / 100.0)
    }

    /// Moves the slider by `hundredths` from where it is, or from `z` when it follows the passenger.
    pub fn slide(&mut self, hundredths: i32, z: f64) {
        let from = self.slider.unwrap_or_else(|| in_hundredths(z));
        self.slider =
            Some((from + hundredths).clamp(in_hundredths(SLIDER.0), in_hundredths(SLIDER.1)));
    }

    /// Puts the slider at `z`.
    pub fn set(&mut self, z: f64) {
        self.slider = Some(in_hundredths(z.clamp(SLIDER.0, SLIDER.1)));
    }

    /// Lets z follow the passenger again.
    pub const fn release(&mut self) {
        self.slider = None;
    }
}

fn in_hundredths(z: f64) -> i32 {
    (z * 100.0).round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_small_steps_are_exactly_one() {
        let mut curve = Curve::default();
        curve.set(0.0);
        for _ in 0..100 {
            curve.slide(1, 0.0);
        }
        assert_eq!(curve.slider(), Some(1.0));
    }

    #[test]
    fn the_slider_stays_between_minus_and_plus_twenty() {
        let mut curve = Curve::default();
        curve.slide(1_000_000, 3.0);
        assert_eq!(curve.slider(), Some(20.0));
        curve.slide(-1_000_000, 3.0);
        assert_eq!(curve.slider(), Some(-20.0));
    }
}
