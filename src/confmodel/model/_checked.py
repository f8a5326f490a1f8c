"""Constructors that refuse what a field cannot hold.

attrs runs converters when a person constructs a value, and msgspec does not
when it decodes one, because its decoder has checked the same things already.
So a check costs nothing where it would be a second one.
"""

import enum
import functools
import types
import typing
from collections.abc import Callable, Iterable
from typing import TypeVar

import attrs

from confmodel._text import nearest, with_article
from confmodel.errors import InvalidValueError, shown
from confmodel.model._constraints import Matches, NotEmpty, Within
from confmodel.model._plain import plain_text, several_in_order
from confmodel.model._references import ADDRESSES, KINDS
from confmodel.model.extra import Extra

if typing.TYPE_CHECKING:
    # attrs.Attribute is generic for type checkers only.
    Attribute = attrs.Attribute[object]

Check = Callable[[object], object]

T = TypeVar("T")


def checked(owner: type, attributes: "list[Attribute]") -> "list[Attribute]":
    """Give each field a converter that refuses wrong values and names the field.

    A field that has a converter keeps it; the errors of that one get the name
    of the field, and what it refers to is noted in the field's metadata.
    """
    reserved: frozenset[str] = getattr(owner, "reserved_members", frozenset())
    names = reserved.union(attribute.name for attribute in attributes)
    result = []
    for attribute in attributes:
        if attribute.name == "extra":
            # Each class refuses the names of its own fields among the extras.
            result.append(_guarded(attribute, functools.partial(_extra, names=names)))
        elif getattr(attribute, "inherited"):  # noqa: B009 - the stubs of attrs lack it
            result.append(attribute)
        else:
            given = attribute.converter
            result.append(
                _guarded(attribute, given if callable(given) else check_for(attribute.type))
            )
    return result


def _guarded(attribute: "Attribute", convert: Check) -> "Attribute":
    name = attribute.name

    def guard(value: object) -> object:
        try:
            return convert(value)
        except InvalidValueError as error:
            raise error.inside(name) from None

    noted = {"refers_to": KINDS.get(convert), "is_address": convert in ADDRESSES}
    return attribute.evolve(converter=guard, metadata={**attribute.metadata, **noted})


def _extra(value: object, *, names: frozenset[str]) -> object:
    if value is None:
        return None
    if not isinstance(value, Extra):
        raise _refused(value, "extra members", "give an Extra")
    for name in value:
        if name in names:
            raise InvalidValueError(
                code="E109",
                path=name,
                value=name,
                message=f"{name!r} is a field of its own",
                help=f"set {name} itself",
            )
    return value or None


def check_for(annotation: object) -> Check:
    """Build the check of a field that holds one plain value, from its annotation.

    Raises:
        TypeError: If the annotation is none that a field of the model may have.
    """
    if typing.get_origin(annotation) is typing.Annotated:
        plain, *constraints = typing.get_args(annotation)
        return _constrained(check_for(plain), constraints)
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        options = typing.get_args(annotation)
        checks = [check_for(each) for each in options if each is not type(None)]
        check = checks[0] if len(checks) == 1 else _one_of(tuple(filter(_is_class, options)))
        return _optional(check) if type(None) in options else check
    if annotation is str:
        return _text
    if annotation is int:
        return _whole
    if isinstance(annotation, type):
        return functools.partial(_instance, kind=annotation)
    message = f"a field of the model cannot be annotated with {annotation!r}"
    raise TypeError(message)


def _is_class(option: object) -> bool:
    return isinstance(option, type) and option is not type(None)


def _optional(check: Check) -> Check:
    return lambda value: None if value is None else check(value)


def _one_of(kinds: tuple[type, ...]) -> Check:
    def check(value: object) -> object:
        if isinstance(value, kinds):
            return value
        raise _refused_choice(value, kinds)

    return check


def _text(value: object) -> object:
    if not isinstance(value, str) or isinstance(value, enum.Enum):
        raise _refused(value, "text", "give a str")
    return plain_text(value)


def _whole(value: object) -> object:
    if not isinstance(value, int) or isinstance(value, bool | enum.Enum):
        raise _refused(value, "a whole number", "give an int")
    return int(value)


def _instance(value: object, *, kind: type) -> object:
    if isinstance(value, kind):
        return value
    if issubclass(kind, enum.Enum):
        raise _refused_choice(value, (kind,))
    what = with_article(kind.__name__)
    raise _refused(value, what, f"give {what}")


def _constrained(check: Check, constraints: Iterable[object]) -> Check:
    def constrained(value: object) -> object:
        right = check(value)
        for constraint in constraints:
            fault = violation(constraint, right)
            if fault is not None:
                raise fault
        return right

    return constrained


def violation(constraint: object, value: object) -> InvalidValueError | None:
    """Say how a value of the right type breaks a constraint, or `None`."""
    match constraint, value:
        case Matches(), str() if not constraint.is_met_by(value):
            return InvalidValueError(
                code=constraint.code,
                path="",
                value=value,
                message=f"{shown(value)} is not {constraint.what}",
                help=constraint.help,
            )
        case Within(), int() if not constraint.minimum <= value <= constraint.maximum:
            is_low = value < constraint.minimum
            bound = constraint.minimum if is_low else constraint.maximum
            beyond, within = ("less", "more") if is_low else ("more", "less")
            return InvalidValueError(
                code="E105",
                path="",
                value=value,
                message=f"{shown(value)} is {beyond} than {bound}",
                help=f"give {bound} or {within}, or leave it out",
            )
        case NotEmpty(), "":
            return InvalidValueError(
                code="E105",
                path="",
                value=value,
                message="the text is empty",
                help="write what it says, or leave the whole thing out",
            )
    return None


def _refused(value: object, what: str, remedy: str) -> InvalidValueError:
    return InvalidValueError(
        code="E101", path="", value=value, message=f"{shown(value)} is not {what}", help=remedy
    )


def _refused_choice(value: object, kinds: tuple[type, ...]) -> InvalidValueError:
    closed = next(kind for kind in kinds if issubclass(kind, enum.Enum))
    spelled = {member.value: f"{closed.__name__}.{member.name}" for member in closed}
    word = value if isinstance(value, str) and not isinstance(value, enum.Enum) else None
    near = None if word is None else nearest(word, spelled)
    if word in spelled:
        remedy = f"give the member, {spelled[word]}"
    elif near is not None:
        remedy = f"did you mean {spelled[near]}?"
    else:
        remedy = f"give one of: {', '.join(spelled.values())}"
        if len(kinds) > 1:
            remedy += "; or Other(other='your own word')"
    return InvalidValueError(
        # A right word is of the wrong type; a wrong one is also no word in a file.
        code="E101" if word is None or word in spelled else "E115",
        path="",
        value=value,
        message=f"{shown(value)} is not {with_article(closed.__name__)}",
        help=remedy,
    )


def several(
    value: Iterable[object], kind: type[T], *, short: Callable[[str], T] | None = None
) -> tuple[T, ...]:
    """Take several values of one class; with `short`, also the text that stands for one."""
    taken: list[T] = []
    for place, each in enumerate(several_in_order(value)):
        try:
            taken.append(one(each, kind, short=short))
        except InvalidValueError as error:
            raise error.inside(place) from None
    return tuple(taken)


def one(value: object, kind: type[T], *, short: Callable[[str], T] | None = None) -> T:
    """Take one value of a class; with `short`, also the text that stands for it."""
    item = short(value) if short is not None and isinstance(value, str) else value
    if not isinstance(item, kind):
        what = with_article(kind.__name__)
        raise _refused(value, what, f"give {what}")
    return item
