"""Finish the site, and refuse it where it is too large or its search finds nothing.

MkDocs runs this file as a hook (see mkdocs.yml), last of all.  A warning makes
the strict build fail.
"""

import json
import logging
import re
import time
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

LARGEST_SITE = 12_000_000
LARGEST_PAGE = 1_000_000
"""In bytes."""
LONGEST_BUILD = 60
"""In seconds of the processor: what else the machine does is not counted."""

FOUND = {
    "collective speaker": "how-to/collective-speaker.html",
    "baseline": "reference/figure.html",
    "seal": "how-to/seal.html",
}
"""What readers were seen to search for, and a page that must be among the answers."""

INDEX = "search/search_index"
"""Beneath the site: `.json` as MkDocs writes it, and `.js`."""
BEFORE_INDEX = "var __index = "

FROM_DISK = 'location.protocol==="file:"?'
"""What the theme asks before it loads the index as a script."""

log = logging.getLogger(f"mkdocs.hooks.{Path(__file__).stem}")


# The plugin `offline` has -100 and writes the script.
@event_priority(-200)
def on_post_build(config: "MkDocsConfig") -> None:
    """Look at the whole site when every plugin is done with it."""
    site = Path(config.site_dir)
    _keep_one_index(site)
    index = (site / f"{INDEX}.js").read_text(encoding="utf-8").removeprefix(BEFORE_INDEX)
    for problem in [*too_large(site), *not_found(json.loads(index))]:
        log.warning(problem)
    if time.process_time() > LONGEST_BUILD:
        log.warning("the build took %.0f s of the processor", time.process_time())


def _keep_one_index(site: Path) -> None:
    """Let the search load its index as a script everywhere, as it does from disk.

    Otherwise the index, a tenth of the site, is there twice.
    """
    (bundle,) = site.glob("assets/javascripts/bundle.*.min.js")
    text = bundle.read_text(encoding="utf-8")
    before, _, after = text.partition(FROM_DISK)
    if "search_index.js" not in after[:80]:
        log.warning("the theme loads its index in another way than %s knows", Path(__file__).name)
        return
    bundle.write_text(f"{before}!0?{after}", encoding="utf-8")
    (site / f"{INDEX}.json").unlink()


def too_large(site: Path) -> list[str]:
    """Say what is larger than a reader should have to load."""
    sizes = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    problems = [
        f"{path.relative_to(site)} has {size:,} bytes; the most is {LARGEST_PAGE:,}"
        for path, size in sizes.items()
        if path.suffix == ".html" and size > LARGEST_PAGE
    ]
    if (total := sum(sizes.values())) > LARGEST_SITE:
        problems.append(f"the site has {total:,} bytes; the most is {LARGEST_SITE:,}")
    return problems


def not_found(index: dict[str, Any]) -> list[str]:
    """Say which question does not lead to its page.

    The search splits texts into words as its settings say, and a word is found
    by its beginning.
    """
    separator = re.compile(index["config"]["separator"])
    problems = []
    for question, page in FOUND.items():
        words = question.split()
        entries = [entry for entry in index["docs"] if entry["location"].split("#")[0] == page]
        if not any(_has(words, entry, separator) for entry in entries):
            problems.append(f"the search for '{question}' does not find {page}")
    return problems


def _has(words: list[str], entry: dict[str, str], separator: re.Pattern[str]) -> bool:
    text = unescape(re.sub(r"<[^>]+>", " ", f"{entry['title']} {entry['text']}"))
    found = [part.lower() for part in separator.split(text) if part]
    return all(any(part.startswith(word) for part in found) for word in words)
