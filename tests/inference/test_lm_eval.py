"""lm-eval over our predictor gives what its own HFLM gives on the same files, with the begin token and without."""

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import torch

from modelyard.core.errors import MissingExtra, RequestError
from modelyard.core.schema import Column, Schema
from modelyard.data.features.language import LanguageTokenizer
from modelyard.inference.backends import Language
from modelyard.inference.language import LanguagePredictor
from modelyard.models import decoder
from modelyard.tasks import language_modeling

lm_eval = pytest.importorskip("lm_eval", reason="needs modelyard[harness]", exc_type=ImportError)
pytestmark = pytest.mark.filterwarnings("ignore")  # the harness's own, and those of the libraries that it loads

CONTEXT = 48
TEXTS = ["the cat sat on the mat. ", "床前明月光，疑是地上霜。", '{"name": "cat", "age": 3}'] * 20
TASKS = {
    "choice": {
        "output_type": "multiple_choice",
        "doc_to_text": "{{question}}",
        "doc_to_choice": "{{choices}}",
        "doc_to_target": "answer",
        "metric_list": [{"metric": "acc"}],
    },
    "rolling": {
        "output_type": "loglikelihood_rolling",
        "doc_to_text": "",
        "doc_to_target": "{{text}}",
        "metric_list": [{"metric": "bits_per_byte"}],
    },
    "writing": {
        "output_type": "generate_until",
        "doc_to_text": "{{question}}",
        "doc_to_target": "{{text}}",
        "generation_kwargs": {"until": [" the", "\n"], "max_gen_toks": 12},
        "metric_list": [{"metric": "exact_match"}],
    },
}
ROWS = [
    {"question": "the cat sat", "choices": [" on the mat", " under", "坐"], "answer": 0, "text": "the cat sat on it"},
    {
        "question": "床前明月光",
        "choices": ["，疑是地上霜", " moon"],
        "answer": 0,
        "text": "床前明月光，疑是地上霜。" * 9,
    },
    {"question": "the mat. " * 30 + "the", "choices": [" cat", " mat"], "answer": 1, "text": "a"},
    {"question": '{"name": ', "choices": ['"cat"', " 3}"], "answer": 1, "text": "the cat sat on the mat. " * 25},
]


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """The predictor, and the folder of the same model for `transformers`."""
    directory = tmp_path_factory.mktemp("artifact")
    tokenizer = LanguageTokenizer.fit(TEXTS, 400)
    schema = Schema(inputs=(Column(name="text", kind="text", example="the cat"),))
    task = language_modeling.Task(schema=schema, tokenizer=tokenizer, context=CONTEXT)
    config = decoder.Config(layers=2, width=32, heads=4, kv_heads=2, max_length=CONTEXT)
    torch.manual_seed(1)
    network = decoder.build(config, task.features).eval()
    with torch.no_grad():
        for parameter in network.parameters():
            if parameter.ndim > 1:
                parameter.mul_(8)  # no two tokens are nearly equal
    decoder.save(network, config, directory)
    tokenizer.save(directory)
    backend = Language.__new__(Language)
    backend.model, backend._spec = network, task.features
    artifact = SimpleNamespace(
        schema=schema, task="language-modeling", family="decoder", path=directory, digest="0" * 64
    )
    return LanguagePredictor(artifact, task, backend), directory


def evaluate(harness_model, directory, prefix=""):
    """Every request's answer, by task."""
    from lm_eval.tasks import TaskManager

    directory.mkdir()
    rows = [{**row, "question": prefix + row["question"]} for row in ROWS]
    (directory / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    for name, fields in TASKS.items():
        data = {"dataset_path": "json", "dataset_kwargs": {"data_files": {"test": str(directory / "rows.jsonl")}}}
        task = {"task": f"yard_{name}", "test_split": "test", **data, **fields}
        (directory / f"{name}.yaml").write_text(json.dumps(task), encoding="utf-8")  # JSON is YAML
    found = lm_eval.simple_evaluate(
        model=harness_model,
        tasks=[f"yard_{name}" for name in TASKS],
        task_manager=TaskManager(include_path=str(directory), include_defaults=False),
        bootstrap_iters=0,
    )
    answers = {}
    for name, samples in found["samples"].items():
        ordered = sorted(samples, key=lambda sample: sample["doc_id"])
        answers[name.removeprefix("yard_")] = [sample["resps"] for sample in ordered]
    return answers, found["results"]


def close(ours, theirs):
    for mine, other in zip(ours["choice"], theirs["choice"], strict=True):
        for ((nats, greedy),), ((expected, is_greedy),) in zip(mine, other, strict=True):
            assert nats == pytest.approx(expected, abs=1e-4) and greedy == is_greedy
    for ((nats,),), ((expected,),) in zip(ours["rolling"], theirs["rolling"], strict=True):
        assert nats == pytest.approx(expected, abs=1e-4)
    assert ours["writing"] == theirs["writing"]
    return True


@pytest.mark.parametrize("begin", [False, True])
def test_it_answers_as_the_harness_does_from_the_files(model, tmp_path, monkeypatch, begin):
    monkeypatch.setenv("HF_DATASETS_CACHE", str(tmp_path / "cache"))
    from lm_eval.models.huggingface import HFLM

    from modelyard.inference.lm_eval import Model

    predictor, directory = model
    ours, figures = evaluate(Model(predictor, begin=begin), tmp_path / "ours")
    theirs = HFLM(pretrained=str(directory), device="cpu", batch_size=2, dtype="float32", max_length=CONTEXT)
    # HFLM puts no begin token before a context: where there shall be one, it stands in the question.
    expected, their_figures = evaluate(theirs, tmp_path / "theirs", prefix="<|endoftext|>" if begin else "")
    assert close(ours, expected)
    assert figures["yard_choice"]["acc,none"] == their_figures["yard_choice"]["acc,none"]
    assert any(text[0][0] for text in ours["writing"])


def test_a_rendered_conversation_gets_no_second_beginning(model):
    from modelyard.data.features.chat import chat_ids
    from modelyard.inference.lm_eval import Model

    predictor, _ = model
    ours = Model(predictor)
    talk = [{"role": "user", "content": "床前明月光"}]
    text = ours.apply_chat_template(talk)
    assert ours.tok_encode(text) == chat_ids(ours.tokenizer, talk).tolist()
    open_end = ours.apply_chat_template([*talk, {"role": "assistant", "content": "the"}], add_generation_prompt=False)
    assert open_end.endswith("assistant\nthe")
    assert ours.tok_encode("the")[0] == ours.eot_token_id
    assert ours.chat_template(True) == ours.tokenizer.chat_template


@pytest.mark.parametrize(("options", "said"), [({"typical_p": 1}, "typical_p"), ({"max_gen_toks": 48}, "leave room")])
def test_what_it_cannot_do_is_refused(model, options, said):
    from modelyard.inference.lm_eval import Model

    with pytest.raises(RequestError, match=said):
        Model(model[0]).generate_until([SimpleNamespace(args=("the", {"until": [], **options}))], disable_tqdm=True)


def test_the_harness_knows_it_by_name():
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "modelyard", "lm-eval", "run", "--model", "modelyard"],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parent,
    )
    assert "tasks" in (done.stderr + done.stdout).lower() and "not found" not in done.stderr


def test_without_the_harness_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "lm_eval.api.model", None)
    monkeypatch.delitem(sys.modules, "modelyard.inference.lm_eval", raising=False)
    with pytest.raises(MissingExtra, match=r"modelyard\[harness\]"):
        import modelyard.inference.lm_eval  # noqa: F401
