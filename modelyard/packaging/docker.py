"""A Dockerfile of two stages: one installs what is pinned, the other holds it, runs as nobody and writes nothing."""

from __future__ import annotations

import json

from modelyard.packaging.facts import MANAGEMENT_PORT, PORT, USER, Facts

# Asks the management port, which needs no key. Python is what a slim image has: no curl to keep patched.
PROBE = (
    "import sys, urllib.request as r; "
    f"sys.exit(r.urlopen('http://127.0.0.1:{MANAGEMENT_PORT}/health/ready', timeout=3).status != 200)"
)

# Of what is installed: tests, and what converts, trains or downloads. A server imports none of it.
UNUSED = (
    "find {venv}/lib -type d -name tests -prune -exec rm -rf {{}} + && "
    "rm -rf {venv}/lib/python*/site-packages/onnxruntime/transformers "
    "{venv}/lib/python*/site-packages/onnxruntime/quantization "
    "{venv}/lib/python*/site-packages/onnxruntime/tools {venv}/lib/python*/site-packages/hf_xet"
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
RUN pip --python /opt/venv/bin/python install --no-compile --no-deps --only-binary :all: -r /build/requirements.txt \\
 && pip --python /opt/venv/bin/python install --no-compile --no-deps --no-index /build/{wheel} \\
 && pip --python /opt/venv/bin/python check

# The server answers once here: what these packages do wrong ends the build, and what it imports is compiled, no more.
COPY model/ /build/{name}/
{copied_keys}RUN {unused} \\
 && export HOME=/tmp ORT_DISABLE_TELEMETRY=1 \\
 && {{ /opt/venv/bin/modelyard serve /build/{name} --management-port {management}{trust} & }} \\
 && pid=$! && tries=0 \\
 && until python -c "{probe_line}" 2>/dev/null; do tries=$((tries+1)); test $tries -lt 600 || exit 1; sleep 0.2; done \\
 && kill $pid && wait $pid

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
        probe_line=PROBE,
        management=MANAGEMENT_PORT,
        copied_keys="COPY trust/ /build/trust/\n" if facts.trusted else "",
        trust="".join(f" {part}" for part in facts.trusting("/build/trust")),
        unused=UNUSED.format(venv="/opt/venv"),
        command=json.dumps(facts.command),
    )
    return {
        "Dockerfile": dockerfile,
        ".dockerignore": _IGNORE + ("!trust\n!trust/**\n" if facts.trusted else ""),
        "requirements.txt": "\n".join(facts.requirements) + "\n",
    }
