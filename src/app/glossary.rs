//! The words of the program: what each means, and its formula with the numbers that are on the screen. They stand in
//! `data/glossary.toml`, with the places where each is looked up.

use std::sync::LazyLock;

use serde::Deserialize;
use toml::Spanned;

use crate::app::core::pointer::Spot;
use crate::app::phrase::{Phrase, RawText, Said, Wrong};
use crate::app::{App, ExplorePanel, RecipePanel};

/// A word.
#[derive(Debug)]
pub struct GlossaryTerm {
    /// The word itself.
    pub title: Said,
    /// What it means, in two sentences.
    pub text: Said,
    formula: Option<Phrase>,
    at: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTerm {
    at: Vec<String>,
    title: RawText,
    text: RawText,
    formula: Option<String>,
}

#[derive(Deserialize)]
struct RawGlossary {
    term: Vec<Spanned<RawTerm>>,
}

static TERMS: LazyLock<Vec<GlossaryTerm>> = LazyLock::new(|| {
    let raw: RawGlossary = toml::from_str(include_str!("../../data/glossary.toml")).expect("a test reads it");
    raw.term.into_iter().map(read).collect::<Result<_, _>>().expect("a test reads it")
});

fn read(raw: Spanned<RawTerm>) -> Result<GlossaryTerm, Wrong> {
    let at = raw.span().start;
    let raw = raw.into_inner();
    let formula = raw.formula.map(|formula| Phrase::read(&formula)).transpose().map_err(|name| (at, name))?;
    Ok(GlossaryTerm { title: Said::read(raw.title, at)?, text: Said::read(raw.text, at)?, formula, at: raw.at })
}

/// All of them, from what goes in to what comes of it.
pub fn terms() -> &'static [GlossaryTerm] {
    &TERMS
}

impl GlossaryTerm {
    /// Its formula, where the network on the screen has all of its numbers, they are those of the selected passenger and
    /// not of a person made up, and none is kept from a class.
    pub fn formula(&self, app: &App) -> Option<String> {
        let is_another = app.popups.shows_what_if() || app.core.hides_answer(app.core.who);
        self.formula.as_ref().filter(|_| !is_another)?.whole(app)
    }

    /// Whether it is the word for a place: a panel, what is pointed at, a line of the recipe.
    fn is_at(&self, place: &str) -> bool {
        self.at.iter().any(|at| at == place)
    }
}

/// The word for where the user is.
pub fn here(app: &App) -> usize {
    let place = place(app);
    TERMS.iter().position(|term| term.is_at(&place)).unwrap_or(0)
}

fn place(app: &App) -> String {
    let panel = app.core.focus();
    if panel == ExplorePanel::Network.into() {
        pointed(app)
    } else if panel == ExplorePanel::Curve.into() {
        <&str>::from(app.screens.explore.curve.function).to_owned()
    } else if panel == RecipePanel::Recipe.into() {
        format!("recipe.{}", <&str>::from(app.screens.recipe.line))
    } else {
        panel.key()
    }
}

fn pointed(app: &App) -> String {
    let network = app.core.network();
    let spot = app.core.spot();
    let place = match spot {
        Spot::Input(_) => "input",
        Spot::Weight { layer, input, .. } if input == network.layer(layer).inputs => "bias",
        Spot::Weight { .. } => "weight",
        Spot::Product { .. } => "product",
        Spot::Sum { .. } => "sum",
        Spot::Activation { layer, .. } => return <&str>::from(network.layer(layer).activation).to_owned(),
        Spot::Verdict => "verdict",
    };
    format!("pointer.{place}")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::app::commands::switch;
    use crate::app::{Panel, Screen, Settings};
    use crate::data::PassengerList;
    use crate::explain::numbers;
    use crate::nn::{Activation, Loss, OptimizerKind};
    use crate::training::{Preset, Setting};
    use strum::VariantArray as _;

    #[test]
    fn every_place_has_a_word_and_every_word_every_language() {
        let panels = Screen::ALL.iter().flat_map(|screen| screen.panels()).map(Panel::key);
        let settings = Setting::ALL.iter().map(|&setting| format!("recipe.{}", <&str>::from(setting)));
        let pointer = ["input", "weight", "bias", "product", "sum", "verdict"].map(|place| format!("pointer.{place}"));
        let functions = Activation::VARIANTS.iter().map(|&function| <&str>::from(function).to_owned());
        let losses = Loss::VARIANTS.iter().map(|&loss| <&str>::from(loss).to_owned());
        let optimizers = OptimizerKind::VARIANTS.iter().map(|&optimizer| <&str>::from(optimizer).to_owned());
        let places = panels.chain(settings).chain(pointer).chain(functions).chain(losses).chain(optimizers);
        let places: Vec<String> = places.collect();
        for place in &places {
            assert_eq!(terms().iter().filter(|term| term.is_at(place)).count(), 1, "{place}");
        }
        let all = terms().iter().flat_map(|term| &term.at);
        assert_eq!(all.filter(|at| !places.contains(at)).collect::<Vec<_>>(), [""; 0], "nobody is ever there");
        assert!(terms().iter().all(|term| term.title.is_complete() && term.text.is_complete()));
    }

    /// In whatever network, what is pointed at has its numbers beside its word, and they are those of the diagram.
    #[test]
    fn a_place_of_any_network_has_its_word_with_its_numbers() {
        for &preset in Preset::ALL {
            let mut app = App::new(Arc::new(PassengerList::embedded()), Settings::default());
            switch::start_preset(&mut app.core, preset);
            app.core.set_focus(ExplorePanel::Network);
            let network = app.core.network().clone();
            let layers = 0..network.depth();
            let mut spots = vec![Spot::Input(0), Spot::Verdict];
            spots.extend(layers.flat_map(|layer| {
                let neuron = network.layer(layer).outputs - 1;
                let ends = [0, network.layer(layer).inputs].into_iter();
                let lines = ends.flat_map(move |input| {
                    [Spot::Weight { layer, neuron, input }, Spot::Product { layer, neuron, input }]
                });
                lines.chain([Spot::Sum { layer, neuron }, Spot::Activation { layer, neuron }])
            }));
            for spot in spots {
                app.core.spot = spot;
                let formula = terms()[here(&app)].formula(&app).unwrap_or_else(|| panic!("{preset:?}: {spot:?}"));
                let trace = app.core.trace().unwrap();
                if let Spot::Sum { layer, neuron } = spot {
                    let z = numbers::decimal(trace.layers[layer].z[neuron], 6);
                    assert!(formula.ends_with(z.trim()), "{preset:?}: {formula}, {z}");
                }
            }
        }
    }

    /// What a glossary of machine learning would have. Those that a screen uses stand in ours.
    const OF_THE_FIELD: &[&str] = &[
        "accuracy",
        "activation",
        "Adam",
        "AdamW",
        "AUC",
        "backpropagation",
        "baseline",
        "batch",
        "bias",
        "calibration",
        "chain rule",
        "condition number",
        "confusion",
        "cross-entropy",
        "cross-validation",
        "dead",
        "decision boundary",
        "derivative",
        "early stopping",
        "epoch",
        "feature",
        "fold",
        "gradient",
        "gradient descent",
        "hidden layer",
        "importance",
        "initial weights",
        "input",
        "L1",
        "L2",
        "learning rate",
        "logit",
        "log-odds",
        "loss",
        "McNemar",
        "momentum",
        "neuron",
        "odds ratio",
        "one-hot",
        "optimiser",
        "output",
        "over-fit",
        "parameter",
        "permutation",
        "plateau",
        "precision",
        "probability",
        "product",
        "ravine",
        "recall",
        "regularisation",
        "ReLU",
        "residual",
        "RMSprop",
        "ROC",
        "saturated",
        "sd",
        "sigmoid",
        "softmax",
        "squared error",
        "standard deviation",
        "standardise",
        "stratified",
        "tanh",
        "test rows",
        "threshold",
        "training rows",
        "under-fit",
        "validation",
        "variance",
        "weight",
        "weight decay",
        "Wilson",
    ];

    #[test]
    fn every_term_of_the_field_that_a_screen_uses_is_explained() {
        let screens = include_str!("../../lang/en.toml").to_lowercase();
        let glossary = include_str!("../../data/glossary.toml").to_lowercase();
        let is_used = |term: &str| {
            let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            screens.match_indices(term).any(|(at, _)| {
                let after = screens[at + term.len()..].trim_start_matches('s');
                apart(screens[..at].chars().next_back()) && apart(after.chars().next())
            })
        };
        let terms = OF_THE_FIELD.iter().map(|term| term.to_lowercase());
        let missing: Vec<_> = terms.filter(|term| is_used(term) && !glossary.contains(term.as_str())).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
