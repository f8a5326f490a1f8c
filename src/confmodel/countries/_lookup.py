"""Looking up states by code and by name."""

import difflib
import functools
from collections.abc import Iterator
from typing import Any, Final

from confmodel.countries._fold import MAX_LENGTH, capitals, fold, unturned
from confmodel.countries.state import CodeStatus, DatedName, State

# difflib's own default lets "Iran" and "Iraq" pass for each other and still finds the
# usual slips: a letter left out, doubled or swapped.
_CUTOFF: Final = 0.75

# The place of a state in all_states(), the years of the name, and whether it counts only then.
_Bearer = tuple[int, DatedName | None, bool]


@functools.cache
def all_states() -> tuple[State, ...]:
    """Give every entry of the table: present ones, former ones, those without a code.

    In the order of `code`, entries without one last.

    Examples:
        >>> len([state for state in all_states() if state.status == "officially_assigned"])
        249
    """
    # Most programs that import this package never look anything up.
    import json  # noqa: PLC0415

    from confmodel.countries._table import ROWS  # noqa: PLC0415

    return tuple(_state(row) for row in json.loads(ROWS))


def get(code: str, *, on: int | None = None) -> State | None:
    """Give the state that bears `code`, in upper or lower case, or `None`.

    Knows the two, three and four letters and the three digits of ISO 3166-1 and -3. Where a
    code was given again (`GE`), it means its present bearer; where it has several former
    bearers only (`CS`), it names none of them, unless `on` says in which year it was used.

    Args:
        code: The code, without spaces or punctuation. A name is not a code; see `find`.
        on: The year in which the code was in force, 1974 or later.

    Examples:
        >>> get("pol").name, get("616").name, get("DDDE").name
        ('Poland', 'Poland', 'German Democratic Republic')
        >>> get("CS") is None
        True
        >>> get("CS", on=1980).name
        'Czechoslovakia'
    """
    # Upper-casing brings forth ASCII from letters that are not: "ß" would be South Sudan.
    if not code.isascii():
        return None
    states = all_states()
    bearers = _codes().get(code.upper(), ())
    if on is None:
        bearers = _present(bearers)
    else:
        bearers = tuple(place for place in bearers if _bore_code(states[place], on))
        # The entry of the time comes before the one that goes on.
        bearers = tuple(p for p in bearers if states[p].code_until is not None) or bearers
    return states[bearers[0]] if len(bearers) == 1 else None


def find(text: str, *, on: int | None = None) -> tuple[State, ...]:
    """Give every state that `text` may name; none if no state is known to bear the name.

    A name is a short, formal, everyday, foreign or former one, a demonym, or a code. Case,
    accents, white space, hyphens, apostrophes, full stops and a leading "the" make no
    difference, a missing letter does: nothing is guessed. Codes and abbreviations count in
    capitals only, since "in", "is" and "car" are words: "US" and "U.S." are found, "us" is
    not. A name that a list has turned round, such as ISO's "Gambia (the)" or "Korea,
    Republic of", is found in its own order.

    A name that stands alone for several present states gives all of them ("Congo",
    "Korea", "Virgin Islands", "Dominican"). A name that meant another state once
    ("Germany" the German Democratic Republic, "Yemen" the South, "China" the government at
    Taipei) gives that one too if `on` lies in those years, and the present bearer alone
    otherwise. A renamed state is one state: "Zaire" gives the Democratic Republic of the
    Congo, while the code `ZRCD` gives the former entry.

    Args:
        text: A name or a code, not running text.
        on: Leave out states that did not exist in this year.

    Returns:
        First the states whose short name `text` is, then in the order of their codes.

    Examples:
        >>> [state.code for state in find("the Ivory Coast")]
        ['CI']
        >>> [state.code for state in find("Korea")]
        ['KP', 'KR']
        >>> [state.code for state in find("Germany", on=1970)]
        ['DE', 'DDDE']
    """
    if len(text) > MAX_LENGTH:
        return ()
    found = _bearers(text, on)
    # Only if not: "Virgin Islands (British)" is a name as it stands.
    if not found and (name := unturned(text)) is not None:
        found = _bearers(name, on)
    return found


def _bearers(text: str, on: int | None) -> tuple[State, ...]:
    """Give the states that bear a name as it stands, those that it is the short name of first."""
    states = all_states()
    folded = fold(text)
    word = capitals(text) or text.strip()
    bearers = _codes().get(word, ())
    found = {
        place
        for place in (_present(bearers) if on is None else bearers)
        if on is None or states[place].existed_in(on)
    }
    for place, dated, is_shared in (
        *_names().get(folded, ()),
        *_abbreviations().get(word, ()),
    ):
        covered = on is not None and dated is not None and dated.covers(on)
        if covered or (not is_shared and (on is None or states[place].existed_in(on))):
            found.add(place)
    in_order = sorted(found, key=lambda place: (fold(states[place].name) != folded, place))
    return tuple(states[place] for place in in_order)


def nearest(text: str) -> tuple[str, ...]:
    """Give up to three names that are spelled much like `text`, the nearest first.

    For "did you mean" in messages. Not a look-up: what is spelled alike need not mean the
    same, as Niger and Nigeria.

    Examples:
        >>> nearest("Untied Kingdom")
        ('United Kingdom',)
        >>> nearest("ussr")
        ('USSR',)
        >>> nearest("Atlantis")
        ()
    """
    if not text.strip() or len(text) > MAX_LENGTH:
        return ()
    capital = text.strip().upper()
    if capital in _abbreviations() or (capital.isascii() and capital in _codes()):
        return (capital,)
    states = all_states()
    spellings = _spellings()
    close = difflib.get_close_matches(fold(text), spellings, n=12, cutoff=_CUTOFF)
    chosen: dict[int, str] = {}
    for folded in close:
        place, name = spellings[folded]
        # Of several like names of one state, such as those of its neighbours' languages,
        # the reader of a message in English expects the English one.
        short = states[place].name
        chosen.setdefault(place, short if fold(short) in close else name)
    return tuple(chosen.values())[:3]


@functools.cache
def _codes() -> dict[str, tuple[int, ...]]:
    """Places of the bearers of each code, in upper case."""
    bearers: dict[str, list[int]] = {}
    for place, state in enumerate(all_states()):
        codes = (state.alpha_2, state.alpha_3, state.alpha_4, state.numeric, *state.other_codes)
        for code in dict.fromkeys(codes):
            if code is not None:
                bearers.setdefault(code, []).append(place)
    return {code: tuple(places) for code, places in bearers.items()}


def _present(bearers: tuple[int, ...]) -> tuple[int, ...]:
    """The bearers that bear their code today; all of them if none does."""
    states = all_states()
    present = tuple(place for place in bearers if states[place].alpha_4 is None)
    return present or bearers


def _bore_code(state: State, year: int) -> bool:
    return (
        (state.code_since is None or state.code_since <= year)
        and (state.code_until is None or year <= state.code_until)
        and state.existed_in(year)
    )


def _borne_names(state: State) -> Iterator[tuple[str, DatedName | None, bool]]:
    """Each name of `state`, its years if it has any, and whether it counts only then."""
    for name in (state.name, state.formal_name, *state.names, *state.demonyms):
        if name is not None:
            yield name, None, False
    for dated in state.former_names:
        yield dated.name, dated, False
    for dated in state.shared_names:
        yield dated.name, dated, True


@functools.cache
def _indexes() -> tuple[dict[str, tuple[_Bearer, ...]], dict[str, tuple[_Bearer, ...]]]:
    names: dict[str, tuple[_Bearer, ...]] = {}
    abbreviations: dict[str, tuple[_Bearer, ...]] = {}
    for place, state in enumerate(all_states()):
        # The state that goes on bears the name too.
        if state.is_former_name:
            continue
        for name, dated, is_shared in _borne_names(state):
            capital = capitals(name)
            index, key = (names, fold(name)) if capital is None else (abbreviations, capital)
            index[key] = (*index.get(key, ()), (place, dated, is_shared))
    return names, abbreviations


def _names() -> dict[str, tuple[_Bearer, ...]]:
    return _indexes()[0]


def _abbreviations() -> dict[str, tuple[_Bearer, ...]]:
    return _indexes()[1]


@functools.cache
def _spellings() -> dict[str, tuple[int, str]]:
    """Each folded name with the place of its first bearer and its spelling."""
    spellings: dict[str, tuple[int, str]] = {}
    for place, state in enumerate(all_states()):
        if state.is_former_name:
            continue
        for name, _, is_shared in _borne_names(state):
            if not is_shared and capitals(name) is None:
                spellings.setdefault(fold(name), (place, name))
    return spellings


def _state(row: dict[str, Any]) -> State:
    for field, value in row.items():
        if field in {"former_names", "shared_names"}:
            row[field] = tuple(
                DatedName(name=name, since=since, until=until) for name, since, until in value
            )
        elif isinstance(value, list):
            row[field] = tuple(value)
    row["status"] = CodeStatus(row["status"])
    return State(**row)
