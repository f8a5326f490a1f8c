"""What the table says of one state or territory."""

import enum

import attrs


class CodeStatus(enum.StrEnum):
    """What ISO 3166 says of a code: in force, reserved, withdrawn.

    The terms are those of ISO 3166-1:2020 and its maintenance agency. A status speaks of
    the code, not of the state: it recognises nobody and denies nobody.

    Examples:
        >>> CodeStatus("user_assigned") is CodeStatus.USER_ASSIGNED
        True
    """

    OFFICIALLY_ASSIGNED = "officially_assigned"
    """In the list of ISO 3166-1."""

    USER_ASSIGNED = "user_assigned"
    """From the range that ISO leaves to users, such as `XK` for Kosovo."""

    EXCEPTIONALLY_RESERVED = "exceptionally_reserved"
    """Kept for a particular use at somebody's request, such as `AC` for Ascension Island."""

    TRANSITIONALLY_RESERVED = "transitionally_reserved"
    """Withdrawn, and kept from new use for some time. The table files such an entry under
    `FORMERLY_USED`; the term is here for records that state it."""

    INDETERMINATELY_RESERVED = "indeterminately_reserved"
    """Kept because others use it, such as the sign on road vehicles. No entry of the table
    has it; the term is here for records that state it."""

    FORMERLY_USED = "formerly_used"
    """Withdrawn from ISO 3166-1 and listed, with four letters, in ISO 3166-3."""

    NONE = "none"
    """The state never had a code; most such states ended before 1974, the year of the
    first ISO 3166."""


@attrs.frozen(kw_only=True)
class DatedName:
    """A name with the years in which it was borne.

    Examples:
        >>> DatedName(name="Ceylon", since=1796, until=1972).covers(1950)
        True
    """

    name: str
    """The name as it was printed."""

    since: int | None = None
    """First year; `None` if the table does not say."""

    until: int | None = None
    """Last year; `None` if the table does not say."""

    def covers(self, year: int) -> bool:
        """Tell whether the name is known to have been borne in `year`.

        Not known is not known: a name without a last year covers nothing.

        Examples:
            >>> DatedName(name="Cathay").covers(1400)
            False
        """
        return self.until is not None and (self.since or year) <= year <= self.until


@attrs.frozen(kw_only=True)
class State:
    """A state or territory, present or past, with its codes and its names.

    An entry of a table of names, not a statement on sovereignty: codes, statuses, short
    and formal names are those of ISO 3166 and Unicode CLDR, and being an entry of its own
    says only that a code or a report treats it as one.

    Examples:
        >>> from confmodel import countries
        >>> uruguay = countries.get("UY")
        >>> uruguay.formal_name
        'the Oriental Republic of Uruguay'
        >>> uruguay.demonyms
        ('Uruguayan',)
    """

    name: str
    """Short English name: that of CLDR, written out where CLDR's is cut for menus."""

    alpha_2: str | None = None
    """Two-letter code of ISO 3166-1. For a former state the withdrawn one, which another
    state may bear today; see `code`. `None` if it never had one."""

    alpha_3: str | None = None
    """Three-letter code of ISO 3166-1, or the withdrawn one."""

    numeric: str | None = None
    """Three-digit code of ISO 3166-1 (and UN M49), or the withdrawn one. It stays when only
    the name changes."""

    alpha_4: str | None = None
    """Four-letter code of ISO 3166-3; `None` for what is not withdrawn."""

    other_codes: tuple[str, ...] = ()
    """Codes that stand or stood for it besides: `UK` (reserved), `280` (West Germany)."""

    status: CodeStatus = attrs.field(repr=lambda status: f"CodeStatus.{status.name}")
    """What ISO 3166 says of `code`."""

    formal_name: str | None = None
    """Formal English name as ISO 3166-1 prints it, with its article; for former states the
    last one. `None` where ISO gives none."""

    demonyms: tuple[str, ...] = ()
    """English adjectives and nouns for what and who belongs to it, in the singular."""

    names: tuple[str, ...] = ()
    """Other names, in no order of rank: everyday names, abbreviations (in capitals), ISO's
    short name, and CLDR's names in the languages reports are written in and its own."""

    former_names: tuple[DatedName, ...] = ()
    """Names it bore in the past, some of which are still heard."""

    shared_names: tuple[DatedName, ...] = ()
    """Names that meant it in those years and mean something else now: "Germany" for the
    German Democratic Republic. They count only for a year within."""

    since: int | None = None
    """First year. For a present state given only where it came out of another entry and no
    state of that name went before; gaps are not recorded. `None`: the table does not say,
    which never rules a year out."""

    until: int | None = None
    """Last year of a former state; `None` for a present one, or if the table does not say."""

    code_since: int | None = None
    """First year of its two-letter code, given where the code has had several bearers."""

    code_until: int | None = None
    """Last year of its two-letter code; `None` while it is in force."""

    successors: tuple[str, ...] = ()
    """Codes of the entries that took its place: those ISO 3166-3 names, or for a state
    without a code those where it mainly lay."""

    is_former_name: bool = False
    """Whether ISO 3166-3 withdrew only a name and code, and the state goes on as its one
    successor: `BUMM` for Burma. `find` answers the name with the successor."""

    @property
    def code(self) -> str | None:
        """The best code: four letters for a withdrawn one, two letters otherwise.

        Unique in the table. `None` if there is none.

        Examples:
            >>> from confmodel import countries
            >>> countries.get("URY").code, countries.get("SUN").code
            ('UY', 'SUHH')
        """
        return self.alpha_4 or self.alpha_2

    def existed_in(self, year: int) -> bool:
        """Tell whether nothing in the table rules `year` out.

        Examples:
            >>> from confmodel import countries
            >>> countries.get("SUHH").existed_in(1992)
            False
        """
        return (self.since is None or self.since <= year) and (
            self.until is None or year <= self.until
        )
