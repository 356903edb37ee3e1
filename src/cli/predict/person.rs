//! A person made up of flags, and what a network is shown of them where flags are missing.

use clap::Args;

use crate::cli::figures;
use crate::data::{Passenger, Port, RawColumn, Sex};
use crate::training::{Input, MissingAge, Run, Standing};

/// Who it is; what is not given is the age by the model's policy, else the mean of the training rows.
#[derive(Debug, Args)]
#[group(id = "person", multiple = true)]
#[command(next_help_heading = "Person")]
pub struct PersonFlags {
    /// Age in years
    #[arg(long, value_name = "YEARS", allow_negative_numbers = true, value_parser = age)]
    age: Option<f64>,
    /// male or female
    #[arg(long, value_name = "SEX", value_parser = sex)]
    sex: Option<Sex>,
    /// Class of the ticket, 1 to 3
    #[arg(long, value_name = "CLASS", value_parser = clap::value_parser!(u8).range(1..=3))]
    pclass: Option<u8>,
    /// Siblings and spouses aboard
    #[arg(long, value_name = "N")]
    sibsp: Option<u32>,
    /// Parents and children aboard
    #[arg(long, value_name = "N")]
    parch: Option<u32>,
    /// Price of the ticket in pounds
    #[arg(long, value_name = "POUNDS", allow_negative_numbers = true, value_parser = fare)]
    fare: Option<f64>,
    /// Port: S, C or Q
    #[arg(long, value_name = "PORT", value_parser = port)]
    embarked: Option<Port>,
    /// Name as the list writes it: "Surname, Title. First names"
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Cabin
    #[arg(long, value_name = "CABIN")]
    cabin: Option<String>,
}

impl PersonFlags {
    /// Whether no flag says anything about anyone.
    pub fn is_empty(&self) -> bool {
        self.age.is_none() && COLUMNS.into_iter().all(|(column, _)| !self.has(column))
    }

    fn has(&self, column: RawColumn) -> bool {
        match column {
            RawColumn::Age => self.age.is_some(),
            RawColumn::Sex => self.sex.is_some(),
            RawColumn::Pclass => self.pclass.is_some(),
            RawColumn::SibSp => self.sibsp.is_some(),
            RawColumn::Parch => self.parch.is_some(),
            RawColumn::Fare => self.fare.is_some(),
            RawColumn::Embarked => self.embarked.is_some(),
            RawColumn::Name => self.name.is_some(),
            RawColumn::Cabin => self.cabin.is_some(),
            RawColumn::PassengerId | RawColumn::Survived | RawColumn::Ticket => false,
        }
    }

    fn passenger(&self) -> Passenger<'_> {
        Passenger {
            id: 0,
            survived: None,
            class: self.pclass,
            name: self.name.as_deref().unwrap_or_default(),
            // Where it is not given, no input is taken from it.
            sex: self.sex.unwrap_or(Sex::Male),
            age: self.age,
            siblings_spouses: self.sibsp,
            parents_children: self.parch,
            ticket: "",
            fare: self.fare,
            cabin: self.cabin.as_deref(),
            port: self.embarked,
        }
    }
}

/// The columns that flags speak of, besides the age, with the flags' names.
const COLUMNS: [(RawColumn, &str); 8] = [
    (RawColumn::Sex, "sex"),
    (RawColumn::Pclass, "pclass"),
    (RawColumn::SibSp, "sibsp"),
    (RawColumn::Parch, "parch"),
    (RawColumn::Fare, "fare"),
    (RawColumn::Embarked, "embarked"),
    (RawColumn::Name, "name"),
    (RawColumn::Cabin, "cabin"),
];

/// The person as one run's network sees them.
pub struct Asked {
    /// What becomes of them under the recipe.
    pub standing: Standing,
    /// The inputs before scaling, in the network's order; none what is not known.
    pub raw: Vec<Option<f64>>,
    /// The inputs as the network is shown them.
    pub shown: Vec<Option<f64>>,
    /// What was assumed, and what was given in vain.
    pub remarks: Vec<String>,
}

impl Asked {
    /// Puts flags before a run's encoder.
    pub fn new(flags: &PersonFlags, run: &Run) -> Self {
        let passenger = flags.passenger();
        let inputs = run.encoder().inputs();
        let raw: Vec<_> = inputs.iter().map(|input| raw(input, flags, &passenger)).collect();
        let shown = inputs.iter().zip(&raw).map(|(input, raw)| raw.map(|raw| input.scaled(raw)));
        let shown = shown.collect();
        let remarks = remarks(flags, run, &raw);
        Self { standing: run.encoder().standing(&passenger), raw, shown, remarks }
    }

    /// What the network is shown, when everything is known.
    pub fn inputs(&self) -> Option<Vec<f64>> {
        self.shown.iter().copied().collect()
    }
}

fn raw(input: &Input, flags: &PersonFlags, passenger: &Passenger<'_>) -> Option<f64> {
    let columns = input.feature.columns();
    let assumed = columns.iter().any(|&column| column != RawColumn::Age && !flags.has(column));
    // A quantity that is missing is filled as in the list; a choice that is missing is no choice at all.
    let is_filled = input.fill.is_some() && !columns.contains(&RawColumn::Sex);
    if assumed && !is_filled { Some(input.mean) } else { input.raw(passenger) }
}

fn remarks(flags: &PersonFlags, run: &Run, raw: &[Option<f64>]) -> Vec<String> {
    let inputs = run.encoder().inputs();
    let uses = |column| inputs.iter().any(|input| input.feature.columns().contains(&column));
    let mut remarks = Vec::new();
    if flags.age.is_none() && inputs.iter().any(|input| input.feature.needs_age()) {
        let fill = inputs.iter().find(|input| input.feature.needs_age()).and_then(|input| input.fill);
        remarks.push(match (run.encoder().missing_age(), fill) {
            (policy @ (MissingAge::Mean | MissingAge::Median), Some(fill)) => {
                let years = figures::decimals(fill);
                format!("no --age: the {} of the training rows, {years}, is used", policy.name())
            }
            (MissingAge::Drop, _) => "no --age: the model leaves such people out".to_owned(),
            _ => "no --age: the model counts such people as died".to_owned(),
        });
    }
    for (column, name) in COLUMNS {
        if uses(column) && !flags.has(column) {
            let means: Vec<_> = inputs
                .iter()
                .zip(raw)
                .filter(|(input, _)| input.feature.columns().contains(&column))
                .filter_map(|(input, raw)| raw.map(|raw| (input.name(), raw)))
                .map(|(input, raw)| format!("{input} {}", figures::decimals(raw)))
                .collect();
            let means = means.join(", ");
            remarks.push(format!("no --{name}: the mean of the training rows is used ({means})"));
        } else if flags.has(column) && !uses(column) {
            remarks.push(format!("the model does not look at --{name}"));
        }
    }
    remarks
}

fn age(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(age) if (0.0..=150.0).contains(&age) => Ok(age),
        _ => Err("an age is a number from 0 to 150".to_owned()),
    }
}

fn fare(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(fare) if fare.is_finite() && fare >= 0.0 => Ok(fare),
        _ => Err("a fare is a number, 0 or more".to_owned()),
    }
}

fn sex(text: &str) -> Result<Sex, String> {
    Sex::parse(text).ok_or_else(|| "expected male or female".to_owned())
}

fn port(text: &str) -> Result<Port, String> {
    Port::parse(text).ok_or_else(|| "expected S, C or Q".to_owned())
}
