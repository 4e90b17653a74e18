"""Layer 4: a model's container, Kubernetes, Compose and systemd files, sized by measuring a server of it."""

from modelyard.packaging.writing import TARGETS, package

__all__ = ["TARGETS", "package"]
