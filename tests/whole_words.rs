//! Every screen and every popup, in both languages, at many sizes and in many states: no word is cut, none
//! runs into a border, and no syllable stands alone in a line. Numbers may end at a border, as axes and
//! right-aligned columns do; hints on shared borders are tested beside `ui::widgets::panel`.

use std::collections::BTreeSet;

use ratatui::buffer::{Buffer, CellWidth as _};
use ratatui::layout::Rect;
use titanic_tui::app::{Action, Screen, Target};
use titanic_tui::data::PassengerList;
use titanic_tui::explain::words::Language;
use titanic_tui::training::Preset;

use openings::{OPENINGS, kind};
use session::Session;

#[path = "support/openings.rs"]
mod openings;
#[path = "support/presets.rs"]
mod presets;
#[path = "support/session.rs"]
mod session;

const SIZES: [(u16, u16); 5] = [(80, 24), (100, 30), (120, 40), (160, 50), (200, 60)];

/// What was found, each place once, with where it was first seen.
struct Findings {
    names: String,
    found: BTreeSet<String>,
}

impl Findings {
    fn new() -> Self {
        let list = PassengerList::embedded();
        let names: Vec<&str> = (0..list.len()).map(|row| list.passenger(row).name).collect();
        Self { names: names.join("\n"), found: BTreeSet::new() }
    }

    /// Draws the session as it stands at every size in both languages and reads the frames.
    fn read(&mut self, session: &mut Session, state: &str) {
        for &language in Language::ALL {
            session.app.core.settings.language = language;
            for (columns, rows) in SIZES {
                session.buf = Buffer::empty(Rect::new(0, 0, columns, rows));
                session.act(Action::Resize { columns, rows });
                let popup = session.app.core.hits.find(|target| target == Target::Popup);
                let area = popup.map_or(session.buf.area, |area| Rect::new(area.x, area.y, area.width, area.height));
                let place = format!("{columns}×{rows} {language:?} {state}");
                for line in lines(&session.buf, area) {
                    self.read_line(&line, &place);
                }
            }
        }
        session.app.core.settings.language = Language::English;
    }

    fn read_line(&mut self, line: &str, place: &str) {
        let chars: Vec<char> = line.chars().collect();
        for (at, &c) in chars.iter().enumerate() {
            let before = &chars[..at];
            let after = chars.get(at + 1).copied().unwrap_or(' ');
            let is_cut = c == '…' && !self.is_meant(before, &chars[at + 1..]);
            // A border that goes on sideways is a neuron's box.
            let ends_word = before.last().is_some_and(|&c| c.is_alphabetic() || "、,：:（(".contains(c));
            let runs_into_border = c == '│' && after != '─' && ends_word;
            // A dot of a list has blanks on both sides; others are shades of a small map.
            let is_dot = before.ends_with(&[' ', '·', ' ']);
            let is_mark = matches!(before, [.., mark, ' '] if "、,：:（(+−".contains(*mark));
            let is_broken_off = c == '─' && (is_dot || is_mark);
            for (is_found, what) in
                [(is_cut, "cut"), (runs_into_border, "runs into a border"), (is_broken_off, "broken off")]
            {
                if is_found {
                    self.note(what, line, place);
                }
            }
        }
        let is_alone = |part: &str| {
            let part = part.trim();
            let is_syllable = |c: char| ('ぁ'..='ん').contains(&c) || c == '。';
            (1..=2).contains(&part.chars().count()) && part.chars().all(is_syllable)
        };
        if line.split(['│', '┃']).any(is_alone) {
            self.note("alone in a line", line, place);
        }
        if !line.contains(['│', '─']) && line.trim_end().ends_with(['、', ',', '·', '：', ':', '+', '−']) {
            self.note("broken off", line, place);
        }
    }

    /// A range of numbers, a check that is still computed, an enumeration that goes on, or a name: of
    /// somebody on the list, or of a parameter, where a column is too narrow for `siblings→h1.10`.
    fn is_meant(&self, before: &[char], after: &[char]) -> bool {
        let next = after.iter().find(|c| **c != ' ');
        let is_number = |c: &char| c.is_ascii_digit() || "+−".contains(*c);
        let previous = before.iter().rev().find(|c| **c != ' ');
        if previous.is_some_and(is_number) && next.is_some_and(is_number) {
            return true;
        }
        let tail: String = before.iter().rev().take(7).collect::<Vec<_>>().into_iter().rev().collect();
        let is_name = self.names.contains(tail.trim_start()) || next == Some(&'→');
        let is_computed =
            before.ends_with(&[' ']) && next == Some(&'│') || tail.ends_with("drawing") || tail.ends_with("描画中");
        is_name || is_computed || next.is_some_and(|c| ")）".contains(*c))
    }

    fn note(&mut self, what: &str, line: &str, place: &str) {
        self.found.insert(format!("{what} at {place}: {}", line.trim_end()));
    }

    #[track_caller]
    fn assert_none(&self) {
        let found: Vec<&str> = self.found.iter().map(String::as_str).collect();
        assert!(found.is_empty(), "{} places:\n{}", found.len(), found.join("\n"));
    }
}

/// The rows of an area as text, each wide glyph once.
fn lines(buf: &Buffer, area: Rect) -> Vec<String> {
    let row = |y: u16| {
        let mut line = String::new();
        let mut x = area.left();
        while x < area.right() {
            let cell = &buf[(x, y)];
            line.push_str(cell.symbol());
            x += cell.cell_width().max(1);
        }
        line
    };
    (area.top()..area.bottom()).map(row).collect()
}

/// A session in a large terminal in which a preset was started.
fn started(preset: Preset) -> Session {
    let mut session = presets::started(preset, (200, 60));
    session.press("J K");
    session
}

/// Time passes until nothing moves and the notice is gone.
fn settle(session: &mut Session) {
    presets::settle(session);
    session.press("J K");
}

fn every_screen(findings: &mut Findings, session: &mut Session, state: &str) {
    for (key, screen) in (1..).zip(Screen::ALL) {
        session.press(&key.to_string()).wait(0);
        findings.read(session, &format!("{screen:?}, {state}"));
    }
}

#[test]
fn every_screen_of_every_preset() {
    let mut findings = Findings::new();
    every_screen(&mut findings, &mut Session::open(200, 60), "published");
    for &preset in Preset::ALL {
        let mut session = started(preset);
        for epoch in [0, 1, 500] {
            session.press(&format!(": text:{epoch} Enter"));
            settle(&mut session);
            every_screen(&mut findings, &mut session, &format!("{preset:?} at {epoch}"));
        }
    }
    findings.assert_none();
}

#[test]
fn every_panel_enlarged_and_with_the_keys() {
    let mut findings = Findings::new();
    for preset in [Preset::ThePost, Preset::ThePostTrained, Preset::Unpublished231] {
        let mut session = started(preset);
        session.press(". .");
        settle(&mut session);
        for (key, screen) in (1..).zip(Screen::ALL) {
            session.press(&key.to_string());
            for panel in 0..4 {
                let state = format!("{screen:?}, {preset:?}, panel {panel}");
                session.press("Tab").wait(0);
                findings.read(&mut session, &state);
                session.press("z").wait(0);
                findings.read(&mut session, &format!("{state} enlarged"));
                session.press("z");
            }
        }
    }
    findings.assert_none();
}

#[test]
fn every_popup() {
    let mut findings = Findings::new();
    let mut opened = BTreeSet::new();
    for preset in [Preset::ThePost, Preset::ThePostTrained] {
        for keys in OPENINGS {
            let mut session = started(preset);
            session.press("1").press(keys);
            let kind = session.app.popups.top().map(kind);
            assert!(kind.is_some(), "{keys} opens nothing on\n{}", session.screen());
            opened.extend(kind);
            findings.read(&mut session, &format!("{preset:?}, {keys}"));
        }
    }
    assert_eq!(opened.len(), OPENINGS.len(), "{opened:?}");
    findings.assert_none();
}

#[test]
fn every_way_of_looking() {
    let mut findings = Findings::new();
    for (preset, keys) in [
        (Preset::ThePost, "e Up"),
        (Preset::ThePost, "f text:sex=f Enter"),
        (Preset::ThePost, "f text:sex=f Space text:class=3 Space text:age>20 Space text:fare>7 Enter"),
        (Preset::ThePost, "f text:sex=f Space text:class=3 Space text:age>20 Enter Enter"),
        (Preset::ThePost, "f text:sex=f Space text:class=3 Space text:age>20 Enter d"),
        (Preset::ThePost, "y"),
        (Preset::ThePost, "3 v"),
        (Preset::ThePostTrained, ". F"),
        (Preset::ThePostTrained, "} M } 2"),
        (Preset::ThePostTrained, "> > M . 1"),
        (Preset::ThePostTrained, "> w Down Right Right"),
        (Preset::ThePostTrained, "2 R Enter"),
        (Preset::ThePostTrained, "> > i > 2 c"),
        (Preset::ThePostTrained, "4 v"),
        (Preset::ThePostTrained, "> 5 Right"),
        (Preset::Unpublished231, ". e Up"),
        (Preset::Unpublished231, ". 4 Tab Enter"),
        (Preset::Everything, "> 1 ) ) )"),
    ] {
        let mut session = started(preset);
        session.press("1").press(keys).wait(0);
        findings.read(&mut session, &format!("{preset:?}, {keys}"));
    }
    findings.assert_none();
}
