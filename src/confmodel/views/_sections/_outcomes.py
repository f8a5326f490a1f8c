"""What came of it: agreements, votes, and what the sources contradict each other about."""

from confmodel.model import Agreement, Commitment, Conference
from confmodel.views._page import (
    BAD,
    FAINT,
    GOOD,
    ODD,
    PLAIN,
    STRONG,
    Page,
    Piece,
    Pieces,
    joined,
)
from confmodel.views._rows import SIGNS, Rows
from confmodel.views._words import Names, bond, date, evidence, word


def agreements(page: Page, record: Conference, names: Names) -> None:
    """Write what was agreed to, by whom, and for whose benefit."""
    if record.agreements:
        page.section("Agreements", str(len(record.agreements)))
    for place, agreement in enumerate(record.agreements, 1):
        if place > 1:
            page.gap()
        page.row([Piece(f"{place:>3}", FAINT)], _agreed(agreement), column=SIGNS)
        if agreement.text is not None:
            page.put([Piece(agreement.text)], indent=SIGNS)
        rows = Rows(page, names, agreement, indent=SIGNS)
        rows.actors("parties", agreement.parties)
        rows.actors("beneficiaries", agreement.beneficiaries)
        for participant in agreement.other_participants:
            rows.actors(word(participant.role), participant.of, "other_participants")
        rows.one("when", agreement.when and date(agreement.when))
        rows.one("due", agreement.due and date(agreement.due))
        rows.one("condition", agreement.condition)
        for commitment in agreement.commitments:
            rows.pieces("pledge", _pledged(commitment, names))
        for act in agreement.acts:
            said = (names.plain(act.party), act.when and date(act.when))
            rows.one(word(act.act), ", ".join(filter(None, said)))
        for name in ("replaces", "implements", "amends"):
            rows.several(name, map(names.plain, getattr(agreement, name)))
        rows.one("part of", agreement.part_of and names.plain(agreement.part_of))
        rows.foot()


def _agreed(agreement: Agreement) -> list[Piece]:
    said = []
    if agreement.title is not None:
        said.append([Piece(agreement.title, STRONG)])
    kind = "agreement" if agreement.kind is None else word(agreement.kind)
    numbered = kind if agreement.number is None else f"{kind} {agreement.number}"
    said.append([Piece(numbered, PLAIN if said else STRONG)])
    if agreement.status is not None:
        said.append([Piece(word(agreement.status), GOOD)])
    if agreement.strength is not None:
        said.append([Piece(f"they {bond(agreement.strength)}")])
    if not agreement.is_made_here:
        said.append([Piece("made elsewhere", ODD)])
    said.append([Piece(f"#{agreement.id}", FAINT)])
    return joined(said, " · ", FAINT)


def _pledged(commitment: Commitment, names: Names) -> list[Piece]:
    said: list[Pieces] = []
    if commitment.by:
        said.append(names.actors(commitment.by))
    if commitment.text is not None:
        said.append([Piece(commitment.text)])
    if commitment.beneficiaries:
        said.append([Piece("for "), *names.actors(commitment.beneficiaries)])
    if commitment.due is not None:
        said.append([Piece(f"due {date(commitment.due)}")])
    if commitment.condition is not None:
        said.append([Piece(f"if {commitment.condition}")])
    return joined(said, " · ", FAINT)


def votes(page: Page, record: Conference, names: Names) -> None:
    """Write what was put to the vote, the count of the source, and who voted how."""
    if record.votes:
        page.section("Votes", str(len(record.votes)))
    for vote in record.votes:
        said = [
            [Piece("result not recorded" if vote.result is None else word(vote.result), STRONG)]
        ]
        if vote.on is not None:
            said.append([Piece(f"on {names.plain(vote.on)}")])
        if vote.body is not None:
            said.append([Piece(f"in {names.plain(vote.body)}")])
        if vote.when is not None:
            said.append([Piece(date(vote.when))])
        said.append([Piece(f"#{vote.id}", FAINT)])
        page.put(joined(said, " · ", FAINT), indent=2, hanging=4)
        rows = Rows(page, names, vote, indent=SIGNS)
        for name in ("in_favour", "against", "abstaining", "absent"):
            counted = getattr(vote, name)
            rows.one(name.replace("_", " "), None if counted is None else str(counted))
        choices = dict.fromkeys(word(ballot.vote) for ballot in vote.ballots)
        for choice in choices:
            cast = (ballot.party for ballot in vote.ballots if word(ballot.vote) == choice)
            rows.actors(f"voted {choice}", cast)
        rows.foot()


def discrepancies(page: Page, record: Conference, names: Names) -> None:
    """Write each contradiction with the account of every side."""
    if record.discrepancies:
        page.section("Discrepancies", f"{len(record.discrepancies)}, kept as they are")
    for place, discrepancy in enumerate(record.discrepancies):
        if place:
            page.gap()
        kind = "discrepancy" if discrepancy.kind is None else word(discrepancy.kind)
        said = [[Piece(kind, STRONG)]]
        if discrepancy.id is not None:
            said.append([Piece(f"#{discrepancy.id}", FAINT)])
        page.row([Piece("  ≠", BAD)], joined(said, " · ", FAINT), column=SIGNS)
        for account in discrepancy.accounts:
            value = [] if account.value is None else [Piece(account.value)]
            sides = joined((value, evidence(account.evidence)), " · ", FAINT)
            page.row([Piece("|", BAD)], sides, indent=SIGNS, column=SIGNS + 2)
        rows = Rows(page, names, discrepancy, indent=SIGNS)
        rows.several("about", map(names.address, discrepancy.about))
        rows.foot()
