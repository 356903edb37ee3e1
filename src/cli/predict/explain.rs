//! A prediction step by step, in the order of the post: each product, their sum, the activation.

use std::io::{self, Write};

use super::person::Asked;
use crate::cli::figures::{decimals, plain};
use crate::data::number::defined;
use crate::explain::names::{self, Names};
use crate::explain::prediction::NeuronAccount;
use crate::nn::Trace;
use crate::training::Run;

/// Writes every number between a person and the prediction.
pub fn explain(out: &mut dyn Write, run: &Run, person: &Asked, trace: &Trace) -> io::Result<()> {
    scaling(out, run, person)?;
    let network = run.network();
    for neuron in NeuronAccount::all(Names::copied(run), trace) {
        if network.depth() > 1 {
            writeln!(out, "{}", names::ascii(&names::neuron(network, neuron.place.0, neuron.place.1)))?;
        }
        for term in &neuron.terms {
            let source = if term.is_bias { "+1" } else { &term.name };
            let (value, weight, product) = (plain(term.value), decimals(term.weight), decimals(term.product()));
            writeln!(out, "  {source:<16} {value} x {weight} = {product}")?;
        }
        let z = decimals(neuron.z);
        writeln!(out, "  {:<16} sum = {z}", "")?;
        if !neuron.is_output {
            writeln!(out, "  {:<16} {} = {}", "", neuron.activation.name(), decimals(neuron.a))?;
        } else if defined(neuron.z).is_some() {
            let power = z.strip_prefix('-').map_or_else(|| format!("-{z}"), str::to_owned);
            writeln!(out, "  1 / (1 + e^{power}) = {}", decimals(neuron.a))?;
        }
    }
    Ok(())
}

/// How each scaled input comes from what is known of the person, by figures of the training rows.
fn scaling(out: &mut dyn Write, run: &Run, person: &Asked) -> io::Result<()> {
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
