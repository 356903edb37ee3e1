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
                    return Err(format!("{} and {second} share a cell at {x},{y}", cell.symbol()));
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
    let hits = &session.app.core.hits;
    let popup = hits.find(|target| target == Target::Popup);
    if let Some(area) = popup {
        closed(buf, area, &|_, _| false)?;
    }
    let panels = session.app.core.screen.panels();
    let areas: Vec<_> = panels
        .into_iter()
        .filter_map(|panel| Some((panel, hits.find(|target| target == Target::Panel(panel))?)))
        .collect();
    for &(panel, area) in &areas {
        let bottom = area.y + area.height - 1;
        let hidden = |x: u16, y: u16| {
            // Where two panels stand above one, its title may run over the corner between them.
            let titled = |below: &Area| y == below.y && x > below.x && x + 1 < below.x + below.width;
            y == bottom && areas.iter().any(|(_, below)| titled(below))
                || popup.is_some_and(|popup| is_under(popup, x, y))
        };
        closed(buf, area, &hidden).map_err(|what| format!("{panel:?}: {what}"))?;
    }
    Ok(())
}

/// Whether a popup covers a cell; a wide glyph cut by its edge goes with it.
const fn is_under(popup: Area, x: u16, y: u16) -> bool {
    x + 1 >= popup.x && x <= popup.x + popup.width && y >= popup.y && y < popup.y + popup.height
}

fn closed(buf: &Buffer, area: Area, hidden: &dyn Fn(u16, u16) -> bool) -> Result<(), String> {
    let (right, bottom) = (area.x + area.width - 1, area.y + area.height - 1);
    if right >= buf.area.width || bottom >= buf.area.height {
        return Err("it leaves the screen".to_owned());
    }
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
