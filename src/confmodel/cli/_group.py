"""What all commands share: the order of help, the version, and how they fail."""

import importlib.metadata
from typing import Any

import click

from confmodel.cli._output import CannotDoError
from confmodel.errors import ConfmodelError

INTERRUPTED = 130
"""How a shell reports a command that was interrupted (128 and the signal)."""


class Commands(click.Group):
    """The group of all commands; what goes wrong in one ends it with 2, never with a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            raise CannotDoError(error.strerror or str(error)) from error
        except ConfmodelError as error:
            raise CannotDoError(str(error)) from error
        except KeyboardInterrupt:
            return ctx.exit(INTERRUPTED)


def print_version(ctx: click.Context, _: click.Parameter, is_wanted: bool) -> None:
    """Print the versions of the library and of the files that it writes."""
    if not is_wanted or ctx.resilient_parsing:
        return
    from confmodel.model import FORMAT_VERSION

    try:
        version = importlib.metadata.version("confmodel")
    except importlib.metadata.PackageNotFoundError:
        version = "(not installed)"
    click.echo(f"confmodel {version}, format {FORMAT_VERSION}")
    ctx.exit()
