"""The public strategies: whole, valid, varied, small when shrunk, and faulty on purpose."""

import copy
import enum
import inspect
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from decimal import Decimal
from random import Random
from typing import Annotated, Any, TypeVar

import attrs
import pytest
from attrs import field
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from confmodel import model, strategies
from confmodel.codec import dumps, from_dict, loads
from confmodel.errors import InvalidValueError, LoadError
from confmodel.model import (
    FORMAT_VERSION,
    Basis,
    Conference,
    Delegate,
    Entity,
    Evidence,
    Fact,
    Figure,
    Group,
    Manner,
    Other,
    Record,
    Source,
    Statement,
    Unit,
    When,
)
from confmodel.model._checked import checked
from confmodel.model._constraints import Matches, Within
from confmodel.model._references import to_actors
from confmodel.model._shape import Field, Form, classes_in, fields_of
from confmodel.model._walk import records_in
from confmodel.strategies import conferences, edtf_texts, nearly_valid_conferences, statements
from confmodel.strategies._building import values_of
from confmodel.strategies._faults import _PLANTERS, _Ground, _spots
from confmodel.strategies._sketches import Style, strategy_for

T = TypeVar("T")
K = TypeVar("K")

ABSTRACT = {"Entity", "Fact", "Record"}
UNUSUAL_PLURALS = {
    "Country": "countries",
    "Evidence": "evidence",
    "Person": "people",
    "RatioTerm": "ratio_terms",
    "SourceLink": "source_links",
    "ConsentAct": "consent_acts",
    "EventLink": "event_links",
    "Discrepancy": "discrepancies",
}
CLASSES = {
    name: kind
    for name in model.__all__
    if isinstance(kind := getattr(model, name), type)
    and not issubclass(kind, enum.Enum)
    and name not in ABSTRACT
}

# What is asked for has to come in a run of ordinary length.
FIRST = settings(
    phases=[Phase.generate],
    max_examples=400,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
# Hypothesis also draws the constants of the modules that happen to be imported, so that the same
# seed shows other things in another process: what is rare has to come in one of several runs.
RUNS = 10
# `explain` runs a thousand more examples to annotate a failure that is none here.
SHRUNK = settings(FIRST, phases=[Phase.generate, Phase.shrink], max_examples=3000)


def strategy_of(name: str, **options: object) -> st.SearchStrategy[Any]:
    plural = UNUSUAL_PLURALS.get(name, f"{name.lower()}s")
    made: st.SearchStrategy[Any] = getattr(strategies, plural)(**options)
    return made


def examples_of(strategy: st.SearchStrategy[T], *, count: int) -> list[T]:
    """Draw the same examples in every run."""
    drawn: list[T] = []

    @settings(FIRST, max_examples=count)
    @given(strategy)
    def draw(value: T) -> None:
        drawn.append(value)

    draw()
    return drawn


def shown(
    strategy: st.SearchStrategy[T], wanted: set[K], show: Callable[[T], Iterable[K]]
) -> set[K]:
    """Collect what examples show, until all that is wanted has come."""
    seen: set[K] = set()

    def ends(value: T) -> bool:
        seen.update(show(value))
        return seen >= wanted

    for run in range(RUNS):
        with suppress(NoSuchExample):
            find(strategy, ends, settings=FIRST, random=Random(run))  # noqa: S311 - no secret
        if seen >= wanted:
            break
    return seen


def first(
    strategy: st.SearchStrategy[T], fits: Callable[[T], object], *, most: int = FIRST.max_examples
) -> T:
    for run in range(RUNS):
        with suppress(NoSuchExample):
            return find(
                strategy,
                lambda value: bool(fits(value)),
                settings=settings(FIRST, max_examples=most),
                random=Random(run),  # noqa: S311 - no secret
            )
    raise NoSuchExample(f"none in {RUNS} runs")


def smallest(strategy: st.SearchStrategy[T], fits: Callable[[T], object]) -> T:
    return find(strategy, lambda value: bool(fits(value)), settings=SHRUNK)


def can_be_empty(described: Field) -> bool:
    """Tell whether a field can be named as not stated; the bookkeeping cannot."""
    bookkeeping = {"evidence", "not_stated", "note", "identifiers", "extra", "id", "accepts"}
    is_empty_by_default = described.default is None or described.default == ()
    return is_empty_by_default and described.name not in bookkeeping


def fields_in(value: Record) -> tuple[Field, ...]:
    owner: type = type(value)
    return fields_of(owner)


def everything_in(value: Record) -> Iterator[Record]:
    yield value
    for each in records_in(value):
        yield from everything_in(each)


class TestCoverage:
    @pytest.mark.parametrize("name", CLASSES)
    def test_every_public_class_has_a_strategy_named_in_the_plural(self, name: str) -> None:
        drawn = examples_of(strategy_of(name), count=20)

        assert {type(value) for value in drawn} == {CLASSES[name]}

    @pytest.mark.parametrize("name", strategies.__all__)
    def test_every_public_name_is_documented_with_an_example(self, name: str) -> None:
        assert ">>>" in (inspect.getdoc(getattr(strategies, name)) or "")

    @pytest.mark.parametrize(
        ("owner", "described"),
        [
            pytest.param(owner, described, id=f"{owner.__name__}.{described.name}")
            for owner in classes_in(Conference)
            for described in fields_of(owner)
            if described.form is Form.CHOICE
        ],
    )
    def test_every_word_of_every_vocabulary_comes(self, owner: type, described: Field) -> None:
        wanted = {*described.kind, *([Other] if described.is_open else [])}  # type: ignore[misc] # a vocabulary

        def word(held: object) -> list[object]:
            return [Other if isinstance(held, Other) else held]

        if (owner, described.name) == (Evidence, "basis"):
            came = shown(strategies.evidence(), wanted, lambda each: word(each.basis))
        else:
            came = shown(strategy_for(owner, described, Style()), wanted, word)

        assert came == wanted

    @pytest.mark.parametrize("owner", classes_in(Conference))
    def test_every_field_is_filled_in_some_and_left_out_in_others(self, owner: type) -> None:
        has_markable = any(map(can_be_empty, fields_of(owner)))
        fields = [each for each in fields_of(owner) if each.name != "not_stated" or has_markable]

        def filled(value: object) -> list[tuple[str, bool]]:
            return [(each.name, getattr(value, each.name) != each.default) for each in fields]

        wanted = {
            (each.name, is_filled)
            for each in fields
            for is_filled in ({True} if each.is_required else {True, False})
        }
        drawn: st.SearchStrategy[Any] = (
            conferences(max_each=1) if owner is Conference else values_of(owner, {})
        )

        assert shown(drawn, wanted, filled) == wanted

    @pytest.mark.parametrize(
        "form",
        [
            r"\d{4}",
            r"-\d{4}",
            r"\d{4}-(0\d|1[0-2])",
            r"\d{4}-2[1-4]",
            r"\d{4}-\d\d-\d\d",
            r"-\d{4}-\d\d-\d\d",
            r"Y\d{5,}",
            r"Y-\d{5,}",
            r"\d{4}-\d\d-\d\dT[\d:]{8}",
            r"\d{4}-\d\d-\d\dT[\d:]{8}Z",
            r"\d{4}-\d\d-\d\dT[\d:]{8}[-+]\d\d(:\d\d)?",
            r"\d{3}X",
            r"\d{2}XX",
            r"\d{4}-XX",
            r"\d{4}-\d\d-XX",
            r"\d{4}-XX-XX",
            r"[-\d]+\?",
            r"[-\d]+~",
            r"[-\d]+%",
            r"[-\d]+/[-\d]+",
            r"[-\d]+/[-\d]+[?~%]",
            r"[-\d]+/\.\.",
            r"\.\./[-\d]+",
            r"[-\d]+/",
            r"/[-\d]+",
        ],
    )
    def test_every_form_of_date_comes(self, form: str) -> None:
        found = first(edtf_texts(), lambda text: re.fullmatch(form, text), most=2500)

        assert re.fullmatch(form, found)

    @pytest.mark.parametrize(
        "is_met",
        [
            pytest.param(lambda text: "\x00" in text, id="NUL"),
            pytest.param(lambda text: any(ord(each) > 0xFFFF for each in text), id="astral"),
            pytest.param(lambda text: any(map(unicodedata.combining, text)), id="combining"),
            pytest.param(
                lambda text: any(unicodedata.bidirectional(each) in ("R", "AL") for each in text),
                id="right to left",
            ),
            pytest.param(lambda text: "ń" in text, id="diacritics"),
            pytest.param(str.isspace, id="blank"),
        ],
    )
    def test_hard_texts_come(self, is_met: Callable[[str], bool]) -> None:
        assert is_met(first(strategies.texts(), is_met, most=300))


SITUATIONS: dict[str, Callable[[Conference], object]] = {
    "nothing but id and name": lambda record: record == Conference(id=record.id, name=record.name),
    "a joint delegation": lambda record: any(len(each.of) > 1 for each in record.delegations),
    "an unnamed person": lambda record: any(each.name is None for each in record.people),
    "several sources": lambda record: len(record.sources) > 1,
    "a group in a group": lambda record: any(
        {*group.members} & {each.id for each in record.groups} for group in record.groups
    ),
    "an agreement that amends": lambda record: any(each.amends for each in record.agreements),
    "a vote on something": lambda record: any(each.on for each in record.votes),
    "a ballot": lambda record: any(each.ballots for each in record.votes),
    "a quotation": lambda record: any(each.quotations for each in record.statements),
    "a figure that is referred to": lambda record: any(
        isinstance(each, Figure) and each.id for each in everything_in(record)
    ),
    "the address of a field": lambda record: any(
        "/" in address for each in record.discrepancies for address in each.about
    ),
    "an acceptance": lambda record: record.accepts,
    "sealed evidence": lambda record: any(each.is_sealed for each in pieces_in(record)),
    "open evidence": lambda record: any(each.exact for each in pieces_in(record)),
    "background": lambda record: any(
        each.basis is Basis.BACKGROUND and each.source is None for each in pieces_in(record)
    ),
    "evidence in a named part of a source that lists its parts": lambda record: any(
        each.part is not None and each.source is not None and source_of(record, each).parts
        for each in pieces_in(record)
    ),
    "evidence for one field": lambda record: any(each.supports for each in pieces_in(record)),
    "an empty field that is named": lambda record: any(
        isinstance(each, Fact) and each.not_stated for each in everything_in(record)
    ),
    "an extension": lambda record: any(each.extra for each in everything_in(record)),
    "a member of a newer version": lambda record: (
        record.confmodel != FORMAT_VERSION
        and any(
            not name.startswith("x-") for each in everything_in(record) for name in each.extra or ()
        )
    ),
    "a reference to the conference": lambda record: any(
        name.partition("/")[0] == record.id
        for each in everything_in(record)
        for described in fields_in(each)
        if described.refers_to or described.is_address
        for name in names_in(each, described)
    ),
}


def pieces_in(record: Conference) -> Iterator[Evidence]:
    return (each for each in everything_in(record) if isinstance(each, Evidence))


def source_of(record: Conference, piece: Evidence) -> Source:
    return next(each for each in record.sources if each.id == piece.source)


@pytest.fixture(scope="class")
def many() -> list[Conference]:
    """Draw records until they have shown every situation."""
    drawn: list[Conference] = []

    def situations(record: Conference) -> Iterator[str]:
        drawn.append(record)
        return (name for name, fits in SITUATIONS.items() if fits(record))

    # Small records come quickly; groups are in groups where there are several.
    records = conferences(max_each=2) | conferences(max_each=1, min_groups=4) | conferences()
    shown(records, {*SITUATIONS}, situations)
    return drawn


class TestWholeness:
    """What a check would find is looked for here without the check, the slow and plain way."""

    def test_records_show_what_reports_are_made_of(self, many: list[Conference]) -> None:
        shown_by = {name: list(filter(fits, many)) for name, fits in SITUATIONS.items()}

        assert [name for name, records in shown_by.items() if not records] == []

    def test_no_id_is_double(self, many: list[Conference]) -> None:
        for record in many:
            ids = [each.id for each in everything_in(record) if getattr(each, "id", None)]  # type: ignore[attr-defined] # asked for

            assert len(set(ids)) == len(ids)

    def test_every_reference_leads_to_a_kind_that_is_allowed(self, many: list[Conference]) -> None:
        for record in many:
            for value in everything_in(record):
                for described in fields_in(value):
                    for name in names_in(value, described) if described.refers_to else ():
                        assert record[name].kind_name in (described.refers_to or ())

    def test_every_address_leads_somewhere(self, many: list[Conference]) -> None:
        for record in many:
            for value in everything_in(record):
                for described in fields_in(value):
                    for address in names_in(value, described) if described.is_address else ():
                        identifier, slash, name = address.partition("/")
                        assert not slash or hasattr(record[identifier], name)

    def test_what_is_not_stated_is_empty(self, many: list[Conference]) -> None:
        for record in many:
            for value in everything_in(record):
                for name in value.not_stated if isinstance(value, Fact) else ():
                    assert getattr(value, name) in (None, ())

    def test_evidence_stays_inside_its_source(self, many: list[Conference]) -> None:
        for record in many:
            for piece in pieces_in(record):
                if piece.source is None:
                    continue
                source = source_of(record, piece)
                assert source.length is None or piece.end is None or piece.end <= source.length
                assert (
                    piece.part is None
                    or not source.parts
                    or piece.part in {part.label for part in source.parts}
                )

    def test_evidence_supports_fields_that_its_owner_has(self, many: list[Conference]) -> None:
        for record in many:
            for owner in everything_in(record):
                for piece in records_in(owner):
                    if isinstance(piece, Evidence):
                        assert all(hasattr(owner, name) for name in piece.supports)

    def test_records_load_as_they_were(self, many: list[Conference]) -> None:
        for record in many:
            assert loads(dumps(record)) == record

    def test_printed_records_can_be_pasted_back(self, many: list[Conference]) -> None:
        names = {name: getattr(model, name) for name in model.__all__}

        for record in many:
            assert eval(repr(record), {**names, "Decimal": Decimal}) == record  # noqa: S307 - our own repr

    @given(conferences(max_each=5, min_groups=3, min_sources=2, min_agreements=3))
    @settings(max_examples=10, suppress_health_check=list(HealthCheck))
    def test_large_records_load_too(self, record: Conference) -> None:
        assert loads(dumps(record)) == record


def names_in(value: object, described: Field) -> tuple[str, ...]:
    held = getattr(value, described.name)
    if held is None:
        return ()
    return held if isinstance(held, tuple) else (held,)


class TestShrinking:
    def test_smallest_record_has_id_and_name_alone(self) -> None:
        found = smallest(conferences(), lambda _: True)

        assert found == Conference(id="conference-1", name="a")

    def test_one_entity_stands_alone(self) -> None:
        found = smallest(conferences(), lambda record: record.statements)

        assert found == Conference(
            id="conference-1", name="a", statements=[Statement(id="statement-1")]
        )

    def test_last_of_several_shrinks_to_the_only_one(self) -> None:
        found = smallest(
            conferences(max_each=2), lambda record: any(each.is_complete for each in record.groups)
        )

        assert found == Conference(
            id="conference-1",
            name="a",
            groups=[Group(id="group-1", wording="a", is_complete=True)],
        )

    @pytest.mark.parametrize(
        ("field", "fits"),
        [
            ("figures", lambda figure: figure.ratio),
            ("figures", lambda figure: figure.low),
            ("evidence", lambda piece: piece.seal),
        ],
    )
    def test_what_stands_before_the_only_one_that_matters_is_dropped(
        self, field: str, fits: Callable[[Any], object]
    ) -> None:
        found = smallest(statements(), lambda statement: any(map(fits, getattr(statement, field))))

        assert len(getattr(found, field)) == 1

    def test_one_field_of_a_value_is_kept(self) -> None:
        found = smallest(strategies.figures(value=1), lambda figure: figure.direction)

        assert attrs.evolve(found, direction=None) == Figure(value=1)


class TestOptions:
    def test_evidence_is_left_out(self) -> None:
        for record in examples_of(conferences(with_evidence=False, max_each=1), count=60):
            owners = (each for each in everything_in(record) if isinstance(each, Fact))
            assert not any(owner.evidence for owner in owners)

    def test_extras_are_left_out(self) -> None:
        for record in examples_of(conferences(with_extras=False, max_each=1), count=60):
            assert record.confmodel == FORMAT_VERSION
            assert not any(each.extra for each in everything_in(record))

    def test_sizes_are_kept(self) -> None:
        for record in examples_of(
            conferences(min_statements=2, max_statements=3, max_each=1), count=40
        ):
            assert 2 <= len(record.statements) <= 3
            assert len(record.countries) <= 1

    def test_minimum_raises_the_maximum(self) -> None:
        record = smallest(conferences(min_votes=5), lambda _: True)

        assert [vote.id for vote in record.votes] == [f"vote-{n}" for n in range(1, 6)]

    def test_fixed_entities_are_referred_to(self) -> None:
        naqvi = Delegate(id="naqvi", name="Mohsin Naqvi")
        record = first(
            conferences(delegates=[naqvi], min_statements=1, max_each=0),
            lambda record: any("naqvi" in each.speakers for each in record.statements),
        )

        assert record.delegates == (naqvi,)
        assert record["naqvi"] is naqvi

    def test_evidence_stays_inside_a_fixed_source(self) -> None:
        report = Source(id="report", length=5, parts=[model.Part(kind=model.PartKind.BODY)])
        drawn = examples_of(conferences(sources=[report], min_statements=2, max_each=0), count=150)

        pieces = [piece for record in drawn for piece in pieces_in(record) if piece.source]
        assert {piece.part for piece in pieces} == {None, "body"}
        assert all((piece.end or piece.length or 0) <= 5 for piece in pieces)

    def test_ids_that_may_be_referred_to_are_the_only_ones(self) -> None:
        allowed = {"delegate": ["naqvi"], "session": ["opening"]}
        for statement in examples_of(statements(references=allowed), count=200):
            assert {*statement.speakers} <= {"naqvi"}
            assert statement.session in ("opening", None)

    def test_field_is_fixed_to_a_value_or_drawn_from_a_strategy(self) -> None:
        fixed = statements(speakers=["naqvi"], manner=st.sampled_from([Manner.DIRECT, None]))
        for statement in examples_of(fixed, count=60):
            assert statement.speakers == ("naqvi",)
            assert statement.manner in (Manner.DIRECT, None)

    def test_entity_stands_for_its_id(self) -> None:
        speaker = Delegate(id="naqvi")
        drawn = smallest(statements(speakers=[speaker], session=None), lambda _: True)

        assert drawn == Statement(id="statement-1", speakers=["naqvi"])

    def test_field_named_as_not_stated_stays_empty(self) -> None:
        fixed = strategies.figures(value=47, unit=Unit.PERCENT, not_stated=["baseline"])
        for figure in examples_of(fixed, count=100):
            assert figure.value == 47
            assert figure.baseline is None

    def test_collection_named_as_not_stated_stays_empty(self) -> None:
        for record in examples_of(conferences(not_stated=["votes"], max_each=1), count=30):
            assert record.votes == ()

    def test_dates_come_from_the_given_strategies(self) -> None:
        assert smallest(
            strategies.whens(edtf=st.just("2031"), wording=st.just("that year")), lambda _: True
        ) == When("2031", wording="that year")

    def test_date_of_nothing_is_one_in_words(self) -> None:
        drawn = smallest(strategies.whens(edtf=st.none(), wording=st.none()), lambda _: True)

        assert drawn.edtf is None

    @pytest.mark.parametrize(
        ("make", "path", "nearby"),
        [
            (lambda: statements(speeker="naqvi"), "speeker", "speakers"),
            (lambda: conferences(max_statement=1), "max_statement", "statements"),
            (lambda: conferences(max_statements=-1), "max_statements", "0 or more"),
            (lambda: statements(references={"speaker": ["naqvi"]}), "references", "delegate"),
            (lambda: nearly_valid_conferences(codes=["W301"]), "codes", "E101"),
        ],
    )
    def test_wrong_option_is_refused_with_the_right_ones(
        self, make: Callable[[], object], path: str, nearby: str
    ) -> None:
        with pytest.raises(InvalidValueError) as caught:
            make()

        assert caught.value.path == path
        assert nearby in caught.value.help

    def test_value_that_must_refer_to_something_is_refused_without_ids(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            smallest(strategies.ballots(references={}), lambda _: True)

        assert caught.value.path == "references"


class TestGenericBuilding:
    def test_class_that_nobody_has_heard_of_is_generated_from_its_annotations(self) -> None:
        drawn = examples_of(values_of(Badge, {}), count=200)

        assert all(re.fullmatch("[A-C]-[0-9]", badge.number) for badge in drawn)
        assert any(badge.worn_by for badge in drawn)
        assert any(badge.floor is not None and badge.floor >= 3 for badge in drawn)
        assert any("number" not in badge.not_stated and badge.not_stated for badge in drawn)

    def test_text_under_an_unknown_constraint_is_refused(self) -> None:
        with pytest.raises(TypeError) as caught:
            strategies._texts.constrained_texts(object())

        assert "no text" in str(caught.value)

    def test_whole_number_without_a_constraint_may_be_negative(self) -> None:
        drawn = examples_of(strategies._texts.constrained_counts(None), count=50)

        assert min(drawn) < 0 < max(drawn)


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Badge(Entity):
    """A class that the library does not have."""

    kind_name = "badge"

    number: Annotated[str, Matches(pattern="[A-C]-[0-9]", code="E107", what="a", help="b")]
    floor: Annotated[int, Within(minimum=3)] | None = None
    worn_by: tuple[str, ...] = field(default=(), converter=to_actors)


class TestFaults:
    @pytest.mark.parametrize("code", _PLANTERS)
    def test_fault_is_the_only_finding(self, code: str) -> None:
        @settings(suppress_health_check=list(HealthCheck))
        @given(nearly_valid_conferences(codes=[code]))
        def check(fault: strategies.Fault) -> None:
            with pytest.raises(LoadError) as caught:
                from_dict(fault.document)

            found = [(finding.code, finding.pointer) for finding in caught.value.findings]
            assert found == [(fault.code, fault.pointer)], fault.what

        check()

    def test_part_of_the_source_is_not_left_blank(self) -> None:
        """Where the source lists its parts, that would be two faults."""
        drawn = examples_of(nearly_valid_conferences(codes=["E105"], max_each=1), count=150)

        assert not any(fault.pointer.endswith("/part") for fault in drawn)

    def test_all_codes_come_by_default(self) -> None:
        faults = nearly_valid_conferences(max_each=0)

        assert shown(faults, {*_PLANTERS}, lambda fault: [fault.code]) == {*_PLANTERS}

    @pytest.mark.parametrize(
        ("code", "members", "wanted"),
        [
            (
                "E101",
                {"agreements": [{"id": "a", "is_made_here": False}]},
                {f"is_made_here is {wrong}" for wrong in ("'yes'", "1", "[]", "{}")},
            ),
            (
                "E101",
                {"figures": [{"value": 3}]},
                {f"value is {wrong}" for wrong in ("'7'", "[]", "{}", "True", "False")},
            ),
            (
                "E111",
                {"sources": [{"id": "s"}], "evidence": [{"source": "s", "exact": "a"}]},
                {"evidence without words", "evidence with both words and seal"},
            ),
        ],
    )
    def test_everything_wrong_is_planted(
        self, code: str, members: dict[str, Any], wanted: set[str]
    ) -> None:
        @st.composite
        def planted(draw: st.DrawFn) -> str:
            right = st.just({"id": "c", "name": "C", **members})
            document = draw(st.builds(copy.deepcopy, right))
            ground = _Ground(draw, document, tuple(_spots(document, Conference, "")))
            return _PLANTERS[code](ground)[1]

        assert shown(planted(), wanted, lambda what: [what]) >= wanted

    def test_faults_shrink_to_the_smallest_document(self) -> None:
        fault = smallest(nearly_valid_conferences(codes=["E202"]), lambda _: True)

        assert fault.code == "E202"
        assert set(fault.document) <= {"confmodel", "id", "name", fault.pointer.split("/")[1]}


class TestInstallation:
    def test_missing_hypothesis_is_named_with_its_remedy(self) -> None:
        script = (
            "import sys; sys.modules['hypothesis'] = None\n"
            "from confmodel.errors import MissingExtraError\n"
            "try:\n    import confmodel.strategies\n"
            "except MissingExtraError as error:\n    print(error)"
        )
        shown = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True
        ).stdout

        assert "install confmodel with its extra 'testing'" in shown
