//! The chain rule and the step as plain text: full precision, the minus sign of a keyboard.

use std::fmt::Write as _;

use super::whose;
use crate::app::App;
use crate::explain::update::Speech;
use crate::explain::words::gradients as words;

/// Whose gradient, every line of the chain with every digit, and the sentence.
pub(super) fn text(app: &App) -> String {
    let speech = Speech { names: app.names(), is_copy: true };
    let mut text = if app.gradients.batch {
        format!("{}\n", whose::batch(app))
    } else {
        format!("{} ({})\n", app.passenger().name, whose::facts(app))
    };
    let _ = writeln!(text, "{}, epoch {}", app.run_name(), app.run().epoch());
    let parameter = app.spot().parameter(app.network());
    if let Some(letter) = speech.letter(parameter) {
        let _ = writeln!(text, "{letter} = {}", speech.parameter(parameter));
    }
    if let (false, Some(Err(why))) = (app.gradients.batch, app.lens().one()) {
        let _ = writeln!(text, "{}", app.settings.say(words::no_gradient(why)));
        return text;
    }
    text += &app.account(speech).map_or_else(String::new, |update| update.copied());
    text.replace('−', "-").replace('×', "*")
}
