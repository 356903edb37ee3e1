//! Loss or right answers over all epochs: training rows whole, test rows dashed, the cursor through both.

use super::Look;
use super::chart::Chart;
use super::drawing::{Anchor, Stroke, Type};
use crate::app::App;
use crate::app::figure::Figure;
use crate::explain::numbers;
use crate::explain::words::figures as words;
use crate::training::{Metrics, Part, Quantity};
use crate::ui::describe;
use crate::ui::widgets::plot::{extent, nice};

/// The drawing.
pub fn draw(app: &App, look: &Look, figure: Figure) -> String {
    let run = app.run();
    let say = |word| app.settings.say(word);
    let is_loss = figure == Figure::Loss;
    let (title, unit, scale, quantities) = if is_loss {
        (words::LOSS_OVER, words::MEAN_LOSS, 1.0, [Quantity::TrainLoss, Quantity::TestLoss])
    } else {
        (words::ACCURACY_OVER, words::PERCENT_RIGHT, 100.0, [Quantity::TrainAccuracy, Quantity::TestAccuracy])
    };
    let mut drawing = super::sheet(app, look, say(title));
    let overview = run.overview();
    let ends = quantities.iter().filter_map(|&of| overview.extent(of)).flat_map(|(least, most)| [least, most]);
    let (low, high) = extent(ends).unwrap_or((0.0, 1.0));
    let margin = ((high - low) * 0.05).max(0.005);
    let (first, last) = (run.first_epoch(), run.last_epoch().max(run.first_epoch() + 1));
    let chart = Chart {
        field: (90.0, 112.0, 800.0, 480.0),
        x: (first as f64, last as f64),
        y: nice((low - margin).max(0.0) * scale, (high + margin) * scale, 5),
    };
    chart.axes(&mut drawing, look, (say(words::EPOCH), say(unit)));
    let columns = (chart.field.2 - chart.field.0) as usize;
    for (of, dashed) in quantities.into_iter().zip([false, true]) {
        let samples = overview.samples(of, run.first_epoch(), run.last_epoch(), columns);
        let points = samples.iter().flat_map(|sample| {
            // Where a stretch rises and falls, both ends of it are on the line.
            let x = sample.epoch as f64;
            let both = [sample.min, sample.max];
            let count = if sample.min == sample.max { 1 } else { 2 };
            both.into_iter().take(count).map(move |y| (x, y))
        });
        let stroke = Stroke::new(look.text, 2.0).dashed(dashed);
        drawing.curve(points.map(|(x, y)| chart.place(x, y * scale)), stroke);
    }
    let here = run.epoch() as f64;
    let (x, _) = chart.place(here, chart.y.0);
    drawing.line((x, chart.field.1), (x, chart.field.3), Stroke::new(look.muted, 1.5));
    let now = run.metrics();
    let [train, test] = named_ends(&chart, &now, quantities, scale);
    for (part, name, y) in [(now.train, words::TRAIN, train), (now.test, words::TEST, test)] {
        let text = format!("{} {}", say(name), value(is_loss, part));
        drawing.text((chart.field.2 + 10.0, y), &text, Type::new(look.text, 14.0));
    }
    let set = Type::new(look.muted, 13.0).anchored(Anchor::Middle);
    drawing.text((x, chart.field.1 - 14.0), &run.epoch().to_string(), set);
    drawing.finish()
}

fn value(is_loss: bool, part: Part) -> String {
    if is_loss {
        describe::loss_over(&numbers::decimal(part.loss, 4), part)
    } else {
        numbers::count(part.correct as usize, part.total as usize)
    }
}

/// Heights for the values at the cursor, beside their lines and never upon each other.
fn named_ends(chart: &Chart, now: &Metrics, of: [Quantity; 2], scale: f64) -> [f64; 2] {
    /// A line of words.
    const LEAST: f64 = 20.0;
    let height = |quantity: Quantity| {
        let (_, y) = chart.place(0.0, quantity.of(now) * scale);
        if y.is_finite() { y + 5.0 } else { chart.field.3 }
    };
    let [train, test] = of.map(height);
    if (train - test).abs() >= LEAST {
        return [train, test];
    }
    let middle = train.midpoint(test);
    let shift = if train <= test { LEAST / 2.0 } else { -LEAST / 2.0 };
    [middle - shift, middle + shift]
}
