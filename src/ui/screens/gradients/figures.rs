//! Numbers and names as this screen writes them.

use crate::app::App;
use crate::app::gradients::whose::{self, Speech};
use crate::nn::Parameter;
use crate::ui::{describe, numbers};

/// Smaller than this, six decimals say too little.
const SMALL: f64 = 1e-4;

/// A number that flows back, with its sign, in a field: six decimals, or `2.64e−5`.
pub fn flow(value: f64, width: usize) -> String {
    if value == 0.0 || value.abs() >= SMALL || !value.is_finite() {
        return numbers::signed(value, 6, width);
    }
    let sign = if value > 0.0 { "+" } else { "" };
    let text = format!("{sign}{}", numbers::compact(value, width - sign.len()));
    format!("{text:>width$}")
}

/// A value or a step beside others of six decimals, so that now + step = new can be read off.
pub fn six(value: f64, width: usize) -> String {
    if value == 0.0 || value.abs() >= 1e-6 || !value.is_finite() {
        return numbers::signed(value, 6, width);
    }
    flow(value, width)
}

/// The same as [`flow`] without a plus.
pub fn plain(value: f64, width: usize) -> String {
    if value == 0.0 || value.abs() >= SMALL || !value.is_finite() {
        return numbers::fixed(value, 6, width);
    }
    format!("{:>width$}", numbers::compact(value, width))
}

/// A number within a formula or a sentence: all of it where that is short, else six decimals.
pub fn short(value: f64) -> String {
    let whole = numbers::full(value);
    if whole.chars().count() <= 9 {
        whole
    } else if value.abs() >= SMALL {
        numbers::decimal(value, 6)
    } else {
        numbers::compact(value, 9)
    }
}

/// Does something with the names and numbers of the screen.
pub fn with_speech<T>(app: &App, use_it: impl FnOnce(&Speech<'_>) -> T) -> T {
    let input = |index: usize| describe::input(app, index);
    use_it(&Speech {
        language: app.settings.language,
        number: &short,
        input: &input,
    })
}

/// A parameter's short name: `w₁`, `age→h2`.
pub fn name(app: &App, parameter: Parameter) -> String {
    with_speech(app, |speech| whose::parameter(app, speech, parameter))
}

/// The name with what it multiplies where the name does not say it: `w₁ age`.
pub fn long_name(app: &App, parameter: Parameter) -> String {
    with_speech(app, |speech| {
        let name = whose::parameter(app, speech, parameter);
        if app.network().depth() > 1 {
            return name;
        }
        format!("{name} {}", whose::source(app, speech, parameter))
    })
}
