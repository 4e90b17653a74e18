"""The pages of a server, as bytes: nothing in them is loaded from elsewhere, and all that varies comes from the API."""

from __future__ import annotations

from importlib import resources

from modelyard.core.style import css

_HTML = b"text/html; charset=utf-8"
_SCRIPT = b"text/javascript; charset=utf-8"
_STYLE = b"text/css; charset=utf-8"


def load(*, language: bool = False) -> dict[str, tuple[bytes, bytes]]:
    """Content type and content by address; a language model has a playground of its own."""
    folder = resources.files(__name__)

    def read(name: str) -> bytes:
        return folder.joinpath(name).read_bytes()

    return {
        "/": (_HTML, read("language.html" if language else "playground.html")),
        "/docs": (_HTML, read("docs.html")),
        "/static/playground.js": (_SCRIPT, read("language.js" if language else "playground.js")),
        "/static/docs.js": (_SCRIPT, read("docs.js")),
        "/static/style.css": (_STYLE, css().encode() + b"\n" + read("pages.css")),
    }
