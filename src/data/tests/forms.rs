//! The list in the forms in which it goes round: each gives the same people.

use std::io::Write as _;

use super::reading::{read, refusal};
use crate::data::{Compression, RawColumn};

/// What all forms below say.
const PLAIN: &str = "\
Survived,Pclass,Name,Sex,Age,SibSp,Parch,Fare,Embarked
0,3,\"Braund, Mr. Owen Harris\",male,22,1,0,7.25,S
1,1,\"Cumings, Mrs. John Bradley\",female,38.5,1,0,71.2833,C
1,3,\"Heikkinen, Miss. Laina\",female,,0,0,7.925,
";

const FARES: [&str; 3] = ["7.25", "71.2833", "7.925"];

fn assert_same(form: impl AsRef<[u8]>) {
    let form = form.as_ref();
    let list = read(form).unwrap_or_else(|error| panic!("{}: {error}", String::from_utf8_lossy(form)));
    let expected = read(PLAIN).unwrap();
    assert!(list.passengers().eq(expected.passengers()), "{}", String::from_utf8_lossy(form));
}

#[test]
fn fields_may_be_parted_by_what_other_programs_write() {
    let rows = |delimiter: &str| {
        let unquoted = PLAIN.replace("\"Braund, Mr.", "\"Braund@ Mr.").replace("Cumings, ", "Cumings@ ");
        let unquoted = unquoted.replace("Heikkinen, ", "Heikkinen@ ");
        unquoted.replace(',', delimiter).replace('@', ",")
    };
    for delimiter in [";", "\t", "|"] {
        assert_same(rows(delimiter));
        assert_same(rows(delimiter).replace('\n', "\r\n"));
        // Where it cannot be a slip, a comma may stand before a fraction.
        let with_commas = rows(delimiter).replace("38.5", "38,5");
        let with_commas = FARES.iter().fold(with_commas, |text, fare| text.replace(fare, &fare.replace('.', ",")));
        assert_same(with_commas);
        // Some with a comma and some with a point: the comma may part thousands.
        let mixed = refusal(rows(delimiter).replace("71.2833", "1,234"));
        assert!(mixed.contains("column Fare: \"1,234\" has its decimals behind another sign"), "{mixed}");
        assert_same(format!("sep={delimiter}\r\n{}", rows(delimiter)));
        assert_same(format!("\"SEP={delimiter}\"\n{}", rows(delimiter)));
    }
    assert_same(format!("sep=,\n{PLAIN}"));
    assert_eq!(
        refusal(format!("sep=,\n{}", PLAIN.replace("male,22", "male,x"))),
        "list.csv, line 3, column Age: \"x\" is not a number; write the age in years such as 34.5, or leave it empty if unknown"
    );
}

#[test]
fn columns_may_have_the_names_of_other_copies() {
    let header = "Survived,Pclass,Name,Sex,Age,SibSp,Parch,Fare,Embarked";
    for names in [
        "survived,pclass,name,sex,age,sibsp,parch,fare,embarked",
        "Alive,Class,Full Name,Gender,AGE,Siblings/Spouses Aboard,Parents/Children Aboard,FARE,Port of Embarkation",
        "outcome,ticket_class,passenger.name,gender,age (years),sib_sp,par_ch,price,embark_town",
    ] {
        assert_same(PLAIN.replacen(header, names, 1));
    }
    // The column's own name goes before another name for it.
    let both = PLAIN.lines().map(|row| format!("{row},{}\n", if row.starts_with('S') { "alive" } else { "maybe" }));
    assert_same(both.collect::<String>());
    // R's row names, with a name for their column and without.
    let numbered = |head: &str| {
        let rows = PLAIN.lines().enumerate();
        rows.map(|(at, row)| if at == 0 { format!("{head}{row}\n") } else { format!("\"{at}\",{row}\n") })
            .collect::<String>()
    };
    assert_same(numbered("\"\","));
    assert_same(numbered(""));
    assert_same(format!("{PLAIN},,,,,,,,\n"));
}

#[test]
fn values_may_be_said_in_other_words() {
    let outcomes = [("no", "yes"), ("False", "True"), ("died", "Lived"), ("dead", "alive"), ("0.0", "1.0")];
    for (died, lived) in outcomes {
        assert_same(PLAIN.replace("\n0,", &format!("\n{died},")).replace("\n1,", &format!("\n{lived},")));
    }
    for (male, female) in [("m", "f"), ("Man", "Woman"), ("MALE", "Female")] {
        assert_same(PLAIN.replace(",male,", &format!(",{male},")).replace(",female,", &format!(",{female},")));
    }
    for (first, third) in [("1st", "3rd"), ("First", "Third"), ("I", "iii"), ("1st class", "third class")] {
        assert_same(PLAIN.replace(",3,\"", &format!(",{third},\"")).replace(",1,\"", &format!(",{first},\"")));
    }
    for nothing in ["NA", "NaN", "n/a", "NULL", "?", "-", "  "] {
        assert_same(PLAIN.replace("female,,", &format!("female,{nothing},")));
    }
    assert_same(PLAIN.replace(",S\n", ",Southampton\n"));
}

#[test]
fn who_a_number_stands_for_must_be_said() {
    let coded = PLAIN.replace(",male,", ",0,").replace(",female,", ",1,");
    assert_eq!(
        refusal(&coded),
        "list.csv, line 2, column Sex: \"0\" does not say who is which; call the column female where 1 is a woman, or male where 1 is a man"
    );
    assert_same(coded.replace(",Sex,", ",female,"));
    assert_same(coded.replace(",Sex,", ",is_female,").replace(",1,38", ",True,38").replace(",0,22", ",false,22"));
    assert_same(PLAIN.replace(",Sex,", ",male,").replace(",male,22", ",1,22").replace(",female,", ",0,"));
}

#[test]
fn files_may_be_packed_and_written_in_other_encodings() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(PLAIN.as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    assert_same(&packed);
    let list = read(&packed).unwrap();
    assert_eq!((list.report().packing, list.report().is_of_note()), (Some(Compression::Gzip), true));
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    assert_same(wide(&format!("\u{feff}{PLAIN}")));
    assert_same(wide(PLAIN));
    let list = read(b"Survived,Sex,Age,Name\n1,male,2,M\xfcller\n").unwrap();
    assert_eq!((list.passenger(0).name, list.report().encoding), ("Müller", "windows-1252"));
    assert!(!read(PLAIN).unwrap().report().is_of_note());
}

#[test]
fn what_is_no_list_is_called_by_its_name() {
    for (bytes, message) in [
        (&b"PK\x03\x04\x14\0\0\0\0\0xl/workbook.xml"[..], "spreadsheet"),
        (b"PK\x03\x04\0\0\x08\x08\0\0archive/data.pkl", "PyTorch"),
        (b"\x80\x02}q\0", "pickle"),
        (b"BZh91AY&SY", "bzip2 -dc"),
        (b"\xfd7zXZ\0", "xz -dc"),
        (b"\x40\0\0\0\0\0\0\0{\"layers", "safetensors"),
        (b" {\"format\": \"titanic-tui\"}", "--model"),
        (b"<!DOCTYPE html>", "a web page"),
        (b"[{\"Survived\": 0}]", "JSON, not a list in CSV"),
        (b"7z\xbc\xaf\x27\x1c\0\x04", "an archive; unpack it"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel file"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "no text"),
        (b"titanic.csv\0\0\0\0ustar", "no text"),
        (b"# mine\nlearning_rate = 0.5\n", "open a recipe with --recipe"),
        (
            b"\"Class\",\"Sex\",\"Age\",\"Survived\",\"Freq\"\n\"1st\",\"Male\",\"Child\",\"No\",0\n",
            "counts people in groups",
        ),
        (b"PassengerId,Pclass,Name,Sex,Age\n892,3,x,male,34.5\n", "`submit FILE`"),
    ] {
        let told = refusal(bytes);
        assert!(told.contains(message), "{told}");
    }
}

#[test]
fn bad_rows_are_passed_over_on_demand_and_counted() {
    let bad = format!("{PLAIN}0,3,x,boat,1,0,0,1,S\n0,3,x,male\n");
    let reader = crate::data::ListReader::new("list.csv", bad.as_bytes(), crate::data::Labels::Required);
    let list = crate::data::PassengerList::read_by(reader.skipping_bad_rows(true)).unwrap();
    assert!(list.passengers().eq(read(PLAIN).unwrap().passengers()));
    assert_eq!(list.report().skipped, 2);
    assert!(list.report().told[0].starts_with("list.csv, line 5, column Sex"), "{:?}", list.report().told);
    assert!(list.report().taken.iter().any(|(column, _)| *column == RawColumn::Sex));
    let all = "Survived,Sex,Age\n0,boat,3\n1,male,x\n";
    let reader = crate::data::ListReader::new("list.csv", all.as_bytes(), crate::data::Labels::Required);
    let none = crate::data::PassengerList::read_by(reader.skipping_bad_rows(true)).unwrap_err().to_string();
    assert!(
        none.starts_with("list.csv: none of its 2 rows could be read; the first: list.csv, line 2, column Sex"),
        "{none}"
    );
}

/// One mark too many must not cost the people below it.
#[test]
fn an_open_quotation_mark_costs_its_own_line_on_demand() {
    let sound = "Survived,Sex,Age,Name\n0,male,22,a\n1,female,38,b\n0,male,35,c\n";
    let expected: Vec<_> = ["a", "b", "c"].map(str::to_owned).into();
    for (at, closed) in [("1,female,38,b\n", false), ("1,female,38,b\n", true), ("0,male,35,c\n", false)] {
        let open = format!("{at}1,male,2,\"x\n");
        let mut text = sound.replace(at, &open);
        if closed {
            text.push_str("1,female,4,\"y\"\n");
        }
        assert!(read(text.as_bytes()).is_err());
        let reader = crate::data::ListReader::new("list.csv", text.as_bytes(), crate::data::Labels::Required);
        let list = crate::data::PassengerList::read_by(reader.skipping_bad_rows(true)).unwrap();
        let names: Vec<String> = list.passengers().map(|person| person.name.to_owned()).collect();
        assert_eq!((&names[..3], list.report().skipped), (&expected[..], 1), "{text}");
        assert_eq!(names.len(), if closed { 4 } else { 3 });
    }
    let long = format!("Survived,Sex,Age,Name\n0,male,22,{}\n1,female,38,b\n", "x".repeat(70_000));
    let reader = crate::data::ListReader::new("list.csv", long.as_bytes(), crate::data::Labels::Required);
    let list = crate::data::PassengerList::read_by(reader.skipping_bad_rows(true)).unwrap();
    assert_eq!((list.len(), list.report().skipped), (1, 1));
}

#[test]
fn of_rows_with_the_same_id_the_first_is_kept_on_demand() {
    let twice = "PassengerId,Survived,Sex,Age\n7,0,male,22\n8,1,female,38\n7,1,female,26\n9,0,male,35\n7,1,male,2\n";
    assert!(refusal(twice.as_bytes()).contains("line 4, column PassengerId: \"7\" is already on line 2"));
    let reader = crate::data::ListReader::new("list.csv", twice.as_bytes(), crate::data::Labels::Required);
    let list = crate::data::PassengerList::read_by(reader.skipping_bad_rows(true)).unwrap();
    assert_eq!(list.passengers().map(|passenger| passenger.id).collect::<Vec<_>>(), [7, 8, 9]);
    assert_eq!(list.passengers().next().unwrap().age, Some(22.0));
    assert_eq!(list.report().skipped, 2);
    assert!(
        list.report().told[1].contains("line 6, column PassengerId: \"7\" is already on line 2"),
        "{:?}",
        list.report().told
    );
}
