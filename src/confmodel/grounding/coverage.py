"""Coverage: which facts of a record rest on words, and which do not yet."""

from collections.abc import Iterator

import attrs

from confmodel.grounding.pieces import holders
from confmodel.model import Conference, Evidence, Figure
from confmodel.model._base import Record
from confmodel.model._shape import fields_of
from confmodel.model.fact import Fact

_NO_CLAIM = frozenset(
    {"id", "evidence", "not_stated", "note", "identifiers", "extra", "is_complete", "counts"}
)
"""Fields that say how the record is made, and nothing that a source could say."""


@attrs.frozen(kw_only=True)
class FactCoverage:
    """How far one fact rests on words."""

    address: str
    """The id of the fact."""

    kind: str
    """What it is: a statement, a delegate, an agreement."""

    proved: tuple[str, ...]
    """The fields that words are given for."""

    unproved: tuple[str, ...]
    """The fields that have a value and no words."""

    @property
    def is_proved(self) -> bool:
        """Whether every field that has a value has words."""
        return not self.unproved


@attrs.frozen(kw_only=True)
class Coverage:
    """How far a record rests on words.

    Examples:
        >>> import confmodel
        >>> coverage = coverage_of(confmodel.example("warsaw-2026"))
        >>> coverage.by_kind["agreement"]
        (3, 3)
    """

    facts: tuple[FactCoverage, ...]
    """Every fact that has an id, in the order of the document, but for sources."""

    @property
    def by_kind(self) -> dict[str, tuple[int, int]]:
        """For each kind of fact, how many have words for anything, and how many there are."""
        counts: dict[str, tuple[int, int]] = {}
        for fact in self.facts:
            some, every = counts.get(fact.kind, (0, 0))
            counts[fact.kind] = (some + bool(fact.proved), every + 1)
        return counts

    @property
    def without_words(self) -> tuple[str, ...]:
        """The ids of the facts that no words are given for."""
        return tuple(fact.address for fact in self.facts if not fact.proved)


def coverage_of(record: Conference) -> Coverage:
    """Tell which facts, and which of their fields, have evidence.

    Evidence that names no field stands for the whole fact. Background counts:
    somebody said on purpose that it needs no words.
    """
    return Coverage(facts=tuple(_facts_in(record)))


def _facts_in(record: Conference) -> Iterator[FactCoverage]:
    yield _coverage(record, record.id)
    for field in fields_of(Conference):
        if not field.is_collection or field.name in ("sources", "accepts"):
            continue
        for fact in getattr(record, field.name):
            yield _coverage(fact, fact.id or "")
            yield from (
                _coverage(figure, figure.id)
                for figure in getattr(fact, "figures", ())
                if isinstance(figure, Figure) and figure.id is not None
            )


def _coverage(fact: Fact, address: str) -> FactCoverage:
    whole = any(not each.supports for each in fact.evidence)
    named = {name for each in fact.evidence for name in each.supports}
    proved: list[str] = []
    unproved: list[str] = []
    for field in fields_of(type(fact)):
        if field.name in _NO_CLAIM or field.is_collection or field.name == "confmodel":
            continue
        held = getattr(fact, field.name)
        if held in (None, (), field.default):
            continue
        inside = held if isinstance(held, tuple) else (held,)
        has_words = whole or field.name in named or all(map(_has_words, inside))
        (proved if has_words else unproved).append(field.name)
    return FactCoverage(
        address=address,
        kind=getattr(fact, "kind_name", type(fact).__name__.lower()),
        proved=tuple(proved),
        unproved=tuple(unproved),
    )


def _has_words(value: object) -> bool:
    """Tell whether an object inside a fact brings evidence of its own."""
    if isinstance(value, Evidence):
        return True
    if not isinstance(value, Record):
        return False
    return any(
        _has_words(each)
        for name, is_many, _ in holders(type(value))
        for each in (getattr(value, name) if is_many else (getattr(value, name),))
        if each is not None
    )
