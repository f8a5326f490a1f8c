"""The event itself: what it is called, when and where it was, and who held it."""

from collections.abc import Iterable, Iterator

from confmodel.model import Conference, EventLink
from confmodel.views._page import FAINT, STRONG, Page, Piece, width_of
from confmodel.views._rows import Rows
from confmodel.views._words import Names, date, word


def event(page: Page, record: Conference, names: Names) -> None:
    page.put([Piece(record.name, STRONG)])
    page.put([Piece("═" * min(width_of(record.name), page.width), FAINT)])
    rows = Rows(page, names, record)
    rows.several("also called", (name.value for name in record.other_names), "other_names")
    rows.one("theme", record.theme)
    rows.one("kind", None if record.kind is None else word(record.kind))
    rows.one("level", None if record.level is None else word(record.level))
    rows.one("status", None if record.status is None else word(record.status))
    rows.one("when", record.when and date(record.when))
    rows.several("where", map(names.place, record.places), "places")
    rows.several("edition", _edition(record, names))
    rows.actors("hosts", record.hosts)
    rows.actors("organizers", record.organizers)
    rows.actors("conveners", record.conveners)
    rows.actors("chairs", record.chairs)
    for role in record.other_roles:
        rows.actors(word(role.kind), role.by, "other_roles")
    rows.several("topics", (topic.label for topic in record.topics))
    rows.several("part of", _links(filter(None, (record.part_of,)), names))
    rows.several("follows", _links(record.follows, names))
    rows.several("followed by", _links(record.followed_by, names))
    rows.foot()


def _edition(record: Conference, names: Names) -> Iterator[str]:
    if record.edition is None:
        return
    if record.edition.ordinal is not None:
        yield f"number {record.edition.ordinal}"
    if record.edition.series is not None:
        yield names.plain(record.edition.series)


def _links(links: Iterable[EventLink], names: Names) -> Iterator[str]:
    for link in links:
        parts = [link.name]
        if link.place is not None:
            parts.append(names.place(link.place))
        if link.when is not None:
            parts.append(date(link.when))
        yield ", ".join(parts)
