"""A finished run opened to be questioned: its model, its rows, and the answers to them. N rows; C classes."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import RunError
from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.core.schema import row_count
from modelyard.data.bundle import Bundle
from modelyard.inference.kept_outputs import kept_outputs
from modelyard.inference.labelled import Labelled, labelled
from modelyard.inference.predictor import Predictor
from modelyard.inference.served import for_metric

Floats = NDArray[np.float64]


@dataclass(kw_only=True, slots=True)
class Subject:
    """What evaluates in depth, explains and audits reads a run through this; answers are computed once a split.

    `allowance` are the seconds that a default (not asked for) examination may take in all, None where it is asked for
    by name: whatever takes longer must look at fewer rows, and say at how many.
    """

    run: Run
    recipe: Recipe
    bundle: Bundle
    predictor: Predictor
    allowance: float | None = None
    _known: dict[str, Labelled] = field(default_factory=dict)
    _outputs: dict[str, Floats] = field(default_factory=dict)

    @classmethod
    def of(cls, recipe: Recipe, run: Run, *, allowance: float | None = None) -> Subject:
        """Open the artifact and the data of a run. Raises: RunError where there is no prepared data of rows."""
        if not (run.path / "bundle" / Bundle.description).is_file():
            raise RunError(
                "only models that answer rows with a class or a value are examined so",
                where=str(run.path),
                remedy="Give the directory of such a run; see: modelyard runs.",
            )
        bundle = Bundle.open(run.path / "bundle")
        return cls(
            run=run, recipe=recipe, bundle=bundle, predictor=Predictor.load(run.path / "artifact"), allowance=allowance
        )

    @property
    def split(self) -> str:
        """The split that nobody trained on: test, else validation, else train (the evaluation says so)."""
        return next((name for name in ("test", "validation") if self.bundle.counts.get(name)), "train")

    @property
    def kind(self) -> str:
        """The metrics' module: classification or regression."""
        return str(self.predictor.task.metrics)

    @property
    def labels(self) -> tuple[str, ...]:
        """The classes; empty for a regression."""
        return tuple(self.predictor.task.labels) if self.kind == "classification" else ()

    def known(self, split: str | None = None) -> Labelled:
        """The rows of a split with known answers: rows by column, places, targets [N] (class indices or values)."""
        name = split or self.split
        if name not in self._known:
            rows, places = self.bundle.rows(name), self.bundle.places(name)
            self._known[name] = labelled(rows, places, self.predictor.schema, self.labels or None)
        return self._known[name]

    def count(self, split: str | None = None) -> int:
        """Rows of a split, with or without an answer."""
        return row_count(self.bundle.rows(split or self.split))

    def outputs(self, split: str | None = None) -> Floats:
        """Raw outputs [N, O] on the known rows of a split."""
        name = split or self.split
        if not self.is_answered(name):
            self._outputs[name] = self.predictor.outputs(self.known(name).rows)
        return self._outputs[name]

    def is_answered(self, split: str | None = None) -> bool:
        """Whether the answers to a split are known already, and cost nothing."""
        name = split or self.split
        if name not in self._outputs:
            kept = kept_outputs(self.run, name, self.predictor.artifact.digest)
            if kept is not None and len(kept) == len(self.known(name).targets):
                self._outputs[name] = kept
        return name in self._outputs

    def probabilities(self, split: str | None = None) -> Floats:
        """Probabilities [N, C] (classification) or values [N], as the server answers them."""
        return self.answered(self.outputs(split))

    def answered(self, outputs: Floats) -> Floats:
        """Raw outputs [N, O] as probabilities [N, C] or values [N]."""
        found = np.asarray(self.predictor.task.probabilities(outputs), dtype=np.float64)
        return found[:, 0] if found.ndim == 2 and self.kind == "regression" else found

    def decide(self, probabilities: Floats) -> NDArray[np.int64]:
        """The class that the server answers, [N], of probabilities [N, C]."""
        return np.asarray(self.predictor.task.decide(probabilities))

    def for_metric(self, metric: str, answered: Floats) -> Floats:
        """Probabilities [N, C] or values [N] as `metric` shall judge them (`inference.served`)."""
        return for_metric(self.predictor.task, metric, answered)

    def tell(self, text: str, share: float) -> None:
        """Progress, `share` of 1."""
        self.run.emit("progress", text=text, share=share)
