//! Journeys with hands on the weights and with many runs: keys in, state and cells out, and what the
//! program asks of the world done for real in a temporary folder.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use titanic_tui::app;
use titanic_tui::app::core::playback::PlayState;
use titanic_tui::app::keys::written as keys;
use titanic_tui::app::{Action, App, Effect, Panel, Settings, TrainPanel};
use titanic_tui::data::{LiveRows, PassengerList};
use titanic_tui::explain::words::Language;
use titanic_tui::terminal::run_files;
use titanic_tui::training::Predictions;
use titanic_tui::ui::{self, picture};

/// The program with somebody at its keys.
struct Session {
    app: App,
    size: (u16, u16),
    folder: tempfile::TempDir,
}

impl Session {
    fn new() -> Self {
        Self::with(Settings::default(), (120, 40))
    }

    fn with(settings: Settings, size: (u16, u16)) -> Self {
        let mut session = Self {
            app: App::new(Arc::new(PassengerList::embedded()), settings),
            size,
            folder: tempfile::tempdir().expect("a temporary folder"),
        };
        session.screen();
        session
    }

    fn press(&mut self, words: &str) -> &mut Self {
        for key in keys::parse(words).expect("the test names keys") {
            self.act(Action::Key(key));
            while matches!(self.app.core.playback.state(), PlayState::Seeking(_)) {
                self.act(Action::Tick(Duration::ZERO));
            }
            self.screen();
        }
        self
    }

    /// Does what the loop does, with paths inside the temporary folder.
    fn act(&mut self, action: Action) {
        for effect in app::update(&mut self.app, action) {
            match effect {
                Effect::Save { path, contents, overwrite } => {
                    let path = self.path(&path);
                    let saved = run_files::save(&path, &contents, overwrite);
                    self.act(Action::SavedFile(saved));
                }
                Effect::OpenFile { path, recipe } => {
                    let list = Arc::clone(&self.app.core.list);
                    let opened = run_files::open(&self.path(&path), &recipe, &list).map(Box::new);
                    self.act(Action::OpenedFile(opened));
                }
                Effect::Quit
                | Effect::Suspend
                | Effect::Redraw
                | Effect::FindFiles
                | Effect::Copy(_)
                | Effect::Export { .. }
                | Effect::Draw(_)
                | Effect::OpenSavedRuns
                | Effect::KeepProgress(_) => {}
            }
        }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    fn screen(&mut self) -> String {
        self.app.take_dirty();
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let mut buffer = Buffer::empty(area);
        let hits = ui::view_buffer(&self.app, area, &mut buffer);
        app::update(&mut self.app, Action::Drawn(hits));
        picture::text(&buffer)
    }

    fn at_runs(&mut self) -> &mut Self {
        self.press("2");
        while self.app.core.focus() != Panel::Train(TrainPanel::Runs) {
            self.press("Tab");
        }
        self
    }

    fn parameters(&self) -> &[f64] {
        self.app.core.network().parameters()
    }

    fn listed(&self) -> Vec<String> {
        let name = |run: usize| self.app.core.runs.all()[run].run.name.clone();
        self.app.core.runs.listed().map(name).collect()
    }

    fn test_right(&self) -> u32 {
        self.app.core.run().metrics().test.correct
    }
}

const PUBLISHED: [f64; 3] = [-0.016_852, 0.704_039, -0.116_309];

#[test]
fn the_first_nudge_begins_a_branch_and_all_others_amend_it() {
    let mut session = Session::new();
    session.press("e Up");
    assert_eq!(session.listed(), ["The post", "A"]);
    assert!(session.screen().contains("run A begins here"));
    assert_eq!(session.parameters(), [-0.015_852, 0.704_039, -0.116_309]);
    session.press("Up Right PgDn ) Down");
    assert_eq!(session.listed(), ["The post", "A"]);
    assert_eq!(session.parameters(), [-0.104_852, 0.694_039, -0.116_309]);
    session.press("Enter");
    assert_eq!(session.app.core.run().epoch(), 0);
    assert_eq!(session.app.core.runs.all()[0].run.network().parameters(), PUBLISHED);
    assert!(session.app.core.edit.as_ref().is_none());
}

#[test]
fn every_panel_follows_while_the_number_is_still_in_the_hand() {
    let mut session = Session::new();
    let before = session.screen();
    session.press("e text:−0.02");
    let after = session.screen();
    assert!(before.contains("−0.370744") && after.contains("−0.440000"));
    assert!(after.contains("[×−0.020000]"), "{after}");
    assert!(after.contains("f(−0.556309) = 0.36440191527"), "{after}");
    assert_eq!(session.app.core.shown().row(0).z, Some(-0.44 - 0.116_309));
}

#[test]
fn esc_undoes_exactly_the_edit_to_the_last_bit() {
    let mut session = Session::new();
    session.press("> e text:5 ) Up Esc");
    assert_eq!(session.listed(), ["The post"]);
    assert_eq!(session.app.core.run().name, "The post");
    assert_eq!(session.app.core.run().epoch(), 10);
    session.press("u");
    assert!(session.screen().contains("nothing of yours to undo"));
}

#[test]
fn an_edit_kept_is_undone_and_redone_and_time_stands_still() {
    let mut session = Session::new();
    session.press("p Enter > e text:2 Enter");
    let edited = session.parameters().to_vec();
    assert_eq!((edited[0], session.app.core.run().epoch()), (2.0, 10));
    session.press("u");
    assert_eq!(session.listed(), ["The post", "A"]);
    assert_eq!(session.app.core.run().epoch(), 10);
    session.press("C-r");
    assert_eq!(session.parameters(), edited);
    assert_eq!(session.listed(), ["The post", "A", "B"]);
}

#[test]
fn what_was_trained_after_an_edit_is_not_taken_away_by_undo() {
    let mut session = Session::new();
    session.press("e text:0 Enter . . u");
    assert_eq!(session.app.core.run().name, "The post");
    assert_eq!(session.listed(), ["The post", "A"]);
}

#[test]
fn letters_and_half_numbers_change_nothing_and_enter_waits_for_a_number() {
    let mut session = Session::new();
    session.press("e q x -");
    assert!(!session.app.is_over() && session.app.core.edit.as_ref().is_some());
    session.press("Enter");
    assert!(session.app.core.edit.as_ref().is_some(), "a minus alone is not a number");
    session.press("text:-3 Enter");
    assert!(session.screen().contains("is no number"));
    session.press("Backspace Backspace text:3 Enter");
    assert_eq!(session.parameters()[0], -3.0);
}

#[test]
fn the_sum_under_the_pointer_gives_its_bias_and_typing_walks_in_the_text() {
    let mut session = Session::new();
    session.press("Tab Right Right e text:12 Left Backspace Enter");
    assert_eq!(session.parameters(), [-0.016_852, 0.704_039, 2.0]);
}

#[test]
fn with_two_numbers_from_the_post_226_is_beaten_by_hand() {
    let mut session = Session::new();
    assert_eq!(session.test_right(), 213);
    session.press("e ) text:0.93 ) text:0.025 Enter");
    assert_eq!(session.test_right(), 229);
    assert!(session.screen().contains("229/291 by hand"), "{}", session.screen());
    // A worse number later does not lose the best, and End brings it back within a session.
    session.press("e Right Right Right");
    assert!(session.screen().contains("best 229"));
    session.press("End Enter");
    assert_eq!(session.test_right(), 229);
}

#[test]
fn a_run_set_by_hand_is_kept_when_the_program_ends() {
    let mut session = Session::new();
    assert!(session.app.core.runs.to_save(&session.app.core.settings.session).is_empty());
    session.press("e Up Enter");
    assert_eq!(session.app.core.runs.to_save(&session.app.core.settings.session).len(), 1);
    session.at_runs().press("D");
    assert!(session.app.core.runs.to_save(&session.app.core.settings.session).is_empty());
}

#[test]
fn a_name_is_given_taken_back_and_given_again() {
    let mut session = Session::new();
    session.press("p Enter");
    session.at_runs().press("e C-u text:women-first Enter");
    assert_eq!(session.listed(), ["The post", "women-first"]);
    session.press("u");
    assert_eq!(session.listed(), ["The post", "A"]);
    session.press("C-r");
    assert_eq!(session.listed(), ["The post", "women-first"]);
    session.press("Up e C-u text:women-first Enter");
    assert!(session.screen().contains("another run has this name"));
    session.press("Esc");
    assert_eq!(session.listed(), ["The post", "women-first"]);
}

#[test]
fn a_copy_has_the_past_and_the_future_of_its_original() {
    let mut session = Session::new();
    session.press("p Enter > , ,");
    session.at_runs().press("d");
    let (copy, original) = (session.app.core.run(), &session.app.core.runs.all()[1].run);
    assert_eq!((copy.epoch(), copy.last_epoch()), (8, 10));
    assert_eq!(copy.network(), original.network());
    session.press("u");
    assert_eq!(session.listed(), ["The post", "A"]);
}

#[test]
fn forgetting_takes_a_run_off_list_and_screen_and_undo_brings_both_back() {
    let mut session = Session::new();
    session.press("p Enter >");
    session.at_runs().press("D");
    assert_eq!(session.listed(), ["The post"]);
    assert_eq!(session.app.core.run().name, "The post");
    session.press("D");
    assert!(session.screen().contains("the only run stays"));
    session.press("u");
    assert_eq!(session.app.core.run().name, "A");
    assert_eq!(session.app.core.run().epoch(), 10);
    assert_eq!(session.app.core.runs.to_save(&session.app.core.settings.session).len(), 1);
}

#[test]
fn the_ledger_names_who_two_runs_judge_differently() {
    let mut session = Session::new();
    session.press("p Enter > >");
    let trained = Predictions::new(session.app.core.run(), session.app.core.network());
    session.at_runs().press("Up v");
    let published = &session.app.core.runs.all()[0].run;
    let before = Predictions::new(published, published.network());
    let gained = (0..before.len()).filter(|&row| trained.is_right(row) && !before.is_right(row));
    let flips = session.app.core.shown().ledger_rows(app::Parts::Both);
    assert_eq!(flips.gained(), gained.count());
    let screen = session.screen();
    assert!(screen.contains("right here, wrong in published"), "{screen}");
    assert!(screen.contains("missing ages: died there, mean here"), "both policies are named: {screen}");
    session.press("M");
    assert_eq!(session.app.core.shown().ledger_rows(app::Parts::Both).len(), 0);
}

#[test]
fn a_race_keeps_everybody_at_one_epoch_and_leaves_the_runs_on_the_list() {
    let mut session = Session::new();
    session.press("2 p Enter R Enter");
    let epochs = |session: &Session| -> Vec<u64> {
        let race = session.app.core.race.as_ref().unwrap();
        let runs = race.racers().iter().map(|racer| racer.run);
        runs.map(|run| session.app.core.runs.all()[run].run.epoch()).collect()
    };
    assert_eq!(epochs(&session), [0; 6]);
    session.press("> . ,");
    assert_eq!(epochs(&session), [10; 6]);
    session.press("Space");
    session.act(Action::Tick(Duration::from_secs(1)));
    let at = epochs(&session)[0];
    assert!(at > 10 && epochs(&session) == [at; 6]);
    session.press("Space r");
    assert_eq!(epochs(&session), [0; 6]);
    session.press("> > Esc");
    assert!(session.app.core.race.as_ref().is_none());
    assert_eq!(session.app.core.run().name, "A");
    assert_eq!(session.listed().len(), 8);
    assert_eq!(session.app.core.runs.to_save(&session.app.core.settings.session).len(), 6);
}

#[test]
fn marked_runs_race_each_other_and_enter_takes_the_one_under_the_cursor() {
    let mut session = Session::new();
    session.press("p Enter p Down Down Enter");
    session.at_runs().press("Up c R");
    let race = session.app.core.race.as_ref().unwrap();
    assert_eq!(race.racers().len(), 2);
    session.press("} Right Enter");
    assert!(session.app.core.race.as_ref().is_none());
    assert_eq!(session.app.core.run().name, "A");
    assert_eq!(session.app.core.run().epoch(), 100);
    session.press("u");
    assert_eq!(session.app.core.run().name, "B");
}

#[test]
fn a_race_begun_by_mistake_is_undone_whole() {
    let mut session = Session::new();
    session.press("2 p Enter R Enter Esc u");
    assert_eq!(session.listed(), ["The post", "A"]);
    session.press("C-r");
    assert_eq!(session.listed().len(), 8);
}

#[test]
fn a_model_is_saved_once_unasked_and_over_itself_only_with_a_second_enter() {
    let mut session = Session::new();
    session.press("p Enter > >");
    session.at_runs().press("C-s");
    assert!(session.screen().contains("A.json"));
    session.press("Enter");
    let first = fs::read(session.path("A.json")).unwrap();
    session.press(". C-s Enter");
    assert!(session.screen().contains("this file exists"));
    assert_eq!(fs::read(session.path("A.json")).unwrap(), first);
    session.press("Enter");
    assert_ne!(fs::read(session.path("A.json")).unwrap(), first);
    assert!(!session.app.popups.is_open());
}

#[test]
fn an_opened_model_stands_where_it_was_saved_and_walks_back() {
    let mut session = Session::new();
    session.press("p Enter > > e text:1.5 Enter . .");
    let saved = session.parameters().to_vec();
    session.press("C-s C-u text:mine.json Enter I text:mine.json Enter");
    assert_eq!(session.app.core.run().name, "mine");
    assert_eq!(session.app.core.run().epoch(), 22);
    assert_eq!(session.parameters(), saved);
    session.press("r");
    assert_eq!(session.app.core.run().epoch(), 0);
    assert_eq!(session.parameters(), [0.0; 3]);
}

#[test]
fn a_recipe_is_saved_to_be_read_again_and_says_what_it_leaves_out() {
    let mut session = Session::new();
    session.press("p Enter > i C-s Down Enter");
    let text = fs::read_to_string(session.path("A.toml")).unwrap();
    assert!(text.contains("# at epoch 10 the learning rate became 1"), "{text}");
    session.press("I text:A.toml Enter");
    let opened = session.app.core.run();
    assert_eq!(opened.recipe(), session.app.core.runs.all()[1].run.recipe());
    assert_eq!((opened.epoch(), opened.learning_rate()), (0, 0.5));
}

#[test]
fn the_numbers_alone_are_saved_for_other_programs_and_opened_again() {
    let mut session = Session::new();
    session.press("p Enter > > C-s Down Down");
    assert!(session.screen().contains("A.safetensors"));
    let numbers = session.parameters().to_vec();
    session.press("Enter I text:A.safetensors Enter");
    assert_eq!(session.parameters(), numbers);
    assert_eq!(session.app.core.run().first_epoch(), session.app.core.run().epoch());
}

#[test]
fn a_broken_file_is_named_with_its_place_and_the_path_waits_to_be_corrected() {
    let mut session = Session::new();
    fs::write(session.path("a.toml"), "seed = 1\nscaling = 7\n").unwrap();
    session.press("I text:a.toml Enter");
    assert!(session.screen().contains("line 2"), "{}", session.screen());
    assert_eq!(session.listed(), ["The post"]);
    session.press("Backspace");
    assert!(!session.screen().contains("line 2"));
    session.press("Esc");
    assert!(!session.app.popups.is_open());
}

/// Every screen of these parts in both languages: each line is exactly as wide as the terminal.
#[test]
fn no_line_is_too_long_in_either_language_at_any_size() {
    let ways = [
        "e Up ) text:1e",
        "2 e Up",
        "2 R",
        "2 p Enter R Enter } Right",
        "2 R Enter } Esc S-Tab S-Tab S-Tab",
        "C-s",
        "I text:x Enter",
        "2 p Enter Tab Tab Tab e",
        "2 p Enter > Tab v",
    ];
    for &language in Language::ALL {
        for size in [(80, 24), (120, 40), (160, 50)] {
            for way in ways {
                let settings = Settings { language, ..Settings::default() };
                let mut session = Session::with(settings, size);
                session.press(way);
                let screen = session.screen();
                assert_eq!(screen.lines().count(), usize::from(size.1), "{way}");
                for line in screen.lines() {
                    let cells = ui::text::width(line);
                    assert!(cells <= usize::from(size.0), "{way} at {size:?}: {line}");
                }
            }
        }
    }
}

#[test]
fn the_list_of_runs_to_the_cell_at_120() {
    let mut session = Session::new();
    session.press("p Enter > > e text:1 Enter");
    session.at_runs();
    let screen = session.screen();
    let rows: Vec<&str> = screen
        .lines()
        .filter_map(|line| line.get(line.char_indices().nth(67)?.0..))
        .skip_while(|line| !line.contains("Runs"))
        .take(6)
        .collect();
    let expected = [
        "├─ ▸Runs ─────────────────── each at its own epoch ─┤",
        "│   run                    epoch  test loss    test │",
        "│ ○ published                  0 0.6005/240 213/291 │",
        "│ ○ A The post, trained       20     0.5834 226/291 │",
        "│▸● B by hand                 20     0.7212 184/291 │",
        "│   women live                            – 226/291 │",
    ];
    for (row, expected) in rows.iter().zip(expected) {
        // The border may carry the cursor of the plots beside it.
        assert_eq!(row.trim_start_matches('┃'), expected);
    }
    assert_eq!(rows.len(), expected.len());
}

#[test]
fn six_racers_have_a_line_each_at_80_and_a_plot_each_at_120() {
    for (size, corner) in [((80, 24), "╭─ ▸Race · epoch 100  loss"), ((120, 40), " Race · epoch 100   ")] {
        let mut session = Session::with(Settings::default(), size);
        session.press("2 p Enter R Enter }");
        let screen = session.screen();
        assert!(screen.contains(corner), "{screen}");
        for name in ["B rate 0.056", "C rate 0.17", "D rate 0.5", "E rate 1.5", "G rate 14"] {
            assert!(screen.contains(name), "{name} at {size:?}:\n{screen}");
        }
        assert_eq!(screen.matches("1. ").count(), 1, "one is ahead:\n{screen}");
    }
}
