//! What is wrong with a typed filter, and what to write instead.

use crate::app::words::Message;
use crate::data::filter::{COLUMNS, Problem, example};

super::words! {
    UNKNOWN_WORD: "\"{0}\" is no column and no word; for names write name~{0}", "「{0}」という列も語もありません。氏名なら name~{0} と書きます";
    UNKNOWN_COLUMN: "there is no column \"{0}\"; columns: {1}", "「{0}」という列はありません。列：{1}";
    NO_OPERATOR: "{0} needs a comparison, such as {0}{1}", "{0}には比較が必要です（例：{0}{1}）";
    NO_COLUMN: "a column must stand before this, such as age>60", "この前に列が必要です（例：age>60）";
    NO_VALUE: "a value is missing, such as {0}{1}", "値がありません（例：{0}{1}）";
    LONE_BANG: "\"!\" needs a \"=\" behind it: != is not equal", "「!」の後には「=」が必要です（!= は等しくない）";
    OPEN_QUOTE: "this quotation mark is not closed", "引用符が閉じていません";
    NOT_A_NUMBER: "\"{0}\" is not a number, which {1} needs (or ? for missing)", "「{0}」は数ではありません。{1}には数が必要です（不明なら ?）";
    NOT_A_VALUE: "{0} cannot be \"{1}\"; it can be {2}", "{0}は「{1}」になりません。使える値：{2}";
    NOT_AN_OPERATOR: "{0} does not go with {1} here; use {2}", "{0}はここでは{1}に使えません。使えるもの：{2}";
}

/// A filter's problem in both languages.
pub fn problem(problem: &Problem) -> Message {
    let key = |column: &crate::data::Column| column.key().to_owned();
    match problem {
        Problem::UnknownWord(word) => Message::new(UNKNOWN_WORD, [word.clone()]),
        Problem::UnknownColumn(name) => Message::new(UNKNOWN_COLUMN, [name.clone(), COLUMNS.to_owned()]),
        Problem::NoOperator(column) => Message::new(NO_OPERATOR, [key(column), example(*column).to_owned()]),
        Problem::NoColumn => Message::plain(NO_COLUMN),
        Problem::NoValue(column) => Message::new(NO_VALUE, [key(column), example(*column).to_owned()]),
        Problem::LoneBang => Message::plain(LONE_BANG),
        Problem::OpenQuote => Message::plain(OPEN_QUOTE),
        Problem::NotANumber { column, value } => Message::new(NOT_A_NUMBER, [value.clone(), key(column)]),
        Problem::NotAValue { column, value, allowed } => {
            Message::new(NOT_A_VALUE, [key(column), value.clone(), (*allowed).to_owned()])
        }
        Problem::NotAnOperator { column, operator, allowed } => {
            Message::new(NOT_AN_OPERATOR, [(*operator).to_owned(), key(column), (*allowed).to_owned()])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::problem;
    use crate::app::words::Language;
    use crate::data::Expression;

    /// The screen and the command line must not tell two stories, and the Japanese screen no English one.
    #[test]
    fn every_problem_is_told_as_the_command_line_tells_it_and_in_japanese() {
        let lines = ["foo", "foo=1", "age", ">60", "age>", "age!60", "name~\"x", "age>x", "sex=x", "age~1", "sex>f"];
        for line in lines {
            let error = Expression::parse(line).unwrap_err();
            let told = problem(&error.problem);
            assert_eq!(told.text(Language::English), error.to_string(), "{line}");
            let japanese = told.text(Language::Japanese);
            for english in [" is ", " or ", "needs", "missing", "such as", "column"] {
                assert!(!japanese.contains(english), "{line}: {japanese}");
            }
        }
    }
}
