"""G422: what stands above the body, and what the body says: numbers, offices, quoted words."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from confmodel.grounding.near import nearest_match
from confmodel.model import DiscrepancyKind, Quotation, Statement
from confmodel.suggesting._numbers import numbers_in
from confmodel.suggesting._reading import Reading, Side, Stretch, is_above, is_body
from confmodel.suggesting.suggestion import Suggestion

_KINDS = (
    "foreign|interior|home|defence|defense|finance|prime|trade|health|environment|justice|"
    "education|agriculture|energy|labour|labor|water|transport|culture"
)
_OFFICES = re.compile(
    rf"(?<!\w)(?:(?P<kind>{_KINDS})[ \u00a0]ministers?"
    r"|ministers?[ \u00a0](?:of|for)[ \u00a0](?:the[ \u00a0])?(?P<of>[a-z]{4,12})"
    r"|ministres?[ \u00a0](?:de[ \u00a0]l['\u2019]|des?[ \u00a0])(?P<de>[a-z\u00e0-\u00ff]{4,12})"
    r"|(?P<short>(?-i:FM|PM)s?))(?!\w)",
    re.IGNORECASE,
)
"""Ministers and of what; each alternative is of bounded length, so the cost is linear."""

_SAME = {
    "home": "interior",
    "int\u00e9rieur": "interior",
    "affaires": "foreign",
    "defense": "defence",
    "d\u00e9fense": "defence",
    "finances": "finance",
    "labor": "labour",
    "fm": "foreign",
    "fms": "foreign",
    "pm": "prime",
    "pms": "prime",
}
T = TypeVar("T")

_SHORTEST_QUOTATION = 15
_MOST_CHANGED = 0.25


def numbers_above(reading: Reading) -> Iterator[Suggestion]:
    """Compare numbers of the same thing in a headline, deck or caption with the body."""
    for above, told in _pairs(reading, _by_noun):
        said = _by_noun([above])
        seen: set[Side] = set()
        for noun, sides in said.items():
            others = told.get(noun, {})
            first = next(iter(sides.values()))
            if not others or not others.keys().isdisjoint(sides) or first in seen:
                continue
            seen.add(first)
            yield _of_two(reading, first, next(iter(others.values())), "numbers")


def offices_above(reading: Reading) -> Iterator[Suggestion]:
    """Compare ministers named in a headline, deck or caption with those of the body.

    A report whose body has ministers of the interior only, and whose headline
    has foreign ministers, contradicts itself; "FMs" are foreign ministers.
    """
    for above, told in _pairs(reading, _offices):
        if not told:
            continue
        most = max(told, key=lambda kind: (len(told[kind]), kind))
        for kind, sides in _offices([above]).items():
            if kind not in told:
                yield _of_two(reading, sides[0], told[most][0], "offices")


def quotations_above(reading: Reading) -> Iterator[Suggestion]:
    """Look for quoted words that a headline, deck or caption prints otherwise."""
    pieces = [
        (f"{each.address}/quotations", each)
        for each in reading.witnesses
        if isinstance(each.fact, Quotation) and len(each.words) >= _SHORTEST_QUOTATION
    ]
    for above in filter(is_above, reading.stretches):
        threes = {*_threes(above.words)}
        for address, piece in pieces:
            if piece.source != above.source or piece.kind == above.kind:
                continue
            if piece.words in above.words or not _can_be_near(piece.words, threes):
                continue
            match = nearest_match(piece.words, above.words)
            if match is None or not 0 < match.distance <= _MOST_CHANGED * len(piece.words):
                continue
            side = above.at(match.start, match.end)
            owner = reading.record[piece.address.partition("/")[0]]
            about = address if isinstance(owner, Statement) else piece.address
            yield reading.suggestion(
                "G422",
                DiscrepancyKind.HEADLINE_AGAINST_BODY,
                (about.replace("/quotations/quotations", "/quotations"),),
                (reading.account(side.words, side), reading.account(piece.words, piece)),
                piece.pointer,
                f"the {above.kind} has {side.words!r}, and the quotation {piece.words!r}",
            )


def _threes(words: str) -> Iterator[str]:
    return (words[n : n + 3] for n in range(len(words) - 2))


def _can_be_near(words: str, threes: set[str]) -> bool:
    """Tell whether a stretch of which we know all threes of letters can have words with changes.

    A changed letter spoils three of them at most; all others have to be there.
    That is much sooner told than how near the words are.
    """
    spoilt = 3 * int(_MOST_CHANGED * len(words))
    return sum(three in threes for three in _threes(words)) >= len(words) - 2 - spoilt


def _pairs(
    reading: Reading, read: Callable[[Sequence[Stretch]], Mapping[str, T]]
) -> Iterator[tuple[Stretch, Mapping[str, T]]]:
    """Pair what stands above a body with what is read of the body, which is read once."""
    above = [*filter(is_above, reading.stretches)]
    bodies: dict[str, list[Stretch]] = {each.source: [] for each in above}
    for each in filter(is_body, reading.stretches):
        if each.source in bodies:
            bodies[each.source].append(each)
    found = {source: read(body) for source, body in bodies.items()}
    yield from ((each, found[each.source]) for each in above)


def _by_noun(stretches: Sequence[Stretch]) -> dict[str, dict[Decimal, Side]]:
    """List the numbers of each thing that is counted, each where it stands first."""
    found: dict[str, dict[Decimal, Side]] = {}
    for each in stretches:
        for number in numbers_in(each.words):
            for noun in number.nouns:
                side = each.at(number.start, number.end)
                found.setdefault(noun, {}).setdefault(number.value, side)
    return found


def _offices(stretches: Sequence[Stretch]) -> dict[str, list[Side]]:
    """List the ministers of each kind."""
    found: dict[str, list[Side]] = {}
    for each in stretches:
        for match in _OFFICES.finditer(each.words):
            kind = (match["kind"] or match["of"] or match["de"] or match["short"]).lower()
            side = each.at(match.start(), match.end())
            found.setdefault(_SAME.get(kind, kind), []).append(side)
    return found


def _of_two(reading: Reading, above: Side, body: Side, what: str) -> Suggestion:
    return reading.suggestion(
        "G422",
        DiscrepancyKind.HEADLINE_AGAINST_BODY,
        reading.facts_at((above, body)),
        (reading.account(above.words, above), reading.account(body.words, body)),
        reading.pointer_of(above.source),
        f"the {what} differ: {above.words!r} in the {above.kind}, {body.words!r} in the body",
    )
