"""Conversations from a file to an artifact: tuned, adapted, preferred; killed, a run ends with the same weights."""

import json
import os
import random
import signal
import subprocess
import sys
import time

import numpy as np
import pytest
from safetensors.numpy import load_file

import modelyard
from modelyard.core.errors import ModelyardError, RecipeError, RunError
from modelyard.export.merge import merge

COLOURS = {"sky": "blue", "grass": "green", "snow": "white", "coal": "black", "天空": "蓝色", "草": "绿色"}
TRAIN = {"precision": "fp32", "threads": 1, "evaluations": 2, "batch_size": 4, "compile": False}


def lines(path, rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    directory = tmp_path_factory.mktemp("talks")
    dice = random.Random(0)
    talks, pairs = [], []
    for number in range(90):
        thing = dice.choice(list(COLOURS))
        asked = f"What colour is {thing} {number}?"
        good, bad = f"It is {COLOURS[thing]}.", "I do not know."
        talks.append({"messages": [{"role": "user", "content": asked}, {"role": "assistant", "content": good}]})
        pairs.append({"prompt": asked, "chosen": good, "rejected": bad})
    return {"talks": lines(directory / "talks.jsonl", talks), "pairs": lines(directory / "pairs.jsonl", pairs)}


def recipe(data, base, task="instruction", model=(), **train):
    return {
        "task": task,
        "data": {"train": data["talks" if task == "instruction" else "pairs"]},
        "model": {"from": str(base), **dict(model)},
        "train": {**TRAIN, **train},
        "evaluate": {"resamples": 100},
    }


@pytest.fixture(scope="module")
def tuned(data, language_base, tmp_path_factory):
    """A finished fine-tuning of all weights."""
    out = tmp_path_factory.mktemp("tuned") / "run"
    return modelyard.run(recipe(data, language_base, epochs=6, learning_rate=3e-3), out=out)


def test_fine_tuning_beats_the_model_that_it_started_from(tuned):
    verdict = tuned.read_json("evaluation.json")["verdict"]
    assert verdict["metric"] == "bits_per_byte"
    assert verdict["baselines"][0]["name"] == "the base model"
    assert verdict["gain"]["outcome"] == "better"
    assert verdict["model"]["interval"][1] < verdict["baselines"][0]["claim"]["interval"][0]
    samples = tuned.read_json("evaluation.json")["samples"]
    assert samples and {"prompt", "answer", "before"} == set(samples[0])


def test_the_artifact_chats_and_opens_in_transformers_alike(tuned):
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    from modelyard.inference.generation import Settings
    from modelyard.inference.language import load

    asked = [{"role": "user", "content": "What colour is sky 7?"}]
    ours = load(tuned.path).chat(asked, Settings(max_new_tokens=12, temperature=0))
    tokenizer = AutoTokenizer.from_pretrained(tuned.path / "artifact")
    network = AutoModelForCausalLM.from_pretrained(tuned.path / "artifact")
    inputs = tokenizer.apply_chat_template(asked, add_generation_prompt=True, return_tensors="pt")
    with torch.no_grad():
        theirs = network.generate(**inputs, max_new_tokens=12, do_sample=False)[0, inputs["input_ids"].shape[1] :]
    ends = network.generation_config.eos_token_id
    assert isinstance(ends, list) and len(ends) == 2
    kept = [token for token in theirs.tolist() if token not in ends]
    assert list(ours.tokens) == kept
    assert ours.finish_reason == ("stop" if len(kept) < len(theirs) else "length")


def test_an_answer_is_scored_as_conversations_are(tuned):
    model = modelyard.load(tuned.path)
    talk = [{"role": "user", "content": "What colour is snow 3?"}, {"role": "assistant", "content": "It is white."}]
    (answer,) = model.predict([{"messages": talk}])
    assert answer["log_likelihood"] < 0 and answer["tokens"] >= 2
    with pytest.raises(ModelyardError, match=r"inputs\[0\].messages"):
        model.predict([{"messages": talk[:1]}])


@pytest.fixture(scope="module")
def adapted(data, tuned, tmp_path_factory):
    """A preference training of an adapter on the fine-tuned run."""
    out = tmp_path_factory.mktemp("adapted") / "run"
    chosen = recipe(data, tuned.path, "preference", {"adapter": "lora", "rank": 4}, epochs=2, learning_rate=3e-3)
    return modelyard.run(chosen, out=out)


def test_preferences_with_an_adapter(adapted, tuned):
    claims = {(claim["subject"], claim["name"]): claim for claim in adapted.read_json("claims.json")}
    assert claims["model", "reward_accuracy"]["value"] > 0.8
    assert claims["model", "drift"]["value"] > 0 and claims["model", "drift"]["interval"]
    assert {"chosen_gain", "rejected_gain", "reward_margin"} <= {name for _, name in claims}
    record = adapted.read_json("models/decoder/training.json")
    saved = max((adapted.path / "checkpoints" / "decoder").glob("0*"))
    trained = load_file(saved / "model.safetensors")
    assert trained and all("lora_" in name for name in trained)
    assert record["validation"]


def test_merging_gives_the_artifacts_weights_as_a_plain_checkpoint(adapted, tuned, tmp_path):
    target = merge(adapted.path, tmp_path / "merged")
    ours, theirs = (load_file(place / "model.safetensors") for place in (target, adapted.path / "artifact"))
    assert all(np.array_equal(ours[name], theirs[name]) for name in theirs)
    base = load_file(tuned.path / "artifact" / "model.safetensors")
    assert any(not np.array_equal(ours[name], base[name]) for name in base)
    assert not list(target.glob("adapter*")) and (target / "tokenizer_config.json").is_file()
    with pytest.raises(RunError, match="this place is taken"):
        merge(adapted.path, target)
    with pytest.raises(RunError, match="trained no adapter"):
        merge(tuned.path, tmp_path / "other")


def test_replay_repeats_what_the_base_run_learned(data, tuned, tmp_path):
    again = recipe(data, tuned.path, steps=3, replay=0.25)
    run = modelyard.run(again, out=tmp_path / "run")
    assert run.status == "finished"
    with pytest.raises(ModelyardError, match="it is no run directory"):
        modelyard.run(recipe(data, tuned.path / "models" / "decoder", steps=3, replay=0.25), out=tmp_path / "other")


def test_what_is_wrong_is_said_before_anything_is_read(data, tmp_path):
    with pytest.raises(RecipeError, match="instruction starts from a language model"):
        modelyard.run({"task": "instruction", "data": {"train": data["talks"]}}, out=tmp_path / "run")
    with pytest.raises(RecipeError, match="no artifact yet"):
        (tmp_path / "begun").mkdir()
        for name in ("recipe.yaml", "events.jsonl"):
            (tmp_path / "begun" / name).write_text("")
        modelyard.run(recipe(data, tmp_path / "begun"), out=tmp_path / "run")


def test_preferences_beside_a_quantised_base_begin_at_its_own_margins(data, tuned, tmp_path):
    pytest.importorskip("bitsandbytes", reason="needs modelyard[quantised]", exc_type=ImportError)
    model = {"adapter": "lora", "rank": 4, "base": "nf4"}
    run = modelyard.run(
        recipe(data, tuned.path, "preference", model, steps=8, learning_rate=3e-3), out=tmp_path / "run"
    )
    first = run.read_json("models/decoder/training.json")["milestones"][0]
    assert first["loss"] == pytest.approx(np.log(2), abs=1e-5)  # policy and reference are one before the first step


@pytest.mark.parametrize("base", [None, "nf4"])
def test_killed_while_it_trains_a_run_ends_with_the_same_weights(data, language_base, tmp_path, base):
    model = {"adapter": "dora", "rank": 4}
    if base is not None:
        pytest.importorskip("bitsandbytes", reason="needs modelyard[quantised]", exc_type=ImportError)
        model = {"adapter": "lora", "rank": 4, "base": base}
    settings = recipe(data, language_base, model=model, steps=24, checkpoint_seconds=0)
    (tmp_path / "recipe.json").write_text(json.dumps(settings), encoding="utf-8")
    program = "import json, sys, modelyard; modelyard.run(json.load(open(sys.argv[1])), out=sys.argv[2])"
    killed = tmp_path / "killed"
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "recipe.json"), str(killed)],
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        stdout=subprocess.DEVNULL,
    )
    while process.poll() is None:
        steps = [path.name for path in (killed / "checkpoints" / "decoder").glob("0*")]
        if steps and int(max(steps)) >= 5:
            process.send_signal(signal.SIGKILL)
            process.wait()
        time.sleep(0.005)
    assert process.returncode == -signal.SIGKILL
    assert not (killed / "artifact").exists()
    resumed = modelyard.run(settings, out=killed)
    assert any("going on from step" in event["text"] for event in resumed.events("notice"))
    whole = modelyard.run(settings, out=tmp_path / "whole")
    ours, theirs = ((run.path / "artifact" / "model.safetensors").read_bytes() for run in (resumed, whole))
    assert ours == theirs
