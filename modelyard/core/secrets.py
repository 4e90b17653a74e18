"""Secrets in a recipe: refused where they would be saved, hidden in every message.

In URLs a user name with a password before an @, and query parameters whose names say that they are keys or signatures;
anywhere, what its issuer marks as a key (`core.errors.TOKEN`). Any other secret in the path of a URL or in `data.query`
looks like an ordinary name: it cannot be told, and stands in the run as it was written.
"""

from __future__ import annotations

import re
from typing import Any

from modelyard.core import variables
from modelyard.core.errors import TOKEN, RecipeError, hidden

_URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://(\S*)")
_KEY = re.compile(r"[?&]([^=&#\s]*(?:pass|pwd|secret|token|key|sig|credential)[^=&#\s]*)=([^&#\s]*)", re.IGNORECASE)


def refuse_literal(text: str, *, where: str, field: str) -> None:
    """Refuse a text with a secret in it: it would be saved with the run.

    Raises: RecipeError that names the field and shows the URL without the secret.
    """
    if TOKEN.search(text):
        raise RecipeError(
            f"{field} holds a key or a password, which would be saved with the run",
            where=where,
            got=text,
            remedy="Put it into an environment variable and write ${NAME} in its place (in a path or URL of data).",
        )
    for url in _URL.finditer(text):
        what = _literal(url[1].lower(), url[2])
        if what:
            raise RecipeError(
                f"{field} holds {what}, which would be saved with the run",
                where=where,
                got=text,
                remedy="Put it into an environment variable and write ${NAME} in its place.",
            )


def without_secrets(value: Any) -> Any:
    """JSON values in which every URL is shown without its password, access token and keys, and no known key stands."""
    if isinstance(value, str):
        return hidden(value)
    if isinstance(value, dict):
        return {hidden(key) if isinstance(key, str) else key: without_secrets(item) for key, item in value.items()}
    return [without_secrets(item) for item in value] if isinstance(value, list | tuple) else value


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
