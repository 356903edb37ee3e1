//! The Landscape screen by keys and mouse: what stands on the maps, what the probe says, what Enter begins.

#[path = "support/mouse.rs"]
mod mouse;
#[path = "support/session.rs"]
mod session;

use std::time::Duration;
use titanic_tui::app::screens::landscape::map::{Landmark, Map};
use titanic_tui::app::{Action, Effect, LandscapePanel, LandscapeTarget, OwnTarget, Settings, Target, ThemeName};

use session::Session;
use titanic_tui::analysis::landscape::PlaneAxis;
use titanic_tui::explain::words::Language;
use titanic_tui::nn::Parameter;
use titanic_tui::training::Preset;

const RAW: &str = "p Down Enter";
const SCALED: &str = "p Enter";

fn settle(session: &mut Session) -> &mut Session {
    let busy = |session: &Session| session.app.core.is_playing() || session.app.is_drawing_soon();
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

fn map(session: &Session, panel: LandscapePanel) -> &Map {
    session.app.screens.landscape.seen(&session.app.core).map(panel).expect("a map")
}

fn place(session: &Session, panel: LandscapePanel, kind: Landmark) -> [f64; 2] {
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
        "raw, rate 0.005: loss 0.6636, test 185/291",
        "scaled, rate 0.5: loss 0.5292, test 226/291",
        "epoch 50",
        "Scaled: a bowl",
        "Raw: a ravine",
        "missing ages: the training mean",
        "off slice: “0” ◇ ✧",
        "scaled rate = 100 × raw",
        "Raw: a ravine, 8,497 : 1",
    ] {
        assert!(screen.contains(text), "{text}\n{screen}");
    }
}

/// A slice along ways that bend alike is a bowl, also through a ravine: the title says what is seen.
#[test]
fn a_slice_that_does_not_show_the_ravine_is_not_called_one() {
    let mut session = open("p Down Enter }", 120, 40);
    assert!(session.screen().contains("Raw: a ravine"));
    session.press("a a");
    settle(&mut session);
    assert!(session.screen().contains("Raw: a bowl"), "{}", session.screen());
}

#[test]
fn limits_at_zero_are_named_with_their_epoch() {
    let session = open(SCALED, 120, 40);
    let screen = session.screen();
    assert!(screen.contains("rate 0.5, limit 6.811 · condition on this plane 1.00"), "{screen}");
    assert!(screen.contains("rate 0.005, limit 0.007586 at epoch 0 · condition 8,814"), "{screen}");
}

#[test]
fn a_rate_over_the_limit_is_said() {
    let mut session = open(RAW, 120, 40);
    press(&mut session, "i i");
    assert!(session.screen().contains("! rate 0.01 over limit 0.007586"));
    assert!(session.screen().contains("rate 1, limit 6.811"), "the twin follows the rate");
}

#[test]
fn every_map_is_of_its_own_runs_true_loss() {
    let mut session = open(SCALED, 120, 40);
    press(&mut session, "> .");
    for panel in [LandscapePanel::Landscape, LandscapePanel::Beside] {
        let map = map(&session, panel);
        let grid = map.grid().expect("computed");
        assert!(grid.is_fine);
        assert_eq!(Some(&grid.plane), map.plane());
        let run = match panel {
            LandscapePanel::Beside => {
                session.app.screens.landscape.seen(&session.app.core).twin().unwrap().unwrap().run()
            }
            LandscapePanel::Landscape => session.app.core.run(),
        };
        assert_eq!(run.epoch(), 11);
        let [bias, age] = grid.place(4, 9);
        let weight = |input| Parameter::Weight { layer: 0, neuron: 0, input };
        let there = run.branch_with("x", &[(weight(0), age), (Parameter::Bias { layer: 0, neuron: 0 }, bias)]).unwrap();
        assert!((there.metrics().train.loss - grid.value(4, 9)).abs() < 1e-12);
    }
}

/// How many times longer than wide the piece of a map is on which the loss is nearly as low as where the
/// network is, both measured as they are seen on the screen.
fn longer_than_wide(session: &Session, panel: LandscapePanel) -> f64 {
    let map = map(session, panel);
    let grid = map.grid().expect("computed");
    let now = grid.value_at(place(session, panel, Landmark::Now));
    let now = now.expect("the network is in sight");
    let low = |x: usize, y: usize| grid.value(x, y) < now + 0.1;
    let inside = (0..grid.lines).flat_map(|y| (0..grid.columns).map(move |x| (x, y)));
    let area = inside.filter(|&(x, y)| low(x, y)).count() as f64;
    let long = (0..grid.columns).filter(|&x| (0..grid.lines).any(|y| low(x, y)));
    let long = long.count() as f64;
    long * long / area
}

#[test]
fn a_ravine_is_seen_as_one_and_a_bowl_as_one_and_the_number_stands_beside_it() {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let mut session = Session::open(width, height);
        // A theme with half blocks: then a loss stands for a square on the screen.
        session.press("T 5");
        settle(&mut session);
        for (panel, title) in [
            (LandscapePanel::Landscape, "▸Raw: a ravine, 7,690 : 1"),
            (LandscapePanel::Beside, "▸Scaled: a bowl, 1.12 : 1"),
        ] {
            let screen = session.screen();
            assert!(screen.contains(title), "{title}\n{screen}");
            let plane = map(&session, panel).plane().unwrap();
            let (left, right, _) =
                session.area_of(|target| matches!(target, Target::Own(OwnTarget::Landscape(LandscapeTarget::LossMap { panel: on, .. })) if on == panel));
            let grid = map(&session, panel).grid().unwrap();
            let units = [plane.across.length() / f64::from(right - left + 1), plane.up.length() / grid.lines as f64];
            assert!((units[0] / units[1] - 1.0).abs() < 1e-9, "{units:?}");
            let shape = longer_than_wide(&session, panel);
            match panel {
                LandscapePanel::Beside => {
                    assert!(shape < 2.0, "{width}×{height}: {shape}");
                }
                LandscapePanel::Landscape => assert!(shape > 10.0, "{width}×{height}: {shape}"),
            }
            press(&mut session, "Tab");
        }
    }
}

#[test]
fn the_probe_says_the_exact_loss_and_enter_trains_from_there() {
    let mut session = open(SCALED, 120, 40);
    press(&mut session, "> Up Up Right");
    let probed = map(&session, LandscapePanel::Landscape).probed().expect("a probe").clone();
    let loss = format!("{:.6}", probed.loss);
    assert!(session.screen().contains(&loss), "{loss}\n{}", session.screen());
    let runs = session.app.core.runs.all().len();
    let sex = session.app.core.network().parameters()[1];
    press(&mut session, "Enter");
    let run = session.app.core.run();
    assert_eq!(session.app.core.runs.all().len(), runs + 1);
    assert_eq!(run.epoch(), 10);
    assert_eq!(run.network().parameters(), [probed.place[1], sex, probed.place[0]]);
    assert!((run.metrics().train.loss - probed.loss).abs() < 1e-12);
    assert!(session.screen().contains("from the probe"), "{}", session.screen());
    assert!(session.app.screens.landscape.seen(&session.app.core).probe().is_none());
    press(&mut session, "u");
    assert_eq!(session.app.core.run().epoch(), 10);
    assert_ne!(session.app.core.run().network().parameters()[0], probed.place[1]);
}

#[test]
fn the_twin_of_a_branch_begins_with_the_same_function() {
    let mut session = open(SCALED, 120, 40);
    press(&mut session, "> Up Up Enter . .");
    let twin = session.app.screens.landscape.seen(&session.app.core).twin().unwrap().unwrap();
    assert!(twin.is_converted());
    assert_eq!((twin.start(), twin.epoch(), twin.run().epoch()), (10, 12, 2));
    let loss = |run: &titanic_tui::training::Run, epoch| run.metrics_at(epoch).train.loss;
    assert!((loss(twin.run(), 0) - loss(session.app.core.run(), 10)).abs() < 1e-12);
}

#[test]
fn esc_takes_the_probe_off_then_the_magnifying_and_the_wheel_magnifies() {
    let mut session = open(SCALED, 120, 40);
    press(&mut session, "PgUp PgUp Left");
    assert!(session.screen().contains("×4"));
    assert!(session.app.screens.landscape.seen(&session.app.core).probe().is_some());
    press(&mut session, "Esc");
    assert!(session.app.screens.landscape.seen(&session.app.core).probe().is_none());
    assert_eq!(session.app.screens.landscape.seen(&session.app.core).zoom(), 2);
    press(&mut session, "Esc");
    assert_eq!(session.app.screens.landscape.seen(&session.app.core).zoom(), 0);
    session.wheel("w₁ age", false);
    settle(&mut session);
    assert_eq!(session.app.screens.landscape.seen(&session.app.core).zoom(), 1);
    press(&mut session, "Home");
    assert_eq!(session.app.screens.landscape.seen(&session.app.core).zoom(), 0);
}

#[test]
fn v_puts_the_others_at_their_best_which_is_never_worse() {
    let mut session = open(RAW, 120, 40);
    let held = map(&session, LandscapePanel::Landscape).grid().unwrap().clone();
    press(&mut session, "v");
    assert!(session.screen().contains("others at their best"));
    let best = map(&session, LandscapePanel::Landscape).grid().unwrap();
    for (x, y) in [(3, 9), (20, 24), (40, 20)] {
        assert!(best.value(x, y) <= held.value(x, y) + 1e-9);
    }
    assert!(!session.screen().contains("off the plane"));
    press(&mut session, "v");
    assert!(session.screen().contains("slice at w₂"));
}

#[test]
fn the_probe_on_the_best_finds_the_least_loss_there_is() {
    let mut session = open(RAW, 120, 40);
    press(&mut session, "v End");
    let map = map(&session, LandscapePanel::Landscape);
    let probed = map.probed().unwrap();
    assert!((probed.loss - map.optimal_loss().unwrap()).abs() < 1e-12);
    press(&mut session, "Enter");
    let metrics = session.app.core.run().metrics();
    assert_eq!((metrics.train.correct, metrics.test.correct), (475, 226));
}

#[test]
fn a_walks_over_the_pairs_and_back() {
    let mut session = open(RAW, 120, 40);
    let axes = |session: &Session| {
        let plane = map(session, LandscapePanel::Landscape).plane().unwrap();
        plane.axes().clone().map(|axis| match axis {
            PlaneAxis::Parameter(index) => index,
            PlaneAxis::Direction(_) => 99,
        })
    };
    let mut seen = vec![axes(&session)];
    for _ in 0..3 {
        press(&mut session, "a");
        seen.push(axes(&session));
    }
    assert_eq!(seen, [[2, 0], [1, 0], [2, 1], [2, 0]]);
}

const SMALL: &str = "p Down Down Enter";
const WIDE: &str = "p Home Down Down Down Down Enter";
const DEEP: &str = "p Home Down Down Down Down Down Down Enter";

#[test]
fn deeper_networks_begin_with_the_axes_that_tell_most() {
    let mut session = open(SMALL, 80, 24);
    assert!(session.screen().contains("random directions, seed 1"));
    press(&mut session, "a");
    assert!(session.screen().contains("slice: 11 others held"), "{}", session.screen());
    press(&mut session, ")");
    assert_eq!(
        map(&session, LandscapePanel::Landscape).plane().unwrap().axes(),
        &[PlaneAxis::Parameter(1), PlaneAxis::Parameter(6)],
        "sex into h1 and its bias"
    );
    assert!(
        session.screen().contains("↑ b→h1") && session.screen().contains("→ sex→h1"),
        "names as on the Gradients screen:\n{}",
        session.screen()
    );
    press(&mut session, "a");
    assert!(session.screen().contains("The path is too short"), "{}", session.screen());
    press(&mut session, "> >");
    let screen = session.screen();
    assert!(screen.contains("↑ main direction 2 ("), "{screen}");
    assert!(screen.contains("● main 1  "), "{screen}");
    let limit = map(&session, LandscapePanel::Landscape).bends().unwrap();
    assert_eq!(limit.epoch, 20);
    assert!(limit.limit.unwrap() > 0.0 && limit.condition.is_none());
    press(&mut session, "v");
    assert!(session.screen().contains("Only a convex loss"), "{}", session.screen());
}

#[test]
fn once_a_path_has_directions_they_are_shown_unless_others_were_chosen() {
    let mut session = open(WIDE, 100, 30);
    press(&mut session, ">");
    assert!(session.screen().contains("where the path went"));
    press(&mut session, "r");
    assert!(session.screen().contains("where the path went"), "also in its past");
    let mut chosen = open(WIDE, 100, 30);
    press(&mut chosen, "a > >");
    assert!(chosen.screen().contains("slice: 31 others held"));
}

#[test]
fn every_a_says_what_the_axes_are_now() {
    let mut session = open(WIDE, 100, 30);
    press(&mut session, "}");
    for (random, path, pair) in [(true, false, false), (false, false, true), (false, true, false)] {
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

/// How many of a few parts of the ramp take at least a fiftieth of a panel's map.
fn heights_seen(session: &Session, panel: LandscapePanel) -> usize {
    let scale = session.app.screens.landscape.seen(&session.app.core).scale(panel).expect("a scale");
    let grid = map(session, panel).grid().expect("computed");
    let mut counts = [0; 7];
    for y in 0..grid.lines {
        for x in 0..grid.columns {
            counts[((7.0 * scale.share(grid.value(x, y))) as usize).min(6)] += 1;
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
        for panel in [LandscapePanel::Landscape, LandscapePanel::Beside] {
            let seen = heights_seen(&session, panel);
            assert!(seen >= 3, "{keys} {more} {panel:?}: {seen}\n{}", session.screen());
        }
    }
}

#[test]
fn a_pair_that_hardly_matters_is_said_to_and_its_legend_tells_its_edges_apart() {
    // What comes into h7, which is off for nearly everybody.
    let mut session = open(WIDE, 100, 30);
    press(&mut session, "}");
    press(&mut session, "a a");
    press(&mut session, &[")"; 19].join(" "));
    let screen = session.screen();
    assert!(screen.contains("hardly matters: .4930 to .4996"), "{screen}");
    assert!(heights_seen(&session, LandscapePanel::Landscape) >= 3, "{screen}");
    let mut wide = open(WIDE, 120, 30);
    press(&mut wide, "}");
    press(&mut wide, "a a");
    let heights = map(&wide, LandscapePanel::Landscape).heights().unwrap();
    let (low, high) = heights.ends().unwrap();
    assert!(high - low > 0.01 && !wide.screen().contains("hardly matters"));
}

#[test]
fn each_map_has_contours_of_its_own_at_round_losses_and_the_legend_says_whose_they_are() {
    for keys in ["", "p Enter : text:50 Enter"] {
        let mut session = open(keys, 120, 40);
        for panel in [LandscapePanel::Landscape, LandscapePanel::Beside] {
            let seen = session.app.screens.landscape.seen(&session.app.core);
            let levels = seen.scale(panel).unwrap().levels(7);
            let screen = session.screen();
            let raw = screen.lines().nth(1).unwrap().contains("▸Raw");
            let legend = screen.lines().find(|line| line.contains("│ loss, ")).expect("a legend");
            assert!(legend.contains(if raw { "loss, raw:" } else { "loss, scaled:" }), "{screen}");
            let words: Vec<String> = levels.iter().map(|level| format!("{:.*}", level.decimals, level.loss)).collect();
            let words: Vec<&str> = words.iter().map(|word| word.trim_start_matches('0')).collect();
            // One that would touch another on the bar stands on its line alone.
            let said = words.iter().filter(|word| legend.contains(**word)).count();
            assert!(said >= 5 && words.iter().all(|word| word.len() <= 4), "{words:?}\n{screen}");
            let half = |line: &str| -> String {
                let cells: Vec<char> = line.chars().collect();
                cells[usize::from(panel == LandscapePanel::Beside) * 60..][..59].iter().collect()
            };
            let map: Vec<String> = screen.lines().skip(3).take(26).map(half).collect();
            let labelled = words.iter().filter(|word| map.iter().any(|line| line.contains(**word))).count();
            assert!(labelled >= 4, "{words:?}\n{screen}");
            press(&mut session, "Tab");
        }
    }
}

/// The presets in the order of their list.
fn presets() -> impl Iterator<Item = String> {
    (0..Preset::ALL.len()).map(|place| format!("p Home {}Enter", "Down ".repeat(place)))
}

/// An arrow called downhill that ends on a slope above its beginning teaches the opposite.
#[test]
fn the_arrow_ends_where_the_loss_is_less_than_where_it_begins_on_every_map_of_every_preset() {
    let mut drawn = 0;
    for keys in presets() {
        let session = open(&format!("{keys} : text:50 Enter"), 120, 40);
        for panel in [LandscapePanel::Landscape, LandscapePanel::Beside] {
            let seen = session.app.screens.landscape.seen(&session.app.core);
            let Some((map, descent)) = seen.map(panel).and_then(|map| Some((map, map.descent()?))) else { continue };
            let (Some(plane), Some(bottom)) = (map.plane(), descent.bottom()) else { continue };
            let from = descent.place();
            if from == bottom {
                continue;
            }
            drawn += 1;
            let mut surface = map.surface().clone();
            let mut loss = |place: [f64; 2]| surface.loss(&plane.point(place));
            let begin = loss(from);
            for part in [0.1, 0.5, 1.0] {
                let at = [0, 1].map(|axis| from[axis] + part * (bottom[axis] - from[axis]));
                assert!(loss(at) < begin, "{keys} {panel:?}: {} after {part}, {begin}", loss(at));
                assert!(plane.across.share(at[0]) < 1.0 + 1e-9 && plane.up.share(at[1]) < 1.0 + 1e-9);
            }
        }
    }
    assert!(drawn > 10, "{drawn}");
}

#[test]
fn where_the_loss_falls_for_less_than_a_cell_there_is_only_the_head_of_the_arrow() {
    let session = open("", 120, 40);
    let cells = (2..30).flat_map(|y| (0..60).map(move |x| (x, y)));
    let (x, y) = cells.into_iter().find(|&at| session.buf[at].symbol() == "●").expect("now");
    assert_eq!(session.buf[(x, y - 1)].symbol(), "↑", "{}", session.screen());
}

/// A path to and fro as wide as the valley would hide the map it is drawn on.
#[test]
fn a_path_that_goes_to_and_fro_leaves_the_map_to_be_seen() {
    let settings = Settings { theme: ThemeName::Mono, ..Settings::default() };
    let mut session = Session::with(settings, 120, 40);
    session.press("p Down Down Down Enter : text:200 Enter 5");
    settle(&mut session);
    for panel in [LandscapePanel::Landscape, LandscapePanel::Beside] {
        let on = |target: Target| matches!(target, Target::Own(OwnTarget::Landscape(LandscapeTarget::LossMap { panel: at, .. })) if at == panel);
        let (left, right, top) = session.area_of(on);
        let cells = (top..top + 25).flat_map(|y| (left..=right).map(move |x| (x, y)));
        let dots = |&(x, y): &(u16, u16)| session.buf[(x, y)].symbol().chars().all(|c| ('⠁'..='⣿').contains(&c));
        let (all, covered) = (cells.clone().count(), cells.filter(dots).count());
        assert!(covered > 10 && 8 * covered < all, "{covered} of {all} cells\n{}", session.screen());
    }
}

#[test]
fn the_numbers_on_the_axes_are_round_and_equally_far_apart() {
    for keys in ["", "p Down Down Down Enter : text:200 Enter", "PgUp", "a"] {
        let mut session = open("", 120, 40);
        press(&mut session, keys);
        for panel in [LandscapePanel::Landscape, LandscapePanel::Beside] {
            let map = map(&session, panel);
            let (plane, grid) = (map.plane().unwrap(), map.grid().unwrap());
            for (span, count) in [(plane.across, grid.columns), (plane.up, grid.lines / 2)] {
                let (ticks, decimals) = span.ticks(count, 3.0);
                assert!(ticks.len() >= 2, "{span:?}");
                for value in ticks {
                    let cell = span.share(value) * count as f64 - 0.5;
                    assert!((cell - cell.round()).abs() < 1e-6, "{value} lies {cell} cells along");
                    assert!(format!("{value:.decimals$}").trim_end_matches('0').len() <= 6);
                }
            }
        }
    }
}

#[test]
fn a_network_with_hidden_layers_is_called_a_valley_a_bowl_or_a_saddle_by_the_plane_shown() {
    let session = open("p Down Down Down Enter : text:200 Enter", 120, 40);
    let screen = session.screen();
    let plane = map(&session, LandscapePanel::Landscape).plane_bends().unwrap();
    let ratio = format!("Scaled: a valley, {:.2} : 1", plane[0] / plane[1]);
    assert!(screen.contains(&ratio) && screen.contains("condition on this plane "), "{ratio}\n{screen}");
    let [most, least] = map(&session, LandscapePanel::Beside).plane_bends().unwrap();
    assert!(most > 0.0 && least < 0.0 && screen.contains("Raw: a saddle"), "{screen}");
}

#[test]
fn every_map_of_a_deeper_network_has_one_unit_and_two_numbers_along_both_axes() {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let mut session = open(DEEP, width, height);
        press(&mut session, "> > >");
        for keys in ["", "Tab", "a", "a"] {
            press(&mut session, keys);
            let panel = session.app.core.focus_on.landscape;
            let on = |target: Target| matches!(target, Target::Own(OwnTarget::Landscape(LandscapeTarget::LossMap { panel: at, .. })) if at == panel);
            let (left, right, top) = session.area_of(on);
            let map = map(&session, panel);
            let (plane, rows) = (map.plane().unwrap(), map.grid().unwrap().lines as u16 / 2);
            let units = [plane.across.length() / f64::from(right - left + 1), plane.up.length() / f64::from(2 * rows)];
            assert!((units[0] / units[1] - 1.0).abs() < 1e-9, "{units:?}");
            let read =
                |x: std::ops::Range<u16>, y: u16| -> String { x.map(|x| session.buf[(x, y)].symbol()).collect() };
            let numbers = |text: &str| {
                text.replace('−', "-").split_whitespace().filter(|word| word.parse::<f64>().is_ok()).count()
            };
            let up: usize = (top..top + rows).map(|y| numbers(&read(left - 7..left, y))).sum();
            let across = numbers(&read(left..right, top + rows));
            assert!(up >= 2 && across >= 2, "{up} and {across} numbers\n{}", session.screen());
        }
    }
}

#[test]
fn a_bowl_whose_bottom_lies_beyond_the_map_is_called_the_slope_that_is_seen() {
    for (width, height, title) in [(80, 24, "Scaled: a bowl, 2.38 : 1"), (120, 40, "Scaled: a slope ")] {
        let mut session = open(DEEP, width, height);
        press(&mut session, "> > >");
        assert!(session.screen().contains(title), "{}", session.screen());
        let grid = map(&session, LandscapePanel::Landscape).grid().unwrap();
        assert_eq!(grid.falls_beyond(), title.contains("slope"));
    }
}

#[test]
fn whom_the_losses_are_over_is_said_once() {
    let session = open("", 120, 40);
    assert_eq!(session.screen().matches("the 474 + 240 with an age").count(), 1, "{}", session.screen());
}

#[test]
fn the_arrow_points_down_where_training_goes_next_and_its_slope_is_the_gradient() {
    let mut session = open(RAW, 120, 40);
    let map = map(&session, LandscapePanel::Landscape);
    // Batch gradient at zero: bias and age.
    let slope = map.descent().unwrap().slope();
    assert!((slope[0] - 0.106_67).abs() < 1e-4 && (slope[1] - 3.635_84).abs() < 1e-3, "{slope:?}");
    let screen = session.screen();
    assert!(screen.contains("slope 0.106667, 3.63"), "{screen}");
    assert!(screen.contains('↓'), "straight across the ravine\n{screen}");
    press(&mut session, ". ");
    let trail = self::map(&session, LandscapePanel::Landscape).trail().to_vec();
    assert_eq!(trail.len(), 2);
    assert!(trail[1][1] < trail[0][1], "the first step goes down as well");
}

#[test]
fn words_of_the_screen_are_explained_below_the_maps_and_in_the_help() {
    let mut session = open(SCALED, 120, 40);
    let condition = "condition: how many times as sharply";
    assert!(session.screen().contains(condition), "{}", session.screen());
    session.press("?");
    for text in [condition, "the scaled rate is 100 times", "off slice: "] {
        assert!(session.screen().contains(text), "{text}\n{}", session.screen());
    }
}

#[test]
fn while_a_run_trains_flat_out_the_maps_get_a_bounded_share() {
    let mut session = open(DEEP, 100, 24);
    session.press("Space ] ] ] ] ] ] ] ] ] ] ] ] ] ] ]");
    assert!(session.app.core.is_playing());
    let from = session.app.core.run().epoch();
    let done = |session: &Session| {
        let twin = session.app.screens.landscape.seen(&session.app.core).twin().unwrap().unwrap();
        twin.run().last_epoch()
    };
    let twin_from = done(&session);
    for _ in 0..64 {
        session.act(Action::Tick(Duration::ZERO)).draw();
    }
    let own = session.app.core.run().epoch() - from;
    let twin = done(&session) - twin_from;
    assert!(own >= 64, "every slice of the run's own is done: {own}");
    // One slice of eight is for what stands beside it.
    assert!(8 * twin <= own + 8, "{twin} epochs of the twin, {own} of the run");
    assert!(twin > 0, "the twin goes on all the same");
}

#[test]
fn with_adam_no_limit_is_claimed() {
    let session = open("p Down Down Down Down Enter", 120, 40);
    assert!(session.screen().contains("no limit: not plain full-batch gd"), "{}", session.screen());
}

#[test]
fn tab_swaps_the_maps_on_narrow_screens_and_enter_lists_the_twin() {
    let mut session = open(SCALED, 80, 24);
    assert!(session.screen().contains("▸Scaled: a bowl") && !session.screen().contains("ravine"));
    press(&mut session, "> Tab");
    assert!(session.screen().contains("▸Raw: a ravine"), "{}", session.screen());
    press(&mut session, "Enter");
    let run = session.app.core.run();
    assert_eq!((run.epoch(), run.learning_rate()), (10, 0.005));
    assert!(session.screen().contains("is on the list now"));
}

#[test]
fn the_mouse_places_and_drags_the_probe() {
    let mut session = open(SCALED, 120, 40);
    let on = |target: Target| {
        matches!(
            target,
            Target::Own(OwnTarget::Landscape(LandscapeTarget::LossMap { panel: LandscapePanel::Landscape, .. }))
        )
    };
    let (left, right, top) = session.area_of(on);
    session.click("✧");
    let best = place(&session, LandscapePanel::Landscape, Landmark::Best);
    let (_, at) = session.app.screens.landscape.seen(&session.app.core).probe().unwrap();
    assert!((at[0] - best[0]).abs() < 0.05 && (at[1] - best[1]).abs() < 0.1);
    session.drag((left + 3, top + 2), (right, top));
    settle(&mut session);
    let (panel, at) = session.app.screens.landscape.seen(&session.app.core).probe().unwrap();
    let plane = map(&session, LandscapePanel::Landscape).plane().unwrap();
    assert_eq!(panel, LandscapePanel::Landscape);
    assert!(plane.across.share(at[0]) > 0.98 && plane.up.share(at[1]) > 0.97);
}

#[test]
fn a_map_once_drawn_is_never_blank_again_while_time_plays() {
    let mut session = open(SCALED, 120, 40);
    session.press("Space");
    let before = map(&session, LandscapePanel::Landscape).plane().unwrap().across;
    for _ in 0..6 {
        session.wait(200);
        assert!(map(&session, LandscapePanel::Landscape).grid().is_some());
        assert!(!session.screen().contains("being computed"));
    }
    assert_eq!(
        map(&session, LandscapePanel::Landscape).plane().unwrap().across,
        before,
        "it does not move while time plays"
    );
    session.press("Space");
    settle(&mut session);
    let map = map(&session, LandscapePanel::Landscape);
    assert_eq!(map.grid().map(|grid| (&grid.plane, grid.is_fine)), map.plane().map(|plane| (plane, true)));
    assert!(!session.app.needs_tick() || session.app.core.notice.is_some(), "at rest nothing waits");
}

#[test]
fn y_copies_the_grid_with_what_it_takes_to_compute_it_again() {
    let mut session = open(RAW, 80, 24);
    session.press("y");
    let Some(Effect::Copy(text)) = session.effects.last() else { panic!("something is copied") };
    for line in ["# epoch 0", "# best loss = 0.508", "# largest stable rate = 0.00758", "b,w1 age,loss"] {
        assert!(text.contains(line), "{line}\n{}", &text[..600]);
    }
    let grid = map(&session, LandscapePanel::Landscape).grid().unwrap();
    let cells = text.lines().filter(|line| !line.starts_with('#')).count() - 1;
    assert_eq!(cells, grid.columns * grid.lines);
    assert!(text.is_ascii());
}

#[test]
fn every_size_theme_and_language_has_its_map() {
    for &theme in ThemeName::ALL {
        for &language in Language::ALL {
            for (width, height) in [(80, 24), (99, 30), (100, 30), (200, 60)] {
                for ascii in [false, true] {
                    let settings = Settings { theme, language, ascii, ..Settings::default() };
                    let mut session = Session::with(settings, width, height);
                    session.press(SCALED).press("5 . Right");
                    settle(&mut session);
                    let on = |t: Target| {
                        matches!(
                            t,
                            Target::Own(OwnTarget::Landscape(LandscapeTarget::LossMap {
                                panel: LandscapePanel::Landscape,
                                ..
                            }))
                        )
                    };
                    let (left, right, top) = session.area_of(on);
                    for x in [left, right] {
                        assert_ne!(session.buf[(x, top)].symbol(), "│", "{width}×{height}");
                    }
                    let last =
                        session.app.screens.landscape.seen(&session.app.core).map(LandscapePanel::Landscape).unwrap();
                    assert!(last.grid().unwrap().is_fine);
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
    let settings = Settings { language: Language::Japanese, ..Settings::default() };
    let mut session = Session::with(settings, 80, 24);
    session.press(RAW).press("5");
    press(&mut session, "> Up");
    insta::assert_snapshot!(session.screen());
}
