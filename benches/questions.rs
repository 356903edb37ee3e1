//! How long it takes to ask all rows, or every cell of a picture, at once: what a screen waits for when a cursor moves.

use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use titanic_tui::analysis::beliefs::{Asker, Subject, SumMap};
use titanic_tui::analysis::gradient::{BatchRows, Pulls};
use titanic_tui::analysis::landscape::{Plane, PlaneAxis, Span, Surface, Survey};
use titanic_tui::analysis::sweep::{Plan, Sweep};
use titanic_tui::analysis::{Attribute, Scoreboard, diagnose};
use titanic_tui::data::{PassengerList, Person};
use titanic_tui::nn::Parameter;
use titanic_tui::training::{Feature, Predictions, Recipe, Run, Scaling};

/// A run with these inputs and hidden neurons, some way on.
fn run(list: &Arc<PassengerList>, features: &[Feature], hidden: &[usize]) -> Run {
    let (features, hidden) = (features.to_vec(), hidden.to_vec());
    let recipe = Recipe { features, hidden, scaling: Scaling::Standard, learning_rate: 0.1, ..Recipe::default() };
    let mut run = Run::from_recipe("bench", Arc::clone(list), recipe).expect("the embedded list trains");
    for _ in 0..100 {
        run.train().expect("it converges");
    }
    run
}

fn questions(criterion: &mut Criterion) {
    let list = Arc::new(PassengerList::embedded());
    let [age, sex] = [Feature::Age, Feature::Sex];
    let narrow = run(&list, &[age, sex], &[8]);
    let wide = run(&list, Feature::ALL, &[16, 16]);

    criterion.bench_function("landscape of a 2-8-1, 120x60", |bencher| {
        let axes = [0, 1].map(PlaneAxis::Parameter);
        let (here, span) = (narrow.network().parameters(), Span::new(-3.0, 3.0));
        bencher.iter(|| {
            let plane = Plane::new(axes.clone(), here, here, span, span);
            let mut survey = Survey::new(Surface::new(&narrow), plane, 120, 60, false);
            while !survey.advance(usize::MAX) {}
            survey.finished()
        });
    });
    for (name, run) in [("2-8-1", &narrow), ("the widest inputs, 16-16-1", &wide)] {
        let person = Person::like(&list.passenger(0));
        criterion.bench_function(&format!("belief map of {name}, 120x100"), |bencher| {
            bencher.iter(|| {
                let mut asker = Asker::new(run.network(), run.encoder(), person.clone());
                SumMap::ask(&mut asker, [Attribute::Age, Attribute::Fare], Subject::Answer, (120, 100))
            });
        });
        let parameter = Parameter::Weight { layer: 0, neuron: 0, input: 0 };
        criterion.bench_function(&format!("who pulls on a weight of {name}"), |bencher| {
            bencher.iter(|| Pulls::of(run, &BatchRows::of(run), parameter));
        });
        criterion.bench_function(&format!("what {name} says of all 891 rows"), |bencher| {
            bencher.iter(|| Predictions::new(run, run.network()));
        });
        criterion.bench_function(&format!("scoreboard of {name}"), |bencher| {
            bencher.iter(|| Scoreboard::new(run, run.network(), 0.5));
        });
        criterion.bench_function(&format!("diagnosis of {name}"), |bencher| {
            bencher.iter(|| diagnose(run));
        });
    }
    criterion.bench_function("the whole sweep, 72 runs of 2,000 epochs", |bencher| {
        bencher.iter(|| {
            let mut sweep = Sweep::new(Plan::default());
            while sweep.next().is_some() {
                sweep.advance(&list).expect("the embedded list trains");
            }
            sweep
        });
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = questions
}
criterion_main!(benches);
