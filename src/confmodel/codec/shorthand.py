"""Shorthand: what an author may leave out, written out before the codec sees it."""

from collections.abc import Mapping
from typing import TypeGuard

from confmodel.model import (
    Account,
    Conference,
    EventLink,
    Evidence,
    Figure,
    Name,
    Office,
    Place,
    Quotation,
    Topic,
)
from confmodel.model._shape import Field, Form, fields_of

SHORT = {
    Account: "value",
    EventLink: "name",
    Evidence: "exact",
    Name: "value",
    Office: "title",
    Place: "name",
    Topic: "label",
}
"""The member that a bare text stands for, by class."""

# Room for a date without its hyphens, for which the message names the right spelling.
_LARGEST_YEAR = 10**14


def expand(document: Mapping[str, object]) -> dict[str, object]:
    """Write out the shorthand of an authored document; nothing else is touched.

    A bare text may stand for evidence, a quotation of one piece, a place, an
    office, a topic, a name, an account or an event; a bare number for a year
    or a stated count; and evidence may leave its source out while there is
    exactly one.

    Examples:
        >>> expand({"id": "c", "name": "C", "when": 2031, "topics": ["rivers"]})
        {'id': 'c', 'name': 'C', 'when': '2031', 'topics': [{'label': 'rivers'}]}
    """
    return _members(document, Conference, _only_source(document))


def _only_source(document: Mapping[str, object]) -> str | None:
    sources = document.get("sources")
    if isinstance(sources, list | tuple) and len(sources) == 1 and isinstance(sources[0], Mapping):
        identifier = sources[0].get("id")
        return identifier if isinstance(identifier, str) else None
    return None


def _members(value: Mapping[str, object], owner: type, source: str | None) -> dict[str, object]:
    fields = {field.name: field for field in fields_of(owner)}
    expanded = {
        name: _expanded(inner, fields[name], source) if name in fields else inner
        for name, inner in value.items()
    }
    if owner is Evidence and source is not None and value.get("basis") != "background":
        expanded.setdefault("source", source)
    return expanded


def _expanded(value: object, field: Field, source: str | None) -> object:
    if field.is_many and isinstance(value, list | tuple):
        return [_one(each, field, source) for each in value]
    return value if field.is_many else _one(value, field, source)


def _one(value: object, field: Field, source: str | None) -> object:
    if field.form is Form.DATE:
        return _year(value)
    if field.form is not Form.OBJECT:
        return value
    if field.kind is Figure and _is_number(value):
        return {"value": value}
    if isinstance(value, str):
        if field.kind is Quotation:
            return {"pieces": [_members({"exact": value}, Evidence, source)]}
        if field.kind in SHORT:
            return _members({SHORT[field.kind]: value}, field.kind, source)
    return _members(value, field.kind, source) if isinstance(value, Mapping) else value


def _year(value: object) -> object:
    """Write a bare number as a year of four digits; one that is too long is no year."""
    if not _is_number(value) or abs(value) > _LARGEST_YEAR:
        return value
    return f"-{-value:04d}" if value < 0 else f"{value:04d}"


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
