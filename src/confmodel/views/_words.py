"""Phrases: how dates, figures, names and evidence are put into words for a screen."""

import enum
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from confmodel.model import (
    Agreement,
    Comparator,
    Conference,
    Delegation,
    Direction,
    Evidence,
    Figure,
    Group,
    Organization,
    Other,
    Place,
    Session,
    Source,
    Strength,
    Unit,
    When,
)
from confmodel.model._index import Identified
from confmodel.model.person import Human
from confmodel.views._page import FAINT, PLAIN, Piece, Pieces, joined, shortened

_MOST_MEMBERS = 40
_MOST_AGAIN = 12
_MOST_PIECES = 4
_WORDS_SHOWN = 48

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_SEASON = re.compile(r"(-?[0-9]{4})-(2[1-4])")
_MARKS = {"?": "uncertain", "~": "approximate", "%": "uncertain and approximate"}

_COMPARATORS = {
    Comparator.ABOUT: "about ",
    Comparator.OVER: "over ",
    Comparator.UNDER: "under ",
    Comparator.ALMOST: "almost ",
    Comparator.AT_LEAST: "at least ",
    Comparator.UP_TO: "up to ",
}
_ARROWS = {
    Direction.INCREASE: "▲ increase",
    Direction.DECREASE: "▼ decrease",
    Direction.UNCHANGED: "= unchanged",
}


def word(value: enum.StrEnum | Other) -> str:
    """Write a term of a vocabulary, or the author's own."""
    return value.other if isinstance(value, Other) else value.value.replace("_", " ")


def bond(strength: Strength | Other) -> str:
    """Say how firmly parties agree, to follow "they"."""
    return "are bound" if strength is Strength.BE_BOUND else word(strength)


def count(number: int, one: str, many: str = "") -> str:
    """Write a number of things.

    Examples:
        >>> count(1, "country", "countries"), count(6, "delegation")
        ('1 country', '6 delegations')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def date(when: When) -> str:
    """Write a date as a reader says it, and the words of the source behind it.

    Examples:
        >>> date(When("2031-05-06/2031-05-08")), date(When("1984~"))
        ('2031-05-06 to 2031-05-08', '1984 (approximate)')
    """
    if when.edtf is None:
        return f"“{when.wording}”"
    if when.is_interval:
        start, end = when.edtf.split("/")
        text = f"{_end(start)} to {_end(end)}"
    else:
        text = _day(when.edtf)
    return text if when.wording is None else f"{text} (“{when.wording}”)"


def _end(text: str) -> str:
    return {"..": "open", "": "unknown"}.get(text) or _day(text)


def _day(text: str) -> str:
    mark = _MARKS.get(text[-1])
    plain = text if mark is None else text[:-1]
    if found := _SEASON.fullmatch(plain):
        plain = f"{_SEASONS[found[2]]} {found[1]}"
    return plain if mark is None else f"{plain} ({mark})"


def number(value: Decimal) -> str:
    """Write a number in full, with its thousands apart.

    Examples:
        >>> number(Decimal("1E+6")), number(Decimal("0.5"))
        ('1,000,000', '0.5')
    """
    return f"{value:,f}"


def amount(figure: Figure) -> str:
    """Write how much a figure says.

    Examples:
        >>> amount(Figure(value=47, unit=Unit.PERCENT, comparator=Comparator.OVER))
        'over 47%'
        >>> amount(Figure(low=3, high=5))
        '3 to 5'
    """
    if figure.value is not None:
        text = number(figure.value)
    elif figure.ratio:
        text = " : ".join(number(term.value) for term in figure.ratio)
    elif figure.low is not None and figure.high is not None:
        text = f"{number(figure.low)} to {number(figure.high)}"
    elif figure.low is not None:
        text = f"{number(figure.low)} or more"
    elif figure.high is not None:
        text = f"{number(figure.high)} or less"
    else:
        return f"“{figure.wording}”"
    if figure.unit is Unit.PERCENT:
        text += "%"
    elif figure.unit is Unit.RANK:
        text = f"rank {text}"
    elif figure.unit is Unit.MONEY:
        text = f"{text} (money)" if figure.currency is None else f"{figure.currency} {text}"
    return _compared(figure) + text


def _compared(figure: Figure) -> str:
    match figure.comparator:
        case None:
            return ""
        case Other(other=own):
            return f"{own} "
        case comparator:
            return _COMPARATORS[comparator]


def change(figure: Figure) -> str:
    """Write which way a figure goes, with a sign that tells it without colour."""
    return "" if figure.direction is None else _ARROWS[figure.direction]


class Names:
    """What the entities of one record are called in a phrase.

    An id that leads nowhere is shown as it is, with a question mark: a record
    with faults is looked at to find them.
    """

    def __init__(self, record: Conference) -> None:
        self._record = record

    def held(self, identifier: str) -> Identified | None:
        """Return what has an id; `None` if nothing does."""
        return self._record[identifier] if identifier in self._record else None  # noqa: SIM401 - a record has no `get`

    def plain(self, identifier: str) -> str:
        """Name an entity in a few words, or by its id where it has no words of its own."""
        held = self.held(identifier)
        if held is None:
            return f"{identifier}?"
        name = _own_name(held)
        if isinstance(held, Delegation) and name is None:
            name = " and ".join(map(self._represented, held.of))
        return name or f"{held.kind_name} #{identifier}"

    def _represented(self, identifier: str) -> str:
        # Delegations of delegations are refused by the check, and must not go round here.
        is_round = isinstance(self.held(identifier), Delegation)
        return identifier if is_round else self.plain(identifier)

    def actor(self, identifier: str, style: str = PLAIN) -> list[Piece]:
        """Name somebody, a group with its members, a person with whom they are there for."""
        pieces = [Piece(self.plain(identifier), style)]
        held = self.held(identifier)
        if isinstance(held, Group):
            pieces += self._inside(held)
        belongs_to = getattr(held, "delegation", None)
        if belongs_to is not None:
            pieces.append(Piece(f" ({self.plain(belongs_to)})", FAINT))
        return pieces

    def actors(self, identifiers: Iterable[str], style: str = PLAIN) -> list[Piece]:
        """Name several, one after the other."""
        return joined((self.actor(each, style) for each in identifiers), ", ", style)

    def some(self, identifiers: Sequence[str]) -> tuple[Sequence[str], str]:
        """Take the first of several that are named once more, and say that there are more.

        What is said of each of many must not name each of many others.
        """
        return identifiers[:_MOST_AGAIN], " and more" if identifiers[_MOST_AGAIN:] else ""

    def _inside(self, group: Group) -> list[Piece]:
        names = [self.plain(each) for each in self.members(group)]
        if len(names) > _MOST_MEMBERS:
            names[_MOST_MEMBERS:] = ["and more"]
        elif names and not group.is_complete:
            names.append("…")
        pieces = [Piece(f" [{', '.join(names)}]", FAINT)] if names else []
        if group.excluding:
            left_out = ", ".join(map(self.plain, group.excluding))
            pieces.append(Piece(f" without {left_out}", FAINT))
        if group.out_of is not None:
            pieces.append(Piece(f", part of {self.plain(group.out_of)}", FAINT))
        if group.stated_size is not None:
            pieces.append(Piece(f", said to be {amount(group.stated_size)}", FAINT))
        return pieces

    def members(self, group: Group) -> list[str]:
        """List those inside a group, and inside the groups in it, each one once.

        It stops soon behind as many as are shown, however groups are nested.
        """
        found: dict[str, None] = {}
        seen = {group.id}
        todo = list(reversed(group.members[: _MOST_MEMBERS + 1]))
        while todo and len(found) + len(seen) <= 2 * _MOST_MEMBERS:
            member = todo.pop()
            held = self.held(member)
            if not isinstance(held, Group) or not held.members:
                found.setdefault(member)
            elif held.id not in seen:
                seen.add(held.id)
                todo += reversed(held.members[: _MOST_MEMBERS + 1])
        return list(found)

    def address(self, address: str) -> str:
        """Name what an address leads to: a thing, or a field of it."""
        identifier, _, name = address.partition("/")
        thing = self.plain(identifier)
        return f"{name.replace('_', ' ')} of {thing}" if name else thing

    def listed(self, address: str) -> int | None:
        """Count what is listed at an address; `None` if nothing is counted there."""
        identifier, _, name = address.partition("/")
        listed = getattr(self.held(identifier), name or "members", None)
        return len(listed) if isinstance(listed, tuple) else None

    def place(self, place: Place) -> str:
        """Write a place with its country and its time."""
        parts = [place.name]
        if place.country is not None:
            parts.append(self.plain(place.country))
        if place.when is not None:
            parts.append(date(place.when))
        return ", ".join(parts)


def _own_name(held: Identified) -> str | None:
    name: str | None = getattr(held, "name", None)
    match held:
        case Conference():
            name = "the conference"
        case Organization():
            name = held.acronym or name
        case Human():
            name = name or held.described_as
        case Group():
            name = held.wording
        case Session(kind=kind) if kind is not None:
            name = name or word(kind)
        case Source():
            name = held.title or held.publisher
        case Agreement(title=str() as title):
            name = f"“{title}”"
        case Figure():
            name = amount(held) if held.of is None else f"{amount(held)} {held.of}"
    return name


def evidence(pieces: Iterable[Evidence]) -> list[Piece]:
    """Write where words stand: the open ones first and short, the sealed by their place."""
    # Words that support several fields, each in its own way, are shown once.
    places = {tuple(_words(piece)): piece for piece in pieces}
    pieces = sorted(places.values(), key=lambda piece: piece.is_sealed)
    shown: list[Pieces] = []
    is_behind_seal = False
    for piece in pieces[:_MOST_PIECES]:
        begins_sealed = piece.is_sealed and not is_behind_seal
        shown.append(
            [Piece("sealed at ", FAINT, is_whole=True), *_words(piece)]
            if begins_sealed
            else _words(piece)
        )
        is_behind_seal = piece.is_sealed
    if len(pieces) > _MOST_PIECES:
        shown.append([Piece(f"{len(pieces) - _MOST_PIECES} more", FAINT)])
    return joined(shown, " · ", FAINT)


def _words(piece: Evidence) -> list[Piece]:
    place = Piece(place_of(piece), FAINT, is_whole=True)
    if piece.exact is None:
        return [place]
    return [Piece(f"“{shortened(piece.exact, _WORDS_SHOWN)}” ", FAINT), place]


def place_of(piece: Evidence) -> str:
    """Write where words stand: source, code points, part.

    Examples:
        >>> place_of(Evidence(source="report", exact="agreed", start=3, part="body"))
        'report:3-9, body'
    """
    place = piece.source or piece.basis.value
    if piece.start is not None and piece.end is not None:
        place += f":{piece.start}-{piece.end}"
    return place if piece.part is None else f"{place}, {piece.part}"
