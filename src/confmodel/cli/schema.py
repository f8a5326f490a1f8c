"""`confmodel schema`: the form of a record, for editors and other programs."""

import click

from confmodel.cli._output import indent_option, write_data


@click.command("schema")
@click.option(
    "--shorthand",
    is_flag=True,
    help="The schema of what authors may write, for YAML, rather than of the canonical form.",
)
@indent_option()
def command(shorthand: bool, indent: int | None) -> None:
    """Print the JSON Schema of a record (draft 2020-12).

    Editors complete and check by it. What it accepts is read, but for rules
    that no schema can say: confmodel check knows them all.

    \b
    Examples:
      confmodel schema --shorthand > confmodel.schema.json
      confmodel schema --indent 2 | less
    """  # noqa: D301 - click's mark for lines that are not to be filled
    from confmodel.codec import _schema

    write_data(_schema.text(shorthand=shorthand, indent=indent) + "\n")
