"""Questions about what was said."""

from typing import ClassVar

import attrs
from attrs import field

from confmodel.model import Act, Manner, Modality, Other, Statement, When
from confmodel.query._choices import to_acts, to_manners, to_modalities
from confmodel.query._converters import (
    to_certainty,
    to_flag,
    to_names,
    to_period,
    to_since,
    to_tags,
    to_until,
    to_words,
)
from confmodel.query.question import Asks, Certainty, Query


@attrs.frozen(kw_only=True, repr=False)
class StatementQuery(Query[Statement]):
    """What was said: by whom, to whom, about what, and how.

    Words of a delegate are those of the delegation and of the country, too,
    and words of a group are those of everybody who is known to be in it; the
    answer says how each one matched. A group of which the source says "some"
    or "most" speaks only possibly for one of its members.

    Examples:
        >>> from confmodel import example
        >>> from confmodel.model import Manner
        >>> said = StatementQuery(by="Pakistan", manner=Manner.DIRECT).on(example())
        >>> [hit.entity.id for hit in said]
        ['wall']
    """

    asks_for: ClassVar[str] = "statement"
    """What is asked for."""

    by: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """Who said it: themselves, or those who speak for them or on their behalf, or a group that they
    are in."""

    to: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """To whom it was said; what is said to all the conference is said to all who took part,
    as in `ConferenceQuery`."""

    about: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """What it is about: something in the record, or words of one of its topics."""

    via: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """Who passed it on."""

    manner: tuple[Manner, ...] = field(
        default=(), converter=to_manners, metadata={"asks": Asks.CHOICE}
    )
    """How the source renders it."""

    act: tuple[Act | Other, ...] = field(
        default=(), converter=to_acts, metadata={"asks": Asks.CHOICE}
    )
    """What the speaker does by saying it."""

    modality: tuple[Modality | Other, ...] = field(
        default=(), converter=to_modalities, metadata={"asks": Asks.CHOICE}
    )
    """How it stands to the world."""

    topic: tuple[str, ...] = field(default=(), converter=to_words, metadata={"asks": Asks.WORDS})
    """Words of the name of one of its topics."""

    text: tuple[str, ...] = field(default=(), converter=to_words, metadata={"asks": Asks.WORDS})
    """Words of its text or of a quotation in it."""

    session: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """The session that it was said in."""

    language: tuple[str, ...] = field(default=(), converter=to_tags, metadata={"asks": Asks.TAG})
    """The language that it was said in (BCP 47); `pt` takes in `pt-BR`."""

    since: When | None = field(default=None, converter=to_since, metadata={"asks": Asks.DATE})
    """Said on the first day of this date or later.

    The date is its own, that of its session, or that of the conference.
    """

    until: When | None = field(default=None, converter=to_until, metadata={"asks": Asks.DATE})
    """Said on the last day of this date or earlier.

    The date is its own, that of its session, or that of the conference.
    """

    during: When | None = field(default=None, converter=to_period, metadata={"asks": Asks.DATE})
    """Said within this time."""

    grounded: bool | None = field(default=None, converter=to_flag, metadata={"asks": Asks.FLAG})
    """Whether it rests on words of a source; that they stand there is for `check` to say."""

    contradicted: bool | None = field(default=None, converter=to_flag, metadata={"asks": Asks.FLAG})
    """Whether a discrepancy of the record is about it, or about a figure in it."""

    with_figures: bool | None = field(default=None, converter=to_flag, metadata={"asks": Asks.FLAG})
    """Whether it claims a number."""

    with_quotations: bool | None = field(
        default=None, converter=to_flag, metadata={"asks": Asks.FLAG}
    )
    """Whether words of the speaker are quoted."""

    certainty: Certainty = field(
        default=Certainty.POSSIBLY, converter=to_certainty, metadata={"asks": Asks.CERTAINTY}
    )
    """How sure every condition has to be; by default, whatever the record does not exclude."""
