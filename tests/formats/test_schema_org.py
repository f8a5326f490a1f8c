"""schema.org: every word is of its vocabulary, stands where it may, and is read by others."""

import functools
import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from confmodel import Conference, InvalidValueError, dump, example, load
from confmodel.formats import schema_org
from confmodel.model import (
    Agreement,
    AgreementKind,
    Country,
    Delegate,
    Delegation,
    Edition,
    EventStatus,
    Function,
    Manner,
    Office,
    Organization,
    OrganizationKind,
    Other,
    Participant,
    ParticipantRole,
    Quotation,
    Role,
    RoleKind,
    Source,
    SourceLink,
    SourceRelation,
    Statement,
    Vote,
)
from confmodel.strategies import conferences
from tests.conftest import ROOT
from tests.formats.records import all_records, whole_records

BASE = "https://example.org/page"


def graph(record: Conference) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = json.loads(schema_org.write(record))["@graph"]
    return nodes


def node(record: Conference, identifier: str) -> dict[str, Any]:
    return next(each for each in graph(record) if each["@id"] == f"#{identifier}")


def pointers(record: Conference) -> list[str]:
    return [each.pointer for each in schema_org.losses(record)]


# What is written


def test_event_comes_first_and_refers_to_the_rest_by_id() -> None:
    nodes = graph(example("lakeside-2031"))

    assert nodes[0]["@type"] == "Event"
    assert {"@id": "#gazette"} in nodes[0]["subjectOf"]
    assert len({each["@id"] for each in nodes}) == len(nodes)


def test_function_of_a_delegate_stands_on_the_way_to_the_delegation() -> None:
    head = Delegate(id="v", delegation="a", function=Function.HEAD)
    record = Conference(id="c", name="C", delegations=[Delegation(id="a")], delegates=[head])

    assert node(record, "v")["memberOf"] == {
        "@type": "OrganizationRole",
        "roleName": "head",
        "memberOf": {"@id": "#a"},
    }


def test_function_without_a_delegation_is_a_contribution_to_the_event() -> None:
    chair = Delegate(id="m", function=Function.MODERATOR)
    record = Conference(id="c", name="C", delegates=[chair], hosts=[chair])

    assert [each["roleName"] for each in node(record, "c")["contributor"]] == ["host", "moderator"]


def test_office_with_a_body_is_a_role_in_it() -> None:
    body = Organization(id="m", name="Ministry", kind=OrganizationKind.MINISTRY)
    minister = Delegate(id="v", offices=[Office(title="Minister", body=body), "Envoy"])
    record = Conference(id="c", name="C", organizations=[body], delegates=[minister])

    assert node(record, "v")["jobTitle"] == ["Minister", "Envoy"]
    (affiliation,) = node(record, "v")["affiliation"]
    assert (affiliation["roleName"], affiliation["affiliation"]) == ("Minister", {"@id": "#m"})


def test_country_is_an_organization_only_where_it_acts() -> None:
    a, b = Country(id="a", name="Aland"), Country(id="b", name="Boria")
    record = Conference(id="c", name="C", countries=[a, b], hosts=[a])

    assert node(record, "a")["@type"] == ["Country", "GovernmentOrganization"]
    assert node(record, "b")["@type"] == "Country"


def test_region_that_does_nothing_is_a_place_and_no_organization() -> None:
    region = Organization(id="r", name="R", kind=OrganizationKind.REGION, founded=1900)
    record = Conference(id="c", name="C", organizations=[region])

    assert node(record, "r") == {
        "@type": "Place",
        "@id": "#r",
        "additionalType": "Region",
        "name": "R",
    }
    assert pointers(record) == ["/organizations/0/founded"]
    assert node(attrs.evolve(record, hosts=["r"]), "r")["@type"] == ["Place", "Organization"]


def test_series_is_the_event_above() -> None:
    series = Organization(id="s", name="S", kind=OrganizationKind.SERIES)
    record = Conference(id="c", name="C", organizations=[series], edition=Edition(series=series))

    assert node(record, "c")["superEvent"] == [{"@id": "#s"}]
    assert node(record, "s")["@type"] == "EventSeries"
    plain = attrs.evolve(record, organizations=[attrs.evolve(series, kind=None)])
    assert pointers(plain) == ["/edition/series"]


def test_direct_speech_is_a_quotation_with_its_words() -> None:
    said = Statement(
        id="s",
        speakers=["v"],
        manner=Manner.DIRECT,
        quotations=[Quotation.of("It is over,", "and we know it.", source="x")],
    )
    record = Conference(
        id="c", name="C", delegates=[Delegate(id="v")], sources=[Source(id="x")], statements=[said]
    )

    assert node(record, "s") == {
        "@type": "Quotation",
        "@id": "#s",
        "creator": [{"@id": "#v"}],
        "text": "It is over,\nand we know it.",
    }


def test_rendering_beside_the_words_is_reported() -> None:
    words = Quotation.of("It is over.", source="x")
    said = Statement(id="s", manner=Manner.DIRECT, text="He said so.", quotations=[words])
    record = Conference(id="c", name="C", sources=[Source(id="x")], statements=[said])

    assert node(record, "s")["text"] == "It is over."
    assert "/statements/0/text" in pointers(record)


def test_words_inside_a_rendering_are_a_part_of_the_statement() -> None:
    said = Statement(
        id="s",
        manner=Manner.MIXED,
        text="The river is low.",
        quotations=[Quotation.of("a fifth lower", source="x")],
    )
    record = Conference(id="c", name="C", sources=[Source(id="x")], statements=[said])

    written = node(record, "s")
    assert (written["@type"], written["text"]) == ("Statement", "The river is low.")
    assert written["hasPart"] == [{"@type": "Quotation", "text": "a fifth lower"}]
    assert "/statements/0/manner" in pointers(record)


def test_treaty_is_legislation_and_a_promise_is_none() -> None:
    treaty = Agreement(id="t", kind=AgreementKind.TREATY)
    later = Agreement(id="l", kind=AgreementKind.PROTOCOL, amends=[treaty])
    promise = Agreement(id="p", kind=AgreementKind.UNDERTAKING, amends=[treaty])
    record = Conference(id="c", name="C", agreements=[treaty, later, promise])

    assert node(record, "t")["@type"] == "Legislation"
    assert node(record, "l")["legislationAmends"] == [{"@id": "#t"}]
    assert node(record, "p")["@type"] == "CreativeWork"
    assert pointers(record) == ["/agreements/2/amends"]


def test_target_of_an_agreement_has_not_contributed_to_it() -> None:
    country = Country(id="a", name="Aland")
    roles: list[ParticipantRole | Other] = [
        ParticipantRole.TARGET,
        ParticipantRole.WITNESS,
        Other(other="scribe"),
    ]
    participants = [Participant(role=role, of=[country]) for role in roles]
    agreement = Agreement(id="t", other_participants=participants)
    record = Conference(id="c", name="C", countries=[country], agreements=[agreement])

    assert [each["roleName"] for each in node(record, "t")["contributor"]] == ["witness", "scribe"]
    assert pointers(record) == ["/agreements/0/other_participants/0"]


def test_resolution_that_mandates_is_no_contributor() -> None:
    agreement = Agreement(id="r")
    role = Role(kind=RoleKind.MANDATED_BY, by=[agreement])
    record = Conference(id="c", name="C", agreements=[agreement], other_roles=[role])

    assert "contributor" not in node(record, "c")
    assert pointers(record) == ["/other_roles/0/by"]


def test_what_has_no_node_is_not_referred_to() -> None:
    said = Statement(id="s", about=["v", "c"], speakers=["r"], on_behalf_of=["p"])
    record = Conference(
        id="c",
        name="C",
        statements=[said],
        votes=[Vote(id="v")],
        agreements=[Agreement(id="r")],
        delegates=[Delegate(id="p")],
    )

    assert node(record, "s")["about"] == [{"@id": "#c"}]
    assert set(pointers(record)) == {
        "/votes",
        "/statements/0/about",
        "/statements/0/speakers",
        "/statements/0/on_behalf_of",
    }


@pytest.mark.parametrize("status", EventStatus)
def test_every_status_is_said_or_reported(status: EventStatus) -> None:
    record = Conference(id="c", name="C", status=status)

    is_said_as_it_is = (
        node(record, "c").get("eventStatus", "").lower().endswith(status.value.replace("_", ""))
    )
    assert pointers(record) == ([] if is_said_as_it_is else ["/status"])


def test_translation_is_told_from_other_copies() -> None:
    links = [
        SourceLink(source="a", relation=SourceRelation.TRANSLATION),
        SourceLink(source="b", relation=SourceRelation.SYNDICATED_COPY),
    ]
    sources = [Source(id="a"), Source(id="b"), Source(id="x", reports_on=links, published=2031)]
    record = Conference(id="c", name="C", sources=sources)

    assert node(record, "x")["translationOfWork"] == [{"@id": "#a"}]
    assert node(record, "x")["isBasedOn"] == [{"@id": "#b"}]
    assert pointers(record) == ["/sources/2/reports_on/1/relation"]


def test_script_is_no_address_of_a_source() -> None:
    record = Conference(id="c", name="C", sources=[Source(id="x", url="javascript:alert(1)")])

    assert "url" not in node(record, "x")
    assert pointers(record) == ["/sources/0/url"]


def test_interval_is_no_single_date() -> None:
    source = Source(id="x", published="2031-05-06/2031-05-08", modified="2031-05-06T10:00:00+05")
    record = Conference(id="c", name="C", sources=[source])

    assert "datePublished" not in node(record, "x")
    assert node(record, "x")["dateModified"] == "2031-05-06T10:00:00+05:00"
    assert pointers(record) == ["/sources/0/published"]


def test_founding_is_a_day_without_its_time() -> None:
    founded = Organization(id="o", name="Commission", founded="1900-01-01T00:00:00")
    record = Conference(id="c", name="C", organizations=[founded], hosts=["o"])

    assert node(record, "o")["foundingDate"] == "1900-01-01"
    assert "Organization.founded" in {loss.field for loss in schema_org.losses(record)}


def test_format_is_only_written(tmp_path: Path) -> None:
    dump(example(), tmp_path / "c.jsonld")

    with pytest.raises(InvalidValueError):
        load(tmp_path / "c.jsonld")


# In a page


HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "]]>",
    "\u2028alert(1)\u2029",
    "&lt;/script&gt;",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_element_in_a_page_holds_the_text_and_nothing_else(name: str) -> None:
    """As an HTML parser sees it, which ends a script at the first end tag."""
    html5lib = pytest.importorskip("html5lib", reason="the judge of pages is not installed")
    element = schema_org.script_element(Conference(id="c", name=name))
    page = html5lib.parse(f"<!doctype html><title>x</title>{element}", namespaceHTMLElements=False)
    (script,) = page.iter("script")

    assert script.attrib == {"type": "application/ld+json"}
    assert json.loads(script.text)["@graph"][0]["name"] == name
    assert not re.search("[\u2028\u2029<>&]", schema_org.write(Conference(id="c", name=name)))


@given(name=st.text(min_size=1))
def test_any_text_survives_the_page(name: str) -> None:
    element = schema_org.script_element(Conference(id="c", name=name))
    inner = element.partition(">")[2].removesuffix("</script>")

    assert "<" not in inner
    assert json.loads(inner)["@graph"][0]["name"] == name


# Judged by the vocabulary


class Vocabulary:
    """The classes and properties of schema.org."""

    def __init__(self, path: Path) -> None:
        entries = json.loads(path.read_text("utf-8"))["@graph"]
        self.entries = {each["@id"].removeprefix("schema:"): each for each in entries}

    def related(self, name: str, relation: str) -> list[str]:
        found = self.entries[name].get(relation, [])
        found = found if isinstance(found, list) else [found]
        return [each["@id"].removeprefix("schema:") for each in found]

    @functools.cache  # noqa: B019 - one vocabulary for all tests
    def above(self, name: str) -> frozenset[str]:
        if name not in self.entries:
            return frozenset({name})
        supers = self.related(name, "rdfs:subClassOf")
        return frozenset({name}).union(*map(self.above, supers))

    def faults(self, nodes: list[dict[str, Any]]) -> Iterator[str]:
        types = {each["@id"]: _types(each) for each in nodes}
        for each in nodes:
            yield from self._of(each, types)

    def _of(self, value: dict[str, Any], types: Mapping[str, list[str]]) -> Iterator[str]:
        for kind in _types(value):
            if "rdfs:Class" not in self.entries.get(kind, {}).get("@type", ()):
                yield f"no class {kind}"
                return
        for name, held in value.items():
            if name.startswith("@"):
                continue
            if self.entries.get(name, {}).get("@type") != "rdf:Property":
                yield f"no property {name}"
                continue
            is_of_role = "Role" in self._all(value) and name not in ("roleName", "startDate")
            domain = self.related(name, "schema:domainIncludes")
            if not is_of_role and not self._all(value) & set(domain):
                yield f"{name} is not of {_types(value)}"
            for one in held if isinstance(held, list) else [held]:
                yield from self._value(name, one, types)

    def _all(self, value: dict[str, Any]) -> frozenset[str]:
        return frozenset().union(*map(self.above, _types(value)))

    def _value(self, name: str, value: Any, types: Mapping[str, list[str]]) -> Iterator[str]:
        wanted = set(self.related(name, "schema:rangeIncludes"))
        if isinstance(value, str):
            if not self._fits(value, wanted):
                yield f"{name} is none of {wanted}: {value}"
            return
        if "@type" in value:
            yield from self._of(value, types)
            kinds = self._all(value)
            if "Role" in kinds:
                # A role stands between a property and its value, which is told once more.
                if name not in value:
                    yield f"a role without {name}"
                return
        elif value["@id"] not in types:
            yield f"{name} leads nowhere: {value}"
            return
        else:
            kinds = frozenset().union(*map(self.above, types[value["@id"]]))
        if not kinds & wanted:
            yield f"{name} does not take {sorted(kinds)}"

    def _fits(self, value: str, wanted: set[str]) -> bool:
        if "EventStatusType" in wanted:
            member = value.removeprefix("https://schema.org/")
            return bool(self.entries.get(member, {}).get("@type") == "schema:EventStatusType")
        if "Text" in wanted:
            return True
        if "URL" in wanted:
            return re.fullmatch(r"https?://[!-~]+", value) is not None
        day = r"\d{4}(-\d\d(-\d\d)?)?"
        time = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?"
        is_date = "Date" in wanted and re.fullmatch(day, value) is not None
        return is_date or ("DateTime" in wanted and re.fullmatch(time, value) is not None)


def _types(value: dict[str, Any]) -> list[str]:
    kind = value["@type"]
    return kind if isinstance(kind, list) else [kind]


@pytest.fixture(scope="module")
def folder() -> Path:
    path = Path(os.environ.get("CONFMODEL_SHARED", ROOT.parent / "shared")) / "suites/schema-org"
    if not path.is_dir():
        pytest.skip(f"outside test data is absent: no folder {path} (set CONFMODEL_SHARED)")
    return path


@pytest.fixture(scope="module")
def vocabulary(folder: Path) -> Vocabulary:
    return Vocabulary(folder / "schemaorg-current-https.jsonld")


@pytest.mark.parametrize("name", all_records())
def test_every_word_is_of_the_vocabulary_and_stands_where_it_may(
    name: str, vocabulary: Vocabulary
) -> None:
    assert list(vocabulary.faults(graph(all_records()[name]))) == []


@given(record=conferences())
def test_every_word_of_a_generated_record_stands_where_it_may(
    record: Conference, vocabulary: Vocabulary
) -> None:
    assert list(vocabulary.faults(graph(record))) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"@type": "Evnt", "@id": "#a"},
        {"@type": "Event", "@id": "#a", "nmae": "C"},
        {"@type": "Event", "@id": "#a", "jobTitle": "C"},
        {"@type": "Event", "@id": "#a", "organizer": {"@id": "#b"}},
        {"@type": "Event", "@id": "#a", "organizer": {"@id": "#c"}},
        {"@type": "Event", "@id": "#a", "startDate": "May"},
        {"@type": "Event", "@id": "#a", "eventStatus": "https://schema.org/Event"},
        {"@type": "Event", "@id": "#a", "organizer": {"@type": "Role", "roleName": "x"}},
    ],
)
def test_judge_sees_what_is_wrong(wrong: dict[str, Any], vocabulary: Vocabulary) -> None:
    assert list(vocabulary.faults([wrong, {"@type": "Place", "@id": "#b"}]))


# Read by others, without a network


@pytest.fixture(scope="module")
def context(folder: Path) -> Any:
    return json.loads((folder / "schemaorgcontext.jsonld").read_text("utf-8"))


def triples_of_rdflib(record: Conference, context: Any) -> set[tuple[str, str, str]]:
    found = parsed(schema_org.write(record), context)
    return {(str(s), str(p), str(o)) for s, p, o in found if isinstance(s, rdflib.URIRef)}


def parsed(text: str, context: Any) -> Iterator[tuple[Any, Any, Any]]:
    # With the context in place of its address nothing is fetched.
    data = json.dumps(json.loads(text) | context)
    yield from rdflib.Graph().parse(data=data, format="json-ld", base=BASE)


def triples_of_pyld(record: Conference, context: Any) -> set[tuple[str, str, str]]:
    jsonld = pytest.importorskip("pyld.jsonld", reason="a reader of JSON-LD is not installed")

    def load_from_disk(url: str, _: Any) -> dict[str, Any]:
        assert url.rstrip("/") == "https://schema.org"
        return {"contextUrl": None, "documentUrl": url, "document": context}

    options = {"documentLoader": load_from_disk, "base": BASE}
    dataset = jsonld.to_rdf(json.loads(schema_org.write(record)), options)
    return {
        (each["subject"]["value"], each["predicate"]["value"], each["object"]["value"])
        for each in dataset["@default"]
        if each["subject"]["type"] == "IRI"
    }


# rdflib warns of what it does itself.
quiet = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


@quiet
@pytest.mark.parametrize("name", whole_records())
def test_two_readers_of_json_ld_understand_the_same(name: str, context: Any) -> None:
    record = whole_records()[name]
    ours = triples_of_rdflib(record, context)
    theirs = triples_of_pyld(record, context)

    def named(found: set[tuple[str, str, str]]) -> set[tuple[str, str, str]]:
        """Leave nodes without an id out: each reader numbers them in its own way."""
        return {each for each in found if not re.fullmatch(r"_:\w+|[nN][0-9a-fb]+", each[2])}

    assert named(ours) == named(theirs)
    assert len(named(ours)) > 30
    event = (f"{BASE}#{record.id}", "http://schema.org/name", record.name)
    assert event in ours


@quiet
def test_nothing_that_is_written_is_dropped_by_a_reader(context: Any) -> None:
    """A member that the context does not know would vanish without a word."""
    record = all_records()["for exchange"]
    text = schema_org.write(record)
    understood = {str(p).rpartition("/")[2] for _, p, _ in parsed(text, context)}

    assert set(re.findall(r'"([a-z]\w+)": ', text)) <= understood


def test_same_record_gives_the_same_text() -> None:
    for record in whole_records().values():
        assert schema_org.write(record) == schema_org.write(attrs.evolve(record))
