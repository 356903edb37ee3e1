//! Right answers by sex, class and age: whom the network serves badly.

use crate::app::core::listing::fitted_top;
use crate::app::screens::score::Board;
use crate::app::{Panel, ScorePanel, ScoreTarget};
use std::ops::Range;

use ratatui::layout::Rect;

use super::rows;
use crate::analysis::score::{Count, Group, wilson};
use crate::explain::words::score as words;
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::panel::Panel as Frame;

/// The most cells of a bar: longer ones are no easier to compare.
const LONGEST: u16 = 60;
/// Fewer cells than this are no bar.
const LEAST: u16 = 4;
/// Cells of a percentage.
const PERCENT: u16 = 7;
/// Cells between two blocks.
const GAP: u16 = 1;

/// The border: which rows, and how many groups there are.
pub fn frame<'a>(context: &Context<'a>, board: &Board) -> Frame<'a> {
    let app = context.app;
    let part = if app.screens.score.on_train { words::TRAIN } else { words::TEST };
    let groups = app.screens.score.part(&board.counted.groups).len();
    let at = (app.screens.score.group + 1).min(groups);
    Frame::new(context.theme, context.fill(words::GROUPS, &[context.say(part)]))
        .info(context.say(words::RIGHT_OF_ALL))
        .footer(context.fill(words::GROUPS_HINT, &[at.to_string(), groups.to_string()]))
}

/// Rows that show every group without scrolling, with borders.
pub fn height(context: &Context<'_>, board: &Board) -> u16 {
    context.app.screens.score.part(&board.counted.groups).len() as u16 + 2
}

/// Rows that show every group in two blocks, with borders.
pub fn least_height(context: &Context<'_>, board: &Board) -> u16 {
    let groups = context.app.screens.score.part(&board.counted.groups);
    let others = others(groups);
    others.max(groups.len() - others) as u16 + 2
}

/// A line for each group, all below each other; where there are fewer rows than that, the ages beside
/// the others, so that all are seen.
pub fn draw(context: &mut Context<'_>, board: &Board, area: Rect) {
    let inner = Frame::inner(area);
    let groups = context.app.screens.score.part(&board.counted.groups);
    if groups.is_empty() {
        let words = rows::title(context);
        let style = context.theme.muted;
        context.pen(inner).text(1, 0, &words, style);
        return;
    }
    let page = usize::from(inner.height);
    context.hits.set_page(ScorePanel::Groups, page);
    let others = others(groups);
    let blocks = [0..others, others..groups.len()].map(|places| Block::of(context, groups, places));
    let used = blocks[0].figures + GAP + blocks[1].figures;
    let is_split = groups.len() > page && blocks.iter().all(|block| block.places.len() <= page) && used <= inner.width;
    if !is_split {
        let top = fitted_top(0, context.app.screens.score.group, page, groups.len());
        let end = groups.len().min(top + page);
        let block = Block { places: top..end, ..Block::of(context, groups, 0..groups.len()) };
        draw_block(context, groups, inner, &block, true);
        return;
    }
    let left = blocks[0].figures + (inner.width - used) / 2;
    let columns =
        [Rect { width: left, ..inner }, Rect { x: inner.x + left + GAP, width: inner.width - left - GAP, ..inner }];
    for (block, column) in blocks.iter().zip(columns) {
        draw_block(context, groups, column, block, false);
    }
    draw_weakest(context, groups, columns[0], blocks[0].places.len() as u16 + 1);
}

/// How many groups are not by age; they come first.
fn others(groups: &[(Group, Count)]) -> usize {
    let is_age = |group| matches!(group, Group::Decade(_) | Group::AgeUnknown);
    let first = groups.iter().position(|&(group, _)| is_age(group));
    first.unwrap_or(groups.len())
}

/// Groups below each other.
struct Block {
    places: Range<usize>,
    /// Cells of the names and of the counts.
    label: usize,
    digits: usize,
    /// Cells of all that stands before a bar.
    figures: u16,
}

impl Block {
    fn of(context: &Context<'_>, groups: &[(Group, Count)], places: Range<usize>) -> Self {
        let shown = &groups[places.clone()];
        let label = shown.iter().map(|&(group, _)| text::width(&name(context, group)));
        let digits = shown.iter().map(|&(_, count)| text::width(&rows::count(count)));
        let (label, digits) = (label.max().unwrap_or(0), digits.max().unwrap_or(0));
        Self { places, label, digits, figures: (1 + label + 1 + digits + 1) as u16 + PERCENT }
    }
}

fn draw_block(context: &mut Context<'_>, groups: &[(Group, Count)], area: Rect, block: &Block, names_weakest: bool) {
    let theme = *context.theme;
    let weakest = weakest(groups);
    let mark = context.say(words::WEAKEST);
    let kept = if names_weakest { text::width(mark) as u16 + 1 } else { 0 };
    let longest = area.width.saturating_sub(block.figures + 3 + kept);
    let longest = longest.min(LONGEST);
    for (row, at) in block.places.clone().enumerate() {
        let (y, (group, count)) = (row as u16, groups[at]);
        let name = text::pad_right(&name(context, group), block.label + 1);
        let mut pen = context.pen(area);
        let x = pen.text(1, y, &name, theme.text);
        let figures = text::pad_left(&rows::count(count), block.digits);
        let x = pen.text(x, y, &figures, theme.text);
        let x = pen.text(x + 1, y, &rows::percent(count), theme.text);
        let mut end = x;
        if longest >= LEAST {
            let share = f64::from(count.correct) / f64::from(count.total);
            let halves = (share * f64::from(longest) * 2.0).round() as usize;
            let mut bar = "━".repeat(halves / 2);
            bar.push_str(["", "╸"][halves % 2]);
            end = pen.text(x + 2, y, &bar, theme.muted);
        }
        if names_weakest && at == weakest {
            pen.text(end + 1, y, mark, theme.text);
        }
        let line = Rect { y: area.y + y, height: 1, ..area };
        context.note(line, ScoreTarget::Group(at));
        if at == context.app.screens.score.group && context.app.core.focus() == Panel::Score(ScorePanel::Groups) {
            let mut pen = context.pen(area);
            pen.text(0, y, "▸", theme.cursor);
            pen.restyle(0, y, x + 1, theme.cursor);
        }
    }
}

/// Which group is weakest, and in what sense, where rows are too short to say it themselves.
fn draw_weakest(context: &mut Context<'_>, groups: &[(Group, Count)], area: Rect, top: u16) {
    let theme = *context.theme;
    let weakest = name(context, groups[weakest(groups)].0);
    let words = context.fill(words::WEAKEST_IS, &[weakest]);
    let means = context.say(words::WEAKEST_MEANS);
    let room = usize::from(area.width.saturating_sub(2));
    let mut pen = context.pen(area);
    pen.text(1, top, &text::cut(&words, room), theme.text);
    for (line, y) in text::wrap(means, room).iter().zip(top + 1..area.height) {
        pen.text(1, y, line, theme.muted);
    }
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
