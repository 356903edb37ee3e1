//! A prediction step by step, in the order of the post: each product, their sum, the activation.

use std::io::{self, Write};

use super::person::Person;
use crate::cli::figures::{decimals, plain};
use crate::data::number::defined;
use crate::explain::names;
use crate::nn::Trace;
use crate::training::Run;

/// Writes every number between a person and the prediction.
pub fn explain(out: &mut dyn Write, run: &Run, person: &Person, trace: &Trace) -> io::Result<()> {
    let network = run.network();
    scaling(out, run, person)?;
    let mut sources = run.encoder().input_names();
    let mut inputs = trace.inputs.clone();
    for (index, layer) in network.layers().enumerate() {
        let is_output = index + 1 == network.depth();
        let (sums, values) = (&trace.layers[index].z, &trace.layers[index].a);
        let mut outputs = Vec::new();
        for neuron in 0..layer.outputs {
            let name = names::ascii(&names::neuron(network, index, neuron));
            if network.depth() > 1 {
                writeln!(out, "{name}")?;
            }
            for (input, (source, value)) in sources.iter().zip(&inputs).enumerate() {
                product(out, source, *value, layer.weight(neuron, input))?;
            }
            product(out, "+1", 1.0, layer.biases[neuron])?;
            writeln!(out, "  {:<16} sum = {}", "", decimals(sums[neuron]))?;
            if is_output {
                if defined(sums[neuron]).is_none() {
                    continue;
                }
                let z = decimals(sums[neuron]);
                let power = z.strip_prefix('-').map_or_else(|| format!("-{z}"), str::to_owned);
                writeln!(out, "  1 / (1 + e^{power}) = {}", decimals(values[neuron]))?;
            } else {
                let activation = layer.activation.name();
                writeln!(out, "  {:<16} {activation} = {}", "", decimals(values[neuron]))?;
            }
            outputs.push(name);
        }
        sources = outputs;
        inputs.clone_from(values);
    }
    Ok(())
}

/// How each scaled input comes from what is known of the person, by figures of the training rows.
fn scaling(out: &mut dyn Write, run: &Run, person: &Person) -> io::Result<()> {
    let inputs = run.encoder().inputs();
    if inputs.iter().any(|input| input.scale().is_some()) {
        writeln!(out, "inputs, by mean and sd of the training rows")?;
    }
    for ((input, raw), shown) in inputs.iter().zip(&person.raw).zip(&person.shown) {
        if let (Some((mean, sd)), Some(raw), Some(shown)) = (input.scale(), raw, shown) {
            let (name, raw) = (input.name(), plain(*raw));
            let (mean, sd, shown) = (decimals(mean), decimals(sd), decimals(*shown));
            writeln!(out, "  {name:<16} ({raw} - {mean}) / {sd} = {shown}")?;
        }
    }
    Ok(())
}

fn product(out: &mut dyn Write, name: &str, value: f64, weight: f64) -> io::Result<()> {
    let (input, product) = (plain(value), decimals(value * weight));
    writeln!(out, "  {name:<16} {input} x {} = {product}", decimals(weight))
}
