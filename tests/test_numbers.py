"""Numbers of a document: each is kept to its last digit, or refused."""

import json
from collections.abc import Callable
from decimal import Decimal

import hypothesis.strategies as st
import pytest
from hypothesis import assume, example, given

from confmodel import Conference, InvalidValueError, LoadError, dumps, from_dict, loads, to_dict
from confmodel.formats import msgpack, yaml
from confmodel.model import Extra

LONG = "0.1000000000000000055"
"""As a float, it is 0.1."""


@st.composite
def numerals(draw: st.DrawFn) -> str:
    """Draw how JSON may write a number (RFC 8259, section 6)."""
    whole = draw(st.integers(0, 999).map(str) | st.integers(0, 10**20).map(str))
    fraction = draw(st.just("") | st.from_regex(r"\.[0-9]{1,20}", fullmatch=True))
    exponents = st.integers(-420, 320) | st.integers(-3, 3)
    power = draw(
        st.just("") | st.tuples(st.sampled_from("eE"), exponents).map("{0[0]}{0[1]}".format)
    )
    return whole + fraction + power


def a_figure(numeral: str) -> str:
    figure = f'{{"id":"f","of":"units","value":{numeral}}}'
    statement = f'{{"id":"s","text":"said","figures":[{figure}]}}'
    return f'{{"confmodel":"1.0","id":"c","name":"C","statements":[{statement}]}}'


def an_extra(numeral: str) -> str:
    return f'{{"confmodel":"1.0","id":"c","name":"C","x-share":{{"of":[{numeral}]}}}}'


def spaced(document: str) -> str:
    return document.replace(":", " : ")


def reordered(document: str) -> str:
    return document.replace('"confmodel":"1.0",', "", 1)


def share(record: Conference) -> object:
    assert record.extra is not None
    held = record.extra["x-share"]
    assert isinstance(held, dict)
    return held["of"][0]


def as_decimal(number: object) -> Decimal:
    return Decimal(repr(number)) if isinstance(number, float) else Decimal(str(number))


@given(numerals(), st.sampled_from([str, spaced, reordered]))
@example(LONG, spaced)
@example("1e-400", spaced)
@example("2.40", str)
@example("2.40", spaced)
@example("1e400", reordered)
@example("1e-99999999999999999999", spaced)
@example("1.000000000001e-7", str)
def test_figure_keeps_every_digit_or_is_refused(
    numeral: str, written: Callable[[str], str]
) -> None:
    try:
        record = loads(written(a_figure(numeral)))
    except LoadError as error:
        assert [each.code for each in error.findings] == ["E105"]
    else:
        value = record.statements[0].figures[0].value
        assert value == Decimal(numeral)
        digits = "".join(map(str, value.as_tuple().digits))
        assert len(digits.strip("0")) <= 15 or value >= 10**15
        assert loads(dumps(record)) == record


@given(numerals(), st.sampled_from([str, spaced]))
@example(LONG, str)
@example("5e-324", str)
@example("12345678901234567890.5", spaced)
def test_extra_keeps_every_digit_or_is_refused(numeral: str, written: Callable[[str], str]) -> None:
    try:
        record = loads(written(an_extra(numeral)))
    except LoadError as error:
        (finding,) = error.findings
        assert finding.code == ("E105" if float(numeral) > 1 else "E109")
    else:
        assert as_decimal(share(record)) == Decimal(numeral)
        for again in (
            loads(dumps(record)),
            from_dict(to_dict(record)),
            yaml.read(yaml.write(record)),
            eval(repr(record.extra), {"Extra": Extra, "Decimal": Decimal}),  # noqa: S307 - ours
        ):
            assert again in (record, record.extra)


@given(numerals())
@example(LONG)
def test_yaml_keeps_every_digit_too(numeral: str) -> None:
    try:
        record = yaml.read(f"id: c\nname: C\nx-share: {{of: [{numeral}]}}\n")
    except LoadError:
        assume(float(numeral) > 1e300 or float(numeral) < 1e-300)
    else:
        assert as_decimal(share(record)) == Decimal(numeral)


def test_update_of_yaml_leaves_an_equal_number_alone() -> None:
    text = f"id: c\nname: C\nx-share: {LONG}  # of all\n"

    assert yaml.update(text, yaml.read(text.replace("name: C", "name: D"))) == text.replace(
        "name: C", "name: D"
    )


def test_messagepack_refuses_what_no_double_keeps() -> None:
    with pytest.raises(InvalidValueError) as caught:
        msgpack.write(loads(an_extra(LONG)))

    assert (caught.value.code, caught.value.path) == ("E105", "x-share/of/0")
    assert "the fraction does not fit" in str(caught.value)


@pytest.mark.parametrize("number", [Decimal("2.4"), Decimal(7), Decimal("1E+3")])
def test_plain_data_may_hold_decimal_numbers(number: Decimal) -> None:
    document = json.loads(a_figure("0"))
    document["statements"][0]["figures"][0]["value"] = number

    assert from_dict(document).statements[0].figures[0].value == number


@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "1E+400", LONG, "-1"])
def test_decimal_number_that_no_figure_holds_is_refused(number: str) -> None:
    document = json.loads(a_figure("0"))
    document["statements"][0]["figures"][0]["value"] = Decimal(number)

    with pytest.raises(LoadError) as caught:
        from_dict(document)
    assert [each.code for each in caught.value.findings] == ["E105"]


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("NaN", "is not a finite number"),
        ("sNaN", "is not a finite number"),
        ("1E+400", "is not a finite number"),
        ("1E-400", "is too near to zero"),
        ("0." + "1" * 309, "has too many digits"),
    ],
)
def test_extra_refuses_what_others_cannot_read(number: str, why: str) -> None:
    with pytest.raises(InvalidValueError, match=why) as caught:
        Extra({"x-n": Decimal(number)})
    assert caught.value.code == "E109"


def test_decimal_number_that_a_float_keeps_is_that_float() -> None:
    assert Extra({"x-n": Decimal("0.50")}) == Extra({"x-n": 0.5})
    assert Extra({"x-n": Decimal("0E-500")}) == Extra({"x-n": 0.0})


def test_number_with_many_digits_is_kept_at_any_depth() -> None:
    extra = Extra({"x-n": {"b": [Decimal(LONG), {"a": None}], "a": Decimal("0.5")}})

    assert list(extra.texts()) == [("x-n", f'{{"a":0.5,"b":[{LONG},{{"a":null}}]}}')]
    assert extra["x-n"] == {"a": 0.5, "b": [Decimal(LONG), {"a": None}]}
