"""`Source`, its `Part`s, and links to other sources."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel.model import (
    Delegate,
    Other,
    Part,
    PartKind,
    Source,
    SourceLink,
    SourceRelation,
    When,
)
from tests.model.helpers import refusal

OFFSETS = st.integers(0, 10**6)


# Source


def test_id_is_all_that_a_source_needs() -> None:
    assert repr(Source(id="gazette")) == "Source(id='gazette')"


def test_dates_take_short_forms() -> None:
    gazette = Source(
        id="gazette", published=2031, modified="2031-05", embargo="2031-05-08T12:00:00"
    )

    assert gazette.published == When("2031")
    assert gazette.modified == When("2031-05")
    assert gazette.embargo == When("2031-05-08T12:00:00")


def test_length_may_be_nothing_but_not_less() -> None:
    assert Source(id="gazette", length=0).length == 0
    assert refusal(Source, id="gazette", length=-1).path == "length"


def test_text_stands_for_no_part() -> None:
    error = refusal(Source, id="gazette", parts=["caption"])

    assert (error.code, error.path) == ("E101", "parts/0")


# Part


@given(start=OFFSETS, length=OFFSETS)
def test_part_ends_where_it_starts_or_later(start: int, length: int) -> None:
    part = Part(kind=PartKind.BODY, start=start, end=start + length)

    assert (part.start, part.end) == (start, start + length)


@given(end=OFFSETS, over=st.integers(1, 10**6))
def test_part_that_ends_before_it_starts_is_refused(end: int, over: int) -> None:
    error = refusal(Part, kind=PartKind.BODY, start=end + over, end=end)

    assert (error.code, error.path, error.value) == ("E105", "end", end)
    assert error.message == f"{end} lies before the start, {end + over}"


@pytest.mark.parametrize("ends", [{"start": 5}, {"end": 5}, {}])
def test_part_may_have_one_end_or_none(ends: dict[str, int]) -> None:
    part = Part(kind=PartKind.BODY, start=ends.get("start"), end=ends.get("end"))

    assert (part.start, part.end) == (ends.get("start"), ends.get("end"))


@pytest.mark.parametrize(
    ("part", "label"),
    [
        (Part(kind=PartKind.CAPTION), "caption"),
        (Part(kind=PartKind.PARAGRAPH, number="12"), "paragraph/12"),
        (Part(kind=Other(other="info box")), "info box"),
        (Part(kind=Other(other="box"), number="b"), "box/b"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_label_is_the_kind_and_the_number(part: Part, label: str) -> None:
    assert part.label == label


def test_number_of_a_part_is_text_as_printed() -> None:
    assert Part(kind=PartKind.PARAGRAPH, number="3 bis").number == "3 bis"
    assert refusal(Part, kind=PartKind.PARAGRAPH, number=3).code == "E101"


def test_part_needs_a_kind() -> None:
    assert refusal(Part, kind=None).path == "kind"


# SourceLink


def test_source_given_as_such_is_kept_as_its_id() -> None:
    link = SourceLink(source=Source(id="agency"), relation=SourceRelation.SYNDICATED_COPY)

    assert link.source == "agency"


def test_delegate_is_no_source() -> None:
    error = refusal(SourceLink, source=Delegate(id="r-vale"), relation=SourceRelation.SUMMARY)

    assert (error.code, error.path) == ("E203", "source")
    assert error.help == "give one of: source"
