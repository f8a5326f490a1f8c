"""The sources in a bibliography: BibTeX as pybtex reads it, CSL-JSON as citeproc does.

The names of items and variables were read from the schema of CSL 1.0.2
(schemas/input/csl-data.json in the repository of the Citation Style Language).
"""

import json
import re
import unicodedata
from typing import Any

import pytest
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped] # it has no types
from hypothesis import example as case
from hypothesis import given
from pybtex.database import parse_string  # type: ignore[import-untyped] # the same
from pybtex.richtext import Text  # type: ignore[import-untyped] # the same

from confmodel import Conference, Source, When
from confmodel.formats import bibtex, csl_json
from confmodel.model import Identifier, SourceKind
from confmodel.strategies import conferences, texts, whens
from tests.formats.records import all_records

TYPES = {"article-newspaper", "dataset", "document", "treaty"}
VARIABLES = {
    *("id", "type", "genre", "title", "author", "publisher", "container-title", "issued"),
    *("URL", "language", "DOI", "ISBN", "ISSN"),
}
DATE = {"date-parts", "season", "circa", "literal"}


def a_record(**source: Any) -> Conference:
    return Conference(id="c", name="C", sources=[Source(**({"id": "s"} | source))])


def lost(module: Any, record: Conference) -> set[str]:
    return {each.pointer for each in module.losses(record)}


# CSL-JSON


def items_of(record: Conference) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(csl_json.write(record))
    return items


def item_of(record: Conference) -> dict[str, Any]:
    (item,) = items_of(record)
    return item


@pytest.mark.parametrize("name", all_records())
def test_items_are_by_the_schema_and_citeproc_reads_them(name: str) -> None:
    record = all_records()[name]
    items = items_of(record)

    assert [item["id"] for item in items] == [source.id for source in record.sources]
    for item in items:
        assert item["type"] in TYPES
        assert item.keys() <= VARIABLES
        assert item.get("issued", {}).keys() <= DATE
        assert all(person.keys() == {"literal"} for person in item.get("author", ()))
        assert all(value not in (None, "", [], {}) for value in item.values())
    assert set(CiteProcJSON(items)) == {source.id for source in record.sources}


def bounds(date: dict[str, Any]) -> tuple[When, When]:
    """Read what date-parts say, as the oracle."""
    ends = []
    for part in date["date-parts"]:
        year, *rest = part
        season = [20 + date["season"]] if "season" in date else []
        ends.append(When("-".join([f"{year:04}", *(f"{each:02}" for each in [*rest, *season])])))
    return ends[0], ends[-1]


@given(when=whens())
@case(when=When("2031-05-06/2031-05-08"))
@case(when=When("2031-05~/2031-06~"))
@case(when=When("2031-05~/2031-06"))
@case(when=When("2031-05-06/.."))
@case(when=When("/2031-21"))
@case(when=When("2031-21/2031-22"))
@case(when=When("1900/1900-22"))
@case(when=When("2031-24"))
@case(when=When("0000-21"))
@case(when=When("2031-05-06T23:30:00-02:00"))
@case(when=When("2031?"))
@case(when=When("201X"))
@case(when=When("-0043-03-15"))
@case(when=When(wording="coming days"))
def test_date_says_as_much_as_the_record_and_no_more(when: When) -> None:
    record = a_record(published=when)
    date = item_of(record)["issued"]
    is_lost = "/sources/0/published" in lost(csl_json, record)

    if "literal" in date:
        assert date["literal"] == (when.edtf or when.wording)
    else:
        first, last = bounds(date)
        assert (first.earliest, last.latest) == (when.earliest, when.latest)
        assert date.get("circa", False) == when.is_approximate
        assert not when.is_uncertain
    has_time = when.edtf is not None and "T" in when.edtf
    has_words = when.edtf is not None and when.wording is not None
    assert is_lost == (has_time or has_words)


def test_citeproc_finds_season_range_and_circa() -> None:
    def read(when: str) -> Any:
        return CiteProcJSON(items_of(a_record(published=when)))["s"]["issued"]

    assert (read("2031-22").year, read("2031-22").season) == (2031, 2)
    assert (read("2031-05~").month, read("2031-05~").circa) == (5, True)
    assert read("2031-05-06/2031-05-08").end.day == 8


@pytest.mark.parametrize("kind", [None, *SourceKind])
def test_kind_is_the_type_or_the_genre(kind: SourceKind | None) -> None:
    item = item_of(a_record(kind=kind, publisher="The Gazette"))
    is_press = kind in (SourceKind.NEWS_REPORT, SourceKind.OPINION)

    assert (item["type"] == "article-newspaper") == is_press
    assert item["container-title" if is_press else "publisher"] == "The Gazette"
    assert ("genre" in item) == (kind not in (None, SourceKind.NEWS_REPORT))


# BibTeX


def entries_of(record: Conference) -> dict[str, Any]:
    return dict(parse_string(bibtex.write(record), "bibtex").entries)


def entry_of(record: Conference) -> Any:
    (entry,) = entries_of(record).values()
    return entry


def untexed(text: str) -> str:
    """Undo the commands, in other words than the writer's; pybtex knows the rest."""
    for command, letter in (("left", "{"), ("right", "}")):
        text = text.replace(f"{{\\textbrace{command}}}", f"\ue000{letter}")
    parts = re.split("\ue000(.)", text)
    decode = {"{\\textbackslash}": "\\", "{\\textasciitilde}": "~", "{\\textasciicircum}": "^"}
    for n in range(0, len(parts), 2):
        pieces = re.split(r"(\{\\\w+\}|\\[$&#%_])", parts[n])
        parts[n] = "".join(
            decode.get(each, each[-1:] if each[:1] == "\\" else each) for each in pieces
        )
    return "".join(parts)


def kept(text: str) -> str:
    letters = (each for each in text if unicodedata.category(each) != "Cc" or each in "\t\n\r")
    return " ".join("".join(letters).split())


@pytest.mark.parametrize("name", all_records())
def test_entries_are_read(name: str) -> None:
    record = all_records()[name]

    assert list(entries_of(record)) == [source.id for source in record.sources]


@given(text=texts())
@case(text='100% R&D_$x^2~ {a} \\b #1 "q" @c')
@case(text="}}, note = {x")
@case(text="{{{")
@case(text="a\n\n b\x07 ")
def test_text_comes_back_and_braces_are_paired(text: str) -> None:
    record = a_record(title=text, author=text, publisher=text)
    written = bibtex.write(record)
    fields = entry_of(record).fields

    assert written.count("{") == written.count("}")
    if "\ue000" not in text:
        assert untexed(fields["title"][1:-1]) == untexed(fields["howpublished"]) == kept(text)
    assert ("/sources/0/title" in lost(bibtex, record)) == (kept(text) != text)
    assert ("/sources/0/author" in lost(bibtex, record)) == (kept(text) != text)


def test_name_is_never_taken_apart() -> None:
    (person,) = entry_of(a_record(author="Ludwig van Beethoven, Jr and Sons")).persons["author"]

    assert not person.first_names
    assert person.last_names == ["{Ludwig van Beethoven, Jr and Sons}"]


def test_common_commands_are_known_to_pybtex() -> None:
    title = entry_of(a_record(title="R&D: 5% of #1 a_b \\ ~")).fields["title"]

    assert str(Text.from_latex(title)) == "R&D: 5% of #1 a_b \\ ~"


@given(when=whens())
@case(when=When("2031-05-06/2031-05-08"))
@case(when=When("2030-12-31/2031-01-01"))
@case(when=When("2031-05~"))
@case(when=When("2031-24"))
@case(when=When("201X"))
@case(when=When("0044-03"))
@case(when=When("2031", wording="next year"))
@case(when=When(wording="coming days"))
@case(when=When("1900-01-01T00:00:00Z"))
def test_date_is_the_edtf_and_year_and_month_are_certain(when: When) -> None:
    record = a_record(published=when)
    fields = entry_of(record).fields
    words = when.edtf is not None and when.wording is not None
    odd = when.wording is not None and kept(when.wording) != when.wording

    assert ("/sources/0/published" in lost(bibtex, record)) == (words or odd)
    if when.edtf is None:
        assert untexed(fields["year"]) == kept(when.wording or "") or "\ue000" in str(when)
        assert "date" not in fields
        return
    assert fields["date"] == when.edtf
    # The year of a time is that of its own clock, wherever else it is another.
    own = When("/".join(each.partition("T")[0] for each in when.edtf.split("/")))
    if "year" in fields:
        assert len(fields["year"]) == 4
        assert own.certainly_during(fields["year"])
        assert not when.is_uncertain
        assert not when.is_approximate
    if "month" in fields:
        months = "January February March April May June July August September October November"
        number = [*months.split(), "December"].index(fields["month"]) + 1
        assert own.certainly_during(f"{fields['year']}-{number:02}")


def test_address_is_verbatim_but_for_what_no_address_has() -> None:
    plain = a_record(url="https://example.org/a_b?c=%20&d#e~f")
    doi = Identifier(scheme="doi", value="10.1000/{1}")
    odd = a_record(url="https://example.org/{é b}", identifiers=[doi])

    assert entry_of(plain).fields["url"] == "https://example.org/a_b?c=%20&d#e~f"
    assert "/sources/0/url" not in lost(bibtex, plain)
    assert entry_of(odd).fields["url"] == "https://example.org/%7Bé%20b%7D"
    assert entry_of(odd).fields["doi"] == "10.1000/%7B1%7D"
    assert {"/sources/0/url", "/sources/0/identifiers/0/value"} <= lost(bibtex, odd)


# Both


@pytest.mark.parametrize("module", [bibtex, csl_json])
def test_second_identifier_of_a_kind_is_lost(module: Any) -> None:
    record = a_record(
        identifiers=[
            Identifier(scheme="doi", value="10.1000/1"),
            Identifier(scheme="DOI", value="10.1000/2"),
            Identifier(scheme="unts", value="3"),
        ]
    )

    assert lost(module, record) & {f"/sources/0/identifiers/{n}" for n in range(3)} == {
        "/sources/0/identifiers/1",
        "/sources/0/identifiers/2",
    }


@given(record=conferences())
def test_generated_sources_are_read(record: Conference) -> None:
    ids = [source.id for source in record.sources]

    assert list(entries_of(record)) == ids
    assert sorted(CiteProcJSON(items_of(record))) == sorted(ids)
