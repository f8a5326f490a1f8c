"""Coverage: which facts of a record rest on words, and which do not yet."""

from collections.abc import Iterator

import attrs

from confmodel.grounding.pieces import holders
from confmodel.model import Conference, Evidence, Figure
from confmodel.model._base import Record
from confmodel.model._shape import fields_of, items_of
from confmodel.model.fact import Fact

_NO_CLAIM = frozenset(
    {"id", "evidence", "not_stated", "note", "identifiers", "extra", "is_complete", "counts"}
)
"""Fields that say how the record is made, and nothing that a source could say."""


@attrs.frozen(kw_only=True)
class FactCoverage:
    """How far one fact rests on words."""

    pointer: str
    """Where the fact stands in the record, as a JSON Pointer (RFC 6901)."""

    address: str
    """The id of the fact; `id/field` of its holder, if it has none."""

    kind: str
    """What it is: a statement, a delegate, an agreement."""

    proved: tuple[str, ...]
    """The fields that words are given for."""

    unproved: tuple[str, ...]
    """The fields that have a value and no words."""

    @property
    def is_proved(self) -> bool:
        """Whether every field that has a value has words, or stands in a fact that has."""
        return not self.unproved


@attrs.frozen(kw_only=True)
class Coverage:
    """How far a record rests on words.

    It counts what is given, not what is found: whether the words stand in
    their sources is for a check with the texts to say. Nor is a fact with
    words for one field proved in all of them.

    Examples:
        >>> import confmodel
        >>> coverage = coverage_of(confmodel.example("warsaw-2026"))
        >>> coverage.by_kind["agreement"]
        (3, 3)
        >>> record = confmodel.Conference(id="c", name="C", theme="Water")
        >>> coverage_of(record).fields_without_words
        ('c/name', 'c/theme')
    """

    facts: tuple[FactCoverage, ...]
    """The conference, everything that it lists but for sources, and every figure; in the order of
    the document. A place, an office, a ballot and their like are fields of the fact they stand in.
    """

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
        """The addresses of the facts that no words are given for, in none of their fields."""
        return tuple(fact.address for fact in self.facts if not fact.proved)

    @property
    def fields_without_words(self) -> tuple[str, ...]:
        """The fields that have a value and no words, as `address/field`."""
        return tuple(f"{fact.address}/{name}" for fact in self.facts for name in fact.unproved)


def coverage_of(record: Conference) -> Coverage:
    """Tell which facts, and which of their fields, have evidence.

    Evidence that names no field stands for the whole fact. Background counts:
    somebody said on purpose that it needs no words.
    """
    return Coverage(facts=tuple(_facts_in(record)))


def _facts_in(record: Conference) -> Iterator[FactCoverage]:
    yield from _with_figures(record, "", record.id)
    for field in fields_of(Conference):
        if not field.is_collection or field.name in ("sources", "accepts"):
            continue
        for n, fact in enumerate(getattr(record, field.name)):
            address = fact.id or f"{record.id}/{field.name}"
            yield from _with_figures(fact, f"/{field.name}/{n}", address)


def _with_figures(fact: Fact, pointer: str, address: str) -> Iterator[FactCoverage]:
    yield _coverage(fact, pointer, address)
    for field in fields_of(type(fact)):
        if field.kind is not Figure:
            continue
        here = f"{pointer}/{field.name}"
        for n, figure in items_of(field, fact):
            place = here if n is None else f"{here}/{n}"
            yield _coverage(figure, place, figure.id or f"{address}/{field.name}")


def _coverage(fact: Fact, pointer: str, address: str) -> FactCoverage:
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
        pointer=pointer,
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
