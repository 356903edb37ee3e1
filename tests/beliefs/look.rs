//! How the Beliefs screen looks: one dot a person, marks where people are, whole at every size.

use insta::assert_snapshot;
use titanic_tui::app::{BeliefsTarget, ColorDepth, OwnTarget, Settings, Target, ThemeName};
use titanic_tui::explain::words::Language;

use crate::session::Session;

fn with(settings: Settings, width: u16, height: u16, keys: &str) -> Session {
    let mut session = Session::with(settings, width, height);
    session.press("4").press(keys);
    session.draw();
    session
}

fn open(width: u16, height: u16, keys: &str) -> Session {
    with(Settings::default(), width, height, keys)
}

/// The people in the strips.
fn dots(session: &Session) -> u32 {
    let (left, right, top) =
        session.area_of(|target| matches!(target, Target::Own(OwnTarget::Beliefs(BeliefsTarget::Ages { .. }))));
    let rows = top..session.buf.area.bottom() - 5;
    let cells = rows.flat_map(|y| (left..=right).map(move |x| (x, y)));
    let glyphs: Vec<char> = cells.map(|at| session.buf[at].symbol().chars().next().unwrap_or(' ')).collect();
    let dots = |glyph: char| (glyph as u32).checked_sub(0x2800).filter(|bits| *bits <= 0xff).unwrap_or_default();
    // Two people side by side, or each as wide as a cell: then no dot is without its neighbour.
    let is_paired = |bits: u32| (bits & 0x47).count_ones() == (bits & 0xb8).count_ones();
    let each = if glyphs.iter().all(|glyph| is_paired(dots(*glyph))) { 2 } else { 1 };
    // Larger marks where there is room: a disc or a half block is a person too.
    let people = glyphs.iter().map(|glyph| match glyph {
        '●' | '▄' | '▀' => 1,
        '█' => 2,
        glyph => dots(*glyph).count_ones() / each,
    });
    people.sum()
}

#[test]
fn one_dot_is_one_person_at_every_size() {
    for (width, height) in [(80, 24), (100, 30), (120, 40), (160, 45), (170, 50), (200, 60)] {
        let painted = || Settings { theme: ThemeName::Dark, depth: ColorDepth::True, ..Settings::default() };
        assert_eq!(dots(&with(painted(), width, height, "")), 714, "{width}×{height}");
        assert_eq!(dots(&with(painted(), width, height, "t")), 474, "{width}×{height}");
    }
}

#[test]
fn the_flip_stands_in_the_year_it_is_in() {
    for (width, height, per_year) in [(80, 24, 1), (120, 40, 1), (200, 60, 2)] {
        let session = open(width, height, "");
        let (left, _, _) =
            session.area_of(|target| matches!(target, Target::Own(OwnTarget::Beliefs(BeliefsTarget::Ages { .. }))));
        let (x, _) = session.cell_of("┃ 34.88");
        // 34.88 lies in year 34, and in its second half.
        assert_eq!(x - left, 34 * per_year + (per_year - 1));
    }
}

#[test]
fn colours_turn_at_one_half() {
    let settings = Settings { theme: ThemeName::Dark, depth: ColorDepth::True, ..Settings::default() };
    let session = with(settings, 120, 40, "");
    let (left, _, _) =
        session.area_of(|target| matches!(target, Target::Own(OwnTarget::Beliefs(BeliefsTarget::Ages { .. }))));
    let (_, women) = session.cell_of("women");
    let (_, men) = session.cell_of(" men ");
    let blue_over_red = |x: u16, y: u16| {
        let color = session.buf[(x, y)].fg;
        let ratatui::style::Color::Rgb(red, _, blue) = color else {
            panic!("{color}");
        };
        i32::from(blue) - i32::from(red)
    };
    assert!(blue_over_red(left, women) > 30);
    assert!(blue_over_red(left + 75, women) < -30);
    assert!((left..left + 80).filter(|x| x - left != 22).all(|x| blue_over_red(x, men) < 16));
}

#[test]
fn the_chosen_passenger_stands_on_the_map() {
    let mut session = open(120, 40, "v");
    for _ in 0..5 {
        let (x, y) = session.cell_of("▴");
        let (left, right, _) =
            session.area_of(|target| matches!(target, Target::Own(OwnTarget::Beliefs(BeliefsTarget::Map { .. }))));
        assert!((left..=right).contains(&x), "{x} {y}");
        session.press("J");
    }
    // Mr. Moran has no age; he is on no map of ages, and the line says why.
    assert_eq!(session.app.core.passenger().id, 6);
    assert!(session.screen().contains("Moran, m: no age, counted as died ✓"));
}

#[test]
fn no_answer_is_said_not_drawn() {
    let mut session = Session::open(120, 40);
    // Class against fare, held as Mr. Moran without an age.
    session.press("4 a Right Right Down Right Right Right Right Enter J J J J J");
    session.draw();
    let screen = session.screen();
    assert!(screen.contains("No answer for Mr. Moran"), "{screen}");
}

#[test]
fn lines_below_are_whole_in_both_languages() {
    for &language in Language::ALL {
        for keys in ["", "v", "J J J J J", "t"] {
            let settings = Settings { language, ..Settings::default() };
            let session = with(settings, 80, 24, keys);
            let screen = session.screen();
            let foot: Vec<&str> = screen.lines().skip(15).take(5).collect();
            assert!(foot.iter().all(|line| !line.contains('…')), "{screen}");
        }
    }
}

#[test]
fn wider_windows_show_all_ages_and_the_cursor_hides_no_tick() {
    for (width, height) in [(120, 40), (150, 40), (160, 50), (171, 50), (200, 60)] {
        let screen = open(width, height, "").screen();
        let axis = screen.lines().find(|line| line.contains(" age 0 ")).unwrap();
        for tick in ["10", "20", "30", "40", "50", "60", "70", "80"] {
            assert!(axis.contains(tick), "{width}: {axis}");
        }
        assert!(axis.contains('▴'), "{axis}");
    }
}

#[test]
fn the_legend_of_shades_is_what_is_drawn() {
    for (theme, ramp) in [
        (ThemeName::Terminal, "p  died ██ .2 ▓▓ .3 ▒▒ .4 ░░ .5 ░░ .6 ▒▒ .7 ▓▓ .8 ██ lived"),
        (ThemeName::Mono, "p  █ .9 and over  ▓ .7  ▒ .5  ░ .3  · below .3"),
    ] {
        let settings = Settings { theme, ..Settings::default() };
        let session = with(settings, 80, 24, "");
        assert!(session.screen().contains(ramp), "{}", session.screen());
        let (left, _, _) =
            session.area_of(|target| matches!(target, Target::Own(OwnTarget::Beliefs(BeliefsTarget::Ages { .. }))));
        let (_, women) = session.cell_of("women ");
        // p .643 at birth, .557 at 22, and .467 at 50.
        let glyphs = [0, 22, 50].map(|age| session.buf[(left + age, women)].symbol());
        let expected = if theme == ThemeName::Mono { ["▒", "▒", "░"] } else { ["▒", "░", "░"] };
        assert_eq!(glyphs, expected);
    }
}

#[test]
fn neurons_stand_in_equal_rows_under_their_names() {
    for (width, height) in [(120, 40), (200, 60)] {
        let mut session = Session::open(width, height);
        session.press("p Home Down Down Down Down Enter 4");
        session.draw();
        let area = |index| {
            let hits = &session.app.core.hits;
            hits.find(|target| target == BeliefsTarget::SmallMap(index).into()).unwrap()
        };
        assert_eq!(area(3).y, area(0).y);
        assert_eq!((area(4).x, area(7).y), (area(0).x, area(4).y));
        assert!(area(4).y > area(0).y);
        assert!(session.screen().contains("up: sex male to female"));
    }
}

#[test]
fn while_axes_are_chosen_the_keys_for_it_are_on_the_screen() {
    for &language in Language::ALL {
        let settings = Settings { language, ..Settings::default() };
        let screen = with(settings, 80, 24, "a").screen();
        let done = if language == Language::English { "Enter done" } else { "Enter 完了" };
        assert!(screen.lines().last().unwrap().contains(done), "{screen}");
        let head = screen.lines().nth(2).unwrap();
        assert!(head.contains(done) && !head.contains('…'), "{screen}");
    }
}

#[test]
fn a_title_that_is_held_says_that_it_follows_the_sex() {
    let mut session = Session::open(120, 40);
    session.press("p Home Down Down Down Down Down Enter 4");
    session.draw();
    let screen = session.screen();
    assert!(screen.contains("Beliefs: age 0 to 80, as Mr. Braund"), "{screen}");
    let mut wide = Session::open(200, 60);
    wide.press("p Home Down Down Down Down Down Enter 4");
    wide.draw();
    assert!(wide.screen().contains("title follows sex"));
}

#[test]
fn somebody_of_unknown_age_is_said_to_be_shown_at_a_typical_one() {
    let session = open(120, 40, "J J J J J");
    assert!(session.screen().contains("age unknown: shown at 29, the typical age"));
    assert!(!open(120, 40, "").screen().contains("typical"));
}

#[test]
fn strips_in_a_small_terminal() {
    assert_snapshot!("strips_80x24", open(80, 24, "").screen());
}

#[test]
fn strips_in_japanese() {
    let settings = Settings { language: Language::Japanese, ..Settings::default() };
    assert_snapshot!("strips_80x24_ja", with(settings, 80, 24, "").screen());
}

#[test]
fn a_map_with_its_neurons() {
    let mut session = Session::open(120, 40);
    session.press("p Down Down Down Down Enter } 4 v");
    session.wait(3_000).press("J K");
    assert_snapshot!("map_120x40", session.screen());
}
