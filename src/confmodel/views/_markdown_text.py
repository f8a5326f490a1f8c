"""Text of strangers, made fit for Markdown: it stays text for every reader of Markdown."""

import re
from collections.abc import Sequence

from confmodel.views._odd import plainly

_SPECIAL = re.compile(r"([\\`*_{}\[\]#|~$^])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ADDRESS = re.compile(r"(?i)(://|www\.|@)")
_NUMBERED = re.compile(r"^([0-9]{1,9})([.)])")


def inline(text: str) -> str:
    r"""Escape a text for one line of Markdown, wherever it stands.

    Line ends become spaces. Markup characters are escaped, those of HTML as
    entities, and nothing becomes a link by itself. Invisible characters are
    shown by their numbers.

    Examples:
        >>> inline("1. *Vale* <b>said</b>")
        '1\\. \\*Vale\\* &lt;b&gt;said&lt;/b&gt;'
    """
    text = plainly(" ".join(text.split()))
    text = "".join(_ENTITIES.get(each, each) for each in text)
    text = _SPECIAL.sub(r"\\\1", text)
    # An entity keeps what looks like an address from becoming a link.
    text = _ADDRESS.sub(lambda found: f"{found[0][:-1]}&#{ord(found[0][-1])};", text)
    text = _NUMBERED.sub(r"\1\\\2", text)
    return re.sub(r"^([-+=:])", r"\\\1", text)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Write a table (GitHub Flavored Markdown), if it has rows; its cells are Markdown already."""
    if not rows:
        return []
    return [
        f"| {' | '.join(heads)} |",
        f"|{'|'.join(' --- ' for _ in heads)}|",
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
    ]
