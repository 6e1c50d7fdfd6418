//! Words of the smallest change: what is missing, and by when.

use crate::figures::bare_tenths;
use crate::overview::capital;
use crate::units::activity_counted;
use crate::{Text, both, dates};
use chrono::Datelike;
use domain::{Change, Figures, Language, Period, Span, Verdict};

/// The smallest change that would turn the verdict, for the window named by the period.
pub(super) fn change_sentence(language: Language, change: &Change, period: &Period) -> Text {
    let within = within(language, change.within);
    let Some(kind) = change.kind else { return members_sentence(language, change.missing, &within) };
    let missing = change.missing;
    let what = format!("{missing} {}", activity_counted(language, kind, missing));
    if !change.only_forgotten_rows {
        return both(
            language,
            format!("Thêm {what} có ngày {within} thì kết quả chuyển thành Đạt."),
            format!("{what} more dated {within} would turn the result to Met."),
        );
    }
    let over = capital(&dates::period_short(language, period));
    both(
        language,
        format!(
            "{over} đã kết thúc. Nếu còn việc đã làm chưa ghi vào bảng, thêm {what} có ngày {within} thì kết quả \
             chuyển thành Đạt."
        ),
        format!(
            "{over} is over. If something done is not in the table yet, {what} more dated {within} would turn the \
             result to Met."
        ),
    )
}

/// The smallest change in the unit of the verdict's figures: activities, people, women, conditions, a survey's tenths.
pub fn missing_sentence(language: Language, verdict: &Verdict, change: &Change) -> Text {
    let missing = change.missing;
    let within = within(language, change.within);
    match verdict.figures {
        Figures::People => people_sentence(language, verdict, change),
        Figures::Women => both(
            language,
            format!("Thêm {missing} nữ tham gia, không thêm nam ({within}), thì kết quả chuyển thành Đạt."),
            format!("{missing} more women and no more men ({within}) would turn the result to Met."),
        ),
        Figures::Parts => both(
            language,
            format!("Còn {missing} điều kiện chưa đủ ({within}); đủ tất cả thì kết quả chuyển thành Đạt."),
            format!("{missing} of the conditions still short ({within}); with all of them the result turns to Met."),
        ),
        Figures::Tenths => survey_sentence(language, missing),
        Figures::Submissions => hand_in_sentence(language, change, &within),
        Figures::Tick => both(
            language,
            "Đánh dấu đã thực hiện và ghi minh chứng thì kết quả chuyển thành Đạt.",
            "Tick it as done and name the evidence: the result turns to Met.",
        ),
        Figures::Activities | Figures::Members => change_sentence(language, change, &verdict.period),
    }
}

fn people_sentence(language: Language, verdict: &Verdict, change: &Change) -> Text {
    let missing = dates::number(language, change.missing);
    let people = if change.missing == 1 { "person" } else { "people" };
    let within = within(language, change.within);
    if !change.only_forgotten_rows {
        return both(
            language,
            format!("Thêm {missing} người được truyền thông {within} thì kết quả chuyển thành Đạt."),
            format!("{missing} more {people} reached {within} would turn the result to Met."),
        );
    }
    let over = capital(&dates::period_short(language, &verdict.period));
    both(
        language,
        format!("{over} đã kết thúc. Nếu bảng còn sót, bổ sung {missing} người {within} thì kết quả chuyển thành Đạt."),
        format!(
            "{over} is over. If the table lacks any, {missing} more {people} {within} would turn the result to Met."
        ),
    )
}

fn survey_sentence(language: Language, tenths: u32) -> Text {
    let away = bare_tenths(language, tenths);
    both(
        language,
        format!("Kết quả khảo sát còn cách mức Kế hoạch yêu cầu {away}."),
        format!("The survey is {away} away from what the plan requires."),
    )
}

fn hand_in_sentence(language: Language, change: &Change, within: &str) -> Text {
    if change.only_forgotten_rows {
        return both(
            language,
            "Đã hết hạn. Nếu đã gửi đúng hạn mà chưa ghi vào bảng, bổ sung ngày gửi thì kết quả chuyển thành Đạt.",
            "The day is over. If it was handed in on time and is not in the table, adding the day would turn the result \
             to Met.",
        );
    }
    both(
        language,
        format!("Gửi {within} thì kết quả chuyển thành Đạt."),
        format!("Handing it in {within} turns the result to Met."),
    )
}

/// Members of a share have no kind of activity.
fn members_sentence(language: Language, missing: u32, within: &str) -> Text {
    let en = if missing == 1 { "member" } else { "members" };
    both(
        language,
        format!("Cần thêm {missing} đối tượng đáp ứng yêu cầu ({within}) thì kết quả chuyển thành Đạt."),
        format!("{missing} more {en} fulfilling it ({within}) would turn the result to Met."),
    )
}

/// `từ 01/07 đến 30/09/2024`, both years where they differ, or the one day left.
fn within(language: Language, span: Span) -> String {
    let to = dates::day(span.to());
    if span.is_day() {
        return both(language, to.clone(), format!("on {to}")).into_owned();
    }
    let same_year = span.from().year() == span.to().year();
    let from = if same_year { dates::day_of_year(span.from()) } else { dates::day(span.from()) };
    both(language, format!("từ {from} đến {to}"), format!("from {from} to {to}")).into_owned()
}
