"""The one place that imports Hypothesis, and says what to do where it is missing."""

from confmodel.errors import MissingExtraError

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import DrawFn, SearchStrategy
except ImportError:
    raise MissingExtraError("confmodel.strategies", extra="testing") from None

__all__ = ["DrawFn", "SearchStrategy", "st"]
