"""Layer 3: an artifact and its task answering requests. Needs neither torch nor transformers."""

from modelyard.inference.predictor import Predictor

__all__ = ["Predictor"]
