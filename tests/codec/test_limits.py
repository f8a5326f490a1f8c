"""Limits: what they may be, and that no document comes near them unsaid."""

import copy
import io
import json
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import confmodel
from confmodel import InvalidValueError, Limits, LoadError
from confmodel.codec import _files

NAMES = [field.name for field in attrs.fields(Limits)]
NUMBERS = st.integers(min_value=1, max_value=2**53 - 1)
NO_LIMITS = (
    st.integers(max_value=0)
    | st.integers(min_value=2**53)
    | st.sampled_from(["1", True, 1.0, None, float("inf"), b"1"])
)


@given(name=st.sampled_from(NAMES), number=NUMBERS)
def test_whole_number_from_one_on_is_a_limit(name: str, number: int) -> None:
    limits = Limits(**{name: number})

    assert getattr(limits, name) == number
    assert limits == Limits(**{name: number})
    assert copy.deepcopy(limits) == limits


@given(name=st.sampled_from(NAMES), value=NO_LIMITS)
def test_what_is_no_limit_is_refused(name: str, value: object) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Limits(**{name: value})  # type: ignore[arg-type] # what a caller may give all the same

    assert (caught.value.path, caught.value.value) == (name, value)
    assert caught.value.code in ("E101", "E105")


def test_limit_above_all_memory_costs_none(tmp_path: Path) -> None:
    """Only what is there is read: a limit is no reservation."""
    (tmp_path / "c.json").write_text('{"id": "c", "name": "C"}')
    limits = Limits(max_bytes=2**53 - 1)

    assert confmodel.load(tmp_path / "c.json", limits=limits).id == "c"
    with (tmp_path / "c.json").open("rb") as stream:
        assert confmodel.load(stream, limits=limits).id == "c"
    with (tmp_path / "c.json").open(encoding="utf-8") as stream:
        assert confmodel.load(stream, limits=limits).id == "c"


@pytest.mark.parametrize("depth", [47, 48, 60, 100])
def test_no_depth_beyond_the_default_lets_anything_in(depth: int) -> None:
    """A member of your own ends at 48 levels, itself among them: a higher limit is no remedy."""
    member: object = 1
    for _ in range(depth):
        member = [member]
    data = json.dumps({"id": "c", "name": "C", "x-deep": member})

    def verdict(limits: Limits) -> str:
        try:
            confmodel.loads(data, limits=limits)
        except LoadError as error:
            assert "Limits" not in error.findings[0].help
            return "refused"
        return "read"

    assert verdict(Limits()) == verdict(Limits(max_depth=500))
    assert (verdict(Limits()) == "read") is (depth < 48)


def test_file_of_many_pieces_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_files, "_AT_A_TIME", 10)
    record = confmodel.example("lakeside-2031")
    data = confmodel.dumps(record)
    (tmp_path / "c.json").write_text(data, encoding="utf-8")
    size = len(data.encode())

    assert confmodel.load(tmp_path / "c.json", limits=Limits(max_bytes=size)) == record
    assert confmodel.load(io.StringIO(data), limits=Limits(max_bytes=size)) == record
    with pytest.raises(LoadError) as caught:
        confmodel.load(tmp_path / "c.json", limits=Limits(max_bytes=size - 1))
    assert caught.value.findings[0].code == "E113"
