"""Bytes from strangers: a record, or one error of our family, in bounded time."""

import inspect
import json
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import confmodel
from confmodel import Conference, ConfmodelError, InvalidValueError, Limits, LoadError

SMALL = (
    b'{"confmodel":"1.0","id":"c","name":"C\\u00e9","when":"2031-05","x-own":[1,{"a":2.5}],'
    b'"countries":[{"id":"a","name":"Aland"}],"delegations":[{"id":"d","of":["a"]}],'
    b'"statements":[{"id":"s","speakers":["d"],"manner":"indirect",'
    b'"text":"low \xe2\x80\x9criver\xe2\x80\x9d",'
    b'"figures":[{"value":20,"unit":"percent"}]}]}'
)


def codes(data: bytes | str) -> list[str]:
    with pytest.raises(LoadError) as caught:
        confmodel.loads(data)
    return [finding.code for finding in caught.value.findings]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"[" * 100_000 + b"]" * 100_000, "E113"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "E113"),
        (b'{"id":"c","name":"C","x-a":' + b"[" * 70 + b"]" * 70 + b"}", "E113"),
        (b'{"id":"c","name":"C","figures":[{"value":1' + b"0" * 5000 + b"}]}", "E105"),
        (b'{"id":"c","name":"C","x-n":1' + b"0" * 5000 + b"}", "E105"),
        (b'{"id":"c","name":"C","x-n":NaN}', "E100"),
        (b'{"id":"c","name":"C","x-n":Infinity}', "E100"),
        (b'{"id":"c","name":"C","x-n":1e400}', "E105"),
        (b'{"id":"c","name":"C","figures":[{"value":1e400}]}', "E105"),
        (b'{"id":"c","name":"\\ud800"}', "E110"),
        (b'{"id":"c","name":"C","x-a":{"b":"\\udc00\\ud800"}}', "E110"),
        (b'{"id":"c","name":"\xed\xa0\x80"}', "E100"),
        (b"\xef\xbb\xbf" + SMALL, "E100"),
        (SMALL.decode().encode("utf-16"), "E100"),
        (SMALL.decode().encode("utf-16-le"), "E100"),
        (SMALL.decode().encode("utf-32"), "E100"),
        (b'{"id":"c","name":"\xff"}', "E100"),
        (b'{"id":"c","name":"C","name":"D"}', "E116"),
        (b'{"id":"c","name":"C","\\u006eame":"D"}', "E116"),
        (b'{"id":"c","name":"C","x-a":{"b":1,"b":1}}', "E116"),
        (b'{"id":"c","name":"C","places":[{"name":"P","name":"P"}]}', "E116"),
        (b"", "E100"),
        (b"   ", "E100"),
        (b"null", "E101"),
        (b'"text"', "E101"),
        (SMALL + b"x", "E100"),
        (SMALL + b"\x00", "E100"),
    ],
)
def test_hostile_document_is_refused_with_its_reason(data: bytes, code: str) -> None:
    assert codes(data)[0] == code


def test_every_truncation_is_refused() -> None:
    confmodel.loads(SMALL)
    for length in range(len(SMALL)):
        assert codes(SMALL[:length])


def at_depth(depth: int, call: Callable[[], object]) -> object:
    return call() if depth == 0 else at_depth(depth - 1, call)


@pytest.mark.parametrize("depth", [10, 700])
@pytest.mark.parametrize("nested", [30, 45, 70, 5_000])
def test_verdict_does_not_depend_on_the_depth_of_the_caller(depth: int, nested: int) -> None:
    data = b'{"id":"c","name":"C","x-a":' + b"[" * nested + b"]" * nested + b"}"

    def verdict() -> str:
        try:
            confmodel.loads(data)
        except LoadError as error:
            return error.findings[0].code
        return "accepted"

    assert at_depth(depth, verdict) == ("accepted" if nested < 48 else "E113")


def test_no_recursion_limit_lets_a_document_crash_the_process() -> None:
    program = (
        "import sys, confmodel\n"
        "sys.setrecursionlimit(10**6)\n"
        "for data in (b'[' * 300_000, b'{\"x-a\":' * 300_000, b'{\"when\":' + b'[' * 300_000):\n"
        "    try: confmodel.loads(data)\n"
        "    except confmodel.LoadError as error: print(error.findings[0].code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["E113", "E113", "E113"]


def test_brackets_inside_text_are_no_depth() -> None:
    name = "[{" * 500
    data = json.dumps({"id": "c", "name": name, "x-a": '\\"[[['})

    assert confmodel.loads(data).name == name


def test_limits_are_counted_outside_text() -> None:
    data = json.dumps({"id": "c", "name": "[" * 50, "x-a": [[], [], []]})

    assert confmodel.loads(data, limits=Limits(max_objects=5)).name == "[" * 50
    with pytest.raises(LoadError) as caught:
        confmodel.loads(data, limits=Limits(max_objects=4))
    assert caught.value.findings[0].code == "E113"


@pytest.mark.fuzz
@given(st.binary(max_size=400))
@example(b"\xff" * 4)
def test_any_bytes_give_a_record_or_one_error(data: bytes) -> None:
    refused_or_record(data)


@pytest.mark.fuzz
@given(st.data())
def test_mutated_bytes_give_a_record_or_one_error(data: st.DataObject) -> None:
    text = bytearray(SMALL)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(text) - 1))
        match data.draw(st.integers(0, 2)):
            case 0:
                text[place] = data.draw(st.integers(0, 255))
            case 1:
                del text[place : place + data.draw(st.integers(1, 30))]
            case _:
                text[place:place] = data.draw(st.binary(min_size=1, max_size=10))
        if not text:
            break
    refused_or_record(bytes(text))


@given(st.text())
def test_any_text_gives_a_record_or_one_error(text: str) -> None:
    refused_or_record(text)


def refused_or_record(data: bytes | str) -> None:
    try:
        record = confmodel.loads(data)
    except ConfmodelError as error:
        assert not isinstance(error, LoadError) or error.findings
    else:
        assert isinstance(record, Conference)
        assert confmodel.loads(confmodel.dumps(record)) == record


@pytest.mark.parametrize("data", [None, 3, ["{}"], {"id": "c", "name": "C"}])
def test_what_is_neither_text_nor_bytes_is_refused(data: object) -> None:
    with pytest.raises(InvalidValueError) as caught:
        confmodel.loads(data)  # type: ignore[arg-type] # what the test is about

    assert caught.value.code == "E101"


def test_text_with_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(InvalidValueError) as caught:
        confmodel.loads('{"id":"c","name":"\ud800"}')

    assert caught.value.code == "E110"


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_every_kind_of_bytes_is_read(kind: Callable[[bytes], bytes]) -> None:
    assert confmodel.loads(kind(SMALL)) == confmodel.loads(SMALL.decode())


def test_string_that_does_not_end_takes_linear_time() -> None:
    begin = time.process_time()
    with pytest.raises(LoadError, match="E100"):
        confmodel.loads(b'["' + b'\\"' * 500_000)

    assert time.process_time() - begin < 5


def nested(depth: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(depth):
        value = [value]
    return value


def inside_itself() -> list[Any]:
    value: list[Any] = []
    value.append(value)
    return value


@pytest.mark.parametrize("value", [nested(600), nested(100_000), inside_itself()], ids=len)
@pytest.mark.parametrize("name", ["id", "name", "when", "hosts", "places", "kind", "x-own"])
@pytest.mark.parametrize("shorthand", [True, False])
def test_plain_data_of_any_depth_is_refused(name: str, value: object, shorthand: bool) -> None:
    for held in (value, {"a": value}, [value]):
        with pytest.raises(LoadError):
            confmodel.from_dict({"id": "c", "name": "C", name: held}, shorthand=shorthand)


def test_shorthand_of_text_is_refused_for_what_stands_twice_and_for_its_depth() -> None:
    short = '{"id":"c","name":"C","places":["Selm"],"name":"D"}'

    record = confmodel.loads(short.replace(',"name":"D"', ""), shorthand=True)
    assert record.places[0].name == "Selm"
    with pytest.raises(LoadError, match="E116 /name"):
        confmodel.loads(short, shorthand=True)
    with pytest.raises(LoadError, match="E113"):
        confmodel.loads("[" * 1000, shorthand=True)
    with pytest.raises(LoadError, match="E113"):
        confmodel.loads(short, shorthand=True, limits=confmodel.Limits(max_bytes=10))


FIRST_USE = """
import concurrent.futures, sys, threading, confmodel
sys.setswitchinterval(1e-6)
start = threading.Barrier(8)
def first(number):
    start.wait()
    return confmodel.loads('{"id":"c","name":"C","x-a":1,"figures":[{"value":%d}]}' % number)
with concurrent.futures.ThreadPoolExecutor(8) as pool:
    assert [each.figures[0].value for each in pool.map(first, range(8))] == list(range(8))
"""


def test_first_use_by_many_threads_at_once_does_not_crash_the_process() -> None:
    """It did in half of the processes: msgspec learns of a class when it first meets it."""
    for _ in range(6):
        done = subprocess.run(
            [sys.executable, "-c", FIRST_USE], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "document", [{"x-a": nested(46)}, {"nmae": 1}, {"figures": [{"value": "x"}]}]
)
def test_plain_data_is_judged_alike_at_any_depth_of_the_caller(document: dict[str, Any]) -> None:
    def verdict() -> object:
        try:
            return confmodel.from_dict({"id": "c", "name": "C", **document})
        except LoadError as error:
            return error.findings

    expected = verdict()
    left = sys.getrecursionlimit() - len(inspect.stack(0))
    for depth in range(left - 250, left - 40, 7):
        assert at_depth(depth, verdict) == expected
