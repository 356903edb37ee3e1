//! Where the columns of a deep network stand, and how much each says.

use ratatui::layout::Rect;

use crate::app::App;
use crate::nn::Parameter;

/// Cells of an input: name and value.
pub(super) const INPUT: u16 = 17;
/// Cells of an open neuron: shape, δ.
const OPEN: u16 = 14;
/// The same with a δ of three decimals.
const LEAST_OPEN: u16 = 10;
/// Cells before a δ.
pub(super) const SHAPE: u16 = 3;
/// Cells of σ with p, y and the loss.
pub(super) const OUTPUT: u16 = 11;
const LEAST_FAN: u16 = 5;
const MOST_FAN: u16 = 16;
/// Cells of `[−0.13]`.
const PILL: u16 = 7;

/// Where a column stands: the inputs, or a layer.
pub(super) struct Column {
    /// Its first cell.
    pub x: u16,
    /// Its cells, up to the lines after it.
    pub width: u16,
    /// Inputs or neurons.
    pub count: usize,
    /// Neurons in each row; 1 when it is open.
    pub per_row: usize,
    top: u16,
    pitch: u16,
    /// Rows it has.
    pub rows: usize,
}

impl Column {
    fn new(x: u16, width: u16, count: usize, per_row: usize, height: u16) -> Self {
        let room = height.saturating_sub(2).max(1);
        let used = (count.div_ceil(per_row) as u16).clamp(1, room);
        let pitch = (room / used).clamp(1, 3);
        let top = 1 + room.saturating_sub((used - 1) * pitch + 1) / 2;
        Self { x, width, count, per_row, top, pitch, rows: usize::from(used) }
    }

    /// The row of an input or a neuron.
    pub fn row(&self, place: usize) -> u16 {
        self.top + (place / self.per_row).min(self.rows - 1) as u16 * self.pitch
    }

    /// Whether each neuron has its δ in digits.
    pub const fn is_open(&self) -> bool {
        self.width >= LEAST_OPEN
    }

    /// The cells of a δ in digits.
    pub const fn digits(&self) -> u16 {
        self.width.saturating_sub(SHAPE + 1)
    }
}

/// The inputs, the hidden layers, and where σ stands.
pub(super) struct Plan {
    /// The inputs, then the hidden layers.
    pub columns: Vec<Column>,
    /// The cells of the lines before each layer.
    pub fans: Vec<u16>,
    /// Where σ stands.
    pub output: u16,
}

impl Plan {
    /// What fits into an area.
    pub fn of(app: &App, area: Rect) -> Self {
        let shape = app.network().shape();
        let hidden = shape.hidden();
        let rows = usize::from(area.height.saturating_sub(2)).max(1);
        let (Parameter::Weight { layer: here, .. } | Parameter::Bias { layer: here, .. }) =
            app.spot().parameter(app.network());
        let mut fans = vec![LEAST_FAN; hidden.len() + 1];
        // The lines that hold the parameter pointed at hold its number too.
        fans[here] = PILL;
        let room = area.width.saturating_sub(INPUT + OUTPUT + fans.iter().sum::<u16>());
        let focus = here.min(hidden.len() - 1);
        let mut widths: Vec<(u16, usize)> = hidden
            .iter()
            .map(|&neurons| match neurons.div_ceil(rows) {
                1 => (OPEN, 1),
                per_row => (per_row as u16 * 2 - 1, per_row),
            })
            .collect();
        let total = |widths: &[(u16, usize)]| widths.iter().map(|&(width, _)| width).sum::<u16>();
        // Where they do not all fit, decimals go first, then the digits of the layers not pointed at.
        if total(&widths) > room {
            for (width, _) in widths.iter_mut().filter(|(width, _)| *width == OPEN) {
                *width = LEAST_OPEN;
            }
        }
        for layer in 0..widths.len() {
            if total(&widths) > room && layer != focus && widths[layer].0 == LEAST_OPEN {
                widths[layer].0 = 1;
            }
        }
        let spare = room.saturating_sub(total(&widths));
        let more = spare / fans.len() as u16;
        for fan in &mut fans {
            *fan = (*fan + more).min(MOST_FAN);
        }
        let mut columns = vec![Column::new(0, INPUT, shape.inputs() + 1, 1, area.height)];
        let mut x = INPUT;
        for ((&(width, per_row), &neurons), fan) in widths.iter().zip(hidden).zip(&fans) {
            x += fan;
            columns.push(Column::new(x, width, neurons, per_row, area.height));
            x += width;
        }
        Self { output: x + fans[hidden.len()], columns, fans }
    }
}
