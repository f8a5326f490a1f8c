"""What no field takes, whichever class it belongs to: one law for each kind of field."""

import datetime
import enum
import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, NamedTuple

import attrs
import pytest

from confmodel.errors import InvalidValueError
from confmodel.model import (
    Acceptance,
    Basis,
    Conference,
    Country,
    Discrepancy,
    Edition,
    Entity,
    Evidence,
    Extra,
    Figure,
    Organization,
    Other,
    Place,
    Record,
    Statement,
    When,
)
from confmodel.model._constraints import Matches, NotEmpty, Within
from confmodel.model._shape import Field, Form, fields_of
from tests.model.gallery import GALLERY, VALUES
from tests.model.helpers import refusal

NAMES_OF_FIELDS = {"supports", "not_stated"}
ENTITIES: list[Any] = [
    named["minimal"] for owner, named in GALLERY.items() if issubclass(owner, Entity)
]


class Case(NamedTuple):
    owner: type
    field: Field

    def refusal_of(self, value: object) -> InvalidValueError:
        """Put a wrong value into the field, and return what is said about it."""
        whole = GALLERY[self.owner]["minimal"]
        with pytest.raises(InvalidValueError) as caught:
            attrs.evolve(whole, **{self.field.name: value})
        return caught.value

    def is_refused(self, value: object, *codes: str) -> None:
        """Refuse a value, say where, and say what to do."""
        error = self.refusal_of(value)

        assert error.path.split("/")[0] == self.field.name
        assert error.code in (codes or ("E101",))
        assert error.message
        assert error.help
        assert str(error) == f"{error.path}: {error.message}; {error.help}"


def fields(wanted: Callable[[Field], bool]) -> pytest.MarkDecorator:
    """Run a test for every field that is wanted, of every class."""
    cases = [
        pytest.param(Case(owner, field), id=f"{owner.__name__}.{field.name}")
        for owner in GALLERY
        if owner not in VALUES
        for field in fields_of(owner)
        if wanted(field)
    ]
    assert cases
    return pytest.mark.parametrize("case", cases)


def is_text(field: Field) -> bool:
    return (
        field.form is Form.TEXT
        and field.refers_to is None
        and not field.is_address
        and not field.is_many
    )


def refused_each(case: Case, values: Iterable[object], *codes: str) -> None:
    for value in values:
        case.is_refused(value, *codes)


@fields(lambda field: not field.is_optional and field.name not in NAMES_OF_FIELDS)
def test_none_is_refused_where_something_has_to_be(case: Case) -> None:
    case.is_refused(None, "E101", "E102")


@fields(lambda field: field.is_required)
def test_required_field_cannot_be_left_out(case: Case) -> None:
    whole = GALLERY[case.owner]["minimal"]
    others = {
        field.name: getattr(whole, field.name)
        for field in fields_of(case.owner)
        if field != case.field
    }

    with pytest.raises(TypeError) as caught:
        case.owner(**others)

    assert case.field.name in str(caught.value)


@fields(is_text)
def test_text_takes_nothing_but_text(case: Case) -> None:
    refused_each(case, [3, b"bytes", ["text"], 1.5, True, Basis.STATED, When("2031")])


@fields(is_text)
def test_text_with_half_a_surrogate_pair_is_refused(case: Case) -> None:
    error = case.refusal_of("broken \ud83d")

    assert error.code in {"E110", "E104", "E107", "E108"}
    str(error).encode()


@fields(lambda field: is_text(field) and isinstance(field.constraint, NotEmpty))
def test_empty_text_is_refused(case: Case) -> None:
    case.is_refused("", "E105")


@fields(lambda field: isinstance(field.constraint, Matches))
def test_text_that_does_not_match_the_pattern_is_refused(case: Case) -> None:
    constraint = case.field.constraint
    assert isinstance(constraint, Matches)

    refused_each(case, ["", "?", " ", "ü", "a b", "١٢"], constraint.code)


@fields(lambda field: isinstance(field.constraint, Matches))
def test_line_end_behind_a_right_text_is_refused(case: Case) -> None:
    constraint = case.field.constraint
    assert isinstance(constraint, Matches)
    right = {
        "E104": "a",
        "code": "W303" if case.owner.__name__ == "Acceptance" else "PK",
        "currency": "USD",
        "language": "en",
        "script": "Arab",
        "sha256": "0" * 64,
        "confmodel": "1.0",
    }
    text = right[constraint.code if constraint.code == "E104" else case.field.name]
    assert constraint.is_met_by(text)

    refused_each(case, [text + "\n", "\n" + text, text + "\x00"], constraint.code)


@fields(lambda field: field.form is Form.WHOLE)
def test_whole_number_takes_nothing_else(case: Case) -> None:
    refused_each(case, ["3", 1.5, 2.0, True, Decimal(3), [3], b"3"])


@fields(lambda field: isinstance(field.constraint, Within))
def test_number_beyond_its_bounds_is_refused(case: Case) -> None:
    constraint = case.field.constraint
    assert isinstance(constraint, Within)

    refused_each(case, [constraint.minimum - 1, -(10**30)], "E105")
    refused_each(case, [constraint.maximum + 1, 10**5000], "E105")


@fields(lambda field: field.form is Form.DECIMAL)
def test_number_takes_nothing_else(case: Case) -> None:
    refused_each(case, ["3", True, [3], b"3", 3j, datetime.timedelta(3)])


@fields(lambda field: field.form is Form.DECIMAL)
def test_number_that_no_reader_keeps_is_refused(case: Case) -> None:
    refused_each(
        case,
        [
            float("nan"),
            float("inf"),
            Decimal("NaN"),
            Decimal("sNaN"),
            Decimal("-Infinity"),
            10**24 + 1,
            10**5000,
            -(10**5000),
            1234567890123456,
            Decimal("1E+25"),
            Decimal("1E-16"),
            Decimal("1E-999999"),
            1e300,
        ],
        "E105",
    )


@fields(lambda field: field.form is Form.FLAG)
def test_flag_takes_nothing_but_true_and_false(case: Case) -> None:
    refused_each(case, [0, 1, "true", "no", None, [True]])


@fields(lambda field: field.form is Form.CHOICE)
def test_choice_takes_nothing_but_its_members(case: Case) -> None:
    refused_each(case, [3, True, ["x"], _Stranger.WORD])
    refused_each(case, ["no such choice", ""], "E115")


@fields(lambda field: field.form is Form.CHOICE)
def test_bare_word_of_a_choice_is_refused_and_its_member_named(case: Case) -> None:
    """A type checker would not take it either; only files hold the bare word."""
    assert issubclass(case.field.kind, enum.Enum)
    for member in case.field.kind:
        error = case.refusal_of(member.value)

        assert error.code == "E101"
        assert error.help == f"give the member, {case.field.kind.__name__}.{member.name}"


@fields(lambda field: field.form is Form.CHOICE)
def test_refusal_of_a_choice_lists_the_members_and_other_where_it_is_open(case: Case) -> None:
    assert issubclass(case.field.kind, enum.Enum)
    error = case.refusal_of("no such choice")

    for member in case.field.kind:
        assert f"{case.field.kind.__name__}.{member.name}" in error.help
    assert ("Other(other=" in error.help) == case.field.is_open


@fields(lambda field: field.form is Form.CHOICE and not field.is_open)
def test_closed_vocabulary_takes_no_word_of_the_authors_own(case: Case) -> None:
    case.is_refused(Other(other="my own"))


@fields(lambda field: field.form is Form.DATE)
def test_date_takes_no_wrong_date(case: Case) -> None:
    refused_each(case, ["2026-2-7", "", "coming days", 1.5, True, b"2031", ["2031"]], "E106")


@fields(lambda field: field.form is Form.EXTRA)
def test_extra_takes_nothing_but_an_extra(case: Case) -> None:
    refused_each(case, [{"x-a": 1}, "x-a", 3, []])


@fields(lambda field: field.form is Form.EXTRA)
def test_extra_with_the_name_of_a_field_is_refused(case: Case) -> None:
    for field in fields_of(case.owner):
        error = case.refusal_of(Extra({field.name: None, "x-a": 1}))

        assert error.code == "E109"
        assert error.path == f"extra/{field.name}"
        assert field.name in error.help


@fields(lambda field: field.form is Form.OBJECT and not field.is_many)
def test_object_takes_nothing_but_its_class(case: Case) -> None:
    refused_each(case, [1.5j, b"x", object(), _wrong_object(case)])


@fields(lambda field: field.form is Form.OBJECT and field.is_many)
def test_collection_of_objects_takes_nothing_but_its_class(case: Case) -> None:
    for wrong in (3, None, b"x", object(), _wrong_object(case)):
        error = case.refusal_of([wrong])

        assert error.code == "E101"
        assert error.path == f"{case.field.name}/0"
        assert case.field.kind.__name__ in error.message


@fields(lambda field: field.is_many)
def test_bare_text_is_refused_where_several_are_wanted(case: Case) -> None:
    error = case.refusal_of("text")

    assert error.code == "E101"
    assert error.path == case.field.name
    assert error.help == "put it into a list, even if it is the only one"


@fields(lambda field: field.is_many and field.name not in NAMES_OF_FIELDS)
def test_one_alone_is_refused_where_several_are_wanted(case: Case) -> None:
    lonely = _right_object(case) if case.field.form is Form.OBJECT else GALLERY[Country]["minimal"]
    for wrong in (lonely, 3, None):
        error = case.refusal_of(wrong)

        assert error.code == "E101"
        assert error.path == case.field.name
        assert error.help == "put it into a list, even if it is the only one"


@fields(lambda field: field.refers_to is not None or field.is_address)
def test_reference_takes_nothing_but_entities_and_ids(case: Case) -> None:
    for wrong in (3, b"id", Place(name="Warsaw"), object()):
        error = case.refusal_of([wrong] if case.field.is_many else wrong)

        assert error.code == "E101"
        assert error.path == (f"{case.field.name}/0" if case.field.is_many else case.field.name)


@fields(lambda field: field.refers_to is not None)
def test_reference_takes_an_entity_exactly_if_its_kind_may_stand_there(case: Case) -> None:
    whole, name = GALLERY[case.owner]["minimal"], case.field.name
    for entity in ENTITIES:
        given = [entity] if case.field.is_many else entity
        if entity.kind_name in (case.field.refers_to or ()):
            held = getattr(attrs.evolve(whole, **{name: given}), name)
            assert held == ((entity.id,) if case.field.is_many else entity.id)
        else:
            case.is_refused(given, "E203")


@fields(lambda field: bool(field.refers_to and "figure" in field.refers_to) or field.is_address)
def test_reference_to_what_has_no_id_is_refused(case: Case) -> None:
    for nameless in (Figure(value=6), Discrepancy()):
        if case.field.refers_to is None or nameless.kind_name in case.field.refers_to:
            case.is_refused([nameless] if case.field.is_many else nameless, "E102")


@fields(lambda field: field.name in NAMES_OF_FIELDS)
def test_name_of_a_field_is_text(case: Case) -> None:
    error = case.refusal_of(["name", 3])

    assert error.code == "E101"
    assert error.path == f"{case.field.name}/1"


NAMING = pytest.mark.parametrize(
    "case",
    [
        pytest.param(Case(owner, field), id=f"{owner.__name__}.{field.name}")
        for owner, name in (
            (Statement, "speakers"),
            (Place, "country"),
            (Discrepancy, "about"),
            (Acceptance, "at"),
            (Evidence, "supports"),
            (Place, "not_stated"),
        )
        for field in fields_of(owner)
        if field.name == name
    ],
)
"""A field for each way in which a text can name something."""


@NAMING
def test_reference_with_half_a_surrogate_pair_is_refused(case: Case) -> None:
    broken = "s\ud83d"
    case.is_refused([broken] if case.field.is_many else broken, "E104", "E110")


@NAMING
def test_member_of_a_vocabulary_is_no_reference(case: Case) -> None:
    case.is_refused([Basis.STATED] if case.field.is_many else Basis.STATED)


@pytest.mark.parametrize("wrong", [3, None])
def test_names_of_fields_are_several(wrong: Any) -> None:
    assert refusal(Place, name="Warsaw", not_stated=wrong).path == "not_stated"


@pytest.mark.parametrize(
    "fields",
    [
        {"hosts": {"a", "b"}},
        {"topics": {"gauges", "fish"}},
        {"not_stated": {"kind", "level"}},
        {"hosts": {"a": 1}},
    ],
    ids=["references", "objects", "names of fields", "mapping"],
)
def test_set_is_refused_where_the_order_counts(fields: dict[str, Any]) -> None:
    assert refusal(Conference, id="c", name="C", **fields).path == next(iter(fields))


class _Stranger(enum.StrEnum):
    WORD = "word of another library"


def _right_object(case: Case) -> Any:
    return GALLERY[case.field.kind]["minimal"]


def _wrong_object(case: Case) -> Record:
    return Country(id="x", name="X") if case.field.kind is not Country else Place(name="X")


@pytest.mark.parametrize(
    ("owner", "fields"),
    [
        (Place, {"name": "Warsaw", "evidence": ["words"]}),
        (Place, {"name": "Warsaw", "country": Organization(id="un", name="UN")}),
        (Conference, {"id": "c", "name": "C", "organizations": [3]}),
    ],
)
def test_message_reads_well_aloud(owner: type, fields: dict[str, Any]) -> None:
    error = refusal(owner, **fields)

    assert not re.search(r"\ba [aeioAEIO]", str(error))


# Texts and numbers that come from other libraries


class _Text(str):
    __slots__ = ()

    def __repr__(self) -> str:
        return f"foreign.Text({str(self)!r})"


class _Real(float):
    def __repr__(self) -> str:
        return f"foreign.Real({float(self)})"


class _Whole(enum.IntEnum):
    SIX = 6


def test_subclass_of_str_is_kept_as_plain_text() -> None:
    name = Country(id=_Text("a"), name=_Text("Aland")).name

    assert type(name) is str


def test_subclass_of_float_is_read_by_its_digits() -> None:
    assert Figure(value=_Real(1.5)).value == Decimal("1.5")


def test_member_of_a_numeric_enumeration_is_kept_as_plain_number_or_refused() -> None:
    try:
        held = Edition(ordinal=_Whole.SIX)
    except InvalidValueError:
        return
    assert repr(held) == "Edition(ordinal=6)"
