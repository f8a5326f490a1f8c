"""Where the parts of a source stand, by the labels that evidence names them with."""

import bisect
from collections.abc import Iterable, Iterator, Mapping

from confmodel.grounding.folded import occurrences
from confmodel.grounding.texts import what_differs
from confmodel.grounding.verdicts import Span
from confmodel.model import Source


class Ranges:
    """The stretches of a text that one label stands for, mostly one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans: list[Span] = []
        # Without those inside others, so that the one that begins last also ends last.
        for span in sorted(spans, key=lambda each: (each[0], -each[1])):
            if not self._spans or span[1] > self._spans[-1][1]:
                self._spans.append(span)

    def hold(self, span: Span) -> bool:
        """Tell whether words stand in one of the stretches from their beginning to their end."""
        behind = bisect.bisect_right(self._spans, span[0], key=lambda each: each[0])
        return behind > 0 and span[1] <= self._spans[behind - 1][1]

    def occurrences(self, words: str, text: str) -> Iterator[int]:
        """Find where words stand inside, letter by letter, and each place once."""
        unseen = 0
        for start, end in self._spans:
            for place in occurrences(words, text, max(start, unseen), end):
                yield place
                unseen = place + 1


def ranges_in(text: str, source: Source) -> Mapping[str, Ranges]:
    """Tell for each label where its parts stand, if that is known of all of them.

    In a text that is not the one of the source, it is known of none.
    """
    if not source.parts or what_differs(text, source) is not None:
        return {}
    known: dict[str, list[Span]] = {}
    unknown: set[str] = set()
    for part in source.parts:
        if part.start is None or part.end is None:
            unknown.add(part.label)
        else:
            known.setdefault(part.label, []).append((part.start, part.end))
    return {label: Ranges(spans) for label, spans in known.items() if label not in unknown}


def part_at(source: Source, span: Span) -> str | None:
    """Name the smallest part that holds words; `None` if none is known to."""
    start, end = span
    holding = [
        (part.end - part.start, part.label)
        for part in source.parts
        if part.start is not None
        and part.end is not None
        and part.start <= start
        and end <= part.end
    ]
    return min(holding)[1] if holding else None
