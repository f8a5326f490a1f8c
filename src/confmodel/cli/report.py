"""`confmodel report`: a record with its words, as one page."""

import click

from confmodel.cli._completing import files
from confmodel.cli._input import Reading, reading_options, record_or_exit, text_option, texts_in
from confmodel.cli._output import output_option, put


@click.command("report")
@click.argument("file", shell_complete=files)
@text_option()
@click.option(
    "--format",
    "style",
    type=click.Choice(["html", "markdown"]),
    help="A whole page, or a brief for a pull request or an e-mail "
    "(default: markdown if OUT ends with .md, else html).",
)
@output_option("The file to write")
@reading_options()
@click.pass_context
def command(
    ctx: click.Context,
    file: str,
    *,
    reading: Reading,
    texts: tuple[str, ...],
    style: str | None,
    output: str,
) -> None:
    """Write a page that shows a record with the words that prove it.

    FILE holds a record in the format that its name ends with, or else as
    JSON; - stands for the standard input. The page is one file, asks for
    nothing from elsewhere, and needs no script.

    Without the text of a source, its sealed evidence is shown by its place. A
    file that is no record is refused with all the reasons, and the command
    ends with 1.

    \b
    Examples:
      confmodel example | confmodel report - > warsaw.html
      confmodel report warsaw.json --text report=warsaw.txt -o warsaw.html
      confmodel report warsaw.json --format markdown
    """  # noqa: D301 - click's mark for lines that are not to be filled
    at_hand = texts_in(texts)
    record = record_or_exit(ctx, file, reading)
    if style == "markdown" or (style is None and output.lower().endswith(".md")):
        from confmodel.views.markdown import markdown

        page = markdown(record, at_hand)
    else:
        from confmodel.views.report_page import html

        page = html(record, at_hand)
    put(output, page.encode())
