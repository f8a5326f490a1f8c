"""Which documents this version of the library can read."""

from collections.abc import Mapping

from confmodel.checks._rules import is_newer
from confmodel.errors import Finding, shown
from confmodel.model import FORMAT_VERSION

_MAJOR = int(FORMAT_VERSION.partition(".")[0])


def version_of(document: Mapping[str, object]) -> tuple[list[Finding], bool]:
    """Tell what keeps this library from reading a document, and whether it is newer."""
    findings = []
    required = document.get("requires", ())
    if isinstance(required, list | tuple) and all(isinstance(each, str) for each in required):
        findings += [
            Finding(
                code="E114",
                pointer=f"/requires/{place}",
                message=f"the document requires {shown(name)}, which this version does not know",
                help="read it with a newer version of confmodel",
                value=shown(name),
            )
            for place, name in enumerate(required)
        ]
    else:
        findings.append(
            Finding(
                code="E101",
                pointer="/requires",
                message=f"{shown(required)} is not a list of texts",
                help="list the names of what a reader has to know, or leave it out",
                value=shown(required),
            )
        )
    version = document.get("confmodel", FORMAT_VERSION)
    major, _, minor = version.partition(".") if isinstance(version, str) else ("", "", "")
    if not (_is_number(major) and _is_number(minor)):
        return findings, False  # the explaining pass says what is wrong with it
    if int(major) > _MAJOR:
        findings.append(
            Finding(
                code="E108",
                pointer="/confmodel",
                message=f"the document is of version {version}, and this library reads {_MAJOR}",
                help="read it with a newer version of confmodel",
                value=shown(version),
            )
        )
    return findings, int(major) == _MAJOR and is_newer(f"{major}.{minor}")


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 4  # noqa: PLR2004 - as the pattern of a version
