"""What the tests of all commands need: a way to run them, in a plain environment."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from confmodel.cli import main

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run() -> Run:
    runner = CliRunner()

    def invoke(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return runner.invoke(main, arguments, input=stdin, prog_name="confmodel")

    return invoke
