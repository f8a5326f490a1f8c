"""G422: what stands above the body, and what the body says: numbers, offices, quoted words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

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
_SHORTEST_QUOTATION = 15
_MOST_CHANGED = 0.25


def numbers_above(reading: Reading) -> Iterator[Suggestion]:
    """Compare numbers of the same thing in a headline, deck or caption with the body."""
    for above, body in _pairs(reading):
        said = _by_noun(above)
        told = _by_noun(body)
        seen: set[Side] = set()
        for noun, sides in said.items():
            others = told.get(noun, ())
            values = {value for value, _ in sides}
            if not others or any(value in values for value, _ in others) or sides[0][1] in seen:
                continue
            seen.add(sides[0][1])
            yield _of_two(reading, sides[0][1], others[0][1], "numbers")


def offices_above(reading: Reading) -> Iterator[Suggestion]:
    """Compare ministers named in a headline, deck or caption with those of the body.

    A report whose body has ministers of the interior only, and whose headline
    has foreign ministers, contradicts itself; "FMs" are foreign ministers.
    """
    for above, body in _pairs(reading):
        told = list(_offices(body))
        if not told:
            continue
        kinds = Counter(kind for kind, _ in told)
        most = max(kinds, key=lambda kind: (kinds[kind], kind))
        usual = next(side for kind, side in told if kind == most)
        for kind, side in dict(reversed(list(_offices(above)))).items():
            if kind not in kinds:
                yield _of_two(reading, side, usual, "offices")


def quotations_above(reading: Reading) -> Iterator[Suggestion]:
    """Look for quoted words that a headline, deck or caption prints otherwise."""
    pieces = [
        (f"{each.address}/quotations", each)
        for each in reading.witnesses
        if isinstance(each.fact, Quotation) and len(each.words) >= _SHORTEST_QUOTATION
    ]
    for above in filter(is_above, reading.stretches):
        for address, piece in pieces:
            if piece.source != above.source or piece.kind == above.kind:
                continue
            if piece.words in above.words:
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


def _pairs(reading: Reading) -> Iterator[tuple[Stretch, Sequence[Stretch]]]:
    for above in filter(is_above, reading.stretches):
        body = [each for each in reading.stretches if each.source == above.source and is_body(each)]
        if body:
            yield above, body


def _by_noun(stretches: Stretch | Iterable[Stretch]) -> dict[str, list[tuple[Decimal, Side]]]:
    found: dict[str, list[tuple[Decimal, Side]]] = {}
    for each in (stretches,) if isinstance(stretches, Stretch) else stretches:
        for number in numbers_in(each.words):
            for noun in number.nouns:
                found.setdefault(noun, []).append((number.value, each.at(number.start, number.end)))
    return found


def _offices(stretches: Stretch | Iterable[Stretch]) -> Iterator[tuple[str, Side]]:
    for each in (stretches,) if isinstance(stretches, Stretch) else stretches:
        for match in _OFFICES.finditer(each.words):
            kind = (match["kind"] or match["of"] or match["de"] or match["short"]).lower()
            yield _SAME.get(kind, kind), each.at(match.start(), match.end())


def _of_two(reading: Reading, above: Side, body: Side, what: str) -> Suggestion:
    return reading.suggestion(
        "G422",
        DiscrepancyKind.HEADLINE_AGAINST_BODY,
        reading.facts_at((above, body)),
        (reading.account(above.words, above), reading.account(body.words, body)),
        reading.pointer_of(above.source),
        f"the {what} differ: {above.words!r} in the {above.kind}, {body.words!r} in the body",
    )
