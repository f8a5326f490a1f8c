"""Grounding a record: one verdict for each piece, in the order of the document."""

import hashlib
import sys
import time
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel import InvalidValueError, check, example, ground
from confmodel.errors import FindingLevel
from confmodel.examples import example_texts
from confmodel.grounding import Verdict
from confmodel.grounding.flags import flags_in
from confmodel.grounding.pieces import pieces_of
from confmodel.grounding.texts import digest, what_differs
from confmodel.model import Basis, Conference, Evidence, Figure, Place, Source, Statement
from tests.grounding.helpers import record_of, texts, words

TEXT = "They agreed to meet. They agreed, and then they left for the town of Selm."

SOME_WORDS = st.sampled_from(
    ["agreed", "to meet", "to  meet", "left for the toun", "They", "a treaty was signed", "Selm."]
)
PIECES = st.lists(
    st.builds(
        words,
        exact=SOME_WORDS,
        start=st.none() | st.integers(0, 90),
        source=st.sampled_from(["note", "other", "third"]),
    ),
    max_size=8,
)
SOURCES = [Source(id=each) for each in ("note", "other", "third")]
TEXTS = {"note": TEXT, "other": TEXT.upper()}


@given(pieces=PIECES)
def test_every_piece_gets_one_verdict_in_the_order_of_the_document(pieces: list[Evidence]) -> None:
    record = record_of(*pieces, sources=SOURCES)

    groundings = ground(record, TEXTS)

    assert [each.evidence for each in groundings] == pieces
    assert [each.pointer for each in groundings] == [each.pointer for each in pieces_of(record)]
    for each in groundings:
        assert each.verdict in Verdict
        if each.found is not None:
            text = TEXTS[each.evidence.source or ""]
            assert text[each.start : each.end] == each.found
        assert (each.verdict is Verdict.NOT_CHECKED) == (each.evidence.source == "third")


@given(pieces=PIECES, order=st.permutations(SOURCES))
def test_verdicts_do_not_depend_on_the_order_of_the_sources(
    pieces: list[Evidence], order: list[Source]
) -> None:
    assert ground(record_of(*pieces, sources=order), dict(reversed(TEXTS.items()))) == ground(
        record_of(*pieces, sources=SOURCES), TEXTS
    )


@pytest.mark.parametrize("name", ["lakeside-2031", "harbour-1974"])
def test_bundled_records_are_exact(name: str) -> None:
    groundings = ground(example(name), example_texts(name))

    assert {each.verdict for each in groundings} == {Verdict.EXACT, Verdict.NOT_CHECKED}
    assert all(
        each.evidence.basis is Basis.BACKGROUND
        for each in groundings
        if each.verdict is Verdict.NOT_CHECKED
    )


def test_text_of_an_unknown_source_is_refused_with_the_known_ones() -> None:
    record = record_of(words("agreed"))

    with pytest.raises(InvalidValueError, match="has no source 'nota'; give the texts of note"):
        ground(record, {"note": TEXT, "nota": TEXT})
    with pytest.raises(InvalidValueError, match="declare its source"):
        check(attrs.evolve(record, sources=[], evidence=[]), texts={"note": TEXT})


def test_evidence_of_an_unknown_source_is_not_checked() -> None:
    record = record_of(words("agreed", source="unknown"))

    (grounding,) = ground(record, {"note": TEXT})

    assert grounding.verdict is Verdict.NOT_CHECKED
    assert not grounding.is_grounded


def test_evidence_beside_decides_between_several_places() -> None:
    record = record_of(words("and then they left"), words("agreed"))

    beside = ground(record, {"note": TEXT})[1]

    assert (beside.verdict, beside.start) == (Verdict.EXACT, 26)


def test_evidence_for_another_fact_decides_nothing() -> None:
    record = attrs.evolve(record_of(words("agreed")), evidence=[words("and then they left")])

    assert {each.verdict for each in ground(record, {"note": TEXT})} == {
        Verdict.EXACT,
        Verdict.AMBIGUOUS,
    }


def test_what_has_been_placed_decides_what_stands_beside_it() -> None:
    text = "x" * 40 + " one " + "y" * 20 + " two " + "z" * 300 + " two " + "one" + " end"
    record = record_of(words("x" * 40), words("one"), words("two"))

    assert [each.verdict for each in ground(record, {"note": text})] == [Verdict.EXACT] * 3


def seconds_for(many: int) -> float:
    """Measure the evidence of one fact: half of it at its offset, half at many places."""
    text = " ".join(f"word{n} agreed{n % 20}" for n in range(4000))
    placed = [words(f"word{n}", start=text.index(f"word{n} ")) for n in range(many)]
    record = record_of(*placed, *(words(f"agreed{n % 20}") for n in range(many)))
    spent: list[float] = []
    for _ in range(3):
        begun = time.process_time()
        ground(record, {"note": text})
        spent.append(time.process_time() - begun)
    return min(spent)


def test_evidence_of_one_fact_costs_as_its_number_grows() -> None:
    """Four times the pieces take about four times the time, and not sixteen times."""
    assert seconds_for(800) < 8 * seconds_for(200)


def test_rounds_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["confmodel.grounding.ground"], "_MOST_ROUNDS", 0)
    record = record_of(words("and then they left"), words("agreed"))

    assert ground(record, {"note": TEXT})[1].verdict is Verdict.AMBIGUOUS


def test_moved_words_are_placed_but_help_nobody() -> None:
    text = "one" + "a" * 50 + "two" + "b" * 80 + "two" + "c" * 400 + "one"
    record = record_of(words("a" * 50), words("one", start=7), words("two", start=1))

    assert [each.verdict for each in ground(record, {"note": text})] == [
        Verdict.EXACT,
        Verdict.MOVED,
        Verdict.MOVED,
    ]


def test_texts_may_be_files(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_bytes("caf\u00e9\r\nagreed".encode())

    (grounding,) = ground(record_of(words("agreed")), {"note": file})

    assert grounding.start == 6


def test_text_that_is_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError) as caught:
        ground(record_of(), {"note": 7})  # type: ignore[dict-item]

    assert (caught.value.code, caught.value.path) == ("E101", "note")
    file = tmp_path / "note.txt"
    file.write_bytes(b"ab\xff")
    with pytest.raises(InvalidValueError) as caught:
        ground(record_of(), {"note": file})

    assert caught.value.code == "E100"
    assert "byte 2" in str(caught.value)
    with pytest.raises(FileNotFoundError):
        ground(record_of(), {"note": tmp_path / "absent.txt"})


@given(text=texts() | st.text())
def test_no_text_is_refused(text: str) -> None:
    record = record_of(words("agreed", start=2), words("\ufb01"), words("agreed").sealed())

    report = check(record, texts={"note": text})

    assert len(report.groundings) == 3
    assert str(report)


def test_text_is_told_by_its_length_and_digest() -> None:
    length, made = len(TEXT), digest(TEXT)

    assert what_differs(TEXT, Source(id="note")) is None
    assert what_differs(TEXT, Source(id="note", length=length, sha256=made)) is None
    assert what_differs(TEXT, Source(id="note", length=3, sha256=made)) == "length"
    assert what_differs(TEXT, Source(id="note", sha256=digest("other"))) == "sha256"
    assert digest("\ud800") != digest("")
    assert digest("\u00e9" * 3_000_000) == hashlib.sha256(b"\xc3\xa9" * 3_000_000).hexdigest()


# Each finding once: where it is, what is wrong, what to do.


def findings(*pieces: Evidence, source: Source | None = None, text: str = TEXT) -> list[str]:
    record = record_of(*pieces, sources=[source or Source(id="note")])
    return [str(each) for each in check(record, texts={"note": text})]


def test_g401_text_of_another_length_or_digest() -> None:
    assert findings(source=Source(id="note", length=5)) == [
        (
            "G401 /sources/0/length: the text has 74 code points, and the source 5; check with the "
            "text that the offsets were counted in, or take start, length and sha256 out and "
            "anchor the record anew"
        )
    ]
    assert findings(source=Source(id="note", length=74, sha256="0" * 64)) == [
        (
            "G401 /sources/0/sha256: the text is not the one that the digest was made of; check "
            "with the text that the offsets were counted in, or take start, length and sha256 out "
            "and anchor the record anew"
        )
    ]
    assert findings(source=Source(id="note", length=74, sha256=digest(TEXT))) == []


def test_source_without_a_text_is_not_spoken_of() -> None:
    record = record_of(sources=[Source(id="note", length=5), Source(id="other")])

    assert check(record, texts={"other": TEXT}).findings == ()


def test_g402_words_that_are_not_there() -> None:
    assert findings(words("a treaty was signed")) == [
        (
            "G402 /statements/0/evidence/0/exact: 'a treaty was signed' is not in source 'note'; "
            "copy the words exactly, or make the statement indirect"
        )
    ]
    assert findings(words("a treaty was signed").sealed()) == [
        (
            "G402 /statements/0/evidence/0: what is sealed here (19 letters) is not in source "
            "'note'; copy the words exactly, or make the statement indirect"
        )
    ]


def test_g402_invented_words_behind_a_long_real_beginning() -> None:
    real = " ".join(f"word{n}" for n in range(400))
    invented = "Totally made up, and nobody ever said so. " * 48

    (found,) = check(record_of(words(real[:1000] + invented)), texts={"note": real}).findings

    assert (found.code, found.level) == ("G402", FindingLevel.ERROR)


def test_g402_of_what_is_no_speech_does_not_speak_of_a_statement() -> None:
    place = Place(name="Selm", evidence=[words("in the town hall of Berlin")])
    figure = Figure(value=3, evidence=[words("three ministers of war")])
    record = Conference(
        id="c",
        name="C",
        places=[place],
        sources=[Source(id="note")],
        statements=[Statement(id="s", figures=[figure])],
    )

    found = check(record, texts={"note": TEXT}).errors

    assert [each.pointer for each in found] == [
        "/places/0/evidence/0/exact",
        "/statements/0/figures/0/evidence/0/exact",
    ]
    assert {each.help for each in found} == {"copy the words exactly, or take the fact out"}


def test_g403_words_that_are_nearly_there() -> None:
    assert findings(words("for the toun of Selm")) == [
        (
            "G403 /statements/0/evidence/0/exact: 'for the toun of Selm' is not in source 'note'; "
            "copy the words exactly (nearest: 'for the town of Selm', offset 53)"
        )
    ]


def test_g404_words_at_several_places() -> None:
    assert findings(words("agreed")) == [
        (
            "G404 /statements/0/evidence/0/exact: 'agreed' stands 2 times in source 'note'; "
            "give start, prefix, suffix or part (offsets: 5, 26)"
        )
    ]


def test_g405_words_that_have_moved() -> None:
    assert findings(words("to meet", start=3)) == [
        (
            "G405 /statements/0/evidence/0/exact: 'to meet' stands at offset 12, not at 3; "
            "set start to 12"
        )
    ]


def test_g406_words_in_other_typography() -> None:
    assert findings(words("to  meet")) == [
        (
            "G406 /statements/0/evidence/0/exact: 'to  meet' stands in source 'note' with other "
            "white space; copy the words exactly: 'to meet', offset 12"
        )
    ]
    assert findings(words("for the town\n")) == [
        (
            "G406 /statements/0/evidence/0/exact: 'for the town\\n' stands in source 'note' with "
            "other white space; copy the words exactly: 'for the town', offset 53"
        )
    ]


def test_g408_characters_that_deceive() -> None:
    assert findings(text="They agreed\u202e to meet.") == [
        (
            "G408 /sources/0: the text has characters that deceive the eye: bidi control; look at "
            "the words in a view that shows them; the text stays as it is"
        )
    ]


def test_levels_tell_wrong_from_worth_knowing() -> None:
    report = check(
        record_of(words("a treaty was signed"), words("for the toun of Selm"), words("to  meet")),
        texts={"note": TEXT},
    )

    assert [each.level for each in report] == [
        FindingLevel.ERROR,
        FindingLevel.WARNING,
        FindingLevel.NOTE,
    ]
    assert report.verdicts == {"normalised": 1, "near": 1, "missing": 1}


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("a\u2066b", "bidi control"),
        ("a\u200bb", "invisible character"),
        ("a\u0007b", "control character"),
        ("a" + "\u0301" * 5, "stacked marks"),
        ("N\u0430qvi", "mixed scripts in a word"),
        ("\u0391lan", "mixed scripts in a word"),
    ],
)
def test_what_deceives_the_eye_is_flagged(text: str, flag: str) -> None:
    assert flags_in(text) == (flag,)


def test_words_and_what_was_found_are_flagged_together() -> None:
    (grounding,) = ground(record_of(words("they\u2060 met")), {"note": "Then they\u200b met."})

    assert grounding.verdict is Verdict.NORMALISED
    assert grounding.flags == ("invisible character",)
    assert grounding.is_grounded
