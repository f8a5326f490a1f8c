"""Room on the stack: a reader begins anew in a thread where this one has none left."""

import threading
from collections.abc import Callable

import pytest

from confmodel.codec._room import with_room
from confmodel.errors import Finding, LoadError

FAULT = LoadError([Finding(code="E100", pointer="", message="wrong", help="mend it")])


def reader(outcome: Callable[[], str]) -> Callable[[], str]:
    """Build a reader that finds no room where it is called first."""
    caller = threading.current_thread()

    @with_room
    def read() -> str:
        if threading.current_thread() is caller:
            raise RecursionError
        return outcome()

    return read


def test_what_is_read_in_the_thread_is_returned() -> None:
    assert reader(lambda: "read")() == "read"


def test_what_is_raised_in_the_thread_is_raised_here() -> None:
    def refuse() -> str:
        raise FAULT

    with pytest.raises(LoadError) as caught:
        reader(refuse)()
    assert caught.value is FAULT


def test_where_there_is_no_room_in_the_thread_either_the_limit_is_named() -> None:
    def recur() -> str:
        raise RecursionError

    with pytest.raises(LoadError) as caught:
        reader(recur)()
    assert [each.code for each in caught.value.findings] == ["E113"]
