//! How long a frame takes on each screen, written to a terminal that takes everything, with what has to be computed for
//! it: for large maps the coarse picture, the rest comes in slices. With `--count SCREEN COLUMNS ROWS KIND FRAMES` it
//! draws so many frames and measures nothing: `benches/frames` lets valgrind count their instructions.

#![expect(clippy::print_stdout, reason = "it names the screens to the script that counts")]

use std::io::{Sink, sink};
use std::sync::Arc;
use std::time::Duration;

use criterion::{BatchSize, Criterion};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use strum::{EnumIter, EnumString, IntoEnumIterator as _, IntoStaticStr};
use titanic_tui::app::{Action, App, Hits, Screen, Settings, update};
use titanic_tui::data::PassengerList;
use titanic_tui::ui;

const SIZES: [(u16, u16); 2] = [(80, 24), (200, 60)];

/// What is new in a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
enum Kind {
    /// Another passenger and another epoch.
    Everything,
    /// Another epoch.
    Epoch,
    /// Nothing was drawn before.
    First,
}

/// The program on a screen with the terminal that it is drawn on.
struct Session {
    app: App,
    terminal: Terminal<CrosstermBackend<Sink>>,
}

impl Session {
    fn new(screen: Screen, (columns, rows): (u16, u16)) -> Self {
        let mut app = App::new(Arc::new(PassengerList::embedded()), Settings::default());
        update(&mut app, Action::Resize { columns, rows });
        let viewport = Viewport::Fixed(Rect::new(0, 0, columns, rows));
        let terminal = Terminal::with_options(CrosstermBackend::new(sink()), TerminalOptions { viewport });
        let mut session = Self { app, terminal: terminal.expect("its size is given") };
        let place = Screen::ALL.iter().position(|other| *other == screen).expect("all are there");
        session.press(char::from_digit(place as u32 + 1, 10).expect("a digit for each"));
        session
    }

    /// The post, trained, with a past of 500 epochs, all of it on the screen.
    fn trained(screen: Screen, size: (u16, u16)) -> Self {
        let mut session = Self::new(screen, size);
        session.press(' ');
        session.press(' ');
        for _ in 0..5 {
            session.press('}');
        }
        session.settle();
        session.draw();
        session.settle();
        session.draw();
        session
    }

    fn press(&mut self, c: char) {
        update(&mut self.app, Action::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)));
    }

    fn settle(&mut self) {
        while self.app.is_working() {
            update(&mut self.app, Action::Tick(Duration::from_millis(1)));
        }
    }

    fn change(&mut self, kind: Kind) {
        if kind == Kind::Everything {
            self.press('J');
        }
        self.press(',');
        if self.app.core.run().epoch() == 0 {
            self.press('E');
        }
    }

    fn draw(&mut self) {
        self.app.take_dirty();
        let mut hits = Hits::default();
        self.terminal.draw(|frame| hits = ui::view(&self.app, frame)).expect("nothing refuses");
        update(&mut self.app, Action::Drawn(hits));
    }
}

fn measure(criterion: &mut Criterion) {
    for (&screen, size) in Screen::ALL.iter().flat_map(|screen| SIZES.map(|size| (screen, size))) {
        for kind in Kind::iter() {
            let name = format!("{} {}x{}, {}", screen.key(), size.0, size.1, <&str>::from(kind));
            criterion.bench_function(&name, |bencher| {
                if kind == Kind::First {
                    return bencher.iter_batched_ref(
                        || Session::new(screen, size),
                        Session::draw,
                        BatchSize::SmallInput,
                    );
                }
                let mut session = Session::trained(screen, size);
                bencher.iter(|| {
                    session.change(kind);
                    session.draw();
                });
            });
        }
    }
}

/// Draws so many frames; the first frame is drawn once or not at all.
fn draw(screen: Screen, size: (u16, u16), kind: Kind, frames: usize) {
    if kind == Kind::First {
        let mut session = Session::new(screen, size);
        (0..frames.min(1)).for_each(|_| session.draw());
        return;
    }
    let mut session = Session::trained(screen, size);
    for _ in 0..frames {
        session.change(kind);
        session.draw();
    }
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[1..] {
        ["--count"] => {
            for screen in Screen::ALL {
                println!("{}", screen.key());
            }
        }
        ["--count", screen, columns, rows, kind, frames] => draw(
            Screen::from_key(screen).expect("a screen"),
            (columns.parse().expect("columns"), rows.parse().expect("rows")),
            kind.parse().expect("a kind of frame"),
            frames.parse().expect("a number of frames"),
        ),
        _ => {
            let mut criterion = Criterion::default().configure_from_args();
            measure(&mut criterion);
            criterion.final_summary();
        }
    }
}
