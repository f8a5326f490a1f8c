"""W307: a code that is not the country's."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from confmodel.checks.plausibility._observation import Observation, Spot
from confmodel.checks.plausibility._setting import Setting
from confmodel.countries.state import CodeStatus
from confmodel.errors import shown
from confmodel.model.country import Country

if TYPE_CHECKING:
    from confmodel.countries import State

_WITHDRAWN = (CodeStatus.FORMERLY_USED, CodeStatus.TRANSITIONALLY_RESERVED)
"""The table files what is transitionally reserved under what was formerly used."""


def code_of_another(setting: Setting, country: Country, spot: Spot) -> Iterator[Observation]:
    """W307: the table knows the name by another code, or another standing of the code."""
    if country.code is None:
        return
    # The table is large; a record without codes must not load it.
    from confmodel import countries  # noqa: PLC0415

    bearer = countries.get(country.code)
    # A code that users assign themselves can mean anybody whom the table lacks.
    if bearer is None and country.code_status is CodeStatus.USER_ASSIGNED:
        return
    named = _named(country, _year_of(setting))
    if named and not any(_bears(state, country.code, bearer) for state in named):
        whose = "nobody the table knows" if bearer is None else bearer.name
        codes = " or ".join(dict.fromkeys(state.code for state in named if state.code))
        yield spot.inside("code").observe(
            "W307",
            f"{country.code!r} is the code of {whose}, "
            f"and {shown(country.name)} has {codes or 'none'}",
            mend="correct the code or the name",
            value=country.code,
        )
    elif bearer is not None and _is_other_status(country, bearer):
        yield spot.inside("code_status").observe(
            "W307",
            f"the code {country.code!r} is {str(bearer.status)!r}, "
            f"not {str(country.code_status)!r}",
            mend="correct the code or its status",
            value=str(country.code_status),
        )


def _named(country: Country, year: int | None) -> tuple["State", ...]:
    """List the states that one of the names may mean, at any time or at that of the event."""
    from confmodel import countries  # noqa: PLC0415 - as above

    names = (country.name, *(each.value for each in country.other_names))
    found = [state for name in names for state in countries.find(name)]
    if year is not None:
        found += [state for name in names for state in countries.find(name, on=year)]
    return tuple(found)


def _bears(state: "State", code: str, bearer: "State | None") -> bool:
    if code in (state.alpha_2, state.alpha_4, *state.other_codes):
        return True
    # The everyday name of the successor, such as Russia, is often that of the state of the past.
    return bearer is not None and state.alpha_2 in bearer.successors


def _is_other_status(country: Country, bearer: "State") -> bool:
    # A code that the table knows by the way, such as UK, has a standing of its own.
    if country.code_status is None or country.code != bearer.code:
        return False
    if country.code_status in _WITHDRAWN and bearer.status in _WITHDRAWN:
        return False
    return country.code_status is not bearer.status


def _year_of(setting: Setting) -> int | None:
    earliest = None if setting.record.when is None else setting.record.when.earliest
    return None if earliest is None else earliest.year
