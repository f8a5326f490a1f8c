"""The JSON Schema of the file form, built from the fields of the model.

What the fields are, it reads where the mirrors read it; what is said of them,
in a file that `scripts/generate_schema.py` makes from their docstrings.
"""

import enum
import functools
import json
import re
from collections.abc import Callable
from typing import Any, TypeAlias

from confmodel._addresses import SITE
from confmodel.checks._rules import is_markable
from confmodel.codec import _date_pattern
from confmodel.codec.shorthand import SHORT
from confmodel.model import FORMAT_VERSION, Conference, Evidence, Figure, Other, Quotation, When
from confmodel.model._constraints import ID_PATTERN, Matches, NotEmpty, Within
from confmodel.model._edtf import LONGEST_TEXT
from confmodel.model._references import ANY
from confmodel.model._shape import Field, Form, fields_of, is_record

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MAJOR = FORMAT_VERSION.partition(".")[0]
_FOLDER = f"{SITE}schema/v{_MAJOR}/"

_TEXT: Schema = {"type": "string", "minLength": 1}
_OBJECT: Schema = {"type": "object"}
_EMPTY_LIST: Schema = {"type": "array", "maxItems": 0}
# As a whole number: the float is a little smaller.
_LARGEST = 10**24
_NUMBER: Schema = {
    "description": "A number of 15 digits at most.",
    "type": "number",
    "minimum": 0,
    "maximum": _LARGEST,
    "anyOf": [{"maximum": 0}, {"minimum": 1e-15}],
}
# What Python calls white space, itself: engines differ on `\s`, and on escapes.
_SPACES = "\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"


def file_name(*, shorthand: bool) -> str:
    """Name the file that a schema is published as."""
    return "authoring.json" if shorthand else "conference.json"


def build(*, shorthand: bool) -> Schema:
    """Build the schema of the canonical form, or of what authors may write.

    Each call gives a new one: nobody's changes are seen by others.
    """
    return _Builder(shorthand=shorthand).root()


def text(*, shorthand: bool, indent: int | None) -> str:
    """Write a schema as JSON, in ASCII: some characters of its patterns cannot be seen."""
    separators = (",", ":") if indent is None else None
    return json.dumps(build(shorthand=shorthand), indent=indent, separators=separators)


@functools.cache
def descriptions() -> dict[str, dict[str, str]]:
    """Read what is said of each class, under an empty name, and of each of its members."""
    # It costs as much as the package itself, and an import must not pay for it.
    from importlib.resources import files  # noqa: PLC0415

    text = files("confmodel.codec").joinpath("descriptions.json").read_bytes()
    found: dict[str, dict[str, str]] = json.loads(text)
    return found


def _said_of(owner: type, member: str) -> str:
    texts = descriptions()
    return next(
        texts[base.__name__][member]
        for base in owner.__mro__
        if member in texts.get(base.__name__, ())
    )


class _Builder:
    def __init__(self, *, shorthand: bool) -> None:
        self.shorthand = shorthand
        self.definitions: dict[str, Schema] = {}

    def root(self) -> Schema:
        conference = self.object(Conference)
        conference["properties"]["requires"] = {
            "description": "What a reader has to know to understand the rest; so far nothing.",
            **_EMPTY_LIST,
        }
        title = "A conference as people write it" if self.shorthand else "A conference"
        return {
            "$schema": DIALECT,
            "$id": _FOLDER + file_name(shorthand=self.shorthand),
            **conference,
            "title": f"{title} (confmodel {_MAJOR})",
            "$defs": dict(sorted(self.definitions.items())),
        }

    def object(self, owner: type) -> Schema:
        fields = [field for field in fields_of(owner) if field.form is not Form.EXTRA]
        schema: Schema = {
            "title": owner.__name__,
            "description": _said_of(owner, ""),
            "type": "object",
            "properties": {field.name: self.member(owner, field) for field in fields},
        }
        if required := [field.name for field in fields if field.is_required]:
            schema["required"] = required
        if is_record(owner):
            what = "A member of the author's own, kept as it is."
            schema["patternProperties"] = {"^x-": {"description": what}}
        schema["additionalProperties"] = False
        if owner is Evidence:
            schema |= _evidence_that_proves(has_source=not self.shorthand)
        if owner is Figure:
            schema |= _figure_that_says_one_number()
        return schema

    def member(self, owner: type, field: Field) -> Schema:
        schema = self.value(owner, field)
        if field.is_open:
            schema = _either(schema, self.named("Other", lambda: self.object(Other)))
        if field.is_many:
            # An enumeration of nothing is more than some validators take.
            is_empty = schema.get("enum") == []
            schema = dict(_EMPTY_LIST) if is_empty else {"type": "array", "items": schema}
            if field.is_required:
                schema["minItems"] = 1
        if field.is_optional:
            schema = _or_null(schema)
        text = _said_of(owner, field.name)
        if field.refers_to is not None:
            kinds = "anything with an id" if field.refers_to == ANY else _any_of(field.refers_to)
            text += f" Refers to: {kinds}."
        schema = {"description": text, **schema}
        if field.form is Form.FLAG:
            schema["default"] = field.default
        elif field.form is Form.CHOICE and not field.is_required and not field.is_optional:
            schema["default"] = field.default.value  # type: ignore[attr-defined] # a word of it
        return schema

    def value(self, owner: type, field: Field) -> Schema:
        kind = field.kind
        named: dict[Form, tuple[str, Callable[[], Schema]]] = {
            Form.DECIMAL: ("Number", _NUMBER.copy),
            Form.CHOICE: (kind.__name__, functools.partial(_vocabulary, kind)),
            Form.DATE: ("When", self.date),
        }
        if field.form in named:
            return self.named(*named[field.form])
        if field.form is Form.TEXT:
            return self.text(owner, field)
        if field.form is Form.OBJECT:
            return self.inner(owner, field)
        return {"type": "boolean"} if field.form is Form.FLAG else _whole(field.constraint)

    def text(self, owner: type, field: Field) -> Schema:
        if field.name == "not_stated":
            return {"enum": [each.name for each in fields_of(owner) if is_markable(each)]}
        if field.is_address:
            what = "An id; or an id, a slash and the name of a field."
            return self.named("Address", lambda: _text_like(f"{ID_PATTERN}(?:/[a-z0-9_]+)?", what))
        constraint = field.constraint
        is_id = isinstance(constraint, Matches) and constraint.pattern == ID_PATTERN
        if is_id or field.refers_to is not None:
            return self.named("Id", _id)
        if field.name == "confmodel" and isinstance(constraint, Matches):
            return _version(constraint.pattern)
        if isinstance(constraint, Matches):
            text = f"{constraint.what[:1].upper()}{constraint.what[1:]}: {constraint.help}."
            name = _camel_case(constraint.what)
            return self.named(name, functools.partial(_text_like, constraint.pattern, text))
        return dict(_TEXT) if isinstance(constraint, NotEmpty) else {"type": "string"}

    def inner(self, owner: type, field: Field) -> Schema:
        kind = field.kind
        schema = self.named(kind.__name__, lambda: self.object(kind))
        if kind is Evidence:
            names = [each.name for each in fields_of(owner)]
            schema["properties"] = {"supports": {"items": {"enum": names}}}
        if self.shorthand and (kind in SHORT or kind is Quotation):
            return _either(dict(_TEXT), schema)
        if self.shorthand and kind is Figure:
            return _either({"type": "integer", "minimum": 0, "maximum": _LARGEST}, schema)
        return schema

    def date(self) -> Schema:
        words = {
            "description": "The words of the source, such as 'coming days'.",
            "type": "string",
            "pattern": f"[^{_SPACES}]",
        }
        edtf = self.named("Edtf", _edtf)
        with_words = {
            "description": "A date with the words of the source, or these alone.",
            "type": "object",
            "properties": {"edtf": _or_null(edtf), "wording": _or_null(words)},
            "additionalProperties": False,
            "anyOf": [_given("edtf", {"type": "string"}), _given("wording", {"type": "string"})],
        }
        years = [{"type": "integer", "minimum": -9999, "maximum": 9999}] if self.shorthand else []
        return {
            "title": "When",
            "description": _said_of(When, ""),
            "anyOf": [edtf, with_words, *years],
        }

    def named(self, name: str, define: Callable[[], Schema]) -> Schema:
        """Refer to a definition, which is made at the first use."""
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = define()
        return {"$ref": f"#/$defs/{name}"}


def _text_like(pattern: str, description: str) -> Schema:
    return {
        "description": description,
        "type": "string",
        "pattern": f"^(?:{pattern})$",
        # No keyword of the standard, but editors show it in place of the pattern.
        "patternErrorMessage": f"Expected: {description[:1].lower()}{description[1:]}",
        # In some engines, such as Python's, `$` lets a final newline through.
        "not": {"pattern": "\\n"},
    }


def _id() -> Schema:
    return _text_like(
        ID_PATTERN,
        "The name by which others in the document refer to one: lower-case letters, digits,"
        " '-', '_' and '.', beginning with a letter or a digit.",
    )


def _version(pattern: str) -> Schema:
    what = f"The version of the file form; {FORMAT_VERSION} if it is left out."
    return {**_text_like(pattern, what), "default": FORMAT_VERSION}


def _edtf() -> Schema:
    return {
        "description": "A date in EDTF (ISO 8601-2, levels 0 and 1): 2031, 2031-05, 2031-05-06,"
        " 2031-05-06T09:30:00Z, 2031-05-06/2031-05-08, 2031/.. (open), 203X, 2031-22 (summer);"
        " with ? (uncertain), ~ (approximate) or % (both) behind it.",
        "type": "string",
        "maxLength": LONGEST_TEXT,
        "anyOf": [
            _text_like(_date_pattern.DATE, "A day, a month, a season, a year, or several years."),
            _text_like(_date_pattern.TIME, "A day with a time, and its zone if that is known."),
            _text_like(_date_pattern.INTERVAL, "The first and the last, or one of them."),
        ],
    }


def _whole(constraint: object) -> Schema:
    bounds = (
        {"minimum": constraint.minimum, "maximum": constraint.maximum}
        if isinstance(constraint, Within)
        else {}
    )
    return {"type": "integer", **bounds}


def _vocabulary(kind: type[enum.Enum]) -> Schema:
    words = [member.value for member in kind]
    return {
        "title": kind.__name__,
        "description": _said_of(kind, ""),
        "type": "string",
        "enum": words,
        # No keyword of the standard, but editors show it beside each word.
        "enumDescriptions": [_said_of(kind, word) for word in words],
    }


def _evidence_that_proves(*, has_source: bool) -> Schema:
    exact, seal = _given("exact", {"type": "string"}), _given("seal", _OBJECT)
    source = _given("source", {"type": "string"})
    if not has_source:
        # It may be left out; given as null, it is missing.
        del source["required"]
    return {
        "not": {"allOf": [exact, seal]},
        "if": _given("basis", {"const": "background"}),
        "else": {"allOf": [source, {"anyOf": [exact, seal]}]},
    }


def _figure_that_says_one_number() -> Schema:
    value, low, high = (_given(name, {"type": "number"}) for name in ("value", "low", "high"))
    ratio = _given("ratio", {"minItems": 1})
    a_range = _either(low, high)
    pairs = [[value, a_range], [value, ratio], [a_range, ratio]]
    return {
        "anyOf": [value, low, high, ratio, _given("wording", {"type": "string"})],
        "not": _either(*({"allOf": pair} for pair in pairs)),
    }


def _given(name: str, schema: Schema) -> Schema:
    return {"required": [name], "properties": {name: schema}}


def _either(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


def _or_null(schema: Schema) -> Schema:
    if set(schema) == {"anyOf"}:
        return {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    return _either(schema, {"type": "null"})


def _any_of(kinds: frozenset[str]) -> str:
    *most, last = sorted(kinds)
    return f"{', '.join(most)} or {last}" if most else last


def _camel_case(what: str) -> str:
    """Make a name of a phrase: "a country code" gives `CountryCode`."""
    words = re.findall(r"[A-Za-z0-9]+", what.partition(" ")[2])
    return "".join(word[:1].upper() + word[1:] for word in words)
