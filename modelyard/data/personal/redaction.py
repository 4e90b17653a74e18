"""Logs without personal data: what has a form is replaced by what it is (`[email]`, `[phone]`), secrets by ***.

It is a filter that lowers a risk: names, addresses and whatever has no form of its own pass through, so that a log can
still be read.
"""

from __future__ import annotations

from modelyard.core.errors import hidden
from modelyard.data.personal.detect import find
from modelyard.data.personal.spans import FORMED

_SHOWN = {kind: f"[{kind}]" for kind in FORMED} | {"identity": "[id]", "credentials": "***"}


def redact(text: str) -> str:
    """The text without what the detector finds of the kinds that have a form."""
    text = hidden(text)
    parts, last = [], 0
    for span in find(text, kinds=FORMED):
        parts += [text[last : span.start], _SHOWN[span.kind]]
        last = span.stop
    return "".join([*parts, text[last:]])
