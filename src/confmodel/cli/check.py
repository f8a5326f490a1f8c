"""`confmodel check`: what is wrong or odd in a record."""

from typing import Any

import attrs
import click

from confmodel.cli._completing import files
from confmodel.cli._findings import are_notes, put_finding, remedy_of
from confmodel.cli._input import (
    Reading,
    name_of,
    read,
    reading_options,
    record_in,
    text_option,
    texts_in,
)
from confmodel.cli._output import (
    CannotDoError,
    complain,
    in_ascii,
    page,
    style_option,
    write,
    write_data,
)
from confmodel.errors import (
    Finding,
    FindingLevel,
    InvalidValueError,
    LoadError,
    MissingExtraError,
)
from confmodel.views._page import BAD, GOOD, ODD, PLAIN, STRONG, Page, Piece
from confmodel.views._words import count

CLEAN, HAS_FINDINGS, COULD_NOT = 0, 1, 2


@attrs.frozen(kw_only=True)
class _Outcome:
    """What came of one file."""

    file: str
    findings: tuple[Finding, ...] = ()
    accepted: tuple[Finding, ...] = ()
    verdicts: dict[str, int] = attrs.field(factory=dict)
    failure: str | None = None

    @property
    def exit_code(self) -> int:
        if self.failure is not None:
            return COULD_NOT
        return CLEAN if are_notes(self.findings) else HAS_FINDINGS

    @property
    def counts(self) -> dict[str, int]:
        levels = [finding.level for finding in self.findings]
        counts = {f"{level.value}s": levels.count(level) for level in FindingLevel}
        return counts | {"accepted": len(self.accepted)}


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", shell_complete=files)
@style_option("one JSON object a line for each file")
@text_option()
@reading_options()
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    reading: Reading,
    style: str,
    texts: tuple[str, ...],
) -> None:
    """Look for what is wrong or odd in records.

    Each FILE holds a record in the format that its name ends with, or else
    as JSON; - stands for the standard input. All findings are reported
    together, each with its code, its place as a JSON Pointer, and what to do.

    Ends with 0 if everything is clean, 1 if there is an error, or a warning
    that the record does not accept, and 2 if a file could not be read. Notes
    alone are clean. As JSON, every file has its line, one that is no record
    or could not be read as well.

    \b
    Examples:
      confmodel check lakeside.yaml
      confmodel check --format json *.json
      confmodel check warsaw.json --text report=warsaw.txt
      confmodel example | confmodel check -
    """  # noqa: D301 - click's mark for lines that are not to be filled
    at_hand = texts_in(texts) or None
    outcomes = []
    for file in files:
        outcome = _outcome(file, reading, at_hand)
        outcomes.append(outcome)
        if style == "json":
            write_data(_as_json(outcome) + "\n")
        else:
            _print(outcome, is_first=len(outcomes) == 1)
    if style == "human" and len(files) > 1:
        clean = sum(outcome.exit_code == CLEAN for outcome in outcomes)
        write(f"\n{clean} of {len(files)} files clean\n")
    ctx.exit(max(outcome.exit_code for outcome in outcomes))


def _outcome(file: str, reading: Reading, texts: dict[str, str] | None) -> _Outcome:
    from confmodel.checks import check

    name = name_of(file)
    try:
        data = read(file, reading.limits)
        try:
            record = record_in(data, file, reading)
        except LoadError as error:
            return _refused(data, file, reading, texts, error)
        report = check(record, texts=texts)
    except (CannotDoError, MissingExtraError, InvalidValueError) as error:
        return _Outcome(file=name, failure=str(error))
    return _Outcome(
        file=name,
        findings=report.findings,
        accepted=report.accepted,
        verdicts=report.verdicts,
    )


def _refused(
    data: bytes, file: str, reading: Reading, texts: dict[str, str] | None, error: LoadError
) -> _Outcome:
    """Add to the errors of a load what else there is, if the record can be built at all."""
    from confmodel.checks import check

    name = name_of(file)
    try:
        record = record_in(data, file, reading, check=False)
    except LoadError:
        return _Outcome(file=name, findings=error.findings)
    if texts is not None:
        # A source may be what is misspelt: the others are judged all the same.
        known = {source.id for source in record.sources}
        texts = {source: text for source, text in texts.items() if source in known}
    report = check(record, texts=texts)
    told = {(finding.code, finding.pointer) for finding in error.findings}
    more = [each for each in report if (each.code, each.pointer) not in told]
    return _Outcome(
        file=name,
        findings=(*error.findings, *more),
        accepted=report.accepted,
        verdicts=report.verdicts,
    )


def _print(outcome: _Outcome, *, is_first: bool) -> None:
    if outcome.failure is not None:
        complain(f"Error: {outcome.failure}")
        return
    sheet = page()
    if outcome.findings and not is_first:
        # The name of a file stands below its findings: they are not of the one above.
        sheet.gap()
    for finding in outcome.findings:
        put_finding(sheet, finding)
        sheet.gap()
    _summary(sheet, outcome)
    write(sheet.text())


def _summary(sheet: Page, outcome: _Outcome) -> None:
    counts = outcome.counts
    accepted = counts.pop("accepted")
    said = [count(number, name.removesuffix("s")) for name, number in counts.items() if number]
    if accepted:
        said.append(f"{accepted} accepted in the record")
    said += [
        f"{number} {verdict.replace('_', ' ')}" for verdict, number in outcome.verdicts.items()
    ]
    if outcome.exit_code == CLEAN:
        said.insert(0, "clean")
    style = GOOD if outcome.exit_code == CLEAN else BAD if counts["errors"] else ODD
    line = [Piece(outcome.file, STRONG), Piece(": ", PLAIN), Piece(", ".join(said), style)]
    sheet.put(line, hanging=2)


def _as_json(outcome: _Outcome) -> str:
    """Write an outcome on one line."""
    plain: dict[str, Any] = {
        "file": outcome.file,
        "exit_code": outcome.exit_code,
        "failure": outcome.failure,
        "counts": outcome.counts,
        "verdicts": outcome.verdicts,
        "findings": [_plain(finding) for finding in outcome.findings],
        "accepted": [_plain(finding) for finding in outcome.accepted],
    }
    return in_ascii(plain)


def _plain(finding: Finding) -> dict[str, str | int | None]:
    return {
        "code": finding.code,
        "level": finding.level.value,
        "pointer": finding.pointer,
        "message": finding.message,
        "help": remedy_of(finding),
        "value": finding.value,
        "line": finding.line,
        "column": finding.column,
    }
