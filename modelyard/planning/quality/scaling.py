"""How good a language model will be: the loss that published scaling laws expect, with the band that they differ by.

N parameters; D tokens trained on; U unique tokens. The laws are of English web text in tokens of about 4.4 bytes; here
data are measured in such tokens whatever the tokenizer (bytes / 4.4), and the answer is given in bits per byte, which
does not depend on the tokenizer either. For text of another kind only differences between sizes and amounts carry over.
Source: Hoffmann et al. 2022 (approach 3); Besiroglu et al. 2024, "Chinchilla scaling: a replication attempt" (their
fit of the same runs); Muennighoff et al. 2023, equations 5 and 6 (repeated tokens) and appendix A (a fit on C4).
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any

from modelyard.models import _compute_optimal as muennighoff
from modelyard.planning.quote import Band

# Bytes a token of the tokenizers that the laws were fitted with (32 k to 50 k tokens, English).
LAW_BYTES_PER_TOKEN = 4.4
# Nothing smaller was in the fits; below, the laws are stretched.
SMALLEST, FEWEST_TOKENS = 7e6, 1e8
# The laws say nothing of what is smaller than this.
LEAST_PARAMETERS, LEAST_TOKENS = 5e5, 5e6
# Residuals of a fit on its own runs are some 1 % of the loss; of a law on runs of another code and data, about this.
OWN_BAND, STRETCHED_BAND = 0.04, 0.15


@dataclass(frozen=True, kw_only=True, slots=True)
class Law:
    """L = E + A / N^a + B / D^b, in nats a token."""

    name: str
    irreducible: float
    of_parameters: float
    parameters_exponent: float
    of_tokens: float
    tokens_exponent: float

    def loss(self, parameters: float, tokens: float) -> float:
        """Nats a token of different ones."""
        of_size = self.of_parameters / parameters**self.parameters_exponent
        return float(self.irreducible + of_size + self.of_tokens / tokens**self.tokens_exponent)


LAWS = (
    Law(
        name="Hoffmann et al. 2022",
        irreducible=1.69,
        of_parameters=406.4,
        parameters_exponent=0.34,
        of_tokens=410.7,
        tokens_exponent=0.28,
    ),
    Law(
        name="Besiroglu et al. 2024",
        irreducible=1.8172,
        of_parameters=482.01,
        parameters_exponent=0.3478,
        of_tokens=2085.43,
        tokens_exponent=0.3658,
    ),
    Law(
        name="Muennighoff et al. 2023",
        irreducible=muennighoff.IRREDUCIBLE,
        of_parameters=muennighoff.OF_PARAMETERS,
        parameters_exponent=muennighoff.EXPONENT,
        of_tokens=muennighoff.OF_TOKENS,
        tokens_exponent=muennighoff.EXPONENT,
    ),
)


def worth(amount: float, unique: float, decay: float) -> float:
    """What `amount` tokens (or parameters) are worth where only `unique` are different, or useful."""
    if amount <= unique:
        return amount
    return unique + unique * decay * (1 - math.exp(-(amount / unique - 1) / decay))


def expected(parameters: float, tokens: float, unique: float) -> Band:
    """Nats a token (of the laws' tokenizers): the mean of the laws, and the range that they and their residuals span.

    Repeated tokens count less and less, and parameters beyond what the unique tokens can fill.
    """
    losses = [_loss(law, parameters, tokens, unique) for law in LAWS]
    middle = math.fsum(losses) / len(losses)
    stretched = parameters < SMALLEST or tokens < FEWEST_TOKENS
    share = STRETCHED_BAND if stretched else OWN_BAND
    return Band(value=middle, low=min(losses) * (1 - share), high=max(losses) * (1 + share))


def _loss(law: Law, parameters: float, tokens: float, unique: float) -> float:
    unique = min(unique, tokens)
    useful = min(parameters, muennighoff.PARAMETERS_PER_TOKEN * unique)
    capacity = worth(parameters, useful, muennighoff.SURPLUS)
    return law.loss(capacity, worth(tokens, unique, muennighoff.REPEATS))


@dataclass(frozen=True, kw_only=True, slots=True)
class Quality:
    """What a language model will reach: `bits_per_byte`, and the same where one thing were otherwise.

    `more_data` is with ten times the unique text and as many steps, `larger` with ten times the parameters, `longer`
    with ten times the steps on the same text. `better` is the one of more data and a larger model that lowers it more.
    """

    bits_per_byte: Band
    more_data: float
    larger: float
    longer: float
    better: str
    passes: float
    tokens_per_parameter: float
    stretched: bool
    sources: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        return asdict(self)


def quality(parameters: float, trained_bytes: float, unique_bytes: float) -> Quality | None:
    """Expected after training on so many bytes, of which so many are different; None far outside of what was fitted."""
    tokens, unique = trained_bytes / LAW_BYTES_PER_TOKEN, unique_bytes / LAW_BYTES_PER_TOKEN
    if parameters < LEAST_PARAMETERS or tokens < LEAST_TOKENS or unique < LEAST_TOKENS / 10:
        return None
    more_data = bits(expected(parameters, tokens, 10 * unique).value)
    larger = bits(expected(10 * parameters, tokens, unique).value)
    # More data is only worth its name where there is time to read it: at equal compute, ten times of either.
    more_read = bits(expected(parameters, 10 * tokens, 10 * unique).value)
    return Quality(
        bits_per_byte=expected(parameters, tokens, unique) * (1 / (math.log(2) * LAW_BYTES_PER_TOKEN)),
        more_data=more_data,
        larger=larger,
        longer=bits(expected(parameters, 10 * tokens, unique).value),
        better="more data" if more_read < larger else "a larger model",
        passes=tokens / max(1.0, unique),
        tokens_per_parameter=tokens / max(1.0, parameters),
        stretched=parameters < SMALLEST or tokens < FEWEST_TOKENS,
        sources=tuple(law.name for law in LAWS),
    )


def bits(nats_per_token: float) -> float:
    """Nats a token of the laws as bits per byte."""
    return nats_per_token / (math.log(2) * LAW_BYTES_PER_TOKEN)
