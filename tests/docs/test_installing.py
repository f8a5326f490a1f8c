"""On PyPI `confmodel` is another project: nothing may tell a reader to install that.

Once the name is settled this file goes; see "A release" in CONTRIBUTING.md.
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHOWN = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("src/**/*.py")])
FROM_PYPI = re.compile(r"pip install\s+(?:-\S+\s+)*[\"']?confmodel\b")


@pytest.mark.parametrize("words", ["pip install confmodel", 'pip install -U "confmodel[yaml]"'])
def test_a_command_that_installs_the_other_project_is_noticed(words: str) -> None:
    assert FROM_PYPI.search(words)


def test_no_page_and_no_message_installs_the_other_project() -> None:
    found = [path for path in SHOWN if FROM_PYPI.search(path.read_text(encoding="utf-8"))]

    assert SHOWN
    assert not found
