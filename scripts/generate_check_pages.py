"""Write docs/reference/checks/: one page for each code, and the list of them.

Everything stands in src/confmodel/codes.py; the same codes give the same bytes.

    python scripts/generate_check_pages.py            # writes the pages
    python scripts/generate_check_pages.py --check    # exit 1 if they are out of date
"""

import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "reference" / "checks"

sys.path.insert(0, str(ROOT / "src"))

from confmodel.codes import RULES, Rule  # noqa: E402 - the checkout's own

SECTIONS = {
    "E1": ("Shape", "The document is no record: a load refuses it."),
    "E2": (
        "Integrity",
        "The parts of the record do not fit together: a load refuses it unless told otherwise.",
    ),
    "G40": (
        "Grounding",
        (
            "Evidence beside the text of its source: `confmodel.check(record, texts={...})`.\n"
            "In the examples, `x-text` stands for the text of the source."
        ),
    ),
    "G42": (
        "Contradictions",
        (
            "Two sides to read, proposed by [`suggest`](../suggesting.md) and not by `check`: "
            "`confmodel.suggesting.suggest(record, texts={...})`.\n"
            "In the examples, `x-text` stands for the text of the source."
        ),
    ),
    "W3": (
        "Plausibility",
        "Odd, but possible: mend it, or [accept it](#accepting-a-finding) in the record.",
    ),
}

HEAD = """\
# Checks

Each finding has a code, and a code never changes its meaning.
`confmodel explain CODE` shows on the command line what stands here.
"""

FOOT = """\
## Accepting a finding

A finding of plausibility can be meant.
Say so in the record, and it counts as dealt with:

```yaml
accepts:
  - {code: W302, at: s1/figures, why: the minister gave no baseline}
```

`at` is the address that the finding names: an id, or an id and a field.
The id alone accepts what is found anywhere in that entity.
Without `at`, every finding of the code is accepted.
An acceptance that accepts nothing is [W316](W316.md).
"""

_NOTICE = "<!-- Made by scripts/generate_check_pages.py from codes.py. Do not edit. -->\n"


def pages() -> dict[str, str]:
    """Give the text of every page by the name of its file."""
    return {"index.md": _index()} | {f"{rule.code}.md": _page(rule) for rule in RULES}


def _page(rule: Rule) -> str:
    piece, _, line = rule.example.rpartition("\n\n")
    return "\n".join(
        [
            _NOTICE,
            f"# {rule.code}: {rule.title}\n",
            f"Level: {rule.level}.\n",
            "## Why it is looked at\n",
            _lines(rule.why),
            "## Example\n",
            f"```{_language_of(piece)}\n{piece}\n```\n",
            "The finding:\n",
            f"```text\n{line}\n```\n",
            "## How to mend it\n",
            _lines(rule.mend),
        ]
    )


def _index() -> str:
    parts = [_NOTICE, HEAD]
    for start, (title, what) in SECTIONS.items():
        rows = [
            f"| [{rule.code}]({rule.code}.md) | {rule.level} | {rule.title} |"
            for rule in RULES
            if rule.code.startswith(start)
        ]
        table = "\n".join(["| Code | Level | What is wrong |", "|---|---|---|", *rows])
        parts += [f"## {title}\n", f"{what}\n", f"{table}\n"]
    return "\n".join([*parts, FOOT])


def _lines(text: str) -> str:
    """Put each sentence on a line of its own."""
    return re.sub(r"(?<=[.?!]) (?=[A-Z`])", "\n", text) + "\n"


def _language_of(piece: str) -> str:
    if piece.startswith("{"):
        return "json"
    # No `python`: the page's example fails on purpose, and pages are run.
    return "text" if piece[0].isupper() or piece.startswith(("loads(", "unseal(")) else "yaml"


def main() -> int:
    """Write the pages, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    is_check = parser.parse_args().check
    wanted = pages()
    found = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    if is_check:
        stale = sorted(name for name in wanted | found if wanted.get(name) != found.get(name))
        print(f"out of date: {', '.join(stale)}" if stale else "up to date")
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in found.keys() - wanted.keys():
        (FOLDER / name).unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
