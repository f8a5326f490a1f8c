"""Show the constructors that attrs writes on the pages of the reference.

Griffe reads source text, and attrs writes its `__init__` at run time, so the
pages would show classes without a constructor.  For every attrs class this
extension asks `attrs.fields` and adds the missing `__init__`: names and
defaults as the caller meets them, annotations as the source states them, and
the docstring beneath each field as the description of the parameter.
"""

import enum
import importlib
import inspect
from typing import Any

import attrs
import griffe


class AttrsInit(griffe.Extension):
    """Give each attrs class the `__init__` that Griffe cannot see."""

    def on_package(self, *, pkg: griffe.Module, **_: Any) -> None:
        """Walk the package once all of it is loaded, so that bases are known."""
        self._walk(pkg)

    def _walk(self, owner: griffe.Module | griffe.Class) -> None:
        for member in owner.members.values():
            if isinstance(member, griffe.Class):
                self._complete(member)
                self._walk(member)
            elif isinstance(member, griffe.Module):
                self._walk(member)

    def _complete(self, documented: griffe.Class) -> None:
        if "__init__" in documented.members:
            return
        cls = self._import(documented)
        if cls is None or not attrs.has(cls):
            return
        fields = [field for field in attrs.fields(cls) if field.init]
        # Keyword-only fields have no order for a caller, so the page has one
        # for readers: what is required, the class's own, what it inherits.
        fields.sort(key=lambda field: _rank(field, documented))
        members = [self._member(documented, field.name) for field in fields]
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
        documented.labels.add("attrs")
        text = _arguments(fields, members)
        if text:
            init.docstring = griffe.Docstring(text, parent=init, parser=griffe.Parser.google)

    def _import(self, documented: griffe.Class) -> type | None:
        module = importlib.import_module(documented.module.path)
        found: Any = module
        for name in documented.path.removeprefix(module.__name__ + ".").split("."):
            found = getattr(found, name, None)
        return found if inspect.isclass(found) else None

    def _member(self, documented: griffe.Class, name: str) -> griffe.Attribute | None:
        """Return the field as the source states it, in the class or in a base."""
        for cls in [documented, *documented.mro()]:
            member = cls.members.get(name)
            if isinstance(member, griffe.Attribute):
                return member
        return None


def _rank(field: "attrs.Attribute[Any]", documented: griffe.Class) -> tuple[bool, bool, bool]:
    if not field.kw_only:
        return False, False, False
    return True, field.default is not attrs.NOTHING, field.name not in documented.members


def _parameter(field: "attrs.Attribute[Any]", member: griffe.Attribute | None) -> griffe.Parameter:
    kind = griffe.ParameterKind.positional_or_keyword
    if field.kw_only:
        kind = griffe.ParameterKind.keyword_only
    return griffe.Parameter(
        field.alias or field.name,
        annotation=member.annotation if member else None,
        kind=kind,
        default=_default(field),
    )


def _default(field: "attrs.Attribute[Any]") -> str | None:
    if field.default is attrs.NOTHING:
        return None
    factory = getattr(field.default, "factory", None)
    if factory is not None:
        return f"{factory.__name__}()"
    if isinstance(field.default, enum.Enum):
        # As one writes it; the repr of an enum member is no code.
        return f"{type(field.default).__name__}.{field.default.name}"
    return repr(field.default)


def _arguments(fields: "list[attrs.Attribute[Any]]", members: list[griffe.Attribute | None]) -> str:
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
