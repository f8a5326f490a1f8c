"""`confmodel anchor`: where the words of a record stand in the texts of its sources."""

import click

from confmodel.cli._completing import files
from confmodel.cli._input import Reading, reading_options, text_option
from confmodel.cli._output import complain, indent_option, output_option
from confmodel.cli._rewriting import given_or_exit
from confmodel.views._words import count


@click.command("anchor")
@click.argument("file", shell_complete=files)
@text_option(required=True)
@output_option("The file to write, which may be FILE itself")
@indent_option("as FILE, if both are JSON")
@reading_options()
@click.pass_context
def command(
    ctx: click.Context,
    file: str,
    *,
    reading: Reading,
    texts: tuple[str, ...],
    output: str,
    indent: int | None,
) -> None:
    """Fill in where the words of a record stand in their texts.

    FILE holds a record in the format that its name ends with, or else as
    JSON; - stands for the standard input. The record is written in the same
    format, or in that of OUT. In YAML the comments and the layout stay where
    nothing changes (with the extra yaml-comments); JSON keeps its indentation,
    by 2 spaces where it is by tabs.

    Evidence that has words and no offset gets one, if its words stand letter
    by letter at one place; the words are never changed. Sources get the length
    and the digest of their texts. In a text whose length or digest is not that
    of its source, nothing is placed.

    What is not in its text, or cannot be placed, is told on the standard
    error. The rest is written all the same, and the command ends with 1.

    \b
    Examples:
      confmodel anchor lakeside.yaml --text gazette=gazette.txt
      confmodel anchor lakeside.yaml --text gazette=gazette.txt -o lakeside.yaml
      confmodel anchor - --input yaml --text gazette=gazette.txt < lakeside.yaml
    """  # noqa: D301 - click's mark for lines that are not to be filled
    from confmodel.grounding.anchoring import anchor

    given = given_or_exit(ctx, file, reading=reading, texts=texts, output=output, indent=indent)
    anchored = anchor(given.record, given.texts)
    is_sound = given.tell(anchored.groundings)
    given.write(anchored.record)
    unplaced = len(anchored.unplaced)
    if unplaced:
        pieces = count(unplaced, "piece")
        complain(f"{pieces} of evidence could not be placed; the rest was written")
    if unplaced or not is_sound:
        ctx.exit(1)
