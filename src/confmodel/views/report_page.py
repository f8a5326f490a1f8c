"""The report page: a record on one page of HTML, with the words that prove it.

The page is one file that needs nothing else: no script, no font, no image, no
request. What it shows of a record or a text is text, whatever it looks like.
"""

import base64
import hashlib
from collections.abc import Callable

from confmodel.grounding import Verdict
from confmodel.grounding.ground import ground_in
from confmodel.grounding.texts import Texts, read_texts
from confmodel.model import Conference
from confmodel.views import (
    _html_doubts,
    _html_event,
    _html_outcomes,
    _html_participants,
    _html_sources,
    _html_speech,
)
from confmodel.views._facts import Facts
from confmodel.views._html_elements import Content, Html, bdi, el, raw_text
from confmodel.views._html_style import style
from confmodel.views._html_writer import Writer
from confmodel.views._words import count

_SECTIONS: tuple[tuple[str, str, Callable[[Writer], Content]], ...] = (
    ("discrepancies", "Discrepancies", _html_outcomes.discrepancies),
    ("doubts", "Not grounded", _html_doubts.not_grounded),
    ("event", "The event", _html_event.event),
    ("delegations", "Delegations and people", _html_participants.delegations),
    ("statements", "Statements", _html_speech.statements),
    ("figures", "Figures", _html_speech.figures),
    ("agreements", "Agreements", _html_outcomes.agreements),
    ("votes", "Votes", _html_outcomes.votes),
    ("sessions", "Sessions", _html_event.sessions),
    ("named", "Countries, bodies and groups", _html_participants.spoken_of),
    ("sources", "Sources", _html_sources.sources),
    ("record", "The record", _html_doubts.about_the_record),
)
"""The sections of the facts, in the order of a reader's questions."""


def html(record: Conference, texts: Texts | None = None, *, title: str | None = None) -> str:
    """Write a record as one page of HTML.

    The text of each source stands on it with every piece of evidence marked;
    marks lead from the words to the facts, and links from the facts back. What
    is not grounded and what is contradictory is in plain view. A source
    without its text is shown by the places that the record rests on.

    The same record and texts give the same bytes. Nothing of the record can
    become markup, a script or a link to anything but the web: controls of the
    writing direction and invisible characters are shown by their numbers.

    Args:
        record: The record, also one that a check would refuse.
        texts: The text of each source that is at hand (`str`), or its file (`Path`), by the id
            of the source.
        title: What to put above the page in place of the name of the record.

    Raises:
        OSError: If a file cannot be read.
        InvalidValueError: If a text is neither text nor a file in UTF-8, or is
            given for what is no source of the record.

    Examples:
        >>> from confmodel import example
        >>> from confmodel.examples import example_texts
        >>> page = html(example("lakeside-2031"), example_texts("lakeside-2031"))
        >>> page.startswith("<!DOCTYPE html>"), "<script" in page
        (True, False)
    """
    at_hand = {} if texts is None else read_texts(record, texts)
    facts = Facts(record)
    writer = Writer(record, at_hand, facts, ground_in(record, at_hand))
    heading = record.name if title is None else title
    sections = [
        (anchor, name, content)
        for anchor, name, write in _SECTIONS
        if any_content(content := write(writer))
    ]
    marked = (proof.number for _, proof in facts.proofs if writer.grounding(proof).is_grounded)
    sheet = style(marked)
    body = el(
        "body",
        el("a", "Skip to the facts", href="#facts", class_="skip"),
        _header(writer, heading),
        el(
            "nav",
            el(
                "ul",
                el("li", el("a", "The words", href="#words")),
                [el("li", el("a", name, href=f"#{at}")) for at, name, _ in sections],
            ),
            aria_label="On this page",
        ),
        el(
            "main",
            el(
                "section",
                el("h2", "The words", id="words"),
                _html_sources.legend(writer),
                _html_sources.words(writer),
                class_="words",
                aria_labelledby="words",
            ),
            el(
                "div",
                [
                    el("section", el("h2", name, id=anchor), content, aria_labelledby=anchor)
                    for anchor, name, content in sections
                ],
                class_="facts",
                id="facts",
            ),
        ),
        el("footer", el("p", "Written by confmodel. Every mark leads from words to a fact.")),
    )
    return _document(heading, sheet, body)


def any_content(content: Content) -> bool:
    """Tell whether there is anything in a piece of content."""
    if content is None or isinstance(content, str | Html):
        return bool(content)
    return any(map(any_content, content))


def _document(heading: str, sheet: str, body: Html) -> str:
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        '<meta name="generator" content="confmodel">'
        f"<title>{raw_text(heading)}</title>"
        f"<style>{sheet}</style>"
    )
    return f'<!DOCTYPE html>\n<html lang="en">\n<head>{head}</head>\n{body.source}\n</html>\n'


def _header(writer: Writer, heading: str) -> Html:
    record = writer.record
    verdicts = _html_doubts.counted(writer)
    tally: list[Content] = [
        el("li", el("a", f"{number:,} {verdict.value.replace('_', ' ')}", href="#doubts"))
        if verdict not in (Verdict.EXACT, Verdict.MOVED, Verdict.NORMALISED)
        else el("li", f"{number:,} {verdict.value}")
        for verdict, number in verdicts.items()
        if number
    ]
    pieces = count(sum(verdicts.values()), "piece")
    tally.insert(0, el("li", f"{pieces} of evidence"))
    if record.discrepancies:
        said = count(len(record.discrepancies), "discrepancy", "discrepancies")
        tally.append(el("li", el("a", said, href="#discrepancies")))
    bare = _html_doubts.without_evidence(writer)
    if bare:
        said = f"{count(len(bare), 'fact')} without evidence"
        tally.append(el("li", el("a", said, href="#doubts")))
    return el(
        "header",
        el("p", "The record of a conference, with the words that prove it", class_="brand"),
        el("h1", bdi(heading)),
        _html_event.summary(writer),
        el("ul", tally, class_="tally"),
    )
