//! The settings of a recipe as flags, under the names of recipe files with hyphens for underscores.

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches};

use crate::training::{RecipePatch, Setting};

impl Args for RecipePatch {
    fn augment_args(command: Command) -> Command {
        command.args(Setting::IN_FILES.iter().copied().map(flag))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for RecipePatch {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let mut patch = Self::default();
        patch.update_from_arg_matches(matches)?;
        Ok(patch)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        for &setting in Setting::ALL {
            if let Some(parts) = matches.get_many::<String>(setting.key()) {
                let text = parts.map(String::as_str).collect::<Vec<_>>().join(",");
                let said = setting.read(&text).map_err(|wrong| Error::raw(ErrorKind::ValueValidation, wrong))?;
                *self = said.over(std::mem::take(self));
            }
        }
        Ok(())
    }
}

/// A setting as a flag: how it takes its value, what that is called, and what the setting is.
fn flag(setting: Setting) -> Arg {
    let one: fn(Arg) -> Arg = |arg| arg;
    let (takes, value, help): (fn(Arg) -> Arg, _, _) = match setting {
        Setting::Features => (many, "A,B,…", "What the network is shown, such as age,sex,pclass"),
        Setting::MissingAge => (one, "POLICY", "A missing age: mean, median, died (counted as such) or drop"),
        Setting::Scaling => (one, "SCALING", "none or standard"),
        Setting::TrainRows => (one, "ROWS", "How many rows are for training"),
        Setting::Split => (one, "RULE", "Which rows these are: first, shuffled or stratified, both by the seed"),
        Setting::Hidden => (one, "N,M,…", "Widths of the hidden layers, such as 16,16, or none"),
        Setting::Activation => (one, "NAME", "relu, leaky-relu, tanh, sigmoid or linear"),
        Setting::Init => (one, "NAME", "First weights: zeros, he, glorot, he-uniform or glorot-uniform"),
        Setting::Seed => (one, "N", "The seed of all chance"),
        Setting::Loss => (one, "NAME", "cross-entropy or squared-error"),
        Setting::Optimizer => (one, "NAME", "gd, rmsprop, adam or adamw"),
        Setting::Momentum => (signed, "MU", "Momentum of gd"),
        Setting::Nesterov => (switch, "true|false", "Let momentum look ahead"),
        Setting::WeightDecay => (signed, "LAMBDA", "How fast adamw lets weights decay"),
        Setting::LearningRate => (signed, "RATE", "The size of steps"),
        Setting::Batch => (one, "ROWS", "Rows in one step: full or a number"),
        Setting::Shuffle => (switch, "true|false", "Take the rows in a new order each epoch"),
        Setting::L1 => (signed, "LAMBDA", "L1 regularisation of the weights"),
        Setting::L2 => (signed, "LAMBDA", "L2 regularisation of the weights"),
        Setting::Stop => (one, "RULE", "When training stops by itself: never, converged or plateau"),
        Setting::Patience => (one, "N", "Stop on a plateau after N epochs without a new least loss"),
        Setting::HeldOut => (one, "SHARE", "Training rows held out to tell when to stop: none, 10%, 20% or 30%"),
    };
    let read = move |text: &str| setting.read(text).map(|_| text.to_owned());
    let arg = Arg::new(setting.key()).long(setting.flag()).value_name(value).value_parser(read).help(help);
    takes(arg.help_heading("Recipe"))
}

/// Several values with commas between them, each of them checked and told of alone.
fn many(arg: Arg) -> Arg {
    arg.value_delimiter(',').action(ArgAction::Append)
}

/// A number whose sign is no hyphen of a flag, so that it is told what is wrong with it.
fn signed(arg: Arg) -> Arg {
    arg.allow_negative_numbers(true)
}

/// On without a value.
fn switch(arg: Arg) -> Arg {
    let arg = arg.value_parser(PossibleValuesParser::new(["true", "false"])).hide_possible_values(true);
    arg.num_args(0..=1).require_equals(true).default_missing_value("true")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::screens::recipe::typed;
    use crate::data::PassengerList;
    use crate::nn::{Activation, Init, Loss, OptimizerKind};
    use crate::training::{Batch, Feature, HeldOut, MissingAge, Recipe, Scaling, SplitRule, StopRule};

    #[test]
    fn a_setting_is_the_same_as_a_flag_in_a_file_and_typed_into_the_form() {
        let list = PassengerList::embedded();
        let other = Recipe {
            features: vec![Feature::Age, Feature::FamilySize],
            missing_age: MissingAge::Median,
            scaling: Scaling::Standard,
            hidden: vec![4, 3],
            activation: Activation::LeakyRelu,
            init: Some(Init::GlorotUniform),
            seed: 7,
            loss: Loss::SquaredError,
            optimizer: OptimizerKind::Adamw,
            learning_rate: 0.25,
            momentum: 0.9,
            nesterov: true,
            weight_decay: Some(0.1),
            batch: Batch::Rows(32),
            shuffle: true,
            l1: 1e-7,
            l2: 0.5,
            train_rows: Some(500),
            split: SplitRule::Stratified,
            stop: StopRule::Plateau,
            patience: 30,
            held_out: HeldOut::Fifth,
        };
        for &setting in Setting::ALL {
            // Momentum and weight decay never go together.
            let momentum = Recipe { momentum: 0.5, ..Recipe::default() };
            let adamw = Recipe { optimizer: OptimizerKind::Adamw, ..Recipe::default() };
            let base = if setting == Setting::WeightDecay { adamw } else { momentum };
            let mut wanted = base.clone();
            setting.copy(&other, &mut wanted);
            assert_ne!(wanted, base, "{setting:?} is not copied");
            let text = setting.text(&wanted);
            let arguments = ["program".to_owned(), format!("--{}={text}", setting.flag())];
            let matches = RecipePatch::augment_args(Command::new("program")).try_get_matches_from(arguments).unwrap();
            let flagged = RecipePatch::from_arg_matches(&matches).unwrap();
            assert!(flagged.names(setting));
            let file = toml::to_string(&flagged).unwrap();
            assert!(file.starts_with(&format!("{} = ", setting.key())), "{file}");
            assert_eq!(setting.flag(), setting.key().replace('_', "-"));
            let read = RecipePatch::from_toml(&file).unwrap();
            assert_eq!(Recipe::from(read.over(base.clone().into())), wanted, "--{}={text}: {file}", setting.flag());
            assert_eq!(typed::read(setting, &text, &base, &list).unwrap(), wanted, "{setting:?}");
        }
    }
}
