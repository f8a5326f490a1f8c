"""A record is read with the texts of its sources, changed, and written back in its own form."""

import io
from typing import Any

import attrs
import click

from confmodel.cli._findings import are_notes
from confmodel.cli._input import (
    STANDARD_INPUT,
    Reading,
    form_of,
    read,
    record_or_exit,
    tell,
    texts_in,
)
from confmodel.cli._output import CannotDoError, complain, copy_data
from confmodel.errors import MissingExtraError
from confmodel.formats import Carrier, Format, by_suffix
from confmodel.formats._compression import Compression
from confmodel.grounding import Grounding
from confmodel.model import Conference

STANDARD_OUTPUT = "-"


def output_option(command: Any) -> Any:
    """Add the option that says where the changed record goes."""
    return click.option(
        "-o",
        "--output",
        metavar="OUT",
        default=STANDARD_OUTPUT,
        help="The file to write, which may be FILE itself (default: -, the standard output).",
    )(command)


@attrs.frozen(kw_only=True)
class Given:
    """A record as it came, the texts of its sources, and where it is to go."""

    record: Conference
    texts: dict[str, str]
    data: bytes
    form: tuple[Format, Compression | None]
    output: str
    target: tuple[Format, Compression | None]

    def tell(self, groundings: tuple[Grounding, ...]) -> bool:
        """Say on the standard error what the texts do not bear out; true if it is nothing."""
        from confmodel.grounding.findings import findings_of

        findings = [*findings_of(self.record, self.texts, groundings)]
        tell(findings)
        return are_notes(findings)

    def write(self, record: Conference) -> None:
        """Write the record that this one has become.

        Raises:
            CannotDoError: If the file cannot be written.
        """
        from confmodel.codec._files import writing
        from confmodel.formats._compression import compressing

        data = self._as_bytes(record)
        if self.output == STANDARD_OUTPUT:
            copy_data(io.BytesIO(data))
            return
        try:
            with writing(self.output) as put, compressing(put, self.target[1]) as compress:
                compress(data)
        except OSError as error:
            message = f"cannot write {self.output}: {error.strerror or error}"
            raise CannotDoError(message) from error

    def _as_bytes(self, record: Conference) -> bytes:
        from confmodel.formats._documents import written

        kind = self.target[0]
        if kind.name == "yaml" and (kind, None) == self.form:
            text = self.data.decode()
            try:
                updated: str = kind.module.update(text, record)
            except MissingExtraError as error:
                if "#" in text:
                    complain(f"comments are not kept: {error}")
            else:
                return updated.encode()
        return written(record, kind)[0]


def given_or_exit(
    ctx: click.Context, file: str, *, reading: Reading, texts: tuple[str, ...], output: str
) -> Given:
    """Read a record and the texts of its sources; if it is none, say why, and end with 1.

    Raises:
        CannotDoError: If a file cannot be read, a text is of no source of the
            record, or the form of the output does not hold a record whole.
    """
    from confmodel.formats._documents import format_of
    from confmodel.grounding.texts import read_texts

    at_hand = texts_in(texts)
    source = format_of(None if file == STANDARD_INPUT else file, form_of(file, reading.form))
    # A name that says nothing, as that of the file itself may do, stands for its form.
    is_named = output != STANDARD_OUTPUT and by_suffix(output) is not None
    place = None if output == STANDARD_OUTPUT else output
    target = format_of(place, None if is_named else source[0].name)
    if target[0].carrier is not Carrier.DOCUMENT or not target[0].is_lossless:
        message = (
            f"{target[0].title} is no form of one whole record: "
            "name a file of JSON, YAML or MessagePack with -o, such as -o lakeside.json"
        )
        raise CannotDoError(message)
    data = read(file, reading.limits)
    record = record_or_exit(ctx, file, reading, data)
    contents = read_texts(record, at_hand)
    return Given(
        record=record, texts=contents, data=data, form=source, output=output, target=target
    )
