"""`Acceptance`: an odd thing that is meant."""

import pytest

from confmodel.model import Acceptance, Figure, Statement
from tests.model.helpers import refusal


def test_acceptance_without_address_is_for_the_whole_record() -> None:
    assert Acceptance(code="W303").at is None


def test_entity_given_as_address_is_kept_as_its_id() -> None:
    assert Acceptance(code="W303", at=Statement(id="s1")).at == "s1"
    assert Acceptance(code="W303", at=Figure(id="fall", value=47)).at == "fall"


@pytest.mark.parametrize("code", ["E101", "G401", "W30", "W3033", "w303", "303"])
def test_only_plausibility_can_be_accepted(code: str) -> None:
    error = refusal(Acceptance, code=code)

    assert (error.code, error.path, error.value) == ("E107", "code", code)
    assert "cannot be accepted" in error.help


def test_collection_of_acceptances_takes_no_bare_code() -> None:
    from confmodel.model import Conference  # noqa: PLC0415 - the holder, not the class under test

    assert refusal(Conference, id="c", name="C", accepts=["W303"]).path == "accepts/0"
