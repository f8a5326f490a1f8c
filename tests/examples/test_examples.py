"""The bundled records: that they load, are sound, and show what the model can say."""

import hashlib
from collections.abc import Iterator
from typing import Any

import pytest

from confmodel.checks import check
from confmodel.codec import dumps
from confmodel.errors import UnknownNameError
from confmodel.examples import _read as read_bundled
from confmodel.examples import example, example_names, example_texts
from confmodel.model import Conference, Evidence, Record, Seal, Source
from confmodel.model._shape import classes_in, fields_of
from confmodel.model._walk import evidence_in

INVENTED = [name for name in example_names() if example_texts(name)]

NOT_SHOWN = {
    # Everybody who is only spoken of has a name and no more than that.
    "Person.described_as",
    "Person.offices",
    "Person.other_names",
    # No office of theirs is told under two names.
    "Office.other_names",
    # The version is the default one.
    "Conference.confmodel",
}
"""Fields that no bundled record uses, beyond those that every class has."""

COMMON = {"extra", "identifiers", "note", "not_stated", "evidence"}


def test_the_founding_record_comes_first_and_is_the_default() -> None:
    assert example_names()[0] == "warsaw-2026"
    assert example() is example("warsaw-2026")


def test_unknown_example_is_refused_with_the_nearest_and_all_names() -> None:
    with pytest.raises(UnknownNameError) as caught:
        example("lakeside")

    assert "did you mean 'lakeside-2031'?" in caught.value.help
    assert caught.value.candidates == example_names()


@pytest.mark.parametrize("name", ["", "x" * 10_000, "zanzibar", "..", None])
def test_name_that_resembles_none_is_refused_with_all_names(name: Any) -> None:
    with pytest.raises(UnknownNameError) as caught:
        example_texts(name)

    assert all(each in str(caught.value) for each in example_names())


def test_text_under_copyright_does_not_travel() -> None:
    assert example_texts("warsaw-2026") == {}


def test_texts_cannot_be_spoilt_for_the_next_reader() -> None:
    example_texts("lakeside-2031").clear()

    assert example_texts("lakeside-2031")


@pytest.mark.parametrize("name", example_names())
def test_record_is_named_as_its_file(name: str) -> None:
    assert example(name).id == name


@pytest.mark.parametrize("name", example_names())
def test_file_is_in_the_canonical_form(name: str) -> None:
    assert read_bundled(f"{name}.json") == dumps(example(name), indent=2) + "\n"


@pytest.mark.parametrize("name", example_names())
def test_record_has_no_findings(name: str) -> None:
    assert [str(finding) for finding in check(example(name)).findings] == []


@pytest.mark.parametrize("name", INVENTED)
def test_text_is_the_one_that_the_source_describes(name: str) -> None:
    texts = example_texts(name)

    for source in example(name).sources:
        text = texts[source.id]
        assert "\r" not in text
        assert source.length == len(text)
        assert source.sha256 == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("name", INVENTED)
def test_every_piece_of_evidence_stands_exactly_where_it_says(name: str) -> None:
    texts = example_texts(name)
    record = example(name)

    for piece in in_words(record):
        assert piece.start is not None
        assert piece.source is not None
        text = texts[piece.source]
        assert text[piece.start : piece.end] == piece.exact
        assert text[: piece.start].endswith(piece.prefix or "")
        assert text[piece.end :].startswith(piece.suffix or "")


@pytest.mark.parametrize("name", INVENTED)
def test_words_that_stand_in_several_places_have_their_context(name: str) -> None:
    texts = example_texts(name)

    for piece in in_words(example(name)):
        assert piece.exact is not None
        text = texts[piece.source or ""]
        if text.count(piece.exact) > 1:
            context = f"{piece.prefix or ''}{piece.exact}{piece.suffix or ''}"
            assert text.count(context) == 1


@pytest.mark.parametrize("name", example_names())
def test_every_piece_of_evidence_lies_in_the_part_that_it_names(name: str) -> None:
    record = example(name)

    for piece in in_words(record):
        source = record.expect(Source, piece.source or "")
        (part,) = [each for each in source.parts if each.label == piece.part]
        assert part.start is not None
        assert part.end is not None
        assert piece.start is not None
        assert piece.end is not None
        assert part.start <= piece.start < piece.end <= part.end


def test_every_class_and_nearly_every_field_is_shown() -> None:
    """A field that is new to the model is shown in a bundled record, or listed above."""
    shown = {each for name in example_names() for each in used_in(example(name))}
    every = {
        f"{owner.__name__}.{field.name}"
        for owner in classes_in(Conference)
        for field in fields_of(owner)
        if field.name not in COMMON
    }

    assert every - shown == NOT_SHOWN
    assert {owner.__name__ for owner in classes_in(Conference)} <= {
        each.partition(".")[0] for each in shown
    }


def test_every_common_field_is_shown_somewhere() -> None:
    shown = {each for name in example_names() for each in used_in(example(name))}

    assert {each.partition(".")[2] for each in shown} >= COMMON


def in_words(record: Conference) -> list[Evidence]:
    """List the evidence that has words, open or sealed."""
    return [each for each in evidence_in(record) if each.length is not None]


def used_in(value: object) -> Iterator[str]:
    """Name every field, as `Class.field`, that is not at its default somewhere inside."""
    if isinstance(value, tuple):
        for each in value:
            yield from used_in(each)
    elif isinstance(value, Record | Seal):
        owner: type = type(value)
        for field in fields_of(owner):
            held = getattr(value, field.name)
            if field.is_required or held != field.default:
                yield f"{owner.__name__}.{field.name}"
                yield from used_in(held)
