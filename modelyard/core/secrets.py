"""Secrets in URLs: refused where a recipe would save them, hidden in every message.

A user name with a password before an @, and query parameters whose names say that they are keys or signatures.
"""

from __future__ import annotations

import re

from modelyard.core import variables
from modelyard.core.errors import RecipeError

_URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://(\S*)")
_KEY = re.compile(r"[?&]([^=&#\s]*(?:pass|pwd|secret|token|key|sig|credential)[^=&#\s]*)=([^&#\s]*)", re.IGNORECASE)


def refuse_literal(text: str, *, where: str, field: str) -> None:
    """Refuse a text with a URL whose secret stands in it: it would be saved with the run.

    Raises: RecipeError that names the field and shows the URL without the secret.
    """
    for url in _URL.finditer(text):
        what = _literal(url[1].lower(), url[2])
        if what:
            raise RecipeError(
                f"{field} holds {what}, which would be saved with the run",
                where=where,
                got=text,
                remedy="Put it into an environment variable and write ${NAME} in its place.",
            )


def _literal(scheme: str, rest: str) -> str:
    """What stands in a URL as it is and should not; empty where nothing does."""
    # A password may hold a slash that should have been written %2F: then the last @ is the one before the host.
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if "@" not in authority and not scheme.startswith("http"):
        authority = rest
    account, at, _ = authority.rpartition("@")
    user, colon, password = account.partition(":")
    if at and colon and not _is_variable(password):
        return "a password"
    if at and not colon and scheme.startswith("http") and not _is_variable(user):
        return "an access token"
    for name, given in _KEY.findall(rest):
        if given and not _is_variable(given):
            return f"the parameter {name!r}"
    return ""


def _is_variable(text: str) -> bool:
    return variables.PATTERN.fullmatch(text) is not None
