"""What is told of the versions of a model: who answered, how fast, and whether a shadow said the same."""

from __future__ import annotations

from typing import Any

from prometheus_client import CollectorRegistry, Counter, Histogram

from modelyard.core.errors import RecipeError
from modelyard.serving.model import ServedModel

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class VersionMetrics:
    """What is counted of each version."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._rows = Counter(
            "modelyard_version_rows", "Rows answered by a version.", ("role", "digest"), registry=registry
        )
        self._seconds = Histogram(
            "modelyard_version_seconds",
            "From a request's queueing to its answer, by version.",
            ("role", "digest"),
            buckets=_SECONDS,
            registry=registry,
        )
        self.shadow_nats = Counter(
            "modelyard_shadow_nats", "How unlikely each finds the texts that were sent.", ("role",), registry=registry
        )
        self.shadow_tokens = Counter(
            "modelyard_shadow_tokens",
            "Tokens that were sent: the shadow's likeliest, or not.",
            ("outcome",),
            registry=registry,
        )
        self.shadow = Counter(
            "modelyard_shadow_rows", "Rows by how the shadow answered them.", ("outcome",), registry=registry
        )

    def answered(self, role: str, digest: str, rows: int, seconds: float) -> None:
        """Count one answered request."""
        self._rows.labels(role, digest).inc(rows)
        self._seconds.labels(role, digest).observe(seconds)


def refuse_another(one: ServedModel, other: ServedModel, role: str) -> None:
    """What a server asks for and answers does not change while it runs.

    Raises: RecipeError.
    """
    asks = [[(column.name, column.kind) for column in model.schema.inputs] for model in (one, other)]
    same = asks[0] == asks[1] and one.row_schema() == other.row_schema()
    same = same and (one.language is None) == (other.language is None)
    if not same or _form(one.answer_schema()) != _form(other.answer_schema()):
        raise RecipeError(
            "this model takes or gives something else than the one being served",
            where=f"{role} {other.about['name']}",
            remedy="Serve it at an address of its own.",
        )


def _form(schema: Any) -> Any:
    """A schema without what only describes it: the accuracy that another model promises changes no client."""
    if isinstance(schema, list):
        return [_form(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    texts = {name for name, value in schema.items() if name == "description" and isinstance(value, str)}
    return {name: _form(value) for name, value in schema.items() if name not in texts}


def same_answer(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two answers say the same: the label, or a value within a hundredth."""
    if "label" in one:
        return bool(one["label"] == other.get("label"))
    first, second = one.get("value"), other.get("value")
    if isinstance(first, int | float) and isinstance(second, int | float):
        return abs(first - second) <= 0.01 * max(abs(first), abs(second), 1e-12)
    return one == other
