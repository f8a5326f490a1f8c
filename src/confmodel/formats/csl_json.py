"""CSL-JSON: the sources, for citation processors and reference managers. Written only.

The input of the Citation Style Language 1.0.2, which Zotero, pandoc and
citeproc read: an array with one item for each source. Of the conference itself
it says nothing.
"""

import json
import re

from confmodel.formats._citing import lost_identifiers, numbers_of
from confmodel.formats._format import by_name
from confmodel.formats._losses import Loss, Says, left_out
from confmodel.formats._words import word_of
from confmodel.model import Conference, Identifier, Precision, Source, SourceKind, When

SAYS = Says(
    {
        Conference: "sources",
        Source: "id kind title publisher author published url language identifiers",
        Identifier: "scheme value",
    },
    {
        Source: {
            "published": "the time of day; the words beside a date",
            "identifiers": "all but one each of DOI, ISBN and ISSN",
        }
    },
)
"""What CSL-JSON says of a record."""

FORMAT = by_name("csl_json")
"""What is known of the format."""

_TYPES = {
    SourceKind.NEWS_REPORT: "article-newspaper",
    SourceKind.OPINION: "article-newspaper",
    SourceKind.TREATY_TEXT: "treaty",
    SourceKind.DATA: "dataset",
}
_YEAR = re.compile(r"[0-9]{4}")
_SPRING = 20
"""What the codes of ISO 8601-2 for the seasons are more than those of CSL."""


def write(record: Conference) -> str:
    """Write the sources of a record, one item for each.

    Names are literal: never taken apart. A date is written in parts where they
    say it exactly, a mark `~` as `circa`; any other date, such as `201X` or
    `1984?`, stands as a literal text. Words alone are literal, too.

    Args:
        record: The record.

    Examples:
        >>> source = Source(id="gazette", title="Neighbours meet", author="Ina Halden")
        >>> print(write(Conference(id="c", name="C", sources=[source])), end="")
        [
          {
            "id": "gazette",
            "type": "document",
            "title": "Neighbours meet",
            "author": [
              {
                "literal": "Ina Halden"
              }
            ]
          }
        ]
    """
    items = [_item(source) for source in record.sources]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def losses(record: Conference) -> tuple[Loss, ...]:
    """Tell what of a record CSL-JSON cannot say."""
    own = []
    for n, source in enumerate(record.sources):
        when = source.published
        if when is not None and when.edtf is not None:
            what = "the time of day" if when.precision is Precision.SECOND else None
            what = "the words" if when.wording is not None else what
            if what is not None:
                own.append(
                    Loss(
                        pointer=f"/sources/{n}/published",
                        field="Source.published",
                        message=f"{what} of {when} cannot be said",
                    )
                )
        own += lost_identifiers(source, n)
    return (*left_out(record, SAYS), *own)


def _item(source: Source) -> dict[str, object]:
    kind = source.kind
    known = _TYPES.get(kind) if isinstance(kind, SourceKind) else None
    # A newspaper is what the article is in; anybody else publishes the whole.
    publisher = "container-title" if known == "article-newspaper" else "publisher"
    item: dict[str, object | None] = {
        "id": source.id,
        "type": known or "document",
        "genre": None if kind is None or kind is SourceKind.NEWS_REPORT else word_of(kind),
        "title": source.title,
        "author": None if source.author is None else [{"literal": source.author}],
        publisher: source.publisher,
        "issued": None if source.published is None else _date(source.published),
        "URL": source.url,
        "language": source.language,
        **numbers_of(source),
    }
    return {name: value for name, value in item.items() if value is not None}


def _date(when: When) -> dict[str, object]:
    """Write a date in parts where that says it exactly, and else as a literal.

    Examples:
        >>> _date(When("2031-05/2031-06~")), _date(When("2031-05~"))
        ({'literal': '2031-05/2031-06~'}, {'date-parts': [[2031, 5]], 'circa': True})
        >>> _date(When("2031-21")), _date(When("2031-05-06/2031-05-08"))
        ({'date-parts': [[2031]], 'season': 1}, {'date-parts': [[2031, 5, 6], [2031, 5, 8]]})
    """
    if when.edtf is None:
        return {"literal": when.wording}
    ends = (when.start, when.end) if when.is_interval else (when,)
    parts = [None if each is None else _parts(each) for each in ends]
    is_about = {each is not None and each.is_approximate for each in ends}
    # Beside two dates a season would stand for both.
    has_season = any(each is not None and each.precision is Precision.SEASON for each in ends)
    is_literal = when.is_uncertain or len(is_about) > 1 or (has_season and when.is_interval)
    if None in parts or is_literal:
        return {"literal": when.edtf}
    date: dict[str, object] = {"date-parts": parts}
    if has_season:
        date["season"] = int(when.edtf[5:7]) - _SPRING
    if is_about == {True}:
        date["circa"] = True
    return date


def _parts(when: When) -> list[int] | None:
    """Give year, month and day as far as they are stated; `None` if CSL has no such date."""
    first, precision = when.earliest, when.precision
    if precision is Precision.SEASON:
        # What lies in a season reaches into other years.
        year = _YEAR.match(when.edtf or "")
        return None if year is None or year[0] == "0000" else [int(year[0])]
    lengths = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3, Precision.SECOND: 3}
    if first is None or precision not in lengths:
        return None
    return [first.year, first.month, first.day][: lengths[precision]]
