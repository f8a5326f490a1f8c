"""The gallery: every record is right, has its page and its sources, and is shown in the site."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from confmodel import Conference, check, dumps, load
from confmodel.grounding import coverage_of
from confmodel.model import Basis, Fact, Name, Part, Quotation, Record
from confmodel.model._walk import evidence_in, records_in
from scripts import gallery

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "gallery"
OPEN = sorted((PAGES / "records").glob("*.json"))
"""The records with open evidence; the others are tested where they lie."""
MOST_WORDS_OF_A_SOURCE = 30
MOST_BYTES = 1_000_000


def page_of(identifier: str) -> str:
    return (PAGES / f"{identifier}.md").read_text(encoding="utf-8")


def everything_in(value: Record) -> Iterator[Record]:
    yield value
    for each in records_in(value):
        yield from everything_in(each)


def test_every_record_is_in_the_gallery() -> None:
    cases = [
        path
        for path in (ROOT / "tests" / "cases").glob("*.json")
        if not path.name.endswith(".mapping.json")
    ]

    assert {*OPEN, *cases} <= set(gallery.FILES.values())
    assert len(gallery.FILES) == len(set(gallery.FILES.values()))


def test_every_page_is_of_a_record() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} == {"index", *gallery.FILES}


@pytest.fixture(scope="module", params=gallery.FILES)
def identifier(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def record(identifier: str) -> Conference:
    return load(gallery.FILES[identifier])


def test_a_record_is_right_and_called_as_its_file(identifier: str, record: Conference) -> None:
    report = check(record)

    assert record.id == identifier
    assert report.findings == ()
    assert all(each.why for each in record.accepts)


def test_a_page_links_the_record_the_report_and_every_source(
    identifier: str, record: Conference
) -> None:
    page = page_of(identifier)
    addresses = [source.url for source in record.sources if source.url is not None]

    assert f"(records/{identifier}.json)" in page
    assert f"(reports/{identifier}.html)" in page
    assert [each for each in addresses if f"({each})" not in page] == []


def test_a_page_has_a_question_that_the_record_answers(identifier: str) -> None:
    (fence,) = re.findall(r"^```pycon\n(.*?)^```$", page_of(identifier), re.MULTILINE | re.DOTALL)

    assert "load(" in fence or "example(" in fence


def test_the_index_leads_to_every_page(identifier: str) -> None:
    assert f"({identifier}.md)" in (PAGES / "index.md").read_text(encoding="utf-8")


def test_a_report_page_is_small_and_the_same_each_time(identifier: str, record: Conference) -> None:
    page = gallery.report(identifier)

    assert page.startswith("<!DOCTYPE html>")
    assert len(page.encode()) < MOST_BYTES
    assert page == gallery.report(identifier)
    assert f"<title>{html.escape(record.name)}</title>" in page


# The records with open evidence.


@pytest.fixture(scope="module", params=OPEN, ids=lambda path: path.stem)
def file(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_a_file_is_canonical(file: Path) -> None:
    assert file.read_text(encoding="utf-8") == dumps(load(file), indent=2) + "\n"


def test_every_fact_has_its_words(file: Path) -> None:
    """Also the words for its single fields, and for the small facts inside it."""
    record = load(file)
    bare = [
        each
        for each in everything_in(record)
        if isinstance(each, Fact)
        and not isinstance(each, Name | Part | Quotation)
        and not each.evidence
    ]

    assert bare == []
    assert [each for each in coverage_of(record).facts if each.unproved] == []


def test_only_short_words_are_copied(file: Path) -> None:
    words = [each.exact for each in evidence_in(load(file)) if each.exact is not None]

    assert words
    assert [each for each in words if len(each.split()) > MOST_WORDS_OF_A_SOURCE] == []


def test_every_piece_has_words_or_says_that_it_has_none(file: Path) -> None:
    pieces = list(evidence_in(load(file)))

    assert [each for each in pieces if each.exact is None and each.basis != Basis.BACKGROUND] == []


def test_a_source_says_where_it_was_read(file: Path) -> None:
    sources = json.loads(file.read_text(encoding="utf-8"))["sources"]

    assert [each["id"] for each in sources if "url" not in each] == []
