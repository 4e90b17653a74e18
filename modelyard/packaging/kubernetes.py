"""Kubernetes manifests, one object a file, with a kustomization: fit for the "restricted" pod security standard.

Source: Kubernetes documentation, "Pod Security Standards", "Configure Liveness, Readiness and Startup Probes".
"""

from __future__ import annotations

from typing import Any

from modelyard.packaging.facts import MANAGEMENT_PORT, PORT, USER, Facts
from modelyard.packaging.files import yaml_text
from modelyard.packaging.scaling import adapter, adapter_comment, scaling, scaling_comment

_PROBE_SECONDS = 5
_KEYS, _TRUST = "/etc/modelyard/keys", "/etc/modelyard/trust"
_MONITORING = "monitoring"  # the namespace that Prometheus is allowed in from


def kubernetes(facts: Facts) -> dict[str, str]:
    """The manifests by file name, and kustomization.yaml over them."""
    objects: dict[str, tuple[str, dict[str, Any]]] = {
        "serviceaccount.yaml": ("No token is mounted: the server asks Kubernetes for nothing.", _account(facts)),
        "deployment.yaml": (_deployment_comment(facts), _deployment(facts)),
        "service.yaml": ("The management port is left out: health and metrics ask for no key.", _service(facts)),
        "horizontalpodautoscaler.yaml": (scaling_comment(facts), scaling(facts, _metadata(facts))),
        "poddisruptionbudget.yaml": ("A node that is drained takes one replica at a time.", _budget(facts)),
        "networkpolicy.yaml": (_policy_comment(), _policy(facts)),
    }
    if facts.trusted:
        objects["configmap.yaml"] = ("Public keys: the server opens only what one of them signed.", _trust(facts))
    files = {name: yaml_text(comment, content) for name, (comment, content) in objects.items()}
    files["kustomization.yaml"] = yaml_text(
        "kubectl apply --kustomize .   (set your registry and namespace here, not in the other files)",
        {
            "apiVersion": "kustomize.config.k8s.io/v1beta1",
            "kind": "Kustomization",
            "resources": sorted(objects),
            "labels": [{"pairs": {"app.kubernetes.io/managed-by": "modelyard"}}],
            "images": [{"name": _image(facts)[0], "newTag": _image(facts)[1]}],
        },
    )
    files["prometheus-adapter.yaml"] = yaml_text(adapter_comment(), adapter(facts))
    return files


def _image(facts: Facts) -> tuple[str, str]:
    name, _, tag = facts.image.rpartition(":")
    return (name, tag) if name and "/" not in tag else (facts.image, "latest")


def _selector(facts: Facts) -> dict[str, str]:
    return {"app.kubernetes.io/name": facts.name, "app.kubernetes.io/component": "model-server"}


def _metadata(facts: Facts) -> dict[str, Any]:
    labels = {**_selector(facts), "app.kubernetes.io/version": facts.digest[:12]}
    return {"name": facts.name, "labels": labels}


def _account(facts: Facts) -> dict[str, Any]:
    return {
        "apiVersion": "v1",
        "kind": "ServiceAccount",
        "metadata": _metadata(facts),
        "automountServiceAccountToken": False,
    }


def _trust(facts: Facts) -> dict[str, Any]:
    metadata = {**_metadata(facts), "name": f"{facts.name}-trust"}
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": metadata, "data": facts.key_files}


def _deployment_comment(facts: Facts) -> str:
    measured = facts.measured
    return f"""Measured on the machine that wrote this, {measured.threads} compute thread(s): ready in \
{measured.ready_seconds:g} s, {measured.peak_bytes / 1e6:.0f} MB at most,
{measured.median_seconds * 1e3:.1f} ms for one request alone, {measured.answers_per_second:,.0f} {measured.unit}/s.
Memory is a quarter above that peak and 128 MiB for requests being read; requested = limit, so that no neighbour's
growth ends it. `replicas` is left out: the autoscaler owns it. The Secret {facts.name}-keys must exist:
  modelyard keys new keys.txt && kubectl create secret generic {facts.name}-keys --from-file=keys.txt"""


def _deployment(facts: Facts) -> dict[str, Any]:
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": _metadata(facts),
        "spec": {
            "revisionHistoryLimit": 5,
            "progressDeadlineSeconds": max(600, 2 * facts.start_seconds),
            "selector": {"matchLabels": _selector(facts)},
            "strategy": {"type": "RollingUpdate", "rollingUpdate": {"maxUnavailable": 0, "maxSurge": 1}},
            "template": {
                "metadata": {
                    "labels": _metadata(facts)["labels"],
                    "annotations": {
                        "prometheus.io/scrape": "true",
                        "prometheus.io/port": str(MANAGEMENT_PORT),
                        "prometheus.io/path": "/metrics",
                    },
                },
                "spec": _pod(facts),
            },
        },
    }


def _pod(facts: Facts) -> dict[str, Any]:
    return {
        "serviceAccountName": facts.name,
        "automountServiceAccountToken": False,
        "enableServiceLinks": False,
        "terminationGracePeriodSeconds": facts.stop_seconds,
        "securityContext": {
            "runAsNonRoot": True,
            "runAsUser": USER,
            "runAsGroup": USER,
            "fsGroup": USER,
            "seccompProfile": {"type": "RuntimeDefault"},
        },
        "topologySpreadConstraints": [
            {
                "maxSkew": 1,
                "topologyKey": "kubernetes.io/hostname",
                "whenUnsatisfiable": "ScheduleAnyway",
                "labelSelector": {"matchLabels": _selector(facts)},
            }
        ],
        "containers": [_container(facts)],
        "volumes": [
            {"name": "tmp", "emptyDir": {"sizeLimit": "64Mi"}},
            {"name": "keys", "secret": {"secretName": f"{facts.name}-keys", "defaultMode": 0o440}},
            *([{"name": "trust", "configMap": {"name": f"{facts.name}-trust"}}] if facts.trusted else []),
        ],
    }


def _container(facts: Facts) -> dict[str, Any]:
    sizes = {"cpu": str(facts.cpus), "memory": facts.memory, "ephemeral-storage": "128Mi"}
    names = ("", ".$(POD_NAMESPACE)", ".$(POD_NAMESPACE).svc", ".$(POD_NAMESPACE).svc.cluster.local")
    hosts = [part for suffix in names for part in ("--allow-host", facts.name + suffix)]
    return {
        "name": "server",
        "image": facts.image,
        "imagePullPolicy": "IfNotPresent",
        "args": [*facts.command, "--keys", f"{_KEYS}/keys.txt", *facts.trusting(_TRUST), *hosts],
        "env": [{"name": "POD_NAMESPACE", "valueFrom": {"fieldRef": {"fieldPath": "metadata.namespace"}}}],
        "ports": [
            {"name": "http", "containerPort": PORT, "protocol": "TCP"},
            {"name": "management", "containerPort": MANAGEMENT_PORT, "protocol": "TCP"},
        ],
        "startupProbe": _probe("/health/ready", failures=-(-facts.start_seconds // _PROBE_SECONDS)),
        "readinessProbe": _probe("/health/ready", failures=2),
        "livenessProbe": _probe("/health/live", failures=6),
        # Endpoints take a moment to leave the load balancers: the server goes on answering meanwhile.
        "lifecycle": {"preStop": {"sleep": {"seconds": 5}}},
        "resources": {"requests": dict(sizes), "limits": dict(sizes)},
        "securityContext": {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "runAsNonRoot": True,
            "capabilities": {"drop": ["ALL"]},
        },
        "volumeMounts": [
            {"name": "tmp", "mountPath": "/tmp"},
            {"name": "keys", "mountPath": _KEYS, "readOnly": True},
            *([{"name": "trust", "mountPath": _TRUST, "readOnly": True}] if facts.trusted else []),
        ],
    }


def _probe(path: str, *, failures: int) -> dict[str, Any]:
    return {
        "httpGet": {"path": path, "port": "management"},
        "periodSeconds": _PROBE_SECONDS,
        "timeoutSeconds": 3,
        "failureThreshold": failures,
    }


def _service(facts: Facts) -> dict[str, Any]:
    return {
        "apiVersion": "v1",
        "kind": "Service",
        "metadata": _metadata(facts),
        "spec": {
            "type": "ClusterIP",
            "selector": _selector(facts),
            "ports": [{"name": "http", "port": 80, "targetPort": "http", "protocol": "TCP"}],
        },
    }


def _budget(facts: Facts) -> dict[str, Any]:
    return {
        "apiVersion": "policy/v1",
        "kind": "PodDisruptionBudget",
        "metadata": _metadata(facts),
        "spec": {
            "maxUnavailable": 1,
            "unhealthyPodEvictionPolicy": "AlwaysAllow",
            "selector": {"matchLabels": _selector(facts)},
        },
    }


def _policy_comment() -> str:
    return f"""In: requests from this namespace, the metrics from the namespace {_MONITORING}. Out: nothing, not
even DNS: the server fetches nothing. Behind an ingress controller, add its namespace to the first rule."""


def _policy(facts: Facts) -> dict[str, Any]:
    monitoring = {"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": _MONITORING}}}
    return {
        "apiVersion": "networking.k8s.io/v1",
        "kind": "NetworkPolicy",
        "metadata": _metadata(facts),
        "spec": {
            "podSelector": {"matchLabels": _selector(facts)},
            "policyTypes": ["Ingress", "Egress"],
            "ingress": [
                {"from": [{"podSelector": {}}], "ports": [{"port": "http", "protocol": "TCP"}]},
                {"from": [monitoring], "ports": [{"port": "management", "protocol": "TCP"}]},
            ],
            "egress": [],
        },
    }
