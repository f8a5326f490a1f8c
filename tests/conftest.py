"""Fixtures shared by the tests."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of outside test data, which is no part of the project.

    It lies beside the checkout or where `CONFMODEL_SHARED` says. A test that
    asks for it is skipped where it is absent.
    """
    folder = Path(os.environ.get("CONFMODEL_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"outside test data is absent: no folder {folder} (set CONFMODEL_SHARED)")
    return folder
