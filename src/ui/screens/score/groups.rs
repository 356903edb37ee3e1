//! Who is wrong, and why: those who lived and were missed, and those it was hoped for in vain, by sex, class and age.

use super::rows;
use crate::analysis::Attribute;
use crate::analysis::score::{Confusion, Count, Group, wilson};
use crate::app::screens::score::Whom;
use crate::app::{ScorePanel, ScoreTarget};
use crate::explain::words::{features, score as words};
use crate::training::MissingAge;
use crate::ui::prelude::*;

/// From this width on right answers stand with their percentage.
const WITH_PERCENT: u16 = 66;
/// Fewer cells than this are no bar, and more are no easier to compare.
const BAR: (u16, u16) = (5, 60);
/// Cells of a percentage.
const PERCENT: u16 = 7;

/// The border: which rows, and what Enter lists.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let score = &context.app.screens.score;
    let part = if score.on_train { words::TRAIN } else { words::TEST };
    let frame = Frame::new(context.theme, context.fill(words::GROUPS, &[context.say(part)]));
    let Some((_, counts)) = groups(context).get(score.group) else {
        return frame;
    };
    let listed = context.fill(score.listing.word(), &[score.listing.count(counts).to_string()]);
    frame.footer(context.fill(words::GROUPS_HINT, &[listed]))
}

fn groups<'a>(context: &Context<'a>) -> &'a [(Group, Confusion)] {
    let groups: &Vec<_> = context.app.screens.score.part(&rows::board(context).counted.groups);
    groups
}

/// Rows that show every group below the heads and what there is to say of one, with borders.
pub fn height(context: &Context<'_>) -> u16 {
    groups(context).len() as u16 + 4
}

/// A line for each group, and below them what there is to say of the chosen one.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let groups = groups(context);
    if groups.is_empty() {
        return context.text(inner.inset(), rows::title(context), context.theme.muted);
    }
    // What is said of the chosen one is worth the last group's row.
    let page = inner.height.saturating_sub(2);
    let chosen = context.app.screens.score.group;
    let shown = context.page(ScorePanel::Groups, chosen, page, groups.len());
    let below = inner.inset().below(1 + shown.len() as u16);
    draw_table(context, inner, &groups[shown.clone()], shown.start);
    let mut below = below;
    for (sentence, matters) in sentences(context, groups) {
        let style = if matters { context.theme.text } else { context.theme.muted };
        if text::wrap(&sentence, below.width.into()).len() <= below.height.into() {
            below = below.below(context.paragraph(below, &sentence, style));
        }
    }
}

fn draw_table(context: &mut Context<'_>, area: Rect, groups: &[(Group, Confusion)], first: usize) {
    let theme = context.theme;
    let all = self::groups(context);
    let listing = context.app.screens.score.listing;
    let head = |word, kinds: &[Whom]| {
        let style = if kinds.contains(&listing) { theme.here } else { theme.heading };
        Span::styled(context.say(word), style)
    };
    let widest = |cell: &dyn Fn(&(Group, Confusion)) -> usize| all.iter().map(cell).max().unwrap_or(0) as u16;
    let label = widest(&|(group, _)| text::width(&name(context, *group)));
    let digits = [right, missed, hoped].map(|of| widest(&|(_, counts)| text::width(&rows::count(of(counts)))));
    let is_wide = area.width >= WITH_PERCENT;
    let [right_cells, missed_cells, hoped_cells] = digits;
    let right_cells = right_cells + if is_wide { PERCENT + 1 } else { 0 };
    let wrong_cells = [missed_cells, hoped_cells].map(|cells| (cells + 1 + PERCENT).max(11));
    let used = 1 + label + 1 + right_cells + 1 + wrong_cells[0] + 1 + wrong_cells[1];
    let longest = area.width.saturating_sub(used + 2).min(BAR.1);
    let has_bar = longest >= BAR.0;
    let most = all.iter().map(|(_, counts)| counts.wrong()).max().unwrap_or(0).max(1);
    let has_keys = context.has_keys(ScorePanel::Groups);
    let rows = (first..).zip(groups).map(|(at, (group, counts))| {
        let share = |count: Count, with_percent: bool| match (with_percent, count.total) {
            (false, _) => rows::count(count),
            (true, 0) => format!("{} {:>7}", rows::count(count), numbers::MISSING),
            (true, _) => format!("{} {:>7}", rows::count(count), rows::percent(count)),
        };
        let mut cells: Vec<Line<'_>> = vec![
            Span::styled(name(context, *group), theme.text).into(),
            Span::styled(share(right(counts), is_wide), theme.muted).into(),
            Span::styled(share(missed(counts), true), theme.text).into(),
            Span::styled(share(hoped(counts), true), theme.text).into(),
        ];
        if has_bar {
            // Each by itself, so that the same count is as long in every row; half a cell for anybody at all.
            let long = |count: u32| {
                let cells = f64::from(count) * f64::from(longest - 1) / f64::from(most);
                if count > 0 { cells.max(0.5) } else { 0.0 }
            };
            let lived = Span::styled(text::bar(long(counts.fn_)), theme.lived);
            let died = Span::styled(text::bar_of(["─", "╴"], long(counts.fp)), theme.died);
            cells.push(Line::from_iter([Span::raw(" "), lived, died]));
        }
        let is_here = at == context.app.screens.score.group && has_keys;
        TableRow::new(cells).target(ScoreTarget::Group(at)).marked(is_here).cursor(is_here)
    });
    let number = |cells: u16| TableColumn::right(Constraint::Length(cells));
    let mut columns = vec![
        TableColumn::left(Constraint::Length(label)),
        number(right_cells).head(head(words::RIGHT, &[])),
        number(wrong_cells[0]).head(head(words::MISSED, &[Whom::Wrong, Whom::Missed])),
        number(wrong_cells[1]).head(head(words::HOPED, &[Whom::Wrong, Whom::Hoped])),
    ];
    columns.extend(has_bar.then(|| TableColumn::left(Constraint::Fill(1))));
    context.table(area, Table::new(theme, columns, rows.collect::<Vec<_>>()).stripe(1));
}

const fn right(of: &Confusion) -> Count {
    Count { correct: of.correct(), total: of.total() }
}

/// Those who lived and were said to have died, of those who lived.
const fn missed(of: &Confusion) -> Count {
    Count { correct: of.fn_, total: of.lived() }
}

/// Those who died and were said to have lived, of those who died.
const fn hoped(of: &Confusion) -> Count {
    Count { correct: of.fp, total: of.died() }
}

/// What there is to say, the first things first, each with whether it is of the network.
fn sentences(context: &Context<'_>, groups: &[(Group, Confusion)]) -> Vec<(String, bool)> {
    let Some(&(group, counts)) = groups.get(context.app.screens.score.group) else {
        return Vec::new();
    };
    let (said, total, lived) = (counts.tp + counts.fp, counts.total(), counts.lived());
    let (word, numbers) = match said {
        0 if lived > 0 => {
            let policy = context.app.core.run().recipe().missing_age;
            let is_asked = group != Group::AgeUnknown || matches!(policy, MissingAge::Mean | MissingAge::Median);
            (if is_asked { words::WHY_ALL_DIED } else { words::WHY_NOT_ASKED }, vec![total, lived])
        }
        _ if said == total && lived < total => (words::WHY_ALL_LIVED, vec![total, total - lived]),
        _ if lived == 0 => (words::WHY_NOBODY, vec![said, total]),
        _ => (words::WHY, vec![counts.fn_, lived]),
    };
    let values: Vec<String> = [name(context, group)].into_iter().chain(numbers.iter().map(u32::to_string)).collect();
    let why = context.fill(word, &values);
    let asked = match group {
        Group::Everybody => None,
        Group::Women | Group::Men => Some(Attribute::Sex),
        Group::Class(_) => Some(Attribute::Class),
        Group::Ages(_) | Group::AgeUnknown => Some(Attribute::Age),
    };
    let encoder = context.app.core.run().encoder();
    let blind = asked.filter(|asked| !asked.is_seen_by(encoder)).map(|asked| {
        let name = context.say(features::name(asked.feature())).to_owned();
        (context.fill(words::BLIND, &[name]), true)
    });
    let weakest = name(context, groups[weakest(groups)].0);
    let weakest =
        [context.fill(words::WEAKEST_IS, &[weakest]), context.say(words::WEAKEST_MEANS).to_owned()].join(", ");
    let meanings = [words::MISSED_MEANS, words::HOPED_MEANS].map(|word| (context.say(word).to_owned(), false));
    [(why, true)].into_iter().chain(blind).chain([(weakest, false)]).chain(meanings).collect()
}

/// The group whose interval ends lowest: weak for certain, not for being small.
fn weakest(groups: &[(Group, Confusion)]) -> usize {
    let upper = |of: &Confusion| wilson(of.correct(), of.total()).map_or(1.0, |[_, high]| high);
    let ends = groups.iter().enumerate().map(|(at, (_, counts))| (upper(counts), at));
    ends.min_by(|a, b| a.0.total_cmp(&b.0)).map_or(0, |(_, at)| at)
}

fn name(context: &Context<'_>, group: Group) -> String {
    let from = if let Group::Ages(from) = group { from } else { 0 };
    let last = group.end().map_or(0, |end| end - 1);
    context.fill(words::group(group), &[from.to_string(), last.to_string()])
}
