//! Opening a file: a line for the path, the files there are, and what is to be said about it.

use std::time::Duration;

use crate::app::FoundFile;
use crate::app::popups::OpenForm;
use crate::data::escape;
use crate::explain::runs;
use crate::explain::words::{runs as words, train};
use crate::ui::prelude::*;

/// Rows of the popup at most.
const HIGH: u16 = 22;

/// Which file is opened, and what is wrong with it.
pub fn draw(context: &mut Context<'_>, area: Rect, form: &OpenForm) {
    let theme = context.theme;
    let files = form.fitting();
    let frame = Frame::new(theme, context.say(words::OPEN_TITLE)).footer(context.say(words::OPEN_KEYS));
    let rows = if files.is_empty() { 0 } else { files.len() as u16 + 4 };
    let inside = super::parts::open(context, area, (super::parts::WIDE, (7 + rows).min(HIGH)), frame);
    super::parts::path_line(context, inside, &form.field);
    let (said, style) = match &form.problem {
        Some(why) => (context.fill(words::FAILED, &[context.app.core.settings.tell(why)]), theme.notice),
        None if form.finds_nothing() => (context.say(words::NO_FILES).to_owned(), theme.muted),
        None if files.is_empty() && !form.field.is_empty() => (context.say(words::NOT_LISTED).to_owned(), theme.muted),
        None => (context.say(words::TYPE_OR_CHOOSE).to_owned(), theme.muted),
    };
    let below = inside.below(2);
    let mut used = context.paragraph(below.inset(), &said, style);
    if form.problem.is_some() {
        used += context.paragraph(below.inset().below(used), context.say(words::OPEN_REMEDY), theme.text);
    }
    if !files.is_empty() {
        list(context, below.below(used + 1), &files, form.selected);
    }
}

/// The files, under the folder each is in.
fn list(context: &mut Context<'_>, area: Rect, files: &[&FoundFile], selected: usize) {
    let theme = context.theme;
    let headings = 1 + u16::from(files.iter().any(|file| file.is_kept != files[0].is_kept));
    let page = usize::from(area.height.saturating_sub(headings)).max(1);
    context.hits.set_popup_page(page);
    let selected = selected.min(files.len() - 1);
    let shown = window(selected, page, files.len());
    context.scroll_mark(area, &shown, files.len());
    let mut rows = Vec::new();
    for (at, file) in files[shown.clone()].iter().enumerate() {
        if at == 0 || file.is_kept != files[shown.start + at - 1].is_kept {
            let folder = file.path.strip_suffix(file.name()).unwrap_or_default();
            let heading = if file.is_kept {
                context.fill(words::FILES_KEPT, &[escape(folder)])
            } else {
                context.say(words::FILES_HERE).to_owned()
            };
            rows.push(TableRow::heading(Line::styled(heading, theme.heading)));
        }
        rows.push(TableRow::new([
            Span::styled(escape(file.name()).into_owned(), theme.text),
            Span::styled(holds(context, file), theme.muted),
            Span::styled(size(file.bytes), theme.muted),
            Span::styled(file.age.map(|age| since(context, age)).unwrap_or_default(), theme.muted),
        ]));
    }
    let columns = [
        TableColumn::left(Constraint::Max(26)),
        TableColumn::left(Constraint::Fill(1)),
        TableColumn::right(Constraint::Max(7)),
        TableColumn::right(Constraint::Max(14)),
    ];
    super::parts::choices(context, area, columns, rows, (shown.start, selected));
}

/// What a file holds, as far as that is known: `epoch 500, 2→1 scaled, rate 0.5`.
fn holds(context: &Context<'_>, file: &FoundFile) -> String {
    if file.recipe.is_none() && file.name().ends_with(".safetensors") {
        return context.say(words::BARE_TENSORS).to_owned();
    }
    let epoch = file.epoch.map(|epoch| context.fill(train::AT, &[numbers::whole(epoch)]));
    let made = file.recipe.iter().flat_map(|recipe| runs::recipe_parts(context.app.core.settings.language, recipe));
    epoch.into_iter().chain(made).collect::<Vec<_>>().join(", ")
}

/// `812 B`, `3.1 kB`, `2.0 MB`.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        1_000_000.. => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// How long ago that was.
fn since(context: &Context<'_>, age: Duration) -> String {
    let minutes = age.as_secs() / 60;
    let (word, count) = match minutes {
        0 => return context.say(words::JUST_NOW).to_owned(),
        1..60 => (words::MINUTES_AGO, minutes),
        60..1_440 => (words::HOURS_AGO, minutes / 60),
        1_440.. => (words::DAYS_AGO, minutes / 1_440),
    };
    context.fill(word, &[count.to_string()])
}
