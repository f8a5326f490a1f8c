"""What the shell completes besides commands and options: names of files, and our own.

A parameter that says nothing here is completed by nothing, not even by the
names of files, which is what the shell does by itself.
"""

from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem

from confmodel.formats import all_formats


def files(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """Let the shell complete the name of a file."""
    return [CompletionItem(begun, type="file")]


def formats(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """Complete the name of a format."""
    return _beginning(begun, (kind.name for kind in all_formats()))


def examples(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """Complete the name of a bundled record."""
    from confmodel.examples import example_names

    return _beginning(begun, example_names())


def codes(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """Complete the code of a rule, which may be begun in small letters."""
    from confmodel.codes import RULES

    return _beginning(begun.upper(), (rule.code for rule in RULES))


def _beginning(begun: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if name.startswith(begun)]
