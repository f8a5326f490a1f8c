"""What is odd about words of the author's own."""

import enum
import functools
from collections.abc import Iterator
from typing import Any

from confmodel.checks.plausibility._observation import Observation, Spot
from confmodel.errors import shown
from confmodel.model._base import Other
from confmodel.model._shape import Field, Form, fields_of, items_of
from confmodel.model.fact import Entity


def known_words(thing: Any, spot: Spot) -> Iterator[Observation]:
    """W319: a word of the author's own that the vocabulary has itself.

    Args:
        thing: A conference or an entity in it. What is inside of it is looked at
            too, but for other entities.
        spot: Where it is.
    """
    for field in _with_words(type(thing)):
        for position, each in items_of(field, thing):
            inside = spot.inside(field.name, position, owner=getattr(each, "id", None))
            if field.form is Form.OBJECT:
                yield from known_words(each, inside)
            elif isinstance(each, Other) and (word := _known(each.other, field.kind)) is not None:
                yield inside.observe(
                    "W319",
                    f"{shown(each.other)} is a word of {field.kind.__name__} itself",
                    mend=f"give {word!r} in place of the other",
                    value=each.other,
                )


def _with_words(owner: type) -> tuple[Field, ...]:
    """List the fields in which a word of the author's own may stand, at any depth."""
    return _found_with_words(owner)


@functools.cache
def _found_with_words(owner: type) -> tuple[Field, ...]:
    return tuple(
        field
        for field in fields_of(owner)
        if field.is_open
        or (
            field.form is Form.OBJECT
            and not issubclass(field.kind, Entity)
            and _with_words(field.kind)
        )
    )


def _known(word: str, vocabulary: type[enum.Enum]) -> str | None:
    tidy = word.strip().casefold().replace(" ", "_").replace("-", "_")
    return tidy if tidy in {member.value for member in vocabulary} else None
