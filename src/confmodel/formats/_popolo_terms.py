"""The words by which a record is told in Popolo, and told again from it."""

from confmodel.model import AgreementStatus, Attendance, Manner, Other, VoteResult

COUNTRY = "country"
DELEGATION = "delegation"
GROUP = "group"
RESERVED = frozenset({COUNTRY, DELEGATION, GROUP})
"""Classifications of organizations that tell what they are in a record."""

ASSEMBLY = "assembly"
"""The organization of all who belong to the event; its id is that of the event with this word."""

CHAIR = "chair"
"""The post in the assembly that those hold who preside."""

ACTING = "acting"
"""The role of somebody who holds a post for the time being."""

ABBREVIATION = "abbreviation"
"""The note of the other name that is the acronym of an organization."""

OF_POPOLO = "popolo"
"""The scheme of an identifier that had to become another id."""

ISO_3166 = "iso-3166"
"""The scheme of the code of a country."""

CAME = frozenset({Attendance.ATTENDED, Attendance.ATTENDED_IN_PART, Attendance.WITHDREW})
"""Who was there, if only for some of the time."""

TYPES = {
    Manner.DIRECT: "speech",
    Manner.MIXED: "mixed",
    Manner.INDIRECT: "summary",
    Manner.NARRATED: "narrative",
}
"""What part of a transcript a statement is, by its manner."""

RESULTS: dict[VoteResult | Other, str] = {VoteResult.ADOPTED: "pass", VoteResult.REJECTED: "fail"}
"""What Popolo calls the results of a vote that it has words for."""

OUTCOMES: dict[AgreementStatus | Other | None, str] = {
    AgreementStatus.ADOPTED: "pass",
    AgreementStatus.REJECTED: "fail",
}
"""What Popolo calls the result of a motion."""

COUNTS = {"in_favour": "yes", "against": "no", "abstaining": "abstain", "absent": "absent"}
"""The option of a vote that each count is of."""
