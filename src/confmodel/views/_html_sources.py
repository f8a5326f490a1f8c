"""The sources: their words with every piece of evidence marked, and what is known of them."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from confmodel.model import Source
from confmodel.views._facts import Entry, Kind, Proof
from confmodel.views._html_elements import Content, Html, bdi, between, el
from confmodel.views._html_event import card
from confmodel.views._html_writer import Rows, Writer, faint, value, when
from confmodel.views._marks import Span, marked
from confmodel.views._odd import runs
from confmodel.views._words import count, word

LEGEND = {
    Kind.DIRECT: "quoted word for word",
    Kind.MIXED: "statement, partly quoted",
    Kind.REPORTED: "statement, paraphrased or narrated",
    Kind.FIGURE: "figure",
    Kind.AGREEMENT: "agreement or vote",
    Kind.PEOPLE: "country, body, delegation, person or group",
    Kind.DISCREPANCY: "discrepancy",
    Kind.OTHER: "the event, a session or a source",
}


def legend(writer: Writer) -> Html:
    """Write what the lines mean; where the browser can, each kind can be switched off."""
    used = {proof.kind for _, proof in writer.facts.proofs if proof.evidence.length is not None}
    items = [
        el(
            "li",
            el(
                "label",
                el("input", type="checkbox", checked=True, id=f"show-{kind.value}"),
                " ",
                el("span", meaning, class_=f"k k-{kind.value}"),
            ),
        )
        for kind, meaning in LEGEND.items()
        if kind in used
    ]
    how = (
        "A mark such as S1 behind words leads to the fact that rests on them; "
        "from there, the words lead back."
    )
    return el(
        "div",
        el("h3", "What the lines mean"),
        el("ul", items, class_="legend") if items else None,
        el("p", how, class_="faint"),
        class_="key",
    )


def words(writer: Writer) -> Content:
    """Write the text of each source with its evidence marked, or what is known of its words."""
    by_source: dict[str, list[tuple[Entry, Proof]]] = {}
    for entry, proof in writer.facts.proofs:
        by_source.setdefault(proof.evidence.source or "", []).append((entry, proof))
    panels: list[Content] = []
    seen: set[str] = set()
    for entry, source in writer.facts.of(Source):
        # Where an id is double, the check says so, and the words stand once.
        proofs = [] if source.id in seen else by_source.get(source.id, [])
        seen.add(source.id)
        title = el(
            "h3", writer.number(entry), " ", bdi(source.title or source.publisher or source.id)
        )
        text = writer.texts.get(source.id)
        if text is None:
            panel = _without_text(writer, proofs)
        else:
            panel = _with_text(writer, source, text, proofs)
        panels.append(el("article", title, panel, class_="source"))
    return panels


def _with_text(
    writer: Writer, source: Source, text: str, proofs: Iterable[tuple[Entry, Proof]]
) -> Content:
    spans = []
    for entry, proof in proofs:
        found = writer.grounding(proof)
        if found.is_grounded and found.start is not None and found.end is not None:
            says = writer.says(entry)
            spans.append(Span(found.start, found.end, proof.number, proof.kind, entry.mark, says))
    shown = marked(text, spans, source.parts)
    return el("div", shown, class_="words-of", dir="auto", lang=source.language)


def _without_text(writer: Writer, proofs: Iterable[tuple[Entry, Proof]]) -> Content:
    """List the words by where they stand, each with the facts that rest on them."""
    listed: dict[tuple[float, int, str], list[tuple[Entry, Proof]]] = {}
    for entry, proof in proofs:
        piece = proof.evidence
        if piece.length is None:
            continue
        start = float("inf") if piece.start is None else piece.start
        key = (start, piece.length, piece.exact or "")
        listed.setdefault(key, []).append((entry, proof))
    if not listed:
        return el("p", "Nothing in the record rests on its words.", class_="faint")
    items = [el("li", _listed(writer, listed[key])) for key in sorted(listed)]
    return [
        el("p", "The text is not at hand. The record rests on these words of it:", class_="faint"),
        el("ol", items, class_="spans"),
    ]


def _listed(writer: Writer, found: list[tuple[Entry, Proof]]) -> Content:
    piece = found[0][1].evidence
    anchors = [el("span", id=f"w{proof.number}", class_="w") for _, proof in found]
    at = "" if piece.start is None else f" at {piece.start}"
    part = "" if piece.part is None else f" in the {piece.part}"
    kinds = {proof.kind for _, proof in found}
    first = next(kind for kind in Kind if kind in kinds)
    marks = {entry.mark: (entry, proof) for entry, proof in found}
    links = [
        el(
            "a",
            mark,
            href=f"#{mark}",
            class_=f"r-{proof.kind.value}",
            aria_label=writer.says(entry),
        )
        for mark, (entry, proof) in marks.items()
    ]
    shown = writer.words(piece, most=len(piece.exact or ""))
    return [
        anchors,
        el("mark", shown, class_=f"k k-{first.value}"),
        faint(bdi(f"{at}{part}")),
        el("sup", links, class_="refs"),
    ]


def sources(writer: Writer) -> Content:
    """Write what is known of each source."""
    return [_source(writer, *pair) for pair in writer.facts.of(Source)]


def _source(writer: Writer, entry: Entry, source: Source) -> Html:
    rows = writer.rows(source)
    rows.term("kind", source.kind)
    rows.text("title", source.title)
    rows.text("publisher", source.publisher)
    rows.text("agency", source.agency)
    rows.text("author", source.author)
    rows.text("published", when(source, "published"))
    rows.text("modified", when(source, "modified"))
    rows.row("url", _url(source.url))
    rows.text("language", source.language)
    rows.text("classification", source.classification)
    rows.text("attribution rule", source.attribution_rule)
    rows.text("embargo", when(source, "embargo"))
    rows.row("extract", "only a part of the document is at hand" if source.is_extract else None)
    parts = [value(part, bdi(part.label), [_range(part.start, part.end)]) for part in source.parts]
    rows.several("parts", parts)
    _text_rows(writer, rows, source)
    rows.row(
        "depends on",
        between(
            (
                value(each, [bdi(word(each.relation)), " of ", writer.link(each.source)])
                for each in source.reports_on
            ),
            ", ",
        ),
        "reports_on",
    )
    return card(writer, entry, source.id, rows.foot(entry.proofs))


def _text_rows(writer: Writer, rows: Rows, source: Source) -> None:
    known = None if source.length is None else count(source.length, "character")
    at_hand = "the text is at hand" if source.id in writer.texts else "the text is not at hand"
    rows.text("text", ", ".join(filter(None, (known, at_hand))))
    rows.row("sha256", el("code", source.sha256) if source.sha256 else None)
    rows.row("length", None)


def _range(start: int | None, end: int | None) -> str | None:
    if start is None and end is None:
        return None
    return f"{'' if start is None else start}\N{EN DASH}{'' if end is None else end}"


def _url(url: str | None) -> Content:
    """Lead to a page of the web; anything else stays a text."""
    if url is None:
        return None
    return el("a", bdi(url), href=url, rel="noreferrer nofollow") if is_web(url) else bdi(url)


def is_web(url: str) -> bool:
    """Tell whether a text is plainly the address of a page of the web.

    Examples:
        >>> is_web("https://example.org/report"), is_web("javascript:alert(1)")
        (True, False)
    """
    if any(character.isspace() for character in url) or any(odd for _, odd in runs(url)):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
