//! Plain text that leaves the program: tables for the clipboard, for commands and for pipes, and the
//! chances of tests. ASCII only; the screen has its own columns.

/// Cells between two columns at least, so that numbers never run together.
const GAP: usize = 2;

/// On which side of its column a cell stands, and how wide the column is at least.
#[derive(Debug, Clone, Copy)]
pub enum Align {
    /// Names.
    Left(usize),
    /// Figures.
    Right(usize),
}

/// Rows under each other, a line each; a column grows with its widest cell.
pub fn table(columns: &[Align], rows: &[Vec<String>]) -> String {
    let widths: Vec<usize> = columns
        .iter()
        .enumerate()
        .map(|(index, column)| {
            let (Align::Left(least) | Align::Right(least)) = *column;
            let cells = rows.iter().filter_map(|row| row.get(index));
            let widest = cells.map(String::len).max().unwrap_or(0);
            let gap = if index == 0 { 0 } else { GAP };
            least.max(widest + gap)
        })
        .collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for ((cell, column), width) in row.iter().zip(columns).zip(&widths) {
            let cell = match column {
                Align::Left(_) if line.is_empty() => format!("{cell:<width$}"),
                Align::Left(_) => format!("{:GAP$}{cell:<least$}", "", least = width - GAP),
                Align::Right(_) => format!("{cell:>width$}"),
            };
            line.push_str(&cell);
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

/// Chances below it lose their digits, and soon are 0, which no chance of a test is.
const LEAST_CHANCE: f64 = 1e-300;

/// The chance a test ends with, as a share: a letter p would be the network's answer. `4.10 %`,
/// `0.0017 %`, `< 0.0001 %`.
pub fn chance(p: f64) -> String {
    let share = 100.0 * p;
    if share < 1e-4 {
        "< 0.0001 %".to_owned()
    } else if share < 0.1 {
        // Two digits, whatever the zeros before them.
        let digits: f64 = format!("{share:.1e}").parse().unwrap_or(share);
        format!("{digits} %")
    } else {
        format!("{share:.2} %")
    }
}

/// The same as a number with every digit: `= 0.040959591511621`, `< 1e-300`.
pub fn exact_chance(p: f64) -> String {
    if p < LEAST_CHANCE { "< 1e-300".to_owned() } else { format!("= {p:?}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_digits_widen_their_column_instead_of_touching_the_next() {
        let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
        let columns = [Align::Left(8), Align::Right(9), Align::Right(9), Align::Left(0)];
        let rows = [
            row(["right", "213/291", "7/9", "died"]),
            row(["women live", "1000000/1000000", "2000000/2000000", "mean"]),
            row(["left", "1", "2", ""]),
        ];
        assert_eq!(
            table(&columns, &rows),
            "right               213/291              7/9  died\n\
             women live  1000000/1000000  2000000/2000000  mean\n\
             left                      1                2\n"
        );
        let narrow = [row(["a", "1", "2", ""])];
        assert_eq!(table(&columns, &narrow), "a               1        2\n");
    }

    #[test]
    fn no_chance_is_printed_as_none() {
        assert_eq!(chance(0.040_96), "4.10 %");
        assert_eq!(chance(1.74e-5), "0.0017 %");
        assert_eq!(chance(3.24e-6), "0.00032 %");
        assert_eq!(chance(5.2e-14), "< 0.0001 %");
        assert_eq!(chance(1.0), "100.00 %");
        assert_eq!(exact_chance(0.0), "< 1e-300");
        assert_eq!(exact_chance(2.5e-14), "= 2.5e-14");
    }
}
