"""The family of errors: one root, the builtin a caller expects, parts as attributes."""

import copy
import inspect
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import confmodel
from confmodel import errors
from confmodel.errors import (
    ConfmodelError,
    Finding,
    FindingLevel,
    InvalidValueError,
    LoadError,
    Loss,
    LossError,
    MissingExtraError,
    UnknownIdError,
    UnknownNameError,
    shown,
)
from confmodel.model import Country, Figure

DANGLING = Finding(
    code="E202",
    pointer="/statements/5/speakers/0",
    message="nobody has the id 'naqui'",
    help="declare the delegate or correct the id (nearest: 'naqvi')",
    value="'naqui'",
)
EMPTY = Finding(code="E102", pointer="", message="the name is missing", help="give it")

FAMILY: dict[type[ConfmodelError], tuple[type[Exception], dict[str, Any], str]] = {
    InvalidValueError: (
        ValueError,
        {
            "code": "E105",
            "path": "value",
            "value": -47,
            "message": "-47 is negative",
            "help": "give 47",
        },
        "value: -47 is negative; give 47",
    ),
    LoadError: (
        ValueError,
        {"findings": (DANGLING, EMPTY)},
        f"2 problems\n  {DANGLING}\n  {EMPTY}",
    ),
    UnknownIdError: (
        LookupError,
        {
            "identifier": "naqui",
            "message": "nothing has the id 'naqui'",
            "help": "did you mean 'naqvi'?",
        },
        "nothing has the id 'naqui'; did you mean 'naqvi'?",
    ),
    UnknownNameError: (
        LookupError,
        {
            "name": "Congo",
            "candidates": ("CD Congo - Kinshasa", "CG Congo - Brazzaville"),
            "message": "'Congo' can mean several states",
            "help": "give the code of one",
        },
        "'Congo' can mean several states; give the code of one",
    ),
    LossError: (
        ValueError,
        {
            "title": "Popolo",
            "losses": (
                Loss(pointer="/theme", field="Conference.theme", message="theme cannot be said"),
            ),
        },
        "Popolo cannot say 1 thing of the record\n  /theme: theme cannot be said",
    ),
    MissingExtraError: (
        ImportError,
        {"purpose": "reading YAML", "extra": "yaml"},
        "reading YAML needs an extra; install confmodel with its extra 'yaml'",
    ),
}
"""Each error with the builtin it also is, its parts, and the text made from them."""

each_error = pytest.mark.parametrize("kind", FAMILY, ids=lambda kind: kind.__name__)


def raised(kind: type[ConfmodelError]) -> Any:
    builder: Any = kind
    return builder(**FAMILY[kind][1])


# The family


def test_every_error_of_the_module_is_in_the_family() -> None:
    public = {
        each
        for name, each in vars(errors).items()
        if inspect.isclass(each) and issubclass(each, BaseException) and not name.startswith("_")
    }

    assert public == {ConfmodelError, *FAMILY}


@each_error
def test_error_is_of_the_family_and_of_the_builtin_that_a_caller_expects(
    kind: type[ConfmodelError],
) -> None:
    builtin = FAMILY[kind][0]

    with pytest.raises(ConfmodelError):
        raise raised(kind)
    with pytest.raises(builtin):
        raise raised(kind)


@each_error
def test_parts_are_attributes_and_the_text_is_made_from_them(kind: type[ConfmodelError]) -> None:
    _, parts, text = FAMILY[kind]
    error = raised(kind)

    assert {name: getattr(error, name) for name in parts} == parts
    assert str(error) == text


@each_error
def test_parts_are_named_and_positional_ones_are_few(kind: type[ConfmodelError]) -> None:
    with pytest.raises(TypeError):
        kind()


@each_error
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_error_travels_between_processes_with_all_its_parts(
    kind: type[ConfmodelError], protocol: int
) -> None:
    error = raised(kind)
    arrived = pickle.loads(pickle.dumps(error, protocol))  # noqa: S301 - our own bytes

    assert type(arrived) is kind
    assert str(arrived) == str(error)
    assert vars(arrived) == vars(error)


@each_error
def test_error_can_be_copied(kind: type[ConfmodelError]) -> None:
    error = raised(kind)
    copied = copy.deepcopy(error)

    assert (type(copied), str(copied), vars(copied)) == (kind, str(error), vars(error))


def test_error_with_a_value_of_the_model_travels_too() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Figure(value=1, part_of=Country(id="a", name="A"))  # type: ignore[arg-type]
    arrived = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes

    assert arrived.value == Country(id="a", name="A")


@pytest.mark.parametrize("note", ["while reading page 3", ""])
def test_error_with_a_note_travels(note: str) -> None:
    error = raised(UnknownIdError)
    error.add_note(note)
    arrived = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert str(arrived) == str(error)


# Each one


def test_value_that_stands_alone_has_no_path_in_the_text() -> None:
    error = InvalidValueError(code="E106", path="", value="x", message="'x' is no date", help="fix")

    assert str(error) == "'x' is no date; fix"


def test_one_problem_is_counted_in_the_singular() -> None:
    assert str(LoadError([EMPTY])).startswith("1 problem\n")


def test_findings_are_kept_as_a_tuple_in_their_order() -> None:
    findings = [DANGLING, EMPTY]
    error = LoadError(findings)
    findings.clear()

    assert error.findings == (DANGLING, EMPTY)


def test_candidates_are_kept_as_a_tuple() -> None:
    error = UnknownNameError("x", candidates=["a"], message="m", help="h")

    assert error.candidates == ("a",)


# Finding


def test_finding_is_one_line_of_code_place_message_and_remedy() -> None:
    assert str(DANGLING) == (
        "E202 /statements/5/speakers/0: nobody has the id 'naqui'; "
        "declare the delegate or correct the id (nearest: 'naqvi')"
    )


def test_finding_on_the_whole_document_is_told_from_one_on_an_unnamed_member() -> None:
    """The pointer `/` is a member whose name is empty (RFC 6901)."""
    unnamed = Finding(code="E102", pointer="/", message="the name is missing", help="give it")

    assert str(EMPTY) != str(unnamed)


def test_finding_is_an_error_unless_it_says_otherwise() -> None:
    assert DANGLING.level is FindingLevel.ERROR
    assert EMPTY.value is None


def test_finding_is_a_frozen_value() -> None:
    twin = copy.deepcopy(DANGLING)

    assert twin == DANGLING
    assert hash(twin) == hash(DANGLING)
    assert pickle.loads(pickle.dumps(DANGLING)) == DANGLING  # noqa: S301 - our own bytes
    with pytest.raises(AttributeError):
        DANGLING.code = "E203"  # type: ignore[misc]


# What is shown of a value

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary()
    | st.decimals() | st.complex_numbers() | st.dates(),
    lambda inner: st.lists(inner, max_size=100) | st.tuples(inner) | st.sets(st.text(), max_size=99)
    | st.dictionaries(st.text(), inner, max_size=100),
    max_leaves=120,
)  # fmt: skip


@given(PLAIN)
@example("\ud800")
@example("a\nb\x1b[31m\u202e\u2028")
@example([["x" * 1000]])
@example(list(range(81)))
@example({str(n): n for n in range(81)})
@example(bytearray(10**4))
def test_shown_is_short_on_one_line_and_safe_to_print(value: object) -> None:
    text = shown(value)

    assert 0 < len(text) <= 80
    assert text.isprintable()
    text.encode()


@pytest.mark.parametrize("sign", [1, -1])
def test_number_of_very_many_digits_is_shown_short(sign: int) -> None:
    assert 0 < len(shown(sign * 10**5000)) <= 80


@pytest.mark.parametrize("size", [76, 77, 78, 79, 80, 81, 82, 10**6])
def test_what_is_cut_says_so(size: int) -> None:
    text = shown("x" * size)

    assert len(text) <= 80
    assert text.endswith("…") == (size > 78)


def test_short_value_is_shown_as_it_prints() -> None:
    for value in ("Naqvi", 47, None, True, [1], {"a": 1}, "Łódź", b"x"):
        assert shown(value) == repr(value)


def test_long_collection_is_counted_instead_of_printed() -> None:
    assert shown([0] * 10**6) == "list of 1000000 items"
    assert shown(dict.fromkeys(range(81))) == "dict of 81 items"


class _Broken:
    def __repr__(self) -> str:
        raise KeyError("broken")


class _Loud:
    def __repr__(self) -> str:
        return "two\nlines \x1b[31mand red"


def _nested(depth: int) -> object:
    value: object = 1
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(_nested(100_000), id="deep"),
        pytest.param([10**5000], id="number of 5,000 digits in a list"),
        pytest.param(_Broken(), id="repr that raises"),
        pytest.param(_Loud(), id="repr of two lines"),
    ],
)
def test_shown_is_safe_for_whatever_a_stranger_gives(value: object) -> None:
    text = shown(value)

    assert 0 < len(text) <= 80
    assert text.isprintable()


@pytest.mark.parametrize(
    "call",
    [
        confmodel.dumps,
        confmodel.to_dict,
        confmodel.check,
        confmodel.suggest,
        confmodel.seal,
        lambda no_record: confmodel.check(no_record, texts={}),
        lambda no_record: confmodel.ground(no_record, {}),
        lambda no_record: confmodel.anchor(no_record, {}),
        lambda no_record: confmodel.unseal(no_record, {}),
    ],
)
@pytest.mark.parametrize("no_record", ["warsaw.json", None, {"id": "c", "name": "C"}])
def test_what_is_no_record_is_refused_by_every_function(
    call: Callable[[Any], object], no_record: object
) -> None:
    with pytest.raises(InvalidValueError, match="is not a Conference"):
        call(no_record)


@pytest.mark.parametrize("indent", ["x", 2.0, True, -1])
def test_indent_is_a_number_of_spaces(indent: Any) -> None:
    with pytest.raises(InvalidValueError, match="no number of spaces"):
        confmodel.dumps(confmodel.Conference(id="c", name="C"), indent=indent)


@pytest.mark.parametrize("thing", [None, 5, Figure(value=1)])
def test_what_has_no_id_is_looked_up_nowhere(thing: Any) -> None:
    record = confmodel.Conference(id="c", name="C")
    for look_up in (
        record.speakers_of,
        record.delegates_of,
        record.statements_of,
        record.agreements_of,
        record.represented_by,
        record.members_of,
        record.groups_of,
        record.delegation_of,
    ):
        with pytest.raises(UnknownIdError, match="has no id"):
            look_up(thing)


def test_where_names_what_is_known_of_the_place() -> None:
    finding = Finding(code="E100", pointer="", message="wrong", help="mend it")

    assert (finding.where, str(finding)) == ("", "E100 (root): wrong; mend it")
    assert str(attrs.evolve(finding, line=3)) == "E100 (root): line 3: wrong; mend it"
    assert attrs.evolve(finding, line=3, column=9).where == "line 3, column 9"
