"""The recipe: what a user writes, typed, frozen, every default in one place.

Reading YAML (with line numbers) is `core.recipe_file`; this module and those it takes sections from hold the fields
and their rules, and all of them are imported from here.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StrictBool, field_validator, model_validator

from modelyard.core.recipe_answer import Answer
from modelyard.core.recipe_audit import Audit
from modelyard.core.recipe_base import (
    DenseConfig,
    Fraction,
    Model,
    NgramConfig,
    Positive,
    Section,
    Strings,
    TokenConfig,
)
from modelyard.core.recipe_card import Card
from modelyard.core.recipe_compress import Compress
from modelyard.core.recipe_data import Clean, Data, Split
from modelyard.core.recipe_evaluate import Evaluate
from modelyard.core.recipe_explain import Explain

__all__ = [
    "Answer",
    "Audit",
    "Budget",
    "Card",
    "Clean",
    "Compress",
    "Data",
    "DenseConfig",
    "Evaluate",
    "Explain",
    "Fraction",
    "Model",
    "NgramConfig",
    "Parallel",
    "Positive",
    "Recipe",
    "Section",
    "Split",
    "Strings",
    "TokenConfig",
    "Train",
]


class Parallel(Section):
    """The processes of a training; `modelyard launch` starts as many. Results are one process's but for rounding."""

    data: int | None = Field(
        None, ge=1, le=65_536, examples=[8], description="Processes that take different rows; empty: all there are."
    )
    shard: StrictBool | Annotated[int, Field(ge=2, le=65_536)] = Field(
        False,
        examples=[True, 8],
        description="They hold a decoder's weights in parts (FSDP2), all together or so many; false: each holds all.",
    )
    tensor: int = Field(1, ge=1, le=1024, examples=[2], description="Processes that share each matrix of a decoder.")


class Privacy(Section):
    """Differentially private training: what any one row, document or conversation can change is bounded."""

    epsilon: Positive = Field(examples=[3], description="The most that is given away of one; 1 is strong, 10 weak.")
    delta: float = Field(1e-5, gt=0, lt=1, description="The chance that more is; below 1 / their number.")
    max_grad_norm: Positive = Field(1.0, description="The gradient of each example is clipped to this norm.")


class Train(Section):
    """The training loop. A *step* is one optimizer update."""

    epochs: Positive | None = Field(None, examples=[3], description="Passes over the training split; else from budget.")
    steps: int | None = Field(None, gt=0, examples=[1000], description="Optimizer steps; overrides epochs.")
    batch_size: int | None = Field(None, gt=0, examples=[32], description="Examples a step; chosen where empty.")
    accumulate: int = Field(1, ge=1, description="Micro-batches a step.")
    batch_tokens: int | None = Field(
        None,
        gt=0,
        examples=[65_536],
        description="Language models: tokens a step; sets accumulate, with batch_size sequences at once or fewer.",
    )
    optimizer: Literal["sgd", "momentum", "adam", "adamw", "adagrad", "rmsprop", "muon"] = "adamw"
    learning_rate: float | None = Field(None, gt=0, examples=[3e-4], description="Peak; the family's own where empty.")
    matrix_rate: Positive = Field(
        1.0, description="Of muon: the rate of the matrices that it moves, as a multiple of learning_rate."
    )
    momentum: Fraction = Field(0.9, description="Of the optimizer momentum.")
    beta2: Fraction = Field(0.999, description="How slowly adam, adamw and muon forget the squares of gradients.")
    weight_decay: float = Field(0.01, ge=0, description="Decoupled for adamw, L2 for the others.")
    l1: float = Field(0.0, ge=0)
    schedule: Literal["constant", "linear", "cosine", "polynomial", "wsd"] = Field(
        "cosine", description="wsd: warm-up, stable, decay."
    )
    warmup: Fraction = Field(0.06, description="Share of the steps.")
    decay: float = Field(0.2, gt=0, le=1, description="Share of the steps, of the schedule wsd.")
    decay_shape: Literal["1-sqrt", "linear"] = Field("1-sqrt", description="How the schedule wsd goes down.")
    min_rate: Fraction = Field(0.0, description="Where the schedule ends, as a share of the peak.")
    ema: Fraction | None = Field(
        None, examples=[0.999], description="Decay of a moving average of the weights, which is judged and shipped."
    )
    spike_factor: Annotated[float, Field(gt=1)] | Literal[False] | None = Field(
        None,
        examples=[10],
        description="A step is skipped whose gradient norm is above this many times the running median or is not a "
        "number. Where empty: 10 for language models, none is skipped for the rest; false: none.",
    )
    clip_norm: float | None = Field(1.0, gt=0, examples=[1.0])
    loss: Literal["cross_entropy", "binary", "mse", "mae", "huber", "dpo", "ipo"] | None = Field(
        None, description="The task's own where empty."
    )
    label_smoothing: Fraction = 0.0
    z_loss: float = Field(0.0, ge=0, examples=[1e-4], description="Language models: holds the partition sum near 1.")
    objective: Literal["causal", "masked"] = Field(
        "causal", description="Running text: predict the next token, or fill in masked ones (trains an encoder)."
    )
    masked: float = Field(0.3, gt=0, lt=1, description="Share of the tokens that objective: masked hides.")
    beta: Positive = Field(0.1, description="Of the task preference: how dear it is to leave the starting model.")
    replay: Fraction = Field(
        0.0,
        examples=[0.1],
        description="Share of the training rows taken from what the run in model.from learned from.",
    )
    class_weights: Literal["none", "balanced"] = "none"
    calibrate: Literal["auto", "temperature", "vector", "isotonic", "none"] = Field(
        "auto",
        description="How classes' probabilities are calibrated on the validation rows; auto: by a temperature, unless "
        "another is shown to be better on rows it was not fitted on.",
    )
    early_stopping: int | None = Field(
        3, ge=1, description="Evaluations without improvement; null: never. The best weights are kept either way."
    )
    evaluations: int = Field(10, ge=1, description="Validations over the run.")
    precision: Literal["auto", "fp32", "bf16"] = "auto"
    threads: int | None = Field(None, gt=0, examples=[2])
    compile: Literal["auto"] | bool = Field(
        "auto", description="torch.compile; auto: where the run is long enough to pay for it."
    )
    recompute: bool = Field(
        False, description="Of decoder: activations are computed again in the backward pass: less memory, more time."
    )
    device: Literal["auto", "cpu", "cuda", "mps"] = Field("auto", description="auto: an NVIDIA GPU, else processors.")
    parallel: Parallel = Parallel()
    privacy: Privacy | None = Field(
        None,
        examples=[{"epsilon": 3, "delta": 1e-5}],
        description="Differentially private steps, of networks on rows and of decoders.",
    )
    tensorboard: bool = Field(True, description="Also write the events as TensorBoard files (no library needed).")
    checkpoint_seconds: float = Field(60.0, ge=0, examples=[60])
    keep_checkpoints: int = Field(2, ge=1)

    @model_validator(mode="after")
    def _one_batch(self) -> Train:
        if self.batch_tokens is not None and "accumulate" in self.model_fields_set:
            raise ValueError("batch_tokens sets accumulate; leave one of them out")
        return self

    @model_validator(mode="after")
    def _schedule_fits(self) -> Train:
        if self.schedule == "wsd" and self.warmup + self.decay > 1:
            most = 1 - self.warmup
            raise ValueError(f"warmup + decay must be at most 1; with warmup {self.warmup:g} try decay {most:g}")
        return self


class Budget(Section):
    """A hard stop that always leaves a usable model. Dollars become time by the price of what the run is on."""

    minutes: float | None = Field(None, gt=0, examples=[10], description="Wall-clock time of the whole run.")
    hours: float | None = Field(None, gt=0, examples=[8], description="The same in hours.")
    usd: float | None = Field(None, gt=0, examples=[50], description="US dollars of the whole run, by the price list.")
    on: str | None = Field(
        None,
        min_length=1,
        max_length=60,
        examples=["h100"],
        description="A device of the catalogue (h100, 8 x a100), or any; empty or here: this machine.",
    )
    deadline_hours: float | None = Field(
        None, gt=0, examples=[24], description="When it must be done: plan takes as many devices; also a hard stop."
    )

    @model_validator(mode="after")
    def _one_time(self) -> Budget:
        if self.minutes is not None and self.hours is not None:
            raise ValueError("minutes and hours are the same limit; leave one of them out")
        return self

    @property
    def seconds(self) -> float | None:
        """The time that the recipe itself sets, the least of its limits; None where it sets none."""
        limits = [
            limit * unit
            for limit, unit in ((self.minutes, 60.0), (self.hours, 3600.0), (self.deadline_hours, 3600.0))
            if limit is not None
        ]
        return min(limits, default=None)


class Recipe(Section):
    """One recipe: from data to a served model."""

    task: str = Field(examples=["text-classification"])
    data: Data
    model: Model = Model()
    train: Train = Train()
    budget: Budget = Budget()
    answer: Answer = Answer()
    evaluate: Evaluate = Evaluate()
    explain: Explain | Literal[False] = Field(Explain(), description="false: nothing is explained.")
    audit: Audit | Literal[False] = Field(Audit(), description="false: nothing is audited.")
    compress: Compress | None = None
    card: Card = Card()
    seed: int = Field(0, ge=0, lt=2**63)
    title: str | None = Field(None, max_length=200)

    @field_validator("model", mode="before")
    @classmethod
    def _name_is_a_model(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"family": value}
        # A checkpoint alone says enough: it is an encoder, unless `recipe_file` knows better by the task.
        return {"family": "encoder", **value} if isinstance(value, dict) and "from" in value else value
