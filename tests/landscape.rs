//! The Landscape screen by keys and mouse: what stands on the maps, what the probe says, what Enter begins.

#[path = "support/mouse.rs"]
mod mouse;
#[path = "support/session.rs"]
mod session;

use std::time::Duration;

use session::Session;
use titanic_tui::analysis::landscape::{Axis, Pass};
use titanic_tui::app::landscape::map::{Kind, Map};
use titanic_tui::app::{Action, Effect, Language, Panel, Settings, Target, ThemeName};
use titanic_tui::nn::Parameter;

const RAW: &str = "p Down Enter";
const SCALED: &str = "p Enter";

fn settle(session: &mut Session) -> &mut Session {
    let busy = |session: &Session| session.app.is_playing() || session.app.is_drawing_soon();
    while busy(session) {
        session.act(Action::Tick(Duration::ZERO));
        // A jump that is long for this machine is made in slices; its end is drawn as well.
        if !session.app.is_drawing_soon() {
            session.draw();
        }
    }
    session.draw()
}

/// A session on the Landscape screen after these keys, all maps computed.
fn open(keys: &str, width: u16, height: u16) -> Session {
    let mut session = Session::open(width, height);
    session.press(keys).press("5");
    settle(&mut session);
    session
}

fn press<'a>(session: &'a mut Session, keys: &str) -> &'a mut Session {
    session.press(keys);
    settle(session)
}

fn map(session: &Session, panel: Panel) -> &Map {
    session.app.landscape.map(panel).expect("a map")
}

fn place(session: &Session, panel: Panel, kind: Kind) -> [f64; 2] {
    let marks = map(session, panel).marks();
    let found = marks.iter().find(|mark| mark.kind == kind);
    found.expect("it stands on the map").place
}

#[test]
fn fifty_epochs_side_by_side_are_the_numbers_of_the_facts() {
    let mut session = open(SCALED, 120, 40);
    press(&mut session, "> > > > >");
    let screen = session.screen();
    for text in [
        "raw, lr 0.005: loss 0.6636, test 185/291",
        "scaled, lr 0.5: loss 0.5292, test 226/291",
        "50 epochs",
        "Scaled: a bowl",
        "Raw: a ravine",
        "missing ages: the training mean",
        "off the slice: 0 P ✧",
    ] {
        assert!(screen.contains(text), "{text}\n{screen}");
    }
}

#[test]
fn limits_at_zero_are_named_with_their_epoch() {
    let session = open(SCALED, 120, 40);
    let screen = session.screen();
    assert!(
        screen.contains("lr 0.5, limit 6.811 at epoch 0 · condition 5.96"),
        "{screen}"
    );
    assert!(
        screen.contains("lr 0.005, limit 0.007586 at epoch 0 · condition 8814"),
        "{screen}"
    );
}

#[test]
fn a_rate_over_the_limit_is_said() {
    let mut session = open(RAW, 120, 40);
    press(&mut session, "i i");
    assert!(
        session
            .screen()
            .contains("! lr 0.01 over limit 0.007586 at epoch 0")
    );
    assert!(
        session.screen().contains("lr 1, limit 6.811"),
        "the twin follows the rate"
    );
}

#[test]
fn every_map_is_of_its_own_runs_true_loss() {
    let mut session = open(SCALED, 120, 40);
    press(&mut session, "> .");
    for panel in [Panel::Landscape, Panel::Beside] {
        let map = map(&session, panel);
        let grid = map.grid().expect("computed");
        assert_eq!(grid.pass, Pass::Fine);
        assert_eq!(Some(&grid.plane), map.plane());
        let run = match panel {
            Panel::Beside => session.app.landscape.twin().unwrap().unwrap().run(),
            _ => session.app.run(),
        };
        assert_eq!(run.epoch(), 11);
        let [age, sex] = grid.place(4, 9);
        let weight = |input| Parameter::Weight {
            layer: 0,
            neuron: 0,
            input,
        };
        let there = run
            .branch_with("x", &[(weight(0), age), (weight(1), sex)])
            .unwrap();
        assert!((there.metrics().train.loss - grid.value(4, 9)).abs() < 1e-12);
    }
}

#[test]
fn both_maps_have_the_same_stretches_in_their_own_measure() {
    let session = open(RAW, 120, 40);
    let [raw, scaled] =
        [Panel::Landscape, Panel::Beside].map(|panel| map(&session, panel).plane().unwrap());
    let sd = session.app.run().encoder().inputs()[0].sd;
    assert_eq!((raw.across.from, raw.across.to), (-0.06, 0.04));
    assert!((scaled.across.from + 0.06 * sd).abs() < 1e-12);
    assert_eq!(raw.up, scaled.up);
    for kind in [Kind::Best, Kind::Published] {
        let (a, b) = (
            place(&session, Panel::Landscape, kind),
            place(&session, Panel::Beside, kind),
        );
        assert!(
            (a[0] * sd - b[0]).abs() < 1e-6 && (a[1] - b[1]).abs() < 1e-6,
            "{a:?} {b:?}"
        );
    }
}

#[test]
fn the_probe_says_the_exact_loss_and_enter_trains_from_there() {
    let mut session = open(SCALED, 120, 40);
    press(&mut session, "> Up Up Right");
    let probed = map(&session, Panel::Landscape)
        .probed()
        .expect("a probe")
        .clone();
    let loss = format!("{:.6}", probed.loss);
    assert!(
        session.screen().contains(&loss),
        "{loss}\n{}",
        session.screen()
    );
    let runs = session.app.runs.all().len();
    let bias = session.app.network().parameters()[2];
    press(&mut session, "Enter");
    let run = session.app.run();
    assert_eq!(session.app.runs.all().len(), runs + 1);
    assert_eq!(run.epoch(), 10);
    assert_eq!(
        run.network().parameters(),
        [probed.place[0], probed.place[1], bias]
    );
    assert!((run.metrics().train.loss - probed.loss).abs() < 1e-12);
    assert!(
        session.screen().contains("from the probe"),
        "{}",
        session.screen()
    );
    assert!(session.app.landscape.probe().is_none());
    press(&mut session, "u");
    assert_eq!(session.app.run().epoch(), 10);
    assert_ne!(session.app.run().network().parameters()[1], probed.place[1]);
}

#[test]
fn the_twin_of_a_branch_begins_with_the_same_function() {
    let mut session = open(SCALED, 120, 40);
    press(&mut session, "> Up Up Enter . .");
    let twin = session.app.landscape.twin().unwrap().unwrap();
    assert!(twin.is_converted());
    assert_eq!(
        (twin.start(), twin.epoch(), twin.run().epoch()),
        (10, 12, 2)
    );
    let loss = |run: &titanic_tui::training::Run, epoch| run.metrics_at(epoch).train.loss;
    assert!((loss(twin.run(), 0) - loss(session.app.run(), 10)).abs() < 1e-12);
}

#[test]
fn esc_takes_the_probe_off_then_the_magnifying_and_the_wheel_magnifies() {
    let mut session = open(SCALED, 120, 40);
    press(&mut session, "PgUp PgUp Left");
    assert!(session.screen().contains("×4"));
    assert!(session.app.landscape.probe().is_some());
    press(&mut session, "Esc");
    assert!(session.app.landscape.probe().is_none());
    assert_eq!(session.app.landscape.zoom(), 2);
    press(&mut session, "Esc");
    assert_eq!(session.app.landscape.zoom(), 0);
    session.wheel("w₂ sex", false);
    settle(&mut session);
    assert_eq!(session.app.landscape.zoom(), 1);
    press(&mut session, "Home");
    assert_eq!(session.app.landscape.zoom(), 0);
}

#[test]
fn v_puts_the_others_at_their_best_and_both_maps_become_one() {
    let mut session = open(RAW, 120, 40);
    press(&mut session, "v");
    assert!(session.screen().contains("others at their best"));
    let [raw, scaled] =
        [Panel::Landscape, Panel::Beside].map(|panel| map(&session, panel).grid().unwrap());
    assert_eq!(raw.columns.min(scaled.columns), scaled.columns);
    for share in [0.1, 0.4, 0.9] {
        let value = |grid: &titanic_tui::analysis::landscape::Grid| {
            grid.value_at([grid.plane.across.at(share), grid.plane.up.at(0.3)])
                .unwrap()
        };
        assert!(
            (value(raw) - value(scaled)).abs() < 0.01,
            "{} {}",
            value(raw),
            value(scaled)
        );
    }
    assert!(!session.screen().contains("off the slice"));
    press(&mut session, "v");
    assert!(session.screen().contains("slice at b"));
}

#[test]
fn the_probe_on_the_best_finds_the_least_loss_there_is() {
    let mut session = open(RAW, 120, 40);
    press(&mut session, "v End");
    let map = map(&session, Panel::Landscape);
    let probed = map.probed().unwrap();
    assert!((probed.loss - map.optimal_loss().unwrap()).abs() < 1e-12);
    press(&mut session, "Enter");
    let metrics = session.app.run().metrics();
    assert_eq!((metrics.train.correct, metrics.test.correct), (475, 226));
}

#[test]
fn a_walks_over_the_pairs_and_back() {
    let mut session = open(RAW, 120, 40);
    let axes = |session: &Session| {
        let plane = map(session, Panel::Landscape).plane().unwrap();
        plane.axes().clone().map(|axis| match axis {
            Axis::Parameter(index) => index,
            Axis::Direction(_) => 99,
        })
    };
    let mut seen = vec![axes(&session)];
    for _ in 0..3 {
        press(&mut session, "a");
        seen.push(axes(&session));
    }
    assert_eq!(seen, [[0, 1], [0, 2], [1, 2], [0, 1]]);
}

const SMALL: &str = "p Down Down Enter";
const WIDE: &str = "p Home Down Down Down Down Enter";
const DEEP: &str = "p Home Down Down Down Down Down Down Enter";

#[test]
fn deeper_networks_begin_with_the_axes_that_tell_most() {
    let mut session = open(SMALL, 80, 24);
    assert!(session.screen().contains("random directions, seed 1"));
    press(&mut session, "a");
    assert!(
        session.screen().contains("slice: 11 others held"),
        "{}",
        session.screen()
    );
    press(&mut session, ")");
    assert_eq!(
        map(&session, Panel::Landscape).plane().unwrap().axes(),
        &[Axis::Parameter(1), Axis::Parameter(6)],
        "sex into h1 and its bias"
    );
    assert!(
        session.screen().contains("↑ b→h1") && session.screen().contains("→ sex→h1"),
        "names as on the Gradients screen:\n{}",
        session.screen()
    );
    press(&mut session, "a");
    assert!(
        session.screen().contains("The path is too short"),
        "{}",
        session.screen()
    );
    press(&mut session, "> >");
    let screen = session.screen();
    assert!(screen.contains("↑ main direction 2 ("), "{screen}");
    assert!(screen.contains("● main 1  "), "{screen}");
    let limit = map(&session, Panel::Landscape).bends().unwrap();
    assert_eq!(limit.epoch, 20);
    assert!(limit.limit.unwrap() > 0.0 && limit.condition.is_none());
    press(&mut session, "v");
    assert!(
        session.screen().contains("Only a convex loss"),
        "{}",
        session.screen()
    );
}

#[test]
fn once_a_path_has_directions_they_are_shown_unless_others_were_chosen() {
    let mut session = open(WIDE, 100, 30);
    press(&mut session, ">");
    assert!(session.screen().contains("where the path went"));
    press(&mut session, "r");
    assert!(
        session.screen().contains("where the path went"),
        "also in its past"
    );
    let mut chosen = open(WIDE, 100, 30);
    press(&mut chosen, "a > >");
    assert!(chosen.screen().contains("slice: 31 others held"));
}

#[test]
fn every_a_says_what_the_axes_are_now() {
    let mut session = open(WIDE, 100, 30);
    press(&mut session, "}");
    for (random, path, pair) in [
        (true, false, false),
        (false, false, true),
        (false, true, false),
    ] {
        press(&mut session, "a");
        let screen = session.screen();
        assert_eq!(screen.contains("Two random directions"), random, "{screen}");
        assert_eq!(screen.contains("in which training went"), path, "{screen}");
        assert_eq!(screen.contains("the other 31 held"), pair, "{screen}");
    }
    // Without hidden layers an older notice does not stay either.
    let mut post = open(RAW, 100, 30);
    press(&mut post, "T a");
    assert!(!post.screen().contains("theme"), "{}", post.screen());
}

/// How many bands take at least a fiftieth of a panel's map.
fn bands_seen(session: &Session, panel: Panel) -> usize {
    let bands = session.app.landscape.bands(panel).expect("bands");
    let grid = map(session, panel).grid().expect("computed");
    let mut counts = [0; 7];
    for y in 0..grid.lines {
        for x in 0..grid.columns {
            counts[bands.of(grid.value(x, y))] += 1;
        }
    }
    let least = grid.columns * grid.lines / 50;
    counts.into_iter().filter(|count| *count > least).count()
}

#[test]
fn no_map_of_a_deeper_network_is_plain() {
    for (keys, more) in [(WIDE, "}"), (WIDE, "a }"), (WIDE, "a"), (DEEP, ">")] {
        let mut session = open(keys, 100, 24);
        press(&mut session, more);
        for panel in [Panel::Landscape, Panel::Beside] {
            let seen = bands_seen(&session, panel);
            assert!(
                seen >= 3,
                "{keys} {more} {panel:?}: {seen}\n{}",
                session.screen()
            );
        }
    }
}

#[test]
fn a_pair_that_hardly_matters_is_said_to_and_its_legend_tells_its_edges_apart() {
    // The weights into h7, which is off for nearly everybody.
    let mut session = open(WIDE, 100, 30);
    press(&mut session, "}");
    press(&mut session, "a a");
    press(&mut session, &[")"; 18].join(" "));
    let screen = session.screen();
    assert!(
        screen.contains("hardly matters: .4929 to .4946"),
        "{screen}"
    );
    assert!(bands_seen(&session, Panel::Landscape) >= 3, "{screen}");
    let mut wide = open(WIDE, 120, 30);
    press(&mut wide, "}");
    press(&mut wide, "a a");
    let heights = map(&wide, Panel::Landscape).heights().unwrap();
    let (low, high) = heights.ends().unwrap();
    assert!(high - low > 0.01 && !wide.screen().contains("hardly matters"));
}

#[test]
fn the_posts_bands_are_those_around_knowing_nothing() {
    for keys in [RAW, SCALED] {
        let mut session = open(keys, 120, 40);
        for more in ["", "> > > > >"] {
            press(&mut session, more);
            let legend = "loss   .53··.56░░.62▒▒.69▓▓.89██1.3██";
            assert!(session.screen().contains(legend), "{}", session.screen());
        }
    }
}

#[test]
fn words_of_the_screen_are_explained_below_the_maps_and_in_the_help() {
    let mut session = open(SCALED, 120, 40);
    let condition = "condition: how many times steeper";
    assert!(session.screen().contains(condition), "{}", session.screen());
    session.press("?");
    for text in [condition, "the scaled rate is 100 times", "off the slice: "] {
        assert!(
            session.screen().contains(text),
            "{text}\n{}",
            session.screen()
        );
    }
}

#[test]
fn while_a_run_trains_flat_out_the_maps_get_a_bounded_share() {
    let mut session = open(DEEP, 100, 24);
    session.press("Space ] ] ] ] ] ] ] ] ] ] ] ] ] ] ]");
    assert!(session.app.is_playing());
    let from = session.app.run().epoch();
    let done = |session: &Session| {
        let twin = session.app.landscape.twin().unwrap().unwrap();
        twin.run().last_epoch()
    };
    let twin_from = done(&session);
    for _ in 0..64 {
        session.act(Action::Tick(Duration::ZERO)).draw();
    }
    let own = session.app.run().epoch() - from;
    let twin = done(&session) - twin_from;
    assert!(own >= 64, "every slice of the run's own is done: {own}");
    // One slice of eight is for what stands beside it.
    assert!(
        8 * twin <= own + 8,
        "{twin} epochs of the twin, {own} of the run"
    );
    assert!(twin > 0, "the twin goes on all the same");
}

#[test]
fn with_adam_no_limit_is_claimed() {
    let session = open("p Down Down Down Down Enter", 120, 40);
    assert!(
        session
            .screen()
            .contains("no limit: not plain full-batch gd"),
        "{}",
        session.screen()
    );
}

#[test]
fn tab_swaps_the_maps_on_narrow_screens_and_enter_lists_the_twin() {
    let mut session = open(SCALED, 80, 24);
    assert!(session.screen().contains("▸Scaled: a bowl") && !session.screen().contains("ravine"));
    press(&mut session, "> Tab");
    assert!(
        session.screen().contains("▸Raw: a ravine"),
        "{}",
        session.screen()
    );
    press(&mut session, "Enter");
    let run = session.app.run();
    assert_eq!((run.epoch(), run.learning_rate()), (10, 0.005));
    assert!(session.screen().contains("is on the list now"));
}

#[test]
fn the_mouse_places_and_drags_the_probe() {
    let mut session = open(SCALED, 120, 40);
    let on = |target: Target| {
        matches!(
            target,
            Target::LossMap {
                panel: Panel::Landscape,
                ..
            }
        )
    };
    let (left, right, top) = session.area_of(on);
    session.click("✧");
    let best = place(&session, Panel::Landscape, Kind::Best);
    let (_, [age, sex]) = session.app.landscape.probe().unwrap();
    assert!((age - best[0]).abs() < 0.03 && (sex - best[1]).abs() < 0.2);
    session.drag((left + 3, top + 2), (right, top));
    settle(&mut session);
    let (panel, [age, sex]) = session.app.landscape.probe().unwrap();
    let plane = map(&session, Panel::Landscape).plane().unwrap();
    assert_eq!(panel, Panel::Landscape);
    assert!(plane.across.share(age) > 0.98 && plane.up.share(sex) > 0.97);
}

#[test]
fn a_map_once_drawn_is_never_blank_again_while_time_plays() {
    let mut session = open(SCALED, 120, 40);
    session.press("Space");
    for _ in 0..6 {
        session.wait(200);
        assert!(map(&session, Panel::Landscape).grid().is_some());
        assert!(!session.screen().contains("being computed"));
    }
    let before = map(&session, Panel::Landscape).plane().unwrap().across;
    assert_eq!(
        (before.from, before.to),
        (-0.06 * sd(&session), 0.04 * sd(&session))
    );
    session.press("Space");
    settle(&mut session);
    let map = map(&session, Panel::Landscape);
    assert_eq!(
        map.grid().map(|grid| (&grid.plane, grid.pass)),
        map.plane().map(|plane| (plane, Pass::Fine))
    );
    assert!(
        !session.app.needs_tick() || session.app.notice.is_some(),
        "at rest nothing waits"
    );
}

fn sd(session: &Session) -> f64 {
    session.app.run().encoder().inputs()[0].sd
}

#[test]
fn y_copies_the_grid_with_what_it_takes_to_compute_it_again() {
    let mut session = open(RAW, 80, 24);
    session.press("y");
    let Some(Effect::Copy(text)) = session.effects.last() else {
        panic!("something is copied")
    };
    for line in [
        "# epoch 0",
        "# best loss = 0.508",
        "# largest stable rate = 0.00758",
        "w age,w sex,loss",
    ] {
        assert!(text.contains(line), "{line}\n{}", &text[..600]);
    }
    let grid = map(&session, Panel::Landscape).grid().unwrap();
    let cells = text.lines().filter(|line| !line.starts_with('#')).count() - 1;
    assert_eq!(cells, grid.columns * grid.lines);
    assert!(text.is_ascii());
}

#[test]
fn every_size_theme_and_language_has_its_map() {
    for theme in ThemeName::ALL {
        for language in [Language::English, Language::Japanese] {
            for (width, height) in [(80, 24), (99, 30), (100, 30), (200, 60)] {
                for ascii in [false, true] {
                    let settings = Settings {
                        theme,
                        language,
                        ascii,
                        ..Settings::default()
                    };
                    let mut session = Session::with(settings, width, height);
                    session.press(SCALED).press("5 . Right");
                    settle(&mut session);
                    let on = |t: Target| {
                        matches!(
                            t,
                            Target::LossMap {
                                panel: Panel::Landscape,
                                ..
                            }
                        )
                    };
                    let (left, right, top) = session.area_of(on);
                    for x in [left, right] {
                        assert_ne!(session.buf[(x, top)].symbol(), "│", "{width}×{height}");
                    }
                    let last = session.app.landscape.map(Panel::Landscape).unwrap();
                    assert_eq!(last.grid().unwrap().pass, Pass::Fine);
                }
            }
        }
    }
}

#[test]
fn the_maps_at_50_epochs_look_like_this() {
    let mut session = open(SCALED, 120, 40);
    press(&mut session, "> > > > >");
    insta::assert_snapshot!(session.screen());
}

#[test]
fn the_map_in_japanese_at_80_columns_looks_like_this() {
    let settings = Settings {
        language: Language::Japanese,
        ..Settings::default()
    };
    let mut session = Session::with(settings, 80, 24);
    session.press(RAW).press("5");
    press(&mut session, "> Up");
    insta::assert_snapshot!(session.screen());
}
