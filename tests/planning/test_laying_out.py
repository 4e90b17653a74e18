"""Layouts of accelerator rows: ours fit and run, others' are named as such, overrides ask for what was quoted."""

import dataclasses

import pytest

from modelyard.core.errors import RecipeError
from modelyard.core.recipe import Parallel
from modelyard.models._known_definitions import causal
from modelyard.planning import choosing, estimating, hardware, laying_out, remedies
from modelyard.planning.dealing import check_layout
from modelyard.planning.layout import Layout
from modelyard.planning.quoting import Wish, finished_row
from modelyard.planning.workload import Workload

LLAMA_70B = {
    "model_type": "llama",
    "hidden_size": 8192,
    "num_hidden_layers": 80,
    "num_attention_heads": 64,
    "num_key_value_heads": 8,
    "intermediate_size": 28672,
    "vocab_size": 128_256,
    "tie_word_embeddings": False,
}
LLAMA_7B = LLAMA_70B | {
    "hidden_size": 4096,
    "num_hidden_layers": 32,
    "num_attention_heads": 32,
    "num_key_value_heads": 32,
    "intermediate_size": 11008,
    "vocab_size": 32_000,
}


def workload(definition, batch=64, own=8, **changes):
    network = dataclasses.replace(causal(definition, chunked_loss=True), recomputes=own > 0, dealt=own)
    common = {"task": "instruction", "sort": "conversations", "family": "decoder", "network": True, "config": None}
    sizes = {"examples": 3000, "positions": 4096.0, "longest": 4096, "batch": batch, "micro_batch": 1, "steps": 100}
    rest = {"ceiling": 100, "evaluations": 1, "validated": 10, "judged": 10, "precision": "auto", "optimizer": "adamw"}
    return Workload(architecture=network, recompute=False, **{**common, **sizes, **rest, **changes})


H100 = hardware.find("h100")


def test_a_70b_model_on_64_devices_fits_in_a_layout_that_this_engine_runs():
    work = workload(LLAMA_70B)
    (ours, trainer), *others = laying_out.ways(work, H100, 64)
    assert trainer == "" and ours.fits(H100)
    assert ours.layout.pipeline == ours.layout.context == ours.layout.expert == 1
    assert ours.layout.devices == 64 and not ours.layout.sequence
    for other, name in others:
        assert name == laying_out.OTHER and other.fits(H100)
        assert ours.step.value > laying_out.WORTH_NAMING * other.step.value


def test_what_no_layout_of_ours_fits_is_another_trainers_and_recommended_only_then():
    """A definition whose weights this engine does not deal out, too large for a device."""
    work = workload(LLAMA_70B, own=0)
    (ours, _), (other, trainer) = laying_out.ways(work, H100, 64)
    assert not ours.fits(H100) and other.fits(H100) and trainer == laying_out.OTHER
    common = {"wish": Wish(), "price": None, "around": laying_out.Band(value=0, low=0, high=0)}
    foreign = finished_row(work, H100, 64, other, trainer=trainer, **common)
    refused = finished_row(work, H100, 64, ours, **common)
    small = workload(LLAMA_7B)
    able = finished_row(small, H100, 8, laying_out.best(small, H100, 8), **common)
    assert choosing.recommend([refused, foreign], Wish(on="any"))[0] == 1
    assert choosing.recommend([refused, foreign, able], Wish(on="any"))[0] == 2
    assert foreign.overrides == () and able.overrides


def test_devices_that_this_engine_does_not_run_on():
    for name in ("tpuv5p", "gaudi3"):
        found = laying_out.ways(workload(LLAMA_7B), hardware.find(name), 64)
        assert [trainer for _, trainer in found] == [laying_out.OTHER]
    (ours, trainer), *_ = laying_out.ways(workload(LLAMA_7B), hardware.find("mi300x"), 8)
    measured = laying_out.best(workload(LLAMA_7B), H100, 8).step
    assert trainer == "" and ours.step.high / ours.step.low > measured.high / measured.low


@pytest.mark.parametrize("count", [1, 2, 3, 7, 8, 64])
@pytest.mark.parametrize("batch", [64, 48, 10, 7])
def test_overrides_ask_for_the_batch_that_was_quoted(batch, count):
    work = workload(LLAMA_7B, batch=batch, own=32)
    if count > 8 * batch:  # eight may share each matrix
        with pytest.raises(RecipeError, match="leaves some of"):
            laying_out.best(work, H100, count)
        return
    layout = laying_out.best(work, H100, count).layout
    asked = dict(one.split("=") for one in laying_out.overrides(work, layout))
    size, parts = int(asked.get("train.batch_size", 1)), int(asked.get("train.accumulate", batch))
    assert size * parts == batch
    assert -(-size // layout.data) == layout.micro_batch
    assert asked.get("train.parallel.shard") == ("true" if layout.zero == 3 else None)
    assert int(asked.get("train.parallel.tensor", 1)) == layout.tensor


def test_replicas_of_shards():
    """Weights are gathered within a machine, gradients summed between machines: as many bytes there, fewer waits."""
    work, apart = workload(LLAMA_7B, own=32), hardware.find("a100").on_network(3e9)
    all_, within = (
        estimating.estimate(work, apart, Layout(data=64, zero=3, shard=shard, recompute="full")) for shard in (None, 8)
    )
    assert within.seconds["data communication"] < all_.seconds["data communication"]
    assert within.memory["optimizer state"] == pytest.approx(8 * all_.memory["optimizer state"])
    ((ours, _),) = laying_out.ways(dataclasses.replace(work, parallel=Parallel(shard=8)), apart, 64)
    assert ours.layout.shard == 8
    assert laying_out.overrides(work, ours.layout)[0] == "train.parallel.shard=8"
    with pytest.raises(RecipeError, match=r"layout\.shard.*64"):
        Layout(data=64, zero=3, shard=7)


def test_the_recipes_own_layout_is_kept():
    asked = Parallel(data=4, shard=True, tensor=2)
    work = workload(LLAMA_7B, own=32, parallel=asked)
    ((ours, _),) = laying_out.ways(work, H100, 8)
    assert (ours.layout.data, ours.layout.zero, ours.layout.tensor) == (4, 3, 2)
    assert laying_out.ways(work, H100, 16) == []
    assert not any("parallel" in one for one in laying_out.overrides(work, ours.layout))


@pytest.mark.parametrize(
    ("own", "parallel", "recompute", "field"),
    [
        (8, Parallel(tensor=3), False, r"train\.parallel\.tensor.*1, 2, 4, 8"),
        (0, Parallel(tensor=2), False, r"train\.parallel\.tensor"),
        (0, Parallel(shard=True), False, r"train\.parallel\.shard"),
        (0, Parallel(), True, r"train\.recompute"),
    ],
)
def test_a_layout_that_the_run_would_refuse_is_refused(own, parallel, recompute, field):
    work = dataclasses.replace(workload(LLAMA_7B, own=own, parallel=parallel), recompute=recompute)
    with pytest.raises(RecipeError, match=field):
        check_layout(work.architecture, parallel, recompute=recompute)
    check_layout(work.architecture, Parallel(data=4), recompute=False)


def test_a_remedy_holds_what_it_promises():
    work = workload(LLAMA_70B)
    text = remedies.remedy(work, H100, 8)
    count = int(text.split()[0])
    assert count > 8 and "train.parallel.shard=true" in text
    assert laying_out.best(dataclasses.replace(work, batch=max(64, count)), H100, count).fits(H100)
    assert remedies.remedy(workload(LLAMA_70B, own=0), H100, 8).startswith("a smaller model")
