"""What all commands share: the order of help, the version, and how they fail."""

import contextlib
import importlib.metadata
from collections.abc import Iterator
from typing import Any

import click

from confmodel.cli._output import CannotDoError, forget_the_rest, write
from confmodel.errors import ConfmodelError

INTERRUPTED = 130
"""How a shell reports a command that was interrupted (128 and the signal)."""


class Commands(click.Group):
    """The group of all commands; what goes wrong in one ends it with 2, never with a traceback."""

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        """Take the arguments apart, and show the help if they ask for it."""
        with _told_plainly():
            return super().make_context(*arguments, **options)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            with _told_plainly():
                return super().invoke(ctx)
        except KeyboardInterrupt:
            return ctx.exit(INTERRUPTED)


@contextlib.contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        # Only help is written by click itself, and who reads no more of it has had enough.
        forget_the_rest()
        raise click.exceptions.Exit from None
    except OSError as error:
        reason = error.strerror or str(error)
        name = f"{error.filename}: " if error.filename is not None else ""
        raise CannotDoError(f"{name}{reason}") from error
    except ConfmodelError as error:
        raise CannotDoError(str(error)) from error


def print_version(ctx: click.Context, _: click.Parameter, is_wanted: bool) -> None:
    """Print the versions of the library and of the files that it writes."""
    if not is_wanted or ctx.resilient_parsing:
        return
    from confmodel.model import FORMAT_VERSION

    try:
        version = importlib.metadata.version("confmodel")
    except importlib.metadata.PackageNotFoundError:
        version = "(not installed)"
    write(f"confmodel {version}, format {FORMAT_VERSION}\n")
    ctx.exit()
