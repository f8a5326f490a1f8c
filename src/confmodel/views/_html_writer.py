"""What every section of the page needs: names with links, evidence, and rows of a fact."""

import enum
from collections.abc import Iterable, Mapping

import attrs

from confmodel.grounding import Grounding, Verdict
from confmodel.model import (
    Basis,
    Conference,
    Country,
    Delegation,
    Evidence,
    Fact,
    Figure,
    Group,
    Name,
    Other,
    Statement,
)
from confmodel.model._base import Record
from confmodel.model.identifier import Identifier
from confmodel.views._facts import Entry, Facts, Proof
from confmodel.views._flags import drawn
from confmodel.views._html_elements import Content, Html, bdi, between, el
from confmodel.views._words import Names, amount, date, word

_WORDS_SHOWN = 90

NOT_STATED = el("span", "not stated", class_="unsaid")
NOTHING = el("span", "\N{EN DASH}", class_="faint")


class Writer:
    """Writes the small pieces of the page.

    Args:
        record: The record.
        texts: The texts that are at hand, by the ids of their sources.
        facts: The facts of the record with their marks.
        groundings: What became of each piece of evidence.
    """

    def __init__(
        self,
        record: Conference,
        texts: Mapping[str, str],
        facts: Facts,
        groundings: tuple[Grounding, ...],
    ) -> None:
        self.record = record
        self.texts = texts
        self.facts = facts
        self.groundings = groundings
        self._found = {each.pointer: each for each in groundings}
        self.names = Names(record)

    def grounding(self, proof: Proof) -> Grounding:
        """Return what became of a piece of evidence."""
        return self._found[proof.pointer]

    def is_listed(self, proof: Proof) -> bool:
        """Tell whether it is listed where the text of its source would stand."""
        source = proof.evidence.source
        return (
            proof.evidence.length is not None
            and source not in self.texts
            and any(source == each.id for each in self.record.sources)
        )

    def says(self, entry: Entry) -> str:
        """Say what a fact is, for those who hear a link rather than see it."""
        held = entry.record
        if isinstance(held, Statement):
            by = ", ".join(map(self.names.plain, held.speakers[:3])) or "nobody named"
            return f"{entry.mark}, statement by {by}"
        if entry.id is not None:
            kind = getattr(held, "kind_name", "fact")
            return f"{entry.mark}, {kind} {self.names.plain(entry.id)}"
        return f"{entry.mark}, {entry.field.replace('_', ' ')}"

    def kind(self, identifier: str) -> str:
        """Say what kind of thing has an id: a country, a delegation."""
        return getattr(self.names.held(identifier), "kind_name", "fact")

    def number(self, entry: Entry) -> Html:
        """Write the mark of a fact, as a link to it."""
        return el("a", entry.mark, href=f"#{entry.mark}", class_="no", aria_label=self.says(entry))

    def link(self, identifier: str) -> Html:
        """Name what has an id, and lead to it; an id that leads nowhere gets a question mark."""
        name = bdi(self.names.plain(identifier))
        entry = self.facts.by_id.get(identifier)
        if entry is None:
            return el("span", name, class_="lost")
        return el("a", name, href=f"#{entry.mark}")

    def links(self, identifiers: Iterable[str]) -> list[Content]:
        """Name several."""
        return between(map(self.link, identifiers), ", ")

    def actor(self, identifier: str) -> Content:
        """Name somebody, a person with whom they are there for, a group with its members."""
        held = self.names.held(identifier)
        said: list[Content] = [self.link(identifier)]
        belongs_to = getattr(held, "delegation", None)
        if belongs_to is not None:
            said.append(faint(" (", bdi(self.names.plain(belongs_to)), ")"))
        if isinstance(held, Group) and held.members:
            inside = between(
                (bdi(self.names.plain(each)) for each in self.names.members(held)), ", "
            )
            said.append(faint(" [", inside, "" if held.is_complete else ", …", "]"))
        return said

    def actors(self, identifiers: Iterable[str]) -> list[Content]:
        """Name several who act."""
        return between(map(self.actor, identifiers), ", ")

    def address(self, address: str) -> Content:
        """Name what an address leads to."""
        identifier, _, name = address.partition("/")
        linked = self.link(identifier)
        return [name.replace("_", " "), " of ", linked] if name else linked

    def flag(self, identifier: str) -> Content:
        """Draw the flag of a country that has an official code, beside its code in letters.

        A delegation has the flags of those whom it stands for.
        """
        held = self.names.held(identifier)
        if isinstance(held, Delegation):
            flags = [flag_of(self.names.held(each)) for each in held.of]
            return between([flag for flag in flags if flag is not None], " ") or None
        return flag_of(held)

    def evidence(self, proofs: Iterable[Proof], *, is_below: bool = False) -> Content:
        """Write where the words of a fact are, each with a link to them.

        The same words are written once, with all that they are given for.

        Args:
            proofs: The pieces of evidence.
            is_below: Whether what they belong to is shown right above them.
        """
        alike: dict[Evidence, dict[str, Proof]] = {}
        for proof in proofs:
            purpose = ", ".join(proof.evidence.supports).replace("_", " ")
            purpose = purpose or ("" if is_below else proof.inside)
            bare = attrs.evolve(proof.evidence, supports=())
            alike.setdefault(bare, {}).setdefault(purpose, proof)
        items = [el("li", self._proof(found)) for found in alike.values()]
        return el("ul", items, class_="ev") if items else None

    def _proof(self, found: Mapping[str, Proof]) -> Content:
        """Write one piece of evidence: its words, its place, and what is to know of it."""
        proof = next(iter(found.values()))
        piece = proof.evidence
        grounding = self.grounding(proof)
        words = self.words(piece)
        if piece.is_sealed and grounding.found is not None:
            # The text is at hand, and stands on the page: nothing is given away.
            words = self.words(attrs.evolve(piece, seal=None, exact=grounding.found))
        if grounding.is_grounded or self.is_listed(proof):
            words = el("a", words, href=f"#w{proof.number}")
        elif piece.length is not None:
            words = el("a", words, href=f"#u{proof.number}")
        said: list[Content] = [words]
        if piece.source is not None:
            said.append(faint(bdi(place(piece))))
        purposes = [purpose for purpose in found if purpose]
        if purposes:
            said.append(faint("for ", bdi(", ".join(purposes))))
        if piece.basis is Basis.DERIVED:
            said.append(faint("derived"))
        said += (el("span", flag, class_="verdict near") for flag in grounding.flags)
        if grounding.verdict not in (Verdict.EXACT, Verdict.NOT_CHECKED):
            verdict = grounding.verdict
            said.append(el("span", word(verdict), class_=f"verdict {verdict.value}"))
        said.append(extras(piece))
        return between([each for each in said if each is not None], faint(" · "))

    def words(self, piece: Evidence, most: int = _WORDS_SHOWN) -> Html:
        """Write the words between quotation marks; of sealed ones, how many there are."""
        if piece.seal is not None:
            many = "character" if piece.seal.length == 1 else "characters"
            return el("span", f"sealed, {piece.seal.length:,} {many}", class_="sealed")
        if piece.exact is None:
            return el("span", "background, no words", class_="sealed")
        shown = piece.exact if len(piece.exact) <= most else piece.exact[: most - 1] + "…"
        return el("q", bdi(shown), lang=self.language(piece.source))

    def language(self, source: str | None) -> str | None:
        """Return the language of a source, as far as the record says."""
        return getattr(self.names.held(source or ""), "language", None)

    def rows(self, fact: Fact) -> "Rows":
        """Begin the rows of a fact."""
        return Rows(self, fact)

    def named(self, names: Iterable[Name]) -> list[Content]:
        """Write other names, with their language and kind."""
        return between(
            (
                value(
                    name,
                    el("bdi", name.value, lang=name.language),
                    [
                        None if name.kind is None else word(name.kind),
                        name.language,
                        name.script,
                    ],
                )
                for name in names
            ),
            ", ",
        )


class Rows:
    """The rows of one fact: a label, and beside it what the record says.

    What was looked for and is not stated is said; what the record does not
    speak of is left out.
    """

    def __init__(self, writer: Writer, fact: Fact) -> None:
        self._writer = writer
        self._fact = fact
        self._rows: list[Html] = []
        self._unsaid = [name for name in fact.not_stated if name != "evidence"]

    def row(self, label: str, content: Content, field: str | None = None) -> None:
        """Write a row, if there is something to say, or to say that it is not stated."""
        name = label.replace(" ", "_") if field is None else field
        if not content and name in self._unsaid:
            self._unsaid.remove(name)
            content = NOT_STATED
        if content:
            self._rows.append(el("div", el("dt", label), el("dd", content)))

    def text(self, label: str, text: str | None, field: str | None = None) -> None:
        """Write a row of one text."""
        self.row(label, bdi(text) if text else None, field)

    def term(self, label: str, term: enum.StrEnum | Other | None) -> None:
        """Write a row of a word of a vocabulary, or of the author's own."""
        self.text(label, None if term is None else word(term))

    def several(self, label: str, items: Iterable[Content], field: str | None = None) -> None:
        """Write a row of several things."""
        self.row(label, between(items, ", "), field)

    def actors(self, label: str, identifiers: Iterable[str], field: str | None = None) -> None:
        """Write a row of those who have a part in it."""
        self.row(label, self._writer.actors(identifiers), field)

    def foot(self, proofs: Iterable[Proof]) -> Content:
        """Write what stands below every fact, and return all rows."""
        self.row(
            "not stated",
            between((bdi(name.replace("_", " ")) for name in self._unsaid), ", "),
            "evidence",
        )
        self.text("note", self._fact.note)
        self.row("known as", identified(getattr(self._fact, "identifiers", ())))
        self.row("further", extras(self._fact))
        self.row("evidence", self._writer.evidence(proofs))
        return el("dl", self._rows, class_="rows") if self._rows else None


def flag_of(held: object) -> Content:
    """Draw the flag of a country, beside its code in letters."""
    if not isinstance(held, Country) or held.code is None:
        return None
    code = el("span", held.code, class_="code")
    flag = drawn(held)
    return [el("span", flag, class_="flag", aria_hidden="true"), code] if flag else code


def value(fact: Fact, content: Content, more: Iterable[str | None] = ()) -> Content:
    """Write a value that has no rows of its own, with what is to know of it behind it."""
    said: list[Content] = [bdi(each) for each in more if each]
    said += [
        ["not stated: ", bdi(", ".join(fact.not_stated).replace("_", " "))]
        if fact.not_stated
        else None,
        ["note: ", bdi(fact.note)] if fact.note else None,
        identified(getattr(fact, "identifiers", ())) or None,
        extras(fact),
    ]
    found = [each for each in said if each is not None]
    return [content, faint(" (", between(found, "; "), ")")] if found else content


def identified(identifiers: Iterable[Identifier]) -> list[Content]:
    """Write what other systems call something."""
    return between(
        (
            [bdi(f"{each.scheme} {each.value}"), [" ", more] if (more := extras(each)) else None]
            for each in identifiers
        ),
        ", ",
    )


def extras(record: Record) -> Content:
    """Write the members that the format does not know."""
    if record.extra is None:
        return None
    pairs = (bdi(f"{name}: {text}") for name, text in record.extra.texts())
    return el("span", between(pairs, ", "), class_="faint extra")


def faint(*content: Content) -> Html:
    """Write something that stands back."""
    return el("span", *content, class_="faint")


def place(piece: Evidence) -> str:
    """Write where words stand: source, code points, part."""
    said = piece.source or ""
    if piece.start is not None and piece.end is not None:
        said += f" {piece.start}\N{EN DASH}{piece.end}"
    return said if piece.part is None else f"{said}, {piece.part}"


def when(held: Fact, field: str = "when") -> str | None:
    """Write the date in a field; `None` without one."""
    found = getattr(held, field)
    return None if found is None else date(found)


def size(figure: Figure | None) -> str | None:
    """Write a stated size; `None` without one."""
    return None if figure is None else amount(figure)
