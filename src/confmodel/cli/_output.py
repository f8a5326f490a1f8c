"""Writing: to terminals with and without colour, to pipes that close, in any encoding."""

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from typing import IO, Any

import click

from confmodel.views._page import Page
from confmodel.views._safe import safe

USUAL_WIDTH = 100
"""The columns of a file or a pipe, and the most on a terminal: longer lines are hard to read."""

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


def complain(message: str, *, file: IO[Any] | None = None) -> None:
    """Write a message on the standard error, made fit for a terminal line by line."""
    lines = [safe(line) for line in message.split("\n")]
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    with contextlib.suppress(BrokenPipeError):
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
    try:
        yield
    except BrokenPipeError:
        # Else the interpreter would complain when it empties its buffer at the end.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
