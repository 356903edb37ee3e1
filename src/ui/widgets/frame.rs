//! The frame of a panel: ratatui's `Block`, with a title on the left that gets shorter where it must, a fact on
//! the right that gives way to it, and a hint in the foot. Says nothing about what is inside.
//!
//! Neighbours overlap by one cell and their borders grow together. A frame needs cells nobody has written a
//! blank into: over something else, draw a popup first.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Margin, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::merge::MergeStrategy;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Borders, Widget};

use super::popup;
use crate::ui::layout::RectExt as _;
use crate::ui::theme::Theme;
use crate::ui::{text, writing};

/// Marks the panel that has the keys, for readers without colour.
const FOCUS: &str = "▸";

/// A frame to be drawn around an area.
#[derive(Debug, Clone)]
pub struct Frame<'a> {
    theme: &'a Theme,
    titles: Vec<Line<'a>>,
    infos: Vec<Line<'a>>,
    footer: Line<'a>,
    focused: bool,
}

impl<'a> Frame<'a> {
    /// A frame with this title; an empty one leaves the border whole.
    pub fn new(theme: &'a Theme, title: impl Into<Line<'a>>) -> Self {
        let titles = vec![title.into()];
        Self { theme, titles, infos: Vec::new(), footer: Line::default(), focused: false }
    }

    /// A frame with the first of these titles that fits: the same in fewer and fewer words.
    pub fn titled(theme: &'a Theme, titles: Vec<String>) -> Self {
        let titles = titles.into_iter().map(Line::from).collect();
        Self { titles, ..Self::new(theme, "") }
    }

    /// A fact at the right end of the upper border; gives way to the title, and to the next one, which says it in
    /// fewer words.
    #[must_use]
    pub fn info(mut self, info: impl Into<Line<'a>>) -> Self {
        self.infos.push(info.into());
        self
    }

    /// A hint at the right end of the lower border, where that border is this panel's alone.
    #[must_use]
    pub(in crate::ui) fn footer(self, footer: impl Into<Line<'a>>) -> Self {
        Self { footer: footer.into(), ..self }
    }

    /// Whether this panel has the keys.
    #[must_use]
    pub fn focused(self, focused: bool) -> Self {
        Self { focused, ..self }
    }

    /// What is left for the content.
    pub(in crate::ui) const fn inner(area: Rect) -> Rect {
        area.inner(Margin::new(1, 1))
    }

    /// Draws it over a screen, with the keys; gives back what is left for the content.
    pub(in crate::ui) fn draw_over(self, area: Rect, buf: &mut Buffer) -> Rect {
        popup::make_room(area, self.theme.base, buf);
        self.focused(true).render(area, buf);
        Self::inner(area.intersection(buf.area))
    }

    fn draw_border(&self, area: Rect, buf: &mut Buffer) {
        // What the neighbour's border was must not shine through: bold and dim together are neither.
        let plain = Style { fg: Some(Color::Reset), sub_modifier: Modifier::all(), ..Style::new() };
        let style = plain.patch(if self.focused { self.theme.border_focus } else { self.theme.border });
        let block = Block::new().border_type(BorderType::Rounded).border_style(style);
        let block = block.merge_borders(MergeStrategy::Fuzzy);
        // A block styles every cell of its area, so each side has one of its own.
        let between = area.inner(Margin::new(0, 1));
        let across = Borders::LEFT | Borders::RIGHT;
        for (borders, side) in [
            (Borders::TOP | across, Rect { height: 1, ..area }),
            (Borders::LEFT, Rect { width: 1, ..between }),
            (Borders::RIGHT, between.from(between.width - 1)),
            (Borders::BOTTOM | across, area.below(area.height - 1)),
        ] {
            block.clone().borders(borders).render(side, buf);
        }
    }

    /// Writes the title; gives back the cells that are left to its right.
    fn draw_title(&self, area: Rect, buf: &mut Buffer) -> usize {
        let room = usize::from(area.width).saturating_sub(4);
        let marks = if self.focused { text::width(FOCUS) } else { 0 };
        let fits = |title: &&Line<'a>| text::line_width(title) + marks + 2 <= room;
        let title = self.titles.iter().find(fits).or(self.titles.last());
        let Some(mut title) = title.filter(|title| !title.spans.is_empty() && room >= 3).cloned() else {
            return room;
        };
        let style = if self.focused { self.theme.title_focus } else { self.theme.title };
        if self.focused {
            title.spans.insert(0, Span::raw(FOCUS));
        }
        let title = with_style_under(text::cut_line(title, room - 2), style);
        let end = write(area.x + 2, area.y, &title, self.theme, buf);
        room - usize::from(end - area.x - 2)
    }

    /// The title and the fact.
    fn draw_words(&self, area: Rect, buf: &mut Buffer) {
        // One dash at least keeps the title and the fact apart.
        let room = self.draw_title(area, buf).saturating_sub(1);
        if let Some((place, line)) = self.infos.iter().find_map(|line| self.at_right(line, area, area.y, room)) {
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
        let line = with_style_under(line, self.theme.muted);
        let width = (text::line_width(&line) + 2) as u16;
        Some((Rect::new(area.right() - 2 - width, y, width, 1), line))
    }
}

/// The frame around what is inside it.
pub(in crate::ui) const fn outer(inside: Rect) -> Rect {
    inside.outer(Margin::new(1, 1))
}

/// The part of an area inside the buffer, if a frame fits into it.
fn drawable(area: Rect, buf: &Buffer) -> Option<Rect> {
    let area = area.intersection(buf.area);
    (area.width >= 2 && area.height >= 2).then_some(area)
}

impl Widget for &Frame<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        if let Some(area) = drawable(area, buf) {
            self.draw_border(area, buf);
            self.draw_words(area, buf);
            self.draw_footer(area, buf);
        }
    }
}

impl Widget for Frame<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        (&self).render(area, buf);
    }
}

/// Draws neighbours: the borders first, the bright one of the focus over the others, so that it runs
/// all the way round; then the words; the hints last, where no panel below begins.
pub(in crate::ui) fn draw_all(frames: &[(Rect, Frame<'_>)], buf: &mut Buffer) {
    let areas: Vec<_> = frames.iter().map(|(area, frame)| (drawable(*area, buf), frame)).collect();
    let drawn = || areas.iter().filter_map(|&(area, frame)| Some((area?, frame)));
    for focused in [false, true] {
        for (area, frame) in drawn().filter(|(_, frame)| frame.focused == focused) {
            frame.draw_border(area, buf);
        }
    }
    for (area, frame) in drawn() {
        frame.draw_words(area, buf);
    }
    // A hint on the border of a panel below would be read as that panel's.
    let is_shared = |upper: Rect| {
        let foot = upper.rows().next_back().unwrap_or_default();
        drawn().any(|(lower, _)| lower.y == foot.y && lower.intersects(foot))
    };
    for (area, frame) in drawn().filter(|&(area, _)| !is_shared(area)) {
        frame.draw_footer(area, buf);
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

fn is_border(cell: &Cell) -> bool {
    cell.symbol().chars().all(|c| ('─'..='╿').contains(&c))
}

/// Writes a line between two blanks; gives back the column after them.
fn write(x: u16, y: u16, line: &Line<'_>, theme: &Theme, buf: &mut Buffer) -> u16 {
    let width = (text::line_width(line) + 2) as u16;
    popup::clear(Rect::new(x, y, width, 1), theme.base, buf);
    let end = writing::line(line, Rect::new(x + 1, y, width - 2, 1), buf).x;
    // Blanks that are written, unlike cleared ones, are text: a neighbour's border leaves them be.
    for x in [x, end] {
        buf[(x, y)].set_symbol(" ");
    }
    end + 1
}

/// The line with `style` wherever it has none of its own.
fn with_style_under(line: Line<'_>, style: Style) -> Line<'_> {
    let own = line.style;
    line.style(style.patch(own))
}

#[cfg(test)]
mod tests {
    use ratatui::style::Stylize as _;

    use super::*;
    use crate::ui::picture;
    use crate::ui::theme::ThemeName;

    const THEME: Theme = Theme::of(ThemeName::Terminal);

    fn picture(width: u16, height: u16, frames: &[(Rect, Frame<'_>)]) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        draw_all(frames, &mut buf);
        picture::text(&buf)
    }

    #[test]
    fn a_frame_has_its_title_left_its_fact_right_and_its_hint_below() {
        let frame = Frame::new(&THEME, "Passengers").info("1 of 891").footer("y copies");
        let area = Rect::new(0, 0, 34, 3);
        assert_eq!(
            picture(34, 3, &[(area, frame.focused(true))]),
            "╭─ ▸Passengers ─────── 1 of 891 ─╮\n\
             │                                │\n\
             ╰───────────────────── y copies ─╯\n"
        );
    }

    #[test]
    fn neighbours_share_their_borders() {
        let frames = [
            (Rect::new(0, 0, 20, 5), Frame::new(&THEME, "List").focused(true)),
            (Rect::new(19, 0, 21, 3), Frame::new(&THEME, "Network").info("2→1")),
            (Rect::new(19, 2, 21, 3), Frame::new(&THEME, "pointer")),
            (Rect::new(0, 4, 40, 3), Frame::new(&THEME, "Sum")),
        ];
        assert_eq!(
            picture(40, 7, &frames),
            "╭─ ▸List ──────────┬─ Network ─── 2→1 ─╮\n\
             │                  │                   │\n\
             │                  ├─ pointer ─────────┤\n\
             │                  │                   │\n\
             ├─ Sum ────────────┴───────────────────┤\n\
             │                                      │\n\
             ╰──────────────────────────────────────╯\n"
        );
    }

    #[test]
    fn the_focused_border_is_bright_all_round_but_leaves_a_neighbours_title_be() {
        let frames = [
            (Rect::new(0, 0, 12, 3), Frame::new(&THEME, "Up").focused(true)),
            (Rect::new(0, 2, 12, 3), Frame::new(&THEME, "Low".magenta())),
        ];
        let mut buf = Buffer::empty(Rect::new(0, 0, 12, 5));
        draw_all(&frames, &mut buf);
        for (x, y) in [(0, 0), (11, 0), (0, 1), (11, 1), (0, 2), (1, 2), (8, 2), (11, 2)] {
            assert_eq!(buf[(x, y)].modifier, Modifier::BOLD, "{x},{y}");
        }
        assert_eq!(buf[(3, 2)].symbol(), "L");
        assert_eq!(buf[(3, 2)].fg, Color::Magenta);
        assert_eq!(buf[(3, 2)].modifier, Modifier::empty());
        assert_eq!(buf[(0, 3)].modifier, Modifier::DIM);
    }

    #[test]
    fn a_legend_drawn_in_lines_is_not_taken_for_a_border() {
        let frames = [
            (Rect::new(0, 2, 20, 3), Frame::new(&THEME, "L").info("train ──")),
            (Rect::new(0, 0, 20, 3), Frame::new(&THEME, "Up").focused(true)),
        ];
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 5));
        draw_all(&frames, &mut buf);
        assert!(picture::text(&buf).contains("├─ L ─── train ── ─┤"));
        assert_eq!(buf[(15, 2)].modifier, Modifier::empty(), "as bright as the words beside it");
        assert_eq!(buf[(18, 2)].modifier, Modifier::BOLD, "the border goes on");
    }

    #[test]
    fn a_hint_never_stands_where_it_reads_as_the_panel_below() {
        let upper = Frame::new(&THEME, "Up").footer("y copies").focused(true);
        let lower = |info| Frame::new(&THEME, "Low").info(info);
        let shared = |info: &'static str| {
            let (up, low) = (Rect::new(0, 0, 28, 2), Rect::new(0, 1, 28, 2));
            let text = picture(28, 3, &[(up, upper.clone()), (low, lower(info))]);
            text.lines().nth(1).unwrap_or_default().to_owned()
        };
        assert_eq!(shared(""), "├─ Low ────────────────────┤");
        assert_eq!(shared("891"), "├─ Low ────────────── 891 ─┤");
    }

    #[test]
    fn the_fact_gives_way_to_the_title_part_by_part() {
        let top = |width: u16| {
            let frame = Frame::new(&THEME, "乗客の名簿").info("891人中1人目");
            let text = picture(width, 2, &[(Rect::new(0, 0, width, 2), frame)]);
            text.lines().next().unwrap_or_default().to_owned()
        };
        assert_eq!(top(34), "╭─ 乗客の名簿 ──── 891人中1人目 ─╮");
        assert_eq!(top(31), "╭─ 乗客の名簿 ─ 891人中1人目 ─╮");
        assert_eq!(top(30), "╭─ 乗客の名簿 ───────────────╮");
        assert_eq!(top(24), "╭─ 乗客の名簿 ─────────╮");
        assert_eq!(top(13), "╭─ 乗客の… ─╮");
        assert_eq!(top(6), "╭────╮");
    }

    #[test]
    fn a_popup_cuts_no_glyph_in_half_on_either_side_and_stays_on_the_screen() {
        let japanese = |width: u16, height: u16| {
            let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
            for y in 0..height {
                buf.set_string(0, y, "乗客名簿乗客名簿", Style::new());
            }
            buf
        };
        let mut buf = japanese(16, 3);
        let inner = Frame::new(&THEME, "w").draw_over(Rect::new(3, 0, 8, 3), &mut buf);
        assert_eq!(inner, Rect::new(4, 1, 6, 1));
        assert_eq!(
            picture::text(&buf),
            "乗 ╭─ ▸w ─╮ 名簿\n\
             乗 │      │ 名簿\n\
             乗 ╰──────╯ 名簿\n"
        );
        for (x, width) in (0..12).flat_map(|x| (0..12).map(move |width| (x, width))) {
            Frame::new(&THEME, "w").draw_over(Rect::new(x, x, width, width), &mut japanese(8, 4));
        }
    }

    #[test]
    fn no_size_is_too_small() {
        for width in 0..30 {
            for height in 0..6 {
                let area = Rect::new(0, 0, width, height);
                let frame = Frame::new(&THEME, "List").info("1 of 891").footer("y copies");
                picture(width, height, &[(area, frame.focused(true))]);
                let outside = Rect::new(3, 2, width, height);
                picture(10, 4, &[(outside, Frame::new(&THEME, "乗客").info("1 of 891"))]);
            }
        }
    }

    #[test]
    fn the_themes_background_stays_under_the_frame() {
        let theme = Theme::of(ThemeName::Contrast);
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 3));
        buf.set_style(buf.area, theme.base);
        Frame::new(&theme, "List").info("1 of 9").render(buf.area, &mut buf);
        assert!(buf.content.iter().all(|cell| Some(cell.bg) == theme.base.bg));
    }

    #[test]
    fn a_fact_keeps_whole_parts_or_gives_way_to_fewer_words() {
        let top = |width: u16, frame: Frame<'_>| {
            let text = picture(width, 2, &[(Rect::new(0, 0, width, 2), frame)]);
            text.lines().next().unwrap_or_default().to_owned()
        };
        let frame = || Frame::new(&THEME, "T").info("men · women · all").info("all");
        assert_eq!(top(28, frame()), "╭─ T ── men · women · all ─╮");
        assert_eq!(top(24, frame()), "╭─ T ──── men · women ─╮");
        assert_eq!(top(14, frame()), "╭─ T ── men ─╮");
        let frame = || Frame::new(&THEME, "T").info("epoch 0 to 20").info("all");
        assert_eq!(top(18, frame()), "╭─ T ────── all ─╮");
        let values = Line::from(vec![" age ".into(), "−0.1".into(), " sex ".into(), "0.8".into()]);
        assert_eq!(top(20, Frame::new(&THEME, "T").info(values)), "╭─ T ─────  age −0.1 ─╮".replace("─────", "──"));
    }
}
