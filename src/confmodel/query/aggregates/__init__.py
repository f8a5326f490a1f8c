"""Tables over many records: who met whom, who said how much, what is due, what contradicts what."""

from confmodel.query.aggregates.absent import OnlySpokenOf, only_spoken_of
from confmodel.query.aggregates.contradictions import Contradiction, contradictions
from confmodel.query.aggregates.due import Due, commitments_due
from confmodel.query.aggregates.figures import Claim, figures_on
from confmodel.query.aggregates.leaders import Leadership, leaders
from confmodel.query.aggregates.meetings import Meeting, meetings, meetings_graph
from confmodel.query.aggregates.pacts import PairOfParties, agreements_by_pair
from confmodel.query.aggregates.speech import (
    Report,
    SpeechCount,
    reports_of,
    statements_per_country,
    statements_per_speaker,
)
from confmodel.query.aggregates.timeline import Appearance, timeline

__all__ = [
    "Appearance",
    "Claim",
    "Contradiction",
    "Due",
    "Leadership",
    "Meeting",
    "OnlySpokenOf",
    "PairOfParties",
    "Report",
    "SpeechCount",
    "agreements_by_pair",
    "commitments_due",
    "contradictions",
    "figures_on",
    "leaders",
    "meetings",
    "meetings_graph",
    "only_spoken_of",
    "reports_of",
    "statements_per_country",
    "statements_per_speaker",
    "timeline",
]
