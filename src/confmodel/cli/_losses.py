"""What is lost, for eyes: one line for each field, and what tells most first."""

import re
from collections.abc import Iterable, Iterator

from confmodel.errors import Loss

_MOST_PLACES = 2
_COUNT = re.compile(r" \(\d+\)(?= cannot be said)")
_OF_EACH_FACT = frozenset({"id", "evidence", "not_stated", "note", "extra"})
"""Fields that nearly every fact has: lost at hundreds of places, they take a line together."""
_OF_THE_TEXT = frozenset({"Source.parts", "Source.length", "Source.sha256"})
"""Fields that only serve to find words in a text, like those of `Evidence`."""


def grouped(losses: Iterable[Loss]) -> Iterator[str]:
    """Give one line for each field that is lost, with its number and its first places.

    What has an id comes first, such as votes and figures; then the other
    fields, those of the conference before those deep inside; and what is about
    the recording last.
    """
    groups: dict[str, list[Loss]] = {}
    for loss in losses:
        name = loss.field.rpartition(".")[2]
        groups.setdefault(name if name in _OF_EACH_FACT else loss.field, []).append(loss)
    facts = _fields_of_facts()
    for _, group in sorted(groups.items(), key=lambda each: _rank(each[0], each[1], facts)):
        yield _line(group)


def _rank(field: str, group: list[Loss], facts: frozenset[str]) -> tuple[int, int]:
    if field in facts:
        return 0, 0
    if field in _OF_EACH_FACT:
        return 2, 0
    if field in _OF_THE_TEXT or field.startswith("Evidence."):
        return 2, 1
    return 1, min(loss.pointer.count("/") for loss in group)


def _line(group: list[Loss]) -> str:
    if len(group) == 1:
        return f"{group[0].message}: {group[0].pointer}"
    messages = {_COUNT.sub("", loss.message): None for loss in group}
    said = next(iter(messages)) + (", and the like" if len(messages) > 1 else "")
    places = ", ".join(loss.pointer for loss in group[:_MOST_PLACES])
    more = ", ..." if len(group) > _MOST_PLACES else ""
    return f"{said}, {len(group)} times: {places}{more}"


def _fields_of_facts() -> frozenset[str]:
    """List the fields that hold what may have an id, such as `Statement.figures`."""
    from confmodel.model import Conference
    from confmodel.model._shape import Form, classes_in, fields_of

    return frozenset(
        f"{owner.__name__}.{field.name}"
        for owner in classes_in(Conference)
        for field in fields_of(owner)
        if field.form is Form.OBJECT and any(each.name == "id" for each in fields_of(field.kind))
    )
