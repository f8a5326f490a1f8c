"""What the tests of the model share."""

from typing import Any

import pytest

from confmodel.errors import InvalidValueError


def refusal(kind: Any, /, *given: object, **fields: object) -> InvalidValueError:
    """Build what cannot be built, and return the error that says so."""
    with pytest.raises(InvalidValueError) as caught:
        kind(*given, **fields)
    return caught.value
