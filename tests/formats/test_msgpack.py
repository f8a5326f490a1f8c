"""MessagePack: the plain data of a record, and nothing that JSON cannot hold."""

import json
import math
import struct
from pathlib import Path
from typing import Any

import attrs
import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import confmodel
from confmodel import Conference, InvalidValueError, Limits, LoadError, to_dict
from confmodel.codec import _read
from confmodel.errors import Finding
from confmodel.formats import _msgpack_reader
from confmodel.formats.msgpack import read, write
from confmodel.model import Extra, Figure, Place
from confmodel.strategies import conferences
from tests.formats.records import whole_records

DEFAULT = Limits()
packed = msgspec.msgpack.encode
LEAST = {"id": "c", "name": "C"}


def build(data: bytes, limits: Limits = DEFAULT) -> object:
    value, doubles = _msgpack_reader.build(data, limits)
    if doubles:
        raise LoadError(doubles)
    return value


def read_slowly(data: bytes) -> Conference:
    """Read a document as is done where the fast pass does not decide."""
    document, doubles = _msgpack_reader.build(data, DEFAULT)
    return _read.read_plain(document, check=True, found=doubles)


def refused(data: bytes, limits: Limits = DEFAULT) -> tuple[Finding, ...]:
    """Return why a document is refused."""
    with pytest.raises(LoadError) as caught:
        read(data, limits=limits)
    assert all(each.message and each.help for each in caught.value.findings)
    return caught.value.findings


def a_map(*members: bytes) -> bytes:
    """Write a map from the bytes of its names and values."""
    return bytes([0x80 + len(members) // 2]) + b"".join(members)


ID, NAME = packed("id") + packed("c"), packed("name") + packed("C")

# What is read


def test_written_record_is_read_by_the_fast_pass() -> None:
    for name, record in whole_records().items():
        # What has members of the author's own takes the slower way, as in JSON.
        fast = None if '"x-' in confmodel.dumps(record) else record
        assert _read.read_packed(write(record)) == fast, name
    assert _read.read_packed(write(confmodel.example())) is not None


def test_order_of_the_members_does_not_matter() -> None:
    plain = to_dict(confmodel.example())
    turned = dict(reversed(plain.items()))

    assert _read.read_packed(packed(turned)) == read(packed(turned)) == confmodel.example()


def test_smaller_than_json() -> None:
    record = confmodel.example()

    assert len(write(record)) < len(confmodel.dumps(record).encode())


def test_unknown_members_and_newer_versions_are_kept() -> None:
    own = {**LEAST, "x-own": [1, 1.0, None, {"a": True}]}
    newer = {"confmodel": "1.9", **LEAST, "places": [{"name": "Selm", "altitude": 12}]}

    assert read(packed(own)).extra == Extra({"x-own": [1, 1.0, None, {"a": True}]})
    assert read(packed(newer)).places[0].extra == Extra({"altitude": 12})
    for each in (own, newer):
        assert msgspec.msgpack.decode(write(read(packed(each)))) == to_dict(read(packed(each)))


def test_problems_are_all_told_with_their_pointers() -> None:
    findings = refused(packed({"id": "C c", "nmae": "C", "hosts": ["x"]}))

    assert {(each.code, each.pointer) for each in findings} == {
        ("E104", "/id"),
        ("E102", "/name"),
        ("E103", "/nmae"),
        ("E202", "/hosts/0"),
    }


def test_what_a_reader_has_to_know_is_not_overlooked() -> None:
    assert refused(packed({**LEAST, "requires": ["x"]}))[0].code == "E114"


def test_check_can_be_left_out() -> None:
    data = packed({**LEAST, "hosts": ["x"]})

    assert read(data, check=False).hosts == ("x",)


@given(record=conferences())
def test_every_record_survives(record: Conference) -> None:
    data = write(record)

    assert read(data) == read_slowly(data) == record


# Numbers


@pytest.mark.parametrize("value", [0, 20, 10**19, 10**24, 3 * 10**20])
def test_large_figures_survive(value: int) -> None:
    record = Conference(
        id="c", name="C", figures=[Figure(value=value, of="people", evidence=())], places=["P"]
    )

    assert read(write(record)) == record


def test_large_number_deep_inside_survives() -> None:
    whole = confmodel.example("lakeside-2031")
    figure = Figure(low=1, high=10**24, of="drops")
    said = attrs.evolve(whole.statements[0], figures=[figure])
    record = attrs.evolve(whole, statements=[said, *whole.statements[1:]])

    assert read(write(record)) == record


def test_whole_number_that_needs_more_than_64_bits_is_refused_up_front() -> None:
    place = Place(name="P", extra=Extra({"x-n": {"a": [1, 2**64]}}))
    with pytest.raises(InvalidValueError) as caught:
        write(Conference(id="c", name="C", places=[place]))

    assert (caught.value.code, caught.value.path) == ("E105", "places/0/x-n/a/1")


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("layout", [">f", ">d"])
def test_number_that_is_not_finite_is_refused(number: float, layout: str) -> None:
    code = b"\xca" if layout == ">f" else b"\xcb"
    value = code + struct.pack(layout, number)

    for name in ("x-n", "figures"):
        inner = value if name == "x-n" else b"\x91" + a_map(packed("value"), value)
        findings = refused(a_map(ID, b"", NAME, b"", packed(name), inner))
        assert findings[0].code == "E105"


# What is refused


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (b"\xc4\x01C", "E101", "binary"),
        (b"\xc5\x00\x01C", "E101", "binary"),
        (b"\xd4\x05C", "E101", "extension type 5"),
        (b"\xc7\x03\x07CCC", "E101", "extension type 7"),
        (b"\xd6\xff\x00\x00\x00\x01", "E101", "timestamp"),
        (b"\xd7\xff" + bytes(8), "E101", "timestamp"),
        (b"\xa2\xc3\x28", "E100", "not UTF-8"),
        (b"\xa3\xed\xa0\x80", "E100", "not UTF-8"),
        (b"\xc1", "E100", "0xc1"),
        (b"\xa5C", "E100", "cut off"),
        (b"\xdb\xff\xff\xff\xffC", "E100", "cut off"),
        (b"\xdd\xff\xff\xff\xff", "E100", "cut off"),
        (b"\xdf\xff\xff\xff\xff", "E100", "cut off"),
        (b"\xc6\xff\xff\xff\xff", "E100", "cut off"),
    ],
)
def test_what_plain_data_cannot_be_is_refused_where_it_stands(
    value: bytes, code: str, words: str
) -> None:
    document = b"\x82" + ID + packed("name") + value
    findings = refused(document)

    assert (findings[0].code, findings[0].pointer) == (code, "/name")
    assert words in findings[0].message
    assert findings[0].message.startswith("byte ")


@pytest.mark.parametrize("name", [1, None, True, 1.5, b"a"])
def test_name_that_is_no_text_is_refused(name: object) -> None:
    findings = refused(b"\x83" + ID + NAME + packed(name) + packed(1))

    assert findings[-1].code == "E109"


@pytest.mark.parametrize(("name", "what"), [(b"\x91\x01", "a list"), (b"\x80", "a map")])
def test_name_that_is_a_collection_is_refused(name: bytes, what: str) -> None:
    findings = refused(b"\x83" + ID + NAME + name + packed(1))

    assert findings[0].code == "E109"
    assert what in findings[0].message


def test_bytes_behind_the_document_are_refused() -> None:
    assert "3 bytes stand behind" in refused(packed(LEAST) + b"\x00\x00\x00")[0].message


def test_several_faults_are_told_at_once_and_very_many_end_the_reading() -> None:
    several = b"\x93" + b"\xc4\x00" + a_map(NAME, b"", NAME, b"") + packed(math.nan)

    assert [each.pointer for each in refused(several)] == ["/0", "/1/name", "/2"]
    assert len(refused(b"\xdc\x03\xe8" + b"\xc4\x00" * 1000)) == 20


def test_every_truncation_is_refused() -> None:
    for length in range(len(SMALL)):
        assert refused(SMALL[:length])[0].code == "E100"


@pytest.mark.parametrize("data", [packed([]), packed("text"), packed(3), packed(None)])
def test_document_that_is_no_map_is_no_record(data: bytes) -> None:
    assert refused(data)[0].code == "E101"


@pytest.mark.parametrize("wrong", ["text", None, 3])
def test_what_is_no_bytes_is_refused(wrong: Any) -> None:
    with pytest.raises(InvalidValueError):
        read(wrong)


# Members that stand twice

SHORT = {
    f"behind a short {number}": b"\xca" + struct.pack(">f", number) for number in (0.5, -0.0, 1e-9)
}
DOUBLES = {
    "of the root": (b"\x83" + ID + NAME + NAME, "/name"),
    "of an unknown member": (
        b"\x83" + ID + NAME + packed("x-a") + a_map(ID, b"", ID, b""),
        "/x-a/id",
    ),
    # The four bytes that single precision saves are the four of the second member.
    **{
        name: (
            b"\x83"
            + (ID + NAME + packed("figures") + b"\x91\x83" + packed("value") + number)
            + (packed("of") + packed("")) * 2,
            "/figures/0/of",
        )
        for name, number in SHORT.items()
    },
}


@pytest.mark.parametrize(("data", "pointer"), DOUBLES.values(), ids=DOUBLES.keys())
def test_member_that_stands_twice_is_refused(data: bytes, pointer: str) -> None:
    doubles = [each.pointer for each in refused(data) if each.code == "E116"]

    assert doubles == [pointer]


def test_member_that_stands_twice_hides_no_other_fault() -> None:
    members = packed("name") + packed("C") + packed("when") + packed("2031-5-6")
    document = b"\x84" + packed("id") + packed("Lake Side") + members + packed("name") + packed("D")

    assert [(each.code, each.pointer) for each in refused(document)] == [
        ("E104", "/id"),
        ("E116", "/name"),
        ("E106", "/when"),
    ]


@given(data=st.data())
def test_doubling_any_member_is_noticed(data: st.DataObject) -> None:
    record = data.draw(st.sampled_from(sorted(whole_records().values(), key=lambda each: each.id)))
    plain = msgspec.msgpack.decode(write(record))
    doubled = data.draw(st.sampled_from(sorted(plain)))
    pairs = b"".join(packed(name) + packed(value) for name, value in plain.items())
    again = packed(doubled) + packed(plain[doubled])
    document = b"\xde" + struct.pack(">H", len(plain) + 1) + pairs + again

    assert [(each.code, each.pointer) for each in refused(document)] == [("E116", f"/{doubled}")]


# Limits


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(max_bytes=10), "bytes"),
        (Limits(max_depth=2), "deeper than 2"),
        (Limits(max_objects=3), "more lists and maps than 3"),
    ],
)
def test_limits_hold(limits: Limits, words: str) -> None:
    data = packed({**LEAST, "x-a": [[[]], [[]]]})
    finding = refused(data, limits)[0]

    assert finding.code == "E113"
    assert words in finding.message


def test_values_are_counted() -> None:
    assert "more values than 8" in refused(packed([0] * 9), Limits(max_objects=1))[0].message


def test_depth_of_the_caller_does_not_matter() -> None:
    deepest = b"\x91" * 63 + packed(1)

    def from_below(levels: int) -> None:
        if levels:
            from_below(levels - 1)
        else:
            assert build(b"\x91" + deepest)
            with pytest.raises(LoadError):
                build(b"\x91\x91" + deepest)

    from_below(10)
    from_below(700)


# Outside suites, and anything at all


def expected_of(case: dict[str, Any]) -> tuple[bool, Any]:
    """Tell what a case of the suite means, and whether plain data can say it."""
    kind, value = next((name, case[name]) for name in case if name != "msgpack")
    if "bignum" in case:
        return True, int(case["bignum"])
    return kind not in {"binary", "ext", "timestamp"}, value


def test_msgpack_test_suite_gives_its_values_or_a_published_refusal(shared: Path) -> None:
    path = shared / "suites/msgpack/dist/msgpack-test-suite.json"
    groups = json.loads(path.read_text("utf-8"))
    read_, refused_ = 0, 0
    for case in (case for group in groups.values() for case in group):
        is_plain, expected = expected_of(case)
        for text in case["msgpack"]:
            data = bytes.fromhex(text.replace("-", ""))
            if not is_plain:
                with pytest.raises(LoadError):
                    build(data)
                refused_ += 1
                continue
            value = build(data)
            assert value == expected, (case, text)
            assert isinstance(value, bool) == isinstance(expected, bool)
            read_ += 1

    assert (read_, refused_) == (194, 39)


def test_naughty_strings_survive(shared: Path) -> None:
    path = shared / "suites/naughty-strings/strings.json"
    strings = [each for each in json.loads(path.read_text("utf-8")) if each]
    record = Conference(id="c", name="C", topics=strings, note="\n".join(strings))

    assert read(write(record)) == record
    assert build(packed(dict.fromkeys(strings, strings))) == dict.fromkeys(strings, strings)


plain_data = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=20) | st.dictionaries(st.text(), inner, max_size=20),
    max_leaves=40,
)


@given(value=plain_data)
@example(value=["a" * 40, "b" * 300, "c" * 70_000, list(range(70_000))])
def test_another_writer_is_understood(value: object) -> None:
    assert repr(build(packed(value))) == repr(value)


SMALL = packed(
    {
        "confmodel": "1.0",
        **LEAST,
        "when": "2031-05",
        "countries": [{"id": "a", "name": "Åland"}],
        "figures": [{"value": 20.5, "unit": "percent"}],
        "x-own": [1, {"a": 2.5}],
    }
)


@given(data=st.data())
def test_any_bytes_give_a_record_or_one_error_whichever_pass_reads(data: st.DataObject) -> None:
    document = bytearray(SMALL)
    for _ in range(data.draw(st.integers(0, 3))):
        place = data.draw(st.integers(0, len(document) - 1))
        document[place : place + data.draw(st.integers(0, 2))] = data.draw(st.binary(max_size=3))
    raw = bytes(document) if data.draw(st.booleans()) else data.draw(st.binary())

    assert outcome(lambda: read(raw)) == outcome(lambda: read_slowly(raw))


def outcome(work: Any) -> object:
    try:
        return work()
    except LoadError as error:
        return error.findings


def test_there_may_be_fewer_lists_than_bytes_that_look_like_some() -> None:
    limits = Limits(max_objects=20)
    text = "\u0080" * 30  # each of them ends with a byte that also begins a map
    data = packed({"id": "c", "name": text})

    assert _msgpack_reader.may_have_too_many(data, limits)
    assert read(data, limits=limits).name == text
