//! How long a frame takes on each screen when passenger and epoch have changed, with what has to be
//! computed for it: for large maps the coarse picture, the rest comes in slices.

use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use titanic_tui::app::{Action, App, Settings, update};
use titanic_tui::data::PassengerList;
use titanic_tui::ui;

fn press(app: &mut App, c: char) {
    let key = KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE);
    update(app, Action::Key(key));
}

fn frames(criterion: &mut Criterion) {
    for (name, digit) in
        [("explore", '1'), ("train", '2'), ("gradients", '3'), ("beliefs", '4'), ("landscape", '5'), ("score", '6')]
    {
        let mut app = App::new(Arc::new(PassengerList::embedded()), Settings::default());
        // The post, trained, with a past of 500 epochs.
        press(&mut app, ' ');
        press(&mut app, ' ');
        for _ in 0..5 {
            press(&mut app, '}');
        }
        while app.core.is_playing() {
            update(&mut app, Action::Tick(std::time::Duration::from_millis(1)));
        }
        press(&mut app, digit);
        let area = Rect::new(0, 0, 200, 60);
        let mut buf = Buffer::empty(area);
        let mut draw = |app: &mut App| {
            app.take_dirty();
            buf.reset();
            let hits = ui::view_buffer(app, area, &mut buf);
            update(app, Action::Drawn(hits));
        };
        criterion.bench_function(&format!("{name} 200x60, next passenger and epoch"), |bencher| {
            bencher.iter(|| {
                press(&mut app, 'J');
                press(&mut app, ',');
                if app.core.run().epoch() == 0 {
                    press(&mut app, 'E');
                }
                draw(&mut app);
            });
        });
    }
}

criterion_group!(benches, frames);
criterion_main!(benches);
