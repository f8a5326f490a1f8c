"""Hypothesis strategies for the classes of the model, for your tests and for ours.

They need the extra `testing`: `pip install ".[testing]"` in a checkout.

`conferences` generates whole valid records, `nearly_valid_conferences`
documents with exactly one fault. Beside them there is one strategy for each
class, named in the plural, for values that stand alone. These take the same
options:

- `references`: the ids that may be referred to, by kind, such as
  `{"delegate": ["naqvi"]}`; nothing of any other kind is referred to then.
  Without it, they are made up, such as `delegate-1`.
- `with_evidence`, `with_extras`: whether evidence and members of the author's
  own come.
- any field of the class, which is then fixed to a value, or drawn from the
  strategy that is given: `statements(speakers=["naqvi"])`.

For the values of a vocabulary there is `choices`. All that is generated can be
stored: whatever stands alone is valid for itself, and a conference as a whole.
"""

from confmodel.strategies._conferences import conferences
from confmodel.strategies._dates import edtf_texts, whens
from confmodel.strategies._entities import (
    agreements,
    countries,
    delegates,
    delegations,
    groups,
    organizations,
    people,
    sessions,
    sources,
    statements,
    votes,
)
from confmodel.strategies._faults import Fault, nearly_valid_conferences
from confmodel.strategies._texts import choices, decimals, extras, ids, others, plain_data, texts
from confmodel.strategies._values import (
    acceptances,
    accounts,
    ballots,
    commitments,
    consent_acts,
    discrepancies,
    editions,
    event_links,
    evidence,
    figures,
    identifiers,
    names,
    offices,
    participants,
    parts,
    places,
    quotations,
    ratio_terms,
    roles,
    seals,
    source_links,
    topics,
)

__all__ = [
    "Fault",
    "acceptances",
    "accounts",
    "agreements",
    "ballots",
    "choices",
    "commitments",
    "conferences",
    "consent_acts",
    "countries",
    "decimals",
    "delegates",
    "delegations",
    "discrepancies",
    "editions",
    "edtf_texts",
    "event_links",
    "evidence",
    "extras",
    "figures",
    "groups",
    "identifiers",
    "ids",
    "names",
    "nearly_valid_conferences",
    "offices",
    "organizations",
    "others",
    "participants",
    "parts",
    "people",
    "places",
    "plain_data",
    "quotations",
    "ratio_terms",
    "roles",
    "seals",
    "sessions",
    "source_links",
    "sources",
    "statements",
    "texts",
    "topics",
    "votes",
    "whens",
]
