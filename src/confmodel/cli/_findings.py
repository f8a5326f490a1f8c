"""Findings on a screen: code, place, what is wrong, and what to do."""

import re
from collections.abc import Iterable

from confmodel.errors import Finding, FindingLevel
from confmodel.views._page import BAD, FAINT, ODD, PLAIN, STRONG, Page, Piece

_COLOURS = {FindingLevel.ERROR: BAD, FindingLevel.WARNING: ODD, FindingLevel.NOTE: PLAIN}
_COLUMN = 9
_LIMIT = re.compile(r"Limits\((\w+)=\.\.\.\)")


def are_notes(findings: Iterable[Finding]) -> bool:
    """Tell whether nothing is found that makes a command end with 1."""
    return all(finding.level is FindingLevel.NOTE for finding in findings)


def remedy_of(finding: Finding) -> str:
    """Say what to do now in the words of the command line: an option stands for an argument."""
    return _LIMIT.sub(lambda found: f"--{found[1].replace('_', '-')}", finding.help)


def put_finding(page: Page, finding: Finding, *, level: str | None = None) -> None:
    """Write a finding on a page."""
    head = [
        Piece(finding.code, STRONG),
        Piece(f" at {finding.pointer}" if finding.pointer else " in the document", FAINT),
    ]
    label = Piece(level or finding.level.value, _COLOURS[finding.level])
    page.row([label], head, column=_COLUMN)
    said = ": ".join(filter(None, (finding.where, finding.message)))
    page.put([Piece(said)], indent=_COLUMN)
    page.put([Piece("help: ", FAINT), Piece(remedy_of(finding))], indent=_COLUMN)
