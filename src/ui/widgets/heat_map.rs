//! A field of numbers as a picture, and marks upon it. Knows shares from 0 to 1, not what they mean.
//! By hand: ratatui's `Canvas` puts two colours into a cell, but neither shades nor marks that can be read on them.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Style};

use crate::ui::theme::{Heat, Rgb, Scales, Theme};

/// What the numbers are, which decides their colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Ramp {
    /// Probabilities of having lived.
    Belief,
    /// Heights of a loss, 0 the lowest on the map and 1 the highest.
    Loss,
    /// Activations of a neuron, as shares of its scale.
    Activation,
}

/// The ramp that stands in for colours, from the least to the most.
const SHADES: [&str; 6] = [" ", "·", "░", "▒", "▓", "█"];

/// Draws a number for each place of the map: `value(column, line)`, where a cell holds
/// [`Heat::per_cell`] lines. Places without a number stay empty.
pub fn draw(theme: &Theme, field: Ramp, area: Rect, buf: &mut Buffer, mut value: impl FnMut(u16, u16) -> Option<f64>) {
    let plain = |value| (glyph(theme, field, value), hue(theme, field, value));
    let color = |scales: Scales, value| match field {
        Ramp::Belief => scales.belief(value),
        Ramp::Loss => scales.loss(value),
        Ramp::Activation => scales.activation(value),
    };
    fill(theme, area, buf, &mut value, plain, color);
}

/// Fills an area: without colours a glyph a cell, else two colours, one above the other.
fn fill<T>(
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
    value: &mut dyn FnMut(u16, u16) -> Option<T>,
    plain: impl Fn(T) -> (&'static str, Style),
    color: impl Fn(Scales, T) -> Color,
) {
    let area = area.intersection(buf.area);
    for row in 0..area.height {
        for column in 0..area.width {
            let cell = &mut buf[(area.x + column, area.y + row)];
            match theme.heat {
                Heat::Shades | Heat::Hues => {
                    if let Some((glyph, style)) = value(column, row).map(&plain) {
                        cell.set_symbol(glyph).set_style(style);
                    }
                }
                Heat::Blocks(scales) => {
                    let [above, below] = [0, 1].map(|line| value(column, 2 * row + line));
                    let color = |value| color(scales, value);
                    halves(cell, above.map(color), below.map(color));
                }
            }
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
        for row in area.top()..area.bottom() {
            let cell = &mut buf[(area.x + column, row)];
            match theme.heat {
                Heat::Shades | Heat::Hues => {
                    cell.set_symbol(glyph(theme, Ramp::Belief, left)).set_style(hue(theme, Ramp::Belief, left));
                }
                Heat::Blocks(scales) => {
                    cell.set_symbol("▌").set_fg(scales.belief(left)).set_bg(scales.belief(right));
                }
            }
        }
    }
}

/// A height of a landscape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) struct Height {
    /// Its band, 0 the lowest.
    pub band: usize,
    /// How many bands there are.
    pub of: usize,
    /// Whether a lower band begins right beside it.
    pub edge: bool,
}

/// As [`draw`], for heights in bands: each has one colour, and its lower edge a darker one.
pub(in crate::ui) fn draw_bands(
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
    mut height: impl FnMut(u16, u16) -> Option<Height>,
) {
    let style = hue(theme, Ramp::Loss, 0.0);
    let plain = |height: Height| (SHADES[height.band.min(SHADES.len() - 1)], style);
    let color = |scales: Scales, height: Height| {
        let share = (height.band as f64 + 0.5) / height.of as f64;
        if height.edge { scales.contour(share) } else { scales.loss(share) }
    };
    fill(theme, area, buf, &mut height, plain, color);
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

/// Puts a glyph on the map; on colours it is drawn in black or white, whichever can be read.
pub fn mark(buf: &mut Buffer, at: Position, glyph: &str, style: Style) {
    let Some(cell) = buf.cell_mut(at) else { return };
    if matches!(cell.symbol(), "▀" | "▌")
        && let (Color::Rgb(..), Color::Rgb(..)) = (cell.fg, cell.bg)
    {
        let ground = Rgb::of(cell.fg).with(Rgb::of(cell.bg), u8::midpoint);
        let shown = Style::reset().bg(ground.color()).fg(ink(ground));
        cell.set_symbol(glyph).set_style(shown).modifier = style.add_modifier;
    } else if matches!(cell.bg, Color::Rgb(..)) && !cell.symbol().trim().is_empty() {
        // A mark upon a mark keeps the ground below both.
        cell.set_symbol(glyph).modifier = style.add_modifier;
    } else {
        cell.set_symbol(glyph).set_style(Style::reset()).set_style(style);
    }
}

/// The ramp of beliefs without a hue, and the least p of each shade but the first. From *died* to
/// *lived*; what is believed is never blank.
pub(in crate::ui) const BELIEFS: ([&str; 5], [f64; 4]) = (["·", "░", "▒", "▓", "█"], [0.3, 0.5, 0.7, 0.9]);

/// The ramp of beliefs in the hues of both sides, and the least p of each shade but the first: the
/// denser the surer.
pub(in crate::ui) const SIDES: ([&str; 8], [f64; 7]) =
    (["█", "▓", "▒", "░", "░", "▒", "▓", "█"], [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]);

/// What stands for a number where there are no colours for it.
fn glyph(theme: &Theme, field: Ramp, value: f64) -> &'static str {
    let above = |edges: &[f64]| edges.iter().filter(|&&edge| value >= edge).count();
    match field {
        Ramp::Belief if theme.heat == Heat::Hues => SIDES.0[above(&SIDES.1)],
        Ramp::Belief => BELIEFS.0[above(&BELIEFS.1)],
        Ramp::Loss | Ramp::Activation => {
            let shade = (value.clamp(0.0, 1.0) * SHADES.len() as f64) as usize;
            SHADES[shade.min(SHADES.len() - 1)]
        }
    }
}

fn hue(theme: &Theme, field: Ramp, value: f64) -> Style {
    match field {
        Ramp::Belief if value >= 0.5 => theme.lived,
        Ramp::Belief => theme.died,
        Ramp::Loss => theme.curve,
        Ramp::Activation => theme.activation,
    }
}

/// Black or white, by how bright the ground looks.
fn ink(Rgb(red, green, blue): Rgb) -> Color {
    let bright = 299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue);
    Color::from(if bright > 140_000 { [0; 3] } else { [255; 3] })
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
    fn bands_have_one_shade_each_and_the_two_highest_share_the_full_one() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 7, 1));
        draw_bands(&Theme::of(ThemeName::Mono), buf.area, &mut buf, |x, _| {
            Some(Height { band: usize::from(x), of: 7, edge: x > 0 })
        });
        assert_eq!(picture::text(&buf), " ·░▒▓██\n");
    }

    #[test]
    fn the_edge_of_a_band_is_darker_than_the_band() {
        let brightness = |color: Color| {
            let Rgb(red, green, blue) = Rgb::of(color);
            u32::from(red) + u32::from(green) + u32::from(blue)
        };
        for name in [ThemeName::Dark, ThemeName::Light, ThemeName::Contrast] {
            let mut buf = Buffer::empty(Rect::new(0, 0, 2, 1));
            draw_bands(&Theme::of(name), buf.area, &mut buf, |x, _| Some(Height { band: 4, of: 7, edge: x == 1 }));
            assert!(brightness(buf[(1, 0)].fg) < brightness(buf[(0, 0)].fg), "{name:?}");
        }
    }

    #[test]
    fn with_colours_a_cell_holds_two_numbers() {
        let buf = drawn(ThemeName::Dark, Ramp::Belief, 2);
        assert_eq!(picture::text(&buf), "▀▀▀▀▀▀\n");
        assert_ne!(buf[(0, 0)].fg, buf[(0, 0)].bg);
    }

    #[test]
    fn a_mark_can_be_read_on_every_ground() {
        for field in [Ramp::Belief, Ramp::Loss, Ramp::Activation] {
            for name in [ThemeName::Dark, ThemeName::Light, ThemeName::Contrast] {
                let mut buf = drawn(name, field, 2);
                for x in 0..6 {
                    mark(&mut buf, Position::new(x, 0), "●", Style::new());
                    let [ink, ground] = [buf[(x, 0)].fg, buf[(x, 0)].bg].map(Rgb::of);
                    let Rgb(red, green, blue) = ink.with(ground, u8::abs_diff);
                    let gap = u32::from(red) + u32::from(green) + u32::from(blue);
                    assert!(gap > 200, "{name:?} {field:?}: {ink:?} on {ground:?}");
                }
            }
        }
    }
}
