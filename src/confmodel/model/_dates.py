"""The converter of every field that holds a date."""

import datetime

from confmodel.model.when import When


def to_when(value: When | datetime.date | str | int | None) -> When | None:
    """Take a date: ready, as EDTF text, as a Python date, or as a bare year."""
    return None if value is None else When.of(value)
