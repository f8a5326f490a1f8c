"""Plain data from MessagePack, for readers that trust nobody.

A few bytes can announce four thousand million items, and small values take
seventy times their size once they are built. So the structure is gone through
without recursion, everything is counted, and what the model cannot hold (binary
data, extension types, numbers that are not finite, names that are no text or
stand twice) is refused where it stands.
"""

import contextlib
import math
import struct
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import attrs

from confmodel._text import pointer_to
from confmodel.codec import Limits
from confmodel.codec._collector import without_collector
from confmodel.codec._duplicates import stands_twice
from confmodel.codec.limits import FLATTER
from confmodel.errors import Finding, LoadError, shown

_VALUES_IN_AN_OBJECT = 8
_MOST_FINDINGS = 20

_TIMESTAMP = 0xFF
_OPENING = frozenset((*range(0x80, 0xA0), *range(0xDC, 0xE0)))
"""The bytes that a list or a map may begin with."""
_NOT_OPENING = bytes(set(range(256)) - _OPENING)
_LENGTHS = {1: struct.Struct(">B"), 2: struct.Struct(">H"), 4: struct.Struct(">I")}


def may_have_too_many(data: bytes, limits: Limits) -> bool:
    """Tell whether there may be more lists and maps than allowed; takes linear time.

    A list or a map begins with one of some bytes, which stand elsewhere too.
    """
    most = limits.max_objects
    return len(data) > most and len(data.translate(None, _NOT_OPENING)) > most


def build(data: bytes, limits: Limits) -> tuple[object, list[Finding]]:
    """Build the one value that the bytes hold, and find what stands twice in it.

    Of members of one name, the value has the last: it is no record, and is
    good for finding what else is wrong.

    Raises:
        LoadError: If they hold none, or what is refused, or too much of it.
    """
    return _Builder(data, limits).build()


class _RefusedError(Exception):
    """Nothing more is read; the reason is among the findings."""


@attrs.define
class _Open:
    """A list or a map under construction."""

    value: Any
    left: int
    """How many items, or names and values, are still to come."""
    name: str | None = None
    """The name that waits for its value."""


class _Builder:
    """A document under construction."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self.data = data
        self.limits = limits
        self.at = 0
        self.room = limits.max_objects * _VALUES_IN_AN_OBJECT
        self.objects = 0
        self.findings: list[Finding] = []
        self.open: list[_Open] = []

    def build(self) -> tuple[object, list[Finding]]:
        root = None
        is_whole = False
        # Lists and maps without circles: the collector would look through them in vain.
        with without_collector(), contextlib.suppress(_RefusedError):
            root = self._take_all()
            is_whole = True
        if not is_whole or any(each.code != "E116" for each in self.findings):
            raise LoadError(self.findings)
        return root, self.findings

    def _take_all(self) -> object:
        root = _Open([], 1)
        self.open.append(root)
        while self.open:
            here = self.open[-1]
            if here.left == 0:
                self.open.pop()
                continue
            here.left -= 1
            begin = self.at
            value = self._value()
            if isinstance(here.value, list):
                self._open_if_needed(value)
                here.value.append(value.value if isinstance(value, _Open) else value)
            elif here.left % 2:
                here.name = self._name(here, value, begin)
            else:
                self._open_if_needed(value)
                here.value[here.name] = value.value if isinstance(value, _Open) else value
        if self.at < len(self.data):
            rest = len(self.data) - self.at
            self._stop(self.at, f"{rest} bytes stand behind the value", "leave them out")
        return root.value[0]

    def _open_if_needed(self, value: object) -> None:
        if not isinstance(value, _Open):
            return
        # The document itself stands in a list of ours.
        if len(self.open) > self.limits.max_depth:
            what = f"lists and maps are nested deeper than {self.limits.max_depth}"
            self._stop(self.at, what, FLATTER, code="E113", pointer="")
        self.objects += 1
        if self.objects > self.limits.max_objects:
            self._too_many("there are more lists and maps than")
        self.open.append(value)

    def _name(self, here: _Open, value: object, begin: int) -> str:
        if not isinstance(value, str):
            remedy = "give it a name that is text"
            if isinstance(value, _Open):
                what = "a list" if isinstance(value.value, list) else "a map"
                self._stop(begin, f"{what} cannot be the name of a member", remedy, code="E109")
            self._add(begin, f"{shown(value)} cannot be the name of a member", remedy, code="E109")
            return str(value)
        if value in here.value:
            self._note(begin, stands_twice(self._pointer(), value))
        return value

    def _value(self) -> object:
        """Take one value; what holds others comes empty, with how many are to come."""
        begin = self.at
        code = self._bytes(1)[0]
        self.room -= 1
        if self.room < 0:
            self._too_many("there are more values than", _VALUES_IN_AN_OBJECT)
        take, argument = _TAKERS[code]
        return take(self, begin, argument)

    def take_itself(self, _: int, value: object) -> object:
        return value

    def take_text(self, begin: int, size: int) -> str:
        data = self._bytes(size)
        try:
            return data.decode()
        except UnicodeDecodeError as error:
            self._add(begin, f"the text is not UTF-8 (at its byte {error.start})", "mend it")
            return data.decode(errors="replace")

    def take_long_text(self, begin: int, width: int) -> str:
        return self.take_text(begin, self._length(width))

    def take_number(self, begin: int, layout: struct.Struct) -> float:
        number: float = layout.unpack(self._bytes(layout.size))[0]
        if not math.isfinite(number):
            self._add(begin, f"{number} is no finite number", "leave it out", code="E105")
        return number

    def take_list(self, _: int, count: int) -> _Open:
        return self._opened([], count)

    def take_long_list(self, _: int, width: int) -> _Open:
        return self._opened([], self._length(width))

    def take_map(self, _: int, count: int) -> _Open:
        return self._opened({}, 2 * count)

    def take_long_map(self, _: int, width: int) -> _Open:
        return self._opened({}, 2 * self._length(width))

    def take_binary(self, begin: int, width: int) -> None:
        self._bytes(self._length(width))
        remedy = "write text as text (the str of MessagePack)"
        self._add(begin, "the value is binary data", remedy, code="E101")

    def take_extension(self, begin: int, size: int) -> None:
        kind = self._bytes(1 + size)[0]
        what = "a timestamp" if kind == _TIMESTAMP else f"of the extension type {kind}"
        remedy = "write dates, and everything else, as plain data"
        self._add(begin, f"the value is {what}", remedy, code="E101")

    def take_long_extension(self, begin: int, width: int) -> None:
        self.take_extension(begin, self._length(width))

    def take_nothing(self, begin: int, code: int) -> NoReturn:
        self._stop(begin, f"no value begins with 0x{code:02x}", "write it as MessagePack")

    def _opened(self, value: object, count: int) -> _Open:
        # Each item has at least one byte.
        if count > len(self.data) - self.at:
            self._cut_off()
        return _Open(value, count)

    def _length(self, size: int) -> int:
        length: int = _LENGTHS[size].unpack(self._bytes(size))[0]
        return length

    def _bytes(self, size: int) -> bytes:
        begin, self.at = self.at, self.at + size
        if self.at > len(self.data):
            self._cut_off()
        return self.data[begin : self.at]

    def _cut_off(self) -> NoReturn:
        self._stop(
            len(self.data),
            "the document is cut off: fewer bytes come than it says",
            "fetch it again",
        )

    def _too_many(self, what: str, times: int = 1) -> NoReturn:
        most = self.limits.max_objects * times
        remedy = "split the document, or allow more with Limits(max_objects=...)"
        self._stop(self.at, f"{what} {most}", remedy, code="E113", pointer="")

    def _stop(
        self, at: int, what: str, remedy: str, *, code: str = "E100", pointer: str | None = None
    ) -> NoReturn:
        self._add(at, what, remedy, code=code, pointer=pointer)
        raise _RefusedError

    def _add(
        self, at: int, what: str, remedy: str, *, code: str = "E100", pointer: str | None = None
    ) -> None:
        where = self._pointer() if pointer is None else pointer
        self._note(at, Finding(code=code, pointer=where, message=what, help=remedy))

    def _note(self, at: int, finding: Finding) -> None:
        """Note a finding with its byte; of many, only the first."""
        self.findings.append(attrs.evolve(finding, message=f"byte {at}: {finding.message}"))
        if len(self.findings) >= _MOST_FINDINGS:
            raise _RefusedError

    def _pointer(self) -> str:
        """Return where the builder is: at the value that it is taking."""
        steps: list[str | int] = []
        # What stands in our own list is the document itself.
        for outer in self.open[1:]:
            if isinstance(outer.value, list):
                steps.append(len(outer.value) - (outer is not self.open[-1]))
            elif outer.name is not None and (outer is not self.open[-1] or outer.left % 2 == 0):
                steps.append(outer.name)
        return pointer_to(steps)


def _takers() -> Iterator[tuple[int, tuple[Callable[[_Builder, int, Any], object], Any]]]:
    """Say for each first byte what takes the value (the specification, "Formats")."""
    for number in range(-0x20, 0x80):
        yield number % 0x100, (_Builder.take_itself, number)
    for size in range(0x10):
        yield 0x80 + size, (_Builder.take_map, size)
        yield 0x90 + size, (_Builder.take_list, size)
    for size in range(0x20):
        yield 0xA0 + size, (_Builder.take_text, size)
    for code, value in ((0xC0, None), (0xC2, False), (0xC3, True)):
        yield code, (_Builder.take_itself, value)
    for n, width in enumerate((1, 2, 4)):
        yield 0xC4 + n, (_Builder.take_binary, width)
        yield 0xC7 + n, (_Builder.take_long_extension, width)
        yield 0xD9 + n, (_Builder.take_long_text, width)
    for n, layout in enumerate("fdBHIQbhiq"):
        yield 0xCA + n, (_Builder.take_number, struct.Struct(f">{layout}"))
    for n in range(5):
        yield 0xD4 + n, (_Builder.take_extension, 2**n)
    for n, width in enumerate((2, 4)):
        yield 0xDC + n, (_Builder.take_long_list, width)
        yield 0xDE + n, (_Builder.take_long_map, width)


_TAKERS = {code: (_Builder.take_nothing, code) for code in range(256)} | dict(_takers())
