"""`confmodel seal`: a record without the words of its sources, that can still be checked."""

import click

from confmodel.cli._completing import files
from confmodel.cli._input import Reading, name_of, reading_options, text_option
from confmodel.cli._output import CannotDoError, complain, indent_option, output_option
from confmodel.cli._rewriting import given_or_exit


@click.command("seal")
@click.argument("file", shell_complete=files)
@text_option(required=True)
@output_option("The file to write, which may be FILE itself")
@indent_option("as FILE, if both are JSON")
@click.option("--quotations", is_flag=True, help="Seal quoted speech too.")
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
    quotations: bool,
) -> None:
    """Replace the words of the evidence by seals.

    FILE holds a record in the format that its name ends with, or else as
    JSON; - stands for the standard input. The record is written in the same
    format, or in that of OUT. Offsets are filled in as by confmodel anchor.

    A seal is the length and the SHA-256 of the words: the record can be
    published, and whoever has the text can still check it. Quoted speech stays
    open, and so does whatever else the author has written, such as the wording
    of a figure and comments in YAML.

    What is sealed can no longer be read, so all words are looked up before.
    If any do not stand letter by letter in their text, nothing is written: all
    the reasons are told, and the command ends with 1.

    \b
    Examples:
      confmodel seal lakeside.yaml --text gazette=gazette.txt -o sealed.json
      confmodel seal lakeside.yaml --text gazette=gazette.txt --quotations
    """  # noqa: D301 - click's mark for lines that are not to be filled
    from confmodel.grounding.anchoring import anchor
    from confmodel.grounding.sealing import seal
    from confmodel.grounding.verdicts import Verdict

    given = given_or_exit(ctx, file, reading=reading, texts=texts, output=output, indent=indent)
    anchored = anchor(given.record, given.texts)
    for each in anchored.groundings:
        source = each.evidence.source
        if each.evidence.exact is not None and source is not None and source not in given.texts:
            raise CannotDoError(
                f"{each.pointer} rests on words of source {source!r}, whose text is not at hand: "
                f"give it with --text {source}=FILE"
            )
    is_sound = given.tell(anchored.groundings)
    as_found = (Verdict.EXACT, Verdict.NOT_CHECKED)
    if not is_sound or any(each.verdict not in as_found for each in anchored.groundings):
        complain(f"{name_of(file)}: not all words stand in their texts; nothing was written")
        ctx.exit(1)
    given.write(seal(anchored.record, quotations=quotations))
