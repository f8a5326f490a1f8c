"""The fast decision on integrity: one function, written out for the classes of the model.

A walk that asks each field what it is costs more than decoding does. So the
walk is written out once, as attrs writes out constructors, from the same
description of the fields that the explaining walk reads.
"""

import functools
import re
from collections.abc import Callable, Iterator
from typing import Any

from confmodel.checks._circles import CIRCULAR, closing_edges
from confmodel.checks._rules import is_kept, is_markable
from confmodel.model import Conference, Evidence, Extra, Figure, Seal, Source
from confmodel.model._constraints import ID_PATTERN, Matches
from confmodel.model._references import ANY
from confmodel.model._shape import Field, Form, classes_in, fields_of

_SEEN_TO = ("id", "confmodel")
"""Fields whose patterns are seen to elsewhere: with the ids, and with the version."""


def _lines_of(pattern: str) -> Callable[[str], object]:
    """Build what tells whether every line of a text matches a pattern."""
    return re.compile(rf"(?:{pattern})(?:\n(?:{pattern}))*").fullmatch


_BITS = {kind: 1 << place for place, kind in enumerate(sorted(ANY))}
_FIGURE, _DISCREPANCY = _BITS["figure"], _BITS["discrepancy"]
_KINDS = {owner.kind_name: owner for owner in classes_in(Conference) if hasattr(owner, "kind_name")}
_NAMES = {
    _BITS[kind]: frozenset(field.name for field in fields_of(owner))
    for kind, owner in _KINDS.items()
}


_PATTERNS = tuple(
    dict.fromkeys(
        field.constraint.pattern
        for owner in classes_in(Conference)
        for field in fields_of(owner)
        if isinstance(field.constraint, Matches) and field.name not in _SEEN_TO
    )
)
"""The patterns that some texts have to match; those of ids are seen to with the ids."""

_DIGESTS = next(
    _PATTERNS.index(field.constraint.pattern)
    for field in fields_of(Seal)
    if isinstance(field.constraint, Matches)
)
_ALL_IDS = _lines_of(ID_PATTERN)
_ALL_OF = tuple(_lines_of(pattern) for pattern in _PATTERNS)


@functools.cache
def compiled() -> Callable[[Conference], bool]:
    """Write out and compile the walk: true means that a record has no fault.

    It sees to integrity, and to the patterns of texts as well, all texts of a
    pattern in one go. It may say false of a record that has no fault where
    telling would cost more than the explaining walk does; that one then decides.
    """
    names: dict[str, Any] = {"leads": _leads, "keeps": _keeps}
    lines: list[str] = []
    for owner in classes_in(Conference):
        names |= {
            f"NAMES_{owner.__name__}": frozenset(field.name for field in fields_of(owner)),
            f"MARKABLE_{owner.__name__}": frozenset(
                field.name for field in fields_of(owner) if is_markable(field)
            ),
        }
        lines += [
            f"def check_{owner.__name__}(o, kinds, sources, edges, texts, root):",
            *(f"    {line}" for line in _checking(owner)),
            "    return True",
        ]
    exec(compile("\n".join(lines), "<the fused walk>", "exec"), names)  # noqa: S102 - only our own field names are written into it
    check = names["check_Conference"]

    def is_whole(record: Conference) -> bool:
        kinds = _kinds_of(record)
        if kinds is None or not _ALL_IDS("\n".join(kinds)):
            return False
        sources = {source.id: _source_rules(source) for source in record.sources}
        edges: list[tuple[int, str, str]] = []
        texts: list[list[str]] = [[] for _ in _PATTERNS]
        if not check(record, kinds, sources, edges, texts, record):
            return False
        if not all(
            matches("\n".join(each)) for each, matches in zip(texts, _ALL_OF, strict=True) if each
        ):
            return False
        return not edges or not _has_circle(edges)

    return is_whole


def _kinds_of(record: Conference) -> dict[str, int] | None:
    """Note what kind of thing each id belongs to; `None` if an id belongs to two."""
    kinds = {record.id: _BITS["conference"]}
    count = 1
    for name, bit in _COLLECTIONS:
        members = getattr(record, name)
        if members:
            count += len(members)
            for member in members:
                kinds[member.id] = bit
    for facts, bit in ((_figures_of(record), _FIGURE), (record.discrepancies, _DISCREPANCY)):
        for fact in facts:
            if fact.id is not None:
                kinds[fact.id] = bit
                count += 1
    return kinds if len(kinds) == count else None


def _figures_of(record: Conference) -> list[Figure]:
    figures = [*record.figures]
    for statement in record.statements:
        figures += statement.figures
    for agreement in record.agreements:
        figures += agreement.figures
    figures += [each.stated_size for each in record.delegations if each.stated_size is not None]
    figures += [each.stated_size for each in record.groups if each.stated_size is not None]
    return figures


_COLLECTIONS = tuple(
    (field.name, _BITS[field.kind.kind_name])
    for field in fields_of(Conference)
    if field.is_collection
    and hasattr(field.kind, "kind_name")
    and fields_of(field.kind)[0].is_required
)
"""The collections of a conference whose members have to have an id."""


def _checking(owner: type) -> Iterator[str]:
    """Write the lines that look at one object of a class."""
    for field in fields_of(owner):
        tests = list(_testing(owner, field))
        if tests:
            yield from _for_each(field, tests)


def _testing(owner: type, field: Field) -> Iterator[str]:
    """Write the tests of one thing in a field, if there is anything to test."""
    circle = next((n for n, place in enumerate(CIRCULAR) if place == (owner, field.name)), None)
    if isinstance(field.constraint, Matches) and field.constraint.pattern in _PATTERNS:
        yield f"texts[{_PATTERNS.index(field.constraint.pattern)}].append(each)"
    elif field.kind is Evidence:
        yield from _testing_evidence(owner)
    elif field.form is Form.EXTRA:
        yield "if not keeps(each, root): return False"
    elif field.form is Form.OBJECT:
        yield from _testing_object(field.kind)
        if circle is not None:
            yield f"edges.append(({circle}, o.id, each.source))"
    elif field.name == "not_stated":
        yield f"if each not in MARKABLE_{owner.__name__}: return False"
        yield "if getattr(o, each) not in (None, ()): return False"
    elif field.is_address:
        yield "if each not in kinds and not leads(each, kinds): return False"
    elif field.refers_to is not None:
        allowed = sum(_BITS[kind] for kind in field.refers_to)
        yield f"if not kinds.get(each, 0) & {allowed}: return False"
        if circle is not None:
            own = _BITS[getattr(owner, "kind_name", "")]
            yield f"if kinds[each] == {own}: edges.append(({circle}, o.id, each))"


def _for_each(field: Field, tests: list[str]) -> Iterator[str]:
    """Write the tests for everything in a field; most fields are empty."""
    if field.is_many:
        yield f"held = o.{field.name}"
        yield "if held:"
        yield "    for each in held:"
        yield from (f"        {test}" for test in tests)
    else:
        yield f"each = o.{field.name}"
        yield "if each is not None:"
        yield from (f"    {test}" for test in tests)


def _testing_object(kind: type) -> Iterator[str]:
    """Write the test of an inner object; a call is saved where it has nothing to look at."""
    names = [
        field.name
        for field in fields_of(kind)
        if field.form in (Form.OBJECT, Form.EXTRA)
        or field.name == "not_stated"
        or field.is_address
        or field.refers_to is not None
        or isinstance(field.constraint, Matches)
    ]
    call = f"check_{kind.__name__}(each, kinds, sources, edges, texts, root)"
    few = 6
    if len(names) <= few:
        something = " or ".join(f"each.{name}" for name in names) or "False"
        yield f"if ({something}) and not {call}: return False"
    else:
        yield f"if not {call}: return False"


def _testing_evidence(owner: type) -> Iterator[str]:
    """Write the tests of one piece of evidence in place, because there are so many."""
    yield "source = each.source"
    yield "if source is not None:"
    yield "    if source not in sources: return False"
    yield "    length, labels = sources[source]"
    yield "    start = each.start"
    yield "    if start is not None and length is not None:"
    yield "        exact = each.exact"
    yield "        if exact is not None:"
    yield "            if start + len(exact) > length: return False"
    yield "        elif each.seal is not None and start + each.seal.length > length: return False"
    yield "    if each.seal is not None:"
    yield f"        texts[{_DIGESTS}].append(each.seal.sha256)"
    yield "    if labels and each.part is not None and each.part not in labels: return False"
    yield "for name in each.supports:"
    yield f"    if name not in NAMES_{owner.__name__}: return False"
    yield "if each.extra is not None and not keeps(each.extra, root): return False"


def _source_rules(source: Source) -> tuple[int | None, frozenset[str]]:
    """Note what evidence has to keep to: the length of its source, and the labels of its parts."""
    return source.length, frozenset(part.label for part in source.parts)


def _leads(address: str, kinds: dict[str, int]) -> bool:
    identifier, _, name = address.partition("/")
    return name in _NAMES.get(kinds.get(identifier, 0), ())


def _keeps(extra: Extra, root: Conference) -> bool:
    return all(is_kept(name, root) for name in extra)


def _has_circle(edges: list[tuple[int, str, str]]) -> bool:
    by_field: dict[int, dict[str, list[tuple[str, None]]]] = {}
    for field, start, target in edges:
        by_field.setdefault(field, {}).setdefault(start, []).append((target, None))
    return any(next(closing_edges(each), None) is not None for each in by_field.values())
