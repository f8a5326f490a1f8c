"""Plain data from the events of a YAML parser, for readers that trust nobody.

PyYAML's own loaders are not used: they follow aliases and merge keys, read
`NO` as false, keep the last of two equal names, and end the whole process on a
hundred thousand open brackets. Its parser, which gives one event after the
other, does none of this. So the values are built here, without recursion, and
scalars mean what the core schema of YAML 1.2 says (YAML 1.2.2, section 10.3).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NoReturn

import attrs
import yaml

from confmodel._numbers import exactly
from confmodel._text import pointer_to
from confmodel.codec._duplicates import stands_twice
from confmodel.errors import Finding, LoadError, shown

Collection = list[Any] | dict[str, Any]
Position = tuple[int, int]
"""A line and a column, both counted from one."""
_Event = Any  # the types of PyYAML's events leave out what each kind always has

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
_HALF_CHARACTER = re.compile(
    r"(\\u[dD][89abAB][0-9a-fA-F]{2})(\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|(\\(?:u|U0000)[dD][89a-fA-F][0-9a-fA-F]{2})"
)
"""Escapes for the halves of UTF-16: of a whole pair, or of one."""
_HALVES = frozenset(map(chr, range(0xD800, 0xE000)))
_ESCAPE = re.compile(r"\\.", re.DOTALL)
_LINE_END = re.compile(r"\r\n|\r|\n")

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


def positions(text: str, pointers: Iterable[str]) -> dict[str, Position]:
    """Find where values begin; a member begins with its name.

    Args:
        text: A document that has been built, or has been up to these values.
        pointers: The JSON Pointers of the values.

    Returns:
        The positions of the values that are there, and of all around them. Of
        members of one name, the first.
    """
    wanted = {"", *pointers}
    for pointer in tuple(wanted):
        outer = pointer
        while outer:
            outer = outer.rpartition("/")[0]
            wanted.add(outer)
    found: dict[str, Position] = {}
    for pointer, event in _walk(text, wanted):
        found.setdefault(pointer, _position(event))
        if len(found) == len(wanted):
            break
    return found


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """Find where text begins and ends that may hold any character: in quotes, or in a block."""
    next_event, _ = _events(text)
    while not isinstance(event := next_event(), yaml.StreamEndEvent):
        if isinstance(event, yaml.ScalarEvent) and event.style:
            begin, end = event.start_mark, event.end_mark
            # The C parser of PyYAML marks everything; its types say that it may not.
            if begin is not None and end is not None:  # pragma: no branch
                yield begin.index, end.index


class _Place:
    """A collection on the way through a document."""

    def __init__(self, pointer: str | None, *, is_mapping: bool, count: int = 0) -> None:
        self.pointer = pointer
        """Where it is; `None` if nothing inside is wanted."""
        self.is_mapping = is_mapping
        self.count = count
        """How many names and values have been passed."""
        self.inner = pointer
        """Where the value is whose name has been passed."""

    def step(self, event: _Event) -> str | None:
        """Pass a name or a value; returns its pointer, if it may be wanted."""
        is_value = self.is_mapping and self.count % 2 == 1
        if self.pointer is not None and not is_value:
            step = getattr(event, "value", "") if self.is_mapping else self.count
            self.inner = self.pointer + pointer_to([step])
        self.count += 1
        return self.inner


def _walk(text: str, wanted: set[str]) -> Iterator[tuple[str, _Event]]:
    """Go through a document; give what is wanted, with its event."""
    next_event, _ = _events(text.removeprefix("\ufeff"))
    around: list[_Place] = []
    # The document is like the value of a member whose name has been passed.
    place = _Place("", is_mapping=True, count=1)
    while True:
        event = next_event()
        if isinstance(event, yaml.StreamEndEvent):
            return
        if isinstance(event, yaml.CollectionEndEvent):
            place = around.pop()
        elif isinstance(event, yaml.NodeEvent):
            pointer = place.step(event)
            if pointer is not None and pointer in wanted:
                yield pointer, event
            else:
                pointer = None
            if isinstance(event, yaml.CollectionStartEvent):
                around.append(place)
                place = _Place(pointer, is_mapping=isinstance(event, yaml.MappingStartEvent))


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
        next_event, errors = _events(self.text)
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

    def _take_all(self, next_event: Callable[[], _Event]) -> None:
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

    def _start(self, event: _Event) -> None:
        if self.root:
            self._stop(event, "a second document begins", "put each document into its own file")
        if event.version not in (None, (1, 2)):
            self._stop(
                event,
                "the document is of another version of YAML than 1.2, and means other things",
                "leave %YAML out, and look whether yes, no, on, off and times are meant as text",
            )

    def _take_scalar(self, event: _Event) -> None:
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

    def _open(self, event: _Event, inner: Collection) -> None:
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

    def _follows_question(self, event: _Event) -> bool:
        index = event.start_mark.index
        return self.text[max(index - 1, 0) : index] == "?"

    def _refused_name(self, event: _Event, value: object, *, is_merge_key: bool) -> str:
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
            self._note(_position(event), stands_twice(self._pointer(), name))
        return name

    def _add_properties(self, event: _Event) -> None:
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
        lines = _LINE_END.split(self.text, line + 1)
        if line < len(lines) and lines[line][column : column + 1] == "\t":
            remedy = "indent with spaces, not with tabs"
        what = f"the document is not YAML ({f'{context}: ' if context else ''}{what})"
        code = "E100"
        half = None if mark is None else _HALF_CHARACTER.match(self.text, max(mark.index - 2, 0))
        if half is not None:
            code, what, remedy = _half_character(half)
        self.findings.append(
            Finding(
                code=code,
                pointer=self._pointer(),
                message=at((line + 1, column + 1), what),
                help=remedy,
            )
        )

    def _stop(self, event: _Event, what: str, remedy: str, *, code: str = "E100") -> NoReturn:
        self._add(event, what, remedy, code=code)
        raise _RefusedError

    def _add(self, event: _Event, what: str, remedy: str, *, code: str = "E100") -> None:
        self._note(
            _position(event),
            Finding(code=code, pointer=self._pointer(), message=what, help=remedy),
        )

    def _note(self, position: Position, finding: Finding) -> None:
        """Note a finding with its place in the text; of many, only the first."""
        self.findings.append(attrs.evolve(finding, message=at(position, finding.message)))
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


def at(position: Position, what: str) -> str:
    """Say where something is, in the words of every message."""
    return f"line {position[0]}, column {position[1]}: {what}"


def position_in(text: str, index: int) -> Position:
    """Find the line and the column of a character."""
    lines = _LINE_END.split(text[:index])
    return len(lines), len(lines[-1]) + 1


def _position(event: _Event) -> Position:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _events(text: str) -> tuple[Callable[[], _Event], tuple[type[Exception], ...]]:
    """Return what gives the next event, and what it may raise."""
    loader = getattr(yaml, "CBaseLoader", None)
    if loader is not None:
        return loader(text).get_event, (yaml.YAMLError,)
    # Without libyaml. The parser in Python lets the halves of surrogate pairs
    # through, and raises what chr() and int() raise.
    slow: Any = yaml.BaseLoader(text)

    def next_event() -> _Event:
        event = slow.get_event()
        if isinstance(event, yaml.ScalarEvent) and not _HALVES.isdisjoint(event.value):
            raise _escape_error(text, event)
        return event

    return next_event, (yaml.YAMLError, ValueError, OverflowError)


def _escape_error(text: str, event: _Event) -> yaml.MarkedYAMLError:
    """Make the error that libyaml raises for the first half of a surrogate pair in a scalar."""
    escapes = _ESCAPE.finditer(text, event.start_mark.index)
    index = next(each.end() for each in escapes if _HALF_CHARACTER.match(text, each.start()))
    line, column = position_in(text, index)
    mark = yaml.Mark("", index, line - 1, column - 1, None, 0)
    return yaml.MarkedYAMLError(
        problem="found invalid Unicode character escape code", problem_mark=mark
    )


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
    return Finding(
        code=code, pointer="", message=at(position_in(text, found.start()), what), help=remedy
    )
