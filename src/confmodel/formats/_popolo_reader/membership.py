"""Memberships: who belongs to the event, to delegations and groups, and who holds an office."""

from typing import Any

from confmodel.formats._popolo_parts import known_in, meant_in, span_of
from confmodel.formats._popolo_reader.document import Document
from confmodel.formats._popolo_terms import ACTING, ASSEMBLY, CHAIR, DELEGATION, GROUP
from confmodel.formats._popolo_things import Thing
from confmodel.model import Attendance, Capacity, Function, Name, Office


class Memberships:
    """What the memberships of a document say, by whom or what they say it of."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.delegations: dict[Thing, dict[str, Any]] = {
            each: {"of": []} for each in document.sorting.all(DELEGATION)
        }
        self.members: dict[Thing, list[str]] = {each: [] for each in document.sorting.all(GROUP)}
        """The members of each group."""
        self.delegates: dict[Thing, dict[str, Any]] = {}
        self.offices: dict[Thing, list[Office]] = {}
        self.chairs: list[str] = []
        for each in document.things.of["membership"]:
            if not self._take(each):
                each.used.clear()
        self._take_attendees()

    def _take(self, membership: Thing) -> bool:
        """Take a membership for one thing that it can mean; false if it means none."""
        names, things = self.document.names, self.document.things
        body = things.target(membership, "organization", "organization")
        sort = None if body is None else self.document.sorting.of[body]
        post = things.target(membership, "post", "post")
        person = things.target(membership, "person", "person")
        member = person or things.target(membership, "member", "organization", "person")
        if member is None or member not in names:
            return False
        if sort == ASSEMBLY and post is not None and post.peek("label") == CHAIR:
            post.used |= {"label", "organization_id"}
            self.chairs.append(names[member])
            return True
        if body in self.members:
            self.members[body].append(names[member])
            return True
        if member in self.delegations and sort == ASSEMBLY:
            return self._take_part(self.delegations[member], membership)
        belongs = sort in (ASSEMBLY, DELEGATION) and post is None
        return member.kind == "person" and (
            self._belong(member, body, membership)
            if belongs
            else self._hold(member, body, post, membership)
        )

    def _take_part(self, delegation: dict[str, Any], membership: Thing) -> bool:
        """Take a membership for the part of a delegation in the event, once for each party."""
        party = self.document.things.target(membership, "on_behalf_of", "organization")
        if party is not None and self.document.sorting.of[party] == DELEGATION:
            party = None
        delegation["of"] += self.document.named(membership, "on_behalf_of_id", party)
        fields = {
            "capacity": meant_in(membership, "role", Capacity),
            "attendance": known_in(membership, "label", Attendance),
            "when": span_of(membership),
        }
        said = {name: each for name, each in fields.items() if each is not None}
        return all(delegation.setdefault(name, each) == each for name, each in said.items())

    def _belong(self, person: Thing, body: Thing | None, membership: Thing) -> bool:
        """Take the first membership for belonging to the event."""
        if person in self.delegates:
            return False
        delegation = body if body in self.delegations else None
        self.delegates[person] = {
            "delegation": None if delegation is None else self.document.names[delegation],
            "function": meant_in(membership, "role", Function),
            "attendance": known_in(membership, "label", Attendance),
            "when": span_of(membership),
        }
        return True

    def _hold(
        self, person: Thing, body: Thing | None, post: Thing | None, membership: Thing
    ) -> bool:
        """Take a membership for an office."""
        title = None
        if post is not None:
            title = post.text("label") or post.text("role")
        is_acting = title is not None and membership.peek("role") == ACTING
        if is_acting:
            membership.used.add("role")
        title = title or membership.text("role")
        if title is None:
            return False
        fields: dict[str, Any] = {"title": title, "is_acting": is_acting}
        if post is not None:
            body = self.document.things.target(post, "organization", "organization") or body
            fields["country"] = self.document.country_at(post)
            labels = post.peek("other_label")
            if isinstance(labels, list):
                post.used.add("other_label")
                fields["other_names"] = [Name(value=each) for each in labels if each]
        said_of = membership.peek("organization_id")
        if body is not None and self.document.sorting.of[body] is None:
            fields["body"] = self.document.names[body]
            is_said_twice = said_of in (body, body.id)
        else:
            is_said_twice = False
            if post is not None:
                post.used.discard("organization_id")
        if not is_said_twice:
            membership.used.discard("organization_id")
        self.offices.setdefault(person, []).append(Office(**fields))
        return True

    def _take_attendees(self) -> None:
        """Take those whom the event itself lists; they were there."""
        root = self.document.root
        attendees = root.peek("attendees")
        root.used.add("attendees")
        for person in attendees if isinstance(attendees, list) else ():
            delegate = self.delegates.setdefault(person, {})
            if delegate.get("attendance") is None:
                delegate["attendance"] = Attendance.ATTENDED
