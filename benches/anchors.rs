//! How long an epoch takes beside PyTorch: five jobs that start from the same numbers and must end with the same loss.
//! `cargo bench --bench anchors`; best of several rounds that alternate, one thread;
//! J4, large enough for more, as many as the processor runs at once (`taskset -c 0` gives it one).

#![expect(clippy::print_stdout, reason = "a table is what it makes")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::Deserialize;
use titanic_tui::data::PassengerList;
use titanic_tui::kernel::{Instructions, Kernel, PackedRows};
use titanic_tui::nn::{Activation, Loss, Network, Optimizer, OptimizerKind, Rows, backward};
use titanic_tui::training::{Batch, Feature, Recipe, Run, Scaling};

const ROUNDS: usize = 7;

/// A job as the reference files have it.
#[derive(Deserialize)]
struct Job {
    #[serde(rename = "job")]
    name: String,
    shape: Vec<usize>,
    learning_rate: f64,
    epochs: usize,
    batch: serde_json::Value,
    inputs: Vec<Vec<f64>>,
    survived: Vec<f64>,
    layers: Vec<JobLayer>,
    end_train_loss: f64,
}

#[derive(Deserialize)]
struct JobLayer {
    weights: Vec<Vec<f64>>,
    biases: Vec<f64>,
}

const GRADIENT_DESCENT: Optimizer =
    Optimizer { kind: OptimizerKind::Gd, momentum: 0.0, nesterov: false, weight_decay: 0.0 };

impl Job {
    fn read(name: &str) -> Self {
        let path = format!("{}/tests/reference/perf-{name}.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn rows(&self) -> Rows {
        let mut rows = Rows::new(self.shape[0]);
        for (place, (inputs, label)) in self.inputs.iter().zip(&self.survived).enumerate() {
            rows.push(inputs, *label, place);
        }
        rows
    }

    fn batch(&self) -> usize {
        self.batch.as_u64().map_or(self.inputs.len(), |rows| rows as usize)
    }

    fn start(&self) -> Network {
        let hidden = &self.shape[1..self.shape.len() - 1];
        let mut network = Network::new(self.shape[0], hidden, Activation::Relu);
        let numbers = self.layers.iter().flat_map(|layer| layer.weights.iter().flatten().chain(&layer.biases));
        for (parameter, number) in network.parameters_mut().iter_mut().zip(numbers) {
            *parameter = *number;
        }
        network
    }

    /// All epochs, where `gradient` sets the slopes of the mean loss of a batch; the last network.
    fn train(&self, mut gradient: impl FnMut(&Network, usize, &mut [f64])) -> Network {
        let (mut network, rows, batch) = (self.start(), self.inputs.len(), self.batch());
        let mut slopes = vec![0.0; network.parameters().len()];
        let mut memory = GRADIENT_DESCENT.start(slopes.len());
        for _ in 0..self.epochs {
            for index in 0..rows.div_ceil(batch) {
                gradient(&network, index, &mut slopes);
                GRADIENT_DESCENT.step(self.learning_rate, &slopes, &mut memory, &mut network);
            }
        }
        network
    }

    fn by_kernel(&self, rows: &Rows) -> (Network, Duration) {
        let batch = self.batch();
        let packed = if batch < rows.len() {
            PackedRows::batches(rows, &(0..rows.len() as u32).collect::<Vec<_>>(), batch)
        } else {
            PackedRows::merged(rows)
        };
        let mut kernel = Kernel::new(self.start().shape());
        let started = Instant::now();
        let network = self.train(|network, index, slopes| {
            let eights = if batch < rows.len() { packed.batch(index) } else { packed.all() };
            kernel.gradient(network, &packed, eights, Loss::CrossEntropy, slopes);
        });
        (network, started.elapsed())
    }

    /// The readable way, a tenth of the epochs.
    fn by_formula(&self, rows: &Rows) -> Duration {
        let short = Self { epochs: self.epochs.div_ceil(10), ..Self::read(&self.name.to_lowercase()) };
        let batch = self.batch();
        let started = Instant::now();
        let network = short.train(|network, index, slopes| {
            slopes.fill(0.0);
            let batch = index * batch..((index + 1) * batch).min(rows.len());
            for row in batch.clone() {
                let trace = network.forward(rows.inputs(row));
                backward(network, &trace, rows.label(row), Loss::CrossEntropy, slopes);
            }
            for slope in slopes {
                *slope /= batch.len() as f64;
            }
        });
        black_box(network);
        started.elapsed() * 10
    }

    /// A run of this shape with all its history: losses and counts of both parts, and every parameter of every epoch.
    fn with_history(&self, list: &Arc<PassengerList>) -> Duration {
        const NAMES: [&str; 7] = ["age", "sex", "pclass", "sibsp", "parch", "fare", "embarked-code"];
        let shown = &NAMES[..self.shape[0]];
        let recipe = Recipe {
            features: Feature::ALL.iter().copied().filter(|feature| shown.contains(&feature.name())).collect(),
            scaling: Scaling::Standard,
            hidden: self.shape[1..self.shape.len() - 1].to_vec(),
            learning_rate: self.learning_rate,
            batch: if self.batch() < self.inputs.len() { Batch::Rows(self.batch()) } else { Batch::Full },
            ..Recipe::default()
        };
        let mut run = Run::from_recipe("bench", Arc::clone(list), recipe).expect("the embedded list trains");
        let started = Instant::now();
        for _ in 0..self.epochs {
            run.train().expect("the jobs converge");
        }
        started.elapsed()
    }
}

fn microseconds(all: Duration, epochs: usize) -> f64 {
    all.as_secs_f64() * 1e6 / epochs as f64
}

/// What `PyTorch` takes for an epoch; none where there is no Python or it has no `PyTorch`.
fn by_torch(job: &str) -> Option<f64> {
    let script = format!("{}/benches/anchors.py", env!("CARGO_MANIFEST_DIR"));
    let answer = Command::new("python3").arg(script).arg(job).output().ok()?;
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    let said = String::from_utf8_lossy(&answer.stdout);
    (said.trim() != "absent").then(|| said.trim().parse().expect("a number of µs"))
}

fn main() {
    let list = Arc::new(PassengerList::embedded());
    println!("µs an epoch, {:?}, best of {ROUNDS}", Instructions::best());
    println!(
        "{:4} {:>9} {:>13} {:>10} {:>9} {:>7} {:>15} {:>9}",
        "job", "kernel", "with history", "readable", "PyTorch", "ratio", "end loss", "off by"
    );
    for name in ["j1", "j2", "j3", "j5"] {
        let job = Job::read(name);
        let rows = job.rows();
        let (mut kernel, mut history, mut readable) = (f64::INFINITY, f64::INFINITY, f64::INFINITY);
        let mut torch: Option<f64> = None;
        let mut last = job.start();
        for round in 0..ROUNDS {
            let (network, took) = job.by_kernel(&rows);
            last = network;
            kernel = kernel.min(microseconds(took, job.epochs));
            history = history.min(microseconds(job.with_history(&list), job.epochs));
            if round == 0 {
                readable = microseconds(job.by_formula(&rows), job.epochs);
            }
            if round < 2 {
                torch = by_torch(name).map(|took| torch.map_or(took, |best| best.min(took))).or(torch);
            }
        }
        let loss = Kernel::new(last.shape()).measure(&last, &PackedRows::merged(&rows), Loss::CrossEntropy).loss;
        let loss = loss / rows.len() as f64;
        let mut line = format!("{:4} {kernel:9.2} {history:13.2} {readable:10.1}", job.name);
        match torch {
            Some(torch) => _ = write!(line, " {torch:9.0} {:6.0}×", torch / kernel),
            None => _ = write!(line, " {:>9} {:>7}", "absent", ""),
        }
        println!("{line} {loss:15.12} {:9.0e}", (loss - job.end_train_loss).abs());
        assert!((loss - job.end_train_loss).abs() < 1e-12, "{name} ends elsewhere");
    }
    many_rows();
}

/// J4: the rows of J3 a thousand times, each by itself.
fn many_rows() {
    const TIMES: usize = 1000;
    let job = Job::read("j3");
    let rows = job.rows();
    let order: Vec<u32> = (0..TIMES).flat_map(|_| 0..rows.len() as u32).collect();
    let packed = PackedRows::batches(&rows, &order, order.len());
    let network = job.start();
    let mut kernel = Kernel::new(network.shape());
    let mut slopes = vec![0.0; network.parameters().len()];
    let mut best = f64::INFINITY;
    for _ in 0..ROUNDS {
        let started = Instant::now();
        kernel.gradient(&network, &packed, packed.all(), Loss::CrossEntropy, &mut slopes);
        best = best.min(started.elapsed().as_secs_f64() * 1e3);
    }
    black_box(slopes);
    println!("J4   {best:9.2} ms, {} rows one by one", order.len());
}
