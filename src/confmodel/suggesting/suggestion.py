"""Suggestions: a discrepancy that the record could have, ready to be added."""

import attrs

from confmodel.errors import Finding
from confmodel.model import Discrepancy, Evidence


@attrs.frozen(kw_only=True)
class Suggestion:
    """A contradiction that a program has seen, with the words of each side.

    Not a verdict: somebody has to read both sides. It changes nothing until
    its discrepancy is added to the record.

    Examples:
        >>> from confmodel.model import Conference, Figure, Group
        >>> from confmodel.suggesting import suggest
        >>> nine = Group(id="nine", wording="nine nations", members=["a"], stated_size=9)
        >>> [each.finding.code for each in suggest(Conference(id="c", name="C", groups=[nine]))]
        []
    """

    finding: Finding
    """What was seen, and where, with a code and what to do; always a note."""

    discrepancy: Discrepancy
    """The contradiction as a record has it, with an account for each side and no id."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words of all sides, as far as there are any."""
        return tuple(each for account in self.discrepancy.accounts for each in account.evidence)
