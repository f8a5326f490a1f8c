"""Drawing: objects of the model whose references are still open.

A reference is drawn as a mere number, and only later becomes an id, when all
that the document holds is known. So each entity is drawn in one piece, the
shrinker can drop any of them, and what referred to it finds another target.
"""

import functools
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

import attrs

from confmodel.model import FORMAT_VERSION, Basis, Conference, Evidence, Figure, Part
from confmodel.model._shape import Field, Form, fields_of
from confmodel.strategies import _texts
from confmodel.strategies._dates import whens
from confmodel.strategies._hypothesis import DrawFn, SearchStrategy, st

FIELD_NAMES = frozenset({"not_stated", "supports"})
"""The fields that hold names of fields of their owner, or of the owner of theirs."""

_VERSIONS = (FORMAT_VERSION, "1.1", "1.10", "1.9999")

# How many optional fields are filled, and how many there are of each, as a rule.
_FEW = 3
_FEWER = 2

_MOST_TARGETS = 64

# Of the places in such a list, for each one that is left empty.
_HELD_FOR_ONE_EMPTY = 7


@attrs.frozen
class Open:
    """What is left open in a sketch: which one of those that turn out to fit."""

    number: int
    member: int | None = None
    """Of an address: which field of it, or the whole."""
    word: str = ""
    """What stands if nothing has to fit."""


@attrs.frozen
class Sketch:
    """An object that is to be: its class, and what its fields hold."""

    owner: type
    values: dict[str, object]


@attrs.frozen(kw_only=True)
class Style:
    """What is drawn everywhere in a document."""

    with_evidence: bool = True
    with_extras: bool = True

    def allows(self, field: Field) -> bool:
        """Tell whether a field is ever filled."""
        if field.name == "evidence":
            return self.with_evidence
        return self.with_extras or (field.form is not Form.EXTRA and field.name != "confmodel")


@attrs.frozen
class _Plan:
    """How to draw one class."""

    required: tuple[str, ...]
    fields: Mapping[str, SearchStrategy[object]]
    chosen: SearchStrategy[list[tuple[str, object]]]
    shape: Callable[[DrawFn, "Style"], dict[str, object]] | None


def sketched(owner: type, style: Style) -> SearchStrategy[Sketch]:
    """Draw an object of any class, with nothing fixed."""
    return _free_sketch(owner, style)


@functools.cache
def _free_sketch(owner: type, style: Style) -> SearchStrategy[Sketch]:
    @st.composite
    def drawn(draw: DrawFn) -> Sketch:
        return draw_sketch(draw, owner, style, MappingProxyType({}))

    return drawn()


def draw_sketch(draw: DrawFn, owner: type, style: Style, fixed: Mapping[str, object]) -> Sketch:
    """Draw an object; a fixed field holds its value, or one of its strategy."""
    plan = _plan(owner, style)
    values: dict[str, object] = {}
    shaped = _SHAPES[owner].names if owner in _SHAPES else frozenset()
    if plan.shape is not None and not shaped & fixed.keys():
        values.update(plan.shape(draw, style))
    marked = fixed.get("not_stated", ())
    # What the caller says to be not stated must stay empty.
    kept_free = {*fixed, *values, *(marked if isinstance(marked, tuple) else ())}
    for name in plan.required:
        if name not in kept_free:
            values[name] = draw(plan.fields[name])
    for name, value in draw(plan.chosen):
        if name not in kept_free:
            values.setdefault(name, value)
    for name, value in fixed.items():
        values[name] = draw(value) if isinstance(value, SearchStrategy) else value
    return Sketch(owner, values)


@functools.cache
def _plan(owner: type, style: Style) -> _Plan:
    shape = _SHAPES.get(owner)
    shaped = shape.names if shape is not None else frozenset()
    fields = {
        field.name: field
        for field in fields_of(owner)
        if style.allows(field) and not field.is_collection and field.name not in shaped
    }
    required = tuple(name for name, field in fields.items() if field.is_required)
    strategies = {name: strategy_for(owner, field, style) for name, field in fields.items()}
    optional = {name: drawn for name, drawn in strategies.items() if name not in required}
    return _Plan(
        required,
        strategies,
        _some_of(optional, _FEW if _has_own_id(owner) else _FEWER),
        shape.draw if shape is not None else None,
    )


def _has_own_id(owner: type) -> bool:
    return any(field.name == "id" and field.is_required for field in fields_of(owner))


def _some_of(
    strategies: Mapping[str, SearchStrategy[object]], most: int
) -> SearchStrategy[list[tuple[str, object]]]:
    """Draw some fields, each with its value: in one piece, so that the shrinker can drop it."""
    if not strategies:
        return st.just([])
    names = st.sampled_from(list(strategies))

    @st.composite
    def filled(draw: DrawFn) -> tuple[str, object]:
        name = draw(names)
        return name, draw(strategies[name])

    few = st.lists(filled(), max_size=most)
    # Many at once come rarely: a document of full objects would be too large.
    return st.one_of(*[few] * 7, st.lists(filled(), max_size=len(strategies)))


def strategy_for(owner: type, field: Field, style: Style) -> SearchStrategy[object]:
    """Draw what one field holds, from its description alone."""
    if field.name == "confmodel" and owner is Conference:
        return st.sampled_from(_VERSIONS)
    if field.name == "id":
        # Without an id of its own, it gets a telling one: `statement-1`.
        own = _texts.ids()
        return st.one_of(st.none(), st.none(), own) if field.is_required else own
    one: SearchStrategy[object]
    if field.is_address:
        one = _OPEN | st.builds(Open, _numbers(), _numbers())
    elif field.refers_to is not None or field.name in FIELD_NAMES:
        one = _OPEN
    elif owner is Evidence and field.name == "part":
        one = st.builds(lambda number, word: Open(number, None, word), _numbers(), _texts.texts())
    else:
        one = _plain_strategy(field, style)
    if not field.is_many:
        return one
    if field.kind in _SHAPES and not field.is_required:
        return _droppable(one, _FEWER)
    least, most = int(field.is_required), _FEW if field.form is Form.TEXT else _FEWER
    return st.lists(one, min_size=least, max_size=most).map(tuple)


def _droppable(elements: SearchStrategy[object], most: int) -> SearchStrategy[object]:
    """Draw some, of which the shrinker can drop any, wherever it stands.

    It deletes five choices in a row, and of figures and evidence the plainest takes more:
    it would stay before the one that matters. So a place may also be left empty.
    """
    places = st.lists(st.one_of(st.none(), *[elements] * _HELD_FOR_ONE_EMPTY), max_size=most)
    return places.map(lambda drawn: tuple(each for each in drawn if each is not None))


def _numbers() -> SearchStrategy[int]:
    return st.integers(0, _MOST_TARGETS - 1)


# Sampled rather than built, since it is drawn more often than anything else.
_OPEN = st.sampled_from([Open(number) for number in range(_MOST_TARGETS)])


def _plain_strategy(field: Field, style: Style) -> SearchStrategy[object]:
    drawn: SearchStrategy[object]
    match field.form:
        case Form.TEXT:
            drawn = _texts.constrained_texts(field.constraint)
        case Form.WHOLE:
            drawn = _texts.constrained_counts(field.constraint)
        case Form.DECIMAL:
            drawn = _texts.decimals()
        case Form.FLAG:
            drawn = st.booleans()
        case Form.CHOICE:
            drawn = _texts.choices(field.kind, with_other=field.is_open)
        case Form.DATE:
            drawn = whens()
        case Form.EXTRA:
            drawn = _texts.unknown_members()
        case Form.OBJECT:  # pragma: no branch - there are no other forms
            drawn = sketched(field.kind, style)
    return drawn


@attrs.frozen
class _Shape:
    """Fields that depend on each other, so that one cannot be drawn without the others."""

    names: frozenset[str]
    draw: Callable[[DrawFn, Style], dict[str, object]]


def _evidence_shape(draw: DrawFn, style: Style) -> dict[str, object]:
    form = draw(st.sampled_from(["open", "sealed", "background", "background with source"]))
    source = strategy_for(Evidence, _field(Evidence, "source"), style)
    basis = st.sampled_from([Basis.STATED, Basis.DERIVED, Basis.BACKGROUND])
    if form == "open":
        return {"source": draw(source), "exact": draw(_texts.texts()), "basis": draw(basis)}
    if form == "sealed":
        seal = strategy_for(Evidence, _field(Evidence, "seal"), style)
        return {"source": draw(source), "seal": draw(seal), "basis": draw(basis)}
    found = {"source": draw(source)} if form == "background with source" else {}
    return {**found, "basis": Basis.BACKGROUND}


def _figure_shape(draw: DrawFn, style: Style) -> dict[str, object]:
    form = draw(st.sampled_from(["value", "range", "low", "high", "ratio", "wording"]))
    numbers = _texts.decimals()
    values: dict[str, object] = {}
    if form == "range":
        low, high = sorted((draw(numbers), draw(numbers)))
        values = {"low": low, "high": high}
    elif form == "ratio":
        ratio = strategy_for(Figure, _field(Figure, "ratio"), style)
        values = {"ratio": draw(ratio) or (draw(sketched(_field(Figure, "ratio").kind, style)),)}
    elif form != "wording":
        values = {form: draw(numbers)}
    if form == "wording" or draw(st.booleans()):
        values["wording"] = draw(_texts.texts())
    return values


def _part_shape(draw: DrawFn, _: Style) -> dict[str, object]:
    form = draw(st.sampled_from(["neither", "start", "end", "both"]))
    if form == "neither":
        return {}
    if form == "both":
        return dict(
            zip(
                ("start", "end"),
                sorted((draw(_texts.counts()), draw(_texts.counts()))),
                strict=True,
            )
        )
    return {form: draw(_texts.counts())}


def _field(owner: type, name: str) -> Field:
    return next(field for field in fields_of(owner) if field.name == name)


_SHAPES = {
    Evidence: _Shape(frozenset({"source", "exact", "seal", "basis"}), _evidence_shape),
    Figure: _Shape(frozenset({"value", "low", "high", "ratio", "wording"}), _figure_shape),
    Part: _Shape(frozenset({"start", "end"}), _part_shape),
}


def inside(sketch: Sketch) -> Iterator[Sketch]:
    """Go through a sketch and all that it holds, in the order of the document."""
    yield sketch
    for field in fields_of(sketch.owner):
        held = sketch.values.get(field.name)
        for each in held if isinstance(held, tuple) else (held,):
            if isinstance(each, Sketch):
                yield from inside(each)
