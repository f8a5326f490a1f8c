"""Circles: what contains itself, or depends on itself, by way of others."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from confmodel.model import Agreement, Delegate, Figure, Group, Organization, Source

CIRCULAR: tuple[tuple[type, str], ...] = (
    (Group, "members"),
    (Group, "out_of"),
    (Organization, "parent"),
    (Agreement, "part_of"),
    (Agreement, "replaces"),
    (Agreement, "implements"),
    (Agreement, "amends"),
    (Figure, "part_of"),
    (Delegate, "standing_in_for"),
    (Source, "reports_on"),
)
"""The references that must not lead back to where they start."""

Label = TypeVar("Label")


def closing_edges(
    edges: Mapping[str, Sequence[tuple[str, Label]]],
) -> Iterator[tuple[str, Label]]:
    """Find the edges that close a circle, by a search that keeps its own stack.

    Args:
        edges: For each id, where it leads, and what the caller calls that edge.

    Returns:
        For each closing edge, where it leads, and what the caller calls it.
    """
    done: set[str] = set()
    for start in edges:
        path = [] if start in done else [(start, iter(edges[start]))]
        on_it = {here for here, _ in path}
        while path:
            here, steps = path[-1]
            step = next(steps, None)
            if step is None:
                done.add(here)
                on_it.discard(here)
                path.pop()
            elif step[0] in on_it:
                yield step
            elif step[0] in edges and step[0] not in done:
                path.append((step[0], iter(edges[step[0]])))
                on_it.add(step[0])
