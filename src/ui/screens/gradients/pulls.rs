//! The batch's gradient as a sum of people: who pulls the parameter up, who down, the strongest by name; before there
//! is one, who the network is most wrong about, as far as the step has come.

use crate::analysis::gradient::Pull;
use crate::app::GradientsPanel;
use crate::app::GradientsTarget;
use crate::data::{Column, Sex};
use crate::explain::numbers::Digits;
use crate::explain::update::Stage;
use crate::explain::words::{gradients as words, people};
use crate::ui::passenger;
use crate::ui::prelude::*;
use crate::ui::widgets::signed_bar::SignedBar;

/// The most named on each side.
const MOST: usize = 10;
/// Cells of a sum.
const SUM: usize = 10;
/// Cells of an age as the list has it, `0.83`.
const AGE: usize = 4;

/// Cells of a loss.
const LOSS: usize = 6;
/// Blanks between and around the columns.
const AROUND_FIGURES: usize = 5;

/// The panel's border: which parameter, of how many.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let app = context.app;
    let name = app.core.names().parameter(app.core.spot().parameter(app.core.network()));
    let count = app.screens.gradients.lens(&app.core).batch().map_or(0, |batch| batch.of.rows.len());
    let info = context.fill(words::PULLS_OF, &[count.to_string()]);
    let title = if app.screens.gradients.shows(Stage::Gradient) {
        context.fill(words::PULLS, &[name])
    } else {
        context.say(words::MOST_WRONG).to_owned()
    };
    Frame::new(context.theme, title).info(info)
}

/// Both sides with their sums; the last row says how they become the gradient.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let (app, theme) = (context.app, context.theme);
    if inner.height < 3 {
        return;
    }
    // Two headings and the sum.
    let each = (usize::from(inner.height).saturating_sub(3) / 2).min(MOST);
    context.hits.set_page(GradientsPanel::Pulls, each);
    if !app.screens.gradients.shows(Stage::Gradient) {
        return most_wrong(context, inner);
    }
    let pulls = app.screens.gradients.lens(&app.core).pulls();
    let listed = [&pulls.up, &pulls.down].map(|side| side.iter().take(each));
    let sizes = listed.into_iter().flatten().map(|pull| pull.size);
    let sums = [pulls.up_sum, pulls.down_sum, pulls.total()];
    let digits = Digits::of(sizes.chain(sums), SUM);
    let cells = inner.width.saturating_sub(2);
    let sum = |words: String, style: Style, sum: f64| {
        let hue = theme.push(Some(sum).filter(|sum| *sum != 0.0));
        let number = Span::styled(digits.write(sum, SUM), hue);
        let words = text::cut(&words, usize::from(cells) - SUM - 1).into_owned();
        TableRow::heading(text::at_ends(Span::styled(words, style), number, cells))
    };
    let sex = text::width(context.say(people::letter(Sex::Male))) as u16;
    let left = cells.saturating_sub(sex + AGE as u16 + SUM as u16 + 5);
    let bar = (left * 2 / 5).clamp(4, 40);
    let mut rows = Vec::new();
    let mut place = 0..;
    let sides = [(words::UP_SUM, &pulls.up, pulls.up_sum), (words::DOWN_SUM, &pulls.down, pulls.down_sum)];
    for (word, side, of_side) in sides {
        let heading = context.fill(word, &[format!("{:>3}", side.len())]);
        rows.push(sum(heading, theme.heading, of_side));
        for (pull, place) in side.iter().take(each).zip(place.by_ref()) {
            let chosen = place == app.screens.gradients.pull && context.has_keys(GradientsPanel::Pulls);
            rows.push(row(context, *pull, (pulls.largest(), bar), digits).cursor(chosen));
        }
    }
    let room = usize::from(cells) - SUM - 1;
    rows.push(sum(together(context, pulls.idle, room), theme.muted, pulls.total()));
    let columns = [
        TableColumn::left(Constraint::Fill(1)),
        TableColumn::left(Constraint::Length(sex)),
        TableColumn::right(Constraint::Length(AGE as u16)),
        TableColumn::left(Constraint::Length(bar)),
        TableColumn::right(Constraint::Length(SUM as u16)),
    ];
    let table = Table::new(theme, columns, rows);
    context.table(inner.less(1), table);
}

/// p, y, loss and δ of those the network is most wrong about, as far as the step has come, and the means of all.
fn most_wrong(context: &mut Context<'_>, inner: Rect) {
    let (app, theme) = (context.app, context.theme);
    let lens = app.screens.gradients.lens(&app.core);
    let Some(batch) = lens.batch().map(|batch| &batch.of) else { return };
    let listed = usize::from(inner.height).saturating_sub(2);
    context.hits.set_page(GradientsPanel::Pulls, listed);
    // What was said and what became of them, and then as far as the step has come.
    let loss_head = context.say(words::LOSS_COLUMN);
    let heads = [
        (Stage::Forward, "p", passenger::CHANCE),
        (Stage::Forward, "y", passenger::CHANCE),
        (Stage::Loss, loss_head, LOSS),
        (Stage::Delta, "δ", SUM),
    ];
    let heads: Vec<_> = heads.into_iter().filter(|(stage, ..)| app.screens.gradients.shows(*stage)).collect();
    let figures = |p: f64, y: String, loss: f64, delta: f64| {
        let delta = (numbers::signed(delta, numbers::DECIMALS, SUM), theme.push(Some(delta)));
        let all = [(numbers::chance(p), theme.text), (y, theme.text), (numbers::loss(loss), theme.text), delta];
        all.map(|(figure, style)| Line::from(Span::styled(figure, style))).into_iter().take(heads.len())
    };
    // p, y and the loss of a row.
    let answer = |row: usize| {
        let y = f64::from(u8::from(app.core.list.passenger(row).survived == Some(true)));
        let live = app.core.shown().row(row);
        (live.p.unwrap_or(f64::NAN), y, live.loss.unwrap_or(f64::NAN))
    };
    let sex = text::width(context.say(people::letter(Sex::Male)));
    let people = || lens.most_wrong().iter().take(listed).copied();
    // A wide panel draws the figure that came last beside the others.
    let stage = app.screens.gradients.stage;
    let over = heads.last().map_or("", |&(_, head, _)| if stage == Stage::Forward { "p" } else { head });
    let drawn = |(p, y, loss): (f64, f64, f64)| match stage {
        Stage::Forward => p,
        Stage::Loss => loss,
        Stage::Delta | Stage::Gradient | Stage::Update => p - y,
    };
    let names = people().map(|row| text::width(app.core.list.passenger(row).name)).max().unwrap_or(0);
    let taken = names + sex + heads.iter().map(|(.., cells)| cells + 1).sum::<usize>() + AROUND_FIGURES;
    let bar = SignedBar::of(people().map(&answer).map(drawn), usize::from(inner.width).saturating_sub(taken));
    let rows = people().enumerate().map(|(place, row)| {
        let (p, y, loss) = answer(row);
        let who = [Column::Name, Column::Sex].map(|column| Line::from(passenger::cell(app, theme, row, column)));
        let bar = bar.as_ref().map(|bar| bar.line(theme, drawn((p, y, loss))));
        TableRow::new(who.into_iter().chain(figures(p, format!("{y}"), loss, p - y)).chain(bar))
            .target(GradientsTarget::Pull(row))
            .marked(app.core.who == row)
            .cursor(place == app.screens.gradients.pull && context.has_keys(GradientsPanel::Pulls))
    });
    let mean = context.fill(words::MEAN_ALL, &[batch.rows.len().to_string()]);
    let mean = [Line::from(Span::styled(mean, theme.muted)), Line::default()];
    let mean = mean.into_iter().chain(figures(batch.p, numbers::chance(batch.y), batch.loss, batch.delta));
    let mean = mean.chain(bar.as_ref().map(|_| Line::default()));
    let muted = |words: String| Span::styled(words, theme.muted);
    let who = [
        TableColumn::left(if bar.is_some() { Constraint::Length(names as u16) } else { Constraint::Fill(1) }),
        TableColumn::left(Constraint::Length(sex as u16)),
    ];
    let figures = heads
        .iter()
        .map(|&(_, head, cells)| TableColumn::right(Constraint::Length(cells as u16)).head(muted(head.to_owned())));
    let bars = bar.as_ref().map(|bar| TableColumn::left(Constraint::Fill(1)).head(muted(bar.head(over))));
    let columns = who.into_iter().chain(figures).chain(bars);
    context.table(inner.less(1), Table::new(theme, columns, rows.chain([TableRow::new(mean)])));
}

/// What the two sums make, and how many people are in neither, as far as there is room to say so.
fn together(context: &Context<'_>, idle: usize, room: usize) -> String {
    let idle = Some(idle.to_string()).filter(|_| idle > 0);
    [words::TOGETHER_IDLE, words::TOGETHER_SHORT]
        .into_iter()
        .filter_map(|word| Some(context.fill(word, &[idle.as_ref()?])))
        .find(|text| text::width(text) <= room)
        .unwrap_or_else(|| context.say(words::TOGETHER).to_owned())
}

/// `▸` stands before the passenger of the other panels.
fn row<'a>(context: &Context<'a>, pull: Pull, (largest, bar): (f64, u16), digits: Digits) -> TableRow<'a> {
    let (app, theme) = (context.app, context.theme);
    let hue = theme.push(Some(pull.size));
    let cells = if largest > 0.0 { pull.size.abs() / largest * f64::from(bar) } else { 0.0 };
    // At least half a cell; a thin bar, for twenty thick ones would be all one sees.
    let bar = Span::styled(text::bar(cells.max(0.5)), hue);
    let size = Span::styled(digits.write(pull.size, SUM), hue);
    let [name, sex] = [Column::Name, Column::Sex].map(|column| passenger::cell(app, theme, pull.row, column));
    let age = app.core.list.passenger(pull.row).age;
    let age = age.map_or(numbers::MISSING.to_owned(), |age| numbers::compact(age, AGE));
    let about = [sex.style(theme.muted), Span::styled(age, theme.muted)];
    let cells = [name].into_iter().chain(about).chain([bar, size]);
    TableRow::new(cells).target(GradientsTarget::Pull(pull.row)).marked(app.core.who == pull.row)
}
