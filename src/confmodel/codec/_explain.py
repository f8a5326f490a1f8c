"""The pass that explains: every problem of a document, each with its place and remedy.

It runs only after the fast pass has refused a document, so it may be slow. It
never accepts anything that the fast pass refuses.
"""

import enum
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from decimal import Decimal
from typing import Any

from cattrs import ClassValidationError, Converter
from cattrs.gen import make_dict_structure_fn, override

from confmodel._text import is_whole, nearest, pointer_to, with_article
from confmodel.codec._findings import MOST
from confmodel.errors import Finding, InvalidValueError, shown
from confmodel.model import Conference, Other, When
from confmodel.model._checked import violation
from confmodel.model._shape import Field, Form, classes_in, fields_of

Place = tuple[str | int, ...]
Hook = Callable[[Any, Any], object]


class _Several(Exception):  # noqa: N818 - it holds errors, and is none by itself
    """What is wrong inside one value: each error with the step that leads to it."""

    def __init__(self, faults: list[tuple[str | int, Exception]]) -> None:
        self.faults = faults


_found: ContextVar[int] = ContextVar("_found")
"""How many things in lists have been found wrong since the explaining began."""


def explain(document: Mapping[str, object]) -> Iterator[Finding]:
    """Find everything that keeps a document, its extras lifted out, from being a record.

    It looks no further than for as many as anybody is told.
    """
    _found.set(0)
    try:
        explainer().structure(document, Conference)
    except (ClassValidationError, InvalidValueError) as error:
        yield from _findings(error, ())


@functools.cache
def explainer() -> Converter:
    """Build the converter that is as strict as the mirrors, and says why."""
    converter = Converter(detailed_validation=True)
    converter.register_structure_hook(str, _text)
    for owner in classes_in(Conference):
        overrides = {
            field.name: override(struct_hook=_hook(field, converter)) for field in fields_of(owner)
        }
        structure: Any = make_dict_structure_fn(owner, converter, **overrides)  # type: ignore[arg-type] # each of them is an override
        converter.register_structure_hook(owner, _only_objects(owner, structure))
    return converter


def _only_objects(owner: type, structure: Callable[..., object]) -> Hook:
    def hook(value: object, kind: object) -> object:
        if not isinstance(value, Mapping):
            what = with_article(owner.__name__)
            raise _wrong(value, "an object", f"write the members of {what} in braces")
        return structure(value, kind)

    return hook


def _hook(field: Field, converter: Converter) -> Hook:
    hook = _hook_for_one(field, converter)
    if field.constraint is not None:
        hook = _constrained(hook, field.constraint)
    if field.is_open:
        hook = _open(hook)
    if field.is_many:
        hook = _many(field, converter)
    return _optional(hook) if field.is_optional else hook


def _hook_for_one(field: Field, converter: Converter) -> Hook:
    if field.form is Form.CHOICE:
        return functools.partial(_choice, choices=field.kind, is_open=field.is_open)
    if field.form is Form.OBJECT:
        return lambda value, _: converter.structure(value, field.kind)
    return _PLAIN[field.form]


def _optional(hook: Hook) -> Hook:
    return lambda value, kind: None if value is None else hook(value, kind)


def _constrained(hook: Hook, constraint: object) -> Hook:
    def constrained(value: object, kind: object) -> object:
        right = hook(value, kind)
        fault = violation(constraint, right)
        if fault is not None:
            raise fault
        return right

    return constrained


def _open(hook: Hook) -> Hook:
    def opened(value: object, kind: object) -> object:
        if not isinstance(value, Mapping):
            return hook(value, kind)
        _refuse_members_but(value, ("other",), "another word")
        return Other(other=_text_or_none(value, "other") or "")

    return opened


def _many(field: Field, converter: Converter) -> Hook:
    def many(value: object, _: object) -> object:
        if not isinstance(value, list | tuple):
            remedy = "put it into brackets, even if it is the only one"
            raise _wrong(value, "a list", "leave it out" if value is None else remedy)
        return _each(value, lambda one: converter.structure(one, field.kind))

    return many


def _each(value: Iterable[object], make: Callable[[object], object]) -> tuple[object, ...]:
    made: list[object] = []
    faults: list[tuple[str | int, Exception]] = []
    for position, one in enumerate(value):
        before = _found.get()
        try:
            made.append(make(one))
        except (ClassValidationError, InvalidValueError, _Several) as error:
            faults.append((position, error))
            # What is wrong inside of it has been counted there.
            _found.set(max(_found.get(), before + 1))
            if _found.get() > MOST:
                break
    if faults:
        raise _Several(faults)
    return tuple(made)


def _text(value: object, _: object) -> str:
    if not isinstance(value, str):
        raise _no_text(value, "")
    if not is_whole(value):
        raise InvalidValueError(
            code="E110",
            path="",
            value=value,
            message=f"{shown(value)} holds half of a surrogate pair",
            help="write the whole character",
        )
    return value


def _whole(value: object, _: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _wrong(value, "a whole number", "give digits alone")
    return value


def _number(value: object, _: object) -> Decimal:
    # A decimal number is one of more digits than a float keeps.
    if not isinstance(value, int | float | Decimal) or isinstance(value, bool):
        raise _wrong(value, "a number", "give digits, without quotation marks and units")
    # A number of a class of its own, as numpy has one, may show itself in another way.
    return Decimal(float.__repr__(value) if isinstance(value, float) else value)


def _flag(value: object, _: object) -> bool:
    if not isinstance(value, bool):
        raise _wrong(value, "true or false", "write true or false")
    return value


def _date(value: object, _: object) -> When:
    if isinstance(value, Mapping):
        _refuse_members_but(value, ("edtf", "wording"), "a date")
        edtf, wording = (_text_or_none(value, name) for name in ("edtf", "wording"))
        try:
            return When(edtf, wording=wording)
        except InvalidValueError as error:
            raise error if edtf is None or error.path else error.inside("edtf") from None
    if not isinstance(value, str):
        raise _wrong(value, "a date", "write it as text, such as '2031-05-06'")
    return When(value)


def _choice(value: object, _: object, *, choices: type[enum.Enum], is_open: bool) -> object:
    words = [member.value for member in choices]
    if isinstance(value, str) and not isinstance(value, enum.Enum) and value in words:
        return choices(value)
    near = nearest(value, words) if isinstance(value, str) else None
    remedy = f"did you mean {near!r}?" if near else f"give one of: {', '.join(words)}"
    if is_open and isinstance(value, str) and not near:
        remedy += "; or give {'other': " + shown(value) + "}"
    raise InvalidValueError(
        code="E115" if isinstance(value, str) else "E101",
        path="",
        value=value,
        message=f"{shown(value)} is not {with_article(choices.__name__)}",
        help=remedy,
    )


def _refuse_members_but(value: Mapping[object, object], known: tuple[str, ...], what: str) -> None:
    faults: list[tuple[str | int, Exception]] = []
    for name in value:
        if name not in known:
            near = nearest(name, known) if isinstance(name, str) else None
            error = InvalidValueError(
                code="E103",
                path="",
                value=name,
                message=f"{shown(name)} is no member of {what}",
                help=f"did you mean {near!r}?" if near else "leave it out",
            )
            faults.append((name if isinstance(name, str) else shown(name), error))
    if faults:
        raise _Several(faults)


def _as_it_is(value: object, _: object) -> object:
    return value


_PLAIN: dict[Form, Hook] = {
    Form.TEXT: _text,
    Form.WHOLE: _whole,
    Form.DECIMAL: _number,
    Form.FLAG: _flag,
    Form.DATE: _date,
    Form.EXTRA: _as_it_is,
}


def _text_or_none(members: Mapping[str, object], name: str) -> str | None:
    value = members.get(name)
    if value is not None and not isinstance(value, str):
        raise _no_text(value, name)
    return value


def _no_text(value: object, path: str) -> InvalidValueError:
    if value is None:
        remedy = "write it"
    elif isinstance(value, Mapping | list | tuple):
        remedy = "give one text, without brackets and braces"
    else:
        remedy = "put it into quotation marks"
    error = _wrong(value, "text", remedy)
    return error.inside(path) if path else error


def _wrong(value: object, what: str, remedy: str) -> InvalidValueError:
    return InvalidValueError(
        code="E101", path="", value=value, message=f"{shown(value)} is not {what}", help=remedy
    )


def _findings(error: BaseException, place: Place) -> Iterator[Finding]:
    if isinstance(error, ClassValidationError):
        with_notes, without = error.group_exceptions()
        for inner, note in with_notes:
            yield from _findings(inner, (*place, note.name))
        for inner in without:
            yield from _findings(inner, place)
    elif isinstance(error, _Several):
        for step, inner in error.faults:
            yield from _findings(inner, (*place, step))
    elif isinstance(error, KeyError):
        yield Finding(
            code="E102",
            pointer=pointer_to(place),
            message=f"the member {place[-1]!r} is missing",
            help="add it",
        )
    elif isinstance(error, InvalidValueError):
        yield finding_from(error, place)
    else:  # pragma: no cover - every hook above raises one of these
        raise error


def finding_from(error: InvalidValueError, place: Place) -> Finding:
    """Turn the error of a constructor into a finding at a place of the document."""
    inside = error.path.split("/") if error.path else []
    return Finding(
        code=error.code,
        pointer=pointer_to((*place, *inside)),
        message=error.message,
        help=error.help,
        value=None if error.value is None else shown(error.value),
    )
