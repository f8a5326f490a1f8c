"""The words of vocabularies, as formats for people show them."""

import enum

from confmodel.model import Other


def word_of(choice: enum.Enum | Other) -> str:
    """Write one of a vocabulary, or a word of the author's own, with spaces between words.

    Examples:
        >>> from confmodel.model import SessionKind
        >>> word_of(SessionKind.PRESS_CALL), word_of(Other(other="working lunch"))
        ('press call', 'working lunch')
    """
    return choice.other if isinstance(choice, Other) else str(choice.value).replace("_", " ")
