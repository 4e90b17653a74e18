"""A Dockerfile of two stages: one installs what is pinned, the other holds it, runs as nobody and writes nothing."""

from __future__ import annotations

import json

from modelyard.packaging.facts import MANAGEMENT_PORT, PORT, USER, Facts

# Asks the management port, which needs no key. Python is what a slim image has: no curl to keep patched.
PROBE = (
    "import sys, urllib.request as r; "
    f"sys.exit(r.urlopen('http://127.0.0.1:{MANAGEMENT_PORT}/health/ready', timeout=3).status != 200)"
)

_DOCKERFILE = """# syntax=docker/dockerfile:1
# Written by `modelyard package`. Build it from this folder: docker build -t {image} .
# Before production, pin the base by its digest: --build-arg BASE=python@sha256:...
ARG BASE=python:{python}-slim-bookworm

FROM ${{BASE}} AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv --without-pip /opt/venv
COPY requirements.txt {wheel} /build/
# --no-deps: the list is complete, and nothing that is not on it may come in.
RUN pip --python /opt/venv/bin/python install --no-deps --only-binary :all: -r /build/requirements.txt \\
 && pip --python /opt/venv/bin/python install --no-deps --no-index /build/{wheel} \\
 && pip --python /opt/venv/bin/python check \\
 && /opt/venv/bin/python -m compileall -q -j 0 /opt/venv/lib

FROM ${{BASE}}
LABEL org.opencontainers.image.title="{name}" \\
      org.opencontainers.image.version="{digest}" \\
      org.opencontainers.image.description="{family} for {task}, served by Modelyard {version}"
# What only installs packages has no place in an image that runs.
RUN pip uninstall --yes --quiet pip setuptools wheel 2>/dev/null || true \\
 && groupadd --system --gid {user} modelyard \\
 && useradd --system --uid {user} --gid {user} --no-create-home --shell /usr/sbin/nologin modelyard
COPY --from=build /opt/venv /opt/venv
COPY model/ /srv/{name}/
ENV PATH=/opt/venv/bin:$PATH \\
    PYTHONDONTWRITEBYTECODE=1 \\
    PYTHONUNBUFFERED=1 \\
    HOME=/tmp \\
    OMP_NUM_THREADS={threads} \\
    TOKENIZERS_PARALLELISM=false \\
    ORT_DISABLE_TELEMETRY=1
USER {user}:{user}
EXPOSE {port}
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period={start}s --retries=3 CMD {probe}
ENTRYPOINT ["modelyard"]
CMD {command}
"""
_IGNORE = """# Only what the image needs is sent to the builder.
*
!requirements.txt
!*.whl
!model
!model/**
"""


def docker(facts: Facts) -> dict[str, str]:
    """The files by name; the wheel, requirements.txt and model/ stand beside them."""
    dockerfile = _DOCKERFILE.format(
        image=facts.image,
        python=facts.python,
        wheel=facts.wheel,
        name=facts.name,
        digest=facts.digest[:12],
        family=facts.family,
        task=facts.task,
        version=facts.version,
        user=USER,
        threads=facts.threads,
        port=PORT,
        start=facts.start_seconds,
        probe=json.dumps(["python", "-c", PROBE]),
        command=json.dumps(facts.command),
    )
    return {
        "Dockerfile": dockerfile,
        ".dockerignore": _IGNORE,
        "requirements.txt": "\n".join(facts.requirements) + "\n",
    }
