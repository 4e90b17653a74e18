"""A server process over the fake model, for tests of signals: `run_fake.py SECONDS [SETTING=VALUE ...]`.

Prints its port first.
"""

from __future__ import annotations

import sys

from serving_kit import FakePredictor

from modelyard.serving.app import create_app
from modelyard.serving.model import ServedModel
from modelyard.serving.server import listen, run_app
from modelyard.serving.settings import Settings

if __name__ == "__main__":
    options = {name: float(value) for name, _, value in (item.partition("=") for item in sys.argv[2:])}
    settings = Settings(port=0, **options)  # type: ignore[arg-type]
    listener = listen(settings)
    print(listener.getsockname()[1], flush=True)
    about = {"name": "reviews", "task": "text-classification", "family": "fake", "digest": "0" * 64}
    model = ServedModel(FakePredictor(seconds=float(sys.argv[1])), about=about)
    run_app(create_app(model, settings), settings, listener)
