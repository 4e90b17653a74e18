"""How a run's evidence is made: who gets how long, what is asked for by name, and what is said where time is short."""

from __future__ import annotations

import json
import sys
import time
import types

import pytest

from modelyard import pipeline
from modelyard.core import exhibit
from modelyard.core.errors import RunError
from modelyard.core.exhibit import FOLDER, Exhibit
from modelyard.core.recipe_file import from_mapping, load_saved
from modelyard.core.run import Run
from modelyard.pipeline import evidence, evidence_parts
from modelyard.pipeline.evidence_parts import Part
from modelyard.reporting.report import report


def made(name: str, **more) -> Exhibit:
    return Exhibit(name=name, stage="audit", title=name, summary=f"{name} was looked at", **more)


@pytest.fixture
def parts(monkeypatch):
    """Registers parts as functions of this test: each a name, a weight and what it does with its allowance."""
    module = types.ModuleType("planted_parts")
    monkeypatch.setitem(sys.modules, "planted_parts", module)

    def register(*rows):
        found = []
        for name, function, fields in rows:
            setattr(module, name, function)
            found.append(Part(name=name, stage="audit", function=f"planted_parts:{name}", **fields))
        monkeypatch.setattr(evidence_parts, "PARTS", tuple(found))
        return tuple(found)

    register.module = module
    return register


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    folder = tmp_path_factory.mktemp("evidence")
    rows = "".join(f"{'good' if i % 2 else 'bad'} thing number {i},{i % 2}\n" for i in range(120))
    (folder / "rows.csv").write_text("text,label\n" + rows, encoding="utf-8")
    return pipeline.run(recipe(folder), out=folder / "run").path


def recipe(folder, **more):
    data = {"train": str(folder / "rows.csv"), "inputs": "text", "target": "label"}
    return {"task": "text-classification", "data": data, "model": "linear", **more}


def run_parts(path, rows, seconds, **recipe_fields):
    run, heard = Run(path), []
    run.subscribe(heard.append)
    asked = load_saved(path / "recipe.yaml").model_copy(update=recipe_fields)
    found = evidence.examine(asked, run, rows, seconds=seconds)
    return found, [event["text"] for event in heard if event["event"] == "notice"]


def test_weights_share_what_is_left_and_pass_on_what_was_not_used(finished, parts):
    allowances = {}

    def takes(seconds):
        def function(subject):
            allowances[len(allowances)] = subject.allowance
            time.sleep(seconds)
            return made(f"part{len(allowances)}")

        return function

    rows = parts(
        ("a", takes(0.0), {"weight": 1.0}), ("b", takes(0.3), {"weight": 3.0}), ("c", takes(0.0), {"weight": 1})
    )
    run_parts(finished, rows, 10.0)
    assert allowances[0] == pytest.approx(2.0, abs=0.01)
    assert allowances[1] == pytest.approx(7.5, abs=0.1)  # three quarters of all that is left
    assert 9.0 < allowances[2] < 9.75


def test_a_cheap_part_is_made_however_small_its_weight(finished, parts):
    rows = parts(
        ("a", lambda subject: made("a"), {"weight": 100.0}), ("b", lambda subject: made("b"), {"weight": 0.001})
    )
    found, notices = run_parts(finished, rows, 1.0)
    assert [item.name for item in found] == ["a", "b"] and not notices


def test_what_has_no_time_left_is_named_and_not_made(finished, parts):
    def slow(subject):
        time.sleep(0.5)
        return made("a")

    rows = parts(("a", slow, {"weight": 1.0}), ("late", lambda subject: made("late"), {"weight": 1.0}))
    found, notices = run_parts(finished, rows, 0.4)
    assert [item.name for item in found] == ["a"]
    assert len(notices) == 1 and "no time was left for late" in notices[0]


def test_what_does_not_apply_is_never_late(finished):
    rows = [part for part in evidence_parts.PARTS if part.weight and "text" in part.sorts]
    found, (said,) = run_parts(finished, rows, 0.0)
    assert not found and "swaps" in said and "labels" in said and "anonymity" not in said
    _, (of_values,) = run_parts(finished, rows, 0.0, task="tabular-regression")
    assert "slices" in of_values and "calibration" not in of_values and "labels" not in of_values
    _, nothing = run_parts(finished, [part for part in rows if part.name == "anonymity"], 0.0)
    assert not nothing


def test_what_is_asked_for_by_name_is_not_limited(finished, parts):
    def one(subject):
        assert subject.allowance is None
        return made("a")

    rows = parts(("a", one, {"asked": "protected"}))
    asked = load_saved(finished / "recipe.yaml")
    assert not evidence_parts.wanted(asked)
    audit = asked.audit.model_copy(update={"protected": ("text",)})
    assert evidence_parts.wanted(asked.model_copy(update={"audit": audit})) == rows
    found, _ = run_parts(finished, rows, 0.0, audit=audit)
    assert [item.name for item in found] == ["a"]


def test_what_does_not_apply_leaves_nothing(finished, parts):
    file = finished / FOLDER / "audit" / "a.json"
    rows = parts(("a", lambda subject: made("a", blocks=(exhibit.text("x"),)), {"weight": 1.0}))
    run_parts(finished, rows, 5.0)
    assert Exhibit.from_json(json.loads(file.read_text(encoding="utf-8"))).summary == "a was looked at"
    rows = parts(("a", lambda subject: None, {"weight": 1.0}))
    run_parts(finished, rows, 5.0)
    assert not file.exists()


def test_a_mistake_of_a_part_is_not_swallowed(finished, parts):
    def broken(subject):
        raise ZeroDivisionError("planted")

    with pytest.raises(ZeroDivisionError, match="planted"):
        run_parts(finished, parts(("a", broken, {"weight": 1.0})), 5.0)


def test_sections_set_to_false_examine_nothing(tmp_path, finished):
    off = recipe(finished.parent, explain=False, audit=False)
    assert {part.stage for part in evidence_parts.wanted(from_mapping(off))} <= {"evaluate"}


def test_evidence_is_of_the_run_s_own_time(finished):
    run = Run(finished)
    assert run.status == "finished"
    names = [path.stem for path in (finished / FOLDER).glob("*/*.json")]
    assert {"slices", "fairness"} <= set(names)
    assert all(item in "\n".join(evidence.evidence_lines(run)) for item in ("slices", "fairness"))
    page = (finished / "report.html").read_text(encoding="utf-8")
    assert '<section id="audit">' in page and '<section id="depth">' in page


def test_the_verb_makes_one_part_again_and_writes_the_report(finished):
    before = (finished / "report.html").stat().st_mtime_ns
    found = evidence.examined(finished, ["slices"])
    assert [item.name for item in found] == ["slices"]
    assert (finished / "report.html").stat().st_mtime_ns > before
    assert Run(finished).status == "finished"


def test_what_people_and_verbs_found_outlives_the_stage(tmp_path):
    rows = "".join(f"{'good' if i % 2 else 'bad'} thing number {i},{i % 2}\n" for i in range(120))
    (tmp_path / "rows.csv").write_text("text,label\n" + rows, encoding="utf-8")
    path = pipeline.run(recipe(tmp_path, explain=False, audit=False), out=tmp_path / "run").path
    evidence.keep(Exhibit(name="people", stage="evaluate", title="People", summary="They like it."), Run(path))
    planted = path / FOLDER / "audit" / "coverage.json"  # of a section that is switched off
    planted.parent.mkdir(exist_ok=True)
    planted.write_text("{}", encoding="utf-8")
    kept = path / FOLDER / "evaluate" / "people.json"
    before = kept.read_bytes()

    def again():  # as after a change of the code
        evidence.evidence_stage(load_saved(path / "recipe.yaml"), Run(path))
        report(Run(path))

    again()
    assert kept.read_bytes() == before and not planted.exists()
    assert "They like it." in (path / "report.html").read_text(encoding="utf-8")
    assert "earlier model" not in (path / "card.md").read_text(encoding="utf-8")
    content = json.loads(before)
    kept.write_text(json.dumps({**content, "detail": {"weights": "another"}}), encoding="utf-8")
    for _ in range(2):  # it was about another model: the finding stays, and says so once
        again()
        assert json.loads(kept.read_text(encoding="utf-8"))["summary"].count("earlier model") == 1
    assert "this is about an earlier model" in (path / "card.md").read_text(encoding="utf-8")
    kept.write_text("{}", encoding="utf-8")
    with pytest.raises(RunError, match=r"people\.json: this exhibit cannot be read"):
        evidence.evidence_stage(load_saved(path / "recipe.yaml"), Run(path))


def test_an_unfinished_run_is_refused(tmp_path):
    with pytest.raises(RunError, match="no finished run"):
        evidence.examined(tmp_path, ["slices"])


def test_quote_and_reserve(finished, parts, monkeypatch):
    asked = load_saved(finished / "recipe.yaml")
    parts(("a", lambda subject: None, {"weight": 1.0}))
    assert evidence.foretold_seconds(asked, 2.0) == pytest.approx(1 + 0.8 * 2)
    assert evidence.foretold_seconds(asked, 10.0) == evidence.LEAST_SECONDS
    assert evidence.foretold_seconds(asked, 600.0) == pytest.approx(6 + 0.55 * (0.25 * 600 - 6))
    assert evidence.reserved_seconds(asked, None) == 0.0
    assert evidence.reserved_seconds(asked, 10.0) == pytest.approx(0.08 * 0.7 * 10)
    parts(("a", lambda subject: None, {"asked": "protected", "trainings": "planted_parts:price"}))
    parts.module.price = lambda recipe: 4.0
    audit = asked.audit.model_copy(update={"protected": ("text",)})
    costly = asked.model_copy(update={"audit": audit})
    # Four more trainings, and half a second of the part itself.
    assert evidence.foretold_seconds(costly, 100.0) == pytest.approx(400.5)
    assert evidence.reserved_seconds(costly, 1000.0) == pytest.approx(0.5 * 0.7 * 1000)


def test_answers_to_the_test_rows_are_computed_once(finished, monkeypatch):
    from modelyard.inference.subject import Subject

    run = Run(finished)
    subject = Subject.of(load_saved(finished / "recipe.yaml"), run)
    assert subject.is_answered() and not subject.is_answered("train")
    again = subject.predictor.outputs(subject.known().rows)
    monkeypatch.setattr(type(subject.predictor), "outputs", None)
    assert (subject.outputs() == again).all()
