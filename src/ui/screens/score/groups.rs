//! Right answers by sex, class and age: whom the network serves badly.

use std::ops::Range;

use super::rows;
use crate::analysis::score::{Count, Group, wilson};
use crate::app::ScorePanel;
use crate::app::ScoreTarget;
use crate::explain::words::score as words;
use crate::ui::prelude::*;

/// The most cells of a bar: longer ones are no easier to compare.
const LONGEST: u16 = 60;
/// Fewer cells than this are no bar.
const LEAST: u16 = 4;
/// Cells of a percentage.
const PERCENT: u16 = 7;
/// Cells between two blocks.
const GAP: u16 = 1;

/// The border: which rows, and how many groups there are.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let app = context.app;
    let part = if app.screens.score.on_train { words::TRAIN } else { words::TEST };
    let groups = groups(context).len();
    let at = (app.screens.score.group + 1).min(groups);
    Frame::new(context.theme, context.fill(words::GROUPS, &[context.say(part)]))
        .info(context.say(words::RIGHT_OF_ALL))
        .footer(context.fill(words::GROUPS_HINT, &[at.to_string(), groups.to_string()]))
}

fn groups<'a>(context: &Context<'a>) -> &'a Vec<(Group, Count)> {
    context.app.screens.score.part(&rows::board(context).counted.groups)
}

/// Rows that show every group without scrolling, with borders.
pub fn height(context: &Context<'_>) -> u16 {
    groups(context).len() as u16 + 2
}

/// Rows that show every group in two blocks, with borders.
pub(super) fn least_height(context: &Context<'_>) -> u16 {
    let groups = groups(context);
    let others = others(groups);
    others.max(groups.len() - others) as u16 + 2
}

/// A line for each group, all below each other; where there are fewer rows than that, the ages beside
/// the others, so that all are seen.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let groups = groups(context);
    if groups.is_empty() {
        return context.text(inner.inset(), rows::title(context), context.theme.muted);
    }
    let page = usize::from(inner.height);
    context.hits.set_page(ScorePanel::Groups, page);
    let others = others(groups);
    let blocks = [0..others, others..groups.len()].map(|places| GroupRows::of(context, groups, places));
    let used = blocks[0].figures + GAP + blocks[1].figures;
    let is_split = groups.len() > page && blocks.iter().all(|block| block.places.len() <= page) && used <= inner.width;
    if !is_split {
        let places = window(context.app.screens.score.group, page, groups.len());
        let block = GroupRows { places, ..GroupRows::of(context, groups, 0..groups.len()) };
        return draw_block(context, groups, inner, &block, true);
    }
    let left = blocks[0].figures + (inner.width - used) / 2;
    let columns = [inner.less(inner.width - left), inner.from(left + GAP)];
    for (block, column) in blocks.iter().zip(columns) {
        draw_block(context, groups, column, block, false);
    }
    draw_weakest(context, groups, columns[0].below(blocks[0].places.len() as u16 + 1));
}

/// How many groups are not by age; they come first.
fn others(groups: &[(Group, Count)]) -> usize {
    let is_age = |group| matches!(group, Group::Decade(_) | Group::AgeUnknown);
    let first = groups.iter().position(|&(group, _)| is_age(group));
    first.unwrap_or(groups.len())
}

/// Groups below each other.
struct GroupRows {
    places: Range<usize>,
    /// Cells of the names and of the counts.
    label: u16,
    digits: u16,
    /// Cells of all that stands before a bar.
    figures: u16,
}

impl GroupRows {
    fn of(context: &Context<'_>, groups: &[(Group, Count)], places: Range<usize>) -> Self {
        let shown = &groups[places.clone()];
        let label = shown.iter().map(|&(group, _)| text::width(&name(context, group)));
        let digits = shown.iter().map(|&(_, count)| text::width(&rows::count(count)));
        let (label, digits) = (label.max().unwrap_or(0) as u16, digits.max().unwrap_or(0) as u16);
        Self { places, label, digits, figures: 1 + label + 1 + digits + 1 + PERCENT }
    }
}

fn draw_block(
    context: &mut Context<'_>,
    groups: &[(Group, Count)],
    area: Rect,
    block: &GroupRows,
    names_weakest: bool,
) {
    let theme = context.theme;
    let mark = context.say(words::WEAKEST);
    let weakest = names_weakest.then(|| weakest(groups));
    let kept = weakest.map_or(0, |_| text::width(mark) as u16 + 1);
    let longest = area.width.saturating_sub(block.figures + 3 + kept).min(LONGEST);
    let has_keys = context.has_keys(ScorePanel::Groups);
    let rows = block.places.clone().map(|at| {
        let (group, count) = groups[at];
        let text = |words: String| Line::from(Span::styled(words, theme.text));
        let mut bar = String::new();
        if longest >= LEAST {
            let share = f64::from(count.correct) / f64::from(count.total);
            bar = format!(" {}", text::bar(share * f64::from(longest)));
        }
        let blank = if bar.is_empty() { "" } else { " " };
        let mark = if weakest == Some(at) { format!("{blank}{mark}") } else { String::new() };
        let bar = Line::from_iter([Span::styled(bar, theme.muted), Span::styled(mark, theme.text)]);
        let is_here = at == context.app.screens.score.group && has_keys;
        TableRow::new([text(name(context, group)), text(rows::count(count)), text(rows::percent(count)), bar])
            .target(ScoreTarget::Group(at))
            .marked(is_here)
            .cursor(is_here)
    });
    let columns = [
        TableColumn::left(Constraint::Length(block.label)),
        TableColumn::right(Constraint::Length(block.digits)),
        TableColumn::right(Constraint::Length(PERCENT)),
        TableColumn::left(Constraint::Fill(1)),
    ];
    let table = Table::new(theme, columns, rows).stripe(3);
    context.table(area, table);
}

/// Which group is weakest, and in what sense, where rows are too short to say it themselves.
fn draw_weakest(context: &mut Context<'_>, groups: &[(Group, Count)], area: Rect) {
    let weakest = name(context, groups[weakest(groups)].0);
    let words = context.fill(words::WEAKEST_IS, &[weakest]);
    let area = area.inset();
    context.text(area, text::cut(&words, area.width.into()), context.theme.text);
    context.paragraph(area.below(1), context.say(words::WEAKEST_MEANS), context.theme.muted);
}

/// The group whose interval ends lowest: weak for certain, not for being small.
fn weakest(groups: &[(Group, Count)]) -> usize {
    let upper = |count: Count| wilson(count.correct, count.total).map_or(1.0, |[_, high]| high);
    let ends = groups.iter().enumerate().map(|(at, &(_, count))| (upper(count), at));
    ends.min_by(|a, b| a.0.total_cmp(&b.0)).map_or(0, |(_, at)| at)
}

fn name(context: &Context<'_>, group: Group) -> String {
    let from = if let Group::Decade(from) = group { from } else { 0 };
    context.fill(words::group(group), &[from.to_string(), (from + 9).to_string()])
}
