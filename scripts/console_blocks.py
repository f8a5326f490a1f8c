"""Run the commands that the pages show, and write down what they print.

In a fence marked `console`, a line `$ confmodel ...` is run, in a folder of the
page's own that holds every fence of the page with a title such as
`yaml title="lakeside.yaml"`; what stands below it is replaced by its output.
`$ echo $?` shows how the command before it ended.  Other commands are left alone.

    python scripts/console_blocks.py            # writes the outputs into the pages
    python scripts/console_blocks.py --check    # exit 1 if a page shows something else
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

FENCE = re.compile(r"^```(?P<head>[a-z]+[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
TITLE = re.compile(r'title="(?P<name>[\w.-]+)"')


def pages() -> list[Path]:
    """Return the pages that people write; those made from the code are left out."""
    written = [*ROOT.glob("docs/*.md"), *ROOT.glob("docs/[!r]*/*.md"), ROOT / "README.md"]
    return sorted(written)


def refreshed(text: str) -> str:
    """Return a page with the outputs that its commands have now."""
    with tempfile.TemporaryDirectory(prefix="confmodel-console-") as folder:
        write_files(text, Path(folder))

        def run(fence: re.Match[str]) -> str:
            if fence["head"] != "console":
                return fence[0]
            return f"```console\n{_session(fence['body'], folder)}```"

        return FENCE.sub(run, text)


def write_files(text: str, folder: Path) -> None:
    """Write the files that a page shows into a folder."""
    for fence in FENCE.finditer(text):
        named = TITLE.search(fence["head"])
        if named:
            (folder / named["name"]).write_text(fence["body"], encoding="utf-8")


def _session(body: str, folder: str) -> str:
    lines: list[str] = []
    ended = 0
    is_ours = False
    for line in body.splitlines():
        if not line.startswith("$ "):
            if not is_ours:
                lines.append(line)
            continue
        lines.append(line)
        command = line.removeprefix("$ ")
        is_ours = command.startswith("confmodel") or command == "echo $?"
        if command == "echo $?":
            lines.append(str(ended))
        elif is_ours:
            ended, printed = _run(command, folder)
            lines += printed.splitlines()
    return "".join(f"{line}\n" for line in lines)


def _run(command: str, folder: str) -> tuple[int, str]:
    environment = {
        "HOME": folder,
        "NO_COLOR": "1",
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        # The checkout's own, wherever the command was installed from.
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(  # noqa: S602 - the commands stand on our own pages
        command,
        shell=True,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout.decode()


def main() -> int:
    """Write the outputs, or tell whether they are current."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only tell whether they are current")
    is_check = parser.parse_args().check
    stale = []
    for page in pages():
        shown = page.read_text(encoding="utf-8")
        current = refreshed(shown)
        if current != shown:
            stale.append(page.relative_to(ROOT))
            if not is_check:
                page.write_text(current, encoding="utf-8")
    if is_check and stale:
        print(f"out of date: {', '.join(map(str, stale))}: run this script", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
