"""A server of a real packaged model that can also be explained."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "serving"))
from serving_kit import ServerThread

from modelyard.explanation.served import explainer
from modelyard.serving.explain import explaining
from modelyard.serving.model import load


def server(path: Path, make: Callable[[Any], Any] = explainer, **settings: Any) -> ServerThread:
    """Of a run directory; `make` is what explains its model."""
    return ServerThread(model=explaining(load, make)(path, threads=1), **settings)
