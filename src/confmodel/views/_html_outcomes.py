"""What came of it: agreements with who is what to them, votes, discrepancies."""

from collections import Counter
from collections.abc import Iterator

from confmodel.model import Agreement, Commitment, Discrepancy, Group, Vote
from confmodel.views._facts import Entry
from confmodel.views._html_elements import Content, Html, bdi, between, el
from confmodel.views._html_event import card
from confmodel.views._html_writer import NOTHING, Writer, faint, value, when
from confmodel.views._words import bond, date, word

MOST_CELLS = 10_000
"""How large the matrix of agreements may become: nobody reads a larger one, or loads it fast."""

_COUNTS = ("in_favour", "against", "abstaining", "absent")


def agreements(writer: Writer) -> Content:
    """Write the matrix of parties and roles, and then each agreement."""
    return [_matrix(writer), [_agreement(writer, *pair) for pair in writer.facts.of(Agreement)]]


def _matrix(writer: Writer) -> Content:
    columns = [*writer.facts.of(Agreement)]
    roles: list[dict[str, list[Content]]] = []
    rows: dict[str, None] = {}
    for _, agreement in columns:
        roles.append(_roles(writer, agreement))
        rows.update(dict.fromkeys(roles[-1]))
        if len(rows) * len(columns) > MOST_CELLS:
            what = f"A table of who is what to each agreement would have over {MOST_CELLS:,} cells"
            return el("p", what, " and is left out; each agreement says it below.", class_="faint")
    if not rows:
        return None
    alike = Counter(map(writer.names.plain, rows))
    body = [
        el(
            "tr",
            el(
                "th",
                [writer.flag(identifier), " "],
                writer.link(identifier),
                # A state is a party by its delegation here, and by itself elsewhere.
                faint(" (", writer.kind(identifier), ")")
                if alike[writer.names.plain(identifier)] > 1
                else None,
                scope="row",
            ),
            [el("td", between(each.get(identifier, [NOTHING]), el("br"))) for each in roles],
        )
        for identifier in rows
    ]
    heads = [
        el("th", writer.number(entry), " ", bdi(_short(agreement)), scope="col")
        for entry, agreement in columns
    ]
    caption = "Who is what to each agreement; a dash where the record gives no role"
    table = el(
        "table",
        el("thead", el("tr", el("th", "Who", scope="col"), heads)),
        el("tbody", body),
        class_="matrix",
        aria_labelledby="matrix",
    )
    return [
        # No caption of the table: on a phone it would scroll with the table.
        el("p", caption, id="matrix", class_="faint"),
        el("div", table, class_="scroll", role="region", aria_labelledby="matrix", tabindex="0"),
    ]


def _short(agreement: Agreement) -> str:
    kind = word(agreement.kind) if agreement.kind else "agreement"
    said = agreement.title or f"{kind} #{agreement.id}"
    is_said = agreement.number is None or agreement.number in said.split()
    return said if is_said else f"{said} {agreement.number}"


def _roles(writer: Writer, agreement: Agreement) -> dict[str, list[Content]]:
    """Tell who has which roles; the members of a group are said to have them through it."""
    found: dict[str, dict[str, Content]] = {}
    for identifier, role in _named_roles(agreement):
        found.setdefault(identifier, {}).setdefault(role, bdi(role))
        held = writer.names.held(identifier)
        if isinstance(held, Group):
            through = faint("through “", bdi(held.wording), "”")
            for member in writer.names.members(held):
                roles = found.setdefault(member, {})
                roles.setdefault(f"{role} through {held.id}", [bdi(role), " ", through])
    return {identifier: [*roles.values()] for identifier, roles in found.items()}


def _named_roles(agreement: Agreement) -> Iterator[tuple[str, str]]:
    for party in agreement.parties:
        yield party, "party"
    for beneficiary in agreement.beneficiaries:
        yield beneficiary, "beneficiary"
    for participant in agreement.other_participants:
        for each in participant.of:
            yield each, word(participant.role)
    for commitment in agreement.commitments:
        for each in commitment.by:
            yield each, "pledges"
        for each in commitment.beneficiaries:
            yield each, "beneficiary of a pledge"
    for act in agreement.acts:
        done = date(act.when) if act.when is not None else None
        yield act.party, " ".join(filter(None, (word(act.act), done)))


def _agreement(writer: Writer, entry: Entry, agreement: Agreement) -> Html:
    badges = [
        el("span", bdi(word(each)), class_="badge")
        for each in (agreement.kind, agreement.status)
        if each is not None
    ]
    if agreement.strength is not None:
        badges.append(el("span", "they ", bdi(bond(agreement.strength)), class_="badge"))
    if not agreement.is_made_here:
        badges.append(el("span", "made elsewhere", class_="badge odd-one"))
    rows = writer.rows(agreement)
    for name in ("title", "kind", "number", "status", "strength", "text", "figures"):
        rows.row(name, None)
    rows.actors("parties", agreement.parties)
    rows.actors("beneficiaries", agreement.beneficiaries)
    if not agreement.other_participants:
        rows.row("other participants", None)
    for participant in agreement.other_participants:
        whole = value(participant, writer.actors(participant.of))
        rows.row(word(participant.role), whole, "other_participants")
    rows.text("when", when(agreement))
    rows.text("due", when(agreement, "due"))
    rows.text("condition", agreement.condition)
    rows.row("commitments", _list(_pledge(writer, each) for each in agreement.commitments))
    rows.row(
        "acts",
        _list(
            value(act, [writer.link(act.party), ": ", bdi(word(act.act))], [when(act)])
            for act in agreement.acts
        ),
    )
    for name in ("replaces", "implements", "amends"):
        rows.row(name, writer.links(getattr(agreement, name)))
    rows.row("part of", writer.link(agreement.part_of) if agreement.part_of else None)
    figures = writer.facts.inside(entry, "figures")
    rows.row("lays down", between(map(writer.number, figures), ", "))
    return card(
        writer,
        entry,
        _short(agreement),
        el("p", between(badges, " "), class_="badges") if badges else None,
        el("p", agreement.text, class_="text", dir="auto") if agreement.text else None,
        rows.foot(entry.proofs),
    )


def _list(items: Iterator[Content]) -> Content:
    found = [el("li", each) for each in items]
    return el("ul", found, class_="plain") if found else None


def _pledge(writer: Writer, commitment: Commitment) -> Content:
    said: list[Content] = []
    if commitment.by:
        said.append([writer.actors(commitment.by), ":"])
    if commitment.text is not None:
        said.append(bdi(commitment.text))
    if commitment.beneficiaries:
        said.append(["for ", writer.actors(commitment.beneficiaries)])
    if commitment.due is not None:
        said.append(["due ", bdi(date(commitment.due))])
    if commitment.condition is not None:
        said.append(["if ", bdi(commitment.condition)])
    return value(commitment, between(said, " "))


def votes(writer: Writer) -> Content:
    """Write what was put to the vote, the count of the source, and who voted how."""
    return [_vote(writer, *pair) for pair in writer.facts.of(Vote)]


def _vote(writer: Writer, entry: Entry, vote: Vote) -> Html:
    result = "result not recorded" if vote.result is None else word(vote.result)
    title: list[Content] = [bdi(result)]
    if vote.on is not None:
        title.append([": ", writer.link(vote.on)])
    rows = writer.rows(vote)
    for name in ("result", "on", "ballots"):
        rows.row(name, None)
    rows.row("in", writer.link(vote.body) if vote.body else None, "body")
    rows.text("when", when(vote))
    for name in _COUNTS:
        counted = getattr(vote, name)
        rows.text(name.replace("_", " "), None if counted is None else f"{counted:,}")
    ballots = [
        el(
            "tr",
            el("th", [writer.flag(ballot.party), " "], writer.link(ballot.party), scope="row"),
            el("td", value(ballot, bdi(word(ballot.vote)))),
        )
        for ballot in vote.ballots
    ]
    table = el(
        "table",
        el("caption", "How each one voted, as far as the record says"),
        el("thead", el("tr", el("th", "Who", scope="col"), el("th", "Vote", scope="col"))),
        el("tbody", ballots),
    )
    return card(writer, entry, title, table if ballots else None, rows.foot(entry.proofs))


def discrepancies(writer: Writer) -> Content:
    """Write each contradiction with the account of every side."""
    return [_discrepancy(writer, *pair) for pair in writer.facts.of(Discrepancy)]


def _discrepancy(writer: Writer, entry: Entry, discrepancy: Discrepancy) -> Html:
    kind = "discrepancy" if discrepancy.kind is None else word(discrepancy.kind)
    parts = entry.proofs_by_part()
    accounts = [
        el(
            "li",
            el(
                "p", value(account, bdi(account.value) if account.value else None), class_="account"
            ),
            writer.evidence(parts.get(f"accounts/{at}", ()), is_below=True),
        )
        for at, account in enumerate(discrepancy.accounts)
    ]
    rows = writer.rows(discrepancy)
    for name in ("kind", "accounts"):
        rows.row(name, None)
    rows.several("about", map(writer.address, discrepancy.about))
    return card(
        writer,
        entry,
        kind,
        el("ul", accounts, class_="accounts") if accounts else None,
        rows.foot(parts.get("evidence", ())),
    )
