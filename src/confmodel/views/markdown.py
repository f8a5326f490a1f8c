"""A brief in Markdown: for a pull request, an e-mail, or a reader in a hurry."""

from collections.abc import Iterator

from confmodel.grounding import Grounding
from confmodel.grounding.ground import ground_in
from confmodel.grounding.texts import Texts, read_texts
from confmodel.model import (
    Agreement,
    Conference,
    Delegate,
    Delegation,
    Discrepancy,
    Evidence,
    Figure,
    Function,
    Source,
    Statement,
    Vote,
)
from confmodel.views._facts import Entry, Facts, Proof
from confmodel.views._markdown_text import inline, table
from confmodel.views._words import Names, amount, change, count, date, place_of, word

_MOST_SHOWN = 3
"""More pieces of evidence than these are counted, not listed."""


def markdown(record: Conference, texts: Texts | None = None) -> str:
    """Write a brief of a record in Markdown (CommonMark with tables).

    It has who took part, what was said, claimed and agreed, what is
    contradictory and what is not grounded, with the words behind it. Text of
    the record stays text: no markup, raw HTML or link comes from it.

    Args:
        record: The record, also one that a check would refuse.
        texts: The text of each source that is at hand (`str`), or its file (`Path`), by the id
            of the source.

    Raises:
        OSError: If a file cannot be read.
        InvalidValueError: If a text is neither text nor a file in UTF-8.

    Examples:
        >>> from confmodel import Conference
        >>> print(markdown(Conference(id="c", name="Lakeside", when=2031)), end="")
        # Lakeside
        <BLANKLINE>
        - **when** 2031
    """
    at_hand = {} if texts is None else read_texts(record, texts)
    brief = _Brief(record, ground_in(record, at_hand))
    blocks = [
        *brief.head(),
        *brief.discrepancies(),
        *brief.not_grounded(),
        *brief.delegations(),
        *brief.statements(),
        *brief.figures(),
        *brief.agreements(),
        *brief.votes(),
        *brief.sources(),
    ]
    return "\n".join(blocks).rstrip("\n") + "\n"


class _Brief:
    def __init__(self, record: Conference, groundings: tuple[Grounding, ...]) -> None:
        self._record = record
        self._names = Names(record)
        self._facts = Facts(record)
        self._found = {each.pointer: each for each in groundings}

    def _name(self, identifier: str) -> str:
        return inline(self._names.plain(identifier))

    def _listed(self, identifiers: tuple[str, ...]) -> str:
        return ", ".join(map(self._name, identifiers))

    def head(self) -> Iterator[str]:
        """Write what the event is."""
        record = self._record
        yield f"# {inline(record.name)}"
        yield ""
        kinds = [word(each) for each in (record.level, record.kind) if each is not None]
        rows = {
            "when": inline(date(record.when)) if record.when else "",
            "places": "; ".join(inline(self._names.place(each)) for each in record.places),
            "kind": inline(", ".join(kinds)),
            "status": "" if record.status is None else word(record.status),
            "hosts": self._listed(record.hosts),
            "organizers": self._listed(record.organizers),
            "chairs": self._listed(record.chairs),
            "topics": ", ".join(inline(each.label) for each in record.topics),
        }
        for name, text in rows.items():
            if text or name in record.not_stated:
                yield f"- **{name}** {text or '*not stated*'}"
        yield ""

    def discrepancies(self) -> Iterator[str]:
        """Write each contradiction, with both sides."""
        found = [*self._facts.of(Discrepancy)]
        if found:
            yield from ("## Discrepancies", "")
        for entry, discrepancy in found:
            kind = "discrepancy" if discrepancy.kind is None else word(discrepancy.kind)
            yield f"- **{entry.mark}** {inline(kind)}"
            parts = entry.proofs_by_part()
            for at, account in enumerate(discrepancy.accounts):
                value = "" if account.value is None else f"{inline(account.value)}: "
                yield f"  - {value}{self._evidence(parts.get(f'accounts/{at}', []))}"
        if found:
            yield ""

    def not_grounded(self) -> Iterator[str]:
        """Write what is not in its source, and what could not be looked up."""
        failed: list[tuple[Entry, Proof, Grounding]] = []
        unchecked: dict[str, int] = {}
        for entry, proof in self._facts.proofs:
            found = self._found[proof.pointer]
            source = proof.evidence.source
            if proof.evidence.length is None or source is None or found.is_grounded:
                continue
            if found.verdict.value == "not_checked":
                unchecked[source] = unchecked.get(source, 0) + 1
            else:
                failed.append((entry, proof, found))
        if failed or unchecked:
            yield from ("## Not grounded", "")
        for source, number in unchecked.items():
            pieces = count(number, "piece")
            yield f"- {pieces} of evidence not checked: no text of {inline(source)} is at hand"
        for entry, proof, found in failed:
            yield f"- **{entry.mark}** {word(found.verdict)}: {_words(proof.evidence)}"
        if failed or unchecked:
            yield ""

    def delegations(self) -> Iterator[str]:
        """Write a table of who took part."""
        rows = []
        people: dict[str | None, list[str]] = {}
        for delegate in self._record.delegates:
            people.setdefault(delegate.delegation, []).append(self._person(delegate))
        for delegation in self._record.delegations:
            here = people.pop(delegation.id, [])
            rows.append((self._name(delegation.id), _standing(delegation), "; ".join(here)))
        rest = [each for those in people.values() for each in those]
        if rest:
            rows.append(("of no delegation", "", "; ".join(rest)))
        if rows:
            yield from ("## Delegations", "")
            yield from table(("Delegation", "Standing", "People"), rows)

    def _person(self, delegate: Delegate) -> str:
        said = [self._name(delegate.id)]
        said += [inline(office.title) for office in delegate.offices]
        if delegate.function is not None:
            is_head = delegate.function is Function.HEAD
            said.append("*head*" if is_head else inline(word(delegate.function)))
        return ", ".join(said)

    def statements(self) -> Iterator[str]:
        """Write who said what, with the words that were quoted."""
        found = [*self._facts.of(Statement)]
        if found:
            yield from ("## Statements", "")
        for entry, statement in found:
            by = self._listed(statement.speakers) or "nobody named"
            how = [statement.manner, statement.act, statement.modality]
            said = [inline(word(each)) for each in how if each is not None]
            if statement.addressees:
                said.append(f"to {self._listed(statement.addressees)}")
            yield f"**{entry.mark} {by}** ({', '.join(said) or 'not recorded how'})"
            yield ""
            if statement.text is not None:
                yield from (inline(statement.text), "")
            for quotation in statement.quotations:
                yield f"> {' … '.join(map(_words, quotation.pieces))}"
                yield ""
            own = entry.proofs_by_part().get("evidence", [])
            if own:
                yield from (f"Evidence: {self._evidence(own)}", "")

    def figures(self) -> Iterator[str]:
        """Write a table of the numbers."""
        rows = []
        for entry, figure in self._facts.of(Figure):
            size = " ".join(filter(None, (amount(figure), change(figure))))
            whose = self._holder(entry)
            baseline = "" if figure.baseline is None else inline(figure.baseline)
            if not baseline and "baseline" in figure.not_stated:
                baseline = "*not stated*"
            rows.append((entry.mark, inline(size), inline(figure.of or ""), whose, baseline))
        if rows:
            yield from ("## Figures", "")
            yield from table(("No.", "Figure", "Of what", "In", "Compared with"), rows)

    def _holder(self, figure: Entry) -> str:
        """Name what a figure stands in, by its mark where the brief has it."""
        holder = figure.holder
        if holder is None or holder.letter in "SA":
            return "" if holder is None else holder.mark
        return self._name(holder.id or "")

    def agreements(self) -> Iterator[str]:
        """Write what was agreed to, by whom, and on what words."""
        found = [*self._facts.of(Agreement)]
        if found:
            yield from ("## Agreements", "")
        for entry, agreement in found:
            kind = "agreement" if agreement.kind is None else word(agreement.kind)
            said = [inline(agreement.title or kind)]
            said += [inline(word(each)) for each in (agreement.status,) if each is not None]
            yield f"**{entry.mark} {', '.join(said)}**"
            yield ""
            rows = {
                "text": inline(agreement.text or ""),
                "parties": self._listed(agreement.parties),
                "beneficiaries": self._listed(agreement.beneficiaries),
                "due": "" if agreement.due is None else inline(date(agreement.due)),
                "condition": inline(agreement.condition or ""),
            }
            for participant in agreement.other_participants:
                rows[inline(word(participant.role))] = self._listed(participant.of)
            for name, text in rows.items():
                if text or name in agreement.not_stated:
                    yield f"- **{name}** {text or '*not stated*'}"
            if entry.proofs:
                yield f"- **evidence** {self._evidence(entry.proofs)}"
            yield ""

    def votes(self) -> Iterator[str]:
        """Write a table of the votes."""
        rows = []
        for entry, vote in self._facts.of(Vote):
            on = "" if vote.on is None else self._name(vote.on)
            result = "not recorded" if vote.result is None else inline(word(vote.result))
            counts = (vote.in_favour, vote.against, vote.abstaining)
            numbers = ("" if each is None else str(each) for each in counts)
            rows.append((entry.mark, on, result, *numbers))
        if rows:
            yield from ("## Votes", "")
            yield from table(("No.", "On", "Result", "For", "Against", "Abstaining"), rows)

    def sources(self) -> Iterator[str]:
        """Write where it all comes from."""
        found = [*self._facts.of(Source)]
        if found:
            yield from ("## Sources", "")
        for entry, source in found:
            said = [f"**{entry.mark}** {inline(source.title or source.id)}"]
            said += [inline(each) for each in (source.publisher, source.author) if each]
            if source.published is not None:
                said.append(inline(date(source.published)))
            if source.url is not None:
                said.append(inline(source.url))
            yield f"- {', '.join(said)}"

    def _evidence(self, proofs: list[Proof]) -> str:
        shown = [_words(proof.evidence) for proof in proofs[:_MOST_SHOWN]]
        if len(proofs) > _MOST_SHOWN:
            shown.append(f"{len(proofs) - _MOST_SHOWN} more")
        return "; ".join(shown)


def _standing(delegation: Delegation) -> str:
    both = (delegation.capacity, delegation.attendance)
    return ", ".join(inline(word(each)) for each in both if each is not None)


def _words(piece: Evidence) -> str:
    if piece.exact is not None:
        return f"“{inline(piece.exact)}” ({inline(place_of(piece))})"
    if piece.seal is not None:
        return f"sealed, {count(piece.seal.length, 'character')} ({inline(place_of(piece))})"
    return "background"
