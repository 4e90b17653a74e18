"""The README.md beside the files: the commands in order, what was measured, and what was not checked."""

from __future__ import annotations

from collections.abc import Collection

from modelyard.packaging.facts import MANAGEMENT_PORT, PORT, Facts

_HEAD = """# {name}: deployment

{family} for `{task}`, artifact `{digest}`, served by Modelyard {version}. Written by `modelyard package`.

| measured when this was written ({threads} compute thread(s)) | |
| --- | --- |
| ready after | {ready:g} s |
| most memory | {peak:.0f} MB (a replica gets {memory}B) |
| one request alone | {median:.1f} ms |
| several at once | {rate:,.0f} {unit}/s |

No image was built and no cluster asked when this was written: build and try it before you rely on it.
{data}
Health (`/health/live`, `/health/ready`) and `/metrics` are on port {management} without a key: never publish it.
{trust}
Everything else is on port {port} and asks for a key. Make one, and keep what it prints; the file holds its hash only:

    modelyard keys new keys.txt

The server reads the file again when it changes: add the new key, move the clients, remove the old one.
"""
_DATA = """
**`model/golden.json` holds rows of the data that the model was trained and judged on.** The server replays them at
every start. Treat the image and this folder as that data.
"""
_TRUST = """
**Only what one of these keys signed is served**: {keys}.
They are public, lie in `trust/`, and are mounted read-only; what checks signatures (the extra `security`) is among what
is installed. Hold the ids against those that the keys' owners tell you: who can change the keys decides what is served.
"""
_DOCKER = """
## Docker

    docker build --tag {image} .
    docker run --rm --read-only --tmpfs /tmp:size=64m --cap-drop ALL --security-opt no-new-privileges \\
      --memory {memory_m}m --cpus {cpus} --publish 127.0.0.1:{port}:{port} \\
      --volume "$PWD/keys:/run/keys:ro" {docker_volume}{image} {command} --keys /run/keys/keys.txt{docker_trust}

`requirements.txt` pins every package to the version that was measured, and the wheel is the Modelyard that wrote this.
The base image is pinned by its version; pin it by digest with `--build-arg BASE=python@sha256:...`.
"""
_COMPOSE = """
## Compose

    mkdir -p keys && modelyard keys new keys/keys.txt && chmod 644 keys/keys.txt
    docker compose up --build --detach --wait
"""
_KUBERNETES = """
## Kubernetes

The image `{image}` must be where the cluster finds it (`modelyard package --docker` writes what builds it); set your
registry in `kubernetes/kustomization.yaml`.

    kubectl create secret generic {name}-keys --from-file=keys.txt
    kubectl apply --kustomize kubernetes
    kubectl rollout status deployment/{name}

Scaling on the queue needs prometheus-adapter with the rule in `kubernetes/prometheus-adapter.yaml`; until the metric is
there, the autoscaler goes by processors. The network policy lets this namespace in, and the namespace `monitoring` to
the metrics; it needs a network plugin that enforces policies. Kubernetes 1.30 or newer (the preStop sleep).
"""
_SYSTEMD_TRUST = """    install -d /etc/modelyard/{name}.trust
    install -m 644 trust/*.pub /etc/modelyard/{name}.trust/
"""
_SYSTEMD = """
## systemd

As root, on a machine with Python {python_minor}:

    install -m 644 systemd/modelyard.sysusers.conf /etc/sysusers.d/modelyard.conf && systemd-sysusers
    install -d /opt/modelyard/{name}/model /etc/modelyard
    cp -r model /opt/modelyard/{name}/model/{name} && cp README.md /opt/modelyard/{name}/
    python3 -m venv /opt/modelyard/{name}/venv
    /opt/modelyard/{name}/venv/bin/pip install --no-deps -r requirements.txt
    /opt/modelyard/{name}/venv/bin/pip install --no-deps ./{wheel}
    /opt/modelyard/{name}/venv/bin/modelyard keys new /etc/modelyard/{name}.keys.txt
    chown root:modelyard /etc/modelyard/{name}.keys.txt && chmod 640 /etc/modelyard/{name}.keys.txt
{systemd_trust}    install -m 644 systemd/modelyard-{name}.service /etc/systemd/system/
    systemctl daemon-reload && systemctl enable --now modelyard-{name}
"""


def readme(facts: Facts, targets: Collection[str]) -> str:
    """The text for what was written."""
    measured = facts.measured
    values = {
        "name": facts.name,
        "image": facts.image,
        "port": PORT,
        "cpus": facts.cpus,
        "memory_m": facts.memory_bytes >> 20,
        "command": " ".join(facts.command),
        "wheel": facts.wheel,
        "docker_volume": '--volume "$PWD/trust:/run/trust:ro" ' if facts.trusted else "",
        "docker_trust": "".join(f" {part}" for part in facts.trusting("/run/trust")),
        "systemd_trust": _SYSTEMD_TRUST.format(name=facts.name) if facts.trusted else "",
        "python_minor": ".".join(facts.python.split(".")[:2]),
    }
    head = _HEAD.format(
        name=facts.name,
        family=facts.family,
        task=facts.task,
        digest=facts.digest[:12],
        version=facts.version,
        threads=measured.threads,
        ready=measured.ready_seconds,
        peak=measured.peak_bytes / 1e6,
        memory=facts.memory,
        median=measured.median_seconds * 1e3,
        rate=measured.answers_per_second,
        unit=measured.unit,
        management=MANAGEMENT_PORT,
        port=PORT,
        trust=_TRUST.format(keys=", ".join(f"`{name}`" for name, _ in facts.trusted)) if facts.trusted else "",
        data=_DATA if facts.golden_contains_data else "",
    )
    sections = {"docker": _DOCKER, "compose": _COMPOSE, "kubernetes": _KUBERNETES, "systemd": _SYSTEMD}
    return head + "".join(text.format(**values) for target, text in sections.items() if target in targets)
