"""Organizations: bodies, delegations, groups and countries; and the areas that are countries."""

import re
from typing import Any

from confmodel.formats._iso_dates import when_of
from confmodel.formats._popolo_parts import identifiers_of, meant_in, names_of, span_of
from confmodel.formats._popolo_reader.document import Document
from confmodel.formats._popolo_terms import ABBREVIATION, ASSEMBLY, COUNTRY, ISO_3166
from confmodel.formats._popolo_things import Thing
from confmodel.model import Name, OrganizationKind, Other

_COUNTRY_CODE = re.compile(r"[A-Z]{2}|[A-Z]{4}")


def country(document: Document, thing: Thing) -> dict[str, Any]:
    """Read an organization or an area that is a country."""
    thing.used.add("classification")
    if thing.kind == "area":
        return {"name": thing.text("name"), "code": _code_of_area(thing)}
    area = document.things.find("area", thing.id)
    if area is not None and area.peek("classification") == COUNTRY:
        _use_twin(thing, area)
    identifiers = identifiers_of(thing)
    codes = [each for each in identifiers if each.scheme == ISO_3166]
    code = codes[0] if codes and _COUNTRY_CODE.fullmatch(codes[0].value) else None
    return {
        "name": thing.text("name") or thing.label,
        "other_names": names_of(thing),
        "code": None if code is None else code.value,
        "existed": span_of(thing, "founding_date", "dissolution_date"),
        "identifiers": [each for each in identifiers if each is not code],
    }


def _use_twin(country: Thing, area: Thing) -> None:
    """Use what the area of a country says once more."""
    area.used.add("classification")
    if country.peek("area_id") in (area.id, area):
        country.used.add("area_id")
    if area.peek("name") == country.peek("name"):
        area.used.add("name")
    code = area.peek("identifier")
    if {"scheme": ISO_3166, "identifier": code} in country.values("identifiers"):
        area.used.add("identifier")


def _code_of_area(area: Thing) -> str | None:
    code = area.peek("identifier")
    if isinstance(code, str) and _COUNTRY_CODE.fullmatch(code):
        area.used.add("identifier")
        return code
    return None


def organization(document: Document, body: Thing) -> dict[str, Any]:
    """Read an organization that is one in a record, too."""
    names = names_of(body)
    short = next((each for each in names if _is_abbreviation(each)), None)
    parent = document.things.target(body, "parent", "organization")
    if parent is not None and document.sorting.of[parent] is not None:
        parent = None
    founded = body.text("founding_date")
    return {
        "name": body.text("name") or body.label,
        "acronym": None if short is None else short.value,
        "other_names": [each for each in names if each != short],
        "kind": meant_in(body, "classification", OrganizationKind),
        "parent": document.named_one(body, "parent_id", parent),
        "country": document.country_at(body),
        "founded": when_of(founded, founded),
        "identifiers": identifiers_of(body),
    }


def _is_abbreviation(name: Name) -> bool:
    return isinstance(name.kind, Other) and name.kind.other == ABBREVIATION


def delegation(body: Thing) -> dict[str, Any]:
    """Read a delegation, as far as it speaks of itself."""
    body.used.add("classification")
    return {"name": body.text("name"), "identifiers": identifiers_of(body)}


def group(document: Document, body: Thing) -> dict[str, Any]:
    """Read a group, as far as it speaks of itself."""
    body.used.add("classification")
    return {
        "wording": body.text("name") or body.label,
        "country": document.country_at(body),
        "identifiers": identifiers_of(body),
    }


def use_assembly(document: Document) -> None:
    """Use what is said of those who meet, if it is said of the event as well."""
    for body in document.sorting.all(ASSEMBLY):
        body.used.add("classification")
        if body.peek("name") == document.root.peek("name"):
            body.used.add("name")


def deciding(document: Document, thing: Thing) -> str | None:
    """Use the organization in which something is decided.

    None is named if it is those who meet, or has no id in the record.
    """
    body = document.things.target(thing, "organization", "organization")
    if body is None or document.sorting.of[body] == ASSEMBLY:
        return None
    if thing.kind == "motion" or document.sorting.of[body] is not None:
        thing.used.discard("organization_id")
        return None
    return document.names[body]
