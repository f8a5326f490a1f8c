"""Every public name stands on exactly one page of the reference, and every page in the menu."""

import enum
import importlib
import importlib.util
import inspect
import pkgutil
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import confmodel
from confmodel import codes
from confmodel.formats import Carrier, Format, all_formats

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted((DOCS / "reference").rglob("*.md"))

# A module that no package exports from: all of it that has no underscore is public.
PLAIN_MODULES = [
    "confmodel.codes",
    "confmodel.errors",
    *(f"confmodel.formats.{kind.name}" for kind in all_formats()),
    "confmodel.formats.delegate_list",
    "confmodel.formats.tables",
    "confmodel.views.markdown",
    "confmodel.views.notebook",
    "confmodel.views.terminal",
]
# The page of the command line is made from the commands, and has a test of its own.
NOT_AS_PYTHON = {"confmodel.cli"}

DIRECTIVE = re.compile(
    r"^::: +(?P<name>[\w.]+)\n(?P<options>(?: {4}.*\n|\n(?= {4}))*)", re.MULTILINE
)


def public_packages() -> Iterator[str]:
    yield "confmodel"
    # Only the floors of the house: what stands deeper is their own business.
    for found in pkgutil.iter_modules(confmodel.__path__, "confmodel."):
        is_private = found.name.removeprefix("confmodel.").startswith("_")
        if found.ispkg and not is_private and found.name not in NOT_AS_PYTHON:
            yield found.name


def public_names() -> Iterator[tuple[str, str]]:
    for package in public_packages():
        for name in getattr(importlib.import_module(package), "__all__", ()):
            yield package, name
    for module in PLAIN_MODULES:
        for name in defined_in(module):
            yield module, name


def defined_in(module: str) -> Iterator[str]:
    """Name what a module offers: by its `__all__`, or else by having no underscore."""
    contents = vars(importlib.import_module(module))
    if "__all__" in contents:
        yield from contents["__all__"]
        return
    for name, value in contents.items():
        is_from_elsewhere = getattr(value, "__module__", module) != module
        if isinstance(value, Format):  # a value tells the module of its class
            is_from_elsewhere = value.name != module.rpartition(".")[2]
        if not (name.startswith("_") or inspect.ismodule(value) or is_from_elsewhere):
            yield name


def home(module: str, name: str) -> str:
    """Say where a name is defined, so that two ways to it count as one."""
    value: Any = getattr(importlib.import_module(module), name)
    if inspect.isclass(value) or inspect.isfunction(value):
        return f"{value.__module__}.{value.__qualname__}"
    return f"{module}.{name}"


def directives() -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        for found in DIRECTIVE.finditer(page.read_text(encoding="utf-8") + "\n"):
            # A directive shows one object, or this test would have to know what it leaves out.
            assert "members" not in found["options"], f"{page}: {found['name']}"
            yield page, found["name"]


def documented() -> Counter[str]:
    counted: Counter[str] = Counter()
    for _, path in directives():
        module, _, name = path.rpartition(".")
        counted[home(module, name)] += 1
    return counted


def test_every_public_name_stands_on_one_page() -> None:
    counted = documented()
    homes = {home(module, name): f"{module}.{name}" for module, name in public_names()}
    missing = [name for where, name in homes.items() if counted[where] == 0]
    double = [where for where, count in counted.items() if count > 1]

    assert not missing
    assert not double


def test_a_page_shows_nothing_that_is_not_public() -> None:
    homes = {home(module, name) for module, name in public_names()}

    assert not [where for where in documented() if where not in homes]


def test_the_modules_of_the_first_page_are_modules() -> None:
    text = (DOCS / "reference" / "index.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| (`confmodel[^|]*) \|", text, re.MULTILINE)
    named = [name for cell in cells for name in re.findall(r"`(confmodel[\w.]*)`", cell)]

    assert len(named) >= len(cells) > 0
    assert [name for name in named if importlib.util.find_spec(name) is None] == []


@pytest.mark.parametrize("name", ["Manner", "ConsentActKind", "CodeStatus", "Precision"])
def test_the_vocabularies_are_among_the_public_names(name: str) -> None:
    """The test of the pages is worth as much as its list of names."""
    assert name in {public for _, public in public_names()}


def test_every_value_of_a_vocabulary_is_explained() -> None:
    """The reference and the glossary are made from the texts beneath the values."""
    values = [getattr(importlib.import_module(module), name) for module, name in public_names()]
    vocabularies = [
        each for each in values if inspect.isclass(each) and issubclass(each, enum.Enum)
    ]
    unexplained = [
        f"{vocabulary.__name__}.{member}"
        for vocabulary in vocabularies
        for member in vocabulary.__members__
        if not re.search(
            rf'^    {member} = .*\n    """', inspect.getsource(vocabulary), re.MULTILINE
        )
    ]

    assert not unexplained


# --- the formats ----------------------------------------------------------------


def row_of(kind: Format) -> list[str]:
    """Return the cells for a format in the table of formats, but for the link and the purpose."""
    rows = (DOCS / "reference" / "formats.md").read_text(encoding="utf-8").splitlines()
    (row,) = [each for each in rows if f" | `{kind.name}` | " in each]
    return [cell.strip() for cell in row.strip("|").split("|")]


@pytest.mark.parametrize("kind", all_formats(), ids=lambda kind: kind.name)
def test_the_table_of_formats_says_what_is_known_of_each(kind: Format) -> None:
    is_whole = kind.says is None
    extra = "" if kind.extra is None else f"`{kind.extra}`"

    link, *cells, purpose = row_of(kind)

    assert cells == [
        f"`{kind.name}`",
        ", ".join(f"`{suffix}`" for suffix in kind.suffixes),
        "yes" if kind.is_read else "no",
        "one" if kind.carrier is Carrier.DOCUMENT else "many",
        "everything" if is_whole else "a part",
        extra,
    ]
    assert link.startswith(f"[{kind.title}](")
    assert purpose


@pytest.mark.parametrize("kind", all_formats(), ids=lambda kind: kind.name)
def test_the_table_of_formats_leads_to_the_page_of_each(kind: Format) -> None:
    """That there is one such page and no other, the test of the public names says."""
    _, _, target = row_of(kind)[0].rstrip(")").partition("](")
    name, _, _ = target.partition("#")
    page = DOCS / "reference" / (name or "formats.md")

    shown = page.read_text(encoding="utf-8")

    assert f"::: confmodel.formats.{kind.name}.FORMAT\n" in shown + "\n"
    assert (f'"{kind.name}"' in shown and ".says" in shown) is (kind.says is not None)


def test_the_table_of_formats_has_no_other_rows() -> None:
    text = (DOCS / "reference" / "formats.md").read_text(encoding="utf-8")
    _, _, table = text.partition("## Which format for what")
    table, _, _ = table.partition("\n## ")

    assert len(re.findall(r"^\| \[", table, re.MULTILINE)) == len(all_formats())


def test_every_extra_is_in_the_readme() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    extras = settings["project"]["optional-dependencies"]

    assert extras
    assert [extra for extra in extras if f"| `{extra}` |" not in readme] == []


def test_every_page_of_how_to_is_in_their_list_once() -> None:
    listed = re.findall(r"\]\(([\w-]+\.md)\)", (DOCS / "how-to" / "index.md").read_text("utf-8"))
    pages = [page.name for page in (DOCS / "how-to").glob("*.md") if page.name != "index.md"]

    assert Counter(listed) == Counter(pages)


# --- the menu ------------------------------------------------------------------


class Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose tags are the business of MkDocs."""


Loader.add_constructor("!ENV", lambda _loader, _node: None)


def entries(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for inner in nav.values():
            yield from entries(inner)
    elif isinstance(nav, list):
        for inner in nav:
            yield from entries(inner)


def menu() -> list[str]:
    # S506: the loader is a safe one with one more tag.
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader)  # noqa: S506
    return list(entries(settings["nav"]))


def test_every_page_is_in_the_menu_once() -> None:
    # What begins with an underscore is included in a page and is none itself.
    pages = [page for page in DOCS.rglob("*.md") if not page.name.startswith("_")]

    assert Counter(menu()) == Counter(page.relative_to(DOCS).as_posix() for page in pages)


@pytest.mark.parametrize("rule", codes.RULES, ids=lambda rule: rule.code)
def test_every_code_has_a_page_in_the_menu(rule: codes.Rule) -> None:
    assert f"reference/checks/{rule.code}.md" in menu()
