"""Plain data from the events of a YAML parser, for readers that trust nobody.

PyYAML's own loaders are not used: they follow aliases and merge keys, read
`NO` as false, keep the last of two equal names, and end the whole process on a
hundred thousand open brackets. Its parser, which gives one event after the
other, does none of this. So the values are built here, without recursion, and
scalars mean what the core schema of YAML 1.2 says (YAML 1.2.2, section 10.3).
"""

import re
from collections.abc import Callable
from typing import Any, NoReturn

import attrs
import yaml

from confmodel._numbers import exactly
from confmodel._text import pointer_to
from confmodel.codec._duplicates import stands_twice
from confmodel.errors import Finding, LoadError, shown
from confmodel.formats._yaml_parser import (
    HALF_CHARACTER,
    LINE_END,
    Event,
    Position,
    at,
    events,
    position_in,
    position_of,
)
from confmodel.formats._yaml_positions import positions

Collection = list[Any] | dict[str, Any]

_MEANINGS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_WHOLE = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_MAYBE_NO_TEXT = frozenset(("", *"0123456789+-.~nNtTfF"))
"""How a plain scalar begins that may be something else than text."""
_UNKEPT = object()
"""What stands for a number that plain data cannot keep."""

# Python converts 4300 decimal digits by default, and hexadecimal ones are worth more.
_MOST_DIGITS = 3500
_MOST_FINDINGS = 20

_REFUSED_CHARACTER = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
# A line ends at these in YAML 1.1, which the parser speaks, and not in YAML 1.2.
_OLD_LINE_ENDS = "\x85\u2028\u2029"
# The parser compares each of these directives with all that came before.
_TAG_DIRECTIVE = re.compile(r"^%TAG\b", re.MULTILINE)
_UNENDED_BLANK_LINE = re.compile(r"(?<=[\r\n])[ \t]+\Z")
_MAYBE_QUESTION_NAME = re.compile(r"[\[{,\s]\?[^\s]")

_REMEDIES = (
    ("mapping values are not", "put text that holds a colon and a space into quotation marks"),
    ("cannot start any token", "put text that begins with this character into quotation marks"),
    ("unexpected end of stream", "close the quotation mark"),
    ("expected ',' or", "close the bracket, or put text that holds one into quotation marks"),
    ("expected ':'", "write a colon and a space behind the name"),
    ("expected key", "begin the line exactly below the name above it"),
    ("'-' indicator", "begin the line exactly below the '-' above it"),
    ("escape", "double the backslash, or use single quotation marks"),
)
_REMEDY = "mend the indentation or the punctuation there"


def build(text: str, *, max_depth: int, max_values: int) -> tuple[object, list[Finding]]:
    """Build the value of the one document of a text, and find what stands twice in it.

    Of members of one name, the value has the last: it is no record, and is
    good for finding what else is wrong.

    Raises:
        LoadError: If it is not one, or uses what is refused.
    """
    text = text.removeprefix("\ufeff")
    refusal = _refused_text(text)
    if refusal is not None:
        raise LoadError([refusal])
    if _UNENDED_BLANK_LINE.search(text):
        # The parser takes such a line for the end of a block scalar.
        text += "\n"
    return _Builder(text, max_depth=max_depth, max_values=max_values).build()


class _RefusedError(Exception):
    """Nothing more is read; the reason is among the findings."""


class _Builder:
    """A document under construction."""

    def __init__(self, text: str, *, max_depth: int, max_values: int) -> None:
        self.text = text
        self.max_depth = max_depth
        self.max_values = max_values
        # Inside brackets the parser takes `?x` for a name `x`; YAML 1.2 reads it as text.
        self.checks_questions = _MAYBE_QUESTION_NAME.search(text) is not None
        self.findings: list[Finding] = []
        self.root: list[Any] = []
        # The innermost open collection, the name in it that waits for its
        # value, and the same of all collections around it, outermost first.
        self.here: Collection = self.root
        self.name: str | None = None
        self.around: list[tuple[Collection, str | None]] = []

    def build(self) -> tuple[object, list[Finding]]:
        """Build the value, or raise everything that is wrong with the document."""
        next_event, errors = events(self.text)
        is_whole = False
        try:
            self._take_all(next_event)
            is_whole = True
        except _RefusedError:
            pass
        except errors as error:
            self._add_malformed(error)
        findings = self._with_first_places()
        if not is_whole or any(each.code != "E116" for each in findings):
            raise LoadError(findings)
        return self.root[0], findings

    def _with_first_places(self) -> list[Finding]:
        """Say of each member that stands twice where it stands first."""
        doubles = [each.pointer for each in self.findings if each.code == "E116"]
        if not doubles:
            return self.findings
        first = positions(self.text, doubles)
        return [
            attrs.evolve(each, message=f"{each.message}, first in line {first[each.pointer][0]}")
            if each.code == "E116"
            else each
            for each in self.findings
        ]

    def _take_all(self, next_event: Callable[[], Event]) -> None:
        """Take every event; what most documents consist of stands first."""
        room = self.max_values
        while True:
            event = next_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                room -= 1
                self._take_scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                room -= 1
                self._open(event, {} if kind is yaml.MappingStartEvent else [])
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.here, _ = self.around.pop()
                self.name = None
            elif kind is yaml.StreamEndEvent:
                break
            elif kind is yaml.AliasEvent:
                self._stop(
                    event,
                    f"the alias {shown('*' + event.anchor)} stands for a value elsewhere",
                    "write the value out, or give it an id and refer to that",
                )
            elif kind is yaml.DocumentStartEvent:
                self._start(event)
            if room < 0:
                self._stop(
                    event,
                    f"the document has more names and values than {self.max_values}",
                    "split the document, or allow more with Limits(max_objects=...)",
                    code="E113",
                )
        if not self.root:
            self._stop(event, "the document is empty", "write a record: an id and a name at least")

    def _start(self, event: Event) -> None:
        if self.root:
            self._stop(event, "a second document begins", "put each document into its own file")
        if event.version not in (None, (1, 2)):
            self._stop(
                event,
                "the document is of another version of YAML than 1.2, and means other things",
                "leave %YAML out, and look whether yes, no, on, off and times are meant as text",
            )

    def _take_scalar(self, event: Event) -> None:
        value: Any = event.value
        is_plain = event.implicit[0]
        if is_plain and value[:1] in _MAYBE_NO_TEXT:
            value = resolve(value)
            if value is _UNKEPT:
                self._add(
                    event,
                    f"{shown(event.value)} is no number that can be kept",
                    "give a finite number, or put it into quotation marks to make it text",
                    code="E105",
                )
        if event.tag is not None or event.anchor is not None:
            self._add_properties(event)
        here = self.here
        if isinstance(here, list):
            here.append(value)
        elif self.name is not None:
            here[self.name] = value
            self.name = None
        else:
            if self.checks_questions and self._follows_question(event):
                self._stop(
                    event, "a name stands directly behind '?'", "put it into quotation marks"
                )
            is_merge_key = is_plain and value == "<<"
            if type(value) is not str or value in here or is_merge_key:
                value = self._refused_name(event, value, is_merge_key=is_merge_key)
            self.name = value

    def _open(self, event: Event, inner: Collection) -> None:
        if event.tag is not None or event.anchor is not None:
            self._add_properties(event)
        if len(self.around) >= self.max_depth:
            self._stop(
                event,
                f"lists and mappings are nested deeper than {self.max_depth} levels",
                "nest them less",
                code="E113",
            )
        here = self.here
        if isinstance(here, list):
            here.append(inner)
        elif self.name is not None:
            here[self.name] = inner
        else:
            self._stop(event, "a name is a list or a mapping", "give the member a name of text")
        self.around.append((here, self.name))
        self.here, self.name = inner, None

    def _follows_question(self, event: Event) -> bool:
        index = event.start_mark.index
        return self.text[max(index - 1, 0) : index] == "?"

    def _refused_name(self, event: Event, value: object, *, is_merge_key: bool) -> str:
        """Report a name that no member can have; returns one to go on with."""
        name: str = event.value
        if is_merge_key:
            self._add(event, "a merge key (<<) copies members from elsewhere", "write them out")
        elif not isinstance(value, str):
            self._add(
                event,
                f"the name {shown(name)} is read as a number, true, false or null",
                "put the name into quotation marks",
            )
        else:
            self._note(position_of(event), stands_twice(self._pointer(), name))
        return name

    def _add_properties(self, event: Event) -> None:
        if event.anchor is not None:
            self._add(
                event,
                f"the anchor {shown('&' + event.anchor)} would let a value stand in several places",
                "leave it out; give the value an id and refer to that",
            )
        if event.tag is not None:
            self._add(
                event,
                f"the tag {shown(event.tag)} would change how a value is read",
                "leave it out; quotation marks alone make a text of a value",
            )

    def _add_malformed(self, error: Exception) -> None:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or str(error)
        context = getattr(error, "context", None)
        line, column = (mark.line, mark.column) if mark is not None else (0, 0)
        remedy = next((remedy for words, remedy in _REMEDIES if words in what), _REMEDY)
        lines = LINE_END.split(self.text, line + 1)
        if line < len(lines) and lines[line][column : column + 1] == "\t":
            remedy = "indent with spaces, not with tabs"
        what = f"the document is not YAML ({f'{context}: ' if context else ''}{what})"
        code = "E100"
        half = None if mark is None else HALF_CHARACTER.match(self.text, max(mark.index - 2, 0))
        if half is not None:
            code, what, remedy = _half_character(half)
        finding = Finding(code=code, pointer=self._pointer(), message=what, help=remedy)
        self.findings.append(at((line + 1, column + 1), finding))

    def _stop(self, event: Event, what: str, remedy: str, *, code: str = "E100") -> NoReturn:
        self._add(event, what, remedy, code=code)
        raise _RefusedError

    def _add(self, event: Event, what: str, remedy: str, *, code: str = "E100") -> None:
        self._note(
            position_of(event),
            Finding(code=code, pointer=self._pointer(), message=what, help=remedy),
        )

    def _note(self, position: Position, finding: Finding) -> None:
        """Note a finding with its place in the text; of many, only the first."""
        self.findings.append(at(position, finding))
        if len(self.findings) >= _MOST_FINDINGS:
            raise _RefusedError

    def _pointer(self) -> str:
        """Return where the builder is: at the value that comes next."""
        steps = [len(outer) - 1 if name is None else name for outer, name in self.around[1:]]
        if self.around and isinstance(self.here, list):
            steps.append(len(self.here))
        elif self.name is not None:
            steps.append(self.name)
        return pointer_to(steps)


def _half_character(escape: re.Match[str]) -> tuple[str, str, str]:
    """Say what is wrong with an escape, with the code and the remedy.

    Each escape of YAML is one character (YAML 1.2.2, section 5.7). Only JSON
    writes the halves of UTF-16 one by one.
    """
    what = f"the escape {escape[1] or escape[3]} is half of a surrogate pair"
    if escape[3] is not None:
        return "E110", what, "write the whole character, or leave it out"
    halves = (escape[1] + escape[2]).replace("\\u", "")
    character = bytes.fromhex(halves).decode("utf-16-be")
    return (
        "E100",
        f"{what}, and in YAML an escape is a whole character",
        f'write the character itself, or "\\U{ord(character):08X}"',
    )


def resolve(text: str) -> object:
    """Resolve a plain scalar by the core schema of YAML 1.2 (section 10.3.2).

    Examples:
        >>> [resolve(text) for text in ("~", "True", "0x1F", "1e3", "NO", "12:30", "2031-05-06")]
        [None, True, 31, 1000.0, 'NO', '12:30', '2031-05-06']
    """
    if text in _MEANINGS:
        return _MEANINGS[text]
    if _WHOLE.fullmatch(text):
        return _whole(text, 10)
    if _FLOAT.fullmatch(text):
        try:
            return exactly(text)
        except ValueError:
            return _UNKEPT
    if _OTHER_BASE.fullmatch(text):
        return _whole(text, 0)
    return _UNKEPT if _NOT_FINITE.fullmatch(text) else text


def _whole(text: str, base: int) -> object:
    try:
        return int(text, base) if len(text) <= _MOST_DIGITS else _UNKEPT
    except ValueError:
        return _UNKEPT  # the program allows fewer digits than Python does


def _refused_text(text: str) -> Finding | None:
    """Name the first character, or the directive, that is refused wherever it stands."""
    code = "E100"
    if (found := _REFUSED_CHARACTER.search(text)) is not None:
        character = found[0]
        what = f"the character U+{ord(character):04X} may not stand in YAML as it is"
        remedy = f'leave it out, or write it as "\\u{ord(character):04X}" in double quotation marks'
        if "\ud800" <= character <= "\udfff":
            code = "E110"
            what = f"the character U+{ord(character):04X} is half of a surrogate pair"
            remedy = "decode the text with the encoding that it was written in"
        elif character in _OLD_LINE_ENDS:
            what = (
                f"the character U+{ord(character):04X} ends a line in YAML 1.1, and not in YAML 1.2"
            )
    elif (found := _TAG_DIRECTIVE.search(text)) is not None:
        what = "the directive %TAG abbreviates tags, which are refused"
        remedy = "leave it out"
    else:
        return None
    finding = Finding(code=code, pointer="", message=what, help=remedy)
    return at(position_in(text, found.start()), finding)
