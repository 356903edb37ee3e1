//! The handout as a page of HTML that needs nothing else: the drawings stand in it, and it prints on A4.

use std::fmt::Write as _;

use super::Handout;
use crate::explain::handout::{SheetBlock, SheetCell};
use crate::explain::words::handout as words;

/// How it looks on paper; on a screen it is a sheet of paper.
const STYLE: &str = "
@page { size: A4; margin: 14mm 15mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 180mm; padding: 0 0.5mm; background: #fff; color: #111;
  font: 10pt/1.4 'Noto Sans','Noto Sans CJK JP','Hiragino Sans','Yu Gothic','Helvetica Neue',Arial,sans-serif; }
h1 { font-size: 16pt; margin: 0 0 1mm; }
h2 { font-size: 12pt; margin: 5mm 0 1mm; break-after: avoid; }
p { margin: 1mm 0; orphans: 3; }
.about { color: #555; }
.who { display: flex; gap: 8mm; margin: 3mm 0; }
.who span { flex: 1; border-bottom: 0.3mm solid #111; }
.answers { break-before: page; font-size: 9.5pt; }
table { border-collapse: collapse; width: 100%; margin: 1.5mm 0 2.5mm; break-inside: avoid; }
th, td { border: 0.25mm solid #999; padding: 0.5mm 2mm; text-align: right; font-variant-numeric: tabular-nums; }
th { background: #f2f2f2; font-weight: 600; }
th:first-child, td:first-child { text-align: left; }
td.blank { min-width: 19mm; }
td:empty:not(.blank) { background: #f2f2f2; }
p + table { break-before: avoid; }
section:not(.answers) td { height: 6.3mm; }
.answers td, .answers th { padding: 0.2mm 2mm; }
b { color: #0b4a8f; }
u { display: inline-block; min-width: 16mm; border-bottom: 0.3mm solid #111; text-decoration: none; }
figure { width: 84%; margin: 1.5mm auto; break-inside: avoid; }
figure + p { break-before: avoid; }
table + figure { width: 56%; }
figure svg { width: 100%; height: auto; display: block; }
figure svg > rect:first-of-type { fill: #fff; }
code { font: 9pt/1.3 'Noto Sans Mono',Consolas,monospace; overflow-wrap: anywhere; }
@media screen {
  body { box-shadow: 0 0 3mm #bbb; padding: 12mm; }
  .answers { border-top: 1px dashed #999; margin-top: 10mm; padding-top: 6mm; }
}
";

/// The whole page.
pub(super) fn written(handout: &Handout) -> String {
    let say = |word| escaped(handout.language.say(word));
    let (key, title, about) = (handout.language.key(), say(words::TITLE), escaped(&handout.about));
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{key}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width\"/>\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <section>\n<h1>{title}</h1>\n<p class=\"about\">{about}</p>\n<div class=\"who\"><span>{}</span><span>{}</span></div>\n",
        say(words::PUPIL),
        say(words::DATE),
    );
    for block in &handout.blocks {
        put(&mut page, handout, block, false);
    }
    if let Some(line) = &handout.line {
        let _ = writeln!(page, "<p>{}<br/><code>{}</code></p>", say(words::SAME), escaped(line));
    }
    let _ = writeln!(
        page,
        "</section>\n<section class=\"answers\">\n<h1>{}</h1>\n<p>{}</p>",
        say(words::ANSWERS),
        say(words::DIGITS)
    );
    for block in handout.answers() {
        put(&mut page, handout, block, true);
    }
    page.push_str("</section>\n</body>\n</html>\n");
    page
}

/// Writes a part, with the answers or with blanks.
fn put(page: &mut String, handout: &Handout, block: &SheetBlock, told: bool) {
    let _ = match block {
        SheetBlock::Heading(text) => writeln!(page, "<h2>{}</h2>", escaped(text)),
        SheetBlock::Text(text) => writeln!(page, "<p>{}</p>", escaped(text)),
        SheetBlock::Line(cells) => {
            let cells: String = cells.iter().map(|cell| inline(cell, told)).collect();
            writeln!(page, "<p>{cells}</p>")
        }
        SheetBlock::Table(heads, rows) => {
            page.push_str("<table>\n");
            if !heads.is_empty() {
                let heads: Vec<String> = heads.iter().map(|head| escaped(head)).collect();
                let _ = writeln!(page, "<tr><th>{}</th></tr>", heads.join("</th><th>"));
            }
            for row in rows {
                let cells: String = row.iter().map(|cell| in_table(cell, told)).collect();
                let _ = writeln!(page, "<tr>{cells}</tr>");
            }
            writeln!(page, "</table>")
        }
        SheetBlock::Picture(picture) => writeln!(page, "<figure>{}</figure>", handout.drawing(*picture).trim_end()),
    };
}

fn inline(cell: &SheetCell, told: bool) -> String {
    match cell {
        SheetCell::Given(text) => escaped(text),
        SheetCell::Asked(text) if told => format!("<b>{}</b>", escaped(text)),
        SheetCell::Asked(_) => "<u>&#160;</u>".to_owned(),
    }
}

fn in_table(cell: &SheetCell, told: bool) -> String {
    match cell {
        SheetCell::Given(text) => format!("<td>{}</td>", escaped(text)),
        SheetCell::Asked(text) if told => format!("<td><b>{}</b></td>", escaped(text)),
        SheetCell::Asked(_) => "<td class=\"blank\"></td>".to_owned(),
    }
}

/// Text that cannot be taken for markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
