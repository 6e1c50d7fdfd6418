//! The button that saves a chart as a picture, and what every such picture says of its source.

use crate::effects;
use crate::picture::Chart;
use crate::views::icons::{Icon, IconView};
use domain::{Language, PlanSlice, Summary};
use wording::Say;
use wording::chart::ChartText;
use wording::reports::PictureText;
use yew::prelude::*;

/// Source and plan, and that the data are samples, if they are.
pub(crate) fn source(language: Language, summary: &Summary, plan: Option<&PlanSlice>, is_sample: bool) -> Vec<String> {
    let files = u32::try_from(summary.files.len()).unwrap_or(u32::MAX);
    let source = PictureText::Source { files, rows: summary.used_rows };
    let plan = plan.map(|plan| PictureText::Plan(plan.title.clone()));
    let sample = is_sample.then_some(PictureText::Sample);
    sample.into_iter().chain([source]).chain(plan).map(|text| text.say(language).into_owned()).collect()
}

/// The button. The chart is drawn when it is asked for.
pub(crate) fn save_button(language: Language, name: String, title: &str, chart: impl Fn() -> Chart + 'static) -> Html {
    let label = ChartText::SaveOf(title.to_owned()).say(language).into_owned();
    let onclick = Callback::from(move |_: MouseEvent| effects::save_chart(&format!("{name}.svg"), &chart(), language));
    html! {
        <p class="chart-save">
            <button type="button" class="button" {onclick} aria-label={label}>
                <IconView icon={Icon::Download} />
                { ChartText::Save.say(language) }
            </button>
        </p>
    }
}
