"""The codes of grounding, `G4xx`: evidence beside the text of its source.

`G40x` is given by `check`, and `G42x`, a contradiction, by `suggest`.
In the examples, `x-text` stands for the text of the source.
"""

from confmodel.codes._rule import Rule
from confmodel.errors import FindingLevel

_ERROR = FindingLevel.ERROR
_WARNING = FindingLevel.WARNING
_NOTE = FindingLevel.NOTE

GROUNDING: tuple[Rule, ...] = (
    Rule(
        code="G401",
        level=_WARNING,
        title="a text that is not the one of the source",
        why=(
            "Offsets are counted in one text. In another version of it, they lead to other words."
        ),
        example=(
            "sources: [{id: report, length: 21, x-text: They agreed to meet.}]\n"
            "\n"
            "G401 /sources/0/length: the text has 20 code points, and the source 21; check with "
            "the text that the offsets were counted in, or take start, length and sha256 out and "
            "anchor the record anew"
        ),
        mend=(
            "Check with the text that the record was made from. If the text was corrected, first "
            "take out what was counted in the old one: `start` of the evidence, and `length`, "
            "`sha256` and the offsets of the `parts` of the source. Then anchor the record anew: "
            "`anchor` never changes what is there."
        ),
    ),
    Rule(
        code="G402",
        level=_ERROR,
        title="words that are not in their source",
        why=("Whoever reads the record believes that the source says so. It does not."),
        example=(
            "sources: [{id: report, x-text: They agreed to meet.}]\nevidence: [a treaty was "
            "signed]\n"
            "\n"
            "G402 /evidence/0/exact: 'a treaty was signed' is not in source 'report'; copy the "
            "words exactly, or take the fact out"
        ),
        mend=(
            "Copy the words from the source letter by letter. If it does not say so, take the "
            "fact out, or tell whose conclusion it is with `basis: derived`."
        ),
    ),
    Rule(
        code="G403",
        level=_WARNING,
        title="words that are nearly in their source",
        why=(
            "Somebody changed a letter or a word, in the record or in the source. One word can "
            "turn the meaning round."
        ),
        example=(
            "sources: [{id: report, x-text: They agreed to meet.}]\nevidence: [agreed to meat]\n"
            "\n"
            "G403 /evidence/0/exact: 'agreed to meat' is not in source 'report'; copy the words "
            "exactly (nearest: 'agreed to meet', offset 5)"
        ),
        mend=("Compare both, and copy the words of the source."),
    ),
    Rule(
        code="G404",
        level=_WARNING,
        title="words that stand in several places",
        why=("Nothing says which place is meant, and another place can be about something else."),
        example=(
            "sources: [{id: report, x-text: They agreed. All agreed.}]\nevidence: [agreed]\n"
            "\n"
            "G404 /evidence/0/exact: 'agreed' stands 2 times in source 'report'; give start, "
            "prefix, suffix or part (offsets: 5, 17)"
        ),
        mend=(
            "Give the offset, or a few words before or after as `prefix` or `suffix`, or the "
            "`part`; or quote more words."
        ),
    ),
    Rule(
        code="G405",
        level=_WARNING,
        title="words that stand elsewhere than at their offset",
        why=("The text has changed since the offsets were counted, or somebody counted in bytes."),
        example=(
            "sources: [{id: report, x-text: They agreed to meet.}]\nevidence: [{exact: agreed, "
            "start: 4}]\n"
            "\n"
            "G405 /evidence/0/exact: 'agreed' stands at offset 5, not at 4; set start to 5"
        ),
        mend=("Correct the offset. Offsets are code points of the untouched text, counted from 0."),
    ),
    Rule(
        code="G406",
        level=_NOTE,
        title="words with other spaces, quotation marks, dashes or ligatures",
        why=(
            "The words are those of the source, and the letters are not quite: copying through "
            "another program does that."
        ),
        example=(
            "sources: [{id: report, x-text: They agreed  to meet.}]\nevidence: [agreed to meet]\n"
            "\n"
            "G406 /evidence/0/exact: 'agreed to meet' stands in source 'report' with other white "
            "space; copy the words exactly: 'agreed  to meet', offset 5"
        ),
        mend=("Copy the words letter by letter. They count as grounded all the same."),
    ),
    Rule(
        code="G407",
        level=_WARNING,
        title="words that stand outside the part that is named",
        why=(
            "A caption or a headline is often by somebody else than the body, and says something "
            "else. Whoever reads the record takes the words for those of the part that it names."
        ),
        example=(
            "sources:\n"
            "  - id: report\n"
            "    parts: [{kind: headline, start: 0, end: 17}, {kind: body, start: 18, end: 39}]\n"
            "    x-text: Ministers to meet They agreed to meet.\n"
            "evidence: [{exact: agreed, part: headline}]\n"
            "\n"
            "G407 /evidence/0/part: 'agreed' stands at offset 23, outside part 'headline'; set "
            "part to 'body', or copy words that stand in 'headline'"
        ),
        mend=(
            "Name the part that has the words, or quote words of the part that you mean. Words "
            "that begin in one part and end in another stand in neither. Where the source does "
            "not say where a part begins and ends, nothing is compared."
        ),
    ),
    Rule(
        code="G408",
        level=_NOTE,
        title="a text with characters that deceive the eye",
        why=(
            "Characters that are not seen, or that look like others, can make a reader see other "
            "words than a program."
        ),
        example=(
            'sources: [{id: report, x-text: "They \\u202eagreed."}]\n'
            "\n"
            "G408 /sources/0: the text has characters that deceive the eye: bidi control; look "
            "at the words in a view that shows them; the text stays as it is"
        ),
        mend=("Look at the text in a view that shows such characters. Nothing is altered."),
    ),
    Rule(
        code="G409",
        level=_WARNING,
        title="sealed words that were not looked for everywhere",
        why=(
            "Sealed words are found by hashing, and in a long text that has changed there is more "
            "to hash than is allowed. They may stand in it, or not."
        ),
        example=(
            "unseal(\n"
            "    Conference(\n"
            '        id="c",\n'
            '        name="C",\n'
            '        sources=[Source(id="report")],\n'
            '        evidence=[Evidence(source="report", exact="agreed", start=5).sealed()],\n'
            "    ),\n"
            '    {"report": "They met. " * 1_000_000},\n'
            ")\n"
            "\n"
            "G409 /evidence/0/seal: the sealed words were not found in the text of 'report', and "
            "not looked for everywhere; give the text that they were sealed from"
        ),
        mend=(
            "Check with the text that was sealed: there, all words stand at their offset. If the "
            "text was corrected, anchor and seal the record with the words once more."
        ),
    ),
    Rule(
        code="G421",
        level=_NOTE,
        title="a stated count that differs from what is listed",
        why=(
            "A source that says four and then names three has left one out, or has miscounted. "
            "Nobody notices who only reads on."
        ),
        example=(
            "countries: [{id: a, name: Aland}, {id: b, name: Bermark}, {id: c, name: Corland}]\n"
            "groups: [{id: lake, wording: four nations, members: [a, b, c], stated_size: 4}]\n"
            "\n"
            "G421 /groups/0/stated_size: 4 are stated and 3 are listed as its members; read both "
            "sides; if they disagree, add the discrepancy to the record"
        ),
        mend=(
            "If the source names one more, list it. If the source contradicts itself, add the "
            "discrepancy. If the count is right as it stands, accept W305 there."
        ),
    ),
    Rule(
        code="G422",
        level=_NOTE,
        title="a headline, deck or caption that differs from the body",
        why=(
            "Somebody else often writes what stands above the body, and in a hurry. A record made "
            "from the headline then says what the report does not."
        ),
        example=(
            "sources:\n"
            "  - id: report\n"
            "    parts: [{kind: headline, start: 0, end: 16}]\n"
            "    x-text: Six nations meet. The five nations met in Selm.\n"
            "\n"
            "G422 /sources/0: the numbers differ: 'Six nations' in the headline, 'five nations' "
            "in the body; read both sides; if they disagree, add the discrepancy to the record"
        ),
        mend=(
            "Read both. If they mean the same thing and disagree, add the discrepancy, and let the "
            "record follow the side that you believe."
        ),
    ),
    Rule(
        code="G423",
        level=_NOTE,
        title="two figures for one thing",
        why=(
            "Not both can be right, if they count the same thing at the same time. Whoever asks "
            "for the figure gets one of them by chance."
        ),
        example=(
            "figures: [{value: 20, of: boats at sea}, {value: 30, of: boats at sea}]\n"
            "\n"
            "G423 /figures/1: 20 and 30 are both given for 'boats at sea'; read both sides; if "
            "they disagree, add the discrepancy to the record"
        ),
        mend=(
            "If they count different things or times, say so with `of`, `counts`, `for_whom` or "
            "`period`. If they disagree, add the discrepancy."
        ),
    ),
    Rule(
        code="G424",
        level=_NOTE,
        title="two spellings of one name",
        why=(
            "A search for one spelling misses the other, and one person can be counted as two. It "
            "may also be two people with nearly the same name."
        ),
        example=(
            "sources: [{id: report, x-text: Rosa Valerian spoke. Rosa Valerien left.}]\n"
            "people: [{id: vale, name: Rosa Valerian}]\n"
            "\n"
            "G424 /people/0: 'Rosa Valerian' is also spelt 'Rosa Valerien'; read both sides; if "
            "they disagree, add the discrepancy to the record"
        ),
        mend=(
            "If both are one, add the discrepancy, and the other spelling to `other_names` if you "
            "want it found. If they are two, record both."
        ),
    ),
    Rule(
        code="G425",
        level=_NOTE,
        title="two sources that differ on one field",
        why=(
            "The record has one value, and each source proves another. Which of them is right is "
            "no question for a program."
        ),
        example=(
            "sources: [{id: report}, {id: gazette}]\n"
            "evidence:\n"
            "  - {source: report, exact: on 6 May, supports: [when]}\n"
            "  - {source: gazette, exact: on 7 May, supports: [when]}\n"
            "\n"
            "G425 /evidence/1: the sources differ on 'when': 'on 6 May', 'on 7 May'; read both "
            "sides; if they disagree, add the discrepancy to the record"
        ),
        mend=(
            "If they disagree, add the discrepancy, and keep the value that you believe. If one of "
            "them is about something else, take its evidence out."
        ),
    ),
    Rule(
        code="G426",
        level=_NOTE,
        title="a group that praises, accuses or threatens one of its own",
        why=(
            '"All ministers praised Aland" is seldom meant of the minister of Aland. The group '
            "that spoke is perhaps smaller than the record says."
        ),
        example=(
            "countries: [{id: aland, name: Aland}]\n"
            "groups: [{id: all, wording: All ministers, members: [aland]}]\n"
            "statements: [{id: s1, speakers: [all], act: praise, about: [aland]}]\n"
            "\n"
            "G426 /statements/0/speakers: 'All ministers' praise one of their own: 'Aland' is "
            "inside; read both sides; if they disagree, add the discrepancy to the record"
        ),
        mend=(
            "If others spoke, make a group of those and let it be the speaker. If the source does "
            "say so of all, add the discrepancy."
        ),
    ),
)
