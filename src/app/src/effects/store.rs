//! The browser's own store on this machine: one database, one table, a few records by name.
//!
//! It knows nothing of what the records mean. Looking makes no database, so that a page that keeps nothing leaves no trace.

use crate::state::StoreFault;
use gloo::events::EventListener;
use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

/// The page's own name: pages opened from a folder share one place.
const DATABASE: &str = "doi-chieu-muc-tieu";
const TABLE: &str = "kept";
/// The form of the database itself; the records have versions of their own.
const FORM: u32 = 1;

/// What to do where there is no database yet.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Missing {
    Make,
    Leave,
}

/// The record of this name; `None` = there is none.
pub(super) async fn read(name: &str) -> Result<Option<JsValue>, StoreFault> {
    let Some(database) = open(Missing::Leave).await? else { return Ok(None) };
    let found = find(&database, name).await;
    database.close();
    found.map(|value| (!value.is_undefined()).then_some(value)).map_err(|error| fault(&error))
}

/// Writes all of these records or none; `None` deletes one.
pub(super) async fn write(records: Vec<(&'static str, Option<JsValue>)>) -> Result<(), StoreFault> {
    let Some(database) = open(Missing::Make).await? else { return Err(StoreFault::Failed) };
    let written = put(&database, &records).await;
    database.close();
    written.map_err(|error| fault(&error))
}

/// Deletes the database.
pub(super) async fn forget() -> Result<(), StoreFault> {
    let request = factory().and_then(|factory| factory.delete_database(DATABASE)).map_err(|error| fault(&error))?;
    answer(&request).await.map(drop).map_err(|error| fault(&error))
}

async fn open(missing: Missing) -> Result<Option<IdbDatabase>, StoreFault> {
    let request = factory().and_then(|factory| factory.open_with_u32(DATABASE, FORM));
    let request = request.map_err(|error| fault(&error))?;
    let asked = request.clone();
    let upgrade = EventListener::once(&request, "upgradeneeded", move |_| begin(&asked, missing));
    let opened = answer(&request).await;
    drop(upgrade);
    match opened {
        Ok(database) => Ok(database.dyn_into().ok()),
        // That is how `begin` leaves things as they are.
        Err(error) if missing == Missing::Leave && name_of(&error) == "AbortError" => Ok(None),
        Err(error) => Err(fault(&error)),
    }
}

/// A database that is not there is made, or the wish for it is taken back.
fn begin(request: &IdbOpenDbRequest, missing: Missing) {
    let database = request.result().ok().and_then(|database| database.dyn_into::<IdbDatabase>().ok());
    // What fails here fails the request, which is told there.
    match (missing, database) {
        (Missing::Make, Some(database)) => drop(database.create_object_store(TABLE)),
        _ => drop(request.transaction().map(|change| change.abort())),
    }
}

async fn find(database: &IdbDatabase, name: &str) -> Result<JsValue, JsValue> {
    let request = table(&database.transaction_with_str(TABLE)?)?.get(&name.into())?;
    answer(&request).await
}

async fn put(database: &IdbDatabase, records: &[(&str, Option<JsValue>)]) -> Result<(), JsValue> {
    let change = database.transaction_with_str_and_mode(TABLE, IdbTransactionMode::Readwrite)?;
    let table = table(&change)?;
    for (name, value) in records {
        match value {
            Some(value) => drop(table.put_with_key(value, &(*name).into())?),
            None => drop(table.delete(&(*name).into())?),
        }
    }
    let (done, undone) = (change.clone(), change.clone());
    let end = promise(move |resolve, reject| {
        done.set_oncomplete(Some(resolve));
        done.set_onabort(Some(reject));
    });
    let ended = JsFuture::from(end).await;
    ended.map(drop).map_err(|_| undone.error().map_or(JsValue::NULL, JsValue::from))
}

fn table(change: &IdbTransaction) -> Result<IdbObjectStore, JsValue> {
    change.object_store(TABLE)
}

/// What a request ends with.
async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let asked = request.clone();
    let end = promise(move |resolve, reject| {
        asked.set_onsuccess(Some(resolve));
        asked.set_onerror(Some(reject));
    });
    match JsFuture::from(end).await {
        Ok(_) => request.result(),
        Err(_) => Err(request.error().ok().flatten().map_or(JsValue::NULL, JsValue::from)),
    }
}

fn promise(prepare: impl Fn(&Function, &Function)) -> Promise {
    Promise::new(&mut |resolve, reject| prepare(&resolve, &reject))
}

fn factory() -> Result<IdbFactory, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    window.indexed_db()?.ok_or_else(|| JsValue::from(js_sys::Error::new("no store")))
}

// SOURCE: Indexed Database API 3.0 §3 "Exceptions"; a browser whose settings block site data throws SecurityError or
// InvalidStateError, or has no store at all.
fn fault(error: &JsValue) -> StoreFault {
    match name_of(error).as_str() {
        "QuotaExceededError" => StoreFault::Full,
        "" | "SecurityError" | "InvalidStateError" | "NotAllowedError" | "Error" | "TypeError" => StoreFault::Forbidden,
        // A database of a higher form was asked for with this one.
        "VersionError" => StoreFault::Newer,
        "NotReadableError" | "NotFoundError" | "DataError" | "DataCloneError" => StoreFault::LostFile,
        _ => StoreFault::Failed,
    }
}

fn name_of(error: &JsValue) -> String {
    let dom = error.dyn_ref::<DomException>().map(DomException::name);
    dom.or_else(|| error.dyn_ref::<js_sys::Error>().map(|error| error.name().into())).unwrap_or_default()
}
