"""Documents drawn from a JSON Schema alone, without knowing what it is of."""

import functools
from typing import Any

from hypothesis import strategies as st

Schema = dict[str, Any]

FEW = 4
"""The most members that an object gets beside those it must have."""

ANYTHING = st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3)


def documents(schema: Schema) -> st.SearchStrategy[Any]:
    """Draw what a schema accepts, but for its `not`, `if` and `else`."""
    return Drawn(schema["$defs"]).like(schema)


class Drawn:
    def __init__(self, definitions: dict[str, Schema]) -> None:
        self.definitions = definitions

    def like(self, schema: Schema) -> st.SearchStrategy[Any]:
        if "$ref" in schema:
            return self.named(schema["$ref"].rpartition("/")[2])
        if "enum" in schema:
            return st.sampled_from(schema["enum"])
        kinds = schema.get("type", [])
        if not kinds:
            return st.one_of(*map(self.like, schema["anyOf"]))
        return st.one_of(
            *(self.of(kind, schema) for kind in ([kinds] if isinstance(kinds, str) else kinds))
        )

    @functools.cache  # noqa: B019 - it lives as long as the test
    def named(self, name: str) -> st.SearchStrategy[Any]:
        return st.deferred(lambda: self.like(self.definitions[name]))

    def of(self, kind: str, schema: Schema) -> st.SearchStrategy[Any]:
        plain: dict[str, st.SearchStrategy[Any]] = {"null": st.none(), "boolean": st.booleans()}
        match kind:
            case "integer" | "number":
                return numbers(schema, are_whole=kind == "integer")
            case "string":
                return self.text(schema)
            case "array":
                least, most = schema.get("minItems", 0), schema.get("maxItems", 2)
                inner = self.like(schema["items"]) if "items" in schema else st.nothing()
                return st.lists(inner, min_size=least, max_size=most)
            case "object":
                return self.object(schema)
        return plain[kind]

    def text(self, schema: Schema) -> st.SearchStrategy[str]:
        if "anyOf" in schema:
            return st.one_of(*map(self.like, schema["anyOf"]))
        if "pattern" in schema:
            # Its `$` lets a final newline through, as that of the engines can.
            pattern: str = schema["pattern"]
            return st.from_regex(pattern)
        return st.text(min_size=schema.get("minLength", 0), max_size=3)

    def object(self, schema: Schema) -> st.SearchStrategy[Schema]:
        properties = {name: self.like(each) for name, each in schema["properties"].items()}

        @st.composite
        def objects(draw: st.DrawFn) -> Schema:
            names = [*schema.get("required", ())]
            names += draw(st.lists(st.sampled_from(list(properties)), max_size=FEW))
            for each in draw(st.sampled_from(schema.get("anyOf", [{}]))).get("required", ()):
                names.append(each)
            drawn = {name: draw(properties[name]) for name in dict.fromkeys(names)}
            if "patternProperties" in schema and draw(st.integers(0, 9)) == 0:
                drawn["x-own"] = draw(ANYTHING)
            return drawn

        return objects()


def numbers(schema: Schema, *, are_whole: bool) -> st.SearchStrategy[Any]:
    low, high = schema.get("minimum", -(10**6)), schema.get("maximum", 10**6)
    # Larger ones have too many digits nearly always.
    whole = st.integers(low, min(high, 10**15 - 1))
    return whole if are_whole else whole | st.floats(1e-15, 1e24)
