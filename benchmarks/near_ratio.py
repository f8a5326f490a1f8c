"""Measure what rapidfuzz (extra `fuzzy`) saves where words are not in their text.

Run with `python benchmarks/near_ratio.py [CASES]`, where CASES is a folder of
reports (`*.txt`) with facts files (`*.facts.yaml`) whose spans are measured;
without it, the spans are sentences of the bundled examples. Every span is
looked for with one letter changed, with two neighbouring words swapped, and in
the text of another report.
"""

import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from paired import paired

from confmodel.examples import example, example_names, example_texts
from confmodel.grounding import aligning, measuring, near
from confmodel.grounding.aligning import Aligner
from confmodel.grounding.pieces import pieces_of

Search = tuple[str, str, int | None]
"""Words, the text that they are looked for in, and where they are said to be."""

Case = tuple[str, list[tuple[str, int]]]
"""A text, and its spans by their words and where they begin."""


def bundled() -> Iterator[Case]:
    """Take the evidence of the bundled examples, where their texts are bundled too."""
    for name in example_names():
        for source, text in example_texts(name).items():
            pieces = [piece.evidence for piece in pieces_of(example(name))]
            yield (
                text,
                [
                    (piece.exact, piece.start)
                    for piece in pieces
                    if piece.source == source and piece.exact and piece.start is not None
                ],
            )


def in_folder(folder: Path) -> Iterator[Case]:
    """Take the spans of the facts files of a folder."""
    import yaml  # noqa: PLC0415 - only facts files need it

    def spans_in(node: Any) -> Iterator[tuple[str, int]]:
        if isinstance(node, dict):
            if {"exact", "start"} <= set(node):
                yield node["exact"], node["start"]
            for inner in node.values():
                yield from spans_in(inner)
        elif isinstance(node, list):
            for inner in node:
                yield from spans_in(inner)

    for path in sorted(folder.glob("*.facts.yaml")):
        text = path.with_name(path.name.replace(".facts.yaml", ".txt")).read_bytes().decode()
        yield text, [*dict.fromkeys(spans_in(yaml.safe_load(path.read_text("utf-8"))))]


def searches(cases: list[Case]) -> dict[str, list[Search]]:
    """Change each span in each way."""
    choose = random.Random(7)  # noqa: S311 - no secret
    found: dict[str, list[Search]] = {"one letter": [], "swapped words": [], "another report": []}
    for (text, spans), (other, _) in zip(cases, [*cases[1:], cases[0]], strict=True):
        for exact, start in spans:
            place = choose.randrange(len(exact))
            found["one letter"].append((f"{exact[:place]}7{exact[place + 1 :]}", text, start))
            words = exact.split(" ")
            if len(words) > 1:
                at = choose.randrange(len(words) - 1)
                words[at : at + 2] = words[at + 1], words[at]
                found["swapped words"].append((" ".join(words), text, start))
            found["another report"].append((exact, other, None))
    return found


def with_aligner(aligner: Aligner, work: list[Search]) -> Callable[[], list[near.Near | None]]:
    """Build the work of looking for everything with one way to align."""

    def look() -> list[near.Near | None]:
        near._aligner = lambda: aligner  # type: ignore[assignment] # noqa: SLF001 - what is measured
        return [near.nearest_match(words, text, hint=hint) for words, text, hint in work]

    return look


def aligned_by(aligner: Aligner, calls: list[tuple[str, str, int]]) -> Callable[[], object]:
    """Build the work of the alignments alone."""
    return lambda: [aligner(*call) for call in calls]


def calls_of(work: list[Search]) -> list[tuple[str, str, int]]:
    """Note what is handed to the aligner."""
    calls: list[tuple[str, str, int]] = []

    def noting(words: str, window: str, allowed: int) -> tuple[int, int, int] | None:
        calls.append((words, window, allowed))
        return aligning.aligned(words, window, allowed)

    with_aligner(noting, work)()
    return calls


if __name__ == "__main__":
    cases = [*(in_folder(Path(sys.argv[1])) if len(sys.argv) > 1 else bundled())]
    lengths = sorted(len(exact) for _, spans in cases for exact, _ in spans)
    print(f"{len(lengths)} spans of {lengths[0]}-{lengths[-1]} letters")
    print("rapidfuzz, in times of the standard library: the whole search, the alignment alone")
    for name, work in searches(cases).items():
        groups = {
            "all": work,
            "from 60 letters": [each for each in work if len(each[0]) >= 60],  # noqa: PLR2004
        }
        for group, chosen in groups.items():
            plain, quick = (with_aligner(way.aligned, chosen) for way in (aligning, measuring))
            if plain() != quick():
                sys.exit("the answers differ")
            calls = calls_of(chosen)
            whole = paired(plain, quick, rounds=15)
            alone = paired(
                aligned_by(aligning.aligned, calls), aligned_by(measuring.aligned, calls), rounds=15
            )
            print(f"{name}, {group} ({len(chosen)}): {whole}, {alone}")
