"""Addresses of the web, which alone are handed on as links."""

import re
from urllib.parse import urlsplit

_NO_URI = re.compile(r'[\s<>"{}|\\^`]')


def is_web_address(url: str) -> bool:
    """Tell whether a text is an absolute address of the web (RFC 3986; http or https).

    Examples:
        >>> is_web_address("https://example.org/a?b=c"), is_web_address("javascript:alert(1)")
        (True, False)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    is_uri = url.isascii() and url.isprintable() and not _NO_URI.search(url)
    return is_uri and parts.scheme in ("http", "https") and bool(parts.netloc)
