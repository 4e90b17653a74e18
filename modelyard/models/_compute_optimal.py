"""How large a decoder a budget should train, and what loss to expect of it.

N parameters; D tokens trained on; U unique tokens of the corpus; C = 6 N D floating-point operations.
Source: Hoffmann et al. 2022, "Training compute-optimal large language models", equation 2 (the form of the loss) and
section 3.3; Muennighoff et al. 2023, "Scaling data-constrained language models", equations 5 and 6 and appendix A (what
repeated tokens and surplus parameters are worth, and the constants). The constants were fitted on English web text with
a vocabulary of 32 k to 50 k: for another tokenizer the expected loss is no forecast, the size a starting point.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

# L = E + A / N^a + B / D^a; R_D and R_N set how fast further epochs and parameters lose their worth.
IRREDUCIBLE, OF_PARAMETERS, OF_TOKENS, EXPONENT = 1.8693, 520.8, 1487.7, 0.3526596
REPEATS, SURPLUS = 15.387756, 5.309743
# N / D of the compute-optimal pair when nothing repeats: 1 parameter to 19.6 tokens.
PARAMETERS_PER_TOKEN = (OF_PARAMETERS / OF_TOKENS) ** (1 / EXPONENT)
FLOPS_PER_PARAMETER_TOKEN = 6.0
HEAD = 64
# Nothing below the smallest models of the fits (7 M parameters) is more than a guess; narrower ones are not offered.
NARROWEST = 128
WIDEST = 8192


@dataclass(frozen=True, kw_only=True, slots=True)
class Shape:
    """A decoder's layers and width; one head is 64 wide."""

    layers: int
    width: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Optimum:
    """The best shape for a budget; `epochs` counts passes over the unique tokens, `loss` is in nats a token."""

    shape: Shape
    parameters: int
    tokens: int
    epochs: float
    loss: float


def shapes() -> Iterator[Shape]:
    """Widths in steps of a head (coarser above 1,024), width over layers near 64.

    Source: Kaplan et al. 2020, figure 5: the loss hardly depends on the aspect ratio between 30 and 200.
    """
    width = NARROWEST
    while width <= WIDEST:
        yield Shape(layers=max(4, round(width / HEAD)), width=width)
        width += HEAD if width < 1024 else 4 * HEAD


def expected_loss(parameters: float, tokens: float, unique: float) -> float:
    """Nats a token after training on `tokens`, of which `unique` are different."""
    unique = min(unique, tokens)
    worth = _worth(tokens, unique, REPEATS)
    useful = min(parameters, PARAMETERS_PER_TOKEN * unique)
    capacity = _worth(parameters, useful, SURPLUS)
    return float(IRREDUCIBLE + OF_PARAMETERS / capacity**EXPONENT + OF_TOKENS / worth**EXPONENT)


def optimum(sizes: dict[Shape, int], *, unique: int, flops: float) -> Optimum:
    """The shape of `sizes` (with its parameters) that reaches the lowest expected loss with `flops`.

    All of the budget is spent: a smaller model sees more tokens.
    """
    found = []
    for shape, parameters in sizes.items():
        tokens = flops / (FLOPS_PER_PARAMETER_TOKEN * parameters)
        loss = expected_loss(parameters, tokens, unique)
        found.append((loss, parameters, tokens, shape))
    loss, parameters, tokens, shape = min(found, key=lambda one: one[:2])
    return Optimum(
        shape=shape, parameters=parameters, tokens=max(1, int(tokens)), epochs=tokens / max(1, unique), loss=loss
    )


def learning_rate(parameters: int) -> float:
    """A peak for Adam by the number of parameters.

    Source: Kaplan et al. 2020, "Scaling laws for neural language models", equation D.1, kept within what was tried.
    """
    return min(1e-3, max(1e-4, 0.003239 - 0.0001395 * math.log(parameters)))


def _worth(amount: float, unique: float, decay: float) -> float:
    """What `amount` is worth in unique units when only `unique` of it is."""
    repeats = amount / unique - 1
    return unique + unique * decay * (1 - math.exp(-repeats / decay))
