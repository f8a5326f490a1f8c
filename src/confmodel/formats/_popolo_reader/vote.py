"""Votes: their result, and who voted how."""

from collections.abc import Iterator
from typing import Any

from confmodel.formats._popolo_parts import span_of
from confmodel.formats._popolo_reader.document import Document
from confmodel.formats._popolo_reader.organization import deciding
from confmodel.formats._popolo_terms import COUNTS, RESULTS
from confmodel.formats._popolo_things import Thing
from confmodel.formats._words import meant
from confmodel.model import Ballot, BallotChoice, VoteResult

_RESULTS = {text: result for result, text in RESULTS.items()}
_FIELDS_OF_COUNTS = {option: name for name, option in COUNTS.items()}


class Votes:
    """The votes of a document, with the ballots of each."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.ballots: dict[Thing, list[Thing]] = {}
        """What Popolo calls a vote, by the event in which it was cast."""
        for each in document.things.of["vote"]:
            event = document.things.target(each, "vote_event", "vote_event")
            if event is not None:
                self.ballots.setdefault(event, []).append(each)

    def vote(self, event: Thing) -> dict[str, Any]:
        """Read what Popolo calls an event."""
        motion = self.document.things.target(event, "motion", "motion")
        result = event.text("result")
        return {
            "on": self.document.named_one(event, "motion_id", motion),
            "body": deciding(self.document, event),
            "when": span_of(event),
            "result": None if result is None else _RESULTS.get(result) or meant(result, VoteResult),
            "ballots": list(self._ballots(event)),
            **_counts(event),
        }

    def _ballots(self, event: Thing) -> Iterator[Ballot]:
        names = self.document.names
        for vote in self.ballots.get(event, ()):
            voter = self.document.things.target(vote, "voter", "person", "organization")
            option = vote.text("option")
            if voter is None or option is None or voter not in names:
                vote.used.clear()
                continue
            yield Ballot(party=names[voter], vote=meant(option, BallotChoice))


def _counts(event: Thing) -> dict[str, Any]:
    counts: dict[str, Any] = {}
    for count in event.values("counts"):
        name = _FIELDS_OF_COUNTS.get(str(count["option"]))
        if name is None or name in counts or set(count) - {"option", "value"}:
            event.leave("counts", count)
        else:
            counts[name] = count["value"]
    return counts
