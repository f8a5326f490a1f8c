"""What the pages show besides Python: commands with their output, and records in YAML."""

import doctest
import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from confmodel import Conference
from confmodel.formats import yaml
from confmodel.formats._rdf_graph import TERMS
from confmodel.formats.tables import TABLES
from confmodel.model._shape import Form, classes_in, fields_of

ROOT = Path(__file__).resolve().parents[2]


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


console_blocks = script("console_blocks")
PAGES: list[Path] = console_blocks.pages()
WRITTEN = [page for page in PAGES if "$ confmodel" in page.read_text(encoding="utf-8")]


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def test_there_are_commands_to_run() -> None:
    assert len(WRITTEN) > 3


@pytest.mark.parametrize("page", WRITTEN, ids=name_of)
def test_a_command_prints_what_the_page_shows(page: Path) -> None:
    """If not, scripts/console_blocks.py writes down what they print now."""
    shown = page.read_text(encoding="utf-8")

    assert console_blocks.refreshed(shown) == shown


def test_a_wrong_output_is_noticed() -> None:
    page = "```console\n$ confmodel explain E299\nall is well\n```\n"

    assert "no rule has the code" in console_blocks.refreshed(page)


def test_the_glossary_is_current() -> None:
    """If not, scripts/generate_glossary.py writes it anew."""
    glossary = script("generate_glossary")

    assert glossary.PAGE.read_text(encoding="utf-8") == glossary.page()


def test_every_table_and_column_is_listed() -> None:
    """If not, scripts/generate_tables_page.py writes them anew."""
    listing = script("generate_tables_page")

    assert listing.PAGE.read_text(encoding="utf-8") == listing.page()


def test_the_list_of_tables_is_complete() -> None:
    _, _, listed = script("generate_tables_page").page().partition("## Every table")
    for table in TABLES.values():
        _, _, own = listed.partition(f"\n### {table.name}\n")
        own, _, _ = own.partition("\n### ")
        assert not [each.name for each in table.columns if f"`{each.name}`" not in own]


YAML = re.compile(
    r"^```yaml[^\n]*\n(?P<text>(?:#[^\n]*\n)*(?:confmodel|id): .*?)^```$", re.MULTILINE | re.DOTALL
)
WHOLE = [
    pytest.param(found["text"], id=f"{name_of(page)}-{number}")
    for page in PAGES
    for number, found in enumerate(YAML.finditer(page.read_text(encoding="utf-8")))
    if re.search(r"^name: ", found["text"], re.MULTILINE)
]


@pytest.mark.parametrize("text", WHOLE)
def test_a_whole_record_in_yaml_can_be_read(text: str) -> None:
    assert isinstance(yaml.read(text, check=False), Conference)


def session(page: Path) -> dict[str, Any]:
    """Run the sessions of a page beside its files, and return the names that they leave."""
    names: dict[str, Any] = {}
    text = page.read_text(encoding="utf-8")
    console_blocks.write_files(text, Path())
    for fence in re.findall(r"^```pycon\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        for example in doctest.DocTestParser().get_examples(fence):
            if example.exc_msg is None:
                exec(compile(example.source, str(page), "single"), names)  # noqa: S102 - our page
    return names


def test_the_tutorial_writes_the_same_record_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = ROOT / "docs" / "tutorial" / "warsaw.md"
    found = YAML.search(page.read_text(encoding="utf-8"))

    assert found is not None
    assert yaml.read(found["text"]) == session(page)["warsaw"]


def test_the_architecture_names_every_floor() -> None:
    """What imports what stands in pyproject.toml, and the page explains it."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    layers = contracts["importlinter"]["contracts"][0]["layers"]
    names = [name.strip("() ") for layer in layers for name in layer.split("|")]
    package = ROOT / "src" / "confmodel"
    built = [n for n in names if (package / n).is_dir() or (package / f"{n}.py").is_file()]
    page = (ROOT / "docs" / "explanation" / "architecture.md").read_text(encoding="utf-8")
    table = "\n".join(line for line in page.splitlines() if line.startswith("|"))

    assert built
    assert not [name for name in built if f"`{name}`" not in table]


def test_the_closed_vocabularies_are_listed() -> None:
    choices = [
        field
        for owner in classes_in(Conference)
        for field in fields_of(owner)
        if field.form is Form.CHOICE
    ]
    closed = {field.kind.__name__ for field in choices if not field.is_open}
    page = (ROOT / "docs" / "how-to" / "extend.md").read_text(encoding="utf-8")
    (listed,) = re.findall(r"^These are closed: (.*)\.$", page, re.MULTILINE)

    assert re.findall(r"`(\w+)`", listed) == sorted(closed)
    assert closed.isdisjoint(field.kind.__name__ for field in choices if field.is_open)


def test_the_address_of_our_terms_is_on_their_page() -> None:
    page = (ROOT / "docs" / "reference" / "rdf.md").read_text(encoding="utf-8")

    assert f"`{TERMS}`" in page


def test_the_links_of_the_readme_lead_somewhere() -> None:
    """The strict build looks after all other pages."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", text)

    assert links
    assert not [link for link in links if not (ROOT / link).is_file()]
