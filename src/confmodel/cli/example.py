"""`confmodel example`: a bundled record to try things with."""

import click

from confmodel.cli._completing import examples
from confmodel.cli._output import indent_option, write, write_data


@click.command("example")
@click.argument("name", default="warsaw-2026", shell_complete=examples)
@indent_option()
@click.option("--list", "is_list", is_flag=True, help="List the names of the records instead.")
def command(name: str, indent: int | None, is_list: bool) -> None:
    """Print a bundled record as JSON.

    NAME is warsaw-2026, a real report with its evidence sealed, unless you
    name another one.

    \b
    Examples:
      confmodel example --indent 2
      confmodel example lakeside-2031 | confmodel show -
    """  # noqa: D301 - click's mark for lines that are not to be filled
    from confmodel.codec import dumps
    from confmodel.examples import example as bundled
    from confmodel.examples import example_names

    if is_list:
        write("".join(f"{each}\n" for each in example_names()))
    else:
        write_data(dumps(bundled(name), indent=indent) + "\n")
