"""`plan` from recipe to quote: every task, without PyTorch; budgets, what-if, serving, JSON, and what is refused."""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
import textwrap

import pytest

from modelyard import pipeline
from modelyard.core.errors import ModelyardError, RecipeError
from modelyard.pipeline import planning
from modelyard.planning import hardware
from modelyard.planning.answers.economics import Load
from modelyard.planning.money import prices
from modelyard.planning.quote import Quote, frontier
from modelyard.planning.wording import lines


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A table, labelled texts (a part of them Chinese), running text, conversations and pairs."""
    folder = tmp_path_factory.mktemp("data")
    generator = random.Random(0)
    words = ["bread", "river", "stone", "cloud", "paper", "glass", "很好", "房间", "干净", "服务", "位置"]
    with (folder / "table.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["age", "colour", "income", "bought"])
        for _ in range(600):
            age = generator.randint(18, 90)
            writer.writerow([age, generator.choice(["red", "green", "蓝"]), generator.gauss(3e4, 9e3), int(age > 50)])
    with (folder / "texts.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "label"])
        for _ in range(800):
            label = generator.randint(0, 1)
            writer.writerow([" ".join(generator.choices(words, k=12)) + (" good" if label else " bad"), label])
    text = "\n\n".join(" ".join(generator.choices(words, k=60)) + "." for _ in range(400))
    (folder / "text.txt").write_text(text, encoding="utf-8")
    with (folder / "chat.jsonl").open("w", encoding="utf-8") as file:
        for i in range(120):
            turns = [{"role": "user", "content": f"What is {i}?"}, {"role": "assistant", "content": f"It is {i}."}]
            file.write(json.dumps({"messages": turns}, ensure_ascii=False) + "\n")
    with (folder / "pairs.jsonl").open("w", encoding="utf-8") as file:
        for i in range(120):
            file.write(json.dumps({"prompt": f"What is {i}?", "chosen": f"It is {i}.", "rejected": "No."}) + "\n")
    return folder


def recipes(data, base=None):
    """A recipe a task, networks and solvers."""
    table = {"train": str(data / "table.csv"), "target": "bought"}
    texts = {"train": str(data / "texts.csv"), "inputs": "text", "target": "label"}
    found = {
        "mlp": {"task": "tabular-classification", "data": table, "model": "mlp"},
        "trees": {"task": "tabular-classification", "data": table, "model": "trees"},
        "regression": {"task": "tabular-regression", "data": {**table, "target": "income"}, "model": "mlp"},
        "linear": {"task": "text-classification", "data": texts, "model": "linear"},
        "encoder": {"task": "text-classification", "data": texts, "model": "encoder"},
        "lstm": {"task": "text-classification", "data": texts, "model": "lstm"},
        "cnn": {"task": "text-classification", "data": texts, "model": "cnn"},
        "auto": {"task": "text-classification", "data": texts},
        "decoder": {"task": "language-modeling", "data": {"train": str(data / "text.txt")}, "model": "decoder"},
        "masked": {
            "task": "language-modeling",
            "data": {"train": str(data / "text.txt")},
            "model": "encoder",
            "train": {"objective": "masked"},
        },
    }
    if base is not None:
        model = {"from": str(base), "max_length": 64}
        found["chat"] = {"task": "instruction", "data": {"train": str(data / "chat.jsonl")}, "model": model}
        found["lora"] = {**found["chat"], "model": {**model, "adapter": "lora", "rank": 4}}
        found["pairs"] = {"task": "preference", "data": {"train": str(data / "pairs.jsonl")}, "model": model}
    return found


KINDS = ("mlp", "trees", "regression", "linear", "encoder", "lstm", "cnn", "auto", "decoder", "masked")


def check(quote):
    """What holds of every quote."""
    here = quote.here
    assert here.device == "this machine" and here.hours is not None and here.usd is not None
    for row in quote.rows:
        assert row.peak_bytes.low <= row.peak_bytes.value <= row.peak_bytes.high
        assert row.fits or row.short_bytes > 0
        for band in (row.hours, row.usd, row.kwh, row.kgco2e):
            assert band is None or 0 <= band.low <= band.value <= band.high, (row.name, band)
    assert quote.best is not None and quote.why
    again = Quote.from_json(json.loads(json.dumps(quote.to_json(), allow_nan=False)))
    assert again.to_json() == quote.to_json()
    said = lines(quote)
    assert any("recommended" in line for line in said) and all("nan" not in line for line in said)


@pytest.mark.parametrize("kind", KINDS)
def test_every_task_has_a_plan(data, kind):
    quote = pipeline.plan(recipes(data)[kind])
    check(quote)
    network = kind not in ("trees", "linear")
    assert (len(quote.rows) > 10) == network, "accelerators are for networks"
    assert ("parameters" in quote.work) == network


@pytest.mark.parametrize("kind", ["chat", "lora", "pairs"])
def test_tasks_over_conversations_have_a_plan(data, language_base, kind):
    quote = pipeline.plan(recipes(data, language_base)[kind])
    check(quote)
    assert quote.work["unit"] == "tokens" and quote.work["examples"] > 0
    if kind == "lora":
        assert 0 < quote.work["trained"] < quote.work["parameters"] / 2


def test_a_plan_loads_no_heavy_library(data):
    program = """
        import json, sys
        class Refuse:
            def find_spec(self, name, path=None, target=None):
                if name.partition(".")[0] in {"torch", "transformers", "sklearn", "pyarrow", "lightgbm", "scipy"}:
                    raise ModuleNotFoundError(f"{name} must not be loaded", name=name)
        sys.meta_path.insert(0, Refuse())
        from modelyard import pipeline
        for recipe in json.loads(sys.argv[1]):
            print(pipeline.plan(recipe, what_if=["data x 2"]).best.name)
    """
    wanted = [recipes(data)[kind] for kind in KINDS]
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), json.dumps(wanted)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == len(KINDS)


def test_the_counts_of_small_data_are_exact_and_the_steps_those_of_the_loop(data):
    recipe = {**recipes(data)["mlp"], "train": {"epochs": 3, "batch_size": 32}}
    quote = pipeline.plan(recipe)
    assert quote.data["exact"] and quote.data["rows"] == 600
    assert quote.work["examples"] == 420  # a tenth validates, a fifth tests
    assert quote.work["steps"] == 3 * 14
    assert pipeline.plan(recipe, overrides=["data.limit=100"]).work["examples"] == 70


def test_the_parameters_are_those_of_the_module(data):
    torch = pytest.importorskip("torch")
    from modelyard.core.features import FeatureSpec
    from modelyard.models import decoder

    model = {"family": "decoder", "layers": 2, "width": 64, "heads": 2, "vocabulary": "bytes", "max_length": 64}
    quote = pipeline.plan({**recipes(data)["decoder"], "model": model})
    spec = FeatureSpec(kind="tokens", width=quote.work["vocabulary"], max_length=64, end_id=0)
    with torch.device("meta"):
        module = decoder.build(decoder.Config.model_validate({k: v for k, v in model.items() if k != "family"}), spec)
    assert quote.work["parameters"] == sum(p.numel() for p in module.parameters())


def test_a_checkpoint_that_is_too_large_is_offered_adapters(data, tmp_path):
    """A config.json and a tokenizer are enough: the weights are not read."""
    from modelyard.data.features.language import LanguageTokenizer

    LanguageTokenizer.fit(["a plain text of some words " * 20], 300).save(tmp_path)
    definition = {
        "model_type": "llama",
        "hidden_size": 4096,
        "num_hidden_layers": 32,
        "num_attention_heads": 32,
        "num_key_value_heads": 8,
        "intermediate_size": 14336,
        "vocab_size": 128_256,
        "max_position_embeddings": 8192,
        "tie_word_embeddings": False,
    }
    (tmp_path / "config.json").write_text(json.dumps(definition), encoding="utf-8")
    quote = pipeline.plan({**recipes(data, tmp_path)["chat"], "model": {"from": str(tmp_path), "max_length": 1024}})
    assert quote.work["parameters"] == 8_030_261_248  # Llama 3 8B
    small = next(row for row in quote.rows if row.device == "A10-24GB" and row.count == 1)
    assert not small.fits and "model.adapter=lora" in small.remedy
    adapted = [part for part in small.remedy.split() if part.startswith(("model.", "train."))]
    again = pipeline.plan(
        {**recipes(data, tmp_path)["chat"], "model": {"from": str(tmp_path), "max_length": 1024}}, overrides=adapted
    )
    assert next(row for row in again.rows if row.device == "A10-24GB" and row.count == 1).fits


BIG = {"family": "decoder", "layers": 32, "width": 4096, "heads": 32, "max_length": 2048, "vocabulary": 32_000}


def big(data, **train):
    text = {"train": str(data / "text.txt"), "split": {"validation": 0, "test": 0}}
    return {"task": "language-modeling", "data": text, "model": BIG, "train": {"steps": 1000, "batch_size": 1, **train}}


def test_what_does_not_fit_says_by_how_much_and_what_would(data):
    quote = pipeline.plan(big(data))
    refused = [row for row in quote.rows if not row.fits]
    assert {row.device for row in refused} >= {"T4-16GB", "L4-24GB"}
    for row in refused:
        device_memory = row.memory_bytes
        assert row.short_bytes == pytest.approx(row.peak_bytes.value - 0.94 * device_memory, rel=1e-6)
        assert row.remedy and row.hours is None
    assert any("does not fit" in line for line in lines(quote))
    with_model = next(row for row in refused if "model.layers=" in row.remedy)
    override = next(part for part in with_model.remedy.split() if part.startswith("model.layers="))
    changed = pipeline.plan(big(data), overrides=[override, "train.recompute=true"])
    there = next(row for row in changed.rows if row.device == with_model.device and row.count == with_model.count)
    assert there.fits, "the remedy holds what it promises"


def test_what_if_asks_the_same_otherwise(data):
    recipe = {**recipes(data)["mlp"], "train": {"epochs": 2, "batch_size": 32}}
    quote = pipeline.plan(recipe, what_if=["data x 10", "train.epochs=20, gpus=2", "device=h100"])
    ten, two, h100 = quote.what_if
    assert ten["work"]["steps"] == pytest.approx(10 * quote.work["steps"], rel=0.01)
    assert ten["here"]["hours"]["value"] > quote.here.hours.value
    assert two["best"]["count"] == 2 and two["best"]["device"] != "this machine"
    assert two["work"]["steps"] == 10 * quote.work["steps"]
    assert h100["best"]["device"] == "H100-SXM-80GB"
    assert sum("what if" in line for line in lines(quote)) == 3


def test_a_budget_in_dollars_chooses_size_tokens_and_device(data):
    recipe = {
        "task": "language-modeling",
        "data": {"train": str(data / "text.txt")},
        "model": {"family": "decoder", "vocabulary": 8192},
        "budget": {"usd": 50, "on": "any"},
    }
    grown = pipeline.plan(recipe, what_if=["data x 1e5"]).what_if[0]
    best = grown["best"]
    assert best["device"] != "this machine" and best["usd"]["high"] <= 50.01
    assert best["model"]["layers"] >= 4 and "model.width=" in best["model"]["overrides"]
    of_best = grown["quality"]["bits_per_byte"]
    assert of_best["low"] < best["model"]["loss"] < of_best["high"], "of the row that is recommended"
    more = pipeline.plan(recipe, what_if=["data x 1e5, usd=500"]).what_if[0]["best"]
    assert (
        more["model"]["parameters"] > best["model"]["parameters"] or more["model"]["tokens"] > best["model"]["tokens"]
    )
    assert more["model"]["loss"] < best["model"]["loss"]


def test_a_deadline_takes_as_many_devices_as_it_needs(data):
    slow = big(data, steps=20_000, batch_size=16)
    slow["data"]["limit"] = None
    slow["budget"] = {"on": "h100"}
    relaxed = pipeline.plan(slow, what_if=["data x 1000"]).what_if[0]["best"]
    tight = pipeline.plan(slow, what_if=["data x 1000, deadline=100h"]).what_if[0]["best"]
    assert tight["count"] > relaxed["count"] or tight["hours"]["value"] <= 100
    assert tight["hours"]["value"] <= 100


def test_a_budget_stops_the_training_early_and_says_so(data):
    quote = pipeline.plan({**big(data, steps=100_000), "budget": {"hours": 1}})
    for row in quote.rows:
        assert not row.fits or row.hours.high <= 1.0 + 1e-9
    assert any(row.over_budget for row in quote.rows if row.fits)


@pytest.mark.parametrize("kind", ["mlp", "trees"])
def test_a_budget_under_the_least_is_said_and_not_promised(data, kind):
    recipe = {**recipes(data)[kind], "budget": {"hours": 1 / 3600}}
    quote = pipeline.plan(recipe)
    notes = [note for note in quote.notes if "under the least" in note]
    assert len(notes) == 1 and "the budget of 1.0 s" in notes[0] and "packaging" in notes[0]
    assert quote.here.hours.low * 3600 > 1.0  # what the run takes, and not what it was given
    assert quote.here.over_budget
    longer = pipeline.plan({**recipe, "budget": {"hours": 1}})
    assert not any("under the least" in note for note in longer.notes)
    assert longer.here.hours.high <= 1.0


def test_private_steps_are_dearer_here_by_their_single_gradients(data):
    recipe = {**recipes(data)["mlp"], "train": {"epochs": 2, "batch_size": 64}}
    private = {**recipe, "train": {**recipe["train"], "privacy": {"epsilon": 4, "delta": 1e-5}}}
    plain, dear = pipeline.plan(recipe), pipeline.plan(private)
    assert "single gradients" not in plain.here.seconds
    assert dear.here.seconds["single gradients"] > 2 * sum(plain.here.seconds.values())
    assert dear.here.peak_bytes.value > plain.here.peak_bytes.value
    assert any("single examples" in note for note in dear.notes)


def test_a_row_says_what_runs_it(data):
    """The recommended row's overrides are what `launch` takes; what this engine cannot run is named as such."""
    quote = pipeline.plan({**big(data), "budget": {"usd": 500, "on": "4 x h100"}})
    assert quote.best.count == 4 and quote.best.trainer == ""
    assert lines(quote)[-1].startswith("next: modelyard launch recipe.yaml") and "--gpus-per-node 4" in lines(quote)[-1]
    asked = list(quote.best.overrides)
    again = pipeline.plan({**big(data), "budget": {"usd": 500, "on": "4 x h100"}}, overrides=asked).best
    assert again.layout == quote.best.layout and again.overrides == ()
    tpu = pipeline.plan({**big(data, batch_size=8), "budget": {"usd": 500, "on": "8 x tpuv5p"}})
    assert tpu.best.trainer and "another trainer" in " ".join(lines(tpu))
    amd = pipeline.plan({**big(data, batch_size=8), "budget": {"on": "8 x mi300x", "usd": 500}})
    assert amd.best.trainer == "" and any("AMD" in note for note in amd.notes)


def test_the_recipes_processes_are_what_is_quoted(data):
    quote = pipeline.plan(big(data, batch_size=8, parallel={"data": 4, "shard": True}))
    assert {row.count for row in quote.rows[1:]} == {4}
    assert all("sharded over 4" in row.layout for row in quote.rows[1:])
    with pytest.raises(RecipeError, match=r"train\.parallel\.data: train\.parallel is for 4 devices, and 8"):
        pipeline.plan({**big(data, parallel={"data": 4}), "budget": {"on": "8 x h100", "usd": 9}})
    with pytest.raises(RecipeError, match=r"budget\.on: this engine does not run on TPUv5e"):
        pipeline.plan({**recipes(data)["mlp"], "budget": {"on": "tpuv5e", "usd": 9}})
    assert pipeline.plan({**recipes(data)["mlp"], "budget": {"on": "CPU-Xeon-8488C-48core", "usd": 9}}).rows[1].fits


def test_the_frontier_is_beaten_by_none(data):
    quote = pipeline.plan(big(data))
    edge = frontier(quote.rows)
    assert edge
    for row in edge:
        better = [
            o
            for o in quote.rows
            if not o.trainer
            and o.hours
            and o.usd
            and o.hours.value < 0.94 * row.hours.value
            and o.usd.value < row.usd.value
        ]
        assert not better


def test_serving(data):
    load = Load(
        requests_per_second=20, latency_seconds=5.0, tokens_in=100, tokens_out=50, price_usd=0.01, funds_usd=1e4
    )
    quote = pipeline.plan(big(data), load=load)
    devices = quote.serving["devices"]
    costs = [one["usd_per_1000"]["value"] for one in devices]
    assert devices and costs == sorted(costs)
    for one in devices:
        assert one["latency_seconds"]["value"] <= 5.0 and one["capacity_per_second"] >= 20
    assert any("serving" in line for line in lines(quote))
    assert pipeline.plan(big(data), load=Load(latency_seconds=1e-6)).serving["devices"] == []


def test_a_machine_with_a_gpu_is_quoted_as_one(data, monkeypatch):
    from modelyard.planning import machine

    recipe = recipes(data)["encoder"]
    processors = pipeline.plan(recipe).here
    monkeypatch.setattr(machine, "accelerators", lambda: ["NVIDIA H100 80GB HBM3"])
    there = pipeline.plan(recipe).here
    assert there.device == "this machine" and there.memory_bytes == hardware.find("h100").memory_bytes
    assert there.price["device"] == "H100-SXM-80GB"
    assert pipeline.plan(recipe, overrides=["train.device=cpu"]).here.memory_bytes == processors.memory_bytes


def test_a_cleaner_grid_emits_less(data):
    recipe = recipes(data)["mlp"]
    clean, dirty = (pipeline.plan(recipe, grid_kg=grid).here.kgco2e.value for grid in (0.02, 0.8))
    assert dirty == pytest.approx(40 * clean, rel=1e-6)
    with pytest.raises(RecipeError, match="--grid"):
        pipeline.plan(recipe, grid_kg=-1)


def test_more_devices_than_examples_of_a_step_is_one_error(data):
    recipe = {**recipes(data)["mlp"], "train": {"batch_size": 6}}
    assert pipeline.plan(recipe, what_if=["gpus=5"]).what_if[0]["best"]["count"] == 5, "shares may differ by one"
    with pytest.raises(RecipeError, match=r"train.batch_size.*16 devices.*Got 6"):
        pipeline.plan(recipe, what_if=["gpus=16"])


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"budget": {"on": "h1000x"}}, "budget.on"),
        ({"budget": {"on": "0 x h100"}}, "budget.on"),
        ({"budget": {"usd": -5}}, "budget.usd"),
        ({"budget": {"usd": 0}}, "budget.usd"),
        ({"budget": {"hours": 1, "minutes": 1}}, "minutes and hours"),
        ({"budget": {"deadline_hours": 0}}, "budget.deadline_hours"),
        ({"budget": {"euros": 5}}, "budget.euros"),
        ({"model": "made-up"}, "model"),
        ({"model": "encoder"}, "model.family"),
        ({"task": "levitation"}, "task"),
    ],
)
def test_a_bad_recipe_is_one_error_that_names_the_field(data, change, place):
    with pytest.raises(ModelyardError) as error:
        pipeline.plan({**recipes(data)["mlp"], **change})
    assert place in str(error.value), error.value
    assert error.value.exit_code == 2


def test_data_that_cannot_be_read_is_one_error(tmp_path):
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")
    recipe = {"task": "tabular-classification", "data": {"train": str(tmp_path / "empty.csv"), "target": "y"}}
    with pytest.raises(ModelyardError):
        pipeline.plan(recipe)
    recipe["data"]["train"] = str(tmp_path / "absent.csv")
    with pytest.raises(ModelyardError, match="absent"):
        pipeline.plan(recipe)


def test_a_large_file_is_estimated_and_said_to_be(data, tmp_path):
    lines_ = (data / "texts.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    big_file = tmp_path / "big.csv"
    with big_file.open("w", encoding="utf-8") as file:
        file.write(lines_[0])
        for _ in range(1500):
            file.writelines(lines_[1:])
    recipe = recipes(data)["encoder"]
    quote = pipeline.plan({**recipe, "data": {**recipe["data"], "train": str(big_file)}})
    assert not quote.data["exact"]
    assert quote.data["rows"] == pytest.approx(1_200_000, rel=0.05)
    assert any("an estimate" in note for note in quote.notes)


def test_the_prices_are_those_of_the_catalogue(data):
    quote = pipeline.plan(recipes(data)["encoder"])
    listed = prices.load()
    for row in quote.rows[1:]:
        assert row.device in hardware.catalogue()
        assert row.price["usd_per_hour"] == prices.usual(listed, row.device).usd_per_hour
        assert row.usd.value == pytest.approx(row.hours.value * row.count * row.price["usd_per_hour"])


def test_a_busy_machine_is_said(data, monkeypatch):
    count = planning.machine.processors()
    for load, said in ((0.0, 0), (4.0 * count, 1)):
        monkeypatch.setattr(planning.os, "getloadavg", lambda load=load: (load, load, load))
        notes = pipeline.plan(recipes(data)["mlp"]).notes
        assert sum("keep this machine busy" in note for note in notes) == said


def test_an_old_price_is_said_only_where_renting_is_recommended(data, monkeypatch):
    known = recipes(data)
    here = pipeline.plan(known["mlp"])
    assert here.best.device == "this machine"
    assert not any("prices update" in note for note in here.notes)
    rented = pipeline.plan({**known["encoder"], "budget": {"hours": 4, "on": "h100"}})
    assert rented.best.device != "this machine"
    said = [note for note in rented.notes if "prices update" in note]
    price = prices.Price(**rented.best.price)
    assert len(said) == price.is_stale
