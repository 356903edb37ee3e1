//! Every parameter with its gradient, its check, the optimiser's memory, its step and its new value: of
//! the person, and below it of the batch.

mod columns;
mod rows;

use std::ops::Range;

use self::columns::Columns;
use crate::app::screens::gradients::whose;
use crate::app::screens::recipe::show;
use crate::app::{App, GradientsPanel};
use crate::explain::update::Stage;
use crate::explain::words::gradients as words;
use crate::ui::passenger;
use crate::ui::prelude::*;

/// Whose table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum StepOf {
    Person,
    Batch,
}

/// The panel's border: which parameters, and how a step is made.
pub fn frame<'a>(context: &Context<'a>, area: Rect) -> Frame<'a> {
    let rule = rule(context.app);
    let rate = show::number(context.app.core.run().learning_rate());
    let info = if area.width < 56 { format!("{rule} {rate}") } else { context.fill(words::RATE, &[rule, rate]) };
    let places = Tables::of(context.app, Frame::inner(area)).places;
    let count = context.app.core.network().parameters().len();
    let title = if places.len() < count {
        let range = [places.start + 1, places.end, count].map(|place| place.to_string());
        context.fill(words::SOME_OF, &range)
    } else {
        context.say(words::STEPS).to_owned()
    };
    Frame::new(context.theme, title).info(info)
}

/// `gd`, `momentum 0.9`, `nesterov 0.9`, `adam`.
fn rule(app: &App) -> String {
    let recipe = app.core.run().recipe();
    match (recipe.momentum, recipe.nesterov) {
        (0.0, _) => recipe.optimizer.name().to_owned(),
        (momentum, true) => format!("nesterov {}", show::number(momentum)),
        (momentum, false) => format!("momentum {}", show::number(momentum)),
    }
}

/// The rows it would like, with its borders.
pub fn height(app: &App, width: u16) -> u16 {
    let rows = app.core.network().parameters().len().min(60) as u16;
    if app.screens.gradients.single {
        return rows + 3;
    }
    2 * rows + 5 + rows_of_comparison(app, room(width.saturating_sub(2))) as u16
}

/// Where everything stands inside the panel.
struct Tables {
    /// The rows of each table.
    rows: usize,
    /// The parameters in them, in reading order.
    places: Range<usize>,
    /// Whether there are two tables.
    both: bool,
    /// The row of the second table's caption.
    caption: usize,
}

impl Tables {
    fn of(app: &App, inner: Rect) -> Self {
        let count = app.core.network().parameters().len();
        let below = usize::from(inner.height).saturating_sub(1);
        let sentence = rows_of_comparison(app, room(inner.width));
        // A second table needs its caption, a row and the sentence.
        // Before there is a gradient the batch has nothing but the same weights.
        let gradients = &app.screens.gradients;
        let has_batch = gradients.batch || gradients.shows(Stage::Gradient);
        let both = !gradients.single && has_batch && below >= 3 + sentence;
        let rows = if both { (below - 1 - sentence) / 2 } else { below };
        let rows = rows.min(count);
        let spare = both && below > 2 * rows + 1 + sentence;
        let here = app.core.network().shape().reading_place(app.core.spot().parameter(app.core.network()));
        let top = here.saturating_sub(rows / 2).min(count - rows);
        Self { rows, places: top..top + rows, both, caption: 1 + rows + usize::from(spare) }
    }
}

/// Both tables, or the one of what is looked at.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let app = context.app;
    let columns = Columns::of(app, usize::from(inner.width));
    let Tables { rows, places, both, caption } = Tables::of(app, inner);
    let [first, second] =
        if app.screens.gradients.batch { [StepOf::Batch, StepOf::Person] } else { [StepOf::Person, StepOf::Batch] };
    context.hits.set_page(GradientsPanel::Steps, rows.max(1));
    rows::draw(context, inner, &columns, (first, true), places.clone());
    if !both {
        if !app.screens.gradients.shows(Stage::Gradient) {
            let says = columns.say(app).join(" · ");
            context.paragraph(inner.inset().below(rows as u16 + 2), &says, context.theme.muted);
        }
        return;
    }
    let below = inner.below(caption as u16);
    draw_caption(context, below, &columns, second);
    rows::draw(context, below.below(1), &columns, (second, false), places);
    let sentence = comparison(app).filter(|_| app.screens.gradients.shows(Stage::Update));
    let below = below.below(1 + rows as u16).inset();
    context.paragraph(below, &sentence.unwrap_or_default(), context.theme.text);
}

/// Whose rows the second table holds.
fn draw_caption(context: &mut Context<'_>, row: Rect, columns: &Columns, whose: StepOf) {
    let app = context.app;
    let theme = context.theme;
    let who = match whose {
        StepOf::Batch => {
            let rows = whose::batch(&app.core, app.screens.gradients.lens(&app.core).batch());
            if app.screens.gradients.lens(&app.core).batch().is_some_and(|batch| batch.of.is_full) {
                context.fill(words::WHOLE_BATCH, &[rows])
            } else {
                rows
            }
        }
        StepOf::Person => {
            let person = app.core.passenger();
            let name = format!("{} {}", person.id, person.name);
            let facts = whose::facts(&app.core);
            let room = usize::from(row.width).saturating_sub(text::width(&facts) + 22);
            format!("{} · {facts}", text::cut(&name, room.max(passenger::LEAST_NAME)))
        }
    };
    let most = rows::bar(app, columns, row.width, whose).map(|bar| crate::explain::numbers::short(bar.most()));
    let with_bars = |word| most.as_ref().map(|most| context.fill(word, &[&who, most]));
    let captions = [
        with_bars(words::SAME_WEIGHTS_BARS),
        with_bars(words::BARS_UP_TO),
        Some(context.fill(words::SAME_WEIGHTS, &[&who])).filter(|_| most.is_none()),
    ];
    let room = usize::from(row.width) - 1;
    let caption = captions.into_iter().flatten().find(|caption| text::width(caption) <= room).unwrap_or(who);
    context.text(row.from(1), text::cut(&caption, room), theme.muted);
}

/// How far one person moves the parameter pointed at, beside all together; none where one of them does
/// not move it.
fn comparison(app: &App) -> Option<String> {
    let lens = app.screens.gradients.lens(&app.core);
    let (Some(Ok(one)), Some(batch)) = (lens.one(), lens.batch()) else {
        return None;
    };
    let parameter = app.core.spot().parameter(app.core.network());
    let index = app.core.network().index(parameter);
    let (alone, together) = (one.step.terms(index).step(), batch.step.terms(index).step());
    let times = (alone / together).abs();
    if alone == 0.0 || together == 0.0 || !times.is_finite() {
        return None;
    }
    let times = if times >= 9.95 {
        format!("{times:.0}")
    } else if times >= 0.095 {
        format!("{times:.1}")
    } else {
        crate::explain::numbers::short(times)
    };
    let word = if (alone > 0.0) == (together > 0.0) { words::AS_FAR } else { words::AS_FAR_BACK };
    let values = [
        app.core.names().parameter(parameter),
        times,
        batch.of.rows.len().to_string(),
        whose::pronoun(&app.core).to_owned(),
    ];
    Some(app.core.settings.fill(word, &values))
}

/// The rows the longest such sentence takes, so that the tables keep their heights while it changes.
fn rows_of_comparison(app: &App, width: usize) -> usize {
    let values = [
        app.core.names().parameter(app.core.spot().parameter(app.core.network())),
        "0.000000".to_owned(),
        app.core.run().training_rows().len().to_string(),
        whose::pronoun(&app.core).to_owned(),
    ];
    let longest = app.core.settings.fill(words::AS_FAR_BACK, &values);
    text::wrap(&longest, width).len()
}

/// The cells of a sentence, with a blank on both sides.
fn room(width: u16) -> usize {
    usize::from(width).saturating_sub(2).max(1)
}
