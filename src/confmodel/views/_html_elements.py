"""Elements of a page: whatever is plain text in them is escaped, and nothing else is let in."""

import html
from collections.abc import Iterable
from typing import TypeAlias, Union

import attrs

from confmodel.views._odd import names_of, plainly, runs, stand_in

_EMPTY = frozenset(("meta", "input", "br"))


@attrs.frozen
class Html:
    """Finished markup. Only this module and `_marks` make it from text."""

    source: str


Content: TypeAlias = Union[str, Html, "Iterable[Content]", None]
"""What can stand in an element: a `str` is text, and is escaped."""


def joined(content: Content) -> str:
    """Write content one behind the other as markup."""
    if content is None:
        return ""
    if isinstance(content, Html):
        return content.source
    if isinstance(content, str):
        return _escaped(content)
    return "".join(map(joined, content))


def _escaped(text: str) -> str:
    markup = "".join(
        _shown(run) if is_odd else html.escape(run, quote=False) for run, is_odd in runs(text)
    )
    return markup.replace(f"{_shown(_RETURN)}\n", f"{_LINE_END}\n") if _RETURN in text else markup


_RETURN = "\r"
_LINE_END = '<span class="cr" data-code="d">\N{SYMBOL FOR CARRIAGE RETURN}</span>'
"""A return before a line feed is nothing odd, but it counts as a character."""


def _shown(odd: str) -> str:
    """Show odd characters; their numbers stand beside, so that nothing of the text is lost."""
    codes = " ".join(f"{ord(each):x}" for each in odd)
    return f'<span class="odd" title="{names_of(odd)}" data-code="{codes}">{stand_in(odd)}</span>'


def raw_text(text: str) -> str:
    """Escape a text for a place that has no elements: a title, or the value of an attribute."""
    return html.escape(plainly(text), quote=True)


def el(name: str, *content: Content, **attributes: str | bool | None) -> Html:
    """Build an element.

    Args:
        name: Its name.
        content: What stands in it.
        attributes: Its attributes; an underscore at the end is dropped, any
            other is a hyphen. Without a value, or false, an attribute is left out.

    Examples:
        >>> el("p", "1 < 2", class_="x").source
        '<p class="x">1 &lt; 2</p>'
    """
    start = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{raw_text(value)}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in _EMPTY:
        return Html(f"<{name}{start}>")
    return Html(f"<{name}{start}>{joined(content)}</{name}>")


def bdi(text: str) -> Html:
    """Isolate a text, so that its direction stays its own."""
    return el("bdi", text)


def between(parts: Iterable[Content], separator: Content) -> list[Content]:
    """Put something between parts."""
    found: list[Content] = []
    for part in parts:
        found += [separator, part] if found else [part]
    return found
