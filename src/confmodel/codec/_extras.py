"""Members that the format does not know, lifted out of a document so that it fits the mirrors."""

from collections.abc import Callable, Mapping
from typing import Any

from confmodel._text import nearest, pointer_to
from confmodel.errors import Finding, InvalidValueError, shown
from confmodel.model import Conference, Extra
from confmodel.model._shape import Form, fields_of, is_record

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
        The document with extras, and what is wrong with its unknown members.
    """
    findings: list[Finding] = []

    def lifted(value: object, owner: type, place: Place) -> object:
        if not isinstance(value, Mapping):
            return value
        fields = {field.name: field for field in fields_of(owner) if field.form is not Form.EXTRA}
        result: dict[str, object] = {}
        unknown: dict[str, object] = {}
        for name, inner in value.items():
            field = fields.get(name)
            if field is None:
                if not (owner is Conference and name in _ROOT_ONLY):
                    unknown[name] = inner
                    continue
                result[name] = inner
            elif field.form is not Form.OBJECT:
                result[name] = inner
            elif field.is_many and isinstance(inner, list | tuple):
                result[name] = [
                    lifted(each, field.kind, (*place, name, n)) for n, each in enumerate(inner)
                ]
            else:
                result[name] = lifted(inner, field.kind, (*place, name))
        if unknown:
            kept = {}
            for name, inner in unknown.items():
                fault = _fault(name, owner, fields, keeps_unknown=keeps_unknown)
                if fault is None:
                    kept[name] = inner
                else:
                    findings.append(fault(pointer_to((*place, str(name)))))
            if kept:
                try:
                    result["extra"] = Extra(kept)
                except InvalidValueError as error:
                    findings.append(
                        Finding(
                            code=error.code,
                            pointer=pointer_to(place),
                            message=f"the unknown members cannot be kept: {error.message}",
                            help=error.help,
                            value=shown(error.value),
                        )
                    )
        return result

    return lifted(document, Conference, ()), findings  # type: ignore[return-value] # a mapping gives a dict


def _fault(
    name: object, owner: type, fields: Mapping[str, object], *, keeps_unknown: bool
) -> Callable[[str], Finding] | None:
    """Say what is wrong with an unknown member, once its place is known; `None` if it is kept."""
    kind = owner.__name__
    if not isinstance(name, str):
        return lambda pointer: Finding(
            code="E109",
            pointer=pointer,
            message=f"{shown(name)} cannot be the name of a member",
            help="give it a name of plain letters",
            value=shown(name),
        )
    if is_record(owner) and name != "extra" and (keeps_unknown or name.startswith("x-")):
        return None
    near = nearest(name, fields)
    remedy = (
        f"did you mean {near!r}?"
        if near
        else f"leave it out, or call it 'x-{name[:40]}' to keep it"
    )
    if not is_record(owner):
        remedy = f"did you mean {near!r}?" if near else "leave it out"
    if name == "extra":
        remedy = "write its members beside the others, each with a name that begins with 'x-'"
    return lambda pointer: Finding(
        code="E103",
        pointer=pointer,
        message=f"{shown(name)} is no member of a {kind}",
        help=remedy,
        value=shown(name),
    )

