"""A recipe and a look at its data as a training in figures: what the loop would decide, without building anything."""

from __future__ import annotations

import math
from types import ModuleType
from typing import Any

from modelyard.core import registry
from modelyard.core.errors import RecipeError
from modelyard.core.features import FeatureSpec
from modelyard.core.recipe import Recipe, Section
from modelyard.core.recipe_errors import validate
from modelyard.pipeline.networks import alternatives, architecture_of
from modelyard.planning import tokens
from modelyard.planning.looking import Look, look_at_rows, look_at_text
from modelyard.planning.workload import Workload
from modelyard.training import defaults, privacy_terms

# What `training.corpus` reads in a validation of running text.
JUDGED_BYTES = 400_000
# Steps that a solver is said to take: it has none.
_ONE = 1


def workload_of(recipe: Recipe, look: Look, *, family: str, limit_seconds: float | None) -> Workload:
    """The training of `family` on this data.

    Raises: RecipeError for a family that does not read it, or a checkpoint that is not there.
    """
    module = registry.load("models", family, field="model.family")
    task = registry.load("tasks", recipe.task, field="task").Task
    _check_reads(module, task, family)
    options = recipe.model.options if recipe.model.family == family else {}
    config = validate(module.Config, options, lines={}, prefix=("model",), where="recipe")
    return _Builder(recipe, look, module, config, task, limit_seconds).build()


def check_family(recipe: Recipe) -> None:
    """Raises: RecipeError where the recipe names a family that does not read what its task is about."""
    family, task = recipe.model.family, registry.load("tasks", recipe.task, field="task").Task
    if family != "auto" and task.sort in ("text", "table"):  # what reads running text hangs on the objective, too
        _check_reads(registry.load("models", family, field="model.family"), task, family)


def _check_reads(module: ModuleType, task: Any, family: str) -> None:
    if task.sort not in module.FEATURES:
        raise RecipeError(
            f"the family {family} does not read a {task.sort}",
            where="model.family",
            got=family,
            remedy=f"Try {', '.join(dict.fromkeys((task.cheap, *task.candidates)))}.",
        )


def look_at(recipe: Recipe) -> Look:
    """The bounded look that suits the task. Raises: DataError."""
    sort = str(registry.load("tasks", recipe.task, field="task").Task.sort)
    return look_at_text(recipe) if sort in ("corpus", "masked") else look_at_rows(recipe)


class _Builder:
    """One family's workload, put together from what is known of the data."""

    def __init__(
        self, recipe: Recipe, look: Look, module: ModuleType, config: Section, task: Any, limit_seconds: float | None
    ) -> None:
        self.recipe, self.look, self.module, self.config, self.task = recipe, look, module, config, task
        self.limit = limit_seconds
        self.sort: str = task.sort
        self.family = module.__name__.rpartition(".")[2].replace("_", "-")
        self.source = str(getattr(config, "from_", None) or "")
        self._lengths = 1

    def build(self) -> Workload:
        """All of it."""
        spec, positions, longest, per_token = self._features()
        examples, unique, text_bytes = self._examples(spec, positions, per_token)
        context = max(1, spec.max_length)
        section = defaults.settled(privacy_terms.settled(self.recipe.train), self.sort, self.module, context)
        network = hasattr(self.module, "build")
        micro = defaults.batch_size(section, self.module, examples) if network else examples
        batch = min(micro * section.accumulate, examples) if network else examples
        per_epoch = max(1, examples // batch if self._streams else math.ceil(examples / batch))
        wanted = section.epochs or self._epochs(spec, examples)
        steps = (section.steps or max(1, math.ceil(wanted * per_epoch))) if network else _ONE
        free = self.limit is not None and section.epochs is None and section.steps is None
        ceiling = math.ceil(steps * defaults.CEILING) if free and not defaults.is_pretrained(self.config) else steps
        outputs = self.look.classes if self.sort in ("text", "table") else 0
        return Workload(
            task=self.recipe.task,
            sort=self.sort,
            family=self.family,
            network=network,
            architecture=architecture_of(self.module, self.config, spec, outputs),
            config=self.config,
            examples=examples,
            positions=positions,
            longest=longest,
            lengths=self._lengths,
            batch=batch,
            micro_batch=min(micro, batch),
            steps=steps,
            ceiling=ceiling,
            evaluations=min(section.evaluations, steps),
            validated=self._validated(positions, per_token),
            judged=self.look.part(self.recipe, "test"),
            precision=section.precision,
            optimizer=section.optimizer,
            recompute=section.recompute,
            rounds=str(self.task.metrics) != "regression",
            vocabulary=spec.width if spec.kind == "tokens" else 0,
            unique_tokens=unique,
            text_bytes=text_bytes,
            bytes_per_token=per_token,
            features=spec.width,
            outputs=outputs,
            exact=self.look.exact,
            limit_seconds=self.limit,
            open_size=hasattr(self.module, "size") and not getattr(self.config, "is_sized", True),
            pretrained=defaults.is_pretrained(self.config),
            adapter=str(getattr(self.config, "adapter", None) or ""),
            alternatives=tuple(alternatives(self.module, self.config, spec, outputs)),
            parallel=section.parallel,
            private=section.privacy is not None,
        )

    @property
    def _streams(self) -> bool:
        return self.sort in ("corpus", "masked", "conversations", "pairs")

    def _epochs(self, spec: FeatureSpec, examples: int) -> float:
        if self.sort in ("corpus", "masked"):
            return defaults.CORPUS_EPOCHS
        if self.sort in ("conversations", "pairs"):
            return defaults.PRETRAINED_EPOCHS
        if spec.kind not in defaults.EXAMPLES_SEEN:
            return 1.0
        return defaults.epochs(self.config, spec, examples)

    def _features(self) -> tuple[FeatureSpec, float, int, float]:
        """What the network reads: the spec, the mean and the longest positions of an example, bytes a token."""
        kind = self.module.FEATURES[self.sort]
        if self.sort == "table":
            return self._table(kind), 1.0, 1, 0.0
        if kind == "ngrams":
            words = sum(len(text.split()) for text in self.look.texts) / max(1, len(self.look.texts))
            width = getattr(self.config, "max_words", 0) + getattr(self.config, "max_characters", 0)
            seen = min(width, round(self.look.text_bytes / 3)) if width else 0
            return FeatureSpec(kind="ngrams", width=max(1, seen)), max(1.0, 8 * words), 1, 0.0
        return self._tokens()

    def _table(self, kind: str) -> FeatureSpec:
        from modelyard.data.features.columns import TableColumns

        assert self.look.schema is not None
        scale = getattr(self.config, "scale", "standard")
        wanted = "dense" if kind == "dense" else "columns"
        return TableColumns.fit(self.look.sample, self.look.schema, kind=wanted, scale=scale).spec  # type: ignore[arg-type]

    def _tokens(self) -> tuple[FeatureSpec, float, int, float]:
        texts = self.look.texts
        known = tokens.by_checkpoint(texts, self.source) if self.source else None
        if self.sort == "text":
            from modelyard.core.checkpoint import positions, read_definition
            from modelyard.data.features import tokens as own

            most = own.MAX_LENGTH
            if self.source:
                most = min(positions(read_definition(self.source)) or own.CHECKPOINT_LENGTH, own.CHECKPOINT_LENGTH)
            most = getattr(self.config, "max_length", None) or most
            size = getattr(self.config, "vocabulary", None) or _size(own.SIZES, own.LARGEST, self._characters)
            mean, longest = tokens.of_classifier(texts, most, known[0] if known else None)
            self._lengths = tokens.different(texts, most, known[0] if known else None)
            spec = FeatureSpec(kind="tokens", width=known[1] if known else int(size), max_length=most)
            return spec, mean, longest, known[0] if known else 0.0
        vocabulary, per_token = self._language(known)
        context = self._context()
        if self.sort in ("conversations", "pairs"):
            self._lengths = tokens.different(texts, context, per_token)
        spec = FeatureSpec(
            kind="tokens", width=vocabulary, max_length=context, mask_id=0 if self.sort == "masked" else None
        )
        return spec, float(context), context, per_token

    def _language(self, known: tuple[float, int] | None) -> tuple[int, float]:
        if known:
            return known[1], known[0]
        from modelyard.data.features import bpe

        given = getattr(self.config, "vocabulary", None) or bpe.default_size(round(self._characters))
        if given == "bytes":
            return 256 + len(bpe.SPECIAL), tokens.bytes_per_token(self.look.texts, given)
        if given == "characters":
            different = len({c for text in self.look.texts for c in text})
            return 256 + len(bpe.SPECIAL) + different, tokens.bytes_per_token(self.look.texts, given)
        return int(given), tokens.bytes_per_token(self.look.texts, int(given))

    def _context(self) -> int:
        if self.sort in ("conversations", "pairs"):
            from modelyard.tasks._conversations import context_of

            return context_of(self.config)
        return int(getattr(self.config, "max_length", None) or 256)

    @property
    def _characters(self) -> float:
        """Of the training split."""
        sample = "".join(self.look.texts)
        per_character = len(sample.encode("utf-8", "replace")) / max(1, len(sample))
        return self._train_bytes / max(1.0, per_character)

    @property
    def _train_bytes(self) -> float:
        share = self.look.part(self.recipe, "train") / max(1, self.look.rows) if self.sort not in _RUNNING else 1.0
        if self.sort in _RUNNING:
            split, data = self.recipe.data.split, self.recipe.data
            share -= (0.0 if data.validation else split.validation) + (0.0 if data.test else split.test)
        return self.look.text_bytes * share

    def _examples(self, spec: FeatureSpec, positions: float, per_token: float) -> tuple[int, float, float]:
        """Training examples, their unique tokens, and their bytes."""
        rows = self.look.part(self.recipe, "train")
        if not self._streams:
            return rows, rows * positions if spec.kind == "tokens" else 0.0, self._train_bytes
        unique = self._train_bytes / max(0.1, per_token)
        if self.sort == "pairs":  # a sequence each for the chosen and the rejected answer
            return rows, unique, self._train_bytes
        return max(1, int(unique // max(1.0, positions))), unique, self._train_bytes

    def _validated(self, positions: float, per_token: float) -> int:
        rows = self.look.part(self.recipe, "validation")
        if not self._streams:
            return rows
        share = self.recipe.data.split.validation
        size = min(JUDGED_BYTES, self.look.text_bytes * share)
        return max(1, round(size / max(0.1, per_token) / max(1.0, positions)))


_RUNNING = ("corpus", "masked")


def _size(sizes: tuple[tuple[int, int], ...], largest: int, characters: float) -> int:
    return next((size for most, size in sizes if characters <= most), largest)
