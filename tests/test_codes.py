"""The codes: each is registered once, used, documented, and its example is true."""

import importlib.util
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import attrs
import pytest

import confmodel
from confmodel import Conference, ConfmodelError, Finding, FindingLevel, LoadError, UnknownNameError
from confmodel.checks import check
from confmodel.codes import RULES, Rule, rule
from confmodel.formats import yaml
from confmodel.model import Extra
from confmodel.suggesting import suggest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "confmodel"

Look = Callable[[Conference, dict[str, str]], tuple[Finding, ...]]

SUGGESTED = tuple(each.code for each in RULES if each.code.startswith("G42"))
"""Codes that `suggest` gives; `check` never does."""

BY_HAND = {"E109", "E110", "E113", "G409"}
"""Codes of what only Python can write, or takes a long text; their examples are no documents."""


def codes_in_source() -> set[str]:
    """Find every code that the library gives, outside the register and the docstrings."""
    found = set()
    for path in SOURCES.rglob("*.py"):
        if path.parent != SOURCES / "codes":
            found.update(re.findall(r'"([EWG]\d{3})"', path.read_text(encoding="utf-8")))
    return found


def checked(record: Conference, texts: dict[str, str]) -> tuple[Finding, ...]:
    return check(record, texts=texts or None).findings


def suggested(record: Conference, texts: dict[str, str]) -> tuple[Finding, ...]:
    return tuple(each.finding for each in suggest(record, texts))


def findings_on(piece: str, look: Look = checked) -> tuple[Finding, ...]:
    """Find what is wrong with the piece of an example, with an id and a name if it has none."""
    if piece.startswith("{"):
        return findings_of(lambda: confmodel.loads(piece), look)
    plain = yaml.parse(piece, max_bytes=10_000, max_depth=50, max_values=1000)
    assert isinstance(plain, dict)
    record = {"id": "lakeside-2031", "name": "Lakeside Conference", **plain}
    return findings_of(lambda: confmodel.from_dict(record, shorthand=True, check=False), look)


def findings_of(load: Callable[[], Conference], look: Look) -> tuple[Finding, ...]:
    try:
        record = load()
        # In the examples of grounding, `x-text` stands for the text of a source.
        texts = {
            source.id: str(source.extra["x-text"]) for source in record.sources if source.extra
        }
        return look(record, texts)
    except LoadError as error:
        return error.findings


def parts_of(each: Rule) -> tuple[str, str]:
    piece, _, line = each.example.rpartition("\n\n")
    return piece, line


def pages_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "generate_check_pages", ROOT / "scripts" / "generate_check_pages.py"
    )
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def test_codes_are_unique_and_in_order() -> None:
    codes = [each.code for each in RULES]

    assert codes == sorted(set(codes))


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.code)
def test_the_letter_of_a_code_says_its_level(each: Rule) -> None:
    levels = {
        "E": {FindingLevel.ERROR},
        "W": {FindingLevel.WARNING, FindingLevel.NOTE},
        "G": set(FindingLevel),
    }

    assert each.level in levels[each.code[0]]


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.code)
def test_every_part_of_a_rule_is_written(each: Rule) -> None:
    assert all(attrs.astuple(each))
    assert "\n" not in each.title
    assert not each.title.endswith(".")
    assert each.why.endswith(".")
    assert each.mend.endswith(".")


def test_every_code_that_the_library_gives_is_registered() -> None:
    assert codes_in_source() - {each.code for each in RULES} == set()


def test_every_registered_code_is_given_somewhere() -> None:
    assert {each.code for each in RULES} - codes_in_source() == set()


@pytest.mark.parametrize(
    "each", [each for each in RULES if each.code not in BY_HAND], ids=lambda each: each.code
)
def test_the_example_of_a_rule_gives_the_finding_that_stands_beneath_it(each: Rule) -> None:
    piece, line = parts_of(each)

    findings = findings_on(piece, suggested if each.code in SUGGESTED else checked)
    if each.code == "E100":
        # The words are the parser's, and differ from one version of it to the next.
        assert [finding.code for finding in findings] == ["E100"]
    else:
        assert line in [str(finding) for finding in findings]


@pytest.mark.parametrize("code", SUGGESTED)
def test_the_example_of_a_suggestion_is_a_sound_record_with_no_other(code: str) -> None:
    piece, line = parts_of(rule(code))

    assert findings_on(piece) == ()
    assert [str(finding) for finding in findings_on(piece, suggested)] == [line]
    assert rule(code).level is FindingLevel.NOTE


@pytest.mark.parametrize("code", sorted(BY_HAND))
def test_the_example_in_python_is_refused_with_the_finding_beneath_it(code: str) -> None:
    piece, line = parts_of(rule(code))

    with pytest.raises(ConfmodelError) as caught:
        eval(piece, {**vars(confmodel), "Extra": Extra})  # noqa: S307 - our own text

    said = str(caught.value)
    assert line.removeprefix(f"{code} ").removeprefix("/") in said or line in said


def test_a_code_is_found() -> None:
    assert rule("W302").code == "W302"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("w302", "W302"), (" W302", "W302"), ("W0302", "W302"), ("302", "W302")],
)
def test_a_code_nearly_right_is_refused_with_the_right_one(wrong: str, right: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        rule(wrong)

    assert right in caught.value.candidates
    assert right in caught.value.help


@pytest.mark.parametrize("wrong", ["headless", "", "W302" + "x" * 1_000_000])
def test_a_code_like_no_other_is_refused_without_a_guess(wrong: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        rule(wrong)

    assert caught.value.candidates == ()
    assert "RULES" in caught.value.help


def test_the_committed_pages_are_current() -> None:
    script = pages_script()
    folder = ROOT / "docs" / "reference" / "checks"

    written = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}

    assert written == script.pages()


def test_every_code_has_one_page_and_stands_in_the_index() -> None:
    pages = pages_script().pages()

    assert set(pages) == {"index.md", *(f"{each.code}.md" for each in RULES)}
    for each in RULES:
        assert pages["index.md"].count(f"\n| [{each.code}]({each.code}.md) |") == 1
