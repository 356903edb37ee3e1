//! Key frames: what a run was at evenly spaced epochs, in one flat buffer that never outgrows its
//! bound. Where it would, every other frame goes and the spacing doubles.

use super::epoch::Checkpoint;
use crate::nn::{Network, OptimizerState};

/// Numbers a frame keeps beside parameters and optimiser memory: steps taken, and Adam's β₁ᵗ, β₂ᵗ.
const EXTRA: usize = 3;

/// States at epochs `first`, `first + stride`, `first + 2·stride` …, without a gap.
#[derive(Debug, Clone)]
pub(super) struct Frames {
    first: u64,
    stride: u64,
    /// Numbers in a frame.
    width: usize,
    /// The most numbers kept.
    bound: usize,
    data: Vec<f64>,
}

impl Frames {
    /// Frames that begin with this state and take at most `bytes`, but always keep the first.
    pub fn starting_with(state: &Checkpoint, bytes: usize) -> Self {
        let memory = state.optimizer.first.len() + state.optimizer.second.len();
        let width = state.network.parameters().len() + memory + EXTRA;
        let bound = bytes / size_of::<f64>();
        let mut frames = Self { first: state.epoch, stride: 1, width, bound, data: Vec::new() };
        frames.append(state);
        frames
    }

    /// Forgets everything and begins with this state.
    pub fn restart(&mut self, state: &Checkpoint) {
        self.first = state.epoch;
        self.stride = 1;
        self.data.clear();
        self.append(state);
    }

    /// Keeps this state if it is the next one due.
    pub fn offer(&mut self, state: &Checkpoint) {
        let due = |frames: &Self| state.epoch == frames.first + frames.stride * frames.len();
        if !due(self) {
            return;
        }
        while self.data.len() + self.width > self.bound && self.len() > 1 {
            self.thin();
        }
        if self.data.len() + self.width > self.bound {
            // Not even two fit: everything is replayed from the first.
            self.stride *= 2;
        } else if due(self) {
            self.append(state);
        }
    }

    /// The last epoch at or before this one that has a frame.
    pub fn floor(&self, epoch: u64) -> Option<u64> {
        let past = epoch.checked_sub(self.first)?;
        let frame = (past / self.stride).min(self.len() - 1);
        Some(self.first + frame * self.stride)
    }

    /// Sets a state to the frame at `epoch`, which [`Self::floor`] named.
    pub fn load(&self, epoch: u64, state: &mut Checkpoint) {
        let frame = ((epoch - self.first) / self.stride) as usize;
        let data = &self.data[frame * self.width..(frame + 1) * self.width];
        let (parameters, rest) = data.split_at(state.network.parameters().len());
        let (extra, rest) = rest.split_at(EXTRA);
        let (first, second) = rest.split_at(state.optimizer.first.len());
        state.epoch = epoch;
        state.network.parameters_mut().copy_from_slice(parameters);
        // A count of steps stays far below 2⁵³, where it would stop being exact.
        state.optimizer.step = extra[0] as u64;
        state.optimizer.powers = [extra[1], extra[2]];
        state.optimizer.first.copy_from_slice(first);
        state.optimizer.second.copy_from_slice(second);
    }

    /// A copy without the frames after this epoch.
    pub fn until(&self, epoch: u64) -> Self {
        let keep = (epoch.saturating_sub(self.first) / self.stride + 1).min(self.len());
        Self { data: self.data[..keep as usize * self.width].to_vec(), ..self.empty() }
    }

    /// Frames under the same bound that begin with this state.
    pub fn restarted(&self, state: &Checkpoint) -> Self {
        let mut frames = self.empty();
        frames.restart(state);
        frames
    }

    /// Keeps this state instead of the frame of its epoch, the last there is, if it has one.
    pub fn replace_last(&mut self, state: &Checkpoint) {
        let last = self.len() - 1;
        if state.epoch == self.first + last * self.stride {
            self.data.truncate(last as usize * self.width);
            self.append(state);
        }
    }

    const fn empty(&self) -> Self {
        let Self { first, stride, width, bound, .. } = *self;
        Self { first, stride, width, bound, data: Vec::new() }
    }

    /// Sets a new bound and thins out what no longer fits.
    pub fn set_bound(&mut self, bytes: usize) {
        self.bound = bytes / size_of::<f64>();
        while self.data.len() > self.bound && self.len() > 1 {
            self.thin();
        }
        self.data.shrink_to_fit();
    }

    /// The distance between frames in epochs.
    pub const fn stride(&self) -> u64 {
        self.stride
    }

    const fn len(&self) -> u64 {
        (self.data.len() / self.width) as u64
    }

    /// Drops every other frame, keeping the first.
    fn thin(&mut self) {
        let kept = self.len().div_ceil(2) as usize;
        for frame in 1..kept {
            let from = 2 * frame * self.width;
            self.data.copy_within(from..from + self.width, frame * self.width);
        }
        self.data.truncate(kept * self.width);
        self.stride *= 2;
    }

    fn append(&mut self, state: &Checkpoint) {
        let Checkpoint { network, optimizer, .. } = state;
        self.make_room();
        push(&mut self.data, network, optimizer);
    }

    /// Doubles the buffer when it is full, but not beyond the bound, as a `Vec` by itself would.
    fn make_room(&mut self) {
        let needed = self.data.len() + self.width;
        if needed > self.data.capacity() {
            let wanted = (2 * self.data.capacity()).min(self.bound).max(needed);
            self.data.reserve_exact(wanted - self.data.len());
        }
    }
}

fn push(data: &mut Vec<f64>, network: &Network, optimizer: &OptimizerState) {
    data.extend_from_slice(network.parameters());
    data.extend([optimizer.step as f64, optimizer.powers[0], optimizer.powers[1]]);
    data.extend_from_slice(&optimizer.first);
    data.extend_from_slice(&optimizer.second);
}
