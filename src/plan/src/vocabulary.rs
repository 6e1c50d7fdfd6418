//! The words of a plan for those who read tables. Knows where the words stand, not how they are found in cells.

use crate::model::{ActivityKindInfo, Plan};
use domain::{ActivityKind, ChannelTerm, KindTerms, Vocabulary};

/// The plan's terms, in the order of the closed lists and of the file.
pub fn vocabulary(plan: &Plan) -> Vocabulary {
    let units = plan.unit_kinds.iter().flat_map(|(kind, info)| info.terms.iter().map(|term| (term.clone(), *kind)));
    let tags = plan.tags.iter().flat_map(|(tag, info)| info.terms.iter().map(|term| (term.clone(), tag.clone())));
    Vocabulary {
        units: units.collect(),
        kinds: plan.activity_kinds.iter().map(kind_terms).collect(),
        channels: plan.activity_kinds.iter().flat_map(channel_terms).collect(),
        tags: tags.collect(),
    }
}

fn kind_terms((kind, info): (&ActivityKind, &ActivityKindInfo)) -> KindTerms {
    KindTerms { kind: *kind, terms: info.terms.clone(), ask_terms: info.ask_terms.clone() }
}

fn channel_terms<'p>((kind, info): (&'p ActivityKind, &'p ActivityKindInfo)) -> impl Iterator<Item = ChannelTerm> + 'p {
    info.channels.iter().map(|term| ChannelTerm { term: term.clone(), kind: *kind })
}
