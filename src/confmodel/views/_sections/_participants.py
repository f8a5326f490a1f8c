"""Who took part, in which sessions, and who is only spoken of."""

from collections.abc import Iterator

from confmodel.model import (
    Attendance,
    Conference,
    Country,
    Delegate,
    Delegation,
    Function,
    Group,
    Organization,
)
from confmodel.model.person import Human
from confmodel.views._page import (
    FAINT,
    GOOD,
    ODD,
    PLAIN,
    STRONG,
    Page,
    Piece,
    joined,
    width_of,
)
from confmodel.views._rows import Rows
from confmodel.views._words import Names, amount, count, date, word

_WIDEST_NAME = 30


def delegations(page: Page, record: Conference, names: Names) -> None:
    """Write who took part, each delegation with its people."""
    if not record.delegations and not record.delegates:
        return
    people = count(len(record.delegates), "delegate")
    page.section("Delegations", f"{len(record.delegations)}, with {people}")
    longest = max((width_of(_called(each)) for each in record.delegates), default=0)
    # On a narrow screen two fifths are for the names, and a long one has its own line.
    column = 4 + min(longest + 2, _WIDEST_NAME, page.width * 2 // 5)
    for delegation in record.delegations:
        page.put(_delegation(delegation, record, names), indent=2, hanging=2)
        for delegate in record.delegates_of(delegation):
            _delegate(page, delegate, record, names, column)
    known = {delegation.id for delegation in record.delegations}
    others = [each for each in record.delegates if each.delegation not in known]
    if others:
        page.put([Piece("of no delegation", FAINT)], indent=2)
    for delegate in others:
        _delegate(page, delegate, record, names, column)


def _delegation(delegation: Delegation, record: Conference, names: Names) -> list[Piece]:
    codes = [getattr(record[each], "code", None) for each in delegation.of if each in record]
    name = [Piece(names.plain(delegation.id), STRONG)]
    if any(codes):
        name.append(Piece(f" {' '.join(filter(None, codes))}", FAINT))
    said = []
    if delegation.id in record.hosts or not set(delegation.of).isdisjoint(record.hosts):
        said.append([Piece("⌂ host", GOOD)])
    if delegation.capacity is not None:
        said.append([Piece(word(delegation.capacity), FAINT)])
    if delegation.attendance is not None:
        is_usual = delegation.attendance is Attendance.ATTENDED
        said.append([Piece(word(delegation.attendance), FAINT if is_usual else ODD)])
    if delegation.when is not None:
        said.append([Piece(date(delegation.when))])
    if delegation.invited_by:
        said.append([Piece("invited by "), *names.actors(delegation.invited_by)])
    if delegation.sessions:
        said.append([Piece(f"at {', '.join(map(names.plain, delegation.sessions))}")])
    if delegation.stated_size is not None:
        said.append([Piece(f"said to be {amount(delegation.stated_size)}")])
    return joined([name, *said], " · ", FAINT)


def _delegate(
    page: Page, delegate: Delegate, record: Conference, names: Names, column: int
) -> None:
    said = []
    if delegate.id in record.hosts:
        said.append([Piece("⌂ host", GOOD)])
    if delegate.function is not None:
        is_head = delegate.function is Function.HEAD
        said.append(
            [Piece("◆ head" if is_head else word(delegate.function), GOOD if is_head else PLAIN)]
        )
    said += [[Piece(office)] for office in _offices(delegate, names)]
    # That somebody attended is what one expects; everything else is said.
    if delegate.attendance not in (None, Attendance.ATTENDED):
        said.append([Piece(word(delegate.attendance), ODD)])
    if delegate.when is not None:
        said.append([Piece(date(delegate.when))])
    if delegate.standing_in_for is not None:
        said.append([Piece(f"in place of {names.plain(delegate.standing_in_for)}")])
    said += [[Piece(f"also {name.value}", FAINT)] for name in delegate.other_names]
    if delegate.note is not None:
        said.append([Piece(delegate.note, FAINT)])
    page.row([Piece(_called(delegate))], joined(said, " · ", FAINT), indent=4, column=column)


def _called(human: Human) -> str:
    name = human.name or human.described_as or human.id
    return name if human.honorific is None else f"{human.honorific} {name}"


def _offices(human: Human, names: Names) -> Iterator[str]:
    for office in human.offices:
        title = f"acting {office.title}" if office.is_acting else office.title
        yield title if office.body is None else f"{title}, {names.plain(office.body)}"


def sessions(page: Page, record: Conference, names: Names) -> None:
    if record.sessions:
        page.section("Sessions", str(len(record.sessions)))
    for session in record.sessions:
        said = [[Piece(names.plain(session.id), STRONG)]]
        if session.name is not None and session.kind is not None:
            said.append([Piece(word(session.kind))])
        if session.when is not None:
            said.append([Piece(date(session.when))])
        if session.place is not None:
            said.append([Piece(names.place(session.place))])
        if session.status is not None:
            said.append([Piece(word(session.status))])
        page.put(joined(said, " · ", FAINT), indent=2, hanging=2)
        rows = Rows(page, names, session, indent=4)
        rows.actors("chairs", session.chairs)
        rows.several("topics", (topic.label for topic in session.topics))


def spoken_of(page: Page, record: Conference, names: Names) -> None:
    """Write the countries, bodies and people that take no part, as far as the record says."""
    taking_part = {each for delegation in record.delegations for each in delegation.of}
    for identifier in tuple(taking_part):
        held = names.held(identifier)
        if isinstance(held, Group):
            taking_part.update(names.members(held))
    bodies = {office.body for delegate in record.delegates for office in delegate.offices}
    lists: dict[str, list[Country] | list[Organization]] = {
        "countries": [each for each in record.countries if each.id not in taking_part],
        "organizations": [
            each for each in record.organizations if each.id not in taking_part | bodies
        ],
    }
    if not any(lists.values()) and not record.people:
        return
    page.section("Spoken of", "without a delegation, which does not mean absent")
    beside = Rows(page, names, record, indent=2)
    for label, entities in lists.items():
        beside.several(label, (names.plain(each.id) for each in entities))
    beside.several(
        "people", (", ".join((_called(each), *_offices(each, names))) for each in record.people)
    )
