"""Documents to measure with: invented, deterministic, of any size.

One block is a small conference's worth of facts: the mix of objects, of text
lengths and of evidence follows the six real reports that the library is tried
on.
"""

import json
from typing import Any

_TEXT = """\
The ministers’ delegations of the river states said “that the water level has fallen again” – and
that the readings of both gauges, Żurawie’s and Lüneck’s, will be published daily from next spring
"""
_WORDS = _TEXT.split()
_MANNERS = ("indirect", "mixed", "direct")


def _words(seed: int, count: int) -> str:
    return " ".join(_WORDS[(seed * 7 + n * 3) % len(_WORDS)] for n in range(count))


def _evidence(seed: int, *supports: str) -> dict[str, Any]:
    return {
        "source": "report",
        "start": seed * 97 % 90_000,
        "exact": _words(seed, 14),
        "prefix": _words(seed + 1, 5),
        "suffix": _words(seed + 2, 5),
        "part": "body",
        "supports": list(supports),
    }


def _block(n: int) -> dict[str, list[dict[str, Any]]]:
    """Build the facts of one block; all ids end in its number."""
    seats = range(6)
    return {
        "countries": [{"id": f"c{k}-{n}", "name": f"Country {k}", "code": "PL"} for k in seats],
        "delegations": [
            {
                "id": f"d{k}-{n}",
                "of": [f"c{k}-{n}"],
                "capacity": "member",
                "attendance": "attended",
                "invited_by": [f"d0-{n}"],
                "sessions": [f"t-{n}"],
            }
            for k in seats
        ],
        "delegates": [
            {
                "id": f"p{k}-{n}",
                "name": _words(k, 2).title(),
                "other_names": [
                    {"value": _words(k + 1, 2).title(), "language": "pl", "kind": "official"}
                ],
                "honorific": "Dr",
                "offices": [{"title": "Interior Minister", "country": f"c{k % 6}-{n}"}],
                "delegation": f"d{k % 6}-{n}",
                "function": "head" if k < len(seats) else "member",
                "attendance": "attended",
                "evidence": [_evidence(k, "name", "offices")],
            }
            for k in range(11)
        ],
        "groups": [
            {
                "id": f"g-{n}",
                "wording": "all six ministers",
                "quantifier": "all",
                "members": [f"p{k}-{n}" for k in seats],
                "is_complete": True,
            }
        ],
        "sessions": [{"id": f"t-{n}", "name": "Opening", "kind": "plenary", "when": "2031-05-07"}],
        "statements": [
            {
                "id": f"s{k}-{n}",
                "speakers": [f"p{k % 11}-{n}" if k % 5 else f"g-{n}"],
                "manner": _MANNERS[k % 3],
                "act": "inform",
                "modality": "historical",
                **({} if _MANNERS[k % 3] == "direct" else {"text": _words(k, 40)}),
                "quotations": [{"pieces": [_evidence(k + 50)]}] if k % 3 else [],
                "addressees": [f"d{(k + 1) % 6}-{n}", f"d{(k + 3) % 6}-{n}"],
                "about": [f"c{(k + 2) % 6}-{n}"],
                "topics": [{"label": _words(k, 3), "evidence": [_evidence(k + 10)]}],
                "session": f"t-{n}",
                "when": "2031-05-07",
                "language": "en",
                "figures": [
                    {
                        "value": 20 + k,
                        "wording": "a fifth",
                        "unit": "percent",
                        "direction": "decrease",
                        "of": _words(k, 4),
                        "comparator": "about",
                        "mode": "claimed",
                        "not_stated": ["baseline"],
                        "evidence": [_evidence(k + 70, "value", "direction")],
                    }
                ]
                if k % 4 == 0
                else [],
                "evidence": [_evidence(k + 30, "speakers", "text")],
            }
            for k in range(15)
        ],
        "agreements": [
            {
                "id": f"a{k}-{n}",
                "kind": "undertaking",
                "status": "agreed",
                "strength": "agree",
                "when": "2031-05-08",
                "parties": [f"d{j}-{n}" for j in seats],
                "beneficiaries": [f"c{k % 6}-{n}"],
                "text": _words(k, 30),
                "due": "2032",
                "condition": _words(k, 8),
                "evidence": [_evidence(k + 90, "parties", "text")],
            }
            for k in range(5)
        ],
    }


def document(blocks: int = 1) -> dict[str, Any]:
    """Build a document as plain data; one block gives about 25 kB of JSON."""
    whole: dict[str, Any] = {
        "confmodel": "1.0",
        "id": "measured-2031",
        "name": "Measured Conference on Cross-Border Rivers",
        "when": "2031-05-06/2031-05-08",
        "places": [{"name": "Lakeside"}],
        "topics": [{"label": _words(n, 3)} for n in range(5)],
        "sources": [
            {
                "id": "report",
                "kind": "news_report",
                "title": "Three neighbours meet",
                "published": "2031-05-08",
                "language": "en",
                "length": 100_000,
                "parts": [{"kind": "headline", "start": 0, "end": 21}, {"kind": "body"}],
            }
        ],
    }
    for n in range(blocks):
        for name, members in _block(n).items():
            whole.setdefault(name, []).extend(members)
    kept: dict[str, Any] = _without_empty(whole)
    return kept


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_empty(inner) for name, inner in value.items() if inner != []}
    return [_without_empty(each) for each in value] if isinstance(value, list) else value


def small() -> dict[str, Any]:
    """Build a document of about 1 kB."""
    whole = document()
    kept = {name: whole[name] for name in ("confmodel", "id", "name", "when", "sources")}
    return {
        **kept,
        "countries": whole["countries"][:2],
        "delegations": whole["delegations"][:2],
        "sessions": whole["sessions"],
    }


def as_json(value: Any) -> bytes:
    """Write plain data as one line of JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
