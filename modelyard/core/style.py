"""The look that every page shares: `style.css` beside this file, and the hash that a content security policy pins."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources


def css() -> str:
    """The shared style sheet: variables for colours and fonts, and the base of text, tables, cards and forms."""
    return resources.files("modelyard.core").joinpath("style.css").read_text(encoding="utf-8")


def csp_hash(content: str) -> str:
    """The `'sha256-...'` source that allows exactly this inline style or script.

    Source: Content Security Policy Level 3, section 2.3.1. `content` is what stands between the tags, byte for byte.
    """
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
