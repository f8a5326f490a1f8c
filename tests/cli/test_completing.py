"""What the shell completes."""

import pytest
from click.shell_completion import ShellComplete

from confmodel.cli import main
from confmodel.codes import RULES
from confmodel.examples import example_names
from confmodel.formats import all_formats

FORMATS = [kind.name for kind in all_formats()]


def completed(*arguments: str) -> list[tuple[str, str]]:
    *before, begun = arguments
    shell = ShellComplete(main, {}, "confmodel", "_CONFMODEL_COMPLETE")
    return [(item.type, item.value) for item in shell.get_completions(before, begun)]


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["che"], ["check"]),
        (["check", "--max"], ["--max-bytes", "--max-objects"]),
        (["check", "--input", "y"], ["yaml"]),
        (["convert", "--to", "json"], [each for each in FORMATS if each.startswith("json")]),
        (["convert", "--input", ""], FORMATS),
        (["example", ""], [*example_names()]),
        (["example", "lake"], ["lakeside-2031"]),
        (["explain", "e10"], [rule.code for rule in RULES if rule.code.startswith("E10")]),
    ],
)
def test_names_of_ours_are_completed(arguments: list[str], names: list[str]) -> None:
    assert names
    assert completed(*arguments) == [("plain", name) for name in names]


@pytest.mark.parametrize(
    "arguments",
    [
        *([name] for name in ("anchor", "check", "convert", "report", "seal", "show")),
        *([name, "-", "-o"] for name in ("anchor", "convert", "report", "seal")),
        ["check", "a.json", "b.json"],
    ],
)
def test_names_of_files_are_completed_by_the_shell(arguments: list[str]) -> None:
    """Without a word of ours it completes nothing, where it did before it knew us."""
    assert completed(*arguments, "la") == [("file", "la")]
