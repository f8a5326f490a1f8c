"""Topics: what was talked about."""

from collections.abc import Iterable

import attrs

from confmodel.model._checked import checked, several
from confmodel.model._constraints import Text
from confmodel.model.fact import Fact


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Topic(Fact):
    """A subject in words. "Discussed X" makes X a topic of the conference.

    Examples:
        >>> Topic(label="border management")
        Topic(label='border management')
    """

    label: Text
    """The subject, in the language of the record."""


def to_topics(value: Iterable[Topic | str]) -> tuple[Topic, ...]:
    """Take several topics; a text stands for a topic of that label."""
    return several(value, Topic, short=lambda text: Topic(label=text))
