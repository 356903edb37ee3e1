//! The training loss as a function of all parameters. Rows that are alike are asked once and counted as
//! often as they are there, which changes nothing but rounding.

use std::collections::BTreeMap;

use crate::nn::{Loss, Network, Pass, Rows};
use crate::training::Run;

/// The mean loss of a run's training rows, as a function of the parameters of a network of its shape;
/// without L1 and L2, as the time bar shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Surface {
    template: Network,
    loss: Loss,
    rows: Rows,
    counts: Vec<Counts>,
    total: f64,
}

/// How many people of one kind there are.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Counts {
    pub lived: f64,
    pub died: f64,
}

/// A surface with the memory to ask it often.
#[derive(Debug, Clone)]
pub struct Prober {
    network: Network,
    pass: Pass,
}

impl Surface {
    /// The surface a run descends.
    pub fn new(run: &Run) -> Self {
        let rows = run.training_rows();
        let mut places: BTreeMap<Vec<u64>, usize> = BTreeMap::new();
        let (mut kinds, mut counts) = (Rows::new(run.network().shape().inputs()), Vec::<Counts>::new());
        for row in 0..rows.len() {
            let seen = rows.inputs(row);
            let key = seen.iter().map(|input| input.to_bits()).collect();
            let place = *places.entry(key).or_insert_with(|| {
                kinds.push(seen, f64::NAN, rows.place(row));
                counts.push(Counts::default());
                counts.len() - 1
            });
            if rows.label(row) > 0.5 {
                counts[place].lived += 1.0;
            } else {
                counts[place].died += 1.0;
            }
        }
        for (row, Counts { lived, died }) in counts.iter().enumerate() {
            // Slopes are linear in y, so people who are alike can be asked with their mean label.
            kinds.stand_for(row, lived + died, lived / (lived + died));
        }
        Self {
            template: run.network().clone(),
            loss: run.recipe().loss,
            rows: kinds,
            counts,
            total: rows.len().max(1) as f64,
        }
    }

    /// A network of this shape, whatever its numbers.
    pub const fn template(&self) -> &Network {
        &self.template
    }

    /// The loss of a row.
    pub const fn kind(&self) -> Loss {
        self.loss
    }

    /// How many different rows there are.
    pub const fn len(&self) -> usize {
        self.counts.len()
    }

    /// Whether there is no training row.
    pub const fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// Whether it is a bowl with one bottom: cross-entropy without hidden layers.
    pub fn is_convex(&self) -> bool {
        self.is_linear() && self.loss == Loss::CrossEntropy
    }

    /// Whether the logit is a weighted sum of the inputs.
    pub(super) fn is_linear(&self) -> bool {
        self.template.depth() == 1 && !self.is_empty()
    }

    /// About how long it takes to ask once, in nanoseconds.
    pub fn cost(&self) -> usize {
        self.len() * (60 + 2 * self.template.parameters().len())
    }

    /// Something that answers what the loss is.
    pub fn prober(&self) -> Prober {
        Prober { network: self.template.clone(), pass: Pass::new(&self.template) }
    }

    pub(super) fn inputs(&self, row: usize) -> &[f64] {
        self.rows.inputs(row)
    }

    pub(super) fn counts(&self, row: usize) -> Counts {
        self.counts[row]
    }

    pub(super) const fn total(&self) -> f64 {
        self.total
    }

    /// The mean of the losses of all rows with these logits.
    pub(super) fn mean(&self, mut logit: impl FnMut(usize) -> f64) -> f64 {
        let sum = (0..self.len()).fold(0.0, |sum, row| self.add_loss(sum, row, logit(row)));
        sum / self.total
    }

    /// A sum of losses with those of the people of a row, whose logit is this.
    fn add_loss(&self, mut sum: f64, row: usize, z: f64) -> f64 {
        let Counts { lived, died } = self.counts[row];
        if died > 0.0 {
            sum += died * self.loss.from_logit(z, 0.0);
        }
        if lived > 0.0 {
            sum += lived * self.loss.from_logit(z, 1.0);
        }
        sum
    }

    /// Adds to `gradient` what these rows contribute to that of the sum of all losses.
    pub(super) fn add_slopes(
        &self,
        rows: std::ops::Range<usize>,
        network: &Network,
        pass: &mut Pass,
        gradient: &mut [f64],
    ) {
        pass.add_gradient(network, &self.rows, rows, self.loss, gradient);
    }
}

impl Prober {
    /// The loss of a network with these parameters.
    pub fn loss(&mut self, surface: &Surface, parameters: &[f64]) -> f64 {
        let Self { network, pass } = self;
        network.parameters_mut().copy_from_slice(parameters);
        let mut sum = 0.0;
        pass.logits(network, &surface.rows, surface.rows.all(), |row, z| sum = surface.add_loss(sum, row, z));
        sum / surface.total
    }
}
