//! The chain rule with its numbers, line by line, for the parameter pointed at: from the loss back to
//! the parameter, its check, and the optimiser's terms. The screen shows it, `y` copies it.

mod back;
mod batch;
mod update;

use super::Stage;
use super::whose::{self, Speech};
use crate::app::App;
use crate::nn::Parameter;

/// What stands at the end of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mark {
    /// Nothing.
    None,
    /// Something that flows back: it has a sign and a hue.
    Flow,
    /// The value of a parameter: it has a sign.
    Parameter,
    /// A gradient once more, and the check agrees.
    Agrees,
    /// A gradient once more, and the check differs, or there is a corner.
    Differs,
}

impl Mark {
    /// Whether the number has a plus where it is above zero: parameters have, and all that pushes them.
    pub const fn is_signed(self) -> bool {
        !matches!(self, Self::None)
    }
}

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The micro-step from which on it is shown.
    pub stage: Stage,
    /// What it is, and how it comes about.
    pub label: String,
    /// The number.
    pub value: Option<f64>,
    /// How the number is to be taken.
    pub mark: Mark,
}

/// The lines of one account being written.
struct Account<'a> {
    app: &'a App,
    speech: &'a Speech<'a>,
    parameter: Parameter,
    name: String,
    lines: Vec<Line>,
}

/// The account for what is looked at, the person or the batch; empty where there is no gradient.
pub fn lines(app: &App, speech: &Speech<'_>) -> Vec<Line> {
    let parameter = app.spot().parameter(app.network());
    let mut account = Account {
        app,
        speech,
        parameter,
        name: letter(app, parameter).map_or_else(|| whose::parameter(app, speech, parameter), str::to_owned),
        lines: Vec::new(),
    };
    let lens = app.lens();
    let index = app.network().index(parameter);
    match (app.gradients.batch, lens.one(), lens.batch()) {
        (true, _, Some(batch)) => {
            account.of_batch(batch);
            account.check(batch.check(index), batch.rows.rows.len());
            account.update(&batch.step, index);
        }
        (false, Some(Ok(one)), _) => {
            account.of_person(one);
            account.check(one.check(index), 1);
            account.update(&one.step, index);
        }
        _ => {}
    }
    account.lines
}

/// What stands for the parameter in lines that have no room for its name, which a deeper network's have
/// not: the title says of what.
pub fn letter(app: &App, parameter: Parameter) -> Option<&'static str> {
    (app.network().depth() > 1).then_some(match parameter {
        Parameter::Weight { .. } => "w",
        Parameter::Bias { .. } => "b",
    })
}

impl Account<'_> {
    fn put(&mut self, stage: Stage, label: impl Into<String>, value: f64, mark: Mark) {
        self.lines.push(Line { stage, label: label.into(), value: Some(value), mark });
    }

    fn say(&mut self, stage: Stage, label: String) {
        self.lines.push(Line { stage, label, value: None, mark: Mark::None });
    }

    fn word(&self, word: crate::explain::words::Word) -> String {
        self.speech.language.say(word).to_owned()
    }

    fn fill(&self, word: crate::explain::words::Word, value: &str) -> String {
        self.speech.language.fill(word, &[value])
    }

    fn number(&self, value: f64) -> String {
        (self.speech.number)(value)
    }
}

/// How many lines there are, and how many of them the micro-steps have reached.
pub fn count(app: &App) -> (usize, usize) {
    let nothing = |_: f64| String::new();
    let speech =
        Speech { language: app.settings.language, number: &nothing, signed: &nothing, input: &|_| String::new() };
    let lines = lines(app, &speech);
    let reached = |line: &&Line| app.gradients.shows(line.stage);
    (lines.len(), lines.iter().filter(reached).count())
}
