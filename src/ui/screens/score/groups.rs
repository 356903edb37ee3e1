//! Right answers by sex, class and age: whom the network serves badly.

use ratatui::layout::Rect;

use super::rows;
use crate::analysis::score::{Count, Group, wilson};
use crate::app::listing::fitted_top;
use crate::app::score::Board;
use crate::app::words::score as words;
use crate::app::{Panel, Target};
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::panel::Panel as Frame;

/// The most cells of a bar: longer ones are no easier to compare.
const LONGEST: u16 = 60;

/// The border: which rows, and how many groups there are.
pub fn frame<'a>(context: &Context<'a>, board: &Board) -> Frame<'a> {
    let app = context.app;
    let part = if app.score.on_train {
        words::TRAIN
    } else {
        words::TEST
    };
    let groups = app.score.part(&board.counted.groups).len();
    let at = (app.score.group + 1).min(groups);
    Frame::new(
        context.theme,
        context.fill(words::GROUPS, &[context.say(part)]),
    )
    .info(context.say(words::RIGHT_OF_ALL))
    .footer(context.fill(words::GROUPS_HINT, &[at.to_string(), groups.to_string()]))
}

/// Rows that show every group without scrolling, with borders.
pub fn height(context: &Context<'_>, board: &Board) -> u16 {
    context.app.score.part(&board.counted.groups).len() as u16 + 2
}

/// A line for each group.
pub fn draw(context: &mut Context<'_>, board: &Board, area: Rect) {
    let inner = Frame::inner(area);
    let theme = *context.theme;
    let score = &context.app.score;
    let groups = score.part(&board.counted.groups);
    if groups.is_empty() {
        let words = rows::title(context);
        context.pen(inner).text(1, 0, &words, theme.muted);
        return;
    }
    let page = usize::from(inner.height);
    let top = fitted_top(0, score.group, page, groups.len());
    context.hits.set_page(Panel::Groups, page);
    let weakest = weakest(groups);
    let names: Vec<String> = groups
        .iter()
        .map(|&(group, _)| name(context, group))
        .collect();
    let label = names
        .iter()
        .map(|name| text::width(name))
        .max()
        .unwrap_or(0);
    let counts = groups
        .iter()
        .map(|&(_, count)| text::width(&rows::count(count)));
    let digits = counts.max().unwrap_or(0);
    for (row, (at, &(_, count))) in groups.iter().enumerate().skip(top).take(page).enumerate() {
        let y = row as u16;
        let style = if at == weakest {
            theme.here
        } else {
            theme.text
        };
        let mut pen = context.pen(inner);
        let x = pen.text(1, y, &text::pad_right(&names[at], label + 1), style);
        let x = pen.text(x, y, &text::pad_left(&rows::count(count), digits), style);
        let x = pen.text(x + 1, y, &rows::percent(count), style);
        let longest = inner.width.saturating_sub(x + 3).min(LONGEST);
        let share = f64::from(count.correct) / f64::from(count.total);
        let halves = (share * f64::from(longest) * 2.0).round() as usize;
        let mut bar = "━".repeat(halves / 2);
        bar.push_str(["", "╸"][halves % 2]);
        pen.text(x + 2, y, &bar, theme.muted);
        let line = Rect {
            y: inner.y + y,
            height: 1,
            ..inner
        };
        context.note(line, Target::Group(at));
        if at == score.group && context.app.focus() == Panel::Groups {
            let mut pen = context.pen(inner);
            pen.text(0, y, "▸", theme.cursor);
            pen.restyle(0, y, x + 1, theme.cursor);
        }
    }
}

/// The group whose interval ends lowest: weak for certain, not for being small.
fn weakest(groups: &[(Group, Count)]) -> usize {
    let upper = |count: Count| wilson(count.correct, count.total).map_or(1.0, |[_, high]| high);
    let ends = groups
        .iter()
        .enumerate()
        .map(|(at, &(_, count))| (upper(count), at));
    ends.min_by(|a, b| a.0.total_cmp(&b.0))
        .map_or(0, |(_, at)| at)
}

fn name(context: &Context<'_>, group: Group) -> String {
    match group {
        Group::Women => context.say(words::WOMEN).to_owned(),
        Group::Men => context.say(words::MEN).to_owned(),
        Group::Class(1) => context.say(words::FIRST_CLASS).to_owned(),
        Group::Class(2) => context.say(words::SECOND_CLASS).to_owned(),
        Group::Class(_) => context.say(words::THIRD_CLASS).to_owned(),
        Group::Decade(80) => context.say(words::AGED_80).to_owned(),
        Group::Decade(from) => {
            context.fill(words::AGED, &[from.to_string(), (from + 9).to_string()])
        }
        Group::AgeUnknown => context.say(words::AGE_UNKNOWN).to_owned(),
    }
}
