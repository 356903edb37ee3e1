//! Numbers on the screen: they stand still while they change, and never say what is not so.

use titanic_tui::app::Settings;
use titanic_tui::explain::words::Language;

use crate::session::Session;

/// The columns of what must not move in a line: signs, units, the last digit of each field.
fn fixed_places(line: &str) -> Vec<(usize, char)> {
    let chars: Vec<char> = line.chars().collect();
    let places = chars.iter().enumerate();
    places
        .filter(|&(at, &c)| {
            let ends_number =
                c.is_ascii_digit() && chars.get(at + 1).is_none_or(|next| !next.is_ascii_digit() && *next != '.');
            ends_number || matches!(c, '/' | '%' | '.') || c.is_alphabetic()
        })
        .map(|(at, &c)| (at, if c.is_ascii_digit() { '#' } else { c }))
        .collect()
}

/// The part of a time bar's row that holds figures, without the track.
fn figures(session: &Session, row: u16) -> String {
    let width = session.buf.area.width;
    (0..width)
        .map(|x| session.buf[(x, row)].symbol().chars().next().unwrap_or(' '))
        .map(|c| if ('\u{2800}'..='\u{28ff}').contains(&c) || "┃┄✧".contains(c) { ' ' } else { c })
        .collect()
}

#[test]
fn no_figure_of_the_time_bar_jumps_while_training_plays() {
    for &language in Language::ALL {
        for (width, height, rows) in [(80, 24, 2), (120, 40, 2), (160, 50, 2)] {
            let settings = Settings { language, ..Settings::default() };
            let mut session = Session::with(settings, width, height);
            session.press("Space Space").wait(33);
            let bar = if width < 100 { height - 3 } else { height - 4 - u16::from(width >= 160) };
            let places = |session: &Session| -> Vec<_> {
                (0..rows)
                    .map(|row| {
                        let line = figures(session, bar + row);
                        // At 80 columns the second row ends with the flips, whose signs follow words.
                        let line = if width < 100 && row == 1 { line.chars().take(60).collect() } else { line };
                        fixed_places(&line)
                    })
                    .collect()
            };
            let first = places(&session);
            assert!(first.iter().all(|row| !row.is_empty()), "no figures at {width}");
            for _ in 0..900 {
                session.wait(33);
                assert_eq!(
                    places(&session),
                    first,
                    "at epoch {}, {width} columns\n{}",
                    session.app.core.run().epoch(),
                    session.screen()
                );
            }
            assert!(session.app.core.run().epoch() > 100, "the count grew to three digits");
        }
    }
}

/// Whether a text holds a number that is nought and negative.
fn negative_nought(text: &str) -> bool {
    text.match_indices(['−', '-']).any(|(at, sign)| {
        let rest = &text[at + sign.len()..];
        let number: String = rest.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        number.contains('.') && number.chars().all(|c| c == '0' || c == '.')
    })
}

#[test]
fn no_number_is_ever_a_negative_nought() {
    assert!(negative_nought("z = −0.000 ") && !negative_nought("−0.0001 −10.00"));
    for downs in 0..5 {
        let mut session = Session::open(130, 50);
        session.press("p Home");
        for _ in 0..downs {
            session.press("Down");
        }
        session.press("Enter");
        for step in 0..60 {
            for screen in ["1", "2"] {
                session.press(screen);
                let text = session.screen();
                assert!(!negative_nought(&text), "preset {downs}, step {step}\n{text}");
            }
            session.press(if step < 40 { ". J )" } else { "> J )" });
        }
    }
}

#[test]
fn a_chance_reads_one_half_only_where_it_is_one_half() {
    for preset in ["p Enter", "p Home Enter", "p End Enter"] {
        let mut session = Session::open(80, 60);
        session.press(preset).press("z");
        let mut read = 0;
        for _ in 0..60 {
            session.press(". PgDn");
            for line in session.screen().lines().filter(|line| line.starts_with('│')) {
                let Some(id) =
                    line.trim_start_matches(['│', '▸', ' ']).split(' ').next().and_then(|id| id.parse::<usize>().ok())
                else {
                    continue;
                };
                let Some(p) = session.app.core.shown().row(id - 1).p else {
                    continue;
                };
                let half = line.split(' ').any(|word| word == ".5000" || word == ".500");
                assert!(!half || p == 0.5, "{p} reads as one half\n{line}");
                let said = if p > 0.5 { " lived" } else { " died" };
                assert!(line.contains(said), "{p}\n{line}");
                read += 1;
            }
        }
        assert!(read > 1_000, "only {read} rows were read");
    }
}

#[test]
fn every_count_on_the_time_bar_has_its_total_beside_it() {
    let mut session = Session::open(120, 40);
    session.press("p Enter");
    for _ in 0..30 {
        session.press(".");
        let metrics = session.app.core.run().metrics();
        for part in [metrics.train, metrics.test] {
            let count = format!("{}/{}", part.correct, part.total);
            let percent = format!("{:.2} %", f64::from(part.correct) / f64::from(part.total) * 100.0);
            let screen = session.screen();
            assert!(screen.contains(&count) && screen.contains(&percent), "{count} {percent}");
        }
    }
}
