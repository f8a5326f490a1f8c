"""The report of a check: what was found, and what of it is dealt with."""

from collections.abc import Iterator

import attrs

from confmodel.errors import Finding, FindingLevel
from confmodel.grounding import Coverage, Grounding, Verdict, coverage_of
from confmodel.model import Conference


@attrs.frozen(kw_only=True)
class Report:
    """What a check found in a record.

    A report is true if the record is clean: no error, and no warning that
    nobody accepted. Notes do not count.

    Examples:
        >>> import confmodel
        >>> record = confmodel.Conference(id="c", name="C", delegations=[])
        >>> report = confmodel.check(record)
        >>> bool(report), len(report.findings)
        (True, 0)
    """

    findings: tuple[Finding, ...] = ()
    """What is open, in a fixed order.

    First integrity; then what is odd, in the order of the document; then
    acceptances that accept nothing; then the words beside their texts.
    """

    accepted: tuple[Finding, ...] = ()
    """What the record itself accepts, in the order of the document."""

    groundings: tuple[Grounding, ...] = ()
    """What became of each piece of evidence; empty if no texts were given."""

    record: Conference = attrs.field(repr=False)
    """The record that was checked."""

    @property
    def coverage(self) -> Coverage:
        """Which facts of the record rest on words, and which of their fields."""
        return coverage_of(self.record)

    @property
    def verdicts(self) -> dict[str, int]:
        """How many pieces of evidence got each verdict, in the order of `Verdict`."""
        found = [each.verdict for each in self.groundings]
        return {verdict.value: found.count(verdict) for verdict in Verdict if verdict in found}

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings for which a load is refused."""
        return self._of(FindingLevel.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that are odd, but possible."""
        return self._of(FindingLevel.WARNING)

    @property
    def notes(self) -> tuple[Finding, ...]:
        """The findings that are worth knowing."""
        return self._of(FindingLevel.NOTE)

    @property
    def is_clean(self) -> bool:
        """Whether there is no error and no open warning."""
        return not self.errors and not self.warnings

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each code, in the order of the codes."""
        codes = sorted(finding.code for finding in self.findings)
        return {code: codes.count(code) for code in dict.fromkeys(codes)}

    def _of(self, level: FindingLevel) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.level is level)

    def __bool__(self) -> bool:
        """Tell whether the record is clean."""
        return self.is_clean

    def __iter__(self) -> Iterator[Finding]:
        """Go through the open findings."""
        return iter(self.findings)

    def __str__(self) -> str:
        """Return the findings, one on a line, and a summary."""
        summary = ", ".join(
            f"{len(found)} {name}{'' if len(found) == 1 else 's'}"
            for name, found in (
                ("error", self.errors),
                ("warning", self.warnings),
                ("note", self.notes),
            )
            if found
        )
        if self.accepted:
            summary = f"{summary or 'nothing open'}, {len(self.accepted)} accepted"
        return "\n".join([*map(str, self.findings), summary or "nothing to mend"])
