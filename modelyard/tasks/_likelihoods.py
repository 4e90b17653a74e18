"""From the likelihood of texts to answers, the same for every task whose outputs are nats and tokens. N texts."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

ANSWER_SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["log_likelihood", "tokens", "perplexity"],
    "properties": {
        "log_likelihood": {
            "type": "number",
            "description": "Natural logarithm of the predicted text's probability.",
        },
        "tokens": {"type": "integer", "minimum": 0, "description": "Predicted tokens, the ending included."},
        "perplexity": {"type": "number", "minimum": 1, "description": "exp(-log_likelihood / tokens)."},
    },
    "additionalProperties": False,
}


def answers(outputs: NDArray[np.float64]) -> list[dict[str, Any]]:
    """How likely each text is, from nats and tokens [N, 2]."""
    return [
        {
            "log_likelihood": -nats,
            "tokens": int(tokens),
            "perplexity": float(np.exp(min(700.0, nats / max(tokens, 1.0)))),
        }
        for nats, tokens in np.asarray(outputs, dtype=np.float64).tolist()
    ]
