"""What a type checker knows of questions and answers: mypy strict on a small program."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
from confmodel import Agreement, Conference, Delegate, Figure, Statement, example
from confmodel.model import Function, Manner
from confmodel.query import (
    AgreementQuery, Answers, Collection, ConferenceQuery, DelegateQuery, FigureQuery, Hit,
    Question, StatementQuery, ask,
)

warsaw = example()
said: Answers[Statement] = ask(warsaw, StatementQuery(by="PK", manner=Manner.DIRECT, since=2026))
who: Hit[Delegate] = ask([warsaw], DelegateQuery(function=[Function.HEAD])).one()
first: Hit[Figure] | None = FigureQuery(at_least=3).on(warsaw).first()
made: Answers[Agreement] = Collection.of([warsaw]).ask(AgreementQuery(between=["PK", "PL"]))
events: tuple[Conference, ...] = tuple(ask(warsaw, ConferenceQuery()).entities())
both: Question[Statement] = StatementQuery() & ~StatementQuery() | StatementQuery(by=warsaw["pk"])
name: str | None = who.entity.name
"""

WRONG = """
from confmodel import Delegate, example
from confmodel.model import Act
from confmodel.query import Answers, DelegateQuery, StatementQuery, ask

StatementQuery() & DelegateQuery()
StatementQuery(manner="direct")
StatementQuery(manner=Act.PRAISE)
StatementQuery(spoken_by="PK")
people: Answers[Delegate] = ask(example(), StatementQuery())
ask(example(), StatementQuery()).one().entity.function
"""


@pytest.mark.skipif(
    importlib.util.find_spec("mypy") is None,
    reason="mypy is not installed: it is in the group lint, not in test",
)
def test_types_of_questions_and_answers_are_known(tmp_path: Path) -> None:
    (tmp_path / "right.py").write_text(PROGRAM)
    (tmp_path / "wrong.py").write_text(WRONG)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary"),
            *("--no-color-output", "--hide-error-context", "--no-pretty", "right.py", "wrong.py"),
        ],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        text=True,
        timeout=300,
    )
    faults = [line for line in done.stdout.splitlines() if ": error: " in line]

    assert [line for line in faults if line.startswith("right.py")] == []
    assert {int(line.split(":")[1]) for line in faults} == {6, 7, 8, 9, 10, 11}
