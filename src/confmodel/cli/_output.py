"""Writing: to terminals with and without colour, to pipes that close, in any encoding."""

import contextlib
import io
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from typing import IO, Any

import click

from confmodel.cli._completing import files
from confmodel.formats import Format
from confmodel.views._page import Page
from confmodel.views._safe import safe

STANDARD_OUTPUT = "-"

USUAL_WIDTH = 100
"""The columns of a file or a pipe, and the most on a terminal: longer lines are hard to read."""

MOST_INDENT = 8
"""The most spaces a level of JSON is indented by."""

_PIECE = 64 * 1024

_PLAIN_SIGNS = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "…": "...",
        "·": "-",
        "─": "-",
        "═": "=",
        "▲": "^",
        "▼": "v",
        "≠": "#",
        "⌂": "*",
        "◆": "*",
    }
)
"""Our own signs, for a stream that cannot write them."""


class CannotDoError(click.ClickException):
    """Something that keeps a command from doing what it was asked for."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Say so on the standard error."""
        complain(f"Error: {self.format_message()}", file=file)


def output_option(what: str) -> Callable[[Any], Any]:
    """Make the option that says where the output goes."""
    return click.option(
        "-o",
        "--output",
        metavar="OUT",
        default=STANDARD_OUTPUT,
        shell_complete=files,
        help=f"{what} (default: -, the standard output).",
    )


def indent_option(default: str = "all on one line") -> Callable[[Any], Any]:
    """Make the option that says how far JSON is indented."""
    return click.option(
        "--indent",
        type=click.IntRange(0, MOST_INDENT),
        metavar="N",
        help=f"Spaces a level of JSON (default: {default}).",
    )


def refuse_indent(kind: Format, indent: int | None) -> None:
    """Refuse to indent what is no JSON.

    Raises:
        UsageError: If it is none, and somebody says how far.
    """
    if indent is not None and kind.name != "json":
        raise click.UsageError(f"--indent is for JSON, not for {kind.title}")


def has_colour() -> bool:
    """Tell whether the standard output is to be coloured, as on a terminal, unless told otherwise.

    NO_COLOR counts for more than FORCE_COLOR, and both for more than what the
    output is, as in Python's own tools.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    return is_terminal and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """Tell how many columns to fill."""
    return min(shutil.get_terminal_size((USUAL_WIDTH, 24)).columns, USUAL_WIDTH)


def page() -> Page:
    """Begin a page for the standard output."""
    return Page(width=columns(), colour=has_colour())


def write(text: str) -> None:
    """Write text for people on the standard output; a reader that has gone is no fault.

    `head` closes its end as soon as it has enough. What a command has found
    does not depend on that, so its exit code stays what it is.
    """
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    with _tolerant():
        click.echo(_writable(text, encoding), nl=False, color=True)


def write_data(text: str) -> None:
    """Write data for programs: UTF-8, whatever the locale says (RFC 8259, section 8.1)."""
    with _tolerant():
        click.echo(text.encode(), nl=False)


def copy_data(stream: IO[bytes]) -> None:
    """Write what a stream holds on the standard output, as it is."""
    with _tolerant():
        while piece := stream.read(_PIECE):
            click.echo(piece, nl=False)


def put(output: str, data: bytes) -> None:
    """Write data where an option says; a file is compressed if its name says so.

    Raises:
        CannotDoError: If it cannot be written.
    """
    from confmodel.codec._files import writing
    from confmodel.formats._compression import compressing, split

    if output == STANDARD_OUTPUT:
        copy_data(io.BytesIO(data))
        return
    try:
        with writing(output) as write, compressing(write, split(output)[1]) as compress:
            compress(data)
    except (OSError, ValueError) as error:
        raise cannot("write", output, error) from error


def cannot(do: str, name: str, error: Exception) -> CannotDoError:
    """Say that something cannot be read or written, and why."""
    return CannotDoError(f"cannot {do} {name}: {getattr(error, 'strerror', None) or error}")


def complain(message: str, *, file: IO[Any] | None = None) -> None:
    """Write a message on the standard error, made fit for a terminal line by line."""
    lines = [safe(line) for line in message.split("\n")]
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    # Nobody is left to be told that nothing can be told; the exit code says it.
    with contextlib.suppress(OSError):
        click.echo(_writable("\n".join(lines), encoding), file=file, err=True)


def _writable(text: str, encoding: str) -> str:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plain = text.translate(_PLAIN_SIGNS)
        return plain.encode(encoding, "backslashreplace").decode(encoding)
    return text


@contextlib.contextmanager
def _tolerant() -> Iterator[None]:
    if sys.stdout is None:
        raise CannotDoError("cannot write standard output: it is closed")
    try:
        yield
    except BrokenPipeError:
        forget_the_rest()
    except OSError as error:
        forget_the_rest()
        raise cannot("write", "standard output", error) from error


def forget_the_rest() -> None:
    """Keep the interpreter from complaining when it empties its buffer at the end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def style_option(as_json: str) -> Callable[[Any], Any]:
    """Let a command write for programs.

    Args:
        as_json: What it writes as JSON, to follow "For people, or".
    """
    return click.option(
        "--format",
        "style",
        type=click.Choice(["human", "json"]),
        default="human",
        show_default=True,
        help=f"For people, or {as_json}.",
    )


def in_ascii(plain: object) -> str:
    """Write plain data as JSON on one line, in ASCII, so that it is safe on a terminal too."""
    # JSON lets DEL through, which is a control character too.
    return json.dumps(plain, ensure_ascii=True).replace("\x7f", "\\u007f")
