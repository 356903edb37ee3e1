//! Setting the network's numbers by hand: which ones, to what, and how a nudge becomes a number.
//! Knows numbers, not runs; the branch that begins with the first change is `editing`' business.

use crate::app::core::text_field::TextField;
use crate::nn::{Parameter, math};

/// The largest number that can be set, either way: far more than any network needs.
const MOST: f64 = 1e6;

/// What is wrong with what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberProblem {
    /// It is the beginning of a number.
    Unfinished,
    /// It is no number.
    NoNumber,
    /// It is beyond `MOST`.
    TooLarge,
    /// With it, the network's sums are no longer finite.
    Overflows,
}

/// One number under the hand.
#[derive(Debug, Clone, PartialEq)]
pub struct Hold {
    /// Which one.
    pub parameter: Parameter,
    /// Its value before.
    pub start: f64,
    /// The smallest step.
    pub step: f64,
    /// What was typed, or the start: where the steps are counted from.
    base: f64,
    /// Steps made from there.
    steps: i64,
}

impl Hold {
    fn new(parameter: Parameter, start: f64, typical_input: f64) -> Self {
        Self { parameter, start, step: step_for(typical_input), base: start, steps: 0 }
    }

    /// Its value now. Steps are taken on round numbers, and back at none it is the value it began
    /// with, to the last bit.
    pub fn value(&self) -> f64 {
        if self.steps == 0 { self.base } else { tidy(self.base + self.steps as f64 * self.step) }
    }

    /// Whether it has another value than before.
    fn is_changed(&self) -> bool {
        self.value().to_bits() != self.start.to_bits()
    }
}

/// The power of ten that moves the sum of a typical row by no more than a twentieth.
fn step_for(typical_input: f64) -> f64 {
    let wanted = 0.05 / typical_input.abs().clamp(1e-3, 1e6);
    let exponent = math::log10(wanted).floor();
    // Negative powers as divisions are the nearest numbers to what is printed.
    if exponent < 0.0 { 1.0 / math::pow(10.0, -exponent) } else { math::pow(10.0, exponent) }
}

/// Without the dust that adding decimal fractions leaves behind.
fn tidy(value: f64) -> f64 {
    format!("{value:.12}").parse().unwrap_or(value)
}

/// The numbers set since the editor was opened, and the one it stands on.
#[derive(Debug, Clone)]
pub struct Editor {
    holds: Vec<Hold>,
    at: usize,
    typed: Option<TextField>,
    problem: Option<NumberProblem>,
    /// The place of the run that is changed.
    pub base: usize,
    /// The place of the branch, once it has begun.
    pub draft: Option<usize>,
    /// The most test rows right in this session, with the numbers that made it so.
    best: Option<(u32, Vec<Hold>)>,
}

impl Editor {
    /// An editor on a parameter of the run at `base`.
    pub(in crate::app) fn new(base: usize, parameter: Parameter, start: f64, typical_input: f64) -> Self {
        Self {
            holds: vec![Hold::new(parameter, start, typical_input)],
            at: 0,
            typed: None,
            problem: None,
            base,
            draft: None,
            best: None,
        }
    }

    /// The number under the hand.
    pub fn hold(&self) -> &Hold {
        &self.holds[self.at]
    }

    fn hold_mut(&mut self) -> &mut Hold {
        &mut self.holds[self.at]
    }

    /// Goes on to another parameter, whose value in the run that is changed is `start`.
    pub(in crate::app) fn go_on(&mut self, parameter: Parameter, start: f64, typical_input: f64) {
        self.end_typing();
        let known = self.holds.iter().position(|hold| hold.parameter == parameter);
        self.at = known.unwrap_or_else(|| {
            self.holds.push(Hold::new(parameter, start, typical_input));
            self.holds.len() - 1
        });
    }

    /// What is being typed, while it is.
    pub const fn typed(&self) -> Option<&TextField> {
        self.typed.as_ref()
    }

    /// The field the keys go to, beginning with `text` where nothing is being typed yet.
    pub(in crate::app) fn typing(&mut self, text: &str) -> &mut TextField {
        self.typed.get_or_insert_with(|| TextField::new(text))
    }

    /// What is wrong with what was typed.
    pub const fn problem(&self) -> Option<NumberProblem> {
        self.problem
    }

    /// Says what is wrong with the number as it stands.
    pub(in crate::app) const fn object(&mut self, problem: NumberProblem) {
        self.problem = Some(problem);
    }

    /// Takes over what was typed, where it is a number; else the number stays as it was.
    pub(in crate::app) fn take_typed(&mut self) {
        let Some(field) = &self.typed else { return };
        match parse(field.text()) {
            Ok(value) => {
                self.problem = None;
                let hold = self.hold_mut();
                (hold.base, hold.steps) = (value, 0);
            }
            Err(problem) => self.problem = Some(problem),
        }
    }

    /// Puts the number itself in the place of what was typed.
    pub(in crate::app) fn end_typing(&mut self) {
        self.typed = None;
        self.problem = None;
    }

    /// Moves the number by so many steps.
    pub(in crate::app) fn nudge(&mut self, steps: i64) {
        self.end_typing();
        let hold = self.hold_mut();
        let before = hold.steps;
        hold.steps += steps;
        if hold.value().abs() > MOST {
            hold.steps = before;
        }
    }

    /// Sets the number back to what it was before.
    pub(in crate::app) fn go_to_start(&mut self) {
        self.end_typing();
        let hold = self.hold_mut();
        (hold.base, hold.steps) = (hold.start, 0);
    }

    /// All that differs from the run that is changed.
    pub(in crate::app) fn changes(&self) -> Vec<(Parameter, f64)> {
        let changed = self.holds.iter().filter(|hold| hold.is_changed());
        changed.map(|hold| (hold.parameter, hold.value())).collect()
    }

    /// Remembers how many test rows are right now; true where that is the most so far.
    pub(in crate::app) fn score(&mut self, correct: u32) -> bool {
        let more = self.best.as_ref().is_none_or(|(best, _)| correct > *best);
        if more {
            self.best = Some((correct, self.holds.clone()));
        }
        more
    }

    /// The most test rows right since the editor was opened.
    pub fn best(&self) -> Option<u32> {
        self.best.as_ref().map(|&(best, _)| best)
    }

    /// Sets all numbers to those that made the most test rows right.
    pub(in crate::app) fn go_to_best(&mut self) {
        self.end_typing();
        if let Some((_, holds)) = self.best.clone() {
            let here = self.hold().parameter;
            // What has been touched since then goes back to its start.
            for hold in &mut self.holds {
                let best = holds.iter().find(|best| best.parameter == hold.parameter);
                if let Some(best) = best {
                    *hold = best.clone();
                } else {
                    (hold.base, hold.steps) = (hold.start, 0);
                }
            }
            self.at = self.holds.iter().position(|hold| hold.parameter == here).unwrap_or(0);
        }
    }
}

/// A number as people type it: with the minus of a keyboard or of a book, with a point or a comma.
fn parse(text: &str) -> Result<f64, NumberProblem> {
    let plain = text.trim().replace(['−', '–'], "-").replace(',', ".");
    let unfinished = matches!(plain.as_str(), "" | "-" | "+" | "." | "-." | "+.")
        || plain.ends_with(['e', 'E'])
        || plain.ends_with("e-")
        || plain.ends_with("E-");
    if unfinished {
        return Err(NumberProblem::Unfinished);
    }
    match plain.parse::<f64>() {
        Ok(value) if !value.is_finite() || value.abs() > MOST => Err(NumberProblem::TooLarge),
        Ok(value) => Ok(value),
        Err(_) => Err(NumberProblem::NoNumber),
    }
}

/// Whether a character can stand in a number.
pub(in crate::app) const fn is_of_a_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '−' | '+' | 'e' | 'E')
}

#[cfg(test)]
mod tests {
    use super::*;

    const AGE: Parameter = Parameter::Weight { layer: 0, neuron: 0, input: 0 };
    const BIAS: Parameter = Parameter::Bias { layer: 0, neuron: 0 };

    fn typed(text: &str) -> Editor {
        let mut edit = Editor::new(0, AGE, 0.5, 1.0);
        edit.typing(text);
        edit.take_typed();
        edit
    }

    #[test]
    fn numbers_are_taken_as_people_write_them_to_the_last_digit() {
        for (text, value) in [
            ("−0.016852", -0.016_852),
            ("-0,5", -0.5),
            (" 1e-3 ", 0.001),
            ("+2", 2.0),
            ("0.30000000000000004", 0.1 + 0.2),
        ] {
            assert_eq!(typed(text).hold().value().to_bits(), f64::to_bits(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_leaves_the_number_alone_and_says_why() {
        for (text, problem) in [
            ("-", NumberProblem::Unfinished),
            ("", NumberProblem::Unfinished),
            ("1e", NumberProblem::Unfinished),
            ("1.2.3", NumberProblem::NoNumber),
            ("--1", NumberProblem::NoNumber),
            ("1e7", NumberProblem::TooLarge),
            ("1e999", NumberProblem::TooLarge),
        ] {
            let edit = typed(text);
            assert_eq!(edit.problem(), Some(problem), "{text}");
            assert!(!edit.hold().is_changed(), "{text}");
        }
    }

    #[test]
    fn nudges_leave_no_dust_and_lead_back_to_the_very_same_bits() {
        let start = -0.095_173_482_900_123_45;
        let mut edit = Editor::new(0, AGE, start, 1.0);
        assert_eq!(edit.hold().step, 0.01);
        edit.nudge(30);
        assert_eq!(edit.hold().value(), 0.204_826_517_100);
        edit.nudge(-30);
        assert_eq!(edit.hold().value().to_bits(), start.to_bits());
        assert!(edit.changes().is_empty());
    }

    #[test]
    fn a_step_fits_what_comes_in() {
        assert_eq!(step_for(32.0), 0.001, "raw ages");
        assert_eq!(step_for(1.0), 0.01, "scaled ages, the bias");
        assert_eq!(step_for(0.594), 0.01, "sex");
        assert_eq!(step_for(0.0), 10.0, "an input that is always 0");
    }

    #[test]
    fn the_best_numbers_of_the_session_come_back_together() {
        let mut edit = Editor::new(0, AGE, 0.0, 1.0);
        edit.nudge(1);
        assert!(edit.score(200));
        edit.go_on(BIAS, 1.0, 1.0);
        edit.nudge(5);
        assert!(!edit.score(190));
        edit.go_to_best();
        assert_eq!(edit.changes(), [(AGE, 0.01)]);
        assert_eq!(edit.hold().parameter, BIAS, "the editor stays where it stands");
        assert_eq!(edit.best(), Some(200));
    }

    #[test]
    fn no_nudge_leaves_what_can_be_set() {
        let mut edit = Editor::new(0, AGE, 999_999.995, 1.0);
        edit.nudge(100);
        assert_eq!(edit.hold().value(), 999_999.995);
    }
}
