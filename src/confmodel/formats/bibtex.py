r"""BibTeX: the sources, for LaTeX. Written only.

One entry for each source, with its id as the key. It is written so that BibTeX
and biber (biblatex) read it: what is printed is escaped for LaTeX, and the date
stands both as `year` and `month` where they say it exactly, and as `date`, which
in biblatex is the same EDTF as in the record.
"""

import re
from collections.abc import Iterator

from confmodel.formats._citing import lost_identifiers, numbers_of
from confmodel.formats._days import is_doubtful
from confmodel.formats._format import by_name
from confmodel.formats._losses import Loss, Says, changed_texts, left_out, with_texts
from confmodel.formats._words import word_of
from confmodel.model import Conference, Identifier, Precision, Source, SourceKind

_FIELDS = {
    Conference: "sources",
    Source: "id kind title publisher author published url language identifiers",
    Identifier: "scheme value",
}
_ADDRESS = "letters that no address has stand as %XX"

SAYS = Says(
    _FIELDS,
    with_texts(
        _FIELDS,
        "control characters, and white space other than single spaces",
        {
            Source: {
                "published": "the words beside a date",
                "url": _ADDRESS,
                "identifiers": "all but one each of DOI, ISBN and ISSN",
            },
            Identifier: {"value": _ADDRESS},
        },
    ),
)
"""What BibTeX says of a record."""

FORMAT = by_name("bibtex")
"""What is known of the format."""

_ESCAPED = str.maketrans(
    {
        # BibTeX counts braces even behind a backslash, so each has to have its pair.
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "\\": r"{\textbackslash}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{each: f"\\{each}" for each in "$&#%_"},
    }
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_NOT_IN_ADDRESSES = re.compile(r'[\s{}\\"<>^`|]')
_ARTICLES = (SourceKind.NEWS_REPORT, SourceKind.OPINION)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write(record: Conference) -> str:
    r"""Write the sources of a record, one entry for each.

    Names stand in double braces: as printed, and never taken apart.

    Args:
        record: The record.

    Examples:
        >>> source = Source(id="gazette", title="R&D", author="Ina Halden", published="2031-05")
        >>> print(write(Conference(id="c", name="C", sources=[source])), end="")
        @misc{gazette,
          author = {{Ina Halden}},
          title = {{R\&D}},
          date = {2031-05},
          year = {2031},
          month = may,
        }
    """
    return "\n".join(_entry(source) for source in record.sources)


def losses(record: Conference) -> tuple[Loss, ...]:
    """Tell what of a record BibTeX cannot say."""
    own: list[Loss] = []
    for n, source in enumerate(record.sources):
        when = source.published
        if when is not None and when.edtf is not None and when.wording is not None:
            own.append(
                Loss(
                    pointer=f"/sources/{n}/published",
                    field="Source.published",
                    message=f"the words of {when} cannot be said",
                )
            )
        own += [*_lost_letters(source, n), *lost_identifiers(source, n)]
    letters = changed_texts(record, SAYS, _spaced, "has white space or letters that are not kept")
    return (*left_out(record, SAYS), *own, *letters)


def _lost_letters(source: Source, n: int) -> Iterator[Loss]:
    """Report the letters of addresses that do not stand as they are."""
    places = [("url", "Source.url", source.url or "")]
    places += [
        (f"identifiers/{m}/value", "Identifier.value", each.value)
        for m, each in enumerate(source.identifiers)
        if each.value in numbers_of(source).values()
    ]
    for where, field, text in places:
        if _address(text) != _spaced(text):
            yield Loss(
                pointer=f"/sources/{n}/{where}",
                field=field,
                message="it has letters that no address has",
            )


def _entry(source: Source) -> str:
    is_article = source.kind in _ARTICLES
    lines = [f"@{'article' if is_article else 'misc'}{{{source.id},"]
    lines += [f"  {name} = {value}," for name, value in _fields(source, is_article=is_article)]
    return "\n".join([*lines, "}", ""])


def _fields(source: Source, *, is_article: bool) -> Iterator[tuple[str, str]]:
    if source.author is not None:
        yield "author", f"{{{_printed(source.author)}}}"
    if source.title is not None:
        yield "title", f"{{{_printed(source.title)}}}"
    if source.publisher is not None:
        yield ("journal" if is_article else "howpublished"), _printed(source.publisher)
    yield from _date(source)
    if source.kind is not None and source.kind is not SourceKind.NEWS_REPORT:
        yield "type", _printed(word_of(source.kind))
    if source.language is not None:
        yield "language", _printed(source.language)
    for name, value in numbers_of(source).items():
        yield name.lower(), f"{{{_address(value)}}}"
    if source.url is not None:
        yield "url", f"{{{_address(source.url)}}}"


def _date(source: Source) -> Iterator[tuple[str, str]]:
    when = source.published
    if when is None:
        return
    if when.edtf is None:
        # Styles print it where the year stands, which is all that is known.
        yield "year", _printed(when.wording or "")
        return
    yield "date", f"{{{when.edtf}}}"
    first, last = when.earliest, when.latest
    is_plain = when.precision not in (Precision.SEASON, Precision.DECADE, Precision.CENTURY)
    if first is None or last is None or is_doubtful(when) or not is_plain:
        return
    if first.year == last.year:
        yield "year", f"{{{first.year:04}}}"
        if first.month == last.month:
            yield "month", _MONTHS[first.month - 1]


def _spaced(text: str) -> str:
    """Give what readers keep of a text: single spaces, and no control characters."""
    return " ".join(_CONTROL.sub("", text).split())


def _printed(text: str) -> str:
    """Write a text that LaTeX prints letter by letter."""
    return f"{{{_spaced(text).translate(_ESCAPED)}}}"


def _address(text: str) -> str:
    """Write an address, which biblatex takes verbatim."""
    return _NOT_IN_ADDRESSES.sub(
        lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), _spaced(text)
    )
