"""What is left of a recipe's fields in an export: values to read, already checked when the model was trained."""

from __future__ import annotations

import json
from types import SimpleNamespace


class NgramConfig(SimpleNamespace):
    """How n-grams were chosen."""

    @classmethod
    def model_validate_json(cls, text: str) -> NgramConfig:
        """The fields as they were written."""
        return cls(**json.loads(text))
