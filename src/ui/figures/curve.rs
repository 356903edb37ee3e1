//! An activation function as the panel of Explore shows it, with everybody's z below it.

use super::Slide;
use super::canvas::Canvas;
use super::chart;
use super::drawing::{Stroke, Type};
use super::thinned::Thinned;
use crate::app::App;
use crate::explain::names;
use crate::explain::words::{explore, figures as words};
use crate::training::sums;
use crate::ui::screens::explore::curve;
use crate::ui::theme::Rgb;

/// The drawing.
pub fn draw(app: &App, slide: &Slide) -> String {
    let say = |word| app.core.settings.say(word);
    let function = app.screens.explore.curve.function;
    let mut title = say(explore::activation(function)).to_owned();
    if let Some((layer, neuron)) = app.screens.explore.curve.neuron(&app.core, function) {
        title = app
            .core
            .settings
            .language
            .fill(words::CURVE_OF, &[title, names::neuron(app.core.network(), layer, neuron)]);
    }
    if app.screens.explore.curve.is_free(&app.core, function) {
        title = format!("{title} · {}", say(explore::FREE_Z));
    }
    let mut drawing = super::sheet(app, slide, &title);
    let canvas = Canvas::CHART;
    let plot = curve::plot(app, &slide.theme, function);
    let field = chart::ChartField::new(canvas, &plot);
    let mut crowd = Thinned::new(2.0, 4);
    let neuron = app.screens.explore.curve.neuron(&app.core, function);
    let sums = neuron.map(|(layer, neuron)| sums(app.core.run(), layer, neuron)).unwrap_or_default();
    for (row, z) in sums.into_iter().enumerate().filter_map(|(row, z)| Some((row, z?))) {
        let survived = app.core.list.passenger(row).survived;
        let style = match survived {
            Some(true) => slide.theme.lived,
            Some(false) => slide.theme.died,
            None => slide.theme.muted,
        };
        let (x, _) = field.of((z, 0.0));
        if crowd.has_room((x, 0.0), survived) {
            let stroke = Stroke::new(Rgb::ink(style), 1.0).opacity(0.5);
            drawing.line((x, canvas.bottom - 14.0), (x, canvas.bottom - 1.0), stroke);
        }
    }
    let name = format!("{}(z)", function.name());
    chart::draw(&mut drawing, slide, &plot, canvas, [say(words::Z), &name]);
    if let Some(z) = app.screens.explore.curve.z(&app.core, function) {
        // All these functions rise, so the upper left corner is always free.
        let value = curve::value_at(app, function, z);
        drawing.text((canvas.left + 16.0, canvas.top + 22.0), &value, Type::new(slide.text, 15.0).bold());
    }
    if crowd.is_merged() {
        drawing.text((40.0, 528.0), say(words::SEVERAL), Type::new(slide.muted, 13.0));
    }
    drawing.finish()
}
