//! Where the strips, their stacks of people and the lines below them go.

use std::ops::Range;

use super::stack::Packing;
use crate::analysis::beliefs::{Fate, YEARS};
use crate::app::App;
use crate::data::Sex;
use crate::ui::prelude::*;

/// Sexes from top to bottom.
pub(super) const SEXES: [Sex; 2] = [Sex::Female, Sex::Male];
/// Cells of the labels where there are few.
const LABELS: u16 = 7;
/// The year at which a short strip ends with a cell for all who are older.
const SHORT: u16 = 70;
/// Lines below the strips.
const FOOT: u16 = 5;
/// Cells of the span of p at the right.
const RIGHT: u16 = 20;

/// Where everything goes.
pub(super) struct StripPlan {
    /// The first cell of both strips.
    pub left: u16,
    /// Cells a year.
    pub per_year: u16,
    /// Cells for years, the last of which takes all who are older.
    pub years: u16,
    /// Rows a strip is thick.
    pub thick: u16,
    /// How the dots of a stack lie.
    pub packing: Packing,
    /// Rows for those who lived and for those who died, women first.
    pub rows: [[u16; 2]; 2],
    /// The row of the labels of the flips, women first.
    pub tops: [u16; 2],
    /// The row of the ages.
    pub axis: u16,
    /// The first of the lines below.
    pub foot: u16,
    /// Whether p's span stands at the right.
    pub has_right: bool,
}

impl StripPlan {
    pub fn of(app: &App, inner: Rect) -> Self {
        let all = YEARS as u16;
        let labels = if inner.width >= 100 { 10 } else { LABELS };
        let room = inner.width.saturating_sub(labels);
        let per_year = if room >= 2 * all { 2 } else { 1 };
        let years = if room >= per_year * all { all } else { SHORT + 1 };
        let cells = per_year * (years - 1) + 1;
        let mut plan = Self {
            left: labels,
            per_year,
            years,
            thick: 1,
            packing: Packing::DENSE,
            rows: [[1; 2]; 2],
            tops: [0; 2],
            axis: 0,
            foot: 0,
            has_right: room >= cells + per_year + RIGHT,
        };
        plan.divide(app, inner.height);
        plan
    }

    /// Divides the height: stacks as high as they need first, then thicker strips and air.
    fn divide(&mut self, app: &App, height: u16) {
        // Both strips, both rows of flips, the ages, the lines below.
        let fixed = 2 + 2 + 1 + FOOT;
        let room = height.saturating_sub(fixed);
        let total = |rows: [[u16; 2]; 2]| rows.iter().flatten().sum::<u16>();
        for packing in Packing::ALL {
            self.packing = packing;
            self.rows = self.needed(app);
            if total(self.rows) + 2 <= room {
                break;
            }
        }
        while total(self.rows) > room.max(4) {
            let highest = self.rows.iter_mut().flatten().max_by_key(|rows| **rows);
            *highest.expect("there are four") -= 1;
        }
        let mut spare = room.saturating_sub(total(self.rows));
        // A second row makes room for the word under the count of those who died.
        for rows in &mut self.rows {
            if spare > 0 && rows[1] < 2 {
                rows[1] += 1;
                spare -= 1;
            }
        }
        let mut take = |most: u16, each: u16| {
            let taken = (spare / each).min(most);
            spare -= taken * each;
            taken
        };
        self.thick = 1 + take(1, 2);
        let gap = take(1, 1);
        let air = take(1, 1);
        self.thick += take(1, 2);
        let gap = gap + take(1, 1);
        let top = take(1, 1);
        self.thick += take(2, 2);
        let (gap, top) = (gap + take(2, 1), top + take(2, 1));
        self.thick += take(2, 2);
        let women = 1 + self.rows[0][0] + self.thick + self.rows[0][1];
        self.tops = [top, top + women + gap];
        let men = 1 + self.rows[1][0] + self.thick + self.rows[1][1];
        self.axis = self.tops[1] + men;
        self.foot = self.axis + 1 + air;
    }

    /// Rows each stack needs, women first.
    fn needed(&self, app: &App) -> [[u16; 2]; 2] {
        let crowd = &app.screens.beliefs.picture(&app.core).crowd;
        SEXES.map(|sex| {
            [Fate::Lived, Fate::Died].map(|fate| {
                let counts = (0..self.cells()).map(|cell| crowd.count(sex, fate, self.halves(cell)));
                let rows = counts.max().unwrap_or(0).div_ceil(self.packing.per_cell());
                u16::try_from(rows).unwrap_or(u16::MAX / 8).clamp(1, u16::MAX / 8)
            })
        })
    }

    /// Cells of a strip.
    pub const fn cells(&self) -> u16 {
        if self.years as usize == YEARS { self.per_year * self.years } else { self.per_year * (self.years - 1) + 1 }
    }

    /// The half-years a cell stands for.
    pub fn halves(&self, cell: u16) -> Range<usize> {
        let per_cell = usize::from(2 / self.per_year);
        let first = usize::from(cell) * per_cell;
        let is_last = cell + 1 == self.cells() && usize::from(self.years) < YEARS;
        first..if is_last { 2 * YEARS } else { first + per_cell }
    }

    /// The cell of an age.
    pub fn cell(&self, age: f64) -> u16 {
        let cell = (age.max(0.0) * f64::from(self.per_year)) as u16;
        cell.min(self.cells() - 1)
    }

    /// The first row of a strip; rows count from the top of the panel's inside.
    pub const fn strip(&self, place: usize) -> u16 {
        self.tops[place] + 1 + self.rows[place][0]
    }
}
