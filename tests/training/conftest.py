import importlib.util
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def toy():
    path = Path(__file__).parent / "toy.py"
    spec = importlib.util.spec_from_file_location("training_toy", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
