"""The parser of YAML: PyYAML's, in C where that is installed, and places in a text."""

import re
from collections.abc import Callable
from typing import Any

import attrs
import yaml

from confmodel.errors import Finding

Position = tuple[int, int]
"""A line and a column, both counted from one."""

Event = Any  # the types of PyYAML's events leave out what each kind always has

HALF_CHARACTER = re.compile(
    r"(\\u[dD][89abAB][0-9a-fA-F]{2})(\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|(\\(?:u|U0000)[dD][89a-fA-F][0-9a-fA-F]{2})"
)
"""Escapes for the halves of UTF-16: of a whole pair, or of one."""
_HALVES = frozenset(map(chr, range(0xD800, 0xE000)))
_ESCAPE = re.compile(r"\\.", re.DOTALL)
LINE_END = re.compile(r"\r\n|\r|\n")


def at(position: Position, finding: Finding) -> Finding:
    """Say where in the text a finding is."""
    return attrs.evolve(finding, line=position[0], column=position[1])


def position_in(text: str, index: int) -> Position:
    """Find the line and the column of a character."""
    lines = LINE_END.split(text[:index])
    return len(lines), len(lines[-1]) + 1


def position_of(event: Event) -> Position:
    """Return where an event begins."""
    return event.start_mark.line + 1, event.start_mark.column + 1


def events(text: str) -> tuple[Callable[[], Event], tuple[type[Exception], ...]]:
    """Return what gives the next event, and what it may raise."""
    loader = getattr(yaml, "CBaseLoader", None)
    if loader is not None:
        return loader(text).get_event, (yaml.YAMLError,)
    # Without libyaml. The parser in Python lets the halves of surrogate pairs
    # through, and raises what chr() and int() raise.
    slow: Any = yaml.BaseLoader(text)

    def next_event() -> Event:
        event = slow.get_event()
        if isinstance(event, yaml.ScalarEvent) and not _HALVES.isdisjoint(event.value):
            raise _escape_error(text, event)
        return event

    return next_event, (yaml.YAMLError, ValueError, OverflowError)


def _escape_error(text: str, event: Event) -> yaml.MarkedYAMLError:
    """Make the error that libyaml raises for the first half of a surrogate pair in a scalar."""
    escapes = _ESCAPE.finditer(text, event.start_mark.index)
    index = next(each.end() for each in escapes if HALF_CHARACTER.match(text, each.start()))
    line, column = position_in(text, index)
    mark = yaml.Mark("", index, line - 1, column - 1, None, 0)
    return yaml.MarkedYAMLError(
        problem="found invalid Unicode character escape code", problem_mark=mark
    )
