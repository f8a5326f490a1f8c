"""A record is read with the texts of its sources, changed, and written back in its own form."""

import re

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
from confmodel.cli._output import (
    MOST_INDENT,
    STANDARD_OUTPUT,
    CannotDoError,
    complain,
    put,
    refuse_indent,
)
from confmodel.errors import MissingExtraError
from confmodel.formats import Carrier, Format, by_suffix
from confmodel.grounding import Grounding
from confmodel.model import Conference

_FIRST_INDENT = re.compile(rb"\s*+[^\n]*+\n(\t++|\x20++)\S")
_TAB = 2
"""The spaces that tabs become, since JSON is written with spaces."""


@attrs.frozen(kw_only=True)
class Given:
    """A record as it came, the texts of its sources, and where it is to go."""

    record: Conference
    texts: dict[str, str]
    data: bytes
    form: Format
    output: str
    target: Format
    indent: int | None

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
        put(self.output, self._as_bytes(record))

    def _as_bytes(self, record: Conference) -> bytes:
        from confmodel.formats._documents import written

        if self.target.name == self.form.name == "yaml":
            text = self.data.decode()
            try:
                updated: str = self.target.module.update(text, record)
            except MissingExtraError as error:
                if "#" in text:
                    complain(f"comments are not kept: {error}")
            else:
                return updated.encode()
        indent = self.indent
        if indent is None and self.target.name == self.form.name == "json":
            indent = indentation_of(self.data)
        return written(record, self.target, indent=indent)[0]


def indentation_of(data: bytes) -> int | None:
    r"""Tell how many spaces a level of JSON is indented by; `None` if all is on one line.

    Examples:
        >>> indentation_of(b'{\n    "id": "c"\n}\n'), indentation_of(b'{"id": "c"}\n')
        (4, None)
    """
    found = _FIRST_INDENT.match(data)
    if found is None:
        return None
    return _TAB if found[1].startswith(b"\t") else min(len(found[1]), MOST_INDENT)


def given_or_exit(
    ctx: click.Context,
    file: str,
    *,
    reading: Reading,
    texts: tuple[str, ...],
    output: str,
    indent: int | None,
) -> Given:
    """Read a record and the texts of its sources; if it is none, say why, and end with 1.

    Raises:
        CannotDoError: If a file cannot be read, or the form of the output does
            not hold a record whole.
        InvalidValueError: If a text is of no source of the record.
        UsageError: If what is no JSON is to be indented.
    """
    from confmodel.formats._compression import expanded
    from confmodel.formats._documents import format_of
    from confmodel.grounding.texts import read_texts

    at_hand = texts_in(texts)
    place = None if file == STANDARD_INPUT else file
    form, compression = format_of(place, form_of(file, reading.form))
    # A name that says nothing, as that of the file itself may do, stands for its form.
    is_named = output != STANDARD_OUTPUT and by_suffix(output) is not None
    place = None if output == STANDARD_OUTPUT else output
    target, _ = format_of(place, None if is_named else form.name)
    if target.carrier is not Carrier.DOCUMENT or not target.is_lossless:
        message = (
            f"{target.title} is no form of one whole record: "
            "name a file of JSON, YAML or MessagePack with -o, such as -o lakeside.json"
        )
        raise CannotDoError(message)
    refuse_indent(target, indent)
    data = read(file, reading.limits)
    record = record_or_exit(ctx, file, reading, data)
    contents = read_texts(record, at_hand)
    return Given(
        record=record,
        texts=contents,
        data=data if compression is None else expanded(data, compression, reading.limits.max_bytes),
        form=form,
        output=output,
        target=target,
        indent=indent,
    )
