//! The columns of the table, which of them there is room for, and how the numbers of each are written.

use crate::analysis::gradient::{Step, Terms};
use crate::app::App;
use crate::explain::numbers::Digits;
use crate::explain::update::Stage;
use crate::explain::words::gradients as words;
use crate::nn::Parameter;
use crate::ui::prelude::*;

/// Cells of a column of numbers.
pub(super) const NUMBER: usize = 9;
/// The gradient's, one more.
pub(super) const GRADIENT: usize = 10;
/// The check's, where it has a heading.
const CHECK: usize = 5;
/// Longest name shown whole.
const MOST_NAME: usize = 12;

/// What a column holds, from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// The value before the step.
    Now,
    /// What it multiplies.
    Input,
    /// What that makes.
    Product,
    /// δ of the neuron it feeds.
    Delta,
    Gradient,
    /// Whether the gradient agrees with a difference quotient.
    Check,
    /// The velocity, or the mean of gradients.
    First,
    /// The mean of squared gradients.
    Second,
    /// How far it moves.
    Step,
    /// The value after the step.
    New,
}

/// Which columns there is room for.
pub(super) struct Columns {
    /// Cells of the name.
    pub name: usize,
    /// Whether names say what is multiplied.
    long: bool,
    /// Whether the check has a heading.
    pub heads_check: bool,
    /// The others.
    pub shown: Vec<Holds>,
}

impl Columns {
    /// What fits into so many cells.
    pub fn of(app: &App, width: usize) -> Self {
        let (first, second) = app.core.run().recipe().optimizer().keeps();
        let mut shown = vec![Holds::Now];
        if app.screens.gradients.shows(Stage::Gradient) {
            shown.extend([Holds::Gradient, Holds::Check]);
            if app.screens.gradients.shows(Stage::Update) {
                shown.extend(first.then_some(Holds::First));
                shown.extend(second.then_some(Holds::Second));
                shown.extend([Holds::Step, Holds::New]);
            }
        } else {
            shown.extend([Holds::Input, Holds::Product, Holds::Delta]);
        }
        let mut columns = Self { name: 0, long: true, heads_check: true, shown };
        columns.name = columns.longest_name(app);
        // What can be told from other columns goes first; what the sentence starts from stays.
        let give_up: [fn(&mut Self); 9] = [
            |columns| columns.heads_check = false,
            |columns| columns.shown.retain(|&of| of != Holds::Product),
            |columns| columns.shown.retain(|&of| of != Holds::Delta),
            |columns| columns.shown.retain(|&of| of != Holds::Step),
            |columns| columns.long = false,
            |columns| columns.shown.retain(|&of| of != Holds::Second),
            |columns| columns.shown.retain(|&of| of != Holds::First),
            |columns| columns.shown.retain(|&of| of != Holds::New),
            |columns| columns.shown.retain(|&of| of != Holds::Input),
        ];
        for give_up in give_up {
            if columns.width(app) > width {
                give_up(&mut columns);
                columns.name = columns.longest_name(app);
            }
        }
        let over = columns.width(app).saturating_sub(width);
        if over > 0 {
            columns.name = columns.name.saturating_sub(over).max(3);
        }
        columns
    }

    /// Cells of a column.
    pub fn cells(&self, app: &App, of: Holds) -> usize {
        match of {
            Holds::Gradient => GRADIENT,
            Holds::Check if self.heads_check => CHECK,
            Holds::Check => text::width(super::super::agrees(app)),
            Holds::Now
            | Holds::Input
            | Holds::Product
            | Holds::Delta
            | Holds::First
            | Holds::Second
            | Holds::Step
            | Holds::New => NUMBER,
        }
    }

    /// What the columns of one person hold, in words, as far as the steps have come.
    pub fn say(&self, app: &App) -> Vec<&'static str> {
        let says = [
            (Holds::Input, Stage::Forward, words::INPUT_SAYS),
            (Holds::Product, Stage::Forward, words::PRODUCT_SAYS),
            (Holds::Delta, Stage::Delta, words::DELTA_SAYS),
        ];
        let is_shown = |of, stage| self.shown.contains(&of) && app.screens.gradients.shows(stage);
        let says = says.into_iter().filter(|&(of, stage, _)| is_shown(of, stage));
        says.map(|(_, _, word)| app.core.settings.say(word)).collect()
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

    /// Cells of all of them.
    pub fn width(&self, app: &App) -> usize {
        1 + self.name + self.shown.iter().map(|&of| 1 + self.cells(app, of)).sum::<usize>()
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
            let values = steps.iter().flat_map(|step| parameters.iter().map(|&index| value(&step.terms(index))));
            Digits::of(values, cells)
        };
        Self {
            gradient: column(|terms| terms.gradient, GRADIENT),
            first: column(|terms| terms.first.map_or(0.0, |(_, after)| after), NUMBER),
            second: column(|terms| terms.second.map_or(0.0, |(_, after)| after), NUMBER),
            step: column(Terms::step, NUMBER),
        }
    }
}
