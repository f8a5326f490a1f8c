"""Statements: who said what, word for word or in paraphrase."""

import enum
from collections.abc import Iterable
from typing import ClassVar

import attrs
from attrs import field

from confmodel.model._base import Other
from confmodel.model._checked import checked, several
from confmodel.model._constraints import LanguageTag, Text
from confmodel.model._dates import to_when
from confmodel.model._references import (
    to_actors,
    to_anything,
    to_audience,
    to_relays,
    to_session,
    to_speakers,
)
from confmodel.model.fact import Entity
from confmodel.model.figure import Figure, to_figures
from confmodel.model.quotation import Quotation, to_quotations
from confmodel.model.topic import Topic, to_topics
from confmodel.model.when import When


class Manner(enum.StrEnum):
    """How the source renders what was said, by its fullest rendering."""

    DIRECT = "direct"
    """Word for word, between quotation marks. PARC 3.0: direct."""

    MIXED = "mixed"
    """In paraphrase, with some words quoted. PARC 3.0: mixed."""

    INDIRECT = "indirect"
    """In paraphrase alone. PARC 3.0: indirect."""

    NARRATED = "narrated"
    """Speech is reported without what was said. Akoma Ntoso: narrative."""


class Act(enum.StrEnum):
    """What the speaker does by saying it."""

    AGREE = "agree"
    """Says that others are right, "agreed that". PLOVER: AGREE."""

    CONSULT = "consult"
    """Talks a matter over. PLOVER: CONSULT."""

    SUPPORT = "support"
    """Stands by somebody. PLOVER: SUPPORT."""

    CONCEDE = "concede"
    """Gives way. PLOVER: CONCEDE."""

    REQUEST = "request"
    """Asks for something to be done. PLOVER: REQUEST."""

    ACCUSE = "accuse"
    """Blames somebody. PLOVER: ACCUSE."""

    WARN = "warn"
    """Says what harm may come, or that one is worried. Ours."""

    REJECT = "reject"
    """Says no to somebody. PLOVER: REJECT."""

    THREATEN = "threaten"
    """Announces harm. PLOVER: THREATEN."""

    INFORM = "inform"
    """Says that something is so. Ours."""

    COMMIT = "commit"
    """Promises something on one's own part. Ours; Searle: commissive."""

    PRAISE = "praise"
    """Says that something is good. Ours; CAMEO 051."""

    QUESTION = "question"
    """Asks to know. Ours."""

    REFUSE = "refuse"
    """Says that one will not do something. Ours."""

    RESERVE = "reserve"
    """Holds back on something, otherwise than to an instrument. Ours."""

    EXPLAIN_VOTE = "explain_vote"
    """Says why one votes so. UN General Assembly, rule 88: explanation of vote."""


class Modality(enum.StrEnum):
    """How what is said stands to the world (PLOVER: modes)."""

    HISTORICAL = "historical"
    """It has been so. PLOVER: historical."""

    FUTURE = "future"
    """It will be so. PLOVER: future."""

    HYPOTHETICAL = "hypothetical"
    """It may or might be so. PLOVER: hypothetical."""

    NEGATED = "negated"
    """It is not so. PLOVER: negated."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Statement(Entity):
    """One utterance, or one report that speech took place.

    Manner, act and modality are independent of each other. A headline that
    repeats an utterance is more evidence for it, not another statement.

    Examples:
        >>> s1 = Statement(id="s1", speakers=["r-vale"], manner=Manner.NARRATED)
        >>> s1.text is None
        True
    """

    kind_name: ClassVar[str] = "statement"
    """What the class is called in messages and addresses."""

    speakers: tuple[str, ...] = field(default=(), converter=to_speakers)
    """The ids of those who said it: persons, groups, a resolution, a source.

    Empty if the record does not say who did.
    """

    manner: Manner | None = None
    """How the source renders it. `None` if the record does not say."""

    act: Act | Other | None = None
    """What the speaker does by saying it. `None` if the record does not say."""

    modality: Modality | Other | None = None
    """How it stands to the world. `None` if it is plainly said to be so, or not coded."""

    text: Text | None = None
    """The coder's rendering of what was said. `None` if it is direct, or not written down."""

    quotations: tuple[Quotation, ...] = field(default=(), converter=to_quotations)
    """The words that the source prints between quotation marks."""

    on_behalf_of: tuple[str, ...] = field(default=(), converter=to_actors)
    """The ids of those for whom they speak, if for others. PROV: actedOnBehalfOf."""

    addressees: tuple[str, ...] = field(default=(), converter=to_audience)
    """The ids of those to whom it was said; the conference itself for all who were there."""

    about: tuple[str, ...] = field(default=(), converter=to_anything)
    """The ids of what it is about."""

    topics: tuple[Topic, ...] = field(default=(), converter=to_topics)
    """What it is about, in words."""

    via: tuple[str, ...] = field(default=(), converter=to_relays)
    """The ids of those who passed it on, innermost first, without the source itself."""

    session: str | None = field(default=None, converter=to_session)
    """The id of the session it was said in. `None` if the record does not say."""

    when: When | None = field(default=None, converter=to_when)
    """When it was said, if that is more than the time of the event. `None` if not said."""

    language: LanguageTag | None = None
    """The language it was said in (BCP 47). `None` if the record does not say."""

    figures: tuple[Figure, ...] = field(default=(), converter=to_figures)
    """The numbers it claims."""


def to_statements(value: Iterable[Statement]) -> tuple[Statement, ...]:
    """Take several statements."""
    return several(value, Statement)
