"""Where it all comes from, what was accepted, and what nobody says."""

from confmodel.model import Conference, Source
from confmodel.model._base import Record
from confmodel.model._walk import evidence_in, records_in
from confmodel.views._page import FAINT, ODD, STRONG, Page, Piece, joined
from confmodel.views._rows import Rows
from confmodel.views._words import Names, count, date, word


def sources(page: Page, record: Conference, names: Names) -> None:
    """Write the documents behind the record, and how much of their words it holds."""
    if not record.sources:
        return
    pieces = evidence_in(record)
    sealed = sum(piece.is_sealed for piece in pieces)
    held = (
        f"{count(len(pieces), 'piece')} of evidence, {sealed} sealed" if pieces else "no evidence"
    )
    page.section("Sources", f"{len(record.sources)}, {held}")
    for source in record.sources:
        _source(page, source, names)


def _source(page: Page, source: Source, names: Names) -> None:
    said = [[Piece(source.id, STRONG)]]
    if source.kind is not None:
        said.append([Piece(word(source.kind))])
    if source.publisher is not None:
        said.append([Piece(source.publisher)])
    if source.agency is not None:
        said.append([Piece(f"agency {source.agency}")])
    if source.author is not None:
        said.append([Piece(f"by {source.author}")])
    if source.published is not None:
        said.append([Piece(date(source.published))])
    if source.language is not None:
        said.append([Piece(source.language)])
    if source.is_extract:
        said.append([Piece("an extract", ODD)])
    page.put(joined(said, " · ", FAINT), indent=2, hanging=2)
    rows = Rows(page, names, source, indent=4)
    rows.one("title", source.title)
    rows.one("url", source.url)
    rows.one("modified", source.modified and date(source.modified))
    rows.one("embargo", source.embargo and date(source.embargo))
    rows.one("classification", source.classification)
    rows.one("attribution rule", source.attribution_rule)
    rows.several("parts", (part.label for part in source.parts))
    if source.length is not None:
        rows.one("text", f"{source.length:,} characters")
    for link in source.reports_on:
        rows.one(word(link.relation), f"of {names.plain(link.source)}")
    rows.foot()


def accepted(page: Page, record: Conference, names: Names) -> None:
    """Write what a check would find odd, and somebody meant."""
    if record.accepts:
        page.section("Accepted", "odd, and meant")
    for acceptance in record.accepts:
        where = "everywhere" if acceptance.at is None else names.address(acceptance.at)
        said = [[Piece(where)], [Piece(acceptance.why)] if acceptance.why else []]
        page.row([Piece(acceptance.code, ODD)], joined(said, " · ", FAINT), indent=2, column=8)


def not_stated(page: Page, record: Conference, names: Names) -> None:
    """Write what somebody looked for and the sources do not say, by field."""
    found: dict[str, dict[str, None]] = {}
    _collect(record, record, names, found)
    if not found:
        return
    page.section("Not stated", "looked for, and not in the sources")
    rows = Rows(page, names, record, indent=2)
    for name, whose in found.items():
        rows.several(name, whose)


def _collect(held: Record, bearer: Record, names: Names, found: dict[str, dict[str, None]]) -> None:
    """Go through the record; what has no id is called after what it is in."""
    identifier = getattr(held, "id", None)
    if identifier is not None:
        bearer = held
    for name in getattr(held, "not_stated", ()):
        label = names.plain(getattr(bearer, "id", ""))
        if held is not bearer:
            label = f"{type(held).__name__.lower()} of {label}"
        found.setdefault(name.replace("_", " "), {}).setdefault(label)
    for inner in records_in(held):
        _collect(inner, bearer, names, found)
