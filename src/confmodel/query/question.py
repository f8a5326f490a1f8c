"""Questions: values that say what is looked for, and can be combined, stored and cited."""

import abc
import enum
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

import attrs

from confmodel.errors import InvalidValueError, shown
from confmodel.model import Agreement, Conference, Delegate, Figure, Statement, Vote, When

if TYPE_CHECKING:
    from confmodel.query.answers import Answers

Answer = Conference | Delegate | Statement | Figure | Agreement | Vote
"""Whatever can be asked for."""

T = TypeVar("T", bound=Answer)


class Certainty(enum.StrEnum):
    """How sure an answer has to be, where a record leaves something open."""

    POSSIBLY = "possibly"
    """Everything but what the record excludes. Ours."""

    CERTAINLY = "certainly"
    """Only what the record says outright. Ours."""


class Asks(enum.Enum):
    """What a field of a question asks for; an engine translates each of these once."""

    NAME = enum.auto()
    """Somebody or something, by id or by name: an equality join over the names."""

    WORDS = enum.auto()
    """Words that stand side by side, without regard to case and accents."""

    CHOICE = enum.auto()
    """A value of a vocabulary, or a word of the author's own: equality."""

    FLAG = enum.auto()
    """Whether something is so."""

    NUMBER = enum.auto()
    """A bound of a number, included."""

    DATE = enum.auto()
    """A bound of a time, included, or a period."""

    TAG = enum.auto()
    """A code, compared as it is: a language, a currency."""

    CERTAINTY = enum.auto()
    """No condition of its own: how sure the others have to be."""


@attrs.frozen(kw_only=True, repr=False)
class Question(abc.ABC, Generic[T]):
    """What is looked for: a frozen value without any code in it.

    Questions about the same kind of thing are combined with `&`, `|` and `~`.
    `~` asks for all the others, so every thing is an answer either to a
    question or to its opposite.

    Examples:
        >>> from confmodel.model import Manner
        >>> from confmodel.query import StatementQuery
        >>> StatementQuery(by="PK") & ~StatementQuery(manner=Manner.DIRECT)
        StatementQuery(by='PK') & ~StatementQuery(manner=Manner.DIRECT)
    """

    def __and__(self, other: "Question[T]") -> "Question[T]":
        """Ask for what is an answer to both."""
        return AllOf(parts=flat((self, alike(self, other)), AllOf))

    def __or__(self, other: "Question[T]") -> "Question[T]":
        """Ask for what is an answer to one of them, or to both."""
        return AnyOf(parts=flat((self, alike(self, other)), AnyOf))

    def __invert__(self) -> "Question[T]":
        """Ask for what is no answer."""
        return self.part if isinstance(self, NoneOf) else NoneOf(part=self)

    @property
    @abc.abstractmethod
    def subject(self) -> str:
        """What is asked for, in one word: `statement`, `delegate`, `vote`."""

    def on(self, records: Conference | Iterable[Conference]) -> "Answers[T]":
        """Ask this of one record, or of many.

        Raises:
            UnknownNameError: While the answers are read, if a name stands for
                nothing in all the records, or for several things in one.

        Examples:
            >>> from confmodel import example
            >>> from confmodel.query import AgreementQuery
            >>> AgreementQuery(benefits="Pakistani citizens").on(example()).one().entity.id
            'jobs'
        """
        # The answers know the engine, which knows the questions.
        from confmodel.query.answers import ask  # noqa: PLC0415

        return ask(records, self)


def alike(one: Question[T], other: object) -> Question[T]:
    """Take another question about the same kind of thing.

    Raises:
        InvalidValueError: If it is none.
    """
    if not isinstance(other, Question):
        raise InvalidValueError(
            code="E101",
            path="",
            value=other,
            message=f"{shown(other)} is no question",
            help="combine questions with each other only",
        )
    if one.subject != other.subject:
        raise InvalidValueError(
            code="E101",
            path="",
            value=other,
            message=f"one question asks for {one.subject}s, the other for {other.subject}s",
            help="ask them one after the other, and compare the answers",
        )
    return cast("Question[T]", other)


def flat(
    parts: Iterable[Question[T]], kind: "type[AllOf[T] | AnyOf[T]]"
) -> tuple[Question[T], ...]:
    """Take out the parts of those that are combined in the same way."""
    found: list[Question[T]] = []
    for each in parts:
        found += each.parts if isinstance(each, kind) else (each,)
    return tuple(found)


@attrs.frozen(kw_only=True, repr=False)
class AllOf(Question[T]):
    """What several questions ask for at once; written `p & q`."""

    parts: tuple[Question[T], ...]
    """The questions, two or more."""

    @property
    def subject(self) -> str:
        """What is asked for."""
        return self.parts[0].subject

    def __repr__(self) -> str:
        """Return an expression that builds an equal question."""
        return " & ".join(
            f"({part!r})" if isinstance(part, AnyOf) else repr(part) for part in self.parts
        )


@attrs.frozen(kw_only=True, repr=False)
class AnyOf(Question[T]):
    """What at least one of several questions asks for; written `p | q`."""

    parts: tuple[Question[T], ...]
    """The questions, two or more."""

    @property
    def subject(self) -> str:
        """What is asked for."""
        return self.parts[0].subject

    def __repr__(self) -> str:
        """Return an expression that builds an equal question."""
        return " | ".join(map(repr, self.parts))


@attrs.frozen(kw_only=True, repr=False)
class NoneOf(Question[T]):
    """What a question does not ask for; written `~p`."""

    part: Question[T]
    """The question whose answers are left out."""

    @property
    def subject(self) -> str:
        """What is asked for."""
        return self.part.subject

    def __repr__(self) -> str:
        """Return an expression that builds an equal question."""
        inner = repr(self.part)
        return f"~({inner})" if isinstance(self.part, AllOf | AnyOf) else f"~{inner}"


@attrs.frozen(kw_only=True, repr=False)
class Query(Question[T]):
    """A question that stands alone: each field that is given has to be met.

    Where a field takes several values, one of them has to be met; to ask for
    all, combine questions with `&`. A field that is left out asks for nothing.
    """

    asks_for: ClassVar[str] = "nothing"
    """What is asked for, as in `subject`."""

    @property
    def subject(self) -> str:
        """What is asked for."""
        return self.asks_for

    def asked(self) -> dict[str, object]:
        """Return the fields that are given, as the question holds them.

        Examples:
            >>> from confmodel.query import StatementQuery
            >>> StatementQuery(by="PK").asked()
            {'by': ('PK',)}
        """
        return {
            attribute.name: value
            for attribute in attrs.fields(type(self))
            if (value := getattr(self, attribute.name)) != attribute.default
        }

    def __repr__(self) -> str:
        """Return an expression that builds an equal question."""
        given = ", ".join(f"{name}={_printed(value)}" for name, value in self.asked().items())
        return f"{type(self).__name__}({given})"


def _printed(value: object) -> str:
    if isinstance(value, tuple):
        if len(value) == 1:
            return _printed(value[0])
        return f"[{', '.join(map(_printed, value))}]"
    if isinstance(value, enum.Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, When) and value.wording is None:
        return repr(value.edtf)
    return repr(value)


def asks_of(kind: type[Query[T]]) -> dict[str, Asks]:
    """Say what each field of a question asks for, for whoever translates questions.

    Examples:
        >>> from confmodel.query import StatementQuery
        >>> asks_of(StatementQuery)["by"]
        <Asks.NAME: 1>
    """
    return {each.name: each.metadata["asks"] for each in attrs.fields(kind)}
