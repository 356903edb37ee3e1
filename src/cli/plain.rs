//! `--plain`: the program in sentences, for screen readers, simple terminals and pipes. A typed line presses keys of
//! the real program, which has no screen here, and what is then so is told from its state.

mod facts;
mod order;
mod suppose;

use std::io::{self, IsTerminal};

use super::common::Common;
use super::failure::Failure;
use super::open::Opening;
use super::{headless, lessons, open, output, sources};
use crate::app::tour::{self, Card};
use crate::app::{Action, App, Effect, Settings};
use crate::data::{escape, search};
use crate::explain::numbers;
use crate::explain::words::{Word, plain as words};
use crate::nn::Parameter;
use crate::terminal::run_files;
use crate::terminal::state_folder::StateFolder;
use crate::terminal::typed_lines::{TypedLine, TypedLines};
use crate::training::Preset;
use order::Order;

/// Cells of the screen that nobody sees: panels stand beside each other.
const SIZE: (u16, u16) = (120, 40);
/// So many epochs are stepped at once, at the most.
const MOST_EPOCHS: usize = 10_000;

/// Answers lines of standard input until it ends or the user leaves.
pub fn run(common: &Common, opening: Opening<'_>) -> Result<(), Failure> {
    let own = lessons::of_their_own(common)?;
    let what = if let Opening::State(what) = opening { Some(what) } else { None };
    let settings = Settings { motion: false, ..open::settings(common) };
    let mut app = open::program(common, what, sources::list(common)?, settings)?;
    app.tour.add(own);
    open::before_a_class(common, &mut app);
    let folder = if common.no_state { None } else { StateFolder::of_the_user() };
    if let Some(folder) = &folder {
        // Nothing offers itself here: the first sentence names the tour.
        tour::remember(&mut app, Some(&folder.progress().unwrap_or_default()));
    }
    let opens_tour = if let Opening::Tour(tour) = opening { tour.open(&mut app).map(|()| true)? } else { false };
    let mut talk = Talk { app, folder, taken: String::new(), last: String::new() };
    talk.press("");
    let first = if opens_tour { talk.card() } else { facts::person(&talk.app.core) };
    talk.tell(&format!("{}\n{first}", talk.word(words::WELCOME)))?;
    let ended = talk.listen();
    let Talk { app, folder, .. } = talk;
    let kept = folder.map_or(Ok(()), |folder| folder.keep(&app.core.runs.to_save(&app.core.settings.session)));
    ended.and(kept.map_err(Failure::unfinished))
}

/// The program, and what was said last.
struct Talk {
    app: App,
    folder: Option<StateFolder>,
    /// What the program would have put on the clipboard, or cannot do here.
    taken: String,
    last: String,
}

impl Talk {
    fn listen(&mut self) -> Result<(), Failure> {
        let mut input = TypedLines::listen().map_err(Failure::unfinished)?;
        while !self.app.is_over() {
            if io::stdin().is_terminal() {
                output::write(None, |out| out.write_all(b"> "))?;
            }
            let line = match input.wait().map_err(Failure::unfinished)? {
                TypedLine::Line(line) => line,
                TypedLine::Over => {
                    self.obey(Order::Quit, "");
                    break;
                }
                TypedLine::Signal(number) => {
                    self.obey(Order::Quit, "");
                    return Err(Failure::Signal(number));
                }
            };
            let answer = self.answer(String::from_utf8_lossy(&line).trim());
            self.tell(&answer)?;
        }
        Ok(())
    }

    /// Says something, a sentence a line, in the characters of a keyboard where they do.
    fn tell(&mut self, text: &str) -> Result<(), Failure> {
        text.trim_end().clone_into(&mut self.last);
        let lines: Vec<String> = text.lines().map(|line| numbers::ascii(escape(line).trim_end())).collect();
        output::write(None, |out| {
            let said = lines.iter().filter(|line| !line.is_empty());
            said.into_iter().try_for_each(|line| writeln!(out, "{line}"))
        })
    }

    fn word(&self, word: Word) -> &'static str {
        self.app.core.settings.say(word)
    }

    fn fill<S: AsRef<str>>(&self, word: Word, values: &[S]) -> String {
        self.app.core.settings.fill(word, values)
    }

    /// Presses keys by their names; false where one is none.
    fn press(&mut self, keys: &str) -> bool {
        let Ok((_, effects)) = headless::press(&mut self.app, SIZE, keys) else {
            return false;
        };
        for effect in effects {
            self.perform(effect);
        }
        true
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::KeepProgress(text) => {
                // As on the screen: the tour goes on where its place cannot be kept.
                let _ = self.folder.as_ref().map(|folder| folder.keep_progress(&text));
            }
            Effect::Copy(text) => self.taken = text,
            Effect::Save { path, contents, overwrite } => {
                let saved = run_files::save(&path, &contents, overwrite);
                crate::app::update(&mut self.app, Action::SavedFile(saved));
            }
            Effect::OpenFile { path, recipe } => {
                let opened = run_files::open(&path, &recipe, &self.app.core.list).map(Box::new);
                crate::app::update(&mut self.app, Action::OpenedFile(opened));
            }
            Effect::Export { .. } | Effect::Draw(_) | Effect::OpenSavedRuns => {
                self.word(words::NEEDS_SCREEN).clone_into(&mut self.taken);
            }
            Effect::Quit | Effect::Suspend | Effect::Redraw | Effect::FindFiles => {}
        }
    }

    /// What a line asks for, and what it did to the tour.
    fn answer(&mut self, line: &str) -> String {
        let (word, rest) = line.split_once(char::is_whitespace).map_or((line, ""), |(word, rest)| (word, rest.trim()));
        let before = tour::card(&self.app);
        self.app.core.notice = None;
        let mut said = if line.is_empty() {
            self.go_on(before.as_ref())
        } else if let Ok(number) = line.parse::<usize>() {
            self.number(number, before.as_ref())
        } else if let Some(order) = Order::find(word) {
            self.obey(order, rest)
        } else {
            let names: Vec<&str> = Order::ALL.iter().map(|order| self.word(order.word())).collect();
            self.fill(words::UNKNOWN, &[line, &names.join(", ")])
        };
        if let Some(notice) = self.app.core.notice.take() {
            said = format!("{said}\n{}", notice.message.text(self.app.core.settings.language));
        }
        // Any command may have done the task.
        let card = self.card();
        let is_done = tour::card(&self.app).is_some_and(|card| card.task == Some(true));
        let is_news = is_done && before.is_some_and(|card| card.task != Some(true)) && !said.contains(&card);
        if is_news { format!("{said}\n{card}") } else { said }
    }

    fn obey(&mut self, order: Order, rest: &str) -> String {
        if !matches!(order, Order::If | Order::Press) {
            self.leave_popups();
        }
        let core = &self.app.core;
        match order {
            Order::Help => facts::help(core),
            Order::Who if rest.is_empty() => facts::person(core),
            Order::Who => self.choose(rest),
            Order::Next => self.pressed("J"),
            Order::Previous => self.pressed("K"),
            Order::Hear => facts::calculation(core),
            Order::Tell => self.pressed(match (core.presenter.is_on, core.hides_answer(core.who)) {
                (false, _) => "",
                (true, true) => "PgDn",
                (true, false) => "PgUp",
            }),
            Order::If | Order::Gradient if core.hides_answer(core.who) => facts::kept_back(core),
            Order::Step => self.step(rest, ["}", ">", "."]),
            Order::Back => self.step(rest, ["{", "<", ","]),
            Order::Start => self.travel(if core.run().epoch() > core.run().first_epoch() { "r" } else { "" }),
            Order::Changed => facts::changed(core, true),
            Order::If => self.suppose(rest),
            Order::Score => facts::score(core),
            Order::Presets if rest.is_empty() => facts::presets(core),
            Order::Presets => self.of(rest, Preset::ALL.len(), |talk, preset| {
                talk.press(&format!("1 p Home {}Enter", "Down ".repeat(preset)));
                talk.word(crate::explain::words::presets::title(Preset::ALL[preset])).to_owned()
            }),
            Order::Weights => facts::weights(core),
            Order::Gradient if rest.is_empty() => self.gradient(),
            Order::Gradient => self.of(rest, core.network().parameters().len(), Self::gradient_of),
            Order::Word => facts::word(&self.app, rest),
            Order::Tour => self.tour(rest),
            Order::Lessons => facts::lessons(&self.app),
            Order::Show if tour::card(&self.app).as_ref().is_some_and(facts::waits) => {
                self.press("C");
                if tour::card(&self.app).is_some_and(|card| card.task.is_some()) { String::new() } else { self.card() }
            }
            Order::Show => self.card(),
            Order::Press => self.press_named(rest),
            Order::Language => {
                self.press("L");
                self.app.core.notice = None;
                self.word(words::LANGUAGE_IS).to_owned()
            }
            Order::Quit => {
                self.press("C-c");
                String::new()
            }
        }
    }

    /// What lies over the screen would take the keys.
    fn leave_popups(&mut self) {
        while (self.app.popups.is_open() || self.app.core.edit.is_some()) && self.press("Esc") {}
        self.app.core.notice = None;
    }

    /// Does something with one of so many, from 0, where a text is its number from 1.
    fn of(&mut self, text: &str, most: usize, act: impl FnOnce(&mut Self, usize) -> String) -> String {
        match text.parse().ok().filter(|number| (1..=most).contains(number)) {
            Some(number) => act(self, number - 1),
            None => self.fill(words::NO_NUMBER, &[text, &most.to_string()]),
        }
    }

    /// Presses keys that choose somebody, and tells who it is.
    fn pressed(&mut self, keys: &str) -> String {
        self.press(keys);
        facts::person(&self.app.core)
    }

    /// A passenger by number or part of the name, found as `/` finds them.
    fn choose(&mut self, part: &str) -> String {
        let core = &self.app.core;
        let rows = core.view.rows();
        if search::search(&core.list, rows, 0, part, true).is_none() {
            return self.fill(words::NOBODY, &[part]);
        }
        let found = search::count(&core.list, rows, part);
        let keys = facts::keys_to_find(core, part);
        let person = self.pressed(&keys);
        if found == 1 { person } else { format!("{person}\n{}", self.fill(words::MORE_FOUND, &[found.to_string()])) }
    }

    /// Changes what is named, and tells what the network says then.
    fn suppose(&mut self, rest: &str) -> String {
        if !self.app.popups.shows_what_if() {
            self.leave_popups();
            self.press("w");
        }
        if self.app.core.what_if.as_ref().is_some_and(|own| own.begun != self.app.core.who) {
            self.press("b");
        }
        self.app.core.notice = None;
        let typed: Vec<&str> = rest.split_whitespace().collect();
        for pair in typed.chunks(2) {
            if let Err(why) = suppose::change(&mut self.app, pair[0], pair.get(1).copied().unwrap_or_default()) {
                return why;
            }
        }
        self.press("");
        suppose::told(&self.app.core)
    }

    /// So many epochs by keys of a hundred, ten and one.
    fn step(&mut self, rest: &str, [hundred, ten, one]: [&str; 3]) -> String {
        self.of(if rest.is_empty() { "1" } else { rest }, MOST_EPOCHS, |talk, epochs| {
            let epochs = epochs + 1;
            let keys = [(hundred, epochs / 100), (ten, epochs / 10 % 10), (one, epochs % 10)];
            let keys = keys.map(|(key, times)| format!("{key} ").repeat(times));
            talk.travel(&keys.concat())
        })
    }

    /// Moves in time by keys, and tells what changed on the way: the ledger counts from its beginning.
    fn travel(&mut self, keys: &str) -> String {
        self.press("M");
        self.app.core.notice = None;
        self.press(keys);
        facts::changed(&self.app.core, false)
    }

    /// The account of how the selected passenger moves the parameter pointed at.
    fn gradient(&mut self) -> String {
        self.press("3 y");
        std::mem::take(&mut self.taken)
    }

    fn gradient_of(&mut self, place: usize) -> String {
        let core = &self.app.core;
        let parameter: Parameter = core.spot().parameter(core.network());
        let at = core.network().index(parameter);
        let (key, times) = if at < place { (") ", place - at) } else { ("( ", at - place) };
        self.press(&key.repeat(times));
        self.gradient()
    }

    /// Presses the keys that lessons and notices name, and tells what was taken, or where one is.
    fn press_named(&mut self, keys: &str) -> String {
        if !self.press(keys) {
            return self.fill(words::NOT_A_KEY, &[keys]);
        }
        if !self.taken.is_empty() {
            return std::mem::take(&mut self.taken);
        }
        let place = facts::place(&self.app);
        if self.app.popups.is_open() || self.app.core.hides_answer(self.app.core.who) {
            return place;
        }
        // What stands in the panel, as it is copied.
        self.press("y");
        self.app.core.notice = None;
        format!("{place}\n{}", facts::held(&self.app.core, std::mem::take(&mut self.taken)))
    }

    /// An empty line: the tour goes on, or the last answer once more.
    fn go_on(&mut self, card: Option<&Card>) -> String {
        if card.is_none_or(facts::waits) {
            return self.last.clone();
        }
        self.leave_popups();
        self.press("C");
        self.card()
    }

    /// A number alone: an answer where the tour asks, else a passenger.
    fn number(&mut self, number: usize, card: Option<&Card>) -> String {
        self.leave_popups();
        match card.filter(|card| !card.choices.is_empty() && !card.is_answered) {
            None => self.choose(&number.to_string()),
            Some(card) => {
                let count = card.choices.len();
                self.of(&number.to_string(), count, |talk, choice| {
                    let downs = card.chosen.map_or(choice + 1, |chosen| (choice + count - chosen) % count);
                    talk.press(&format!("{}Enter", "Down ".repeat(downs)));
                    talk.card()
                })
            }
        }
    }

    fn tour(&mut self, rest: &str) -> String {
        match Order::find(rest).filter(|_| !rest.is_empty()) {
            Some(Order::Back) => {
                self.press("Backspace");
            }
            Some(Order::Quit) => {
                let is_open = self.app.tour.is_open();
                while self.app.tour.is_open() && self.press("Esc") {}
                self.app.core.notice = None;
                return self.word(if is_open { words::LEFT } else { words::NO_TOUR }).to_owned();
            }
            Some(_) | None => {
                let lessons = self.app.tour.lessons().len();
                let next = (self.app.tour.next_lesson() + 1).to_string();
                if rest.is_empty() && self.app.tour.is_open() {
                    return self.card();
                }
                return self.of(if rest.is_empty() { &next } else { rest }, lessons, |talk, lesson| {
                    tour::begin(&mut talk.app, lesson);
                    talk.press("");
                    talk.card()
                });
            }
        }
        self.card()
    }

    /// What the tour says, asks or wants now.
    fn card(&self) -> String {
        let Some(card) = tour::card(&self.app) else {
            return if self.app.core.notice.is_some() { String::new() } else { self.word(words::NO_TOUR).to_owned() };
        };
        let mut lines = Vec::new();
        if card.number.is_some() && card.task != Some(true) && !card.is_answered {
            lines.push(card.title);
        }
        lines.push(card.text);
        lines.extend(card.tally.map(|tally| tally.replace(" · ", ", ")));
        let asks = !card.choices.is_empty() && !card.is_answered;
        if asks {
            let choices = card.choices.iter().enumerate();
            lines.extend(choices.map(|(at, choice)| self.fill(words::CHOICE, &[(at + 1).to_string(), choice.clone()])));
        } else if let Some(choice) = card.right.and_then(|right| card.choices.get(right)) {
            lines.push(self.fill(words::RIGHT_CHOICE, &[choice]));
        }
        let hint = match card.task {
            Some(false) => words::HINT_TASK,
            _ if asks => words::HINT_ANSWER,
            Some(true) | None => words::HINT_ON,
        };
        lines.push(self.word(hint).to_owned());
        lines.join("\n")
    }
}
