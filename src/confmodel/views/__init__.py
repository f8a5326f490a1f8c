"""For eyes: a record on a screen or a page, each kind of view in a file of its own."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from confmodel.views.report_page import html

__all__ = ["html"]


def __getattr__(name: str) -> object:
    # A terminal that shows a record must not pay for the page and the grounding behind it.
    if name == "html":
        from confmodel.views.report_page import html  # noqa: PLC0415 - as said above

        return html
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
