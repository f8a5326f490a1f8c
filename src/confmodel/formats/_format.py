"""What a format is, and what is known of each without loading what it needs."""

import enum
import importlib
from types import ModuleType

import attrs

from confmodel._text import did_you_mean
from confmodel.errors import UnknownNameError, shown
from confmodel.formats._compression import split
from confmodel.formats._losses import Loss, Says
from confmodel.model import Conference


class Carrier(enum.StrEnum):
    """What a format puts records into."""

    DOCUMENT = "document"
    """One record is one piece of text or bytes. Ours."""

    LINES = "lines"
    """Many records are one stream, which is read record by record. Ours."""

    FOLDER = "folder"
    """Many records are several files in one folder. Ours."""


@attrs.frozen(kw_only=True)
class Format:
    """A format: what it is called, how its files are, and how much of a record it says.

    Examples:
        >>> by_name("yaml").suffixes
        ('.yaml', '.yml')
        >>> by_name("ymal")
        Traceback (most recent call last):
        confmodel.errors.UnknownNameError: no format is called 'ymal'; give one of ...
    """

    name: str
    """What it is called where a format is named, and its module in `confmodel.formats`."""

    title: str
    """What people call it, with the version of its standard."""

    media_type: str
    """Its media type (RFC 6838)."""

    suffixes: tuple[str, ...] = ()
    """How the names of its files end, the usual one first; empty if it is only named."""

    carrier: Carrier = Carrier.DOCUMENT
    """What it puts records into."""

    extra: str | None = None
    """The extra that it needs to be read or written. `None` if it needs none."""

    is_partial: bool = False
    """Whether there is something that it cannot say."""

    is_read: bool = True
    """Whether records are read from it; all formats are written."""

    @property
    def is_lossless(self) -> bool:
        """Whether what is written and read again is the same record."""
        return self.is_read and not self.is_partial

    @property
    def module(self) -> ModuleType:
        """The module that reads and writes it."""
        return importlib.import_module(f"confmodel.formats.{self.name}")

    @property
    def says(self) -> Says | None:
        """What it can say of a record. `None` if it says everything."""
        if not self.is_partial:
            return None
        said: Says = self.module.SAYS
        return said

    def losses(self, record: Conference) -> tuple[Loss, ...]:
        """Tell what of a record would be left out; empty if nothing is.

        Examples:
            >>> from confmodel import example
            >>> by_name("yaml").losses(example())
            ()
        """
        if not self.is_partial:
            return ()
        found: tuple[Loss, ...] = self.module.losses(record)
        return found


_FORMATS = (
    Format(name="json", title="JSON", media_type="application/json", suffixes=(".json",)),
    Format(
        name="yaml",
        title="YAML 1.2",
        media_type="application/yaml",  # RFC 9512
        suffixes=(".yaml", ".yml"),
        extra="yaml",
    ),
    Format(
        name="msgpack",
        title="MessagePack",
        media_type="application/vnd.msgpack",
        suffixes=(".msgpack",),
    ),
    Format(
        name="jsonl",
        title="JSON Lines",
        media_type="application/jsonl",
        suffixes=(".jsonl", ".ndjson"),
        carrier=Carrier.LINES,
    ),
    Format(
        name="csv",
        title="CSV tables",
        media_type="text/csv",  # RFC 7111
        suffixes=(".csv",),
        carrier=Carrier.FOLDER,
    ),
    Format(
        name="parquet",
        title="Parquet tables",
        media_type="application/vnd.apache.parquet",
        suffixes=(".parquet",),
        carrier=Carrier.FOLDER,
        extra="arrow",
    ),
    Format(
        name="turtle",
        title="RDF 1.1 Turtle",
        media_type="text/turtle",
        suffixes=(".ttl",),
        extra="rdf",
        is_read=False,
    ),
    Format(
        name="ntriples",
        title="RDF 1.1 N-Triples",
        media_type="application/n-triples",
        suffixes=(".nt",),
        extra="rdf",
        is_read=False,
    ),
    Format(
        name="popolo",
        title="Popolo",
        media_type="application/json",
        suffixes=(".popolo.json",),
        is_partial=True,
    ),
    Format(
        name="schema_org",
        title="schema.org JSON-LD",
        media_type="application/ld+json",
        suffixes=(".jsonld",),
        is_partial=True,
        is_read=False,
    ),
    Format(
        name="icalendar",
        title="iCalendar (RFC 5545)",
        media_type="text/calendar",
        suffixes=(".ics",),
        extra="ical",
        is_partial=True,
        is_read=False,
    ),
    Format(
        name="followthemoney",
        title="FollowTheMoney",
        media_type="application/x-ndjson",
        suffixes=(".ftm.json", ".ftm"),
        is_partial=True,
        is_read=False,
    ),
    Format(
        name="bibtex",
        title="BibTeX",
        media_type="application/x-bibtex",
        suffixes=(".bib",),
        is_partial=True,
        is_read=False,
    ),
    Format(
        name="csl_json",
        title="CSL-JSON 1.0.2",
        media_type="application/vnd.citationstyles.csl+json",
        suffixes=(".csl.json",),
        is_partial=True,
        is_read=False,
    ),
    Format(
        name="graphml",
        title="GraphML 1.0",
        media_type="application/graphml+xml",
        suffixes=(".graphml",),
        is_partial=True,
        is_read=False,
    ),
)
"""Every format, in the order of the documentation; none of their modules is loaded to know it."""


def all_formats() -> tuple[Format, ...]:
    """Return every format, those that say everything first.

    Examples:
        >>> [each.name for each in all_formats() if each.is_lossless][:2]
        ['json', 'yaml']
    """
    return _FORMATS


def by_name(name: str) -> Format:
    """Return the format that is called so.

    Raises:
        UnknownNameError: If none is; with the nearest one.
    """
    for each in all_formats():
        if each.name == name:
            return each
    raise _unknown(
        f"no format is called {shown(name)}", name, [each.name for each in all_formats()]
    )


def by_suffix(name: str) -> Format | None:
    """Return the format of a file, by the end of its name; `None` if no format ends so.

    Whether the file is compressed too (`.gz`, `.zst`) makes no difference.

    Examples:
        >>> by_suffix("Lakeside.YML").name, by_suffix("lakeside.json.gz").name
        ('yaml', 'json')
    """
    lowered = split(name.lower())[0]
    ending = [
        (len(suffix), each)
        for each in all_formats()
        for suffix in each.suffixes
        if lowered.endswith(suffix)
    ]
    return max(ending, key=lambda found: found[0])[1] if ending else None


def _unknown(message: str, name: str, known: list[str]) -> UnknownNameError:
    return UnknownNameError(
        name,
        candidates=known,
        message=message,
        help=did_you_mean(str(name), known, f"give one of {', '.join(known)}"),
    )


def unknown_suffix(name: str) -> UnknownNameError:
    """Say that no format has files that are called so."""
    known = [suffix for each in all_formats() for suffix in each.suffixes]
    return UnknownNameError(
        name,
        candidates=known,
        message=f"no format has files that end like {shown(name)}",
        help="name the format, as in format='json', or end the name with one of "
        + ", ".join(known),
    )
