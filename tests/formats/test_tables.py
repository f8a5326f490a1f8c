"""The star: what a record says stands in it once, and comes back as it was."""

import datetime
import json
import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel import Conference, InvalidValueError, Limits, LoadError, example, loads
from confmodel.formats import tables
from confmodel.formats._tables_schema import TABLES, ColumnType, is_inlined, link_table_of, table_of
from confmodel.model import Country, Delegate, Extra, Figure, Person, Session, Source, When
from confmodel.model._shape import Form, classes_in, fields_of, is_record
from confmodel.strategies import conferences
from tests.formats.growth import grows_like_a_line
from tests.formats.records import all_records

Rows = dict[str, list[dict[str, Any]]]

LAKESIDE = example("lakeside-2031")


def star() -> tuple[Conference, ...]:
    """Return all records with ids that differ, so that one star can hold them."""
    # What refers to a conference by its id is dangling then, which is not our subject here.
    return tuple(
        attrs.evolve(record, id=f"c{n}-{record.id}")
        for n, record in enumerate(all_records().values())
    )


def small() -> Rows:
    return {
        "conferences": [{"id": "c", "name": "C"}],
        "delegates": [{"conference_id": "c", "position": 0, "id": "d", "name": "Rosa Vale"}],
        "names": [
            {
                "conference_id": "c",
                "key": "d/other_names/0",
                "owner": "d",
                "field": "other_names",
                "position": 0,
                "value": "R. Vale",
            }
        ],
        "conference_hosts": [{"conference_id": "c", "owner": "c", "position": 0, "value": "d"}],
    }


def faults(rows: Mapping[str, Any], **options: Any) -> list[tuple[str, str]]:
    with pytest.raises(LoadError) as caught:
        tables.records(rows, **options)
    return [(each.code, each.pointer) for each in caught.value.findings]


# There and back


def test_records_of_one_star_come_back_equal_and_in_order() -> None:
    assert tables.records(tables.rows(star()), check=False) == star()


@given(record=conferences())
def test_generated_record_comes_back_equal(record: Conference) -> None:
    assert tables.records(tables.rows([record])) == (record,)


def test_order_of_rows_makes_no_difference_but_for_the_conferences() -> None:
    rows = tables.rows([LAKESIDE, example()])
    shuffle = random.Random(7).shuffle  # noqa: S311 - no secret
    for name in rows.keys() - {"conferences"}:
        shuffle(rows[name])

    assert tables.records(rows) == (LAKESIDE, example())


def test_what_is_derived_is_not_needed() -> None:
    bare: Rows = {
        name: [
            {column: cell for column, cell in row.items() if not TABLES[name][column].is_derived}
            for row in rows
        ]
        for name, rows in tables.rows([LAKESIDE]).items()
        if rows
    }

    assert tables.records(bare) == (LAKESIDE,)


def test_hand_made_rows_need_only_what_they_say() -> None:
    (record,) = tables.records(small())

    assert record.delegates == (Delegate(id="d", name="Rosa Vale", other_names=["R. Vale"]),)
    assert record.hosts == ("d",)


def test_unknown_members_of_a_newer_version_survive() -> None:
    text = (
        '{"confmodel":"1.7","id":"c","name":"C","mood":[1.0,1,null],"places":[{"name":"P","x":{}}]}'
    )
    record = loads(text)

    assert tables.records(tables.rows([record])) == (record,)


def test_no_records_are_no_rows() -> None:
    assert not any(tables.rows([]).values())
    assert tables.records(tables.rows([])) == ()


# What the star is


def test_every_field_of_the_model_stands_in_one_place() -> None:
    for owner in filter(is_record, classes_in(Conference)):
        columns = {each.field for each in TABLES[table_of(owner)].columns}
        for field in fields_of(owner):
            if field.form is Form.OBJECT and not is_inlined(field):
                assert TABLES[table_of(field.kind)].of is field.kind
                assert field.name not in columns
            elif field.is_many:
                assert TABLES[link_table_of(owner, field.name)].link == field.name
            else:
                assert field.name in columns


def test_names_of_tables_and_columns_are_plain_and_unique() -> None:
    for name, table in TABLES.items():
        columns = [each.name for each in table.columns]
        assert name == table.name
        assert len(set(columns)) == len(columns)
        assert all(each.isascii() and each.isidentifier() for each in [name, *columns])


def test_everything_in_the_star_is_explained() -> None:
    for table in TABLES.values():
        assert table.meaning.rstrip("`").endswith((".", ":")), table.name
        for column in table.columns:
            assert column.meaning[-1] in ".:", f"{table.name}.{column.name}: {column.meaning}"


def test_every_row_names_its_conference_and_repeats_its_days() -> None:
    days = {each.id: (each.when and each.when.earliest) for each in star()}
    for name, rows in tables.rows(star()).items():
        for row in rows if name != "conferences" else ():
            assert row["conference_earliest"] == days[row["conference_id"]]


def test_owner_entity_and_table_of_the_owner_lead_to_rows() -> None:
    rows = tables.rows(star())
    keys = {
        (row.get("conference_id", row.get("id")), row[str(table.key)]): name
        for name, table in TABLES.items()
        if table.key
        for row in rows[name]
    }
    for name, table in TABLES.items():
        known = {each.name for each in table.columns}
        for row in rows[name]:
            if "owner" in known:
                owner = keys[row["conference_id"], row["owner"]]
                assert row.get("owner_table", owner) == owner
            if "entity" in known:
                entity = keys[row["conference_id"], row["entity"]]
                assert TABLES[entity].key == "id"
                assert row["owner"].startswith(row["entity"])


def test_question_is_a_join_on_equal_values() -> None:
    rows = tables.rows([LAKESIDE])
    said = [
        text["text"]
        for speaker in rows["statement_speakers"]
        for text in rows["statements"]
        if speaker["value"] == "r-vale" and text["id"] == speaker["owner"]
    ]

    assert said == [each.text for each in LAKESIDE.statements_of("r-vale")]


@pytest.mark.parametrize(
    ("when", "earliest", "latest"),
    [
        (When("2031-05"), datetime.date(2031, 5, 1), datetime.date(2031, 5, 31)),
        (When("2031/.."), datetime.date(2031, 1, 1), None),
        (When(wording="in spring"), None, None),
        (When("-0043-03-15"), datetime.date.min, datetime.date.min),
        (When("Y170000002"), datetime.date.max, datetime.date.max),
    ],
)
def test_bounds_of_a_date_stand_beside_it(
    when: When, earliest: datetime.date | None, latest: datetime.date | None
) -> None:
    (row,) = tables.rows([Conference(id="c", name="C", when=when)])["conferences"]

    assert (row["when"], row["when_wording"]) == (when.edtf, when.wording)
    assert (row["when_earliest"], row["when_latest"]) == (earliest, latest)


def test_cells_are_plain_values() -> None:
    allowed = {str, int, bool, type(None), datetime.date}
    kinds = {
        type(cell) for rows in tables.rows(star()).values() for row in rows for cell in row.values()
    }

    assert {kind.__name__ for kind in kinds - allowed} == {"Decimal"}


# What cannot be written


def test_two_records_of_one_id_are_refused() -> None:
    with pytest.raises(InvalidValueError) as caught:
        tables.rows([LAKESIDE, LAKESIDE])

    assert (caught.value.code, caught.value.path) == ("E201", "1")


def test_two_things_of_one_id_are_refused() -> None:
    double = Conference(
        id="c", name="C", countries=[Country(id="x", name="X")], delegates=[Delegate(id="x")]
    )
    with pytest.raises(InvalidValueError) as caught:
        tables.rows([double])

    assert (caught.value.code, caught.value.value) == ("E201", "x")


def test_cost_of_refusing_a_double_id_grows_with_the_record() -> None:
    def with_a_double_at_the_end(size: int) -> Callable[[], object]:
        people = [Person(id=f"p{n}", name="P") for n in (*range(size), size - 1)]
        record = Conference(id="c", name="C", people=people)

        def refused() -> None:
            with pytest.raises(InvalidValueError):
                tables.rows([record])

        return refused

    assert grows_like_a_line(with_a_double_at_the_end, 4000)


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(InvalidValueError) as caught:
        tables.rows([LAKESIDE, "x"])  # type: ignore[list-item] # what the test is about

    assert (caught.value.code, caught.value.path) == ("E101", "1")


# What cannot be read


def test_nearest_owner_is_named_for_the_first_rows_that_have_none() -> None:
    """Looking for it takes its time, and a file that is wrong throughout needs no more."""
    rows = small()
    first = {**rows["names"][0], "owner": "delegate-2"}
    rows["names"] = [{**first, "key": f"k{n}", "position": n} for n in range(60)]
    rows["delegates"][0]["id"] = "delegate-1"
    with pytest.raises(LoadError) as caught:
        tables.records(rows)

    remedies = [each.help for each in caught.value.findings if "no row" in each.message]
    assert set(remedies[:50]) == {"correct it (nearest: 'delegate-1')"}
    assert remedies[50:] == ["correct it"] * 10


def changed(table: str, **cells: Any) -> Rows:
    rows = small()
    rows[table][0].update(cells)
    return rows


def without(table: str, column: str) -> Rows:
    rows = small()
    del rows[table][0][column]
    return rows


def repeated(table: str, **cells: Any) -> Rows:
    rows = small()
    rows[table].append({**rows[table][0], **cells})
    return rows


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (changed("conferences", name=""), ("E105", "/conferences/0/name")),
        (changed("conferences", name=None), ("E102", "/conferences/0/name")),
        (changed("delegates", function=3), ("E101", "/delegates/0/function")),
        (changed("delegates", nam="x"), ("E103", "/delegates")),
        (changed("delegates", conference_id="k"), ("E202", "/delegates/0/conference_id")),
        (changed("delegates", position="0"), ("E101", "/delegates/0/position")),
        (changed("delegates", position=None), ("E101", "/delegates/0/position")),
        (changed("names", owner="k"), ("E202", "/names/0/owner")),
        (changed("names", owner=None), ("E102", "/names/0/owner")),
        (changed("names", field=7), ("E102", "/names/0/field")),
        (changed("names", field="offices"), ("E101", "/names/0/field")),
        (changed("names", kind="short", kind_other="pet"), ("E101", "/names/0/kind_other")),
        (changed("conference_hosts", owner="d"), ("E101", "/conference_hosts/0/owner")),
        (changed("conference_hosts", value=5), ("E101", "/conferences/0/hosts/0")),
        (changed("conference_hosts", value="k"), ("E202", "/conferences/0/hosts/0")),
        (changed("conference_hosts", conference_id=7),
         ("E102", "/conference_hosts/0/conference_id")),
        (changed("delegates", conference_id=None), ("E102", "/delegates/0/conference_id")),
        (changed("names", key=None), ("E102", "/names/0/key")),
        (without("names", "position"), ("E102", "/names")),
        (repeated("names"), ("E201", "/names/1/key")),
        (repeated("names", key="k"), ("E101", "/names/1/position")),
        (repeated("conferences"), ("E201", "/conferences/1/id")),
        (repeated("conferences", id=None), ("E102", "/conferences/1/id")),
        (changed("conferences", extra="[1]"), ("E109", "/conferences/0/extra")),
        (changed("conferences", extra=5), ("E109", "/conferences/0/extra")),
        (changed("conferences", extra="{"), ("E109", "/conferences/0/extra")),
        (changed("conferences", extra='{"x-a":1,"x-a":2}'), ("E109", "/conferences/0/extra")),
        (changed("conferences", extra="[" * 100_000), ("E109", "/conferences/0/extra")),
        (changed("conferences", extra='{"theme":1}'), ("E109", "/conferences/0/extra")),
        (changed("conferences", extra='{"requires":[]}'), ("E109", "/conferences/0/extra")),
        (changed("conferences", extra='{"colour":1}'), ("E103", "/conferences/0/colour")),
        ({**small(), "delegats": [{}]}, ("E103", "/delegats")),
    ],
)  # fmt: skip
def test_fault_is_told_with_its_row(rows: Rows, expected: tuple[str, str]) -> None:
    assert expected in faults(rows)


def test_field_that_holds_one_takes_one_row() -> None:
    figure = {"conference_id": "c", "owner": "g", "field": "stated_size", "value": 5}
    rows = {
        "conferences": [{"id": "c", "name": "C"}],
        "groups": [{"conference_id": "c", "position": 0, "id": "g", "wording": "five"}],
        "figures": [{**figure, "key": f"k{n}", "position": n} for n in range(2)],
    }

    assert faults(rows) == [("E101", "/figures/1/position")]


def test_all_faults_are_told_at_once_and_where() -> None:
    rows = changed("conferences", name="", kind="meting")
    rows["delegates"][0] |= {"id": "D!", "position": None}
    with pytest.raises(LoadError) as caught:
        tables.records(rows)

    messages = [each.message for each in caught.value.findings]
    assert len(messages) >= 4
    assert any(each.startswith("row 1 of conferences, name: ") for each in messages)
    assert all(each.startswith("row 1 of ") for each in messages)


def test_too_many_rows_are_refused() -> None:
    assert faults(small(), limits=Limits(max_objects=3)) == [("E113", "")]


def test_dangling_reference_is_let_in_without_the_check() -> None:
    (record,) = tables.records(changed("conference_hosts", value="k"), check=False)

    assert record.hosts == ("k",)


@pytest.mark.parametrize("wrong", [None, [], {"conferences": [3]}, {"conferences": 3}, {1: []}])
def test_what_is_no_tables_is_refused(wrong: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        tables.records(wrong)

    assert caught.value.code == "E101"


WEIRD: list[Any] = [
    *(None, "", "c", "s1", 0, -1, 2**70, 1.5, float("nan"), float("inf"), True),
    *([], {}, "1e9", b"x"),
]


@pytest.fixture(scope="module")
def written() -> Rows:
    return tables.rows([LAKESIDE])


@given(data=st.data())
def test_changed_cells_give_a_record_or_an_error_of_ours(written: Rows, data: Any) -> None:
    rows = {name: [dict(row) for row in table] for name, table in written.items() if table}
    for _ in range(data.draw(st.integers(1, 4))):
        table = rows[data.draw(st.sampled_from(sorted(rows)))]
        row = data.draw(st.sampled_from(table))
        row[data.draw(st.sampled_from(sorted(row)))] = data.draw(st.sampled_from(WEIRD))
    try:
        found = tables.records(rows)
    except LoadError as error:
        assert error.findings
    else:
        assert len(found) == 1


# Small things


def test_number_of_fifteen_digits_is_kept_as_it_is() -> None:
    numbers = ["0.123456789012345", "1E-15", "1E+24", "999999999999999", "47"]
    record = Conference(id="c", name="C", figures=[Figure(value=float(each)) for each in numbers])

    assert tables.records(tables.rows([record])) == (record,)


def test_extras_are_one_object_in_json() -> None:
    session = Session(id="s", extra=Extra({"x-b": "ü", "x-a": [1.0]}))
    (row,) = tables.rows([Conference(id="c", name="C", sessions=[session])])["sessions"]

    assert row["extra"] == '{"x-a":[1.0],"x-b":"ü"}'
    assert json.loads(row["extra"]) == dict(session.extra or {})


def test_large_numbers_are_written_whole() -> None:
    record = Conference(id="c", name="C", sources=[Source(id="s", length=2**53 - 1)])

    assert tables.records(tables.rows([record])) == (record,)


def types() -> Iterator[ColumnType]:
    yield from (column.type for table in TABLES.values() for column in table.columns)


def test_every_type_of_column_is_used() -> None:
    assert set(types()) == set(ColumnType)
