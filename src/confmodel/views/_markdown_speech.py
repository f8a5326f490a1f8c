"""What was said, and which numbers were claimed."""

from collections.abc import Iterator

from confmodel.model import Figure, Statement
from confmodel.views._facts import Entry
from confmodel.views._markdown_brief import Brief, when, words
from confmodel.views._markdown_text import inline, table
from confmodel.views._words import amount, change, word


def statements(brief: Brief) -> Iterator[str]:
    """Write who said what, with the words that were quoted."""
    for entry, statement in brief.facts.of(Statement):
        by = brief.listed(statement.speakers) or "nobody named"
        how = ", ".join(filter(None, _how(brief, statement)))
        yield f"**{entry.mark} {by}** ({how or 'not recorded how'})"
        yield ""
        if statement.text is not None:
            yield from (inline(statement.text), "")
        for quotation in statement.quotations:
            yield f"> {' … '.join(map(words, quotation.pieces))}"
            yield ""
        own = entry.proofs_by_part().get("evidence", [])
        if own:
            yield from (f"Evidence: {brief.evidence(own)}", "")
        if statement.note is not None:
            yield from (f"Note: {inline(statement.note)}", "")


def _how(brief: Brief, statement: Statement) -> Iterator[str]:
    for term in (statement.manner, statement.act, statement.modality):
        yield "" if term is None else inline(word(term))
    parts = {
        "on behalf of": statement.on_behalf_of,
        "to": statement.addressees,
        "about": statement.about,
        "passed on by": statement.via,
        "in": () if statement.session is None else (statement.session,),
    }
    for label, identifiers in parts.items():
        yield f"{label} {brief.listed(identifiers)}" if identifiers else ""
    yield when(statement.when)


def figures(brief: Brief) -> Iterator[str]:
    """Write a table of the numbers."""
    rows = []
    for entry, figure in brief.facts.of(Figure):
        wording = f"“{figure.wording}”" if figure.wording else ""
        size = " ".join(filter(None, (amount(figure), change(figure))))
        if wording not in size:
            size += f" ({wording})"
        whose = _holder(brief, entry)
        baseline = "" if figure.baseline is None else inline(figure.baseline)
        if not baseline and "baseline" in figure.not_stated:
            baseline = "*not stated*"
        of_what = "; ".join(filter(None, _of_what(brief, figure)))
        rows.append((entry.mark, inline(size), of_what, whose, baseline))
    yield from table(("No.", "Figure", "Of what", "In", "Compared with"), rows)


def _of_what(brief: Brief, figure: Figure) -> Iterator[str]:
    yield inline(figure.of or "")
    if figure.for_whom:
        yield f"{'each of' if figure.is_each else 'for'} {brief.listed(figure.for_whom)}"
    yield when(figure.period)
    if figure.cause is not None:
        yield f"because of {inline(figure.cause)}"


def _holder(brief: Brief, figure: Entry) -> str:
    """Name what a figure stands in, by its mark where the brief has it."""
    holder = figure.holder
    if holder is None or holder.letter in "SA":
        return "" if holder is None else holder.mark
    return brief.name(holder.id or "")
