//! The curve panel's state: which function, and whether z follows the passenger or the user's slider.

use std::borrow::Cow;
use std::iter::{once, successors};

use crate::app::Core;
use crate::app::core::pointer::Spot;
use crate::app::core::prepared::Prepared;
use crate::app::core::runs::Moment;
use crate::data::number::defined;
use crate::nn::Activation;
use crate::training::{SumKind, sum_kinds};

/// How far the free slider goes to either side, as in the post; further only where somebody's z does.
const SLIDER: f64 = 20.0;

/// The state of the curve panel.
#[derive(Debug, Clone)]
pub struct Curve {
    /// The function drawn.
    pub function: Activation,
    /// z in hundredths as the user set it, or none when it follows the passenger. Whole
    /// hundredths, so that a hundred steps of 0.01 are exactly 1.
    slider: Option<i64>,
    /// The furthest from 0 it has been since the user took it.
    reach: i64,
    /// Whether the derivative is drawn too.
    pub derivative: bool,
    /// Everybody's sums that go into it, at a neuron: a layer and a place in it.
    crowd: Prepared<(Moment, (usize, usize)), Vec<SumKind>>,
}

impl Default for Curve {
    fn default() -> Self {
        Self { function: Activation::Sigmoid, slider: None, reach: 0, derivative: false, crowd: Prepared::default() }
    }
}

/// The functions in the order `v` walks them.
pub const FUNCTIONS: [Activation; 5] =
    [Activation::Sigmoid, Activation::Relu, Activation::Tanh, Activation::LeakyRelu, Activation::Linear];

impl Curve {
    /// Goes to the next function.
    pub(super) fn next_function(&mut self) {
        let at = FUNCTIONS.iter().position(|&function| function == self.function).unwrap_or(0);
        self.function = FUNCTIONS[(at + 1) % FUNCTIONS.len()];
    }

    /// z of the slider, if the user moved it.
    pub fn slider(&self) -> Option<f64> {
        self.slider.map(|hundredths| hundredths as f64 / 100.0)
    }

    /// Puts the slider at `z`.
    pub(super) fn set(&mut self, z: f64) {
        self.put(in_hundredths(z));
    }

    fn put(&mut self, hundredths: i64) {
        self.slider = Some(hundredths);
        self.reach = self.reach.max(hundredths.saturating_abs());
    }

    /// Lets z follow the passenger again.
    pub(in crate::app) const fn release(&mut self) {
        self.slider = None;
        self.reach = 0;
    }

    /// The neuron whose sum goes into a function: the one pointed at where it uses this function, else the
    /// output where that does.
    pub fn neuron(&self, core: &Core, function: Activation) -> Option<(usize, usize)> {
        let shape = core.network().shape();
        let output = (shape.depth() - 1, 0);
        let mut places = [core.spot().neuron(), Some(output)].into_iter().flatten();
        places.find(|&(layer, _)| shape.activation_of(layer) == function)
    }

    /// What goes into a function, of everybody, those who are alike together.
    pub fn everybody(&self, core: &Core, function: Activation) -> Cow<'_, [SumKind]> {
        let Some((layer, neuron)) = self.neuron(core, function) else {
            return Cow::default();
        };
        match self.crowd.get(&(core.stamp().moment, (layer, neuron))) {
            Some(kinds) => Cow::Borrowed(kinds),
            None => Cow::Owned(sum_kinds(core.run(), layer, neuron)),
        }
    }

    /// Whether z on a function is the user's, and no neuron's.
    pub fn is_free(&self, core: &Core, function: Activation) -> bool {
        self.slider.is_some() || self.neuron(core, function).is_none()
    }

    /// The z marked on a function: the slider's, else that of the selected passenger, and 0 to slide from
    /// where the network puts none into it.
    pub fn z(&self, core: &Core, function: Activation) -> Option<f64> {
        if self.slider.is_some() {
            return self.slider();
        }
        let Some((layer, neuron)) = self.neuron(core, function) else {
            return Some(0.0);
        };
        if !core.has_reached(Spot::Activation { layer, neuron }) {
            return None;
        }
        let inputs = core.run().encoder().encode(&core.passenger())?;
        defined(core.network().forward(&inputs).layers[layer].z[neuron])
    }

    /// Both ends of a function's z axis: round ones that hold everybody's z, and the slider wherever it
    /// went, so that they stay where they are while it moves.
    pub fn range(&self, core: &Core, function: Activation) -> (f64, f64) {
        let reach = self.reach as f64 / 100.0;
        let end = round_end(self.everybody(core, function).iter().fold(reach, |most, kind| most.max(kind.z.abs())));
        (-end, end)
    }

    /// Moves the slider by hundredths from where it is, or from the z it leaves.
    pub(in crate::app) fn slide(&mut self, core: &mut Core, hundredths: i64) {
        let function = self.function;
        let from = in_hundredths(self.z(core, function).unwrap_or(0.0));
        let end = in_hundredths(self.slider_end(core));
        let to = from.saturating_add(hundredths).clamp(-end, end);
        self.put(to);
    }

    /// As far as the keys move the slider.
    pub(in crate::app) fn slider_end(&self, core: &Core) -> f64 {
        self.range(core, self.function).1.max(SLIDER)
    }

    /// Brings everybody's sums up to date that go into the function drawn.
    pub(in crate::app) fn settle(&mut self, core: &Core) {
        if let Some((layer, neuron)) = self.neuron(core, self.function) {
            let of = (core.stamp().moment, (layer, neuron));
            self.crowd.ensure(of, || sum_kinds(core.run(), layer, neuron));
        }
    }
}

/// The first of 6, 10, 20, 50, 100 … that holds `widest`, as far as there is a point in drawing it.
fn round_end(widest: f64) -> f64 {
    let tens = successors(Some(10.0), |ten| Some(ten * 10.0)).take(9);
    let mut ends = once(6.0).chain(tens.flat_map(|ten| [ten, 2.0 * ten, 5.0 * ten]));
    ends.find(|end| *end >= widest).unwrap_or(1e10)
}

fn in_hundredths(z: f64) -> i64 {
    (z * 100.0).round() as i64
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::app::{App, Settings};
    use crate::data::PassengerList;
    use crate::training::Preset;

    fn app(preset: Preset) -> App {
        let list = Arc::new(PassengerList::embedded());
        let run = preset.run("A", Arc::clone(&list)).unwrap();
        App::from_run(list, run, Settings::default())
    }

    /// f at a z that the network never puts into f is no number of this network.
    #[test]
    fn a_function_is_drawn_at_the_z_the_network_puts_into_it_for_everybody() {
        let mut app = app(Preset::Unpublished231);
        let hidden = (0..3).map(|neuron| Spot::Sum { layer: 0, neuron });
        for spot in hidden.chain([Spot::Verdict]) {
            app.core.spot = spot;
            app.take_dirty();
            for who in 0..app.core.list.len() {
                app.core.who = who;
                let trace = app.core.trace();
                let sum = |layer: usize, neuron: usize| trace.as_ref().map(|trace| trace.layers[layer].z[neuron]);
                assert_eq!(app.screens.explore.curve.z(&app.core, Activation::Sigmoid), sum(1, 0), "{spot:?}, {who}");
                let relu = match spot.neuron() {
                    Some((layer, neuron)) => sum(layer, neuron),
                    None => Some(0.0),
                };
                assert_eq!(app.screens.explore.curve.z(&app.core, Activation::Relu), relu, "{spot:?}, {who}");
            }
            assert_eq!(app.screens.explore.curve.neuron(&app.core, Activation::Relu), spot.neuron());
            assert_eq!(app.screens.explore.curve.neuron(&app.core, Activation::Tanh), None);
        }
    }

    /// `v` would never come to a function that is missing here.
    #[test]
    fn v_walks_every_function() {
        assert!(Activation::ALL.iter().all(|function| FUNCTIONS.contains(function)));
    }

    #[test]
    fn a_hundred_small_steps_are_exactly_one() {
        let mut app = app(Preset::ThePost);
        app.screens.explore.curve.set(0.0);
        for _ in 0..100 {
            app.screens.explore.curve.slide(&mut app.core, 1);
        }
        assert_eq!(app.screens.explore.curve.slider(), Some(1.0));
    }

    #[test]
    fn the_slider_stays_between_minus_and_plus_twenty() {
        let mut app = app(Preset::ThePost);
        app.screens.explore.curve.slide(&mut app.core, i64::MAX);
        assert_eq!(app.screens.explore.curve.slider(), Some(20.0));
        app.screens.explore.curve.slide(&mut app.core, i64::MIN);
        assert_eq!(app.screens.explore.curve.slider(), Some(-20.0));
    }

    #[test]
    fn the_axis_is_round_and_holds_what_is_on_it() {
        for (widest, end) in [(0.0, 6.0), (6.0, 6.0), (6.01, 10.0), (11.0, 20.0), (3e4, 5e4)] {
            assert_eq!(round_end(widest), end);
        }
        assert_eq!(round_end(f64::MAX), 1e10, "nobody reads such an axis");
    }
}
