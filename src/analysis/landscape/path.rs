//! The way training took through the space of parameters, at a few hundred of its epochs.

use crate::training::Run;

/// The most epochs remembered.
const MOST: u64 = 256;

/// Parameters at evenly spaced epochs of one run, kept up as it grows.
#[derive(Debug, Clone, Default)]
pub struct Path {
    stride: u64,
    points: Vec<(u64, Vec<f64>)>,
}

impl Path {
    /// Brings the path up to date with a run: another run, or one whose past is another now, begins it anew.
    pub fn follow(&mut self, run: &Run) {
        let (first, last) = (run.first_epoch(), run.last_epoch());
        let mut stride = self.stride.max(run.key_frame_stride()).max(1);
        while (last - first) / stride > MOST {
            stride *= 2;
        }
        let known = self.points.last();
        let still = known
            .is_some_and(|(epoch, parameters)| *epoch <= last && run.network_at(*epoch).parameters() == parameters);
        if !still || self.points.first().is_some_and(|(epoch, _)| *epoch != first) {
            self.points.clear();
            stride = run.key_frame_stride().max(1);
            while (last - first) / stride > MOST {
                stride *= 2;
            }
        } else if stride != self.stride {
            self.points.retain(|(epoch, _)| (epoch - first).is_multiple_of(stride));
        }
        self.stride = stride;
        let mut next = self.points.last().map_or(first, |(epoch, _)| epoch + stride);
        while next <= last {
            let parameters = run.network_at(next).parameters().to_vec();
            self.points.push((next, parameters));
            next += stride;
        }
    }

    /// The parameters at the epochs remembered up to this one, oldest first.
    pub fn until(&self, epoch: u64) -> impl DoubleEndedIterator<Item = (u64, &[f64])> {
        let known = self.points.partition_point(|(at, _)| *at <= epoch);
        self.points[..known].iter().map(|(at, parameters)| (*at, parameters.as_slice()))
    }

    /// All that is remembered, oldest first.
    pub fn all(&self) -> Vec<&[f64]> {
        self.points.iter().map(|(_, p)| p.as_slice()).collect()
    }
}
