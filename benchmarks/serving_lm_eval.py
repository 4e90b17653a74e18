"""lm-evaluation-harness against the served endpoint, beside its own `hf` model on the same artifact: the same figures.

Run: python benchmarks/serving_lm_eval.py RUN --text BOOK.txt --harness ENV/bin/lm_eval [--modelyard ENV/bin/modelyard]
ENV of the harness: pip install "lm-eval[api]==0.4.13" "transformers>=5.19,<6" torch. From the lines of a text three
tasks are made: which of four endings a line has (multiple_choice: log-likelihoods with echo), bits per byte
(loglikelihood_rolling), and the written end of a line (generate_until). Each is judged twice and compared. Writes
results/serving_lm_eval.json.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

RESULTS = Path(__file__).parent / "results" / "serving_lm_eval.json"
PORT = 18_434
TASKS = {
    "endings": """
output_type: multiple_choice
doc_to_text: "{{question}}"
doc_to_choice: "{{choices}}"
doc_to_target: answer
metric_list: [{metric: acc, aggregation: mean, higher_is_better: true}]
""",
    "bits": """
output_type: loglikelihood_rolling
doc_to_text: ""
doc_to_target: "{{text}}"
metric_list: [{metric: bits_per_byte, aggregation: bits_per_byte, higher_is_better: false}]
""",
    "written": """
output_type: generate_until
doc_to_text: "{{question}}"
doc_to_target: "{{ending}}"
generation_kwargs: {until: ["\\n"], max_gen_toks: 16, temperature: 0, do_sample: false}
metric_list: [{metric: exact_match, aggregation: mean, higher_is_better: true}]
""",
}


def write_tasks(here: Path, text: str, count: int) -> None:
    """Questions from lines that have both a beginning and an end."""
    lines = [line.strip() for line in text.splitlines()]
    lines = [line for line in dict.fromkeys(lines) if len(line.split()) >= 6 or 12 <= len(line) <= 60]
    dice = random.Random(0)
    rows = []
    for line in dice.sample(lines, count):
        words = line.split(" ")
        cut = len(" ".join(words[: len(words) // 2])) if len(words) > 5 else len(line) // 2
        endings = [other[len(other) // 2 :] for other in dice.sample(lines, 3)]
        answer = dice.randrange(4)
        choices = [*endings[:answer], line[cut:], *endings[answer:]]
        row = {"question": line[:cut], "ending": line[cut:], "choices": choices, "answer": answer, "text": line}
        rows.append(json.dumps(row, ensure_ascii=False) + "\n")
    (here / "rows.jsonl").write_text("".join(rows), encoding="utf-8")
    for name, content in TASKS.items():
        files = f"dataset_path: json\ndataset_kwargs: {{data_files: {{test: {here}/rows.jsonl}}}}\ntest_split: test\n"
        (here / f"{name}.yaml").write_text(f"task: {name}\n{files}{content}", encoding="utf-8")


def judge(harness: Path, here: Path, model: str, arguments: str) -> tuple[dict, list]:
    """The figures, and for each row what was answered."""
    out = here / model
    command = [str(harness), "run", "--model", model, "--model_args", arguments, "--include_path", str(here)]
    command += ["--tasks", ",".join(TASKS), "--output_path", str(out), "--log_samples"]
    environment = {**os.environ, "HF_HUB_OFFLINE": "1", "HF_DATASETS_CACHE": str(here / "cache")}
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found = json.loads(next(out.rglob("results_*.json")).read_text(encoding="utf-8"))["results"]
    figures = {
        f"{task} {name.partition(',')[0]}": value
        for task, values in found.items()
        for name, value in values.items()
        if name.endswith(",none") and "stderr" not in name
    }
    samples = []
    for task in TASKS:
        path = next(out.rglob(f"samples_{task}_*.jsonl"))
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        samples += [(task, row["resps"]) for row in sorted(rows, key=lambda row: row["doc_id"])]
    return figures, samples


def differences(one: list, other: list) -> dict:
    """The largest difference of a log-likelihood, and how many answers are not the same."""
    largest, greedy, texts = 0.0, 0, 0
    for (task, first), (_, second) in zip(one, other, strict=True):
        for a, b in zip(first, second, strict=True):
            a, b = a[0], b[0]
            if task == "written":
                texts += a != b
            else:
                pair = (a, b) if task == "bits" else (a[0], b[0])
                largest = max(largest, abs(float(pair[0]) - float(pair[1])))
                greedy += task == "endings" and str(a[1]) != str(b[1])
    return {"log_likelihood": largest, "is_greedy": greedy, "texts": texts}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--text", type=Path, required=True)
    parser.add_argument("--harness", type=Path, required=True)
    parser.add_argument("--modelyard", type=Path, default=Path(sys.executable).parent / "modelyard")
    parser.add_argument("--rows", type=int, default=60)
    chosen = parser.parse_args()
    artifact = (chosen.run / "artifact" if (chosen.run / "artifact").is_dir() else chosen.run).resolve()
    context = json.loads((artifact / "config.json").read_text())["max_position_embeddings"]
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        write_tasks(here, chosen.text.read_text(encoding="utf-8"), chosen.rows)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        command = [str(chosen.modelyard), "serve", f"judged={chosen.run}", "--port", str(PORT)]
        server = subprocess.Popen(command, **quiet)
        try:
            while True:
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{PORT}/health/ready", timeout=2).close()
                    break
                except OSError:
                    if server.poll() is not None:
                        raise SystemExit("the server ended") from None
                    time.sleep(0.1)
            address = f"base_url=http://127.0.0.1:{PORT}/v1/completions"
            served = f"model=judged,{address},tokenizer={artifact},max_length={context},num_concurrent=4"
            endpoint, given = judge(chosen.harness, here, "local-completions", served)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait()
        own, expected = judge(chosen.harness, here, "hf", f"pretrained={artifact},dtype=float32,max_length={context}")
    result = {
        "date": time.strftime("%Y-%m-%d %H:%M", time.gmtime()),
        "harness": subprocess.run(
            [str(chosen.harness.parent / "python"), "-c", "import lm_eval; print(lm_eval.__version__)"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip(),
        "rows": chosen.rows,
        "endpoint": endpoint,
        "hf": own,
        "largest_differences": differences(given, expected),
    }
    RESULTS.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
