"""Folders of tables: written as a whole or not at all, and read up to a limit."""

import os
import secrets
import shutil
import stat
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from confmodel._text import did_you_mean
from confmodel.codec.limits import Limits
from confmodel.errors import Finding, InvalidValueError, LoadError, shown
from confmodel.formats._tables_schema import TABLES


def table_files(folder: Path, suffix: str, limits: Limits) -> Mapping[str, bytes]:
    """Read the file of each table in a folder, if there are not too many bytes in all.

    Files that do not end like tables are passed over: a note may lie beside them.

    Raises:
        OSError: If there is no such folder, or a file cannot be read.
        LoadError: If the files are too large, if there is no table of
            conferences, or if a file is none of our tables.
    """
    files = {each.stem: each for each in sorted(folder.iterdir()) if each.suffix == suffix}
    findings = []
    if "conferences" not in files:
        what = f"there is no conferences{suffix} in {shown(folder.name)}"
        findings.append(_finding("E100", what, "give the folder that the tables were written to"))
    for name in files:
        if name not in TABLES:
            remedy = did_you_mean(name, TABLES, "correct its name, or leave it out")
            what = f"no table is called {shown(name)}"
            findings.append(_finding("E103", f"{name}{suffix}: {what}", remedy))
    found: dict[str, bytes] = {}
    left = limits.max_bytes
    for name, file in files.items():
        with file.open("rb") as stream:
            found[name] = stream.read(left + 1)
        left -= len(found[name])
        if left < 0:
            what = f"the tables have more bytes than the {limits.max_bytes} that are allowed"
            findings.append(_finding("E113", what, "allow more with Limits(max_bytes=...)"))
            break
    if findings:
        raise LoadError(findings)
    return found


def _finding(code: str, message: str, remedy: str) -> Finding:
    return Finding(code=code, pointer="", message=message, help=remedy)


def replace_folder(folder: Path, suffix: str, write: Callable[[Path], None]) -> None:
    """Write a folder as a whole: beside its place first, and then moved there.

    A reader sees the old files or the new ones, never some of both; while the
    folder is moved, for a moment none.

    Args:
        folder: The folder; one that is there is replaced if it holds nothing
            but files of tables.
        suffix: How the names of its files end.
        write: Writes the files into the folder that it is given.

    Raises:
        OSError: If it cannot be written.
        InvalidValueError: If what is there is something else.
    """
    folder = folder.resolve()
    _refuse_anything_else(folder, suffix)
    parent = folder.parent
    mode = stat.S_IMODE(folder.stat().st_mode) if folder.exists() else None
    fresh = parent / f".{folder.name}.{secrets.token_hex(8)}.tmp"
    # What was private stays so from the first file on.
    fresh.mkdir(0o777 if mode is None else 0o700)
    try:
        write(fresh)
        for each in fresh.iterdir():
            _flush(each)
        if mode is not None:
            fresh.chmod(mode)
        _flush(fresh)
        _exchange(fresh, folder)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def _refuse_anything_else(folder: Path, suffix: str) -> None:
    if not folder.exists():
        return
    inside = [*folder.iterdir()] if folder.is_dir() else [folder]
    ours = {folder / f"{name}{suffix}" for name in TABLES}
    # A folder that is called as a table may hold anything.
    other = sorted(each.name for each in inside if each not in ours or not each.is_file())
    if other:
        raise InvalidValueError(
            code="E101",
            path="folder",
            value=str(folder),
            message=f"{shown(other[0])} is there, which is no table and would be lost",
            help="give a folder that is new, empty, or holds tables only",
        )


def _exchange(fresh: Path, folder: Path) -> None:
    """Move a folder to its place; what was there goes aside, and then away."""
    if not folder.exists():
        fresh.rename(folder)
    else:
        aside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}.", suffix=".old"))
        folder.rename(aside / folder.name)
        try:
            fresh.rename(folder)
        except BaseException:
            # If it cannot go back, such as to where another writer was quicker, it stays there.
            (aside / folder.name).rename(folder)
            aside.rmdir()
            raise
        shutil.rmtree(aside, ignore_errors=True)
    _flush(folder.parent)


def _flush(path: Path) -> None:
    """Let the system write a file, or a folder's list of files, to the disk."""
    if path.is_dir() and os.name == "nt":  # pragma: no cover - Windows cannot open a folder
        return
    # Windows flushes only what is open for writing.
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
