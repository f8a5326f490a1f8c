"""Names: what else a thing is called, in which language, and by whom."""

import enum
from collections.abc import Iterable

import attrs

from confmodel.model._base import Other
from confmodel.model._checked import checked, several
from confmodel.model._constraints import LanguageTag, ScriptCode, Text
from confmodel.model.fact import Fact


class NameKind(enum.StrEnum):
    """What kind of name it is."""

    OFFICIAL = "official"
    """As its bearer writes it, with all its letters. Wikidata: official name."""

    SHORT = "short"
    """The everyday form. Wikidata: short name."""

    FORMER = "former"
    """No longer borne. Wikidata: former name; Popolo: a name with an end date."""

    ACRONYM = "acronym"
    """Initial letters. Ours."""

    VARIANT = "variant"
    """Another spelling or transliteration that a source prints. FollowTheMoney: alias."""

    TRANSLATION = "translation"
    """The same name in another language. Ours."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Name(Fact):
    """Another name of something, beside the one that the report prints.

    The printed spelling stays in `name` of the thing itself; the official one
    comes here. Names of persons are never taken apart.

    Examples:
        >>> Name(value="Marcin Kierwiński", language="pl", kind=NameKind.OFFICIAL)
        Name(value='Marcin Kierwiński', language='pl', kind=NameKind.OFFICIAL)
    """

    value: Text
    """The name, letter by letter."""

    language: LanguageTag | None = None
    """The language it is in (BCP 47). `None` if the record does not say."""

    script: ScriptCode | None = None
    """The script it is written in (ISO 15924), where the language leaves that open.

    `None` if the record does not say.
    """

    kind: NameKind | Other | None = None
    """What kind of name it is. `None` if the record does not say."""


def to_names(value: Iterable[Name | str]) -> tuple[Name, ...]:
    """Take several names; a text stands for a name of which nothing more is known."""
    return several(value, Name, short=lambda text: Name(value=text))
