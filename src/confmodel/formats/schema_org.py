"""schema.org: what search engines understand of a conference, as JSON-LD.

The words are those of release 30.0. What is written is safe inside a page: it
holds no character that could end the script element that it stands in.
"""

import json

from confmodel.errors import Loss
from confmodel.formats._format import by_name
from confmodel.formats._losses import Says, left_out
from confmodel.formats._schema_org_graph import Graph
from confmodel.model import (
    Agreement,
    Conference,
    Country,
    Delegate,
    Delegation,
    Edition,
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
    Role,
    Session,
    Source,
    SourceLink,
    Statement,
    Topic,
)

_SPAN = "what a start and an end do not say: wording, marks, seasons"
_DATE = f"intervals, and {_SPAN}"
_CAME = "all but that somebody came"
_HELD = "that it was held, which is told as scheduled; that it is suspended"
_REGION = "of a region or a series that does nothing"

SAYS = Says(
    {
        Conference: "id name other_names kind status when places edition part_of topics hosts"
        " organizers conveners chairs other_roles sources countries organizations delegations"
        " delegates people groups sessions statements agreements identifiers",
        Country: "id name other_names code identifiers",
        Organization: "id name other_names acronym kind country parent founded identifiers",
        Delegation: "id name of attendance sessions identifiers",
        Delegate: "id name described_as other_names honorific offices delegation function"
        " attendance identifiers",
        Person: "id name described_as other_names honorific offices identifiers",
        Group: "id wording country members identifiers",
        Session: "id name kind when place status chairs topics identifiers",
        Place: "name country",
        EventLink: "name when place identifiers",
        Edition: "series",
        Role: "kind by",
        Topic: "label",
        Name: "value",
        Office: "title body",
        Identifier: "scheme value",
        Statement: "id speakers manner text quotations on_behalf_of about topics session when"
        " language identifiers",
        Quotation: "pieces",
        Evidence: "exact",
        Agreement: "id title kind number is_made_here when status parties other_participants text"
        " replaces amends part_of identifiers",
        Participant: "role of",
        Source: "id kind title publisher agency author published modified url language"
        " reports_on identifiers",
        SourceLink: "source relation",
    },
    partly={
        Conference: {"status": _HELD, "when": _SPAN},
        Organization: {
            "country": _REGION,
            "parent": _REGION,
            "founded": f"the time of day, {_DATE}; all {_REGION}",
        },
        Delegation: {"attendance": _CAME},
        Delegate: {"attendance": _CAME},
        Session: {"status": _HELD, "when": _SPAN},
        EventLink: {"when": _SPAN},
        Edition: {"series": "an organization whose kind is not series"},
        Role: {"by": "what is neither person nor organization"},
        Statement: {
            "speakers": "what is neither person nor organization",
            "manner": "all but direct, where the words are there",
            "text": "a rendering, where the words themselves are said",
            "on_behalf_of": "persons",
            "about": "figures, votes and discrepancies",
            "when": _DATE,
        },
        Agreement: {
            "when": _DATE,
            "other_participants": "addressees, opponents, targets, and who is no party",
            "replaces": "all but laws, and of laws",
            "amends": "all but laws, and of laws",
        },
        Source: {
            "published": _DATE,
            "modified": _DATE,
            "url": "addresses that are none of the web",
        },
        SourceLink: {"relation": "all but translation"},
    },
)

FORMAT = by_name("schema_org")
"""What is known of the format."""

# Whatever could end a script element, or a line of script, inside of a text.
_ESCAPES = {ord(each): f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"}


def write(record: Conference) -> str:
    r"""Write a record as one JSON-LD document of schema.org.

    The event comes first; everything else is a node that is referred to by its
    id, as `#r-vale`. The same record gives the same text.

    Examples:
        >>> print(write(Conference(id="lakeside-2031", name="Lake & Side", when="2031-05")))
        {
          "@context": "https://schema.org",
          "@graph": [
            {
              "@type": "Event",
              "@id": "#lakeside-2031",
              "name": "Lake \u0026 Side",
              "startDate": "2031-05",
              "endDate": "2031-05"
            }
          ]
        }
    """
    document = {"@context": "https://schema.org", "@graph": Graph(record).nodes}
    return json.dumps(document, ensure_ascii=False, indent=2).translate(_ESCAPES)


def script_element(record: Conference) -> str:
    """Write a record as an element for the head of a page.

    No text of the record can end the element or begin another one.

    Examples:
        >>> element = script_element(Conference(id="c", name="</script><script>alert(1)"))
        >>> element.count("<"), element.splitlines()[0]
        (2, '<script type="application/ld+json">')
    """
    return f'<script type="application/ld+json">\n{write(record)}\n</script>'


def losses(record: Conference) -> tuple[Loss, ...]:
    """Tell what of a record schema.org cannot say.

    Examples:
        >>> [str(each) for each in losses(Conference(id="c", name="C", theme="One river"))]
        ['/theme: theme cannot be said']
    """
    return (*left_out(record, SAYS), *Graph(record).losses)
