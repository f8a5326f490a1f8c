"""`confmodel convert`: records from one format into another."""

import tempfile
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs
import click

from confmodel.cli._completing import files, formats
from confmodel.cli._input import (
    STANDARD_INPUT,
    Reading,
    form_of,
    name_of,
    reading_options,
    standard_input,
    tell,
)
from confmodel.cli._losses import grouped
from confmodel.cli._output import (
    STANDARD_OUTPUT,
    cannot,
    complain,
    copy_data,
    indent_option,
    output_option,
    refuse_indent,
)
from confmodel.errors import LoadError, Loss, LossError
from confmodel.model import Conference
from confmodel.views._words import count

if TYPE_CHECKING:
    from confmodel.formats import Format

_MOST_IN_MEMORY = 16 * 1024 * 1024


class _NoRecordError(Exception):
    """Something in the input is no record, and nothing is to be written."""


@attrs.define
class _Input:
    """The records of a file; what is wrong in it is told as soon as it is found."""

    file: str
    reading: Reading
    faults: int = 0

    def records(self) -> Iterator[Conference]:
        """Give the records.

        Raises:
            _NoRecordError: At the end, if something was no record.
            CannotDoError: If the file cannot be read.
        """
        from confmodel.formats import load_many

        source = standard_input() if self.file == STANDARD_INPUT else self.file
        try:
            yield from load_many(
                source,
                format=form_of(self.file, self.reading.form),
                limits=self.reading.limits,
                on_error=self._tell,
            )
        except LoadError as error:
            self._tell(error)
        except OSError as error:
            raise cannot("read", name_of(self.file), error) from error
        if self.faults:
            raise _NoRecordError

    def _tell(self, error: LoadError) -> None:
        self.faults += len(error.findings)
        tell(error.findings)


@click.command("convert")
@click.argument("file", shell_complete=files)
@output_option("The file or folder to write")
@click.option(
    "--to",
    "target_form",
    metavar="FORMAT",
    shell_complete=formats,
    help="The format to write, such as yaml, csv or jsonl.gz "
    "(default: by the name of OUT; JSON for -).",
)
@indent_option()
@click.option("--strict", is_flag=True, help="Write nothing if something would be left out.")
@reading_options(many=True)
@click.pass_context
def command(
    ctx: click.Context,
    file: str,
    *,
    output: str,
    target_form: str | None,
    reading: Reading,
    indent: int | None,
    strict: bool,
) -> None:
    """Convert records from one format into another.

    FILE holds one record or many in the format that its name ends with, or
    else as JSON; - stands for the standard input. Tables are a folder. A file
    whose name ends with .gz or .zst is compressed. OUT is replaced as a whole,
    or, if something goes wrong, not at all.

    What the format of OUT cannot say is left out, and told on the standard
    error, a line for each field. That is no fault, unless you say --strict:
    then nothing is written, a line for each place says why, and the command
    ends with 1. If FILE holds anything that is no
    record, nothing is written either: all the reasons are told, and the
    command ends with 1.

    \b
    Examples:
      confmodel convert lakeside.yaml --indent 2
      confmodel convert lakeside.yaml -o lakeside.ics
      confmodel convert all.jsonl.gz -o tables --to parquet
      confmodel example | confmodel convert - --to turtle --strict
    """  # noqa: D301 - click's mark for lines that are not to be filled
    kind = _target_format(output, target_form)
    refuse_indent(kind, indent)
    given = _Input(file, reading)
    try:
        losses = _write(given.records(), output, target_form, strict=strict, indent=indent)
    except _NoRecordError:
        complain(f"{name_of(file)}: {count(given.faults, 'error')}; nothing was written")
        ctx.exit(1)
    except LossError as error:
        _tell_losses(map(str, error.losses), len(error.losses), kind, "nothing was written")
        ctx.exit(1)
    except OSError as error:
        raise cannot("write", output, error) from error
    if losses:
        _tell_losses(grouped(losses), len(losses), kind, "the rest was written")


def _target_format(output: str, form: str | None) -> "Format":
    """Find the format to write before anything is read.

    Raises:
        UsageError: If neither the name of the file nor an option says it, or
            if it is a folder and none is named.
    """
    from confmodel.formats import Carrier, by_suffix
    from confmodel.formats._documents import format_of

    if form is None and output != STANDARD_OUTPUT and by_suffix(output) is None:
        message = f"no format has files that end like {output!r}: name one with --to"
        raise click.UsageError(message)
    kind = format_of(None if output == STANDARD_OUTPUT else output, form)[0]
    if kind.carrier is Carrier.FOLDER and output == STANDARD_OUTPUT:
        message = f"{kind.title} are a folder of files: name it with -o, such as -o tables"
        raise click.UsageError(message)
    return kind


def _write(
    records: Iterable[Conference],
    output: str,
    form: str | None,
    *,
    strict: bool,
    indent: int | None,
) -> tuple[Loss, ...]:
    from confmodel.formats import dump_many

    if output != STANDARD_OUTPUT:
        return dump_many(records, output, format=form, strict=strict, indent=indent)
    # Nothing goes out before all is well: what is in a pipe cannot be taken back.
    with tempfile.SpooledTemporaryFile(_MOST_IN_MEMORY) as spool:
        losses = dump_many(records, spool, format=form, strict=strict, indent=indent)
        spool.seek(0)
        copy_data(spool)
    return losses


def _tell_losses(lines: Iterable[str], number: int, kind: "Format", outcome: str) -> None:
    last = f"{kind.title} cannot say {count(number, 'thing')} of the record; {outcome}"
    complain("\n".join([*lines, last]))
