"""Lists of delegates: every row becomes one person, or says why not."""

import datetime
import io
import sys
import tracemalloc
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel import Conference, InvalidValueError, Limits, LoadError, MissingExtraError, check
from confmodel.formats.delegate_list import DelegateList, read
from confmodel.model import (
    Attendance,
    Country,
    Delegate,
    Delegation,
    Function,
    Name,
    NameKind,
    Organization,
    Other,
    Source,
)

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")

COLUMNS = {"name": "Name", "country": "Party", "office": "Title", "function": "Role"}
TEXT = """\
No.,Name,Party,Title,Role
1,Rosa Vale,Norway,Minister of Water,Head
2, Émile Roux ,France,"Director, Rivers",
3,田中 太郎,Japan,,chief negotiator
4,Rosa Vale,France,,deputy head
,,,,
5,A. Diallo,Côte d’Ivoire,,
"""


def listed(text: str, columns: dict[str, str] | None = None, **options: Any) -> DelegateList:
    return read(io.StringIO(text), columns=columns or COLUMNS, **options)


def faults(text: str, columns: dict[str, str] | None = None, **options: Any) -> list[str]:
    with pytest.raises(LoadError) as caught:
        listed(text, columns, **options)
    return [f"{each.code} {each.pointer}" for each in caught.value.findings]


def short(*rows: str) -> str:
    return "\n".join(["Name,Party,Title,Role", *rows])


def sheet(*rows: tuple[Any, ...], title: str = "List") -> bytes:
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


# What a list says


def test_each_row_is_a_person_with_their_delegation_and_country() -> None:
    found = listed(TEXT)

    assert [each.name for each in found.delegates] == [
        "Rosa Vale",
        "Émile Roux",
        "田中 太郎",
        "Rosa Vale",
        "A. Diallo",
    ]
    assert [each.code for each in found.countries] == ["NO", "FR", "JP", "CI"]
    assert [each.of for each in found.delegations] == [(each.id,) for each in found.countries]
    assert found.delegates[1] == Delegate(
        id="emile-roux",
        name="Émile Roux",
        delegation="france-delegation",
        offices=["Director, Rivers"],
    )
    assert [each.function for each in found.delegates] == [
        Function.HEAD,
        None,
        Other(other="chief negotiator"),
        Function.DEPUTY_HEAD,
        None,
    ]


def test_record_of_a_list_is_whole() -> None:
    record = listed(TEXT).added_to(Conference(id="c", name="C"))

    assert not check(record).errors
    assert [each.name for each in record.heads_of("norway-delegation")] == ["Rosa Vale"]


def test_ids_come_from_the_names_and_are_the_same_in_each_run() -> None:
    ids = [each.id for each in listed(TEXT).delegates]

    assert ids == ["rosa-vale", "emile-roux", "x4c171aab", "rosa-vale-2", "a-diallo"]
    assert ids == [each.id for each in listed(TEXT).delegates]


def test_country_is_named_as_the_list_names_it() -> None:
    found = listed(short("A,Türkiye,,", "B,Turkey,,", "C,TR,,", "D,Zaire,,"))

    assert [(each.name, each.code) for each in found.countries] == [
        ("Türkiye", "TR"),
        ("Zaire", "CD"),
    ]
    assert {each.delegation for each in found.delegates[:3]} == {"turkiye-delegation"}


def test_organizations_and_named_delegations_are_told_apart() -> None:
    text = (
        "Name,State,Body,Delegation\n"
        "A,Norway,,\n"
        "B,Norway,,Youth of Norway\n"
        "C,,World Bank,\n"
        "D,,,Observers\n"
        "E,,,\n"
    )
    columns = {
        "name": "Name",
        "country": "State",
        "organization": "Body",
        "delegation": "Delegation",
    }
    found = listed(text, columns)

    assert found.organizations == (Organization(id="world-bank", name="World Bank"),)
    assert found.delegations == (
        Delegation(id="norway-delegation", of=["norway"]),
        Delegation(id="youth-of-norway", of=["norway"], name="Youth of Norway"),
        Delegation(id="world-bank-delegation", of=["world-bank"]),
        Delegation(id="observers", name="Observers"),
    )
    assert found.delegates[-1].delegation is None


def test_words_of_the_list_can_be_explained() -> None:
    columns = {"name": "Nom", "country": "Pays", "function": "Rôle", "attendance": "Là"}
    found = listed(
        "Nom;Pays;Rôle;Là\nA;Congo;Chef;oui\n",
        columns,
        delimiter=";",
        words={
            "country": {"Congo": "CD"},
            "function": {"Chef": Function.HEAD},
            "attendance": {"oui": "attended"},
        },
    )

    (delegate,) = found.delegates
    assert found.countries[0].code == "CD"
    assert (delegate.function, delegate.attendance) == (Function.HEAD, Attendance.ATTENDED)


def test_words_of_every_column_can_be_explained() -> None:
    roles = ("name", "honorific", "office", "organization", "delegation", "note")
    found = listed(
        ",".join(roles) + "\n" + ",".join(f"{role} x" for role in roles) + "\n",
        {role: role for role in roles},
        words={role: {f"{role} x": f"{role} y"} for role in roles},
        evidence="list",
    )

    (delegate,) = found.delegates
    assert (delegate.id, delegate.name) == ("name-y", "name y")
    assert (delegate.honorific, delegate.note) == ("honorific y", "note y")
    assert delegate.offices[0].title == "office y"
    assert found.organizations[0].name == "organization y"
    assert found.delegations[0].name == "delegation y"
    assert delegate.evidence[0].exact == "name x"


def test_name_is_the_evidence_if_the_list_is_a_source() -> None:
    source = Source(id="list")
    (delegate,) = listed(short("Rosa Vale,Norway,,"), evidence=source).delegates

    assert [(each.source, each.exact) for each in delegate.evidence] == [("list", "Rosa Vale")]


# A record that is there


RECORD = Conference(
    id="c",
    name="C",
    countries=[Country(id="no", name="Norway", code="NO"), Country(id="x", name="Boria")],
    organizations=[Organization(id="wb", name="World Bank")],
    delegations=[
        Delegation(id="a", of=["no"]),
        Delegation(id="rosa-vale", of=["x"]),
        Delegation(id="joint", of=["no", "x"], name="Both"),
    ],
    delegates=[Delegate(id="d", name="Known", delegation="a")],
)


def test_what_the_record_has_is_used_again() -> None:
    found = listed(
        "Name,Party,Body\nRosa Vale,Norway,\nB,Boria,\nC,,World Bank\n",
        {"name": "Name", "country": "Party", "organization": "Body"},
        record=RECORD,
    )

    assert not found.countries
    assert not found.organizations
    assert [each.delegation for each in found.delegates] == ["a", "rosa-vale", "wb-delegation"]
    assert found.delegates[0].id == "rosa-vale-2"
    assert not check(found.added_to(RECORD)).errors


def test_person_whom_the_record_has_is_a_fault() -> None:
    assert faults(short("Known,Norway,,"), record=RECORD) == ["E201 /2/Name"]


def known(**fields: Any) -> Conference:
    return Conference(id="c", name="C", **fields)


BODIES = {"name": "Name", "organization": "Party"}


@pytest.mark.parametrize("name", ["Kingdom of Norway", "Norge", "NOR", "Norway", "NO"])
def test_country_is_known_by_each_name_that_the_record_has(name: str) -> None:
    norway = Country(
        id="no",
        name="Kingdom of Norway",
        other_names=["Norge", Name(value="NOR", kind=NameKind.ACRONYM), "Norway"],
    )
    found = listed(short(f"A,{name},,"), record=known(countries=[norway]))

    assert found.countries == ()
    assert [each.of for each in found.delegations] == [("no",)]


@pytest.mark.parametrize("name", ["World Bank", "WB", "Banque mondiale"])
def test_organization_is_known_by_each_name_that_the_record_has(name: str) -> None:
    bank = Organization(id="wb", name="World Bank", acronym="WB", other_names=["Banque mondiale"])
    found = listed(short(f"A,{name},,"), BODIES, record=known(organizations=[bank]))

    assert found.organizations == ()
    assert [each.of for each in found.delegations] == [("wb",)]


def test_person_whom_the_record_knows_by_another_name_is_a_fault() -> None:
    vale = Delegate(id="vale", name="Zoe Vale", other_names=["Zoë Vale"])

    assert faults(short("Zoë Vale,,,"), record=known(delegates=[vale])) == ["E201 /2/Name"]


def test_name_that_the_record_has_for_one_country_is_not_ambiguous() -> None:
    record = known(countries=[Country(id="drc", name="DR Congo", code="CD", other_names=["Congo"])])

    assert [each.of for each in listed(short("A,Congo,,"), record=record).delegations] == [("drc",)]


def test_country_of_another_code_is_another_state_whatever_it_is_called() -> None:
    record = known(countries=[Country(id="drc", name="Congo - Brazzaville", code="CD")])

    assert [each.code for each in listed(short("A,CG,,"), record=record).countries] == ["CG"]


@pytest.mark.parametrize("name", ["Congo", "CG"])
def test_country_that_can_be_several_of_the_record_is_not_guessed(name: str) -> None:
    record = known(
        countries=[
            Country(id="one", name="Congo", code="CG"),
            Country(id="other", name="DR Congo", other_names=["Congo", "CG"]),
        ]
    )
    with pytest.raises(LoadError) as caught:
        listed(short(f"A,{name},,", f"B,{name},,"), record=record)

    assert [(each.code, each.pointer) for each in caught.value.findings] == [
        ("E107", "/2/Party"),
        ("E107", "/3/Party"),
    ]
    assert "one (Congo), other (DR Congo)" in caught.value.findings[0].message


def test_organization_that_can_be_several_of_the_record_is_not_guessed() -> None:
    bodies = [
        Organization(id="wb", name="World Bank", acronym="WB"),
        Organization(id="boards", name="Water Boards", other_names=["WB"]),
    ]
    record = known(organizations=bodies)

    assert faults(short("A,WB,,"), BODIES, record=record) == ["E203 /2/Party"]
    words = {"organization": {"WB": "World Bank"}}
    found = listed(short("A,WB,,"), BODIES, record=record, words=words)
    assert [each.of for each in found.delegations] == [("wb",)]


def test_one_of_several_delegations_is_not_guessed() -> None:
    several = Conference(
        id="c",
        name="C",
        countries=RECORD.countries,
        delegations=[Delegation(id=each, of=["no"], name=each.upper()) for each in ("a", "b")],
    )

    assert faults(short("A,Norway,,"), record=several) == ["E203 /2/delegation"]
    columns = {**COLUMNS, "delegation": "Title"}
    assert listed(short("A,Norway,B,"), columns, record=several).delegates[0].delegation == "b"


# Faults


def test_all_faults_of_all_rows_are_told_at_once() -> None:
    text = short(
        ",Norway,,",
        "A,Atlantis,,",
        "B,Congo,,",
        "C,Norway,,",
        "C,Norway,,",
        "D,Untied Kingdom,,",
        "E,Atlantis,,",
    )
    with pytest.raises(LoadError) as caught:
        listed(text)

    found = caught.value.findings
    assert [f"{each.code} {each.pointer}" for each in found] == [
        "E102 /2/Name",
        "E107 /3/Party",
        "E107 /4/Party",
        "E201 /6/Name",
        "E107 /7/Party",
        "E107 /8/Party",
    ]
    assert found[2].message == "row 4, Party: 'Congo' can mean several states"
    assert found[2].help == (
        "give the code of one: CD Democratic Republic of the Congo, CG Republic of the Congo"
    )
    assert "row 5" in found[3].message
    assert "United Kingdom" in found[4].help


def test_list_that_is_wrong_throughout_is_given_up_after_a_thousand_faults() -> None:
    rows = [f"A{n},Atlantis {n % 10},," for n in range(2000)]

    assert len(faults(short(*rows))) == 1000


def test_attendance_is_not_guessed() -> None:
    columns = {"name": "Name", "attendance": "Role"}

    assert faults(short("A,,,perhaps"), columns) == ["E115 /2/Role"]
    assert listed(short("A,,,Attended in part"), columns).delegates[0].attendance is (
        Attendance.ATTENDED_IN_PART
    )


def test_country_and_organization_in_one_row_are_a_fault() -> None:
    columns = {"name": "Name", "country": "Party", "organization": "Title"}

    assert faults(short("A,Norway,World Bank,"), columns) == ["E101 /2/Party"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["E103 /1"] * 4),
        ("Nam,Party,Title,Role\nA,Norway,,\n", ["E103 /1"]),
        ("Name,Party,Title,Role,Name\nA,Norway,,,\n", ["E103 /1"]),
        ('Name,Party,Title,Role\n"A,Norway,,\n', ["E100 "]),
    ],
)
def test_wrong_headings_are_told(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("columns", "options", "path"),
    [
        ({"country": "Party"}, {}, "columns"),
        ({"name": "Name", "contry": "Party"}, {}, "columns"),
        ({"name": "Name"}, {"words": {"contry": {}}}, "words"),
        ({"name": "Name"}, {"delimiter": '"'}, "delimiter"),
        ({"name": "Name"}, {"delimiter": ""}, "delimiter"),
        ({"name": "Name"}, {"delimiter": None}, "delimiter"),
        (["name"], {}, "columns"),
        ({"name": "Name"}, {"words": ["name"]}, "words"),
        ({"name": "Name"}, {"words": {"name": "A"}}, "words"),
        ({"name": "Name"}, {"words": {"name": {"A": 3}}}, "words"),
        ({"name": "Name"}, {"record": "c"}, "record"),
    ],
)
def test_wrong_arguments_are_refused(columns: Any, options: dict[str, Any], path: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        listed(TEXT, columns, **options)

    assert caught.value.path == path


def test_text_of_half_a_character_is_refused() -> None:
    with pytest.raises(InvalidValueError):
        listed(short("\ud800,,,"))


def test_value_that_the_words_make_wrong_is_a_fault_of_the_row() -> None:
    assert faults(short("A,,,x"), words={"function": {"x": ""}}) == ["E105 /2/Name"]


@given(
    rows=st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_characters='",\r\n')), max_size=4)
    )
)
def test_any_rows_give_a_list_or_an_error_of_ours(rows: list[list[str]]) -> None:
    try:
        found = listed(short(*(",".join(row) for row in rows)))
    except LoadError as error:
        assert error.findings
    else:
        assert len({each.id for each in found.delegates}) == len(found.delegates) <= len(rows)


def test_thousands_of_people_of_one_name_have_ids_of_their_own() -> None:
    text = short(*(f"N. N.,Norway,Office {n}," for n in range(3000)))

    assert listed(text).delegates[-1].id == "n-n-3000"


# XLSX


ROWS = [("Name", "Party", "No"), ("Rosa Vale", "Norway", 1.0), (None, None, None), ("B", "FR", 2)]


def test_xlsx_says_the_same_as_csv(tmp_path: Path) -> None:
    columns = {"name": "Name", "country": "Party", "note": "No"}
    path = tmp_path / "list.xlsx"
    path.write_bytes(sheet(*ROWS))

    assert read(path, columns=columns) == listed(
        "Name,Party,No\nRosa Vale,Norway,1\nB,FR,2\n", columns
    )


def test_days_and_sheets_of_xlsx_are_read() -> None:
    rows = [("Name", "On"), ("A", datetime.date(2031, 5, 6)), ("B", True)]
    columns = {"name": "Name", "note": "On"}
    found = read(io.BytesIO(sheet(*rows, title="Annex")), columns=columns, sheet="Annex")

    assert [each.note for each in found.delegates] == ["2031-05-06", "True"]
    with pytest.raises(LoadError) as caught:
        read(io.BytesIO(sheet(*rows)), columns=columns, sheet="Annex")
    assert "List" in caught.value.findings[0].help


def packed(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def codes(data: bytes, **options: Any) -> list[str]:
    with pytest.raises(LoadError) as caught:
        read(io.BytesIO(data), columns={"name": "Name"}, **options)
    return [each.code for each in caught.value.findings]


def test_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = packed({"xl/workbook.xml": b" " * 40_000_000})
    assert len(bomb) < 100_000

    assert codes(bomb) == ["E113"]
    assert codes(packed({f"{n}.xml": b"" for n in range(3000)})) == ["E113"]
    assert codes(sheet(*ROWS), limits=Limits(max_bytes=100)) == ["E113"]
    assert codes(sheet(*ROWS), limits=Limits(max_objects=2)) == ["E113"]


def test_entities_are_refused() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'

    assert codes(packed({"xl/workbook.xml": laughs})) == ["E100"]
    assert codes(packed({"xl/workbook.xml": laughs.decode().encode("utf-16")})) == ["E100"]


def test_size_that_is_a_lie_unpacks_no_more() -> None:
    """A file that says it has ten bytes, with their checksum, and goes on for 50 million."""
    size, real = 10, 50_000_000
    data = packed({"xl/workbook.xml": b" " * real})
    lie = data.replace(real.to_bytes(4, "little"), size.to_bytes(4, "little"))
    lie = lie.replace(_checksum(real), _checksum(size))
    assert lie != data

    tracemalloc.start()
    try:
        assert codes(lie, limits=Limits(max_bytes=100_000)) == ["E100"]
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


def _checksum(size: int) -> bytes:
    return zlib.crc32(b" " * size).to_bytes(4, "little")


def test_unusual_packing_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("xl/workbook.xml", "x")

    assert codes(stream.getvalue()) == ["E100"]


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04", b"PK\x03\x04" + bytes(100), packed({"a": b"b"}), sheet(*ROWS)[:2000]]
)
def test_what_is_no_xlsx_is_refused(data: bytes) -> None:
    assert codes(data) == ["E100"]


def test_damaged_xlsx_gives_a_list_or_an_error_of_ours() -> None:
    data = sheet(*ROWS)
    for place in range(0, len(data), len(data) // 40):
        damaged = data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]
        try:
            read(io.BytesIO(damaged), columns={"name": "Name", "country": "Party"})
        except LoadError as error:
            assert error.findings


def test_missing_library_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    data = sheet(*ROWS)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError) as caught:
        read(io.BytesIO(data), columns={"name": "Name"})

    assert caught.value.extra == "xlsx"


def test_what_is_no_file_is_refused() -> None:
    with pytest.raises(InvalidValueError) as caught:
        read(3, columns={"name": "Name"})  # type: ignore[arg-type] # what the test is about

    assert "neither a path nor an open file" in caught.value.message
