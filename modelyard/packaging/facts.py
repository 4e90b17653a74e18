"""What every target's files are made from: names that can stand anywhere, and sizes that were measured."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from modelyard.core.artifact import Artifact
from modelyard.packaging.measuring import Measured

PORT = 8000
MANAGEMENT_PORT = 9090  # health and metrics, without keys; never in a Service or published
USER = 10001  # not root, and above the ids that a node gives to its own users
GRACE_SECONDS, DRAIN_SECONDS = 5, 30  # before and after the server stops listening
_MEMORY_MARGIN = 1.25  # of the peak that was measured: inputs longer than the golden ones
_BODIES_BYTES = 128 << 20  # of requests being read, the server's own limit
_QUEUE_SECONDS = 0.1  # the wait behind the queue at which another replica is to be started
_LONGEST_NAME = 40  # with "-networkpolicy" behind it still below the 63 of a DNS label
_MIB = 1 << 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """One model to be deployed. `name` is a DNS label, so it needs no quoting in any of the files."""

    name: str
    task: str
    family: str
    digest: str
    version: str  # of Modelyard
    python: str
    image: str
    measured: Measured
    requirements: tuple[str, ...]
    wheel: str
    cpus: int
    golden_contains_data: bool
    trusted: tuple[tuple[str, str], ...] = ()  # public keys (id, PEM): the server opens only what one of them signed

    @property
    def memory_bytes(self) -> int:
        """What a replica may hold, in whole 16 MiB."""
        needed = self.measured.peak_bytes * _MEMORY_MARGIN + _BODIES_BYTES
        return math.ceil(needed / (16 * _MIB)) * 16 * _MIB

    @property
    def memory(self) -> str:
        """The same as Kubernetes and Docker write it."""
        return f"{self.memory_bytes // _MIB}Mi"

    @property
    def threads(self) -> int:
        """Compute threads: one processor is left to HTTP where there are several."""
        return threads_of(self.cpus)

    @property
    def start_seconds(self) -> int:
        """How long a start may take before it counts as failed: ten times what it took here."""
        return max(30, math.ceil(10 * self.measured.ready_seconds))

    @property
    def stop_seconds(self) -> int:
        """From the signal to the end at the latest."""
        return GRACE_SECONDS + DRAIN_SECONDS + 5

    def trusting(self, place: str) -> list[str]:
        """The arguments that say where the public keys lie; none where no key is asked for."""
        return ["--trust", place] if self.trusted else []

    @property
    def key_files(self) -> dict[str, str]:
        """Each public key under a file name of its own."""
        return {f"{name}.pub": pem for name, pem in self.trusted}

    @property
    def queue_metric(self) -> str:
        """The gauge that says how much waits."""
        return "modelyard_queue_generations" if self.measured.is_language else "modelyard_queue_rows"

    @property
    def queue_target(self) -> int:
        """As many waiting as one replica answers within the wait that is tolerated; texts: a few at once."""
        if self.measured.is_language:
            return 4
        return max(1, round(self.measured.answers_per_second * _QUEUE_SECONDS))

    @property
    def command(self) -> list[str]:
        """The arguments of `modelyard` that every target shares."""
        return [
            "serve",
            f"/srv/{self.name}",
            "--host",
            "0.0.0.0",  # inside a container: the targets decide what is published
            "--port",
            str(PORT),
            "--management-port",
            str(MANAGEMENT_PORT),
            "--threads",
            str(self.threads),
        ]


def threads_of(cpus: int) -> int:
    """Compute threads of a server that has so many processors."""
    return max(1, cpus - 1)


def label_of(name: str, digest: str) -> str:
    """A name as a DNS label: what is no Latin letter or digit becomes a hyphen; where nothing is left, the digest.

    Source: RFC 1123, section 2.1.
    """
    label = re.sub(r"[^a-z0-9]+", "-", name.lower())[:_LONGEST_NAME].strip("-")
    if not label:
        return f"model-{digest[:8]}"
    return label if label[0].isalpha() else f"m-{label}"


def needs_torch(artifact: Artifact) -> bool:
    """Whether nothing but torch answers for it."""
    return set(artifact.manifest.get("backends", ())) == {"torch"}
