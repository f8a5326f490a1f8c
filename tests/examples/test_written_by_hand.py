"""The founding record as people write it: in Python and in YAML."""

import runpy
from pathlib import Path

import pytest

from confmodel.checks import check
from confmodel.examples import example
from confmodel.model import Conference, Manner

FOLDER = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def in_python() -> Conference:
    record = runpy.run_path(str(FOLDER / "warsaw.py"))["warsaw"]
    assert isinstance(record, Conference)
    return record


@pytest.fixture(scope="module")
def in_yaml() -> Conference:
    pytest.importorskip("yaml", reason="PyYAML is not installed: the extra `yaml`")
    from confmodel.formats import yaml  # noqa: PLC0415 - needs the extra

    return yaml.read((FOLDER / "warsaw.yaml").read_bytes())


@pytest.mark.parametrize(("name", "most"), [("warsaw.py", 110), ("warsaw.yaml", 90)])
def test_founding_record_stays_short(name: str, most: int) -> None:
    assert len((FOLDER / name).read_text(encoding="utf-8").splitlines()) <= most


def test_both_ways_of_writing_give_the_same_record(
    in_python: Conference, in_yaml: Conference
) -> None:
    assert in_python == in_yaml


def test_record_in_python_has_no_findings(in_python: Conference) -> None:
    assert [str(finding) for finding in check(in_python).findings] == []


def test_record_in_yaml_has_no_findings(in_yaml: Conference) -> None:
    assert [str(finding) for finding in check(in_yaml).findings] == []


@pytest.mark.parametrize(
    "collection",
    ["countries", "delegations", "delegates", "statements", "agreements"],
)
def test_nothing_is_missing_by_hand_that_the_bundled_record_has(
    in_python: Conference, collection: str
) -> None:
    by_hand = {each.id for each in getattr(in_python, collection)}

    assert by_hand == {each.id for each in getattr(example(), collection)}


def test_people_are_the_same_by_hand_as_in_the_bundled_record(in_python: Conference) -> None:
    for delegate in example().delegates:
        other = next(each for each in in_python.delegates if each.id == delegate.id)
        assert (other.name, other.honorific) == (delegate.name, delegate.honorific)
        assert (other.delegation, other.function) == (delegate.delegation, delegate.function)
        assert [each.value for each in other.other_names] == [
            each.value for each in delegate.other_names
        ]


def test_agreements_are_the_same_by_hand_as_in_the_bundled_record(in_python: Conference) -> None:
    for agreement in example().agreements:
        other = next(each for each in in_python.agreements if each.id == agreement.id)
        assert (other.kind, other.status) == (agreement.kind, agreement.status)
        assert (other.parties, other.beneficiaries) == (
            agreement.parties,
            agreement.beneficiaries,
        )


def test_figure_without_baseline_is_marked_by_hand_too(in_python: Conference) -> None:
    (figure,) = next(each for each in in_python.statements if each.id == "fewer-migrants").figures

    assert figure.not_stated == ("baseline", "period")


def test_words_by_hand_are_those_of_the_bundled_record(in_python: Conference) -> None:
    for statement in example().statements:
        other = next(each for each in in_python.statements if each.id == statement.id)
        assert other.manner is statement.manner
        assert [each.text for each in other.quotations] == [
            each.text for each in statement.quotations
        ]


def test_script_tells_who_said_what(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(FOLDER / "warsaw.py"))

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(example().statements)
    assert f"naqvi: {Manner.DIRECT}: Pakistan today is a wall" in lines[1]
