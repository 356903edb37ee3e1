//! Frames compared cell by cell.

use ratatui::style::Stylize as _;

use super::*;
use crate::ui::picture;
use crate::ui::theme::ThemeName;

const THEME: Theme = Theme::of(ThemeName::Terminal);

fn picture(width: u16, height: u16, panels: &[(Rect, Panel<'_>)]) -> String {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    draw_all(panels, &mut buf);
    picture::text(&buf)
}

#[test]
fn a_frame_has_its_title_left_its_fact_right_and_its_hint_below() {
    let panel = Panel::new(&THEME, "Passengers").info("1 of 891").footer("y copies");
    let area = Rect::new(0, 0, 34, 3);
    assert_eq!(
        picture(34, 3, &[(area, panel.focused(true))]),
        "╭─ ▸Passengers ─────── 1 of 891 ─╮\n\
         │                                │\n\
         ╰───────────────────── y copies ─╯\n"
    );
}

#[test]
fn neighbours_share_their_borders() {
    let panels = [
        (Rect::new(0, 0, 20, 5), Panel::new(&THEME, "List").focused(true)),
        (Rect::new(19, 0, 21, 3), Panel::new(&THEME, "Network").info("2→1")),
        (Rect::new(19, 2, 21, 3), Panel::new(&THEME, "pointer")),
        (Rect::new(0, 4, 40, 3), Panel::new(&THEME, "Sum")),
    ];
    assert_eq!(
        picture(40, 7, &panels),
        "╭─ ▸List ──────────┬─ Network ─── 2→1 ─╮\n\
         │                  │                   │\n\
         │                  ├─ pointer ─────────┤\n\
         │                  │                   │\n\
         ├─ Sum ────────────┴───────────────────┤\n\
         │                                      │\n\
         ╰──────────────────────────────────────╯\n"
    );
}

#[test]
fn the_focused_border_is_bright_all_round_but_leaves_a_neighbours_title_be() {
    let panels = [
        (Rect::new(0, 0, 12, 3), Panel::new(&THEME, "Up").focused(true)),
        (Rect::new(0, 2, 12, 3), Panel::new(&THEME, "Low".magenta())),
    ];
    let mut buf = Buffer::empty(Rect::new(0, 0, 12, 5));
    draw_all(&panels, &mut buf);
    for (x, y) in [(0, 0), (11, 0), (0, 1), (11, 1), (0, 2), (1, 2), (8, 2), (11, 2)] {
        assert_eq!(buf[(x, y)].modifier, Modifier::BOLD, "{x},{y}");
    }
    assert_eq!(buf[(3, 2)].symbol(), "L");
    assert_eq!(buf[(3, 2)].fg, Color::Magenta);
    assert_eq!(buf[(3, 2)].modifier, Modifier::empty());
    assert_eq!(buf[(0, 3)].modifier, Modifier::DIM);
}

#[test]
fn a_legend_drawn_in_lines_is_not_taken_for_a_border() {
    let panels = [
        (Rect::new(0, 2, 20, 3), Panel::new(&THEME, "L").info("train ──")),
        (Rect::new(0, 0, 20, 3), Panel::new(&THEME, "Up").focused(true)),
    ];
    let mut buf = Buffer::empty(Rect::new(0, 0, 20, 5));
    draw_all(&panels, &mut buf);
    assert!(picture::text(&buf).contains("├─ L ─── train ── ─┤"));
    assert_eq!(buf[(15, 2)].modifier, Modifier::DIM, "as muted as the words beside it");
    assert_eq!(buf[(18, 2)].modifier, Modifier::BOLD, "the border goes on");
}

#[test]
fn a_hint_never_stands_where_it_reads_as_the_panel_below() {
    let upper = Panel::new(&THEME, "Up").footer("y copies").focused(true);
    let lower = |info| Panel::new(&THEME, "Low").info(info);
    let shared = |info: &'static str| {
        let (up, low) = (Rect::new(0, 0, 28, 2), Rect::new(0, 1, 28, 2));
        let text = picture(28, 3, &[(up, upper.clone()), (low, lower(info))]);
        text.lines().nth(1).unwrap_or_default().to_owned()
    };
    assert_eq!(shared(""), "├─ Low ────────────────────┤");
    assert_eq!(shared("891"), "├─ Low ────────────── 891 ─┤");
}

#[test]
fn the_fact_gives_way_to_the_title_part_by_part() {
    let top = |width: u16| {
        let panel = Panel::new(&THEME, "乗客の名簿").info("891人中1人目");
        let text = picture(width, 2, &[(Rect::new(0, 0, width, 2), panel)]);
        text.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(top(34), "╭─ 乗客の名簿 ──── 891人中1人目 ─╮");
    assert_eq!(top(31), "╭─ 乗客の名簿 ─ 891人中1人目 ─╮");
    assert_eq!(top(30), "╭─ 乗客の名簿 ───────────────╮");
    assert_eq!(top(24), "╭─ 乗客の名簿 ─────────╮");
    assert_eq!(top(13), "╭─ 乗客の… ─╮");
    assert_eq!(top(6), "╭────╮");
}

#[test]
fn no_size_is_too_small() {
    for width in 0..30 {
        for height in 0..6 {
            let area = Rect::new(0, 0, width, height);
            let panel = Panel::new(&THEME, "List").info("1 of 891").footer("y copies");
            picture(width, height, &[(area, panel.focused(true))]);
            let outside = Rect::new(3, 2, width, height);
            picture(10, 4, &[(outside, Panel::new(&THEME, "乗客").info("1 of 891"))]);
        }
    }
}

#[test]
fn the_themes_background_stays_under_the_frame() {
    let theme = Theme::of(ThemeName::Contrast);
    let mut buf = Buffer::empty(Rect::new(0, 0, 20, 3));
    buf.set_style(buf.area, theme.base);
    Panel::new(&theme, "List").info("1 of 9").render(buf.area, &mut buf);
    assert!(buf.content.iter().all(|cell| Some(cell.bg) == theme.base.bg));
}

#[test]
fn a_fact_keeps_whole_parts_or_gives_way_to_fewer_words() {
    let top = |width: u16, panel: Panel<'_>| {
        let text = picture(width, 2, &[(Rect::new(0, 0, width, 2), panel)]);
        text.lines().next().unwrap_or_default().to_owned()
    };
    let panel = || Panel::new(&THEME, "T").info("men · women · all").brief("all");
    assert_eq!(top(28, panel()), "╭─ T ── men · women · all ─╮");
    assert_eq!(top(24, panel()), "╭─ T ──── men · women ─╮");
    assert_eq!(top(14, panel()), "╭─ T ── men ─╮");
    let panel = || Panel::new(&THEME, "T").info("epoch 0 to 20").brief("all");
    assert_eq!(top(18, panel()), "╭─ T ────── all ─╮");
    let values = Line::from(vec![" age ".into(), "−0.1".into(), " sex ".into(), "0.8".into()]);
    assert_eq!(top(20, Panel::new(&THEME, "T").info(values)), "╭─ T ─────  age −0.1 ─╮".replace("─────", "──"));
}
