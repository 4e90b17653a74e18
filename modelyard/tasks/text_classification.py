"""`text-classification`: one label for a text (or several text columns, read one after the other)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from modelyard.core import registry
from modelyard.core.errors import RecipeError, RequestError
from modelyard.core.features import Features, FeatureSpec
from modelyard.core.recipe import NgramConfig, Section, TokenConfig, Train
from modelyard.core.schema import Column, Rows, Schema
from modelyard.data import values
from modelyard.data.features.labels import Labels
from modelyard.data.features.ngrams import Ngrams
from modelyard.data.features.tokens import TextTokenizer
from modelyard.metrics.calibration import fit_temperature
from modelyard.tasks import _classes, _objective

if TYPE_CHECKING:
    from torch import Tensor, nn

# What `str.isspace` takes for blank beyond the blanks of a JSON schema's patterns is named.
_NOT_BLANK = r"[^\s\u001c-\u001f\u0085]"
# Between the columns of a row with several texts.
_JOIN = "\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """A fitted text classifier's two ends: what comes before the model and what comes after it."""

    name: ClassVar[str] = "text-classification"
    sort: ClassVar[str] = "text"
    metrics: ClassVar[str] = "classification"
    cheap: ClassVar[str] = "linear"
    candidates: ClassVar[tuple[str, ...]] = ("encoder", "cnn")

    schema: Schema
    transform: Ngrams | TextTokenizer
    classes: Labels
    loss_name: str
    label_smoothing: float
    temperature: float = 1.0

    @classmethod
    def fit(
        cls, rows: Rows, schema: Schema, *, family: str, config: Section, seed: int = 0, train: Train | None = None
    ) -> Task:
        """Learn the labels and the transform from the training rows. Nothing here is random: `seed` is not used."""
        target = _target(schema)
        classes = Labels.fit(rows[target.name], target.name)
        kind = registry.load("models", family, field="model.family").FEATURES.get("text")
        texts = _texts(rows, schema)
        transform: Ngrams | TextTokenizer
        if kind == "ngrams":
            transform = Ngrams.fit(texts, config if isinstance(config, NgramConfig) else NgramConfig())
        elif kind == "tokens":
            transform = TextTokenizer.fit(texts, config if isinstance(config, TokenConfig) else TokenConfig())
        else:
            raise RecipeError(
                "this model family does not read texts",
                where="model.family",
                got=family,
                remedy="Use linear or encoder.",
            )
        train = train or Train()
        return cls(
            schema=schema,
            transform=transform,
            classes=classes,
            loss_name=_objective.choose(train, _objective.CLASSIFICATION, len(classes.names)),
            label_smoothing=train.label_smoothing,
        )

    @property
    def features(self) -> FeatureSpec:
        """What a model must know of the features."""
        return self.transform.spec

    @property
    def outputs(self) -> int:
        """The number of logits: one a class."""
        return len(self.classes.names)

    @property
    def labels(self) -> tuple[str, ...]:
        """The classes' names, by code."""
        return self.classes.names

    def encode(self, rows: Rows) -> Features:
        """The features of each row."""
        return self.transform.encode(_texts(rows, self.schema))

    def encode_targets(self, rows: Rows) -> NDArray[np.int64]:
        """The class of each row. Raises: DataError naming a row with an unknown label."""
        target = _target(self.schema)
        return self.classes.encode(rows[target.name], target.name)

    def loss(self, model: nn.Module, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """The loss summed over the batch, and the count to divide by."""
        return _objective.evaluate(self.loss_name, self.label_smoothing, model, batch)

    def calibrated(self, outputs: NDArray[np.float64], targets: NDArray[np.int64]) -> Task:
        """This task with the temperature that suits the validation outputs."""
        return replace(self, temperature=fit_temperature(outputs, targets))

    def probabilities(self, outputs: NDArray[np.float64]) -> NDArray[np.float64]:
        """Calibrated probabilities [N, C]."""
        return _classes.softmax(outputs, self.temperature)

    def decode(self, outputs: NDArray[np.float64]) -> list[dict[str, Any]]:
        """`{"label": ..., "scores": {label: probability}}` of each row."""
        return _classes.answers(self.probabilities(outputs), self.labels)

    def request_schema(self) -> dict[str, Any]:
        """JSON schema of one input."""
        properties = {
            column.name: {
                "type": "string",
                "minLength": 1,
                "pattern": _NOT_BLANK,
                "title": column.name,
                **({"examples": [column.example]} if isinstance(column.example, str) else {}),
            }
            for column in self.schema.inputs
        }
        return {
            "type": "object",
            "required": list(properties),
            "properties": properties,
            "additionalProperties": False,
        }

    def answer_schema(self) -> dict[str, Any]:
        """JSON schema of one answer."""
        return _classes.answer_schema(self.labels)

    def check(self, rows: Rows) -> None:
        """Raises: RequestError naming the first cell that is no text."""
        for column in self.schema.inputs:
            for i, cell in enumerate(rows[column.name]):
                if not isinstance(cell, str) or not cell or cell.isspace():
                    raise RequestError(
                        "this field must be a text that is not empty",
                        where=f"inputs[{i}].{column.name}",
                        got=cell,
                        remedy='For example: "a few words".',
                    )

    def save(self, directory: Path) -> None:
        """Write `task.json` and the transform's files."""
        self.transform.save(directory)
        state = {
            "task": self.name,
            "features": self.transform.spec.kind,
            "schema": self.schema.to_json(),
            "labels": list(self.labels),
            "loss": self.loss_name,
            "label_smoothing": self.label_smoothing,
            "temperature": self.temperature,
        }
        content = json.dumps(state, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
        (directory / "task.json").write_text(content, encoding="utf-8")

    @classmethod
    def load(cls, directory: Path) -> Task:
        """The inverse of `save`."""
        state = json.loads((directory / "task.json").read_text(encoding="utf-8"))
        transform = Ngrams if state["features"] == "ngrams" else TextTokenizer
        return cls(
            schema=Schema.from_json(state["schema"]),
            transform=transform.load(directory),
            classes=Labels(tuple(state["labels"])),
            loss_name=state["loss"],
            label_smoothing=state["label_smoothing"],
            temperature=state["temperature"],
        )

    @classmethod
    def tiny(cls) -> tuple[Rows, Schema]:
        """A few rows for the contract tests, of unlike lengths, in two languages."""
        good = [
            "a fine film",
            "很好看的电影",
            "wonderful , warm and funny from the first scene to the last",
            "真不错，强烈推荐",
        ]
        bad = [
            "a dull film",
            "很难看的电影",
            "boring , cold and far too long for what little it has to say",
            "太差了，浪费时间",
        ]
        rows = {"text": good * 4 + bad * 4, "label": ["good"] * 16 + ["bad"] * 16}
        label = Column(name="label", kind="category", values=("good", "bad"), example="good")
        return rows, Schema(inputs=(Column(name="text", kind="text", example="a fine film"),), target=label)


def _target(schema: Schema) -> Column:
    if schema.target is None:
        raise RecipeError(
            "this task needs a target column", where="data.target", remedy="Name the column that holds the labels."
        )
    return schema.target


def _texts(rows: Rows, schema: Schema) -> list[str]:
    """One text a row; a missing one is empty."""
    columns: list[Sequence[Any]] = [rows[column.name] for column in schema.inputs]
    if len(columns) == 1:
        return [cell if type(cell) is str else values.text(cell) or "" for cell in columns[0]]
    return [_JOIN.join(values.text(cell) or "" for cell in row) for row in zip(*columns, strict=True)]
