//! People in words: how they are addressed, their sex and age, what became of them.

use super::numbers;
use super::words::{Language, Word, beliefs, explore, people};
use crate::data::Passenger;

/// Title and family name, `Mr. Braund`; of a name in another form all of it.
pub fn addressed(name: &str) -> String {
    let Some((family, rest)) = name.split_once(',') else {
        return name.to_owned();
    };
    match rest.trim_start().split_once('.') {
        Some((title, _)) => format!("{title}. {family}"),
        None => name.to_owned(),
    }
}

/// The family name.
pub fn surname(name: &str) -> &str {
    name.split_once(", ").map_or(name, |(surname, _)| surname)
}

/// `Mr. Braund, 22, male`.
pub fn introduced(language: Language, person: &Passenger<'_>) -> String {
    let sex = language.say(people::sex(person.sex)).to_owned();
    let about = match person.age {
        Some(age) => language.fill(explore::AGE_YEARS, &[numbers::full(age), sex]),
        None => language.fill(explore::AGE_UNKNOWN, &[sex]),
    };
    // A list need not have names.
    match (person.name, person.id) {
        ("", 0) => about,
        ("", id) => format!("{}, {about}", language.fill(people::NUMBERED, &[id.to_string()])),
        (name, _) => format!("{}, {about}", addressed(name)),
    }
}

/// Sex and age in short: `m 22`.
pub fn short(language: Language, person: &Passenger<'_>) -> String {
    let sex = language.say(people::letter(person.sex));
    match person.age {
        Some(age) => format!("{sex} {}", numbers::full(age)),
        None => format!("{sex}, {}", language.say(beliefs::AGE_UNKNOWN)),
    }
}

/// `He lived.`, or nothing where nobody knows.
pub fn fate(person: &Passenger<'_>) -> Option<Word> {
    Some(if person.survived? { people::lived(person.sex) } else { people::died(person.sex) })
}

#[cfg(test)]
mod tests {
    use super::addressed;

    #[test]
    fn people_are_addressed_by_title_and_family_name() {
        assert_eq!(addressed("Braund, Mr. Owen Harris"), "Mr. Braund");
        assert_eq!(addressed("Rothes, the Countess. of (Lucy)"), "the Countess. Rothes");
        assert_eq!(addressed("Anna"), "Anna");
    }
}
