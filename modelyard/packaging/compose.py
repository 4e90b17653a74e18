"""A Compose file for one machine: the image of the Dockerfile beside it, closed as far as it runs."""

from __future__ import annotations

from typing import Any

from modelyard.packaging.docker import PROBE
from modelyard.packaging.facts import PORT, USER, Facts
from modelyard.packaging.files import yaml_text

_COMMENT = """Written by `modelyard package`. Start it: docker compose up --build --detach --wait
It asks for an API key: first `modelyard keys new keys/keys.txt` (only hashes are kept; a change is seen at once).
The health check and the metrics are on a port of their own that is not published."""


def compose(facts: Facts) -> dict[str, str]:
    """compose.yaml; the image's files stand beside it."""
    service = {
        "image": facts.image,
        "build": {"context": "."},
        "command": [
            *facts.command,
            "--allow-host",
            facts.name,
            "--keys",
            "/run/keys/keys.txt",
            *facts.trusting("/run/trust"),
        ],
        "user": f"{USER}:{USER}",
        "read_only": True,
        "tmpfs": [f"/tmp:size=64m,mode=1700,uid={USER},gid={USER},noexec,nosuid,nodev"],
        "volumes": [_mounted("keys"), *([_mounted("trust")] if facts.trusted else [])],
        "cap_drop": ["ALL"],
        "security_opt": ["no-new-privileges:true"],
        "ports": [f"127.0.0.1:{PORT}:{PORT}"],
        "healthcheck": {
            "test": ["CMD", "python", "-c", PROBE],
            "interval": "10s",
            "timeout": "5s",
            "retries": 3,
            "start_period": f"{facts.start_seconds}s",
        },
        "deploy": {
            "resources": {
                "limits": {"cpus": f"{facts.cpus}.0", "memory": f"{facts.memory_bytes >> 20}M", "pids": 128},
                "reservations": {"memory": f"{facts.memory_bytes >> 20}M"},
            }
        },
        "init": True,
        "restart": "unless-stopped",
        "stop_signal": "SIGTERM",
        "stop_grace_period": f"{facts.stop_seconds}s",
        "logging": {"driver": "json-file", "options": {"max-size": "10m", "max-file": "5"}},
    }
    content = yaml_text(_COMMENT, {"name": facts.name, "services": {facts.name: service}})
    return {"compose.yaml": content}


def _mounted(folder: str) -> dict[str, Any]:
    """A folder beside the file, which the server can read and not change."""
    return {
        "type": "bind",
        "source": f"./{folder}",
        "target": f"/run/{folder}",
        "read_only": True,
        "bind": {"create_host_path": False},
    }
