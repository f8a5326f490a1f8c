"""Who took part, and who is only spoken of."""

from confmodel.model import (
    Attendance,
    Country,
    Delegate,
    Delegation,
    Function,
    Group,
    Organization,
    Person,
)
from confmodel.model.person import Human
from confmodel.views._facts import Entry
from confmodel.views._html_elements import Content, Html, bdi, between, el
from confmodel.views._html_event import card
from confmodel.views._html_writer import Writer, faint, size, value, when
from confmodel.views._words import word


def delegations(writer: Writer) -> Content:
    """Write each delegation with its people."""
    people: dict[str | None, list[Html]] = {}
    known = {entry.id for entry, _ in writer.facts.of(Delegation)}
    for entry, delegate in writer.facts.of(Delegate):
        belongs_to = delegate.delegation if delegate.delegation in known else None
        people.setdefault(belongs_to, []).append(_person(writer, entry, delegate))
    cards = [
        _delegation(writer, entry, delegation, people.get(delegation.id, []))
        for entry, delegation in writer.facts.of(Delegation)
    ]
    if None in people:
        heading = el("h3", "Of no delegation")
        cards.append(el("div", heading, el("ul", people[None], class_="people")))
    return cards


def _delegation(writer: Writer, entry: Entry, delegation: Delegation, people: list[Html]) -> Html:
    title: list[Content] = [writer.flag(delegation.id), " ", bdi(writer.names.plain(delegation.id))]
    is_host = delegation.id in writer.record.hosts or not set(delegation.of).isdisjoint(
        writer.record.hosts
    )
    if is_host:
        title.append([" ", el("span", "host", class_="badge")])
    rows = writer.rows(delegation)
    rows.text("name", delegation.name)
    rows.row("stands for", writer.links(delegation.of), "of")
    rows.term("capacity", delegation.capacity)
    rows.term("attendance", delegation.attendance)
    rows.text("when", when(delegation))
    rows.actors("invited by", delegation.invited_by)
    rows.row("sessions", writer.links(delegation.sessions))
    rows.text("stated size", size(delegation.stated_size))
    listed = el("ul", people, class_="people") if people else None
    return card(writer, entry, title, listed, rows.foot(entry.proofs))


def _person(writer: Writer, entry: Entry, human: Human) -> Html:
    said: list[Content] = [el("strong", bdi(called(human)))]
    if human.id in writer.record.hosts:
        said.append(el("span", "host", class_="badge"))
    rows = writer.rows(human)
    if human.name is not None:
        rows.text("described as", human.described_as)
    else:
        rows.row("name", None)
    rows.row("also called", writer.named(human.other_names), "other_names")
    rows.text("honorific", None)
    rows.several("offices", _offices(writer, human))
    if isinstance(human, Delegate):
        said += _at_the_event(human)
        rows.row("delegation", writer.link(human.delegation) if human.delegation else None)
        rows.row("function", None)
        rows.row("attendance", None)
        rows.text("when", when(human))
        rows.row(
            "standing in for",
            writer.link(human.standing_in_for) if human.standing_in_for else None,
        )
    return el(
        "li",
        [writer.number(entry), " ", between(said, " ")],
        rows.foot(entry.proofs),
        class_="fact",
        id=entry.mark,
    )


def _at_the_event(delegate: Delegate) -> list[Content]:
    said: list[Content] = []
    if delegate.function is Function.HEAD:
        said.append(el("span", "head of delegation", class_="badge"))
    elif delegate.function is not None:
        said.append(el("span", bdi(word(delegate.function)), class_="badge"))
    # That somebody attended is what one expects; everything else is said.
    if delegate.attendance not in (None, Attendance.ATTENDED):
        said.append(el("span", bdi(word(delegate.attendance)), class_="badge odd-one"))
    return said


def called(human: Human) -> str:
    """Name a person with the honorific."""
    name = human.name or human.described_as or human.id
    return name if human.honorific is None else f"{human.honorific} {name}"


def _offices(writer: Writer, human: Human) -> list[Content]:
    found: list[Content] = []
    for office in human.offices:
        said: list[Content] = ["acting " if office.is_acting else None, bdi(office.title)]
        said += [[", ", writer.link(each)] for each in (office.body, office.country) if each]
        if office.other_names:
            said.append(faint(" (", writer.named(office.other_names), ")"))
        found.append(value(office, said))
    return found


def spoken_of(writer: Writer) -> Content:
    """Write countries, bodies, groups and people: whom the facts speak of."""
    countries = [
        _entity(
            writer,
            entry,
            [writer.flag(country.id), " ", el("strong", bdi(country.name))],
            _country(writer, entry, country),
        )
        for entry, country in writer.facts.of(Country)
    ]
    organizations = [
        _entity(
            writer,
            entry,
            el("strong", bdi(organization.name)),
            _organization(writer, entry, organization),
        )
        for entry, organization in writer.facts.of(Organization)
    ]
    groups = [
        _entity(
            writer,
            entry,
            el("strong", "“", bdi(group.wording), "”"),
            _group(writer, entry, group),
        )
        for entry, group in writer.facts.of(Group)
    ]
    people = [_person(writer, entry, person) for entry, person in writer.facts.of(Person)]
    lists = {
        "Countries": countries,
        "Organizations": organizations,
        "Groups": groups,
        "People spoken of": people,
    }
    return [
        [el("h3", title), el("ul", items, class_="people")]
        for title, items in lists.items()
        if items
    ]


def _entity(writer: Writer, entry: Entry, name: Content, rows: Content) -> Html:
    return el("li", [writer.number(entry), " ", name], rows, class_="fact", id=entry.mark)


def _country(writer: Writer, entry: Entry, country: Country) -> Content:
    rows = writer.rows(country)
    rows.row("also called", writer.named(country.other_names), "other_names")
    rows.row("code", None)
    rows.term("code status", country.code_status)
    rows.text("existed", when(country, "existed"))
    return rows.foot(entry.proofs)


def _organization(writer: Writer, entry: Entry, organization: Organization) -> Content:
    rows = writer.rows(organization)
    rows.row("also called", writer.named(organization.other_names), "other_names")
    rows.text("acronym", organization.acronym)
    rows.term("kind", organization.kind)
    rows.row("country", writer.link(organization.country) if organization.country else None)
    rows.row("part of", writer.link(organization.parent) if organization.parent else None, "parent")
    rows.text("founded", when(organization, "founded"))
    return rows.foot(entry.proofs)


def _group(writer: Writer, entry: Entry, group: Group) -> Content:
    rows = writer.rows(group)
    rows.term("quantifier", group.quantifier)
    rows.row("country", writer.link(group.country) if group.country else None)
    members: Content = writer.links(group.members)
    if group.members:
        members = [
            members,
            faint(", and nobody else" if group.is_complete else ", as far as known"),
        ]
    rows.row("members", members)
    rows.text("stated size", size(group.stated_size))
    rows.row("part of", writer.link(group.out_of) if group.out_of else None, "out_of")
    rows.row("without", writer.links(group.excluding), "excluding")
    return rows.foot(entry.proofs)
