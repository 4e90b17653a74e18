"""A step on processors: what a run would choose, what makes it longer, and what several processes add."""

import dataclasses
import math

import pytest

from modelyard.core.features import FeatureSpec
from modelyard.models import encoder, mlp
from modelyard.pipeline.networks import architecture_of
from modelyard.planning import machine, processor
from modelyard.planning.processor import Setting

DEVICE = dataclasses.replace(
    machine.device(), flops={"fp32": 200e9, "bf16": 800e9}, bandwidth=40e9, matmul_flops=800e9, generation="cpu"
)
SMALL = architecture_of(mlp, mlp.Config(hidden=[64]), FeatureSpec(kind="dense", width=20), 2)
LARGE = architecture_of(encoder, encoder.Config(), FeatureSpec(kind="tokens", width=8000, max_length=128), 4)


def settings(architecture=LARGE, positions=128, batch=32, precisions=("fp32", "bf16"), threads=2):
    return processor.settings(
        architecture,
        DEVICE,
        micro_batch=batch,
        positions=positions,
        sequences=batch,
        precisions=precisions,
        threads=threads,
    )


def test_each_precision_is_tried_on_one_thread_and_on_all():
    assert [(one.precision, one.threads) for one in settings()] == [("fp32", 1), ("fp32", 2), ("bf16", 1), ("bf16", 2)]
    assert len(settings(threads=1, precisions=["fp32"])) == 1


def test_a_large_network_takes_bfloat16_on_all_threads_and_a_small_one_the_plainest():
    large = processor.chosen(settings())
    assert (large.precision, large.threads) == ("bf16", 2)
    assert large.seconds == pytest.approx(math.fsum(large.parts.values()))
    small = processor.chosen(settings(SMALL, positions=1, batch=16))
    assert (small.precision, small.threads) == ("fp32", 1)


def test_a_gain_that_is_noise_changes_nothing():
    plain, faster = (
        Setting(precision="fp32", threads=1, parts={"a": 1.0}),
        Setting(precision="fp32", threads=2, parts={"a": 0.97}),
    )
    assert processor.chosen([plain, faster]) is plain


def test_more_work_takes_longer():
    def seconds(**fields):
        return processor.chosen(settings(**fields)).seconds

    assert seconds(batch=64) > 1.5 * seconds(batch=32)
    assert seconds(positions=256) > 1.5 * seconds(positions=128)


def test_settings_are_compared_by_steps_of_each_within_a_limit():
    compared = [Setting(precision="fp32", threads=count, parts={"a": 0.1}) for count in (1, 2)]
    # The first step of each, then at least six.
    assert processor.comparing_seconds(compared, 10.0) == pytest.approx(processor.LEAST_SECONDS + 0.2 + 6 * 0.2)
    assert processor.comparing_seconds(compared, 1.0) == 1.0
    assert processor.comparing_seconds(compared[:1], 10.0) == 0.0
    from modelyard.training.deciding import rehearsal_seconds

    for limit in (None, 10.0, 60.0, 400.0, 7200.0):
        assert processor.comparing_limit(limit) == pytest.approx(rehearsal_seconds(limit))


def test_processes_of_one_machine_share_it_and_exchange_gradients():
    step = Setting(precision="bf16", threads=2, parts={"products": 0.1})
    assert processor.shared(step, 1, 10**6) is step
    two = processor.shared(step, 2, 10**8)
    assert two.seconds > step.seconds + 2 * 4e8 / processor.EXCHANGED_PER_SECOND
