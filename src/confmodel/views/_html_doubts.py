"""What the reader must know before trusting the page: what is not grounded, what was found."""

from confmodel.checks import check
from confmodel.errors import Finding
from confmodel.grounding import Verdict
from confmodel.grounding.findings import findings_of
from confmodel.views._facts import Entry, Proof
from confmodel.views._html_elements import Content, Html, bdi, between, el
from confmodel.views._html_writer import NOTHING, Writer, extras, faint, place
from confmodel.views._words import count, word


def counted(writer: Writer) -> dict[Verdict, int]:
    """Count the pieces of evidence that need words, by their verdict."""
    found = dict.fromkeys(Verdict, 0)
    for _, proof in writer.facts.proofs:
        if proof.evidence.length is not None:
            found[writer.grounding(proof).verdict] += 1
    return found


def without_evidence(writer: Writer) -> list[Entry]:
    """List the facts that rest on nothing: neither they nor what lies in them has evidence."""
    bearing = {entry for entry, _ in writer.facts.proofs}
    return [entry for entry in writer.facts.entries if entry not in bearing]


def not_grounded(writer: Writer) -> Content:
    """Write every piece of evidence that is not in its text, and every fact without evidence."""
    failed: list[tuple[Entry, Proof]] = []
    unchecked: dict[str, list[tuple[Entry, Proof]]] = {}
    for entry, proof in writer.facts.proofs:
        if proof.evidence.length is None or writer.grounding(proof).is_grounded:
            continue
        if writer.is_listed(proof):
            unchecked.setdefault(proof.evidence.source or "", []).append((entry, proof))
        else:
            failed.append((entry, proof))
    bare = without_evidence(writer)
    said: list[Content] = [
        _failed(writer, failed) if failed else None,
        [_unchecked(writer, source, found) for source, found in unchecked.items()],
        _bare(writer, bare) if bare else None,
    ]
    if not failed and not unchecked and not bare:
        return el("p", "Nothing: all words stand in their sources, and no fact is without any.")
    return said


def _failed(writer: Writer, failed: list[tuple[Entry, Proof]]) -> Html:
    heads = ("Fact", "Verdict", "Words in the record", "In the text")
    rows = [
        el(
            "tr",
            el("th", writer.number(entry), scope="row", data_label=heads[0]),
            [
                el("td", content, data_label=label)
                for label, content in zip(heads[1:], _failure(writer, proof), strict=True)
            ],
            id=f"u{proof.number}",
        )
        for entry, proof in failed
    ]
    return el(
        "table",
        el("caption", "Evidence whose words are not those of the source"),
        el(
            "thead",
            el(
                "tr",
                [el("th", each, scope="col") for each in heads],
            ),
        ),
        el("tbody", rows),
        class_="stacking",
    )


def _failure(writer: Writer, proof: Proof) -> tuple[Content, Content, Content]:
    found = writer.grounding(proof)
    piece = proof.evidence
    words = writer.words(piece, most=len(piece.exact or ""))
    where = faint(" ", bdi(place(piece)))
    there: Content = NOTHING
    if found.found is not None:
        # Not as a quotation: the words differ from those that the record claims.
        there = [el("bdi", found.found, lang=writer.language(piece.source))]
        there.append(faint(f" at {found.start}, {count(found.distance or 0, 'letter')} to change"))
    elif found.candidates:
        there = "at " + ", ".join(str(start) for start, _ in found.candidates[:9])
    badge = el("span", word(found.verdict), class_=f"verdict {found.verdict.value}")
    return badge, [words, where], there


def _unchecked(writer: Writer, source: str, found: list[tuple[Entry, Proof]]) -> Html:
    facts: dict[str, tuple[Entry, int]] = {}
    for entry, _ in found:
        facts[entry.mark] = (entry, facts.get(entry.mark, (entry, 0))[1] + 1)
    links: list[Content] = [
        [writer.number(entry), f" ({times})"] for entry, times in facts.values()
    ]
    title: list[Content] = [
        el("strong", count(len(found), "piece")),
        " of evidence not checked: the text of ",
        writer.link(source),
        " is not at hand.",
    ]
    return el(
        "div",
        el("p", title),
        el("details", el("summary", "By fact"), el("p", between(links, ", "))),
        class_="unchecked",
    )


def _bare(writer: Writer, bare: list[Entry]) -> Html:
    items = [el("li", writer.number(entry), " ", bdi(_named(writer, entry))) for entry in bare]
    return el(
        "div",
        el("p", el("strong", count(len(bare), "fact")), " without any evidence:"),
        el("ul", items, class_="bare"),
    )


def _named(writer: Writer, entry: Entry) -> str:
    return writer.says(entry).partition(", ")[2]


def about_the_record(writer: Writer) -> Content:
    """Write what the page was made from, what a check finds, and what was accepted."""
    held = writer.record
    tally = [f"{number:,} {word(verdict)}" for verdict, number in counted(writer).items() if number]
    rows: dict[str, Content] = {
        "id": el("code", held.id),
        "format": bdi(f"confmodel {held.confmodel}"),
        "facts": f"{len(writer.facts.entries):,}",
        "evidence": ", ".join(tally) or "none",
    }
    findings = (*check(held), *findings_of(held, writer.texts, writer.groundings))
    return [
        el(
            "dl",
            [el("div", el("dt", name), el("dd", content)) for name, content in rows.items()],
            class_="rows",
        ),
        el("h3", "What a check finds"),
        el("ul", map(_finding, findings), class_="findings")
        if findings
        else el("p", "Nothing to mend."),
        _accepted(writer),
    ]


def _finding(finding: Finding) -> Html:
    return el(
        "li",
        el("span", f"{finding.code} {word(finding.level)}", class_=f"level {finding.level.value}"),
        " ",
        el("code", finding.pointer or "(root)"),
        " ",
        bdi(f"{finding.message}; {finding.help}"),
    )


def _accepted(writer: Writer) -> Content:
    items = [
        el(
            "li",
            el("span", each.code, class_="level note"),
            [" ", writer.address(each.at) if each.at is not None else "everywhere"],
            [": ", bdi(each.why)] if each.why else None,
            [" ", extras(each)] if each.extra is not None else None,
        )
        for each in writer.record.accepts
    ]
    return [el("h3", "Odd, and meant"), el("ul", items, class_="findings")] if items else None
