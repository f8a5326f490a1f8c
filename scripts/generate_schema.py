"""Write the JSON Schemas, what they say of each member, and their page of the reference.

What is said stands in the docstrings of the model. It is kept in
src/confmodel/codec/descriptions.json, so that `confmodel.schema()` needs no
source text; from there it comes into schema/ and docs/reference/schema.md.

    python scripts/generate_schema.py            # writes the files
    python scripts/generate_schema.py --check    # exit 1 if one is out of date
"""

# ruff: noqa: E501 - one sentence a line, as on every page

import ast
import enum
import inspect
import itertools
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent

sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from confmodel.codec import _schema  # noqa: E402 - the checkout's own
from confmodel.model import Conference, Other, When  # noqa: E402 - as above
from confmodel.model._shape import Form, classes_in, fields_of  # noqa: E402 - as above
from scripts.committed import write_or_compare  # noqa: E402 - as above

DESCRIPTIONS = ROOT / "src" / "confmodel" / "codec" / "descriptions.json"
FOLDER = ROOT / "schema" / "v1"
PAGE = ROOT / "docs" / "reference" / "schema.md"

SECTIONS = ("Args:", "Raises:", "Examples:", "- ", "**")


def descriptions() -> dict[str, dict[str, str]]:
    """Give what the docstrings say of each class, and of each of its members."""
    owners = {*classes_in(Conference), Other, When}
    owners |= {base for owner in owners for base in owner.__mro__ if _is_ours(base)}
    owners |= {
        field.kind
        for owner in classes_in(Conference)
        for field in fields_of(owner)
        if field.form is Form.CHOICE
    }
    return {
        owner.__name__: {"": _summary(owner), **dict(_members(owner))}
        for owner in sorted(owners, key=lambda each: each.__name__)
    }


def _is_ours(kind: type) -> bool:
    return kind.__module__.startswith("confmodel.")


def _summary(owner: type) -> str:
    """Take what stands above the sections; of what is no object of the file, the first line."""
    paragraphs = inspect.cleandoc(owner.__doc__ or "").split("\n\n")
    whole = list(itertools.takewhile(lambda each: not each.startswith(SECTIONS), paragraphs))
    return _joined("\n\n".join(whole if owner in classes_in(Conference) else whole[:1]))


def _members(owner: type) -> Iterator[tuple[str, str]]:
    """Give each field or word of a class body with the text beneath it."""
    definition = ast.parse(inspect.getsource(owner)).body[0]
    assert isinstance(definition, ast.ClassDef)  # noqa: S101 - a class was asked for
    for statement, beneath in itertools.pairwise(definition.body):
        match statement, beneath:
            case (
                (ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)])),
                ast.Expr(value=ast.Constant(value=str(text))),
            ) if not name.startswith("_"):
                if issubclass(owner, enum.Enum):
                    name = owner[name].value
                yield name, _joined(inspect.cleandoc(text))


def _joined(text: str) -> str:
    """Put each paragraph on one line; what Python calls None is left out of a file."""
    text = text.replace("; `None`", "; left out").replace("`None`", "Left out")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


# What no schema can say, by the code of the finding: a document that breaks one
# of these rules can be accepted by the schema, and is refused by a load.

NOT_JSON = {
    "E100": "The text is JSON at all, in UTF-8.",
    "E116": "No member stands twice in one object.",
    "E113": "The document is within the limits of size and depth.",
}
"""Rules for the text of a document, of which a schema sees nothing."""

BEYOND = {
    "E101": "A whole number is written without a decimal point: `1.0` is refused, and to a schema it is `1`.",
    "E105": "A number has 15 digits at most; `low` is not more than `high`; a part does not end before it starts.",
    "E106": "An interval does not end before it starts.",
    "E109": "A member of the author's own is nested 48 levels deep at most, and its whole numbers have 1024 bits at most.",
    "E110": "No text holds half of a surrogate pair.",
}
"""Rules of shape that remain."""

BEYOND_SHORTHAND = {
    "E102": "Evidence names its source, unless there is exactly one.",
}
"""Rules that remain for the shorthand only."""

INTEGRITY = {
    "E201": "An id is given once.",
    "E202": "A reference leads to something.",
    "E203": "It leads to something that can stand there.",
    "E204": "What is named in `not_stated` is empty.",
    "E206": "An address leads to something, and to a field that it has.",
    "E207": "Words end where the text of their source does, or before.",
    "E208": "A part that evidence names is one that its source has.",
    "E209": "Nothing contains itself.",
}
"""Rules that join one place of a document to another."""

HEAD = """\
<!-- Generated by scripts/generate_schema.py from the model. Do not edit. -->

# JSON Schema

The form of a record, for editors and programs that do not run Python (JSON Schema, draft 2020-12).
How to put it to use: [Let your editor complete and check](../how-to/editor.md), [Let a language model fill it in](../how-to/language-model.md).

| schema | of what |
|---|---|
| [`{canonical}`]({folder}{canonical}) | the canonical form, which programs exchange |
| [`{authoring}`]({folder}{authoring}) | what authors may write in YAML, [shorthand](../how-to/yaml.md#what-you-may-leave-out) included |

::: confmodel.codec.schema

## What it promises

**What loads is accepted.**
The exception are members that a newer version of the form has brought: a load keeps them, and the schema of this version does not know them.
"Loads" means [`loads`](codec.md) as it is by default: `check=False` lets more in.

**What is accepted loads**, but for the rules that no schema can say.
These are all:

{beyond}

Both promises are properties of the tests, with two independent validators as judges.
An object takes the members that are listed, and members of your own whose names begin with `x-`; where none are told of, not even these.

## The members

Every object of a record, with what its members take.
"Or null" is left out below: every member that may be left out may also be null, except for lists, flags and what has a default.
"""

ROOT_NAME = "Conference"


def page() -> str:
    """Return the page as Markdown."""
    schema = _schema.build(shorthand=False)
    definitions: dict[str, Any] = {ROOT_NAME: schema, **schema["$defs"]}
    rules = [
        *_rules("The text", NOT_JSON),
        *_rules("One value", BEYOND),
        *_rules("Shorthand", BEYOND_SHORTHAND),
        *_rules("Several places together", INTEGRITY),
    ]
    head = HEAD.format(
        canonical=_schema.file_name(shorthand=False),
        authoring=_schema.file_name(shorthand=True),
        folder="../schema/v1/",
        beyond="\n".join(["| about | rule | code |", "|---|---|---|", *rules]),
    )
    sections = [_section(name, each) for name, each in definitions.items()]
    return "\n".join([head, *sections])


def _rules(about: str, rules: dict[str, str]) -> Iterator[str]:
    for code, rule in rules.items():
        yield f"| {about} | {rule} | [{code}](checks/{code}.md) |"


def _section(name: str, schema: dict[str, Any]) -> str:
    lines = [
        f"### {name} {{#{_anchor(name)}}}",
        "",
        _one_sentence_a_line(schema["description"]),
        "",
    ]
    if "enum" in schema:
        lines += ["| word | meaning |", "|---|---|"]
        words = zip(schema["enum"], schema["enumDescriptions"], strict=True)
        lines += [f"| `{word}` | {_cell(meaning)} |" for word, meaning in words]
    elif "properties" in schema:
        lines += ["| member | takes | meaning |", "|---|---|---|"]
        for member, each in schema["properties"].items():
            mark = " (required)" if member in schema.get("required", ()) else ""
            meaning = _cell(each.get("description", ""))
            lines.append(f"| `{member}`{mark} | {_takes(each)} | {meaning} |")
    else:
        lines.append(f"Takes {_takes(schema)}.")
    return "\n".join([*lines, ""])


PLAIN = {
    "boolean": "`true` or `false`",
    "integer": "a whole number",
    "number": "a number from 0 to 1E+24, of 1E-15 at least if it is not 0",
    "string": "text",
}


def _takes(schema: dict[str, Any]) -> str:
    """Say in words what a schema takes."""
    kinds = schema.get("type", ())
    kind = kinds if isinstance(kinds, str) else next(iter(kinds), None)
    words = PLAIN.get(kind or "", "")
    if kind == "array" and "items" not in schema:
        words = "a list of nothing"
    elif kind == "array":
        words = f"a list of {_takes(schema['items'])}"
    elif kind == "object":
        words = f"an object with {' and '.join(f'`{name}`' for name in schema['properties'])}"
    elif "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        words = f"[{name}](#{_anchor(name)})"
    elif "enum" in schema:
        words = "names of its members"
    elif "anyOf" in schema and kind is None:
        words = " or ".join(_takes(each) for each in schema["anyOf"] if each != {"type": "null"})
    if "minimum" in schema and kind == "integer":
        words += f" from {schema['minimum']}"
    return words


def _anchor(name: str) -> str:
    return f"schema-{name.lower()}"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _one_sentence_a_line(text: str) -> str:
    return re.sub(r"(?<=[.?!]) (?=[A-Z`\"])", "\n", text)


def files() -> Iterator[tuple[Path, str]]:
    """Give the text of every file; each is made from the one before."""
    yield DESCRIPTIONS, json.dumps(descriptions(), ensure_ascii=False, indent=2) + "\n"
    _schema.descriptions.cache_clear()  # they may have been written anew
    for shorthand in (False, True):
        name = _schema.file_name(shorthand=shorthand)
        yield FOLDER / name, _schema.text(shorthand=shorthand, indent=2) + "\n"
    yield PAGE, page()


if __name__ == "__main__":
    sys.exit(write_or_compare(__doc__, files))
