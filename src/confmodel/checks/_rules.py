"""The small rules that the explaining walk and the fast one share."""

from confmodel.model import FORMAT_VERSION
from confmodel.model._shape import Field

_NEVER_STATED = frozenset(
    {"evidence", "not_stated", "note", "identifiers", "extra", "id", "accepts"}
)


def is_markable(field: Field) -> bool:
    """Tell whether a field can be empty because somebody looked for it in vain."""
    can_be_empty = field.is_optional or (field.is_many and not field.is_required)
    return can_be_empty and not is_the_records_own(field)


def is_the_records_own(field: Field) -> bool:
    """Tell whether a field holds what no source could state, such as a remark of the coder's."""
    return field.name in _NEVER_STATED


def is_kept(name: str, version: str) -> bool:
    """Tell whether a member that no class has may stand in a record of a version.

    The author's own may, and whatever a newer version of the format brings.
    """
    return name.startswith("x-") or is_newer(version)


def is_newer(version: str) -> bool:
    """Tell whether a version of the file form is newer than the one of this library."""
    return _parts(version) > _parts(FORMAT_VERSION)


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
