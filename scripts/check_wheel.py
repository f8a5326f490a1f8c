"""Check that the installed wheel is whole.

Run it with an interpreter that has the wheel and not the checkout:
`python -I scripts/check_wheel.py`.
"""

import importlib
import importlib.metadata
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def main() -> int:
    """Compare the installed files with those of the checkout."""
    distribution = importlib.metadata.distribution("confmodel")
    installed = {str(path) for path in distribution.files or () if "__pycache__" not in path.parts}
    source = ROOT / "src"
    wanted = {
        str(path.relative_to(source))
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    missing = sorted(wanted - installed)
    for name in missing:
        print(f"the wheel lacks {name}", file=sys.stderr)
    module = importlib.import_module("confmodel")
    if module.__file__ is None or pathlib.Path(module.__file__).is_relative_to(source):
        print("the checkout was imported, not the wheel", file=sys.stderr)
        return 1
    print(f"confmodel {distribution.version}: {len(wanted)} files, imported from the wheel")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
