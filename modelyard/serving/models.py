"""The models behind one server, by name: what each can be asked, and what they share."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from modelyard.core.errors import RecipeError
from modelyard.serving.comparing import VersionMetrics
from modelyard.serving.fields import not_found
from modelyard.serving.gate import State
from modelyard.serving.jobs import LanguageMetrics
from modelyard.serving.model import ServedModel
from modelyard.serving.observability import Metrics
from modelyard.serving.requests import RequestReader, refuse, shown
from modelyard.serving.settings import Settings
from modelyard.serving.sharing import Queue, Turns
from modelyard.serving.versions import Ground, Version, Versions

Ability = Literal["predict", "complete", "chat", "embed", "explain"]
_SAID = {
    "predict": "answers no rows",
    "complete": "continues no texts",
    "chat": "has no template for conversations",
    "embed": "has no embeddings",
    "explain": "has no explanations",
}
_LONGEST_NAME = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """A model to be served. `load` makes it anew; `card` is its card's text, where it has one."""

    model: ServedModel
    canary: ServedModel | None = None
    shadow: ServedModel | None = None
    load: Callable[[], ServedModel] | None = None


class Served:
    """One model under its name."""

    def __init__(self, given: Given, ground: Ground, settings: Settings) -> None:
        self.name = str(given.model.about["name"])
        self.versions = Versions(given.model, ground, canary=given.canary, shadow=given.shadow, load=given.load)
        required = given.model.row_schema().get("required", ())
        self.requests = RequestReader(given.model.schema.inputs, required=required, max_rows=settings.max_rows)

    @property
    def model(self) -> ServedModel:
        """The main version's."""
        return self.versions.main.model

    def can(self, what: Ability) -> bool:
        """Whether it may be asked for this."""
        main: Version = self.versions.main
        if what == "embed":
            return main.embedding is not None
        if what == "explain":
            return main.explaining is not None
        if what == "predict":
            return self.model.engine is None
        return main.language is not None and (what == "complete" or main.language.has_chat)


class Models:
    """All models of a server, in the order they were given. Its methods belong to the event loop's thread."""

    def __init__(self, given: Sequence[Given], settings: Settings, metrics: Metrics, state: State) -> None:
        names = [str(one.model.about["name"]) for one in given]
        _check_names(names)
        count = len(given)
        writing = sum(one.model.language is not None for one in given)
        self.language = LanguageMetrics(metrics.registry) if writing else None
        told, turns = VersionMetrics(metrics.registry), Turns() if count > 1 else None
        rows, texts = Queue(settings.max_queue_rows), Queue(settings.max_queue_generations)
        self.all: list[Served] = []
        for one in given:
            ground = Ground(
                settings=settings,
                metrics=metrics,
                told=told,
                state=state,
                language=self.language,
                rows=rows.share(),
                texts=texts.share() if one.model.language is not None else None,
                turn=None if turns is None else turns.turn(),
                texts_at_once=max(1, settings.max_generations // max(1, writing)),
            )
            self.all.append(Served(one, ground, settings))
        self._by_name = {one.name: one for one in self.all}

    @property
    def first(self) -> Served:
        """The one that was given first."""
        return self.all[0]

    def get(self, name: str | None) -> Served:
        """The model of a name; the first one for None. Raises: RefusedError (404)."""
        found = self.first if name is None else self._by_name.get(name)
        if found is None:
            not_found(self._there_are(), "model")
        return found

    def can(self, what: Ability) -> bool:
        """Whether any model may be asked for this."""
        return any(one.can(what) for one in self.all)

    def named(self, content: Any, what: Ability) -> Served:
        """The model that a request's `model` names; where only one can be asked for this, it may be left out.

        Raises: RefusedError (422 where it must be named, 404 where there is no such model).
        """
        name = content.get("model") if type(content) is dict else None
        if name is None:
            able = [one for one in self.all if one.can(what)]
            if len(able) > 1:
                refuse(f"model is missing: one of {', '.join(shown(one.name) for one in able)}"[:1000], "model")
            return able[0] if able else self.able(None, what)
        if type(name) is not str:
            refuse("model must be a text", "model")
        return self.able(name, what)

    def able(self, name: str | None, what: Ability) -> Served:
        """The model of a name, where it can be asked for this. Raises: RefusedError (404)."""
        found = self.get(name)
        if not found.can(what):
            not_found(f"the model {shown(found.name)} {_SAID[what]}; see /v1/models", "model")
        return found

    def _there_are(self) -> str:
        names = ", ".join(one.name for one in self.all)
        number = f"is one model here, {names}" if len(self.all) == 1 else f"are {len(self.all)} models here: {names}"
        return f"there {number}; see /v1/models"[:1000]

    @property
    def queued_rows(self) -> int:
        """Rows accepted and not yet answered."""
        return sum(one.versions.queued_rows for one in self.all)

    @property
    def alive(self) -> bool:
        """Whether all that answer do."""
        return all(one.versions.alive for one in self.all)

    def start(self) -> None:
        """Start the workers."""
        for one in self.all:
            one.versions.start()

    async def stop(self) -> None:
        """Let the workers finish, then end them."""
        await asyncio.gather(*(one.versions.stop() for one in self.all))

    async def reload(self) -> None:
        """Take every model anew from where it was, one after the other; what fails keeps the old one."""
        for one in self.all:
            await one.versions.reload()

    def listed(self, created: int) -> bytes:
        """The body of /v1/models, as OpenAI's clients read it."""
        data = [self.entry(one, created) for one in self.all]
        return json.dumps({"object": "list", "data": data}, ensure_ascii=False, separators=(",", ":")).encode()

    def entry(self, served: Served, created: int) -> dict[str, Any]:
        """One model as OpenAI's clients read it."""
        about = served.model.about
        base = {"id": served.name, "object": "model", "created": created, "owned_by": "modelyard"}
        return {**base, "task": about["task"], "family": about["family"], "digest": about["digest"]}


def _check_names(names: list[str]) -> None:
    for i, name in enumerate(names):
        if name in names[:i]:
            raise RecipeError(
                "two models cannot have one name",
                where="serve",
                got=name,
                remedy="Name them: serve first=runs/a second=runs/b",
            )
        if len(names) > 1 and (not name or len(name) > _LONGEST_NAME or not name.isprintable() or "/" in name):
            raise RecipeError(
                f"a model's name has 1 to {_LONGEST_NAME} printable characters and no slash",
                where="serve",
                got=name,
                remedy="Name it: serve NAME=runs/a",
            )
