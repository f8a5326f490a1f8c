"""Where things stand in a document of YAML: values by their pointers, and what is quoted."""

from collections.abc import Iterable, Iterator

import yaml

from confmodel._text import pointer_to
from confmodel.formats._yaml_parser import Event, Position, events, position_of


def positions(text: str, pointers: Iterable[str]) -> dict[str, Position]:
    """Find where values begin; a member begins with its name.

    Args:
        text: A document that has been built, or has been up to these values.
        pointers: The JSON Pointers of the values.

    Returns:
        The positions of the values that are there, and of all around them. Of
        members of one name, the first.
    """
    wanted = {"", *pointers}
    for pointer in tuple(wanted):
        outer = pointer
        while outer:
            outer = outer.rpartition("/")[0]
            wanted.add(outer)
    found: dict[str, Position] = {}
    for pointer, event in _walk(text, wanted):
        found.setdefault(pointer, position_of(event))
        if len(found) == len(wanted):
            break
    return found


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """Find where text begins and ends that may hold any character: in quotes, or in a block."""
    next_event, _ = events(text)
    while not isinstance(event := next_event(), yaml.StreamEndEvent):
        if isinstance(event, yaml.ScalarEvent) and event.style:
            begin, end = event.start_mark, event.end_mark
            # The C parser of PyYAML marks everything; its types say that it may not.
            if begin is not None and end is not None:  # pragma: no branch
                yield begin.index, end.index


class _Place:
    """A collection on the way through a document."""

    def __init__(self, pointer: str | None, *, is_mapping: bool, count: int = 0) -> None:
        self.pointer = pointer
        """Where it is; `None` if nothing inside is wanted."""
        self.is_mapping = is_mapping
        self.count = count
        """How many names and values have been passed."""
        self.inner = pointer
        """Where the value is whose name has been passed."""

    def step(self, event: Event) -> str | None:
        """Pass a name or a value; returns its pointer, if it may be wanted."""
        is_value = self.is_mapping and self.count % 2 == 1
        if self.pointer is not None and not is_value:
            step = getattr(event, "value", "") if self.is_mapping else self.count
            self.inner = self.pointer + pointer_to([step])
        self.count += 1
        return self.inner


def _walk(text: str, wanted: set[str]) -> Iterator[tuple[str, Event]]:
    """Go through a document; give what is wanted, with its event."""
    next_event, _ = events(text.removeprefix("\ufeff"))
    around: list[_Place] = []
    # The document is like the value of a member whose name has been passed.
    place = _Place("", is_mapping=True, count=1)
    while True:
        event = next_event()
        if isinstance(event, yaml.StreamEndEvent):
            return
        if isinstance(event, yaml.CollectionEndEvent):
            place = around.pop()
        elif isinstance(event, yaml.NodeEvent):
            pointer = place.step(event)
            if pointer is not None and pointer in wanted:
                yield pointer, event
            else:
                pointer = None
            if isinstance(event, yaml.CollectionStartEvent):
                around.append(place)
                place = _Place(pointer, is_mapping=isinstance(event, yaml.MappingStartEvent))
