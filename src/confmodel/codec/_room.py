"""Room on the stack: a document is judged alike, however deep its reader was called."""

import functools
import threading
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from confmodel.errors import Finding, LoadError

P = ParamSpec("P")
T = TypeVar("T")


def with_room(work: Callable[P, T]) -> Callable[P, T]:
    """Let a reader begin anew in a thread, which has a stack of its own, if this one ends.

    What it reads is bounded in depth, so that the room there is enough, unless
    the program allows too little of it everywhere (E113).
    """

    @functools.wraps(work)
    def read(*arguments: P.args, **options: P.kwargs) -> T:
        try:
            return work(*arguments, **options)
        except RecursionError:
            pass
        return _in_a_thread(functools.partial(work, *arguments, **options))

    return read


def _in_a_thread(work: Callable[[], T]) -> T:
    read: list[T] = []
    raised: list[BaseException] = []

    def run() -> None:
        try:
            read.append(work())
        except BaseException as error:  # noqa: BLE001 - it is raised again where it belongs
            raised.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if not raised:
        return read[0]
    if not isinstance(raised[0], RecursionError):
        raise raised[0]
    raise LoadError(
        [
            Finding(
                code="E113",
                pointer="",
                message="the program allows too few calls inside each other to read this",
                help="raise the limit with sys.setrecursionlimit",
            )
        ]
    )
