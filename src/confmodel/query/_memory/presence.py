"""Who was where: at the event, or at one of its sessions."""

from typing import Final

from confmodel.model import Attendance, Conference, Delegate, Delegation, Other
from confmodel.query._memory.sides import OF_COUNTRY, Sides, Way, closeness

_CAME: Final[dict[str, bool | None]] = {
    "invited": None,
    "accepted": None,
    "tentative": None,
    "expected": None,
    "declined": False,
    "absent": False,
    "excluded": False,
    "attended": True,
    "attended_in_part": True,
    "withdrew": True,
}


class Presence:
    """Who came to the event of one record: one meaning for all questions and tables.

    - What is said of somebody counts for them. Where nothing is said, not even
      that it is not stated, what is said of their delegation counts.
    - Nobody of a delegation that stayed away was there, but of whom it is said.
    - A delegation was there if it is said of it, or if somebody of it came of
      whom that is said.
    - Whoever somebody speaks for took part by them; but a delegate took part
      only by coming.
    """

    __slots__ = ("_brought", "_conference", "_delegations", "_sides", "_there")

    def __init__(
        self, conference: Conference, delegations: dict[str, Delegation], sides: Sides
    ) -> None:
        self._conference = conference
        self._delegations = delegations
        self._sides = sides
        self._brought = frozenset(
            each.delegation for each in conference.delegates if _came(each.attendance)
        )
        """The delegations of which somebody came, as it is said of them."""
        self._there: dict[str | None, dict[str, Way]] = {}

    def attendance_of(self, delegate: Delegate) -> Attendance | Other | None:
        """Say what the record says on whether somebody came: of them, or of their delegation."""
        if _is_said_of(delegate):
            return delegate.attendance
        delegation = self._delegation_of(delegate)
        return None if delegation is None else delegation.attendance

    def came(self, party: Delegate | Delegation) -> bool | None:
        """Tell whether somebody came; `None` if the record leaves it open."""
        own = _came(party.attendance)
        if isinstance(party, Delegation):
            return True if party.id in self._brought else own
        if own is not None:
            return own
        delegation = self._delegation_of(party)
        whole = None if delegation is None else _came(delegation.attendance)
        # That the others came does not say that somebody did of whom something else is said.
        return None if whole and _is_said_of(party) else whole

    def _delegation_of(self, delegate: Delegate) -> Delegation | None:
        return None if delegate.delegation is None else self._delegations.get(delegate.delegation)

    def at(self, session: str | None) -> dict[str, Way]:
        """Give the ids of those who were at a session or, with `None`, who took part at all.

        Each with the closest way from whoever was there, and whether it is
        certain. Those who certainly were not are left out.
        """
        found = self._there.get(session)
        if found is None:
            found = self._there[session] = self._find(session)
        return found

    def _find(self, session: str | None) -> dict[str, Way]:
        delegates = {each.id for each in self._conference.delegates}
        parties: tuple[Delegation | Delegate, ...]
        parties = (*self._conference.delegations, *self._conference.delegates)
        found: dict[str, Way] = {}
        for party in parties:
            was_there = self._was_at(party, session)
            if was_there is False:
                continue
            for target, (is_certain, rank, path) in self._sides.covers(party.id).items():
                if rank == OF_COUNTRY or (target in delegates and target != party.id):
                    continue
                way = (is_certain and was_there is True, rank, path)
                if target not in found or closeness(way) < closeness(found[target]):
                    found[target] = way
        return found

    def _was_at(self, party: Delegation | Delegate, session: str | None) -> bool | None:
        is_there = self.came(party)
        if session is None or is_there is False:
            return is_there
        delegation = party if isinstance(party, Delegation) else self._delegation_of(party)
        if delegation is None or not delegation.sessions:
            return None
        return is_there if session in delegation.sessions else False


def _came(attendance: Attendance | Other | None) -> bool | None:
    return _CAME[attendance.value] if isinstance(attendance, Attendance) else None


def _is_said_of(delegate: Delegate) -> bool:
    return delegate.attendance is not None or "attendance" in delegate.not_stated
