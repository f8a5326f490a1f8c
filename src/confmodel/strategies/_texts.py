"""Strategies for what stands in single fields: ids, texts, numbers, plain data."""

import enum
import functools
from decimal import Decimal
from typing import TypeVar

from confmodel.model import Other
from confmodel.model._constraints import (
    LARGEST_WHOLE,
    CountryCode,
    CurrencyCode,
    Digest,
    Id,
    LanguageTag,
    Matches,
    NotEmpty,
    ScriptCode,
    Within,
)
from confmodel.model.acceptance import PlausibilityCode
from confmodel.model.extra import Extra
from confmodel.strategies._hypothesis import st

E = TypeVar("E", bound=enum.Enum)

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"

# One for each way in which a text has broken a program: combining marks,
# right to left, astral, joined and invisible characters, quotes, line ends.
_TELLING = (
    "a",
    "Rosa Vale",
    "Marcin Kierwiński",
    "e\u0301 \u1ea5 a\u0308\u0323",
    "محسن نقوی",
    "שלום \u200f(1)",
    "会议",
    "İstanbul ıI ß ﬁ",  # noqa: RUF001 - look-alikes are the point
    "𝒜 🇵🇰 👩\u200d⚖\ufe0f",  # noqa: RUF001 - the same
    "«l’accord» – “so-called”",  # noqa: RUF001 - the same
    "\x00",
    " \t\r\n\u2028\x85",
    "\ufeff\u200b\u00ad",
    "null",
    "1e3",
    "\\u0041 & <b> % {0}",
)

_MARKED = st.characters(exclude_categories=["Cs"])


def texts(*, min_size: int = 1, max_size: int = 24) -> st.SearchStrategy[str]:
    """Generate texts that a field may hold: all of Unicode except lone surrogates.

    Diacritics, combining marks, right-to-left and astral characters, invisible
    ones and NUL come up often enough to be met in a run of ordinary length.

    Args:
        min_size: The fewest code points.
        max_size: The most code points.

    Examples:
        >>> from hypothesis import find
        >>> find(texts(), lambda _: True)
        'a'
    """
    telling = [text for text in _TELLING if min_size <= len(text) <= max_size]
    free = st.text(_MARKED, min_size=min_size, max_size=max_size)
    return st.sampled_from(telling) | free if telling else free


def ids(*, max_size: int = 12) -> st.SearchStrategy[str]:
    """Generate ids: lower-case letters, digits, and inside also `-`, `_` and `.`.

    Args:
        max_size: The most characters.

    Examples:
        >>> from hypothesis import find
        >>> find(ids(), lambda text: "." in text)
        'a.'
    """
    rest = st.text(_LETTERS + "-_.", max_size=max_size - 1)
    return st.builds(str.__add__, st.sampled_from(_LETTERS), rest)


def choices(vocabulary: type[E], *, with_other: bool = True) -> st.SearchStrategy[E | Other]:
    """Generate the values of a vocabulary, and words of the author's own.

    Args:
        vocabulary: The enumeration, such as `Act`.
        with_other: Whether an `Other` may come, where the field is open.

    Examples:
        >>> from confmodel.model import Manner
        >>> from hypothesis import find
        >>> find(choices(Manner, with_other=False), lambda manner: manner is not Manner.DIRECT)
        <Manner.MIXED: 'mixed'>
    """
    known: st.SearchStrategy[E | Other] = st.sampled_from(vocabulary)
    return known | others() if with_other else known


def others() -> st.SearchStrategy[Other]:
    """Generate words of the author's own, which stand where a vocabulary has none.

    Examples:
        >>> from hypothesis import find
        >>> find(others(), lambda _: True)
        Other(other='a')
    """
    return st.builds(Other, other=texts())


def plain_data(*, max_leaves: int = 6) -> st.SearchStrategy[object]:
    """Generate whatever JSON can say: nested mappings and lists of plain values.

    Args:
        max_leaves: The most values that are neither mapping nor list.

    Examples:
        >>> from hypothesis import find
        >>> find(plain_data(), lambda data: isinstance(data, list) and len(data) == 2)
        [None, None]
    """
    leaves = (
        st.none()
        | st.booleans()
        | st.integers(-(2**63), 2**63 - 1)
        | st.floats(allow_nan=False, allow_infinity=False)
        | texts(min_size=0)
    )
    return st.recursive(
        leaves,
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(member_names(), inner, max_size=3)
        ),
        max_leaves=max_leaves,
    )


def member_names() -> st.SearchStrategy[str]:
    """Generate names of members inside plain data; also the empty one."""
    return texts(min_size=0, max_size=12)


@functools.cache
def unknown_members() -> st.SearchStrategy[dict[str, object]]:
    """Generate members that no version knows; their names are made fit later."""
    names = st.sampled_from(["x-desk", "x-", "x-é 1", "coded_by"]) | member_names()
    return st.dictionaries(names, plain_data(), min_size=1, max_size=2)


def extras() -> st.SearchStrategy[Extra]:
    """Generate extension members: names that start with `x-`, nested plain data.

    Examples:
        >>> from hypothesis import find
        >>> find(extras(), lambda extra: len(extra) == 1)
        Extra({'x-desk': None})
    """
    return unknown_members().map(lambda members: Extra(extensions(members)))


def extensions(members: dict[str, object]) -> dict[str, object]:
    """Make every name that of an extension."""
    return {
        name if name.startswith("x-") else f"x-{name}": value for name, value in members.items()
    }


def decimals() -> st.SearchStrategy[Decimal]:
    """Generate the numbers of figures: not negative, at most 15 digits, 1E-15 to 1E+24.

    Examples:
        >>> from hypothesis import find
        >>> find(decimals(), lambda number: number > 1 and number != int(number))
        Decimal('1.1')
    """
    wide = st.builds(_scaled, st.integers(1, 10**15 - 1), st.integers(-15, 9))
    return (
        st.integers(0, 200).map(Decimal)
        | st.integers(0, 999).map(lambda tenths: _scaled(tenths, -1))
        | wide
        | st.sampled_from(list(map(Decimal, ("1E+24", "1E-15", "0.5", "1E+3"))))
    )


def _scaled(digits: int, exponent: int) -> Decimal:
    return Decimal(digits).scaleb(exponent)


def counts(*, minimum: int = 0, maximum: int = LARGEST_WHOLE) -> st.SearchStrategy[int]:
    """Generate whole numbers between two bounds, mostly small."""
    return st.integers(minimum, max(minimum, min(40, maximum))) | st.integers(minimum, maximum)


def _constraint(annotation: object) -> object:
    found: tuple[object, ...] = getattr(annotation, "__metadata__")  # noqa: B009 - no stub has it
    return found[0]


@functools.cache
def _by_constraint() -> dict[object, st.SearchStrategy[str]]:
    return {
        _constraint(Id): ids(),
        _constraint(Digest): st.binary(min_size=32, max_size=32).map(bytes.hex),
        _constraint(CountryCode): st.sampled_from(["PL", "PK", "XK", "AC", "YUCS", "SUHH", "ZZ"]),
        _constraint(CurrencyCode): st.sampled_from(["EUR", "PKR", "USD", "XXX"]),
        _constraint(LanguageTag): st.sampled_from(["pl", "fr", "ur-Latn", "zh-Hant-TW", "de-1996"]),
        _constraint(ScriptCode): st.sampled_from(["Arab", "Cyrl", "Latn", "Zyyy"]),
        # Only oddities can be accepted, and those have the codes from 300 on.
        _constraint(PlausibilityCode): st.integers(300, 399).map("W{}".format),
    }


@functools.cache
def constrained_texts(constraint: object) -> st.SearchStrategy[str]:
    """Generate the texts that a constraint allows; a new pattern needs no change here."""
    if constraint is None:
        return texts(min_size=0)
    if isinstance(constraint, NotEmpty):
        return texts()
    if not isinstance(constraint, Matches):
        message = f"no text can be generated under {constraint!r}"
        raise TypeError(message)
    anything = st.from_regex(
        constraint.anchored, fullmatch=True, alphabet=st.characters(codec="ascii")
    )
    chosen = _by_constraint().get(constraint)
    if chosen is None:
        return anything
    is_whole = constraint in (_constraint(Id), _constraint(Digest), _constraint(PlausibilityCode))
    return chosen if is_whole else chosen | anything


def constrained_counts(constraint: object) -> st.SearchStrategy[int]:
    """Generate the whole numbers that a constraint allows."""
    if isinstance(constraint, Within):
        return counts(minimum=constraint.minimum, maximum=constraint.maximum)
    return st.integers(-LARGEST_WHOLE, LARGEST_WHOLE)
