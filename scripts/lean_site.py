"""Leave out of the site what the theme ships and no page of ours asks for.

MkDocs runs this file as a hook (see mkdocs.yml).  The maps of sources are for
those who debug the theme, and the search loads the rules of a language only if
it is another than English.  Together they are a sixth of the site.  A quarter of
what is left is white space around the menus, which stand on every page.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

NOT_ASKED_FOR = (".js.map", ".css.map")
OTHER_LANGUAGES = "assets/javascripts/lunr/"

AROUND_LINE_ENDS = re.compile(r"[ \t]*\n\s*")


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":  # noqa: ARG001 - by name
    """Take the files of the theme that no page asks for out of the site."""
    for file in list(files):
        if file.src_uri.endswith(NOT_ASKED_FOR) or file.src_uri.startswith(OTHER_LANGUAGES):
            files.remove(file)
    return files


def on_post_page(output: str, page: "Page", config: "MkDocsConfig") -> str:  # noqa: ARG001 - by name
    """Take the white space out of the menus; what the page itself says stays as it is."""
    menus, begin, rest = output.partition("<article")
    body, end, footer = rest.partition("</article>")
    return "".join(
        [
            AROUND_LINE_ENDS.sub("\n", menus),
            *(begin, body, end),
            AROUND_LINE_ENDS.sub("\n", footer),
        ]
    )
