"""What is contradictory, and what is not grounded."""

from collections.abc import Iterator

from confmodel.grounding import Grounding
from confmodel.model import Discrepancy
from confmodel.views._facts import Entry, Proof
from confmodel.views._markdown_brief import Brief, words
from confmodel.views._markdown_text import inline
from confmodel.views._words import count, word


def discrepancies(brief: Brief) -> Iterator[str]:
    """Write each contradiction, with both sides."""
    for entry, discrepancy in brief.facts.of(Discrepancy):
        kind = "discrepancy" if discrepancy.kind is None else word(discrepancy.kind)
        about = ", ".join(inline(brief.names.address(each)) for each in discrepancy.about)
        yield f"- **{entry.mark}** {inline(kind)}{f' about {about}' if about else ''}"
        parts = entry.proofs_by_part()
        for at, account in enumerate(discrepancy.accounts):
            value = "" if account.value is None else f"{inline(account.value)}: "
            yield f"  - {value}{brief.evidence(parts.get(f'accounts/{at}', []))}"
        if discrepancy.note is not None:
            yield f"  - **note** {inline(discrepancy.note)}"


def not_grounded(brief: Brief) -> Iterator[str]:
    """Write what is not in its source, and what could not be looked up."""
    failed: list[tuple[Entry, Proof, Grounding]] = []
    unchecked: dict[str, int] = {}
    for entry, proof in brief.facts.proofs:
        found = brief.found[proof.pointer]
        source = proof.evidence.source
        if proof.evidence.length is None or source is None or found.is_grounded:
            continue
        if found.verdict.value == "not_checked":
            unchecked[source] = unchecked.get(source, 0) + 1
        else:
            failed.append((entry, proof, found))
    for source, number in unchecked.items():
        pieces = count(number, "piece")
        yield f"- {pieces} of evidence not checked: no text of {inline(source)} is at hand"
    for entry, proof, found in failed:
        yield f"- **{entry.mark}** {word(found.verdict)}: {words(proof.evidence)}"
