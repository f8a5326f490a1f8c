"""Plain data as YAML that a person enjoys editing.

One value a line, short lists and small objects in brackets, long text folded,
quotation marks only where some reader would take a text for something else:
those of YAML 1.1 still are the most common, so `NO`, `12:30` and `2031-05-08`
are quoted although YAML 1.2 reads them as text.

Every text is read back character by character. What cannot be seen, or is
understood differently by different readers, is written as an escape.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import cast

from confmodel.errors import InvalidValueError, shown

_WIDTH = 100
_STEP = 2
_DEEPEST = 200
# A name may have 1024 characters with its quotation marks (YAML 1.2.2, section 7.4).
_LONGEST_NAME = 1000

_WORDS_WITH_MEANING = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
"""What some reader takes for no text, however it is capitalised."""

# Numbers, dates and times of YAML 1.1 and 1.2, and more than these.
_LIKE_A_NUMBER = re.compile(r"[0-9][-+0-9a-fA-FtTxXoOzZ_.:, ]*")
_FIRST_WITH_MEANING = frozenset("-?:,[]{}#&*!|>'\"%@`=<~.+")
_MEANING_INSIDE = re.compile(r": | #|:\Z")
# Old parsers end a text inside brackets at each of these.
_MEANING_IN_BRACKETS = re.compile(r"[,\[\]{}:?]")

# Controls, what other versions of YAML take for a line end, and what is
# invisible or turns the direction of writing.
_ESCAPED = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_ESCAPED_OR_QUOTE = re.compile(_ESCAPED.pattern[:-1] + r'"\\]')
_ESCAPES = {"\t": r"\t", "\n": r"\n", "\r": r"\r", '"': r"\"", "\\": r"\\"}
_FOLD = re.compile(r"(?<=[^ ]) (?=[^ ])")

_Pending = tuple[str, object, int]
"""What stands before a value, the value, and how far the lines below it are indented."""


def emit(value: object) -> str:
    """Write plain data as one YAML document.

    Args:
        value: Mappings with text keys, lists, text, whole and finite numbers,
            true, false, none.

    Raises:
        InvalidValueError: If something else is inside, or text with half a
            surrogate pair, or if it is nested deeper than 200 levels.

    Examples:
        >>> print(emit({"confmodel": "1.0", "when": "2031-05", "hosts": ["a", "b"]}), end="")
        confmodel: "1.0"
        when: "2031-05"
        hosts: [a, b]
    """
    lines: list[str] = []
    # Without recursion, so that the depth of the caller does not matter.
    todo: list[_Pending] = [("", value, 0)]
    while todo:
        lead, value, indent = todo.pop()
        if indent > _DEEPEST * _STEP:
            raise _refused("E113", value, f"is nested deeper than {_DEEPEST} levels")
        line = _on_one_line(value, _WIDTH - len(lead.rpartition("\n")[2]) - 1, is_root=not lead)
        if line is not None:
            lines.append(f"{lead} {line}" if lead else line)
        elif isinstance(value, str):
            lines += _long_text(lead, value, " " * max(indent, _STEP))
        else:
            if lead and not lead.endswith("-"):
                lines.append(lead)
                lead = ""
            todo += reversed(list(_inner(lead, value, indent)))
    return "\n".join(lines) + "\n"


def _inner(lead: str, value: object, indent: int) -> Iterator[_Pending]:
    """Give the members of a collection; the first may stand on the line of what is around it."""
    pad = " " * indent
    before = f"{lead} " if lead else pad
    if isinstance(value, Mapping):
        for name, inner in value.items():
            written = _name(name)
            if len(written) > _LONGEST_NAME:
                written = f"? {written}\n{pad}"
            yield f"{before}{written}:", inner, indent + _STEP
            before = pad
    else:
        for inner in cast("Sequence[object]", value):
            yield f"{before}-", inner, indent + _STEP
            before = pad


def _on_one_line(value: object, room: int, *, is_root: bool) -> str | None:
    """Write a value that is simple and short enough; `None` if it is not."""
    if isinstance(value, str):
        if "\n" in value and _fits_block(value):
            return None
        written = _text(value, in_brackets=False)
        return written if len(written) <= room or not _FOLD.search(written[1:-1]) else None
    if isinstance(value, Mapping | list | tuple) and value:
        return None if is_root else _in_brackets(value, room)
    return _scalar(value)


def _in_brackets(value: object, room: int, *, is_inside: bool = False) -> str | None:
    """Write a list of scalars and simple mappings, or a simple mapping, if there is room.

    A mapping is simple if it holds scalars and lists of scalars. Whatever is
    deeper is hard to read on one line, and harder to edit.
    """
    items: Iterable[tuple[str, object]]
    if isinstance(value, Mapping):
        items = ((f"{_name(name)}: ", inner) for name, inner in value.items())
        allowed: type | tuple[type, ...] = (list, tuple)
    else:
        items = (("", inner) for inner in cast("Sequence[object]", value))
        allowed = () if is_inside else Mapping
    pieces = []
    for name, inner in items:
        if isinstance(inner, str):
            if len(inner) > room or "\n" in inner:
                return None
            piece: str | None = _text(inner, in_brackets=True)
        elif isinstance(inner, Mapping | list | tuple) and inner:
            piece = (
                _in_brackets(inner, room, is_inside=True) if isinstance(inner, allowed) else None
            )
        else:
            piece = _scalar(inner)
        if piece is None:
            return None
        pieces.append(name + piece)
        room -= len(name) + len(piece) + len(", ")
        # Two brackets stand for the separator that the last one lacks.
        if room < 0:
            return None
    joined = ", ".join(pieces)
    return f"{{{joined}}}" if isinstance(value, Mapping) else f"[{joined}]"


def _name(name: object) -> str:
    if not isinstance(name, str):
        raise _refused("E101", name, "is no text, and cannot be the name of a member")
    return _text(name, in_brackets=True)


def _scalar(value: object) -> str:
    """Write what is neither text nor a collection with something inside."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        try:
            return str(value)
        except ValueError:
            raise _refused("E105", value, "cannot be written") from None
    if isinstance(value, float | Decimal):
        if not math.isfinite(value):
            raise _refused("E105", value, "is not a finite number")
        # Readers of YAML 1.1 take a number without a point for text.
        written = repr(value) if isinstance(value, float) else str(value).lower()
        digits, mark, power = written.partition("e")
        return f"{digits}{'' if '.' in digits else '.0'}{mark}{power}"
    if isinstance(value, Mapping):
        return "{}"
    if isinstance(value, list | tuple):
        return "[]"
    raise _refused("E101", value, f"is a {type(value).__name__}, not plain data")


def _text(text: str, *, in_brackets: bool) -> str:
    if _is_plain(text) and not (in_brackets and _MEANING_IN_BRACKETS.search(text)):
        return text
    if '"' in text and "'" not in text and not _ESCAPED.search(text):
        return f"'{text}'"
    return f'"{_ESCAPED_OR_QUOTE.sub(_escape, text)}"'


def _is_plain(text: str) -> bool:
    """Tell whether every reader takes a text for itself without quotation marks."""
    return (
        text != ""
        and text[0] not in _FIRST_WITH_MEANING
        and text == text.strip()
        and text.lower() not in _WORDS_WITH_MEANING
        and not _LIKE_A_NUMBER.fullmatch(text)
        and not _MEANING_INSIDE.search(text)
        and not _ESCAPED.search(text)
    )


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if "\ud800" <= character <= "\udfff":
        raise _refused("E110", found.string, "holds half of a surrogate pair")
    return _ESCAPES.get(character) or f"\\u{ord(character):04x}"


def _fits_block(text: str) -> bool:
    """Tell whether a text can stand without quotation marks below its name."""
    lines = text.removesuffix("\n").split("\n")
    return (
        lines[0] != ""
        and lines[-1] != ""
        and all(line == line.strip() and not _ESCAPED.search(line) for line in lines)
    )


def _long_text(lead: str, text: str, pad: str) -> list[str]:
    """Write a text of many lines or words below what stands before it."""
    before = f"{lead} " if lead else ""
    room = _WIDTH - len(pad)
    if not _fits_block(text):
        quoted = _text(text, in_brackets=False)
        quote = quoted[0]
        first, *rest = _folded(quoted[1:-1], room - 1, first_room=_WIDTH - len(before) - 2)
        lines = [f"{before}{quote}{first}", *(pad + line for line in rest)]
        lines[-1] += quote
        return lines
    end = "" if text.endswith("\n") else "-"
    paragraphs = text.removesuffix("\n").split("\n")
    if len(paragraphs) > 1 and all(len(each) <= room for each in paragraphs):
        return [f"{before}|{end}", *(pad + each if each else "" for each in paragraphs)]
    lines = [f"{before}>{end}"]
    for place, paragraph in enumerate(paragraphs):
        if place:
            lines.append("")
        if paragraph:
            lines += (pad + line for line in _folded(paragraph, room))
    return lines


def _folded(text: str, room: int, *, first_room: int | None = None) -> list[str]:
    """Break a text at single spaces, which a reader puts back."""
    lines: list[str] = []
    line: list[str] = []
    left = room if first_room is None else first_room
    for word in _FOLD.split(text):
        if line and len(word) > left:
            lines.append(" ".join(line))
            line, left = [], room
        line.append(word)
        left -= len(word) + 1
    return [*lines, " ".join(line)]


def _refused(code: str, value: object, why: str) -> InvalidValueError:
    return InvalidValueError(
        code=code,
        path="",
        value=value,
        message=f"{shown(value)} {why}",
        help="give mappings, lists, text, finite numbers, true, false or none",
    )
