"""The promise: what is public, how its classes behave, and that all of it is documented."""

import ast
import doctest
import enum
import importlib
import inspect
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import pytest

import confmodel
from confmodel import countries, model
from confmodel.model._shape import Field, Form, fields_of

HEAVY = (
    *("babel", "backports", "cattrs", "click", "edtf", "hypothesis", "icalendar", "msgspec"),
    *("networkx", "openpyxl", "pandas", "polars", "pyarrow", "rapidfuzz", "rdflib", "ruamel"),
    "yaml",
)

NEEDED = {
    *("Conference", "Country", "Delegate", "Statement", "Agreement"),
    *("load", "loads", "dump", "dumps", "check", "example"),
}
"""What a first program imports, whatever else is public."""

WITHOUT_EXAMPLE = {"Record", "Fact", "Entity"}
"""Bases, which nobody builds."""

SHOWN_BY_OTHERS = {
    "InvalidValueError",
    "LossError",
    "UnknownIdError",
    "UnknownNameError",
    "MissingExtraError",
}
"""Errors whose examples stand where they are raised."""

ORIGINS = (
    *("Ours", "Akoma Ntoso", "CAMEO", "FHIR", "FollowTheMoney", "ICAO", "IPTC", "NewsML-G2"),
    *("PA-X", "PARC 3.0", "PLOVER", "PROV", "Popolo", "RFC 5545", "UCUM", "UN ", "UNESCO"),
    *("UNFCCC", "VCLT", "W3C ORG", "Wikidata", "ninjs", "schema.org"),
)
"""Whose terms we take."""

ONE_ORIGIN: dict[type, str] = {
    model.CodeStatus: "ISO 3166-1",
    model.Precision: "ISO 8601-2:2019",
}
"""Vocabularies all of whose members are of the one origin that the class names."""


def public_of(module: Any) -> dict[str, Any]:
    return {name: getattr(module, name) for name in module.__all__}


MODEL = public_of(model)
CLASSES = {name: each for name, each in MODEL.items() if inspect.isclass(each) and attrs.has(each)}
VOCABULARIES = {
    name: each
    for name, each in MODEL.items()
    if inspect.isclass(each) and issubclass(each, enum.Enum)
}

each_class = pytest.mark.parametrize("owner", CLASSES.values(), ids=CLASSES.keys())
each_vocabulary = pytest.mark.parametrize("owner", VOCABULARIES.values(), ids=VOCABULARIES.keys())


# What is public


@pytest.mark.parametrize("module", [confmodel, model], ids=lambda module: module.__name__)
def test_every_public_name_is_there_once(module: Any) -> None:
    names = module.__all__

    assert len(names) == len(set(names))
    for name in names:
        assert getattr(module, name) is not None


@pytest.mark.parametrize("module", [confmodel, model], ids=lambda module: module.__name__)
def test_public_names_stand_in_order(module: Any) -> None:
    assert list(module.__all__) == sorted(module.__all__)


def test_first_program_finds_what_it_imports() -> None:
    assert set(confmodel.__all__) >= NEEDED


def test_star_import_brings_what_is_promised_and_no_more() -> None:
    namespace: dict[str, Any] = {}
    exec("from confmodel import *", namespace)  # noqa: S102 - the star is what is tested
    namespace.pop("__builtins__")

    assert sorted(namespace) == sorted(confmodel.__all__)


def test_root_has_no_logic() -> None:
    tree = ast.parse(inspect.getsource(confmodel))

    assert {type(each) for each in tree.body} <= {ast.Expr, ast.ImportFrom, ast.Assign}


def test_public_classes_of_the_model_are_the_same_at_the_root() -> None:
    for name in set(confmodel.__all__) & set(model.__all__):
        assert getattr(confmodel, name) is getattr(model, name)


def test_every_class_of_the_model_that_has_fields_is_public() -> None:
    found = {
        name
        for module in _modules()
        for name, each in vars(importlib.import_module(module.name)).items()
        if inspect.isclass(each)
        and each.__module__ == module.name
        and (attrs.has(each) or issubclass(each, enum.Enum))
        and not module.name.rpartition(".")[2].startswith("_")
        and not name.startswith("_")
    }

    assert found - set(model.__all__) <= {"Human", *countries.__all__}


# How the classes behave


@each_class
def test_class_is_frozen_slotted_and_keyword_only(owner: Any) -> None:
    assert "__dict__" not in dir(owner)
    assert "__slots__" in vars(owner)
    for base in owner.__mro__[:-1]:
        assert "__slots__" in vars(base)
    assert owner.__setattr__ is not object.__setattr__
    parameters = list(inspect.signature(owner).parameters.values())
    assert {each.kind for each in parameters} == {inspect.Parameter.KEYWORD_ONLY}


@each_class
def test_fields_can_be_described_and_stand_in_the_order_of_the_wire(owner: type) -> None:
    described = fields_of(owner)

    assert {each.name for each in described} == {each.name for each in attrs.fields(owner)}
    for each in described:
        assert isinstance(each, Field)
        assert isinstance(each.form, Form)
        assert isinstance(each.kind, type)
        assert each.is_required == (each.default is attrs.NOTHING)
    names = [each.name for each in described]
    assert names.index("id") == (1 if "confmodel" in names else 0) if "id" in names else True
    assert names[-1] == "extra" or "extra" not in names or owner is model.Conference


@each_class
def test_default_is_one_that_is_told_by_identity(owner: type) -> None:
    """The encoders leave a default out by identity, so no other kind of default would do."""
    for each in attrs.fields(owner):
        if each.default is attrs.NOTHING or each.name == "confmodel":
            continue
        assert (
            each.default is None or each.default == () or isinstance(each.default, bool | enum.Enum)
        )
    if owner is model.Conference:
        assert attrs.fields_dict(owner)["confmodel"].default == model.FORMAT_VERSION


@each_class
def test_default_fits_the_annotation(owner: type) -> None:
    for each in fields_of(owner):
        if each.is_required:
            continue
        if each.is_many:
            assert each.default == ()
        elif each.is_optional:
            assert each.default is None
        else:
            assert isinstance(each.default, each.kind)


@each_class
def test_every_field_has_a_check_of_its_own(owner: type) -> None:
    """Without a converter, a wrong type would pass unseen."""
    assert all(callable(each.converter) for each in attrs.fields(owner))


@each_class
def test_field_that_holds_ids_says_what_they_may_be_of(owner: type) -> None:
    kinds = {each.kind_name for each in CLASSES.values() if hasattr(each, "kind_name")}
    for each in fields_of(owner):
        if each.refers_to is not None:
            assert each.form is Form.TEXT
            assert each.refers_to
            assert each.refers_to <= kinds - {"entity"}


def test_kinds_are_named_after_their_classes() -> None:
    for name, owner in CLASSES.items():
        if hasattr(owner, "kind_name") and owner is not model.Entity:
            assert owner.kind_name == name.lower()


def test_words_of_a_vocabulary_are_the_names_in_lower_case() -> None:
    for owner in VOCABULARIES.values():
        for member in owner:
            assert member.value == member.name.lower()
            assert re.fullmatch(r"[a-z]+(_[a-z]+)*", member.value)
            assert str(member) == member.value


def test_no_vocabulary_has_a_member_for_what_has_no_member() -> None:
    """`Other` is the one place where a vocabulary is open; two words mean something else."""
    allowed = {model.Unit.OTHER, model.Quantifier.OTHER}

    assert {
        each for owner in VOCABULARIES.values() for each in owner if each.name == "OTHER"
    } == allowed


# What is documented


class Module(NamedTuple):
    name: str
    tree: ast.Module


def _modules() -> Iterator[Module]:
    folder = Path(inspect.getfile(model)).parent
    paths = [*sorted(folder.glob("*.py")), folder.parent / "countries" / "state.py"]
    for path in paths:
        inside = path.relative_to(folder.parent).with_suffix("").parts
        name = ".".join(("confmodel", *(part for part in inside if part != "__init__")))
        yield Module(name, ast.parse(path.read_text(encoding="utf-8")))


def _definitions() -> dict[str, ast.ClassDef]:
    return {
        f"{module.name}.{node.name}": node
        for module in _modules()
        for node in module.tree.body
        if isinstance(node, ast.ClassDef)
    }


DEFINITIONS = _definitions()


def definition_of(owner: type) -> ast.ClassDef:
    return DEFINITIONS[f"{owner.__module__}.{owner.__name__}"]


def documented(owner: type) -> dict[str, str | None]:
    """List what a class body assigns, each with the docstring right under it."""
    body = definition_of(owner).body
    found: dict[str, str | None] = {}
    for node, after in zip(body, [*body[1:], ast.Pass()], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            name = node.target.id
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
        else:
            continue
        text = after.value.value if _is_text(after) else None  # type: ignore[attr-defined] # as asked
        found[name] = inspect.cleandoc(text) if isinstance(text, str) else None
    return found


def _is_text(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


@each_class
def test_every_field_has_a_docstring_under_it(owner: type) -> None:
    texts = documented(owner)
    own = [each.name for each in attrs.fields(owner) if not each.inherited]

    assert set(own) <= set(texts)
    for name, text in texts.items():
        assert text, f"{owner.__name__}.{name}"
        assert re.search(r"[.:`][\"')]*$", text.splitlines()[0]), f"{owner.__name__}.{name}: {text}"


@each_class
def test_field_that_may_be_left_out_says_what_that_means(owner: type) -> None:
    """What an empty tuple means is the same for all, and stands under `not_stated`."""
    inherited = {each.name for each in attrs.fields(owner) if each.inherited}
    texts = documented(owner)
    optional = [
        each.name
        for each in fields_of(owner)
        if each.is_optional and not each.is_required and each.name not in inherited
    ]

    assert [name for name in optional if "`None`" not in (texts[name] or "")] == []


@each_vocabulary
def test_every_member_of_a_vocabulary_has_a_docstring(owner: type[enum.Enum]) -> None:
    texts = documented(owner)

    assert list(texts) == list(owner.__members__)
    assert all(texts.values())


@each_vocabulary
def test_every_member_of_a_vocabulary_names_its_origin(owner: type[enum.Enum]) -> None:
    """The last sentence says whose term it is: a standard's, or ours."""
    if owner in ONE_ORIGIN:
        assert ONE_ORIGIN[owner] in (owner.__doc__ or "")
        return
    for name, text in documented(owner).items():
        says, _, origin = (text or "").replace("\n", " ").partition(". ")
        while says and not any(map(origin.startswith, ORIGINS)):
            says, _, origin = origin.partition(". ")
        assert any(map(origin.startswith, ORIGINS)), f"{owner.__name__}.{name}: {text}"


def public_callables() -> Iterator[Any]:
    for module in (confmodel, model):
        for name, each in public_of(module).items():
            if callable(each) and not (inspect.isclass(each) and issubclass(each, enum.Enum)):
                yield pytest.param(each, id=f"{module.__name__}.{name}")


@pytest.mark.parametrize("each", list(public_callables()))
def test_everything_public_has_a_docstring(each: Any) -> None:
    assert each.__doc__
    assert each.__doc__.splitlines()[0].endswith(".")


@pytest.mark.parametrize("each", list(public_callables()))
def test_everything_public_has_an_example_that_runs(each: Any) -> None:
    """The doctests of the modules run in the same suite; here only that there is one."""
    has_example = bool(doctest.DocTestParser().get_examples(each.__doc__))

    assert has_example or each.__name__ in WITHOUT_EXAMPLE | SHOWN_BY_OTHERS


@each_class
def test_every_public_method_and_property_has_a_docstring(owner: type) -> None:
    for node in definition_of(owner).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{owner.__name__}.{node.name}"


def test_class_that_follows_a_rule_across_fields_names_the_error() -> None:
    for owner in CLASSES.values():
        if "__attrs_post_init__" in vars(owner):
            assert "InvalidValueError:" in (owner.__doc__ or ""), owner.__name__


# What an import brings with it


def modules_after(program: str) -> set[str]:
    program += "\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-I", "-W", "error", "-c", program],
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_import_brings_nothing_heavy() -> None:
    loaded = modules_after("import confmodel")

    assert "confmodel.model.conference" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_building_and_asking_a_record_brings_nothing_heavy() -> None:
    loaded = modules_after(
        "from confmodel import Conference, Delegate\n"
        "c = Conference(id='c', name='C', when=2031, delegates=[Delegate(id='x')])\n"
        "assert c['x'].id == 'x' and repr(c)"
    )

    assert loaded.isdisjoint(HEAVY)
    assert "confmodel.countries._table" not in loaded


def test_reading_and_writing_json_brings_neither_command_line_nor_tests() -> None:
    loaded = modules_after(
        'import confmodel\nconfmodel.dumps(confmodel.loads(\'{"id":"c","name":"C"}\'))'
    )

    assert loaded.isdisjoint({"click", "hypothesis", "yaml"})


def test_package_is_marked_as_typed() -> None:
    assert (Path(inspect.getfile(confmodel)).parent / "py.typed").is_file()
