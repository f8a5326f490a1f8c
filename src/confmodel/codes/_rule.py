"""What a code stands for."""

import attrs

from confmodel.errors import FindingLevel


@attrs.frozen(kw_only=True)
class Rule:
    """What a code stands for: not one finding, but all findings of a kind.

    Examples:
        >>> from confmodel.codes import rule
        >>> rule("W302").title
        'a change in percent, and nothing it is compared with'
    """

    code: str
    """The stable code, a letter and three digits."""

    level: FindingLevel
    """How much each finding of it weighs."""

    title: str
    """What is wrong, in one short line."""

    why: str
    """Why it is looked at."""

    example: str
    """A short wrong piece, an empty line, and the finding on it."""

    mend: str
    """What to do about it."""
