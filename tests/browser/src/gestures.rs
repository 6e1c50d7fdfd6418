//! What a visitor does with more than one finger: chords, the clipboard, a folder dragged over.

use crate::Visitor;
use anyhow::{Context, Result};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::json;
use std::path::Path;

const CONTROL: char = '\u{E009}';

impl Visitor {
    /// Presses a key while Ctrl is held down.
    pub async fn press_with_control(&self, key: char) -> Result<()> {
        let keys = KeyActions::new("keyboard".into())
            .then(KeyAction::Down { value: CONTROL })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: CONTROL });
        self.client().perform_actions(keys).await?;
        Ok(())
    }

    /// Pastes into whatever has the focus: text of these kinds (`text/plain`, `text/html`), and pictures beside it.
    pub async fn paste_into_focus(&self, texts: &[(&str, &str)], pictures: u32) -> Result<()> {
        let script = "const d=new DataTransfer();for(const [kind,text] of arguments[0])d.setData(kind,text);\
             for(let i=0;i<arguments[1];i++)d.items.add(new File(['x'],'image.png',{type:'image/png'}));\
             document.activeElement.dispatchEvent(new ClipboardEvent('paste',{bubbles:true,cancelable:true,clipboardData:d}))";
        self.client().execute(script, vec![json!(texts), json!(pictures)]).await?;
        Ok(())
    }

    /// Drags a folder or files of the disk over the page and lets them fall, as the file manager does.
    pub async fn drag(&self, paths: &[&Path]) -> Result<()> {
        let files: Result<Vec<String>> = paths.iter().map(|path| absolute(path)).collect();
        let data = json!({ "items": [], "files": files?, "dragOperationsMask": 1 });
        for kind in ["dragEnter", "dragOver", "drop"] {
            let params = json!({ "type": kind, "x": 200, "y": 300, "data": data });
            self.tools("Input.dispatchDragEvent", params).await?;
        }
        Ok(())
    }

    /// What lies on the clipboard as this kind (`text/plain`, `text/html`); empty if nothing does.
    pub async fn clipboard(&self, kind: &str) -> Result<String> {
        let params = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.tools("Browser.grantPermissions", params).await?;
        let script = "const [kind, tell] = arguments;\
             navigator.clipboard.read().then(async ([item]) =>\
             tell(item && item.types.includes(kind) ? await (await item.getType(kind)).text() : ''), e => tell('' + e))";
        let text = self.client().execute_async(script, vec![json!(kind)]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Shows the page as it is printed, or as it stands on the screen again.
    pub async fn show_as(&self, media: &str) -> Result<()> {
        let params = json!({ "media": media });
        self.tools("Emulation.setEmulatedMedia", params).await?;
        Ok(())
    }

    /// The texts in the cells of the table that is typed, row by row; blank rows are left out.
    pub async fn typed_rows(&self) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll('.entry-table tbody tr:not([data-blank])')]\
             .map(row => [...row.querySelectorAll('input')].map(cell => cell.value).join('|'))";
        Ok(serde_json::from_value(self.run(script).await?)?)
    }
}

/// The whole path of a file, as the browser wants it.
pub(crate) fn absolute(path: &Path) -> Result<String> {
    let path = path.canonicalize().with_context(|| format!("no file {}", path.display()))?;
    Ok(path.to_string_lossy().into_owned())
}
