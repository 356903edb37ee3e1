//! The scene of the network painted as the post draws it: circles for inputs and neurons, a pill for each
//! weight, the product on its way, the answer at the end. Any shape; what is too much for a slide is thinned.

use super::Slide;
use super::drawing::{Anchor, Drawing, HEIGHT, Stroke, Type, WIDTH};
use crate::app::App;
use crate::explain::numbers;
use crate::explain::words::{explore as words_of_layers, figures as words};
use crate::nn::{Network, math};
use crate::ui::scene::{Node, NodeValue, Scene};
use crate::ui::screens::explore;
use crate::ui::text;
use crate::ui::theme::Rgb;

/// Where the middle of the first column of circles stands, further right where its names are long, and of the last.
const COLUMNS: (f64, f64) = (105.0, 725.0);
/// The left edge of what is written.
const LEFT: f64 = 12.0;
/// The most cells of an input's name, and how wide a cell of it is.
const NAME: (usize, f64) = (24, 7.0);
/// The top and bottom of the columns.
const ROWS: (f64, f64) = (95.0, HEIGHT - 50.0);
/// Radius of the largest circle, as in the post; of the least with a number in it; and of the least with a name.
const RADIUS: f64 = 25.0;
/// See [`RADIUS`].
const NUMBERED: f64 = 14.0;
/// See [`RADIUS`].
const NAMED: f64 = 6.0;
/// Height of a pill with the air below it, at the least and at the most.
const PILL: (f64, f64) = (22.0, 60.0);
/// So many pills before one neuron stand around it.
const FEW: usize = 4;
/// More lines between two layers than this are a blot.
const MOST_LINES: usize = 400;

/// A circle's place and size.
#[derive(Clone, Copy)]
struct Circle {
    at: (f64, f64),
    radius: f64,
}

struct Painter<'a> {
    app: &'a App,
    slide: &'a Slide,
    scene: Scene<'a>,
    /// The circles of inputs with the bias, then of each layer.
    columns: Vec<Vec<Circle>>,
}

/// The drawing for the selected passenger.
pub fn draw(app: &App, slide: &Slide) -> String {
    let person = app.core.passenger();
    let mut drawing = super::sheet(app, slide, &format!("{} {}", person.id, person.name));
    let scene = explore::scene_of(app, &slide.theme, app.core.flow);
    let columns = columns(&scene);
    let painter = Painter { app, slide, scene, columns };
    let mut counts = (0, 0);
    for layer in 0..painter.scene.network.depth() {
        let (drawn, all) = painter.lines(&mut drawing, layer);
        counts = (counts.0 + drawn, counts.1 + all);
    }
    for column in 0..painter.columns.len() {
        painter.circles(&mut drawing, column);
    }
    let has_answer = painter.answer(&mut drawing);
    let mut caption = app.core.settings.say(words::LINES).to_owned();
    if counts.0 < counts.1 {
        let counts = [counts.0.to_string(), counts.1.to_string()];
        let more = app.core.settings.fill(words::ONLY_STRONGEST, &counts);
        caption = format!("{caption} · {more}");
    }
    if !has_answer && app.core.flow.is_none() {
        app.core.settings.say(words::NO_ANSWER).clone_into(&mut caption);
    }
    drawing.text((40.0, HEIGHT - 18.0), &caption, Type::new(slide.muted, 13.0));
    drawing.finish()
}

/// A column of circles for the inputs with their bias and for each layer.
fn columns(scene: &Scene<'_>) -> Vec<Vec<Circle>> {
    let network: &Network = scene.network;
    let depth = network.depth();
    let radius = circle_size(network.layer(0).inputs + 1).1;
    let names = scene.columns[0].iter().map(|input| text::width(&input_name(input, radius)));
    let first = LEFT + names.max().unwrap_or(0) as f64 * NAME.1 + 6.0 + radius;
    let first = first.max(COLUMNS.0);
    let counts = [network.layer(0).inputs + 1].into_iter().chain(network.layers().map(|layer| layer.outputs));
    counts
        .enumerate()
        .map(|(column, count)| {
            let x = first + (COLUMNS.1 - first) * column as f64 / depth as f64;
            let (pitch, radius) = circle_size(count);
            let top = f64::midpoint(ROWS.0, ROWS.1) - pitch * (count - 1) as f64 / 2.0;
            let circle = |row: usize| Circle { at: (x, top + pitch * row as f64), radius };
            (0..count).map(circle).collect()
        })
        .collect()
}

/// From one of so many circles to the next, and the radius of each.
fn circle_size(count: usize) -> (f64, f64) {
    let pitch = ((ROWS.1 - ROWS.0) / count as f64).min(130.0);
    (pitch, (pitch * 0.42).min(RADIUS))
}

/// What stands beside an input in a circle of this size: the value that goes in too, where that has no room for it.
fn input_name(node: &Node, radius: f64) -> String {
    let name = match &node.value {
        NodeValue::Word(value) if radius < NUMBERED => format!("{} {value}", node.name),
        NodeValue::Given(value) if radius < NUMBERED => format!("{} {}", node.name, numbers::compact(*value, 7)),
        NodeValue::Word(_) | NodeValue::Number(_) | NodeValue::Given(_) => node.label(usize::MAX),
    };
    text::cut(&name, NAME.0).into_owned()
}

impl Painter<'_> {
    fn sign(&self, value: f64) -> Rgb {
        Rgb::ink(self.slide.theme.push(Some(value)))
    }

    /// How far apart the pills before a neuron stand; none where there is no room for them.
    fn pills(&self, layer: usize) -> Option<f64> {
        let circles = &self.columns[layer + 1];
        let whole = ROWS.1 - ROWS.0;
        let pitch = circles.get(1).map_or(whole, |second| second.at.1 - circles[0].at.1);
        let gap = circles[0].at.0 - self.columns[layer][0].at.0;
        let apart = (pitch / (self.scene.network.layer(layer).inputs + 1) as f64).min(PILL.1);
        (apart >= PILL.0 && gap > 200.0).then_some(apart)
    }

    /// Draws the lines into a layer; how many of how many.
    fn lines(&self, drawing: &mut Drawing, layer: usize) -> (usize, usize) {
        let pills = self.pills(layer);
        let mut lines = self.scene.edges(layer, true);
        // The bias of a later layer has no circle: it begins at its pill.
        lines.retain(|&(_, input, _)| pills.is_some() || input < self.columns[layer].len());
        let all = lines.len();
        lines.sort_by(|a, b| a.2.strength().total_cmp(&b.2.strength()));
        let most = lines.last().map_or(f64::MIN_POSITIVE, |line| line.2.strength().max(f64::MIN_POSITIVE));
        let first = all.saturating_sub(MOST_LINES);
        for &(neuron, input, edge) in &lines[first..] {
            let to = self.columns[layer + 1][neuron];
            // Without a passenger the weight itself.
            let flow = edge.flow.unwrap_or(edge.weight);
            let share = edge.strength() / most;
            // What the slow flow has not reached yet has no sign.
            let waits = edge.flow.is_none() && self.app.core.flow.is_some();
            let hue = if waits { self.slide.muted } else { self.sign(flow) };
            let stroke = Stroke::new(hue, 0.8 + 2.6 * share).dashed(flow < 0.0 && !waits).opacity(0.35 + 0.65 * share);
            let end = (to.at.0 - to.radius, to.at.1);
            let from = self.columns[layer].get(input);
            let from = from.map(|circle| (circle.at.0 + circle.radius, circle.at.1));
            if let Some(apart) = pills {
                let (x, y) = (end.0 - 125.0, self.pill_row(layer, (neuron, input), apart));
                let after = [(x - 34.0, y), (x + 34.0, y), (end.0 - 14.0, y), end];
                drawing.curve(from.into_iter().chain(after), stroke);
                self.pill(drawing, (x, y), layer, neuron, input);
            } else if let Some(from) = from {
                drawing.line(from, end, stroke);
            }
        }
        (all - first, all)
    }

    /// Where a pill stands: among those before its neuron, or of many before a single one beside where it comes from.
    fn pill_row(&self, layer: usize, (neuron, input): (usize, usize), apart: f64) -> f64 {
        let (from, to) = (&self.columns[layer], &self.columns[layer + 1]);
        match from[..] {
            [.., before, last] if to.len() == 1 && from.len() > FEW => {
                let below = last.at.1 + (last.at.1 - before.at.1);
                from.get(input).map_or(below, |circle| circle.at.1)
            }
            _ => to[neuron].at.1 + (input as f64 - self.scene.network.layer(layer).inputs as f64 / 2.0) * apart,
        }
    }

    fn pill(&self, drawing: &mut Drawing, (x, y): (f64, f64), layer: usize, neuron: usize, input: usize) {
        let slide = self.slide;
        let edge = self.scene.edge(layer, neuron, input);
        let hue = Rgb::ink(if edge.is_bias { slide.theme.bias } else { slide.theme.weight });
        drawing.boxed((x, y), (84.0, 18.0), 9.0, slide.tint(hue), Stroke::new(hue, 1.2));
        let text = format!("× {}", numbers::fixed(edge.weight, numbers::DECIMALS, 9).trim());
        drawing.text((x, y + 4.0), &text, Type::new(slide.text, 11.5).anchored(Anchor::Middle));
        if input >= self.columns[layer].len() {
            drawing.text((x - 47.0, y + 4.0), "b", Type::new(hue, 11.5).anchored(Anchor::End));
        }
        if let Some(flow) = edge.flow {
            let text = (self.scene.write)(flow, 9);
            let set = Type::new(self.sign(flow), 11.0).anchored(Anchor::Start);
            drawing.text((x + 47.0, y - 3.0), text.trim(), set);
        }
    }

    fn circles(&self, drawing: &mut Drawing, column: usize) {
        let slide = self.slide;
        for (circle, node) in self.columns[column].iter().zip(&self.scene.columns[column]) {
            let hue = Rgb::ink(node.style);
            drawing.circle(circle.at, circle.radius, slide.tint(hue), Stroke::new(hue, 1.6));
            if circle.radius >= NUMBERED {
                self.value(drawing, *circle, node);
            }
            self.name(drawing, column, *circle, node);
        }
        let Some(layer) = column.checked_sub(1) else { return };
        let (circle, node) = (self.columns[column][0], &self.scene.columns[column][0]);
        // The output shows its sum: σ stands behind it.
        let title = if column + 1 == self.columns.len() {
            node.name.clone()
        } else {
            let values = [(layer + 1).to_string(), self.scene.network.layer(layer).activation.name().to_owned()];
            self.app.core.settings.fill(words_of_layers::LAYER, &values)
        };
        let set = Type::new(slide.muted, 12.0).anchored(Anchor::Middle);
        drawing.text((circle.at.0, circle.at.1 - circle.radius - 6.0), &title, set);
    }

    /// The number in a circle; over its name, where a neuron has one.
    fn value(&self, drawing: &mut Drawing, circle: Circle, node: &Node) {
        let value = match &node.value {
            NodeValue::Number(number) | NodeValue::Given(number) => numbers::compact(*number, 7),
            NodeValue::Word(word) => word.clone(),
        };
        // Digits are a little more than half as wide as high.
        let digits = value.chars().count().max(4) as f64;
        let size = (circle.radius * 3.0 / digits).min(13.0);
        let set = Type::new(self.slide.text, size).anchored(Anchor::Middle);
        drawing.text((circle.at.0, circle.at.1 + size * 0.36), &value, set);
    }

    /// An input's name stands on its left, a hidden neuron's in its circle: below its value, or where that has no room,
    /// its number in the layer alone.
    fn name(&self, drawing: &mut Drawing, column: usize, circle: Circle, node: &Node) {
        let (muted, (x, y)) = (self.slide.muted, circle.at);
        if column == 0 {
            let set = Type::new(muted, (2.4 * circle.radius).min(12.0)).anchored(Anchor::End);
            return drawing.text((x - circle.radius - 6.0, y + 4.0), &input_name(node, circle.radius), set);
        }
        if circle.radius < NAMED || column + 1 == self.columns.len() {
            return;
        }
        let middle = |size: f64| Type::new(muted, size).anchored(Anchor::Middle);
        if circle.radius >= NUMBERED {
            drawing.text((x, y + 0.7 * circle.radius), &node.name, middle(0.4 * circle.radius));
        } else {
            let number = node.name.rsplit('.').next().unwrap_or_default();
            drawing.text((x, y + 0.4 * circle.radius), number, middle(circle.radius));
        }
    }

    /// σ with its curve, the arrow, and what comes of it, if there is an answer.
    fn answer(&self, drawing: &mut Drawing) -> bool {
        let slide = self.slide;
        let sum = self.columns[self.columns.len() - 1][0];
        let (x, y) = (sum.at.0 + 65.0, sum.at.1);
        let line = Stroke::new(slide.muted, 1.6);
        drawing.line((sum.at.0 + sum.radius, y), (x - 22.0, y), line);
        let hue = Rgb::ink(slide.theme.activation);
        drawing.boxed((x, y), (44.0, 44.0), 6.0, slide.tint(hue), Stroke::new(hue, 1.6));
        let bend = (-16..=16).map(|step| {
            let height = math::sigmoid(f64::from(step) / 3.0);
            (x + f64::from(step), y + 15.0 - 30.0 * height)
        });
        drawing.curve(bend, Stroke::new(Rgb::ink(slide.theme.curve), 2.0));
        drawing.line((x + 22.0, y), (x + 44.0, y), line);
        drawing.filled([(x + 41.0, y - 5.0), (x + 50.0, y), (x + 41.0, y + 5.0)], slide.muted);
        let x = x + 58.0;
        let NodeValue::Number(z) = self.scene.output().value else { return false };
        let says = z > 0.0;
        let (said, style) =
            if says { (words::SAYS_LIVED, slide.theme.lived) } else { (words::SAYS_DIED, slide.theme.died) };
        let hue = Rgb::ink(style);
        let p = format!("p = {}", numbers::chance(math::sigmoid(z)));
        drawing.text((x, y - 4.0), &p, Type::new(slide.text, 14.0).bold());
        drawing.text((x, y + 15.0), self.app.core.settings.say(said), Type::new(hue, 14.0).bold());
        if let Some(lived) = self.app.core.passenger().survived {
            let was = if lived { words::WAS_LIVED } else { words::WAS_DIED };
            let verdict = if lived == says { words::RIGHT } else { words::WRONG };
            let text = format!("{}: {}", self.app.core.settings.say(was), self.app.core.settings.say(verdict));
            drawing.text((x, y + 34.0), &text, Type::new(slide.muted, 12.0));
        }
        debug_assert!(x < WIDTH);
        true
    }
}
