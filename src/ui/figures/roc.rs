//! Hits against false alarms at every threshold, as the panel of Score shows them, with their counts.

use super::Slide;
use super::canvas::Canvas;
use super::chart;
use super::drawing::{Anchor, Type};
use crate::app::App;
use crate::explain::numbers;
use crate::explain::words::{figures as words, score};
use crate::ui::screens::score::roc;

/// A square field, so that chance is a diagonal.
const CANVAS: Canvas = Canvas { right: 458.0, ..Canvas::CHART };

/// The drawing; without people of both kinds it says so.
pub fn draw(app: &App, slide: &Slide) -> String {
    let say = |word| app.core.settings.say(word);
    let rows = if app.screens.score.on_train { words::TRAIN } else { words::TEST };
    let title = app.core.settings.fill(words::ROC_OVER, &[say(rows)]);
    let mut drawing = super::sheet(app, slide, &title);
    let shown =
        app.screens.score.board(&app.core).and_then(|board| Some((board, roc::plot(app, &slide.theme, board)?)));
    let Some((board, plot)) = shown else {
        drawing.text((90.0, 150.0), say(score::ONE_KIND), Type::new(slide.text, 16.0));
        return drawing.finish();
    };
    chart::draw(&mut drawing, slide, &plot, CANVAS, [say(words::ALARMS), say(words::HITS)]);
    let asked = app.screens.score.part(&board.this.cuts).asked(app.screens.score.threshold());
    let (died, lived) = (asked.tn + asked.fp, asked.tp + asked.fn_);
    let area = app.screens.score.part(&board.roc).as_ref().map_or(f64::NAN, |roc| roc.area);
    let facts = [
        (say(words::AREA), numbers::decimal(area, 4)),
        (say(words::THRESHOLD), numbers::decimal(app.screens.score.threshold(), 3)),
        (say(words::HITS), format!("{}/{lived}", asked.tp)),
        (say(words::ALARMS), format!("{}/{died}", asked.fp)),
        (say(words::PEOPLE), (died + lived).to_string()),
        (say(words::policy(board.this.policy)), String::new()),
    ];
    for (index, (name, value)) in facts.iter().enumerate() {
        let y = 170.0 + 44.0 * index as f64;
        drawing.text((520.0, y), name, Type::new(slide.muted, 15.0));
        drawing.text((900.0, y), value, Type::new(slide.text, 17.0).bold().anchored(Anchor::End));
    }
    drawing.finish()
}
