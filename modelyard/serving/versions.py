"""Several versions of one model behind one address.

A canary gets a share, a shadow is asked unseen, the main one can be replaced while requests run.

A request keeps the version it was given to: the old one answers what it has accepted, then its workers end.
"""

from __future__ import annotations

import asyncio
import json
import logging
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from modelyard.core import trail
from modelyard.core.errors import ModelyardError
from modelyard.serving.batching import Batcher
from modelyard.serving.comparing import VersionMetrics, refuse_another
from modelyard.serving.embedding import Embedding
from modelyard.serving.explain import Explaining
from modelyard.serving.gate import State
from modelyard.serving.jobs import LanguageMetrics
from modelyard.serving.language import Language
from modelyard.serving.model import ServedModel
from modelyard.serving.noted import Note
from modelyard.serving.observability import Metrics
from modelyard.serving.settings import Settings
from modelyard.serving.shadowing import Shadowing
from modelyard.serving.sharing import Share, Turn
from modelyard.serving.vllm_writer import VllmWriter
from modelyard.serving.writer import Writer

_LOG = logging.getLogger("modelyard.serving")


@dataclass(frozen=True, kw_only=True, slots=True)
class Ground:
    """What the versions of one model stand on: the server's own, and this model's part of what models share."""

    settings: Settings
    metrics: Metrics
    told: VersionMetrics
    state: State
    language: LanguageMetrics | None = None
    rows: Share | None = None
    texts: Share | None = None
    turn: Turn | None = None
    texts_at_once: int | None = None


class Version:
    """One model with its queues and workers, in one role: main, canary or shadow."""

    def __init__(self, model: ServedModel, role: str, ground: Ground) -> None:
        self.model, self.role, self._told = model, role, ground.told
        self.about = json.dumps(model.about, ensure_ascii=False, separators=(",", ":"))
        self.digest = str(model.about["digest"])[:12]
        # A shadow has a queue of its own and no turn: it takes nothing of those that answer.
        share, turn = (None, None) if role == "shadow" else (ground.rows, ground.turn)
        settings, metrics = ground.settings, ground.metrics
        self.batcher = Batcher(model, settings, metrics, share=share, turn=turn)
        self.language: Language | None = None
        if model.language is not None:
            assert ground.language is not None
            self.language = Language.of(model, _writer(model, ground, turn))
        self.embedding = Embedding.of(model, settings, metrics, share=share, turn=turn)
        self.explaining = Explaining.of(model, settings, metrics, self.batcher, turn)
        self._holders = 0
        self._workers: list[Batcher | Writer | VllmWriter] = [self.batcher]
        if self.language is not None:
            self._workers.append(self.language.writer)
        if self.embedding is not None:
            self._workers.append(self.embedding.batcher)
        if self.explaining is not None:
            self._workers.append(self.explaining.batcher)

    def start(self) -> None:
        """Start the workers."""
        for worker in self._workers:
            worker.start()

    async def stop(self) -> None:
        """Let the workers finish what they have, then end them."""
        while self._holders:
            await asyncio.sleep(0.01)
        for worker in self._workers:
            await worker.stop()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Its workers do not end within the block, which reads a request before it is queued."""
        self._holders += 1
        try:
            yield
        finally:
            self._holders -= 1

    @property
    def alive(self) -> bool:
        """Whether all workers run."""
        return all(worker.alive for worker in self._workers)

    def answered(self, rows: int, seconds: float) -> None:
        """Count one answered request."""
        self._told.answered(self.role, self.digest, rows, seconds)


def _writer(model: ServedModel, ground: Ground, turn: Turn | None) -> Writer | VllmWriter:
    assert model.language is not None and ground.language is not None
    generator, settings, share = model.language.generator, ground.settings, ground.texts
    if model.engine is not None:
        name = str(model.about["name"])
        return VllmWriter(
            generator, settings, ground.language, ground.state, engine=model.engine, name=name, share=share
        )
    at_once = ground.texts_at_once
    return Writer(generator, settings, ground.language, ground.state, share=share, turn=turn, at_once=at_once)


class Versions:
    """The versions of one model. All methods belong to the event loop's thread."""

    def __init__(
        self,
        model: ServedModel,
        ground: Ground,
        *,
        canary: ServedModel | None = None,
        shadow: ServedModel | None = None,
        load: Callable[[], ServedModel] | None = None,
    ) -> None:
        self._ground, self._load = ground, load
        self.main = Version(model, "main", ground)
        self.canary = self._beside(canary, "canary")
        self.shadow = self._beside(shadow, "shadow")
        self._random = random.Random()
        self.shadowing = Shadowing(ground.told, ground.settings)
        self._reloading = False

    def _beside(self, model: ServedModel | None, role: str) -> Version | None:
        if model is None:
            return None
        refuse_another(self.main.model, model, role)
        return Version(model, role, self._ground)

    @property
    def all(self) -> list[Version]:
        """Those that have workers."""
        return [one for one in (self.main, self.canary, self.shadow) if one is not None]

    @property
    def queued_rows(self) -> int:
        """Rows accepted by the versions that answer and not yet answered."""
        return sum(one.batcher.queued_rows for one in (self.main, self.canary) if one is not None)

    @property
    def alive(self) -> bool:
        """Whether those that answer do."""
        return all(one.alive for one in (self.main, self.canary) if one is not None)

    def start(self) -> None:
        """Start the workers."""
        for one in self.all:
            one.start()

    async def stop(self) -> None:
        """Let the workers finish, then end them."""
        self.shadowing.stop()
        for one in self.all:
            await one.stop()

    def pick(self) -> Version:
        """Who answers the next request: the main one, or the canary for its share."""
        if self.canary is not None and self._random.random() < self._ground.settings.canary_share:
            return self.canary
        return self.main

    async def answer(
        self,
        rows: dict[str, list[Any]],
        count: int,
        abandoned: Callable[[], bool] | None,
        note: Note,
        within: float | None = None,
    ) -> tuple[list[dict[str, Any]], Version]:
        """The answers, and who gave them.

        Raises: RefusedError.
        """
        version = self.pick()
        note.about = version.model.about
        began = time.perf_counter()
        # Nothing is awaited between the choice and the queue: a version that is being replaced gets no more.
        answers = await version.batcher.answer(rows, count, abandoned, note, within)
        version.answered(count, time.perf_counter() - began)
        if self.shadow is not None:
            self.shadowing.rows(self.shadow, rows, count, answers)
        return answers, version

    async def reload(self) -> None:
        """Load the main model again from where it was and put it in place; keep the old one where that fails."""
        if self._load is None or self._reloading:
            why = "it is being taken anew already" if self._reloading else "this backend cannot take it anew"
            _LOG.warning("the model stays as it was: %s", why)
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
        digest, name = str(model.about["digest"]), str(model.about["name"])
        await asyncio.to_thread(trail.record, "promote", artifact=digest, model=name)
        old, new = self.main, Version(model, "main", self._ground)
        new.start()
        self.main = new
        self._ground.metrics.serves({key: str(value) for key, value in model.about.items()}, instead_of=old.model.about)
        _LOG.info("the model %s took the place of %s", new.digest, old.digest)
        await old.stop()
        old.model.release()
