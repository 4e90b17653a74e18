"""What a server allows: addresses, keys, and the limits that keep it up. Every default of serving stands here."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from pathlib import Path

from modelyard.core.errors import RecipeError
from modelyard.serving.journal import JournalSettings


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """One server's settings. Times are in seconds.

    `request_seconds` is the time a request has to arrive in full, `answer_seconds` how long it may wait for the model,
    `reading_seconds` how long a client may take to read its answer; a connection that exceeds one is cut.
    `drain_seconds` bounds the end after SIGTERM: during the first `grace_seconds` of it requests are still answered,
    so that a balancer can take the server out before it stops listening.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    management_port: int | None = None  # health and metrics without a key; for a network that clients cannot reach
    allowed_hosts: tuple[str, ...] = ()
    key_digests: tuple[bytes, ...] = field(default=(), repr=False)  # SHA-256 of each API key
    keys_file: Path | None = field(default=None, repr=False)  # of more keys, read again when it changes
    tls_certificate: Path | None = None  # PEM, with its chain; read again when it changes
    tls_key: Path | None = field(default=None, repr=False)
    usd_per_hour: float | None = None  # what this server costs, for the cost of a request
    journal: JournalSettings | None = None  # the request log
    canary_share: float = 0.05  # of the requests, where there is a canary
    latency_seconds: float | None = None  # what answers of models that write no text are due within
    max_body_bytes: int = 4 << 20
    max_bodies_bytes: int = 128 << 20  # of all requests being handled, so that many large ones cannot fill the memory
    max_header_bytes: int = 32 << 10
    max_rows: int = 1024
    max_queue_rows: int = 2048
    max_batch_rows: int = 32
    max_generations: int = 16  # texts written at the same time
    max_queue_generations: int = 128  # asked for and not yet written in full
    generation_seconds: float = 600.0  # one text may take so long; then it ends as if by its length
    max_connections: int = 1024
    request_seconds: float = 10.0
    keep_alive_seconds: int = 30
    answer_seconds: float = 30.0
    reading_seconds: float = 10.0
    grace_seconds: float = 1.0
    drain_seconds: int = 30

    def __post_init__(self) -> None:
        for name in self.__dataclass_fields__:
            value = getattr(self, name)
            low = 0 if name in ("port", "management_port", "grace_seconds") else 1e-3
            if isinstance(value, int | float) and not isinstance(value, bool) and value < low:
                raise RecipeError(f"serve.{name} must be {'at least 0' if low == 0 else 'above 0'}", got=value)
        if self.port > 65_535:
            raise RecipeError("serve.port must be at most 65535", got=self.port, remedy="Try 8000.")

        if self.management_port is not None and self.management_port > 65_535:
            raise RecipeError("serve.management_port must be at most 65535", got=self.management_port)
        if self.management_port and self.management_port == self.port:
            raise RecipeError("serve.management_port must differ from serve.port", got=self.port, remedy="Try 9090.")

        if self.canary_share > 1:
            raise RecipeError("serve.canary_share must be at most 1", got=self.canary_share, remedy="Try 0.05.")
        if (self.tls_certificate is None) != (self.tls_key is None):
            raise RecipeError("TLS needs a certificate and its key", remedy="Give --tls-cert and --tls-key.")

    @property
    def has_keys(self) -> bool:
        """Whether a request needs a key."""
        return bool(self.key_digests) or self.keys_file is not None

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False
