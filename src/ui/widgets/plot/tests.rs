//! Whole plots, compared cell by cell.

use ratatui::style::Color;

use super::*;
use crate::ui::picture;

const PLAIN: Style = Style::new();

fn drawn(plot: &Plot<'_>, width: u16, height: u16) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    plot.render(buf.area, &mut buf);
    buf
}

fn picture(plot: &Plot<'_>, width: u16, height: u16) -> String {
    picture::text(&drawn(plot, width, height))
}

fn lines(plot: &Plot<'_>, width: u16, height: u16) -> Vec<String> {
    picture(plot, width, height).lines().map(str::to_owned).collect()
}

/// In ten cells by two, a dot is a unit.
fn bare() -> Plot<'static> {
    Plot::new(PlotAxis::new(0.0, 19.0), PlotAxis::new(0.0, 7.0), PLAIN)
}

/// Bends as the sigmoid does, without an exponential.
fn bend(x: f64) -> f64 {
    0.5 + 0.5 * x / (1.0 + x * x).sqrt()
}

#[test]
fn a_curve_over_its_grid_with_the_present_point_and_its_guides() {
    let x = PlotAxis::new(-6.0, 6.0).round();
    let y = PlotAxis::new(0.0, 1.0).round();
    let here = Marker::new(-0.5, bend(-0.5), "●", PLAIN).guides(PLAIN);
    let plot = Plot::new(x, y, PLAIN).series(Series::curve(bend, PLAIN).thick()).marker(here);
    assert_eq!(
        lines(&plot, 60, 12),
        [
            "1.0 · · · · · · · · · · · · · · · · · ·⢀⣀⣀⣠⣤⣤⣤⣤⣤⣤⣤⣴⡶⠶⠶⠶⠶⠶⠶⠶⠶",
            "    ·        ·        ·        ·   ⢀⣤⡶⠟⠛⠉⠉⠉      ·        ·",
            "0.8 · · · · · · · · · · · · · · · ⣶⠟⠁ · · · · · · · · · · ·",
            "    ·        ·        ·        · ⣼⠏     ·        ·        ·",
            "0.6 · · · · · · · · · · · · · · ⣼⠏· · · · · · · · · · · · ·",
            "    ·        ·        ·        ⣼⠏       ·        ·        ·",
            "0.4 · · · · · · · · · · · · · ⣼⠏· · · · · · · · · · · · · ·",
            "    ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄⢀●⠏·        ·        ·        ·",
            "0.2 · · · · · · · · · · · ⢀⣠⡾⠁· · · · · · · · · · · · · · ·",
            "    ·        ·      ⢀⣀⣀⣠⣤⡶⠟⠉ ┊ ·        ·        ·        ·",
            "0.0 ⠶⠶⠶⠶⠶⠶⠶⠾⠛⠛⠛⠛⠛⠛⠛⠛⠛⠉⠉⠉· · ·┊· · · · · · · · · · · · · · ·",
            "    −6      −4       −2        0        2        4        6",
        ]
    );
}

#[test]
fn two_losses_with_the_time_cursor_their_names_and_a_line_to_compare_with() {
    let x = PlotAxis::new(0.0, 500.0).round().step_of(1.0).within(0.0, f64::INFINITY);
    let y = PlotAxis::new(0.5, 0.7).round().label_width(5);
    let falling = |rest: f64, speed: f64| -> Vec<(f64, f64)> {
        let epochs = (0..=500).map(f64::from);
        epochs.map(|epoch| (epoch, rest + (0.69 - rest) / (1.0 + epoch / speed))).collect()
    };
    let plot = Plot::new(x, y, PLAIN)
        .series(Series::points(falling(0.53, 20.0), PLAIN).stroke(Pattern::Dashed).thick().label("test"))
        .series(Series::points(falling(0.50, 15.0), PLAIN).thick().label("train"))
        .reference(Reference::level(std::f64::consts::LN_2, PLAIN).label("ln 2 knows nothing"))
        .marker(Marker::new(300.0, 0.54, "✧", PLAIN).label("best"))
        .cursor(50.0, PLAIN);
    assert_eq!(
        lines(&plot, 60, 12),
        [
            "      ·    │   ·        ·        ·        ·        ·",
            " 0.70 ⣀⠤⠤⠤⠤│⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤ ln 2 knows nothing",
            "      ⣿⡄   │   ·        ·        ·        ·        ·",
            " 0.65 ⢸⣇· ·│· · · · · · · · · · · · · · · · · · · · ·",
            "      ⠸⣿⣄  │   ·        ·        ·        ·        ·",
            " 0.60 ·⢿⡏⣤⡀│· · · · · · · · · · · · · · · · · · · · ·",
            "      ·⠘⢿⣝⠿│⣤⣀ ·        ·        · best   ·        ·",
            " 0.55 · ⠈⠻⣷│⣈⠉·⠛⠛ ⠶⠶·⢶⣤ ⣤⣤·⣤⣤ ⣤⣤·✧⣀ ⣀⣀·⣀⣀ ⣀⣀·⣀⣀ ⣀⣀·⣀·",
            "      ·    │⠛⠛⠷⠶⢶⣦⣤⣤⣤⣤⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⠉⠉ ⠉⠉ ⠉⠉ ⠉⠉ ⠉⠉ ⠉⠉ ⠉ test",
            " 0.50 · · ·│· · · · ·⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛ train",
            "      ·    │   ·        ·        ·        ·        ·",
            "      0   50  100      200      300      400      500",
        ]
    );
}

#[test]
fn what_goes_up_and_down_within_a_column_is_a_band() {
    let swing = |index: u32| (f64::from(index), if index.is_multiple_of(2) { 1.0 } else { 6.0 });
    let points: Vec<_> = (0..10_000).map(swing).collect();
    let x = PlotAxis::new(0.0, 9_999.0);
    let plot = Plot::new(x, PlotAxis::new(0.0, 7.0), PLAIN).series(Series::points(&points, PLAIN));
    assert_eq!(picture(&plot, 5, 2), "⠖⡒⠖⡒⠖\n⠥⠦⠥⠦⠥\n");
}

#[test]
fn a_gap_in_the_data_is_a_gap_in_the_line() {
    let points = [(0.0, 0.0), (5.0, 0.0), (7.0, f64::NAN), (8.0, f64::INFINITY), (10.0, 7.0), (19.0, 7.0)];
    let plot = bare().series(Series::points(&points, PLAIN));
    assert_eq!(picture(&plot, 10, 2), "     ⠉⠉⠉⠉⠉\n⣀⣀⣀\n");
}

#[test]
fn a_curve_in_short_that_swings_is_a_band_and_one_that_falls_is_a_line() {
    let ranges = |of: fn(f64) -> (f64, f64)| {
        let ranges = (0..20).map(move |x| (f64::from(x), of(f64::from(x)).0, of(f64::from(x)).1));
        picture(&bare().series(Series::ranges(ranges, PLAIN)), 10, 2)
    };
    assert_eq!(ranges(|_| (0.0, 7.0)), "⠍⡋⠍⡋⠍⡋⠍⡋⠍⡋\n⣅⣂⣅⣂⣅⣂⣅⣂⣅⣂\n");
    let falls = ranges(|x| ((6.0 - x).max(0.0), (7.0 - x).max(0.0)));
    assert!(!falls.contains(['⠍', '⣅']), "it falls:\n{falls}");
}

#[test]
fn reference_lines_lie_under_the_dots_and_the_cursor_above() {
    let plot = bare()
        .series(Series::points(&[(6.0, 1.0), (13.0, 1.0)], PLAIN.red()))
        .reference(Reference::level(1.0, PLAIN.dim()))
        .cursor(9.0, PLAIN.bold());
    let buf = drawn(&plot, 10, 2);
    assert_eq!(picture::text(&buf), "    ┃\n⠤⠤⠤⠤┃⠤⠤⠤⠤⠤\n");
    assert_eq!((buf[(3, 1)].fg, buf[(3, 1)].modifier), (Color::Red, PLAIN.add_modifier));
    assert_eq!((buf[(4, 1)].fg, buf[(4, 1)].modifier), (Color::Reset, PLAIN.bold().add_modifier));
    assert_eq!(buf[(0, 1)].modifier, PLAIN.dim().add_modifier);
}

#[test]
fn the_last_series_gives_its_colour_where_lines_meet() {
    let plot = bare()
        .series(Series::points(&[(0.0, 3.0), (19.0, 3.0)], PLAIN.green()))
        .series(Series::points(&[(4.0, 0.0), (4.0, 7.0)], PLAIN.red()));
    let buf = drawn(&plot, 10, 2);
    assert_eq!((buf[(2, 1)].symbol(), buf[(2, 1)].fg, buf[(3, 1)].fg), ("⡏", Color::Red, Color::Green));
}

#[test]
fn names_stand_behind_their_ends_and_never_upon_each_other() {
    let x = || PlotAxis::new(0.0, 39.0);
    let level = |y: f64, name: &'static str| Series::points(vec![(0.0, y), (39.0, y)], PLAIN).label(name);
    let plot = Plot::new(x(), PlotAxis::new(0.0, 7.0), PLAIN).series(level(6.0, "b")).series(level(7.0, "age"));
    let names: Vec<String> =
        lines(&plot, 45, 2).iter().map(|line| line.trim_start_matches(['⠉', '⠒', '⠛', ' ']).to_owned()).collect();
    assert_eq!(names, ["age", "╰b"]);
    // Where a plot would become too narrow there are none.
    assert!(!picture(&plot, 30, 2).contains("age"));
}

/// A name that stands a row off, or above one of a greater value, says something untrue of both.
#[test]
fn names_are_in_the_order_of_their_values_and_one_off_its_row_is_led_to() {
    let level = |y: f64, name: &'static str| Series::points(vec![(0.0, y), (39.0, y)], PLAIN).label(name);
    let names = |plot: &Plot<'_>| -> Vec<String> {
        lines(plot, 48, 4).iter().map(|line| line.chars().skip(40).collect()).collect()
    };
    let plot = |series: [Series<'static>; 2]| {
        let [a, b] = series;
        Plot::new(PlotAxis::new(0.0, 39.0), PlotAxis::new(0.0, 15.0), PLAIN).names(8).series(a).series(b)
    };
    for low in [[level(0.0, "less"), level(1.0, "more")], [level(1.0, "more"), level(0.0, "less")]] {
        assert_eq!(names(&plot(low)), ["", "", "╭more", " less"]);
    }
    assert_eq!(names(&plot([level(15.0, "more"), level(14.0, "less")])), [" more", "╰less", "", ""]);
}

#[test]
fn a_level_that_a_curve_hides_shows_through_and_is_named_in_the_margin() {
    let plot = Plot::new(PlotAxis::new(0.0, 39.0), PlotAxis::new(0.0, 7.0), PLAIN)
        .names(10)
        .series(Series::points(vec![(0.0, 5.0), (39.0, 5.0)], PLAIN).label("curve"))
        .reference(Reference::level(4.0, PLAIN.dim()).label("a rule with a long name").brief("rule"));
    let buf = drawn(&plot, 50, 2);
    assert_eq!((buf[(2, 0)].symbol(), buf[(2, 0)].modifier), ("⣤", PLAIN.dim().add_modifier));
    assert_eq!(buf[(1, 0)].symbol(), "⠤");
    let said = picture::text(&buf);
    assert!(said.contains("╰rule") && !said.contains("long"), "{said}");
}

#[test]
fn marks_stand_along_a_curve_and_those_of_two_never_in_the_same_column() {
    let level = |mark: &'static str| Series::points(vec![(0.0, 5.0), (39.0, 5.0)], PLAIN).mark(mark);
    let plot =
        Plot::new(PlotAxis::new(0.0, 39.0), PlotAxis::new(0.0, 7.0), PLAIN).series(level("○")).series(level("●"));
    let said = picture(&plot, 40, 2);
    assert_eq!((said.matches('○').count(), said.matches('●').count()), (3, 3), "{said}");
}

#[test]
fn what_lies_outside_is_not_drawn() {
    let plot = bare()
        .marker(Marker::new(30.0, 1.0, "●", PLAIN).guides(PLAIN).label("far"))
        .marker(Marker::new(f64::NAN, 1.0, "●", PLAIN))
        .reference(Reference::level(9.0, PLAIN).label("high"))
        .reference(Reference::upright(f64::INFINITY, PLAIN))
        .cursor(-5.0, PLAIN);
    assert_eq!(picture(&plot, 10, 2), "\n\n");
}

#[test]
fn labels_give_way_before_the_curve_does() {
    let x = || PlotAxis::new(0.0, 100.0).round();
    let y = || PlotAxis::new(0.0, 1.0).round();
    let plot = Plot::new(x(), y(), PLAIN).series(Series::points(&[], PLAIN).label("name"));
    let area = |width, height| plot.layout(Rect::new(0, 0, width, height)).data;
    assert_eq!(area(40, 10), Rect::new(4, 0, 30, 9));
    assert_eq!(area(39, 10), Rect::new(4, 0, 35, 9));
    assert_eq!(area(9, 10), Rect::new(0, 0, 9, 9));
    assert_eq!(area(40, 2).height, 2);
}

#[test]
fn a_click_on_a_column_is_a_place_in_that_column() {
    for axis in [PlotAxis::new(0.0, 500.0), PlotAxis::new(0.0, 500.0).round()] {
        let plot = Plot::new(axis, PlotAxis::new(0.0, 1.0), PLAIN).fit(Rect::new(7, 0, 33, 4));
        for column in 7..40 {
            assert_eq!(plot.column(plot.x_at(column)), Some(column));
        }
        assert_eq!((plot.column(-90.0), plot.column(f64::NAN), plot.row(1.2)), (None, None, None));
    }
}

#[test]
fn no_size_and_no_data_is_too_strange() {
    let wild = [(0.0, 1e308), (1.0, -1e308), (f64::NAN, 2.0), (1e300, f64::MIN_POSITIVE), (5.0, 3.0)];
    for width in 0..40 {
        for height in 0..20 {
            let plot = Plot::new(
                PlotAxis::new(0.0, 10.0).round(),
                PlotAxis::new(-1.0, 8.0).round().label_width(height),
                PLAIN,
            )
            .series(Series::points(&wild, PLAIN).label("乗客の年齢").stroke(Pattern::Dashed).thick())
            .series(Series::curve(|x| 1.0 / (x - 5.0), PLAIN).label("pole").stroke(Pattern::Dotted))
            .reference(Reference::level(2.0, PLAIN).label("基準の線"))
            .reference(Reference::upright(5.0, PLAIN))
            .marker(Marker::new(5.0, 3.0, "●", PLAIN).guides(PLAIN).label("ここ"))
            .cursor(9.9, PLAIN);
            let mut buf = Buffer::empty(Rect::new(3, 2, width, height));
            (&plot).render(Rect::new(3, 2, width, height), &mut buf);
            plot.render(Rect::new(1, 1, width, height + 2), &mut buf);
        }
    }
}

#[test]
fn a_curve_in_short_is_drawn_as_the_curve_it_stands_for() {
    let values: Vec<(f64, f64)> = (0..20).map(|x| (f64::from(x), 7.0 / (1.0 + f64::from(x)))).collect();
    let ranges = values.iter().map(|&(x, y)| (x, y, y));
    let long = bare().series(Series::points(&values, PLAIN));
    let short = bare().series(Series::ranges(ranges, PLAIN));
    assert_eq!(picture(&short, 10, 2), picture(&long, 10, 2));

    // Four epochs to a dot, falling: the same staircase from extremes alone.
    let value = |index: usize| 7.0 - 7.0 * index as f64 / 79.0;
    let place = |index: usize| (index / 4) as f64;
    let all: Vec<(f64, f64)> = (0..80).map(|index| (place(index), value(index))).collect();
    let ranges = (0..80).step_by(4);
    let ranges = ranges.map(|index| (place(index), value(index + 3), value(index)));
    let long = bare().series(Series::points(&all, PLAIN));
    let short = bare().series(Series::ranges(ranges, PLAIN));
    assert_eq!(picture(&short, 10, 2), picture(&long, 10, 2));
}

/// A loss that leaves the picture without a sign seems to end there.
#[test]
fn what_leaves_the_plot_above_says_how_high_it_goes() {
    let points = [(0.0, 0.0), (6.0, 0.0), (8.0, 31.4), (10.0, 0.0), (19.0, 0.0)];
    let said = picture(&bare().series(Series::points(&points, PLAIN)), 10, 2);
    assert!(said.contains("↑ 31.4"), "{said}");
    assert!(!picture(&bare().series(Series::curve(|x| x * x, PLAIN)), 10, 2).contains('↑'), "a function goes on");
}

/// Or a run that is never as low as the others is an empty frame.
#[test]
fn a_curve_that_ends_above_the_plot_says_so_at_its_end_too() {
    let points = [(0.0, 90.0), (9.0, 60.0), (39.0, 50.0)];
    let plot = Plot::new(PlotAxis::new(0.0, 39.0), PlotAxis::new(0.0, 7.0), PLAIN).cursor(39.0, PLAIN);
    assert_eq!(
        lines(&plot.series(Series::points(&points, PLAIN)), 40, 2)[0].trim_end(),
        "↑ 90                                50 ↑"
    );
}

/// Or the level would be read as what the marker is.
#[test]
fn the_name_of_a_marker_stands_on_no_level_and_hides_no_name_of_one() {
    let plot = Plot::new(PlotAxis::new(0.0, 59.0), PlotAxis::new(0.0, 7.0), PLAIN)
        .reference(Reference::level(2.0, PLAIN).label("nothing"))
        .marker(Marker::new(1.0, 2.0, "✧", PLAIN).label("best"));
    assert_eq!(lines(&plot, 30, 2), ["  best", "✧⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒ nothing"]);
}

/// Otherwise the mark of one curve has the name of another beside it.
#[test]
fn where_ends_share_a_cell_the_name_on_its_row_is_that_of_the_end_that_is_seen() {
    let end = |y: f64, name: &'static str| Series::points(vec![(0.0, y), (39.0, y)], PLAIN).label(name);
    for (test, train, names) in [(6.0, 5.0, ["╭test", " train", ""]), (5.0, 6.0, ["", " train", "╰test"])] {
        let plot = Plot::new(PlotAxis::new(0.0, 39.0), PlotAxis::new(0.0, 11.0), PLAIN).names(8);
        let plot = plot.series(end(test, "test")).series(end(train, "train"));
        let found: Vec<String> = lines(&plot, 48, 3).iter().map(|line| line.chars().skip(40).collect()).collect();
        assert_eq!(found, names);
    }
}

#[test]
fn no_level_sticks_out_beyond_the_last_x_there_is() {
    let x = PlotAxis::new(0.0, 30.0).round().step_of(1.0).within(0.0, 30.0);
    let plot = Plot::new(x, PlotAxis::new(0.0, 7.0), PLAIN).reference(Reference::level(2.0, PLAIN)).cursor(30.0, PLAIN);
    for width in 10..60 {
        let said = lines(&plot, width, 3);
        assert!(said[1].ends_with('│'), "{said:?}");
    }
}

/// Alone, a line so dense would be one blob with whatever else swings there.
#[test]
fn what_swings_from_point_to_point_too_near_to_be_told_is_a_band_too() {
    let swings = |apart: f64| {
        let points: Vec<_> = (0..40).map(|at| (f64::from(at) * apart, f64::from(at % 2) * 7.0)).collect();
        picture(&bare().series(Series::points(points, PLAIN).stroke(Pattern::Dashed)), 10, 2)
    };
    assert_eq!(swings(1.0), "⢸⢸ ⠉⠉ ⠉⠉ ⠉\n⡄⣄ ⣀⣀ ⣀⣀ ⣀\n");
    assert!(swings(5.0).contains('⢆'), "a wide swing is a line:\n{}", swings(5.0));
}
