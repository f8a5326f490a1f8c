"""What is wrong with a document, put into order, and not more of it than somebody reads."""

import itertools
from collections.abc import Iterable, Iterator, Mapping

from confmodel.errors import Finding

MOST = 1_000
"""How many problems are looked for: to find more helps nobody, and may take minutes."""


def some(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Look no further than until it is known that there are too many."""
    return itertools.islice(findings, MOST + 1)


def in_order(document: object, findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings by where they stand in the document, and drop what is said twice.

    If there are too many, the last one says so.
    """
    positions = _Positions()
    ordered = sorted(
        dict.fromkeys(findings), key=lambda each: tuple(positions.of(document, each.pointer))
    )
    if len(ordered) <= MOST:
        return ordered
    too_many = Finding(
        code="E113",
        pointer="",
        message=f"the document has more problems than these {MOST}",
        help="mend these, and read it again",
    )
    return [*ordered[:MOST], too_many]


class _Positions:
    """Where members stand in their objects, counted once for each object."""

    def __init__(self) -> None:
        self._in: dict[int, dict[object, int]] = {}

    def of(self, document: object, pointer: str) -> Iterator[int]:
        """Go down a pointer, as far as it leads, and tell each time which member it takes."""
        value = document
        for step in pointer.split("/")[1:]:
            name = step.replace("~1", "/").replace("~0", "~")
            if isinstance(value, Mapping) and name in value:
                yield self._positions_in(value)[name]
                value = value[name]
            elif isinstance(value, list | tuple) and name.isdigit() and int(name) < len(value):
                yield int(name)
                value = value[int(name)]
            else:
                return

    def _positions_in(self, value: Mapping[object, object]) -> dict[object, int]:
        # The document outlives this, and so its objects keep their identities.
        if id(value) not in self._in:
            self._in[id(value)] = {name: place for place, name in enumerate(value)}
        return self._in[id(value)]
