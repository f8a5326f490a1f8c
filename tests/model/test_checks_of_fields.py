"""Which check a field gets from its annotation."""

from decimal import Decimal

import pytest

from confmodel.model import Place
from confmodel.model._checked import check_for
from tests.model.helpers import refusal


@pytest.mark.parametrize("annotation", [tuple[str, ...], list[int], "Place", 3])
def test_field_that_needs_a_converter_of_its_own_cannot_be_without(annotation: object) -> None:
    """So that a new field of an unknown kind fails at import, and not in a user's hands."""
    with pytest.raises(TypeError) as caught:
        check_for(annotation)

    assert "cannot be annotated with" in str(caught.value)


@pytest.mark.parametrize(
    ("annotation", "right", "wrong"),
    [
        (str, "text", 3),
        (int, 3, "3"),
        (bool, True, 1),
        (Place, Place(name="Warsaw"), "Warsaw"),
        (Decimal, Decimal(3), 3),
    ],
)
def test_check_takes_what_is_annotated_and_nothing_else(
    annotation: type, right: object, wrong: object
) -> None:
    assert check_for(annotation)(right) is right
    assert check_for(annotation | None)(right) is right
    assert check_for(annotation | None)(None) is None
    for refused in (wrong, None):
        assert refusal(check_for(annotation), refused).code == "E101"
