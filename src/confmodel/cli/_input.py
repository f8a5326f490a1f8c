"""Reading: a record from a file or the standard input, as JSON or YAML."""

import enum
import sys
from pathlib import Path
from typing import Any

import click

from confmodel.cli._output import CannotDoError
from confmodel.codec.limits import Limits
from confmodel.model import Conference

STANDARD_INPUT = "-"


class Form(enum.StrEnum):
    """How a record is written down."""

    JSON = "json"
    YAML = "yaml"


def form_option(command: Any) -> Any:
    """Add the option that says how the input is written down."""
    return click.option(
        "--input",
        "form",
        type=click.Choice([form.value for form in Form]),
        help="How the input is written down (default: by the name of the file; JSON for -).",
    )(command)


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
        if sys.stdin is not None:
            return sys.stdin.buffer.read(most)
    except OSError as error:
        message = f"cannot read {name_of(path)}: {error.strerror or error}"
        raise CannotDoError(message) from error
    except ValueError as error:
        raise CannotDoError(f"cannot read {path!r}: {error}") from error
    raise CannotDoError("cannot read standard input: it is closed")


def record_in(data: bytes, path: str, form: str | None, *, check: bool = True) -> Conference:
    """Make a record of what was read.

    Raises:
        LoadError: If it is no record.
        MissingExtraError: If it is YAML, and its reader is not installed.
    """
    suffix = Path(path).suffix.lower()
    if form == Form.YAML or (form is None and suffix in (".yaml", ".yml")):
        from confmodel.formats import yaml

        return yaml.read(data, check=check)
    from confmodel.codec import loads

    return loads(data, check=check)
