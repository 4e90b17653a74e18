"""The parts of an audit on finished runs: planted bias is found, fair groups are not accused, the report is written."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner

from modelyard import pipeline
from modelyard.cli import app
from modelyard.core.errors import DataError, ModelyardError, RecipeError, RunError

_SPEC = importlib.util.spec_from_file_location("audit_kit", Path(__file__).parent / "audit_kit.py")
assert _SPEC is not None and _SPEC.loader is not None
kit = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(kit)


@pytest.fixture(scope="module")
def loans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("loans")
    data = {"train": str(kit.table(directory / "loans.csv")), "inputs": ["points", "other"], "target": "good"}
    audit = {"protected": ["group", "lot", "age"], "favourable": "yes"}
    recipe = {"task": "tabular-classification", "data": data, "model": "linear", "audit": audit}
    return Path(kit.finished(directory, recipe))


def exhibit(run: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((run / "evidence" / "audit" / f"{name}.json").read_text(encoding="utf-8"))
    return found


def claims(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {claim["name"]: claim for claim in found["claims"]}


def test_a_planted_bias_by_a_column_that_is_no_input_is_found(loans: Path) -> None:
    found = exhibit(loans, "fairness")
    said = claims(found)
    gap = said["demographic_parity_difference_by_group"]
    assert gap["interval"][0] > 0.2 and "'yes' is answered for" in found["summary"] and "甲" in found["summary"]
    assert said["demographic_parity_difference_by_lot"]["interval"][0] == 0
    assert any("by group: 乙 and 甲 differ" in limit for limit in found["limits"])
    assert not any("by lot" in limit and "differ" in limit for limit in found["limits"])
    assert "group × lot" in {item["attribute"] for item in found["detail"]["groupings"]}
    assert set(json.loads((loans / "artifact" / "schema.json").read_text(encoding="utf-8"))["inputs"][0]) >= {"name"}
    assert "group" not in {c["name"] for c in json.loads((loans / "artifact" / "schema.json").read_text())["inputs"]}


def test_the_claims_are_equal_to_fairlearns(loans: Path) -> None:
    fairlearn = pytest.importorskip("fairlearn.metrics")
    from modelyard.auditing.groups import groupings
    from modelyard.core import recipe_file
    from modelyard.core.run import Run
    from modelyard.inference.subject import Subject

    subject = Subject.of(recipe_file.load_saved(loans / "recipe.yaml"), Run(loans))
    yes = subject.labels.index("yes")
    truth, chosen = subject.known().targets == yes, subject.probabilities().argmax(axis=1) == yes
    said = claims(exhibit(loans, "fairness"))
    for item in groupings(subject)[:2]:
        # fairlearn judges whatever there is, the audit odds of 30 rows of each kind.
        few = min(np.bincount(item.codes[side]).min() for side in (truth, ~truth)) < 30
        assert few == (item.attribute == "group")
        for name in ("demographic_parity",) if few else ("demographic_parity", "equalized_odds"):
            for kind in ("difference", "ratio"):
                theirs = getattr(fairlearn, f"{name}_{kind}")(truth, chosen, sensitive_features=item.codes)
                assert said[f"{name}_{kind}_by_{item.attribute}"]["value"] == pytest.approx(theirs, abs=1e-9)


def test_every_group_is_counted_the_small_ones_too(loans: Path) -> None:
    found = exhibit(loans, "fairness")
    rows = json.loads((loans / "bundle" / "bundle.json").read_text(encoding="utf-8"))["counts"]["test"]
    for item in found["detail"]["groupings"]:
        assert sum(group["selection_rate"]["of"] for group in item["groups"].values()) == rows
        for name, size in item["too_few"]:
            assert size < 30 and name in item["groups"]
    small = [item for item in found["detail"]["groupings"] if item["too_few"]]
    for item in small:
        assert any("too few rows" in limit and item["attribute"] in limit for limit in found["limits"])


def test_what_is_named_twice_counts_once_and_not_everything_is_favourable(loans: Path) -> None:
    (found,) = pipeline.audit(loans, protected=["lot", "lot"], favourable=["yes", "yes"], only=["fairness"])
    assert found.detail is not None
    assert [item["attribute"] for item in found.detail["groupings"]] == ["lot"] and found.detail["favourable"] == "yes"
    with pytest.raises(RecipeError, match="must leave out an answer"):
        pipeline.audit(loans, favourable=["yes", "no"], only=["fairness"])
    pipeline.audit(loans, only=["fairness"])


def test_report_and_card_tell_it(loans: Path) -> None:
    page, card = (loans / "report.html").read_text(encoding="utf-8"), (loans / "card.md").read_text(encoding="utf-8")
    assert "equalised odds" in page and "乙" in page and "differ by" in card


def test_the_verb_reads_a_column_later_and_prints_json(loans: Path) -> None:
    done = CliRunner().invoke(app, ["audit", str(loans), "--protected", "lot", "--only", "fairness", "--json"])
    assert done.exit_code == 0, done.output
    printed = json.loads(done.stdout)
    assert [item["name"] for item in printed] == ["fairness"]
    assert claims(printed[0])["demographic_parity_difference_by_lot"]["interval"][0] == 0


def test_mistakes_are_said(loans: Path) -> None:
    with pytest.raises(DataError, match="Did you mean 'group'"):
        pipeline.audit(loans, protected=["grup"], only=["fairness"])
    with pytest.raises(RecipeError, match="must be one of the answers"):
        pipeline.audit(loans, favourable=["maybe"], only=["fairness"])
    with pytest.raises(RunError, match="there is no run here"):
        pipeline.audit(loans / "nothing")
    with pytest.raises(RecipeError, match="fairness, data or privacy"):
        pipeline.audit(loans, only=["justice"])
    with pytest.raises(RecipeError, match="a field of the section audit asks for it"):
        pipeline.audit(loans, only=["mitigation"])
    with pytest.raises(ModelyardError, match="name the columns in protected"):
        pipeline.audit(loans, overrides=["audit.protected=[]"], mitigate=["threshold"])


def test_mitigation_is_more_even_and_says_its_price(loans: Path) -> None:
    pytest.importorskip("fairlearn")
    (found,) = pipeline.audit(
        loans, protected=["group"], mitigate=["reweighting", "threshold", "constrained"], only=["mitigation"]
    )
    said = {claim.name: claim for claim in found.claims}
    before = claims(exhibit(loans, "fairness")).get("demographic_parity_difference_by_group")
    after = said["mitigated_demographic_parity_difference_by_group"]
    assert before is None or after.value < before["value"] / 1.5
    assert "accuracy_lost_by_mitigation" in said
    (frontier,) = [block for block in found.blocks if block["kind"] == "lines"]
    assert {line["name"] for line in frontier["series"]} >= {
        "reweighting",
        "thresholds by group",
        "constrained training",
    }
    assert any("need group when answering" in limit for limit in found.limits) or "thresholds" not in found.summary


def test_odds_are_made_even_where_that_is_asked_for(loans: Path) -> None:
    pytest.importorskip("fairlearn")
    (found,) = pipeline.audit(
        loans,
        protected=["lot"],
        mitigate=["threshold", "constrained"],
        only=["mitigation"],
        overrides=["audit.even=odds", "audit.minimum=10"],
    )
    (frontier,) = [block for block in found.blocks if block["kind"] == "lines"]
    assert frontier["x_label"] == "difference of odds by lot"
    (untried,) = pipeline.audit(
        loans, protected=["lot"], mitigate=["threshold"], only=["mitigation"], overrides=["audit.minimum=100"]
    )
    assert "not tried: no two groups have rows enough" in untried.summary


def test_what_is_not_named_is_offered(tmp_path: Path) -> None:
    random = np.random.default_rng(3)
    rows = [
        (f"{'She' if i % 2 else 'He'} said the room {i} was {w} and the bed {v}", "good" if w == "clean" else "bad")
        for i, (w, v) in enumerate(
            zip(random.choice(["clean", "dirty"], 400), random.choice(["soft", "hard"], 400), strict=True)
        )
    ]
    file = kit.write(tmp_path / "texts.csv", ["text", "label"], rows)
    recipe = {"task": "text-classification", "data": {"train": str(file), "target": "label"}, "model": "linear"}
    run = kit.finished(tmp_path, recipe)
    found = exhibit(run, "fairness")
    assert "fairness is not examined" in found["summary"] and "words of sex" in found["summary"]
    swaps = exhibit(run, "swaps")
    # The label hangs on another word: nobody's sex changes an answer.
    assert claims(swaps)["answers_changed_by_swap_of_sex"]["value"] == 0
    assert exhibit(run, "coverage")["summary"].startswith(("100.0 % of the training texts are in English", "9"))
    assert (run / "evidence" / "audit" / "labels.json").is_file() and exhibit(run, "shift")["detail"]["p_value"] > 0
    biased = kit.write(
        tmp_path / "biased.csv", ["text", "label"], [(t, "bad" if t.startswith("She") else "good") for t, _ in rows]
    )
    other = {**recipe, "data": {"train": str(biased), "target": "label"}, "audit": {"favourable": "good"}}
    (tmp_path / "b").mkdir()
    found = exhibit(kit.finished(tmp_path / "b", other), "swaps")
    said = claims(found)
    assert said["answers_changed_by_swap_of_sex"]["value"] > 0.9
    assert said["shift_by_swap_of_sex"]["interval"][1] < -0.5  # as a woman, less often good
    assert any("male to female moves" in limit for limit in found["limits"])


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"favourable": "yess"}, r"audit.favourable names an answer that 'good' has not.*Did you mean 'yes'"),
        ({"favourable": ["yes", "no"]}, r"audit.favourable must leave out an answer"),
        ({"bins": {"group": [1, 2]}}, r"audit.bins gives bounds for 'group', which holds no numbers"),
    ],
)
def test_a_mistake_is_said_before_anything_is_trained(tmp_path: Path, wrong: dict[str, Any], told: str) -> None:
    file = kit.table(tmp_path / "loans.csv", count=200)
    recipe = {
        "task": "tabular-classification",
        "data": {"train": str(file), "inputs": ["points", "other"], "target": "good"},
        "model": "linear",
        "audit": {"protected": "group", **wrong},
    }
    with pytest.raises(DataError, match=told):
        kit.finished(tmp_path, recipe)
    assert not (tmp_path / "run" / "models").exists()
