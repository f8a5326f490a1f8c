"""Reading: a record from a file or the standard input, in any format that is read."""

import functools
import io
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, Any

import attrs
import click

from confmodel.cli._completing import formats
from confmodel.cli._findings import put_finding
from confmodel.cli._output import CannotDoError, cannot, columns, complain
from confmodel.codec._files import read_bytes
from confmodel.codec.limits import Limits
from confmodel.errors import Finding, LoadError
from confmodel.formats import Carrier, all_formats
from confmodel.model import Conference
from confmodel.views._page import Page
from confmodel.views._words import count

STANDARD_INPUT = "-"

READ = [kind.name for kind in all_formats() if kind.is_read and kind.carrier is Carrier.DOCUMENT]
"""The formats that hold one record and are read."""

_IS_TAKEN = f"{__name__}.is_taken"
"""What the context of a command that has read the standard input holds."""

_LIMITS = {
    "max_bytes": "The most bytes that a record may have.",
    "max_objects": "The most lists and objects that a record may have.",
}
"""The limits that somebody may have to raise: no record needs more depth than is allowed."""


@attrs.frozen(kw_only=True)
class Reading:
    """How an input is read: its format, if it is named, and how large a record may be."""

    form: str | None
    limits: Limits


def reading_options(*, many: bool = False) -> Callable[[Any], Any]:
    """Make the options that say how the input is read; the command gets them as `reading`.

    Args:
        many: Whether any format is read, also of many records or compressed.
    """
    which: dict[str, Any] = (
        {"metavar": "FORMAT", "shell_complete": formats} if many else {"type": click.Choice(READ)}
    )

    def add(command: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(command)
        def with_reading(*arguments: Any, form: str | None, **options: Any) -> None:
            limits = Limits(**{name: options.pop(name) for name in _LIMITS})
            command(*arguments, reading=Reading(form=form, limits=limits), **options)

        options = [
            click.option(
                "--input",
                "form",
                help="How the input is written down (default: by the name of the file; "
                "JSON for -).",
                **which,
            ),
            *(_limit_option(name, what) for name, what in _LIMITS.items()),
        ]
        # Whichever is added last is listed first.
        return functools.reduce(lambda done, option: option(done), options[::-1], with_reading)

    return add


def _limit_option(name: str, what: str) -> Callable[[Any], Any]:
    return click.option(
        f"--{name.replace('_', '-')}",
        type=click.IntRange(min=1),
        metavar="N",
        default=getattr(Limits(), name),
        show_default=True,
        help=what,
    )


def text_option(*, required: bool = False) -> Callable[[Any], Any]:
    """Make the option that names the texts of the sources."""
    return click.option(
        "--text",
        "texts",
        multiple=True,
        required=required,
        metavar="SOURCE=FILE",
        help="The text of a source, in UTF-8 (- for the standard input): every piece of evidence "
        "is looked for in it.",
    )


def texts_in(given: tuple[str, ...]) -> dict[str, str]:
    """Read the texts of the sources, each once, however many records are checked with it.

    Raises:
        BadParameter: If one is not of the form SOURCE=FILE, or a source has two.
        CannotDoError: If a file cannot be read, or holds no text in UTF-8.
    """
    texts = {}
    for each in given:
        source, is_pair, file = each.partition("=")
        if not (source and is_pair and file):
            message = f"{each!r} is not of the form SOURCE=FILE, such as report=warsaw.txt"
            raise click.BadParameter(message, param_hint="--text")
        if source in texts:
            message = f"source {source!r} is given two texts: keep the one that it was taken from"
            raise click.BadParameter(message, param_hint="--text")
        texts[source] = _text_in(file)
    return texts


def _text_in(file: str) -> str:
    try:
        data = standard_input().read() if file == STANDARD_INPUT else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        raise cannot("read", name_of(file), error) from error
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        message = (
            f"cannot read {name_of(file)}: byte {error.start} is not UTF-8; "
            "save the text as UTF-8, and count the offsets anew"
        )
        raise CannotDoError(message) from error


def name_of(path: str) -> str:
    """Name an input in a message."""
    return "standard input" if path == STANDARD_INPUT else path


def read(path: str, limits: Limits) -> bytes:
    """Read a file, or the standard input, and not much more of it than a record may have.

    Raises:
        CannotDoError: If it cannot be read.
    """
    try:
        source = standard_input() if path == STANDARD_INPUT else path
        return read_bytes(source, limits.max_bytes)
    except (OSError, ValueError) as error:
        raise cannot("read", name_of(path), error) from error


def standard_input() -> IO[bytes]:
    """Return the standard input, which can be read once.

    Raises:
        CannotDoError: If it is closed, or was asked for before.
    """
    if sys.stdin is None:
        raise CannotDoError("cannot read standard input: it is closed")
    meta = click.get_current_context().meta
    if _IS_TAKEN in meta:
        raise CannotDoError("cannot read standard input twice: name a file in place of one -")
    meta[_IS_TAKEN] = True
    return sys.stdin.buffer


def record_or_exit(
    ctx: click.Context, file: str, reading: Reading, data: bytes | None = None
) -> Conference:
    """Read a record, unless it was read; if it is none, say why, and end the command with 1."""
    try:
        data = read(file, reading.limits) if data is None else data
        return record_in(data, file, reading)
    except LoadError as error:
        tell(error.findings)
        complain(f"{name_of(file)} is no record: {count(len(error.findings), 'error')}")
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


def record_in(data: bytes, path: str, reading: Reading, *, check: bool = True) -> Conference:
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
    kind, compression = format_of(place, form_of(path, reading.form))
    if kind.carrier is not Carrier.DOCUMENT:
        message = f"cannot read {name_of(path)}: {kind.title} holds many records, and one is wanted"
        raise CannotDoError(message)
    form = f"{kind.name}{compression or ''}"
    return load(io.BytesIO(data), format=form, limits=reading.limits, check=check)
