"""One file a format, all of one shape: `FORMAT`, `read`, `write`, and what is lost.

The library that a format needs is imported in its file, at its first use, and
nowhere else. A format that cannot say everything declares what it says; the
rest is published as a table, and reported for each record.
"""

from confmodel.errors import Loss, LossError
from confmodel.formats._documents import dump, dump_many, load, load_many
from confmodel.formats._format import Carrier, Format, all_formats, by_name, by_suffix
from confmodel.formats._losses import Says

__all__ = [
    "Carrier",
    "Format",
    "Loss",
    "LossError",
    "Says",
    "all_formats",
    "by_name",
    "by_suffix",
    "dump",
    "dump_many",
    "load",
    "load_many",
]
