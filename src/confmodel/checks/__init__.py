"""What must hold in a record: integrity, plausibility, grounding. Each finding has a code."""

from confmodel.checks.report import Report
from confmodel.errors import Finding
from confmodel.grounding.findings import findings_of
from confmodel.grounding.ground import ground_in
from confmodel.grounding.texts import Texts, read_texts
from confmodel.model import Conference
from confmodel.model._expect import expect_record

__all__ = ["Report", "check"]


def check(record: Conference, *, texts: Texts | None = None) -> Report:
    """Look for what is wrong or odd in a record. Nothing is repaired.

    Errors of integrity also refuse a load, unless it was asked for with
    `check=False`. Oddities can be accepted in the record, in `accepts`.

    Args:
        record: The record.
        texts: The text of each source that is at hand (`str`), or its file (`Path`),
            by the id of the source. With them, every piece of evidence is looked for.

    Returns:
        The report, which is true if the record is clean.

    Raises:
        OSError: If the file of a text cannot be read.
        InvalidValueError: If it is no record; if a text is neither text nor a file in UTF-8, or is
            given for what is no source of the record.

    Examples:
        >>> from confmodel import Conference, Statement, check
        >>> odd = Conference(id="c", name="C", statements=[Statement(id="s", speakers=["rosa"])])
        >>> for finding in check(odd).errors:
        ...     print(finding.code, finding.pointer)
        E202 /statements/0/speakers/0
    """
    from confmodel.checks import integrity, plausibility  # noqa: PLC0415 - no import pays for a check

    expect_record(record)
    found = [] if integrity.is_whole(record) else list(integrity.faults(record))
    accepted: list[Finding] = []
    used: set[int] = set()
    accepting: dict[tuple[str, str | None], list[int]] = {}
    for place, acceptance in enumerate(record.accepts):
        accepting.setdefault((acceptance.code, acceptance.at), []).append(place)
    for observation in plausibility.plausibility(record):
        code = observation.finding.code
        fitting = [
            place
            for address in (None, *observation.addresses)
            for place in accepting.get((code, address), ())
        ]
        used.update(fitting)
        (accepted if fitting else found).append(observation.finding)
    found += plausibility.unused(record, used)
    if texts is None:
        return Report(record=record, findings=tuple(found), accepted=tuple(accepted))
    at_hand = read_texts(record, texts)
    groundings = ground_in(record, at_hand)
    found += findings_of(record, at_hand, groundings)
    return Report(
        record=record,
        findings=tuple(found),
        accepted=tuple(accepted),
        groundings=groundings,
    )
