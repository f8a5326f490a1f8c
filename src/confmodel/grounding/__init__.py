"""Grounding: every fact resolves to the words that prove it, or is said not to."""

from confmodel.grounding.anchoring import Anchored, anchor
from confmodel.grounding.coverage import Coverage, FactCoverage, coverage_of
from confmodel.grounding.ground import ground
from confmodel.grounding.parts import propose_parts
from confmodel.grounding.sealing import seal, unseal
from confmodel.grounding.verdicts import Grounding, Verdict

__all__ = [
    "Anchored",
    "Coverage",
    "FactCoverage",
    "Grounding",
    "Verdict",
    "anchor",
    "coverage_of",
    "ground",
    "propose_parts",
    "seal",
    "unseal",
]
