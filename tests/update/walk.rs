//! A long random walk through the real update and view: keys, mouse, pastes, ticks, sizes and answers, with
//! several of them between two frames as the loop has it. `WALK_EVENTS=10000000 cargo test --release --test
//! update walk -- --nocapture` takes a longer one, `WALK_SEED` another.

use std::any::Any;
use std::collections::{BTreeMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use titanic_tui::app::{Action, App, Effect, FoundFile, Hits, Refused, Settings, update};
use titanic_tui::data::{Labels, PassengerList};
use titanic_tui::explain::words::{Language, Message, notices};
use titanic_tui::nn::OptimizerKind;
use titanic_tui::training::{Batch, MissingAge, Preset, Recipe, Run, Scaling};
use titanic_tui::ui;

/// Events of one walk, unless the environment asks for another number.
const EVENTS: u64 = 100_000;
/// Events of one session: long enough to get somewhere, short enough to be repeated by hand.
const SESSION: u64 = 250;
/// Events told of a session that broke.
const TOLD: usize = 40;

/// The embedded list, its beginning, and a list of a handful with gaps.
static LISTS: LazyLock<[Arc<PassengerList>; 3]> = LazyLock::new(|| {
    let text = include_str!("../../data/titanic.csv");
    let head: Vec<&str> = text.lines().take(61).collect();
    let few = "PassengerId,Survived,Sex,Age\n1,0,male,22\n2,1,female,\n3,1,female,35\n4,0,male,35\n5,1,male,4\n";
    let read = |name: &str, text: &str| {
        Arc::new(PassengerList::read(name, text.as_bytes(), Labels::Required).expect("a list"))
    };
    [Arc::new(PassengerList::embedded()), read("head.csv", &head.join("\n")), read("few.csv", few)]
});

/// Chance that is the same everywhere (splitmix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, count: u64) -> u64 {
        self.next() % count
    }

    fn one_in(&mut self, count: u64) -> bool {
        self.below(count) == 0
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }
}

fn recipe(chance: &mut Chance, list: &PassengerList) -> Recipe {
    let base = chance.of(Preset::ALL).recipe();
    let hidden = match chance.below(60) {
        // A step of it takes milliseconds: now and then, on a list of few.
        0 if list.len() < 100 => vec![64; 6],
        1..5 => vec![1],
        5..10 => vec![16, 16],
        10..25 => vec![3, 2],
        25..35 => vec![2, 1, 2],
        _ => base.hidden.clone(),
    };
    let mut recipe = Recipe {
        hidden,
        init: None,
        seed: chance.below(5),
        missing_age: chance.of(MissingAge::ALL),
        scaling: chance.of(&[Scaling::None, Scaling::Standard]),
        optimizer: chance.of(OptimizerKind::ALL),
        learning_rate: chance.of(&[0.001, 0.1, 3.0, 1e300]),
        batch: chance.of(&[Batch::Full, Batch::Rows(1), Batch::Rows(32)]),
        momentum: 0.0,
        nesterov: false,
        weight_decay: None,
        ..base
    };
    if recipe.validate(list.len()).is_err() {
        recipe = Preset::ThePostTrained.recipe();
    }
    recipe.train_rows = None;
    recipe
}

/// A run as files bring it: new, or one whose past is to be replayed.
fn run(chance: &mut Chance, list: &Arc<PassengerList>) -> Option<Run> {
    let name = chance.of(&["A", "B", "The post", "file"]);
    let recipe = recipe(chance, list);
    let mut run = Run::from_recipe(name, Arc::clone(list), recipe).ok()?;
    if run.network().parameters().len() > 1000 || chance.one_in(2) {
        return Some(run);
    }
    for _ in 0..chance.below(9) {
        let _ = run.train();
    }
    Run::from_model(name, Arc::clone(list), run.model()).ok()
}

const KEYS: &[char] = &[
    ' ', '.', ',', '>', '<', '}', '{', 'r', 'E', 'M', 'J', 'K', '/', 'n', 'N', 'f', 'z', 's', 'S', '8', 'd', ')', '(',
    'F', 'v', 't', 'c', 'u', 'y', 'x', 'X', 'T', 'L', 'A', ':', 'p', '?', '1', '2', '3', '4', '5', '6', '7', 'i', 'o',
    '[', ']', '+', '-', 'g', 'G', 'h', 'j', 'k', 'l', 'w', 'b', 'e', 'a', 'm', 'R', 'D', 'O', 'I', '!', '0', '9', 'u',
    'p', '3', '5',
];
const NAMED: &[KeyCode] = &[
    KeyCode::Up,
    KeyCode::Down,
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::Enter,
    KeyCode::Enter,
    KeyCode::Esc,
    KeyCode::Tab,
    KeyCode::BackTab,
    KeyCode::Home,
    KeyCode::End,
    KeyCode::PageUp,
    KeyCode::PageDown,
    KeyCode::Backspace,
    KeyCode::Delete,
    KeyCode::F(1),
    KeyCode::Insert,
];
const CHORDS: &[char] = &['r', 's', 'p', 'u', 'w', 'z', 'r'];

fn key(chance: &mut Chance) -> KeyEvent {
    let (code, held) = match chance.below(20) {
        0..10 => (KeyCode::Char(chance.of(KEYS)), KeyModifiers::NONE),
        10..16 => (chance.of(NAMED), KeyModifiers::NONE),
        16 => (chance.of(NAMED), chance.of(&[KeyModifiers::SHIFT, KeyModifiers::CONTROL, KeyModifiers::ALT])),
        17 => (KeyCode::Char(chance.of(CHORDS)), KeyModifiers::CONTROL),
        18 => (KeyCode::Char((b' ' + chance.below(95) as u8) as char), KeyModifiers::NONE),
        _ => {
            let any = char::from_u32(chance.below(0x11_0000) as u32);
            (KeyCode::Char(any.unwrap_or('q')), chance.of(&[KeyModifiers::NONE, KeyModifiers::ALT]))
        }
    };
    KeyEvent::new(code, held)
}

fn mouse(chance: &mut Chance, size: (u16, u16)) -> MouseEvent {
    let kinds = [
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::Drag(MouseButton::Left),
        MouseEventKind::Up(MouseButton::Left),
        MouseEventKind::Down(MouseButton::Right),
        MouseEventKind::Up(MouseButton::Middle),
        MouseEventKind::Drag(MouseButton::Right),
        MouseEventKind::ScrollUp,
        MouseEventKind::ScrollDown,
        MouseEventKind::ScrollLeft,
        MouseEventKind::ScrollRight,
        MouseEventKind::Moved,
    ];
    let far = chance.one_in(30);
    let mut cell = |room: u16| {
        if far { u16::MAX } else { chance.below(u64::from(room) + 2) as u16 }
    };
    let (column, row) = (cell(size.0), cell(size.1));
    MouseEvent { kind: chance.of(&kinds), column, row, modifiers: KeyModifiers::NONE }
}

fn paste(chance: &mut Chance) -> String {
    let texts = [
        "",
        "16,16",
        "0.5",
        "-1e-3",
        "1e999",
        "NaN",
        "sex=f age>60",
        "class=3\r\nlived",
        "\u{1b}[31mq",
        "表 示",
        "9999999999",
        "e\u{301}\u{200d}",
        "100000",
    ];
    chance.of(&texts).to_owned()
}

fn size(chance: &mut Chance) -> (u16, u16) {
    match chance.below(20) {
        0 => (0, 0),
        1..3 => (chance.below(90) as u16, chance.below(30) as u16),
        3 => (300, 100),
        4..7 => (80 + chance.below(120) as u16, 24 + chance.below(40) as u16),
        7..11 => (120, 40),
        _ => (80, 24),
    }
}

/// What the world answers, or says unasked.
fn answer(chance: &mut Chance, effect: &Effect, app: &App) -> Option<Action> {
    let no = || "no room, at all".to_owned();
    Some(match effect {
        Effect::Quit | Effect::Suspend | Effect::Redraw | Effect::KeepProgress(_) => return None,
        Effect::Copy(text) => Action::Copied(if chance.one_in(3) { Err(no()) } else { Ok(text.clone()) }),
        Effect::Export { name, .. } => Action::Saved(if chance.one_in(3) { Err(no()) } else { Ok(name.clone()) }),
        Effect::Draw(figure) => {
            let drawing = ui::figures::svg(app, *figure);
            assert!(!drawing.contains("NaN") && !drawing.contains("\"inf"), "{figure:?} holds what is no number");
            Action::Saved(Ok(format!("{}.svg", figure.key())))
        }
        Effect::Save { path, .. } => Action::SavedFile(match chance.below(3) {
            0 => Err(Refused::Exists),
            1 => Err(Refused::Failed(Message::sentence(&no()))),
            _ => Ok(path.clone()),
        }),
        Effect::OpenFile { .. } => opened_file(chance, app),
        Effect::FindFiles => Action::FoundFiles(found_files(chance)),
        Effect::OpenSavedRuns => opened_runs(chance, app),
    })
}

fn found_files(chance: &mut Chance) -> Vec<FoundFile> {
    let file = |at: u64| FoundFile {
        path: format!("/a/{at}\u{1b}名.json"),
        is_kept: at > 20,
        bytes: at << (at % 40),
        age: (!at.is_multiple_of(3)).then(|| Duration::from_secs(at * 1000)),
        recipe: at.is_multiple_of(2).then(Recipe::default),
        epoch: at.is_multiple_of(4).then_some(at),
    };
    (0..chance.below(40)).map(file).collect()
}

fn opened_file(chance: &mut Chance, app: &App) -> Action {
    let run = if chance.one_in(3) { None } else { run(chance, &app.core.list) };
    Action::OpenedFile(run.map(Box::new).ok_or_else(|| Message::sentence(&"this is no model")))
}

fn opened_runs(chance: &mut Chance, app: &App) -> Action {
    let count = chance.below(3);
    let runs = (0..count).filter_map(|_| run(chance, &app.core.list));
    let runs = runs.map(|run| ("a-file".to_owned(), run)).collect();
    Action::Opened(runs, chance.below(2) as usize)
}

fn event(chance: &mut Chance, size: (u16, u16), app: &App) -> Action {
    match chance.below(200) {
        0..140 => Action::Key(key(chance)),
        140..165 => Action::Mouse(mouse(chance, size)),
        165..190 => Action::Tick(match chance.below(8) {
            0 => Duration::ZERO,
            1 => Duration::from_secs(chance.below(1_000_000)),
            2 if chance.one_in(9) => Duration::MAX,
            _ => Duration::from_millis(chance.below(70)),
        }),
        190..194 => Action::Paste(paste(chance)),
        194 => Action::Copied(Err("no clipboard".to_owned())),
        195 => Action::Saved(Ok("a.svg".to_owned())),
        196 => Action::SavedFile(Err(Refused::Exists)),
        197 => Action::Found(chance.below(4) as usize),
        198 => opened_file(chance, app),
        _ => opened_runs(chance, app),
    }
}

/// One session of the walk.
struct Walk {
    app: App,
    chance: Chance,
    size: (u16, u16),
    /// The last events, to be told where it breaks.
    told: VecDeque<String>,
    frames: u64,
    /// Events between two frames, on average.
    pace: u64,
}

impl Walk {
    fn begin(seed: u64) -> Self {
        let mut chance = Chance(seed);
        let list = Arc::clone(match chance.below(16) {
            0 => &LISTS[0],
            1..3 => &LISTS[2],
            _ => &LISTS[1],
        });
        let settings = Settings { language: chance.of(Language::ALL), ascii: chance.one_in(4), ..Settings::default() };
        let begun = if chance.one_in(2) { run(&mut chance, &list) } else { None };
        let app = match begun {
            Some(run) => App::from_run(list, run, settings),
            None => App::new(list, settings),
        };
        let size = size(&mut chance);
        let pace = chance.of(&[3, 20, 20, 40]);
        Self { app, chance, size, told: VecDeque::new(), frames: 0, pace }
    }

    fn go(&mut self, events: u64) -> u64 {
        self.draw();
        for event in 0..events {
            self.step();
            if self.app.is_over() {
                return event + 1;
            }
        }
        self.leave_all();
        events
    }

    fn step(&mut self) {
        let action = if self.chance.one_in(80) {
            self.size = size(&mut self.chance);
            Action::Resize { columns: self.size.0, rows: self.size.1 }
        } else {
            event(&mut self.chance, self.size, &self.app)
        };
        // Most sessions are to last.
        let leaves = matches!(&action, Action::Key(key) if key.code == KeyCode::Char('q'));
        if leaves && !self.chance.one_in(20) {
            return;
        }
        self.act(action);
        // As in the loop: several events between two frames.
        if self.chance.one_in(self.pace) {
            self.draw();
        }
    }

    fn act(&mut self, action: Action) {
        let mut actions = VecDeque::from([action]);
        while let Some(action) = actions.pop_front() {
            self.tell(&action);
            let undoes = self.undoes(&action).then(|| self.epochs());
            let effects = update(&mut self.app, action);
            if let Some(before) = undoes.filter(|_| !self.has_undone_reset()) {
                assert_eq!(before, self.epochs(), "undo moved the epoch");
            }
            self.is_whole();
            for effect in effects {
                actions.extend(answer(&mut self.chance, &effect, &self.app));
            }
        }
    }

    /// Whether what was just undone or redone is a reset, which is the one change that moves the epoch.
    fn has_undone_reset(&self) -> bool {
        let language = self.app.core.settings.language;
        let told = self.app.core.notice.as_ref().map(|notice| notice.message.text(language)).unwrap_or_default();
        [notices::WHERE_IT_WAS, notices::VERY_START].iter().any(|&word| told.contains(language.say(word)))
    }

    fn tell(&mut self, action: &Action) {
        let told = match action {
            Action::Drawn(_) => return,
            Action::Key(key) => format!("{:?} {:?}", key.code, key.modifiers),
            Action::Mouse(mouse) => format!("{:?} at {},{}", mouse.kind, mouse.column, mouse.row),
            Action::OpenedFile(Ok(run)) => format!("opened {:?}", run.recipe()),
            Action::Opened(runs, _) => format!("opened {} runs", runs.len()),
            other @ (Action::Paste(_)
            | Action::Resize { .. }
            | Action::Ground(_)
            | Action::AmbiguousWidth(_)
            | Action::Tick(_)
            | Action::Saved(_)
            | Action::Copied(_)
            | Action::FoundFiles(_)
            | Action::Found(_)
            | Action::GaveUp(_)
            | Action::Warned(_)
            | Action::SavedFile(_)
            | Action::OpenedFile(Err(_))
            | Action::Quit) => format!("{other:?}"),
        };
        if self.told.len() == TOLD {
            self.told.pop_front();
        }
        self.told.push_back(told);
    }

    /// Whether this key is undo or redo of the session, with nothing open that takes it.
    fn undoes(&self, action: &Action) -> bool {
        let Action::Key(key) = action else {
            return false;
        };
        let plain = key.code == KeyCode::Char('u') && key.modifiers.is_empty();
        let redo = key.code == KeyCode::Char('r') && key.modifiers == KeyModifiers::CONTROL;
        (plain || redo) && !self.app.popups.is_open() && self.app.core.edit.is_none()
    }

    fn epochs(&self) -> Vec<(u64, u64)> {
        let runs = self.app.core.runs.all().iter();
        runs.map(|slot| (slot.run.epoch(), slot.run.last_epoch())).collect()
    }

    fn is_whole(&self) {
        let app = &self.app;
        let run = app.core.run();
        assert!(app.core.who < app.core.list.len(), "who left the list");
        assert!(run.first_epoch() <= run.epoch() && run.epoch() <= run.last_epoch());
        assert_eq!(app.core.spot(), app.core.spot().fitted(app.core.network()));
        assert!(app.core.run_row < app.core.runs.all().len(), "the cursor left the list of runs");
        assert_eq!(app.core.focus().screen(), app.core.screen);
        assert!(app.core.view.rows().len() <= app.core.list.len());
    }

    fn draw(&mut self) {
        self.frames += 1;
        self.app.take_dirty();
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let mut buffer = Buffer::empty(area);
        let hits: Hits = ui::view_buffer(&self.app, area, &mut buffer);
        update(&mut self.app, Action::Drawn(hits));
        let flips = self.app.core.shown().ledger_rows(self.app.core.parts).len();
        assert!(
            self.app.screens.train.flip(&self.app.core) == 0 || self.app.screens.train.flip(&self.app.core) < flips,
            "the cursor left the ledger"
        );
        assert!(self.app.core.network().parameters().iter().all(|value| value.is_finite()));
        // A path, a filter or a name may say what it likes, and a notice may repeat it.
        let core = &self.app.core;
        let is_typed = self.app.popups.is_open() || core.edit.is_some() || core.notice.is_some();
        if !is_typed && self.chance.one_in(4) {
            says_no_nonsense(&ui::picture::text(&buffer));
        }
    }

    /// Esc, often enough, closes all that is open.
    fn leave_all(&mut self) {
        for _ in 0..40 {
            if !self.app.popups.is_open() {
                return;
            }
            self.act(Action::Key(KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE)));
            self.draw();
        }
        panic!("Esc does not close {:?}", self.app.popups.top());
    }
}

/// No number on the screen is none.
fn says_no_nonsense(screen: &str) {
    let words = screen.split(|c: char| !c.is_alphanumeric());
    for word in words {
        assert!(!matches!(word, "NaN" | "inf"), "`{word}` is on\n{screen}");
    }
}

fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
}

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |text| text.parse().expect("a number"))
}

#[test]
#[expect(clippy::print_stdout, reason = "its figures are what a long walk is for")]
fn a_long_walk_breaks_nothing() {
    let (wanted, first) = (number("WALK_EVENTS", EVENTS), number("WALK_SEED", 0));
    let began = Instant::now();
    let (events, frames, seed) = (AtomicU64::new(0), AtomicU64::new(0), AtomicU64::new(first));
    let walk = || {
        let mut broken = BTreeMap::new();
        while events.load(Ordering::Relaxed) < wanted {
            let seed = seed.fetch_add(1, Ordering::Relaxed);
            let mut session = Walk::begin(seed);
            let count = catch_unwind(AssertUnwindSafe(|| session.go(SESSION)));
            frames.fetch_add(session.frames, Ordering::Relaxed);
            events.fetch_add(*count.as_ref().unwrap_or(&SESSION), Ordering::Relaxed);
            if let Err(panic) = count {
                let told = Vec::from(session.told).join("\n  ");
                broken.entry(said(&*panic)).or_insert(format!("seed {seed}, last\n  {told}"));
            }
        }
        broken
    };
    let broken = std::thread::scope(|scope| {
        let other = scope.spawn(walk);
        let mut broken = walk();
        broken.append(&mut other.join().expect("a walk catches its panics"));
        broken
    });
    println!(
        "{} events, {} frames, sessions {first} to {}, {:.0} s, {} ways to break",
        events.into_inner(),
        frames.into_inner(),
        seed.into_inner() - 1,
        began.elapsed().as_secs_f64(),
        broken.len()
    );
    assert!(broken.is_empty(), "{broken:#?}");
}
