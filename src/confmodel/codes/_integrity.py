"""The codes of integrity, `E2xx`: how the parts of a document refer to each other."""

from confmodel.codes._rule import Rule
from confmodel.errors import FindingLevel

_ERROR = FindingLevel.ERROR

INTEGRITY: tuple[Rule, ...] = (
    Rule(
        code="E201",
        level=_ERROR,
        title="an id that two things have",
        why=(
            "Everything in a document shares one set of ids. A reference to an id of two things "
            "says nothing."
        ),
        example=(
            "countries: [{id: a, name: Aland}]\n"
            "delegations: [{id: a, of: [a]}]\n"
            "\n"
            "E201 /delegations/0/id: the id 'a' is taken by /countries/0; give one of them "
            "another id"
        ),
        mend="Give one of them another id, and go through the references to it.",
    ),
    Rule(
        code="E202",
        level=_ERROR,
        title="a reference to nothing",
        why="A reference is the id of something in the same document.",
        example=(
            "delegates: [{id: naqvi, name: Mohsin Naqvi}]\n"
            "statements:\n"
            "  - {id: s5, speakers: [naqui]}\n"
            "\n"
            "E202 /statements/0/speakers/0: nothing has the id 'naqui'; declare the entity or "
            "correct the id (nearest: 'naqvi')"
        ),
        mend="Correct the id, or add what it is meant to refer to.",
    ),
    Rule(
        code="E203",
        level=_ERROR,
        title="a reference to something of the wrong kind",
        why=(
            "A session cannot speak, and a country is not a delegation: who acts here is named "
            "by its delegation, who is merely spoken of by its own id."
        ),
        example=(
            "countries: [{id: aland, name: Aland}]\n"
            "delegates:\n"
            "  - {id: r-vale, name: Rosa Vale, delegation: aland}\n"
            "\n"
            "E203 /delegates/0/delegation: 'aland' is a country, which cannot stand here; name a "
            "delegation"
        ),
        mend="Refer to something of the kind that the message names.",
    ),
    Rule(
        code="E204",
        level=_ERROR,
        title="not_stated names a field that does not exist, or is filled",
        why=(
            "`not_stated` says that somebody looked and the source does not say. That cannot be "
            "so of a field that holds something, or always does, nor of what no source states: "
            "`evidence`, `identifiers`, `note` and what else is the record's own. Of a topic, a "
            "quotation, a ballot and a link between sources, nothing is left to name."
        ),
        example=(
            "figures:\n"
            "  - {value: 47, baseline: a year ago, not_stated: [baseline]}\n"
            "\n"
            "E204 /figures/0/not_stated/0: 'baseline' is named as not stated, and has a value; "
            "drop the name, or the value"
        ),
        mend="Correct the name of the field, or decide between the value and the mark.",
    ),
    Rule(
        code="E205",
        level=_ERROR,
        title="supports names a field that does not exist",
        why="`supports` says which fields of its owner a piece of evidence proves.",
        example=(
            "sources: [{id: gazette}]\n"
            "evidence:\n"
            "  - {source: gazette, exact: in Lakeside, supports: [place]}\n"
            "\n"
            "E205 /evidence/0/supports/0: 'place' is no field of a Conference; name a field of "
            "the fact it belongs to (nearest: 'places')"
        ),
        mend="Correct the name; leave `supports` out if the words prove the whole.",
    ),
    Rule(
        code="E206",
        level=_ERROR,
        title="an address that leads nowhere",
        why=(
            "An address is an id, or an id and a field as `s1/figures`. It is never a position "
            "in a list, since these change."
        ),
        example=(
            "discrepancies:\n"
            "  - {about: [lakeside-2031/delegation]}\n"
            "\n"
            "E206 /discrepancies/0/about/0: the address 'lakeside-2031/delegation' leads "
            "nowhere: a conference has no field 'delegation'; give a field of it (nearest: "
            "'delegations')"
        ),
        mend="Correct the id or the field.",
    ),
    Rule(
        code="E207",
        level=_ERROR,
        title="evidence outside the length of its source",
        why=(
            "The source says how long its text is, so words that would lie beyond its end were "
            "found in another text, or counted in bytes instead of code points."
        ),
        example=(
            "sources: [{id: gazette, length: 900}]\n"
            "evidence: [{source: gazette, exact: in Lakeside, start: 1400}]\n"
            "\n"
            "E207 /evidence/0/start: the words end at 1411, and the source has 900 code points; "
            "correct the offset, or the length of the source"
        ),
        mend=(
            "Take the offset away and anchor the evidence in the text again, or correct the length."
        ),
    ),
    Rule(
        code="E208",
        level=_ERROR,
        title="a part that the source does not list",
        why="Where a source lists its parts, evidence names them by their labels.",
        example=(
            "sources: [{id: gazette, parts: [{kind: headline}]}]\n"
            "evidence: [{source: gazette, exact: in Lakeside, part: titel}]\n"
            "\n"
            "E208 /evidence/0/part: the source has no part 'titel'; give one of: headline"
        ),
        mend="Use a label such as `headline` or `paragraph/12`, or add the part to the source.",
    ),
    Rule(
        code="E209",
        level=_ERROR,
        title="something that contains itself",
        why=(
            "A group is not its own member, nor a body its own parent, nor an agreement a part "
            "of itself, and none replaces, amends or implements itself: not even by way of others."
        ),
        example=(
            "groups:\n"
            "  - {id: all, wording: all, members: [both]}\n"
            "  - {id: both, wording: both, members: [all]}\n"
            "\n"
            "E209 /groups/1/members/0: by way of 'all', this group leads back to itself; break "
            "the circle at one of its members"
        ),
        mend="Break the circle that the message shows.",
    ),
)
