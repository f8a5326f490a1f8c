"""Rows to records: each row becomes an object, and is put where it says that it stands."""

import functools
import itertools
import json
import math
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import attrs

from confmodel._numbers import exactly
from confmodel._text import did_you_mean, pointer_to, with_article
from confmodel.codec._collector import without_collector
from confmodel.codec._read import read_plain
from confmodel.codec.limits import Limits, too_deep
from confmodel.errors import Finding, LoadError, shown
from confmodel.formats._tables_schema import (
    TABLES,
    ColumnType,
    Table,
    homes_of,
    is_of_the_conference,
    link_table_of,
)
from confmodel.model import Conference
from confmodel.model._shape import Field, Form, fields_of, is_record

Columns = Mapping[str, Sequence[Any]]
"""The cells of a table, column by column."""

Members = dict[str, Any]

_MOST_LOOKED_FOR = 50
"""Rows without an owner for which the nearest one is looked for, which takes its time."""


@attrs.frozen
class _Row:
    """Where something came from, so that a fault can be shown to whoever wrote it."""

    table: str
    number: int


@attrs.frozen
class _Placed:
    """Something that belongs into a field of an owner."""

    position: int
    value: Any
    row: _Row


def records_of(
    tables: Mapping[str, Columns],
    limits: Limits,
    *,
    check: bool,
    named: Callable[[str, int], str] = "row {1} of {0}".format,
) -> tuple[Conference, ...]:
    """Build the records that the rows of some tables hold, in the order of the conferences.

    Args:
        tables: The columns of each table; what is derived is not read.
        limits: How many rows there may be in all.
        check: Whether integrity is checked too.
        named: Names a row in messages, from its table and its number from 1.

    Raises:
        LoadError: With all the reasons, each with its row; a pointer leads into
            the rows of the tables.
    """
    with without_collector():  # it would look through all of them again and again
        return _Assembly(tables, limits, named).records(check=check)


class _Assembly:
    def __init__(
        self, tables: Mapping[str, Columns], limits: Limits, named: Callable[[str, int], str]
    ) -> None:
        self.tables = tables
        self.limits = limits
        self.named = named
        self.findings: list[Finding] = []
        self.documents: list[Members] = []
        # By the conference and the key: the object, and its class.
        self.objects: dict[tuple[str, str], tuple[Members, type]] = {}
        # By the identity of an object, which lives as long as this does.
        self.origins: dict[int, _Row] = {}
        # By the conference and the owner, then by the field.
        self.slots: dict[tuple[str, str], dict[str, list[_Placed]]] = {}
        self.looked_for = 0

    def records(self, *, check: bool) -> tuple[Conference, ...]:
        """Build the records, or tell all that keeps them from being built."""
        self._refuse_too_many()
        for name, columns in self.tables.items():
            table = TABLES.get(name)
            if table is None:
                remedy = did_you_mean(name, TABLES, "correct its name, or leave it out")
                self._fault(
                    "E103", (name,), f"no table is called {shown(name)}", remedy, value=name
                )
            elif self._has_its_columns(table, columns):
                self._take(table, columns)
        self._put_in_place()
        found = []
        for document in self.documents:
            try:
                found.append(read_plain(document, check=check))
            except LoadError as error:
                self.findings += [self._traced(each, document) for each in error.findings]
        if self.findings:
            raise LoadError(self.findings)
        return tuple(found)

    def _refuse_too_many(self) -> None:
        count = sum(
            max((len(cells) for cells in columns.values()), default=0)
            for columns in self.tables.values()
        )
        if count > self.limits.max_objects:
            raise LoadError([too_many_rows(count, self.limits)])

    # Tables and their columns

    def _has_its_columns(self, table: Table, columns: Columns) -> bool:
        known = {each.name for each in table.columns}
        for name in columns:
            if name not in known:
                self._fault(
                    "E103",
                    (table.name,),
                    f"{table.name} has no column {shown(name)}",
                    did_you_mean(str(name), known, "correct its name, or leave it out"),
                    value=name,
                )
        is_empty = not any(len(cells) for cells in columns.values())
        missing = [
            each.name
            for each in table.columns
            if each.is_required and not (each.is_derived or is_empty or each.name in columns)
        ]
        for name in missing:
            self._fault("E102", (table.name,), f"{table.name} lacks the column {name!r}", "add it")
        return not (missing or is_empty)

    def _take(self, table: Table, columns: Columns) -> None:
        read = [each for each in table.columns if not each.is_derived and each.name in columns]
        ties = [each.name for each in read if each.field is None]
        own = [(each.field, each.part, each.type) for each in read if each.field is not None]
        cells = zip(*(columns[each.name] for each in read if each.field is not None), strict=True)
        # The conferences are tied to nothing.
        tied = zip(*(columns[name] for name in ties), strict=True) if ties else itertools.repeat(())
        add = self._add_link if table.link else self._add_object
        for number, (tie, values) in enumerate(zip(tied, cells, strict=False)):
            row = _Row(table.name, number)
            add(table, row, dict(zip(ties, tie, strict=True)), list(zip(own, values, strict=True)))

    # One row

    def _add_object(
        self,
        table: Table,
        row: _Row,
        tie: Members,
        cells: list[tuple[tuple[str, str, ColumnType], Any]],
    ) -> None:
        members = self._members(table, row, cells)
        is_root = table.of is Conference
        conference = members.get("id") if is_root else tie["conference_id"]
        key = members.get("id") if table.key == "id" else tie["key"]
        if not (isinstance(conference, str) and isinstance(key, str)):
            if is_root:  # it has nothing but this to go by, so that its faults are told at once
                self.origins[id(members)] = row
                self.documents.append(members)
            else:
                name = "conference_id" if not isinstance(conference, str) else str(table.key)
                self._fault_in(row, name, "E102", "it is missing, or no text", "name it")
            return
        if (conference, key) in self.objects:
            self._fault_in(
                row,
                str(table.key),
                "E201",
                f"another row of {shown(conference)} is called {shown(key)}",
                "give each a name of its own",
                value=key,
            )
            return
        self.objects[conference, key] = (members, table.of)
        self.origins[id(members)] = row
        if is_root:
            self.documents.append(members)
            return
        owner, field = tie.get("owner"), tie.get("field")
        if is_of_the_conference(table.of):
            owner = conference
        homes = homes_of(table.of)
        if len(homes) == 1:
            field = homes[0][1]
        self._place(row, conference, owner, field, tie["position"], members)

    def _add_link(
        self,
        table: Table,
        row: _Row,
        tie: Members,
        cells: list[tuple[tuple[str, str, ColumnType], Any]],
    ) -> None:
        conference = tie["conference_id"]
        if not isinstance(conference, str):
            self._fault_in(row, "conference_id", "E102", "it is missing, or no text", "name it")
            return
        self._place(row, conference, tie["owner"], table.link, tie["position"], cells[0][1])

    def _place(  # noqa: PLR0917 - what a row says of its place
        self, row: _Row, conference: str, owner: Any, field: Any, position: Any, value: Any
    ) -> None:
        for name, cell in (("owner", owner), ("field", field)):
            if not isinstance(cell, str):
                self._fault_in(row, name, "E102", "it is missing, or no text", "name it")
                return
        if not isinstance(position, int) or isinstance(position, bool):
            what = f"{shown(position)} is no position"
            self._fault_in(row, "position", "E101", what, "count from 0", value=position)
            return
        slots = self.slots.setdefault((conference, owner), {})
        slots.setdefault(field, []).append(_Placed(position, value, row))

    def _members(
        self, table: Table, row: _Row, cells: list[tuple[tuple[str, str, ColumnType], Any]]
    ) -> Members:
        """Build the members of an object from its cells, as they are on the wire."""
        members: Members = {}
        extra = None
        for (field, part, type_), cell in cells:
            if cell is None:
                continue
            if type_ is ColumnType.NUMBER:
                members[field] = _plain_number(cell)
            elif field == "extra":
                extra = cell
            elif not part:
                members[field] = cell
            elif part == "other":
                if field in members:
                    what = f"both {field} and {field}_other are given"
                    self._fault_in(row, f"{field}_other", "E101", what, "keep one of them")
                members[field] = {"other": cell}
            elif part == "wording":
                edtf = members.get(field)
                members[field] = {"wording": cell} if edtf is None else {"edtf": edtf, part: cell}
            else:
                members.setdefault(field, {})[part] = cell
        if extra is not None:
            self._lift(table, row, extra, members)
        return members

    def _lift(self, table: Table, row: _Row, text: object, members: Members) -> None:
        """Put the members that the tables have no column for beside the others."""
        try:
            found = _json_object(str(text), self.limits)
        except ValueError as error:
            self._fault_in(row, "extra", "E109", str(error), "give a JSON object", value=text)
            return
        names = {each.name for each in fields_of(table.of)} | {"requires"}
        for name, value in found.items():
            if name in names:
                what = f"{shown(name)} has a column of its own"
                self._fault_in(row, "extra", "E109", what, "write it there", value=name)
            else:
                members[name] = value

    # All rows together

    def _put_in_place(self) -> None:
        for (conference, owner), slots in self.slots.items():
            found = self.objects.get((conference, owner))
            if found is None:
                for one in (each for slot in slots.values() for each in slot):
                    self._no_owner(one.row, conference, owner)
                continue
            members, kind = found
            for name, placed in slots.items():
                self._fill(members, kind, name, placed)

    def _fill(self, members: Members, kind: type, name: str, placed: list[_Placed]) -> None:
        held = _held_in_rows(kind).get(name)
        fitting = []
        for each in placed:
            if held is not None and held[1] == each.row.table:
                fitting.append(each)
            else:
                self._misplaced(each.row, kind, name)
        fitting.sort(key=lambda each: each.position)
        for before, after in itertools.pairwise(fitting):
            if before.position == after.position:
                self._fault_in(
                    after.row,
                    "position",
                    "E101",
                    f"position {after.position} is taken twice",
                    "count on",
                    value=after.position,
                )
        if not fitting or held is None:
            return
        if held[0].is_many:
            members[name] = [each.value for each in fitting]
            return
        for each in fitting[1:]:
            self._fault_in(each.row, "position", "E101", f"{name} holds one only", "keep one")
        members[name] = fitting[0].value

    def _misplaced(self, row: _Row, kind: type, name: str) -> None:
        fitting = [field for field, held in _held_in_rows(kind).items() if held[1] == row.table]
        column = "field" if fitting else "owner"
        self._fault_in(
            row,
            column,
            "E101",
            f"{with_article(kind.__name__)} holds no row of {row.table} in {shown(name)}",
            f"give one of: {', '.join(fitting)}" if fitting else "name an owner that holds some",
            value=name,
        )

    def _no_owner(self, row: _Row, conference: str, owner: str) -> None:
        if (conference, conference) not in self.objects:
            known = (document.get("id") for document in self.documents)
            what, name, wrong = "no conference", "conference_id", conference
        else:
            known = (key for c, key in self.objects if c == conference)
            what, name, wrong = "no row", "owner", owner
        if is_of_the_conference(TABLES[row.table].of) and not TABLES[row.table].link:
            name = "conference_id"
        remedy = "correct it"
        self.looked_for += 1
        if self.looked_for <= _MOST_LOOKED_FOR:
            remedy = did_you_mean(wrong, (each for each in known if isinstance(each, str)), remedy)
        self._fault_in(row, name, "E202", f"{what} is called {shown(wrong)}", remedy, value=wrong)

    # Faults

    def _fault(
        self, code: str, place: tuple[str | int, ...], what: str, remedy: str, *, value: Any = None
    ) -> None:
        self.findings.append(
            Finding(
                code=code,
                pointer=pointer_to(place),
                message=what,
                help=remedy,
                value=None if value is None else shown(value),
            )
        )

    def _fault_in(
        self, row: _Row, column: str, code: str, what: str, remedy: str, *, value: Any = None
    ) -> None:
        self._fault(
            code,
            (row.table, row.number, column),
            f"{self.named(row.table, row.number + 1)}, {column}: {what}",
            remedy,
            value=value,
        )

    def _traced(self, finding: Finding, document: Members) -> Finding:
        """Say of a fault of a record in which row it is."""
        steps = [
            step.replace("~1", "/").replace("~0", "~") for step in finding.pointer.split("/")[1:]
        ]
        row, inside = self.origins[id(document)], steps
        value: Any = document
        for n, step in enumerate(steps):
            # A list of ours ends where its rows do, and a pointer goes no further.
            value = value[int(step)] if isinstance(value, list) else value.get(step)
            if id(value) in self.origins:
                row, inside = self.origins[id(value)], steps[n + 1 :]
        place = ", ".join([self.named(row.table, row.number + 1), *inside[:1]])
        return attrs.evolve(
            finding,
            pointer=pointer_to((row.table, row.number, *inside)),
            message=f"{place}: {finding.message}",
        )


@functools.cache
def _held_in_rows(kind: type) -> Mapping[str, tuple[Field, str]]:
    """List the fields of a class that have their rows in other tables, with the table."""
    found = {}
    for field in fields_of(kind):
        if field.form is Form.OBJECT and is_record(field.kind):
            found[field.name] = (field, _TABLES_OF[field.kind])
        elif field.is_many:
            found[field.name] = (field, link_table_of(kind, field.name))
    return found


_TABLES_OF = {each.of: each.name for each in TABLES.values() if each.link is None}


# Of a number, a digit has its place within 15 of the point or 24 before it; what
# is far from that is refused anyway, and must not be written out first.
_FARTHEST = 40


def _plain_number(value: Any) -> Any:
    """Return a number as JSON has it: whole ones as whole ones."""
    if isinstance(value, float) and math.isfinite(value):
        value = Decimal(repr(value))
    if isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) <= _FARTHEST:
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _json_object(text: str, limits: Limits) -> Members:
    if too_deep(text.encode("utf-8", "surrogatepass"), limits) is not None:
        raise ValueError("it is nested too deep")
    try:
        found = json.loads(text, object_pairs_hook=_unique, parse_float=exactly)
    except ValueError as error:
        raise ValueError(f"it is no JSON ({error})") from None
    if isinstance(found, dict):
        return found
    raise ValueError(f"{shown(text)} is no JSON object")


def _unique(pairs: list[tuple[str, Any]]) -> Members:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError("a member stands twice")
    return members


def too_many_rows(count: int, limits: Limits) -> Finding:
    """Say that the tables have more rows than are allowed."""
    return Finding(
        code="E113",
        pointer="",
        message=f"the tables have {count} rows, and {limits.max_objects} are allowed",
        help="split them by conference, or allow more with Limits(max_objects=...)",
    )
