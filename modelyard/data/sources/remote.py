"""Files behind URLs, through fsspec, from an allowed list of schemes; and URLs shown without their secrets."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from modelyard.core import registry
from modelyard.core.errors import DataError
from modelyard.data.sources.base import File

# Schemes are allowed by name: fsspec's others chain, cache, run commands or unpack without bounds.
SCHEMES = frozenset(
    {"file", "memory", "http", "https", "s3", "s3a", "gs", "gcs", "hdfs", "webhdfs", "abfs", "abfss", "az"}
)
_LIBRARY_ERRORS = (
    ("botocore.exceptions", "BotoCoreError"),
    ("botocore.exceptions", "ClientError"),
    ("aiohttp", "ClientError"),
    ("google.auth.exceptions", "GoogleAuthError"),
    ("azure.core.exceptions", "AzureError"),
)
# What stores call a sign of a file's content, in small letters.
_TELLING = frozenset(
    {"etag", "md5", "md5hash", "content_md5", "checksum", "crc32c", "generation", "version_id", "versionid", "mtime"}
    | {"last-modified", "lastmodified", "last_modified", "modified", "modificationtime", "updated"}
)
_URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")


def is_url(path: str) -> bool:
    """Whether `path` has a scheme."""
    return _URL.match(path) is not None


def scheme(path: str) -> str:
    """The scheme of a URL, empty for a path."""
    match = _URL.match(path)
    return match[1].lower() if match else ""


def redacted(url: str) -> str:
    """A URL without password and without its query, which may hold keys or a signature."""
    if not is_url(url):
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return f"{scheme(url)}://***"
    user, at, host = parts.netloc.rpartition("@")
    netloc = f"{user.partition(':')[0]}:***@{host}" if at and ":" in user else f"{'***' if at else ''}{at}{host}"
    return urlunsplit((parts.scheme, netloc, parts.path, "***" if parts.query else "", ""))


def files(url: str) -> Iterator[File]:
    """The files of one URL, which may hold a pattern.

    Raises: DataError for a scheme that is not allowed and for what cannot be reached, without secrets.
    """
    shown = redacted(url)
    system, listed, pattern = _listed(url)
    for one, info in listed:
        if info.get("type") == "directory":
            raise DataError("a folder behind a URL needs a pattern", where=shown, remedy=f"Try: {shown}/*.parquet")
        name = shown if not pattern else f"{scheme(url)}://{str(one).lstrip('/')}"
        yield _file(system, str(one), redacted(name), int(info.get("size") or 0), scheme(url))


def states(url: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The files of one URL by name, each with its size and whatever its store says that changes with its content.

    Raises: DataError where it cannot be reached.
    """
    _, listed, pattern = _listed(url)
    for one, info in listed:
        name = redacted(f"{scheme(url)}://{one.lstrip('/')}" if pattern else url)
        told = {key: str(value) for key, value in sorted(info.items()) if key.lower() in _TELLING and value}
        yield name, {"bytes": int(info.get("size") or 0), **told}


def _listed(url: str) -> tuple[Any, list[tuple[str, dict[str, Any]]], bool]:
    """The file system, its files that fit the URL with what it knows of them, and whether the URL holds a pattern.

    Raises: DataError for a scheme that is not allowed and for what cannot be reached, without secrets.
    """
    import fsspec

    shown = redacted(url)
    if scheme(url) not in SCHEMES or "::" in url:
        raise DataError(
            "this kind of URL is not read",
            where=shown,
            remedy=f"Known: {', '.join(sorted(SCHEMES))}, hf, sqlite, postgresql.",
        )
    try:
        system, path = fsspec.core.url_to_fs(url)
        # In an http URL a question mark begins the query: only a star asks for several files.
        pattern = "*" in path or (scheme(url) not in ("http", "https") and any(c in path for c in "?["))
        found = sorted(system.glob(path)) if pattern else [path]
        if not found:
            raise DataError("no file fits this pattern", where=shown, remedy="Check the pattern.")
        return system, [(str(one), system.info(one)) for one in found], pattern
    except (ImportError, OSError, ValueError, RuntimeError) as error:
        raise _unreachable(shown, error) from None
    except _library_errors() as error:
        raise _unreachable(shown, error) from None


def _file(system: Any, path: str, name: str, size: int, kind: str) -> File:
    def opened() -> Any:
        try:
            return system.open(path, "rb")
        except (OSError, ValueError, RuntimeError) as error:
            raise _unreachable(name, error) from None
        except _library_errors() as error:
            raise _unreachable(name, error) from None

    bare = PurePosixPath(urlsplit(path).path if kind in ("http", "https") else path).name
    return File(
        name=name,
        label=bare or name,
        suffix=PurePosixPath(bare).suffix.lower(),
        bytes=size,
        open=opened,
        seekable=kind not in ("http", "https"),
        relative=bare,
    )


def _library_errors() -> tuple[type[Exception], ...]:
    """The bases of what the libraries under fsspec raise beside OSError, of those that are loaded."""
    return tuple(getattr(sys.modules[module], name) for module, name in _LIBRARY_ERRORS if module in sys.modules)


def _unreachable(shown: str, error: Exception) -> Exception:
    if isinstance(error, ModuleNotFoundError) and error.name:
        return registry.missing_extra(error.name, needed_for=shown)
    if isinstance(error, ImportError):  # fsspec's own message names the package of the scheme
        return registry.missing_extra(
            {"s3": "s3fs", "s3a": "s3fs", "gs": "gcsfs", "gcs": "gcsfs"}.get(
                scheme(shown), "aiohttp" if shown.startswith("http") else "fsspec"
            ),
            needed_for=shown,
        )
    if isinstance(error, FileNotFoundError):
        reason = "there is no such file"
    else:  # the library's own text may repeat the URL with its keys
        reason = getattr(error, "strerror", None) or type(error).__name__
    return DataError(
        f"cannot read from this URL: {reason}", where=shown, remedy="Check the address, network and credentials."
    )
