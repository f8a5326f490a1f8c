"""The records that every format is tried on."""

import functools
from collections.abc import Mapping
from pathlib import Path

from confmodel import Conference, example, loads
from confmodel.examples import example_names
from tests.model import gallery

CASES = Path(__file__).parent.parent / "cases"


@functools.cache
def small_records() -> Mapping[str, Conference]:
    """Return one record for each example of each class: together they fill every field."""
    return {
        name: gallery.HOUSES[type(value)][0](value)
        for name, value in gallery.examples()
        if type(value) not in gallery.BASES
    }


@functools.cache
def whole_records() -> Mapping[str, Conference]:
    """Return the records of real reports, and the invented ones of the package."""
    cases = sorted(CASES.glob("[0-9]*-*.json"))
    found = {name: example(name) for name in example_names()}
    found |= {
        path.stem: loads(path.read_bytes()) for path in cases if not path.stem.endswith(".mapping")
    }
    return found


def all_records() -> Mapping[str, Conference]:
    """Return all of them by name."""
    return {**whole_records(), **small_records()}
