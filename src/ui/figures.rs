//! Drawings to take along: the network, curves, beliefs, landscape and ROC as vector shapes on a
//! slide of 960 × 540, made from the same state as the screen. Not a picture of the screen: that is
//! `ui::picture`.

mod belief_map;
mod beliefs;
mod canvas;
mod chart;

mod curve;
mod drawing;
mod free_words;
mod history;
mod landscape;
mod network;
mod roc;
mod surface;
mod thinned;

use crate::app::figure::Figure;
use crate::app::{App, ThemeName};
use crate::explain::numbers;
use crate::ui::describe;
use crate::ui::theme::{Ramp, Rgb, Theme};
use drawing::{Drawing, Type};

/// The colours of a drawing: those of a true-colour theme, for a slide knows no terminal.
#[derive(Debug)]
struct Slide {
    theme: Theme,
    ground: Rgb,
    text: Rgb,
    muted: Rgb,
    /// Lines that must hardly be seen.
    faint: Rgb,
}

impl Slide {
    /// For a dark slide where the screen's theme is dark, else for a light one.
    fn of(theme: ThemeName) -> Self {
        let theme = Theme::of(match theme {
            ThemeName::Dark => ThemeName::Dark,
            ThemeName::Contrast => ThemeName::Contrast,
            ThemeName::Terminal | ThemeName::Light | ThemeName::Mono => ThemeName::Light,
        });
        let ground = theme.base.bg.expect("true-colour themes paint their ground");
        let ground = Rgb::of(ground);
        Self {
            ground,
            text: Rgb::ink(theme.text),
            muted: Rgb::ink(theme.muted),
            faint: ground.towards(Rgb::ink(theme.muted), 0.25),
            theme,
        }
    }

    /// The colour of a number of a field.
    fn field(&self, ramp: Ramp, share: f64) -> Rgb {
        self.theme.heat.color(ramp, share).unwrap_or(self.muted)
    }

    /// A hue of the theme, thinned to a ground that words can be read on.
    fn tint(&self, hue: Rgb) -> Rgb {
        self.ground.towards(hue, 0.15)
    }
}

/// The drawing as a complete SVG document.
pub fn svg(app: &App, figure: Figure) -> String {
    let slide = Slide::of(app.core.settings.theme);
    match figure {
        Figure::Network => network::draw(app, &slide),
        Figure::Curve => curve::draw(app, &slide),
        Figure::Loss | Figure::Accuracy => history::draw(app, &slide, figure),
        Figure::Roc => roc::draw(app, &slide),
        Figure::Beliefs => beliefs::draw(app, &slide),
        Figure::Landscape => landscape::draw(app, &slide),
    }
}

/// A sheet with its headline: what it shows, and of which run at which epoch.
fn sheet(app: &App, slide: &Slide, title: &str) -> Drawing {
    let mut drawing = Drawing::new(slide.ground, title);
    drawing.text((40.0, 42.0), title, Type::new(slide.text, 22.0).bold());
    let epoch = app.core.settings.say(crate::explain::words::figures::EPOCH);
    let run = format!("{} · {epoch} {}", describe::run(app), numbers::whole(app.core.run().epoch()));
    drawing.text((40.0, 66.0), &run, Type::new(slide.muted, 14.0));
    drawing
}
