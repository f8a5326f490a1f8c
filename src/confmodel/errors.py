"""What can go wrong, as one family of errors that say what to do.

Every error of the library is a `ConfmodelError`, and also the builtin that a
caller would expect. Its parts are attributes; the text is made from them.
"""

import enum
import functools
import reprlib
from collections.abc import Sequence

import attrs

_LONGEST_SHOWN = 80

_shortened = reprlib.Repr()
# Deep and long values from strangers: look at their beginnings alone.
_shortened.maxlevel = 4
_shortened.maxdict = _shortened.maxlist = _shortened.maxtuple = 8
_shortened.maxset = _shortened.maxfrozenset = _shortened.maxdeque = _shortened.maxarray = 8
_shortened.maxstring = _shortened.maxother = _LONGEST_SHOWN + 1
_shortened.fillvalue = "…"


def shown(value: object) -> str:
    """Render a value for a message: short, on one line, safe to print, whatever it is.

    Examples:
        >>> shown("Naqvi")
        "'Naqvi'"
        >>> len(shown("x" * 10_000))
        80
    """
    if isinstance(value, dict | list | tuple) and len(value) > _LONGEST_SHOWN:
        return f"{type(value).__name__} of {len(value)} items"
    try:
        text = (
            repr(value[: _LONGEST_SHOWN + 1]) if isinstance(value, str) else _shortened.repr(value)
        )
    except Exception:  # noqa: BLE001 - a stranger's repr may raise anything, and a message must come
        return f"a {type(value).__name__}"
    text = _printable(text[: _LONGEST_SHOWN + 1])
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def _printable(text: str) -> str:
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode() for each in text
    )


class FindingLevel(enum.StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    """The record breaks a rule of the format; a load refuses it."""

    WARNING = "warning"
    """Odd, but possible; can be accepted in the record."""

    NOTE = "note"
    """Worth knowing; nothing has to be mended."""


@attrs.frozen(kw_only=True)
class Finding:
    """One thing that is wrong or odd, where it is, and what to do about it.

    Examples:
        >>> print(
        ...     Finding(
        ...         code="E202",
        ...         pointer="/statements/5/speakers/0",
        ...         message="nobody has the id 'naqui'",
        ...         help="declare the delegate or correct the id (nearest: 'naqvi')",
        ...         value="'naqui'",
        ...     )
        ... )
        E202 /statements/5/speakers/0: nobody has the id 'naqui'; declare the delegate or ...
    """

    code: str
    """The stable code of the rule; `confmodel explain CODE` says more."""

    level: FindingLevel = FindingLevel.ERROR
    """How much it weighs."""

    pointer: str
    """Where, as a JSON Pointer (RFC 6901) from the root; empty for the whole document."""

    message: str
    """What is wrong, with the value."""

    help: str
    """What to do now."""

    value: str | None = None
    """The offending value as a short text, safe to print. `None` if nothing is there."""

    line: int | None = None
    """The line of the text that it stands in, from one. `None` if it is not of a text, or of
    JSON, where the pointer leads to it."""

    column: int | None = None
    """The column of the line, in code points from one. `None` if there is no line, or it is
    about the whole line."""

    @property
    def where(self) -> str:
        """The line and the column in words, as far as they are known; empty if neither is.

        Examples:
            >>> Finding(code="E100", pointer="", message="", help="", line=3, column=9).where
            'line 3, column 9'
        """
        known = (("line", self.line), ("column", self.column))
        return ", ".join(f"{name} {number}" for name, number in known if number is not None)

    def __str__(self) -> str:
        """Return the finding on one line, as messages and the terminal show it."""
        parts = (f"{self.code} {self.pointer or '(root)'}", self.where, self.message)
        text = f"{': '.join(filter(None, parts))}; {self.help}"
        # A name of a stranger's document may hold line ends, and what steers a terminal.
        return text if text.isprintable() else _printable(text)


class ConfmodelError(Exception):
    """The root of every error that this library raises on purpose.

    Examples:
        >>> issubclass(LoadError, ConfmodelError) and issubclass(LoadError, ValueError)
        True
    """

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error travel between processes with all its parts."""
        parts = {name: part for name, part in vars(self).items() if not name.startswith("_")}
        return (functools.partial(type(self), **parts), ())


class InvalidValueError(ConfmodelError, ValueError):
    """A value that a field cannot hold.

    Raised where a value is constructed. A document that is loaded reports the
    same fault as one finding among all the others in a `LoadError`.
    """

    def __init__(
        self,
        *,
        code: str,
        path: str,
        value: object,
        message: str,
        help: str,  # noqa: A002 - the word that every finding uses
    ) -> None:
        self.code = code
        """The stable code of the rule."""
        self.path = path
        """The field, such as `value`; empty if the value stands alone."""
        self.value = value
        """The offending value, as it was given."""
        self.message = message
        """What is wrong with it."""
        self.help = help
        """What to do now."""
        super().__init__(f"{path}: {message}; {help}" if path else f"{message}; {help}")

    def inside(self, step: str | int) -> "InvalidValueError":
        """Return the same error as one of a larger value, of which this is a field or an item.

        Examples:
            >>> from confmodel import Country, InvalidValueError
            >>> try:
            ...     Country(id="pl", name="")
            ... except InvalidValueError as error:
            ...     print(error.inside(0).inside("countries").path)
            countries/0/name
        """
        return InvalidValueError(
            code=self.code,
            path=f"{step}/{self.path}" if self.path else str(step),
            value=self.value,
            message=self.message,
            help=self.help,
        )


class LoadError(ConfmodelError, ValueError):
    """A document that is not a record, with every reason why.

    Examples:
        >>> import confmodel
        >>> try:
        ...     confmodel.loads('{"id": "Lake Side", "nmae": "Lakeside Conference"}')
        ... except confmodel.LoadError as error:
        ...     for finding in error.findings:
        ...         print(finding.code, finding.pointer)
        E102 /name
        E104 /id
        E103 /nmae
    """

    def __init__(self, findings: Sequence[Finding], *, line: int | None = None) -> None:
        self.findings = tuple(findings)
        """Everything that is wrong, in the order of the document."""
        self.line = line
        """The line of the document in a file of many, from one. `None` if it stands alone."""
        count = len(self.findings)
        head = f"{count} problem{'' if count == 1 else 's'}"
        super().__init__("\n".join([head, *(f"  {finding}" for finding in self.findings)]))


@attrs.frozen(kw_only=True)
class Loss:
    """Something of a record that a format cannot say, and so leaves out.

    Examples:
        >>> print(
        ...     Loss(pointer="/votes", field="Conference.votes", message="votes (2) cannot be said")
        ... )
        /votes: votes (2) cannot be said
    """

    pointer: str
    """Where, as a JSON Pointer (RFC 6901) from the root."""

    field: str
    """The field of the model, such as `Conference.votes`: a row of the format's table of losses."""

    message: str
    """What is left out, and why."""

    def __str__(self) -> str:
        """Return the loss on one line, as messages and the terminal show it."""
        return f"{self.pointer}: {self.message}"


class LossError(ConfmodelError, ValueError):
    """A record of which a format cannot say everything, where nothing may be left out."""

    def __init__(self, title: str, losses: Sequence[Loss]) -> None:
        self.title = title
        """What the format is called."""
        self.losses = tuple(losses)
        """Everything that would be left out, in the order of the record."""
        count = len(self.losses)
        head = f"{title} cannot say {count} thing{'' if count == 1 else 's'} of the record"
        super().__init__("\n".join([head, *(f"  {loss}" for loss in self.losses)]))


class UnknownIdError(ConfmodelError, LookupError):
    """No entity of the record has this id, or it is of another kind."""

    def __init__(self, identifier: str, *, message: str, help: str) -> None:  # noqa: A002 - the word that every finding uses
        self.identifier = identifier
        """The id that was asked for."""
        self.message = message
        """What is wrong with it."""
        self.help = help
        """What to do now."""
        super().__init__(f"{message}; {help}")


class UnknownNameError(ConfmodelError, LookupError):
    """A name that stands for nothing here, or for several things.

    Nothing is guessed: `candidates` lists what could be meant.
    """

    def __init__(self, name: str, *, candidates: Sequence[str], message: str, help: str) -> None:  # noqa: A002 - the word that every finding uses
        self.name = name
        """The name that was asked for."""
        self.candidates = tuple(candidates)
        """What could be meant; empty if nothing comes near."""
        self.message = message
        """What is wrong with it."""
        self.help = help
        """What to do now."""
        super().__init__(f"{message}; {help}")


class MissingExtraError(ConfmodelError, ImportError):
    """An optional part of the library that is not installed."""

    def __init__(self, purpose: str, *, extra: str) -> None:
        self.extra = extra
        """The extra to install."""
        self.purpose = purpose
        """What it was needed for."""
        # No command: it would name a place to install from, and confmodel has several.
        super().__init__(f"{purpose} needs an extra; install confmodel with its extra {extra!r}")
