//! The frame of a panel: rounded, sharing its borders with its neighbours, with a title on the left,
//! a fact on the right, and a hint in the foot. Says nothing about what is inside.
//!
//! Neighbours overlap by one cell (`Layout::spacing(-1)`) and their borders grow together. A frame
//! needs cells nobody has written a blank into: over something else, draw a popup first.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Margin, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::merge::MergeStrategy;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::popup;
use crate::ui::text;
use crate::ui::theme::Theme;

/// Marks the panel that has the keys, for readers without colour.
const FOCUS: &str = "▸";

/// A frame to be drawn around an area.
#[derive(Debug, Clone)]
pub struct Panel<'a> {
    theme: &'a Theme,
    title: Line<'a>,
    shorter: Vec<Line<'a>>,
    info: Line<'a>,
    brief: Line<'a>,
    footer: Line<'a>,
    focused: bool,
}

impl<'a> Panel<'a> {
    /// A frame with this title; an empty one leaves the border whole.
    pub fn new(theme: &'a Theme, title: impl Into<Line<'a>>) -> Self {
        Self {
            theme,
            title: title.into(),
            shorter: Vec::new(),
            info: Line::default(),
            brief: Line::default(),
            footer: Line::default(),
            focused: false,
        }
    }

    /// A frame with the first of these titles that fits: the same in fewer and fewer words.
    pub fn titled(theme: &'a Theme, titles: Vec<String>) -> Self {
        let mut titles = titles.into_iter().map(Line::from);
        let title = titles.next().unwrap_or_default();
        Self { shorter: titles.collect(), ..Self::new(theme, title) }
    }

    /// A fact at the right end of the upper border; gives way to the title.
    #[must_use]
    pub fn info(self, info: impl Into<Line<'a>>) -> Self {
        Self { info: info.into(), ..self }
    }

    /// The fact in fewer words, for where it does not fit.
    #[must_use]
    pub fn brief(self, brief: impl Into<Line<'a>>) -> Self {
        Self { brief: brief.into(), ..self }
    }

    /// A hint at the right end of the lower border, where that border is this panel's alone.
    #[must_use]
    pub fn footer(self, footer: impl Into<Line<'a>>) -> Self {
        Self { footer: footer.into(), ..self }
    }

    /// Whether this panel has the keys.
    #[must_use]
    pub fn focused(self, focused: bool) -> Self {
        Self { focused, ..self }
    }

    /// What is left for the content.
    pub const fn inner(area: Rect) -> Rect {
        area.inner(Margin::new(1, 1))
    }

    pub(super) const fn theme(&self) -> &'a Theme {
        self.theme
    }

    fn border_style(&self) -> Style {
        if self.focused { self.theme.border_focus } else { self.theme.border }
    }

    fn draw_border(&self, area: Rect, buf: &mut Buffer) {
        let style = self.border_style();
        let (left, right) = (area.left(), area.right() - 1);
        let (top, bottom) = (area.top(), area.bottom() - 1);
        for x in left + 1..right {
            join(&mut buf[(x, top)], "─", style);
            join(&mut buf[(x, bottom)], "─", style);
        }
        for y in top + 1..bottom {
            join(&mut buf[(left, y)], "│", style);
            join(&mut buf[(right, y)], "│", style);
        }
        join(&mut buf[(left, top)], "╭", style);
        join(&mut buf[(right, top)], "╮", style);
        join(&mut buf[(left, bottom)], "╰", style);
        join(&mut buf[(right, bottom)], "╯", style);
    }

    /// Writes the title; gives back the cells that are left to its right.
    fn draw_title(&self, area: Rect, buf: &mut Buffer) -> usize {
        let room = usize::from(area.width).saturating_sub(4);
        if self.title.spans.is_empty() || room < 3 {
            return room;
        }
        let style = if self.focused { self.theme.title_focus } else { self.theme.title };
        let mut title = self.title.clone();
        let marks = if self.focused { text::width(FOCUS) } else { 0 };
        let fits = |title: &&Line<'a>| text::line_width(title) + marks + 2 <= room;
        if !fits(&&title)
            && let Some(short) = self.shorter.iter().find(fits).or(self.shorter.last())
        {
            title = short.clone();
        }
        if self.focused {
            title.spans.insert(0, Span::raw(FOCUS));
        }
        let title = text::cut_line(&title, room - 2).patch_style_under(style);
        let end = write(area.x + 2, area.y, &title, self.theme, buf);
        room - usize::from(end - area.x - 2)
    }

    /// The title and the fact.
    fn draw_words(&self, area: Rect, buf: &mut Buffer) {
        // One dash at least keeps the title and the fact apart.
        let room = self.draw_title(area, buf).saturating_sub(1);
        let fitting = [&self.info, &self.brief].map(|line| self.at_right(line, area, area.y, room));
        if let Some((place, line)) = fitting.into_iter().flatten().next() {
            write(place.x, place.y, &line, self.theme, buf);
        }
    }

    /// The hint, unless something stands there.
    fn draw_footer(&self, area: Rect, buf: &mut Buffer) {
        let room = usize::from(area.width).saturating_sub(4);
        let place = self.at_right(&self.footer, area, area.bottom() - 1, room);
        let is_free = |place: &Rect| place.positions().all(|at| is_border(&buf[at]));
        if let Some((place, line)) = place.filter(|(place, _)| is_free(place)) {
            write(place.x, place.y, &line, self.theme, buf);
        }
    }

    /// Where a line goes at the right end of a border, and what is shown of it: whole parts or nothing.
    fn at_right(&self, line: &Line<'a>, area: Rect, y: u16, room: usize) -> Option<(Rect, Line<'a>)> {
        let fits = |line: &Line<'_>| text::line_width(line) + 2 <= room;
        let line = std::iter::successors(Some(line.clone()), without_last_part).find(fits)?;
        if text::line_width(&line) == 0 {
            return None;
        }
        let line = line.patch_style_under(self.theme.muted);
        let width = (text::line_width(&line) + 2) as u16;
        Some((Rect::new(area.right() - 2 - width, y, width, 1), line))
    }
}

/// The part of an area inside the buffer, if a frame fits into it.
fn drawable(area: Rect, buf: &Buffer) -> Option<Rect> {
    let area = area.intersection(buf.area);
    (area.width >= 2 && area.height >= 2).then_some(area)
}

impl Widget for &Panel<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        if let Some(area) = drawable(area, buf) {
            self.draw_border(area, buf);
            self.draw_words(area, buf);
            self.draw_footer(area, buf);
        }
    }
}

impl Widget for Panel<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        (&self).render(area, buf);
    }
}

/// Draws neighbours: the borders first, the bright one of the focus over the others, so that it runs
/// all the way round; then the words; the hints last, where no panel below begins.
pub fn draw_all(panels: &[(Rect, Panel<'_>)], buf: &mut Buffer) {
    let areas: Vec<_> = panels.iter().map(|(area, panel)| (drawable(*area, buf), panel)).collect();
    let drawn = || areas.iter().filter_map(|&(area, panel)| Some((area?, panel)));
    for focused in [false, true] {
        for (area, panel) in drawn().filter(|(_, panel)| panel.focused == focused) {
            panel.draw_border(area, buf);
        }
    }
    for (area, panel) in drawn() {
        panel.draw_words(area, buf);
    }
    // A hint on the border of a panel below would be read as that panel's.
    let is_shared = |upper: Rect| {
        let foot = upper.rows().next_back().unwrap_or_default();
        drawn().any(|(lower, _)| lower.y == foot.y && lower.intersects(foot))
    };
    for (area, panel) in drawn().filter(|&(area, _)| !is_shared(area)) {
        panel.draw_footer(area, buf);
    }
}

/// What is left of a fact without the last of its parts, which ` · ` or a span that begins with a blank
/// keep apart.
fn without_last_part<'a>(line: &Line<'a>) -> Option<Line<'a>> {
    let mut line = line.clone();
    while let Some(last) = line.spans.pop() {
        if let Some((kept, _)) = last.content.rsplit_once(" · ") {
            line.spans.push(Span::styled(kept.to_owned(), last.style));
            return Some(line);
        }
        if last.content.starts_with(' ') && !line.spans.is_empty() {
            return Some(line);
        }
    }
    None
}

/// Lets a border glyph grow together with the one that is there, and leaves a neighbour's text be.
fn join(cell: &mut Cell, glyph: &str, style: Style) {
    cell.merge_symbol(glyph, MergeStrategy::Fuzzy);
    if is_border(cell) {
        // What the neighbour's border was must not shine through: bold and dim together are neither.
        cell.modifier = Modifier::empty();
        cell.fg = Color::Reset;
        cell.set_style(style);
    }
}

fn is_border(cell: &Cell) -> bool {
    cell.symbol().chars().all(|c| ('─'..='╿').contains(&c))
}

/// Writes a line between two blanks; gives back the column after them.
fn write(x: u16, y: u16, line: &Line<'_>, theme: &Theme, buf: &mut Buffer) -> u16 {
    let width = (text::line_width(line) + 2) as u16;
    popup::clear(Rect::new(x, y, width, 1), theme.base, buf);
    let end = buf.set_line(x + 1, y, line, width - 2).0;
    // Blanks that are written, unlike cleared ones, are text: a neighbour's border leaves them be.
    for x in [x, end] {
        buf[(x, y)].set_symbol(" ");
    }
    end + 1
}

trait PatchUnder {
    fn patch_style_under(self, style: Style) -> Self;
}

impl PatchUnder for Line<'_> {
    /// The line with `style` wherever it has none of its own.
    fn patch_style_under(self, style: Style) -> Self {
        let own = self.style;
        self.style(style.patch(own))
    }
}

#[cfg(test)]
mod tests;
