"""States and territories, present and past: their codes, statuses and names.

The table is our own, generated from Unicode CLDR and the facts of ISO 3166; it is loaded at
the first look-up. It takes no side: an entry says that a code or a report treats something
as one, and `State.status` says what ISO makes of the code.

Examples:
    >>> from confmodel import countries
    >>> countries.get("pk").name
    'Pakistan'
    >>> [state.code for state in countries.find("Türkiye")]
    ['TR']
    >>> [state.code for state in countries.find("Congo")]
    ['CD', 'CG']
    >>> countries.find("Atlantis")
    ()
"""

from confmodel.countries._lookup import all_states, find, get, nearest
from confmodel.countries.state import CodeStatus, DatedName, State

__all__ = ["CodeStatus", "DatedName", "State", "all_states", "find", "get", "nearest"]
