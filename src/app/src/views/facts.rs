//! A term with what is said of it, for lists of facts.

use yew::prelude::*;

/// A term and its lines; nothing where there are none.
pub(crate) fn fact(term: &str, lines: impl IntoIterator<Item = impl AsRef<str>>) -> Html {
    let mut lines = lines.into_iter().peekable();
    if lines.peek().is_none() {
        return Html::default();
    }
    html! {
        <div>
            <dt>{ term.to_owned() }</dt>
            for line in lines { <dd>{ line.as_ref().to_owned() }</dd> }
        </div>
    }
}
