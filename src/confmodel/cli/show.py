"""`confmodel show`: a record for eyes."""

import click

from confmodel.cli._completing import files
from confmodel.cli._input import Reading, reading_options, record_or_exit
from confmodel.cli._output import columns, has_colour, style_option, write, write_data
from confmodel.views._page import NARROWEST


@click.command("show")
@click.argument("file", shell_complete=files)
@click.option(
    "--width",
    type=click.IntRange(NARROWEST, 1000),
    metavar="N",
    help="Columns to fill (default: those of the terminal, at most 100).",
)
@style_option("the record as canonical JSON, whatever it was read from")
@reading_options()
@click.pass_context
def command(ctx: click.Context, file: str, reading: Reading, style: str, width: int | None) -> None:
    """Show a record on the terminal.

    FILE holds a record in the format that its name ends with, or else as
    JSON; - stands for the standard input.

    Word for word, partly quoted, paraphrased and narrated are told apart by
    signs, and what the sources do not state is said. A file that is no record
    is refused with all the reasons, and the command ends with 1.

    \b
    Examples:
      confmodel show lakeside.yaml
      confmodel example | confmodel show -
      confmodel show lakeside.yaml --width 80 | less
      confmodel show lakeside.yaml --format json
    """  # noqa: D301 - click's mark for lines that are not to be filled
    from confmodel.codec import dumps
    from confmodel.views.terminal import render

    record = record_or_exit(ctx, file, reading)
    if style == "json":
        write_data(dumps(record) + "\n")
        return
    write(render(record, width=width or columns(), colour=has_colour()))
