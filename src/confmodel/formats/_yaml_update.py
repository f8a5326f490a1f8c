"""An authored YAML file, changed where the record has changed and nowhere else.

Lines are kept as they stand: a block mapping or list is taken apart at its
members, what is the same in both records is not touched, and what has changed
is taken apart in turn. Only what stands in brackets or on one line, and has
changed, goes through ruamel.yaml, which keeps the comments inside and behind it.

The text must have been read by our own reader, which refuses what ruamel.yaml
would follow: anchors, aliases, merge keys and tags.
"""

import collections
import io
import itertools
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError as RuamelError
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import FoldedScalarString
from yaml import YAMLError

from confmodel._text import pointer_to
from confmodel.codec.shorthand import expand
from confmodel.formats import _yaml_positions
from confmodel.formats._yaml_writer import emit

Plain = Mapping[str, Any]

_Key = str | int
_Lines = list[str]

_WIDTH = 100
_STEP = 2
_ABSENT = object()
_HEAD = re.compile(r"\s*(#.*)?|---\s*(#.*)?|%.*")
_DOCUMENT_END = re.compile(r"\.\.\.(?:\s|\Z)")
_COMMENT = re.compile(r"(?:^|(?<=\s))(#.*)", re.MULTILINE)
_NAME_ALONE = re.compile(r".*:\s*(#.*)?")


def candidates(text: str, authored: Plain, old: Plain, new: Plain) -> Iterator[str]:
    """Give texts that should hold the new record, the one that keeps most first.

    Args:
        text: The authored document, which has been read.
        authored: Its plain data, shorthand included.
        old: Its record in the canonical form.
        new: The record that it shall hold, in the canonical form.

    Yields:
        The text changed in as few places as can be; with all members written
        anew that have changed; and written anew as a whole. The last holds the
        record, whatever the text was.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[-1] == "":
        lines.pop()
    ends = [place for place, line in enumerate(lines) if _DOCUMENT_END.match(line)]
    lines, foot = (lines[: ends[-1]], lines[ends[-1] :]) if ends else (lines, [])
    old = _where_sources_are(new.get("sources", []), authored, old)
    for is_anew in (False, True):
        try:
            changed = _collection(lines, authored, old, new, is_root=True, is_anew=is_anew)
        except YAMLError:
            # A line inside a text may look like a comment, or in the first column like the
            # end of a document: what is cut there is no YAML.
            continue
        if changed is not None:
            yield mark + end.join([*changed, *foot, ""])
    yield mark + end.join([*_comments(lines), *_written(new), *foot, ""])


def _where_sources_are(sources: object, authored: Plain, old: Plain) -> Plain:
    """Say what the authored text means beside other sources.

    Evidence leaves its source out while there is exactly one, and has to name
    it as soon as there are two.
    """
    there, here = expand(authored), expand({**authored, "sources": sources})
    moved = cast("Plain", _moved(old, there, here))
    return {**moved, "sources": old["sources"]} if "sources" in old else moved


def _moved(old: Any, there: Any, here: Any) -> Any:
    if there == here:
        return old
    if isinstance(old, Mapping) and isinstance(there, Mapping):
        return {
            name: _moved(inner, there.get(name), here.get(name))
            for name, inner in old.items()
            if name in here or name not in there
        }
    if isinstance(old, list) and isinstance(here, list) and len(old) == len(here):
        return [_moved(*each) for each in zip(old, there, here, strict=True)]
    return here


# Block collections: lines are kept


def _collection(
    lines: _Lines,
    authored: Any,
    old: Any,
    new: Any,
    *,
    is_root: bool = False,
    is_anew: bool = False,
) -> _Lines | None:
    """Change a block mapping or list that begins in the first column.

    Returns:
        Its lines; `None` if it is none, or stands in brackets.
    """
    keys: list[_Key] = list(authored) if isinstance(authored, Mapping) else [*range(len(authored))]
    starts = _starts(lines, keys)
    if starts is None:
        return None
    foot = _begin_of_comments(lines, starts[-1])
    if not is_root:
        # What stands above the first member is about it; at the top, about the file.
        starts[0] = 0
    parts = dict(zip(keys, _parts(lines[:foot], starts), strict=True))
    if isinstance(authored, Mapping):
        changed = _members(parts, authored, old, new, is_anew=is_anew)
    else:
        changed = _items(parts, authored, old, new)
    return [*lines[: starts[0]], *changed, *lines[foot:]]


def _starts(lines: _Lines, keys: list[_Key]) -> list[int] | None:
    """Find the lines that members begin on, if each has lines of its own."""
    pointers = [pointer_to([key]) for key in keys]
    found = _yaml_positions.positions("\n".join([*lines, ""]), pointers)
    if not found.keys() >= {*pointers}:
        return None
    places = [found[pointer] for pointer in pointers]
    starts = [line - 1 for line, _ in places]
    is_block = (
        starts != []
        and len(set(starts)) == len(starts)
        and all(_HEAD.fullmatch(line) for line in lines[: starts[0]])
        and all(
            lines[line - 1].startswith("-") if isinstance(key, int) else column == 1
            for key, (line, column) in zip(keys, places, strict=True)
        )
    )
    return starts if is_block else None


def _parts(lines: _Lines, starts: list[int]) -> Iterator[_Lines]:
    """Give the lines of each member, with the comments above it."""
    begin = starts[0]
    for start, following in itertools.pairwise([*starts, len(lines)]):
        end = following
        if following < len(lines):
            end = _begin_of_comments(lines[:following], start)
        yield lines[begin:end]
        begin = end


def _begin_of_comments(lines: _Lines, start: int) -> int:
    """Find where the comments begin that stand behind a member, in the column of its name."""
    begin = len(lines)
    for place in range(len(lines) - 1, start, -1):
        if lines[place].startswith("#"):
            begin = place
        elif lines[place].strip():
            break
    return begin


def _members(
    parts: dict[_Key, _Lines], authored: Plain, old: Plain, new: Plain, *, is_anew: bool
) -> Iterator[str]:
    for key, part in parts.items():
        name = cast("str", key)
        if name in new and old.get(name, _ABSENT) != new[name]:
            if is_anew:
                yield from [*_comments(part), *_written({name: new[name]})]
            else:
                yield from _member(part, name, authored[name], old.get(name), new[name])
        elif name in new or name not in old:
            yield from part
    added = {
        name: inner
        for name, inner in new.items()
        if name not in authored and old.get(name, _ABSENT) != inner
    }
    if added:
        yield from _written(added)


def _items(
    parts: dict[_Key, _Lines], authored: list[Any], old: list[Any], new: list[Any]
) -> Iterator[str]:
    for place, inner in zip(_matches(old, new), new, strict=True):
        if place is None:
            yield from _written([inner])
        elif old[place] == inner:
            yield from parts[place]
        else:
            yield from _member(parts[place], 0, authored[place], old[place], inner)


def _written(value: object) -> _Lines:
    return emit(value).removesuffix("\n").split("\n")


def _member(part: _Lines, key: _Key, authored: Any, old: Any, new: Any) -> _Lines:
    """Change one member of a mapping, or item of a list, that stands alone."""
    above = next(place for place, line in enumerate(part) if not _HEAD.fullmatch(line))
    head, body = part[:above], part[above:]
    if new and _are_alike(authored, old, new):
        inside = _inside(body, key, authored, old, new)
        if inside is not None:
            return [*head, *inside]
    return [*head, *_through_ruamel(body, key, old, new)]


def _are_alike(authored: object, old: object, new: object) -> bool:
    """Tell whether they are collections of one kind, whose members can be compared."""
    return any(
        all(isinstance(each, kind) for each in (authored, old, new)) for kind in (dict, list)
    ) and (
        isinstance(authored, dict)
        or len(cast("list[Any]", authored)) == len(cast("list[Any]", old))
    )


def _inside(body: _Lines, key: _Key, authored: Any, old: Any, new: Any) -> _Lines | None:
    """Change the block collection that a member holds; `None` if it holds none."""
    head: _Lines = []
    if isinstance(key, int):
        column = len(body[0]) - len(body[0][1:].lstrip())
        # The dash becomes a space, so that all lines of the item are alike.
        body = [" " + body[0][1:], *body[1:]]
    elif len(body) > 1 and _NAME_ALONE.fullmatch(body[0]):
        head, body = body[:1], body[1:]
        first = next((line for line in body if not _HEAD.fullmatch(line)), "")
        column = len(first) - len(first.lstrip())
    else:
        return None
    changed = _collection([_moved_left(line, column) for line in body], authored, old, new)
    if changed is None:
        return None
    changed = [" " * column + line if line else "" for line in changed]
    if isinstance(key, int):
        place = next(place for place, line in enumerate(changed) if not _HEAD.fullmatch(line))
        changed[place] = "-" + changed[place][1:]
    return [*head, *changed]


def _moved_left(line: str, columns: int) -> str:
    return line[min(columns, len(line) - len(line.lstrip(" "))) :]


def _matches(old: list[Any], new: list[Any]) -> list[int | None]:
    """Say of each new item which old one it continues: of its id, or the same, or the one there."""
    places: dict[str, int] = {}
    for place, inner in enumerate(old):
        places.setdefault(_identity(inner), place)
    found = [places.pop(_identity(inner), None) for inner in new]
    if len(old) == len(new):
        taken = set(found)
        found = [
            at if place is None and at not in taken else place for at, place in enumerate(found)
        ]
    return found


def _identity(value: object) -> str:
    if isinstance(value, Mapping) and "id" in value:
        value = value["id"]
    return json.dumps(value, default=str)  # a decimal number is equal where its digits are


# One line, or brackets: ruamel.yaml keeps what it can


class _TextOnly(VersionedResolver):
    """Takes every scalar for text, so that each is written as it was."""

    @property
    def versioned_resolver(self) -> dict[str, list[Any]]:
        return {}


def _through_ruamel(body: _Lines, key: _Key, old: Any, new: Any) -> _Lines:
    anew = _written([new] if isinstance(key, int) else {key: new})
    if isinstance(new, str) and len(anew) > 1:
        # Behind a text of many lines no comment stands well.
        return [*_comments(body), *anew]
    yaml = YAML(typ="rt", pure=True)
    yaml.Resolver = _TextOnly
    yaml.preserve_quotes = True
    yaml.width = max(_WIDTH, *map(len, body))
    yaml.indent(mapping=_STEP, sequence=2 * _STEP, offset=_STEP)
    try:
        document = yaml.load("\n".join([*body, ""]))
    except RuamelError:
        # It reads no tab behind a colon or before a comment, as our parser does.
        return [*_comments(body), *anew]
    value = document[key] = _merged(yaml, document[key], old, new)
    stream = io.StringIO()
    yaml.dump(document, stream)
    lines = stream.getvalue().removesuffix("\n").split("\n")
    if isinstance(value, CommentedMap | CommentedSeq) and value.fa.flow_style():
        # Where it breaks a line in brackets, ruamel.yaml leaves a space.
        lines = [line.rstrip(" ") for line in lines]
    if isinstance(key, int):
        lines = [_moved_left(line, _STEP) for line in lines]
    # ruamel.yaml drops comments between brackets; they then stand above.
    try:
        kept = collections.Counter(_comments(lines))
    except YAMLError:
        # It writes some odd names so that our parser does not read them.
        return [*_comments(body), *anew]
    lost = collections.Counter(_comments(body)) - kept
    return [*lost.elements(), *lines]


def _comments(lines: _Lines) -> _Lines:
    """Give the comments of a text, without what only looks like one."""
    text = "\n".join([*lines, ""])
    pieces, begin = [], 0
    for start, stop in _yaml_positions.quoted(text):
        pieces.append(text[begin:start])
        begin = stop
    return [
        found[1].rstrip() for piece in [*pieces, text[begin:]] for found in _COMMENT.finditer(piece)
    ]


def _merged(yaml: YAML, authored: Any, old: Any, new: Any) -> Any:
    """Change a loaded value where the records differ."""
    if old == new:
        return authored
    if not _are_alike(authored, old, new):
        return _unfolded(yaml.load(emit({"_": new}))["_"])
    if isinstance(authored, CommentedMap):
        for name in [*authored]:
            if name in old and name not in new:
                del authored[name]
        for name, inner in new.items():
            if old.get(name, _ABSENT) != inner:
                authored[name] = _merged(yaml, authored.get(name), old.get(name), inner)
        return authored
    items = [
        _merged(yaml, None, None, inner)
        if place is None
        else _merged(yaml, authored[place], old[place], inner)
        for place, inner in zip(_matches(old, new), new, strict=True)
    ]
    authored[:] = items
    return authored


def _unfolded(value: Any) -> Any:
    """Forget where long text was folded; between brackets, ruamel.yaml would write marks there."""
    if isinstance(value, FoldedScalarString):
        value.fold_pos = []  # type: ignore[attr-defined] # a slot that its types leave out
    elif isinstance(value, CommentedMap):
        _unfolded([*value.values()])
    elif isinstance(value, list):
        for inner in value:
            _unfolded(inner)
    return value
