//! How the height of the popup is divided.

use crate::app::App;
use crate::app::core::what_if;

/// How many rows each part has.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowCounts {
    pub fields: u16,
    /// Whether every quantity, the first, or none has a row for its fence.
    pub ticks: u16,
    pub unseen: u16,
    pub blanks: u16,
    pub sum: u16,
    pub others: u16,
    pub people: u16,
}

impl RowCounts {
    /// What fits into so many rows; what helps least goes first.
    pub fn fitting(app: &App, room: u16, tall: bool) -> Self {
        let encoder = app.core.run().encoder();
        let seen = what_if::fields(encoder);
        let quantities = seen.iter().filter(|field| field.is_quantity()).count() as u16;
        let count = seen.len() as u16;
        let unseen = crate::analysis::Attribute::ALL.len() as u16 - count;
        let wide = app.core.network().depth() == 1 && app.core.network().layer(0).inputs > 2;
        let mut plan = Self {
            fields: count,
            ticks: quantities,
            unseen: if tall { unseen } else { unseen.min(1) },
            blanks: 1,
            sum: if wide { 2 } else { 1 },
            others: count.saturating_sub(1).max(1),
            people: what_if::NEIGHBOURS as u16,
        };
        let steps: [fn(&mut Self); 10] = [
            |plan| plan.unseen = plan.unseen.min(1),
            |plan| plan.blanks = 0,
            |plan| plan.ticks = plan.ticks.min(1),
            |plan| plan.others = 1,
            |plan| plan.sum = 1,
            |plan| plan.people = 3,
            |plan| plan.ticks = 0,
            |plan| plan.unseen = 0,
            |plan| plan.others = 0,
            |plan| plan.people = 2,
        ];
        for step in steps {
            if plan.rows() <= room {
                break;
            }
            // More is wanted of the others than is missing: one goes after another.
            while plan.others > 2 && plan.rows() > room {
                plan.others -= 1;
            }
            if plan.rows() > room {
                step(&mut plan);
            }
        }
        if plan.rows() > room {
            plan.fields = plan.fields.saturating_sub(plan.rows() - room).max(1);
        }
        plan
    }

    /// The rows of all parts: two sections, whom it was begun as, p, the flip and the sentence besides.
    pub const fn rows(&self) -> u16 {
        const ALWAYS: u16 = 6;
        self.fields + self.ticks + self.unseen + self.blanks + self.sum + self.others + self.people + ALWAYS
    }
}
