"""The example of grounding: it runs, and shows every verdict of open words once."""

import runpy
from pathlib import Path

import pytest

from confmodel.grounding import Verdict

EXAMPLE = Path(__file__).parents[2] / "examples" / "grounding.py"


def test_example_shows_one_verdict_of_each_kind(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(EXAMPLE))

    lines = capsys.readouterr().out.splitlines()
    verdicts = [line.split(":")[0] for line in lines if line[0] != " "]
    of_open_words = [each for each in Verdict if each is not Verdict.UNDECIDED]
    assert verdicts == [each.replace("_", " ") for each in of_open_words]
    assert "    The report has: said Rosa Vale of Aland" in lines


def test_example_stays_short() -> None:
    assert len(EXAMPLE.read_text(encoding="utf-8").splitlines()) <= 40
