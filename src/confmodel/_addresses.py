"""Where on the web stands what documents refer to for good: the schemas, and our terms in RDF.

Not where one build of the site stands (`SITE_URL` in mkdocs.yml): a file that
was written once names this address whatever became of the site.
"""

SITE = "https://example.org/confmodel/"
"""What every such address begins with.

Reserved for examples (RFC 2606), as long as there is no site; no release is
made with it, see .github/workflows/release.yml.
"""
