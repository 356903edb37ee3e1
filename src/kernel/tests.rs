//! The kernel against the readable way, for any shape; and against itself, on every set of instructions.

use proptest::prelude::*;

use super::parts::PART;
use super::wide::Eight;
use super::{Instructions, Kernel, LossTotal, PackedRows};
use crate::nn::{Activation, Loss, Network, Rows, backward};

#[derive(Debug, Clone)]
struct Case {
    network: Network,
    rows: Rows,
    loss: Loss,
}

/// Any shape, with rows of which some are alike.
fn case() -> impl Strategy<Value = Case> {
    let activation = prop::sample::select(Activation::ALL.to_vec());
    let loss = prop::sample::select(Loss::ALL.to_vec());
    let hidden = prop::collection::vec(1..19_usize, 0..4);
    (1..9_usize, hidden, activation, loss, 1..60_usize).prop_flat_map(|(inputs, hidden, activation, loss, rows)| {
        let network = Network::new(inputs, &hidden, activation);
        let numbers = prop::collection::vec(-1.5..1.5_f64, network.parameters().len());
        let people = prop::collection::vec((prop::collection::vec(-2..3_i8, inputs), any::<bool>()), rows);
        (numbers, people).prop_map(move |(numbers, people)| {
            let mut network = network.clone();
            network.parameters_mut().copy_from_slice(&numbers);
            let mut rows = Rows::new(network.shape().inputs());
            for (place, (inputs, lived)) in people.iter().enumerate() {
                let inputs: Vec<f64> = inputs.iter().map(|input| f64::from(*input) * 0.7).collect();
                rows.push(&inputs, f64::from(u8::from(*lived)), place);
            }
            Case { network, rows, loss }
        })
    })
}

/// Everything the kernel says of a case.
fn said(case: &Case, packed: &PackedRows, instructions: Instructions) -> (Vec<f64>, LossTotal, Vec<f64>) {
    let Case { network, loss, .. } = case;
    let mut kernel = Kernel::with(network.shape(), instructions);
    let mut gradient = vec![0.0; network.parameters().len()];
    let outcome = kernel.measured_gradient(network, packed, *loss, &mut gradient);
    assert_eq!(kernel.measure(network, packed, *loss), outcome);
    let mut again = gradient.clone();
    kernel.gradient(network, packed, packed.all(), *loss, &mut again);
    assert_eq!(again, gradient);
    let mut logits = Vec::new();
    kernel.logits(network, packed, |_, z| logits.push(z));
    (gradient, outcome, logits)
}

/// What `nn` says of the same: the gradient of the mean loss, the losses and right answers, and the logits.
fn readable(network: &Network, rows: &Rows, loss: Loss) -> (Vec<f64>, LossTotal, Vec<f64>) {
    let mut slopes = vec![0.0; network.parameters().len()];
    let (mut total, mut logits) = (LossTotal { loss: 0.0, right: 0 }, Vec::new());
    for row in rows.all() {
        let (trace, y) = (network.forward(rows.inputs(row)), rows.label(row));
        backward(network, &trace, y, loss, &mut slopes);
        total.loss += loss.from_logit(trace.logit(), y);
        total.right += u32::from((trace.logit() > 0.0) == (y > 0.5));
        logits.push(trace.logit());
    }
    for slope in &mut slopes {
        *slope /= rows.len() as f64;
    }
    (slopes, total, logits)
}

fn bits(numbers: &[f64]) -> Vec<u64> {
    numbers.iter().map(|number| number.to_bits()).collect()
}

proptest! {
    #[test]
    fn every_set_of_instructions_gives_the_same_bits(case in case()) {
        for packed in [PackedRows::merged(&case.rows), batches(&case.rows, 10)] {
            let (gradient, outcome, logits) = said(&case, &packed, Instructions::Portable);
            for instructions in Instructions::available() {
                let (theirs, their_outcome, their_logits) = said(&case, &packed, instructions);
                prop_assert_eq!(bits(&theirs), bits(&gradient), "{:?}", instructions);
                prop_assert_eq!(bits(&their_logits), bits(&logits), "{:?}", instructions);
                prop_assert_eq!(their_outcome.loss.to_bits(), outcome.loss.to_bits(), "{:?}", instructions);
                prop_assert_eq!(their_outcome.right, outcome.right);
            }
        }
    }

    #[test]
    fn it_says_what_the_readable_way_says(case in case()) {
        let Case { network, rows, loss } = &case;
        let (gradient, outcome, logits) = said(&case, &PackedRows::merged(rows), Instructions::best());
        let (slopes, readable, readable_logits) = readable(network, rows, *loss);
        prop_assert_eq!(bits(&logits), bits(&readable_logits), "sums are the same to the last bit");
        prop_assert_eq!(outcome.right, readable.right);
        let losses = readable.loss;
        prop_assert!((outcome.loss - losses).abs() <= 1e-12 * losses.max(1.0), "{} {}", outcome.loss, losses);
        let size = slopes.iter().fold(1.0, |size: f64, slope| size.max(slope.abs()));
        for (ours, theirs) in gradient.iter().zip(&slopes) {
            prop_assert!((ours - theirs).abs() <= 1e-12 * size, "{} {}", ours, theirs);
        }
    }

    #[test]
    fn it_knows_how_the_output_moves_with_a_parameter_and_what_neurons_make_of_rows(case in case(), which: usize) {
        let Case { network, rows, .. } = &case;
        let packed = PackedRows::merged(rows);
        let index = which % network.parameters().len();
        let parameter = network.parameter_at(index);
        let mut told = Vec::new();
        for instructions in Instructions::available() {
            let mut kernel = Kernel::with(network.shape(), instructions);
            let (mut reaches, mut sums, mut people) = (Vec::new(), Vec::new(), 0.0);
            kernel.reaches(network, parameter, &packed, |_, z, reach| reaches.extend([z, reach]));
            kernel.neurons(network, &packed, |neuron, _, values, counts| {
                sums.resize(sums.len().max(neuron + 1), 0.0);
                sums[neuron] += values.iter().zip(counts).map(|(value, count)| value * count).sum::<f64>();
                people += if neuron == 0 { counts.iter().sum::<f64>() } else { 0.0 };
            });
            told.push((bits(&reaches), bits(&sums)));
            if instructions == Instructions::best() {
                prop_assert_eq!(people, rows.len() as f64);
                let mut readable = vec![0.0; sums.len()];
                for (row, found) in rows.all().zip(reaches.chunks_exact(2)) {
                    let trace = network.forward(rows.inputs(row));
                    let mut slopes = vec![0.0; network.parameters().len()];
                    // Where the loss has slope 1 by z, its slope by a parameter is how far z moves with that.
                    let y = trace.p() - 1.0;
                    backward(network, &trace, y, Loss::CrossEntropy, &mut slopes);
                    prop_assert_eq!(found[0].to_bits(), trace.logit().to_bits());
                    prop_assert!((found[1] - slopes[index]).abs() <= 1e-12 * slopes[index].abs().max(1.0));
                    let hidden = trace.layers.iter().rev().skip(1).rev().flat_map(|layer| layer.a.iter());
                    for (sum, value) in readable.iter_mut().zip(hidden.chain([&trace.logit()])) {
                        *sum += value;
                    }
                }
                for (ours, theirs) in sums.iter().zip(&readable) {
                    prop_assert!((ours - theirs).abs() <= 1e-11 * theirs.abs().max(1.0), "{} {}", ours, theirs);
                }
            }
        }
        prop_assert!(told.windows(2).all(|pair| pair[0] == pair[1]));
    }

    #[test]
    fn it_knows_how_losses_bend_without_hidden_layers(case in case()) {
        let Case { network, rows, loss } = &case;
        let mut flat = Network::new(rows.width(), &[], Activation::Relu);
        let size = flat.parameters().len();
        let numbers: Vec<f64> = network.parameters().iter().copied().cycle().take(size).collect();
        flat.parameters_mut().copy_from_slice(&numbers);
        let packed = PackedRows::merged(rows);
        let told = Instructions::available().into_iter().map(|instructions| {
            Kernel::with(flat.shape(), instructions).second_derivative(&flat, &packed, *loss)
        });
        let told: Vec<_> = told.collect();
        prop_assert!(told.iter().all(|other| bits(&other.concat()) == bits(&told[0].concat())));
        for (line, found) in told[0].iter().enumerate() {
            let slopes = [1e-4, -1e-4].map(|by| {
                let mut moved = flat.clone();
                moved.parameters_mut()[line] += by;
                let mut slopes = vec![0.0; size];
                Kernel::new(flat.shape()).gradient(&moved, &packed, packed.all(), *loss, &mut slopes);
                slopes
            });
            for (column, bend) in found.iter().enumerate() {
                let differences = (slopes[0][column] - slopes[1][column]) / 2e-4;
                prop_assert!((bend - differences).abs() <= 1e-5, "{} {}", bend, differences);
            }
        }
    }

    #[test]
    fn the_mean_over_batches_is_that_over_all_rows(case in case(), batch in 1..40_usize) {
        let Case { network, rows, loss } = &case;
        let packed = batches(rows, batch);
        let mut kernel = Kernel::new(network.shape());
        let mut sum = vec![0.0; network.parameters().len()];
        let mut of_batch = sum.clone();
        for index in 0..rows.len().div_ceil(batch) {
            kernel.gradient(network, &packed, packed.batch(index), *loss, &mut of_batch);
            let share = batch.min(rows.len() - index * batch) as f64 / rows.len() as f64;
            sum.iter_mut().zip(&of_batch).for_each(|(sum, slope)| *sum += share * slope);
        }
        let merged = PackedRows::merged(rows);
        kernel.gradient(network, &merged, merged.all(), *loss, &mut of_batch);
        let size = sum.iter().fold(1.0, |size: f64, slope| size.max(slope.abs()));
        for (ours, theirs) in sum.iter().zip(&of_batch) {
            prop_assert!((ours - theirs).abs() <= 1e-12 * size, "{} {}", ours, theirs);
        }
    }
}

/// Rows enough for three parts, the last of which is short, through a network with corners.
#[test]
fn parts_give_the_same_bits_on_one_thread_and_on_many_and_add_up_to_all() {
    let mut network = Network::new(2, &[3], Activation::Relu);
    let numbers = [0.7, -0.4, -0.3, 0.9, 0.2, 0.5, 0.1, -0.2, 0.3, 0.8, -0.6, 0.4, -0.1];
    network.parameters_mut().copy_from_slice(&numbers);
    let mut rows = Rows::new(2);
    for place in 0..2 * PART * Eight::COUNT + 1003 {
        let [x, y] = [0.001, 0.37].map(|step| (place as f64 * step).fract() - 0.5);
        rows.push(&[x, y], f64::from(u8::from(x * y > 0.1)), place);
    }
    let packed = batches(&rows, rows.len());
    let loss = Loss::CrossEntropy;
    let asked = |instructions, threads| {
        let mut kernel = Kernel::with(network.shape(), instructions);
        kernel.parts.threads = Some(threads);
        let mut gradient = vec![0.0; numbers.len()];
        let total = kernel.measured_gradient(&network, &packed, loss, &mut gradient);
        assert_eq!(kernel.measure(&network, &packed, loss), total);
        (total, bits(&gradient), gradient)
    };
    let first = asked(Instructions::best(), 1);
    for threads in 1..5 {
        for instructions in Instructions::available() {
            assert_eq!(asked(instructions, threads), first, "{instructions:?} on {threads}");
        }
    }
    let (slopes, readable, _) = readable(&network, &rows, loss);
    let (total, _, gradient) = first;
    assert_eq!(total.right, readable.right);
    assert!((total.loss - readable.loss).abs() <= 1e-10 * readable.loss);
    for (ours, theirs) in gradient.iter().zip(&slopes) {
        assert!((ours - theirs).abs() <= 1e-12, "{ours} {theirs}");
    }
}

fn batches(rows: &Rows, batch: usize) -> PackedRows {
    let order: Vec<u32> = (0..rows.len() as u32).collect();
    PackedRows::batches(rows, &order, batch)
}

/// A run must stop where its numbers stop being numbers, whatever the loss.
#[test]
fn a_logit_that_is_no_number_has_no_loss() {
    let mut rows = Rows::new(1);
    for (place, label) in [0.0, 1.0].into_iter().enumerate() {
        rows.push(&[1.0], label, place);
    }
    for &loss in Loss::ALL {
        for weight in [f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
            let mut network = Network::new(1, &[], Activation::Relu);
            network.parameters_mut().copy_from_slice(&[weight, 0.0]);
            let outcome = Kernel::new(network.shape()).measure(&network, &PackedRows::merged(&rows), loss);
            assert!(!outcome.loss.is_finite(), "{loss:?} at {weight}: {outcome:?}");
        }
    }
}
