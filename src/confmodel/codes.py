"""The codes of everything that can be found wrong or odd: one list for all.

A code is stable: it never changes its meaning and is never given again.
`E1xx` is the shape of a document, `E2xx` how its parts refer to each other,
`W3xx` what is odd but possible. `G4xx` is kept for evidence beside its text.
"""

import functools

import attrs

from confmodel.errors import FindingLevel, UnknownNameError, shown

_ERROR = FindingLevel.ERROR
_WARNING = FindingLevel.WARNING
_NOTE = FindingLevel.NOTE


@attrs.frozen(kw_only=True)
class Rule:
    """What a code stands for: not one finding, but all findings of a kind.

    Examples:
        >>> rule("W302").title
        'a change in percent, and nothing it is compared with'
    """

    code: str
    """The stable code, a letter and three digits."""

    level: FindingLevel
    """How much each finding of it weighs."""

    title: str
    """What is wrong, in one short line."""

    why: str
    """Why it is looked at."""

    example: str
    """A short wrong piece, an empty line, and the finding on it."""

    mend: str
    """What to do about it."""


RULES: tuple[Rule, ...] = (
    Rule(
        code="E100",
        level=_ERROR,
        title="the text is no JSON or YAML",
        why=(
            "Nothing can be read from a text that is cut off, has a fault of syntax or is not in "
            "UTF-8. A byte order mark is refused too: JSON forbids it, and offsets would be "
            "wrong by one."
        ),
        example=(
            '{"id": "lakeside-2031", "name": "Lakeside\n'
            "\n"
            "E100 /: the document is not JSON (input data was truncated); write it as JSON (RFC "
            "8259): names and texts in double quotes, nothing behind the end"
        ),
        mend=(
            "Go to the place that the message names. Save the file as UTF-8 without a byte order "
            "mark. If it came over a network, fetch it again."
        ),
    ),
    Rule(
        code="E101",
        level=_ERROR,
        title="a value of the wrong type",
        why=(
            "Nothing is converted silently: the text '17' is no number, and one id is not a list "
            "of ids."
        ),
        example=(
            "statements:\n"
            "  - {id: s1, speakers: r-vale}\n"
            "\n"
            "E101 /statements/0/speakers: 'r-vale' is not a list; put it into brackets, even if "
            "it is the only one"
        ),
        mend=(
            "Give the type that the message asks for: numbers and true or false without "
            "quotation marks, several things in a list."
        ),
    ),
    Rule(
        code="E102",
        level=_ERROR,
        title="a member that has to be there is missing",
        why=(
            "Few members are required, and without these the rest means nothing: an entity "
            "without an id cannot be referred to."
        ),
        example=(
            "sources:\n"
            "  - {title: Three neighbours meet}\n"
            "\n"
            "E102 /sources/0/id: the member 'id' is missing; add it"
        ),
        mend=(
            "Add the member. What the source does not say has a place of its own: leave the "
            "field out and name it in `not_stated`."
        ),
    ),
    Rule(
        code="E103",
        level=_ERROR,
        title="a member that nobody knows",
        why=(
            "A misspelt member would be lost without a word. In a file of a newer version than "
            "the library's, unknown members are kept instead."
        ),
        example=(
            "delegates:\n"
            "  - {id: r-vale, nmae: Rosa Vale}\n"
            "\n"
            "E103 /delegates/0/nmae: 'nmae' is no member of a Delegate; leave it out, or call it "
            "'x-nmae' to keep it (nearest: 'name')"
        ),
        mend=(
            "Correct the name. A member of your own begins with `x-`, such as `x-our-number`; it "
            "is kept and written back."
        ),
    ),
    Rule(
        code="E104",
        level=_ERROR,
        title="a text that is no id",
        why=(
            "Ids stand in addresses, in file names and in the address of a web page, so they are "
            "made of lower-case ASCII letters, digits, '-', '_' and '.', and begin with a letter "
            "or a digit."
        ),
        example=(
            '{"id": "Lake Side", "name": "Lakeside Conference"}\n'
            "\n"
            "E104 /id: 'Lake Side' is not an id; make it of lower-case letters, digits, '-', '_' "
            "and '.', such as 'r-vale'"
        ),
        mend=(
            "Choose an id by the rule, such as `lake-side`, and use it wherever something refers "
            "to it."
        ),
    ),
    Rule(
        code="E105",
        level=_ERROR,
        title="a number out of range, or a text without a character",
        why=(
            "Sizes are never negative, since the direction carries the sign, and a number of "
            "very many digits is not the same for every reader. An empty text says nothing, and "
            "says it ambiguously."
        ),
        example=(
            "figures:\n"
            "  - {value: -47, unit: percent}\n"
            "\n"
            "E105 /figures/0/value: -47 is negative; give 47 and set direction to 'decrease'"
        ),
        mend="Give a number within the range that the message names. Leave an empty text out.",
    ),
    Rule(
        code="E106",
        level=_ERROR,
        title="a text that is no date",
        why=(
            "Dates are in EDTF (ISO 8601-2, levels 0 and 1), which can say as little as the "
            "source does: a year, a month, an interval, an open end. Everything else could be "
            "read in two ways."
        ),
        example=(
            "id: lakeside-2031\n"
            "name: Lakeside Conference\n"
            "when: 2026-2-7\n"
            "\n"
            "E106 /when: '2026-2-7' is not a date in EDTF; write \"2026-02-07\""
        ),
        mend=(
            'Write year, month and day with all their digits. Words such as "coming days" are '
            "given as wording."
        ),
    ),
    Rule(
        code="E107",
        level=_ERROR,
        title="a text that is no code",
        why=(
            "Countries, currencies, languages, scripts, digests and codes of checks have a fixed "
            "form. Only the form is looked at here; whether a code is that of the country is "
            "W307."
        ),
        example=(
            "countries:\n"
            "  - {id: poland, name: Poland, code: POL}\n"
            "\n"
            "E107 /countries/0/code: 'POL' is not a country code; give the two letters of ISO "
            "3166-1, or the four of ISO 3166-3 for a former state"
        ),
        mend="Give the code in the form that the message names. Leave it out if there is none.",
    ),
    Rule(
        code="E108",
        level=_ERROR,
        title="a version that this library cannot read",
        why=(
            "A file of a newer major version may mean other things by the same words. It is "
            "refused rather than misread."
        ),
        example=(
            '{"confmodel": "9.0", "id": "c", "name": "C"}\n'
            "\n"
            "E108 /confmodel: the document is of version 9.0, and this library reads 1; read it "
            "with a newer version of confmodel"
        ),
        mend=(
            "Upgrade the library, or ask for the file in an older version. The version is a text "
            'of two numbers, such as `"1.0"`.'
        ),
    ),
    Rule(
        code="E109",
        level=_ERROR,
        title="a member of your own that cannot be kept",
        why=(
            "Members that the library does not know are written back as they came. That cannot "
            "be promised for one with the name of a field, or for a value that JSON cannot hold."
        ),
        example=(
            'Delegate(id="r-vale", extra=Extra({"name": "Rosa Vale"}))\n'
            "\n"
            "E109 /extra/name: 'name' is a field of its own; set name itself"
        ),
        mend=(
            "Set the field itself, or choose another name that begins with `x-`, and give plain "
            "values: texts, finite numbers, true, false, null, lists and objects of these."
        ),
    ),
    Rule(
        code="E110",
        level=_ERROR,
        title="a text with half a character",
        why=(
            "A lone surrogate is half of a pair that stands for one character. No UTF-8 file can "
            "hold it, so the text was broken before it came here."
        ),
        example=(
            'Conference(id="c", name="Lakeside \\ud83d")\n'
            "\n"
            "E110 /name: 'Lakeside \\ud83d' holds half of a surrogate pair; decode the text with "
            "the encoding that it was written in"
        ),
        mend="Decode the source with the right encoding, and never cut a text by UTF-16 units.",
    ),
    Rule(
        code="E111",
        level=_ERROR,
        title="evidence with no words, or with words and a seal",
        why=(
            "Evidence proves by the words of the source, open or sealed. With neither it proves "
            "nothing; with both the seal hides nothing."
        ),
        example=(
            "evidence:\n"
            "  - {source: gazette}\n"
            "\n"
            "E111 /evidence/0/exact: no words are given; copy the words of the source into "
            "exact, or set basis to 'background'"
        ),
        mend=(
            "Copy the words letter by letter into `exact`, or keep the seal alone. Common "
            "knowledge needs no words: set `basis` to `background`."
        ),
    ),
    Rule(
        code="E112",
        level=_ERROR,
        title="a figure that says no number, or says it twice",
        why=(
            "A figure has a value, a range or a ratio, or none of them and the wording of the "
            "source. Two of them could differ."
        ),
        example=(
            "figures:\n"
            "  - {unit: percent}\n"
            "\n"
            "E112 /figures/0/value: the figure says no number; give a value, a range or a ratio, "
            "or the wording where there is no number"
        ),
        mend=(
            'Keep one of `value`, `low` with `high`, and `ratio`. For "millions" give `wording` '
            "alone."
        ),
    ),
    Rule(
        code="E113",
        level=_ERROR,
        title="larger than the limits",
        why=(
            "A file from a stranger must not use up the memory of whoever reads it. Size, depth "
            "and the number of things have limits that the caller can raise."
        ),
        example=(
            'loads(\'{"id": "c", "name": "C"}\', limits=Limits(max_bytes=10))\n'
            "\n"
            "E113 /: the document has 24 bytes, and 10 are allowed; split the document, or allow "
            "more with Limits(max_bytes=...)"
        ),
        mend=(
            "If you trust the file, load it with higher limits. If you do not, there is nothing "
            "to mend."
        ),
    ),
    Rule(
        code="E114",
        level=_ERROR,
        title="the document requires something that this library does not know",
        why=(
            "`requires` names extensions that change what the rest means. A reader that does not "
            "know them would misread the record."
        ),
        example=(
            '{"id": "c", "name": "C", "requires": ["x-weighted-votes"]}\n'
            "\n"
            "E114 /requires/0: the document requires 'x-weighted-votes', which this version does "
            "not know; read it with a newer version of confmodel"
        ),
        mend=(
            "Read the document with the program that it was written for. If the record means the "
            "same without the extension, take the entry out."
        ),
    ),
    Rule(
        code="E115",
        level=_ERROR,
        title="a word that the vocabulary does not have",
        why=(
            "A word of the vocabulary means the same in every record, and a misspelt one would "
            "be a word of its own. Most vocabularies are open at one marked place, so that a "
            "report never fails to fit."
        ),
        example=(
            "statements:\n"
            "  - {id: s1, manner: verbatim}\n"
            "\n"
            "E115 /statements/0/manner: 'verbatim' is no Manner; give one of: direct, mixed, "
            "indirect, narrated"
        ),
        mend=(
            "Take one of the choices. Where the vocabulary is open and none fits, write `{other: "
            "working lunch}`."
        ),
    ),
    Rule(
        code="E116",
        level=_ERROR,
        title="the same member twice in one object",
        why=(
            "JSON readers differ on which of the two counts, so two people would read two records."
        ),
        example=(
            '{"id": "c", "name": "Lakeside", "name": "Riverside"}\n'
            "\n"
            "E116 /name: the member 'name' stands more than once in one object; keep one of them"
        ),
        mend="Keep one of them.",
    ),
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
            "so of a field that holds something."
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
            "of itself, not even by way of others."
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
    Rule(
        code="W301",
        level=_WARNING,
        title="a delegation of several, and nobody leads it",
        why=(
            "Who led a delegation is the first thing asked about it. It is looked at where two "
            "or more of its people are listed, none of them is head or deputy head, and the "
            "function of one is neither given nor marked as not stated."
        ),
        example=(
            "delegations: [{id: a, of: [aland]}]\n"
            "delegates:\n"
            "  - {id: r-vale, name: Rosa Vale, delegation: a}\n"
            "  - {id: t-moor, name: Tom Moor, delegation: a}\n"
            "\n"
            "W301 /delegations/0: nobody is head of the delegation 'a', and the function of "
            "'r-vale' is open; set function to 'head' for the one who leads it, or put "
            "'function' into not_stated of everyone whose function the source does not say, or "
            "accept W301 at 'a'"
        ),
        mend=(
            "Set `function: head` for the one who leads it. If the source does not say, write "
            "`not_stated: [function]` at the delegates."
        ),
    ),
    Rule(
        code="W302",
        level=_WARNING,
        title="a change in percent, and nothing it is compared with",
        why=(
            "A decrease of 47% means little without a since when. Reports often leave it out, "
            "and a reader wants to know whether the report or the coder did."
        ),
        example=(
            "statements:\n"
            "  - id: s1\n"
            "    figures: [{value: 47, unit: percent, direction: decrease, of: illegal "
            "migration}]\n"
            "\n"
            "W302 /statements/0/figures/0: a decrease of 47 percent is compared with nothing; "
            "give the baseline in the words of the source, or put 'baseline' into not_stated if "
            "it gives none, or accept W302 at 's1/figures'"
        ),
        mend="Give `baseline`. If the source gives none, write `not_stated: [baseline]`.",
    ),
    Rule(
        code="W303",
        level=_WARNING,
        title="a speaker who was not there",
        why=(
            "Somebody who was absent, declined, was kept away or had left cannot have spoken at "
            "the event. It is not looked at where the statement was passed on by another, was "
            "made in a session of the kind `elsewhere`, or at another time than the event."
        ),
        example=(
            "delegates: [{id: r-vale, name: Rosa Vale, attendance: absent}]\n"
            "statements: [{id: s1, speakers: [r-vale]}]\n"
            "\n"
            "W303 /statements/0/speakers/0: 'r-vale' did not attend (absent); correct the "
            "speaker or the attendance, give the statement a session of the kind 'elsewhere', "
            "name in via who passed it on, or put 'session' into not_stated, or accept W303 at "
            "'s1/speakers'"
        ),
        mend=(
            "Correct the speaker or the attendance, or say how the words came to the event: "
            "`session` for the place, `via` for whoever passed them on."
        ),
    ),
    Rule(
        code="W304",
        level=_WARNING,
        title="a direct or mixed statement without a quotation",
        why=(
            "Direct and mixed mean that the source prints words of the speaker between quotation "
            "marks."
        ),
        example=(
            "statements: [{id: s1, manner: direct}]\n"
            "\n"
            "W304 /statements/0: the statement is direct and has no quotation; give the words "
            "that stand between quotation marks under quotations, or set manner to 'indirect', "
            "or accept W304 at 's1/quotations'"
        ),
        mend="Copy the quoted words into `quotations`, or set `manner: indirect`.",
    ),
    Rule(
        code="W305",
        level=_WARNING,
        title="a stated count that differs from the list",
        why=(
            "The count and the list are both kept, and neither is repaired. A list that may be "
            "incomplete is only looked at for having too many; those who did not come may be "
            "counted or not."
        ),
        example=(
            "id: lakeside-2031\n"
            "figures: [{value: 3, of: nations, counts: lakeside-2031/delegations}]\n"
            "delegations: [{id: a, of: [aland]}, {id: b, of: [boria]}]\n"
            "\n"
            "W305 /figures/0: 3 are stated and 2 are listed at 'lakeside-2031/delegations'; "
            "correct one of them, or record a discrepancy of the kind 'count_against_list' about "
            "'lakeside-2031/delegations', or accept W305 at 'lakeside-2031/figures'"
        ),
        mend=(
            "If the source contradicts itself, record a discrepancy of the kind "
            "`count_against_list`; the finding is then gone. If it names only some, let the "
            "figure count a group that is not complete."
        ),
    ),
    Rule(
        code="W306",
        level=_WARNING,
        title="dates that are out of order",
        why=(
            "Something is certainly outside the time that it belongs to, or due before it was "
            "made, or changed before it was published. Approximate and uncertain dates are not "
            "looked at, nor words without a date."
        ),
        example=(
            "id: lakeside-2031\n"
            "when: 2031-05-06/2031-05-08\n"
            "sessions: [{id: opening, kind: plenary, when: 2031-06-06}]\n"
            "\n"
            "W306 /sessions/0/when: the session of 2031-06-06 lies outside the event "
            "(2031-05-06/2031-05-08); correct one of the dates, or set kind to 'elsewhere', or "
            "accept W306 at 'opening/when'"
        ),
        mend=(
            "Correct the date. If the sources contradict each other, keep both in a discrepancy "
            "and accept the finding."
        ),
    ),
    Rule(
        code="W307",
        level=_WARNING,
        title="a code that is not the country's",
        why=(
            "Codes are mixed up easily: AT and AU, SK and SI, NE and NG. It is looked at where "
            "the table of states knows the name by another code, or knows another standing of "
            "the code."
        ),
        example=(
            "countries: [{id: austria, name: Austria, code: AU}]\n"
            "\n"
            "W307 /countries/0/code: 'AU' is the code of Australia, and 'Austria' has AT; "
            "correct the code or the name, or accept W307 at 'austria/code'"
        ),
        mend=(
            "Correct the code. If the source uses an unusual name, add the usual one to "
            "`other_names`."
        ),
    ),
    Rule(
        code="W308",
        level=_WARNING,
        title="an indirect statement that says nothing",
        why=(
            "Indirect means that the source says in its own words what was said. Without a text, "
            "a figure or the words of the source nobody can tell what that was."
        ),
        example=(
            "statements: [{id: s1, manner: indirect}]\n"
            "\n"
            "W308 /statements/0: the statement is indirect and does not say what was said; give "
            "it a text, or set manner to 'narrated' if the source does not say either, or accept "
            "W308 at 's1/text'"
        ),
        mend=(
            "Write down in `text` what was said. If the source only reports that somebody spoke, "
            "set `manner: narrated`."
        ),
    ),
    Rule(
        code="W309",
        level=_WARNING,
        title="an agreement without parties",
        why=(
            "Who agreed is half of what was agreed. It is looked at for what was made at the "
            "event, and not for proposals, parts of other agreements, resolutions, or where "
            "acts, votes or pledges name who did."
        ),
        example=(
            "agreements: [{id: gauges, status: agreed, text: publish gauge readings daily}]\n"
            "\n"
            "W309 /agreements/0: nobody is named as a party; name the parties or a group of "
            "them, or put 'parties' into not_stated, or accept W309 at 'gauges/parties'"
        ),
        mend=(
            "Name the parties, or declare a group in the words of the source and name that. If "
            "the source does not say, write `not_stated: [parties]`."
        ),
    ),
    Rule(
        code="W310",
        level=_WARNING,
        title="money without a currency, or a currency without money",
        why=(
            "An amount of money means nothing without its currency, and a currency beside a "
            "count shows that the unit was forgotten."
        ),
        example=(
            "figures: [{value: 376000000, currency: USD}]\n"
            "\n"
            "W310 /figures/0/currency: the figure has the currency USD, and its unit is 'count'; "
            "set unit to 'money', or take the currency out, or accept W310 at "
            "'lakeside-2031/figures'"
        ),
        mend=(
            "Give the currency, or write `not_stated: [currency]`. If it is money, set `unit: "
            "money`."
        ),
    ),
    Rule(
        code="W311",
        level=_WARNING,
        title="a narrated statement that says something",
        why="Narrated means that speech is reported without what was said.",
        example=(
            "statements: [{id: s1, manner: narrated, text: The river is low.}]\n"
            "\n"
            "W311 /statements/0/text: the statement is narrated and has a text; set manner to "
            "'indirect', or take the text out, or accept W311 at 's1/text'"
        ),
        mend=(
            "Set the manner by the fullest rendering: direct, mixed or indirect. What was merely "
            "talked about goes into `topics`."
        ),
    ),
    Rule(
        code="W312",
        level=_WARNING,
        title="a person without a name and a description",
        why=(
            "Whoever reads the record has to know who is meant, also where the source gives no "
            "name."
        ),
        example=(
            "people: [{id: diplomat}]\n"
            "\n"
            "W312 /people/0: the person 'diplomat' has neither a name nor a description; give "
            "the name, or put the words of the source into described_as, or put 'name' into "
            "not_stated, or accept W312 at 'diplomat/name'"
        ),
        mend='Give `name`, or `described_as` such as "a senior diplomat", or an office.',
    ),
    Rule(
        code="W313",
        level=_WARNING,
        title="a status that the dated acts contradict",
        why=(
            "Where there are dated acts, the status follows from them: what has been signed is "
            "no mere draft, and what all parties have left is not in force."
        ),
        example=(
            "agreements:\n"
            "  - id: charter\n"
            "    status: drafted\n"
            "    parties: [a]\n"
            "    acts: [{party: a, act: signature, when: 2031-05-08}]\n"
            "\n"
            "W313 /agreements/0/status: the status is 'drafted', and a signature is dated "
            "2031-05-08; leave the status out, since it follows from the acts, or correct one of "
            "them, or accept W313 at 'charter/status'"
        ),
        mend="Leave `status` out, or correct the acts.",
    ),
    Rule(
        code="W314",
        level=_NOTE,
        title="a text of the coder's beside a direct statement",
        why=(
            "A direct statement is its quotations. A second rendering beside them can differ, "
            "and then nobody knows which one counts."
        ),
        example=(
            "statements:\n"
            "  - id: s1\n"
            "    manner: direct\n"
            "    text: The river is low.\n"
            "    quotations: [{pieces: [{source: gazette, exact: The river is lower than "
            "ever.}]}]\n"
            "\n"
            "W314 /statements/0/text: the statement is direct and has a text besides its "
            "quotations; take the text out, or set manner to 'mixed' if more was said than is "
            "quoted, or accept W314 at 's1/text'"
        ),
        mend="Leave `text` out. If the source paraphrases the rest, set `manner: mixed`.",
    ),
    Rule(
        code="W315",
        level=_WARNING,
        title="somebody on both sides, or counted twice",
        why="Nobody is party and no party to the same agreement, or votes twice in one vote.",
        example=(
            "agreements:\n"
            "  - id: gauges\n"
            "    parties: [a, b]\n"
            "    other_participants: [{role: not_party, of: [b]}]\n"
            "\n"
            "W315 /agreements/0/other_participants/0/of/0: 'b' is a party and no party; take one "
            "of them out, or accept W315 at 'gauges/other_participants'"
        ),
        mend=(
            "Keep one of the two. If the source contradicts itself, keep both, record a "
            "discrepancy and accept the finding."
        ),
    ),
    Rule(
        code="W316",
        level=_NOTE,
        title="an acceptance that accepts nothing",
        why=(
            "What was accepted has been mended, or the acceptance has a fault. Left in place it "
            "would hide a finding of the future."
        ),
        example=(
            "accepts: [{code: W302, at: s1, why: the minister gave none}]\n"
            "\n"
            "W316 /accepts/0: W302 is accepted at 's1', and nothing of the kind is found there; "
            "take the acceptance out, or correct its code or address"
        ),
        mend="Take it out, or correct its code or address.",
    ),
    Rule(
        code="W317",
        level=_WARNING,
        title="a delegation that stands for nobody",
        why=(
            "A delegation is a relation: it takes part for a country, an organization or a group."
        ),
        example=(
            "delegations: [{id: a}]\n"
            "\n"
            "W317 /delegations/0: the delegation 'a' stands for nobody; name in of whom it "
            "stands for, or put 'of' into not_stated, or accept W317 at 'a/of'"
        ),
        mend=(
            "Name in `of` whom it stands for. If the source does not say, write `not_stated: [of]`."
        ),
    ),
    Rule(
        code="W318",
        level=_WARNING,
        title="a group whose members do not fit",
        why=(
            "A group that is complete has members, unless it is none of them. A proper part of "
            "something has no member from outside, and nobody whom the words leave out is inside."
        ),
        example=(
            "groups: [{id: both, wording: both ministers, is_complete: true}]\n"
            "\n"
            "W318 /groups/0: the group 'both' is complete and has no members; name the members, "
            "or leave is_complete out, or accept W318 at 'both/members'"
        ),
        mend="Correct the members. If the group is no part of the other, take `out_of` away.",
    ),
)
"""Every rule, in the order of the codes."""


def rule(code: str) -> Rule:
    """Return what a code stands for.

    Raises:
        UnknownNameError: If no rule has the code; the nearest ones are listed.

    Examples:
        >>> rule("W303").title
        'a speaker who was not there'
        >>> rule("w303")
        Traceback (most recent call last):
        confmodel.errors.UnknownNameError: no rule has the code 'w303'; did you mean W303?
    """
    found = _by_code().get(code)
    if found is None:
        near = _nearest(code)
        raise UnknownNameError(
            code,
            candidates=near,
            message=f"no rule has the code {shown(code)}",
            help=f"did you mean {' or '.join(near)}?"
            if near
            else "give a code such as 'W303'; RULES lists them all",
        )
    return found


@functools.cache
def _by_code() -> dict[str, Rule]:
    return {each.code: each for each in RULES}


def _nearest(code: str) -> tuple[str, ...]:
    # Dear to import, and wanted only where something has gone wrong.
    import difflib  # noqa: PLC0415

    # A code has four characters; what is much longer resembles none.
    tidy = code[:20].strip().upper()
    if tidy in _by_code():
        return (tidy,)
    return tuple(difflib.get_close_matches(tidy, _by_code(), n=3, cutoff=0.75))
