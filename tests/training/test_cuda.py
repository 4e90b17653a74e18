"""What only an NVIDIA GPU can show: its kernels beside an independent formula, the same bits twice, no waiting in a
step, real shortages of its memory, NCCL. Everything else about devices is tested without one (test_device.py)."""

import contextlib
import copy
import hashlib
import importlib.util
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn import functional

from modelyard.core.features import FeatureSpec, Tokens
from modelyard.core.recipe import Parallel, Train
from modelyard.models import _decoder_attention, _linear_cross_entropy, decoder
from modelyard.models._decoding import start
from modelyard.training import device, hardware
from modelyard.training.checkpoint import Checkpoints, weights_of
from modelyard.training.ema import Average
from modelyard.training.loop import fit
from modelyard.training.objective import Compute
from modelyard.training.optim import Optimizer
from modelyard.training.rehearsal import rehearse
from modelyard.training.schedule import Timeline
from modelyard.training.spikes import Guard
from modelyard.training.state import Plan, State

pytestmark = pytest.mark.skipif(not torch.cuda.is_available(), reason="needs an NVIDIA GPU that PyTorch can use")
GPU = torch.device("cuda")
LENGTH, VOCABULARY = 64, 333
STEPS = 12


@pytest.fixture(autouse=True)
def _repeatable():
    device.prepare()
    with device.deterministic():
        yield
    torch.cuda.empty_cache()


class Objective:
    """A language model's, as the task computes it, packed documents included."""

    def loss(self, model, batch):
        hidden = model.hidden(
            batch["input_ids"], batch.get("position_ids"), batch.get("segments"), bounds=batch.get("bounds")
        )
        return _linear_cross_entropy.linear_cross_entropy(hidden.flatten(0, 1), model.head, batch["targets"].flatten())


class Feed:
    """Seeded tokens of packed documents, a batch of one shape for every step."""

    unit, context, steady, steps_per_epoch = "tokens", LENGTH, True, STEPS

    def __init__(self, rows=8):
        self._rows, self.work_per_step = rows, rows * LENGTH

    def step(self, number, size):
        random = torch.Generator().manual_seed(number)
        ids = torch.randint(0, VOCABULARY, (self._rows, LENGTH + 1), generator=random)
        cut = torch.randint(1, LENGTH, (self._rows, 1), generator=random)
        places = torch.arange(LENGTH)[None].expand(self._rows, -1)
        whole = {
            "input_ids": ids[:, :-1],
            "targets": ids[:, 1:],
            "segments": (places >= cut).long(),
            "position_ids": torch.where(places >= cut, places - cut, places),
        }
        starts = range(0, self._rows, size)
        return [{name: tensor[s : s + size].contiguous() for name, tensor in whole.items()} for s in starts]

    def typical(self, count):
        return [self.step(number, self._rows) for number in range(count)]


def build(**fields):
    sizes = {"layers": 2, "width": 64, "heads": 4, "kv_heads": 2, "inner": 128, "vocabulary": VOCABULARY}
    config = decoder.Config(**{**sizes, "max_length": LENGTH, "attention": "sdpa", **fields})
    torch.manual_seed(0)
    spec = FeatureSpec(kind="tokens", width=VOCABULARY, pad_id=1, max_length=LENGTH, end_id=0)
    return decoder.build(config, spec)


def relative(found, expected):
    found, expected = found.double().cpu(), expected.double().cpu()
    return float((found - expected).norm() / expected.norm())


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float32])
@pytest.mark.parametrize("vocabulary", [333, 4096, 50_257])
@pytest.mark.parametrize("weighted", [False, True])
def test_the_loss_kernel_is_the_formula(dtype, vocabulary, weighted):
    torch.manual_seed(vocabulary)
    hidden = torch.randn(700, 96).to(dtype)
    head = (0.3 * torch.randn(vocabulary, 96)).to(dtype)
    targets = torch.randint(0, vocabulary, (700,))
    targets[::7] = -100
    weights = torch.rand(700) if weighted else (targets != -100).float()
    ours = [tensor.to(GPU).requires_grad_() for tensor in (hidden, head)]
    exact = [tensor.double().requires_grad_() for tensor in (hidden, head)]
    total, count = _linear_cross_entropy.linear_cross_entropy(
        ours[0],
        ours[1],
        targets.to(GPU),
        weights_N=weights.to(GPU) if weighted else None,
        chunk_tokens=256,
        z_loss=1e-3,
    )
    total.backward()
    logits = exact[0] @ exact[1].t()
    sums = logits.logsumexp(1)
    losses = functional.cross_entropy(logits, targets, reduction="none", ignore_index=-100) + 1e-3 * sums * sums
    losses = losses * (targets != -100) * (weights.double() if weighted else 1.0)
    losses.sum().backward()
    tolerance = 1e-2 if dtype == torch.bfloat16 else 1e-5
    assert float(count.detach()) == pytest.approx(float((weights * (targets != -100)).sum()), rel=1e-6)
    assert relative(total.detach(), losses.sum().detach()) < tolerance / 10
    assert relative(ours[0].grad, exact[0].grad) < tolerance
    assert relative(ours[1].grad, exact[1].grad) < tolerance


def test_attention_by_documents_is_that_of_a_mask():
    torch.manual_seed(1)
    shapes = [(3, heads, LENGTH, 32) for heads in (4, 2, 2)]
    inputs = [torch.randn(shape, device=GPU, dtype=torch.bfloat16) for shape in shapes]
    inputs[0] = inputs[0] * 32**-0.5
    segments = torch.from_numpy(np.sort(np.random.default_rng(0).integers(0, 4, (3, LENGTH)), axis=1))
    gradient = torch.randn(3, LENGTH, 4, 32, device=GPU, dtype=torch.bfloat16)
    found = []
    for kind in ("documents", "mask", "exact"):
        dtype = torch.float64 if kind == "exact" else torch.bfloat16
        given = [tensor.to(dtype).requires_grad_() for tensor in inputs]
        blocked = _decoder_attention.blocked_scores(segments.to(GPU), dtype)
        bounds = _decoder_attention.document_bounds(segments).to(GPU) if kind == "documents" else None
        way = "eager" if kind == "exact" else "sdpa"
        context = _decoder_attention.Context((gradient, gradient), None if bounds is not None else blocked, way, bounds)
        mixed = context.mix(0, *given)
        found.append([mixed.detach(), *torch.autograd.grad(mixed, given, gradient.to(dtype))])
    for by_documents, by_mask, exact in zip(*found, strict=True):
        assert relative(by_documents, exact) < 1e-2
        assert relative(by_mask, exact) < 1e-2


@pytest.mark.parametrize("optimizer", ["adamw", "muon"])
def test_a_step_never_waits_for_the_gpu(optimizer):
    model = build().to(GPU).train()
    section = Train(optimizer=optimizer, clip_norm=1.0)
    compute = Compute(model, Objective(), "bf16")
    guard, average = Guard(10.0, 1.0, GPU), Average(model, 0.9)
    optimizer = Optimizer(model, section)
    state = State(model, optimizer, guard, average)
    feed = Feed()

    def step(number):
        loss_sum, count, divisor = compute.gradients(feed.step(number, 4))
        norm = optimizer.step(1e-3, divisor, guard)
        average.add()
        state.add(loss_sum, count, norm)

    for number in range(3):
        step(number)
    torch.cuda.synchronize()
    torch.cuda.set_sync_debug_mode("error")
    try:
        for number in range(3, 6):
            step(number)
    finally:
        torch.cuda.set_sync_debug_mode("default")


def planned(model, **fields):
    given = {
        "digest": "toy", "family": "toy", "seed": 3, "batch_size": 8, "learning_rate": 0.01, "precision": "bf16",
        "threads": 1, "evaluations": 1, "timeline": Timeline(STEPS), "steps_per_epoch": STEPS, "ceiling_steps": STEPS,
        "device": "cuda",
    }  # fmt: skip
    return Plan(**{**given, **fields})


def trained(directory, *, kill_at=None, section=None, feed=None, notices=None, **fields):
    model = build(dropout=0.1, **fields.pop("model", {})).to(GPU)
    section = section or Train(early_stopping=None, checkpoint_seconds=0, spike_factor=10.0, ema=0.9)
    checkpoints = Checkpoints(Path(directory), section.keep_checkpoints)

    def emit(event, **values):
        if event == "checkpoint" and values["step"] == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)
        if event == "notice" and notices is not None:
            notices.append(values["text"])

    stored = checkpoints.read_plan()
    plan = Plan.from_json(stored) if stored else planned(model, **fields)
    outcome = fit(model, Objective(), feed or Feed(), None, section, plan, checkpoints, emit)
    return model, outcome


def silent(event, **values):
    """Hears nothing."""


def digest(model):
    hasher = hashlib.sha256()
    for _, tensor in sorted(weights_of(model).items()):
        hasher.update(tensor.detach().cpu().numpy().tobytes())
    return hasher.hexdigest()


@pytest.mark.parametrize("optimizer", ["adamw", "muon"])
def test_killed_and_resumed_it_ends_with_the_same_bits(tmp_path, optimizer):
    code = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import test_cuda as t; from modelyard.core."
        "recipe import Train; t.device.prepare()\n"
        "with t.device.deterministic():\n"
        f"    section = Train(early_stopping=None, checkpoint_seconds=0, spike_factor=10.0, optimizer={optimizer!r})\n"
        "    kill = int(sys.argv[2]) if len(sys.argv) > 2 else None\n"
        "    print(t.digest(t.trained(sys.argv[1], kill_at=kill, section=section)[0]))\n"
    )

    def run(*arguments):
        command = [sys.executable, "-W", "ignore", "-c", code, *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)

    whole = run(tmp_path / "whole")
    assert whole.returncode == 0, whole.stderr
    assert run(tmp_path / "cut", 5).returncode == -signal.SIGKILL
    resumed = run(tmp_path / "cut")
    assert resumed.returncode == 0, resumed.stderr
    assert resumed.stdout == whole.stdout


@contextlib.contextmanager
def little_memory(more_bytes):
    """Let this process have only so much more of the GPU's memory than it holds."""
    torch.cuda.empty_cache()
    total = torch.cuda.get_device_properties(GPU).total_memory
    torch.cuda.set_per_process_memory_fraction((torch.cuda.memory_reserved() + more_bytes) / total)
    try:
        yield
    finally:
        torch.cuda.set_per_process_memory_fraction(1.0)


def test_a_real_shortage_halves_the_parts_and_trains_the_same(tmp_path):
    section = Train(early_stopping=None)
    large = {"layers": 4, "width": 256, "inner": 1024, "dropout": 0.0}

    def losses(directory, notices=None, **fields):
        model = build(**large).to(GPU)
        checkpoints = Checkpoints(directory, 1)
        plan = planned(model, batch_size=1024, **fields)
        emit = lambda event, **values: notices.append(values.get("text")) if notices is not None else None  # noqa: E731
        fit(model, Objective(), Feed(1024), None, section, plan, checkpoints, emit)
        return plan

    plan = losses(tmp_path / "whole")
    assert plan.parts.at(0) == 1024
    notices = []
    with little_memory(700 << 20):
        plan = losses(tmp_path / "little", notices)
    assert plan.parts.at(0) < 1024
    assert any("memory ran out in step 1" in text for text in notices if text)


def test_a_rehearsal_finds_the_parts_that_fit():
    model = build(layers=4, width=256, inner=1024).to(GPU)
    with little_memory(700 << 20):
        found = rehearse(
            model, Objective(), Feed(1024), None, Train(precision="bf16"), rounds=True, limit_seconds=5.0, threads=(1,)
        )
    assert found.part_size is not None and found.part_size < 1024
    assert found.step_seconds > 0


def test_compiled_steps_are_plain_ones_and_repeat(tmp_path):
    from modelyard.training import compiling

    if missing := compiling.missing_compiler():
        pytest.skip(f"torch.compile needs {missing}")
    section = Train(early_stopping=None)
    found = []
    for number, compiled in enumerate((False, True, True)):
        model = build().to(GPU)
        with compiling.sharing():
            if compiled:
                torch.compiler.reset()
                compiling.start(model)
            plan = planned(model, compile=compiled)
            outcome = fit(
                model, Objective(), Feed(), None, section, plan, Checkpoints(tmp_path / str(number), 1), silent
            )
            compiling.stop(model)
        found.append((digest(model), [point["loss"] for point in outcome.progress.curve]))
    assert found[1] == found[2]
    assert found[1][1] == pytest.approx(found[0][1], rel=2e-3)


@pytest.mark.filterwarnings("default")  # PyTorch's own, of one process
@pytest.mark.parametrize("parallel", [{"data": 1}, {"data": 1, "shard": True}])
def test_nccl_with_one_process_gives_the_same_gradients(parallel, monkeypatch):
    import torch.distributed as dist

    from modelyard.training import sharding, team
    from modelyard.training.spread import TeamCompute

    alone = Compute(build().to(GPU).train(), Objective(), "bf16")
    parts = Feed().step(0, 4)
    expected = [float(x.detach()) for x in alone.gradients(parts)[:2]]
    for name, value in (("MASTER_ADDR", "127.0.0.1"), ("MASTER_PORT", "29671")):
        monkeypatch.setenv(name, value)
    dist.init_process_group("cpu:gloo,cuda:nccl", rank=0, world_size=1)
    try:
        member = team.Team(device="cuda:0", _control=dist.new_group(backend="gloo"))
        spread = TeamCompute(build().train(), Objective(), "bf16", Parallel(**parallel), member)
        found = [float(x.detach()) for x in spread.gradients(parts)[:2]]
        assert found == pytest.approx(expected, rel=1e-5)
        gradients = {name: p.grad for name, p in alone.model.named_parameters()}
        for name, parameter in spread.model.named_parameters():
            assert relative(sharding.whole(parameter.grad), gradients[name.replace("module.", "")]) < 1e-2
    finally:
        dist.destroy_process_group()


def test_decoding_gives_the_tokens_of_the_processors():
    here = build().eval()
    there = copy.deepcopy(here).to(GPU)
    prompts = [[5, 9, 200, 3], [7], list(range(20))]
    sessions = [start(model, prompts, 40) for model in (here, there)]
    for _ in range(12):
        np.testing.assert_allclose(sessions[1].logits, sessions[0].logits, rtol=2e-4, atol=2e-4)
        tokens = sessions[0].logits.argmax(1).tolist()
        for session in sessions:
            session.step(tokens)


@pytest.mark.parametrize("family", ["mlp", "cnn", "lstm", "encoder"])
@pytest.mark.parametrize("precision", ["fp32", "bf16"])
def test_a_network_learns_under_determinism(family, precision):
    from modelyard.core import registry
    from modelyard.training.batches import Examples

    path = Path(__file__).parent / "toy.py"
    spec = importlib.util.spec_from_file_location("training_toy_cuda", path)
    toy = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(toy)
    dense = family == "mlp"
    features, targets = toy.dense() if dense else toy.tokens()
    module = registry.load("models", family, field="family")
    if dense:
        given = FeatureSpec(kind="dense", width=8)
    else:
        assert isinstance(features, Tokens)
        given = FeatureSpec(kind="tokens", width=64, pad_id=0, max_length=32)
    config = module.Config.model_validate({"layers": 2, "width": 32, "heads": 2} if family == "encoder" else {})
    examples = Examples(features, targets, None, 0)

    def losses():
        torch.manual_seed(0)
        model = module.build(config, given, 2).to(GPU).train()
        compute, optimizer = Compute(model, toy.Objective(), precision), Optimizer(model, Train())
        found = []
        for _ in range(20):
            batch = examples.batch(np.arange(64))
            batch["weights"] = torch.ones(64)
            loss_sum, count, divisor = compute.gradients([batch])
            optimizer.step(3e-3, divisor)
            found.append(float((loss_sum / count).detach()))
        return found

    first = losses()
    assert first == losses()
    assert first[-1] < first[0]


def test_the_peak_is_measured_on_numbers_that_differ():
    peak = hardware.matmul_flops_per_second("bf16", device="cuda", fresh=True)
    datasheet = {(9, 0): 1000e12, (8, 0): 312e12}.get(torch.cuda.get_device_capability())
    assert peak > 1e12
    if datasheet:
        assert peak < datasheet
    assert device.peak_bytes() > 64 << 20


def test_a_quantised_base_on_the_gpu_is_that_of_the_processors():
    pytest.importorskip("bitsandbytes", reason="needs modelyard[quantised]", exc_type=ImportError)
    from modelyard.models import _quantised

    torch.manual_seed(0)
    linear = torch.nn.Linear(96, 128)
    inputs = torch.randn(5, 96)
    for kind in ("nf4", "int8"):  # quantised where the file was read, then moved
        here = _quantised.Quantised(copy.deepcopy(linear), kind)
        there = copy.deepcopy(here).to(GPU)
        torch.testing.assert_close(there(inputs.to(GPU)).cpu(), here(inputs), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize(("heads", "kept", "size"), [(4, 2, 32), (3, 3, 24), (16, 16, 96)])
def test_turning_a_joint_projection_is_turning_its_parts(heads, kept, size):
    from modelyard.models._decoder_kernels import turn
    from modelyard.models._turn_kernel import turned

    torch.manual_seed(0)
    joint = torch.randn(2, 50, (heads + 2 * kept) * size, device=GPU, dtype=torch.bfloat16)
    angles = torch.randn(50, size // 2, device=GPU, dtype=torch.float64)
    table = torch.stack([angles.cos(), angles.sin()])
    ours, exact = joint.clone().requires_grad_(), joint.double().requires_grad_()
    found = turned(ours, table.float(), size**-0.5, heads, kept, size)
    parts = torch.split(exact, [heads * size, kept * size, kept * size], dim=2)
    queries, keys, values = (part.unflatten(2, (-1, size)) for part in parts)
    expected = (turn(queries, table * size**-0.5).transpose(1, 2), turn(keys, table).transpose(1, 2), values)
    gradients = [torch.randn_like(part) for part in found]
    of_ours = torch.autograd.grad(found, ours, gradients)[0]
    of_exact = torch.autograd.grad(expected, exact, [gradient.double() for gradient in gradients])[0]
    for one, other in zip((*found, of_ours), (*expected, of_exact), strict=True):
        assert relative(one.detach(), other.detach()) < 4e-3


@pytest.mark.parametrize("packed", [False, True])
def test_a_decoder_on_the_gpu_is_that_of_the_processors(packed):
    """Float32, by other kernels: mask and plain softmax here, fused ones there; and bfloat16 beside it."""
    feed, losses, gradients = Feed(), [], []
    part = feed.step(0, 8)[0]
    if not packed:
        part = {name: part[name] for name in ("input_ids", "targets")}
    for where, precision in (("cpu", "fp32"), ("cuda", "fp32"), ("cuda", "bf16")):
        model = build(attention="eager" if where == "cpu" else "sdpa").to(where).train()
        loss_sum, count, _ = Compute(model, Objective(), precision).gradients([part])
        losses.append(float((loss_sum / count).detach()))
        gradients.append(torch.cat([p.grad.flatten().cpu() for p in model.parameters()]))
    assert losses[1] == pytest.approx(losses[0], rel=1e-5)
    assert losses[2] == pytest.approx(losses[0], rel=5e-3)
    assert relative(gradients[1], gradients[0]) < 1e-4
    assert relative(gradients[2], gradients[0]) < 3e-2
