"""What an image of a served model weighs, and when it is ready: the build stage of the Dockerfile, run without Docker.

Run: python benchmarks/image_size.py RUN
`modelyard package RUN --docker` writes the files; every RUN and COPY of the build stage is then executed here, with
/opt/venv and /build put into a temporary folder. What the second stage would copy is measured: the environment and the
model, by the bytes of the files. The base image is not: it was not pulled here. Results: results/image_size.json.
"""

import argparse
import json
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from pathlib import Path

RESULTS = Path(__file__).parent / "results" / "image_size.json"
BASE_MB = (120, 150)  # python:3.x-slim-bookworm unpacked, as listings of it show; not measured here
PORT = 18_433


def build(folder: Path, here: Path) -> None:
    """Execute the build stage."""
    text = (folder / "Dockerfile").read_text(encoding="utf-8")
    text = re.sub(r"\\\n(?=\s)", " ", text)
    stage = text.partition(" AS build\n")[2].partition("\nFROM ")[0]
    (here / "build").mkdir()
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    environment = {name: value for name, value in environment.items() if not name.startswith("PYTHON")}
    for line in stage.splitlines():
        moved = line.replace("/opt/venv", str(here / "venv")).replace("/build", str(here / "build"))
        kind, _, rest = moved.partition(" ")
        if kind == "RUN":
            subprocess.run(["sh", "-c", rest], check=True, env=environment, cwd=here, stdout=subprocess.DEVNULL)
        elif kind == "COPY":
            *sources, target = rest.split()
            for source in sources:
                if (folder / source).is_dir():
                    shutil.copytree(folder / source, target)
                else:
                    shutil.copy(folder / source, target)


def weigh(directory: Path) -> dict:
    """Bytes in all, of compiled files, and the largest packages."""
    files = [path for path in directory.rglob("*") if path.is_file() and not path.is_symlink()]
    by_package: Counter[str] = Counter()
    for path in files:
        after = re.search(r"site-packages/([^/]+)", str(path))
        by_package[after[1] if after else "python"] += path.stat().st_size
    return {
        "bytes": sum(path.stat().st_size for path in files),
        "compiled_bytes": sum(path.stat().st_size for path in files if path.suffix == ".pyc"),
        "largest": dict(by_package.most_common(8)),
    }


def start(program: Path, model: Path) -> tuple[float, float]:
    """Seconds from the start to ready, by the clock and of processor time."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "ORT_DISABLE_TELEMETRY": "1"}
    environment.pop("PYTHONPATH", None)
    began = time.perf_counter()
    command = [str(program), "serve", str(model), "--port", str(PORT)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/health/ready", timeout=1) as answer:
                if answer.status == 200:
                    break
        except OSError:
            if process.poll() is not None:
                raise SystemExit("the server ended") from None
            time.sleep(0.005)
    seconds = time.perf_counter() - began
    ticks = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    used = sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
    process.send_signal(signal.SIGTERM)
    process.wait()
    return seconds, used


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--starts", type=int, default=7)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        command = [sys.executable, "-m", "modelyard", "package", str(chosen.run), "--docker", "--out", name + "/files"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        build(here / "files", here)
        model = next(path for path in (here / "build").iterdir() if path.is_dir())
        environment = weigh(here / "venv")
        starts = [start(here / "venv" / "bin" / "modelyard", model) for _ in range(chosen.starts)]
        result = {
            "date": time.strftime("%Y-%m-%d %H:%M", time.gmtime()),
            "python": sys.version.split()[0],
            "load": [round(value, 1) for value in os.getloadavg()],
            "environment": environment,
            "model_bytes": weigh(model)["bytes"],
            "base_megabytes_not_measured": BASE_MB,
            "ready_seconds": [round(clock, 2) for clock, _ in starts],
            "ready_seconds_median": round(statistics.median(clock for clock, _ in starts), 2),
            "ready_processor_seconds_median": round(statistics.median(used for _, used in starts), 2),
        }
    RESULTS.write_text(json.dumps(result, indent=1) + "\n")
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
