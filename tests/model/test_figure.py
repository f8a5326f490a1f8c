"""`Figure` and `RatioTerm`: numbers that somebody claimed."""

import decimal
import math
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from confmodel import dumps, loads
from confmodel.model import (
    Conference,
    Country,
    Delegation,
    Direction,
    Figure,
    RatioTerm,
    Statement,
    Unit,
    When,
)
from tests.model.helpers import refusal

SIZES = st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent),
    st.integers(1, 10**15 - 1),
    st.integers(-15, 9),
) | st.just(Decimal(0))
"""Numbers that every reader keeps exactly."""


# Build


@pytest.mark.parametrize("value", [47, 47.0, Decimal(47), Decimal("47.000"), Decimal("4.7E+1")])
def test_equal_numbers_give_one_figure(value: Decimal | float) -> None:
    figure = Figure(value=value)

    assert figure == Figure(value=47)
    assert hash(figure) == hash(Figure(value=47))
    assert repr(figure) == "Figure(value=Decimal('47'))"


def test_float_is_taken_with_the_digits_that_it_shows() -> None:
    assert Figure(value=0.1).value == Decimal("0.1")
    assert Figure(value=2.675).value == Decimal("2.675")


def test_zero_has_one_form() -> None:
    for zero in (0, 0.0, -0.0, Decimal("-0.0"), Decimal("0E+10"), Decimal("0.000")):
        assert repr(Figure(value=zero).value) == "Decimal('0')"


@given(SIZES)
@example(Decimal("1E-15"))
@example(Decimal("1E+24"))
@example(Decimal(999999999999999))
@example(Decimal("0.123456789012345"))
def test_number_of_15_digits_is_kept_exactly_also_by_json(size: Decimal) -> None:
    figure = Figure(value=size)
    record = Conference(id="c", name="C", figures=[figure])
    loaded = loads(dumps(record)).figures[0]

    assert figure.value == size
    assert loaded == figure
    assert repr(loaded) == repr(figure)


@given(SIZES)
def test_number_brought_to_its_form_stays_in_it(size: Decimal) -> None:
    once = Figure(value=size).value

    assert repr(Figure(value=once).value) == repr(once)


def test_words_alone_are_a_figure() -> None:
    millions = Figure(wording="millions", of="people")

    assert millions.value is None


@pytest.mark.parametrize(
    "ends", [{"low": 5}, {"high": 7}, {"low": 5, "high": 7}, {"low": 5, "high": 5}]
)
def test_range_may_be_open_at_either_end(ends: dict[str, int]) -> None:
    figure = Figure(**ends)  # type: ignore[arg-type]

    assert {name: getattr(figure, name) for name in ends} == ends


def test_ratio_keeps_the_order_of_its_terms() -> None:
    naval = Figure(
        unit=Unit.RATIO, ratio=[RatioTerm(value=5), RatioTerm(value=3), RatioTerm(value=1.67)]
    )

    assert [term.value for term in naval.ratio] == [5, 3, Decimal("1.67")]


def test_entities_given_as_references_are_kept_as_their_ids() -> None:
    whole = Figure(id="whole", value=100)
    share = Figure(
        value=20,
        for_whom=[Country(id="aland", name="Aland"), "boria"],
        part_of=whole,
        counts=Delegation(id="a"),
        period=2026,
    )

    assert share.for_whom == ("aland", "boria")
    assert share.part_of == "whole"
    assert share.counts == "a"
    assert share.period == When("2026")


def test_address_says_what_is_counted() -> None:
    assert Figure(value=6, counts="c/delegations").counts == "c/delegations"


# Refuse


@pytest.mark.parametrize("value", [-47, -0.5, Decimal("-1E-15")])
def test_negative_size_is_refused_with_the_direction_to_set(value: Decimal | float) -> None:
    error = refusal(Figure, value=value)

    assert (error.code, error.path) == ("E105", "value")
    assert error.help == f"give {-Decimal(str(value))} and set direction to 'decrease'"
    assert Figure(value=-value, direction=Direction.DECREASE).value == -Decimal(str(value))


not_a_size = st.decimals(max_value=-1) | st.sampled_from(
    [Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), Decimal("-Infinity"), math.nan, math.inf]
)


@given(value=not_a_size)
def test_figure_without_a_size_is_refused(value: Decimal | float) -> None:
    error = refusal(Figure, value=value)

    assert (error.code, error.path) == ("E105", "value")


@pytest.mark.parametrize(
    "value",
    [
        1234567890123456,
        Decimal("1.234567890123456"),
        0.1 + 0.2,
        Decimal("1E+25"),
        Decimal("1.1E+24"),
        Decimal("1E-16"),
        10**24 + 1,
        10**5000,
        Decimal("1E-1000000"),
    ],
    ids=lambda value: str(value)[:24] if not isinstance(value, int) else "whole",
)
def test_number_that_not_every_reader_keeps_is_refused(value: Decimal | float) -> None:
    error = refusal(Figure, value=value)

    assert (error.code, error.path) == ("E105", "value")
    assert "15 digits" in error.help
    assert len(str(error)) < 300


@pytest.mark.parametrize("field", ["value", "low", "high"])
def test_wrong_end_is_named(field: str) -> None:
    for wrong in (-1, Decimal("NaN"), "3", True):
        assert refusal(Figure, **{field: wrong}).path == field


TERM = RatioTerm(value=5)


@pytest.mark.parametrize(
    "ways",
    [
        {"value": 1, "low": 1},
        {"value": 1, "high": 1},
        {"value": 1, "ratio": [TERM]},
        {"low": 1, "ratio": [TERM]},
        {"value": 0, "high": 0, "ratio": [TERM]},
    ],
    ids=" and ".join,
)
def test_number_given_in_more_than_one_way_is_refused(ways: dict[str, Any]) -> None:
    error = refusal(Figure, **ways)

    assert (error.code, error.path) == ("E112", "value")
    assert error.help == "keep one of value, low with high, and ratio"


@pytest.mark.parametrize("fields", [{}, {"of": "people"}, {"unit": Unit.PERCENT}, {"ratio": []}])
def test_figure_that_says_no_number_is_refused(fields: dict[str, Any]) -> None:
    error = refusal(Figure, **fields)

    assert (error.code, error.path) == ("E112", "value")
    assert "wording" in error.help


def test_range_that_ends_below_its_start_is_refused() -> None:
    error = refusal(Figure, low=7, high=5)

    assert (error.code, error.path, error.value) == ("E105", "low", 7)
    assert error.message == "7 is more than the upper end, 5"


@pytest.mark.parametrize("currency", ["usd", "US", "USDX", "€"])
def test_currency_is_three_capital_letters(currency: str) -> None:
    error = refusal(Figure, value=1, currency=currency)

    assert (error.code, error.path) == ("E107", "currency")


def test_figure_is_part_of_a_figure_only() -> None:
    error = refusal(Figure, value=20, part_of=Statement(id="s1"))

    assert (error.code, error.path) == ("E203", "part_of")


def test_figure_is_no_part_of_one_that_has_no_id() -> None:
    error = refusal(Figure, value=20, part_of=Figure(value=100))

    assert (error.code, error.path) == ("E102", "part_of")
    assert error.help == "give it an id first"


@pytest.mark.parametrize("value", [Decimal("1E+1000000"), Decimal("-1E+1000000")])
def test_number_beyond_the_decimal_context_is_refused(value: Decimal) -> None:
    assert refusal(Figure, value=value).code == "E105"


@pytest.mark.parametrize(
    "value", [Decimal("1." + "0" * 36 + "1"), Decimal("0.1234567890123450" + "0" * 20 + "1")]
)
def test_number_of_very_many_digits_is_refused_and_not_rounded(value: Decimal) -> None:
    assert refusal(Figure, value=value).code == "E105"


def test_precision_of_the_caller_changes_no_number() -> None:
    with decimal.localcontext() as context:
        context.prec = 5
        figure = Figure(value=Decimal("123456.789"))

    assert figure.value == Decimal("123456.789")


# Compare


def test_unit_tells_figures_apart() -> None:
    assert Figure(value=47) != Figure(value=47, unit=Unit.PERCENT)


def test_default_that_is_given_is_not_printed() -> None:
    assert repr(Figure(value=6, unit=Unit.COUNT, is_each=False)) == "Figure(value=Decimal('6'))"


# RatioTerm


@pytest.mark.parametrize("value", [5, 5.0, Decimal("5.0")])
def test_term_of_equal_number_is_equal(value: Decimal | float) -> None:
    assert RatioTerm(value=value) == TERM
    assert repr(RatioTerm(value=value)) == "RatioTerm(value=Decimal('5'))"


def test_term_is_for_somebody() -> None:
    assert RatioTerm(value=3, for_whom=[Country(id="japan", name="Japan")]).for_whom == ("japan",)


def test_term_without_number_is_refused() -> None:
    error = refusal(RatioTerm, value=None)

    assert (error.code, error.path) == ("E102", "value")
    assert error.help == "give it"


def test_negative_term_is_refused() -> None:
    error = refusal(RatioTerm, value=-3)

    assert (error.code, error.path) == ("E105", "value")
    assert error.help == "give 3 and say in words what it means"
