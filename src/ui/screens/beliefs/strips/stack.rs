//! A stack of people, one mark a person: discs or half blocks where there is room, else Braille dots; what does not fit is
//! counted.

use crate::ui::widgets::plot::BITS;

/// How the dots of a stack lie in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Packing {
    /// Dots side by side, 1 or 2.
    abreast: usize,
    /// Dots one above the other, 1, 2 or 4.
    levels: usize,
}

impl Packing {
    /// As low as can be.
    pub const DENSE: Self = Self { abreast: 2, levels: 4 };
    /// From the highest towers to the lowest; high ones read better where there is room.
    pub const ALL: [Self; 4] =
        [Self { abreast: 1, levels: 1 }, Self { abreast: 1, levels: 2 }, Self { abreast: 1, levels: 4 }, Self::DENSE];

    /// People in a full cell.
    pub const fn per_cell(self) -> usize {
        self.abreast * self.levels
    }
}

/// The people of one cell of the strip, stacked away from it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stack {
    people: usize,
    rows: u16,
    packing: Packing,
    /// How many do not fit; their cell holds `+` instead of dots.
    pub beyond: usize,
}

impl Stack {
    /// So many people in so many rows of cells.
    pub fn new(people: usize, rows: u16, packing: Packing) -> Self {
        let fits = usize::from(rows) * packing.per_cell();
        let beyond = if people > fits { people - (fits.saturating_sub(packing.per_cell())) } else { 0 };
        Self { people, rows, packing, beyond }
    }

    /// What stands in a row of cells, counted from the strip; none where the stack has ended.
    pub fn glyph(&self, row: u16, is_above: bool) -> Option<char> {
        if self.beyond > 0 && row + 1 == self.rows {
            return Some('+');
        }
        let Packing { abreast, levels } = self.packing;
        let per_cell = self.packing.per_cell();
        let here = self.people.saturating_sub(usize::from(row) * per_cell);
        // Where a person has much room, a larger mark.
        match (levels, here, is_above) {
            (1, 1.., _) => return Some('●'),
            (2, 1, true) => return Some('▄'),
            (2, 1, false) => return Some('▀'),
            (2, 2.., _) => return Some('█'),
            _ => {}
        }
        let mut bits = 0_u8;
        for dot in 0..here.min(per_cell) {
            let level = dot / abreast * (4 / levels);
            let line = if is_above { 3 - level } else { level };
            // Whoever has a level to themselves is as wide as the cell.
            bits |= if abreast == 1 { BITS[line][0] | BITS[line][1] } else { BITS[line][dot % abreast] };
        }
        char::from_u32(0x2800 + u32::from(bits)).filter(|_| bits != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dots(stack: &Stack) -> u32 {
        let glyphs = (0..stack.rows).filter_map(|row| stack.glyph(row, true));
        let dots = glyphs.filter(|&glyph| glyph != '+');
        dots.map(|glyph| match glyph {
            '●' | '▄' | '▀' => 1,
            '█' => 2,
            braille => (braille as u32 - 0x2800).count_ones() / if stack.packing.abreast == 1 { 2 } else { 1 },
        })
        .sum()
    }

    #[test]
    fn one_dot_is_one_person_and_the_rest_is_counted() {
        for people in 0..40 {
            for rows in 1..5 {
                for packing in Packing::ALL {
                    let stack = Stack::new(people, rows, packing);
                    assert_eq!(dots(&stack) as usize + stack.beyond, people);
                    let has_plus = stack.glyph(rows - 1, true) == Some('+');
                    assert_eq!(has_plus, stack.beyond > 0);
                }
            }
        }
    }

    #[test]
    fn stacks_grow_away_from_the_strip() {
        assert_eq!(Stack::new(1, 1, Packing::DENSE).glyph(0, true), Some('⡀'));
        assert_eq!(Stack::new(1, 1, Packing::DENSE).glyph(0, false), Some('⠁'));
        assert_eq!(Stack::new(5, 1, Packing::DENSE).glyph(0, true), Some('⣦'));
        assert_eq!(Stack::new(9, 2, Packing::DENSE).glyph(1, false), Some('⠁'));
        assert_eq!(Stack::new(0, 1, Packing::DENSE).glyph(0, true), None);
    }
}
