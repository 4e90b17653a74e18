"""The planner against published measurements: predicts each from its description alone.

`python benchmarks/planner.py --runs FILE.jsonl` takes rows in the format of planning/published/rows.py and prints, by
kind and source, the median and the 90th percentile of the absolute relative error, and the share inside the stated
band. A row whose source is among those that the coefficients are fitted to is predicted with coefficients (and a
band) fitted without that source: results/planner_folds.json. Rows that are a formula's output or of low confidence are
never fitted to and are listed apart.

`--fit` fits anew to the rows of FILE (seconds; needs scipy) and writes planning/data/efficiency.json and the folds.
"""

from __future__ import annotations

import argparse
import collections
import json
import math
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from planner_rows import KINDS, Asked, asked
from planner_text import markdown, table

from modelyard.core.errors import DataError
from modelyard.planning import efficiency
from modelyard.planning.published import rows as published

HERE = Path(__file__).parent
FOLDS = HERE / "results" / "planner_folds.json"
DATA = Path(efficiency.__file__).parent / "data" / "efficiency.json"


def predicted(questions: Sequence[Asked], folds: Mapping[str, Any]) -> list[dict[str, Any]]:
    """A line a question: predicted, measured, the band, whether within; the own source left out."""
    lines = []
    for question in questions:
        fold = folds.get(KINDS[question.kind], {}).get(question.source)
        prediction, low, high = question.predict(fold)
        lines.append(
            {
                "id": question.id,
                "kind": question.kind,
                "source": question.source,
                "measured": question.measured,
                "predicted": prediction,
                "low": low,
                "high": high,
                "error": prediction / question.measured - 1,
                "inside": low <= question.measured <= high,
                "trusted": question.trusted,
                "assumed": list(question.assumed),
            }
        )
    return lines


def why(row: dict[str, Any]) -> str:
    """Which field of a row is none of what it may be, if one is."""
    try:
        published.checked(row)
    except DataError as error:
        return f"   {error}"
    return ""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=Path, required=True, help="published rows, one JSON object a line")
    parser.add_argument("--fit", action="store_true", help="fit the coefficients anew and write them")
    parser.add_argument("--details", action="store_true", help="a line for every row")
    parser.add_argument("--markdown", type=Path, help="write the result as a page")
    parser.add_argument("--json", type=Path, help="write every row's prediction")
    options = parser.parse_args(arguments)
    begun = time.perf_counter()
    try:
        rows = published.read(options.runs)
    except (DataError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    questions = asked(rows)
    if options.fit:
        from planner_fitting import write

        write(questions, data=DATA, folds=FOLDS)
        print(f"fitted to {sum(q.trusted and q.fitted for q in questions)} rows in {time.perf_counter() - begun:.1f} s")
        efficiency.forget()
    folds = json.loads(FOLDS.read_text(encoding="utf-8"))
    lines = predicted(questions, folds)
    print(table(lines, details=options.details))
    told = {line["id"] for line in lines}
    unasked = [str(row["source_id"]) for row in rows if row["id"] not in told]
    print(f"{len(unasked)} of {len(rows)} rows say too little to be asked, or have no figure that is predicted")
    print(f"{time.perf_counter() - begun:.1f} s")
    if options.details:
        print("\n".join(f"not asked: {row['id']}{why(row)}" for row in rows if row["id"] not in told))
    if options.markdown:
        options.markdown.write_text(
            markdown(lines, len(rows), options.runs.name, collections.Counter(unasked)), encoding="utf-8"
        )
    if options.json:
        finite = [
            {k: (None if isinstance(v, float) and not math.isfinite(v) else v) for k, v in x.items()} for x in lines
        ]
        options.json.write_text(json.dumps(finite, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    np.seterr(all="raise", under="ignore")
    sys.exit(main())
