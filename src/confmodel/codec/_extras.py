"""Members that the format does not know, lifted out of a document so that it fits the mirrors."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from confmodel._text import nearest, pointer_to, with_article
from confmodel.codec._findings import MOST
from confmodel.errors import Finding, InvalidValueError, shown
from confmodel.model import Conference, Extra
from confmodel.model._shape import Field, Form, fields_of, is_record

_ROOT_ONLY = ("requires",)

Place = tuple[str | int, ...]


def lift(
    document: Mapping[str, object], *, keeps_unknown: bool
) -> tuple[dict[str, Any], list[Finding]]:
    """Gather unknown members into extras, object by object.

    The document itself is left as it is. What has the wrong shape is passed
    over: whoever converts the result will say so.

    Args:
        document: The root, as plain data.
        keeps_unknown: Whether members without `x-` are kept, as those of a
            newer version are, rather than reported as misspelt.

    Returns:
        The document with extras, and what is wrong with its unknown members
        and its sets.
    """
    lifter = _Lifter(keeps_unknown=keeps_unknown)
    return lifter.lifted(document, Conference, ()), lifter.findings


class _Lifter:
    def __init__(self, *, keeps_unknown: bool) -> None:
        self.keeps_unknown = keeps_unknown
        self.findings: list[Finding] = []

    def lifted(self, value: Mapping[str, object], owner: type, place: Place) -> dict[str, Any]:
        fields = {field.name: field for field in fields_of(owner) if field.form is not Form.EXTRA}
        result: dict[str, Any] = {}
        unknown: dict[str, object] = {}
        for key, inner in value.items():
            # What is no text is reported below.
            name = str.__str__(key) if isinstance(key, str) else key
            field = fields.get(name)
            if field is not None:
                result[name] = self._inside(inner, field, (*place, name))
            elif owner is Conference and name in _ROOT_ONLY:
                result[name] = inner
            else:
                unknown[name] = inner
        kept = self._kept(unknown, owner, fields, place)
        if kept:
            result["extra"] = kept
        return result

    def _inside(self, value: object, field: Field, place: Place) -> object:
        if isinstance(value, set | frozenset):
            self.findings.append(
                Finding(
                    code="E101",
                    pointer=pointer_to(place),
                    message=f"{shown(value)} is a set, which has no order",
                    help="give a list",
                    value=shown(value),
                )
            )
        if field.form is not Form.OBJECT:
            return _plain(value)
        if field.is_many and isinstance(value, list | tuple):
            return [
                self.lifted(each, field.kind, (*place, n)) if isinstance(each, Mapping) else each
                for n, each in enumerate(value)
            ]
        return self.lifted(value, field.kind, place) if isinstance(value, Mapping) else value

    def _kept(
        self,
        unknown: Mapping[str, object],
        owner: type,
        fields: Mapping[str, Field],
        place: Place,
    ) -> Extra | None:
        kept = {}
        for name, inner in unknown.items():
            if len(self.findings) > MOST:
                return None
            fault = _fault(name, owner, fields, keeps_unknown=self.keeps_unknown)
            if fault is None:
                kept[name] = inner
            else:
                here = name if isinstance(name, str) else shown(name)
                self.findings.append(attrs.evolve(fault, pointer=pointer_to((*place, here))))
        try:
            return Extra(kept) if kept else None
        except InvalidValueError:
            self.findings += _unkept(kept, place)
            return None


def _unkept(members: Mapping[str, object], place: Place) -> Iterator[Finding]:
    """Say which unknown members hold what no file can."""
    for name, inner in members.items():
        try:
            Extra({name: inner})
        except InvalidValueError as error:
            yield Finding(
                code=error.code,
                pointer=pointer_to((*place, name)),
                message=f"the member cannot be kept: {error.message}",
                help=error.help,
                value=shown(error.value),
            )


def _plain(value: object) -> object:
    """Make texts plain that are of a class of their own, as numpy has one.

    No field is a list of lists, so it goes no deeper.
    """
    if isinstance(value, list | tuple):
        return [str.__str__(each) if isinstance(each, str) else each for each in value]
    return str.__str__(value) if isinstance(value, str) else value


def _fault(
    name: object, owner: type, fields: Mapping[str, Field], *, keeps_unknown: bool
) -> Finding | None:
    """Say what is wrong with an unknown member; `None` if it is kept."""
    if not isinstance(name, str):
        return Finding(
            code="E109",
            pointer="",
            message=f"{shown(name)} cannot be the name of a member",
            help="give it a name that is text",
            value=shown(name),
        )
    if is_record(owner) and name != "extra" and (keeps_unknown or name.startswith("x-")):
        return None
    near = nearest(name, fields)
    if name == "extra":
        remedy = "write its members beside the others, each with a name that begins with 'x-'"
    elif name == "$schema":
        remedy = "leave it out, and name the schema in the settings of your editor"
    elif near is not None:
        remedy = f"did you mean {near!r}?"
    elif is_record(owner):
        remedy = f"leave it out, or call it 'x-{name[:40]}' to keep it"
    else:
        remedy = "leave it out"
    return Finding(
        code="E103",
        pointer="",
        message=f"{shown(name)} is no member of {with_article(owner.__name__)}",
        help=remedy,
        value=shown(name),
    )
