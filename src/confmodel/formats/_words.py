"""The values of a vocabulary as words, for formats that have none of their own."""

import enum
from typing import TypeVar

from confmodel.model import Other

E = TypeVar("E", bound=enum.StrEnum)


def word_of(choice: enum.Enum | Other) -> str:
    """Write one of a vocabulary, or a word of the author's own, with spaces between words.

    Examples:
        >>> from confmodel.model import SessionKind
        >>> word_of(SessionKind.PRESS_CALL), word_of(Other(other="working lunch"))
        ('press call', 'working lunch')
    """
    return choice.other if isinstance(choice, Other) else str(choice.value).replace("_", " ")


def word(value: enum.StrEnum | Other | None) -> str | None:
    """Write a value as people do.

    Examples:
        >>> from confmodel.model import SessionKind
        >>> word(SessionKind.ROUND_TABLE), word(Other(other="working lunch"))
        ('round table', 'working lunch')
    """
    if value is None:
        return None
    return word_of(value)


def known(text: str, vocabulary: type[E]) -> E | None:
    """Find the value that a word stands for; `None` if it is another word.

    Examples:
        >>> from confmodel.model import SessionKind
        >>> known("round table", SessionKind), known("lunch", SessionKind)
        (<SessionKind.ROUND_TABLE: 'round_table'>, None)
    """
    value = text.replace(" ", "_")
    return next((each for each in vocabulary if each.value == value), None)


def meant(text: str, vocabulary: type[E]) -> E | Other:
    """Read a word, where words of one's own may stand.

    Examples:
        >>> from confmodel.model import SessionKind
        >>> meant("working lunch", SessionKind)
        Other(other='working lunch')
    """
    found = known(text, vocabulary)
    return Other(other=text) if found is None else found
