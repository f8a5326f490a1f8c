"""Organizations and areas: what each of them is in a record."""

from confmodel.formats._popolo_terms import ASSEMBLY, COUNTRY, RESERVED
from confmodel.formats._popolo_things import Thing, Things


class Sorting:
    """The sort of each organization, by its classification, and the countries.

    Of no sort are those that are organizations in a record, too.
    """

    def __init__(self, things: Things, root: Thing) -> None:
        self.things = things
        assembly = things.find("organization", f"{root.id}/{ASSEMBLY}")
        self.of: dict[Thing, str | None] = {
            each: ASSEMBLY if each is assembly else _sort(each)
            for each in things.of["organization"]
        }
        areas = (
            each
            for each in things.of["area"]
            if each.peek("classification") == COUNTRY
            and self.country_of_area(each) is None
            and each.peek("name")
        )
        self.countries = [*self.all(COUNTRY), *areas]
        """The organizations that are countries, and the countries that are areas alone."""

    def all(self, sort: str | None) -> list[Thing]:
        """List the organizations of a sort, in their order."""
        return [each for each, of in self.of.items() if of == sort]

    def country_of_area(self, area: Thing) -> Thing | None:
        """Find the organization that is the same country as an area."""
        body = self.things.find("organization", area.id)
        return body if body is not None and self.of[body] == COUNTRY else None


def _sort(body: Thing) -> str | None:
    text = body.peek("classification")
    return str(text) if text in RESERVED else None
