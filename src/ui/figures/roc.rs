//! Hits against false alarms at every threshold, with the point of the one on the Score screen.

use super::Look;
use super::chart::Chart;
use super::drawing::{Anchor, Ink, Stroke, Type};
use crate::app::App;
use crate::explain::numbers;
use crate::explain::words::{figures as words, score};

/// A square field, so that chance is a diagonal.
const FIELD: (f64, f64, f64, f64) = (90.0, 112.0, 458.0, 480.0);

/// The drawing; without people of both kinds it says so.
pub fn draw(app: &App, look: &Look) -> String {
    let say = |word| app.settings.say(word);
    let rows = if app.score.on_train { words::TRAIN } else { words::TEST };
    let title = app.settings.language.fill(words::ROC_OVER, &[say(rows)]);
    let mut drawing = super::sheet(app, look, &title);
    let board = app.board();
    let Some((board, roc)) = board.and_then(|board| Some((board, app.score.part(&board.roc).as_ref()?))) else {
        drawing.text((90.0, 150.0), say(score::ONE_KIND), Type::new(look.text, 16.0));
        return drawing.finish();
    };
    let chart = Chart { field: FIELD, x: (0.0, 1.0), y: (0.0, 1.0) };
    chart.axes(&mut drawing, look, (say(words::ALARMS), say(words::HITS)));
    drawing.line(chart.place(0.0, 0.0), chart.place(1.0, 1.0), Stroke::new(look.muted, 1.2).dashed(true));
    let points = roc.points.iter().map(|&(x, y)| chart.place(x, y));
    drawing.curve(points, Stroke::new(Ink::of(look.theme.curve), 2.5));
    let asked = app.score.part(&board.this.cuts).asked(app.score.threshold());
    let (died, lived) = (asked.tn + asked.fp, asked.tp + asked.fn_);
    let here = chart.place(f64::from(asked.fp) / f64::from(died), f64::from(asked.tp) / f64::from(lived));
    drawing.dot(here, 6.0, look.text);
    let facts = [
        (say(words::AREA).to_owned(), numbers::decimal(roc.area, 4)),
        (say(words::THRESHOLD).to_owned(), numbers::decimal(app.score.threshold(), 3)),
        (say(words::HITS).to_owned(), format!("{}/{lived}", asked.tp)),
        (say(words::ALARMS).to_owned(), format!("{}/{died}", asked.fp)),
        (say(words::PEOPLE).to_owned(), (died + lived).to_string()),
        (say(words::policy(board.this.policy)).to_owned(), String::new()),
    ];
    for (index, (name, value)) in facts.iter().enumerate() {
        let y = 170.0 + 44.0 * index as f64;
        drawing.text((520.0, y), name, Type::new(look.muted, 15.0));
        drawing.text((900.0, y), value, Type::new(look.text, 17.0).bold().anchored(Anchor::End));
    }
    drawing.finish()
}
