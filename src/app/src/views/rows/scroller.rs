//! All rows in one frame that scrolls. Only those near what is seen are drawn.

use super::decide::Window;
use super::table::{RowsTable, ViewProps};
use crate::effects::{frame_of, leave_rows, use_placed};
use wording::Say;
use wording::rows::RowsText;
use yew::prelude::*;

/// The frame. Made anew for each search, so that it begins at the top.
#[component]
pub(super) fn Scroller(props: &ViewProps) -> Html {
    let ViewProps { language, info, total, come, on_window, on_look } = props;
    let (frame, space, table) = (use_node_ref(), use_node_ref(), use_node_ref());
    let seen = use_state(|| None);
    let window = Window::of(seen.unwrap_or_default(), *total);
    use_placed(&space, &table, window.space, window.offset);
    {
        let (frame, seen) = (frame.clone(), seen.clone());
        // The height of a row is known once there is one.
        use_effect_with((), move |()| seen.set(frame_of(&frame)));
    }
    {
        let on_window = on_window.clone();
        use_effect_with((window.first, window.end), move |_| on_window.emit(window));
    }
    let onscroll = {
        let (frame, total) = (frame.clone(), *total);
        Callback::from(move |_: Event| {
            let now = frame_of(&frame);
            let next = Window::of(now.unwrap_or_default(), total);
            if next != window {
                leave_rows(&frame, next.places());
                seen.set(now);
            }
        })
    };
    html! {
        <div class="source-frame" ref={frame} tabindex="0" role="region" {onscroll}
            aria-label={RowsText::Frame.say(*language).into_owned()}>
            <div class="source-space" ref={space}>
                <RowsTable language={*language} {info} total={*total} come={come.clone()} {window} {on_look} node={table} />
            </div>
        </div>
    }
}
