"""Write what docs/reference/tables.md says of each table and column.

All of it is made from the model; what stands above the mark is written by hand.

    python scripts/generate_tables_page.py            # writes the page
    python scripts/generate_tables_page.py --check    # exit 1 if the page is out of date
"""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "tables.md"
MARK = "<!-- What follows is written by scripts/generate_tables_page.py. Do not edit. -->\n"

sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from scripts.committed import write_or_compare  # noqa: E402 - the checkout's own

TABLES = importlib.import_module("confmodel.formats.tables").TABLES


def page() -> str:
    """Return the page: what was written by hand, and behind the mark the tables."""
    by_hand, mark, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    return by_hand + (mark or MARK) + "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    ties = {}
    for table in TABLES.values():
        ties.update({each.name: each for each in table.columns if each.field is None})
    yield from ("", "### Columns that tie rows together", "")
    yield from (_column(each) for each in ties.values())
    for table in TABLES.values():
        yield from ("", f"### {table.name}", "", *_sentences(table.meaning), "")
        names = [f"`{each.name}`" for each in table.columns if each.field is None]
        if names:
            yield f"- {', '.join(names)}: as above."
        yield from (_column(each) for each in table.columns if each.field is not None)


def _column(column: object) -> str:
    marks = [str(column.type)]  # type: ignore[attr-defined] # loaded by name
    if column.is_required:  # type: ignore[attr-defined] # as above
        marks.append("never empty")
    if column.is_derived:  # type: ignore[attr-defined] # as above
        marks.append("derived")
    first, *more = _sentences(column.meaning)  # type: ignore[attr-defined] # as above
    lines = [f"- `{column.name}` ({', '.join(marks)}): {first}"]  # type: ignore[attr-defined] # as above
    return "\n  ".join([*lines, *more])


def _sentences(text: str) -> list[str]:
    return text.replace(". ", ".\n").split("\n")


if __name__ == "__main__":
    sys.exit(write_or_compare(__doc__, lambda: [(PAGE, page())]))
