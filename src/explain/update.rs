//! The account of an update: the chain rule with its numbers, line by line, for one parameter, from the loss
//! back to the parameter, its check, and the optimiser's terms; and why it changes, in a sentence. The screen
//! shows it, `y` copies it.

mod account;
mod factor;
mod sentence;

use strum::VariantArray;

use self::account::Account;
use self::sentence::Sentence;
use super::names::Names;
use super::numbers;
use super::words::{Word, gradients as words, texts};
use crate::analysis::gradient::{BatchRows, Check, PersonGradient, Pulls, Step};
use crate::data::Passenger;
use crate::data::number::exact;
use crate::nn::Parameter;
use crate::training::Run;

texts!("gradients.Stage.word");
texts!("gradients.Stage.says");

/// A micro-step of one update; each shows what the ones before it show, and more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, VariantArray)]
pub enum Stage {
    /// The network answers.
    #[default]
    Forward,
    /// The answer is compared with what became of the person.
    Loss,
    /// The error goes back to every neuron.
    Delta,
    /// Every parameter gets its share.
    Gradient,
    /// The optimiser moves the parameters.
    Update,
}

impl Stage {
    /// All of them in order.
    pub const ALL: &[Self] = Self::VARIANTS;
}

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

/// A line of the account.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The micro-step from which on it is shown.
    pub stage: Stage,
    /// What it is, and how it comes about.
    pub label: String,
    /// The number.
    pub value: Option<f64>,
    /// How the number is to be taken.
    pub mark: Mark,
}

/// Whose gradient it is.
#[derive(Debug, Clone, Copy)]
pub enum Whose<'a> {
    /// The passenger alone.
    Person(&'a PersonGradient),
    /// The rows of the next step, and who of them pulls the parameter.
    Batch(&'a BatchRows, &'a Pulls),
}

/// What the account is of.
#[derive(Debug, Clone, Copy)]
pub struct Update<'a> {
    /// The run that takes the step.
    pub run: &'a Run,
    /// The selected passenger.
    pub passenger: Passenger<'a>,
    /// The parameter that changes.
    pub parameter: Parameter,
    /// Whose gradient moves it.
    pub whose: Whose<'a>,
    /// The step.
    pub step: &'a Step,
    /// The gradient once more, once it is computed.
    pub check: Option<Check>,
    /// How names and numbers are written: for the screen, or with every digit to be copied.
    pub names: Names<'a>,
}

impl Update<'_> {
    fn say(&self, word: Word) -> String {
        self.names.language.say(word).to_owned()
    }

    fn fill<S: AsRef<str>>(&self, word: Word, values: &[S]) -> String {
        self.names.language.fill(word, values)
    }

    /// A number within a formula: a factor, with no sign above zero.
    fn number(&self, value: f64) -> String {
        if self.names.is_copy { exact(value) } else { numbers::short(value) }
    }

    /// A parameter, or what pushes it: always with its sign.
    fn signed(&self, value: f64) -> String {
        let plus = if value > 0.0 { "+" } else { "" };
        format!("{plus}{}", self.number(value))
    }

    /// The account, line by line.
    pub fn lines(&self) -> Vec<Entry> {
        Account::of(self)
    }

    /// Why the parameter changes, or stays.
    pub fn why(&self) -> String {
        Sentence::of(self).why()
    }

    /// The account as text, with the sentence at its end: the minus sign of a keyboard.
    pub fn copied(&self) -> String {
        let line = |line: Entry| match line.value {
            Some(value) if line.mark == Mark::None => format!("{}: {}\n", line.label.trim(), self.number(value)),
            Some(value) => format!("{}: {}\n", line.label.trim(), self.signed(value)),
            None => format!("{}\n", line.label.trim()),
        };
        let lines: String = self.lines().into_iter().map(line).collect();
        format!("{lines}{}\n", self.why())
    }
}
