"""Print constraints that hold every direct dependency at its lowest version.

Reads the lower bounds of the package's dependencies and extras from
pyproject.toml and the tested versions from constraints.txt; a dependency is
printed at its lower bound, every other pin as it stands.
"""

import pathlib
import re
import sys
import tomllib

ROOT = pathlib.Path(__file__).parent.parent

# Only what we write ourselves: `name>=version`, with or without a marker.
REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(\[.*\])?>=(?P<version>[\w.]+)(\s*;.*)?")


def normal(name: str) -> str:
    """Return the name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def lower_bounds() -> dict[str, str]:
    """Return the lowest allowed version of every direct dependency."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    requirements = list(project["dependencies"])
    for extra in project.get("optional-dependencies", {}).values():
        requirements.extend(extra)
    bounds = {}
    for requirement in requirements:
        match = REQUIREMENT.fullmatch(requirement)
        if match is None:
            sys.exit(f"pyproject.toml: {requirement!r} has no plain lower bound")
        bounds[normal(match["name"])] = match["version"]
    return bounds


def main() -> None:
    """Print the constraints."""
    bounds = lower_bounds()
    for name, version in sorted(bounds.items()):
        print(f"{name}=={version}")
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#") and normal(line.split("==")[0]) not in bounds:
            print(line)


if __name__ == "__main__":
    main()
