//! The columns of the table, which of them there is room for, and how the numbers of each are written.

use crate::analysis::gradient::{Step, Terms};
use crate::app::App;
use crate::explain::numbers::Digits;
use crate::nn::Parameter;
use crate::ui::text;

/// Cells of a column of numbers, with the blank before it.
pub(super) const NUMBER: usize = 10;
/// The gradient's, one more.
pub(super) const GRADIENT: usize = 11;
/// The check's, where it has a heading.
pub(super) const CHECK: usize = 6;
/// Longest name shown whole.
const MOST_NAME: usize = 12;

/// Which columns there is room for.
#[expect(clippy::struct_excessive_bools, reason = "each is a column of its own")]
pub(super) struct Columns {
    /// Cells of the name.
    pub name: usize,
    /// Whether names say what is multiplied.
    long: bool,
    /// The value before the step.
    pub now: bool,
    /// Cells of the check.
    pub check: usize,
    /// The velocity, or the mean of gradients.
    pub first: bool,
    /// The mean of squared gradients.
    pub second: bool,
    /// How far it moves.
    pub step: bool,
    /// The value after the step.
    pub new: bool,
}

impl Columns {
    /// What fits into so many cells.
    pub fn of(app: &App, width: usize) -> Self {
        let (first, second) = app.core.run().recipe().optimizer().keeps();
        let mut columns = Self { name: 0, long: true, now: true, check: CHECK, first, second, step: true, new: true };
        columns.name = columns.longest_name(app);
        let mark = 1 + text::width(super::super::agrees(app));
        // What can be told from other columns goes first; what the sentence starts from stays.
        let give_up: [&dyn Fn(&mut Self); 6] = [
            &|columns| columns.check = mark,
            &|columns| columns.step = false,
            &|columns| columns.long = false,
            &|columns| columns.second = false,
            &|columns| columns.first = false,
            &|columns| columns.new = false,
        ];
        for give_up in give_up {
            if columns.width() > width {
                give_up(&mut columns);
                columns.name = columns.longest_name(app);
            }
        }
        if columns.width() > width {
            let over = columns.width() - width;
            columns.name = columns.name.saturating_sub(over).max(3);
        }
        columns
    }

    /// The name of a parameter as the column has it. Where it is too long, what it comes from is cut:
    /// without its end it would be the name of others.
    pub fn name_of(&self, app: &App, parameter: Parameter) -> String {
        let whole = self.whole_name(app, parameter);
        if text::width(&whole) <= self.name {
            return whole;
        }
        let (from, to) = app.core.names().ends(parameter);
        let room = self.name.saturating_sub(text::width(&to));
        format!("{}{to}", text::cut(&from, room))
    }

    fn whole_name(&self, app: &App, parameter: Parameter) -> String {
        if self.long { app.core.names().spelt(parameter) } else { app.core.names().parameter(parameter) }
    }

    fn longest_name(&self, app: &App) -> usize {
        let network = app.core.network();
        // Names of far layers are as long as those of near ones.
        let some = network.parameters().len().min(400);
        let names = (0..some).map(|index| self.whole_name(app, network.parameter_at(index)));
        let longest = names.map(|name| text::width(&name)).max();
        longest.unwrap_or(4).min(MOST_NAME)
    }

    fn width(&self) -> usize {
        let optional = [self.now, self.first, self.second, self.step, self.new];
        let optional = optional.into_iter().filter(|shown| *shown).count();
        1 + self.name + GRADIENT + self.check + optional * NUMBER
    }
}

/// How the numbers of each column are written: with the same digits in all its rows.
#[derive(Clone, Copy)]
pub(super) struct Written {
    /// The gradient's.
    pub gradient: Digits,
    /// The velocity's, or the mean of gradients'.
    pub first: Digits,
    /// The mean of squared gradients'.
    pub second: Digits,
    /// The step's.
    pub step: Digits,
}

impl Written {
    /// What suits some parameters of some steps.
    pub fn of(steps: &[&Step], parameters: &[usize]) -> Self {
        let column = |value: fn(&Terms) -> f64, cells: usize| {
            let values = steps.iter().flat_map(|step| {
                let of_step = |&index: &usize| value(&step.terms(index));
                parameters.iter().map(of_step)
            });
            Digits::of(values, cells - 1)
        };
        Self {
            gradient: column(|terms| terms.gradient, GRADIENT),
            first: column(|terms| terms.first.map_or(0.0, |(_, after)| after), NUMBER),
            second: column(|terms| terms.second.map_or(0.0, |(_, after)| after), NUMBER),
            step: column(Terms::step, NUMBER),
        }
    }
}
