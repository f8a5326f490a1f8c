"""Measure what checking costs in a text of 100 MB: time, and memory beyond the text.

Run with `python benchmarks/grounding_scale.py`, where the system tells the peak
of memory (not on Windows). Each text is checked by a process of its own, and
once more without evidence: the difference is what looking for it costs.
"""

import itertools
import resource
import subprocess
import sys
import time

from confmodel import Conference, Evidence, Source, check
from confmodel.grounding import Verdict
from confmodel.grounding.texts import digest

FILLERS = {
    "ASCII": "The ministers met in the old town hall and talked about the river.\n",
    "not ASCII": "Les ministres se sont réunis à l’hôtel de ville, au bord du fleuve.\n",
}
SIZE = 100_000_000
"""Bytes of each text, in UTF-8."""

END = "They agreed  to read the gauges every day."
PROOF = {
    "every day": Verdict.EXACT,
    "agreed to read the gauges": Verdict.NORMALISED,
    "They agread to rede the gauges every day": Verdict.NEAR,
    "A treaty of forty articles was signed": Verdict.MISSING,
}


def peak() -> int:
    """Return the most memory that the process has had so far, in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def measure(name: str) -> None:
    """Check one text, and print what it cost."""
    filler = FILLERS[name]
    # In one go, so that no second copy of it counts for the peak.
    text = "".join([*itertools.repeat(filler, SIZE // len(filler.encode())), END])
    source = Source(id="s", length=len(text), sha256=digest(text))
    pieces = [Evidence(source="s", exact=words) for words in PROOF]
    record = Conference(id="c", name="C", sources=[source], evidence=pieces)
    # What the first check loads is no part of the measure.
    check(record, texts={"s": filler})
    before, begun = peak(), time.process_time()
    check(Conference(id="c", name="C", sources=[source]), texts={"s": text})
    between = time.process_time()
    report = check(record, texts={"s": text})
    ended, after = time.process_time(), peak()
    found = [each.verdict for each in report.groundings]
    if found != [*PROOF.values()]:
        sys.exit(f"wrong verdicts: {found}")
    print(
        f"{name}: {len(text.encode()) / 1e6:.0f} MB, {sys.getsizeof(text) / 1e6:.0f} MB in memory; "
        f"text alone {between - begun:.1f} s, with {len(pieces)} pieces of evidence "
        f"{ended - between:.1f} s; peak {(after - before) / 1e6:.0f} MB beyond the text"
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1])
    else:
        for each in FILLERS:
            subprocess.run([sys.executable, __file__, each], check=True)
