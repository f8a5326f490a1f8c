"""A repr that is short, begins with the id, and can be pasted back."""

import enum

import attrs

from confmodel.model._order import in_order


def printed(value: object) -> str:
    """Write the expression that builds a value of the model, without its defaults."""
    if isinstance(value, enum.Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, tuple):
        inner = ", ".join(map(printed, value))
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if not attrs.has(type(value)):
        return repr(value)
    parts = [
        f"{attribute.name}={printed(held)}"
        for attribute in in_order(type(value))
        if (held := getattr(value, attribute.name)) != attribute.default
    ]
    return f"{type(value).__name__}({', '.join(parts)})"
