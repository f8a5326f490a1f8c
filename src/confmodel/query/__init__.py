"""Questions: the record answers in the words of its domain."""

from confmodel.codec._collector import without_collector
from confmodel.query.aggregates import (
    Appearance,
    Claim,
    Contradiction,
    Due,
    Leadership,
    Meeting,
    OnlySpokenOf,
    PairOfParties,
    Report,
    SpeechCount,
    agreements_by_pair,
    commitments_due,
    contradictions,
    figures_on,
    leaders,
    meetings,
    meetings_graph,
    only_spoken_of,
    reports_of,
    statements_per_country,
    statements_per_speaker,
    timeline,
)
from confmodel.query.agreement import AgreementQuery
from confmodel.query.answers import Answers, NotOneError, ask
from confmodel.query.bulk import read_many
from confmodel.query.collection import Collection
from confmodel.query.conference import ConferenceQuery
from confmodel.query.delegate import DelegateQuery
from confmodel.query.figure import FigureQuery
from confmodel.query.hit import Hit
from confmodel.query.plain import question_from_dict, question_to_dict
from confmodel.query.question import Asks, Certainty, Question, asks_of
from confmodel.query.reason import How, Reason
from confmodel.query.standing import Standing, standing_of
from confmodel.query.statement import StatementQuery
from confmodel.query.vote import VoteQuery

__all__ = [
    "AgreementQuery",
    "Answers",
    "Appearance",
    "Asks",
    "Certainty",
    "Claim",
    "Collection",
    "ConferenceQuery",
    "Contradiction",
    "DelegateQuery",
    "Due",
    "FigureQuery",
    "Hit",
    "How",
    "Leadership",
    "Meeting",
    "NotOneError",
    "OnlySpokenOf",
    "PairOfParties",
    "Question",
    "Reason",
    "Report",
    "SpeechCount",
    "Standing",
    "StatementQuery",
    "VoteQuery",
    "agreements_by_pair",
    "ask",
    "asks_of",
    "commitments_due",
    "contradictions",
    "figures_on",
    "leaders",
    "meetings",
    "meetings_graph",
    "only_spoken_of",
    "question_from_dict",
    "question_to_dict",
    "read_many",
    "reports_of",
    "standing_of",
    "statements_per_country",
    "statements_per_speaker",
    "timeline",
    "without_collector",
]
