//! A large list on its way onto the screen, through the real loop: the gauge, the keys meanwhile, and how it ends.

#[path = "support/script.rs"]
mod script;

use std::fmt::Write as _;
use std::io::{self, ErrorKind, Read};
use std::time::Duration;

use insta::assert_snapshot;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use script::Script;
use titanic_tui::app::Settings;
use titanic_tui::data::{Labels, ListReader};
use titanic_tui::explain::words::Language;
use titanic_tui::terminal::event::Event;
use titanic_tui::terminal::event_loop::{Ended, FrameHost};
use titanic_tui::terminal::loading::{self, ListSource, Loaded};
use titanic_tui::terminal::system::Suspended;
use titanic_tui::ui::{self, Loading};

/// Rows enough for a dozen looks at the keys.
const ROWS: usize = 100_000;

const MOMENT: Duration = Duration::from_millis(3);

/// A terminal that counts what is done to it.
#[derive(Default)]
struct Count {
    frames: u32,
    stops: u32,
}

impl FrameHost for Count {
    fn begin_frame(&mut self) -> io::Result<()> {
        self.frames += 1;
        Ok(())
    }

    fn suspend(&mut self, _: Suspended) -> io::Result<()> {
        self.stops += 1;
        Ok(())
    }

    fn resume(&mut self) -> io::Result<()> {
        self.stops += 1;
        Ok(())
    }
}

fn list(rows: usize) -> String {
    let mut text = "PassengerId,Survived,Name,Sex,Age\n".to_owned();
    for id in 1..=rows {
        writeln!(text, "{id},{},\"Somebody, Mr. {id}\",male,{}", id % 2, id % 80).expect("a string takes it");
    }
    text
}

/// What became of it, the last frame, and what was done to the terminal.
struct Session {
    ended: Result<Loaded, String>,
    rows: usize,
    screen: String,
    count: Count,
}

fn play_on<R: Read>(script: Script, settings: &Settings, mut source: ListSource<R>) -> Session {
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a test backend");
    let (mut events, mut count) = (script, Count::default());
    let ended = loading::read(&mut terminal, &mut events, &mut count, settings, &mut source).expect("no error");
    let (screen, rows) = (terminal.backend().to_string(), source.reader.rows());
    Session { ended: ended.map_err(|wrong| wrong.to_string()), rows, screen, count }
}

fn play(script: Script) -> Session {
    play_in(script, &Settings::default(), &list(ROWS))
}

fn play_in(script: Script, settings: &Settings, text: &str) -> Session {
    let reader = ListReader::new("large.csv", text.as_bytes(), Labels::Required);
    let source = ListSource { name: "large.csv".to_owned(), size: Some(text.len() as u64), reader };
    play_on(script, settings, source)
}

/// A new size has the frame drawn anew.
fn resize() -> Event {
    Event::Resize { columns: 80, rows: 24 }
}

#[test]
fn the_gauge_says_what_is_read_and_what_the_keys_do() {
    let session = play(Script::new().wait(MOMENT).event(resize()).wait(MOMENT).keys("Esc"));
    assert!(matches!(session.ended, Ok(Loaded::GivenUp)));
    assert!(session.rows < ROWS);
    assert_eq!(session.count.frames, 2);
    assert_snapshot!(session.screen);
}

#[test]
fn it_says_so_in_japanese_and_in_ascii() {
    let script = || Script::new().wait(MOMENT).event(resize()).wait(MOMENT).keys("Esc");
    let japanese = Settings { language: Language::Japanese, ..Settings::default() };
    let ascii = Settings { ascii: true, ..Settings::default() };
    assert_snapshot!("japanese", play_in(script(), &japanese, &list(ROWS)).screen);
    let screen = play_in(script(), &ascii, &list(ROWS)).screen;
    assert!(screen.is_ascii(), "{screen}");
    assert_snapshot!("ascii", screen);
}

#[test]
fn a_list_is_read_to_its_end_though_the_terminal_changes_and_keys_mean_nothing() {
    let script = Script::new().wait(MOMENT).event(resize()).keys("j Enter").wait(MOMENT).keys("C-z");
    let script = script.event(Event::Continued).wait(Duration::from_secs(1));
    let session = play(script);
    assert!(matches!(session.ended, Ok(Loaded::Whole)));
    assert_eq!((session.rows, session.count.stops), (ROWS, 2));
}

#[test]
fn q_ctrl_c_and_a_signal_end_the_program() {
    for keys in ["q", "C-c"] {
        let session = play(Script::new().wait(MOMENT).keys(keys));
        assert!(matches!(session.ended, Ok(Loaded::Ended(Ended::Quit))), "{keys}");
        assert!(session.rows < ROWS);
    }
    let session = play(Script::new().wait(MOMENT).event(Event::End(15)));
    assert!(matches!(session.ended, Ok(Loaded::Ended(Ended::Signal(15)))));
}

#[test]
fn what_is_wrong_far_down_is_told_with_its_place() {
    let text = list(ROWS).replace("90000\",male,", "90000\",male,x");
    let session = play_in(Script::new().wait(Duration::from_secs(1)), &Settings::default(), &text);
    let wrong = session.ended.unwrap_err();
    assert!(wrong.starts_with("large.csv, line 90001, column Age: \"x0\" is not a number"), "{wrong}");
}

/// A pipe whose writer has gone to sleep.
struct Asleep<'a>(&'a [u8]);

impl Read for Asleep<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.0.is_empty() { Err(ErrorKind::WouldBlock.into()) } else { self.0.read(buffer) }
    }
}

#[test]
fn while_a_pipe_gives_nothing_keys_are_heard() {
    let text = list(10);
    let reader = ListReader::new("pipe", Asleep(text.as_bytes()), Labels::Required);
    let source = ListSource { name: "pipe".to_owned(), size: None, reader };
    let session = play_on(Script::new().wait(Duration::from_secs(60)).keys("q"), &Settings::default(), source);
    assert!(matches!(session.ended, Ok(Loaded::Ended(Ended::Quit))));
    // Nobody knows how much there is to come.
    assert!(session.screen.contains("passengers so far, 0.0 MB") && !session.screen.contains('%'));
}

#[test]
fn any_terminal_is_large_enough_not_to_panic() {
    let progress = Loading { name: "a.csv", rows: 1, bytes: 1, of: Some(0) };
    for (width, height) in [(0, 0), (1, 1), (3, 2), (20, 5), (500, 100)] {
        let area = Rect::new(0, 0, width, height);
        ui::loading(&Settings::default(), progress, area, &mut Buffer::empty(area));
    }
}
