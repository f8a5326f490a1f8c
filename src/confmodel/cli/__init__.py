"""The command line: `confmodel`, one file a command.

Data go to the standard output, messages to the standard error. A command ends
with 0 if all is well, 1 if it has found something, and 2 if it could not do
what it was asked for. What is heavy is imported inside the commands, so that
`confmodel --help` is quick.
"""

import click

from confmodel.cli import anchor, check, convert, example, explain, report, schema, seal, show
from confmodel.cli._group import Commands, print_version

__all__ = ["main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=print_version,
    help="Show the version and exit.",
)
def main() -> None:
    """The record of a conference, with the words that prove it.

    \b
    A first look:
      confmodel example | confmodel show -
      confmodel example | confmodel check -

    Commands end with 0 if all is well, 1 if they have found something, and 2
    if they could not do what they were asked for. Colour is used on a
    terminal only; NO_COLOR switches it off, FORCE_COLOR on.
    """  # noqa: D301 - click's mark for lines that are not to be filled


for each in (anchor, check, convert, example, explain, report, schema, seal, show):
    main.add_command(each.command)
