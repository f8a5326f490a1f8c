"""What the formats of bibliographies have in common: which numbers of a source they know."""

from confmodel.formats._losses import Loss
from confmodel.model import Source

_NUMBERS = {"doi": "DOI", "isbn": "ISBN", "issn": "ISSN"}


def numbers_of(source: Source) -> dict[str, str]:
    """Give the first DOI, ISBN and ISSN of a source, by what CSL calls them."""
    found: dict[str, str] = {}
    for each in source.identifiers:
        name = _NUMBERS.get(each.scheme.lower())
        if name is not None:
            found.setdefault(name, each.value)
    return found


def lost_identifiers(source: Source, n: int) -> list[Loss]:
    """Report the identifiers for which a bibliography has no place.

    Args:
        source: The source.
        n: Its place among the sources of the record.
    """
    kept = numbers_of(source)
    lost = []
    for m, each in enumerate(source.identifiers):
        name = _NUMBERS.get(each.scheme.lower(), "")
        if kept.pop(name, None) is None:
            lost.append(
                Loss(
                    pointer=f"/sources/{n}/identifiers/{m}",
                    field="Source.identifiers",
                    message=f"{each.scheme} has no place in a bibliography",
                )
            )
    return lost
