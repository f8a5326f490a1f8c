"""Show on the pages of the reference what Griffe cannot see in the source text.

Griffe reads source text, and attrs writes its `__init__` at run time, so the
pages would show classes without a constructor.  For every attrs class this
extension asks `attrs.fields` and adds the missing `__init__`: names and
defaults as the caller meets them, types as the constructor takes them, and the
docstring beneath each field as the description of the parameter.  The fields
themselves are taken out then, since nobody wants to read them twice.

The values of an enum become one table in place of a heading for each.
"""

import enum
import importlib
import inspect
import re
import typing
from collections.abc import Iterator
from typing import Any

import attrs
import griffe

Field: typing.TypeAlias = "attrs.Attribute[Any]"


class AttrsInit(griffe.Extension):
    """Give each attrs class the `__init__` that Griffe cannot see, and each enum its table."""

    def on_package(self, *, pkg: griffe.Module, **_: Any) -> None:
        """Walk the package once all of it is loaded, so that bases are known."""
        classes = list(_classes(pkg))
        shown: list[tuple[griffe.Class, str]] = []
        for documented in classes:
            cls = _import(documented)
            if cls is None:
                continue
            if issubclass(cls, enum.Enum):
                shown += _tabulate(documented, cls)
            elif "__init__" in documented.members:
                continue
            elif attrs.has(cls):
                shown += _complete(documented, cls)
            elif "__new__" in documented.members:
                _take_new(documented)
        # Last, because a class may need to look into its bases.
        for documented, name in shown:
            documented.members.pop(name, None)


def _classes(owner: griffe.Module | griffe.Class) -> Iterator[griffe.Class]:
    for member in owner.members.values():
        if isinstance(member, griffe.Class):
            yield member
        if isinstance(member, griffe.Class | griffe.Module):
            yield from _classes(member)


def _import(documented: griffe.Class) -> type | None:
    module = importlib.import_module(documented.module.path)
    found: Any = module
    for name in documented.path.removeprefix(module.__name__ + ".").split("."):
        found = getattr(found, name, None)
    return found if inspect.isclass(found) else None


# --- enums -------------------------------------------------------------------


def _tabulate(documented: griffe.Class, cls: type[enum.Enum]) -> list[tuple[griffe.Class, str]]:
    """Write the values into the docstring, and return what is not to be shown again."""
    rows = []
    for name, member in cls.__members__.items():
        described = documented.members[name].docstring
        text = " ".join(described.value.split()) if described else ""
        rows.append(f"| `{documented.name}.{name}` | `{member.value}` | {text} |")
    if documented.docstring is not None and rows:
        text = documented.docstring.value.strip()
        table = "\n".join(["| Python | file | what it means |", "|---|---|---|", *rows])
        # Before the sections, which Griffe takes to reach to the end.
        prose, sections = _before_sections(text)
        documented.docstring.value = f"{prose}\n\n{table}\n\n{sections}".rstrip()
    return [(documented, name) for name in cls.__members__]


def _before_sections(text: str) -> tuple[str, str]:
    found = re.search(r"^(?:Args|Attributes|Examples|Raises|Returns):\n", text, re.MULTILINE)
    return (text[: found.start()].rstrip(), text[found.start() :]) if found else (text, "")


# --- classes with `__new__` -----------------------------------------------------


def _take_new(documented: griffe.Class) -> None:
    """Show `__new__` as the constructor that it is for a caller."""
    new = documented.members["__new__"]
    if not isinstance(new, griffe.Function):
        return
    init = griffe.Function(
        "__init__",
        parameters=griffe.Parameters(
            griffe.Parameter("self", kind=griffe.ParameterKind.positional_or_keyword),
            *list(new.parameters)[1:],
        ),
        returns="None",
        parent=documented,
        lineno=new.lineno,
        endlineno=new.endlineno,
    )
    documented.set_member("__init__", init)


# --- attrs classes -----------------------------------------------------------


def _complete(documented: griffe.Class, cls: type) -> list[tuple[griffe.Class, str]]:
    """Add the constructor, and return the fields, which are not to be shown again."""
    fields = [field for field in attrs.fields(cls) if field.init]
    # Keyword-only fields have no order for a caller, so the page has one for
    # readers: what is required, the class's own, what its nearest base has.
    owners = [documented, *documented.mro()]
    fields.sort(key=lambda field: _rank(field, owners))
    members = [_member(field.name, owners) for field in fields]
    init = griffe.Function(
        "__init__",
        parameters=griffe.Parameters(
            griffe.Parameter("self", kind=griffe.ParameterKind.positional_or_keyword),
            *map(_parameter, fields, members),
        ),
        returns="None",
        parent=documented,
        lineno=documented.lineno,
        endlineno=documented.endlineno,
    )
    documented.set_member("__init__", init)
    text = _arguments(fields, members)
    if text:
        init.docstring = griffe.Docstring(text, parent=init, parser=griffe.Parser.google)
    named = [(documented, field.name) for field in fields]
    # What messages call the class is nothing to read about on every page.
    return [*named, (documented, "kind_name")]


def _rank(field: Field, owners: list[griffe.Class]) -> tuple[bool, bool, int]:
    if not field.kw_only:
        return False, False, 0
    depth = next((i for i, owner in enumerate(owners) if field.name in owner.members), len(owners))
    return True, field.default is not attrs.NOTHING, depth


def _member(name: str, owners: list[griffe.Class]) -> griffe.Attribute | None:
    """Return the field as the source states it, in the class or in a base."""
    for owner in owners:
        member = owner.members.get(name)
        if isinstance(member, griffe.Attribute):
            return member
    return None


def _parameter(field: Field, member: griffe.Attribute | None) -> griffe.Parameter:
    kind = griffe.ParameterKind.positional_or_keyword
    if field.kw_only:
        kind = griffe.ParameterKind.keyword_only
    return griffe.Parameter(
        field.alias or field.name,
        annotation=_accepted(member) if member else None,
        kind=kind,
        default=_default(field),
    )


def _accepted(member: griffe.Attribute) -> "str | griffe.Expr | None":
    """Return what the constructor takes: as a converter says, or else as the field does."""
    annotation = member.annotation
    if isinstance(member.value, griffe.ExprCall):
        for argument in member.value.arguments:
            if isinstance(argument, griffe.ExprKeyword) and argument.name == "converter":
                annotation = _first_parameter(member, argument.value) or annotation
    return _plain(annotation) if isinstance(annotation, griffe.Expr) else annotation


def _first_parameter(member: griffe.Attribute, name: "str | griffe.Expr") -> Any:
    if not isinstance(name, griffe.ExprName):
        return None
    found = member.modules_collection[name.canonical_path]
    return (
        found.final_target.parameters[0].annotation
        if found.is_alias
        else (found.parameters[0].annotation)
    )


def _plain(annotation: griffe.Expr) -> "str | griffe.Expr":
    """Write `str` for a text with a constraint: the private name of it tells nobody anything."""
    if isinstance(annotation, griffe.ExprName):
        module, _, name = annotation.canonical_path.rpartition(".")
        if module.startswith("confmodel."):
            found = getattr(importlib.import_module(_module(module)), name, None)
            if typing.get_origin(found) is typing.Annotated:
                return str(typing.get_args(found)[0].__name__)
        return annotation
    if isinstance(annotation, griffe.ExprBinOp):
        left, right = annotation.left, annotation.right
        return griffe.ExprBinOp(
            _plain(left) if isinstance(left, griffe.Expr) else left,
            annotation.operator,
            _plain(right) if isinstance(right, griffe.Expr) else right,
        )
    return annotation


def _module(path: str) -> str:
    """Cut a path down to the module that it begins with."""
    while True:
        try:
            importlib.import_module(path)
        except ModuleNotFoundError:
            path = path.rpartition(".")[0]
        else:
            return path


def _default(field: Field) -> str | None:
    if field.default is attrs.NOTHING:
        return None
    factory = getattr(field.default, "factory", None)
    if factory is not None:
        return f"{factory.__name__}()"
    if isinstance(field.default, enum.Enum):
        # As one writes it; the repr of an enum member is no code.
        return f"{type(field.default).__name__}.{field.default.name}"
    return repr(field.default)


def _arguments(fields: list[Field], members: list[griffe.Attribute | None]) -> str:
    lines = []
    for field, member in zip(fields, members, strict=True):
        if member is None or member.docstring is None:
            continue
        first, *rest = inspect.cleandoc(member.docstring.value).splitlines()
        lines.append(f"    {field.alias or field.name}: {first}")
        lines.extend(f"        {line}".rstrip() for line in rest)
    if not lines:
        return ""
    # Griffe strips the indentation of a docstring that begins with its first
    # section and then finds no items, so a sentence goes before it.
    return "\n".join(["Every field is given by its name.", "", "Args:", *lines])
