//! Sigmoid, ReLU and the other activations, each with the z the network puts into it: this passenger's on
//! the curve and everybody's as a rug; or with a slider that goes anywhere from −20 to 20.

use ratatui::widgets::Sparkline;

use crate::app::App;
use crate::app::ExploreTarget;
use crate::app::screens::curve::FUNCTIONS;
use crate::explain::names;
use crate::explain::prediction::formula;
use crate::explain::words::explore as words;
use crate::nn::Activation;
use crate::ui::prelude::*;
use crate::ui::theme::Theme;
use crate::ui::widgets::plot::{Marker, Pattern, Plot, PlotArea, PlotAxis, Reference, Series};

/// From this width on, the functions stand two blanks apart.
const WIDE_TITLE: u16 = 60;

/// The panel's border: the functions as tabs, the formula.
pub fn frame<'a>(context: &Context<'a>, area: Rect) -> Frame<'a> {
    let app = context.app;
    let theme = context.theme;
    let apart = if area.width < WIDE_TITLE { " " } else { "  " };
    let mut title = Vec::new();
    for (index, function) in FUNCTIONS.into_iter().enumerate() {
        if index > 0 {
            title.push(Span::raw(apart));
        }
        let name = name_and_users(app, function);
        title.push(if function == app.screens.explore.curve.function {
            Span::styled(format!("[{name}]"), theme.heading)
        } else {
            Span::styled(name, theme.muted)
        });
    }
    let hint = if app.screens.explore.curve.slider().is_some() { words::BACK_HINT } else { words::SLIDE_HINT };
    Frame::new(theme, Line::from(title))
        .info(format!("f(z) = {}", formula(app.screens.explore.curve.function)))
        .info(formula(app.screens.explore.curve.function))
        .footer(context.say(hint))
}

/// A function with the neurons of the network that use it: `sigmoid σ`, `ReLU h`.
fn name_and_users(app: &App, function: Activation) -> String {
    let shape = app.core.network().shape();
    let layers = [(0, "h"), (shape.depth() - 1, "σ")];
    let layers = &layers[usize::from(shape.depth() == 1)..];
    let users = layers.iter().filter(|(layer, _)| shape.activation_of(*layer) == function);
    let name = app.core.settings.say(words::activation(function));
    users.fold(name.to_owned(), |name, (_, user)| format!("{name} {user}"))
}

/// The other curve of the network, or of the post: that of the hidden layers beside the sigmoid, the sigmoid
/// beside any other.
fn second_function(app: &App) -> Activation {
    match (app.screens.explore.curve.function, app.core.network().layer(0).activation) {
        (Activation::Sigmoid, Activation::Sigmoid) => Activation::Relu,
        (Activation::Sigmoid, hidden) => hidden,
        (Activation::Relu | Activation::Tanh | Activation::LeakyRelu | Activation::Linear, _) => Activation::Sigmoid,
    }
}

/// The border of the second curve.
pub(super) fn second_frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let function = second_function(context.app);
    Frame::new(context.theme, name_and_users(context.app, function)).info(format!("f(z) = {}", formula(function)))
}

/// The curve of the panel.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    draw_function(context, area, context.app.screens.explore.curve.function);
}

/// The curve beside it.
pub(super) fn draw_second(context: &mut Context<'_>, area: Rect) {
    draw_function(context, area, second_function(context.app));
}

/// The function over the z it is shown for, with the z of the panel on it.
pub(in crate::ui) fn plot<'a>(app: &App, theme: &Theme, function: Activation) -> Plot<'a> {
    let (from, to) = app.screens.explore.curve.range(&app.core, function);
    let (low, high) = match function {
        Activation::Sigmoid => (0.0, 1.0),
        Activation::Tanh => (-1.0, 1.0),
        Activation::Relu => (0.0, to),
        Activation::LeakyRelu | Activation::Linear => (from, to),
    };
    // The half is where the sigmoid answers.
    let step = if high == 1.0 { 0.5 } else { 0.0 };
    let y = PlotAxis::new(low, high).round().within(low, f64::INFINITY).step_of(step).label_width(5);
    let mut plot = Plot::new(PlotAxis::new(from, to).round().within(from, to), y, theme.muted)
        .reference(Reference::upright(0.0, theme.muted))
        .series(Series::curve(move |z| function.value(z), theme.curve).thick());
    if app.screens.explore.curve.derivative {
        let slope = Series::curve(move |z| function.derivative(z), theme.muted);
        plot = plot.series(slope.stroke(Pattern::Dashed));
    }
    if let Some(z) = app.screens.explore.curve.z(&app.core, function) {
        let marker = Marker::new(z, function.value(z), "●", theme.here);
        plot = plot.marker(marker.guides(theme.muted));
        if app.screens.explore.curve.derivative {
            plot = plot.marker(Marker::new(z, function.derivative(z), "●", theme.muted));
        }
    }
    plot
}

fn draw_function(context: &mut Context<'_>, inner: Rect, function: Activation) {
    let (app, theme) = (context.app, context.theme);
    let rug = inner.height >= 9;
    let inner = inner.inset();
    let below = if rug { 3 } else { 0 };
    let plot_area = Rect { height: inner.height - below, ..inner };
    let plot = plot(app, theme, function);
    let layout = plot.draw(plot_area, context.buf);
    if let Some(z) = app.screens.explore.curve.z(&app.core, function) {
        // All these functions rise, so the upper left corner is always free: the number never jumps.
        let corner = layout.data;
        context.text(corner, format!(" {} ", value_at(app, function, z)), theme.now.bold());
        context.text(corner.below(1), format!(" {} ", whose(app, function)), theme.muted);
    }
    // As far as the axis means something.
    let (from, to) = app.screens.explore.curve.range(&app.core, function);
    if let Some((first, last)) = layout.column(from).zip(layout.column(to)) {
        let (from, to) = (layout.x_at(first), layout.x_at(last));
        let area = Rect { x: first, y: plot_area.y, width: last + 1 - first, height: plot_area.height };
        context.note(area, ExploreTarget::Slider { from, to });
    }
    if rug {
        draw_rug(context, inner, &layout, function);
    }
}

/// Whose z it is.
fn whose(app: &App, function: Activation) -> String {
    let language = app.core.settings.language;
    match app.screens.explore.curve.neuron(&app.core, function) {
        Some((layer, neuron)) if !app.screens.explore.curve.is_free(&app.core, function) => {
            language.fill(words::Z_OF, &[names::neuron(app.core.network(), layer, neuron)])
        }
        _ => language.say(words::FREE_Z).to_owned(),
    }
}

/// `f(−0.487053) = 0.38058805086`: the sigmoid with eleven decimals as in the post, the slope on demand.
pub fn value_at(app: &App, function: Activation, z: f64) -> String {
    let free = app.screens.explore.curve.is_free(&app.core, function);
    let (decimals, width) = if free { (2, 8) } else { (6, 12) };
    let shown = numbers::fixed(z, decimals, width).trim().to_owned();
    let value = function.value(z);
    let value = match function {
        Activation::Sigmoid => numbers::fixed(value, 11, 14).trim().to_owned(),
        Activation::Relu | Activation::Linear if free => numbers::full(value),
        Activation::Relu | Activation::Linear | Activation::Tanh | Activation::LeakyRelu => {
            numbers::fixed(value, 6, 12).trim().to_owned()
        }
    };
    let mut text = format!("f({shown}) = {value}");
    if app.screens.explore.curve.derivative {
        let slope = numbers::fixed(function.derivative(z), 6, 12).trim().to_owned();
        let slope = app.core.settings.fill(words::SLOPE, &[slope]);
        text = format!("{text} · {slope}");
    }
    text
}

/// Everybody's z below the curve, those who lived above those who died.
fn draw_rug(context: &mut Context<'_>, inner: Rect, plot: &PlotArea, function: Activation) {
    let (app, theme) = (context.app, context.theme);
    let below = inner.below(inner.height - 3);
    let Some((layer, neuron)) = app.screens.explore.curve.neuron(&app.core, function) else {
        let hidden = app.core.network().layer(0).activation == function;
        let words = if hidden { words::POINT_AT_HIDDEN } else { words::NOT_USED };
        return context.text_at_right(below.below(2), context.say(words), theme.muted);
    };
    let data = plot.data;
    let mut lived = vec![0_usize; usize::from(data.width)];
    let mut died = lived.clone();
    let everybody = app.screens.explore.curve.everybody(&app.core, function);
    for kind in everybody.iter() {
        if let Some(column) = plot.column(kind.z) {
            let at = usize::from(column - data.x);
            lived[at] += kind.lived as usize;
            died[at] += kind.died as usize;
        }
    }
    let highest = lived.iter().chain(&died).copied().max().unwrap_or(0).max(1);
    let sides = [(words::RUG_LIVED, lived, theme.lived), (words::RUG_DIED, died, theme.died)];
    for ((label, counts, style), row) in sides.into_iter().zip(below.rows()) {
        context.text(row, context.say(label), theme.muted);
        // Whoever is there is seen: the least block is one person at least.
        let heights = counts.into_iter().map(|count| (count * 8).div_ceil(highest) as u64);
        let sparkline = Sparkline::default().data(heights.collect::<Vec<u64>>()).max(8).style(style);
        context.draw(sparkline, Rect { y: row.y, height: 1, ..data });
    }
    let ends = everybody.iter().map(|kind| kind.z).fold(None, |ends: Option<(f64, f64)>, z| {
        Some(ends.map_or((z, z), |(least, most)| (least.min(z), most.max(z))))
    });
    if let Some((least, most)) = ends {
        let number = |z: f64| numbers::fixed(z, 1, 6).trim().to_owned();
        let people: u32 = everybody.iter().map(|kind| kind.lived + kind.died + kind.unknown).sum();
        let neuron = names::neuron(app.core.network(), layer, neuron);
        let words = context.fill(words::RUG, &[people.to_string(), neuron, number(least), number(most)]);
        context.text_at_right(below.below(2), words, theme.muted);
    }
}
