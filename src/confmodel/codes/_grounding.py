"""The codes of grounding, `G4xx`: evidence beside the text of its source.

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
            "the text that the offsets were counted in, or anchor the record anew"
        ),
        mend=(
            "Check with the text that the record was made from. If the text was corrected, take "
            "the offsets and the digest out and anchor the record anew."
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
            "words exactly, or make the statement indirect"
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
)
