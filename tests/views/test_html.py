"""The report page: everything on it, linked both ways, and nothing let through as markup."""

import base64
import hashlib
import itertools
import math
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import example as with_example
from hypothesis import given
from hypothesis import strategies as st

from confmodel import seal, strategies, views
from confmodel.examples import example, example_names, example_texts
from confmodel.model import (
    Account,
    Agreement,
    Ballot,
    BallotChoice,
    CodeStatus,
    Conference,
    Country,
    Delegate,
    Delegation,
    Direction,
    Discrepancy,
    Evidence,
    Extra,
    Figure,
    Group,
    Manner,
    Name,
    Other,
    Part,
    PartKind,
    Source,
    Statement,
    Unit,
    Vote,
    When,
)
from confmodel.model._base import Record
from confmodel.model._constraints import NotEmpty
from confmodel.model._shape import Field, Form, classes_in, fields_of
from confmodel.model._walk import records_in
from confmodel.views._facts import Facts, Kind
from confmodel.views._html_elements import el
from confmodel.views._html_outcomes import MOST_CELLS
from confmodel.views._html_sources import is_web
from confmodel.views._marks import Span, marked
from confmodel.views._odd import plainly, runs
from confmodel.views.report_page import html
from tests.model.gallery import CAST, GALLERY, HOUSES, SEARCHED_IN_VAIN

VOID = {"meta", "input", "br", "link", "img", "base", "embed", "source", "area", "hr", "wbr"}

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</title></style></textarea><script>alert(1)</script>",
    "javascript:alert(1)",
    "<!-- --!> <![CDATA[ ]]> <?php ?> &lt;b&gt; &#60;",
    "{{7*7}}${7*7}<%= 7 %>",
    "<a href='javascript:alert(1)' onclick='x'>",
    "\u202egnol\u202c \u2066\u2069 \u200b\u200e\ufeff\x00\x1b[2J\x7f\x85 \ud800",
    "e" + "\u0301" * 40 + "\U000e0041\U000e0042\ufdd0\ufffe\U0001ffff",
    "\r\n\t]]>\x0c`%0d%0a",
    "سلام — שלום 🏳\ufe0f\u200d🌈",
)


class Reader(HTMLParser):
    """Read a page as a tree of tags, their attributes and their text, by the standard library."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.pieces: list[tuple[list[tuple[str, dict[str, str | None]]], str]] = []
        self.unbalanced: list[str] = []
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()
        self.unbalanced += [name for name, _ in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = (tag, dict(attrs))
        assert len(found[1]) == len(attrs), f"an attribute stands twice: {attrs}"
        self.tags.append(found)
        if tag not in VOID:
            self._open.append(found)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1][0] == tag:
            self._open.pop()
        else:
            self.unbalanced.append(tag)

    def handle_data(self, data: str) -> None:
        self.pieces.append((list(self._open), data))

    @property
    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.tags if "id" in attributes]

    @property
    def text(self) -> str:
        return " ".join("".join(data for _, data in self.pieces).split())


def without_stand_ins(pieces: Any) -> Iterator[tuple[list[tuple[str, dict[str, Any]]], str]]:
    """Put the characters back that are shown by their numbers."""
    for path, data in pieces:
        code = path[-1][1].get("data-code") if path else None
        yield path, data if code is None else "".join(chr(int(each, 16)) for each in code.split())


def text_of_words(page: str) -> list[str]:
    """Read back each text, without what the page adds to it."""
    found: list[str] = []
    seen: list[int] = []
    for path, data in without_stand_ins(Reader(page).pieces):
        panels = [each for each in path if each[1].get("class") == "words-of"]
        if not panels:
            continue
        if id(panels[0]) not in seen:
            seen.append(id(panels[0]))
            found.append("")
        added = any(name == "sup" or attributes.get("class") == "part" for name, attributes in path)
        found[-1] += "" if added else data
    return found


def spans_in(markup: str) -> dict[int, str]:
    """Read back which words each piece of evidence is marked with."""
    found: dict[int, str] = {}
    is_open: set[int] = set()

    class Walk(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.path: list[tuple[str, dict[str, str | None]]] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            attributes = dict(attrs)
            self.path.append((tag, attributes))
            if attributes.get("class") == "w":
                number = int(str(attributes["id"])[1:])
                assert number not in found
                found[number] = ""
                is_open.add(number)
            if tag == "sup":
                names = str(attributes["class"]).split()
                is_open.difference_update(int(name[1:]) for name in names if name[0] == "x")

        def handle_endtag(self, tag: str) -> None:
            assert self.path.pop()[0] == tag

        def handle_data(self, data: str) -> None:
            if any(tag == "sup" for tag, _ in self.path):
                return
            code = self.path[-1][1].get("data-code") if self.path else None
            if code is not None:
                data = "".join(chr(int(each, 16)) for each in code.split())
            assert not is_open or any(tag == "mark" for tag, _ in self.path)
            for number in is_open:
                found[number] += data

    walk = Walk()
    walk.feed(markup)
    walk.close()
    assert not is_open
    return found


def assert_harmless(page: str) -> Reader:
    """Nothing of the record became markup, a script, a style, or a way to another place."""
    reader = Reader(page)
    assert reader.unbalanced == []
    names = {tag for tag, _ in reader.tags}
    assert names <= {
        *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "footer"),
        *("section", "article", "div", "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dt", "dd"),
        *("a", "span", "bdi", "q", "mark", "sup", "strong", "code", "blockquote", "br"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td", "label", "input"),
        *("details", "summary"),
    }
    for _, attributes in reader.tags:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        href = attributes.get("href")
        if href is not None and not href.startswith("#"):
            assert is_web(href)
    assert names.isdisjoint({"script", "img", "iframe", "object", "svg", "form", "link", "base"})
    assert len(reader.ids) == len(set(reader.ids))
    assert all(re.fullmatch(r"[A-Za-z][a-z0-9-]*", each) for each in reader.ids)
    links = [attributes.get("href") or "" for tag, attributes in reader.tags if tag == "a"]
    assert {link[1:] for link in links if link.startswith("#")} <= set(reader.ids)
    shown = "".join(data for path, data in reader.pieces if path and path[-1][0] != "style")
    assert [run for run, is_odd in runs(shown) if is_odd] == []
    page.encode()
    return reader


def is_free(field: Field) -> bool:
    """Tell whether a field takes any text."""
    is_text = field.form is Form.TEXT and field.refers_to is None and not field.is_address
    is_name = field.name in ("not_stated", "supports")
    return is_text and not is_name and isinstance(field.constraint, NotEmpty | None)


def poisoned(value: Record, payload: str) -> Record:
    """Put a payload into every field that takes a text, one that says which field it is."""
    changes: dict[str, Any] = {}
    valid = payload.replace("\ud800", "")
    for field in fields_of(type(value)):
        held = getattr(value, field.name)
        text = f"{type(value).__name__} {field.name} {valid}"
        if is_free(field) and (held is not None or field.name in ("note", "name")):
            changes[field.name] = text
        elif field.is_open and not field.is_many and held is not None:
            changes[field.name] = Other(other=text)
        elif field.form is Form.DATE and held is not None:
            changes[field.name] = When(wording=text)
        elif field.form is Form.EXTRA and held is not None:
            changes[field.name] = Extra({f"x-{valid}": {valid: [text]}})
        elif field.form is Form.OBJECT and isinstance(held, Record):
            changes[field.name] = poisoned(held, payload)
        elif field.form is Form.OBJECT and isinstance(held, tuple):
            changes[field.name] = [poisoned(each, payload) for each in held]
    return attrs.evolve(value, **changes)


OWNERS = [
    owner for owner in classes_in(Conference) if owner in HOUSES and issubclass(owner, Record)
]


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("owner", OWNERS, ids=lambda owner: str(owner.__name__))
def test_a_payload_in_any_text_of_any_class_stays_text(owner: type, payload: str) -> None:
    house, _ = HOUSES[owner]
    for value in GALLERY[owner].values():
        record = house(poisoned(value, payload))
        texts = {source.id: payload * 3 for source in record.sources}
        assert_harmless(html(record, texts))


@pytest.mark.parametrize("owner", OWNERS, ids=lambda owner: str(owner.__name__))
def test_whatever_a_text_field_holds_is_on_the_page(owner: type) -> None:
    """No text of a record is left out, but for what only tells places of words apart."""
    house, _ = HOUSES[owner]
    for value in GALLERY[owner].values():
        hurt = poisoned(value, "found")
        text = Reader(html(house(hurt))).text
        for held in (hurt, *records_in(hurt)):
            for field in fields_of(type(held)):
                content = getattr(held, field.name)
                is_shown = field.name not in ("prefix", "suffix")
                if is_free(field) and isinstance(content, str) and is_shown:
                    assert content in text, (owner, field.name)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_a_source_text_and_its_evidence_stays_text(payload: str) -> None:
    text = f"before {payload} after"
    plain = payload.replace("\ud800", "")
    record = Conference(
        id="c",
        name=plain,
        sources=[Source(id="gazette", url=plain, title=plain)],
        evidence=[Evidence(source="gazette", exact=plain, start=7, part=plain, prefix=plain)],
    )
    page = html(record, {"gazette": text}, title=payload)
    assert_harmless(page)
    assert text_of_words(page) == [text]


@pytest.mark.parametrize("name", example_names())
def test_bundled_records_are_harmless_and_linked_both_ways(name: str) -> None:
    reader = assert_harmless(html(example(name), example_texts(name)))
    facts = Facts(example(name))
    marks = {entry.mark for entry in facts.entries}
    assert marks <= set(reader.ids)
    words = {f"w{proof.number}" for _, proof in facts.proofs if proof.evidence.length is not None}
    assert words <= set(reader.ids)
    targets = {attributes.get("href") for tag, attributes in reader.tags if tag == "a"}
    # Every fact with words is led to from them.
    assert {f"#{entry.mark}" for entry, _ in facts.proofs} <= targets


@pytest.mark.parametrize("name", example_names())
def test_the_texts_stand_on_the_page_letter_by_letter(name: str) -> None:
    texts = example_texts(name)
    assert text_of_words(html(example(name), texts)) == [*texts.values()]


@pytest.mark.parametrize("name", example_names())
def test_the_page_is_valid_html(name: str) -> None:
    html5lib = pytest.importorskip("html5lib")
    html5lib.HTMLParser(strict=True).parse(html(example(name), example_texts(name)))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_page_full_of_payloads_is_valid_html(payload: str) -> None:
    html5lib = pytest.importorskip("html5lib")
    for owner in OWNERS:
        hurt = poisoned(GALLERY[owner]["full"], payload)
        html5lib.HTMLParser(strict=True).parse(html(HOUSES[owner][0](hurt), {"gazette": payload}))


def test_ids_of_the_record_never_become_ids_or_links_of_the_page() -> None:
    """Also where somebody has got past the constructors."""
    hostile = '"><script>alert(1)</script>'
    record = example("lakeside-2031")
    statement = attrs.evolve(record.statements[0])
    source = attrs.evolve(record.sources[0])
    object.__setattr__(statement, "id", hostile)
    object.__setattr__(source, "id", hostile)
    object.__setattr__(source, "language", '"onload=alert(1)')
    hurt = attrs.evolve(record, statements=[statement], sources=[source, record.sources[1]])
    assert_harmless(html(hurt, {hostile: "text"}))


def test_two_things_of_one_id_keep_their_own_places() -> None:
    twins = [Source(id="gazette", title="One"), Source(id="gazette", title="Two")]
    words = Evidence(source="gazette", exact="met", start=0)
    record = Conference(id="c", name="C", sources=twins, evidence=[words])
    assert_harmless(html(record, {"gazette": "met here"}))
    assert_harmless(html(record))


@given(record=strategies.conferences())
def test_any_record_gives_a_harmless_page(record: Conference) -> None:
    assert_harmless(html(record))


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """Generate a text of any characters, with spans that nest, cross and coincide."""
    alphabet = st.one_of(st.sampled_from("ab <&\n\r\t\u202e\u200bé\u0301👩\u200d"), st.characters())
    text = draw(st.text(alphabet, max_size=40))
    spans = []
    if text:
        bounds = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
        for number, (start, end) in enumerate(draw(st.lists(bounds, max_size=12)), 1):
            first, last = min(start, end - 1), max(start + 1, end)
            kind = draw(st.sampled_from(Kind))
            spans.append(Span(first, last, number, kind, f"S{number % 4}", "a fact"))
    return text, spans


def crossing() -> tuple[str, list[Span]]:
    kinds = [*Kind]
    return "abcdef", [
        Span(at, at + 3, at + 1, kinds[at], f"S{at}", "a fact") for at in range(4)
    ] + [Span(0, 6, 9, Kind.OTHER, "E1", "a fact"), Span(0, 6, 10, Kind.OTHER, "E1", "a fact")]


@given(drawn=texts_with_spans())
@with_example(drawn=crossing())
@with_example(drawn=("", []))
def test_marks_keep_the_text_and_cover_each_span_exactly(drawn: tuple[str, list[Span]]) -> None:
    text, spans = drawn
    markup = marked(text, spans).source
    words = "".join(
        data
        for path, data in without_stand_ins(Reader(markup).pieces)
        if all(name != "sup" for name, _ in path)
    )
    assert words == text
    assert spans_in(markup) == {span.number: text[span.start : span.end] for span in spans}


def test_a_segment_tells_every_kind_that_lies_over_it() -> None:
    text = "agreed"
    spans = [
        Span(0, 6, number, kind, f"S{number}", "a fact") for number, kind in enumerate(Kind, 1)
    ]
    markup = marked(text, spans).source
    assert all(kind.value in markup for kind in Kind)
    assert [tag for tag, _ in Reader(markup).tags].count("mark") == 1


def test_one_fact_has_one_mark_where_several_of_its_spans_end() -> None:
    spans = [
        Span(start, 6, start + 1, Kind.PEOPLE, "P1", "P1, country Aland") for start in range(3)
    ]
    links = [tag for tag, _ in Reader(marked("agreed", spans).source).tags if tag == "a"]
    assert links == ["a"]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 1), (0, 7)])
def test_a_span_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span of the text") as caught:
        marked("agreed", [Span(start, end, 1, Kind.OTHER, "E1", "a fact")])
    assert str(start) in str(caught.value)


def test_the_size_of_a_marked_text_is_linear_in_its_spans() -> None:
    def size(count: int) -> int:
        text = "a" * (2 * count)
        spans = [
            Span(at, 2 * count - at, at, Kind.OTHER, f"E{at}", "a fact") for at in range(count)
        ]
        return len(marked(text, spans).source)

    assert size(2_000) < 2.3 * size(1_000)


def test_parts_are_named_and_are_no_part_of_the_text() -> None:
    parts = [
        Part(kind=PartKind.HEADLINE, start=0, end=5),
        Part(kind=PartKind.BODY, start=90),
        Part(kind=PartKind.CAPTION),
    ]
    page = html(
        Conference(id="c", name="C", sources=[Source(id="g", parts=parts)]), {"g": "Three meet"}
    )
    assert '<span class="part">headline</span>Three meet' in page
    assert '<span class="part">body</span>' not in page


def test_what_deceives_the_eye_is_shown_by_its_number() -> None:
    page = html(Conference(id="c", name="Rosa\u202e Vale\x00"))
    assert "\u202e" not in page
    assert '<span class="odd" title="RIGHT-TO-LEFT OVERRIDE" data-code="202e">' in page
    assert "<title>Rosa⟨U+202E⟩ Vale⟨U+0000⟩</title>" in page


def test_a_carriage_return_before_a_line_feed_is_faint_and_counted() -> None:
    record = Conference(id="c", name="C", sources=[Source(id="g")])
    page = html(record, {"g": "one\r\ntwo\rthree"})
    assert text_of_words(page) == ["one\r\ntwo\rthree"]
    assert page.count('<span class="cr" data-code="d">␍</span>') == 1


@pytest.mark.parametrize(
    "text", ["نمی\u200cخواهم", "👩\u200d👧", "Kierwin\u0301ski", "क्\u200dष", "🏳\ufe0f", "a\u00a0b"]
)
def test_what_a_script_needs_is_left_alone(text: str) -> None:
    assert plainly(text) == text


@pytest.mark.parametrize("text", ["a\u200db", "ن\u200c", "\u200d", "e" + "\u0301" * 7, "x\u200c"])
def test_what_no_script_needs_is_odd(text: str) -> None:
    assert "⟨U+" in plainly(text)


@given(text=st.text())
def test_runs_keep_the_text(text: str) -> None:
    assert "".join(run for run, _ in runs(text)) == text


def test_verdicts_that_fail_are_in_plain_view() -> None:
    text = "Rosa Vale met Samir. Aland spoke. Aland left."
    evidence = [
        Evidence(source="g", exact="Rosa Vale met Samira", start=0),
        Evidence(source="g", exact="nothing of this kind was ever printed"),
        Evidence(source="g", exact="Aland"),
        Evidence(source="g", exact="Rosa  Vale met", start=0),
        Evidence(source="g", exact="spoke", start=3),
        Evidence(source="nowhere", exact="elsewhere"),
    ]
    record = Conference(id="c", name="C", sources=[Source(id="g")], evidence=evidence)
    page = html(record, {"g": text})
    reader = assert_harmless(page)
    for verdict in ("near", "missing", "ambiguous", "normalised", "moved", "not checked"):
        assert verdict in reader.text
    assert "nothing of this kind was ever printed" in reader.text
    assert "at 21, 34" in reader.text


def test_facts_without_evidence_are_named() -> None:
    record = Conference(
        id="c",
        name="C",
        countries=[Country(id="a", name="Aland")],
    )
    assert (
        "2 facts without any evidence:E1 conference the conferenceP1 country Aland"
        in Reader(html(record)).text
    )


def test_a_record_that_rests_on_words_alone_has_no_doubts() -> None:
    words = Evidence(source="g", exact="C met", start=0)
    record = Conference(
        id="c", name="C", sources=[Source(id="g", evidence=[words])], evidence=[words]
    )
    said = "Nothing: all words stand in their sources, and no fact is without any."
    assert said in html(record, {"g": "C met."})


def test_sealed_words_are_told_by_their_place_and_length() -> None:
    text = Reader(html(example("warsaw-2026"))).text
    assert "sealed, 34 characters at 999 in the body" in text


def test_sealed_words_stand_on_the_page_with_their_text() -> None:
    words = Evidence(source="s", exact="agreed to meet", start=5)
    record = Conference(id="c", name="C", sources=[Source(id="s")], evidence=[words])
    page = html(seal(record), {"s": "They agreed to meet."})

    assert Reader(page).text.count("agreed to meet") == 2


def test_sealed_words_are_shown_to_whoever_brings_the_text(shared: Path) -> None:
    page = html(example("warsaw-2026"), {"report": shared / "cases" / "00-warsaw.txt"})
    assert "129 exact" in Reader(page).text


def test_an_account_of_each_side_is_on_the_page() -> None:
    text = Reader(html(example("lakeside-2031"), example_texts("lakeside-2031"))).text
    assert "five members" in text
    assert "four members" in text


def test_a_missing_baseline_is_said() -> None:
    text = Reader(html(example("warsaw-2026"))).text
    assert "baseline not stated" in text


def test_the_matrix_says_who_is_a_party_and_through_whom() -> None:
    text = Reader(html(example("warsaw-2026"))).text
    assert "Polandparty through “The participating countries”" in text


def test_too_large_a_matrix_is_left_out_and_that_is_said() -> None:
    def page(count: int) -> str:
        parties = [Delegation(id=f"d{each}", name=f"D {each}") for each in range(count)]
        pacts = [Agreement(id=f"a{each}", parties=[parties[each]]) for each in range(count)]
        return html(Conference(id="c", name="C", delegations=parties, agreements=pacts))

    largest = math.isqrt(MOST_CELLS)
    whole, short = page(largest), page(largest + 1)

    assert 'class="matrix"' in whole
    assert "left out" not in whole
    assert 'class="matrix"' not in short
    assert "would have over 10,000 cells and is left out" in short
    assert len(short) < len(whole)


def test_the_matrix_tells_those_of_one_name_apart() -> None:
    aland, boria = Country(id="aland", name="Aland"), Country(id="boria", name="Boria")
    record = Conference(
        id="c",
        name="C",
        countries=[aland, boria],
        delegations=[Delegation(id="a", of=[aland])],
        agreements=[Agreement(id="x", parties=["a", "boria"], beneficiaries=["aland"])],
    )
    text = Reader(html(record)).text
    assert "Aland (delegation)party" in text
    assert "Aland (country)beneficiary" in text
    assert "Boriaparty" in text


@pytest.mark.parametrize(
    ("title", "number", "said"),
    [
        ("Article XIX", "XIX", "Article XIX"),
        ("Article XI", "X", "Article XI X"),
        (None, "7", "agreement #x 7"),
    ],
)
def test_an_agreement_has_its_number_once(title: str | None, number: str, said: str) -> None:
    record = Conference(
        id="c",
        name="C",
        countries=[Country(id="aland", name="Aland")],
        agreements=[Agreement(id="x", title=title, number=number, parties=["aland"])],
    )
    assert f"<bdi>{said}</bdi></th>" in html(record)


def test_a_flag_stands_only_beside_a_code_in_use() -> None:
    def flagged(country: Country) -> bool:
        delegation = Delegation(id="d", of=[country])
        page = html(Conference(id="c", name="C", countries=[country], delegations=[delegation]))
        return 'class="flag"' in page

    assert flagged(Country(id="pl", name="Poland", code="PL"))
    assert flagged(Country(id="xk", name="Kosovo", code="XK"))
    assert not flagged(Country(id="su", name="Soviet Union", code="SUHH"))
    assert not flagged(Country(id="a", name="Aland", code="XA"))
    assert not flagged(Country(id="a", name="Aland"))
    taken = CodeStatus.USER_ASSIGNED
    assert not flagged(Country(id="a", name="Aland", code="PL", code_status=taken))


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("https://example.org/a?b=c#d", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("https:example.org", False),
        ("//example.org", False),
        ("https://[", False),
        ("https://example.org/\u202e", False),
        ("https://example.org/a b", False),
        ("example.org", False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str, leads: bool) -> None:
    assert is_web(url) is leads
    page = html(Conference(id="c", name="C", sources=[Source(id="g", url=url)]))
    assert ('rel="noreferrer nofollow"' in page) is leads
    assert plainly(" ".join(url.split())) in Reader(page).text


def test_the_policy_of_the_page_lets_nothing_in_but_its_own_style() -> None:
    page = html(example())
    sheet = page.partition("<style>")[2].partition("</style>")[0]
    policy = page.partition('content="default-src')[2].partition('"')[0]
    digest = hashlib.sha256(sheet.encode()).digest()
    assert f"style-src 'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert policy.startswith(" 'none'")
    assert "url(" not in sheet
    assert "@import" not in sheet


def test_dark_colours_are_for_screens_only() -> None:
    """Bright ink on white paper could not be read."""
    page = html(example())
    assert page.count("prefers-color-scheme:dark") == 1
    assert "@media screen and (prefers-color-scheme:dark){" in page


def test_the_same_record_gives_the_same_page() -> None:
    name = "lakeside-2031"
    assert html(example(name), example_texts(name)) == html(example(name), example_texts(name))


def test_headings_come_in_order() -> None:
    page = html(example("lakeside-2031"), example_texts("lakeside-2031"))
    levels = [int(tag[1]) for tag, _ in Reader(page).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_a_text_is_in_the_language_of_its_source() -> None:
    page = html(example("harbour-1974"), example_texts("harbour-1974"))
    assert '<div class="words-of" dir="auto" lang="fr">' in page
    assert '<html lang="en">' in page


def test_names_are_isolated() -> None:
    page = html(example("lakeside-2031"))
    assert '<bdi lang="ar">سمير نديم</bdi>' in page


def test_the_page_is_offered_by_the_package() -> None:
    assert views.html is html
    assert not hasattr(views, "page")


def test_a_title_of_ones_own_stands_above() -> None:
    page = html(Conference(id="c", name="C"), title="Draft <1>")
    assert "<title>Draft &lt;1&gt;</title>" in page
    assert "<h1><bdi>Draft &lt;1&gt;</bdi></h1>" in page


@pytest.mark.parametrize("owner", SEARCHED_IN_VAIN, ids=lambda owner: str(owner.__name__))
def test_what_is_not_stated_is_said(owner: type) -> None:
    house, _ = HOUSES[owner]
    value = SEARCHED_IN_VAIN[owner]
    before = Reader(html(house(attrs.evolve(value, not_stated=())))).text.count("not stated")
    assert Reader(html(house(value))).text.count("not stated") > before


def test_a_record_of_two_fields_has_a_page() -> None:
    reader = assert_harmless(html(Conference(id="c", name="C")))
    assert "No more is recorded of it." in reader.text


def test_an_id_that_leads_nowhere_is_shown_with_a_question_mark() -> None:
    record = Conference(id="c", name="C", hosts=["nobody"])
    assert '<span class="lost"><bdi>nobody?</bdi></span>' in html(record)


def test_attributes_without_a_value_and_false_ones() -> None:
    assert el("input", checked=True, disabled=False, id=None).source == "<input checked>"


def test_a_statement_of_nobody_says_so() -> None:
    record = Conference(id="c", name="C", statements=[Statement(id="s", manner=Manner.DIRECT)])
    assert "nobody named" in Reader(html(record)).text


def test_who_belongs_to_no_delegation_is_listed_apart() -> None:
    record = Conference(
        id="c",
        name="C",
        delegations=[Delegation(id="d")],
        delegates=[Delegate(id="x", name="Ana"), Delegate(id="y", name="Bo", delegation="gone")],
        hosts=["x"],
    )
    assert "Of no delegation" in Reader(html(record)).text


def test_every_member_of_a_group_of_groups_is_in_the_matrix_once() -> None:
    inner = Group(id="inner", wording="the two", members=["a", "b"])
    outer = Group(id="outer", wording="everybody", members=["inner", "a"])
    record = Conference(
        id="c",
        name="C",
        countries=[Country(id="a", name="Aland"), Country(id="b", name="Boria")],
        groups=[inner, outer],
        agreements=[Agreement(id="x", parties=["outer"], number="7")],
    )
    assert Reader(html(record)).text.count("party through “everybody”") == 2


def test_a_figure_in_words_alone_and_one_that_counts() -> None:
    figures = [
        Figure(wording="millions"),
        Figure(value=2, of="states", counts="c/countries", unit=Unit.COUNT),
        Figure(value=47, direction=Direction.DECREASE),
    ]
    record = Conference(
        id="c", name="C", countries=[Country(id="a", name="Aland")], figures=figures
    )
    text = Reader(html(record)).text
    assert "“millions”" in text
    assert "baseline not recorded" in text
    assert "of which the record lists 1" in text


def test_ballots_stand_beside_flags() -> None:
    record = Conference(
        id="c",
        name="C",
        countries=[Country(id="pl", name="Poland", code="PL")],
        votes=[Vote(id="v", ballots=[Ballot(party="pl", vote=BallotChoice.YES)])],
    )
    assert "🇵🇱PL Polandyes" in Reader(html(record)).text


def test_a_discrepancy_without_a_value_shows_its_words() -> None:
    account = Account(evidence=[Evidence(source="g", exact="nine", start=0)])
    record = Conference(
        id="c", name="C", sources=[Source(id="g")], discrepancies=[Discrepancy(accounts=[account])]
    )
    assert "nine" in Reader(html(record, {"g": "nine"})).text


def test_other_names_say_their_kind() -> None:
    record = attrs.evolve(CAST, other_names=[Name(value="Meer", language="de")])
    assert "Meer (de)" in Reader(html(record)).text
