//! A whole state as one line that fits into a chat message, `titanic-tui open t1:…`, and the way back: the run with
//! all that was changed on the way, the three cursors and the screen.
//!
//! Behind the version come bytes as base 58, which has no sign that a chat or a shell takes for its own and no two
//! letters that look alike; the last four are a checksum.

use std::sync::Arc;

use crate::app::commands::{editing, people, switch, time};
use crate::app::core::pointer::Spot;
use crate::app::core::runs::Origin;
use crate::app::{App, Core, Effect, Notice, Screen};
use crate::data::PassengerList;
use crate::explain::errors;
use crate::explain::numbers;
use crate::explain::words::{Message, share as words};
use crate::training::{Compact, Course, MAX_EPOCHS, Preset, Run, TrainError};

/// What stands before a state, so that the line is a command of the shell.
const COMMAND: &str = "titanic-tui open ";
/// The version of all this.
const VERSION: &str = "t1:";
/// The most characters of a line.
const MOST: usize = 200;

/// A state that somebody shared.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    course: Course,
    epoch: u64,
    /// A row of the list.
    who: usize,
    spot: Spot,
    screen: Screen,
    /// The fingerprint of the list.
    people: u64,
}

impl Shared {
    /// The state in a text, if there is one in it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn find(text: &str) -> Option<Result<Self, Message>> {
        let starts = text.match_indices('t').map(|(at, _)| at);
        let fits = |&at: &usize| {
            let follows_word = text[..at].ends_with(char::is_alphanumeric);
            let version = text[at + 1..].split_once(':').map_or("", |(version, _)| version);
            !follows_word && !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit())
        };
        let code = text[{ starts }.find(fits)?..].split_whitespace().next()?;
        Some(Self::read(code))
    }

    fn read(code: &str) -> Result<Self, Message> {
        let Some(digits) = code.strip_prefix(VERSION) else {
            return Err(Message::plain(words::NEWER));
        };
        let digits = digits.trim_end_matches(|c: char| !c.is_alphanumeric());
        // A longer one is none, and would take long to read.
        let bytes = if digits.len() > MOST { Ok(Vec::new()) } else { bs58::decode(digits).into_vec() };
        let bytes = bytes.map_err(|_| {
            let at = digits.chars().position(|c| !c.is_ascii_alphanumeric() || "0OIl".contains(c)).unwrap_or_default();
            let found = digits.chars().nth(at).unwrap_or_default();
            Message::new(words::NOT_A_CHARACTER, [(VERSION.len() + at + 1).to_string(), found.to_string()])
        })?;
        let Some((mut bytes, check)) = bytes.split_last_chunk().map(|(bytes, check)| (bytes, *check)) else {
            return Err(Message::plain(words::CHANGED));
        };
        if crc32fast::hash(bytes) != u32::from_le_bytes(check) {
            return Err(Message::plain(words::CHANGED));
        }
        // What no run can come to is of a program that can do more.
        let shared = Self::take(&mut bytes).filter(|shared| bytes.is_empty() && shared.epoch <= MAX_EPOCHS);
        shared.ok_or_else(|| Message::plain(words::NEWER))
    }

    /// The line that leads to it.
    fn line(&self) -> String {
        let mut bytes = Vec::new();
        self.put(&mut bytes);
        bytes.extend(crc32fast::hash(&bytes).to_le_bytes());
        format!("{COMMAND}{VERSION}{}", bs58::encode(bytes).into_string())
    }

    /// The run it is about, at its first epoch, and the epoch to train it up to.
    ///
    /// # Errors
    /// What cannot be followed on this list.
    pub fn run(&self, name: &str, list: &Arc<PassengerList>) -> Result<(Run, u64), TrainError> {
        Ok((Run::follow(name, Arc::clone(list), self.course.clone())?, self.epoch))
    }

    /// Whether a network could tell the people of this list from those it was made on.
    pub fn is_of_others(&self, list: &PassengerList) -> bool {
        self.people != u64::from(list.fingerprint())
    }
}

impl Compact for Shared {
    fn put(&self, out: &mut Vec<u8>) {
        self.course.put(out);
        self.epoch.put(out);
        self.who.put(out);
        (self.screen as usize).put(out);
        self.spot.put(out);
        self.people.put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some(Self {
            course: Compact::take(from)?,
            epoch: Compact::take(from)?,
            who: Compact::take(from)?,
            screen: Screen::ALL.get(usize::take(from)?).copied()?,
            spot: Compact::take(from)?,
            people: Compact::take(from)?,
        })
    }
}

impl Compact for Spot {
    fn put(&self, out: &mut Vec<u8>) {
        let numbers: &[usize] = match self {
            Self::Input(input) => &[0, *input],
            Self::Weight { layer, neuron, input } => &[1, *layer, *neuron, *input],
            Self::Product { layer, neuron, input } => &[2, *layer, *neuron, *input],
            Self::Sum { layer, neuron } => &[3, *layer, *neuron],
            Self::Activation { layer, neuron } => &[4, *layer, *neuron],
            Self::Verdict => &[5],
        };
        for number in numbers {
            number.put(out);
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let mut next = || usize::take(from);
        Some(match next()? {
            0 => Self::Input(next()?),
            1 => Self::Weight { layer: next()?, neuron: next()?, input: next()? },
            2 => Self::Product { layer: next()?, neuron: next()?, input: next()? },
            3 => Self::Sum { layer: next()?, neuron: next()? },
            4 => Self::Activation { layer: next()?, neuron: next()? },
            5 => Self::Verdict,
            _ => return None,
        })
    }
}

/// Copies the line that leads here.
pub(super) fn copy(core: &mut Core) {
    match line(core) {
        Ok(line) => core.asked.push(Effect::Copy(line)),
        Err(why) => core.tell(Notice::warning(why)),
    }
}

/// The line that leads here.
///
/// # Errors
/// Why there is none.
pub(super) fn line(core: &Core) -> Result<String, Message> {
    let run = core.run();
    let course = run.course().ok_or_else(|| Message::plain(words::NO_COURSE))?;
    let shared = Shared {
        course,
        epoch: run.epoch(),
        who: core.who,
        spot: core.spot(),
        screen: core.screen,
        people: core.list.fingerprint().into(),
    };
    let line = shared.line();
    if line.len() > MOST {
        return Err(Message::new(words::TOO_LONG, [shared.course.changes.len().to_string()]));
    }
    Ok(line)
}

/// What is said once a text is on the clipboard, if it is such a line.
pub(super) fn copied(text: &str) -> Option<Message> {
    text.starts_with(COMMAND).then(|| Message::new(words::COPIED, [text.len().to_string()]))
}

/// Opens the state in a text, if there is one in it.
///
/// # Errors
/// Why it cannot be opened.
pub(super) fn open(app: &mut App, text: &str) -> Option<Result<(), Message>> {
    Some(Shared::find(text)?.and_then(|shared| show(app, &shared)))
}

fn show(app: &mut App, shared: &Shared) -> Result<(), Message> {
    let core = &mut app.core;
    editing::keep_edit(core);
    let before = core.runs.active_index();
    if let Some(known) = made_of(core, &shared.course) {
        switch::switch(core, before, known);
    } else {
        let (run, _) = shared.run(&core.runs.next_name(), &core.list).map_err(|error| errors::of_run(&error))?;
        let after = core.runs.add(run, origin(core, &shared.course));
        switch::show_new(core, before, after);
    }
    app.popups.open.clear();
    people::go_to(core, shared.who);
    core.spot = shared.spot;
    core.screen = shared.screen;
    time::go_to(core, shared.epoch);
    let told = [core.run_title(), numbers::whole(shared.epoch)];
    core.tell(if shared.is_of_others(&core.list) {
        Notice::warning(Message::new(words::OTHER_PEOPLE, told))
    } else {
        Notice::info(Message::new(words::OPENED, told))
    });
    Ok(())
}

/// A run that is on the list already.
fn made_of(core: &Core, course: &Course) -> Option<usize> {
    core.runs.listed().find(|&index| {
        let run = &core.runs.all()[index].run;
        *run.recipe() == course.recipe && run.changes() == course.changes && run.course().as_ref() == Some(course)
    })
}

/// A preset, where it is one that is not on the list in another form.
fn origin(core: &Core, course: &Course) -> Origin {
    let same = |preset: &&Preset| {
        let published = **preset == Preset::ThePost;
        preset.recipe() == course.recipe && published == course.published && course.changes.is_empty()
    };
    let origin = Preset::ALL.iter().find(same).map(|preset| Origin::Preset(*preset));
    let is_free = |origin: &Origin| core.runs.listed().all(|index| core.runs.all()[index].origin != *origin);
    origin.filter(is_free).unwrap_or(Origin::File)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::nn::{Activation, Init, Loss, OptimizerKind};
    use crate::training::{Batch, Feature, HeldOut, MissingAge, Recipe, Scaling, SplitRule, StopRule};

    fn any_recipe() -> impl Strategy<Value = Recipe> {
        let features = proptest::sample::subsequence(Feature::ALL.to_vec(), 1..=Feature::ALL.len()).prop_shuffle();
        let number = || prop_oneof![Just(0.0), Just(0.01), 0.0..1.0f64, any::<f64>().prop_map(f64::abs)];
        let number = move || number().prop_filter("finite", |value| value.is_finite());
        let rows = (prop::option::of(1..=u32::MAX as usize), select(SplitRule::ALL));
        let data = (features, select(MissingAge::ALL), select(Scaling::ALL), rows);
        let widths = prop::collection::vec(1..=64_usize, 0..=6);
        let network = (widths, select(Activation::ALL), prop::option::of(select(Init::ALL)), 0..=i64::MAX as u64);
        let learning = (select(Loss::ALL), select(OptimizerKind::ALL), number(), 0.0..1.0f64, any::<bool>());
        let batch = prop_oneof![Just(Batch::Full), (1..=u32::MAX as usize).prop_map(Batch::Rows)];
        let stop = (select(StopRule::ALL), 1..=crate::training::MAX_EPOCHS, select(HeldOut::ALL));
        let rest = (batch, any::<bool>(), number(), number(), prop::option::of(number()), stop);
        (data, network, learning, rest).prop_map(|(data, network, learning, rest)| {
            let (features, missing_age, scaling, (train_rows, split)) = data;
            let (hidden, activation, init, seed) = network;
            let (loss, optimizer, learning_rate, momentum, nesterov) = learning;
            let (batch, shuffle, l1, l2, weight_decay, (stop, patience, held_out)) = rest;
            let learning_rate = learning_rate + f64::MIN_POSITIVE;
            let recipe = Recipe {
                features,
                missing_age,
                scaling,
                hidden,
                activation,
                init,
                seed,
                loss,
                optimizer,
                learning_rate,
                momentum,
                nesterov,
                weight_decay,
                batch,
                shuffle,
                l1,
                l2,
                train_rows,
                split,
                stop,
                patience,
                held_out,
            };
            recipe.settled()
        })
    }

    fn select<T: Clone + std::fmt::Debug + 'static>(all: &[T]) -> impl Strategy<Value = T> + use<T> {
        proptest::sample::select(all.to_vec())
    }

    proptest! {
        #[test]
        fn any_recipe_is_a_line_of_at_most_200_characters(
            recipe in any_recipe(),
            (epoch, who, people) in (0..=crate::training::MAX_EPOCHS, 0..=u32::MAX as usize, any::<u32>()),
            (layer, neuron, input) in (0..7_usize, 0..64_usize, 0..65_usize),
        ) {
            prop_assert_eq!(recipe.validate_alone(), Ok(()));
            let course = Course { recipe, published: false, changes: Vec::new() };
            let spot = Spot::Product { layer, neuron, input };
            let shared = Shared { course, epoch, who, spot, screen: Screen::Score, people: people.into() };
            let line = shared.line();
            prop_assert!(line.len() <= MOST, "{}: {line}", line.len());
            prop_assert_eq!(Shared::find(&line), Some(Ok(shared)));
        }

        #[test]
        fn any_text_is_answered(text in "\\PC{0,40}", code in "t1:[1-9A-HJ-NP-Za-km-z]{0,90}") {
            prop_assert!(!matches!(Shared::find(&text), Some(Ok(_))));
            prop_assert!(matches!(Shared::find(&code), Some(Err(_))));
        }
    }
}
