"""What every test needs: Hypothesis profiles, and the examples of the pages as tests."""

import doctest
import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from sybil import Document, Example, Region, Sybil
from sybil.evaluators.doctest import DocTestEvaluator
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.abstract.doctest import DocTestStringParser
from sybil.parsers.markdown import SkipParser
from sybil.parsers.markdown.lexers import RawFencedCodeBlockLexer

from scripts.console_blocks import TITLE
from scripts.gallery import FILES

# Without the phase that explains failures, a search that succeeds ends at once.
PHASES = [phase for phase in Phase if phase is not Phase.explain]
# A machine that is busy with other things must not fail a property.
settings.register_profile("dev", deadline=None, phases=PHASES)
# The same examples in every run: a red build is red for a reason.
settings.register_profile("ci", deadline=None, derandomize=True, max_examples=20, phases=PHASES)
# The laws hold on every interpreter alike; the first one looks closest.
settings.register_profile("brief", deadline=None, derandomize=True, max_examples=10, phases=PHASES)
settings.register_profile(
    "fuzz",
    deadline=None,
    phases=PHASES,
    max_examples=int(os.environ.get("CONFMODEL_FUZZ_EXAMPLES", "20000")),
    # Rare refusals are expected where twenty thousand inputs are drawn.
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))


class FenceParser:
    """Find the Python examples of a page, whatever stands behind the language.

    Sybil's own parser overlooks a fence marked `pycon` and one with options
    (`python title="x.py"`), so that a wrong example would pass unseen.
    """

    lexer = RawFencedCodeBlockLexer(re.compile(r"(?:python|py|pycon)\b[^\n]*\n"))
    session = DocTestStringParser(DocTestEvaluator(doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE))
    script = PythonEvaluator()

    def __call__(self, document: Document) -> Iterable[Region]:
        """Yield one region for each script and for each prompt of a session."""
        for fence in self.lexer(document):
            source = fence.lexemes["source"]
            if source.lstrip().startswith("--8<--"):
                # The page includes a file, which has a test of its own.
                continue
            if source.lstrip().startswith(">>>"):
                for prompt in self.session(source, document.path):
                    prompt.adjust(fence, source)
                    yield prompt
            else:
                fence.parsed, fence.evaluator = source, self.script
                yield fence


class FileParser:
    """Find the files that a page shows, each in a fence with a title, and write them down.

    What stands below can read them. A script is run instead, see `FenceParser`.
    """

    lexer = RawFencedCodeBlockLexer(re.compile(rf"(?!py)[a-z]+ {TITLE.pattern}\n"))

    def __call__(self, document: Document) -> Iterable[Region]:
        """Yield one region for each file."""
        for fence in self.lexer(document):
            fence.parsed, fence.evaluator = fence.lexemes, self.write
            yield fence

    @staticmethod
    def write(example: Example) -> None:
        """Write the file into the folder of the page."""
        Path(example.parsed["name"]).write_text(example.parsed["source"], encoding="utf-8")


def enter_page(namespace: dict[str, Any]) -> None:
    """Give each page a folder with the records of the gallery, to read and to write files."""
    folder = tempfile.TemporaryDirectory(prefix="confmodel-page-")
    for identifier, record in FILES.items():
        shutil.copyfile(record, Path(folder.name, f"{identifier}.json"))
    namespace["_leave"] = (Path.cwd(), folder)
    os.chdir(folder.name)


def leave_page(namespace: dict[str, Any]) -> None:
    """Go back to where the page was entered."""
    home, folder = namespace["_leave"]
    os.chdir(home)
    folder.cleanup()


pytest_collect_file = Sybil(
    parsers=[FenceParser(), FileParser(), SkipParser()],
    # `testpaths` in pyproject.toml says where to look for pages.
    patterns=["*.md"],
    path=str(Path(__file__).parent),
    setup=enter_page,
    teardown=leave_page,
).pytest()
