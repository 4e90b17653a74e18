"""A language model on the Python that runs this: trained, judged, sampled, served, asked once. Nothing is downloaded.

Prints every command before it runs it.
"""

import json
import shlex
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from demo import HERE, MODELYARD, free_port, say

RUNS = Path("runs/demo-lm")
RECIPE = """\
task: language-modeling
data: {train: DATA}
model: {family: decoder, preset: tiny, vocabulary: 2048, max_length: 128}
train: {optimizer: muon, learning_rate: 0.01, schedule: linear}
budget: {minutes: 2}
"""
PROMPTS = ("def read(self, ", "# Return the number of ")
QUESTION = {"prompt": "import os\n\n\ndef ", "max_tokens": 60, "temperature": 0.7, "seed": 0, "stream": True}


def ask(port: int, seconds: float = 60.0) -> None:
    """Print an answer as it is written, as soon as the server is there."""
    url = f"http://127.0.0.1:{port}/v1/completions"
    request = urllib.request.Request(url, json.dumps(QUESTION).encode(), {"content-type": "application/json"})
    deadline = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                print(QUESTION["prompt"], end="")
                for line in answer:
                    data = line.decode().removeprefix("data: ").strip()
                    if data and data != "[DONE]":
                        print(json.loads(data)["choices"][0]["text"], end="", flush=True)
                print()
                return
        except urllib.error.URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def main() -> None:
    """Run the demo; a finished one is shown again, an unfinished one goes on."""
    RUNS.mkdir(parents=True, exist_ok=True)
    data, recipe, run = RUNS / "library.jsonl", RUNS / "recipe.yaml", RUNS / "python"
    subprocess.run([sys.executable, str(HERE / "library.py"), str(data)], check=True)
    recipe.write_text(RECIPE.replace("DATA", str(data)))
    print(f"\n{recipe}\n{recipe.read_text()}", end="")
    say("run", str(recipe), "--out", str(run))
    for seed, prompt in enumerate(PROMPTS):
        say("generate", str(run), "--prompt", prompt, "--max-new-tokens", "60", "--seed", str(seed))
    port = free_port()
    print(f"\n$ modelyard serve {run} --port {port}      asked with streaming:\n", flush=True)
    server = subprocess.Popen(
        [*MODELYARD, "serve", str(run), "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        ask(port)
    finally:
        server.terminate()
        server.wait(30)
    body = shlex.quote(json.dumps(QUESTION))
    print(
        f"\nlook at   {run / 'report.html'}\n"
        f"write     {sys.executable} -m modelyard generate {run} --prompt 'class '\n"
        f"talk      {sys.executable} -m modelyard chat {run}      (a base model: it continues, it does not answer)\n"
        f"serve     {sys.executable} -m modelyard serve {run}\n"
        f"ask       curl -sN localhost:8000/v1/completions -H 'content-type: application/json' -d {body}"
    )


if __name__ == "__main__":
    main()
