"""Dates of facts against dates of questions, by what is possible and what is certain."""

import functools

from confmodel.model import When


@functools.lru_cache(maxsize=256)
def _from(since: When) -> When:
    return When(f"{since.earliest}/..")


@functools.lru_cache(maxsize=256)
def _up_to(until: When) -> When:
    return When(f"../{until.latest}")


def is_within(when: When | None, field: str, asked: When, *, certainly: bool) -> bool:
    """Tell whether something was since, until or during a date.

    What has no date is possibly of any time, and certainly of none.
    """
    if when is None:
        return not certainly
    period = asked
    if field == "since":
        period = _from(asked)
    elif field == "until":
        period = _up_to(asked)
    return _is_during(when, period, certainly)


# The statements of one event share a few dates.
@functools.lru_cache(maxsize=1 << 14)
def _is_during(when: When, period: When, certainly: bool) -> bool:  # noqa: FBT001 - a key of the cache
    return when.certainly_during(period) if certainly else when.possibly_during(period)


def is_due(when: When | None, asked: When, *, certainly: bool) -> bool:
    """Tell whether something has to be done by a date; without a date of its own it never has."""
    return when is not None and is_within(when, "until", asked, certainly=certainly)
