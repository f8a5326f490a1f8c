"""Strategies for documents with exactly one fault."""

from collections.abc import Callable, Collection, Iterator
from typing import Any, TypeAlias

import attrs

from confmodel.errors import InvalidValueError, shown
from confmodel.model import FORMAT_VERSION, Conference, Entity, Evidence, Figure, Part, Source
from confmodel.model._constraints import Matches, NotEmpty, Within
from confmodel.model._shape import Field, Form, fields_of
from confmodel.strategies._conferences import conferences
from confmodel.strategies._hypothesis import DrawFn, SearchStrategy, st

Members: TypeAlias = dict[str, Any]


@attrs.frozen(kw_only=True)
class Fault:
    """A document that is right but for one thing.

    Examples:
        >>> Fault(document={"id": "c"}, code="E102", pointer="/name", what="no name").code
        'E102'
    """

    document: dict[str, Any]
    """The document, as plain data."""

    code: str
    """The code that a load has to report."""

    pointer: str
    """Where, as a JSON Pointer (RFC 6901)."""

    what: str
    """What is wrong, in words, for the one who reads a failing test."""


@attrs.frozen
class _Spot:
    """One object of a document."""

    owner: type
    members: Members
    pointer: str

    def fields(self) -> Iterator[Field]:
        return (field for field in fields_of(self.owner) if field.form is not Form.EXTRA)

    def set(self, field: Field, value: object) -> None:
        """Fill a field, which then cannot be named as not stated."""
        self.members[field.name] = value
        marked = self.members.get("not_stated", [])
        if field.name != "not_stated" and field.name in marked:
            marked.remove(field.name)

    def append(self, field: Field, value: object) -> str:
        """Add one to a field that holds several, and return its pointer."""
        held = [*self.members.get(field.name, ()), value]
        self.set(field, held)
        return f"{self.pointer}/{field.name}/{len(held) - 1}"


@attrs.frozen
class _Ground:
    """A right document, in which a fault is to be planted."""

    draw: DrawFn
    document: Members
    spots: tuple[_Spot, ...]

    @property
    def root(self) -> _Spot:
        return self.spots[0]

    def pick(self, fits: Callable[[_Spot, Field], object]) -> tuple[_Spot, Field] | None:
        """Choose a field of an object among those that fit."""
        found = [
            (spot, field) for spot in self.spots for field in spot.fields() if fits(spot, field)
        ]
        return self.draw(st.sampled_from(found)) if found else None

    def one_of(self, *values: Any) -> Any:
        return self.draw(st.sampled_from(values))

    def ids(self) -> dict[str, str]:
        """Collect every id of the document, with its kind."""
        return {
            spot.members["id"]: spot.owner.kind_name  # type: ignore[attr-defined] # whatever has an id has it
            for spot in self.spots
            if "id" in spot.members
        }

    def unused_id(self) -> str:
        taken = self.ids()
        return next(name for n in range(len(taken) + 1) if (name := f"nobody-{n}") not in taken)

    def plant_entity(self, **members: object) -> str:
        """Add an entity that nothing refers to, and return its pointer."""
        entities = [field for field in self.root.fields() if issubclass(field.kind, Entity)]
        field = self.draw(st.sampled_from(entities))
        required = {each.name: "a" for each in fields_of(field.kind) if each.is_required}
        return self.root.append(field, {**required, **members})


_FLAGS = (True, False)

Planted: TypeAlias = tuple[str, str]
"""Where the fault is, and what it is."""


def _wrong_type(ground: _Ground) -> Planted:
    def fits(spot: _Spot, field: Field) -> bool:
        # Without an id or an inner object, others would refer to nothing.
        return field.name in spot.members and field.form is not Form.OBJECT and not _is_fixed(field)

    spot, field = _found(ground.pick(fits))
    if field.is_many:
        wrong = ground.one_of("a", 7, {})
    elif field.form in (Form.WHOLE, Form.DECIMAL):
        wrong = ground.one_of("7", [], {}, *_FLAGS)
    elif field.form is Form.FLAG:
        wrong = ground.one_of("yes", 1, [], {})
    else:
        wrong = ground.one_of(7, 0.5, [], *_FLAGS)
    spot.set(field, wrong)
    return f"{spot.pointer}/{field.name}", f"{field.name} is {wrong!r}"


def _missing(ground: _Ground) -> Planted:
    spot, field = _found(ground.pick(lambda _, field: field.is_required and not _is_fixed(field)))
    del spot.members[field.name]
    return f"{spot.pointer}/{field.name}", f"{field.name} is missing"


def _unknown(ground: _Ground) -> Planted:
    spot, field = _found(ground.pick(lambda *_: True))
    known = {each.name for each in fields_of(spot.owner)}
    name = field.name
    misspelt = [name[:n] + name[n + 1] + name[n] + name[n + 2 :] for n in range(len(name) - 1)]
    wrong = ground.one_of(*(each for each in misspelt if each not in known), f"{name}_")
    spot.members[wrong] = None
    return f"{spot.pointer}/{wrong}", f"{name} is misspelt"


def _bad_id(ground: _Ground) -> Planted:
    wrong = ground.one_of("Lake Side", "", "ünal", "-a", "a/b", "A", "a\n", ".")
    return f"{ground.plant_entity(id=wrong)}/id", f"{wrong!r} is no id"


_MEASURES = {(Source, "length"), (Part, "number"), (Evidence, "part")}


def _out_of_range(ground: _Ground) -> Planted:
    def fits(spot: _Spot, field: Field) -> bool:
        # Evidence is held against its source by these; a change would be a second fault.
        is_measure = (spot.owner, field.name) in _MEASURES
        is_bounded = isinstance(field.constraint, NotEmpty | Within) or field.form is Form.DECIMAL
        return field.name in spot.members and is_bounded and not field.is_many and not is_measure

    spot, field = _found(ground.pick(fits))
    if isinstance(field.constraint, NotEmpty):
        wrong: object = ""
    elif (spot.owner, field.name) == (Evidence, "start"):
        wrong = -1  # what starts too late is also behind the end of its source
    else:
        wrong = ground.one_of(-1, 10**25)
    spot.set(field, wrong)
    return f"{spot.pointer}/{field.name}", f"{field.name} is {wrong!r}"


def _bad_date(ground: _Ground) -> Planted:
    spot, field = _found(ground.pick(lambda _, field: field.form is Form.DATE))
    wrong = ground.one_of(
        "soon", "2026-02-30", "2026-13", "2026-2-7", "", "2031-05-08/2031-05-06", "1.9.1939"
    )
    spot.set(field, wrong)
    return f"{spot.pointer}/{field.name}", f"{wrong!r} is no date"


def _bad_code(ground: _Ground) -> Planted:
    def fits(_: _Spot, field: Field) -> bool:
        return isinstance(field.constraint, Matches) and field.constraint.code == "E107"

    wrong = ground.one_of("?", "p", "", "PK\n", "1")
    spot, field = _found(ground.pick(fits))
    spot.set(field, wrong)
    return f"{spot.pointer}/{field.name}", f"{wrong!r} is no right code"


def _no_words(ground: _Ground) -> Planted:
    def fits(spot: _Spot, field: Field) -> bool:
        is_background = spot.members.get("basis") == "background"
        return (
            spot.owner is Evidence and field.name == "exact" in spot.members and not is_background
        )

    seal = {"length": 1, "sha256": "0" * 64}
    found = ground.pick(fits)
    if found is None:
        place = _plant_evidence(ground, {}, ground.one_of({}, {"exact": "a", "seal": seal}))
        return f"{place}/exact", "evidence with both words and seal, or neither"
    spot, _ = found
    if ground.draw(st.booleans()):
        del spot.members["exact"]
        return f"{spot.pointer}/exact", "evidence without words"
    spot.members["seal"] = seal
    return f"{spot.pointer}/exact", "evidence with both words and seal"


def _no_number(ground: _Ground) -> Planted:
    spot, field = _found(ground.pick(lambda _, field: field.kind is Figure and field.is_many))
    figure = ground.one_of({}, {"unit": "percent"}, {"of": "a"}, {"value": 1, "low": 1})
    return f"{spot.append(field, figure)}/value", "a figure with no number, or with two"


def _unknown_choice(ground: _Ground) -> Planted:
    def fits(spot: _Spot, field: Field) -> bool:
        # The kind of a part is a label that evidence may name.
        return field.form is Form.CHOICE and spot.owner is not Part

    spot, field = _found(ground.pick(fits))
    members = list(field.kind)  # type: ignore[call-overload] # a vocabulary
    wrong = ground.one_of("no such word", "", f"{members[0].value}s", members[0].name.title())
    spot.set(field, wrong)
    return f"{spot.pointer}/{field.name}", f"{wrong!r} is no {field.kind.__name__}"


def _double_id(ground: _Ground) -> Planted:
    taken = ground.ids()
    # Discrepancies come last, so this is never the first that has the id.
    identifier = ground.draw(st.sampled_from(list(taken)))
    place = ground.root.append(_field(Conference, "discrepancies"), {"id": identifier})
    return f"{place}/id", f"{identifier!r} is taken by a {taken[identifier]}"


def _dangling(ground: _Ground) -> Planted:
    spot, field = _found(ground.pick(lambda _, field: field.refers_to is not None))
    name = ground.unused_id()
    return _refer(spot, field, name), f"nothing has the id {name!r}"


def _wrong_kind(ground: _Ground) -> Planted:
    ids = ground.ids()

    def wrong(field: Field) -> list[str]:
        allowed = field.refers_to
        return (
            [] if allowed is None else [name for name, kind in ids.items() if kind not in allowed]
        )

    spot, field = _found(ground.pick(lambda _, field: wrong(field)))
    name = ground.draw(st.sampled_from(wrong(field)))
    return _refer(spot, field, name), f"{name!r} is a {ids[name]}"


def _refer(spot: _Spot, field: Field, name: str) -> str:
    if field.is_many:
        return spot.append(field, name)
    spot.set(field, name)
    return f"{spot.pointer}/{field.name}"


def _stated_after_all(ground: _Ground) -> Planted:
    spot, field = _found(ground.pick(lambda _, field: field.name == "not_stated"))
    filled = [each.name for each in spot.fields() if spot.members.get(each.name) not in (None, [])]
    name = ground.one_of(*filled, "no_such_field", "")
    return spot.append(field, name), f"{name!r} is named as not stated, and is filled or no field"


def _supports_nothing(ground: _Ground) -> Planted:
    spot, field = _found(ground.pick(lambda _, field: field.name == "evidence"))
    name = ground.one_of("no_such_field", "", "evidence/0")
    place = spot.append(field, {"basis": "background", "supports": [name]})
    return f"{place}/supports/0", f"{name!r} is no field of a {spot.owner.__name__}"


def _leads_nowhere(ground: _Ground) -> Planted:
    identifier = ground.draw(st.sampled_from(list(ground.ids())))
    wrong = ground.one_of(f"{identifier}/no_such_field", f"{identifier}/", ground.unused_id())
    name, members = ground.one_of(
        ("accepts", {"code": "W301", "at": wrong}), ("discrepancies", {"about": [wrong]})
    )
    place = ground.root.append(_field(Conference, name), members)
    place += "/at" if name == "accepts" else "/about/0"
    return place, f"the address {wrong!r} leads nowhere"


def _misplaced(ground: _Ground) -> Planted:
    place = _plant_evidence(ground, {"length": 3}, {"exact": "ab", "start": ground.one_of(2, 9)})
    return f"{place}/start", "the words end behind the text of their source"


def _no_such_part(ground: _Ground) -> Planted:
    part = {"kind": "paragraph", "number": "1"}
    label = ground.one_of("paragraph", "paragraph/2", "body")
    place = _plant_evidence(ground, {"parts": [part]}, {"exact": "a", "part": label})
    return f"{place}/part", f"the source has no part {label!r}"


def _plant_evidence(ground: _Ground, source: Members, words: Members) -> str:
    identifier = ground.unused_id()
    ground.root.append(_field(Conference, "sources"), {"id": identifier, **source})
    return ground.root.append(_field(Conference, "evidence"), {"source": identifier, **words})


def _circle(ground: _Ground) -> Planted:
    identifier = ground.unused_id()
    collection, members, place = ground.one_of(
        ("groups", {"wording": "a", "members": [identifier]}, "members/0"),
        ("organizations", {"name": "a", "parent": identifier}, "parent"),
        ("agreements", {"part_of": identifier}, "part_of"),
        ("delegates", {"standing_in_for": identifier}, "standing_in_for"),
    )
    pointer = ground.root.append(_field(Conference, collection), {"id": identifier, **members})
    return f"{pointer}/{place}", f"{identifier!r} contains itself"


_PLANTERS: dict[str, Callable[[_Ground], Planted]] = {
    "E101": _wrong_type,
    "E102": _missing,
    "E103": _unknown,
    "E104": _bad_id,
    "E105": _out_of_range,
    "E106": _bad_date,
    "E107": _bad_code,
    "E111": _no_words,
    "E112": _no_number,
    "E115": _unknown_choice,
    "E201": _double_id,
    "E202": _dangling,
    "E203": _wrong_kind,
    "E204": _stated_after_all,
    "E205": _supports_nothing,
    "E206": _leads_nowhere,
    "E207": _misplaced,
    "E208": _no_such_part,
    "E209": _circle,
}


def nearly_valid_conferences(
    *, codes: Collection[str] | None = None, max_each: int = 2
) -> SearchStrategy[Fault]:
    """Generate documents with exactly one fault, and the finding that it must give.

    Args:
        codes: The codes of the faults to plant; all that there are by default.
        max_each: The most of each collection, as in `conferences`.

    Raises:
        InvalidValueError: If no fault of a code can be planted.

    Examples:
        >>> from confmodel.codec import from_dict
        >>> from confmodel.errors import LoadError
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=10)
        ... @given(nearly_valid_conferences(codes=["E102"]))
        ... def test_what_is_missing_is_found(fault):
        ...     try:
        ...         from_dict(fault.document)
        ...     except LoadError as error:
        ...         assert [each.pointer for each in error.findings] == [fault.pointer]
        >>> test_what_is_missing_is_found()
    """
    chosen = tuple(_PLANTERS) if codes is None else tuple(codes)
    for code in chosen:
        if code not in _PLANTERS:
            raise InvalidValueError(
                code="E107",
                path="codes",
                value=code,
                message=f"no fault of the code {shown(code)} can be planted",
                help=f"give some of: {', '.join(_PLANTERS)}",
            )
    # A file of a newer version may hold members that this one does not know.
    records = conferences(max_each=max_each, confmodel=FORMAT_VERSION)

    @st.composite
    def faults(draw: DrawFn) -> Fault:
        # The codec loads what these strategies never need.
        from confmodel.codec import to_dict  # noqa: PLC0415

        code = draw(st.sampled_from(chosen))
        document = to_dict(draw(records))
        spots = tuple(_spots(document, Conference, ""))
        pointer, what = _PLANTERS[code](_Ground(draw, document, spots))
        return Fault(document=document, code=code, pointer=pointer, what=what)

    return faults()


def _spots(members: Members, owner: type, pointer: str) -> Iterator[_Spot]:
    yield _Spot(owner, members, pointer)
    for field in fields_of(owner):
        held = members.get(field.name)
        if field.form is not Form.OBJECT or held is None:
            continue
        place = f"{pointer}/{field.name}"
        if field.is_many:
            for n, each in enumerate(held):
                yield from _spots(each, field.kind, f"{place}/{n}")
        else:
            yield from _spots(held, field.kind, place)


def _is_fixed(field: Field) -> bool:
    return field.name in ("id", "confmodel")


def _field(owner: type, name: str) -> Field:
    return next(field for field in fields_of(owner) if field.name == name)


def _found(found: tuple[_Spot, Field] | None) -> tuple[_Spot, Field]:
    if found is None:  # pragma: no cover - every conference has a name and optional fields
        message = "a conference without fields"
        raise AssertionError(message)
    return found
