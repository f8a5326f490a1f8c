"""What a check sees, where, and under which addresses it can be accepted."""

import attrs

from confmodel.codes import rule
from confmodel.errors import Finding, shown


@attrs.frozen(kw_only=True)
class Observation:
    """A finding that can be accepted, with the addresses by which it can.

    Not yet a finding of a report: the record may accept it.
    """

    finding: Finding
    """What is odd, with its place as a JSON Pointer."""

    addresses: tuple[str, ...]
    """The addresses that an acceptance may name, the most specific first.

    An acceptance without an address takes in the whole record.
    """


@attrs.frozen
class Spot:
    """A place in the document: its pointer, and the addresses that take it in.

    Pointers have positions in lists, which change; addresses have none.
    """

    pointer: str
    addresses: tuple[str, ...]
    owner: str | None
    """The id of what stands here; `None` if it has none."""

    def inside(self, name: str, position: int | None = None, *, owner: str | None = None) -> "Spot":
        """Go down to a field, or to one of the things in it, which may have an id."""
        pointer = f"{self.pointer}/{name}"
        if position is not None:
            pointer = f"{pointer}/{position}"
        addresses = self._of_field(name)
        return Spot(pointer, addresses if owner is None else (owner, *addresses), owner)

    def lacking(self, name: str) -> "Spot":
        """Stay here, because the field that is meant is empty."""
        return Spot(self.pointer, self._of_field(name), self.owner)

    def observe(self, code: str, message: str, *, mend: str, value: object = None) -> Observation:
        """Report what is odd here; how to accept it is added to what can be done."""
        return Observation(
            finding=Finding(
                code=code,
                level=rule(code).level,
                pointer=self.pointer,
                message=message,
                help=f"{mend}, or accept {code} at {shown(self.addresses[0])}",
                value=None if value is None else shown(value),
            ),
            addresses=self.addresses,
        )

    def _of_field(self, name: str) -> tuple[str, ...]:
        if self.owner is None:
            return self.addresses
        return (f"{self.owner}/{name}", *self.addresses)
