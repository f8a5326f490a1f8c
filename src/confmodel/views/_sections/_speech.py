"""Who said what, in which manner, and the numbers that were given."""

from typing import Final

from confmodel.model import Conference, Figure, Manner, Quotation, Statement
from confmodel.views._page import (
    FAINT,
    GOOD,
    NUMBER,
    ODD,
    PLAIN,
    STRONG,
    Page,
    Piece,
    Pieces,
    joined,
    width_of,
)
from confmodel.views._rows import NOT_STATED, SIGNS, Rows
from confmodel.views._words import Names, amount, change, date, evidence, number, place_of, word

_WIDEST_SIZE = 30

MANNERS: Final = {
    Manner.DIRECT: ("“ ”", "word for word", GOOD),
    Manner.MIXED: ("“…”", "partly quoted", ODD),
    Manner.INDIRECT: (" ~ ", "paraphrased", PLAIN),
    Manner.NARRATED: (" · ", "narrated, not what was said", FAINT),
    None: (" ? ", "not recorded how", FAINT),
}
"""The sign of each manner, what it means, and its colour."""


def statements(page: Page, record: Conference, names: Names) -> None:
    """Write who said what, with how it is rendered at the left."""
    if not record.statements:
        return
    page.section("Statements", str(len(record.statements)))
    used = {statement.manner for statement in record.statements}
    legend = (
        [Piece(sign.strip(), colour), Piece(f" {meaning}", FAINT)]
        for manner, (sign, meaning, colour) in MANNERS.items()
        if manner in used
    )
    page.put(joined(legend, "    "), indent=2, hanging=0)
    for statement in record.statements:
        page.gap()
        sign, _, colour = MANNERS[statement.manner]
        page.row([Piece(sign, colour)], _said(statement, names), indent=2, column=SIGNS)
        if statement.text is not None:
            page.put([Piece(statement.text)], indent=SIGNS)
        for quotation in statement.quotations:
            page.put(_quoted(quotation), indent=SIGNS)
        about = [[Piece(names.plain(each), FAINT)] for each in statement.about]
        about += [[Piece(topic.label, FAINT)] for topic in statement.topics]
        rows = Rows(page, names, statement, indent=SIGNS)
        rows.pieces("about", joined(about, " · ", FAINT))
        rows.foot()


def _said(statement: Statement, names: Names) -> list[Piece]:
    speakers = names.actors(statement.speakers, STRONG)
    if not speakers:
        speakers = [
            NOT_STATED if "speakers" in statement.not_stated else Piece("nobody named", FAINT)
        ]
    said: list[Pieces] = [speakers]
    if statement.act is not None:
        said.append([Piece(word(statement.act))])
    if statement.modality is not None:
        said.append([Piece(word(statement.modality))])
    if statement.on_behalf_of:
        said.append([Piece("for "), *names.actors(statement.on_behalf_of)])
    if statement.addressees:
        said.append([Piece("to "), *names.actors(statement.addressees)])
    if statement.via:
        said.append([Piece("passed on by "), *names.actors(statement.via)])
    if statement.session is not None:
        said.append([Piece(f"at {names.plain(statement.session)}")])
    if statement.when is not None:
        said.append([Piece(date(statement.when))])
    if statement.language is not None:
        said.append([Piece(f"in {statement.language}")])
    said.append([Piece(f"#{statement.id}", FAINT)])
    return joined(said, " · ", FAINT)


def _quoted(quotation: Quotation) -> list[Piece]:
    """Write the words between quotation marks, and where they stand."""
    words = (
        [Piece(f"“{piece.exact}”", GOOD)]
        if piece.exact is not None
        else [Piece(f"“[{piece.length} sealed characters]”", FAINT)]
        for piece in quotation.pieces
    )
    marks = [
        [Piece(mark, FAINT)]
        for mark, holds in (
            ("with gaps", quotation.has_gaps),
            ("from a prepared text", quotation.is_prepared),
            ("translated", quotation.is_translated),
        )
        if holds
    ]
    places = [[Piece(place_of(piece), FAINT, is_whole=True)] for piece in quotation.pieces]
    return [*joined(words, " "), Piece("  "), *joined([*marks, *places], " · ", FAINT)]


def figures(page: Page, record: Conference, names: Names) -> None:
    """Write every number with its unit, what it is compared with, and who gives it."""
    found = [(figure, "") for figure in record.figures]
    for statement in record.statements:
        some, more = names.some(statement.speakers)
        by = ", ".join(map(names.plain, some)) or "nobody named"
        found += ((figure, f"by {by}{more} in #{statement.id}") for figure in statement.figures)
    for agreement in record.agreements:
        found += ((figure, f"in {names.plain(agreement.id)}") for figure in agreement.figures)
    if not found:
        return
    page.section("Figures", str(len(found)))
    column = 4 + min(max(width_of(_size(figure)) for figure, _ in found), _WIDEST_SIZE)
    for figure, whose in found:
        what = [Piece(figure.of or figure.unit.value)]
        page.row([Piece(_size(figure), NUMBER)], what, indent=2, column=column)
        page.put(_qualified(figure, whose, names), indent=column)
        if figure.note is not None:
            page.put([Piece(figure.note, FAINT)], indent=column)
        if figure.evidence:
            page.put(evidence(figure.evidence), indent=column)


def _size(figure: Figure) -> str:
    return " ".join(filter(None, (amount(figure), change(figure))))


def _baseline(figure: Figure) -> list[Piece]:
    if figure.baseline is not None:
        return [Piece(f"compared with {figure.baseline}")]
    if "baseline" in figure.not_stated:
        return [Piece("baseline not stated", ODD, is_whole=True)]
    if figure.direction is not None:
        return [Piece("baseline not recorded", FAINT, is_whole=True)]
    return []


def _qualified(figure: Figure, whose: str, names: Names) -> list[Piece]:
    put_forward = word(figure.mode) if figure.mode else "given"
    said: list[Pieces] = [[Piece(f"{put_forward} {whose}" if whose else put_forward)]]
    said += ([each] for each in _baseline(figure))
    if figure.cause is not None:
        said.append([Piece(f"because of {figure.cause}")])
    if figure.period is not None:
        said.append([Piece(f"period {date(figure.period)}")])
    elif "period" in figure.not_stated:
        said.append([Piece("period not stated", ODD, is_whole=True)])
    if figure.wording is not None and amount(figure) != f"“{figure.wording}”":
        said.append([Piece(f"“{figure.wording}”")])
    if figure.for_whom:
        said.append(
            [Piece("each of " if figure.is_each else "for "), *names.actors(figure.for_whom)]
        )
    said += (
        [Piece(f"{number(term.value)} for "), *names.actors(term.for_whom)]
        for term in figure.ratio
        if term.for_whom
    )
    if figure.counts is not None:
        listed = names.listed(figure.counts)
        compared = "" if listed is None else f", of which the record lists {listed}"
        said.append([Piece(f"counts {names.address(figure.counts)}{compared}", FAINT)])
    if figure.part_of is not None:
        said.append([Piece(f"share of {names.plain(figure.part_of)}")])
    return joined(said, " · ", FAINT)
