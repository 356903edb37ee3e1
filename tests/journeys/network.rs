//! The pointer in the network, its tables, the curves with the free slider, and the slow flow.

use titanic_tui::app::core::pointer::Spot;
use titanic_tui::app::{Effect, ExplorePanel, Panel, Settings, Target};

use crate::session::Session;

#[test]
fn the_pointer_walks_the_whole_calculation_and_explains_each_place() {
    let mut session = Session::open(80, 24);
    session.press("Tab Left Up Up").sees(&["input age"]);
    for words in
        ["weight w₁ age = −0.016852", "product of w₁ age = −0.3707", "the sum z", "the sigmoid σ", "the answer"]
    {
        session.press("Right").sees(&[words]);
    }
    session.press("Right").sees(&["the answer"]);
    for _ in 0..8 {
        session.press("Left");
    }
    assert_eq!(session.app.core.spot(), Spot::Input(0));
    session.press("Down").sees(&["input sex"]);
    session.press("Right").sees(&["0.704039"]);
    session.press("Down").sees(&["bias b = −0.116309"]);
}

#[test]
fn enter_opens_the_table_of_a_sum_and_of_the_sigmoid() {
    let mut session = Session::open(80, 24);
    session.press("Tab Right Right Enter");
    session.sees(&["× its weight", "−0.016852", "value × weight", "−0.370744", "Sum", "−0.487053"]);
    session.press("Right").sees(&["sigmoid input", "1/(1 + e^0.487053)"]);
    session.press("Esc").sees_no("sigmoid input");
}

#[test]
fn brackets_walk_over_the_parameters_from_any_panel() {
    let mut session = Session::open(80, 24);
    session.press(")").sees(&["weight w₂ sex = 0.704039"]);
    session.press(")").sees(&["bias b = −0.116309"]);
    session.press(") (").sees(&["bias b"]);
    session.press("2 )");
    assert_eq!(session.app.core.spot(), Spot::START);
}

#[test]
fn the_pointer_survives_a_change_of_network() {
    let mut session = Session::open(80, 24);
    session.press("p End Enter ( (");
    session.press("p Home Enter");
    assert_eq!(session.app.core.spot(), session.app.core.spot().fitted(session.app.core.network()));
}

#[test]
fn the_slider_moves_z_by_a_hundredth_and_esc_returns_to_the_passenger() {
    let mut session = Session::open(80, 24);
    session.press("Tab Tab Tab").sees(&["f(−0.487053) = 0.38058805086"]);
    session.press("Home").sees(&["f(−20.00"]);
    session.press("End").sees(&["f(20.00"]);
    session.press("Esc").sees(&["f(−0.487053)"]);
    // From −0.49 to nought: 4 tenths by →, then 9 hundredths by ↑.
    session.press("Right Right Right Right");
    for _ in 0..9 {
        session.press("Up");
    }
    session.sees(&["0.50000000000"]);
    assert_eq!(session.app.screens.explore.curve.slider(), Some(0.0));
    session.press("J");
    assert_eq!(session.app.screens.explore.curve.slider(), Some(0.0), "the slider stays");
    session.press("Esc").sees(&["f(−0.052646"]);
}

/// The labels below the z axis: the row that has them is the first one below the curve.
fn axis(session: &Session) -> Option<String> {
    let screen = session.screen();
    let mut rows = screen.lines().map(|row| row.replace(['│', ' '], ""));
    rows.find(|row| row.starts_with('−') && row.ends_with(|end: char| end.is_ascii_digit()))
}

#[test]
fn a_step_of_the_slider_leaves_the_axis_and_only_the_passenger_brings_it_back() {
    let mut session = Session::open(80, 24);
    session.press("Tab Tab Tab");
    let at_first = axis(&session);
    assert_eq!(at_first.as_deref(), Some("−6−4−20246"));
    session.press("Right").sees(&["f(−0.39)"]);
    assert_eq!(axis(&session), at_first, "one step is no other scale");
    session.press("End");
    let far = axis(&session);
    assert_eq!(far.as_deref(), Some("−20−1001020"));
    session.press("PgDn PgDn").sees(&["f(18.00)"]);
    assert_eq!(axis(&session), far, "nor is a step back");
    session.press("Esc");
    assert_eq!(axis(&session), at_first);
}

#[test]
fn a_function_has_the_z_of_the_neuron_pointed_at_or_says_whose_it_is() {
    let mut session = Session::open(120, 40);
    session.press("p Home Down Down Down Enter 1 Tab Tab Tab");
    session.sees(&["[Sigmoid σ]", "ReLU h", "the z of σ", "people, into σ"]);
    session.press("v").sees(&["[ReLU h]", "the z of h1", "people, into h1"]);
    session.press(") ) )").sees(&["the z of h2", "people, into h2"]);
    let z = session.app.core.trace().unwrap().layers[0].z[1];
    session.sees(&[&format!("f({z:.6})").replace('-', "−")]);
    session.press("Right").sees(&["a z of your choice", "into h2"]);
    session.press("Esc v");
    session.sees(&["[tanh]", "a z of your choice", "no neuron of this network uses it"]);
    session.press("v v v v ( ( (").sees(&["the z of h1"]);
    // From h1 the parameters go round backwards to those of the output.
    session.press("( ( (").sees(&["a z of your choice", "point at a hidden neuron"]);
}

#[test]
fn every_function_has_its_curve_and_its_formula() {
    let mut session = Session::open(80, 24);
    session.press("Tab Tab Tab");
    for formula in ["max(0, z)", "tanh", "0.01", "f(z) = z", "e^−z"] {
        session.press("v").sees(&[formula]);
    }
    session.press("d").sees(&["slope"]);
    session.press("d").sees_no("slope");
}

#[test]
fn the_flow_shows_the_calculation_step_by_step_and_ends() {
    let mut session = Session::open(80, 24);
    session.press("F").sees_no("38 %");
    session.sees_no("−0.487053");
    for _ in 0..12 {
        session.wait(450);
    }
    session.sees(&["−0.487053", "38 %"]);
    assert!(session.app.core.flow.is_none(), "it is over by itself");
    session.press("F").sees_no("38 %");
    session.press("Esc").sees(&["38 %"]);
}

#[test]
fn what_the_flow_has_not_reached_no_panel_tells() {
    for (preset, size) in [("", (120, 40)), ("p Down Down Enter . . .", (200, 60))] {
        let mut session = Session::open(size.0, size.1);
        session.press(preset).press("1");
        let (p, z) = (session.app.core.trace().unwrap().p(), session.app.core.trace().unwrap().logit());
        let digits =
            |value: f64, decimals: usize| format!("{:.decimals$}", value.abs()).trim_start_matches('0').to_owned();
        let secrets = [digits(p, 6), digits(z, 6), format!("{:.0} %", 100.0 * p)];
        session.sees(&secrets.each_ref().map(String::as_str)).press("F");
        for secret in &secrets {
            session.sees_no(secret);
        }
        session.press("Tab Right").sees(&["not come here yet"]).press("Esc");
        session.sees(&secrets.each_ref().map(String::as_str));
    }
}

/// Or the card over the list says what the list keeps back.
#[test]
fn neither_does_a_card_and_what_tells_it_at_once_ends_the_flow() {
    let mut session = Session::open(80, 24);
    session.press("F Enter").sees(&["sum z                             ?", "the network says                  ?"]);
    session.sees_no(".38").sees(&["died"]).press("Esc Esc");
    for (keys, back) in [("3", "1"), ("w", "Esc")] {
        session.press("F").sees_no(".380588");
        session.press(keys);
        assert!(session.app.core.flow.is_none(), "{keys} tells p");
        session.press(back).sees(&[".380588"]);
    }
}

#[test]
fn a_weight_tells_what_it_does_to_the_chance() {
    let mut session = Session::open(80, 24);
    // Told with the published weights alone: σ(−0.487053 − 0.168520), σ(−0.487053 + 0.704039), σ(−0.487053 + 0.116309).
    session.press("Tab").sees(&["ten years older: 38 % → 34 %"]);
    session.press("Down").sees(&["were he a woman: 38 % → 55 %"]);
    session.press("Down").sees(&["without it: 38 % → 41 %"]);
    session.press("J Up").sees(&["were she a man: 49 % → 32 %"]);
}

#[test]
fn the_network_has_half_of_the_screen_from_120_columns_up() {
    for preset in ["", "p Down Down Enter", "p End Enter"] {
        for (width, height) in [(120, 40), (160, 50), (200, 60)] {
            let mut session = Session::open(width, height);
            session.press(preset).press("1");
            let is_network = |target| target == Target::Panel(Panel::Explore(ExplorePanel::Network));
            let area = session.app.core.hits.find(is_network).expect("it is on the screen");
            // Tabs, hints and the time bar take at most six rows.
            assert!(2 * area.width * area.height >= width * (height - 6), "{preset} at {width}×{height}: {area:?}");
        }
    }
}

#[test]
fn a_step_runs_along_the_lines_only_where_things_may_move() {
    for motion in [false, true] {
        let mut session = Session::with(Settings { motion, ..Settings::default() }, 120, 40);
        session.press("p Enter 1 .").wait(100);
        assert_eq!(session.app.core.pulse.is_some(), motion);
        session.wait(1000);
        assert_eq!(session.app.core.pulse, None, "a moment later it rests");
        assert!(!session.app.needs_tick() || session.app.core.notice.is_some(), "and costs nothing");
    }
}

#[test]
fn y_copies_the_arithmetic_with_every_digit_and_a_plain_minus() {
    let mut session = Session::open(80, 24);
    session.press("y");
    let Some(Effect::Copy(text)) = session.effects.last() else {
        panic!("y copies");
    };
    for part in [
        "Braund, Mr. Owen Harris",
        "22 (age) * -0.016852",
        "0 (sex) * 0.704039",
        "1 (bias) * -0.116309",
        "says: died; was: died",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    assert!(text.is_ascii());
}

#[test]
fn the_hidden_layer_of_the_post_is_shown_whole() {
    let mut session = Session::open(120, 40);
    session.press("p Down Down Enter");
    session.sees(&["2-3-1"]);
    session.press("Tab");
    let mut places = Vec::new();
    for _ in 0..13 {
        session.press(")");
        places.push(session.app.core.spot());
    }
    places.dedup();
    assert_eq!(places.len(), 13, "thirteen parameters, each with its place");
}
