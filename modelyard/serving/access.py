"""Who may ask: API keys, the Host header and the Origin header, checked before anything else of a request.

Host and Origin are what keep a page on another site, or one whose name is rebound to this machine, from using a
server that only listens locally. Source: RFC 9110 (authentication), RFC 6454 (origin), RFC 7617 (Basic).
"""

from __future__ import annotations

import base64
import binascii
import ipaddress
import os
import re
import socket
from collections.abc import Mapping
from pathlib import Path

from modelyard.core.errors import RecipeError
from modelyard.serving.keys import Key, Keys, digest_of, read
from modelyard.serving.replies import Refusal
from modelyard.serving.settings import Settings

ENVIRONMENT = "MODELYARD_API_KEYS"
_LOCAL_NAMES = ("localhost", "localhost.localdomain", "ip6-localhost")
# Narrower than RFC 3986 allows: what is neither a plain name nor an address names no host of ours.
_HOST = re.compile(r"(?:\[(?P<address>[0-9A-Fa-f:.]+)\]|(?P<name>[A-Za-z0-9._-]+))(?::[0-9]{1,5})?")


def key_digests(keys: tuple[str, ...] = (), file: Path | None = None) -> tuple[bytes, ...]:
    """The SHA-256 of every key given, in the file (see `keys`) and in the environment's variable.

    A key may be written as `sha256:<hex>`, so that nothing needs to hold it in the clear.
    Raises: RecipeError for an unreadable file, a malformed digest, or a source that was named and holds no key.
    """
    found = [*keys, *os.environ.get(ENVIRONMENT, "").replace(",", " ").split()]
    if any(not key.strip() for key in found):
        raise RecipeError(
            "an API key must not be empty",
            remedy='Make one: python -c "import secrets; print(secrets.token_urlsafe(24))"',
        )
    listed = [key.digest for key in read(file)] if file is not None else []
    return tuple(dict.fromkeys([*(digest_of(key.strip()) for key in found), *listed]))


class Access:
    """The rules of one server. `refusal(headers)` is None for a request that may go on."""

    def __init__(self, settings: Settings) -> None:
        self._keys = Keys(settings.key_digests, settings.keys_file)
        names = [settings.host, *settings.allowed_hosts, *_LOCAL_NAMES]
        if not settings.is_loopback:
            names.append(socket.gethostname())
        self._names = frozenset(name.lower().strip("[]").rstrip(".") for name in names)
        self._addresses = not settings.is_loopback
        self._good_hosts: set[bytes] = set()

    def key(self, headers: Mapping[bytes, bytes], path: str) -> tuple[Key | None, Refusal | None]:
        """The key of a request, where one is needed, and 401, 403 or 429 where it does not open `path`.

        It is asked for before anything else: without one, nothing about the server can be learnt.
        """
        if not self._keys:
            return None, None
        key = self._keys.find(_given_key(headers))
        if key is None:
            message = "an API key is needed: send it as `Authorization: Bearer KEY` or `X-API-Key: KEY`"
            return None, Refusal(401, message)
        scope = "predict" if path.startswith("/v1/") else "metrics" if path == "/metrics" else None
        if scope is not None and scope not in key.scopes:
            return key, Refusal(403, f"this key is not for this address: it lacks the scope {scope}")
        return key, self._keys.spend(key) if scope == "predict" else None

    def refusal(self, headers: Mapping[bytes, bytes]) -> Refusal | None:
        """Why the request may not go on, whatever its key: 403 or 421."""
        host = headers.get(b"host", b"")
        if host not in self._good_hosts:
            if not self._is_allowed(host):
                return Refusal(
                    421, "the Host header names no host of this server; to allow a name, start it with --allow-host"
                )
            if len(self._good_hosts) < 64:
                self._good_hosts.add(host)
        origin = headers.get(b"origin")
        if origin is not None and not _same_origin(origin, host):
            return Refusal(403, "requests from other sites are not answered (the Origin header differs from Host)")
        return None

    def _is_allowed(self, host: bytes) -> bool:
        name = _host_name(host.decode("latin-1"))
        if name is None:
            return False
        if name in self._names:
            return True
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return False
        # An address in the Host header cannot be rebound: rebinding needs a name.
        return address.is_loopback or self._addresses


def _given_key(headers: Mapping[bytes, bytes]) -> bytes | None:
    if b"x-api-key" in headers:
        return headers[b"x-api-key"].strip()
    scheme, _, value = headers.get(b"authorization", b"").partition(b" ")
    if scheme.lower() == b"bearer":
        return value.strip()
    if scheme.lower() == b"basic":  # what a browser sends after its own password prompt: any user, the key as password
        try:
            return base64.b64decode(value.strip(), validate=True).partition(b":")[2]
        except binascii.Error:
            return None
    return None


def _host_name(host: str) -> str | None:
    found = _HOST.fullmatch(host)
    return (found["address"] or found["name"]).lower().rstrip(".") if found else None


def _same_origin(origin: bytes, host: bytes) -> bool:
    scheme, separator, rest = origin.partition(b"://")
    return bool(separator) and scheme in (b"http", b"https") and rest.lower() == host.lower()
