//! Which of several states stands for all of them.

use domain::State;

/// Most urgent first: what asks for action or an answer comes before what is settled.
const URGENCY: [State; 9] = [
    State::Missed,
    State::Late,
    State::AtRisk,
    State::Uncertain,
    State::NoData,
    State::OnTrack,
    State::Met,
    State::NotYetDue,
    State::NotApplicable,
];

/// The most urgent of `states`; `NotApplicable` if there are none.
pub fn worst(states: impl IntoIterator<Item = State>) -> State {
    let urgency = |state: &State| URGENCY.iter().position(|other| other == state);
    states.into_iter().min_by_key(urgency).unwrap_or(State::NotApplicable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_urgent_state_stands_for_all() {
        assert_eq!(worst([State::Met, State::Missed, State::NoData]), State::Missed);
        assert_eq!(worst([State::Met, State::NotYetDue]), State::Met);
        assert_eq!(worst([]), State::NotApplicable);
    }

    #[test]
    fn every_state_has_its_place() {
        for state in State::ALL {
            assert!(URGENCY.contains(&state), "{state:?}");
        }
    }
}
