//! What must hold for a frame of any size.

use ratatui::buffer::{Buffer, CellWidth as _};
use ratatui::layout::Rect;
use titanic_tui::app::{Area, Target};

use crate::session::Session;

/// Draws the state at this size, twice as the loop would, and checks the frame.
#[track_caller]
pub fn check(session: &mut Session, width: u16, height: u16) {
    session.buf = Buffer::empty(Rect::new(0, 0, width, height));
    session.draw().draw();
    if let Some(what) = faults(session, &session.buf) {
        panic!("{what} at {width}×{height}\n{}", session.screen());
    }
}

/// What is wrong with a frame of this session, if anything is.
pub fn faults(session: &Session, buf: &Buffer) -> Option<String> {
    let sound = glyphs_are_whole(buf).and_then(|()| borders_are_closed(session, buf));
    sound.err()
}

/// Every row is exactly as wide as the screen, and a wide glyph has its second cell to itself.
fn glyphs_are_whole(buf: &Buffer) -> Result<(), String> {
    for y in 0..buf.area.height {
        let mut x = 0;
        while x < buf.area.width {
            let cell = &buf[(x, y)];
            if cell.symbol().contains(char::is_control) {
                return Err(format!("a control character at {x},{y}"));
            }
            let wide = usize::from(cell.cell_width());
            if wide == 0 {
                return Err(format!("{:?} takes no cell at {x},{y}", cell.symbol()));
            }
            if wide > 1 {
                if x + 1 == buf.area.width {
                    return Err(format!("{} is cut at the edge of row {y}", cell.symbol()));
                }
                let second = buf[(x + 1, y)].symbol();
                if second != " " && !second.is_empty() {
                    return Err(format!(
                        "{} and {second} share a cell at {x},{y}",
                        cell.symbol()
                    ));
                }
            }
            x += wide as u16;
        }
    }
    Ok(())
}

const UPRIGHT: &str = "│├┤┼╭╮╰╯┬┴┃║";

/// The frames of all panels and of the popup run round without a hole on their sides and corners.
fn borders_are_closed(session: &Session, buf: &Buffer) -> Result<(), String> {
    let hits = session.app.hits();
    let popup = hits.find(|target| target == Target::Overlay);
    if let Some(area) = popup {
        closed(buf, area, None)?;
    }
    for &panel in session.app.screen.panels() {
        if let Some(area) = hits.find(|target| target == Target::Panel(panel)) {
            closed(buf, area, popup).map_err(|what| format!("{panel:?}: {what}"))?;
        }
    }
    Ok(())
}

fn closed(buf: &Buffer, area: Area, under: Option<Area>) -> Result<(), String> {
    let (right, bottom) = (area.x + area.width - 1, area.y + area.height - 1);
    if right >= buf.area.width || bottom >= buf.area.height {
        return Err("it leaves the screen".to_owned());
    }
    let hidden = |x: u16, y: u16| {
        under.is_some_and(|popup| {
            // A wide glyph cut by the popup's edge goes with it.
            x + 1 >= popup.x
                && x <= popup.x + popup.width
                && y >= popup.y
                && y < popup.y + popup.height
        })
    };
    let ascii = |symbol: &str| matches!(symbol, "|" | "+" | "#");
    for y in area.y..=bottom {
        for x in [area.x, right] {
            let symbol = buf[(x, y)].symbol();
            if !hidden(x, y) && !UPRIGHT.contains(symbol) && !ascii(symbol) {
                return Err(format!("a hole in the border at {x},{y}: {symbol:?}"));
            }
        }
    }
    Ok(())
}
