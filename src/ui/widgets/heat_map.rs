//! A field of numbers as a picture, and lines and marks over it. Knows shares from 0 to 1, not what they mean.
//! By hand: ratatui's `Canvas` puts two colours into a cell, but no shades.

mod contours;
mod over;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Style};

pub(in crate::ui) use contours::{LinePiece, contours, label_places};
pub(in crate::ui) use over::{contour, ink_on, label, mark, trail};

use crate::ui::theme::{Heat, Ramp, Rgb, Theme};

/// The ramp that stands in for colours, from the least to the most.
const SHADES: [&str; 6] = [" ", "·", "░", "▒", "▓", "█"];

/// How many levels part the shades: where there are no colours, heights are drawn in so many steps and one more.
pub(in crate::ui) const LEVELS_OF_SHADES: usize = SHADES.len() - 1;

/// Draws a number for each place of the map: `value(column, line)`, where a cell holds [`Heat::per_cell`] lines.
/// Places without a number stay empty.
pub fn draw(theme: &Theme, ramp: Ramp, area: Rect, buf: &mut Buffer, mut value: impl FnMut(u16, u16) -> Option<f64>) {
    let area = area.intersection(buf.area);
    let told = |share| theme.heat.color(ramp, share).map(Rgb::color);
    for at in area.positions() {
        let (column, row) = (at.x - area.x, at.y - area.y);
        let cell = &mut buf[at];
        if theme.heat.per_cell(ramp) == 1 {
            if let Some(value) = value(column, row) {
                cell.set_symbol(glyph(theme, ramp, value)).set_style(hue(theme, ramp, value));
            }
        } else {
            let [above, below] = [0, 1].map(|line| value(column, 2 * row + line).and_then(told));
            halves(cell, above, below);
        }
    }
}

/// Draws probabilities along a strip, the same in every row: `value(half)` for each half of a cell,
/// from left to right; where there are no colours, for the left half of each.
pub(in crate::ui) fn strip(theme: &Theme, area: Rect, buf: &mut Buffer, mut value: impl FnMut(u16) -> Option<f64>) {
    let area = area.intersection(buf.area);
    for column in 0..area.width {
        let halves = [0, 1].map(|half| value(2 * column + half));
        let [Some(left), Some(right)] = halves else {
            continue;
        };
        let colors = [left, right].map(|p| theme.heat.color(Ramp::Belief, p).map(Rgb::color));
        for row in area.top()..area.bottom() {
            let cell = &mut buf[(area.x + column, row)];
            if let [Some(left), Some(right)] = colors {
                cell.set_symbol("▌").set_fg(left).set_bg(right);
            } else {
                cell.set_symbol(glyph(theme, Ramp::Belief, left)).set_style(hue(theme, Ramp::Belief, left));
            }
        }
    }
}

/// Two colours in a cell, one above the other.
fn halves(cell: &mut Cell, above: Option<Color>, below: Option<Color>) {
    match (above, below) {
        (Some(above), Some(below)) => {
            cell.set_symbol("▀").set_fg(above).set_bg(below);
        }
        (Some(above), None) => {
            cell.set_symbol("▀").set_fg(above);
        }
        (None, Some(below)) => {
            cell.set_symbol("▄").set_fg(below);
        }
        (None, None) => {}
    }
}

/// The ramp of beliefs without a hue, and the least p of each shade but the first. From *died* to
/// *lived*; what is believed is never blank.
pub(in crate::ui) const BELIEFS: ([&str; 5], [f64; 4]) = (["·", "░", "▒", "▓", "█"], [0.3, 0.5, 0.7, 0.9]);

/// The ramp of beliefs in the hues of both sides, and the least p of each shade but the first: the
/// denser the surer.
pub(in crate::ui) const SIDES: ([&str; 8], [f64; 7]) =
    (["█", "▓", "▒", "░", "░", "▒", "▓", "█"], [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]);

/// The cell at shares of the way along and up a map.
pub(in crate::ui) fn cell_at([along, up]: [f64; 2], area: Rect) -> Position {
    let place =
        |share: f64, cells: u16| ((share.clamp(0.0, 1.0) * f64::from(cells)) as u16).min(cells.saturating_sub(1));
    Position::new(area.x + place(along, area.width), area.bottom().saturating_sub(1 + place(up, area.height)))
}

/// What stands for a number where there are no colours for it.
fn glyph(theme: &Theme, ramp: Ramp, value: f64) -> &'static str {
    let above = |edges: &[f64]| edges.iter().filter(|&&edge| value >= edge).count();
    match ramp {
        Ramp::Belief if theme.heat == Heat::Hues => SIDES.0[above(&SIDES.1)],
        Ramp::Belief => BELIEFS.0[above(&BELIEFS.1)],
        Ramp::Loss | Ramp::Activation => {
            let shade = (value.clamp(0.0, 1.0) * SHADES.len() as f64) as usize;
            SHADES[shade.min(SHADES.len() - 1)]
        }
    }
}

fn hue(theme: &Theme, ramp: Ramp, value: f64) -> Style {
    match ramp {
        Ramp::Belief if value >= 0.5 => theme.lived,
        Ramp::Belief => theme.died,
        Ramp::Loss => theme.curve,
        Ramp::Activation => theme.activation,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::picture;
    use crate::ui::theme::ThemeName;

    fn drawn(name: ThemeName, field: Ramp, lines: u16) -> Buffer {
        let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
        draw(&Theme::of(name), field, buf.area, &mut buf, |x, y| Some(f64::from(x + 6 * y) / f64::from(6 * lines - 1)));
        buf
    }

    #[test]
    fn without_colours_a_number_is_a_shade() {
        assert_eq!(picture::text(&drawn(ThemeName::Mono, Ramp::Loss, 1)), " ·░▒▓█\n");
        assert_eq!(picture::text(&drawn(ThemeName::Terminal, Ramp::Loss, 2)), "\n", "lines are drawn over it");
    }

    #[test]
    fn without_truecolour_both_certainties_are_dense_and_no_belief_is_blank() {
        for (name, expected) in [(ThemeName::Terminal, "██▓▒░░▒▓███\n"), (ThemeName::Mono, "···░░▒▒▓▓██\n")]
        {
            let mut buf = Buffer::empty(Rect::new(0, 0, 11, 1));
            let theme = Theme::of(name);
            draw(&theme, Ramp::Belief, buf.area, &mut buf, |x, _| Some((f64::from(x) / 10.0 + 0.001).min(1.0)));
            assert_eq!(picture::text(&buf), expected, "{name:?}");
            for x in 0..11 {
                let side = if x < 5 { theme.died } else { theme.lived };
                assert_eq!(Some(buf[(x, 0)].fg), side.fg.or(Some(Color::Reset)));
            }
        }
    }

    #[test]
    fn with_colours_a_cell_holds_two_numbers() {
        let buf = drawn(ThemeName::Dark, Ramp::Belief, 2);
        assert_eq!(buf[(0, 0)].symbol(), "▀");
        assert_ne!(buf[(0, 0)].fg, buf[(0, 0)].bg);
    }
}
