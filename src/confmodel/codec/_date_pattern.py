"""What an EDTF text looks like, as regular expressions that every engine reads alike.

The reader of dates computes; a JSON Schema can only compare. These say the
same, leap years included, but for the order of the two ends of an interval.
There is no look-ahead in them, which some engines lack.
"""

_ANY_YEAR = r"(?:[0-9]{4}|-(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]))"
# Divisible by four, and not by a hundred; in front of two zeros, by four hundred.
_FOURTH = r"(?:0[48]|[2468][048]|[13579][26])"
_LEAP_YEAR = rf"(?:-?(?:[0-9]{{2}}{_FOURTH}|{_FOURTH}00)|0000)"
_MONTH = r"(?:0[1-9]|1[0-2])"
_SEASON = r"2[1-4]"
_MONTH_AND_DAY = (
    r"(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
    r"|(?:0[13-9]|1[0-2])-(?:29|30)"
    r"|(?:0[13578]|1[02])-31)"
)
_DAY = rf"(?:{_ANY_YEAR}-{_MONTH_AND_DAY}|{_LEAP_YEAR}-02-29)"
_MARK = r"[?~%]?"

_END = rf"(?:{_DAY}|{_ANY_YEAR}(?:-(?:{_MONTH}|{_SEASON}))?){_MARK}"
_OPEN = r"(?:\.\.)?"
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
_ZONE = (
    r"(?:Z|[+-](?:0[1-9]|1[0-3])(?::[0-5][0-9])?|[+-]14(?::00)?"
    r"|\+00(?::[0-5][0-9])?|-00:(?:0[1-9]|[1-5][0-9]))"
)

DATE = (
    rf"(?:{_END}"
    rf"|(?:{_ANY_YEAR}-(?:XX(?:-XX)?|{_MONTH}-XX)|-?[0-9]{{2}}(?:[0-9]X|XX)){_MARK}"
    r"|Y-?[1-9][0-9]{4,})"
)
"""A day, a month, a season or a year, with or without digits left open."""

TIME = rf"{_DAY}T{_TIME}{_ZONE}?"
"""A day with a time."""

INTERVAL = rf"(?:{_END}/(?:{_END}|{_OPEN})|{_OPEN}/{_END})"
"""Two ends, of which one may be open or unknown."""
