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

/// Fewer cells than this say nothing, so a fact that would be cut to less is left out.
const LEAST_INFO: usize = 8;

/// Marks the panel that has the keys, for readers without colour.
const FOCUS: &str = "▸";

/// A frame to be drawn around an area.
#[derive(Debug, Clone)]
pub struct Panel<'a> {
    theme: &'a Theme,
    title: Line<'a>,
    info: Line<'a>,
    footer: Line<'a>,
    focused: bool,
}

impl<'a> Panel<'a> {
    /// A frame with this title; an empty one leaves the border whole.
    pub fn new(theme: &'a Theme, title: impl Into<Line<'a>>) -> Self {
        Self {
            theme,
            title: title.into(),
            info: Line::default(),
            footer: Line::default(),
            focused: false,
        }
    }

    /// A fact at the right end of the upper border; gives way to the title.
    #[must_use]
    pub fn info(self, info: impl Into<Line<'a>>) -> Self {
        Self {
            info: info.into(),
            ..self
        }
    }

    /// A hint at the right end of the lower border.
    #[must_use]
    pub fn footer(self, footer: impl Into<Line<'a>>) -> Self {
        Self {
            footer: footer.into(),
            ..self
        }
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
        if self.focused {
            self.theme.border_focus
        } else {
            self.theme.border
        }
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
        let style = if self.focused {
            self.theme.title_focus
        } else {
            self.theme.title
        };
        let mut title = self.title.clone();
        if self.focused {
            title.spans.insert(0, Span::raw(FOCUS));
        }
        let title = text::cut_line(&title, room - 2).patch_style_under(style);
        let end = write(area.x + 2, area.y, &title, self.theme, buf);
        room - usize::from(end - area.x - 2)
    }

    fn draw_right(&self, line: &Line<'_>, area: Rect, y: u16, room: usize, buf: &mut Buffer) {
        let wanted = text::line_width(line);
        let cells = wanted.min(room.saturating_sub(2));
        if wanted == 0 || (cells < wanted && cells < LEAST_INFO) {
            return;
        }
        let line = text::cut_line(line, cells).patch_style_under(self.theme.muted);
        let start = area.right() - 2 - (text::line_width(&line) + 2) as u16;
        write(start, y, &line, self.theme, buf);
    }
}

impl Widget for &Panel<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.width < 2 || area.height < 2 {
            return;
        }
        self.draw_border(area, buf);
        let room = self.draw_title(area, buf);
        // One dash at least keeps the title and the fact apart.
        self.draw_right(&self.info, area, area.y, room.saturating_sub(1), buf);
        let room = usize::from(area.width).saturating_sub(4);
        self.draw_right(&self.footer, area, area.bottom() - 1, room, buf);
    }
}

impl Widget for Panel<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        (&self).render(area, buf);
    }
}

/// Draws neighbours, the focused one last, so that its border is bright all the way round.
pub fn draw_all(panels: &[(Rect, Panel<'_>)], buf: &mut Buffer) {
    for focused in [false, true] {
        for (area, panel) in panels.iter().filter(|(_, panel)| panel.focused == focused) {
            panel.render(*area, buf);
        }
    }
}

/// Lets a border glyph grow together with the one that is there, and leaves a neighbour's text be.
fn join(cell: &mut Cell, glyph: &str, style: Style) {
    cell.merge_symbol(glyph, MergeStrategy::Fuzzy);
    if cell.symbol().chars().all(|c| ('─'..='╿').contains(&c)) {
        // What the neighbour's border was must not shine through: bold and dim together are neither.
        cell.modifier = Modifier::empty();
        cell.fg = Color::Reset;
        cell.set_style(style);
    }
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
mod tests {
    use ratatui::style::Stylize as _;

    use super::*;
    use crate::ui::picture;
    use crate::ui::theme::ThemeName;

    const THEME: Theme = Theme::of(ThemeName::Terminal);

    fn picture(width: u16, height: u16, panels: &[(Rect, Panel<'_>)]) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        draw_all(panels, &mut buf);
        picture::text(&buf)
    }

    #[test]
    fn a_frame_has_its_title_left_its_fact_right_and_its_hint_below() {
        let panel = Panel::new(&THEME, "Passengers")
            .info("1 of 891")
            .footer("y copies");
        let area = Rect::new(0, 0, 34, 3);
        assert_eq!(
            picture(34, 3, &[(area, panel.focused(true))]),
            "╭─ ▸Passengers ─────── 1 of 891 ─╮\n\
             │                                │\n\
             ╰───────────────────── y copies ─╯\n"
        );
    }

    #[test]
    fn neighbours_share_their_borders() {
        let panels = [
            (
                Rect::new(0, 0, 20, 5),
                Panel::new(&THEME, "List").focused(true),
            ),
            (
                Rect::new(19, 0, 21, 3),
                Panel::new(&THEME, "Network").info("2→1"),
            ),
            (Rect::new(19, 2, 21, 3), Panel::new(&THEME, "pointer")),
            (Rect::new(0, 4, 40, 3), Panel::new(&THEME, "Sum")),
        ];
        assert_eq!(
            picture(40, 7, &panels),
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
        let panels = [
            (
                Rect::new(0, 0, 12, 3),
                Panel::new(&THEME, "Up").focused(true),
            ),
            (Rect::new(0, 2, 12, 3), Panel::new(&THEME, "Low".magenta())),
        ];
        let mut buf = Buffer::empty(Rect::new(0, 0, 12, 5));
        draw_all(&panels, &mut buf);
        for (x, y) in [
            (0, 0),
            (11, 0),
            (0, 1),
            (11, 1),
            (0, 2),
            (1, 2),
            (8, 2),
            (11, 2),
        ] {
            assert_eq!(buf[(x, y)].modifier, Modifier::BOLD, "{x},{y}");
        }
        assert_eq!(buf[(3, 2)].symbol(), "L");
        assert_eq!(buf[(3, 2)].fg, Color::Magenta);
        assert_eq!(buf[(3, 2)].modifier, Modifier::empty());
        assert_eq!(buf[(0, 3)].modifier, Modifier::DIM);
    }

    #[test]
    fn the_fact_gives_way_to_the_title_and_both_are_cut_by_cells() {
        let top = |width: u16| {
            let panel = Panel::new(&THEME, "乗客の名簿").info("891人中1人目");
            let text = picture(width, 2, &[(Rect::new(0, 0, width, 2), panel)]);
            text.lines().next().unwrap_or_default().to_owned()
        };
        assert_eq!(top(34), "╭─ 乗客の名簿 ──── 891人中1人目 ─╮");
        assert_eq!(top(31), "╭─ 乗客の名簿 ─ 891人中1人目 ─╮");
        assert_eq!(top(30), "╭─ 乗客の名簿 ─ 891人中1人… ─╮");
        assert_eq!(top(24), "╭─ 乗客の名簿 ─────────╮");
        assert_eq!(top(13), "╭─ 乗客の… ─╮");
        assert_eq!(top(6), "╭────╮");
    }

    #[test]
    fn no_size_is_too_small() {
        for width in 0..30 {
            for height in 0..6 {
                let area = Rect::new(0, 0, width, height);
                let panel = Panel::new(&THEME, "List")
                    .info("1 of 891")
                    .footer("y copies");
                picture(width, height, &[(area, panel.focused(true))]);
                let outside = Rect::new(3, 2, width, height);
                picture(
                    10,
                    4,
                    &[(outside, Panel::new(&THEME, "乗客").info("1 of 891"))],
                );
            }
        }
    }

    #[test]
    fn the_themes_background_stays_under_the_frame() {
        let theme = Theme::of(ThemeName::Contrast);
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 3));
        buf.set_style(buf.area, theme.base);
        Panel::new(&theme, "List")
            .info("1 of 9")
            .render(buf.area, &mut buf);
        assert!(
            buf.content
                .iter()
                .all(|cell| Some(cell.bg) == theme.base.bg)
        );
    }
}
