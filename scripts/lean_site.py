"""Leave out of the site what the theme ships and no page of ours asks for.

MkDocs runs this file as a hook (see mkdocs.yml).  The maps of sources are for
those who debug the theme, and the search loads the rules of a language only if
it is another than English.  Together they are a sixth of the site.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

NOT_ASKED_FOR = (".js.map", ".css.map")
OTHER_LANGUAGES = "assets/javascripts/lunr/"


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":  # noqa: ARG001 - by name
    """Take the files of the theme that no page asks for out of the site."""
    for file in list(files):
        if file.src_uri.endswith(NOT_ASKED_FOR) or file.src_uri.startswith(OTHER_LANGUAGES):
            files.remove(file)
    return files
