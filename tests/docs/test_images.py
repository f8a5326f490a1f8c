"""Every image of the pages can be imagined by its text, is there, and is small."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
MOST_BYTES = 150_000
FEWEST_WORDS = 5
HTML = re.compile(r"<(?:img|svg|picture|object|embed)\b", re.IGNORECASE)


def images_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield the address and the text of each image that Markdown shows."""
    for block in MarkdownIt().parse(text):
        for token in block.children or ():
            if token.type == "image":
                yield str(token.attrs["src"]), token.content


def faults_of(text: str, folder: Path) -> list[str]:
    faults = []
    for address, described in images_in(text):
        file = folder / address
        if len(described.split()) < FEWEST_WORDS:
            faults.append(f"{address}: {described!r} does not say what is to be seen")
        if not file.is_file():
            faults.append(f"{address}: is not there")
        elif file.stat().st_size > MOST_BYTES:
            faults.append(f"{address}: is larger than {MOST_BYTES} bytes")
    # In raw HTML the text of an image would escape this test.
    prose = re.sub(r"^```.*?^```$|`[^`\n]*`", "", text, flags=re.MULTILINE | re.DOTALL)
    return faults + [f"{found[0]}: write images in Markdown" for found in HTML.finditer(prose)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_images_of_a_page_are_described(page: Path) -> None:
    assert faults_of(page.read_text(encoding="utf-8"), page.parent) == []


def test_there_is_an_image() -> None:
    assert list(images_in((DOCS / "index.md").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "text",
    ["![](assets/images/lakeside-report.webp)", "![A man\n](gone.png)", '<img src="x.png">'],
)
def test_a_faulty_image_is_noticed(text: str) -> None:
    assert faults_of(text, DOCS)


def test_the_picture_of_the_report_page_has_the_size_that_the_page_says() -> None:
    """A browser keeps its place free until it is loaded."""
    head = (DOCS / "assets" / "images" / "lakeside-report.webp").read_bytes()[:30]
    # An extended WebP file (RFC 9649, section 2.7): 24 bits each, less one.
    assert head[12:16] == b"VP8X"
    width, height = (int.from_bytes(each, "little") + 1 for each in (head[24:27], head[27:30]))

    page = (DOCS / "index.md").read_text(encoding="utf-8")

    assert f'width="{width}" height="{height}"' in page
