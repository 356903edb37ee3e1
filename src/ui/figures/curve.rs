//! An activation function with everybody's z below it and the selected passenger's on it.

use super::Look;
use super::chart::Chart;
use super::crowd::Crowd;
use super::drawing::{Anchor, Ink, Stroke, Type};
use crate::app::App;
use crate::explain::names;
use crate::explain::numbers;
use crate::explain::words::{explore, figures as words};
use crate::nn::Activation;

/// Points of the curve.
const STEPS: u32 = 400;

/// As wide as `f(−12.345678) = 0.123456` at its largest.
const LABEL: f64 = 220.0;

/// The drawing.
pub fn draw(app: &App, look: &Look) -> String {
    let function = app.curve.function;
    let name = app.settings.say(crate::explain::words::explore::activation(function));
    let title = match app.curve_neuron(function) {
        Some((layer, neuron)) => {
            let values = [name.to_owned(), names::neuron(app.network(), layer, neuron)];
            app.settings.language.fill(words::CURVE_OF, &values)
        }
        None => name.to_owned(),
    };
    let title =
        if app.curve_is_free(function) { format!("{title} · {}", app.settings.say(explore::FREE_Z)) } else { title };
    let mut drawing = super::sheet(app, look, &title);
    let z = app.curve_z(function);
    let (start, end) = app.curve_range(function);
    let at = |z: f64| function.value(z);
    let y = match function {
        Activation::Sigmoid => (0.0, 1.0),
        Activation::Tanh => (-1.0, 1.0),
        Activation::Relu | Activation::LeakyRelu => (at(start).min(0.0), end),
        Activation::Linear => (start, end),
    };
    let chart = Chart { field: Chart::FIELD, x: (start, end), y };
    let name = format!("{}(z)", function.name());
    chart.axes(&mut drawing, look, (app.settings.say(words::Z), &name));
    let mut crowd = Crowd::new(2.0, 4);
    let sums = app.curve_sums(function);
    for row in 0..app.list.len() {
        let Some(z) = sums(row) else {
            continue;
        };
        let survived = app.list.passenger(row).survived;
        let style = match survived {
            Some(true) => look.theme.lived,
            Some(false) => look.theme.died,
            None => look.theme.muted,
        };
        let (x, _) = chart.place(z, y.0);
        if !crowd.has_room((x, 0.0), survived) {
            continue;
        }
        let bottom = chart.field.3;
        let stroke = Stroke::new(Ink::of(style), 1.0).opacity(0.5);
        drawing.line((x, bottom - 14.0), (x, bottom - 1.0), stroke);
    }
    let points = (0..=STEPS).map(|step| {
        let z = start + (end - start) * f64::from(step) / f64::from(STEPS);
        chart.place(z, at(z))
    });
    drawing.curve(points, Stroke::new(Ink::of(look.theme.curve), 3.0));
    if let Some(z) = z {
        let here = chart.place(z, at(z));
        let down = chart.place(z, y.0);
        drawing.line(here, down, Stroke::new(look.muted, 1.0).dashed(true));
        drawing.dot(here, 6.0, look.text);
        let text = format!("f({}) = {}", numbers::fixed(z, 6, 10).trim(), numbers::fixed(at(z), 6, 10).trim());
        // Beside a rising curve there is room above on the left and below on the right, but not below the
        // marks at the foot.
        let (left, _, _, bottom) = chart.field;
        let below = here.1 + 18.0;
        let (anchor, place) = if z > 0.0 || below > bottom - 16.0 {
            let across = (here.0 - 14.0).max(left + LABEL);
            (Anchor::End, (across, (here.1 - 8.0).min(bottom - 40.0)))
        } else {
            (Anchor::Start, (here.0 + 16.0, below))
        };
        let set = Type::new(look.text, 15.0).bold().anchored(anchor);
        drawing.text(place, &text, set);
    }
    if crowd.is_merged() {
        let words = app.settings.say(words::SEVERAL);
        drawing.text((40.0, 528.0), words, Type::new(look.muted, 13.0));
    }
    drawing.finish()
}
