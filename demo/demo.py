"""The main job, start to finish, as a user would type it: new, check, run, serve, one request.

Prints every command before it runs it. Data: the documentation of the Python that runs this; nothing is downloaded.
"""

import json
import os
import shlex
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
RUNS = Path("runs/demo")
MODELYARD = [sys.executable, "-m", "modelyard"]
TEXT = "Open a connection to the server and return the response headers."


def say(*words: str) -> None:
    """Print a command as a user would type it, then run it."""
    print(f"\n$ modelyard {shlex.join(words)}", flush=True)
    subprocess.run([*MODELYARD, *words], check=True)


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ask(port: int, seconds: float = 20.0) -> dict[str, Any]:
    """One request, as soon as the server answers."""
    url = f"http://127.0.0.1:{port}/v1/predict"
    body = json.dumps({"inputs": [{"text": TEXT}]}).encode()
    deadline = time.monotonic() + seconds
    while True:
        try:
            request = urllib.request.Request(url, body, {"content-type": "application/json"})
            with urllib.request.urlopen(request, timeout=5) as answer:
                found: dict[str, Any] = json.load(answer)
                return found
        except urllib.error.URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def main() -> None:
    """Run the demo; a finished one is shown again, an unfinished one goes on."""
    RUNS.mkdir(parents=True, exist_ok=True)
    data, recipe, run = RUNS / "docstrings.csv", RUNS / "recipe.yaml", RUNS / "docstrings"
    subprocess.run([sys.executable, str(HERE / "docstrings.py"), str(data)], check=True)
    say("new", str(data), "--out", str(recipe), "--force")
    say("run", str(recipe), "--out", str(run), "budget.minutes=1.5")
    port = free_port()
    log = RUNS / "serve.log"  # a line for each request, which would stand amid the answer
    with log.open("wb") as lines:
        server = subprocess.Popen(
            [*MODELYARD, "serve", str(run), "--port", str(port)], stdout=lines, stderr=lines, env={**os.environ}
        )
    try:
        best = ask(port)["predictions"][0]
        print(f"\nasked the served model: {TEXT!r}\n  {best['label']}, {best['scores'][best['label']]:.1%} sure")
    except urllib.error.URLError as error:
        raise SystemExit(f"the server does not answer ({error}); what it said: {log}") from error
    finally:
        server.terminate()
        server.wait(10)
    request = json.dumps({"inputs": [{"text": TEXT}]})
    print(
        f"\nlook at   {run / 'report.html'}\n"
        f"serve     {sys.executable} -m modelyard serve {run}\n"
        f"try       curl -s localhost:8000/v1/predict -H 'content-type: application/json' -d '{request}'"
    )


if __name__ == "__main__":
    main()
