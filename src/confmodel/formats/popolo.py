"""Popolo: data on people, organizations, events, votes and speeches, as JSON.

Popolo (popoloproject.com) is what parliaments and those who watch them
exchange. It knows no delegation, so a conference is written as an event and as
the organization of those who meet, the assembly, in which delegations are
members on behalf of countries.
"""

import json
from collections.abc import Iterator, Mapping

import attrs

from confmodel.checks.integrity import faults, is_whole
from confmodel.codec import Limits
from confmodel.codec._files import as_bytes
from confmodel.errors import LoadError, Loss
from confmodel.formats._format import by_name
from confmodel.formats._losses import Says, left_out, own_words, with_own_words
from confmodel.formats._popolo_writer import Writer
from confmodel.model import (
    Agreement,
    Ballot,
    Conference,
    Country,
    Delegate,
    Delegation,
    EventLink,
    Evidence,
    Group,
    Identifier,
    Name,
    Office,
    Organization,
    Participant,
    Person,
    Place,
    Quotation,
    Session,
    Source,
    Statement,
    Vote,
)

_SPAN = "what a start and an end do not say: wording, marks, seasons, times without a zone"
_BESIDE = "of those who have a name"
_TIME = "all but a time with a zone"
_OWN = "words of the author's own"

_FIELDS = {
    Conference: "id name kind status when places part_of organizers chairs sources countries"
    " organizations delegations delegates people groups sessions statements agreements votes"
    " identifiers",
    Country: "id name other_names code existed identifiers",
    Organization: "id name other_names acronym kind country parent founded identifiers",
    Delegation: "id name of capacity attendance when identifiers",
    Delegate: "id name described_as other_names honorific offices delegation function"
    " attendance when identifiers",
    Person: "id name described_as other_names honorific offices identifiers",
    Group: "id wording country members identifiers",
    Session: "id name kind when place status identifiers",
    Place: "name",
    EventLink: "name when place identifiers",
    Name: "value kind",
    Office: "title other_names body country is_acting",
    Identifier: "scheme value",
    Statement: "id speakers manner text quotations addressees session when",
    Quotation: "pieces",
    Evidence: "exact",
    Agreement: "id kind number when status text other_participants",
    Participant: "role of",
    Vote: "id on body when in_favour against abstaining absent ballots result",
    Ballot: "party vote",
    Source: "id title url",
}

SAYS = Says(
    _FIELDS,
    with_own_words(
        _FIELDS,
        {
            Conference: {
                "when": _SPAN,
                "places": "that several places are several; they become one text",
                "organizers": "all but the first that is no person",
                "agreements": "those that were not put to the vote",
            },
            Country: {"existed": _SPAN},
            Organization: {
                "kind": "the words that mean others here: country, delegation, group",
                "founded": f"intervals, and {_SPAN}",
            },
            Delegation: {"attendance": _OWN, "when": _SPAN},
            Delegate: {"attendance": _OWN, "described_as": _BESIDE, "when": _SPAN},
            Person: {"described_as": _BESIDE},
            Session: {"when": _SPAN},
            EventLink: {"when": _SPAN},
            Name: {"kind": "what kind of name of an office it is"},
            Statement: {
                "speakers": "all but one person; others are named in words",
                "text": "a rendering, where the words themselves are said",
                "addressees": "all but one person",
                "when": _TIME,
            },
            Quotation: {"pieces": "that they are quoted; all, where a rendering is said"},
            Agreement: {
                "when": _TIME,
                "status": "all but adopted and rejected",
                "other_participants": "all but one person who proposed it",
            },
            Vote: {"on": "what is no agreement", "when": _TIME},
            Source: {"url": "sources without an address of the web"},
        },
    ),
)

FORMAT = by_name("popolo")
"""What is known of the format."""

UNREAD = "x-popolo"
"""The member of a record under which `read` keeps what a record cannot hold."""

_DEFAULT = Limits()
# What cannot be read is kept in an extra, which is less deep than a document.
_DEEPEST = 40


def read(
    data: str | bytes | bytearray | memoryview,
    *,
    event: str | None = None,
    limits: Limits = _DEFAULT,
    check: bool = True,
) -> Conference:
    """Read a record from a Popolo document: one object of collections.

    Objects may refer to each other by id, or be written inside each other. An
    id that a record cannot have becomes another one, and is kept as an
    identifier of the scheme `popolo`. What a record cannot hold, such as a
    date of birth, is kept in the record, as the document has it, under
    `x-popolo` by collection, id and member; see `unread`.

    Stricter than the schemas of Popolo: a date that no calendar has is an error.

    Args:
        data: The document, or its bytes in UTF-8.
        event: The id of the event that is the conference. `None` if only one
            event is part of no other.
        limits: How large the document may be.
        check: Whether integrity is checked too, as in `confmodel.loads`.

    Raises:
        LoadError: If it is no Popolo; with all the reasons.
        InvalidValueError: If `data` is neither text nor bytes.

    Examples:
        >>> record = read(
        ...     '''{"events": [{"id": "C-2031", "name": "Lakeside", "start_date": "2031-05"}],
        ...     "persons": [{"id": "vale", "name": "Rosa Vale", "birth_date": "1990"}]}'''
        ... )
        >>> record.when, record.people
        (When('2031-05/'), (Person(id='vale', name='Rosa Vale'),))
        >>> record.identifiers
        (Identifier(scheme='popolo', value='C-2031'),)
        >>> unread(record)
        ('persons/vale/birth_date',)
    """
    # msgspec costs as much as all the rest: load it when needed.
    from confmodel.codec._read import decode  # noqa: PLC0415
    from confmodel.formats._popolo_reader.record import record_of  # noqa: PLC0415

    bounded = attrs.evolve(limits, max_depth=min(limits.max_depth, _DEEPEST))
    document, findings = decode(as_bytes(data), bounded)
    record = record_of(document, findings, event, kept_under=UNREAD)
    if check and not is_whole(record):
        raise LoadError(list(faults(record)))
    return record


def unread(record: Conference) -> tuple[str, ...]:
    """List what `read` could not take over: collection, id and member of each.

    The values stand in the record itself, in `record.extra["x-popolo"]`.
    """
    kept = record.extra.get(UNREAD) if record.extra is not None else None
    return tuple("/".join(each) for each in _names(kept, 3))


def _names(kept: object, depth: int) -> Iterator[tuple[str, ...]]:
    if isinstance(kept, Mapping) and kept and depth:
        for name, inner in kept.items():
            yield from ((name, *rest) for rest in _names(inner, depth - 1))
    elif kept is not None:
        yield ()


def write(record: Conference) -> str:
    """Write a record as a Popolo document.

    Ids are those of the record; what has none there is named after what it
    belongs to, as in `r-vale/offices/0`. The same record gives the same text.

    Examples:
        >>> print(write(Conference(id="lakeside-2031", name="Lakeside", when="2031-05")))
        {
          "organizations": [
            {
              "id": "lakeside-2031/assembly",
              "name": "Lakeside",
              "classification": "assembly"
            }
          ],
          "events": [
            {
              "id": "lakeside-2031",
              "name": "Lakeside",
              "start_date": "2031-05",
              "end_date": "2031-05"
            }
          ]
        }
    """
    return json.dumps(Writer(record).document, ensure_ascii=False, indent=2)


def losses(record: Conference) -> tuple[Loss, ...]:
    """Tell what of a record Popolo cannot say.

    Examples:
        >>> [str(each) for each in losses(Conference(id="c", name="C", theme="One river"))]
        ['/theme: theme cannot be said']
    """
    return (*left_out(record, SAYS), *Writer(record).losses, *own_words(record, SAYS))
