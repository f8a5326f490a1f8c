"""A brief in Markdown: for a pull request, an e-mail, or a reader in a hurry."""

from collections.abc import Iterable, Iterator

from confmodel.grounding import Grounding
from confmodel.grounding.ground import ground_in
from confmodel.grounding.texts import Texts, read_texts
from confmodel.model import (
    Agreement,
    Attendance,
    Commitment,
    Conference,
    Delegate,
    Delegation,
    Discrepancy,
    Edition,
    EventLink,
    Evidence,
    Fact,
    Figure,
    Function,
    Place,
    Session,
    Source,
    Statement,
    Vote,
    When,
)
from confmodel.views._facts import Entry, Facts, Proof
from confmodel.views._markdown_text import inline, table
from confmodel.views._words import Names, amount, bond, change, count, date, place_of, word

_MOST_SHOWN = 3
"""More pieces of evidence than these are counted, not listed."""


def markdown(record: Conference, texts: Texts | None = None) -> str:
    """Write a brief of a record in Markdown (CommonMark with tables).

    It has the event and the meetings linked to it, who took part, what was
    said, claimed, agreed and voted, what is contradictory and what is not
    grounded, with the words behind it. Countries, bodies and groups stand
    where a fact names them, and have no section as on the report page. Text of
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
        *brief.sessions(),
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

    def _listed(self, identifiers: Iterable[str]) -> str:
        return ", ".join(map(self._name, identifiers))

    def head(self) -> Iterator[str]:
        """Write what the event is."""
        record = self._record
        yield f"# {inline(record.name)}"
        yield ""
        kinds = [word(each) for each in (record.level, record.kind) if each is not None]
        rows = {
            "other names": ", ".join(inline(each.value) for each in record.other_names),
            "theme": inline(record.theme or ""),
            "when": _when(record.when),
            "places": "; ".join(map(self._place, record.places)),
            "kind": inline(", ".join(kinds)),
            "status": "" if record.status is None else word(record.status),
            "edition": "" if record.edition is None else self._edition(record.edition),
            "part of": "" if record.part_of is None else self._linked(record.part_of),
            "follows": "; ".join(map(self._linked, record.follows)),
            "followed by": "; ".join(map(self._linked, record.followed_by)),
            "hosts": self._listed(record.hosts),
            "organizers": self._listed(record.organizers),
            "conveners": self._listed(record.conveners),
            "chairs": self._listed(record.chairs),
            "other roles": "; ".join(
                f"{inline(word(each.kind))}: {self._listed(each.by)}" for each in record.other_roles
            ),
            "topics": ", ".join(inline(each.label) for each in record.topics),
        }
        yield from self._rows(record, rows.items())
        yield ""

    def _rows(self, fact: Fact, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
        """Write what a fact says, that it is not stated, and the coder's note."""
        for name, text in rows:
            if text or name.replace(" ", "_") in fact.not_stated:
                yield f"- **{name}** {text or '*not stated*'}"
        if fact.note is not None:
            yield f"- **note** {inline(fact.note)}"

    def _place(self, place: Place | None) -> str:
        return "" if place is None else inline(self._names.place(place))

    def _linked(self, event: EventLink) -> str:
        said = (inline(event.name), self._place(event.place), _when(event.when))
        return ", ".join(filter(None, said))

    def _edition(self, edition: Edition) -> str:
        number = "" if edition.ordinal is None else f"number {edition.ordinal}"
        series = "" if edition.series is None else self._name(edition.series)
        return " of ".join(filter(None, (number, series)))

    def discrepancies(self) -> Iterator[str]:
        """Write each contradiction, with both sides."""
        found = [*self._facts.of(Discrepancy)]
        if found:
            yield from ("## Discrepancies", "")
        for entry, discrepancy in found:
            kind = "discrepancy" if discrepancy.kind is None else word(discrepancy.kind)
            about = ", ".join(inline(self._names.address(each)) for each in discrepancy.about)
            yield f"- **{entry.mark}** {inline(kind)}{f' about {about}' if about else ''}"
            parts = entry.proofs_by_part()
            for at, account in enumerate(discrepancy.accounts):
                value = "" if account.value is None else f"{inline(account.value)}: "
                yield f"  - {value}{self._evidence(parts.get(f'accounts/{at}', []))}"
            if discrepancy.note is not None:
                yield f"  - **note** {inline(discrepancy.note)}"
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
        if delegate.honorific is not None:
            said[0] = f"{inline(delegate.honorific)} {said[0]}"
        said += [inline(office.title) for office in delegate.offices]
        if delegate.function is not None:
            is_head = delegate.function is Function.HEAD
            said.append("*head*" if is_head else inline(word(delegate.function)))
        # That somebody attended is what one expects; everything else is said.
        if delegate.attendance not in (None, Attendance.ATTENDED):
            said.append(word(delegate.attendance))
        if delegate.standing_in_for is not None:
            said.append(f"standing in for {self._name(delegate.standing_in_for)}")
        if delegate.when is not None:
            said.append(_when(delegate.when))
        return ", ".join(said)

    def statements(self) -> Iterator[str]:
        """Write who said what, with the words that were quoted."""
        found = [*self._facts.of(Statement)]
        if found:
            yield from ("## Statements", "")
        for entry, statement in found:
            by = self._listed(statement.speakers) or "nobody named"
            how = ", ".join(filter(None, self._how(statement)))
            yield f"**{entry.mark} {by}** ({how or 'not recorded how'})"
            yield ""
            if statement.text is not None:
                yield from (inline(statement.text), "")
            for quotation in statement.quotations:
                yield f"> {' … '.join(map(_words, quotation.pieces))}"
                yield ""
            own = entry.proofs_by_part().get("evidence", [])
            if own:
                yield from (f"Evidence: {self._evidence(own)}", "")
            if statement.note is not None:
                yield from (f"Note: {inline(statement.note)}", "")

    def _how(self, statement: Statement) -> Iterator[str]:
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
            yield f"{label} {self._listed(identifiers)}" if identifiers else ""
        yield _when(statement.when)

    def figures(self) -> Iterator[str]:
        """Write a table of the numbers."""
        rows = []
        for entry, figure in self._facts.of(Figure):
            wording = f"“{figure.wording}”" if figure.wording else ""
            size = " ".join(filter(None, (amount(figure), change(figure))))
            if wording not in size:
                size += f" ({wording})"
            whose = self._holder(entry)
            baseline = "" if figure.baseline is None else inline(figure.baseline)
            if not baseline and "baseline" in figure.not_stated:
                baseline = "*not stated*"
            of_what = "; ".join(filter(None, self._of_what(figure)))
            rows.append((entry.mark, inline(size), of_what, whose, baseline))
        if rows:
            yield from ("## Figures", "")
            yield from table(("No.", "Figure", "Of what", "In", "Compared with"), rows)

    def _of_what(self, figure: Figure) -> Iterator[str]:
        yield inline(figure.of or "")
        if figure.for_whom:
            yield f"{'each of' if figure.is_each else 'for'} {self._listed(figure.for_whom)}"
        yield _when(figure.period)
        if figure.cause is not None:
            yield f"because of {inline(figure.cause)}"

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
            said = [agreement.title, " ".join(filter(None, (kind, agreement.number)))]
            if agreement.status is not None:
                said.append(word(agreement.status))
            if agreement.strength is not None:
                said.append(f"they {bond(agreement.strength)}")
            if not agreement.is_made_here:
                said.append("made elsewhere")
            yield f"**{entry.mark} {', '.join(inline(each) for each in said if each)}**"
            yield ""
            rows = {
                "text": inline(agreement.text or ""),
                "parties": self._listed(agreement.parties),
                "beneficiaries": self._listed(agreement.beneficiaries),
                "when": _when(agreement.when),
                "due": _when(agreement.due),
                "condition": inline(agreement.condition or ""),
                "commitments": "; ".join(map(self._pledge, agreement.commitments)),
                "acts": self._grouped(
                    (" ".join(filter(None, (inline(word(act.act)), _when(act.when)))), act.party)
                    for act in agreement.acts
                ),
                "replaces": self._listed(agreement.replaces),
                "implements": self._listed(agreement.implements),
                "amends": self._listed(agreement.amends),
                "part of": "" if agreement.part_of is None else self._name(agreement.part_of),
            }
            # A role that the record has its own words for may be called as a row above.
            others = [
                (inline(word(participant.role)), self._listed(participant.of))
                for participant in agreement.other_participants
            ]
            evidence = [("evidence", self._evidence(entry.proofs))] if entry.proofs else []
            yield from self._rows(agreement, [*rows.items(), *others, *evidence])
            yield ""

    def _pledge(self, commitment: Commitment) -> str:
        said = []
        if commitment.text is not None:
            said.append(inline(commitment.text))
        if commitment.beneficiaries:
            said.append(f"for {self._listed(commitment.beneficiaries)}")
        if commitment.due is not None:
            said.append(f"due {_when(commitment.due)}")
        if commitment.condition is not None:
            said.append(f"if {inline(commitment.condition)}")
        by = f"{self._listed(commitment.by)}: " if commitment.by else ""
        return by + ", ".join(said)

    def _grouped(self, pairs: Iterable[tuple[str, str]]) -> str:
        """Write who did what: each deed once, with all of those that did it."""
        deeds: dict[str, list[str]] = {}
        for deed, party in pairs:
            deeds.setdefault(deed, []).append(party)
        return "; ".join(f"{deed}: {self._listed(parties)}" for deed, parties in deeds.items())

    def votes(self) -> Iterator[str]:
        """Write a table of the votes, and below it who voted how."""
        rows, below = [], []
        for entry, vote in self._facts.of(Vote):
            on = "" if vote.on is None else self._name(vote.on)
            result = "not recorded" if vote.result is None else inline(word(vote.result))
            counts = (vote.in_favour, vote.against, vote.abstaining, vote.absent)
            numbers = ("" if each is None else str(each) for each in counts)
            rows.append((entry.mark, on, result, *numbers))
            said = (
                "" if vote.body is None else f"in {self._name(vote.body)}",
                _when(vote.when),
                self._grouped((inline(word(each.vote)), each.party) for each in vote.ballots),
                "" if vote.note is None else f"note: {inline(vote.note)}",
            )
            if any(said):
                below.append(f"- **{entry.mark}** {'; '.join(filter(None, said))}")
        if rows:
            yield from ("## Votes", "")
            heads = ("No.", "On", "Result", "For", "Against", "Abstaining", "Absent")
            yield from table(heads, rows)
        if below:
            yield from (*below, "")

    def sessions(self) -> Iterator[str]:
        """Write the parts of the event."""
        found = [*self._facts.of(Session)]
        if found:
            yield from ("## Sessions", "")
        for entry, session in found:
            said = [self._name(session.id)]
            if session.kind is not None and session.name is not None:
                said.append(inline(word(session.kind)))
            said += [_when(session.when), self._place(session.place)]
            if session.status is not None:
                said.append(word(session.status))
            if session.chairs:
                said.append(f"chaired by {self._listed(session.chairs)}")
            said += [inline(each.label) for each in session.topics]
            yield f"- **{entry.mark}** {', '.join(filter(None, said))}"
        if found:
            yield ""

    def sources(self) -> Iterator[str]:
        """Write where it all comes from."""
        found = [*self._facts.of(Source)]
        if found:
            yield from ("## Sources", "")
        for entry, source in found:
            said = [f"**{entry.mark}** {inline(source.title or source.id)}"]
            said += [inline(each) for each in (source.publisher, source.author) if each]
            if source.published is not None:
                said.append(_when(source.published))
            if source.url is not None:
                said.append(inline(source.url))
            if source.note is not None:
                said.append(inline(source.note))
            yield f"- {', '.join(said)}"

    def _evidence(self, proofs: list[Proof]) -> str:
        shown = [_words(proof.evidence) for proof in proofs[:_MOST_SHOWN]]
        if len(proofs) > _MOST_SHOWN:
            shown.append(f"{len(proofs) - _MOST_SHOWN} more")
        return "; ".join(shown)


def _when(when: When | None) -> str:
    return "" if when is None else inline(date(when))


def _standing(delegation: Delegation) -> str:
    both = (delegation.capacity, delegation.attendance)
    said = [inline(word(each)) for each in both if each is not None]
    return ", ".join([*said, *filter(None, [_when(delegation.when)])])


def _words(piece: Evidence) -> str:
    if piece.exact is not None:
        return f"“{inline(piece.exact)}” ({inline(place_of(piece))})"
    if piece.seal is not None:
        return f"sealed, {count(piece.seal.length, 'character')} ({inline(place_of(piece))})"
    return "background"
