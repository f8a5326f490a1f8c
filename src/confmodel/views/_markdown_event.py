"""What the event is, its sessions, and where it all comes from."""

from collections.abc import Iterator

from confmodel.model import Edition, EventLink, Session, Source
from confmodel.views._markdown_brief import Brief, when
from confmodel.views._markdown_text import inline
from confmodel.views._words import word


def head(brief: Brief) -> Iterator[str]:
    """Write what the event is."""
    record = brief.record
    yield f"# {inline(record.name)}"
    yield ""
    kinds = [word(each) for each in (record.level, record.kind) if each is not None]
    rows = {
        "other names": ", ".join(inline(each.value) for each in record.other_names),
        "theme": inline(record.theme or ""),
        "when": when(record.when),
        "places": "; ".join(map(brief.place, record.places)),
        "kind": inline(", ".join(kinds)),
        "status": "" if record.status is None else inline(word(record.status)),
        "edition": "" if record.edition is None else _edition(brief, record.edition),
        "part of": "" if record.part_of is None else _linked(brief, record.part_of),
        "follows": "; ".join(_linked(brief, each) for each in record.follows),
        "followed by": "; ".join(_linked(brief, each) for each in record.followed_by),
        "hosts": brief.listed(record.hosts),
        "organizers": brief.listed(record.organizers),
        "conveners": brief.listed(record.conveners),
        "chairs": brief.listed(record.chairs),
        "other roles": "; ".join(
            f"{inline(word(each.kind))}: {brief.listed(each.by)}" for each in record.other_roles
        ),
        "topics": ", ".join(inline(each.label) for each in record.topics),
    }
    yield from brief.rows(record, rows.items())


def _edition(brief: Brief, edition: Edition) -> str:
    number = "" if edition.ordinal is None else f"number {edition.ordinal}"
    series = "" if edition.series is None else brief.name(edition.series)
    return " of ".join(filter(None, (number, series)))


def _linked(brief: Brief, event: EventLink) -> str:
    said = (inline(event.name), brief.place(event.place), when(event.when))
    return ", ".join(filter(None, said))


def sessions(brief: Brief) -> Iterator[str]:
    """Write the parts of the event."""
    for entry, session in brief.facts.of(Session):
        said = [brief.name(session.id)]
        if session.kind is not None and session.name is not None:
            said.append(inline(word(session.kind)))
        said += [when(session.when), brief.place(session.place)]
        if session.status is not None:
            said.append(inline(word(session.status)))
        if session.chairs:
            said.append(f"chaired by {brief.listed(session.chairs)}")
        said += [inline(each.label) for each in session.topics]
        yield f"- **{entry.mark}** {', '.join(filter(None, said))}"


def sources(brief: Brief) -> Iterator[str]:
    """Write where it all comes from."""
    for entry, source in brief.facts.of(Source):
        said = [f"**{entry.mark}** {inline(source.title or source.id)}"]
        said += [inline(each) for each in (source.publisher, source.author) if each]
        if source.published is not None:
            said.append(when(source.published))
        if source.url is not None:
            said.append(inline(source.url))
        if source.note is not None:
            said.append(inline(source.note))
        yield f"- {', '.join(said)}"
