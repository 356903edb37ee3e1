//! What the network believes about everyone from 0 to 80, as two strips with the real people above and
//! below; or, where the screen shows a map of two attributes, that map (`map`).

use super::Slide;
use super::drawing::{Anchor, Drawing, Stroke, Type};
use crate::analysis::beliefs::{Asker, Crossings, Crowd, Fate, Strips, YEARS, age_crossings};
use crate::app::App;
use crate::data::{Passenger, Sex};
use crate::explain::numbers;
use crate::explain::words::{beliefs as words, figures, people};
use crate::nn::math;
use crate::ui::screens::beliefs::say;
use crate::ui::theme::{Ramp, Rgb};

/// Left and right end of the strips.
const ENDS: (f64, f64) = (120.0, 900.0);
/// Top of the strip of women and of men.
const TOPS: [(Sex, f64); 2] = [(Sex::Female, 175.0), (Sex::Male, 315.0)];
/// Height of a strip.
const HEIGHT: f64 = 34.0;
/// Samples of p for each year.
const PER_YEAR: usize = 4;
/// The most dots of a stack; those between the strips share the room there.
const HIGHEST: [(Sex, Fate, usize); 4] = [
    (Sex::Female, Fate::Lived, 16),
    (Sex::Female, Fate::Died, 10),
    (Sex::Male, Fate::Lived, 10),
    (Sex::Male, Fate::Died, 22),
];
/// From one dot of a stack to the next.
const PITCH: f64 = 4.7;

/// The drawing of what the Beliefs screen shows.
pub fn draw(app: &App, slide: &Slide) -> String {
    if app.screens.beliefs.shows_strips(&app.core) { strips(app, slide) } else { super::belief_map::draw(app, slide) }
}

fn strips(app: &App, slide: &Slide) -> String {
    let say = |word| app.core.settings.say(word);
    let title = say::strip_titles(app).swap_remove(0);
    let mut drawing = super::sheet(app, slide, &title);
    let encoder = app.core.run().encoder();
    let mut asker = Asker::new(app.core.network(), encoder, app.screens.beliefs.held_person(&app.core));
    let strips = Strips::ask(&mut asker, PER_YEAR);
    let crowd = Crowd::of(&app.core.list, |row| app.core.shows_row(row));
    let each = people_of_a_dot(&crowd);
    for (sex, top) in TOPS {
        strip(&mut drawing, slide, &strips, sex, top);
        stacks(&mut drawing, slide, (&crowd, each), (sex, top));
        let crossings = age_crossings(&mut asker, &strips, sex);
        flips(&mut drawing, slide, crossings.ages(), top);
        names(app, &mut drawing, slide, (&strips, &crowd, &crossings), (sex, top));
    }
    let label = Type::new(slide.muted, 14.0).anchored(Anchor::Middle);
    for decade in 0..=8 {
        let age = f64::from(decade) * 10.0;
        drawing.text((column(age), 480.0), &numbers::decimal(age, 0), label);
    }
    drawing.text((ENDS.0 - 12.0, 480.0), say(words::AGE_AXIS), label.anchored(Anchor::End));
    who(app, &mut drawing, slide);
    let known: usize =
        TOPS.iter().flat_map(|&(sex, _)| [Fate::Lived, Fate::Died].map(|fate| crowd.all(sex, fate))).sum();
    let fill = |words, numbers: &[usize]| {
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        app.core.settings.fill(say::by_part(app, words), &numbers)
    };
    let dots = if each == 1 {
        fill([words::DOTS, words::DOTS_TRAIN, words::DOTS_TEST], &[known])
    } else {
        let words = [words::DOTS_OF, words::DOTS_OF_TRAIN, words::DOTS_OF_TEST];
        fill(words, &[each, known])
    };
    drawing.text((40.0, 520.0), &dots, Type::new(slide.muted, 13.0));
    drawing.finish()
}

/// Where an age stands.
fn column(age: f64) -> f64 {
    ENDS.0 + (ENDS.1 - ENDS.0) * age / YEARS as f64
}

fn strip(drawing: &mut Drawing, slide: &Slide, strips: &Strips, sex: Sex, top: f64) {
    for sample in 0..YEARS * PER_YEAR {
        let age = sample as f64 / PER_YEAR as f64;
        let Some(z) = strips.z(sex, age) else {
            continue;
        };
        let (from, to) = (column(age), column(age + 1.0 / PER_YEAR as f64));
        // A hair over the next, or a seam shows between them.
        drawing.tile((from, top), (to - from + 0.4, HEIGHT), slide.field(Ramp::Belief, math::sigmoid(z)));
    }
}

/// How many people a dot stands for, so that the highest stack has room.
fn people_of_a_dot(crowd: &Crowd) -> usize {
    let needed = |(sex, fate, most): (Sex, Fate, usize)| {
        let counts = (0..2 * YEARS).map(|half| crowd.count(sex, fate, half..half + 1));
        counts.max().unwrap_or(0).div_ceil(most)
    };
    HIGHEST.into_iter().map(needed).max().unwrap_or(0).max(1)
}

/// A dot for each person, or for so many: those who lived above the strip, those who died below it.
fn stacks(drawing: &mut Drawing, slide: &Slide, (crowd, each): (&Crowd, usize), (sex, top): (Sex, f64)) {
    let (lived, died) = (Rgb::ink(slide.theme.lived), Rgb::ink(slide.theme.died));
    for half in 0..2 * YEARS {
        let x = column(f64::midpoint(half as f64, 0.5));
        for (fate, ink, first, step) in
            [(Fate::Lived, lived, top - 4.0, -PITCH), (Fate::Died, died, top + HEIGHT + 4.0, PITCH)]
        {
            for place in 0..crowd.count(sex, fate, half..half + 1).div_ceil(each) {
                drawing.dot((x, first + step * place as f64), 1.9, ink);
            }
        }
    }
}

fn flips(drawing: &mut Drawing, slide: &Slide, ages: &[f64], top: f64) {
    for &age in ages {
        let x = column(age);
        drawing.line((x, top - 6.0), (x, top + HEIGHT + 6.0), Stroke::new(slide.text, 2.5));
    }
}

/// The names beside a strip: who, how many lived and died, how far p goes, and where the answer turns.
fn names(
    app: &App,
    drawing: &mut Drawing,
    slide: &Slide,
    (strips, crowd, crossings): (&Strips, &Crowd, &Crossings),
    (sex, top): (Sex, f64),
) {
    let say = |word| app.core.settings.say(word);
    let name = say(people::many(sex));
    let x = ENDS.0 - 12.0;
    let end = |ink, size| Type::new(ink, size).anchored(Anchor::End);
    drawing.text((x, top + HEIGHT / 2.0 + 6.0), name, end(slide.text, 16.0).bold());
    for (fate, word, style, y) in [
        (Fate::Lived, words::LIVED, slide.theme.lived, top - 6.0),
        (Fate::Died, words::DIED, slide.theme.died, top + HEIGHT + 18.0),
    ] {
        let text = format!("{} {}", say(word), crowd.all(sex, fate));
        drawing.text((x, y), &text, end(Rgb::ink(style), 14.0));
    }
    let mut facts = Vec::new();
    if let Some((least, most)) = strips.span(sex) {
        let [least, most] = [least, most].map(|z| numbers::probability_in(math::sigmoid(z), 0.5, 4));
        facts.push(format!("p {least}–{most}"));
    }
    facts.push(say::turns(app, sex, crossings));
    let set = Type::new(slide.text, 14.0).anchored(Anchor::End);
    drawing.text((ENDS.1, top - 44.0), &facts.join(" · "), set);
}

/// The chosen passenger and the person of one's own, on their strips.
fn who(app: &App, drawing: &mut Drawing, slide: &Slide) {
    let top = |sex| TOPS.iter().find(|place| place.0 == sex).map_or(0.0, |place| place.1);
    let place = |passenger: &Passenger<'_>| {
        let age = passenger.age?;
        Some((column(age), top(passenger.sex) + HEIGHT / 2.0))
    };
    let passenger = app.core.passenger();
    if let Some(at) = place(&passenger) {
        drawing.dot(at, 6.0, slide.text);
        drawing.dot(at, 3.5, slide.ground);
        let text = format!("○ {}", passenger.name);
        drawing.text((ENDS.1, 520.0), &text, Type::new(slide.text, 13.0).anchored(Anchor::End));
    }
    if let Some(what_if) = &app.core.what_if
        && let Some(at) = place(&what_if.person.passenger())
    {
        drawing.diamond(at, 9.0, slide.ground);
        drawing.diamond(at, 7.0, slide.text);
        let text = format!("◆ {}", app.core.settings.say(figures::YOU));
        drawing.text((ENDS.1, 500.0), &text, Type::new(slide.text, 13.0).anchored(Anchor::End));
    }
}
