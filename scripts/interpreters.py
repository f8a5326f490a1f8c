"""Find the Python interpreters of this machine that the project supports.

Without arguments: print the supported versions found, the running one first.
With a version ("3.12"): print the path of that interpreter.

Only the standard library is used, and only syntax that old interpreters know,
so that a Python that is too old gets a sentence instead of a traceback.
"""

import pathlib
import shutil
import subprocess
import sys

SUPPORTED = ("3.11", "3.12", "3.13", "3.14")

# An interpreter without venv or ensurepip (Debian packages them apart) could
# not make an environment.
PROBE = "import ensurepip, sys, venv; print(sys.executable, '{}.{}'.format(*sys.version_info))"

RUNNING = "{}.{}".format(*sys.version_info)


def executable(candidate: str, version: str) -> "str | None":
    """Return the path that `candidate` says it has, if it runs as `version`."""
    try:
        done = subprocess.run(
            [candidate, "-c", PROBE], capture_output=True, check=True, text=True, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        # pyenv leaves a `python3.12` on the path that refuses to run unless
        # that version is switched on.
        return None
    path, _, found = done.stdout.strip().rpartition(" ")
    return path if found == version else None


def candidates(version: str) -> "list[str]":
    """List the places where the interpreter of `version` may be, best first."""
    places = []
    if version == RUNNING:
        places.append(sys.executable)
    on_path = shutil.which("python" + version)
    if on_path:
        places.append(on_path)
    pyenv = shutil.which("pyenv")
    if pyenv:
        root = subprocess.run([pyenv, "root"], capture_output=True, check=False, text=True)
        installed = pathlib.Path(root.stdout.strip(), "versions").glob(version + ".*/bin/python")
        places.extend(str(path) for path in sorted(installed, reverse=True))
    return places


def find(version: str) -> "str | None":
    """Return the path of the interpreter of `version`, or None."""
    for candidate in candidates(version):
        path = executable(candidate, version)
        if path:
            return path
    return None


def main() -> int:
    """Answer the question asked on the command line."""
    if len(sys.argv) > 1:
        path = find(sys.argv[1])
        if path is None:
            print(f"no Python {sys.argv[1]} on this machine", file=sys.stderr)
            return 2
        print(path)
        return 0
    found = [version for version in SUPPORTED if find(version)]
    if not found:
        print(
            f"no Python {SUPPORTED[0]} to {SUPPORTED[-1]} with venv on this machine; install one",
            file=sys.stderr,
        )
        return 2
    print(*sorted(found, key=lambda version: version != RUNNING))
    return 0


if __name__ == "__main__":
    sys.exit(main())
