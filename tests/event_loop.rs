//! Whole sessions through the real loop, on a test backend, with a clock that only the script moves.

#[path = "support/script.rs"]
mod script;

use std::cell::Cell;
use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Color;
use script::Script;
use titanic_tui::app::{App, ColorDepth, FoundFile, Ground, Refused, Settings, ThemeName};
use titanic_tui::data::PassengerList;
use titanic_tui::explain::words::Message;
use titanic_tui::terminal::event::Event;
use titanic_tui::terminal::event_loop::{self, Ended, FRAME, FrameHost, Host};
use titanic_tui::terminal::events::Events;
use titanic_tui::terminal::state_folder::Opened;
use titanic_tui::terminal::system::Suspended;
use titanic_tui::training::{RecipePatch, Run};

const SECOND: Duration = Duration::from_secs(1);

/// A script whose clock others can read, and turn on.
struct Watched {
    script: Script,
    /// What the clock says now.
    clock: Rc<Cell<Duration>>,
    /// Time that passed while the process stood still.
    still: Rc<Cell<Duration>>,
    /// How often the terminal was asked what it writes on.
    asked: Rc<Cell<u32>>,
}

impl Events for Watched {
    fn next(&mut self, wait: Duration) -> io::Result<Option<Event>> {
        let event = self.script.next(wait);
        self.clock.set(self.now());
        event
    }

    fn now(&self) -> Duration {
        self.script.now() + self.still.get()
    }

    fn ask_ground(&mut self) -> io::Result<()> {
        self.asked.set(self.asked.get() + 1);
        Ok(())
    }
}

/// A host that remembers what it was asked.
#[derive(Default)]
struct Record {
    clock: Rc<Cell<Duration>>,
    still: Rc<Cell<Duration>>,
    asked: Rc<Cell<u32>>,
    frames: Vec<Duration>,
    whole: u32,
    suspended: Vec<Suspended>,
    resumed: u32,
    copied: Vec<String>,
    exported: Vec<(String, String)>,
    saved: Vec<String>,
    saved_runs: usize,
    opened: u32,
}

impl FrameHost for Record {
    fn begin_frame(&mut self) -> io::Result<()> {
        self.frames.push(self.clock.get());
        Ok(())
    }

    fn end_frame(&mut self) -> io::Result<()> {
        self.whole += 1;
        Ok(())
    }

    fn suspend(&mut self, who: Suspended) -> io::Result<()> {
        self.suspended.push(who);
        self.still.set(self.still.get() + 3600 * SECOND);
        Ok(())
    }

    fn resume(&mut self) -> io::Result<()> {
        self.resumed += 1;
        Ok(())
    }
}

impl Host for Record {
    fn find_files(&mut self) -> Vec<FoundFile> {
        Vec::new()
    }

    fn copy(&mut self, text: &str) -> Result<(), String> {
        self.copied.push(text.to_owned());
        Ok(())
    }

    fn export(&mut self, name: &str, contents: &str) -> Result<String, String> {
        self.exported.push((name.to_owned(), contents.to_owned()));
        Ok(name.to_owned())
    }

    fn save(&mut self, path: &str, _: &[u8], _: bool) -> Result<String, Refused> {
        self.saved.push(path.to_owned());
        Ok(path.to_owned())
    }

    fn open(&mut self, path: &str, _: &RecipePatch, _: &Arc<PassengerList>) -> Result<Run, Message> {
        Err(Message::sentence(&format!("there is no file {path}")))
    }

    fn keep_progress(&mut self, _: &str) {}

    fn count_saved_runs(&mut self) -> usize {
        self.saved_runs
    }

    fn open_saved_runs(&mut self, _: &Arc<PassengerList>) -> Opened {
        self.opened += 1;
        Opened::default()
    }
}

struct Session {
    ended: Ended,
    app: App,
    host: Record,
    screen: String,
    colours: Vec<Color>,
}

fn play(script: Script) -> Session {
    play_on(script, Record::default())
}

fn play_on(script: Script, host: Record) -> Session {
    play_with(script, host, Settings::default())
}

fn play_with(script: Script, mut host: Record, settings: Settings) -> Session {
    let mut app = App::new(Arc::new(PassengerList::embedded()), settings);
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a test backend");
    let (clock, still, asked) = (Rc::clone(&host.clock), Rc::clone(&host.still), Rc::clone(&host.asked));
    let mut events = Watched { script, clock, still, asked };
    let ended = event_loop::run(&mut terminal, &mut events, &mut host, &mut app).expect("no error");
    assert_eq!(host.frames.len() as u32, host.whole, "every frame that began was ended");
    // A terminal forgets what a wide glyph covers; the backend's own text does not.
    let screen = titanic_tui::ui::picture::text(terminal.backend().buffer());
    let colours = terminal.backend().buffer().content.iter().flat_map(|cell| [cell.fg, cell.bg]).collect();
    Session { ended, app, host, screen, colours }
}

fn grounded(script: Script) -> Session {
    let settings = Settings { depth: ColorDepth::True, ..Settings::default() };
    play_with(script, Record::default(), settings)
}

#[test]
fn the_terminal_is_asked_once_for_what_it_writes_on_and_nobody_waits() {
    let session = grounded(Script::new().keys("j").wait(SECOND).keys("j").wait(SECOND));
    assert_eq!((session.host.asked.get(), session.host.frames.len()), (1, 3));
    assert!(session.colours.iter().all(|&colour| colour == Color::Reset), "nothing is known of it");
    let settings = Settings { theme: ThemeName::Light, ..Settings::default() };
    let session = play_with(Script::new().keys("j").wait(SECOND), Record::default(), settings);
    assert_eq!(session.host.asked.get(), 0, "who chose a theme needs no answer");
}

#[test]
fn an_answer_chooses_the_hues_however_late_it_comes() {
    let dark = Color::Rgb(0xf5, 0x93, 0x22);
    let light = Color::Rgb(0x9c, 0x46, 0x00);
    for wait in [0, 1, 10] {
        for (ground, seen, other) in [([16, 20, 24], dark, light), ([253, 246, 227], light, dark)] {
            let script = Script::new().wait(SECOND * wait).event(Event::Ground(Ground::Color(ground))).wait(SECOND);
            let session = grounded(script);
            assert!(session.colours.contains(&seen) && !session.colours.contains(&other), "{ground:?} after {wait} s");
        }
    }
}

#[test]
fn a_terminal_that_gives_no_answer_is_painted_and_a_later_answer_still_counts() {
    let silent = Script::new().event(Event::Ground(Ground::Silent)).wait(SECOND);
    let session = grounded(silent.clone());
    assert!(!session.colours.contains(&Color::Reset), "every cell has a ground");
    let session = grounded(silent.event(Event::Ground(Ground::Color([255; 3]))).wait(SECOND));
    assert!(session.colours.contains(&Color::Reset) && session.colours.contains(&Color::Rgb(0x9c, 0x46, 0x00)));
}

#[test]
fn the_users_theme_wins_over_the_answer() {
    let settings = Settings { theme: ThemeName::Light, depth: ColorDepth::True, ..Settings::default() };
    let script = Script::new().event(Event::Ground(Ground::Color([0; 3]))).wait(SECOND);
    let session = play_with(script, Record::default(), settings);
    assert!(!session.colours.contains(&Color::Reset), "it paints its own ground");
    assert!(session.colours.contains(&Color::Rgb(0x9c, 0x46, 0x00)));
}

#[test]
fn the_first_frame_comes_before_any_key_and_q_leaves() {
    let session = play(Script::new().wait(SECOND).keys("q"));
    assert_eq!(session.ended, Ended::Quit);
    assert_eq!(session.host.frames.first(), Some(&Duration::ZERO));
    assert!(session.screen.contains("Braund"), "{}", session.screen);
}

#[test]
fn a_signal_ends_the_session_and_is_told_apart_from_leaving() {
    let session = play(Script::new().event(Event::End(15)));
    assert_eq!(session.ended, Ended::Signal(15));
}

#[test]
fn at_rest_nothing_is_drawn() {
    let short = play(Script::new().keys("q")).host.frames.len();
    let long = play(Script::new().wait(600 * SECOND).keys("q")).host.frames.len();
    assert_eq!(long, short);
}

#[test]
fn a_held_key_never_lags_behind() {
    let mut script = Script::new();
    for _ in 0..500 {
        script = script.keys("j");
    }
    let session = play(script.wait(SECOND).keys("q"));
    assert_eq!(session.app.core.who, 500);
    assert!(session.host.frames.len() <= 3, "{} frames", session.host.frames.len());
}

#[test]
fn playing_draws_at_most_every_33_ms_and_keeps_its_speed() {
    let session = play(Script::new().keys("Space Space").wait(4 * SECOND).keys("q"));
    let epochs = session.app.core.run().last_epoch();
    assert!((19..=22).contains(&epochs), "5 a second for 4 seconds gave {epochs}");
    let (frames, most) = (session.host.frames.len() as u32, 4 * SECOND.as_millis() / 33 + 3);
    assert!(u128::from(frames) <= most, "{frames} frames");
}

/// Begins the run of the offer and turns the speed up until it trains flat out.
fn flat_out() -> Script {
    flat_out_on("Space Space")
}

/// Begins a run with these keys and turns the speed up until it trains flat out.
fn flat_out_on(keys: &str) -> Script {
    Script::new().keys(keys).wait(SECOND).keys("] ] ] ] ] ] ] ] ] ]")
}

#[test]
fn flat_out_frames_are_33_ms_apart_but_a_key_is_answered_at_once() {
    let (half, key) = (Duration::from_millis(150), Duration::from_millis(10));
    // On raw ages it has not converged for a long time.
    let raw = flat_out_on("p Down Down Enter Space");
    let script = raw.wait(half + key).keys("j").wait(half).keys("q");
    let Session { ended, app, host, .. } = play(script);
    assert_eq!(ended, Ended::Quit);
    assert_eq!(app.core.who, 1);
    assert!(app.core.run().last_epoch() > 20, "it trained");
    let pressed = SECOND + half + key;
    let at_once = pressed..=pressed + Duration::from_millis(2);
    assert!(host.frames.iter().any(|frame| at_once.contains(frame)), "{:?}", host.frames);
    let times: Vec<_> = host.frames.iter().filter(|&frame| !at_once.contains(frame)).collect();
    for pair in times.windows(2).filter(|pair| *pair[0] > SECOND) {
        assert!(pair[1].saturating_sub(*pair[0]) >= FRAME, "{:?}", host.frames);
    }
}

#[test]
fn a_run_with_nothing_left_to_learn_rests_says_so_and_goes_on_when_asked() {
    let minute = 60 * SECOND;
    let at_rest = play(flat_out().wait(minute).keys("q"));
    let rested = at_rest.app.core.run().last_epoch();
    assert!(!at_rest.app.core.is_playing(), "it still plays at {rested}");
    let said = format!("converged at epoch {rested}");
    assert!(at_rest.screen.contains(&said), "{}", at_rest.screen);
    let japanese = Script::new().keys("L Space Space ] ] ] ] ] ] ] ] ] ]");
    let japanese = play(japanese.wait(minute).keys("C-c")).screen;
    assert!(japanese.contains("収束：もう学ぶことがないので止めました"), "{japanese}");
    let longer = play(flat_out().wait(10 * minute).keys("q"));
    assert_eq!(longer.app.core.run().last_epoch(), rested, "resting costs nothing");
    assert_eq!(longer.host.frames.len(), at_rest.host.frames.len());
    let asked = flat_out().wait(minute).keys("Space").wait(SECOND / 5);
    let asked = play(asked.keys("C-c"));
    assert!(asked.app.core.is_playing());
    assert!(asked.app.core.run().last_epoch() > rested + 100);
}

#[test]
fn copy_and_export_reach_the_host_and_their_answers_the_screen() {
    let session = play(Script::new().keys("y").wait(SECOND).keys("x Enter").wait(SECOND).keys("q"));
    assert_eq!(session.host.copied.len(), 1);
    assert!(session.host.copied[0].contains("-0.4870529"), "{:?}", session.host.copied);
    assert_eq!(session.host.exported.len(), 1);
    let (name, contents) = &session.host.exported[0];
    assert!(contents.contains("Braund"), "{name}");
    assert!(session.screen.contains(name.as_str()), "{}", session.screen);
}

#[test]
fn a_save_reaches_the_host_and_a_file_that_is_not_there_is_said_on_the_screen() {
    let session = play(Script::new().keys("C-s text:x Enter I text:gone.json Enter").wait(SECOND).keys("C-c"));
    assert_eq!(session.host.saved, ["The-post.jsonx"]);
    assert!(session.screen.contains("there is no file gone.json"), "{}", session.screen);
}

#[test]
fn a_stop_is_the_jobs_from_the_keyboard_and_the_processes_from_outside() {
    let script = Script::new().keys("C-z").event(Event::Suspend).event(Event::Continued);
    let session = play(script.wait(SECOND).keys("q"));
    assert_eq!(session.host.suspended, [Suspended::Job, Suspended::Process]);
    assert_eq!(session.host.asked.get(), 3, "at the start and after each stop: it may be another ground by then");
    assert_eq!(session.host.resumed, 1);
    assert!(session.host.frames.len() >= 2, "the screen comes back");
}

#[test]
fn an_hour_asleep_is_not_an_hour_of_training() {
    let second = Script::new().keys("Space Space").wait(SECOND);
    let session = play(second.keys("C-z").wait(SECOND).keys("q"));
    assert_eq!(session.host.suspended, [Suspended::Job]);
    let epochs = session.app.core.run().last_epoch();
    assert!(epochs <= 12, "{epochs} epochs in two seconds at 5 a second");
}

#[test]
fn saved_runs_are_counted_at_the_start_and_read_only_when_asked_for() {
    let host = Record { saved_runs: 2, ..Record::default() };
    let session = play_on(Script::new().wait(SECOND).keys("q"), host);
    assert_eq!(session.app.core.saved_runs, 2);
    assert_eq!(session.host.opened, 0);
}

#[test]
fn events_that_cannot_be_read_end_the_session_with_an_error() {
    struct Broken;
    impl Events for Broken {
        fn next(&mut self, _wait: Duration) -> io::Result<Option<Event>> {
            Err(io::Error::other("unplugged"))
        }
        fn now(&self) -> Duration {
            Duration::ZERO
        }
    }
    let mut app = App::new(Arc::new(PassengerList::embedded()), Settings::default());
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let error = event_loop::run(&mut terminal, &mut Broken, &mut Record::default(), &mut app);
    assert_eq!(error.unwrap_err().to_string(), "unplugged");
}
