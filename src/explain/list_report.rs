//! What was found in the file of a list, in lines: how it is written, what was taken for what, what is missing; and
//! which of its rows train and test.

use super::words::{Language, Message, Word, list as words, recipe};
use crate::analysis::likeness::{Compared, Unlike};
use crate::data::{ListReport, Passenger, PassengerList, RawColumn, escape};
use crate::training::{Run, SplitRule};

/// The lines, for the program and for the command line.
pub fn lines(language: Language, list: &PassengerList) -> Vec<String> {
    let report = list.report();
    let between = match report.delimiter {
        ';' => words::SEMICOLONS,
        '\t' => words::TABS,
        '|' => words::BARS,
        _ => words::COMMAS,
    };
    let mut how = vec![language.say(between).to_owned(), report.encoding.to_owned()];
    how.extend(report.packing.map(|packing| packing.name().to_owned()));
    let (source, people) = (escape(list.source()).into_owned(), list.len().to_string());
    let mut lines = vec![language.fill(words::FOUND, &[source, people, how.join(", ")])];
    let mut add = |word, parts: Vec<String>| {
        if !parts.is_empty() {
            lines.push(language.fill(word, &[escape(&parts.join(", "))]));
        }
    };
    let taken = report.taken.iter().map(|(column, name)| match column.header() {
        own if own.eq_ignore_ascii_case(name) => own.to_owned(),
        own => format!("{own} ← {name}"),
    });
    add(words::TAKEN, taken.collect());
    let known = RawColumn::ALL.iter().filter(|column| !list.has(**column)).map(|column| column.header().to_owned());
    add(words::ABSENT, known.collect());
    add(words::IGNORED, report.ignored.iter().filter(|name| !name.is_empty()).cloned().collect());
    let word = |(column, word, to): &(RawColumn, String, &str)| format!("{} {word} = {to}", column.header());
    add(words::TRANSLATED, report.translated.iter().map(word).collect());
    add(words::LACKING, missing(list));
    if report.empty_rows > 0 {
        add(words::EMPTY_ROWS, vec![report.empty_rows.to_string()]);
    }
    lines.extend(skipped(language, report));
    lines
}

/// Which rows train and which test the network of a run.
pub fn split(language: Language, run: &Run) -> String {
    let (split, recipe) = (run.split(), run.recipe());
    let held_out = split.held_out();
    let training = split.train_rows() + held_out;
    let [training, test, held_out_rows] =
        [training, run.list().len() - training, held_out].map(|rows| rows.to_string());
    let said = if recipe.split == SplitRule::First {
        language.fill(words::SPLIT_FIRST, &[training, test])
    } else {
        let rule = language.say(recipe::split(recipe.split)).to_owned();
        language.fill(words::SPLIT_DRAWN, &[training, test, rule, recipe.seed.to_string()])
    };
    if held_out == 0 { said } else { said + &language.fill(words::SPLIT_HELD_OUT, &[held_out_rows]) }
}

/// In what the parts of a split differ, as a sentence that goes on with what to do.
pub fn unlike(of: &Unlike, remedy: Word) -> Message {
    let (word, values) = kind(of, (words::UNLIKE_LIVED, words::UNLIKE_CLASS));
    Message::plain(remedy).at(Message::of(word, values))
}

/// One of these texts, and the values for it: both shares, and the class.
pub fn kind(of: &Unlike, (lived, class): (Word, Word)) -> (Word, Vec<String>) {
    let mut values = [of.train, of.test].map(|share| format!("{:.0} %", 100.0 * share)).to_vec();
    match of.kind {
        Compared::Lived => (lived, values),
        Compared::Class(number) => {
            values.push(number.to_string());
            (class, values)
        }
    }
}

/// What was passed over because it could not be read: how many rows, and the first of them; nothing where all could be.
pub fn skipped(language: Language, report: &ListReport) -> Vec<String> {
    if report.skipped == 0 {
        return Vec::new();
    }
    let count = language.fill(words::SKIPPED, &[report.skipped.to_string()]);
    std::iter::once(count).chain(report.told.iter().map(|why| language.translated(&escape(why)))).collect()
}

/// How many values each column lacks that the file has.
fn missing(list: &PassengerList) -> Vec<String> {
    type Lacks = fn(&Passenger<'_>) -> bool;
    let columns: [(RawColumn, Lacks); 8] = [
        (RawColumn::Survived, |person| person.survived.is_none()),
        (RawColumn::Pclass, |person| person.class.is_none()),
        (RawColumn::Age, |person| person.age.is_none()),
        (RawColumn::SibSp, |person| person.siblings_spouses.is_none()),
        (RawColumn::Parch, |person| person.parents_children.is_none()),
        (RawColumn::Fare, |person| person.fare.is_none()),
        (RawColumn::Cabin, |person| person.cabin.is_none()),
        (RawColumn::Embarked, |person| person.port.is_none()),
    ];
    let counted = columns.into_iter().filter(|(column, _)| list.has(*column)).map(|(column, lacks)| {
        let count = list.passengers().filter(lacks).count();
        (count > 0).then(|| format!("{} {count}", column.header()))
    });
    counted.flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Labels;

    /// Who gives a list in another form must see what was made of it.
    #[test]
    fn what_was_found_is_told() {
        let text = "sep=;\nGender;Alive;Age;who\nf;yes;38,5;x\nm;no;;y\n;;;\n";
        let list = PassengerList::read("list.csv", text.as_bytes(), Labels::Required).unwrap();
        assert_eq!(
            lines(Language::English, &list),
            [
                "list.csv: 2 people; semicolons between fields, UTF-8",
                "taken: Sex ← Gender, Survived ← Alive, Age",
                "not there: PassengerId, Pclass, Name, SibSp, Parch, Ticket, Fare, Cabin, Embarked",
                "not looked at: who",
                "read as: Survived no = 0, Survived yes = 1, Sex f = female, Sex m = male",
                "missing: Age 1",
                "empty rows passed over: 1",
            ]
        );
    }
}
