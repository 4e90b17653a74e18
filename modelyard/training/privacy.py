"""Differentially private steps: each example's gradient is clipped, the sum gets noise, examples are drawn by chance.

B examples of a step, drawn each for itself. Who knows which examples were drawn, or the noise, knows too much: both
follow from a key that stays in the run's private folder, so that a training that was killed goes on with the same.
Source: Abadi et al. 2016, "Deep learning with differential privacy", algorithm 1.
"""

from __future__ import annotations

import hashlib
import hmac
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from modelyard.core.recipe import Privacy, Train
from modelyard.core.registry import needing
from modelyard.data.personal.masking import secret
from modelyard.training import privacy_terms
from modelyard.training.batches import Batch, Examples
from modelyard.training.feed import ExampleFeed
from modelyard.training.objective import Compute
from modelyard.training.plan import Plan
from modelyard.training.rehearsal import examples_of

KEY_FILE = "private/noise.key"
# How far the sum of the single gradients may be from the whole one, relative to its largest entry.
_TOLERANCE = 1e-3


class PoissonFeed(ExampleFeed):
    """Every example in a step with the same chance, whatever stands in the others; a step may have none."""

    def __init__(self, examples: Examples, *, batch_size: int, accumulate: int, seed: int, key: bytes) -> None:
        super().__init__(examples, batch_size=batch_size, accumulate=accumulate, seed=seed)
        self.key = key
        self.rate = min(1.0, self.work_per_step / len(examples))

    def step(self, number: int, size: int) -> list[Batch]:
        """The examples that are drawn for a step, in parts."""
        drawn = np.flatnonzero(generator(self.key, "draw", number).random(len(self.examples)) < self.rate)
        return self._parts(drawn, size)

    def rounded(self, precision: str) -> PoissonFeed:
        """Itself: a private training is in float32."""
        assert precision == "fp32", precision
        return self


def generator(key: bytes, *what: object) -> np.random.Generator:
    """Random numbers that nobody without the key can tell."""
    return np.random.Generator(np.random.Philox(key=_digits(key, *what)))


def _digits(key: bytes, *what: object) -> int:
    return int.from_bytes(hmac.new(key, repr(what).encode(), hashlib.sha256).digest()[:16], "little")


def key_of(run: Path) -> bytes:
    """The key of this run's noise, made where there is none."""
    return secret(run / KEY_FILE)


def applied(compute: Compute, feed: Any, section: Train, plan: Plan) -> Compute:
    """What computes a step's gradients: privately where the recipe asks for it."""
    if section.privacy is None:
        return compute
    assert isinstance(feed, PoissonFeed)
    return PrivateCompute(compute, feed, section.privacy, planned_steps(plan))


def planned_steps(plan: Plan) -> int:
    """The most steps that the training may take: the noise is for these."""
    return max(plan.timeline.total, plan.ceiling_steps)


def record(section: Train, plan: Plan, feed: Any, steps: int) -> dict[str, Any]:
    """What `training.json` says of it; nothing where the training is not private."""
    terms = section.privacy
    if terms is None:
        return {}
    noise = privacy_terms.noise_multiplier(terms.epsilon, terms.delta, feed.rate, planned_steps(plan))
    return {
        "privacy": {
            "epsilon": privacy_terms.spent(noise, terms.delta, feed.rate, steps),
            "epsilon_asked": terms.epsilon,
            "delta": terms.delta,
            "noise_multiplier": noise,
            "max_grad_norm": terms.max_grad_norm,
            "sample_rate": feed.rate,
            "steps": steps,
            "accountant": privacy_terms.ACCOUNTANT,
        }
    }


class PrivateCompute(Compute):
    """Clipped gradients of single examples and noise. By opacus' hooks, or one by one where these do not fit."""

    def __init__(self, compute: Compute, feed: PoissonFeed, privacy: Privacy, planned: int) -> None:
        super().__init__(compute.model, compute._objective, compute.precision)
        self._privacy, self._key = privacy, feed.key
        self._expected = feed.rate * len(feed.examples)
        noise = privacy_terms.noise_multiplier(privacy.epsilon, privacy.delta, feed.rate, planned)
        self._deviation = noise * privacy.max_grad_norm
        self._parameters = [parameter for parameter in self.model.parameters() if parameter.requires_grad]
        self._step = 0
        self._hooks = hooked(self.model)
        self._checked = False

    @property
    def hooked(self) -> bool:
        """Whether the gradients of a batch's examples come of one backward pass."""
        return self._hooks is not None

    def seed(self, seed: int, step: int) -> None:
        """The step whose noise is next."""
        self._step = step

    def gradients(self, parts: list[Batch]) -> tuple[Tensor, Tensor, Tensor | None]:
        """As `Compute.gradients`: what is left in the weights is divided by the expected number of examples."""
        sums = [torch.zeros_like(parameter) for parameter in self._parameters]
        loss_sum, count = torch.zeros((), device=self.device), torch.zeros((), device=self.device)
        for part in parts:
            if not examples_of(part):
                continue
            part_sum, part_count = self._by_hooks(part, sums) if self.hooked else self._one_by_one(part, sums)
            loss_sum, count = loss_sum + part_sum, count + part_count
        for number, (parameter, found) in enumerate(zip(self._parameters, sums, strict=True)):
            random = torch.Generator().manual_seed(_digits(self._key, "noise", self._step, number) % (1 << 63))
            noise = torch.randn(parameter.shape, generator=random) * self._deviation
            parameter.grad = found + noise.to(self.device)
        return loss_sum, count.clamp(min=1.0), torch.tensor(self._expected, device=self.device)

    def _by_hooks(self, part: Batch, sums: list[Tensor]) -> tuple[Tensor, Tensor]:
        random = torch.get_rng_state()
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Full backward hook is firing")  # of the first layer, and meant so
            loss_sum, count = self.loss(part)
            loss_sum.backward()  # type: ignore[no-untyped-call]
        single = [getattr(parameter, "grad_sample", None) for parameter in self._parameters]
        whole = [parameter.grad for parameter in self._parameters]
        self._clear()
        examples = examples_of(part)
        if not self._checked and not _agree(single, whole, examples):
            # What its layers do is not what the hooks expect.
            self._hooks.remove_hooks()
            self._hooks = None
            torch.set_rng_state(random)
            return self._one_by_one(part, sums)
        self._checked = self._checked or examples > 1
        found = [tensor for tensor in single if tensor is not None]
        squares = torch.stack([tensor.flatten(1).square().sum(dim=1) for tensor in found]).sum(dim=0)
        factors = (self._privacy.max_grad_norm / (squares.sqrt() + 1e-6)).clamp(max=1.0)
        for total, tensor in zip(sums, single, strict=True):
            if tensor is not None:
                total += torch.tensordot(factors, tensor, dims=([0], [0]))
        return loss_sum.detach(), count

    def _one_by_one(self, part: Batch, sums: list[Tensor]) -> tuple[Tensor, Tensor]:
        loss_sum, count = torch.zeros((), device=self.device), torch.zeros((), device=self.device)
        for row in range(examples_of(part)):
            own_sum, own_count = self.loss({name: tensor[row : row + 1] for name, tensor in part.items()})
            found = torch.autograd.grad(own_sum, self._parameters, allow_unused=True)
            self._clear()
            norm = torch.stack([tensor.norm() for tensor in found if tensor is not None]).norm()
            factor = (self._privacy.max_grad_norm / (norm + 1e-6)).clamp(max=1.0)
            for total, tensor in zip(sums, found, strict=True):
                if tensor is not None:
                    total += factor * tensor
            loss_sum, count = loss_sum + own_sum.detach(), count + own_count
        return loss_sum, count

    def _clear(self) -> None:
        for parameter in self._parameters:
            parameter.grad = None
            if hasattr(parameter, "grad_sample"):
                parameter.grad_sample = None


def hooked(model: nn.Module) -> Any:
    """Let every layer leave its gradients of single examples; the hooks, or None where opacus does not know how."""
    with needing("train.privacy"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from opacus.grad_sample import GradSampleModule, register_grad_sampler
    if any(isinstance(module, nn.RNNBase) for module in model.modules()):
        return None  # opacus would want its own cells in their place, ten times slower than torch's
    register_grad_sampler(nn.LayerNorm)(_layer_norm)
    try:
        return GradSampleModule(model, batch_first=True, loss_reduction="sum", strict=True)
    except (NotImplementedError, ValueError):
        return None


def _layer_norm(layer: Any, activations: list[Tensor], backprops: Tensor) -> dict[nn.Parameter, Tensor]:
    """As opacus 1.6 has it, which fails on a layer without a bias."""
    within = tuple(range(1, backprops.dim() - layer.weight.dim()))
    normal = nn.functional.layer_norm(activations[0], layer.normalized_shape, eps=layer.eps)
    found = {}
    for parameter, gradient in ((layer.weight, normal * backprops), (layer.bias, backprops)):
        if parameter is not None and parameter.requires_grad:
            found[parameter] = gradient.sum(dim=within) if within else gradient
    return found


def _agree(single: list[Tensor | None], whole: list[Tensor | None], examples: int) -> bool:
    """Whether single gradients are there for every weight and add up to the whole ones."""
    for one, all_ in zip(single, whole, strict=True):
        if (one is None) != (all_ is None):
            return False
        if one is None or all_ is None:
            continue
        if not isinstance(one, Tensor) or len(one) != examples:
            return False
        if float((one.sum(dim=0) - all_).abs().max()) > _TOLERANCE * max(1e-3, float(all_.abs().max())):
            return False
    return True
