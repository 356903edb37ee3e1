//! Whole drawings of small frames.

use ratatui::layout::Rect;
use ratatui::style::{Color, Style, Stylize as _};
use ratatui::text::{Line, Span};

use super::*;

/// The elements after the background.
fn elements<const N: usize>(lines: [Line<'static>; N]) -> Vec<String> {
    let drawing = svg(&Buffer::with_lines(lines), SvgColors::Dark);
    let lines: Vec<_> = drawing.lines().map(str::to_owned).collect();
    lines[2..lines.len() - 1].to_vec()
}

#[test]
fn a_frame_is_a_drawing_of_its_size_and_background() {
    let buf = Buffer::empty(Rect::new(0, 0, 80, 24));
    let drawing = svg(&buf, SvgColors::Dark);
    assert!(drawing.contains("width=\"744\" height=\"456\" viewBox=\"0 0 744 456\""));
    assert!(drawing.contains("<rect width=\"744\" height=\"456\" rx=\"6\" fill=\"#101418\"/>"));
    assert!(svg(&buf, SvgColors::Light).contains("fill=\"#ffffff\""));
    assert_eq!(drawing.lines().count(), 3, "an empty frame holds nothing else");
}

#[test]
fn words_are_text_of_the_length_of_their_cells() {
    assert_eq!(
        elements(["a<b & c".into()]),
        [
            "<g fill=\"#d5d9e0\">",
            "<text x=\"12\" y=\"26\" textLength=\"27\">a&lt;b</text>",
            "<text x=\"48\" y=\"26\">&amp;</text>",
            "<text x=\"66\" y=\"26\">c</text>",
            "</g>",
        ]
    );
}

#[test]
fn wide_glyphs_stand_in_the_middle_of_their_two_cells() {
    assert_eq!(
        elements(["年x".into()]),
        [
            "<g fill=\"#d5d9e0\">",
            "<text x=\"30\" y=\"26\">x</text>",
            "</g>",
            "<g fill=\"#d5d9e0\" text-anchor=\"middle\" font-size=\"17\">",
            "<text x=\"21\" y=\"26\">年</text>",
            "</g>",
        ]
    );
}

#[test]
fn touching_lines_become_one_and_corners_are_round() {
    assert_eq!(
        elements(["╭──╮".into(), "╰──╯".into()]),
        [
            "<path fill=\"none\" stroke=\"#d5d9e0\" stroke-width=\"1\" \
             d=\"M21 21.5H39M21 39.5H39M16.5 26V35M43.5 26V35\"/>",
            "<path fill=\"none\" stroke=\"#d5d9e0\" d=\"M16.5 26A4.5 4.5 0 0 1 21 21.5\
             M43.5 26A4.5 4.5 0 0 0 39 21.5M16.5 35A4.5 4.5 0 0 0 21 39.5\
             M43.5 35A4.5 4.5 0 0 1 39 39.5\"/>",
        ]
    );
}

#[test]
fn blocks_of_one_height_become_one_and_shades_let_the_background_through() {
    assert_eq!(
        elements(["██▄░".into()]),
        [
            "<path fill=\"#d5d9e0\" fill-opacity=\".25\" shape-rendering=\"crispEdges\" \
             d=\"M39 12h9v18h-9z\"/>",
            "<path fill=\"#d5d9e0\" fill-opacity=\"1\" shape-rendering=\"crispEdges\" \
             d=\"M12 12h18v18h-18zM30 21h9v9h-9z\"/>",
        ]
    );
}

#[test]
fn braille_is_dots() {
    assert_eq!(
        elements(["⡁".red()].map(Line::from)),
        ["<path fill=\"none\" stroke=\"#e06c6c\" stroke-width=\"2.5\" stroke-linecap=\"round\" \
          d=\"M14.25 14.25h0M14.25 27.75h0\"/>"]
    );
}

#[test]
fn a_reverse_row_is_one_stripe_with_the_text_in_the_colour_of_the_background() {
    let elements = elements([Line::from(vec!["ab ".reversed(), "c".reversed().bold()])]);
    assert_eq!(
        elements,
        [
            "<path fill=\"#d5d9e0\" shape-rendering=\"crispEdges\" d=\"M12 12h36v18h-36z\"/>",
            "<g fill=\"#101418\">",
            "<text x=\"12\" y=\"26\" textLength=\"18\">ab</text>",
            "</g>",
            "<g fill=\"#101418\" font-weight=\"700\">",
            "<text x=\"39\" y=\"26\">c</text>",
            "</g>",
        ]
    );
}

#[test]
fn half_blocks_show_both_their_colours() {
    let style = Style::new().fg(Color::Rgb(1, 1, 1)).bg(Color::Rgb(2, 2, 2));
    assert_eq!(
        elements([Line::from(Span::styled("▀", style))]),
        [
            "<path fill=\"#020202\" shape-rendering=\"crispEdges\" d=\"M12 12h9v18h-9z\"/>",
            "<path fill=\"#010101\" fill-opacity=\"1\" shape-rendering=\"crispEdges\" \
             d=\"M12 12h9v9h-9z\"/>",
        ]
    );
}

#[test]
fn the_same_frame_gives_the_same_bytes() {
    let lines = ["╭─ ▸Loss ─╮", "│⣀⡠⠤ ● 年 │", "╰─────────╯"];
    let buf = Buffer::with_lines(lines);
    assert_eq!(svg(&buf, SvgColors::Dark), svg(&buf.clone(), SvgColors::Dark));
}

#[test]
fn a_film_draws_what_stays_once_and_shows_again_what_comes_again() {
    let [one, two] = ["epoch 1", "epoch 2"].map(|line| Buffer::with_lines([line]));
    let film = film(&[one.clone(), two, one], SvgColors::Dark);
    assert_eq!(film.matches(">epoch<").count(), 1);
    assert_eq!([film.matches(">1<").count(), film.matches(">2<").count()], [1, 1]);
    assert!(
        film.contains("@keyframes f0{0.00%{visibility:visible}33.33%{visibility:hidden}66.66%{visibility:visible}}")
    );
    assert!(
        film.contains("@keyframes f1{0.00%{visibility:hidden}33.33%{visibility:visible}66.66%{visibility:hidden}}")
    );
    let (still, moving) = film.split_once("@media(prefers-reduced-motion:no-preference)").expect("motion is asked for");
    assert!(still.ends_with(".f{visibility:hidden}#f1{visibility:visible}\n") && !still.contains("animation"));
    assert!(moving.contains("1500ms step-end infinite"));
}
