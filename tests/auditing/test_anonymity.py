"""Anonymity of tables against brute force, and on a table whose classes are known."""

from __future__ import annotations

import csv
import math
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import modelyard
from modelyard.auditing.anonymity import classes
from modelyard.core.errors import RecipeError
from modelyard.pipeline.evidence import examined

CELL = st.sampled_from(["a", "b", None])


@given(st.lists(st.tuples(CELL, CELL, st.sampled_from("xyz")), min_size=1, max_size=40))
def test_as_brute_force_says(rows: list[tuple[str | None, str | None, str]]) -> None:
    found = classes([[row[0] for row in rows], [row[1] for row in rows]], [row[2] for row in rows])
    groups: dict[tuple[str | None, str | None], list[str]] = {}
    for one, two, answer in rows:
        groups.setdefault((one, two), []).append(answer)
    overall = Counter(row[2] for row in rows)
    assert sorted(found.sizes.tolist()) == sorted(map(len, groups.values()))
    assert found.k == min(map(len, groups.values()))
    assert found.unique == sum(len(group) == 1 for group in groups.values())
    assert found.few == sum(len(group) for group in groups.values() if len(group) < 5)
    assert found.l == min(len(set(group)) for group in groups.values())
    entropies, distances = [], []
    for group in groups.values():
        shares = {answer: count / len(group) for answer, count in Counter(group).items()}
        entropies.append(-sum(share * math.log(share) for share in shares.values()))
        distances.append(0.5 * sum(abs(shares.get(a, 0) - n / len(rows)) for a, n in overall.items()))
    assert found.entropy_l == pytest.approx(math.exp(min(entropies)))
    assert found.t == pytest.approx(max(distances))


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 4)), min_size=2, max_size=30))
def test_of_numbers_the_earth_movers_distance(rows: list[tuple[str, int]]) -> None:
    found = classes([[row[0] for row in rows]], [row[1] for row in rows], ordered=True)
    assert 0 <= found.t <= 1
    if len({row[0] for row in rows}) == 1:
        assert found.t == pytest.approx(0)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("anonymity")
    with (folder / "d.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["age", "sex", "income", "label"])
        for i in range(300):
            writer.writerow([20 + i % 5, "fm"[i % 2], 1000 + 37 * (i // 4), "yes" if i % 3 else "no"])
        writer.writerow([97, "f", 12345, "yes"])
    recipe = {
        "task": "tabular-classification",
        "data": {
            "train": str(folder / "d.csv"),
            "target": "label",
            "split": {"test": 0.1, "validation": 0.1, "by": "random"},
        },
        "model": {"family": "linear"},
    }
    modelyard.run(recipe, out=folder / "run")
    return folder / "run"


def test_columns_are_suspected_by_name_and_taken_as_named(run: Path) -> None:
    (guessed,) = examined(run, ["anonymity"])
    assert "by age, sex" in guessed.summary and any("was guessed" in limit for limit in guessed.limits)
    (named,) = examined(run, ["anonymity"], overrides=["audit.quasi_identifiers=[age,sex,income]"])
    value = next(claim.value for claim in named.claims if claim.name == "unique_rows")
    assert value > 0.9 and named.concern


def test_a_column_that_is_none_is_refused(run: Path) -> None:
    with pytest.raises(RecipeError, match="must be an input"):
        examined(run, ["anonymity"], overrides=["audit.quasi_identifiers=[label]"])
