//! The chain rule and the step as plain text: full precision, the minus sign of a keyboard.

use std::fmt::Write as _;

use super::whose;
use crate::app::Core;
use crate::app::gradients::Gradients;
use crate::explain::update::Speech;
use crate::explain::words::gradients as words;

/// Whose gradient, every line of the chain with every digit, and the sentence.
pub(super) fn text(on: &Gradients, core: &Core) -> String {
    let speech = Speech { names: core.names(), is_copy: true };
    let mut text = if on.batch {
        format!("{}\n", whose::batch(on, core))
    } else {
        format!("{} ({})\n", core.passenger().name, whose::facts(core))
    };
    let _ = writeln!(text, "{}, epoch {}", core.run_name(), core.run().epoch());
    let parameter = core.spot().parameter(core.network());
    if let Some(letter) = speech.letter(parameter) {
        let _ = writeln!(text, "{letter} = {}", speech.parameter(parameter));
    }
    if let (false, Some(Err(why))) = (on.batch, on.lens(core).one()) {
        let _ = writeln!(text, "{}", core.settings.say(words::no_gradient(why)));
        return text;
    }
    text += &on.account(core, speech).map_or_else(String::new, |update| update.copied());
    text.replace('−', "-").replace('×', "*")
}
