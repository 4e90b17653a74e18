"""What answering takes: a process of its own opens a model, answers its golden examples one by one, and is watched."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from modelyard.core.errors import RunError
from modelyard.core.words import milliseconds, size

_WARM, _SECONDS, _LIMIT_SECONDS = 3, 1.0, 600.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Price:
    """Of a process that has one model open and answers rows one at a time, the median; `bytes` resident at most."""

    seconds: float
    bytes: int

    def __str__(self) -> str:
        return f"{milliseconds(1e3 * self.seconds)} and {size(self.bytes)} of memory"


def price(artifact: Path) -> Price:
    """Measure an artifact. Raises: RunError where it cannot be opened in a process of its own."""
    command = [sys.executable, "-m", "modelyard.pipeline.ensemble_price", str(artifact)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_LIMIT_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise RunError("measuring what an answer takes did not end", where=str(artifact)) from error
    if done.returncode:
        raise RunError("measuring what an answer takes failed", where=str(artifact), got=_last_line(done.stderr))
    found = json.loads(done.stdout.splitlines()[-1])
    return Price(seconds=float(found["seconds"]), bytes=int(found["bytes"]))


def _last_line(said: str) -> str:
    """What a process said in the end: of a traceback the error."""
    return (said.strip().splitlines() or ["nothing was said"])[-1][:400]


def _measure(artifact: Path) -> None:
    from modelyard.inference.golden import Golden
    from modelyard.inference.predictor import Predictor

    model = Predictor.load(artifact)
    golden = Golden.from_json(model.artifact.json("golden.json"))
    taken: list[float] = []
    begun, number = time.perf_counter(), 0
    while time.perf_counter() - begun < _SECONDS or number <= _WARM:
        row = {name: [values[number % len(golden)]] for name, values in golden.inputs.items()}
        started = time.perf_counter()
        model.predict(row)
        taken.append(time.perf_counter() - started)
        number += 1
    warm = sorted(taken[_WARM:])
    print(json.dumps({"seconds": warm[len(warm) // 2], "bytes": _peak_bytes()}))


def _peak_bytes() -> int:
    status = Path("/proc/self/status")
    if status.is_file():  # what getrusage says of Linux begins with what the process that started this one had
        (line,) = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")]
        return int(line.split()[1]) * 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


if __name__ == "__main__":
    _measure(Path(sys.argv[1]))
