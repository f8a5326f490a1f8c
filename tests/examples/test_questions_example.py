"""The questions to the founding record, with answers worked out by hand from the report."""

import runpy
from pathlib import Path
from typing import Any

import pytest

from confmodel.model import Manner
from confmodel.query import How

FILE = Path(__file__).parents[2] / "examples" / "questions.py"


@pytest.fixture(scope="module")
def asked() -> dict[str, Any]:
    return runpy.run_path(str(FILE))


def ids(hits: Any) -> list[str]:
    return [hit.id for hit in hits]


def test_only_one_delegation_is_said_to_be_led_by_somebody(asked: dict[str, Any]) -> None:
    assert asked["led_by"] == {
        "pl": None,
        "ee": None,
        "lv": None,
        "fi": None,
        "lt": None,
        "pk": ["Mohsin Naqvi"],
    }


def test_words_of_pakistans_side_are_told_apart_by_manner(asked: dict[str, Any]) -> None:
    found = {manner: ids(hits) for manner, hits in asked["by_manner"].items()}

    assert found == {
        Manner.MIXED: ["praise"],
        Manner.DIRECT: ["wall"],
        Manner.INDIRECT: ["border-briefing", "fewer-migrants", "cooperation"],
    }


def test_praise_is_pakistans_only_through_the_group_with_its_minister(
    asked: dict[str, Any],
) -> None:
    (praise,) = asked["by_manner"][Manner.MIXED]

    assert praise.why[0].how is How.IN_GROUP
    assert praise.why[0].group == "all-six-ministers"
    assert praise.why[0].through == ("all-six-ministers", "naqvi", "pk", "pakistan")


def test_six_ministers_are_those_of_the_report_with_pakistans_own(asked: dict[str, Any]) -> None:
    assert asked["six_said"].id == "praise"
    assert sorted(asked["six_are"]) == [
        "Gintaras Aliksandravicius",
        "Heikki Tamminen",
        "Igor Taro",
        "Marcin Kierwinski",
        "Mohsin Naqvi",
        "Richards Kozlovskis",
    ]


def test_only_the_fall_in_migration_lacks_a_baseline(asked: dict[str, Any]) -> None:
    assert ids(asked["baseless"]) == ["migration-fall"]


def test_agreements_are_found_by_who_is_bound_and_who_benefits(asked: dict[str, Any]) -> None:
    assert ids(asked["binds_poland"]) == ["roadmap", "jobs", "focal-persons"]
    assert ids(asked["benefits_citizens"]) == ["jobs"]
    assert ids(asked["without_pakistan"]) == ["jobs"]


def test_afghanistan_is_talked_about_and_not_present(asked: dict[str, Any]) -> None:
    assert asked["absent"] == ["Afghanistan"]


def test_four_contradictions_have_the_words_of_each_side(asked: dict[str, Any]) -> None:
    assert list(asked["disputed"]) == [
        "which-ministers",
        "praise-of-oneself",
        "immigration-or-migration",
        "quoted-words",
    ]
    assert asked["disputed"]["which-ministers"] == ["foreign ministers", "interior ministers"]


def test_every_question_takes_one_line() -> None:
    lines = FILE.read_text(encoding="utf-8").partition("if __name__")[0].splitlines()

    assert sum("warsaw)" in line or "(warsaw," in line for line in lines) == 10
