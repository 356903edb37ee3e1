//! The history of a run as a table for other programs: one line an epoch.

use std::io;

use super::metrics::Part;
use super::run::Run;
use crate::data::number::exact;

/// Writes loss and counts of every computed epoch as CSV; a loss over no rows is an empty field.
///
/// # Errors
/// When `out` cannot be written.
pub fn write_history(run: &Run, out: impl io::Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    let of = |part: &'static str| ["loss", "loss_rows", "correct", "total"].map(|what| format!("{part}_{what}"));
    table.write_record(["epoch".to_owned()].into_iter().chain(of("train")).chain(of("test")))?;
    for (epoch, metrics) in (run.first_epoch()..).zip(run.history()) {
        let parts = [metrics.train, metrics.test].into_iter().flat_map(fields);
        table.write_record([epoch.to_string()].into_iter().chain(parts))?;
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
    use crate::training::Preset;

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
}
