//! What the changes that wait cost, before it is paid: why a new run, what it is made of, how long an
//! epoch takes. Times are estimates from sizes, and say so.

use super::{form, notes};
use crate::app::screens::recipe::dataset;
use crate::app::{App, Command};
use crate::explain::words::recipe as words;
use crate::training::{Section, Setting};
use crate::ui::prelude::*;

/// The border.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let title =
        if context.app.screens.recipe.has_waiting(&context.app.core) { words::COST } else { words::COST_NOTHING };
    Frame::new(context.theme, context.say(title))
}

/// The paragraphs that fit, the weightiest first in line for room, and the keys at the foot.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let theme = context.theme;
    let keys = keys(context);
    let area = inner.inset();
    let mut left = usize::from(inner.height).saturating_sub(keys.len() + 1);
    let mut paragraphs = paragraphs(context);
    paragraphs.sort_by_key(|paragraph| paragraph.weight);
    let mut shown = Vec::new();
    for Paragraph { place, sentences, .. } in paragraphs {
        let lines = sentences.iter().flat_map(|(words, style)| text::wrapped(words, area.width.into(), *style));
        let lines: Vec<_> = lines.collect();
        if lines.len() <= left {
            left = left.saturating_sub(lines.len() + 1);
            shown.push((place, lines));
        }
    }
    shown.sort_by_key(|(place, _)| *place);
    let apart = shown.into_iter().flat_map(|(_, lines)| lines.into_iter().chain([Line::default()]));
    context.lines(area, apart);
    let keys = keys.into_iter().map(|(key, words)| {
        Line::from_iter([Span::styled(format!("{key:7}"), theme.key), Span::styled(words, theme.key_hint)])
    });
    context.lines(area.below(area.height.saturating_sub(keys.len() as u16)), keys);
}

/// Sentences that belong together.
struct Paragraph {
    /// Where it stands from the top.
    place: u8,
    /// Lighter ones come first where there is too little room.
    weight: u8,
    sentences: Vec<(String, Style)>,
}

fn paragraphs(context: &Context<'_>) -> Vec<Paragraph> {
    let app = context.app;
    let theme = context.theme;
    let mut all = Vec::new();
    let mut add = |weight, sentences: Vec<(String, Style)>| {
        let place = all.len() as u8;
        if !sentences.is_empty() {
            all.push(Paragraph { place, weight, sentences });
        }
    };
    let waiting = app.screens.recipe.waiting_lines(&app.core);
    if waiting.is_empty() {
        add(0, vec![(context.say(words::IDLE_COST).to_owned(), theme.text)]);
    } else {
        let changes = changes(context, &waiting);
        add(0, changes.into_iter().map(|line| (line, theme.waiting)).collect());
        let name = app.core.runs.next_name();
        let mut why = vec![(context.fill(reason(&waiting), &[name]), theme.text)];
        let stays = [app.core.run_title(), numbers::whole(app.core.run().epoch())];
        why.push((context.fill(words::OLD_STAYS, &stays), theme.text));
        add(2, why);
        if app.core.begins_published() {
            add(4, vec![(context.say(words::NOT_PUBLISHED).to_owned(), theme.text)]);
        }
    }
    let mut warnings = Vec::new();
    if notes::blind(&app.screens.recipe.wanted_recipe(&app.core)).is_some() {
        warnings.push((context.say(words::ZEROS_EXPLAINED).to_owned(), theme.notice));
    }
    if let Some(names) = notes::constant(app) {
        let words = context.fill(words::CONSTANT_EXPLAINED, &[names]);
        warnings.push((words, theme.notice));
    }
    add(3, warnings);
    let mut price = vec![(size(app), theme.text), (time(app), theme.text)];
    if let Some(dataset) = app.screens.recipe.dataset(&app.core) {
        let people = [dataset.train.to_string(), dataset.test.to_string()];
        let word = if dataset.leaves_out(&app.screens.recipe.wanted_recipe(&app.core)) {
            words::PEOPLE_WITH_AGE
        } else {
            words::PEOPLE
        };
        price.push((context.fill(word, &people), theme.muted));
    }
    add(1, price);
    all
}

/// A line for each change; of many only the names, for the values stand on the form.
fn changes(context: &Context<'_>, waiting: &[Setting]) -> Vec<String> {
    /// More would leave no room for the price.
    const MANY: usize = 4;
    let app = context.app;
    let label = |line| context.say(words::label(line));
    if waiting.len() > MANY {
        let labels: Vec<&str> = waiting.iter().copied().map(label).collect();
        let labels = labels.join(context.say(words::AND));
        return vec![context.fill(words::WAITING_LINES, &[labels])];
    }
    let wanted = app.screens.recipe.wanted_recipe(&app.core);
    let changes = waiting.iter().map(|&line| {
        let is_idle = line.idle(&wanted).is_some();
        let new = if is_idle { numbers::MISSING.to_owned() } else { form::value(context, line, &wanted) };
        context.fill(words::WAITING_LINE, &[label(line).to_owned(), notes::was(app, line), new])
    });
    changes.collect()
}

/// The heaviest reason for a new run.
fn reason(waiting: &[Setting]) -> crate::explain::words::Word {
    if waiting.contains(&Setting::Hidden) || waiting.contains(&Setting::Activation) {
        words::SHAPE_CHANGES
    } else if waiting.iter().any(|line| line.section() == Section::Data) {
        words::DATA_CHANGES
    } else {
        words::WAY_CHANGES
    }
}

/// How many numbers there are to learn, before and after.
fn size(app: &App) -> String {
    let language = app.core.settings.language;
    let before = app.core.network().parameters().len();
    let after = dataset::parameters(&app.screens.recipe.wanted_recipe(&app.core));
    if before == after {
        language.fill(words::NUMBERS, &[after.to_string()])
    } else {
        language.fill(words::NUMBERS_INSTEAD, &[after.to_string(), before.to_string()])
    }
}

/// About how long an epoch takes, before and after.
fn time(app: &App) -> String {
    let language = app.core.settings.language;
    let [after, before] = durations(app);
    if before == after {
        language.fill(words::TIME, &[after])
    } else {
        language.fill(words::TIME_INSTEAD, &[after, before])
    }
}

/// About how long an epoch would take, and how long it takes now.
fn durations(app: &App) -> [String; 2] {
    let before = app.core.run().about_epoch_nanoseconds();
    let dataset = app.screens.recipe.dataset(&app.core);
    let after = dataset.map_or(before, |dataset| dataset.nanoseconds(&app.screens.recipe.wanted_recipe(&app.core)));
    [after, before].map(|nanoseconds| duration(app, nanoseconds))
}

/// A duration in round numbers; more digits would promise what an estimate cannot keep.
fn duration(app: &App, nanoseconds: u64) -> String {
    let round = |value: u64| {
        let mut unit = 1;
        while value / unit >= 100 {
            unit *= 10;
        }
        ((value + unit / 2) / unit * unit).max(1)
    };
    let microseconds = round(nanoseconds.div_ceil(1000));
    let (word, value) = if microseconds < 1000 {
        (words::MICROSECONDS, microseconds)
    } else {
        (words::MILLISECONDS, microseconds.div_ceil(1000))
    };
    app.core.settings.fill(word, &[value.to_string()])
}

/// The price in one line, for narrow screens.
pub fn short(app: &App) -> String {
    let [after, before] = durations(app);
    let values = [
        app.core.runs.next_name(),
        dataset::parameters(&app.screens.recipe.wanted_recipe(&app.core)).to_string(),
        app.core.network().parameters().len().to_string(),
        after,
        before,
    ];
    app.core.settings.fill(words::SHORT_COST, &values)
}

/// The keys that pay or change, at the foot.
fn keys(context: &Context<'_>) -> Vec<(String, String)> {
    let key = |command| context.app.keys.label(command);
    if context.app.screens.recipe.has_waiting(&context.app.core) {
        let name = context.app.core.runs.next_name();
        vec![
            (key(Command::StartRun), context.fill(words::KEY_START, &[name])),
            (key(Command::Cancel), context.say(words::KEY_DROP).to_owned()),
        ]
    } else {
        let change = format!("{} {}", key(Command::Left), key(Command::Right));
        vec![
            (change, context.say(words::KEY_CHANGE).to_owned()),
            (key(Command::EditLine), context.say(words::KEY_EDIT).to_owned()),
        ]
    }
}
