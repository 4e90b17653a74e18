"""Makes `serving_kit` importable: tests are imported by path, so a folder of theirs is on no path of Python's."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
