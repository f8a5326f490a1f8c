"""Reading: a record from a file or the standard input, in any format that is read."""

import io
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, Any

import click

from confmodel.cli._findings import put_finding
from confmodel.cli._output import CannotDoError, columns, complain
from confmodel.codec.limits import Limits
from confmodel.errors import Finding, LoadError
from confmodel.formats import Carrier, all_formats
from confmodel.model import Conference
from confmodel.views._page import Page

STANDARD_INPUT = "-"

READ = [kind.name for kind in all_formats() if kind.is_read and kind.carrier is Carrier.DOCUMENT]
"""The formats that hold one record and are read."""


def form_option(command: Any) -> Any:
    """Add the option that says how the input is written down."""
    return click.option(
        "--input",
        "form",
        type=click.Choice(READ),
        help="How the input is written down (default: by the name of the file; JSON for -).",
    )(command)


def text_option(*, required: bool = False) -> Callable[[Any], Any]:
    """Make the option that names the texts of the sources."""
    return click.option(
        "--text",
        "texts",
        multiple=True,
        required=required,
        metavar="SOURCE=FILE",
        help="The text of a source, in UTF-8: every piece of evidence is looked for in it.",
    )


def texts_in(given: tuple[str, ...]) -> dict[str, Path]:
    """Tell sources and their files apart.

    Raises:
        BadParameter: If one is not of the form SOURCE=FILE.
    """
    texts = {}
    for each in given:
        source, is_pair, file = each.partition("=")
        if not (source and is_pair and file):
            message = f"{each!r} is not of the form SOURCE=FILE, such as report=warsaw.txt"
            raise click.BadParameter(message, param_hint="--text")
        texts[source] = Path(file)
    return texts


def name_of(path: str) -> str:
    """Name an input in a message."""
    return "standard input" if path == STANDARD_INPUT else path


def read(path: str) -> bytes:
    """Read a file, or the standard input, and not much more of it than a record may have.

    Raises:
        CannotDoError: If it cannot be read.
    """
    most = Limits().max_bytes + 1
    try:
        if path != STANDARD_INPUT:
            with Path(path).open("rb") as stream:
                return stream.read(most)
        return standard_input().read(most)
    except OSError as error:
        message = f"cannot read {name_of(path)}: {error.strerror or error}"
        raise CannotDoError(message) from error
    except ValueError as error:
        raise CannotDoError(f"cannot read {path!r}: {error}") from error


def standard_input() -> IO[bytes]:
    """Return the standard input.

    Raises:
        CannotDoError: If it is closed.
    """
    if sys.stdin is None:
        raise CannotDoError("cannot read standard input: it is closed")
    return sys.stdin.buffer


def record_or_exit(
    ctx: click.Context, file: str, form: str | None, data: bytes | None = None
) -> Conference:
    """Read a record, unless it was read; if it is none, say why, and end the command with 1."""
    try:
        return record_in(read(file) if data is None else data, file, form)
    except LoadError as error:
        tell(error.findings)
        complain(f"{name_of(file)} is no record: confmodel check says more")
        ctx.exit(1)


def tell(findings: Iterable[Finding]) -> None:
    """Say on the standard error what is wrong or odd; nothing, if nothing is."""
    page = Page(width=columns(), colour=False)
    for finding in findings:
        put_finding(page, finding)
    text = page.text().removesuffix("\n")
    if text:
        complain(text)


def form_of(path: str, form: str | None) -> str | None:
    """Name the format of an input whose name does not say it: JSON, if nobody says another."""
    from confmodel.formats import by_suffix

    is_known = form is not None or path == STANDARD_INPUT or by_suffix(path) is not None
    return form if is_known else "json"


def record_in(data: bytes, path: str, form: str | None, *, check: bool = True) -> Conference:
    """Make a record of what was read.

    Raises:
        LoadError: If it is no record.
        CannotDoError: If its format holds many records.
        InvalidValueError: If no records are read from its format.
        MissingExtraError: If its format needs an extra that is not installed.
    """
    from confmodel.formats import Carrier, load
    from confmodel.formats._documents import format_of

    place = None if path == STANDARD_INPUT else path
    kind, compression = format_of(place, form_of(path, form))
    if kind.carrier is not Carrier.DOCUMENT:
        message = f"cannot read {name_of(path)}: {kind.title} holds many records, and one is wanted"
        raise CannotDoError(message)
    return load(io.BytesIO(data), format=f"{kind.name}{compression or ''}", check=check)
