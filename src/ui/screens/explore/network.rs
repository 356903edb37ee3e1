//! The network with the selected passenger's numbers flowing through it. A network without hidden
//! layers is drawn as the post draws it (`shallow`), any other as a column for each layer (`deep`).

mod deep;
mod flowing;
mod shallow;

pub use deep::fan;

use ratatui::layout::Rect;

use crate::app::{App, ExplorePanel, Panel};
use crate::data::Sex;
use crate::explain::numbers;
use crate::explain::words::{explore, network as words};
use crate::ui::context::Context;
use crate::ui::describe;
use crate::ui::widgets::panel::Panel as Frame;

/// The rows the panel would like, with its borders.
pub fn height(app: &App) -> u16 {
    let network = app.network();
    let rows = if network.depth() == 1 { shallow::height(network.layer(0).inputs) } else { deep::height(network) };
    rows + 2
}

/// The panel's border: whose numbers these are.
pub fn frame<'a>(context: &Context<'a>, area: Rect) -> (Panel, Rect, Frame<'a>) {
    let app = context.app;
    let person = app.passenger();
    let sex = context.say(match person.sex {
        Sex::Male => explore::M,
        Sex::Female => explore::F,
    });
    let age = person.age.map_or(numbers::MISSING.to_owned(), numbers::full);
    let title = if app.network().depth() == 1 {
        context.say(words::TITLE).to_owned()
    } else {
        format!("{} {}", context.say(words::TITLE), describe::shape(app))
    };
    let info = format!("{} {} · {sex} {age}", person.id, person.name);
    (Panel::Explore(ExplorePanel::Network), area, Frame::new(context.theme, title).info(info))
}

/// The picture.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let inner = Frame::inner(area);
    let passenger = flowing::Flowing::of(context.app);
    if context.app.network().depth() == 1 {
        shallow::draw(context, inner, &passenger);
    } else {
        deep::draw(context, inner, &passenger);
    }
}
