"""Questions as plain data: to store one, to cite one, to send one to another engine."""

import enum
import functools
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, cast

from confmodel._text import did_you_mean, pointer_to, with_article
from confmodel.errors import Finding, InvalidValueError, LoadError, shown
from confmodel.model import Ballot, Delegation, Other, Participant, When
from confmodel.model._shape import fields_of
from confmodel.query._rows import CLASSES, number
from confmodel.query.agreement import AgreementQuery
from confmodel.query.conference import ConferenceQuery
from confmodel.query.delegate import DelegateQuery
from confmodel.query.figure import FigureQuery
from confmodel.query.question import (
    AllOf,
    AnyOf,
    Asks,
    Certainty,
    NoneOf,
    Query,
    Question,
    alike,
    asks_of,
    flat,
)
from confmodel.query.statement import StatementQuery
from confmodel.query.vote import VoteQuery

QUERIES: Final[dict[str, type[Query[Any]]]] = {
    "statement": StatementQuery,
    "delegate": DelegateQuery,
    "figure": FigureQuery,
    "agreement": AgreementQuery,
    "vote": VoteQuery,
    "conference": ConferenceQuery,
}

_HELD_BY: Final[dict[tuple[str, str], tuple[type, str]]] = {
    ("delegate", "capacity"): (Delegation, "capacity"),
    ("agreement", "role"): (Participant, "role"),
    ("vote", "choice"): (Ballot, "vote"),
}
"""The choices that are no field of what is asked for, but of this."""

_COMBINED: Final = ("all_of", "any_of", "none_of")
_DEEPEST: Final = 50
_TOO_DEEP: Final = f"questions are combined more than {_DEEPEST} deep"
_FLATLY: Final = "combine them flatly"
_MANY: Final = frozenset({Asks.NAME, Asks.WORDS, Asks.CHOICE, Asks.TAG})


@functools.cache
def vocabulary_of(subject: str, field: str) -> type[enum.StrEnum]:
    """Say which vocabulary a choice of a question is from: that of the model's own field."""
    owner, name = _HELD_BY.get((subject, field), (CLASSES[subject], field))
    kind = next(each.kind for each in fields_of(owner) if each.name == name)
    return cast("type[enum.StrEnum]", kind)


def question_to_dict(question: Question[Any]) -> dict[str, Any]:
    """Return a question as plain data, with the names and values of the model's own form.

    Raises:
        InvalidValueError: If questions are combined more than 50 deep, or if
            a bound has more digits than every reader of numbers keeps.

    Examples:
        >>> from confmodel.model import Manner
        >>> question_to_dict(StatementQuery(by="PK", manner=Manner.DIRECT, since="2026"))
        {'statement': {'by': ['PK'], 'manner': ['direct'], 'since': '2026'}}
        >>> question_to_dict(~StatementQuery(by="PK"))
        {'none_of': {'statement': {'by': ['PK']}}}
    """
    return _to_dict(question, 0)


def _to_dict(question: Question[Any], depth: int) -> dict[str, Any]:
    if depth > _DEEPEST:
        raise InvalidValueError(
            code="E113",
            path="",
            value=depth,
            message=_TOO_DEEP,
            help=_FLATLY,
        )
    match question:
        case AllOf(parts=parts):
            return {"all_of": [_to_dict(each, depth + 1) for each in parts]}
        case AnyOf(parts=parts):
            return {"any_of": [_to_dict(each, depth + 1) for each in parts]}
        case NoneOf(part=part):
            return {"none_of": _to_dict(part, depth + 1)}
        case _:
            query = cast("Query[Any]", question)
            return {
                query.subject: {name: _plain(name, each) for name, each in query.asked().items()}
            }


def _plain(field: str, value: object) -> Any:
    match value:
        case tuple():
            return [_plain(field, each) for each in value]
        case Other():
            return {"other": value.other}
        case enum.Enum():
            return value.value
        case When():
            return value.edtf
        case Decimal():
            return _exactly(field, value)
        case _:
            return value


def _exactly(field: str, value: Decimal) -> int | float:
    written = number(value)
    if isinstance(written, float) and Decimal(repr(written)) != value:
        raise InvalidValueError(
            code="E105",
            path=field,
            value=value,
            message=f"{shown(value)} is no number that every reader keeps exactly",
            help="give 15 digits at most",
        )
    return written


def question_from_dict(data: Mapping[str, Any]) -> Question[Any]:
    """Build a question from plain data, as `question_to_dict` gives it.

    Args:
        data: One member that names what is asked for, or how questions are
            combined.

    Raises:
        LoadError: If it is no question; with all the reasons.

    Examples:
        >>> question_from_dict({"statement": {"by": ["PK"]}})
        StatementQuery(by='PK')
        >>> question_from_dict({"statement": {"abuot": ["PK"]}})
        Traceback (most recent call last):
        confmodel.errors.LoadError: 1 problem
          E103 /statement/abuot: a question about statements has no 'abuot'; ... (nearest: 'about')
    """
    findings: list[Finding] = []
    question = _read(data, (), findings, 0)
    if findings or question is None:
        raise LoadError(findings)
    return question


_Place = tuple[str | int, ...]


def _read(data: object, place: _Place, findings: list[Finding], depth: int) -> Question[Any] | None:
    if depth > _DEEPEST:
        findings.append(_found("E113", place, data, _TOO_DEEP, _FLATLY))
        return None
    if not isinstance(data, Mapping) or len(data) != 1:
        findings.append(
            _found(
                "E101",
                place,
                data,
                f"{shown(data)} is no question",
                f"give one member: {', '.join((*QUERIES, *_COMBINED))}",
            )
        )
        return None
    ((kind, inner),) = data.items()
    here = (*place, kind if isinstance(kind, str) else shown(kind))
    if kind in QUERIES:
        return _read_query(kind, inner, here, findings)
    if kind == "none_of":
        part = _read(inner, here, findings, depth + 1)
        return None if part is None else ~part
    if kind in {"all_of", "any_of"}:
        return _read_combined(kind, inner, here, findings, depth + 1)
    known = (*QUERIES, *_COMBINED)
    remedy = did_you_mean(str(kind), known, f"give one of: {', '.join(known)}")
    findings.append(_found("E103", here, data, f"nothing is asked for by {shown(kind)}", remedy))
    return None


def _read_combined(
    kind: str, inner: object, place: _Place, findings: list[Finding], depth: int
) -> Question[Any] | None:
    if not isinstance(inner, list | tuple) or len(inner) < 2:  # noqa: PLR2004 - one is not combined
        findings.append(
            _found("E101", place, inner, f"{shown(inner)} is not two questions", "list two or more")
        )
        return None
    read = [_read(each, (*place, n), findings, depth) for n, each in enumerate(inner)]
    parts = [each for each in read if each is not None]
    if len(parts) < len(read):
        return None
    for n, part in enumerate(parts):
        try:
            alike(parts[0], part)
        except InvalidValueError as error:
            findings.append(_found(error.code, (*place, n), inner[n], error.message, error.help))
            return None
    # All at once: one after the other, thousands would be copied thousands of times.
    if kind == "all_of":
        return AllOf(parts=flat(parts, AllOf))
    return AnyOf(parts=flat(parts, AnyOf))


def _read_query(
    kind: str, inner: object, place: _Place, findings: list[Finding]
) -> Question[Any] | None:
    query = QUERIES[kind]
    if not isinstance(inner, Mapping):
        findings.append(
            _found("E101", place, inner, f"{shown(inner)} is no object", "give its fields")
        )
        return None
    asks = asks_of(query)
    given: dict[str, Any] = {}
    before = len(findings)
    for name, value in inner.items():
        here = (*place, str(name))
        if name not in asks:
            message = f"a question about {kind}s has no {shown(name)}"
            remedy = did_you_mean(str(name), asks, "correct the name")
            findings.append(_found("E103", here, value, message, remedy))
            continue
        values = list(_values((kind, name), asks[name], value, here, findings))
        if values:
            given[name] = values if asks[name] in _MANY else values[0]
    if len(findings) > before:
        return None
    for name, value in given.items():
        # One after the other, so that each fault is reported.
        try:
            query(**{name: value})
        except InvalidValueError as error:
            findings.append(_found(error.code, (*place, name), value, error.message, error.help))
    return None if len(findings) > before else query(**given)


def _values(
    field: tuple[str, str], asks: Asks, value: object, place: _Place, findings: list[Finding]
) -> Iterator[object]:
    """Read what stands in a field; strictly: nothing is turned into something else."""
    if asks in _MANY:
        if not isinstance(value, list | tuple) or not value:
            findings.append(
                _found("E101", place, value, f"{shown(value)} is no list", "list one or more")
            )
            return
        for n, each in enumerate(value):
            yield from _value(field, asks, each, (*place, n), findings)
    else:
        yield from _value(field, asks, value, place, findings)


def _value(
    field: tuple[str, str], asks: Asks, value: object, place: _Place, findings: list[Finding]
) -> Iterator[object]:
    if asks is Asks.CHOICE:
        if isinstance(value, Mapping) and value.keys() == {"other"}:
            try:
                yield Other(other=value["other"])
            except InvalidValueError as error:
                findings.append(_found(error.code, place, value, error.message, error.help))
            return
        yield from _member(vocabulary_of(*field), value, place, findings)
    elif asks is Asks.CERTAINTY:
        yield from _member(Certainty, value, place, findings)
    elif isinstance(value, bool) if asks is Asks.FLAG else _is_of(asks, value):
        yield value
    else:
        findings.append(
            _found("E101", place, value, f"{shown(value)} is not {_WANTED[asks]}", "correct it")
        )


def _is_of(asks: Asks, value: object) -> bool:
    if asks is Asks.NUMBER:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, str)


_WANTED: Final = {
    Asks.NAME: "text",
    Asks.WORDS: "text",
    Asks.TAG: "text",
    Asks.DATE: "a date as text",
    Asks.NUMBER: "a number",
    Asks.FLAG: "true or false",
}


def _member(
    vocabulary: type[enum.StrEnum], value: object, place: _Place, findings: list[Finding]
) -> Iterator[object]:
    known = [each.value for each in vocabulary]
    if isinstance(value, str) and value in known:
        yield vocabulary(value)
        return
    remedy = did_you_mean(str(value)[:100], known, f"give one of: {', '.join(known)}")
    message = f"{shown(value)} is not {with_article(vocabulary.__name__)}"
    findings.append(_found("E115", place, value, message, remedy))


def _found(code: str, place: _Place, value: object, message: str, remedy: str) -> Finding:
    return Finding(
        code=code, pointer=pointer_to(place), message=message, help=remedy, value=shown(value)
    )
