//! The passenger list: browsing, columns, search, sort, filter, and what an empty list says.

use titanic_tui::app::ExploreTarget;
use titanic_tui::app::core::listing::ColumnSet;
use titanic_tui::data::Column;

use crate::session::Session;

#[test]
fn keys_browse_by_one_by_page_and_to_both_ends() {
    let mut session = Session::open(80, 24);
    for (keys, id) in [
        ("Down", 2),
        ("j", 3),
        ("k", 2),
        ("J", 3),
        ("K K K K", 1),
        ("PgDn", 4),
        ("PgUp", 1),
        ("G", 891),
        ("Down", 891),
        ("g", 1),
        ("End", 891),
        ("Home", 1),
    ] {
        session.press(keys);
        assert_eq!(session.id(), id, "{keys}");
    }
}

#[test]
fn the_person_is_the_same_on_every_screen() {
    let mut session = Session::open(80, 24);
    session.press("J J 2 J 1");
    assert_eq!(session.id(), 4);
    session.sees(&["4 Futrelle", "f 35"]);
}

#[test]
fn all_twelve_columns_of_the_file_are_reached_by_arrows_alone() {
    let mut session = Session::open(80, 24);
    session.press("v");
    assert_eq!(session.app.core.listing.set, ColumnSet::Everything);
    let mut reached = vec![session.app.core.listing.column];
    for _ in 0..20 {
        session.press("Right");
        let column = session.app.core.listing.column;
        let (_, head, _) = (0, column, 0);
        let drawn = session.app.core.hits.find(|target| target == ExploreTarget::Head(head).into());
        assert!(drawn.is_some(), "{column:?} is under the cursor and unseen");
        if !reached.contains(&column) {
            reached.push(column);
        }
    }
    for column in Column::ALL.iter().copied().take(12) {
        assert!(reached.contains(&column), "{column:?} cannot be reached");
    }
    session.sees(&["loss"]);
    for _ in 0..20 {
        session.press("h");
    }
    assert_eq!(session.app.core.listing.column, Column::Id);
}

#[test]
fn search_goes_there_while_one_types_and_n_goes_on() {
    let mut session = Session::open(80, 24);
    session.press("/ text:allen");
    assert_eq!(session.id(), 5, "the first Allen below");
    session.press("Enter n");
    let second = session.id();
    assert!(second > 5);
    session.press("N");
    assert_eq!(session.id(), 5);
    session.press("/ text:dooley Esc");
    assert_eq!(session.id(), 5, "Esc returns to where the search began");
    session.press("/ text:zzzz Enter n").sees(&["zzzz"]);
    assert_eq!(session.id(), 5);
}

#[test]
fn search_walks_only_over_the_people_listed() {
    let mut session = Session::open(80, 24);
    session.press("8 / text:mr. Enter");
    for _ in 0..10 {
        session.press("n");
        assert!(session.app.core.view.position_of(session.app.core.who).is_some());
    }
}

#[test]
fn a_column_sorts_both_ways_and_the_person_stays() {
    let mut session = Session::open(80, 24);
    session.press("Down Down s");
    assert_eq!(session.id(), 3);
    session.press("S");
    session.sees(&["id▾"]);
    assert_eq!(session.app.core.view.rows()[0], 890);
    assert_eq!(session.id(), 3, "sorting never moves who");
    session.press("Right Right Right s").sees(&["age▴"]);
    session.press("g");
    assert_eq!(session.app.core.passenger().name, "Thomas, Master. Assad Alexander");
    session.press("S g").sees(&["age▾"]);
    assert_eq!(session.app.core.passenger().name, "Barkworth, Mr. Algernon Henry Wilson");
    session.press("G");
    assert_eq!(session.app.core.passenger().age, None, "the unknown stand last");
}

#[test]
fn the_eight_people_of_the_post_are_one_key_away_and_back() {
    let mut session = Session::open(80, 24);
    session.press("8");
    let ids: Vec<_> = session.app.core.view.rows().iter().map(|row| row + 1).collect();
    assert_eq!(ids, [1, 2, 3, 4, 5, 7, 15, 76]);
    session.sees(&["8 of 891"]);
    session.press("8");
    assert_eq!(session.app.core.view.rows().len(), 891);
}

#[test]
fn the_filter_popup_counts_while_one_types() {
    let mut session = Session::open(80, 24);
    session.press("f text:sex=f");
    session.sees(&["314 of 891"]);
    session.press("Space text:class=1").sees(&["94 of 891"]);
    session.press("Space text:died").sees(&["3 of 891"]);
    session.press("Enter");
    assert!(!session.app.popups.is_open());
    session.sees(&["3 of 891", "Allison, Miss. Helen"]);
    session.press("f");
    assert!(session.screen().contains("sex=f class=1 died"), "it is kept");
    session.press("Esc Esc");
    assert_eq!(session.app.core.view.rows().len(), 891, "the second Esc clears it");
}

#[test]
fn a_mistyped_condition_is_explained_and_leaves_the_list_alone() {
    let mut session = Session::open(80, 24);
    session.press("f text:age>").sees(&["!"]);
    assert_eq!(session.app.core.view.rows().len(), 891);
    session.press("text:60").sees_no("!");
    assert_eq!(session.app.core.view.rows().len(), 22);
}

#[test]
fn quick_filters_switch_on_and_off_with_enter() {
    let mut session = Session::open(80, 24);
    session.press("f Down Enter").sees(&["[x] wrong"]);
    let wrong = session.app.core.view.rows().len();
    let (train, test) = session.right();
    assert_eq!(wrong as u32, 891 - train - test);
    session.press("Enter").sees(&["[ ] wrong", "891 of 891"]);
    session.press("End Enter Esc");
    assert_eq!(session.app.core.view.rows().len(), 8);
}

#[test]
fn the_wrong_ones_change_as_the_network_learns() {
    let mut session = Session::open(80, 24);
    session.press("p Enter f Down Enter Esc");
    for _ in 0..10 {
        session.press(".");
        let (train, test) = session.right();
        assert_eq!(session.app.core.view.rows().len() as u32, 891 - train - test);
    }
}

#[test]
fn an_empty_list_says_why_and_what_would_bring_people_back() {
    let mut session = Session::open(80, 24);
    session.press("f text:sex=f Space text:class=1 Space text:died Space text:age>60 Enter");
    session.sees(&[
        "0 of 891",
        "Nobody matches",
        "sex=f class=1 died age>60",
        "Without age>60 there are 3",
        "Isham",
        "Esc clears the filter",
    ]);
    session.press("Down J PgDn G Enter Esc s S y");
    session.press("Esc");
    assert_eq!(session.app.core.view.rows().len(), 891);
}

#[test]
fn a_person_without_an_age_gets_words_instead_of_a_number() {
    let mut session = Session::open(120, 40);
    session.press("J J J J J");
    session.sees(&["6 Moran", "no age", "counts them as died"]);
    session.press("Tab Enter");
    session.press("p Enter").sees(&["6 Moran"]);
    session.sees_no("counts them as died");
}

#[test]
fn enter_opens_the_person_with_all_columns_and_esc_closes() {
    let mut session = Session::open(80, 24);
    session.press("Enter").sees(&[
        "PC 17599".replace("PC 17599", "A/5 21171").as_str(),
        "Southampton",
        "7.25",
        "0.380588 ",
    ]);
    session.press("Down").sees(&["PC 17599", "Cherbourg", "C85"]);
    session.press("Esc");
    assert!(!session.app.popups.is_open());
    assert_eq!(session.id(), 2, "who moved is who stays");
}

#[test]
fn the_longest_name_on_the_list_stands_whole_on_its_card() {
    let mut session = Session::open(80, 24);
    session.press("/ text:Penasco Enter Enter");
    let name = session.app.core.passenger().name.to_owned();
    assert!(name.len() > 80, "{name}");
    let screen = session.screen();
    for word in name.split(' ') {
        assert!(screen.contains(word), "{word} is missing on\n{screen}");
    }
    session.sees(&["0.55382", "lived · right"]);
}

#[test]
fn columns_are_shown_and_hidden_with_their_statistics() {
    let mut session = Session::open(80, 24);
    session.press("d").sees(&["Columns", "known 891"]);
    session.press("Down Down Down Down Down").sees(&["Age, over the 891 listed", "29.69", "14.516"]);
    session.press("Enter Esc");
    assert!(session.app.core.listing.is_hidden(Column::Age));
    session.sees_no("sex  age");
    session.press("d Enter Esc").sees(&["sex  age"]);
}

#[test]
fn the_list_shown_is_what_is_exported() {
    use titanic_tui::app::Effect;
    let mut session = Session::open(80, 24);
    session.press("8 x Enter");
    let Some(Effect::Export { name, contents }) = session.effects.last() else {
        panic!("x Enter exports");
    };
    assert_eq!((name.as_str(), contents.lines().count()), ("passengers.csv", 9));
    assert!(!contents.contains('−'), "files have a plain minus");
    session.press("2 . . x Home Down Down Down Down Down Enter");
    let Some(Effect::Export { name, contents }) = session.effects.last() else {
        panic!("x Enter exports");
    };
    assert_eq!((name.as_str(), contents.lines().count()), ("history.csv", 4));
}

#[test]
fn the_filter_in_force_stands_beside_the_count_wherever_the_filtered_list_is() {
    use titanic_tui::app::Settings;
    use titanic_tui::explain::words::Language;
    let filter = "f text:sex=f Space text:class=3 Space text:age>20 Space text:fare>7 Enter";
    for language in [Language::English, Language::Japanese] {
        for (width, height) in [(80, 24), (100, 30), (120, 40), (160, 50), (200, 60)] {
            let settings = Settings { language, ..Settings::default() };
            let mut session = Session::with(settings, width, height);
            session.press(filter);
            let title = |session: &Session| session.screen().lines().nth(1).unwrap().to_owned();
            let shown = title(&session);
            let said = |line: &str| line.contains("sex=f class=3 age>20");
            let counted = shown.contains("55/891") || shown.contains("55 of 891") || shown.contains("891人中55人");
            assert!(said(&shown) && counted, "{width} {language:?}: {shown}");
            assert!(shown.contains("fare>7") != shown.contains("+1 "), "all are counted: {shown}");
            session.press("z").sees(&["fare>7"]);
            session.press("z Enter").sees(&["sex=f class=3 age>20 fare>7"]);
            session.press("Esc d").sees(&["sex=f class=3"]);
            session.press("Esc Esc");
            assert!(!said(&title(&session)), "without a filter none is named");
        }
    }
}
