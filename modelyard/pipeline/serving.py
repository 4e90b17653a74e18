"""The verbs that put a finished run to work: serve, package, and the keys that a server asks for."""

from __future__ import annotations

import contextlib
import difflib
import math
import os
from collections.abc import Sequence
from pathlib import Path

from modelyard.core.errors import RecipeError
from modelyard.pipeline.unsealing import Unsealing


def serve(
    path: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    allowed_hosts: Sequence[str] = (),
    api_keys_file: Path | None = None,
    threads: int | None = None,
    management_port: int | None = None,
    tls_certificate: Path | None = None,
    tls_key: Path | None = None,
    price: str | None = None,
    request_log: Path | None = None,
    request_log_share: float = 1.0,
    request_log_inputs: str = "none",
    request_log_bytes: int = 1 << 30,
    traces: bool = False,
    canary: Path | None = None,
    canary_share: float = 0.05,
    shadow: Path | None = None,
    latency_ms: float | None = None,
    backend: str = "stored",
    trust: Sequence[str | os.PathLike[str]] = (),
    signed_since: str | None = None,
    key: str | os.PathLike[str] | None = None,
) -> None:
    """Serve finished runs, artifacts or exports over HTTP until it is stopped; several as a list of PATH or NAME=PATH.

    With `trust` only what one of these public keys has signed, with `signed_since` not before that date or time; files
    that `encrypt` wrote are opened by the private `key` for as long as they are served.

    `price` is what an hour of the server costs in dollars, or the name of a device in the list of prices.
    """
    from modelyard.explanation.served import explainer
    from modelyard.serving import JournalSettings
    from modelyard.serving import serve as serve_forever

    journal = None
    if request_log is not None:
        journal = JournalSettings(
            directory=request_log, share=request_log_share, inputs=request_log_inputs, most_bytes=request_log_bytes
        )

    with contextlib.ExitStack() as stack:
        at = Unsealing(stack, None if key is None else Path(key))
        serve_forever(
            [(name, at(one)) for name, one in _paths([path] if isinstance(path, (str, os.PathLike)) else path)],
            host=host,
            port=port,
            allowed_hosts=tuple(allowed_hosts),
            api_keys_file=api_keys_file,
            threads=threads,
            management_port=management_port,
            tls_certificate=tls_certificate,
            tls_key=tls_key,
            usd_per_hour=None if price is None else _usd_per_hour(price),
            journal=journal,
            traces=traces,
            canary=None if canary is None else at(Path(canary)),
            canary_share=canary_share,
            shadow=None if shadow is None else at(Path(shadow)),
            latency_seconds=None if latency_ms is None else latency_ms / 1e3,
            backend=backend,
            trust=[Path(one) for one in trust],
            signed_since=signed_since,
            explainer=explainer,
        )


def _paths(given: Sequence[str | os.PathLike[str]]) -> list[tuple[str | None, Path]]:
    """Each path, and the name where it is given as NAME=PATH (and is no path as it stands)."""
    found: list[tuple[str | None, Path]] = []
    for one in given:
        text = os.fspath(one)
        name, separator, rest = text.partition("=")
        named = bool(separator and name and rest) and not Path(text).exists()
        found.append((name, Path(rest)) if named else (None, Path(text)))
    return found


def _usd_per_hour(price: str) -> float:
    """A number as it is; otherwise the usual price of a device.

    Raises: RecipeError for what is neither.
    """
    from modelyard.planning.money import prices

    try:
        value = float(price)
    except ValueError:
        rows = prices.load()
        row = prices.usual(rows, price)
        if row is None:
            near = difflib.get_close_matches(price, {one.device for one in rows}, n=1, cutoff=0.3)
            raise RecipeError(
                "this is neither dollars an hour nor a device with a price",
                where="--price",
                got=price,
                remedy=f"Did you mean {near[0]!r}?" if near else "See: modelyard prices",
            ) from None
        return row.usd_per_hour
    if not math.isfinite(value) or value <= 0:
        raise RecipeError("a price must be above 0", where="--price", got=price)
    return value


def new_key(
    file: Path,
    *,
    name: str | None = None,
    scopes: Sequence[str] | None = None,
    rate: str | None = None,
    expires: str | None = None,
) -> str:
    """Append a new API key to the file that a server reads, and return it; the file holds its hash."""
    from modelyard.serving import keys

    known = {key.name for key in keys.read(file)} if file.exists() and file.stat().st_size else set()
    free = next(f"key-{number}" for number in range(1, len(known) + 2) if f"key-{number}" not in known)
    return keys.new(file, name=name or free, scopes=scopes or keys.SCOPES, rate=rate, expires=expires)


def package(
    path: str | os.PathLike[str],
    *,
    targets: Sequence[str],
    out: str | os.PathLike[str],
    image: str | None = None,
    cpus: int = 2,
    trust: Sequence[str | os.PathLike[str]] = (),
) -> list[str]:
    """Write what a platform needs to run a finished run; the lines that say what was measured.

    `targets` are of docker, kubernetes, systemd, compose. With `trust` what is deployed opens only what one of these
    public keys has signed.
    """
    from modelyard.packaging import package as write

    keys = [Path(one) for one in trust]
    facts = write(Path(path), targets=targets, out=Path(out), image=image, cpus=cpus, trust=keys)
    measured = facts.measured
    return [
        f"measured   ready in {measured.ready_seconds:g} s   {measured.peak_bytes / 1e6:.0f} MB at most   "
        f"{measured.median_seconds * 1e3:.1f} ms alone   {measured.answers_per_second:,.0f} {measured.unit}/s   "
        f"({measured.threads} compute thread{'s' if measured.threads > 1 else ''})",
        f"a replica  {facts.cpus} processors, {facts.memory}B, image {facts.image}",
        *[f"trusts     what key {name} signed, and installs what checks it" for name, _ in facts.trusted],
        "not done   no image was built and no cluster was asked",
        f"wrote {out}     next: read {Path(out) / 'README.md'}",
    ]
