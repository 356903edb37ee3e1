//! The chain rule and the step as plain text: full precision, the minus sign of a keyboard.

use std::fmt::Write as _;

use super::whose::{self, Speech};
use super::{account, sentence};
use crate::app::App;
use crate::data::number::exact;
use crate::explain::words::gradients as words;

/// Whose gradient, every line of the chain with every digit, and the sentence.
pub(super) fn text(app: &App) -> String {
    let names = app.run().encoder().input_names();
    let input = |index: usize| names[index].clone();
    let number = exact;
    let signed = |value: f64| {
        let plus = if value > 0.0 { "+" } else { "" };
        format!("{plus}{}", exact(value))
    };
    let speech = Speech { language: app.settings.language, number: &number, signed: &signed, input: &input };
    let mut text = if app.gradients.batch {
        format!("{}\n", whose::batch(app))
    } else {
        format!("{} ({})\n", app.passenger().name, whose::facts(app))
    };
    let _ = writeln!(text, "{}, epoch {}", app.run_name(), app.run().epoch());
    let parameter = app.spot().parameter(app.network());
    if let Some(letter) = account::letter(app, parameter) {
        let name = whose::parameter(app, &speech, parameter);
        let _ = writeln!(text, "{letter} = {name}");
    }
    if let (false, Some(Err(why))) = (app.gradients.batch, app.lens().one()) {
        let _ = writeln!(text, "{}", app.settings.say(words::no_gradient(why)));
        return text;
    }
    for line in account::lines(app, &speech) {
        let _ = match line.value {
            Some(value) => {
                let write = if line.mark.is_signed() { speech.signed } else { speech.number };
                writeln!(text, "{}: {}", line.label.trim(), write(value))
            }
            None => writeln!(text, "{}", line.label.trim()),
        };
    }
    if let Some(why) = sentence::why(app, &speech) {
        let _ = writeln!(text, "{why}");
    }
    text.replace('−', "-").replace('×', "*")
}
