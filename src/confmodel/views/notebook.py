"""A card for notebooks: what a record is, at a glance, in the cell that shows it."""

from confmodel.model import Conference, Country
from confmodel.model._walk import evidence_in
from confmodel.views._flags import drawn
from confmodel.views._html_elements import Content, Html, bdi, between, el
from confmodel.views._words import Names, count, date, word

_MOST_NAMED = 12
_LONGEST = 120
_BOX = "border:1px solid rgba(128,128,128,.4);border-radius:8px;padding:.7em 1em;max-width:46em"
_TITLE = "font-weight:600;font-size:1.1em;margin:0 0 .3em"
_ROW = "margin:.1em 0"
_LABEL = "display:inline-block;min-width:7em"
_NOT_STATED = el("em", "not stated")


def card(record: Conference) -> str:
    """Write a card of a record for a notebook: short, escaped, and free of ids.

    It takes the colours of the notebook, holds no script and no class, and two
    cards on one page do not touch each other.

    Args:
        record: The record, also one that a check would refuse.

    Examples:
        >>> from confmodel import example
        >>> "<script" in card(example()), len(card(example())) < 4000
        (False, True)
    """
    names = Names(record)
    kinds = [word(each) for each in (record.level, record.kind) if each is not None]
    rows: list[tuple[str, Content]] = [
        ("when", _short(date(record.when)) if record.when else _unsaid(record, "when")),
        ("where", _listed([names.place(each) for each in record.places[: _MOST_NAMED + 1]])),
        ("kind", _short(", ".join(kinds)) if kinds else None),
        ("delegations", _delegations(record, names)),
        ("record", ", ".join(_counts(record))),
    ]
    return el(
        "div",
        el("div", _short(record.name), style=_TITLE),
        [
            el("div", el("span", label, style=_LABEL), content, style=_ROW)
            for label, content in rows
            if content
        ],
        style=_BOX,
    ).source


def _short(text: str) -> Html:
    return bdi(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")


def _unsaid(record: Conference, field: str) -> Content:
    return _NOT_STATED if field in record.not_stated else None


def _listed(texts: list[str]) -> Content:
    shown: list[Content] = [_short(each) for each in texts[:_MOST_NAMED]]
    return between([*shown, "…"] if len(texts) > _MOST_NAMED else shown, ", ")


def _delegations(record: Conference, names: Names) -> Content:
    shown: list[Content] = []
    for delegation in record.delegations[:_MOST_NAMED]:
        held = [names.held(each) for each in delegation.of[:_MOST_NAMED]]
        flags = [flag for each in held if isinstance(each, Country) and (flag := drawn(each))]
        beside = el("span", *flags, " ", aria_hidden="true") if flags else None
        shown.append([beside, _short(names.plain(delegation.id))])
    if len(record.delegations) > _MOST_NAMED:
        shown.append(f"and {len(record.delegations) - _MOST_NAMED} more")
    return between(shown, ", ")


def _counts(record: Conference) -> list[str]:
    pieces = evidence_in(record)
    numbers = (
        (len(record.delegates), "delegate", ""),
        (len(record.statements), "statement", ""),
        (len(record.agreements), "agreement", ""),
        (len(record.votes), "vote", ""),
        (len(record.discrepancies), "discrepancy", "discrepancies"),
        (len(record.sources), "source", ""),
        (len(pieces), "piece of evidence", "pieces of evidence"),
    )
    return [count(number, one, many) for number, one, many in numbers if number]
