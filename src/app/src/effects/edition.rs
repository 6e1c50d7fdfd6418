//! What the build tells of itself, and what becomes of its copy for days without a network. `boot.js` and `build.js` speak;
//! this listens.

use gloo::events::EventListener;
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

/// What is told of the stored copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EditionNews {
    /// All of it is stored.
    Offline,
    /// A newer build waits.
    Update,
}

impl EditionNews {
    fn from_word(word: &str) -> Option<Self> {
        match word {
            "offline" => Some(Self::Offline),
            "update" => Some(Self::Update),
            _ => None,
        }
    }
}

/// Where `boot.js` leaves its last word for who listens later.
const LAST_WORD: &str = "__edition";

/// Hears news of the stored copy, the latest last, and what was said before anybody listened.
#[hook]
pub(crate) fn use_edition_news() -> UseStateHandle<Option<EditionNews>> {
    let news = use_state(|| {
        let last = Reflect::get(&js_sys::global(), &LAST_WORD.into()).ok()?;
        EditionNews::from_word(&last.as_string()?)
    });
    let heard = news.clone();
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "edition", move |event| {
                let told = event.dyn_ref::<web_sys::CustomEvent>().and_then(|event| event.detail().as_string());
                if let Some(told) = told.as_deref().and_then(EditionNews::from_word) {
                    heard.set(Some(told));
                }
            })
        });
        move || drop(listener)
    });
    news
}

/// The news have been read: nobody is told again.
pub(crate) fn forget_edition_news() {
    // The global object takes any new value.
    let _ = Reflect::set(&js_sys::global(), &LAST_WORD.into(), &JsValue::UNDEFINED);
}

/// Goes over to the newer build: the page is loaded anew.
pub(crate) fn take_update() {
    let Some(window) = web_sys::window() else { return };
    if let Ok(wish) = web_sys::Event::new("edition-wanted") {
        // Nobody can hold an event back that is not cancelable.
        let _ = window.dispatch_event(&wish);
    }
}

/// What a build says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Build {
    /// The commit it was made from.
    pub(crate) commit: Option<String>,
    /// Its files with the SHA-256 of each.
    pub(crate) files: Vec<(String, String)>,
}

/// What this build says of itself: `globalThis.__build = {version, commit, files: [[name, sha256]]}`.
pub(crate) fn build() -> Option<Build> {
    let told = Reflect::get(&js_sys::global(), &"__build".into()).ok().filter(JsValue::is_object)?;
    let get = |key: &str| Reflect::get(&told, &key.into()).unwrap_or(JsValue::UNDEFINED);
    let files = get("files").dyn_into::<Array>().ok()?;
    let pair = |entry: JsValue| {
        let entry = entry.dyn_into::<Array>().ok()?;
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    };
    Some(Build { commit: get("commit").as_string(), files: files.iter().filter_map(pair).collect() })
}
