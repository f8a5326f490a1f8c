"""What a type checker knows of questions and answers: mypy strict on a small program."""

import ast
import importlib.util
import inspect
import itertools
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

from confmodel.query.plain import QUERIES

PROGRAM = """
from confmodel import Agreement, Conference, Delegate, Figure, Statement, Vote, example
from confmodel.model import BallotChoice, Function, Manner
from confmodel.query import (
    AgreementQuery, Answers, Collection, ConferenceQuery, DelegateQuery, FigureQuery, Hit,
    Question, StatementQuery, VoteQuery, ask,
)

warsaw = example()
said: Answers[Statement] = ask(warsaw, StatementQuery(by="PK", manner=Manner.DIRECT, since=2026))
who: Hit[Delegate] = ask([warsaw], DelegateQuery(function=[Function.HEAD])).one()
first: Hit[Figure] | None = FigureQuery(at_least=3).on(warsaw).first()
made: Answers[Agreement] = Collection.of([warsaw]).ask(AgreementQuery(between=["PK", "PL"]))
events: tuple[Conference, ...] = tuple(ask(warsaw, ConferenceQuery()).entities())
both: Question[Statement] = StatementQuery() & ~StatementQuery() | StatementQuery(by=warsaw["pk"])
name: str | None = who.entity.name
votes: list[Hit[Vote]] = list(ask(warsaw, VoteQuery(voter="PL", choice=BallotChoice.NO)))
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


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES.keys())
def test_every_argument_of_a_question_has_a_docstring(query: type[Any]) -> None:
    """Editors show it beside the argument, as type checkers do not."""
    (owner,) = ast.parse(inspect.getsource(query)).body
    assert isinstance(owner, ast.ClassDef)
    told = {
        field.target.id
        for field, text in itertools.pairwise(owner.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }

    assert {each.name for each in attrs.fields(query)} <= told


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
