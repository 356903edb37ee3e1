//! Sigmoid, ReLU and the other activations, each with the z the network puts into it: this passenger's on
//! the curve and everybody's as a rug; or with a slider that goes anywhere from −20 to 20.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Sparkline, Widget};

use crate::app::screens::curve::FUNCTIONS;
use crate::app::{App, ExplorePanel, ExploreTarget, Panel};
use crate::explain::names;
use crate::explain::numbers;
use crate::explain::prediction::formula;
use crate::explain::words::explore as words;
use crate::nn::Activation;
use crate::ui::context::Context;
use crate::ui::theme::Theme;
use crate::ui::widgets::panel::Panel as Frame;
use crate::ui::widgets::plot::{Marker, Pattern, Plot, PlotArea, PlotAxis, Reference, Series};

/// The panel's border: the functions as tabs, the formula.
pub fn frame<'a>(context: &Context<'a>, area: Rect) -> (Panel, Rect, Frame<'a>) {
    let app = context.app;
    let theme = context.theme;
    let mut title = Vec::new();
    for (index, function) in FUNCTIONS.into_iter().enumerate() {
        if index > 0 {
            title.push(Span::raw("  "));
        }
        let name = name_and_users(app, function);
        title.push(if function == app.screens.explore.curve.function {
            Span::styled(format!("[{name}]"), theme.heading)
        } else {
            Span::styled(name, theme.muted)
        });
    }
    let hint = if app.screens.explore.curve.slider().is_some() { words::BACK_HINT } else { words::SLIDE_HINT };
    let frame = Frame::new(theme, Line::from(title))
        .info(format!("f(z) = {}", formula(app.screens.explore.curve.function)))
        .brief(formula(app.screens.explore.curve.function))
        .footer(context.say(hint));
    (Panel::Explore(ExplorePanel::Curve), area, frame)
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
pub fn second_frame<'a>(context: &Context<'a>, area: Rect) -> (Panel, Rect, Frame<'a>) {
    let function = second_function(context.app);
    let frame =
        Frame::new(context.theme, name_and_users(context.app, function)).info(format!("f(z) = {}", formula(function)));
    (Panel::Explore(ExplorePanel::Curve), area, frame)
}

/// The curve of the panel.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    draw_function(context, Frame::inner(area), context.app.screens.explore.curve.function);
}

/// The curve beside it.
pub fn draw_second(context: &mut Context<'_>, area: Rect) {
    draw_function(context, Frame::inner(area), second_function(context.app));
}

/// The function over the z it is shown for, with the z of the panel on it.
pub fn plot<'a>(app: &App, theme: &Theme, function: Activation) -> Plot<'a> {
    let (from, to) = app.screens.explore.curve.range(&app.core, function);
    let (low, high) = match function {
        Activation::Sigmoid => (0.0, 1.0),
        Activation::Tanh => (-1.0, 1.0),
        Activation::Relu => (0.0, to),
        Activation::LeakyRelu | Activation::Linear => (from, to),
    };
    let y = PlotAxis::new(low, high).label_width(5);
    let y = match function {
        Activation::Sigmoid | Activation::Tanh => {
            let labels = [low, low.midpoint(high), high].map(|at| (at, numbers::decimal(at, 1)));
            y.labels_at(labels.into())
        }
        Activation::Relu | Activation::LeakyRelu | Activation::Linear => y.round_labels(),
    };
    let mut plot = Plot::new(PlotAxis::new(from, to).round_labels(), y, theme.muted)
        .reference(Reference::upright(0.0, theme.muted))
        .series(Series::curve(move |z| function.value(z), theme.curve).focused(true));
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
    let app = context.app;
    let theme = *context.theme;
    let rug = inner.height >= 9;
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let below = if rug { 3 } else { 0 };
    // An odd number of rows has a middle one, where 0.5 of the sigmoid belongs; one holds the labels.
    let height = (inner.height - below).saturating_sub(1);
    let plot_area = Rect { height: height + height % 2, ..inner };
    let plot = plot(app, &theme, function);
    let layout = plot.layout(plot_area);
    plot.render(plot_area, context.buf);
    if let Some(z) = app.screens.explore.curve.z(&app.core, function) {
        // All these functions rise, so the upper left corner is always free: the number never jumps.
        let value = value_at(app, function, z);
        let mut pen = context.pen(layout.data);
        pen.text(1, 0, &value, theme.now.bold());
        pen.text(1, 1, &whose(app, function), theme.muted);
    }
    let last = layout.data.right().saturating_sub(1);
    let (from, to) = (layout.x_at(layout.data.x), layout.x_at(last));
    context.note(Rect { y: plot_area.y, height: plot_area.height, ..layout.data }, ExploreTarget::Slider { from, to });
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
        let slope = app.core.settings.language.fill(words::SLOPE, &[slope]);
        text = format!("{text} · {slope}");
    }
    text
}

/// Everybody's z below the curve, those who lived above those who died.
fn draw_rug(context: &mut Context<'_>, inner: Rect, plot: &PlotArea, function: Activation) {
    let app = context.app;
    let theme = *context.theme;
    let last_row = Rect { y: inner.bottom() - 1, height: 1, ..inner };
    let Some((layer, neuron)) = app.screens.explore.curve.neuron(&app.core, function) else {
        let hidden = app.core.network().layer(0).activation == function;
        let words = if hidden { words::POINT_AT_HIDDEN } else { words::NOT_USED };
        let words = context.say(words);
        context.pen(last_row).right(0, 0, words, theme.muted);
        return;
    };
    let data = plot.data;
    let mut lived = vec![0_usize; usize::from(data.width)];
    let mut died = lived.clone();
    let mut people = 0;
    let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
    let sums = app.screens.explore.curve.sums(&app.core, function);
    for row in 0..app.core.list.len() {
        let Some(z) = sums(row) else { continue };
        people += 1;
        least = least.min(z);
        most = most.max(z);
        let Some(column) = plot.column(z) else {
            continue;
        };
        let place = usize::from(column - data.x);
        match app.core.list.passenger(row).survived {
            Some(true) => lived[place] += 1,
            Some(false) => died[place] += 1,
            None => {}
        }
    }
    let highest = lived.iter().chain(&died).copied().max().unwrap_or(0).max(1);
    let top = inner.bottom() - 3;
    for (y, label, counts, style) in
        [(top, words::RUG_LIVED, lived, theme.lived), (top + 1, words::RUG_DIED, died, theme.died)]
    {
        let label = context.say(label);
        context.pen(Rect { y, height: 1, ..inner }).text(0, 0, label, theme.muted);
        // Whoever is there is seen: the least block is one person at least.
        let heights = counts.into_iter().map(|count| (count * 8).div_ceil(highest) as u64);
        let row = Rect { y, height: 1, ..data };
        Sparkline::default().data(heights.collect::<Vec<u64>>()).max(8).style(style).render(row, context.buf);
    }
    if people > 0 {
        let number = |z: f64| numbers::fixed(z, 1, 6).trim().to_owned();
        let (least, most) = (number(least), number(most));
        let values = [people.to_string(), names::neuron(app.core.network(), layer, neuron), least, most];
        let words = context.fill(words::RUG, &values);
        context.pen(last_row).right(0, 0, &words, theme.muted);
    }
}
