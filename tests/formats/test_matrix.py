"""Every record in every format: the same after a round trip, wherever nothing is lost."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given

from confmodel import Conference, InvalidValueError, UnknownNameError, dump, load
from confmodel.formats import Carrier, Format, all_formats, by_name, by_suffix
from confmodel.formats._documents import written
from confmodel.strategies import conferences
from tests.formats.records import all_records

FULL = [each for each in all_formats() if each.is_lossless and each.carrier is Carrier.DOCUMENT]
full = pytest.mark.parametrize("kind", FULL, ids=lambda kind: kind.name)


REFUSED = {("Extra-numbers", "msgpack"): "the 64 bits of MessagePack"}
"""What a format that loses nothing refuses up front, and the words that say why."""


def there_and_back(record: Conference, kind: Format) -> Conference:
    data, losses = written(record, kind)
    assert losses == ()
    again: Conference = kind.module.read(data)
    return again


@full
@pytest.mark.parametrize("name", all_records())
def test_record_comes_back_equal(name: str, kind: Format) -> None:
    record = all_records()[name]

    if (name, kind.name) in REFUSED:
        with pytest.raises(InvalidValueError, match=REFUSED[name, kind.name]):
            written(record, kind)
    else:
        assert there_and_back(record, kind) == record


@full
@given(record=conferences())
def test_generated_record_comes_back_equal(record: Conference, kind: Format) -> None:
    assert there_and_back(record, kind) == record


@given(record=conferences())
def test_formats_agree_with_each_other(record: Conference) -> None:
    assert len({there_and_back(record, kind) for kind in FULL}) == 1


@full
def test_same_record_gives_the_same_bytes(kind: Format) -> None:
    for name, record in all_records().items():
        if (name, kind.name) in REFUSED:
            continue
        assert written(record, kind)[0] == written(there_and_back(record, kind), kind)[0]


# Found by name and by suffix


@pytest.mark.parametrize("kind", all_formats(), ids=lambda kind: kind.name)
def test_format_is_found_by_its_name_and_by_each_suffix(kind: Format) -> None:
    assert by_name(kind.name) is kind
    for suffix in kind.suffixes:
        assert by_suffix(f"lakeside{suffix}") is kind
        assert by_suffix(f"LAKESIDE{suffix.upper()}") is kind


@pytest.mark.parametrize("kind", all_formats(), ids=lambda kind: kind.name)
def test_module_of_a_format_offers_what_is_known_of_it(kind: Format) -> None:
    offered = vars(kind.module)

    assert offered["FORMAT"] is kind
    assert ("SAYS" in offered and "losses" in offered) is kind.is_partial
    if kind.carrier is Carrier.DOCUMENT:
        assert "write" in offered
        assert ("read" in offered) is kind.is_read


def test_finding_a_format_loads_none() -> None:
    program = (
        "import sys, confmodel.formats as f; before = {*sys.modules}; "
        "f.by_suffix('x.ics'); f.by_name('popolo'); print(len({*sys.modules} - before))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    assert done.stdout.split() == [b"0"]


def test_no_two_formats_have_the_same_suffix_or_name() -> None:
    suffixes = [suffix for kind in all_formats() for suffix in kind.suffixes]
    names = [kind.name for kind in all_formats()]

    assert len(suffixes) == len(set(suffixes))
    assert len(names) == len(set(names))


@full
def test_file_is_written_and_read_by_its_name(kind: Format, tmp_path: Path) -> None:
    record = all_records()["lakeside-2031"]
    path = tmp_path / f"lakeside{kind.suffixes[0]}"

    assert dump(record, path) == ()
    assert load(path) == record


def test_unknown_format_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError) as caught:
        load("lakeside", format="ymal")

    assert "yaml" in caught.value.help


def test_file_of_no_known_suffix_is_not_guessed() -> None:
    with pytest.raises(UnknownNameError) as caught:
        load("lakeside.txt")

    assert ".json" in caught.value.candidates


def test_only_json_is_indented(tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError) as caught:
        dump(all_records()["lakeside-2031"], tmp_path / "lakeside.yaml", indent=2)

    assert caught.value.path == "indent"
