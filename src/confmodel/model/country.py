"""Countries: states and territories, present or only spoken of."""

from collections.abc import Iterable
from typing import ClassVar

import attrs
from attrs import field

from confmodel._text import slug
from confmodel.countries.state import CodeStatus
from confmodel.errors import InvalidValueError, UnknownNameError, shown
from confmodel.model._checked import checked, several
from confmodel.model._constraints import CountryCode, Text
from confmodel.model._dates import to_when
from confmodel.model.fact import Entity
from confmodel.model.name import Name, to_names
from confmodel.model.when import When


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Country(Entity):
    """A state or territory, whether it took part or is only spoken of.

    Not a participant: who takes part is its delegation. The code takes no
    side; `code_status` says what standing it has.

    Examples:
        >>> Country.of("Pakistan")
        Country(id='pakistan', name='Pakistan', code='PK')
    """

    kind_name: ClassVar[str] = "country"
    """What the class is called in messages and addresses."""

    name: Text
    """The name as printed."""

    other_names: tuple[Name, ...] = field(default=(), converter=to_names)
    """What else it is called."""

    code: CountryCode | None = None
    """ISO 3166-1 alpha-2; ISO 3166-3 alpha-4 for a state of the past; or user-assigned.

    `None` if it has no code, or the record does not give it.
    """

    code_status: CodeStatus | None = None
    """What standing the code has. `None` if the record does not say."""

    existed: When | None = field(default=None, converter=to_when)
    """From when to when it existed. `None` if it is no state of the past, or not said."""

    @classmethod
    def of(cls, text: str, *, id: str | None = None) -> "Country":  # noqa: A002 - the name of the field
        """Build a country from its code or from any of its names.

        The name is taken as it was given, unless it was a code. The look-up
        never guesses.

        Args:
            text: A code such as "PK", a name such as "Türkiye", or a demonym.
            id: The id; without it, one is made from the English short name.

        Raises:
            UnknownNameError: If no state is called so, or several are; the
                candidates are listed.
            InvalidValueError: If it is no text.

        Examples:
            >>> Country.of("PK").name
            'Pakistan'
            >>> Country.of("Congo")
            Traceback (most recent call last):
            confmodel.errors.UnknownNameError: 'Congo' can mean several states; ...
        """
        # The table is large; a record that never asks for it must not load it.
        from confmodel import countries  # noqa: PLC0415

        if not isinstance(text, str):
            raise InvalidValueError(
                code="E101",
                path="",
                value=text,
                message=f"{shown(text)} is neither a code nor a name",
                help="give it as text, such as 'PK' or 'Pakistan'",
            )
        found = countries.find(text)
        if len(found) != 1:
            raise _no_single_state(text, [f"{each.code} {each.name}" for each in found])
        state = found[0]
        name = " ".join(text.split())
        is_other = countries.get(name) is not None or name.casefold() in {
            demonym.casefold() for demonym in state.demonyms
        }
        return cls(
            id=id if id is not None else slug(state.name),
            name=state.name if is_other else name,
            code=state.code,
            code_status=None if state.status is CodeStatus.OFFICIALLY_ASSIGNED else state.status,
        )


def _no_single_state(text: str, found: list[str]) -> UnknownNameError:
    from confmodel import countries  # noqa: PLC0415 - as above

    if found:
        return UnknownNameError(
            text,
            candidates=found,
            message=f"{shown(text)} can mean several states",
            help=f"give the code of one: {', '.join(found)}",
        )
    near = countries.nearest(text)
    return UnknownNameError(
        text,
        candidates=near,
        message=f"no state is known as {shown(text)}",
        help=f"did you mean {' or '.join(map(repr, near))}?"
        if near
        else "build the Country itself, with a name and without a code",
    )


def to_countries(value: Iterable[Country]) -> tuple[Country, ...]:
    """Take several countries."""
    return several(value, Country)
