//! How long a list of a million rows takes, step by step: `cargo run --release --example million [ROWS]`.
//!
//! The rows are those of the embedded list, over and over, with new ids; times are the best of three.
#![expect(clippy::print_stdout, reason = "an example's result is what it prints")]

use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use titanic_tui::app::{App, Settings};
use titanic_tui::data::{Column, Expression, Facts, Filter, Labels, PassengerList, Sort, View, search};
use titanic_tui::training::{Predictions, Run};

fn main() -> Result<(), Box<dyn Error>> {
    let rows: usize = match std::env::args().nth(1) {
        Some(text) => text.parse()?,
        None => 1_000_000,
    };
    let file = repeated(rows)?;
    println!("{rows} rows, {} bytes", file.len());
    let read = || PassengerList::read("million.csv", file.as_bytes(), Labels::Required);
    tell("all typed", best(|| drop(black_box(read()))));
    let list = Arc::new(read()?);
    let mut run = Run::published(Arc::clone(&list));
    tell("a run begun", best(|| run = Run::published(Arc::clone(&list))));
    tell("an epoch, with history", best(|| _ = run.train()));
    tell("p of everybody", best(|| drop(black_box(Predictions::new(&run, run.network())))));
    tell("the program begun", best(|| drop(black_box(App::new(Arc::clone(&list), Settings::default())))));
    let live = Predictions::new(&run, run.network());
    let facts = Facts { live: Some(&live), split: Some(run.split()), ..Facts::default() };
    let mut view = View::new(&list);
    for &column in Column::ALL {
        view.set_sort(Sort { column, descending: false });
        let up = best(|| view.rebuild(&list, &facts));
        view.set_sort(Sort { column, descending: true });
        let down = best(|| view.rebuild(&list, &facts));
        println!("{:>9.1?} up, {:>9.1?} down  sorted by {}", up, down, column.key());
    }
    view.set_sort(Sort::default());
    for text in ["age>60", "women class=1 died", "name~williams", "p>0.5"] {
        let expression = Expression::parse(text).map_err(|error| format!("{error:?}"))?;
        view.set_filter(Filter { expression, ..Filter::default() });
        tell(&format!("filtered by {text}"), best(|| view.rebuild(&list, &facts)));
    }
    view.set_filter(Filter::default());
    view.rebuild(&list, &facts);
    tell("searched in vain", best(|| _ = black_box(search(&list, view.rows(), 0, "nobody of this name", true))));
    drop((file, view, live));
    let app = App::new(list, Settings::default());
    if let Ok(status) = fs::read_to_string("/proc/self/status") {
        let of_interest = |line: &&str| line.starts_with("VmRSS") || line.starts_with("VmHWM");
        status.lines().filter(of_interest).for_each(|line| println!("{line}"));
    }
    drop(app);
    Ok(())
}

/// The embedded list's rows, over and over, numbered from 1.
fn repeated(rows: usize) -> Result<String, std::fmt::Error> {
    let (header, people) = include_str!("../data/titanic.csv").split_once('\n').unwrap_or_default();
    let mut text = format!("{header}\n");
    for (row, line) in people.lines().cycle().take(rows).enumerate() {
        let (_, rest) = line.split_once(',').unwrap_or_default();
        writeln!(text, "{},{rest}", row + 1)?;
    }
    Ok(text)
}

fn best(mut act: impl FnMut()) -> Duration {
    let once = |_| {
        let begun = Instant::now();
        act();
        begun.elapsed()
    };
    (0..3).map(once).min().unwrap_or_default()
}

fn tell(what: &str, took: Duration) {
    println!("{took:>9.1?} {what}");
}
