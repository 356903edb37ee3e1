//! Random keys, clicks, pastes, ticks and sizes: nothing panics, and the state stays whole.

use std::time::Duration;
use titanic_tui::app::{Action, ExplorePanel, ExploreTarget, Panel};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use titanic_tui::explain::words::notices;

use crate::random::sessions;
use crate::session::Session;

/// One thing that happens to the program, in a form that proptest can print and shrink.
#[derive(Debug, Clone)]
enum Happening {
    Key(KeyCode, KeyModifiers),
    Mouse(MouseEventKind, u16, u16),
    Paste(String),
    Tick(u64),
    Size(u16, u16),
    Undrawn(KeyCode),
}

fn code() -> impl Strategy<Value = KeyCode> {
    prop_oneof![
        4 => prop::char::range(' ', '~').prop_map(KeyCode::Char),
        // The keys of the table more often than its neighbours.
        6 => prop::sample::select(" .,><}{rEMJK/nNf z sS8d)(Fvtc uyxTLA:p?1234io[]+-12gGhjklP0#".chars().collect::<Vec<_>>())
            .prop_map(KeyCode::Char),
        4 => prop::sample::select(vec![
            KeyCode::Up, KeyCode::Down, KeyCode::Left, KeyCode::Right, KeyCode::Enter,
            KeyCode::Esc, KeyCode::Tab, KeyCode::BackTab, KeyCode::Home, KeyCode::End,
            KeyCode::PageUp, KeyCode::PageDown, KeyCode::Backspace, KeyCode::Delete,
            KeyCode::F(1),
        ]),
        1 => prop::char::any().prop_map(KeyCode::Char),
    ]
}

fn modifiers() -> impl Strategy<Value = KeyModifiers> {
    prop_oneof![
        8 => Just(KeyModifiers::NONE),
        1 => Just(KeyModifiers::SHIFT),
        1 => Just(KeyModifiers::CONTROL),
        1 => Just(KeyModifiers::ALT),
    ]
}

fn mouse() -> impl Strategy<Value = MouseEventKind> {
    prop::sample::select(vec![
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::Drag(MouseButton::Left),
        MouseEventKind::Up(MouseButton::Left),
        MouseEventKind::Down(MouseButton::Right),
        MouseEventKind::ScrollUp,
        MouseEventKind::ScrollDown,
        MouseEventKind::Moved,
    ])
}

fn size() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![
        3 => Just((80, 24)),
        2 => Just((120, 40)),
        1 => (1_u16..90, 1_u16..30),
        1 => (80_u16..300, 24_u16..80),
    ]
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        20 => (code(), modifiers()).prop_map(|(code, held)| Happening::Key(code, held)),
        4 => (mouse(), 0_u16..130, 0_u16..45).prop_map(|(kind, x, y)| Happening::Mouse(kind, x, y)),
        1 => "\\PC{0,12}".prop_map(Happening::Paste),
        1 => prop::sample::select(vec!["sex=f age>60", "class=3\r\nlived", "\u{1b}[31mq"])
            .prop_map(|text| Happening::Paste(text.to_owned())),
        4 => prop_oneof![Just(0_u64), 1_u64..200, Just(100_000)].prop_map(Happening::Tick),
        1 => size().prop_map(|(width, height)| Happening::Size(width, height)),
        2 => code().prop_map(Happening::Undrawn),
    ]
}

fn happens(session: &mut Session, happening: Happening) {
    match happening {
        Happening::Key(code, held) => session.act(Action::Key(KeyEvent::new(code, held))),
        Happening::Mouse(kind, column, row) => {
            session.act(Action::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }))
        }
        Happening::Paste(text) => session.act(Action::Paste(text)),
        Happening::Tick(time) => session.act(Action::Tick(Duration::from_millis(time))),
        Happening::Size(columns, rows) => {
            session.buf = Buffer::empty(Rect::new(0, 0, columns, rows));
            session.act(Action::Resize { columns, rows })
        }
        // Two keys within one frame, as when a key is held.
        Happening::Undrawn(code) => {
            let key = Action::Key(KeyEvent::new(code, KeyModifiers::NONE));
            titanic_tui::app::update(&mut session.app, key);
            session
        }
    };
}

fn is_whole(session: &mut Session) -> Result<(), TestCaseError> {
    session.draw();
    let app = &session.app;
    let run = app.core.run();
    prop_assert!(app.core.who < app.core.list.len(), "who left the list");
    prop_assert!(run.first_epoch() <= run.epoch() && run.epoch() <= run.last_epoch());
    prop_assert_eq!(app.core.spot(), app.core.spot().fitted(app.core.network()), "where left the network");
    prop_assert!(app.core.runs.active_index() < app.core.runs.all().len());
    prop_assert!(app.core.run_row < app.core.runs.all().len());
    prop_assert_eq!(app.core.focus().screen(), app.core.screen);
    let parameters = app.core.network().parameters();
    prop_assert!(parameters.iter().all(|value| value.is_finite()));
    prop_assert!(run.learning_rate().is_finite() && run.learning_rate() > 0.0);
    prop_assert!(app.core.view.rows().len() <= app.core.list.len());
    let flips = app.core.shown().ledger_rows(app.core.parts).len();
    prop_assert!(
        app.screens.train.flip(&app.core) == 0 || app.screens.train.flip(&app.core) < flips,
        "the ledger's cursor left it"
    );
    selected_row_is_seen(session)
}

/// Whoever is selected and listed stands in the list wherever the list is drawn.
fn selected_row_is_seen(session: &Session) -> Result<(), TestCaseError> {
    let app = &session.app;
    let place = app.core.view.position_of(app.core.who);
    if let Some(place) = place
        && app.core.hits.shows(Panel::Explore(ExplorePanel::Passengers))
        && app.core.hits.page(Panel::Explore(ExplorePanel::Passengers)) > 0
    {
        let row = app.core.hits.find(|target| target == ExploreTarget::Row(place).into());
        prop_assert!(row.is_some(), "row {} is out of sight\n{}", place, session.screen());
    }
    Ok(())
}

proptest! {
    #![proptest_config(sessions(120))]

    #[test]
    fn nothing_breaks_the_program(
        first in size(),
        happenings in prop::collection::vec(happening(), 1..60),
    ) {
        let mut session = Session::open(first.0, first.1);
        for happening in happenings {
            happens(&mut session, happening);
            if session.app.is_over() {
                break;
            }
            is_whole(&mut session)?;
        }
        // Whatever the state, leaving works.
        session.press("C-c");
        prop_assert!(session.app.is_over());
    }

    #[test]
    fn undo_and_redo_never_move_the_epoch_of_any_run(
        happenings in prop::collection::vec(happening(), 1..40),
        undos in prop::collection::vec(any::<bool>(), 1..12),
    ) {
        let mut session = Session::open(80, 24);
        for happening in happenings {
            happens(&mut session, happening);
        }
        while session.app.popups.is_open() {
            session.press("Esc");
        }
        // Undo and redo end an edit first, and a branch in which nothing was changed goes with it.
        if session.app.core.edit.is_some() {
            session.press("Esc");
        }
        let epochs = |session: &Session| -> Vec<(u64, u64)> {
            let runs = session.app.core.runs.all().iter();
            runs.map(|slot| (slot.run.epoch(), slot.run.last_epoch())).collect()
        };
        let mut before = epochs(&session);
        for undo in undos {
            session.press(if undo { "u" } else { "C-r" });
            // A reset is the one change that moves the epoch, and is taken back whole.
            let told = session.app.core.notice.as_ref().unwrap().message.text(session.app.core.settings.language);
            let of_reset = [notices::WHERE_IT_WAS, notices::VERY_START];
            if of_reset.iter().any(|&word| told.contains(session.app.core.settings.say(word))) {
                before = epochs(&session);
            }
            prop_assert_eq!(&epochs(&session), &before);
        }
    }
}
