"""A list of delegates from a spreadsheet: CSV or XLSX with a mapping of its columns.

Each row is one person. What the row says of their country is looked up, and
never guessed; their name stays as it is, and is never taken apart.
"""

import enum
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, TypeVar

import attrs

from confmodel._text import did_you_mean, pointer_to, slug
from confmodel.codec import Limits
from confmodel.codec._files import read_bytes
from confmodel.codec._findings import MOST
from confmodel.errors import Finding, InvalidValueError, LoadError, UnknownNameError, shown
from confmodel.formats._bearers import Bearers
from confmodel.formats._free_ids import FreeIds
from confmodel.formats._sheets import Rows, sheet_rows
from confmodel.model import (
    Attendance,
    Conference,
    Country,
    Delegate,
    Delegation,
    Entity,
    Evidence,
    Function,
    Organization,
    Other,
    Source,
)
from confmodel.model._index import identified

__all__ = ["DelegateList", "read"]

E = TypeVar("E", bound=Entity)

_DEFAULT = Limits()

_ROLES = (
    "name",
    "honorific",
    "office",
    "country",
    "organization",
    "delegation",
    "function",
    "attendance",
    "note",
)
_LONGEST_SLUG = 60


@attrs.frozen(kw_only=True)
class DelegateList:
    r"""What a list says: people, the delegations they belong to, and whom these stand for.

    Only what the record that was given does not have yet.

    Examples:
        >>> import io
        >>> found = read(
        ...     io.StringIO("Name,Country\nRosa Vale,Norway\n"),
        ...     columns={"name": "Name", "country": "Country"},
        ... )
        >>> found.added_to(Conference(id="c", name="C")).delegations
        (Delegation(id='norway-delegation', of=('norway',)),)
    """

    countries: tuple[Country, ...] = ()
    """The countries, in the order of the list."""

    organizations: tuple[Organization, ...] = ()
    """The organizations, in the order of the list."""

    delegations: tuple[Delegation, ...] = ()
    """The delegations, in the order of the list."""

    delegates: tuple[Delegate, ...] = ()
    """The people, in the order of the list."""

    def added_to(self, record: Conference) -> Conference:
        """Return a record that has them behind its own."""
        return attrs.evolve(
            record,
            countries=(*record.countries, *self.countries),
            organizations=(*record.organizations, *self.organizations),
            delegations=(*record.delegations, *self.delegations),
            delegates=(*record.delegates, *self.delegates),
        )


def read(
    source: str | os.PathLike[str] | IO[bytes] | IO[str],
    *,
    columns: Mapping[str, str],
    words: Mapping[str, Mapping[str, str]] | None = None,
    record: Conference | None = None,
    evidence: Source | str | None = None,
    delimiter: str = ",",
    sheet: str | None = None,
    limits: Limits = _DEFAULT,
) -> DelegateList:
    r"""Read a list of delegates: a row for each person, under a row of headings.

    An id is made from the name: "Zoë Vale" is `zoe-vale`, and a second one of
    that name `zoe-vale-2`; a name without Latin letters has an id from its
    digest. The same list gives the same ids.

    The delegation of a person is that of their country or organization; a
    column of its own tells several of one country apart. White space around a
    cell is left out, and rows without anything, too.

    Args:
        source: The path of a CSV file (in UTF-8) or an XLSX file, or an open file.
        columns: The heading of the column for each of `name` (which has to be
            there), `honorific`, `office`, `country`, `organization`,
            `delegation`, `function`, `attendance` and `note`. Other columns
            are not read.
        words: What words of the list stand for, by column, such as
            `{"country": {"Congo": "CD"}, "function": {"Chef": "head"}}`. A
            function that is no value of `Function` is kept as it is.
        record: The record that they are meant for: its countries and
            organizations, by whichever of their names, codes and acronyms, and
            its delegations are used again, and its ids avoided.
        evidence: The source that the list is; each person then has their name
            in it as evidence.
        delimiter: The character between two cells of CSV.
        sheet: The name of the sheet of XLSX. `None` for the first.
        limits: How many bytes, unpacked, and rows (`max_objects`) there may be.

    Raises:
        LoadError: With every fault of every row, but a thousand at most: a
            country that nobody knows, a country or organization that can be
            several, a name that is missing, a row that stands twice. A pointer
            is the row as spreadsheets count, and the heading.
        OSError: If the file cannot be read.
        InvalidValueError: If an argument is none of the above.
        MissingExtraError: If it is XLSX, and openpyxl is not installed.

    Examples:
        >>> import io
        >>> text = "Name,Country\nRosa Vale,Norway\nA. Diallo,Guinee\n,Korea\n"
        >>> read(io.StringIO(text), columns={"name": "Name", "country": "Country"})
        Traceback (most recent call last):
        confmodel.errors.LoadError: 2 problems
          E102 /4/Name: row 4, Name: the name is missing; give it, or leave the row out
          E107 /4/Country: row 4, Country: 'Korea' can mean several states; ...
    """
    words = {} if words is None else words
    _refuse_wrong_columns(columns, words)
    if not isinstance(delimiter, str) or len(delimiter) != 1 or delimiter in '"\r\n':
        raise _invalid("delimiter", delimiter, "is no delimiter", "give one character, such as ';'")
    if record is not None and not isinstance(record, Conference):
        raise _invalid("record", record, "is no record", "give a Conference, or leave it out")
    rows = sheet_rows(
        read_bytes(source, limits.max_bytes), limits, delimiter=delimiter, sheet=sheet
    )
    reader = _Reader(record, words, evidence)
    reader.take(rows, columns)
    return reader.result()


def _refuse_wrong_columns(columns: Mapping[str, str], words: Mapping[str, object]) -> None:
    for path, given in (("columns", columns), ("words", words)):
        if not isinstance(given, Mapping):
            raise _invalid(path, given, "is no mapping", "give what belongs to each column")
        for role in given:
            if role not in _ROLES:
                remedy = did_you_mean(str(role), _ROLES, f"give one of: {', '.join(_ROLES)}")
                raise _invalid(path, role, "is no column that a delegate has", remedy)
    if "name" not in columns:
        raise _invalid("columns", "name", "has no heading", "say which column has the names")
    for role, meanings in words.items():
        if not isinstance(meanings, Mapping) or not all(
            isinstance(each, str) for each in meanings.values()
        ):
            remedy = f"give them as in {{'{role}': {{'word': 'what it stands for'}}}}"
            raise _invalid("words", meanings, "does not say what words stand for", remedy)


def _invalid(path: str, value: object, what: str, remedy: str) -> InvalidValueError:
    return InvalidValueError(
        code="E101", path=path, value=value, message=f"{shown(value)} {what}", help=remedy
    )


class _Reader:
    """What has been read so far, and what is wrong with it."""

    def __init__(
        self,
        record: Conference | None,
        words: Mapping[str, Mapping[str, str]],
        evidence: Source | str | None,
    ) -> None:
        self.words = words
        self.evidence = evidence
        self.headings: Mapping[str, str] = {}
        self.findings: list[Finding] = []
        self.old = set() if record is None else {each for each, _ in identified(record)}
        self.ids = FreeIds(self.old)
        self.seen: dict[tuple[str, ...], int] = {}
        # What there is, by all that the list may call it.
        self.countries: Bearers[Country] = Bearers(() if record is None else record.countries)
        self.organizations: Bearers[Organization] = Bearers(
            () if record is None else record.organizations
        )
        self.delegations: dict[tuple[str | None, str | None], Delegation] = {}
        self.delegates: list[Delegate] = []
        # What was looked up, so that a list of thousands asks once.
        self.found: dict[str, Country | UnknownNameError] = {}
        # Those of the record, by whom alone they stand for.
        self.parties: dict[str, list[Delegation]] = {}
        self.present: set[tuple[str | None, str | None]] = set()
        if record is not None:
            self._know(record)

    def _know(self, record: Conference) -> None:
        for party in record.delegations:
            if len(party.of) == 1:
                self.parties.setdefault(party.of[0], []).append(party)
            if party.name is not None and len(party.of) <= 1:
                self.delegations.setdefault((next(iter(party.of), None), party.name), party)
        self.present = {
            (name, each.delegation)
            for each in record.delegates
            for name in (each.name, *(other.value for other in each.other_names))
        }

    def result(self) -> DelegateList:
        """Return what the list has, or raise what is wrong with it."""
        if self.findings:
            raise LoadError(self.findings)
        return DelegateList(
            countries=self._new(self.countries.all),
            organizations=self._new(self.organizations.all),
            delegations=self._new(self.delegations.values()),
            delegates=tuple(self.delegates),
        )

    def _new(self, found: Iterable[E]) -> tuple[E, ...]:
        by_id = {each.id: each for each in found}
        return tuple(each for each in by_id.values() if each.id not in self.old)

    def take(self, rows: Rows, columns: Mapping[str, str]) -> None:
        """Read all rows."""
        self.headings = columns
        places = self._places(rows[0] if rows else [], columns)
        for number, row in enumerate(rows[1:], start=2):
            cells = {
                role: text
                for role, place in places.items()
                if place < len(row) and (text := row[place].strip())
            }
            if cells:
                self._take_row(number, cells)

    def _places(self, header: list[str], columns: Mapping[str, str]) -> dict[str, int]:
        headings = [each.strip() for each in header]
        places = {}
        for role, heading in columns.items():
            if headings.count(heading) == 1:
                places[role] = headings.index(heading)
                continue
            known = [each for each in headings if each]
            remedy = did_you_mean(str(heading), known, "give the heading as row 1 has it")
            what = "no column" if heading not in headings else "more than one column"
            self.findings.append(
                Finding(
                    code="E103",
                    pointer="/1",
                    message=f"row 1: {what} is called {shown(heading)}",
                    help=remedy,
                    value=shown(heading),
                )
            )
        return {} if self.findings else places

    def _take_row(self, number: int, cells: Mapping[str, str]) -> None:
        before = len(self.findings)
        same = self.seen.setdefault(tuple(cells.get(role, "") for role in _ROLES), number)
        if same != number:
            what = f"it says the same as row {same}"
            self._fault(number, "name", "E201", what, "leave one of them out, or tell them apart")
            return
        if "name" not in cells:
            remedy = "give it, or leave the row out"
            self._fault(number, "name", "E102", "the name is missing", remedy)
        try:
            choices = dict(self._choices(number, cells))
            delegation = self._delegation(number, cells, self._represented(number, cells))
            if len(self.findings) == before:
                self._add(number, cells, delegation, choices)
        except InvalidValueError as error:  # of a text that no record can hold
            role = error.path if error.path in self.headings else "name"
            self._fault(number, role, error.code, error.message, error.help, value=error.value)

    def _add(
        self,
        number: int,
        cells: Mapping[str, str],
        delegation: str | None,
        choices: Mapping[str, Any],
    ) -> None:
        name = self._said("name", cells)
        if (name, delegation) in self.present:
            what = f"{shown(name)} is in the record already"
            self._fault(number, "name", "E201", what, "leave the row out", value=name)
            return
        delegate = Delegate(
            id=self.ids.free(_slug_of(name)),
            name=name,
            honorific=self._said("honorific", cells) if "honorific" in cells else None,
            offices=[self._said("office", cells)] if "office" in cells else (),
            delegation=delegation,
            note=self._said("note", cells) if "note" in cells else None,
            # Evidence has the words of the list, whatever they stand for.
            evidence=[Evidence(source=self.evidence, exact=cells["name"])] if self.evidence else (),
            **choices,
        )
        self.delegates.append(delegate)

    def _choices(self, number: int, cells: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
        kinds: tuple[tuple[str, type[enum.Enum]], ...] = (
            ("function", Function),
            ("attendance", Attendance),
        )
        for role, kind in kinds:
            if role not in cells:
                continue
            word = self._said(role, cells)
            known = [each.value for each in kind]
            value = "_".join(word.lower().split())
            if value in known:
                yield role, kind(value)
            elif role == "function":
                yield role, Other(other=word)
            else:
                remedy = did_you_mean(value, known, f"say in words what it is: {', '.join(known)}")
                what = f"{shown(word)} is no {role}"
                self._fault(number, role, "E115", what, remedy, value=word)

    def _represented(self, number: int, cells: Mapping[str, str]) -> str | None:
        """Return the id of the country or organization of a row."""
        if "country" in cells and "organization" in cells:
            what = "both a country and an organization are given"
            self._fault(number, "country", "E101", what, "keep the one that the person came for")
            return None
        if "country" in cells:
            country = self._country(number, self._said("country", cells))
            return None if country is None else country.id
        if "organization" in cells:
            body = self._organization(number, self._said("organization", cells))
            return None if body is None else body.id
        return None

    def _organization(self, number: int, name: str) -> Organization | None:
        try:
            body = self.organizations.bearer_of(name)
        except UnknownNameError as error:
            self._fault(number, "organization", "E203", error.message, error.help, value=name)
            return None
        if body is None:
            body = Organization(id=self.ids.free(_slug_of(name)), name=name)
            self.organizations.add(body)
        return body

    def _country(self, number: int, text: str) -> Country | None:
        if text not in self.found:
            try:
                self.found[text] = self._looked_up(text)
            except UnknownNameError as error:
                self.found[text] = error
        found = self.found[text]
        if isinstance(found, Country):
            return found
        self._fault(number, "country", "E107", found.message, found.help, value=text)
        return None

    def _looked_up(self, text: str) -> Country:
        found = self.countries.bearer_of(text)
        if found is not None:
            return found
        country = Country.of(text)
        for name in filter(None, (country.code, country.name)):
            found = self.countries.bearer_of(name)
            # What has another code is another state, whatever it is called.
            if found is not None and found.code in (None, country.code):
                return found
        country = attrs.evolve(country, id=self.ids.free(country.id))
        self.countries.add(country)
        return country

    def _delegation(self, number: int, cells: Mapping[str, str], owner: str | None) -> str | None:
        name = self._said("delegation", cells) if "delegation" in cells else None
        if owner is None and name is None:
            return None
        found = self.delegations.get((owner, name))
        known = [] if owner is None or name is not None else self.parties.get(owner, [])
        if found is None and len(known) > 1:
            ids = ", ".join(each.id for each in known)
            what = f"several delegations of {owner} are in the record ({ids})"
            remedy = "give the name of the delegation in a column of its own"
            self._fault(number, "delegation", "E203", what, remedy)
            return None
        if found is None and known:
            return known[0].id
        if found is None:
            base = f"{owner}-delegation" if name is None else _slug_of(name)
            found = Delegation(id=self.ids.free(base), of=[owner] if owner else (), name=name)
            self.delegations[owner, name] = found
        return found.id

    def _said(self, role: str, cells: Mapping[str, str]) -> str:
        return self.words.get(role, {}).get(cells[role], cells[role])

    def _fault(
        self,
        number: int,
        role: str,
        code: str,
        what: str,
        remedy: str,
        *,
        value: object = None,
    ) -> None:
        heading = self.headings.get(role, role)
        self.findings.append(
            Finding(
                code=code,
                pointer=pointer_to((number, heading)),
                message=f"row {number}, {heading}: {what}",
                help=remedy,
                value=None if value is None else shown(value),
            )
        )
        if len(self.findings) >= MOST:
            raise LoadError(self.findings)


def _slug_of(name: str) -> str:
    """Make the beginning of an id from a name, whatever its script."""
    found = slug(name)[:_LONGEST_SLUG].strip("-")
    return found or f"x{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
