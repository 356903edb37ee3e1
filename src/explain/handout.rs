//! A worksheet about a run, to be printed: what is computed by hand, and what the program computed. The same blocks are
//! the sheet, with a blank for whatever is asked, and the page of answers.

use super::names::{self, Names};
use super::numbers::{decimal, full};
use super::prediction::{self, NeuronAccount, Summand};
use super::words::{Language, handout as words};
use super::{people, runs};
use crate::data::{Passenger, RowUse, Sex, THE_POST};
use crate::nn::{Activation, Trace, backward, math};
use crate::training::Run;

/// A part of the sheet, from top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub enum SheetBlock {
    /// What the following parts are about.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A line of given and asked parts.
    Line(Vec<SheetCell>),
    /// The heads of the columns, and the rows.
    Table(Vec<String>, Vec<Vec<SheetCell>>),
    /// A drawing.
    Picture(SheetPicture),
}

/// A part of a line or a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetCell {
    /// Stands on the sheet.
    Given(String),
    /// Is a blank on the sheet and stands with the answers.
    Asked(String),
}

/// A drawing of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetPicture {
    /// The network with the passenger's numbers.
    Network,
    /// The sigmoid.
    Curve,
}

use SheetCell::{Asked, Given};

/// Networks with more products than that before the output are computed by one neuron of each layer.
const MOST_PRODUCTS: usize = 24;
/// Ages below it are those of children, in the task about rules.
const CHILD: f64 = 10.0;

/// Who computes what on the sheet.
struct Worksheet<'a> {
    run: &'a Run,
    language: Language,
    who: usize,
    person: Passenger<'a>,
    trace: &'a Trace,
    /// Whether every hidden neuron is computed, not only the first of its layer.
    is_whole: bool,
}

/// The worksheet about a run and a row of its list; none where the network has no answer for that passenger.
pub fn worksheet(run: &Run, who: usize, language: Language) -> Option<Vec<SheetBlock>> {
    let person = run.list().passenger(who);
    run.logit(run.network(), &person)?;
    let trace = run.network().forward(&run.encoder().encode(&person)?);
    let hidden = run.network().layers().take(run.network().depth() - 1);
    let is_whole = hidden.map(|layer| (layer.inputs + 1) * layer.outputs).sum::<usize>() <= MOST_PRODUCTS;
    let sheet = Worksheet { run, language, who, person, trace: &trace, is_whole };
    let mut blocks = sheet.calculation();
    blocks.extend(sheet.eight_people());
    blocks.extend(sheet.one_step());
    blocks.extend(sheet.rules());
    Some(blocks)
}

impl Worksheet<'_> {
    fn say(&self, word: super::words::Word) -> String {
        self.language.say(word).to_owned()
    }

    fn heads<const N: usize>(&self, words: [super::words::Word; N]) -> Vec<String> {
        words.map(|word| self.say(word)).into()
    }

    fn outcome(&self, lived: bool) -> String {
        self.say(if lived { words::LIVED } else { words::DIED })
    }

    /// The products of every sum, or of as many as a page holds.
    fn calculation(&self) -> Vec<SheetBlock> {
        let network = self.run.network();
        let introduced = people::introduced(self.language, &self.person);
        let made = runs::parts(self.language, self.run).join(", ");
        let count = network.parameters().len().to_string();
        let mut blocks = vec![
            SheetBlock::Heading(self.say(words::CALCULATION)),
            SheetBlock::Text(self.language.fill(words::ABOUT, &[introduced, made, count])),
            SheetBlock::Picture(SheetPicture::Network),
        ];
        let names = Names::new(self.run, self.language);
        let scaled = prediction::scaled(self.run.encoder(), self.trace, |input| names.input(input));
        blocks.extend(scaled.into_iter().map(SheetBlock::Text));
        let accounts = NeuronAccount::all(names, self.trace);
        for layer in 0..network.depth() {
            let of_layer = || accounts.iter().filter(|neuron| neuron.place.0 == layer);
            let (asked, given): (Vec<_>, Vec<_>) =
                of_layer().partition(|neuron| neuron.is_output || self.asks_for(neuron.place.1));
            blocks.extend(asked.into_iter().map(|neuron| self.sum(neuron)));
            if !given.is_empty() {
                let name = |neuron: &&NeuronAccount| names::neuron(network, neuron.place.0, neuron.place.1);
                let told = given.iter().map(|neuron| format!("{} = {}", name(neuron), decimal(neuron.a, 4)));
                let told = told.collect::<Vec<_>>().join(", ");
                blocks.push(SheetBlock::Text(self.language.fill(words::OTHERS, &[told])));
            }
        }
        let table = [-3.0, -2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, 3.0];
        let row = |name: &str, cell: fn(f64) -> String| {
            [name.to_owned()].into_iter().chain(table.map(cell)).map(Given).collect()
        };
        blocks.extend([
            SheetBlock::Picture(SheetPicture::Curve),
            SheetBlock::Text(self.say(words::READ_OFF)),
            SheetBlock::Table(Vec::new(), vec![row("z", full), row("p", |z| decimal(math::sigmoid(z), 4))]),
        ]);
        blocks
    }

    /// Whether a hidden neuron is computed by hand.
    const fn asks_for(&self, neuron: usize) -> bool {
        self.is_whole || neuron == 0
    }

    /// What comes into a layer, with as many decimals as it needs: six of an input at most, four of what was computed.
    fn value(&self, term: &Summand, layer: usize) -> SheetCell {
        let is_computed = layer > 0 && !term.is_bias;
        let unit = if is_computed { 1e4 } else { 1e6 };
        let text = full((term.value * unit).round() / unit);
        if is_computed && self.asks_for(term.input) { Asked(text) } else { Given(text) }
    }

    /// One neuron: its products, their sum, what becomes of it.
    fn sum(&self, neuron: &NeuronAccount) -> SheetBlock {
        let mut rows: Vec<Vec<SheetCell>> = Vec::new();
        for term in &neuron.terms {
            let (value, weight) = (self.value(term, neuron.place.0), Given(decimal(term.weight, 6)));
            rows.push(vec![Given(term.name.clone()), value, weight, Asked(decimal(term.product(), 4))]);
        }
        let mut end = |what: String, value: String| {
            rows.push(vec![Given(what), Given(String::new()), Given(String::new()), Asked(value)]);
        };
        end(self.say(words::SUM), decimal(neuron.z, 4));
        if neuron.is_output {
            end(format!("p = {}", prediction::formula(Activation::Sigmoid)), decimal(neuron.a, 4));
            end(self.say(words::SAYS_RULE), self.outcome(neuron.z > 0.0));
            if let Some(lived) = self.person.survived {
                let truth = [self.say(words::TRUTH), String::new(), String::new(), self.outcome(lived)];
                rows.push(truth.map(Given).into());
            }
        } else {
            end(format!("a = {}", prediction::formula(neuron.activation)), decimal(neuron.a, 4));
        }
        let name = names::neuron(self.run.network(), neuron.place.0, neuron.place.1);
        let mut heads = self.heads([words::FROM, words::VALUE, words::WEIGHT, words::PRODUCT]);
        if !neuron.is_output {
            heads[0] = format!("{name} · {}", heads[0]);
        }
        SheetBlock::Table(heads, rows)
    }

    /// The people of the post's table, or the first of another list.
    fn eight_people(&self) -> Vec<SheetBlock> {
        let (run, list) = (self.run, self.run.list());
        let is_of_post = |person: &Passenger<'_>| THE_POST.contains(&person.id);
        let rows: Vec<usize> = if list.is_embedded() {
            (0..list.len()).filter(|&row| is_of_post(&list.passenger(row))).collect()
        } else {
            (0..list.len().min(8)).collect()
        };
        let by_hand = run.network().depth() == 1 && run.encoder().inputs().len() <= 3;
        let mut right = 0;
        let table: Vec<Vec<SheetCell>> = rows
            .iter()
            .map(|&row| {
                let person = list.passenger(row);
                let logit = run.logit(run.network(), &person);
                let says = logit.map(|z| z > 0.0);
                let is_right = says.filter(|_| person.survived.is_some()).map(|says| Some(says) == person.survived);
                right += u32::from(is_right == Some(true));
                let or_none = |text: Option<String>, asked: bool| match text {
                    Some(text) if asked => Asked(text),
                    Some(text) => Given(text),
                    None => Given("–".to_owned()),
                };
                vec![
                    Given(people::addressed(person.name)),
                    Given(people::short(self.language, &person)),
                    or_none(logit.map(|z| decimal(z, 4)), by_hand || row == self.who),
                    or_none(logit.map(|z| decimal(math::sigmoid(z), 4)), true),
                    or_none(says.map(|says| self.outcome(says)), true),
                    or_none(person.survived.map(|lived| self.outcome(lived)), false),
                    or_none(is_right.map(|is_right| (if is_right { "✓" } else { "✗" }).to_owned()), true),
                ]
            })
            .collect();
        let heads = [words::NAME, words::SEX_AND_AGE, words::Z, words::P, words::SAYS, words::TRUTH, words::RIGHT];
        let of = self.language.fill(words::OF_ALL, &[rows.len().to_string()]);
        vec![
            SheetBlock::Heading(self.say(words::PEOPLE)),
            SheetBlock::Table(self.heads(heads), table),
            SheetBlock::Line(vec![Given(self.say(words::RIGHT_ARE)), Asked(right.to_string()), Given(of)]),
        ]
    }

    /// What this passenger alone would make of the weights into the answer.
    fn one_step(&self) -> Vec<SheetBlock> {
        let Some(lived) = self.person.survived else {
            return Vec::new();
        };
        let network = self.run.network();
        let (loss, y) = (self.run.recipe().loss, f64::from(u8::from(lived)));
        let mut gradient = vec![0.0; network.parameters().len()];
        let deltas = backward(network, self.trace, y, loss, &mut gradient);
        let last = network.depth() - 1;
        let delta = deltas.layers[last][0];
        let rate = self.run.learning_rate();
        let account = NeuronAccount::of(Names::new(self.run, self.language), self.trace, (last, 0));
        let rows = account.terms.iter().map(|term| {
            let slope = delta * term.value;
            let cells = [Given(term.name.clone()), Given(decimal(term.weight, 6)), self.value(term, last)];
            let asked = [Asked(decimal(slope, 4)), Asked(decimal(term.weight - rate * slope, 6))];
            cells.into_iter().chain(asked).collect()
        });
        let heads = [words::FROM, words::WEIGHT_NOW, words::VALUE, words::GRADIENT, words::WEIGHT_NEW];
        let told = |word, value: f64| SheetBlock::Line(vec![Given(self.say(word)), Asked(decimal(value, 4))]);
        let y = y.to_string();
        vec![
            SheetBlock::Heading(self.say(words::ONE_STEP)),
            SheetBlock::Text(self.language.fill(words::STEP_ALONE, &[y, crate::training::recipe::number(rate)])),
            told(words::loss(loss), loss.from_logit(self.trace.logit(), f64::from(u8::from(lived)))),
            told(words::delta(loss), delta),
            SheetBlock::Table(self.heads(heads), rows.collect()),
        ]
    }

    /// Rules without a network: chosen by the training rows, counted on the test rows.
    fn rules(&self) -> Vec<SheetBlock> {
        let mut groups: Vec<RuleCount> = Vec::new();
        let split = self.run.split();
        for (row, person) in self.run.list().passengers().enumerate() {
            let Some(lived) = person.survived else { continue };
            let group = RuleGroup::of(&person);
            let at = groups.binary_search_by_key(&group, |counted| counted.group).unwrap_or_else(|at| {
                groups.insert(at, RuleCount { group, train: [0; 2], test: [0; 2] });
                at
            });
            let part = match split.is_for(row) {
                RowUse::Training => &mut groups[at].train,
                RowUse::Testing => &mut groups[at].test,
                RowUse::HeldOut => continue,
            };
            part[usize::from(lived)] += 1;
        }
        let women = |group: &&RuleCount| matches!(group.group, RuleGroup::Women(_));
        let women_lived: u32 = groups.iter().filter(women).map(|group| group.test[1]).sum();
        let men_died: u32 = groups.iter().filter(|group| !women(group)).map(|group| group.test[0]).sum();
        let all: u32 = groups.iter().flat_map(|group| group.test).sum();
        if all == 0 {
            return Vec::new();
        }
        let (mut best, mut rows) = (0, Vec::new());
        for RuleCount { group, train: [died, lived], test } in &groups {
            let rule = lived > died;
            let right = test[usize::from(rule)];
            best += right;
            let counts = |[died, lived]: [u32; 2]| [lived, died].map(|count| Given(count.to_string()));
            let mut cells = vec![Given(group.name(self.language))];
            cells.extend(counts([*died, *lived]));
            cells.push(Asked(self.outcome(rule)));
            cells.extend(counts(*test));
            cells.push(Asked(right.to_string()));
            rows.push(cells);
        }
        let heads = [
            words::GROUP,
            words::TRAIN_LIVED,
            words::TRAIN_DIED,
            words::YOUR_RULE,
            words::TEST_LIVED,
            words::TEST_DIED,
            words::RIGHT_ON_TEST,
        ];
        let of = self.language.fill(words::OF_ALL, &[all.to_string()]);
        let rule = women_lived + men_died;
        let network = self.run.metrics().test;
        let (rule, told) = (rule.to_string(), [network.correct.to_string(), network.total.to_string()]);
        vec![
            SheetBlock::Heading(self.language.fill(words::BEAT, &[&rule])),
            SheetBlock::Text(self.say(words::RULES)),
            SheetBlock::Line(vec![
                Given(self.say(words::WOMEN_LIVE)),
                Asked(women_lived.to_string()),
                Given(" + ".to_owned()),
                Asked(men_died.to_string()),
                Given(format!(" = {rule}{of}")),
            ]),
            SheetBlock::Table(self.heads(heads), rows),
            SheetBlock::Line(vec![Given(self.say(words::YOURS)), Asked(best.to_string()), Given(of)]),
            SheetBlock::Text(self.language.fill(words::NETWORK_HAS, &told)),
            SheetBlock::Text(self.language.fill(words::BY_HAND, &[rule])),
        ]
    }
}

/// Whom a rule speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum RuleGroup {
    /// Women and girls by class, 0 where the list does not say it.
    Women(u8),
    /// Boys below ten.
    Boys,
    /// All other men.
    Men,
}

/// How many of them died and lived.
struct RuleCount {
    group: RuleGroup,
    train: [u32; 2],
    test: [u32; 2],
}

impl RuleGroup {
    fn of(person: &Passenger<'_>) -> Self {
        match person.sex {
            Sex::Female => Self::Women(person.class.unwrap_or(0)),
            Sex::Male if person.age.is_some_and(|age| age < CHILD) => Self::Boys,
            Sex::Male => Self::Men,
        }
    }

    fn name(self, language: Language) -> String {
        match self {
            Self::Women(0) => language.say(words::WOMEN).to_owned(),
            Self::Women(class) => language.fill(words::WOMEN_OF, &[class.to_string()]),
            Self::Boys => language.fill(words::BOYS, &[CHILD.to_string()]),
            Self::Men => language.say(words::MEN).to_owned(),
        }
    }
}
