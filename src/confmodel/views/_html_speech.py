"""Who said what, in which manner, and every figure that was given."""

from typing import Final

from confmodel.model import Agreement, Delegation, Figure, Group, Manner, Quotation, Statement
from confmodel.views._facts import Entry, Proof
from confmodel.views._html_elements import Content, Html, bdi, between, el
from confmodel.views._html_event import card
from confmodel.views._html_writer import NOT_STATED, NOTHING, Writer, extras, faint, value, when
from confmodel.views._words import amount, change, date, number, word

MANNERS: Final = {
    Manner.DIRECT: ("direct", "word for word"),
    Manner.MIXED: ("mixed", "partly quoted"),
    Manner.INDIRECT: ("reported", "paraphrased"),
    Manner.NARRATED: ("reported", "narrated, not what was said"),
    None: ("reported", "not recorded how"),
}
"""The style of each manner, and what it means."""


def statements(writer: Writer) -> Content:
    """Write who said what, with how it is rendered."""
    return [_statement(writer, *pair) for pair in writer.facts.of(Statement)]


def _statement(writer: Writer, entry: Entry, statement: Statement) -> Html:
    style, manner = MANNERS[statement.manner]
    speakers: Content = writer.actors(statement.speakers)
    if not statement.speakers:
        speakers = (
            ["speakers ", NOT_STATED] if "speakers" in statement.not_stated else "nobody named"
        )
    badges = [el("span", manner, class_=f"badge k k-{style}")]
    badges += [
        el("span", bdi(word(each)), class_="badge")
        for each in (statement.act, statement.modality)
        if each is not None
    ]
    parts = entry.proofs_by_part()
    rows = writer.rows(statement)
    # What the title and the badges show stands there; only its absence is a row.
    for name in ("manner", "act", "modality", "quotations", "figures", "text"):
        rows.row(name, None)
    if statement.speakers:
        rows.row("speakers", None)
    rows.actors("to", statement.addressees, "addressees")
    rows.row("about", writer.links(statement.about))
    rows.several("topics", (value(each, bdi(each.label)) for each in statement.topics))
    rows.actors("passed on by", statement.via, "via")
    rows.row("session", writer.link(statement.session) if statement.session else None)
    rows.text("when", when(statement))
    rows.text("language", statement.language)
    figures = writer.facts.inside(entry, "figures")
    rows.row("claims", between((_short(writer, each) for each in figures), ", "), "claims")
    quoted = {f"quotations/{at}" for at in range(len(statement.quotations))}
    others = [proof for name, found in parts.items() if name not in quoted for proof in found]
    return card(
        writer,
        entry,
        speakers,
        el("p", between(badges, " "), class_="badges"),
        el("p", statement.text, class_="text", dir="auto") if statement.text else None,
        [
            _quotation(writer, quotation, parts.get(f"quotations/{at}", []))
            for at, quotation in enumerate(statement.quotations)
        ],
        rows.foot(others),
    )


def _short(writer: Writer, entry: Entry) -> Content:
    figure = entry.record
    said = amount(figure) if isinstance(figure, Figure) else ""
    return [bdi(said), " ", writer.number(entry)]


def _quotation(writer: Writer, quotation: Quotation, proofs: list[Proof]) -> Html:
    marks = [
        text
        for text, holds in (
            ("with gaps", quotation.has_gaps),
            ("from a prepared text", quotation.is_prepared),
            ("translated", quotation.is_translated),
        )
        if holds
    ]
    words = [writer.words(piece, most=len(piece.exact or "")) for piece in quotation.pieces]
    # The evidence of a quotation is its pieces, which stand here in full.
    return el(
        "blockquote",
        el("p", value(quotation, between(words, " "), marks), dir="auto"),
        writer.evidence(proofs, is_below=True),
    )


def figures(writer: Writer) -> Content:
    """Write a table of every number, with what it is compared with."""
    body = [_figure(writer, *pair) for pair in writer.facts.of(Figure)]
    if not body:
        return None
    heads = ("No.", "Figure", "Of what", "Whose", "Compared with", "Period")
    return el(
        "table",
        el(
            "caption", "Every number that is claimed, agreed or counted, in the order of the record"
        ),
        el(
            "thead",
            el(
                "tr",
                [el("th", each, scope="col") for each in heads],
            ),
        ),
        el("tbody", body),
        class_="stacking",
    )


def _figure(writer: Writer, entry: Entry, figure: Figure) -> Html:
    size = " ".join(filter(None, (amount(figure), change(figure))))
    wording = figure.wording if figure.wording and amount(figure) != f"“{figure.wording}”" else None
    cells: dict[str, Content] = {
        "No.": writer.number(entry),
        "Figure": [
            el("strong", bdi(size)),
            [" ", faint("“", bdi(wording), "”")] if wording else None,
        ],
        "Of what": [_of_what(writer, figure), writer.evidence(entry.proofs)],
        "Whose": _whose(writer, entry, figure),
        "Compared with": _baseline(figure),
        "Period": _said(figure, "period", date(figure.period) if figure.period else None),
    }
    return el(
        "tr",
        [
            el("th", content, scope="row", data_label=label)
            if label == "No."
            else el("td", content, data_label=label)
            for label, content in cells.items()
        ],
        class_="fact",
        id=entry.mark,
    )


def _said(figure: Figure, field: str, text: str | None) -> Content:
    if text is not None:
        return bdi(text)
    return NOT_STATED if field in figure.not_stated else NOTHING


def _baseline(figure: Figure) -> Content:
    if figure.baseline is None and "baseline" in figure.not_stated:
        return el("span", "baseline not stated", class_="unsaid")
    if figure.baseline is None and figure.direction is not None:
        return faint("baseline not recorded")
    return _said(figure, "baseline", figure.baseline)


def _of_what(writer: Writer, figure: Figure) -> Content:
    said: list[Content] = [bdi(figure.of) if figure.of else faint(word(figure.unit))]
    if figure.for_whom:
        said.append(["each of " if figure.is_each else "for ", writer.actors(figure.for_whom)])
    said += (
        value(term, [number(term.value), " for ", writer.actors(term.for_whom)])
        for term in figure.ratio
        if term.for_whom or term.note or term.extra or term.not_stated
    )
    if figure.part_of is not None:
        said.append(["a share of ", writer.link(figure.part_of)])
    if figure.counts is not None:
        listed = writer.names.listed(figure.counts)
        said.append(["counts ", writer.address(figure.counts)])
        if listed:
            said.append(f"of which the record lists {listed}")
    if figure.cause is not None:
        said.append(["because of ", bdi(figure.cause)])
    shown = ("baseline", "period")
    unsaid = [name.replace("_", " ") for name in figure.not_stated if name not in shown]
    if unsaid:
        said.append(["not stated: ", bdi(", ".join(unsaid))])
    if figure.note:
        said.append(["note: ", bdi(figure.note)])
    if figure.extra is not None:
        said.append(extras(figure))
    return between(said, "; ")


def _whose(writer: Writer, entry: Entry, figure: Figure) -> Content:
    mode = bdi(word(figure.mode)) if figure.mode else "given"
    holder = entry.holder
    match holder.record if holder is not None else None:
        case Statement() as statement if holder is not None:
            some, more = writer.names.some(statement.speakers)
            by = writer.links(some) or "nobody named"
            return [mode, " by ", by, more, " in ", writer.number(holder)]
        case Agreement() | Delegation() | Group() if holder is not None:
            return [mode, " in ", writer.number(holder)]
    return [mode, " of the event"]
