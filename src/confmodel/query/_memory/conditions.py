"""What every condition of a question comes to, whatever it asks for."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from confmodel.model import Agreement, Basis, Entity, Fact, Statement, Topic, When
from confmodel.model._walk import evidence_in
from confmodel.query._memory.causes import Cause
from confmodel.query._memory.names import ACTORS, ANYTHING, SPEAKERS
from confmodel.query._memory.times import is_within
from confmodel.query._memory.view import Thing, View
from confmodel.query._memory.words import has_words
from confmodel.query.reason import How

Outcome = tuple[Cause, ...] | None
"""The causes by which a condition is met, which may be none at all; `None` if it is not met."""

Condition = Callable[[View, Any, Thing, Any, bool], Outcome]
"""Whether something meets what a field asks for: view, entity, thing, value, certainly."""

MET: Final[tuple[Cause, ...]] = ()

KINDS: Final = {
    "by": SPEAKERS,
    "to": ACTORS | {"conference", "session"},
    "about": ANYTHING,
    "via": SPEAKERS,
    "session": frozenset({"session"}),
    "name": frozenset({"delegate"}),
    "of": ACTORS,
    "among": frozenset({"group"}),
    "for_whom": ACTORS,
    "between": ACTORS,
    "benefits": ACTORS,
    "not_party": ACTORS,
    "participant": ACTORS,
    "country": frozenset({"country"}),
    "host": ACTORS,
    "organizer": ACTORS,
    "convener": ACTORS,
    "chair": ACTORS,
    "mentions": ANYTHING,
    "series": frozenset({"organization"}),
    "voted_on": ANYTHING,
    "body": frozenset({"organization"}),
    "voter": ACTORS,
}
"""The kinds of things that a name in a field may stand for."""


def met(*, is_so: bool) -> Outcome:
    """Turn yes or no into an outcome."""
    return MET if is_so else None


def chosen(name: str) -> Condition:
    """Ask that a field of the entity has one of the values."""

    def condition(_view: View, entity: Any, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - all conditions are called alike
        return MET if getattr(entity, name) in value else None

    return condition


def dated(name: str) -> Condition:
    """Ask when it was so, as `View.when_of` has it."""

    def condition(view: View, _entity: Any, thing: Thing, value: When, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
        return met(is_so=is_within(view.when_of(thing), name, value, certainly=certainly))

    return condition


def topics(labels: Iterable[Topic], asked: tuple[str, ...], field: str) -> tuple[Cause, ...]:
    """Find the words that stand in the label of a topic."""
    held = [each.label for each in labels]
    return tuple(
        Cause(field, words, How.BY_TOPIC)
        for words in asked
        if any(has_words(label, (words,)) for label in held)
    )


def is_grounded(*facts: Fact) -> bool:
    """Tell whether facts rest on words of a source, open or sealed."""
    return any(
        piece.source is not None
        and piece.basis is not Basis.BACKGROUND
        and (piece.exact is not None or piece.seal is not None)
        for fact in facts
        for piece in evidence_in(fact)
    )


def grounded(_view: View, entity: Any, thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask whether the words of a source are given."""
    facts = [entity]
    if thing.holder is not thing.entity and isinstance(thing.holder, Statement | Agreement):
        facts.append(thing.holder)
    return met(is_so=is_grounded(*facts) == value)


def is_contradicted(view: View, entity: Entity) -> bool:
    """Tell whether a discrepancy is about an entity, or about a figure that it holds."""
    doubts = view.doubts
    if not doubts:
        return False
    if entity.id in doubts:
        return True
    figures = getattr(entity, "figures", ())
    return any(figure.id in doubts for figure in figures if figure.id is not None)


def contradicted(view: View, entity: Any, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask whether a discrepancy is about it."""
    return met(is_so=is_contradicted(view, entity) == value)


def with_figures(_view: View, entity: Any, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask whether it has a number."""
    return met(is_so=bool(entity.figures) == value)
