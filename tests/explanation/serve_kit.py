"""A server of a real packaged model that can also be explained."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "serving"))
from serving_kit import ServerThread

from modelyard.explanation.served import explainer
from modelyard.serving.explain import explaining
from modelyard.serving.model import load


def server(path: Path, **settings: Any) -> ServerThread:
    """Of a run directory."""
    return ServerThread(model=explaining(load, explainer)(path, threads=1), **settings)
