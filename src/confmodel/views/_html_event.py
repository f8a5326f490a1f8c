"""The event on the page: what it is called, when and where it was, who held it, its sessions."""

from confmodel.model import Edition, EventLink, Place, Role, Session, Topic
from confmodel.model.name import Name
from confmodel.views._facts import Entry
from confmodel.views._html_elements import Content, Html, bdi, between, el
from confmodel.views._html_writer import NOT_STATED, Writer, value, when
from confmodel.views._words import date, word


def summary(writer: Writer) -> Html:
    """Write the few rows that stand below the title."""
    record = writer.record
    kinds = [word(each) for each in (record.level, record.kind) if each is not None]
    said: list[tuple[str, Content, str]] = [
        ("when", bdi(date(record.when)) if record.when else None, "when"),
        (
            "where",
            between((bdi(writer.names.place(each)) for each in record.places), ", "),
            "places",
        ),
        ("kind", bdi(", ".join(kinds)) if kinds else None, "kind"),
        ("status", None if record.status is None else bdi(word(record.status)), "status"),
        ("hosts", writer.links(record.hosts), "hosts"),
    ]
    rows = [
        el("div", el("dt", label), el("dd", content or NOT_STATED))
        for label, content, field in said
        if content or field in record.not_stated
    ]
    return el("dl", rows, class_="summary") if rows else el("p", "No more is recorded of it.")


def event(writer: Writer) -> Content:
    """Write everything that the record says of the event itself."""
    record = writer.record
    entry = writer.facts.entries[0]
    rows = writer.rows(record)
    rows.text("theme", record.theme)
    rows.term("kind", record.kind)
    rows.term("level", record.level)
    rows.term("status", record.status)
    rows.text("when", when(record))
    for label in ("hosts", "organizers", "conveners", "chairs"):
        rows.actors(label, getattr(record, label))
    for name in _LABELS:
        rows.row(name.replace("_", " "), None, name)
    proofs = [proof for proof in entry.proofs if not proof.inside]
    whole = card(writer, entry, record.name, rows.foot(proofs))
    values = [
        el(
            "li",
            [writer.number(each), " ", el("span", label, class_="label"), " "],
            _value(writer, each),
            writer.evidence(each.proofs),
            class_="fact",
            id=each.mark,
        )
        for name, label in _LABELS.items()
        for each in writer.facts.inside(entry, name)
    ]
    return [whole, el("ul", values, class_="cards") if values else None]


_LABELS = {
    "other_names": "other name",
    "places": "place",
    "edition": "edition",
    "part_of": "part of",
    "follows": "follows",
    "followed_by": "followed by",
    "topics": "topic",
    "other_roles": "role",
}
"""The values of the conference that are facts of their own, and what one of them is called."""


def _value(writer: Writer, entry: Entry) -> Content:
    content: Content = None
    match entry.record:
        case Topic() as topic:
            content = value(topic, bdi(topic.label))
        case Place() as place:
            content = placed(writer, place)
        case EventLink() as link:
            content = linked(writer, link)
        case Role() as role:
            content = value(role, [bdi(word(role.kind)), ": ", writer.actors(role.by)])
        case Edition() as edition:
            number = f"number {edition.ordinal}" if edition.ordinal is not None else None
            series = writer.link(edition.series) if edition.series is not None else None
            parts = [each for each in (number, series) if each is not None]
            content = value(edition, between(parts, " of "))
        case Name() as name:  # pragma: no branch - the event holds nothing else
            content = writer.named([name])
    return content


def placed(writer: Writer, place: Place | None) -> Content:
    """Write a place with its country and its time."""
    if place is None:
        return None
    said: list[Content] = [bdi(place.name)]
    if place.country is not None:
        said.append(writer.link(place.country))
    return value(place, between(said, ", "), [when(place)])


def linked(writer: Writer, link: EventLink) -> Content:
    """Write another event."""
    said: list[Content] = [bdi(link.name)]
    if link.place is not None:
        said.append(placed(writer, link.place))
    if link.when is not None:
        said.append(bdi(date(link.when)))
    return value(link, between(said, ", "))


def sessions(writer: Writer) -> Content:
    """Write the parts of the event."""
    cards = []
    for entry, session in writer.facts.of(Session):
        rows = writer.rows(session)
        rows.text("name", session.name)
        rows.term("kind", session.kind)
        rows.text("when", when(session))
        rows.row("place", placed(writer, session.place))
        rows.term("status", session.status)
        rows.actors("chairs", session.chairs)
        rows.several("topics", (value(each, bdi(each.label)) for each in session.topics))
        cards.append(card(writer, entry, writer.names.plain(session.id), rows.foot(entry.proofs)))
    return cards


def card(writer: Writer, entry: Entry, title: Content, *content: Content) -> Html:
    """Write one fact with its mark and its title."""
    heading = el("h3", writer.number(entry), " ", bdi(title) if isinstance(title, str) else title)
    return el("article", heading, *content, class_="fact", id=entry.mark)
