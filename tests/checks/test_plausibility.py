"""Plausibility: what is odd is found, what real reports look like is not."""

from collections.abc import Sequence
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel import Conference, FindingLevel, from_dict, to_dict
from confmodel.checks import check
from confmodel.checks.plausibility import Observation, plausibility, unused
from confmodel.codes import RULES, rule
from confmodel.countries import all_states
from confmodel.errors import shown
from confmodel.model import Acceptance
from confmodel.model._shape import Form, fields_of
from confmodel.strategies import conferences

Plain = dict[str, Any]


def a_record(**fields: Any) -> Conference:
    """Build a record from plain data, as an author writes it; references may lead nowhere."""
    plain = {"id": "c", "name": "C", **fields}
    return from_dict(plain, shorthand=True, check=False)


def observed(record: Conference) -> list[tuple[str, str]]:
    return [(each.finding.code, each.finding.pointer) for each in plausibility(record)]


def the_only(record: Conference) -> Observation:
    (only,) = plausibility(record)
    return only


A = {"id": "a", "of": ["aland"]}
B = {"id": "b", "of": ["boria"]}
ALAND = {"id": "aland", "name": "Aland"}
VALE = {"id": "r-vale", "name": "Rosa Vale"}
MOOR = {"id": "t-moor", "name": "Tom Moor"}
QUOTED = [{"pieces": [{"source": "gazette", "exact": "The river is low."}]}]
PLENARY = {"id": "p", "kind": "plenary"}


def statement(**fields: Any) -> Plain:
    return {"statements": [{"id": "s1", **fields}]}


def figure(**fields: Any) -> Plain:
    return {"figures": [fields]}


def agreement(**fields: Any) -> Plain:
    return {"agreements": [{"id": "g", "parties": ["a"], **fields}]}


def people(*delegates: Plain, **of_delegation: Any) -> Plain:
    return {
        "delegations": [A | of_delegation],
        "delegates": [{"delegation": "a", **each} for each in delegates],
    }


def group(**fields: Any) -> Plain:
    return {"groups": [{"id": "both", "wording": "both ministers", **fields}]}


def spoken(attendance: str | None = "absent", **fields: Any) -> Plain:
    return {
        "delegates": [VALE | ({} if attendance is None else {"attendance": attendance})],
        **statement(speakers=["r-vale"], **fields),
    }


def country(name: str, code: str, **fields: Any) -> Plain:
    return {"countries": [{"id": "x", "name": name, "code": code, **fields}]}


def act(party: str, kind: str, when: str | None = "2031-05-08") -> Plain:
    return {"party": party, "act": kind, **({} if when is None else {"when": when})}


SIX = {"value": 6, "of": "nations"}
DELEGATIONS = [{"id": f"d{each}", "of": [f"c{each}"]} for each in range(6)]
WHEN = {"when": "2031-05-06/2031-05-08"}
FIVE_MEMBERS = [f"m{each}" for each in range(5)]

# Each line: the code, where it is found, the address by which it is accepted,
# the record that is odd, and one that is much like it and is not.
CASES: list[tuple[str, str, str, Plain, Plain]] = [
    ("W301", "/delegations/0", "a", people(VALE, MOOR), people(VALE)),
    (
        "W301",
        "/delegations/0",
        "a",
        people(VALE | {"function": "adviser"}, MOOR),
        people(VALE | {"function": "head"}, MOOR),
    ),
    (
        "W301",
        "/delegations/0",
        "a",
        people(VALE | {"not_stated": ["function"]}, MOOR),
        people(VALE | {"not_stated": ["function"]}, MOOR | {"function": "member"}),
    ),
    (
        "W302",
        "/figures/0",
        "c/figures",
        figure(value=47, unit="percent", direction="decrease"),
        figure(value=47, unit="percent", direction="decrease", not_stated=["baseline"]),
    ),
    (
        "W302",
        "/statements/0/figures/0",
        "fall/baseline",
        statement(figures=[{"id": "fall", "low": 4, "unit": "percent", "direction": "increase"}]),
        statement(figures=[{"id": "fall", "low": 4, "unit": "percent"}]),
    ),
    (
        "W302",
        "/agreements/0/figures/0",
        "g/figures",
        agreement(figures=[{"wording": "a few", "unit": "percent", "direction": "increase"}]),
        agreement(
            figures=[
                {
                    "wording": "a few",
                    "unit": "percent",
                    "direction": "increase",
                    "baseline": "2030",
                }
            ]
        ),
    ),
    ("W303", "/statements/0/speakers/0", "s1/speakers", spoken("absent"), spoken("expected")),
    (
        "W303",
        "/statements/0/speakers/0",
        "s1/speakers",
        spoken("declined"),
        spoken("declined", via=["gazette"]),
    ),
    (
        "W303",
        "/statements/0/speakers/0",
        "s1/speakers",
        {**spoken("excluded", session="p"), "sessions": [PLENARY]},
        {**spoken("excluded", session="p"), "sessions": [{"id": "p", "kind": "elsewhere"}]},
    ),
    (
        "W303",
        "/statements/0/speakers/0",
        "s1/speakers",
        {**spoken("absent", session="p"), "sessions": [{"id": "p"}]},
        {
            **spoken("absent", session="p"),
            "sessions": [{"id": "p", "kind": {"other": "interview"}}],
        },
    ),
    (
        "W303",
        "/statements/0/speakers/0",
        "s1/speakers",
        {**spoken("absent", when="2031-05-07"), **WHEN},
        {**spoken("absent", when="2031-05-10"), **WHEN},
    ),
    (
        "W303",
        "/statements/0/speakers/0",
        "s1/speakers",
        spoken("absent"),
        spoken("absent", not_stated=["session"]),
    ),
    (
        "W303",
        "/statements/0/speakers/0",
        "s1/speakers",
        {"delegations": [A | {"attendance": "absent"}], **statement(speakers=["a"])},
        {"delegations": [A | {"attendance": "absent"}], **statement(speakers=["aland"])},
    ),
    (
        "W303",
        "/statements/0/speakers/0",
        "s1/speakers",
        {**people(VALE, attendance="declined"), **statement(speakers=["r-vale"])},
        {
            **people(VALE | {"attendance": "attended"}, attendance="declined"),
            **statement(speakers=["r-vale"]),
        },
    ),
    (
        "W303",
        "/statements/0/speakers/0",
        "s1/speakers",
        {
            "delegations": [A | {"attendance": "withdrew", "when": "2031-05-06"}],
            **statement(speakers=["a"], when="2031-05-07"),
        },
        {
            "delegations": [A | {"attendance": "withdrew", "when": "2031-05-06"}],
            **statement(speakers=["a"]),
        },
    ),
    (
        "W304",
        "/statements/0",
        "s1/quotations",
        statement(manner="direct"),
        statement(manner="direct", quotations=QUOTED),
    ),
    (
        "W304",
        "/statements/0",
        "s1/quotations",
        statement(manner="mixed", text="The river is low."),
        statement(manner="mixed", text="The river is low.", not_stated=["quotations"]),
    ),
    (
        "W305",
        "/figures/0",
        "c/figures",
        {"delegations": DELEGATIONS[:5], **figure(**SIX, counts="c/delegations")},
        {"delegations": DELEGATIONS, **figure(**SIX, counts="c/delegations")},
    ),
    (
        "W305",
        "/figures/0",
        "six",
        {"delegations": DELEGATIONS[:5], **figure(id="six", **SIX, counts="c/delegations")},
        {
            "delegations": [*DELEGATIONS, B | {"attendance": "declined"}],
            **figure(id="six", **SIX, counts="c/delegations"),
        },
    ),
    (
        "W305",
        "/figures/0",
        "c/figures",
        {"delegations": DELEGATIONS[:5], **figure(**SIX, counts="c/delegations")},
        {
            "delegations": [{"id": "joint", "of": ["c8", "c9"]}, *DELEGATIONS[:4]],
            **figure(**SIX, counts="c/delegations"),
        },
    ),
    (
        "W305",
        "/figures/0",
        "c/figures",
        {"delegations": DELEGATIONS[:5], **figure(**SIX, counts="c/delegations")},
        {
            "delegations": DELEGATIONS[:5],
            **figure(**SIX, counts="c/delegations"),
            "discrepancies": [{"kind": "count_against_list", "about": ["c/delegations"]}],
        },
    ),
    (
        "W305",
        "/figures/0",
        "c/figures",
        {"delegates": [VALE, MOOR], **figure(value=1, counts="c/delegates")},
        {
            "delegates": [VALE, MOOR | {"attendance": "absent"}],
            **figure(value=1, counts="c/delegates"),
        },
    ),
    (
        "W305",
        "/figures/0",
        "c/figures",
        {"topics": ["rivers"], **figure(value=4, counts="c/topics")},
        {**figure(value=4, counts="c/topics")},
    ),
    (
        "W305",
        "/figures/0",
        "c/figures",
        {**figure(value=3, counts="g/parties"), **agreement(parties=["x", "y"])},
        {
            **figure(value=3, counts="g/parties"),
            **agreement(parties=["both"]),
            **group(members=["x", "y", "z"]),
        },
    ),
    (
        "W305",
        "/figures/0",
        "c/figures",
        {**figure(value=3, counts="both"), **group(members=["x"], is_complete=True)},
        {**figure(value=3, counts="both"), **group(members=["x"])},
    ),
    (
        "W305",
        "/figures/0",
        "c/figures",
        {
            **figure(value=1, comparator="up_to", counts="c/topics"),
            "topics": ["rivers", "bridges"],
        },
        {**figure(value=1, counts="both"), **group()},
    ),
    (
        "W305",
        "/figures/0",
        "c/figures",
        {**figure(value=1, counts="a"), **people(VALE, MOOR | {"function": "head"}, VALE)},
        {**figure(value=9, counts="a"), **people(VALE, MOOR | {"function": "head"})},
    ),
    (
        "W305",
        "/delegations/0/stated_size",
        "a/stated_size",
        people(VALE | {"function": "head"}, MOOR, VALE, stated_size={"value": 1}),
        people(VALE | {"function": "head"}, MOOR, stated_size={"value": 1}),
    ),
    (
        "W305",
        "/groups/0/stated_size",
        "size",
        group(members=FIVE_MEMBERS, stated_size={"id": "size", "value": 2}),
        group(members=FIVE_MEMBERS, stated_size={"id": "size", "value": 6}),
    ),
    (
        "W305",
        "/groups/0/stated_size",
        "both/stated_size",
        group(members=FIVE_MEMBERS, is_complete=True, stated_size={"low": 6}),
        group(members=FIVE_MEMBERS, is_complete=True, stated_size={"value": 6, "mode": "forecast"}),
    ),
    (
        "W305",
        "/groups/0/stated_size",
        "both/stated_size",
        group(members=FIVE_MEMBERS, stated_size={"value": 5, "comparator": "under"}),
        group(members=FIVE_MEMBERS, is_complete=True, stated_size={"value": 9, "unit": "rank"}),
    ),
    (
        "W305",
        "/groups/0/stated_size",
        "both/stated_size",
        group(members=FIVE_MEMBERS, stated_size={"high": 4}),
        group(members=FIVE_MEMBERS, stated_size={"value": 4, "comparator": "about"}),
    ),
    (
        "W305",
        "/groups/0/stated_size",
        "both/stated_size",
        group(members=FIVE_MEMBERS, stated_size={"value": 4}),
        group(members=FIVE_MEMBERS, stated_size={"wording": "a handful"}),
    ),
    (
        "W305",
        "/votes/0/against",
        "v/against",
        {"votes": [{"id": "v", "against": 0, "ballots": [{"party": "a", "vote": "no"}]}]},
        {"votes": [{"id": "v", "against": 2, "ballots": [{"party": "a", "vote": "no"}]}]},
    ),
    (
        "W305",
        "/votes/0/absent",
        "v/absent",
        {"votes": [{"id": "v", "absent": 0, "ballots": [{"party": "a", "vote": "not_voting"}]}]},
        {
            "votes": [
                {"id": "v", "absent": 0, "ballots": [{"party": "a", "vote": {"other": "spoilt"}}]}
            ]
        },
    ),
    (
        "W305",
        "/votes/0/in_favour",
        "v/in_favour",
        {"votes": [{"id": "v", "in_favour": 0, "ballots": [{"party": "a", "vote": "yes"}]}]},
        {
            "votes": [{"id": "v", "in_favour": 0, "ballots": [{"party": "a", "vote": "yes"}]}],
            "discrepancies": [{"kind": "count_against_list", "about": ["v"]}],
        },
    ),
    (
        "W306",
        "/places/0/when",
        "c/places",
        {**WHEN, "places": [{"name": "Lakeside", "when": "2030"}]},
        {**WHEN, "places": [{"name": "Lakeside", "when": "2031"}]},
    ),
    (
        "W306",
        "/when",
        "c/when",
        {**WHEN, "status": "held", "sources": [{"id": "gazette", "published": "2030-02-27"}]},
        {**WHEN, "status": "scheduled", "sources": [{"id": "gazette", "published": "2030-02-27"}]},
    ),
    (
        "W306",
        "/when",
        "c/when",
        {
            **WHEN,
            "status": "held",
            "sources": [{"id": "g", "published": "2030-02", "modified": "2030-03"}],
        },
        {**WHEN, "status": "held", "sources": [{"id": "g", "published": "2030"}, {"id": "h"}]},
    ),
    (
        "W306",
        "/sources/0/modified",
        "gazette/modified",
        {"sources": [{"id": "gazette", "published": "2031-05-08", "modified": "2031-05-07"}]},
        {"sources": [{"id": "gazette", "published": "2031-05-08", "modified": "2031-05"}]},
    ),
    (
        "W306",
        "/delegations/0/when",
        "a/when",
        {**WHEN, "delegations": [A | {"when": "2031-05-10"}]},
        {**WHEN, "delegations": [A | {"when": "2031-05-10", "attendance": "absent"}]},
    ),
    (
        "W306",
        "/delegations/0/of/0",
        "a/of",
        {**WHEN, "delegations": [A], "countries": [ALAND | {"existed": "1918/1940"}]},
        {**WHEN, "delegations": [A], "countries": [ALAND | {"existed": "1918/.."}]},
    ),
    (
        "W306",
        "/delegates/0/when",
        "r-vale/when",
        {**WHEN, "delegates": [VALE | {"when": "2031-05-10"}]},
        {**WHEN, "delegates": [VALE | {"when": "2031-05-10?"}]},
    ),
    (
        "W306",
        "/sessions/0/when",
        "p/when",
        {**WHEN, "sessions": [PLENARY | {"when": "2031-06"}]},
        {**WHEN, "sessions": [{"id": "p", "kind": "social", "when": "2031-05-05"}]},
    ),
    (
        "W306",
        "/sessions/0/when",
        "p/when",
        {**WHEN, "sessions": [PLENARY | {"when": "2031-06"}]},
        {**WHEN, "status": "suspended", "sessions": [PLENARY | {"when": "2031-06"}]},
    ),
    (
        "W306",
        "/sessions/0/when",
        "p/when",
        {"when": "2031-05", "sessions": [PLENARY | {"when": "2031-06"}]},
        {"when": "2031-05~", "sessions": [PLENARY | {"when": "2031-06", "status": "held"}]},
    ),
    (
        "W306",
        "/sessions/0/when",
        "p/when",
        {"when": "2031-05", "sessions": [PLENARY | {"when": "2031-06"}]},
        {"when": "2031-05", "sessions": [PLENARY | {"when": "2031-06", "status": "postponed"}]},
    ),
    (
        "W306",
        "/statements/0/when",
        "s1/when",
        {
            "sessions": [{"id": "p", "when": "2031-05-06"}],
            **statement(session="p", when="2031-05-07"),
        },
        {
            "sessions": [{"id": "p", "when": "2031-05-06", "status": "postponed"}],
            **statement(session="p", when="2031-05-07"),
        },
    ),
    (
        "W306",
        "/statements/0/when",
        "s1/when",
        {**WHEN, "sessions": [PLENARY], **statement(session="p", when="2031-05-09")},
        {**WHEN, "sessions": [{"id": "p"}], **statement(session="p", when="2031-05-09")},
    ),
    (
        "W306",
        "/agreements/0/when",
        "g/when",
        {**WHEN, **agreement(when="1902")},
        {**WHEN, **agreement(when="1902", is_made_here=False)},
    ),
    (
        "W306",
        "/agreements/0/when",
        "g/when",
        {**WHEN, **agreement(when="2031-05-05", due="2030")},
        {**WHEN, **agreement(when="2031-05-05", status="drafted")},
    ),
    (
        "W306",
        "/agreements/0/due",
        "g/due",
        {**WHEN, **agreement(due="2030")},
        {**WHEN, **agreement(due="2031")},
    ),
    (
        "W306",
        "/agreements/0/commitments/0/due",
        "g/commitments",
        agreement(when="2031-05-06", commitments=[{"due": "2030"}]),
        agreement(when="2031-05-06", commitments=[{"due": "2032"}]),
    ),
    (
        "W307",
        "/countries/0/code",
        "x/code",
        country("Austria", "AU"),
        country("Austria", "AT"),
    ),
    ("W307", "/countries/0/code", "x/code", country("Poland", "ZZ"), country("Atlantis", "ZZ")),
    (
        "W307",
        "/countries/0/code",
        "x/code",
        country("Poland", "ZZ"),
        country("Poland", "ZZ", code_status="user_assigned"),
    ),
    (
        "W307",
        "/countries/0/code",
        "x/code",
        country("Congo", "CG", other_names=["Austria"]) | country("Austria", "CG"),
        country("Congo", "CG"),
    ),
    (
        "W307",
        "/countries/0/code",
        "x/code",
        country("Austria", "HU"),
        country("Austria", "HU", other_names=[{"value": "Hungary"}]),
    ),
    (
        "W307",
        "/countries/0/code",
        "x/code",
        country("China", "TW") | {"when": "2031"},
        country("China", "TW") | {"when": "1955"},
    ),
    (
        "W307",
        "/countries/0/code",
        "x/code",
        country("USSR", "RU"),
        country("Russia", "SUHH"),
    ),
    (
        "W307",
        "/countries/0/code",
        "x/code",
        country("Prussia", "PL"),
        country("Burma", "BUMM"),
    ),
    (
        "W307",
        "/countries/0/code_status",
        "x/code_status",
        country("Kosovo", "XK", code_status="officially_assigned"),
        country("Kosovo", "XK", code_status="user_assigned"),
    ),
    (
        "W307",
        "/countries/0/code_status",
        "x/code_status",
        country("Poland", "PL", code_status="formerly_used"),
        country("Burma", "BUMM", code_status="transitionally_reserved"),
    ),
    (
        "W307",
        "/countries/0/code_status",
        "x/code_status",
        country("Poland", "PL", code_status="none"),
        country("United Kingdom", "UK", code_status="exceptionally_reserved"),
    ),
    (
        "W308",
        "/statements/0",
        "s1/text",
        statement(manner="indirect"),
        statement(manner="indirect", text="The river is low."),
    ),
    (
        "W308",
        "/statements/0",
        "s1/text",
        statement(
            manner="indirect",
            evidence=[{"source": "g", "seal": {"length": 3, "sha256": "a" * 64}}],
        ),
        statement(manner="indirect", evidence=[{"source": "g", "exact": "said it was low"}]),
    ),
    (
        "W308",
        "/statements/0",
        "s1/text",
        statement(manner="indirect"),
        statement(manner="indirect", figures=[{"value": 3}]),
    ),
    (
        "W308",
        "/statements/0",
        "s1/text",
        statement(manner="indirect"),
        statement(manner="indirect", not_stated=["text"]),
    ),
    ("W309", "/agreements/0", "g/parties", agreement(parties=[]), agreement()),
    *(
        ("W309", "/agreements/0", "g/parties", agreement(parties=[], status="agreed"), silent)
        for silent in (
            agreement(parties=[], not_stated=["parties"]),
            agreement(parties=[], status="proposed"),
            agreement(parties=[], status="failed"),
            agreement(parties=[], is_made_here=False),
            agreement(parties=[], kind="resolution", status="adopted"),
            agreement(parties=[], part_of="treaty"),
            agreement(parties=[], acts=[act("a", "signature", None)]),
            agreement(parties=[], commitments=[{"by": ["a"]}]),
            agreement(parties=[], other_participants=[{"role": "signatory", "of": ["a"]}]),
            agreement(parties=[]) | {"votes": [{"id": "v", "on": "g"}]},
        )
    ),
    (
        "W310",
        "/figures/0",
        "c/figures",
        figure(value=3, unit="money"),
        figure(value=3, unit="money", currency="USD"),
    ),
    (
        "W310",
        "/figures/0",
        "c/figures",
        figure(ratio=[{"value": 5}, {"value": 3}], unit="money"),
        figure(wording="millions", unit="money", not_stated=["currency"]),
    ),
    (
        "W310",
        "/groups/0/stated_size",
        "g/stated_size",
        {"groups": [{"id": "g", "wording": "w", "stated_size": {"value": 3, "unit": "money"}}]},
        {"groups": [{"id": "g", "wording": "w", "stated_size": {"value": 3}}]},
    ),
    (
        "W310",
        "/figures/0/currency",
        "c/figures",
        figure(value=3, currency="USD"),
        figure(value=3, currency="USD", unit="other", of="price of a barrel"),
    ),
    (
        "W319",
        "/kind",
        "c/kind",
        {"kind": {"other": "Summit"}},
        {"kind": {"other": "summit of a mountain"}},
    ),
    (
        "W319",
        "/delegates/0/function",
        "d/function",
        {"delegates": [{"id": "d", "name": "D", "function": {"other": "deputy-head"}}]},
        {"delegates": [{"id": "d", "name": "D", "function": "deputy_head"}]},
    ),
    (
        "W319",
        "/sources/0/parts/0/kind",
        "s/parts",
        {"sources": [{"id": "s", "parts": [{"kind": {"other": "body"}}]}]},
        {"sources": [{"id": "s", "parts": [{"kind": {"other": "margin"}}]}]},
    ),
    (
        "W311",
        "/statements/0/text",
        "s1/text",
        statement(manner="narrated", text="The river is low."),
        statement(manner="narrated", topics=["rivers"]),
    ),
    (
        "W311",
        "/statements/0/quotations",
        "s1/quotations",
        statement(manner="narrated", quotations=QUOTED),
        statement(quotations=QUOTED),
    ),
    (
        "W311",
        "/statements/0/figures",
        "s1/figures",
        statement(manner="narrated", figures=[{"value": 3}]),
        statement(figures=[{"value": 3}]),
    ),
    (
        "W312",
        "/delegates/0",
        "x/name",
        {"delegates": [{"id": "x"}]},
        {"delegates": [{"id": "x", "described_as": "a senior diplomat"}]},
    ),
    (
        "W312",
        "/people/0",
        "x/name",
        {"people": [{"id": "x"}]},
        {"people": [{"id": "x", "offices": ["Minister of Water"]}]},
    ),
    (
        "W312",
        "/people/0",
        "x/name",
        {"people": [{"id": "x"}]},
        {"people": [{"id": "x", "not_stated": ["name"]}]},
    ),
    (
        "W313",
        "/agreements/0/status",
        "g/status",
        agreement(status="drafted", acts=[act("a", "signature")]),
        agreement(status="drafted", acts=[act("a", "signature", None)]),
    ),
    (
        "W313",
        "/agreements/0/status",
        "g/status",
        agreement(status="failed", acts=[act("a", "ratification")]),
        agreement(status="rejected", acts=[act("a", "ratification")]),
    ),
    (
        "W313",
        "/agreements/0/status",
        "g/status",
        agreement(status="in_force", acts=[act("a", "accession", "2020"), act("a", "withdrawal")]),
        agreement(status="in_force", acts=[act("a", "signature")]),
    ),
    (
        "W313",
        "/agreements/0/status",
        "g/status",
        agreement(status="drafted", acts=[act("a", "adoption")]),
        agreement(status="agreed", acts=[act("a", "adoption")]),
    ),
    (
        "W313",
        "/agreements/0/status",
        "g/status",
        agreement(status="proposed", acts=[act("a", "accession")]),
        agreement(status="proposed", acts=[act("a", "declaration")]),
    ),
    (
        "W313",
        "/agreements/0/status",
        "g/status",
        agreement(status="in_force", acts=[act("a", "withdrawal")]),
        agreement(status="in_force", acts=[act("a", "withdrawal"), act("a", "accession", "2040")]),
    ),
    (
        "W313",
        "/agreements/0/status",
        "g/status",
        agreement(status="in_force", acts=[act("a", "denunciation")]),
        agreement(status="in_force", parties=["a", "b"], acts=[act("a", "denunciation")]),
    ),
    (
        "W314",
        "/statements/0/text",
        "s1/text",
        statement(manner="direct", text="It is low.", quotations=QUOTED),
        statement(manner="mixed", text="It is low.", quotations=QUOTED),
    ),
    (
        "W315",
        "/agreements/0/other_participants/0/of/0",
        "g/other_participants",
        agreement(other_participants=[{"role": "not_party", "of": ["a", "b"]}]),
        agreement(other_participants=[{"role": "witness", "of": ["a", "b"]}]),
    ),
    (
        "W315",
        "/agreements/0/other_participants/0/of/0",
        "g/other_participants",
        {
            **group(members=["a", "b"]),
            **agreement(parties=["both"], other_participants=[{"role": "not_party", "of": ["b"]}]),
        },
        {
            **group(members=["a", "b"]),
            **agreement(parties=["both"], other_participants=[{"role": "not_party", "of": ["d"]}]),
        },
    ),
    (
        "W315",
        "/votes/0/ballots/1",
        "v/ballots",
        {"votes": [{"id": "v", "ballots": [{"party": "a", "vote": "yes"}] * 2}]},
        {"votes": [{"id": "v", "ballots": [{"party": p, "vote": "yes"} for p in "ab"]}]},
    ),
    (
        "W317",
        "/delegations/0",
        "a/of",
        {"delegations": [{"id": "a"}]},
        {"delegations": [{"id": "a", "not_stated": ["of"]}]},
    ),
    (
        "W318",
        "/groups/0",
        "both/members",
        group(is_complete=True, stated_size={"value": 2}),
        group(is_complete=True, quantifier="none"),
    ),
    (
        "W318",
        "/groups/0/members/1",
        "both/members",
        group(members=["a", "b"], excluding=["b"]),
        group(members=["a", "b"], excluding=["d"]),
    ),
]

COUNTRIES = [ALAND, {"id": "boria", "name": "Boria"}]


def parts_of(whole: Plain, *members: str) -> Plain:
    """Build a group of some members that is a part of another."""
    part = {"id": "some", "wording": "some of them", "members": members, "out_of": whole["id"]}
    return {
        "countries": COUNTRIES,
        "delegations": [A, B, {"id": "joint", "of": ["aland", "boria"]}],
        "delegates": [
            VALE | {"delegation": "a"},
            MOOR | {"delegation": "b"},
            {"id": "chair", "name": "Chair"},
            {"id": "lost", "name": "Lost", "delegation": "nowhere"},
        ],
        "people": [{"id": "envoy", "name": "Envoy"}],
        "groups": [whole, part] if "wording" in whole else [part],
    }


def a_whole(*members: str, is_complete: bool = True) -> Plain:
    return {"id": "all", "wording": "all", "members": members, "is_complete": is_complete}


CASES += [
    ("W318", f"/groups/{place}/members/0", "some/members", parts_of(whole, *odd), parts_of(*silent))
    for whole, odd, silent, place in (
        (a_whole("a"), ["b"], (a_whole("a"), "a"), 1),
        # A minister is inside where the delegation or the country is, and the reverse.
        (a_whole("r-vale"), ["t-moor"], (a_whole("r-vale"), "a", "aland", "r-vale"), 1),
        (a_whole("aland"), ["b"], (a_whole("aland"), "r-vale"), 1),
        (a_whole("a"), ["chair"], (a_whole("a", is_complete=False), "b"), 1),
        (a_whole("a"), ["envoy"], (a_whole("a", "joint"), "b"), 1),
        (a_whole("a"), ["envoy"], (a_whole("a"), "joint", "lost", "nobody"), 1),
        ({"id": "a"}, ["t-moor"], ({"id": "a"}, "r-vale"), 0),
        (a_whole("a"), ["b"], ({"id": "nothing"}, "b"), 1),
    )
]

CASE = pytest.mark.parametrize(
    ("code", "pointer", "address", "odd", "silent"),
    CASES,
    ids=[f"{code}-{place}" for place, (code, *_) in enumerate(CASES)],
)


@CASE
def test_what_is_odd_is_found_alone(
    code: str, pointer: str, address: str, odd: Plain, silent: Plain
) -> None:
    del address, silent

    only = the_only(a_record(**odd))

    assert (only.finding.code, only.finding.pointer) == (code, pointer)
    assert only.finding.level is rule(code).level


@CASE
def test_what_is_much_like_it_is_not_found(
    code: str, pointer: str, address: str, odd: Plain, silent: Plain
) -> None:
    del code, pointer, address, odd

    assert observed(a_record(**silent)) == []


@CASE
def test_what_is_odd_is_accepted_by_the_address_that_the_finding_names(
    code: str, pointer: str, address: str, odd: Plain, silent: Plain
) -> None:
    del pointer, silent
    only = the_only(a_record(**odd))

    assert only.addresses[0] == address
    assert only.finding.help.endswith(f"or accept {code} at {address!r}")


@CASE
def test_an_acceptance_at_any_of_the_addresses_deals_with_it(
    code: str, pointer: str, address: str, odd: Plain, silent: Plain
) -> None:
    del pointer, address, silent
    record = a_record(**odd)
    for at in (None, *the_only(record).addresses):
        accepted = attrs.evolve(record, accepts=[Acceptance(code=code, at=at)])

        report = check(accepted)

        assert [each.code for each in report.accepted] == [code]
        assert "W316" not in report.counts


def test_every_rule_of_plausibility_has_a_case() -> None:
    tried = {code for code, *_ in CASES}

    assert tried | {"W316"} == {each.code for each in RULES if each.code.startswith("W")}


def test_a_count_at_an_address_that_leads_nowhere_is_not_looked_at() -> None:
    for address in ("nowhere", "c", "c/", "c/nothing", "c/name", "c/__attrs_attrs__", "s1", ""):
        record = a_record(figures=[{"value": 9, "counts": address}], **statement())

        assert observed(record) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"comparator": "over"},
        {"comparator": "at_least"},
        {"comparator": "almost"},
        {"direction": "increase"},
        {"is_each": True},
        {"mode": "proposed"},
        {"unit": "percent"},
    ],
)
def test_a_number_that_is_no_plain_count_is_not_compared(fields: Plain) -> None:
    record = a_record(topics=["rivers"], **figure(value=9, counts="c/topics", **fields))

    assert observed(record) == []


def test_a_joint_delegation_counts_for_each_that_it_stands_for() -> None:
    record = a_record(
        delegations=[{"id": "joint", "of": ["x", "y"]}],
        **group(members=["joint", "z"], is_complete=True, stated_size={"value": 3}),
    )

    assert observed(record) == []


def test_the_findings_come_in_the_order_of_the_document_and_then_of_the_codes() -> None:
    record = a_record(
        **WHEN,
        figures=[{"value": 3, "unit": "money"}],
        countries=[{"id": "x", "name": "Austria", "code": "AU"}],
        delegations=[{"id": "a", "when": "2040"}],
        statements=[
            {"id": "s1", "manner": "direct", "figures": [{"value": 1, "unit": "money"}]},
            {"id": "s2", "manner": "direct"},
        ],
        votes=[
            {"id": "v", "in_favour": 0, "ballots": [{"party": "a", "vote": "yes"}] * 2},
        ],
    )

    assert observed(record) == [
        ("W310", "/figures/0"),
        ("W307", "/countries/0/code"),
        ("W306", "/delegations/0/when"),
        ("W317", "/delegations/0"),
        ("W304", "/statements/0"),
        ("W310", "/statements/0/figures/0"),
        ("W304", "/statements/1"),
        ("W305", "/votes/0/in_favour"),
        ("W315", "/votes/0/ballots/1"),
    ]


def test_a_finding_names_the_value() -> None:
    finding = the_only(a_record(**spoken())).finding

    assert finding.value == "'r-vale'"


def test_long_words_of_strangers_do_not_make_long_messages() -> None:
    long = "x" * 100_000
    record = a_record(
        statements=[{"id": long, "manner": "narrated", "text": long}],
        figures=[
            {"wording": long, "unit": "money"},
            {"value": 3, "counts": "c/topics"},
        ],
        topics=["rivers"],
        delegations=[{"id": f"d{long}", "of": [f"o{long}"], "when": {"wording": long}}],
        countries=[{"id": f"o{long}", "name": long, "code": "PL", "code_status": "none"}],
        people=[{"id": f"p{long}"}],
    )

    findings = [each.finding for each in plausibility(record)]

    assert len(findings) == 5
    assert all(len(str(each)) < 600 for each in findings)


def test_an_acceptance_that_accepts_nothing_is_noted() -> None:
    record = a_record(accepts=[{"code": "W302", "at": "s1"}, {"code": "W303"}, {"code": "W304"}])

    findings = list(unused(record, {1}))

    assert [(each.code, each.pointer) for each in findings] == [
        ("W316", "/accepts/0"),
        ("W316", "/accepts/2"),
    ]
    assert all(each.level is FindingLevel.NOTE for each in findings)
    assert "at 's1'" in findings[0].message
    assert "in the whole record" in findings[1].message


def test_an_acceptance_of_a_code_that_no_rule_has_is_told_so() -> None:
    (finding,) = unused(a_record(accepts=[{"code": "W999"}]), ())

    assert finding.help == "correct the code: no rule has the code 'W999'"


RICH: Plain = {
    key: [part for _, _, _, odd, _ in CASES for part in odd.get(key, ()) if isinstance(part, dict)]
    for key in (
        "figures",
        "sources",
        "countries",
        "delegations",
        "delegates",
        "people",
        "groups",
        "sessions",
        "statements",
        "agreements",
        "votes",
    )
}
"""Everything that is odd in one record, where many ids stand twice."""


def renamed(things: Sequence[Plain], prefix: str) -> list[Plain]:
    return [
        {**each, "id": f"{prefix}{place}"} if "id" in each else each
        for place, each in enumerate(things)
    ]


UNIQUE = {key: renamed(things, key) for key, things in RICH.items()}


def shuffled(record: Conference, data: st.DataObject) -> Conference:
    changes: Plain = {
        field.name: data.draw(st.permutations(getattr(record, field.name)))
        for field in fields_of(Conference)
        if field.is_collection
    }
    return attrs.evolve(record, **changes)


@given(data=st.data())
def test_the_order_of_odd_things_does_not_change_what_is_found(data: st.DataObject) -> None:
    # An id that stands twice means the first, so the order may matter there.
    record = a_record(**WHEN, **UNIQUE)

    assert code_and_address(record) == code_and_address(shuffled(record, data))


@given(record=conferences(), data=st.data())
def test_the_order_of_a_record_does_not_change_what_is_found(
    record: Conference, data: st.DataObject
) -> None:
    assert code_and_address(record) == code_and_address(shuffled(record, data))


@given(record=conferences())
def test_every_pointer_leads_somewhere_and_every_address_stands_in_the_help(
    record: Conference,
) -> None:
    plain = to_dict(record)
    for each in plausibility(record):
        held: Any = plain
        for step in each.finding.pointer.split("/")[1:]:
            held = held[int(step)] if isinstance(held, list) else held[step]
        assert each.addresses[-1] in record
        assert shown(each.addresses[0]) in each.finding.help


def code_and_address(record: Conference) -> set[tuple[str, tuple[str, ...]]]:
    return {(each.finding.code, each.addresses) for each in plausibility(record)}


@given(data=st.data())
def test_references_that_lead_nowhere_or_to_a_wrong_kind_raise_nothing(
    data: st.DataObject,
) -> None:
    record = a_record(**WHEN, **RICH)
    ids = ["nowhere", "c", *(each.id for key in UNIQUE for each in getattr(record, key))]
    targets = st.sampled_from([each for each in ids if each is not None])

    broken = scrambled(record, targets, data)

    assert all(each.addresses for each in plausibility(broken))


def scrambled(value: Any, targets: st.SearchStrategy[str], data: st.DataObject) -> Any:
    """Let every reference in an object lead somewhere else, mostly to a wrong kind."""
    changes: Plain = {}
    owner: type = type(value)
    for field in fields_of(owner):
        held = getattr(value, field.name)
        if field.refers_to is not None and held:
            changes[field.name] = (
                [data.draw(targets) for _ in held] if field.is_many else data.draw(targets)
            )
        elif field.form is Form.OBJECT and held:
            changes[field.name] = (
                [scrambled(each, targets, data) for each in held]
                if field.is_many
                else scrambled(held, targets, data)
            )
    return attrs.evolve(value, **changes)


def test_no_state_of_the_table_is_taken_for_another_under_any_of_its_names() -> None:
    named = [
        (name, state)
        for state in all_states()
        if state.code is not None
        for name in (state.name, state.formal_name, *state.names, *state.demonyms)
        if name is not None
    ]
    countries = [
        {"id": f"x{place}", "name": name, "code": state.code, "code_status": str(state.status)}
        for place, (name, state) in enumerate(named)
    ]

    found = plausibility(a_record(countries=countries))

    assert [each.finding.message for each in found] == []
