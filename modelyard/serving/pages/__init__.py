"""The pages of a server, as bytes: nothing in them is loaded from elsewhere, and all that varies comes from the API.

`frame.html` is the playground but for its form and its answer, which stand in `rows.html` and `language.html`;
`page.js` is what the scripts share.
"""

from __future__ import annotations

from importlib import resources

from modelyard.core.style import css

_HTML = b"text/html; charset=utf-8"
_SCRIPT = b"text/javascript; charset=utf-8"
_STYLE = b"text/css; charset=utf-8"
_ASKING = b"<!-- asking -->\n"


def load(*, language: bool = False) -> dict[str, tuple[bytes, bytes]]:
    """Content type and content by address; a language model has a form of its own."""
    folder = resources.files(__name__)

    def read(name: str) -> bytes:
        return folder.joinpath(name).read_bytes()

    asking = "language" if language else "rows"
    return {
        "/": (_HTML, read("frame.html").replace(_ASKING, read(f"{asking}.html"))),
        "/docs": (_HTML, read("docs.html")),
        "/static/page.js": (_SCRIPT, read("page.js")),
        "/static/playground.js": (_SCRIPT, read(f"{asking}.js")),
        "/static/docs.js": (_SCRIPT, read("docs.js")),
        "/static/style.css": (_STYLE, css().encode() + b"\n" + read("pages.css")),
    }
