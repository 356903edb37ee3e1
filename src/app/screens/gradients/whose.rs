//! Whose gradient it is, in words: one passenger, or the rows the next step really uses.

use crate::app::Core;
use crate::app::screens::gradients::lens::OfBatch;
use crate::data::RowUse;
use crate::explain::numbers;
use crate::explain::words::{gradients as words, people};

/// The rows of the batch: `474 with an age`, `600, ages filled: mean`, `batch 1 of epoch 3: 10 rows`.
pub fn batch(core: &Core, batch: Option<&OfBatch>) -> String {
    let language = core.settings.language;
    let Some(batch) = batch else {
        return String::new();
    };
    let count = batch.of.rows.len().to_string();
    if !batch.of.is_full {
        let epoch = numbers::whole(core.run().epoch() + 1);
        return language.fill(words::FIRST_BATCH, &[epoch, count]);
    }
    let recipe = core.run().recipe();
    if !recipe.needs_age() {
        return language.fill(words::ALL_ROWS, &[count]);
    }
    language.fill(words::batch(recipe.missing_age), &[count])
}

/// `f 35 · lived · test row`: what matters of the selected passenger after the name.
pub fn facts(core: &Core) -> String {
    let person = core.passenger();
    let say = |word| core.settings.say(word);
    let sex = say(people::letter(person.sex));
    let age = person.age.map_or("–".to_owned(), |age| age.to_string());
    let mut facts = format!("{sex} {age}");
    if let Some(lived) = person.survived {
        let fate = if lived { words::LIVED } else { words::DIED };
        facts = format!("{facts} · {}", say(fate));
    }
    let is_for = match core.run().split().is_for(core.who) {
        RowUse::Training => return facts,
        RowUse::HeldOut => words::HELD_OUT_ROW,
        RowUse::Testing => words::TEST_ROW,
    };
    format!("{facts} · {}", say(is_for))
}

/// `he` or `she`.
pub fn pronoun(core: &Core) -> &'static str {
    core.settings.say(people::pronoun(core.passenger().sex))
}
