//! How long an epoch takes, with history (training and test metrics) on, for the shapes the program shows.

use std::sync::Arc;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use titanic_tui::data::PassengerList;
use titanic_tui::training::{Predictions, Preset, Run};

fn run(preset: Preset, list: &Arc<PassengerList>) -> Run {
    preset.run("bench", Arc::clone(list)).expect("the embedded list trains")
}

fn epochs(criterion: &mut Criterion) {
    let list = Arc::new(PassengerList::embedded());
    for preset in [Preset::ThePostTrained, Preset::Unpublished281] {
        criterion.bench_function(&format!("100 epochs of {}", preset.key()), |bencher| {
            bencher.iter_batched(
                || run(preset, &list),
                |mut run| {
                    for _ in 0..100 {
                        run.train().expect("the presets converge");
                    }
                    run
                },
                BatchSize::SmallInput,
            );
        });
    }
    let run = run(Preset::ThePostTrained, &list);
    criterion.bench_function("what the network says of all 891 rows", |bencher| {
        bencher.iter(|| Predictions::new(&run, run.network()));
    });
}

criterion_group!(benches, epochs);
criterion_main!(benches);
