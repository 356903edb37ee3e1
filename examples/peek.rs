use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::{buffer::Buffer, layout::Rect};
use std::sync::Arc;
use titanic_tui::{
    app::{self, Action, App, Settings},
    data::PassengerList,
    ui,
};
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let (w, h): (u16, u16) = (a[1].parse().unwrap(), a[2].parse().unwrap());
    let mut settings = Settings::default();
    if std::env::var("JA").is_ok() {
        settings.language = app::words::Language::Japanese;
    }
    let mut app = App::new(Arc::new(PassengerList::embedded()), settings);
    let area = Rect::new(0, 0, w, h);
    let mut buf = Buffer::empty(area);
    let draw = |app: &mut App, buf: &mut Buffer| {
        app.take_dirty();
        buf.reset();
        let hits = ui::view_buffer(app, area, buf);
        app::update(app, Action::Drawn(hits));
    };
    draw(&mut app, &mut buf);
    for word in a[3..].iter() {
        let m = KeyModifiers::NONE;
        let code = match word.as_str() {
            "Tab" => KeyCode::Tab,
            "Enter" => KeyCode::Enter,
            "Esc" => KeyCode::Esc,
            "Down" => KeyCode::Down,
            "Up" => KeyCode::Up,
            "Left" => KeyCode::Left,
            "Right" => KeyCode::Right,
            "Space" => KeyCode::Char(' '),
            w if w.starts_with("tick") => {
                app::update(
                    &mut app,
                    Action::Tick(std::time::Duration::from_millis(w[4..].parse().unwrap())),
                );
                draw(&mut app, &mut buf);
                continue;
            }
            w => {
                for c in w.chars() {
                    app::update(&mut app, Action::Key(KeyEvent::new(KeyCode::Char(c), m)));
                    draw(&mut app, &mut buf);
                }
                continue;
            }
        };
        app::update(&mut app, Action::Key(KeyEvent::new(code, m)));
        draw(&mut app, &mut buf);
    }
    print!("{}", ui::picture::text(&buf));
}
