"""What came of it: agreements and votes."""

from collections.abc import Iterator

from confmodel.model import Agreement, Commitment, Vote
from confmodel.views._markdown_brief import Brief, when
from confmodel.views._markdown_text import inline, table
from confmodel.views._words import bond, word


def agreements(brief: Brief) -> Iterator[str]:
    """Write what was agreed to, by whom, and on what words."""
    for entry, agreement in brief.facts.of(Agreement):
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
            "parties": brief.listed(agreement.parties),
            "beneficiaries": brief.listed(agreement.beneficiaries),
            "when": when(agreement.when),
            "due": when(agreement.due),
            "condition": inline(agreement.condition or ""),
            "commitments": "; ".join(_pledge(brief, each) for each in agreement.commitments),
            "acts": brief.grouped(
                (" ".join(filter(None, (inline(word(act.act)), when(act.when)))), act.party)
                for act in agreement.acts
            ),
            "replaces": brief.listed(agreement.replaces),
            "implements": brief.listed(agreement.implements),
            "amends": brief.listed(agreement.amends),
            "part of": "" if agreement.part_of is None else brief.name(agreement.part_of),
        }
        # A role that the record has its own words for may be called as a row above.
        others = [
            (inline(word(participant.role)), brief.listed(participant.of))
            for participant in agreement.other_participants
        ]
        evidence = [("evidence", brief.evidence(entry.proofs))] if entry.proofs else []
        yield from brief.rows(agreement, [*rows.items(), *others, *evidence])
        yield ""


def _pledge(brief: Brief, commitment: Commitment) -> str:
    said = []
    if commitment.text is not None:
        said.append(inline(commitment.text))
    if commitment.beneficiaries:
        said.append(f"for {brief.listed(commitment.beneficiaries)}")
    if commitment.due is not None:
        said.append(f"due {when(commitment.due)}")
    if commitment.condition is not None:
        said.append(f"if {inline(commitment.condition)}")
    by = f"{brief.listed(commitment.by)}: " if commitment.by else ""
    return by + ", ".join(said)


def votes(brief: Brief) -> Iterator[str]:
    """Write a table of the votes, and below it who voted how."""
    rows, below = [], []
    for entry, vote in brief.facts.of(Vote):
        on = "" if vote.on is None else brief.name(vote.on)
        result = "not recorded" if vote.result is None else inline(word(vote.result))
        counts = (vote.in_favour, vote.against, vote.abstaining, vote.absent)
        numbers = ("" if each is None else str(each) for each in counts)
        rows.append((entry.mark, on, result, *numbers))
        said = (
            "" if vote.body is None else f"in {brief.name(vote.body)}",
            when(vote.when),
            brief.grouped((inline(word(each.vote)), each.party) for each in vote.ballots),
            "" if vote.note is None else f"note: {inline(vote.note)}",
        )
        if any(said):
            below.append(f"- **{entry.mark}** {'; '.join(filter(None, said))}")
    heads = ("No.", "On", "Result", "For", "Against", "Abstaining", "Absent")
    yield from table(heads, rows)
    yield from below
