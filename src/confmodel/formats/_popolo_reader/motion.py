"""Motions: what was proposed, and came to something or not."""

from typing import Any

from confmodel.formats._iso_dates import when_of
from confmodel.formats._popolo_parts import meant_in
from confmodel.formats._popolo_reader.document import Document
from confmodel.formats._popolo_reader.organization import deciding
from confmodel.formats._popolo_terms import OUTCOMES
from confmodel.formats._popolo_things import Thing
from confmodel.formats._words import meant
from confmodel.model import AgreementKind, AgreementStatus, Participant, ParticipantRole

_OUTCOMES = {text: status for status, text in OUTCOMES.items()}


def agreement(document: Document, motion: Thing) -> dict[str, Any]:
    """Read a motion."""
    creator = document.things.target(motion, "creator", "person")
    proposer = document.named(motion, "creator_id", creator)
    deciding(document, motion)
    result, date = motion.text("result"), motion.text("date")
    status = None if result is None else _OUTCOMES.get(result) or meant(result, AgreementStatus)
    role = ParticipantRole.PROPOSER
    return {
        "number": motion.text("identifier"),
        "kind": meant_in(motion, "classification", AgreementKind),
        "text": motion.text("text"),
        "status": status,
        "when": when_of(date, date),
        "other_participants": [Participant(role=role, of=proposer)] if proposer else [],
    }
