"""The recipe's section `compress:`, and how a smaller variant is named: parts joined by `+`, such as prune=0.5+int8."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import Field, field_validator, model_validator

from modelyard.core.recipe_base import Model, Positive, Section

# A name's parts stand in this order: what is cut off and trained again, who teaches, how weights are stored.
PRUNED = ("prune", "heads", "neurons", "layers", "sparse")
DISTILL = "distill"
GRAPHS = ("int8", "int8-static", "int8-weights", "int4", "fp16", "bf16")
_NUMBER = re.compile(r"[0-9]*\.?[0-9]+")
ROWS, LOSS, RECOVERY = 10_000, 0.01, 0.2


@dataclass(frozen=True, slots=True)
class Variant:
    """A way to make a model smaller: shares that are removed by kind, whether it is taught, how it is stored."""

    shares: tuple[tuple[str, float], ...] = ()
    distilled: bool = False
    graph: str | None = None

    def __str__(self) -> str:
        return "+".join((*filter(None, (self.trained,)), *filter(None, (self.graph,))))

    @property
    def trained(self) -> str:
        """The part of the name that is a training; empty where there is none."""
        parts = [f"{kind}={share:g}" for kind, share in self.shares]
        return "+".join([*parts, DISTILL] if self.distilled else parts)

    @property
    def needs_student(self) -> bool:
        """Whether another network is taught, which has to be named."""
        return self.distilled and not self.shares

    @property
    def sparse(self) -> float:
        """The share of each matrix that is set to zero."""
        return dict(self.shares).get("sparse", 0.0)


def variant(name: str) -> Variant:
    """What a name asks for. Raises: ValueError in words."""
    shares: list[tuple[str, float]] = []
    distilled, graph, place = False, None, -1
    order = (*PRUNED, DISTILL, "")
    for part in name.replace(" ", "").split("+"):
        kind, equals, number = part.partition("=")
        if kind in PRUNED:
            shares.append((kind, _share(kind, number if equals else "")))
        elif part == DISTILL:
            distilled = True
        elif part in GRAPHS:
            graph = part
        else:
            known = f"{', '.join(GRAPHS)}, {DISTILL}, {', '.join(f'{one}=0.5' for one in PRUNED)}"
            raise ValueError(f"{part or name!r} is no way to compress; use {known}, or several such as prune=0.5+int8")
        here = order.index("" if part in GRAPHS else kind)
        if here <= place:
            raise ValueError(f"{name!r}: give each part once, in the order {'+'.join((*PRUNED, DISTILL, 'int8'))}")
        place = here
    if dict(shares).keys() >= {"prune"} and {"heads", "neurons"} & dict(shares).keys():
        raise ValueError(f"{name!r}: prune removes heads and neurons; leave one of them out")
    return Variant(tuple(shares), distilled, graph)


def _share(kind: str, number: str) -> float:
    if not _NUMBER.fullmatch(number) or not 0 < float(number) < 1:
        raise ValueError(f"{kind}={number}: give the share that is removed, between 0 and 1; {kind}=0.5 removes half")
    return float(number)


def checked(names: Iterable[str]) -> tuple[str, ...]:
    """The names as they are written back, each once. Raises: ValueError in words."""
    return tuple(dict.fromkeys(str(variant(name)) for name in names))


class Compress(Section):
    """Smaller variants of the shipped network, made and judged at the end of the run."""

    to: tuple[str, ...] = Field(
        (),
        examples=[["int8", "prune=0.5+int8"]],
        description="The variants to keep, each an artifact that serves: int8, int8-static, int8-weights, int4, fp16, "
        "bf16; prune, heads, neurons, layers or sparse with the share to remove; distill; or several joined by +.",
    )
    target: str | None = Field(
        None,
        pattern=r"^\s*(size|latency|loss)\s*=.+$",
        examples=["size=20MB"],
        description="Search them instead: size=20MB, latency=5ms or loss=1%, or several with commas.",
    )
    loss: float = Field(LOSS, ge=0, lt=1, description="The loss of the metric that is refused beyond.")
    rows: int = Field(ROWS, ge=1, description="Rows of the test split to judge on at most.")
    recovery: float = Field(
        RECOVERY, gt=0, le=10, description="Steps of training after pruning, as a share of the model's own."
    )
    student: Model | None = Field(
        None,
        examples=["cnn", {"family": "encoder", "layers": 2, "width": 128}],
        description="The network that distill teaches, as in `model`.",
    )
    teacher: str | None = Field(
        None,
        examples=["runs/voted"],
        description="Of distill: another model that teaches, such as an ensemble: a run or an artifact of the same "
        "data and seed; the run's own where empty.",
    )
    temperature: Positive = Field(2.0, description="Of distill: divides the logits of teacher and student.")
    teaching: float = Field(
        0.7, gt=0, le=1, description="Of distill: weight of the teacher's answers; the rest is the labels'."
    )
    hidden: float = Field(
        0.0, ge=0, description="Of distill: weight of the distance between what both classifiers read; 0: none."
    )
    unlabelled: str | None = Field(
        None, examples=["more.csv"], description="Of distill: a file of rows that the teacher alone labels."
    )
    epochs: Positive | None = Field(
        None, description="Of distill: passes of the student; train.epochs or its family's own where empty."
    )
    compare: bool = Field(False, description="Of distill: also train the student without the teacher, to compare.")
    train: bool = Field(True, description="Of target: also try what has to be trained: pruning, and the student.")

    @field_validator("to", mode="before")
    @classmethod
    def _one_is_enough(cls, value: Any) -> Any:
        return (value,) if isinstance(value, str) else value

    @field_validator("to")
    @classmethod
    def _names_are_known(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return checked(value)

    @field_validator("student", mode="before")
    @classmethod
    def _name_is_a_model(cls, value: Any) -> Any:
        return {"family": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _says_what(self) -> Compress:
        if (self.to and self.target is not None) or not (self.to or self.target or self.student):
            raise ValueError("give either to: [int8, ...] or target: size=20MB, or a student to teach")
        taught = any(variant(name).needs_student for name in self.to)
        if self.student is not None and self.to and not taught:
            raise ValueError("a student is taught by distill: add it to the variants, or leave the student out")
        if self.teacher is not None and self.student is None:
            raise ValueError("a teacher needs a student: student: cnn, or {family: encoder, layers: 2, width: 128}")
        if self.teacher is not None and self.hidden:
            raise ValueError("another model teaches by its answers alone: leave hidden out")
        if self.student is None and taught:
            raise ValueError("distill needs a student: student: cnn, or {family: encoder, layers: 2, width: 128}")
        return self

    @property
    def wanted(self) -> tuple[str, ...]:
        """The variants to keep; of a student alone, that one."""
        return self.to or ((DISTILL,) if self.target is None else ())
