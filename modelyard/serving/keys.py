"""API keys as a file holds them: hashed, named, with scopes, a rate and an end; read again when the file changes.

One key a line, `#` begins a comment:

    sha256:<64 hexadecimal digits> name=shop scopes=predict,metrics rate=600/min expires=2027-06-30

Everything after the digest may be left out; a key alone in the clear is taken too. The digest is a plain SHA-256: keys
are drawn at random with 192 bits, so there is nothing to guess that a slow hash would protect.
"""

from __future__ import annotations

import datetime
import hashlib
import hmac
import logging
import math
import os
import re
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from modelyard.core.errors import RecipeError
from modelyard.serving.replies import Refusal

SCOPES = ("predict", "metrics")
_HASHED = "sha256:"
_RATE = re.compile(r"([1-9][0-9]{0,8})/(s|min|h)")
_UNITS = {"s": 1.0, "min": 60.0, "h": 3600.0}
_NAME = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_LOOK_SECONDS = 1.0  # between two looks at the file
_LOG = logging.getLogger("modelyard.serving")


@dataclass(frozen=True, kw_only=True, slots=True)
class Key:
    """One key. `rate` is (requests, seconds): so many at once, and so many in that time; None: no limit."""

    digest: bytes = field(repr=False)
    name: str
    scopes: frozenset[str] = frozenset(SCOPES)
    rate: tuple[int, float] | None = None
    expires: datetime.date | None = None

    def is_over(self, today: datetime.date) -> bool:
        """Whether its last day is past."""
        return self.expires is not None and today > self.expires


def digest_of(key: str) -> bytes:
    """The SHA-256 of a key in the clear, or the one that `sha256:<hex>` spells.

    Raises: RecipeError for a malformed digest.
    """
    if not key.startswith(_HASHED):
        return hashlib.sha256(key.encode()).digest()
    text = key.removeprefix(_HASHED)
    if re.fullmatch(r"[0-9a-fA-F]{64}", text) is None:
        raise RecipeError("an API key after sha256: must be 64 hexadecimal digits")
    return bytes.fromhex(text)


def parse(text: str, *, where: str) -> tuple[Key, ...]:
    """The keys of a file's text.

    Raises: RecipeError that names the line, never the key.
    """
    found: dict[bytes, Key] = {}
    for number, line in enumerate(text.splitlines(), 1):
        words = line.partition("#")[0].split()
        if words:
            key = _parsed(words, f"{where}:{number}")
            if key.digest in found:
                raise RecipeError("this key stands twice", where=f"{where}:{number}", remedy="Remove one.")
            found[key.digest] = key
    if not found:
        raise RecipeError(
            "the file of API keys holds no key", where=where, remedy=f"Write one: modelyard keys new {where}"
        )
    return tuple(found.values())


def _parsed(words: Sequence[str], where: str) -> Key:
    digest = digest_of(words[0])
    given: dict[str, str] = {}
    for word in words[1:]:
        name, equals, value = word.partition("=")
        if not equals or name not in ("name", "scopes", "rate", "expires") or name in given:
            raise RecipeError(
                "after a key stand name=, scopes=, rate= and expires=, each once at most",
                where=where,
                remedy="A key holds no space.",
            )
        given[name] = value
    name = given.get("name", digest.hex()[:8])
    if _NAME.fullmatch(name) is None:
        raise RecipeError("a key's name must be of letters, digits, ., _ and -", where=where, got=name)
    scopes = frozenset(given["scopes"].split(",")) if "scopes" in given else frozenset(SCOPES)
    if not scopes <= set(SCOPES):
        raise RecipeError(f"a key's scopes are {' and '.join(SCOPES)}", where=where, got=given["scopes"])
    return Key(
        digest=digest,
        name=name,
        scopes=scopes,
        rate=rate_of(given["rate"], where=where) if "rate" in given else None,
        expires=_day(given["expires"], where) if "expires" in given else None,
    )


def rate_of(text: str, *, where: str = "") -> tuple[int, float]:
    """`600/min` as (600, 60.0)."""
    match = _RATE.fullmatch(text)
    if match is None:
        raise RecipeError("a rate is a whole number by s, min or h", where=where, got=text, remedy="Try 600/min.")
    return int(match[1]), _UNITS[match[2]]


def _day(text: str, where: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise RecipeError("a key's end must be a day", where=where, got=text, remedy="Try 2027-06-30.") from error


def read(file: Path) -> tuple[Key, ...]:
    """The keys of a file.

    Raises: RecipeError when it cannot be read or holds what is no key.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RecipeError("the file of API keys cannot be read", where=str(file), remedy=str(error)) from error
    return parse(text, where=str(file))


def new(
    file: Path, *, name: str, scopes: Sequence[str] = SCOPES, rate: str | None = None, expires: str | None = None
) -> str:
    """Draw a key, append its digest to `file` (made where there is none, for its owner only), and return the key.

    Raises: RecipeError for a setting that a file could not hold, or for a name that it holds already.
    """
    known = read(file) if file.exists() and file.stat().st_size else ()
    if any(key.name == name for key in known):
        raise RecipeError("a key of this name exists", where=str(file), got=name, remedy="Give another --name.")
    key = secrets.token_urlsafe(24)
    words = [f"{_HASHED}{hashlib.sha256(key.encode()).hexdigest()}", f"name={name}", f"scopes={','.join(scopes)}"]
    words += [f"{label}={value}" for label, value in (("rate", rate), ("expires", expires)) if value is not None]
    line = " ".join(words)
    parse(line, where=str(file))
    try:
        descriptor = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            size = os.fstat(descriptor).st_size
            ended = not size or os.pread(descriptor, 1, size - 1) == b"\n"
            os.write(descriptor, (("" if ended else "\n") + line + "\n").encode())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise RecipeError("the file of API keys cannot be written", where=str(file), remedy=str(error)) from error
    return key


class Keys:
    """The keys of one server: fixed ones, and those of a file that may change while it runs."""

    def __init__(
        self,
        fixed: Sequence[bytes] = (),
        file: Path | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._fixed = tuple(Key(digest=digest, name=digest.hex()[:8]) for digest in fixed)
        self._file, self._clock, self._today = file, clock, today
        self._seen = _state(file)
        self._keys = (*self._fixed, *(read(file) if file is not None else ()))
        self._looked = clock()
        self._levels: dict[bytes, tuple[float, float]] = {}  # requests left, and when that was so

    def __bool__(self) -> bool:
        """Whether requests need a key. A file asks for one whatever becomes of it."""
        return bool(self._fixed) or self._file is not None

    def find(self, given: bytes | None) -> Key | None:
        """The key that was sent, if it is one.

        Every digest is compared, so that the time tells nothing about which one matched.
        """
        self._look()
        if given is None:
            return None
        digest = hashlib.sha256(given).digest()
        matches = [key for key in self._keys if hmac.compare_digest(digest, key.digest)]
        return matches[0] if matches and not matches[0].is_over(self._today()) else None

    def spend(self, key: Key) -> Refusal | None:
        """Count one request: 429 where the key has none left."""
        if key.rate is None:
            return None
        count, seconds = key.rate
        now = self._clock()
        left, since = self._levels.get(key.digest, (float(count), now))
        left = min(float(count), left + (now - since) * count / seconds)
        if left >= 1:
            self._levels[key.digest] = (left - 1, now)
            return None
        self._levels[key.digest] = (left, now)
        wait = math.ceil((1 - left) * seconds / count)
        return Refusal(429, f"this key may ask {count} times in {seconds:g} s", retry_seconds=max(1, wait))

    def _look(self) -> None:
        """Read the file again if it has changed. What cannot be read changes nothing: the keys before it hold."""
        now = self._clock()
        if self._file is None or now - self._looked < _LOOK_SECONDS:
            return
        self._looked = now
        state = _state(self._file)
        if state == self._seen:
            return
        self._seen = state
        try:
            self._keys = (*self._fixed, *read(self._file))
        except RecipeError as error:
            _LOG.error("the API keys stay as they were: %s", error)
            return
        known = {key.digest for key in self._keys}
        self._levels = {digest: level for digest, level in self._levels.items() if digest in known}
        _LOG.info("the API keys were read again: %d", len(self._keys))


def _state(file: Path | None) -> tuple[int, ...] | None:
    """What changes when a file is written or replaced, also behind a link (as Kubernetes replaces a secret)."""
    if file is None:
        return None
    try:
        status = file.stat()
    except OSError:
        return ()
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
