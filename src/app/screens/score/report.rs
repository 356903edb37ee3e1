//! The scoreboard as plain text, to be copied elsewhere: ASCII minus, every count with its policy.

use std::fmt::Write as _;

use crate::analysis::score::{Apart, Count, Group, wilson};
use crate::app::Core;
use crate::app::screens::score::{Board, Judged, Score, TRAINED_EPOCH, Trained};
use crate::explain::plain;
use crate::explain::plain::Align;

/// All tables of the screen, over the rows it shows.
pub(super) fn table(on: &Score, core: &Core) -> String {
    let Some(board) = on.board(core) else {
        return String::new();
    };
    let part = if on.on_train { "training" } else { "test" };
    let mut text = format!(
        "{}, epoch {}, {part} rows, predicted to have lived when p > {:.3}\n",
        core.run_name(),
        core.run().epoch(),
        on.threshold()
    );
    text += &standing(on, board);
    measures(&mut text, on, board);
    for bin in on.part(&board.calibration).iter().flatten() {
        let _ = writeln!(
            text,
            "p in {:.1}-{:.1}: said {:.4}, happened {}/{} = {:.4} ({:.4}-{:.4})",
            bin.from,
            bin.to,
            bin.said,
            bin.lived,
            bin.people,
            bin.share(),
            bin.wilson[0],
            bin.wilson[1]
        );
    }
    let groups = on.part(&board.counted.groups).iter();
    let groups = groups.map(|&(group, counts)| {
        let right = Count { correct: counts.correct(), total: counts.total() };
        let wrong = format!("missed {}/{}, false hopes {}/{}", counts.fn_, counts.lived(), counts.fp, counts.died());
        row(&name_of(group), right, &wrong)
    });
    text += &plain::table(&COLUMNS, &groups.collect::<Vec<_>>());
    text
}

/// Who, how many right, their share, its interval and the policy for missing ages.
const COLUMNS: [Align; 5] = [Align::Left(20), Align::Right(9), Align::Right(10), Align::Right(13), Align::Left(0)];

fn standing(on: &Score, board: &Board) -> String {
    let score = on;
    let at = |judged: &Judged| {
        let confusion = score.part(&judged.cuts).confusion(score.threshold());
        Count { correct: confusion.correct(), total: confusion.total() }
    };
    let network = |name: &str, judged: &Judged| row(name, at(judged), judged.policy.name());
    let mut rows = vec![network("this network", &board.this), network("this network", &board.other)];
    if let Trained::Done { judged, .. } = score.trained() {
        let name = format!("the post trained {TRAINED_EPOCH}");
        rows.push(network(&name, judged));
    }
    let rule = |rule: Apart<Count>| {
        if score.on_train { rule.train } else { rule.test }
    };
    for (name, counts) in [("women live", board.baselines.women_live), ("everyone died", board.baselines.everyone_died)]
    {
        rows.push(row(name, rule(counts), ""));
    }
    plain::table(&COLUMNS, &rows)
}

fn measures(text: &mut String, on: &Score, board: &Board) {
    let part = on.part(&board.counted.score);
    let test = on.part(&board.counted.mcnemar);
    let none = || "-".to_owned();
    let number = |value: Option<f64>| value.map_or_else(none, |value| format!("{value:.4}"));
    let c = part.confusion;
    let _ = writeln!(text, "tn {}, fp {}, fn {}, tp {}", c.tn, c.fp, c.fn_, c.tp);
    let _ =
        writeln!(text, "precision {}, recall {}, F1 {}", number(part.precision), number(part.recall), number(part.f1));
    let _ = writeln!(text, "loss {}, AUC {}, over {} with a p", number(part.loss), number(part.auc), part.loss_rows);
    let _ = writeln!(
        text,
        "against women live: {} differ, {} to the rule, {} to the network; chance of so uneven a split {}",
        test.differ(),
        test.to_the_rule,
        test.to_the_network,
        plain::exact_chance(test.p)
    );
}

fn row(name: &str, count: Count, policy: &str) -> Vec<String> {
    let share = count.percent().map_or_else(|| "-".to_owned(), |share| format!("{share:.2} %"));
    let interval = wilson(count.correct, count.total)
        .map_or_else(String::new, |[low, high]| format!("{:.1}-{:.1}", low * 100.0, high * 100.0));
    let right = format!("{}/{}", count.correct, count.total);
    vec![name.to_owned(), right, share, interval, policy.to_owned()]
}

fn name_of(group: Group) -> String {
    match group {
        Group::Women => "women".to_owned(),
        Group::Men => "men".to_owned(),
        Group::Class(class) => format!("class {class}"),
        Group::Everybody => "everybody".to_owned(),
        Group::Ages(from) => {
            group.end().map_or_else(|| format!("age {from} or over"), |end| format!("age {from}-{}", end - 1))
        }
        Group::AgeUnknown => "age unknown".to_owned(),
    }
}
