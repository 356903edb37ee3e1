//! What each feature is worth to the network: what is lost when its values are dealt anew, and what its inputs do to the
//! odds.

use crate::analysis::Spread;
use crate::analysis::score::{Importance, OddsRatio, OddsRatios, Sureness, shuffles};
use crate::app::screens::score::WorthMeasured;
use crate::explain::names::Names;
use crate::explain::words::features;
use crate::explain::words::worth as words;
use crate::ui::prelude::*;
use crate::ui::widgets::rail::{PLAIN, rail};

/// Cells of a name, of right answers lost and of loss gained.
const COLUMNS: [u16; 3] = [13, 10, 8];
/// Cells of a ratio.
const RATIO: usize = 9;

/// Rows that show everything of a network with a few inputs, with borders.
pub(super) const HEIGHT: u16 = 14;

/// The border of the panel.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let (core, score) = (&context.app.core, &context.app.screens.score);
    let frame = Frame::new(context.theme, context.say(words::TITLE));
    let frame = match score.worth.measured() {
        Some(measured) => frame.info(context.fill(words::OF, &[measured.name.clone(), numbers::whole(measured.epoch)])),
        None => frame,
    };
    if score.worth.starts(core, score.threshold()) {
        frame.footer(context.fill(words::MEASURES, &[core.run_name(), numbers::whole(core.run().epoch())]))
    } else {
        frame
    }
}

/// A row for each feature, one for each input of a network without hidden layers, and what all this is.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let theme = context.theme;
    let mut rest = inner.inset();
    let score = &context.app.screens.score;
    let Some(measured) = score.worth.measured() else {
        context.paragraph(rest, context.say(words::ABOUT), theme.muted);
        return;
    };
    let (known, rows) = (score.part(&measured.parts), *score.part(&measured.rows));
    rest = rest.below(features(context, inner.less(1), known));
    if let Some(odds) = &measured.odds {
        rest = rest.below(odds_of(context, rest, measured, odds));
    }
    let values = [rows, shuffles(rows)].map(|number| number.to_string());
    for sentence in [context.fill(words::DEALT, &values), context.say(words::ABOUT).to_owned()] {
        if text::wrap(&sentence, rest.width.into()).len() <= rest.height.into() {
            rest = rest.below(context.paragraph(rest, &sentence, theme.muted));
        }
    }
}

/// What is lost without each feature; gives back how many rows that takes.
fn features(context: &mut Context<'_>, area: Rect, known: &[Importance]) -> u16 {
    let theme = context.theme;
    let heads = [words::FEATURE, words::LOST, words::LOSS].map(|word| context.say(word));
    let heading = |words: String| Span::styled(words, theme.heading);
    let cells = area.width.saturating_sub(2 + COLUMNS.iter().map(|cells| cells + 1).sum::<u16>());
    let drops = known.iter().filter_map(|one| one.correct_drop);
    let ends = drops.fold([0.0_f64, 1.0], |[least, most], drop| [least.min(drop.least), most.max(drop.most)]);
    let columns = heads.into_iter().zip(COLUMNS).enumerate().map(|(at, (head, cells))| {
        let head = if at == 0 { head.to_owned() } else { text::pad_left(head, cells.into()) };
        TableColumn::left(Constraint::Length(cells)).head(heading(head))
    });
    let [from, to] = ends.map(|end| heading(numbers::decimal(end, 0)));
    let columns = columns.chain([TableColumn::left(Constraint::Fill(1)).head(text::at_ends(from, to, cells))]);
    let rows: Vec<_> = known.iter().map(|one| row(context, one, (ends, cells))).collect();
    context.table(area, Table::new(theme, columns, rows));
    1 + known.len() as u16
}

/// One feature: the mean of the right answers lost within the least and most of them.
fn row<'a>(context: &Context<'a>, one: &Importance, (ends, cells): ([f64; 2], u16)) -> TableRow<'a> {
    let theme = context.theme;
    let mean = |spread: Option<Spread>, decimals| {
        spread.map_or_else(|| numbers::MISSING.to_owned(), |spread| numbers::decimal(spread.mean, decimals))
    };
    let name = text::cut(context.say(features::name(one.feature)), COLUMNS[0].into());
    let [lost, loss] = [mean(one.correct_drop, 1), mean(one.loss_rise, 4)];
    let mut row = vec![
        Line::styled(name, theme.text),
        Line::styled(text::pad_left(&lost, COLUMNS[1].into()), theme.now),
        Line::styled(text::pad_left(&loss, COLUMNS[2].into()), theme.text),
    ];
    if let Some(drop) = one.correct_drop.filter(|_| cells >= 8) {
        let column = |value: f64| ((value - ends[0]) / (ends[1] - ends[0]) * f64::from(cells - 1)).round() as u16;
        let marks = [(column(0.0), "│", theme.muted), (column(drop.mean), "●", theme.here)];
        row.push(rail(cells, [column(drop.least), column(drop.most)], PLAIN, theme.muted, &marks));
    }
    TableRow::new(row)
}

/// The odds ratios, and how sure they are; gives back how many rows that takes.
fn odds_of(context: &mut Context<'_>, area: Rect, measured: &WorthMeasured, odds: &OddsRatios) -> u16 {
    let theme = context.theme;
    let rows = odds.rows.to_string();
    let sure = match (odds.intervals, odds.away) {
        (Sureness::Given, _) => context.fill(words::INTERVALS, &[rows]),
        (Sureness::NotAtTheLikeliest, Some(away)) => context.fill(words::NOT_LIKELIEST, &[numbers::decimal(away, 2)]),
        (Sureness::NotAtTheLikeliest | Sureness::Singular, _) => context.say(words::SINGULAR).to_owned(),
    };
    let mut taken = context.paragraph(area, &sure, theme.muted);
    let names = measured.run(&context.app.core).map(|run| Names::new(run, context.app.core.settings.language));
    let room = usize::from(area.height.saturating_sub(taken));
    for (at, input) in odds.inputs.iter().enumerate().take(room) {
        let name = names.as_ref().map_or_else(|| input.input.clone(), |names| names.input(at));
        context.text(area.below(taken), text::cut(&ratio(&name, input), area.width.into()), theme.text);
        taken += 1;
    }
    taken
}

/// `sex  ×11.93  8.104–17.56`.
fn ratio(name: &str, input: &OddsRatio) -> String {
    let name = text::pad_right(name, COLUMNS[0].into());
    let number = |value: f64| numbers::compact(value, RATIO - 1);
    match input.per_unit {
        None => format!("{name} {}", numbers::MISSING),
        Some(per) => {
            let interval = per.interval.map_or_else(String::new, |[from, to]| {
                format!("  {}–{}", number(from).trim_start(), number(to).trim_start())
            });
            format!("{name} ×{}{interval}", number(per.ratio).trim_start())
        }
    }
}
