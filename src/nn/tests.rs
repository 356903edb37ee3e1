//! The whole of `nn` together: the post's own arithmetic, places of parameters, and the gradient of
//! any shape against finite differences.

use proptest::prelude::*;

use super::{Activation, Loss, Network, Parameter, Scratch, Trace, backward};

fn published() -> Network {
    let mut network = Network::new(2, &[], Activation::Relu);
    network.parameters_mut().copy_from_slice(&[-0.016_852, 0.704_039, -0.116_309]);
    network
}

#[test]
fn passenger_1_gives_the_numbers_of_the_post() {
    let trace = published().forward(&[22.0, 0.0]);
    let network = published();
    assert_eq!(format!("{:.6}", network.layer(0).weight(0, 0) * trace.inputs[0]), "-0.370744");
    assert_eq!(format!("{:.6}", trace.logit()), "-0.487053");
    assert_eq!(format!("{:.6}", trace.p()), "0.380588");
}

#[test]
fn every_parameter_has_one_place_and_every_place_one_parameter() {
    let network = Network::new(7, &[4, 3], Activation::Tanh);
    assert_eq!(network.parameters().len(), 7 * 4 + 4 + 4 * 3 + 3 + 3 + 1);
    for index in 0..network.parameters().len() {
        assert_eq!(network.index(network.parameter_at(index)), index);
        let read = network.shape().parameter_read(index);
        assert_eq!(network.shape().reading_place(read), index);
    }
    assert_eq!(network.parameter_at(28), Parameter::Bias { layer: 0, neuron: 0 });
    assert_eq!(network.index(Parameter::Weight { layer: 1, neuron: 2, input: 1 }), 32 + 2 * 4 + 1);
}

#[derive(Debug, Clone)]
struct Case {
    network: Network,
    inputs: Vec<f64>,
    y: f64,
    loss: Loss,
}

fn case() -> impl Strategy<Value = Case> {
    let activation = prop::sample::select(Activation::ALL.to_vec());
    let hidden = prop::collection::vec(1..6_usize, 0..4);
    (1..6_usize, hidden, activation, any::<bool>(), any::<bool>()).prop_flat_map(
        |(inputs, hidden, activation, lived, squared)| {
            let network = Network::new(inputs, &hidden, activation);
            let count = network.parameters().len();
            let numbers = prop::collection::vec(-1.5..1.5_f64, count);
            let row = prop::collection::vec(-2.0..2.0_f64, inputs);
            (numbers, row).prop_map(move |(numbers, inputs)| {
                let mut network = network.clone();
                network.parameters_mut().copy_from_slice(&numbers);
                let loss = if squared { Loss::SquaredError } else { Loss::CrossEntropy };
                Case { network, inputs, y: f64::from(u8::from(lived)), loss }
            })
        },
    )
}

/// Whether a hidden neuron stands so near its corner that a small step could cross it.
fn near_a_corner(network: &Network, trace: &Trace) -> bool {
    let hidden = network.layers().zip(&trace.layers);
    hidden.filter(|(layer, _)| layer.activation.has_corner()).any(|(_, seen)| seen.z.iter().any(|z| z.abs() < 1e-3))
}

proptest! {
    #[test]
    fn the_gradient_of_any_network_equals_finite_differences(case in case()) {
        let Case { mut network, inputs, y, loss } = case;
        let trace = network.forward(&inputs);
        prop_assume!(!near_a_corner(&network, &trace));
        let mut gradient = vec![0.0; network.parameters().len()];
        backward(&network, &trace, y, loss, &mut gradient);
        let mut scratch = Scratch::new(&network);
        for (index, &slope) in gradient.iter().enumerate() {
            let w = network.parameters()[index];
            let h = 1e-5 * w.abs().max(1.0);
            let mut loss_at = |value| {
                network.parameters_mut()[index] = value;
                loss.from_logit(network.logit(&inputs, &mut scratch), y)
            };
            let numeric = (loss_at(w + h) - loss_at(w - h)) / (2.0 * h);
            loss_at(w);
            prop_assert!(
                (slope - numeric).abs() <= 1e-7 * slope.abs().max(1.0),
                "{:?}: {slope} against {numeric}", network.parameter_at(index)
            );
        }
    }

    #[test]
    fn the_short_way_to_the_logit_has_the_bits_of_the_long_one(case in case()) {
        let mut scratch = Scratch::new(&case.network);
        let short = case.network.logit(&case.inputs, &mut scratch);
        prop_assert_eq!(short.to_bits(), case.network.forward(&case.inputs).logit().to_bits());
    }

    #[test]
    fn backward_adds_to_what_is_there(case in case()) {
        let trace = case.network.forward(&case.inputs);
        let mut once = vec![0.0; case.network.parameters().len()];
        backward(&case.network, &trace, case.y, case.loss, &mut once);
        let mut twice = once.clone();
        backward(&case.network, &trace, case.y, case.loss, &mut twice);
        for (once, twice) in once.iter().zip(&twice) {
            prop_assert_eq!(once * 2.0, *twice);
        }
    }
}
