"""The example of grounding: it runs, and shows every verdict once."""

import runpy
from pathlib import Path

import pytest

from confmodel.grounding import Verdict

EXAMPLE = Path(__file__).parents[2] / "examples" / "grounding.py"


def test_example_shows_one_verdict_of_each_kind(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(EXAMPLE))

    lines = capsys.readouterr().out.splitlines()
    verdicts = [line.split(":")[0] for line in lines if line[0] != " "]
    assert verdicts == [verdict.replace("_", " ") for verdict in Verdict]
    assert "    The report has: said Rosa Vale of Aland" in lines


def test_example_stays_short() -> None:
    assert len(EXAMPLE.read_text(encoding="utf-8").splitlines()) <= 40
