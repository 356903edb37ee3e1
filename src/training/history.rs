//! The history of a run as a table for other programs: one line an epoch.

use std::io;

use super::metrics::{Part, Quantity};
use super::run::Run;
use super::watched::Watched;
use crate::data::number::exact;

/// Writes loss and counts of every computed epoch as CSV; a loss over no rows is an empty field. The loss on rows held
/// out comes last, where there are any.
///
/// # Errors
/// When `out` cannot be written.
pub fn write_history(run: &Run, out: impl io::Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    let of = |part: &'static str| ["loss", "loss_rows", "correct", "total"].map(|what| format!("{part}_{what}"));
    let is_held_out = Watched::of(run).is_held_out();
    let names = ["epoch".to_owned()].into_iter().chain(of("train")).chain(of("test"));
    table.write_record(names.chain(is_held_out.then(|| "held_out_loss".to_owned())))?;
    for (epoch, metrics) in (run.first_epoch()..).zip(run.history()) {
        let parts = [metrics.train, metrics.test].into_iter().flat_map(fields);
        let held_out = is_held_out.then(|| exact(run.value_at(Quantity::HeldOutLoss, epoch)));
        table.write_record([epoch.to_string()].into_iter().chain(parts).chain(held_out))?;
    }
    table.flush()
}

fn fields(part: Part) -> [String; 4] {
    [exact(part.loss), part.loss_rows.to_string(), part.correct.to_string(), part.total.to_string()]
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::data::PassengerList;
    use crate::training::{HeldOut, Preset, Recipe, Run};

    #[test]
    fn the_history_has_a_line_for_every_epoch() {
        let list = Arc::new(PassengerList::embedded());
        let mut run = Preset::ThePostTrained.run("A", list).expect("the embedded list trains");
        for _ in 0..20 {
            run.train().expect("this recipe converges");
        }
        let mut out = Vec::new();
        super::write_history(&run, &mut out).expect("memory can be written");
        let text = String::from_utf8(out).expect("CSV is text");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 22);
        assert!(lines[1].starts_with("0,0.693147") && lines[1].ends_with(",185,291"));
        assert!(lines[21].starts_with("20,") && lines[21].ends_with(",226,291"));
    }

    #[test]
    fn the_loss_on_rows_held_out_comes_last() {
        let recipe = Recipe { held_out: HeldOut::Tenth, ..Recipe::default() };
        let run = Run::from_recipe("A", Arc::new(PassengerList::embedded()), recipe).expect("a recipe");
        let mut out = Vec::new();
        super::write_history(&run, &mut out).expect("memory can be written");
        let text = String::from_utf8(out).expect("CSV is text");
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].ends_with(",test_total,held_out_loss") && lines[1].contains(",185,291,0.69314718055994"));
    }
}
