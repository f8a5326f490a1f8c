"""What every object of the model has in common."""

import attrs

from confmodel.model._checked import checked
from confmodel.model._constraints import Text
from confmodel.model._printing import printed
from confmodel.model.extra import Extra


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Record:
    """An object of the model: a frozen value that keeps what it does not know."""

    extra: Extra | None = None
    """Members this version does not know, and `x-` members of the author's own.

    `None` if there are none.
    """

    def __repr__(self) -> str:
        """Return an expression that builds an equal object."""
        return printed(self)


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Other:
    """A word of the author's own where the vocabulary of a field has none.

    A vocabulary is open here and nowhere else, so that a report never fails
    to fit and a known value is never misspelt unnoticed. Not all are open:
    where programs go by each word, as with `Manner` and `Unit`, it is closed.

    Examples:
        >>> from confmodel.model import Session
        >>> Session(id="lunch", kind=Other(other="working lunch")).kind
        Other(other='working lunch')
    """

    other: Text
    """The word, in the language of the record."""

    def __repr__(self) -> str:
        """Return an expression that builds an equal object."""
        return printed(self)
