"""What a recipe's train section comes to in the training of a decoder: device, recomputing, tokens a step, spikes."""

import random

import pytest
import torch

from modelyard.core import recipe_file
from modelyard.core.errors import RecipeError, RunError
from modelyard.core.run import Run
from modelyard.data.corpus import Corpus, prepare_corpus
from modelyard.training import compiling, deciding, device
from modelyard.training.candidate import prepare
from modelyard.training.checkpoint import weights_of
from modelyard.training.corpus import CorpusGround
from modelyard.training.network import Training
from modelyard.training.tokenize import tokenize

WORDS = (
    "the",
    "a",
    "sky",
    "sea",
    "grass",
    "bird",
    "blue",
    "green",
    "is",
    "was",
    "sees",
    "hears",
    "天空",
    "是",
    "蓝色",
    "的",
)
SECTION = {"steps": 3, "precision": "fp32", "threads": 1, "evaluations": 1}


@pytest.fixture(scope="module")
def ground(tmp_path_factory):
    """Makes the ground of a recipe on one small corpus."""
    directory = tmp_path_factory.mktemp("corpus")
    dice = random.Random(0)
    for i in range(40):
        text = " ".join(dice.choice(WORDS) for _ in range(300))
        (directory / f"{i}.txt").write_text(f"{text}.\n", encoding="utf-8")

    def recipe(section):
        model = {"family": "decoder", "layers": 2, "width": 32, "heads": 2, "max_length": 32, "vocabulary": 300}
        return recipe_file.from_mapping(
            {
                "task": "language-modeling",
                "data": {"train": str(directory / "*.txt")},
                "model": {**model, "dropout": 0.1, "attention": "eager"},
                "train": {**SECTION, **section},
            }
        )

    run = Run(directory / "run")
    run.path.mkdir()
    run.emit("started")
    corpus = prepare_corpus(recipe({}), run.path / "bundle")
    tokenize(recipe({}), corpus, run)

    def make(name="", **section):
        own = Run(run.path.parent / (name or "own"))
        if not own.path.exists():
            own.path.mkdir()
            own.emit("started")
            (own.path / "tokens").symlink_to(run.path / "tokens")
        return CorpusGround(recipe(section), Corpus.open(run.path / "bundle"), own)

    return make


def training(ground, limit=None):
    return Training(ground, prepare(ground, "decoder"), limit)


def test_spikes_are_skipped_in_language_models_unless_the_recipe_says_otherwise(ground):
    assert training(ground()).section.spike_factor == 10.0
    assert training(ground(spike_factor=3)).section.spike_factor == 3.0
    assert training(ground(spike_factor=False)).section.spike_factor is False


@pytest.mark.parametrize(
    ("tokens", "batch_size", "expected"),
    # (sequences at once, of them a step): 32 tokens each, 16 at once where the recipe says nothing.
    [(320, None, (10, 1)), (1024, None, (16, 2)), (1100, None, (12, 3)), (320, 4, (4, 3)), (1, None, (1, 1))],
)
def test_a_steps_tokens_set_batch_and_accumulation(ground, tokens, batch_size, expected):
    fitted = training(ground(batch_tokens=tokens, **({"batch_size": batch_size} if batch_size else {})))
    assert (fitted.section.batch_size, fitted.section.accumulate) == expected
    assert fitted.plan.batch_size == expected[0]
    assert fitted._feed().work_per_step == 32 * expected[0] * expected[1]


def test_recomputing_gives_the_same_weights_and_keeps_less(ground):
    ended, kept = [], []
    for recompute in (False, True):
        fitted = training(ground(f"recompute{recompute}", recompute=recompute))
        assert fitted.model.checkpointing is recompute
        storages = {}

        def keep(tensor, storages=storages):
            storages[tensor.untyped_storage().data_ptr()] = tensor.untyped_storage().nbytes()
            return tensor

        with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
            fitted.run()
        ended.append(weights_of(fitted.model))
        kept.append(sum(storages.values()))
    for name, tensor in ended[0].items():
        assert torch.equal(tensor, ended[1][name]), name  # also with dropout: its masks are drawn again
    # Measured at 8 layers of width 128 on 16 x 128 tokens: 201 MiB become 11.
    assert kept[1] < 0.7 * kept[0]


def test_a_device_that_is_not_there_is_named(ground, monkeypatch):
    monkeypatch.setattr(device, "is_there", lambda kind: kind == "cpu")
    with pytest.raises(RecipeError, match=r"finds no device cuda \(an NVIDIA GPU\) here.*pytorch\.org"):
        training(ground(device="cuda"))
    fitted = training(ground("elsewhere", device="auto"))
    assert fitted.plan.device == "cpu"
    stored = {**fitted.plan.to_json(), "device": "cuda:0"}
    fitted.checkpoints.write_plan(stored)
    with pytest.raises(RunError, match=r"began on the device cuda:0.*train\.device: cpu"):
        training(ground("elsewhere", device="auto"))


def test_the_time_of_a_trial_counts_where_it_decides_against_compiling(ground, monkeypatch):
    later = [0.0]

    class Late(deciding.Clock):
        def elapsed(self):
            return super().elapsed() + later[0]

    def decline(*arguments, **named):
        later[0] = 4000.0
        return compiling.Choice(compile=False, reason="no gain")

    monkeypatch.setattr(deciding, "Clock", Late)
    monkeypatch.setattr(deciding.compiling, "choose", decline)
    plan = training(ground("budget", steps=None), limit=10_000.0).plan
    assert not plan.compile
    assert 5000 < plan.limit_seconds < 6000
