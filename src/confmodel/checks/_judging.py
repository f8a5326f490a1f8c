"""The fast decision on integrity: the notes of a record are judged, rule by rule.

Nothing is said of what is wrong, or where: `integrity.faults` explains.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from confmodel.checks._circles import closing_edges
from confmodel.checks._notes import PLACES, Notes, Rule
from confmodel.checks._rules import is_kept, is_markable
from confmodel.errors import InvalidValueError
from confmodel.model import Conference, Evidence, Source
from confmodel.model._constraints import ID_PATTERN, LARGEST_WHOLE
from confmodel.model._shape import classes_in, fields_of


def are_sound(notes: Notes, version: str) -> bool:
    """Judge what was noted of a record: true means that it has no fault of integrity.

    Args:
        notes: All that was noted of it.
        version: The version of the file form that it keeps to.
    """
    kinds = _kinds(notes)
    return (
        kinds is not None
        and _are_known(notes, kinds)
        and _match(notes)
        and _evidence_fits(notes)
        and all(is_kept(name, version) for extra in notes[_EXTRAS] for name in extra)
        and _are_empty(notes)
        and not _leads_back(notes)
    )


def _lists(rule: Rule) -> list[tuple[Any, int]]:
    """List for what a rule holds, and where that is noted."""
    return [(note.about, place) for note, place in PLACES.items() if note.rule is rule]


def _list(rule: Rule) -> int:
    """Tell where that is noted for which a rule holds."""
    ((_, place),) = _lists(rule)
    return place


def _all_match(pattern: str) -> Callable[[Collection[str]], bool]:
    """Build what tells whether all of several texts match a pattern, of which one is of one line.

    They are matched at once, one in a line: to call costs more than to match.
    """
    lines = re.compile(rf"(?:{pattern})(?:\n(?:{pattern}))*").fullmatch

    def all_match(texts: Collection[str]) -> bool:
        joined = "\n".join(texts)
        return joined.count("\n") == len(texts) - 1 and lines(joined) is not None

    return all_match


_CLASSES = {
    owner.kind_name: owner for owner in classes_in(Conference) if hasattr(owner, "kind_name")
}
_BITS = {kind: 1 << n for n, kind in enumerate(_CLASSES)}
_NAMES = {
    _BITS[kind]: frozenset(field.name for field in fields_of(owner))
    for kind, owner in _CLASSES.items()
}

_SOURCES, _ADDRESSES = _list(Rule.SOURCE), _list(Rule.ADDRESS)
_EXTRAS, _MARKED = _list(Rule.EXTRA), _list(Rule.NOT_STATED)
_IDS = [(_BITS[kind], place) for kind, place in _lists(Rule.ID)]
_REFERENCES = [
    (sum(_BITS[kind] for kind in kinds), place) for kinds, place in _lists(Rule.REFERENCE)
]
_EVIDENCE = [
    (frozenset(field.name for field in fields_of(owner)), place)
    for owner, place in _lists(Rule.EVIDENCE)
]
_MARKABLE = {
    owner: frozenset(field.name for field in fields_of(owner) if is_markable(field))
    for owner in classes_in(Conference)
}
_TEXTS = [(_all_match(pattern), place) for pattern, place in _lists(Rule.PATTERN)]
_CIRCLES = [(name, place) for (_, name), place in _lists(Rule.CIRCLE)]
_are_ids = _all_match(ID_PATTERN)


def _kinds(notes: Notes) -> dict[str, int] | None:
    """Tell what kind of thing each id belongs to; `None` if an id belongs to two, or is none."""
    kinds: dict[str, int] = {}
    count = 0
    for bit, place in _IDS:
        ids = notes[place]
        count += len(ids)
        for each in ids:
            kinds[each] = bit
    return kinds if len(kinds) == count and _are_ids(kinds) else None


def _are_known(notes: Notes, kinds: Mapping[str, int]) -> bool:
    kind_of = kinds.get
    for allowed, place in _REFERENCES:
        for name in notes[place]:
            if not kind_of(name, 0) & allowed:
                return False
    return all(each in kinds or _leads(each, kinds) for each in notes[_ADDRESSES])


def _leads(address: str, kinds: Mapping[str, int]) -> bool:
    identifier, _, name = address.partition("/")
    return name in _NAMES.get(kinds.get(identifier, 0), ())


def _match(notes: Notes) -> bool:
    return all(all_match(notes[place]) for all_match, place in _TEXTS if notes[place])


def _evidence_fits(notes: Notes) -> bool:
    """Tell whether evidence fits its source, and supports fields of what it belongs to."""
    sources = {source.id: source for source in notes[_SOURCES]}
    # Pieces that follow each other mostly come from one part of one source.
    name, part, room = None, None, _ENDLESS
    for fields, place in _EVIDENCE:
        for piece in notes[place]:
            if piece.part != part or piece.source != name:
                name, part = piece.source, piece.part
                room = _room(sources, name, part)
            exact = piece.exact
            if exact is None or name is None or piece.seal is not None:
                if _contradicts_itself(piece):
                    return False
                size = piece.length or 0
            else:
                size = len(exact)
            if room < 0 or ((start := piece.start) is not None and start + size > room):
                return False
            for supported in piece.supports:
                if supported not in fields:
                    return False
    return True


def _contradicts_itself(piece: Evidence) -> bool:
    """Tell whether evidence is none, which no constructor has seen if it was just decoded."""
    try:
        piece.__attrs_post_init__()
    except InvalidValueError:
        return True
    return False


_ENDLESS = 2 * LARGEST_WHOLE


def _room(sources: Mapping[str, Source], name: str | None, part: str | None) -> int:
    """Tell how long a source is, as far as that is known; -1 if it, or its part, is not there."""
    if name is None:
        return _ENDLESS
    source = sources.get(name)
    if source is None or (
        part is not None and source.parts and all(part != each.label for each in source.parts)
    ):
        return -1
    return _ENDLESS if source.length is None else source.length


def _are_empty(notes: Notes) -> bool:
    """Tell whether what is marked as not stated is a field that could be, and is, empty."""
    return all(
        name in _MARKABLE[type(each)] and getattr(each, name) in (None, ())
        for each in notes[_MARKED]
        for name in each.not_stated
    )


def _leads_back(notes: Notes) -> bool:
    """Tell whether a way of references leads back to where it starts."""
    for name, place in _CIRCLES:
        if things := notes[place]:
            ids = {each.id for each in things}
            # Where nothing leads on, nothing leads back.
            edges = {
                each.id: further
                for each in things
                if (further := [(to, None) for to in _targets(each, name) if to in ids])
            }
            if edges and next(closing_edges(edges), None) is not None:
                return True
    return False


def _targets(value: Any, name: str) -> Iterable[str]:
    held = getattr(value, name)
    for each in (held,) if isinstance(held, str) else held:
        yield each if isinstance(each, str) else each.source
