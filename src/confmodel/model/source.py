"""Sources: the documents that say what the record holds."""

import enum
from collections.abc import Iterable
from typing import ClassVar

import attrs
from attrs import field

from confmodel.errors import InvalidValueError
from confmodel.model._base import Other
from confmodel.model._checked import checked, several
from confmodel.model._constraints import Count, Digest, LanguageTag, Text
from confmodel.model._dates import to_when
from confmodel.model._references import to_one_source
from confmodel.model.fact import Entity, Fact
from confmodel.model.when import When


class SourceKind(enum.StrEnum):
    """What kind of document a source is."""

    NEWS_REPORT = "news_report"
    """A report of a newspaper, an agency or a station. IPTC media topic genre: report."""

    PRESS_RELEASE = "press_release"
    """A statement for the press by one of those who took part. IPTC: press release."""

    READOUT = "readout"
    """One side's account of a meeting. Ours."""

    TRANSCRIPT = "transcript"
    """What was said, word for word. IPTC genre: transcript."""

    MINUTES = "minutes"
    """The official account of a meeting. Ours."""

    COMMUNIQUE = "communique"
    """The document that the participants issued together. Ours."""

    TREATY_TEXT = "treaty_text"
    """The text of an instrument. UN treaty collection."""

    HISTORY = "history"
    """An account written afterwards, such as an encyclopaedia's. IPTC genre: background."""

    OPINION = "opinion"
    """A comment. IPTC genre: opinion."""

    DATA = "data"
    """A list, a table or a data set, such as a list of participants. Ours."""


class PartKind(enum.StrEnum):
    """What a stretch of the text is."""

    HEADLINE = "headline"
    """The title. NewsML-G2 and IPTC: headline."""

    DECK = "deck"
    """A line beneath the headline that sums the report up. IPTC: subheadline."""

    BYLINE = "byline"
    """Who wrote it. NewsML-G2: by."""

    DATELINE = "dateline"
    """Where and when it was written. NewsML-G2: dateline."""

    BODY = "body"
    """The report itself. ninjs: body."""

    CAPTION = "caption"
    """What stands beneath a picture. IPTC photo metadata: caption."""

    CREDIT = "credit"
    """Whom a picture or a text is from. IPTC photo metadata: credit line."""

    FOOTNOTE = "footnote"
    """A note outside the running text. Akoma Ntoso: authorialNote."""

    ANNEX = "annex"
    """What is added behind. Akoma Ntoso: attachment."""

    PARAGRAPH = "paragraph"
    """A numbered paragraph. Akoma Ntoso: paragraph."""

    TURN = "turn"
    """What one speaker says in a transcript until another does. Akoma Ntoso: speech."""

    PREPARED_REMARKS = "prepared_remarks"
    """A speech as handed out. Ours."""


class SourceRelation(enum.StrEnum):
    """How one source depends on another."""

    SYNDICATED_COPY = "syndicated_copy"
    """The same text elsewhere: it confirms nothing. PROV: alternateOf."""

    REVISION = "revision"
    """A corrected or later version. PROV: wasRevisionOf."""

    TRANSLATION = "translation"
    """The text in another language. schema.org: translationOfWork."""

    EXTRACT = "extract"
    """A part of it. PROV: wasQuotedFrom."""

    SUMMARY = "summary"
    """A shorter account of it. PROV: wasDerivedFrom."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Part(Fact):
    """A stretch of the text of a source, such as its caption.

    Raises:
        InvalidValueError: If it ends before it starts.

    Examples:
        >>> Part(kind=PartKind.PARAGRAPH, number="12", start=100, end=180).label
        'paragraph/12'
    """

    kind: PartKind | Other
    """What it is."""

    number: Text | None = None
    """Which one of several, as printed, such as the number of a paragraph.

    `None` if it has no number, or the record does not give it.
    """

    start: Count | None = None
    """Code points of the text before it. `None` if the record does not say."""

    end: Count | None = None
    """Code points of the text up to its end, exclusive. `None` if not said."""

    def __attrs_post_init__(self) -> None:
        """Refuse a part that ends before it starts."""
        if self.start is not None and self.end is not None and self.end < self.start:
            raise InvalidValueError(
                code="E105",
                path="end",
                value=self.end,
                message=f"{self.end} lies before the start, {self.start}",
                help="give the offset behind the last code point",
            )

    @property
    def label(self) -> str:
        """What evidence calls it: its kind, and its number where it has one."""
        kind = self.kind.other if isinstance(self.kind, Other) else self.kind.value
        return kind if self.number is None else f"{kind}/{self.number}"


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class SourceLink(Fact):
    """Another source that this one repeats, corrects or translates.

    Examples:
        >>> SourceLink(source="agency", relation=SourceRelation.SYNDICATED_COPY).source
        'agency'
    """

    source: str = field(converter=to_one_source)
    """The id of the other source."""

    relation: SourceRelation | Other
    """What this one is of the other."""


def to_parts(value: Iterable[Part]) -> tuple[Part, ...]:
    """Take several parts."""
    return several(value, Part)


def to_source_links(value: Iterable[SourceLink]) -> tuple[SourceLink, ...]:
    """Take several links to sources."""
    return several(value, SourceLink)


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Source(Entity):
    """The document that says it. Its text never travels with the record.

    It can be a speaker: a judgement of the document itself is a statement of
    its author, or of the source where no author is named.

    Examples:
        >>> Source(id="gazette", kind=SourceKind.NEWS_REPORT, published="2031-05-08").published
        When('2031-05-08')
    """

    kind_name: ClassVar[str] = "source"
    """What the class is called in messages and addresses."""

    kind: SourceKind | Other | None = None
    """What kind of document it is. `None` if the record does not say."""

    title: Text | None = None
    """Its headline or title as printed. `None` if it has none, or the record does not say."""

    publisher: Text | None = None
    """Who published it. `None` if the record does not say."""

    agency: Text | None = None
    """The agency that a report or picture is taken from. `None` if from none, or not said."""

    author: Text | None = None
    """Who wrote it, as the byline has it. `None` if the record does not say."""

    published: When | None = field(default=None, converter=to_when)
    """When it was published. Not when the event was. `None` if the record does not say."""

    modified: When | None = field(default=None, converter=to_when)
    """When it was last changed by its publisher. `None` if never, or not said."""

    url: Text | None = None
    """Where it can be read. `None` if the record gives no address."""

    language: LanguageTag | None = None
    """The language it is written in (BCP 47). `None` if the record does not say."""

    parts: tuple[Part, ...] = field(default=(), converter=to_parts)
    """The stretches of its text that are more than body, such as headline and caption."""

    classification: Text | None = None
    """A mark such as "confidential", as printed. `None` if it bears none, or not said."""

    attribution_rule: Text | None = None
    """Under which rule it may be cited, such as "Chatham House" or "on background".

    `None` if under none, or the record does not say.
    """

    embargo: When | None = field(default=None, converter=to_when)
    """Before when it must not be published. `None` if there is no embargo, or not said."""

    is_extract: bool = False
    """Whether the text at hand is only a part of the document."""

    length: Count | None = None
    """Code points of its text, to know it again. `None` if nobody counted."""

    sha256: Digest | None = None
    """SHA-256 (FIPS 180-4) of its text in UTF-8, to know it again.

    `None` if nobody has looked at the text yet.
    """

    reports_on: tuple[SourceLink, ...] = field(default=(), converter=to_source_links)
    """The sources that it repeats, corrects or translates: no witnesses of its own."""


def to_sources(value: Iterable[Source]) -> tuple[Source, ...]:
    """Take several sources."""
    return several(value, Source)
