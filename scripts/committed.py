"""What the scripts share that write files which are committed, and tested to be current."""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def write_or_compare(about: str | None, files: Callable[[], Iterable[tuple[Path, str]]]) -> int:
    """Write the files that a script makes or, with `--check`, tell whether they are current.

    Args:
        about: The docstring of the script; its first line is the help.
        files: Makes the files: the path and the text of each.

    Returns:
        The exit code: 1 if a file is out of date.
    """
    parser = argparse.ArgumentParser(description=(about or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="only tell whether all is current")
    is_check = parser.parse_args().check
    for path, text in files():
        if not is_check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text:
            print(f"{path.relative_to(ROOT)} is out of date: run this script", file=sys.stderr)
            return 1
    return 0
