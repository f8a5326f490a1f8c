"""The card for notebooks: short, escaped, and without anything that two of them could share."""

from html.parser import HTMLParser

import pytest
from hypothesis import given

from confmodel import strategies
from confmodel.examples import example, example_names
from confmodel.model import Conference, Country, Delegation, Place
from confmodel.views.notebook import card


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def assert_harmless(page: str) -> Tags:
    found = Tags(page)
    assert {tag for tag, _ in found.tags} <= {"div", "span", "bdi", "em"}
    assert {name for _, attributes in found.tags for name in attributes} <= {
        *("style", "aria-hidden", "class", "title", "data-code"),
    }
    assert not any("id" in attributes for _, attributes in found.tags)
    return found


@pytest.mark.parametrize("name", example_names())
def test_a_bundled_record_has_a_short_card(name: str) -> None:
    page = card(example(name))
    found = assert_harmless(page)
    assert example(name).name in found.text
    assert len(page) < 4000


@given(record=strategies.conferences())
def test_any_record_has_a_card(record: Conference) -> None:
    assert_harmless(card(record))


def test_a_payload_stays_text() -> None:
    payload = "</div><script>alert(1)</script><b onclick='x'>\u202e"
    record = Conference(
        id="c", name=payload, places=[payload], delegations=[Delegation(id="d", name=payload)]
    )
    assert "<script>alert(1)</script>" in assert_harmless(card(record)).text


def test_a_large_record_has_a_short_card_too() -> None:
    record = Conference(
        id="c",
        name="x" * 10_000,
        places=[Place(name="y" * 10_000)] * 50,
        delegations=[Delegation(id=f"d{n}", name="z" * 10_000) for n in range(500)],
    )
    page = card(record)
    assert len(page) < 8000
    assert "and 488 more" in page


def test_a_flag_stands_before_the_name_of_a_delegation() -> None:
    poland, aland = Country(id="pl", name="Poland", code="PL"), Country(id="a", name="Aland")
    record = Conference(
        id="c",
        name="C",
        countries=[poland, aland],
        delegations=[Delegation(id="d", of=["pl", "a"])],
    )
    assert "🇵🇱 Poland and Aland" in Tags(card(record)).text


def test_a_date_that_is_not_stated_is_said_so() -> None:
    assert "not stated" in Tags(card(example("warsaw-2026"))).text
    assert "when" not in Tags(card(Conference(id="c", name="C"))).text


def test_a_notebook_asks_the_record_for_its_card() -> None:
    record = example("warsaw-2026")

    assert record._repr_html_() == card(record)
