"""The classes of Popolo, as strict as its words and stricter than its JSON Schemas.

Those accept members of any name and the date 2026-99-99. The reader goes by
these tables, and the tests compare them with the schemas.
"""

import functools
import re
from collections.abc import Mapping

import attrs

DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
"""A date as far as it is known: a year, a month or a day."""

TIME = re.compile(
    r"[0-9]{4}(?:-[0-9]{2}){0,2}"
    r"|[0-9]{4}(?:-[0-9]{2}){2}T[0-9]{2}(?::[0-9]{2}){0,2}(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)"
)
"""A date as far as it is known, or a time with its zone."""

INSTANT = re.compile(
    r"[0-9]{4}(?:-[0-9]{2}){2}T[0-9]{2}(?::[0-9]{2}){2}(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})"
)
"""A day with a time and its zone (RFC 3339)."""

DATES: Mapping[str, tuple[re.Pattern[str], str]] = {
    "day": (DAY, "YYYY, YYYY-MM or YYYY-MM-DD"),
    "time": (TIME, "YYYY, YYYY-MM, YYYY-MM-DD, or YYYY-MM-DDThh:mm:ss with Z or an offset"),
    "instant": (INSTANT, "YYYY-MM-DDThh:mm:ssZ"),
}
"""The three kinds of dates, with how each is written."""

_META = "created_at:instant updated_at:instant sources:link*"
_NAMES = "family_name given_name additional_name honorific_prefix honorific_suffix patronymic_name"

_CLASSES = {
    "person": f"id name other_names:other_name* identifiers:identifier* {_NAMES} sort_name email"
    " gender pronouns:text* birth_date:day death_date:day image summary biography"
    " national_identity contact_details:contact_detail* links:link* memberships:membership*"
    f" motions:motion* speeches:speech* votes:vote* {_META}",
    "organization": "id name other_names:other_name* identifiers:identifier* classification"
    " parent_id parent:organization area_id area:area abstract description founding_date:day"
    " dissolution_date:day image contact_details:contact_detail* links:link*"
    " memberships:membership* posts:post* motions:motion* vote_events:vote_event* votes:vote*"
    f" children:organization* {_META}",
    "membership": "id label role member:any person_id person:person organization_id"
    " organization:organization post_id post:post on_behalf_of_id on_behalf_of:organization"
    " area_id area:area start_date:time end_date:time contact_details:contact_detail* links:link*"
    f" {_META}",
    "post": "id label other_label:text* role organization_id organization:organization area_id"
    " area:area start_date:day end_date:day contact_details:contact_detail* links:link*"
    f" memberships:membership* {_META}",
    "area": "id name identifier classification parent_id parent:area geometry:any"
    f" memberships:membership* organizations:organization* posts:post* children:area* {_META}",
    "event": "id name description start_date:time end_date:time location status"
    " identifiers:identifier* classification organization_id organization:organization"
    f" attendees:person* parent_id parent:event children:event* {_META}",
    "motion": "id organization_id organization:organization legislative_session_id"
    " legislative_session:event creator_id creator:person text identifier classification"
    f" date:instant requirement result vote_events:vote_event* {_META}",
    "vote_event": "id organization_id organization:organization legislative_session_id"
    " legislative_session:event identifier motion_id motion:motion classification"
    " start_date:instant end_date:instant result group_results:group_result* counts:count*"
    f" votes:vote* {_META}",
    "vote": "id vote_event_id vote_event:vote_event voter_id voter:any option group_id"
    " group:organization role weight:number pair_id pair:person",
    "speech": "id creator_id creator:person role attribution_text audience_id audience:person"
    f" text audio video date:instant title type position:whole event_id event:event {_META}",
    "other_name": f"name {_NAMES} start_date:day end_date:day note",
    "identifier": "identifier! scheme",
    "link": "url! note",
    "contact_detail": f"label type! value! note valid_from:day valid_until:day {_META}",
    "count": "option! value:whole! group_id group:any",
    "group_result": "group_id group:any result!",
}

VALUES = frozenset({"other_name", "identifier", "link", "contact_detail", "count", "group_result"})
"""Classes whose objects are parts of others, and are referred to by nobody."""

COLLECTIONS = {
    "persons": "person",
    "organizations": "organization",
    "memberships": "membership",
    "posts": "post",
    "areas": "area",
    "events": "event",
    "motions": "motion",
    "vote_events": "vote_event",
    "votes": "vote",
    "speeches": "speech",
}
"""What a document holds, and the class of each."""

COLLECTION_OF = {each: name for name, each in COLLECTIONS.items()}
"""The collection of each class."""

POINTS_BACK = {
    ("person", "memberships"): "person",
    ("person", "motions"): "creator",
    ("person", "speeches"): "creator",
    ("person", "votes"): "voter",
    ("organization", "memberships"): "organization",
    ("organization", "posts"): "organization",
    ("organization", "motions"): "organization",
    ("organization", "vote_events"): "organization",
    ("organization", "votes"): "voter",
    ("organization", "children"): "parent",
    ("post", "memberships"): "post",
    ("area", "memberships"): "area",
    ("area", "organizations"): "area",
    ("area", "posts"): "area",
    ("area", "children"): "parent",
    ("event", "children"): "parent",
    ("motion", "vote_events"): "motion",
    ("vote_event", "votes"): "vote_event",
}
"""By which reference an object points at the one that it is written inside of."""


@attrs.frozen(kw_only=True)
class Member:
    """One member of a class: what it holds."""

    kind: str
    """A class, a kind of date, `text`, `whole`, `number`, or `any` for any object."""

    is_many: bool
    is_required: bool


@functools.cache
def members_of(name: str) -> Mapping[str, Member]:
    """List the members that objects of a class may have.

    Examples:
        >>> members_of("link")["url"]
        Member(kind='text', is_many=False, is_required=True)
    """
    members = {}
    for word in _CLASSES[name].split():
        member, _, kind = word.rstrip("!*").partition(":")
        members[member] = Member(
            kind=kind or "text", is_many=word.endswith("*"), is_required=word.endswith("!")
        )
    return members
