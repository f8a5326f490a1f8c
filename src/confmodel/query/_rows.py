"""Answers as plain data, and as one line of text."""

import enum
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from confmodel.model import (
    Agreement,
    Conference,
    Delegate,
    Figure,
    Other,
    Record,
    Statement,
    Unit,
    Vote,
    When,
)
from confmodel.model._order import in_order

if TYPE_CHECKING:
    from confmodel.query.hit import Hit

CLASSES = {
    "conference": Conference,
    "delegate": Delegate,
    "statement": Statement,
    "figure": Figure,
    "agreement": Agreement,
    "vote": Vote,
}
"""The class of what each subject asks for."""


def row_of(hit: "Hit[Any]") -> dict[str, Any]:
    """Make one flat row of a hit: the record and the reasons beside the fields."""
    row: dict[str, Any] = {"conference": hit.conference.id}
    if hit.holder is not hit.conference and hit.holder is not hit.entity:
        row["holder"] = hit.holder.id
    row["id"] = hit.id
    row.update(plain(hit.entity))
    row["why"] = [str(reason) for reason in hit.why]
    return row


def plain(value: object) -> Any:
    """Turn a value of the model into what JSON can hold, defaults left out."""
    match value:
        case enum.Enum():
            return value.value
        case When():
            dated = {"edtf": value.edtf, "wording": value.wording}
            kept = {name: text for name, text in dated.items() if text is not None}
            return value.edtf if value.wording is None else kept
        case Decimal():
            return number(value)
        case tuple():
            return [plain(each) for each in value]
    return _members(value) if attrs.has(type(value)) else value


def _members(value: object) -> dict[str, Any]:
    kept = {
        each.name: plain(held)
        for each in in_order(type(value))
        if each.name != "extra" and (held := getattr(value, each.name)) != each.default
    }
    if isinstance(value, Record) and value.extra is not None:
        kept.update({name: json.loads(text) for name, text in value.extra.texts()})
    return kept


def number(value: Decimal) -> int | float:
    """Turn a number into one that JSON has, with the digits that it has."""
    return int(value) if value == value.to_integral_value() else float(value)


def briefly(entity: object) -> str:
    """Say in one line what an answer is.

    Examples:
        >>> briefly(Figure(value=22, of="organizations"))
        '22 organizations'
    """
    match entity:
        case Statement():
            words = entity.text or next((each.text for each in entity.quotations), None)
            return words or "(narrated)"
        case Figure():
            return f"{_size(entity)} {entity.of or ''}".strip()
        case Vote():
            return ", ".join(_tally(entity))
        case _:
            held = (
                getattr(entity, name, None) for name in ("text", "title", "name", "described_as")
            )
            return str(next(filter(None, held), ""))


def _tally(vote: Vote) -> Iterator[str]:
    for name in ("in_favour", "against", "abstaining", "absent"):
        count = getattr(vote, name)
        if count is not None:
            yield f"{count} {name.replace('_', ' ')}"
    if vote.result is not None:
        result = vote.result.other if isinstance(vote.result, Other) else vote.result.value
        yield result.replace("_", " ")


def _size(figure: Figure) -> str:
    if figure.value is not None:
        return f"{figure.value}{'%' if figure.unit is Unit.PERCENT else ''}"
    if figure.wording is not None:
        return figure.wording
    if figure.ratio:
        return ":".join(str(term.value) for term in figure.ratio)
    ends = ("" if end is None else str(end) for end in (figure.low, figure.high))
    return "-".join(ends)
