"""The record: what all nouns say, put together; and the rest, kept as it came."""

import functools
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from confmodel.errors import Finding, InvalidValueError, LoadError
from confmodel.formats._popolo_reader.document import Document
from confmodel.formats._popolo_reader.event import conference, session
from confmodel.formats._popolo_reader.membership import Memberships
from confmodel.formats._popolo_reader.motion import agreement
from confmodel.formats._popolo_reader.organization import (
    country,
    delegation,
    group,
    organization,
    use_assembly,
)
from confmodel.formats._popolo_reader.person import human
from confmodel.formats._popolo_reader.speech import statement
from confmodel.formats._popolo_reader.vote import Votes
from confmodel.formats._popolo_things import Thing
from confmodel.model import (
    Agreement,
    Conference,
    Country,
    Delegate,
    Delegation,
    Extra,
    Group,
    Organization,
    Person,
    Session,
    Statement,
    Vote,
)

T = TypeVar("T")


def record_of(
    plain: object, findings: list[Finding], event: str | None, *, kept_under: str
) -> Conference:
    """Build the record of a document.

    Args:
        plain: The document, as plain data.
        findings: What is wrong with it already.
        event: The id of the event that is the conference. `None` for the only one.
        kept_under: The member of the record for what it cannot hold.

    Raises:
        LoadError: If something in the document can be held by no record.
    """
    document = Document(plain, findings, event)
    fields = {"id": document.names[document.root], **_fields(document)}
    if fields["name"] is None:
        what, remedy = "the event has no name", "give the name of the conference"
        document.things.refuse("E102", document.root.place, what, remedy)
    use_assembly(document)
    document.raise_findings()
    unread = document.unread()
    try:
        return Conference(**fields, extra=Extra({kept_under: unread}) if unread else None)
    except InvalidValueError as error:
        document.things.refuse_value(error, document.root.place)
        raise LoadError(findings) from None


def _fields(document: Document) -> dict[str, Any]:
    of, sorting = document.things.of, document.sorting
    memberships, votes = Memberships(document), Votes(document)
    delegates, groups = memberships.delegates, memberships.members

    def all_of(
        owner: type[T],
        things: Iterable[Thing],
        read: Callable[[Document, Thing], dict[str, Any]],
    ) -> list[T]:
        return document.built(owner, things, functools.partial(read, document))

    def of_person(person: Thing) -> dict[str, Any]:
        return {
            **human(person),
            "offices": memberships.offices.get(person, []),
            **delegates.get(person, {}),
        }

    return {
        **document.with_old_id(document.root, conference(document)),
        "chairs": memberships.chairs,
        "countries": all_of(Country, sorting.countries, country),
        "organizations": all_of(Organization, sorting.all(None), organization),
        "delegations": document.built(
            Delegation,
            memberships.delegations,
            lambda body: {**delegation(body), **memberships.delegations[body]},
        ),
        "groups": document.built(
            Group, groups, lambda body: {**group(document, body), "members": groups[body]}
        ),
        "delegates": document.built(Delegate, delegates, of_person),
        "people": document.built(
            Person, (each for each in of["person"] if each not in delegates), of_person
        ),
        "sessions": all_of(Session, document.sessions, session),
        "statements": all_of(Statement, of["speech"], statement),
        "agreements": all_of(Agreement, of["motion"], agreement),
        "votes": document.built(Vote, of["vote_event"], votes.vote),
    }
