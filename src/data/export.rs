//! Cells as plain text, for the clipboard and for files that this and other programs read again.
//!
//! ASCII minus, shortest digits that give the same number again, empty where missing; the screen has its own.

use std::io::{self, Write};

use super::column::Column;
use super::facts::LiveRows;
use super::list::PassengerList;
use super::value::Value;

/// One cell as plain text: yes is 1 and no is 0, as in Kaggle's `Survived`; empty when missing.
pub fn cell_text(list: &PassengerList, row: usize, column: Column, live: Option<&dyn LiveRows>) -> String {
    Value::of(list, row, column, live).to_string()
}

/// Writes these columns of these rows as CSV under Kaggle's headers, so that it can be opened again.
///
/// # Errors
/// Whatever writing to `out` gives.
pub fn export_csv(
    list: &PassengerList,
    columns: &[Column],
    rows: &[u32],
    live: Option<&dyn LiveRows>,
    out: impl Write,
) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(columns.iter().map(|column| column.header()))?;
    for &row in rows {
        for &column in columns {
            let value = Value::of(list, row as usize, column, live);
            let text = value.to_string();
            // A spreadsheet would compute what begins so; behind an apostrophe it stays the name it is.
            let acts = matches!(value, Value::Text(_)) && text.starts_with(['=', '+', '-', '@', '\t', '\r']);
            writer.write_field(if acts { format!("'{text}") } else { text })?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::LiveRow;
    use crate::data::read::Labels;

    fn export(list: &PassengerList, columns: &[Column], rows: &[u32], live: Option<&dyn LiveRows>) -> String {
        let mut out = Vec::new();
        export_csv(list, columns, rows, live, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// What is exported must be the list itself, not something near it.
    #[test]
    fn the_whole_list_comes_out_byte_for_byte_as_it_went_in() {
        let list = PassengerList::embedded();
        let rows: Vec<u32> = (0..891).collect();
        assert_eq!(export(&list, &Column::ALL[..12], &rows, None), include_str!("../../data/titanic.csv"));
    }

    #[test]
    fn the_network_s_columns_are_plain_and_exact() {
        let list = PassengerList::embedded();
        let mut live = vec![LiveRow::default(); 891];
        let z = -0.487_053;
        live[0] = LiveRow { z: Some(z), p: Some(0.1 + 0.2), said: false, right: true, loss: None };
        let columns = [Column::Id, Column::Z, Column::P, Column::Said, Column::Right, Column::Loss];
        let text = export(&list, &columns, &[0], Some(&live));
        assert_eq!(text, "PassengerId,z,p,said,right,loss\n1,-0.487053,0.30000000000000004,0,1,\n");
        assert_eq!(cell_text(&list, 0, Column::Z, Some(&live)).parse(), Ok(z));
    }

    #[test]
    fn a_name_that_a_spreadsheet_would_compute_stays_a_name_there() {
        let text = "PassengerId,Survived,Pclass,Name,Sex,Age,Ticket\n1,0,3,\"=HYPERLINK(\"\"x\"\")\",male,22,+1\n2,1,1,O'Dwyer,female,3,-\n";
        let list = PassengerList::read("list.csv", text.as_bytes(), Labels::Required).unwrap();
        let columns = [Column::Id, Column::Name, Column::Ticket];
        let csv = export(&list, &columns, &[0, 1], None);
        assert_eq!(csv, "PassengerId,Name,Ticket\n1,\"'=HYPERLINK(\"\"x\"\")\",'+1\n2,O'Dwyer,'-\n");
    }

    #[test]
    fn nobody_is_right_or_wrong_where_the_outcome_is_not_known() {
        let list = PassengerList::embedded_test();
        let live = vec![LiveRow { right: true, ..LiveRow::default() }; list.len()];
        assert_eq!(cell_text(&list, 0, Column::Right, Some(&live)), "");
        assert_eq!(cell_text(&list, 0, Column::Survived, Some(&live)), "");
    }

    #[test]
    fn texts_with_commas_quotes_and_nothing_survive_the_round_trip() {
        let source = "Survived,Sex,Age,Name,Ticket\n1,female,,\"O\"\"Dwyer, \"\"Nellie\"\"\",\n";
        let list = PassengerList::read("a.csv", source.as_bytes(), Labels::Required).unwrap();
        let columns = [Column::Survived, Column::Sex, Column::Age, Column::Name, Column::Ticket];
        assert_eq!(export(&list, &columns, &[0], None), source);
    }
}
