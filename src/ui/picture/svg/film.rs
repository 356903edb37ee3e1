//! Frames one after the other as one drawing that moves, over and over. What never changes is drawn once, and a frame
//! that comes again is shown again, not drawn again. Nobody who wants no motion sees any.

use ratatui::buffer::{Buffer, Cell};

use super::path::push;
use super::{SvgColors, document, draw};

/// How long a frame stands, in milliseconds.
const STANDS: usize = 500;

/// The frames as a film, at least one and all of one size; without motion the one in the middle stands.
pub fn film(frames: &[Buffer], colors: SvgColors) -> String {
    let mut pictures: Vec<&Buffer> = Vec::new();
    let mut shown = Vec::new();
    for frame in frames {
        let known = pictures.iter().position(|picture| *picture == frame);
        shown.push(known.unwrap_or_else(|| {
            pictures.push(frame);
            pictures.len() - 1
        }));
    }
    let moves = |cell: usize| pictures.iter().any(|picture| picture.content[cell] != frames[0].content[cell]);
    document(frames[0].area, colors, |out| {
        style(&shown, pictures.len(), out);
        draw(&part(&frames[0], |cell| !moves(cell)), colors, out);
        for (number, picture) in pictures.iter().enumerate() {
            push(out, format_args!("<g class=\"f\" id=\"f{number}\">\n"));
            draw(&part(picture, moves), colors, out);
            out.push_str("</g>\n");
        }
    })
}

/// A frame with only these of its cells.
fn part(frame: &Buffer, wanted: impl Fn(usize) -> bool) -> Buffer {
    let mut part = frame.clone();
    let others = part.content.iter_mut().enumerate().filter(|(place, _)| !wanted(*place));
    others.for_each(|(_, cell)| *cell = Cell::EMPTY);
    part
}

/// Which picture is seen when: each has keyframes where it comes and where it goes.
fn style(shown: &[usize], pictures: usize, out: &mut String) {
    let still = shown[shown.len() / 2];
    let seconds = shown.len() * STANDS;
    push(
        out,
        format_args!(
            "<style>\n.f{{visibility:hidden}}#f{still}{{visibility:visible}}\n\
             @media(prefers-reduced-motion:no-preference){{\n.f{{animation:{seconds}ms step-end infinite}}\n"
        ),
    );
    for picture in 0..pictures {
        push(out, format_args!("#f{picture}{{animation-name:f{picture}}}@keyframes f{picture}{{"));
        let mut before = None;
        for (place, at) in shown.iter().enumerate() {
            let is_seen = *at == picture;
            if before != Some(is_seen) {
                let share = 10_000 * place / shown.len();
                let visibility = if is_seen { "visible" } else { "hidden" };
                push(out, format_args!("{}.{:02}%{{visibility:{visibility}}}", share / 100, share % 100));
            }
            before = Some(is_seen);
        }
        out.push_str("}\n");
    }
    out.push_str("}\n</style>\n");
}
