//! Loss or right answers over all epochs, as the panels of Train show them.

use super::Slide;
use super::canvas::Canvas;
use super::chart;
use super::drawing::{Anchor, Type};
use crate::app::App;
use crate::app::figure::Figure;
use crate::explain::words::figures as words;
use crate::ui::screens::train::charts;

/// The drawing.
pub fn draw(app: &App, slide: &Slide, figure: Figure) -> String {
    let canvas = Canvas { right: 860.0, ..Canvas::CHART };
    let columns = (canvas.right - canvas.left) as u16;
    let (title, unit, plot, values) = if figure == Figure::Loss {
        let plot = charts::loss_plot(app, &slide.theme, columns);
        (words::LOSS_OVER, words::MEAN_LOSS, plot, charts::losses_now(app))
    } else {
        let plot = charts::accuracy_plot(app, &slide.theme, columns);
        (words::ACCURACY_OVER, words::PERCENT_RIGHT, plot, charts::right_now(app))
    };
    let say = |word| app.core.settings.say(word);
    let mut drawing = super::sheet(app, slide, say(title));
    chart::draw(&mut drawing, slide, &plot, canvas, [say(words::EPOCH), say(unit)]);
    let now = charts::legend(app, &slide.theme, values).to_string().replace("  ", "\u{2003}");
    let set = Type::new(slide.text, 14.0).anchored(Anchor::End);
    drawing.text((canvas.right, canvas.top - 14.0), &now, set);
    drawing.finish()
}
