"""The autoscaler of a model on Kubernetes, on the queue, and the rule that brings it that metric.

Source: Kubernetes documentation, "HorizontalPodAutoscaler"; prometheus-adapter, "docs/config.md".
"""

from __future__ import annotations

from typing import Any

from modelyard.packaging.facts import Facts

_LEAST, _MOST = 2, 10  # replicas


def scaling_comment(facts: Facts) -> str:
    """What stands above the autoscaler."""
    wait = "a few texts at once" if facts.measured.is_language else "what one replica answered in 100 ms"
    return f"""Scales on the queue ({facts.queue_metric}; target: {wait}), which rises before latency does.
Without prometheus-adapter (see prometheus-adapter.yaml) that metric is missing, and processors decide."""


def scaling(facts: Facts, metadata: dict[str, Any]) -> dict[str, Any]:
    """The autoscaler."""
    return {
        "apiVersion": "autoscaling/v2",
        "kind": "HorizontalPodAutoscaler",
        "metadata": metadata,
        "spec": {
            "scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": facts.name},
            "minReplicas": _LEAST,
            "maxReplicas": _MOST,
            "metrics": [
                {
                    "type": "Pods",
                    "pods": {
                        "metric": {"name": facts.queue_metric},
                        "target": {"type": "AverageValue", "averageValue": str(facts.queue_target)},
                    },
                },
                {
                    "type": "Resource",
                    "resource": {"name": "cpu", "target": {"type": "Utilization", "averageUtilization": 80}},
                },
            ],
            "behavior": {
                "scaleUp": {
                    "stabilizationWindowSeconds": 0,
                    "policies": [{"type": "Percent", "value": 100, "periodSeconds": 30}],
                },
                "scaleDown": {
                    "stabilizationWindowSeconds": 300,
                    "policies": [{"type": "Pods", "value": 1, "periodSeconds": 60}],
                },
            },
        },
    }


def adapter_comment() -> str:
    """What stands above the rule."""
    return """Values for the Helm chart prometheus-adapter: they give the autoscaler the queue as a metric of each pod.
Not part of the kustomization: there is one adapter a cluster."""


def adapter(facts: Facts) -> dict[str, Any]:
    """The rule, as values of the adapter's chart."""
    return {
        "rules": {
            "custom": [
                {
                    "seriesQuery": facts.queue_metric + '{namespace!="",pod!=""}',
                    "resources": {"overrides": {"namespace": {"resource": "namespace"}, "pod": {"resource": "pod"}}},
                    "name": {"matches": f"^{facts.queue_metric}$", "as": facts.queue_metric},
                    "metricsQuery": "max_over_time(<<.Series>>{<<.LabelMatchers>>}[30s])",
                }
            ]
        }
    }
