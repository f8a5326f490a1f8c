"""What a single text or number must look like, said once for every reader.

The constraints stand in the annotations of the fields, as `Annotated`
metadata. Constructors check them, the codec gives them to its decoder, and the
schema prints them.
"""

import re
from typing import Annotated

import attrs


@attrs.frozen(kw_only=True)
class Matches:
    """A text that must match a pattern as a whole."""

    pattern: str
    """The regular expression, without anchors, linear, ASCII only."""

    code: str
    """The code of the rule that a mismatch breaks."""

    what: str
    """What a right text is, to follow "is not"."""

    help: str
    """What to do about a wrong one."""

    @property
    def anchored(self) -> str:
        """The expression for Python, where `$` would let a final newline through."""
        return rf"^(?:{self.pattern})\Z"

    def is_met_by(self, text: str) -> bool:
        """Tell whether the whole text matches."""
        return re.fullmatch(self.pattern, text) is not None


LARGEST_WHOLE = 2**53 - 1
"""The largest whole number that every reader of JSON keeps exactly (RFC 7493, section 2.2)."""


@attrs.frozen(kw_only=True)
class Within:
    """A whole number between two bounds."""

    minimum: int
    """The smallest right number."""

    maximum: int = LARGEST_WHOLE
    """The largest right number."""


@attrs.frozen
class NotEmpty:
    """A text of one character at least."""


ID_PATTERN = r"[a-z0-9][a-z0-9._-]*"
"""What an id looks like: it survives file names, URLs and addresses."""

Id = Annotated[
    str,
    Matches(
        pattern=ID_PATTERN,
        code="E104",
        what="an id",
        help="make it of lower-case letters, digits, '-', '_' and '.', such as 'r-vale'",
    ),
]
"""The name by which the other entities of a document refer to one."""

Text = Annotated[str, NotEmpty()]
"""A text that says something."""

CountryCode = Annotated[
    str,
    Matches(
        pattern=r"(?:[A-Z]{2}|[A-Z]{4})",
        code="E107",
        what="a country code",
        help="give the two letters of ISO 3166-1, or the four of ISO 3166-3 for a former state",
    ),
]
"""A code of ISO 3166-1 (alpha-2) or ISO 3166-3."""

CurrencyCode = Annotated[
    str,
    Matches(
        pattern=r"[A-Z]{3}",
        code="E107",
        what="a currency code",
        help="give the three letters of ISO 4217, such as 'USD'",
    ),
]
"""A code of ISO 4217."""

LanguageTag = Annotated[
    str,
    Matches(
        pattern=r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*",
        code="E107",
        what="a language tag",
        help="give a tag of BCP 47, such as 'fr' or 'ur-Latn'",
    ),
]
"""A language tag of BCP 47 (RFC 5646)."""

ScriptCode = Annotated[
    str,
    Matches(
        pattern=r"[A-Z][a-z]{3}",
        code="E107",
        what="a script code",
        help="give the four letters of ISO 15924, such as 'Arab'",
    ),
]
"""A code of ISO 15924."""

Digest = Annotated[
    str,
    Matches(
        pattern=r"[0-9a-f]{64}",
        code="E107",
        what="a SHA-256 digest",
        help="give 64 hexadecimal digits in lower case",
    ),
]
"""A SHA-256 digest (FIPS 180-4) in hexadecimal digits."""

Count = Annotated[int, Within(minimum=0)]
"""A whole number, zero or more, that every reader of JSON keeps."""

Ordinal = Annotated[int, Within(minimum=1)]
"""The same, counted from one."""
