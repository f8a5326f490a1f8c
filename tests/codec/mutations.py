"""Right documents made wrong, or odd, at random places."""

import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

PER_RECORD = 4
"""How many mutants are made of one record, which costs more than they do."""

_EXAMPLES = settings().max_examples

whole_records = settings(
    # Where thousands are asked for, they are the mutants.
    max_examples=_EXAMPLES if _EXAMPLES < 1000 else _EXAMPLES // PER_RECORD,
    suppress_health_check=[
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
        HealthCheck.too_slow,
    ],
)
"""For a property that draws whole documents."""


def every_place(value: Any) -> list[tuple[Any, Any]]:
    """List every container of plain data with every place in it."""
    found: list[tuple[Any, Any]] = []
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            found += [(value, key), *every_place(value[key])]
    return found


WRONG: st.SearchStrategy[Any] = (
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(
        ["", "x", "direct", "2031", "2031-5", "a/b", "1.0", "Ä", "\ue000", "a\nb", "en\nfr"]
    )
    | st.just([])
    | st.just({})
    | st.just(["x"])
    | st.just({"other": "word"})
    | st.just({"edtf": "2031"})
    | st.just({"wording": "soon"})
)

NAMES = ["id", "name", "value", "kind", "extra", "x-y", "of"]
"""Members that are set wherever chance will have it."""


def mutate(
    document: dict[str, Any],
    data: st.DataObject,
    *,
    wrong: st.SearchStrategy[Any] = WRONG,
    names: list[str] = NAMES,
) -> None:
    """Put up to three values into a document, in place of others or as new members."""
    for _ in range(data.draw(st.integers(1, 3))):
        holder, key = data.draw(st.sampled_from(every_place(document)))
        if isinstance(holder, dict) and data.draw(st.booleans()):
            key = data.draw(st.sampled_from(names))
        # A list or object among them is one and the same for every draw.
        holder[key] = copy.deepcopy(data.draw(wrong))


def mutants(
    document: dict[str, Any],
    data: st.DataObject,
    *,
    wrong: st.SearchStrategy[Any] = WRONG,
    names: list[str] = NAMES,
) -> Iterator[dict[str, Any]]:
    """Make several wrong ones of a right document, which stays as it was."""
    for _ in range(PER_RECORD):
        mutant = copy.deepcopy(document)
        mutate(mutant, data, wrong=wrong, names=names)
        yield mutant
