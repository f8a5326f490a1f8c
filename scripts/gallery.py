"""The gallery: where each of its records lies, and a report page for each.

MkDocs runs this file as a hook (see mkdocs.yml): it puts the records that lie
outside docs/ into the site, and makes the report page of every record, so that
no generated page is committed.  The examples of the pages find the records in
the folder that they run in (see conftest.py).
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ROOT = Path(__file__).resolve().parent.parent
FILES = {
    "warsaw-2026": ROOT / "src/confmodel/examples/warsaw-2026.json",
    "us-india-drug-policy-2026": ROOT / "tests/cases/11-us-india-drug-group-2026.json",
    "la-declaration-launch-2022": ROOT / "tests/cases/02-la-declaration-launch-2022.json",
    "forum-langue-francaise-2012": ROOT / "tests/cases/18-forum-langue-francaise-jour1.json",
    "camp-david-1978": ROOT / "docs/gallery/records/camp-david-1978.json",
    "bandung-1955": ROOT / "tests/cases/12-bandung-1955.json",
    "potsdam-1945": ROOT / "docs/gallery/records/potsdam-1945.json",
    "bretton-woods-1944": ROOT / "docs/gallery/records/bretton-woods-1944.json",
    "washington-naval-1921": ROOT / "tests/cases/14-washington-naval-1921.json",
    "algeciras-1906": ROOT / "docs/gallery/records/algeciras-1906.json",
}
"""The file of each record by its id, the latest conference first."""
INVENTED = "lakeside-2031"
"""The bundled record whose texts travel with it; the landing page shows its report page."""


def report(identifier: str) -> str:
    """Return the report page of a record; their texts are not ours and not on it."""
    # The tests import this file for its paths alone, before coverage is counted.
    from confmodel import load  # noqa: PLC0415
    from confmodel.views import html  # noqa: PLC0415

    return html(load(FILES[identifier]))


def report_with_texts() -> str:
    """Return the report page of the invented conference, with its texts, which are ours."""
    # As above.
    from confmodel import example  # noqa: PLC0415
    from confmodel.examples import example_texts  # noqa: PLC0415
    from confmodel.views import html  # noqa: PLC0415

    return html(example(INVENTED), example_texts(INVENTED))


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":
    """Add the records and their report pages to the files of the site."""
    from mkdocs.structure.files import File  # noqa: PLC0415 - there while MkDocs runs

    for identifier, path in FILES.items():
        record = f"gallery/records/{identifier}.json"
        if files.get_file_from_path(record) is None:
            files.append(File.generated(config, record, abs_src_path=str(path)))
        page = f"gallery/reports/{identifier}.html"
        files.append(File.generated(config, page, content=report(identifier)))
    invented = f"gallery/reports/{INVENTED}.html"
    files.append(File.generated(config, invented, content=report_with_texts()))
    return files
