"""Several versions of one model behind one address.

A canary gets a share, a shadow is asked unseen, the main one can be replaced while requests run.

A request keeps the version it was given to: the old one answers what it has accepted, then its worker ends.
"""

from __future__ import annotations

import asyncio
import json
import logging
import random
import time
from collections.abc import Callable
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Histogram

from modelyard.core.errors import ModelyardError, RecipeError
from modelyard.serving.batching import Batcher
from modelyard.serving.model import ServedModel
from modelyard.serving.noted import Note
from modelyard.serving.observability import Metrics
from modelyard.serving.replies import RefusedError
from modelyard.serving.settings import Settings

_LOG = logging.getLogger("modelyard.serving")
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_SHADOW_SHARE = 0.25  # of the queue: a shadow that cannot keep up misses requests, it never delays one


class Version:
    """One model with its queue and worker, in one role: main, canary or shadow."""

    def __init__(self, model: ServedModel, role: str, settings: Settings, metrics: Metrics) -> None:
        self.model, self.role = model, role
        self.batcher = Batcher(model, settings, metrics)
        self.about = json.dumps(model.about, ensure_ascii=False, separators=(",", ":"))
        self.digest = str(model.about["digest"])[:12]


class Versions:
    """The versions of one server. All methods belong to the event loop's thread."""

    def __init__(
        self,
        model: ServedModel,
        settings: Settings,
        metrics: Metrics,
        *,
        canary: ServedModel | None = None,
        shadow: ServedModel | None = None,
        load: Callable[[], ServedModel] | None = None,
    ) -> None:
        self._settings, self._metrics, self._load = settings, metrics, load
        self.main = Version(model, "main", settings, metrics)
        self.canary = self._beside(canary, "canary")
        self.shadow = self._beside(shadow, "shadow")
        self._random = random.Random()
        self._told = VersionMetrics(metrics.registry)
        self._shadowed: set[asyncio.Task[None]] = set()
        self._reloading = False

    def _beside(self, model: ServedModel | None, role: str) -> Version | None:
        if model is None:
            return None
        refuse_another(self.main.model, model, role)
        return Version(model, role, self._settings, self._metrics)

    @property
    def all(self) -> list[Version]:
        """Those that have a worker."""
        return [one for one in (self.main, self.canary, self.shadow) if one is not None]

    @property
    def queued_rows(self) -> int:
        """Rows accepted by the versions that answer and not yet answered."""
        return sum(one.batcher.queued_rows for one in (self.main, self.canary) if one is not None)

    @property
    def alive(self) -> bool:
        """Whether those that answer do."""
        return all(one.batcher.alive for one in (self.main, self.canary) if one is not None)

    def start(self) -> None:
        """Start the workers."""
        for one in self.all:
            one.batcher.start()

    async def stop(self) -> None:
        """Let the workers finish, then end them."""
        for task in list(self._shadowed):
            task.cancel()
        for one in self.all:
            await one.batcher.stop()

    async def answer(
        self, rows: dict[str, list[Any]], count: int, abandoned: Callable[[], bool] | None, note: Note
    ) -> tuple[list[dict[str, Any]], Version]:
        """The answers, and who gave them.

        Raises: RefusedError.
        """
        version = self.main
        if self.canary is not None and self._random.random() < self._settings.canary_share:
            version = self.canary
        note.about = version.model.about
        began = time.perf_counter()
        # Nothing is awaited between the choice and the queue: a version that is being replaced gets no more.
        answers = await version.batcher.answer(rows, count, abandoned, note)
        self._told.answered(version, count, time.perf_counter() - began)
        if self.shadow is not None:
            self._ask_shadow(self.shadow, rows, count, answers)
        return answers, version

    def _ask_shadow(self, shadow: Version, rows: dict[str, list[Any]], count: int, answers: list[Any]) -> None:
        if shadow.batcher.queued_rows + count > _SHADOW_SHARE * self._settings.max_queue_rows:
            self._told.shadow.labels("missed").inc(count)
            return
        task = asyncio.get_running_loop().create_task(self._compare(shadow, rows, count, answers))
        self._shadowed.add(task)
        task.add_done_callback(self._shadowed.discard)

    async def _compare(self, shadow: Version, rows: dict[str, list[Any]], count: int, answers: list[Any]) -> None:
        began = time.perf_counter()
        try:
            others = await shadow.batcher.answer(rows, count)
        except RefusedError:
            self._told.shadow.labels("missed").inc(count)
        except Exception:  # noqa: BLE001 - whatever a shadow does, no client may feel it; it is counted
            self._told.shadow.labels("failed").inc(count)
        else:
            self._told.answered(shadow, count, time.perf_counter() - began)
            for one, other in zip(answers, others, strict=True):
                self._told.shadow.labels("same" if _same(one, other) else "other").inc()

    async def reload(self) -> None:
        """Load the main model again from where it was and put it in place; keep the old one where that fails."""
        if self._load is None or self._reloading:
            return
        self._reloading = True
        try:
            await self.replace(await asyncio.to_thread(self._load))
        except (ModelyardError, OSError) as error:
            _LOG.error("the model stays as it was: %s", error)
        finally:
            self._reloading = False

    async def replace(self, model: ServedModel) -> None:
        """Put `model`, which is verified already, in place of the main one; return when the old one has ended.

        Raises: RecipeError where it answers other requests, or otherwise.
        """
        refuse_another(self.main.model, model, "new model")
        old, new = self.main, Version(model, "main", self._settings, self._metrics)
        new.batcher.start()
        self.main = new
        self._metrics.serves({key: str(value) for key, value in model.about.items()})
        _LOG.info("the model %s took the place of %s", new.digest, old.digest)
        await old.batcher.stop()


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
        self.shadow = Counter(
            "modelyard_shadow_rows", "Rows by how the shadow answered them.", ("outcome",), registry=registry
        )

    def answered(self, version: Version, rows: int, seconds: float) -> None:
        """Count one answered request."""
        self._rows.labels(version.role, version.digest).inc(rows)
        self._seconds.labels(version.role, version.digest).observe(seconds)


def refuse_another(one: ServedModel, other: ServedModel, role: str) -> None:
    """What a server asks for and answers does not change while it runs.

    Raises: RecipeError.
    """
    if one.language is not None or other.language is not None:
        raise RecipeError("a model that writes texts has no canary, shadow or replacement", where=role)
    asks = [[(column.name, column.kind) for column in model.schema.inputs] for model in (one, other)]
    same = asks[0] == asks[1] and one.row_schema() == other.row_schema()
    if not same or one.answer_schema() != other.answer_schema():
        raise RecipeError(
            "this model takes or gives something else than the one being served",
            where=f"{role} {other.about['name']}",
            remedy="Serve it at an address of its own.",
        )


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two answers say the same: the label, or a value within a hundredth."""
    if "label" in one:
        return bool(one["label"] == other.get("label"))
    first, second = one.get("value"), other.get("value")
    if isinstance(first, int | float) and isinstance(second, int | float):
        return abs(first - second) <= 0.01 * max(abs(first), abs(second), 1e-12)
    return one == other
