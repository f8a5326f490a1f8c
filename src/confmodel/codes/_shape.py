"""The codes of the shape of a document, `E1xx`."""

from confmodel.codes._rule import Rule
from confmodel.errors import FindingLevel

_ERROR = FindingLevel.ERROR

SHAPE: tuple[Rule, ...] = (
    Rule(
        code="E100",
        level=_ERROR,
        title="the document is of no form that is read",
        why=(
            "Nothing can be read from a text that is cut off, has a fault of syntax or is not in "
            "UTF-8, or from bytes that are no MessagePack or not compressed as the name says. A "
            "byte order mark is refused too: JSON forbids it, and offsets would be wrong by one."
        ),
        example=(
            '{"id": "lakeside-2031", "name": "Lakeside\n'
            "\n"
            "E100 (root): the document is not JSON (input data was truncated); write it as JSON "
            "(RFC 8259): names and texts in double quotes, nothing behind it"
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
            "A file from a stranger must not use up the memory of whoever reads it. Its size and "
            "the number of things have limits that the caller can raise; depth has one, too, "
            "which no record comes near."
        ),
        example=(
            'loads(\'{"id": "c", "name": "C"}\', limits=Limits(max_bytes=10))\n'
            "\n"
            "E113 (root): the document has 24 bytes, and 10 are allowed; split the document, or "
            "allow more with Limits(max_bytes=...)"
        ),
        mend=(
            "If you trust the file, load it with higher limits, or give the command the options "
            "`--max-bytes` and `--max-objects`. If you do not, there is nothing to mend."
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
            "E115 /statements/0/manner: 'verbatim' is not a Manner; give one of: direct, mixed, "
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
)
