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
_SCRIPT_NAME = b"PLAYGROUND"


def load() -> dict[str, tuple[bytes, bytes]]:
    """Content type and content by address; `/rows` and `/language` are the playgrounds of the two kinds of models."""
    folder = resources.files(__name__)

    def read(name: str) -> bytes:
        return folder.joinpath(name).read_bytes()

    found = {
        f"/{asking}": (
            _HTML,
            read("frame.html").replace(_ASKING, read(f"{asking}.html")).replace(_SCRIPT_NAME, asking.encode()),
        )
        for asking in ("rows", "language")
    }
    found |= {f"/{name}": (_HTML, read(f"{name}.html")) for name in ("docs", "card")}
    scripts = ("page", "rows", "explain", "language", "docs", "card")
    found |= {f"/static/{name}.js": (_SCRIPT, read(f"{name}.js")) for name in scripts}
    return {**found, "/static/style.css": (_STYLE, css().encode() + b"\n" + read("pages.css"))}
