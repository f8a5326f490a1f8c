"""A text with every piece of evidence marked, whether spans nest, cross or coincide.

The text is cut at every place where a span begins or ends. What lies between
two cuts is one element with the kinds of all the spans over it, so that no
element has to cross another. Where a span begins there is an anchor, where it
ends the mark of its fact; the size of the page stays linear in the text and
the spans.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

import attrs

from confmodel.model import Part
from confmodel.views._facts import Kind
from confmodel.views._html_elements import Html, el, joined

_ORDER = {kind: rank for rank, kind in enumerate(Kind)}
_MOST_LINES = 4
"""More underlines than these do not fit below a line."""


@attrs.frozen
class Span:
    """A stretch of a text that proves a fact."""

    start: int
    end: int
    number: int
    """The number of the piece of evidence: no other has it."""
    kind: Kind
    mark: str
    """The mark of the fact, such as `S1`."""
    says: str
    """What the fact is, in words, for whoever cannot see where the link goes."""


def marked(text: str, spans: Iterable[Span], parts: Iterable[Part] = ()) -> Html:
    """Mark spans in a text.

    Args:
        text: The text. All of it is in the result, once, in its order.
        spans: The spans, in any order. One that is empty or leaves the text is refused.
        parts: Parts of the text, whose names are put before them.

    Raises:
        ValueError: If a span does not lie in the text.
    """
    opening: dict[int, list[Span]] = {}
    closing: dict[int, list[Span]] = {}
    for span in sorted(spans, key=lambda each: (each.start, -each.end, each.number)):
        if not 0 <= span.start < span.end <= len(text):
            raise ValueError(f"no span of the text: {span}")
        opening.setdefault(span.start, []).append(span)
        closing.setdefault(span.end, []).append(span)
    named = _names_by_start(parts, len(text))
    cuts = sorted({0, len(text), *opening, *closing, *named})
    pieces: list[Html] = []
    over: Counter[Kind] = Counter()
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        if start in closing:
            over.subtract(span.kind for span in closing[start])
            pieces.append(_ends(closing[start]))
        pieces += named.get(start, ())
        for span in opening.get(start, ()):
            over[span.kind] += 1
            pieces.append(el("span", id=f"w{span.number}", class_="w"))
        if start < end:
            pieces.append(_segment(text[start:end], [kind for kind in Kind if over[kind]]))
    return Html("".join(piece.source for piece in pieces))


def _segment(text: str, kinds: list[Kind]) -> Html:
    if not kinds:
        return Html(joined(text))
    inner: str | Html = text
    for kind in kinds[1:_MOST_LINES]:
        inner = el("span", inner, class_=f"k k-{kind.value}")
    # Every kind is named, also those that have no line of their own.
    rest = "".join(f" also-{kind.value}" for kind in kinds[_MOST_LINES:])
    return el("mark", inner, class_=f"k k-{kinds[0].value}{rest}")


def _ends(spans: list[Span]) -> Html:
    """Name the facts of the spans that end here, each fact once, inner spans first."""
    links: Mapping[str, Span] = {}
    links = {span.mark: span for span in reversed(spans)}
    shown = sorted(links.values(), key=lambda span: (_ORDER[span.kind], span.number))
    return el(
        "sup",
        [
            el(
                "a",
                span.mark,
                href=f"#{span.mark}",
                class_=f"r-{span.kind.value}",
                aria_label=span.says,
            )
            for span in shown
        ],
        class_=" ".join(["refs", *(f"x{span.number}" for span in spans)]),
    )


def _names_by_start(parts: Iterable[Part], length: int) -> dict[int, list[Html]]:
    found: dict[int, list[Html]] = {}
    for part in parts:
        if part.start is not None and part.start < length:
            label = part.label.replace("_", " ")
            found.setdefault(part.start, []).append(el("span", label, class_="part"))
    return found
