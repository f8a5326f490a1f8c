"""Bundled records: a real report, and short invented ones with their texts.

Every record here is one that the documentation and the tests use. Together
they show most of what the model can say.

Examples:
    >>> example_names()
    ('warsaw-2026', 'harbour-1974', 'lakeside-2031')
"""

import functools

from confmodel._text import nearest
from confmodel.codec import loads
from confmodel.errors import UnknownNameError, shown
from confmodel.model import Conference

__all__ = ["example", "example_names", "example_texts"]

_SOURCES = {
    "warsaw-2026": (),
    "harbour-1974": ("courier", "courrier"),
    "lakeside-2031": ("gazette", "readout"),
}
"""The bundled records, the founding one first, with the sources whose text is ours."""


def example_names() -> tuple[str, ...]:
    """Return the names of the bundled records, the founding one first."""
    return tuple(_SOURCES)


def example(name: str = "warsaw-2026") -> Conference:
    """Return a bundled record.

    `warsaw-2026` is a real report, on a conference of six nations: its
    evidence is sealed, since its text is not ours. The others are invented,
    and their evidence is open.

    Args:
        name: One of `example_names()`.

    Raises:
        UnknownNameError: If no record is called so; all names are listed.

    Examples:
        >>> warsaw = example()
        >>> [each.name for each in warsaw.heads_of("pk")]
        ['Mohsin Naqvi']
        >>> example("lakeside")
        Traceback (most recent call last):
        confmodel.errors.UnknownNameError: no example is called 'lakeside'; did you mean ...
    """
    return _record(_known(name))


def example_texts(name: str) -> dict[str, str]:
    """Return the texts behind a bundled record, by the ids of their sources.

    Empty for `warsaw-2026`: its text is under copyright and does not travel
    with the record. Whoever has it can check the sealed evidence against it.

    Args:
        name: One of `example_names()`.

    Raises:
        UnknownNameError: If no record is called so; all names are listed.

    Examples:
        >>> for source, text in example_texts("lakeside-2031").items():
        ...     print(source, len(text) == example("lakeside-2031")[source].length)
        gazette True
        readout True
        >>> example_texts("warsaw-2026")
        {}
    """
    return {source: _read(f"{name}.{source}.txt") for source in _SOURCES[_known(name)]}


@functools.cache
def _record(name: str) -> Conference:
    return loads(_read(f"{name}.json"))


def _read(file: str) -> str:
    # It costs more than the rest of the package, and an import must not pay for it.
    from importlib.resources import files  # noqa: PLC0415

    # As bytes: offsets are counted in the text as it is, without newline translation.
    return files("confmodel.examples").joinpath(file).read_bytes().decode()


def _known(name: str) -> str:
    if isinstance(name, str) and name in _SOURCES:
        return name
    near = nearest(name, _SOURCES) if isinstance(name, str) else None
    names = f"the examples are {', '.join(_SOURCES)}"
    raise UnknownNameError(
        name,
        candidates=tuple(_SOURCES),
        message=f"no example is called {shown(name)}",
        help=names if near is None else f"did you mean {near!r}? ({names})",
    )
