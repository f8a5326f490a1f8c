"""Say what stands in the way of a release, all of it at once.

    python scripts/releasable.py v0.1.0

The tag has to be the version that every file names, and the address that
documents refer to for good has to be one that we have.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

ADDRESSES = "src/confmodel/_addresses.py"
RESERVED = re.compile(r"\bexample\.(?:org|com|net)\b")
"""What nobody can have (RFC 2606)."""


def obstacles(tag: str, root: Path = ROOT) -> Iterator[str]:
    """Name each reason why a tag must not become a release."""
    version = tag.removeprefix("v")
    settings = tomllib.loads(_text(root, "pyproject.toml"))
    named = settings["project"]["version"]
    if named != version:
        yield f"pyproject.toml: the version is {named}, and the tag is {tag}"
    cited = re.findall(r"^version: (\S+)$", _text(root, "CITATION.cff"), re.MULTILINE)
    if cited != [version]:
        yield f"CITATION.cff: the version is {', '.join(cited) or 'missing'}, and the tag is {tag}"
    reserved = RESERVED.search(_text(root, ADDRESSES))
    if reserved:
        yield f"{ADDRESSES}: {reserved[0]} is nobody's; put the address of the site there"


def _text(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


def main() -> int:
    """Print the obstacles; the exit code is 1 if there are any."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the tag is the one argument
        print("usage: releasable.py TAG", file=sys.stderr)
        return 2
    found = list(obstacles(sys.argv[1]))
    for each in found:
        print(each, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
