"""What a type checker tells a user: mypy strict, run on a small consumer project."""

import importlib.util
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONSUMER = Path(__file__).parent / "typing"
RIGHT, WRONG = "right.py", "wrong.py"

needs_mypy = pytest.mark.skipif(
    importlib.util.find_spec("mypy") is None,
    reason="mypy is not installed; it is in the group test",
)


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[int, set[str]]]:
    """Run mypy once over both programs; gather the codes it reports, by file and line."""
    project = tmp_path_factory.mktemp("consumer")
    shutil.copy(CONSUMER / RIGHT, project / RIGHT)
    shutil.copy(CONSUMER / f"{WRONG}.txt", project / WRONG)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary"),
            *("--no-color-output", "--hide-error-context", "--no-pretty", RIGHT, WRONG),
        ],
        cwd=project,
        capture_output=True,
        check=False,
        text=True,
        timeout=300,
    )
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    found: dict[str, dict[int, set[str]]] = {RIGHT: {}, WRONG: {}}
    for line in done.stdout.splitlines():
        if ": note: " in line:
            continue
        match = re.fullmatch(r"(\w+\.py):(\d+): error: .*  \[([\w-]+)\]", line)
        assert match is not None, f"mypy says something else: {line}"
        name, number, code = match.groups()
        found[name].setdefault(int(number), set()).add(code)
    return found


def expected() -> dict[int, set[str]]:
    text = (CONSUMER / f"{WRONG}.txt").read_text(encoding="utf-8")
    marks = (
        (number, re.search(r"# wrong: ([\w|-]+)$", line))
        for number, line in enumerate(text.splitlines(), start=1)
    )
    return {number: set(mark[1].split("|")) for number, mark in marks if mark is not None}


@needs_mypy
def test_right_program_is_taken(reported: dict[str, dict[int, set[str]]]) -> None:
    assert reported[RIGHT] == {}


@needs_mypy
def test_every_mistake_of_the_wrong_program_is_reported(
    reported: dict[str, dict[int, set[str]]],
) -> None:
    overlooked = {
        number: codes
        for number, codes in expected().items()
        if not codes & reported[WRONG].get(number, set())
    }

    assert overlooked == {}


@needs_mypy
def test_nothing_else_of_the_wrong_program_is_reported(
    reported: dict[str, dict[int, set[str]]],
) -> None:
    assert set(reported[WRONG]) - set(expected()) == set()


def test_right_program_runs() -> None:
    runpy.run_path(str(CONSUMER / RIGHT))
