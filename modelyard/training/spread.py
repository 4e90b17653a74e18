"""One model over the processes of a team, by PyTorch's own engines: DDP, FSDP2 and tensor parallelism.

Every process takes its rows of the same global step. Losses are sums, and what divides the gradients is the count over
all rows of all processes, so that a step is that of a single process but for the order of its sums.
"""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import Callable, Iterator
from types import MethodType
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from modelyard.core.processes import data_size, shard_size
from modelyard.core.recipe import Parallel
from modelyard.training import sharding
from modelyard.training.batches import Batch
from modelyard.training.checkpoint import Tensors, load_weights, weights_of
from modelyard.training.judge import Judge, Judgement
from modelyard.training.objective import Compute, Objective
from modelyard.training.team import Team, current

# The matrices of a Llama or Qwen3 layer by the side that is cut: the outputs of the first, the inputs of the second,
# so that each pair passes only sums to each other. Source: Shoeybi et al. 2019, Megatron-LM, section 3.
COLUMNS = ("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj", "mlp.gate_proj", "mlp.up_proj")
ROWS = ("self_attn.o_proj", "mlp.down_proj")


def compute_of(model: nn.Module, objective: Objective, precision: str, parallel: Parallel | None) -> Compute:
    """What runs the model: alone, or as this process's part of a team."""
    team = current()
    if team.size == 1:
        return Compute(model, objective, precision)
    return TeamCompute(model, objective, precision, parallel or Parallel(), team)


def own_examples(part: Batch, place: int, count: int) -> tuple[Batch, float]:
    """Of the examples of a batch those of one of `count` processes, and 1; where there are too few, any one, and 0.

    An example may be several rows of a tensor (a pair is two sequences): the shortest tensor says how many there are.
    """
    examples = min(len(tensor) for tensor in part.values())
    places = slice(place, None, count) if place < examples else slice(0, 1)
    own = {name: tensor.reshape(examples, -1, *tensor.shape[1:])[places].flatten(0, 1) for name, tensor in part.items()}
    return own, float(place < examples)


def judged(judge: Judge, compute: Compute) -> Judgement:
    """The judgement of the present weights, the leader's on every process; the outputs are the leader's alone.

    Where weights are dealt out, all processes must compute with them; else the others wait.
    """
    team = current()
    if team.size == 1:
        return judge.judge(compute)
    found = judge.judge(compute) if team.leads or compute.is_sharded else None
    loss, score = team.tell([found.loss, found.score] if found else None)
    outputs = found.outputs if found and team.leads else np.zeros((0, 0), dtype=np.float32)
    return Judgement(loss, score, outputs)


class TeamCompute(Compute):
    """Spreads a model over a team (in place) and computes this process's part of each step."""

    def __init__(self, model: nn.Module, objective: Objective, precision: str, parallel: Parallel, team: Team) -> None:
        from torch.distributed.device_mesh import init_device_mesh

        model.to(team.device)
        super().__init__(model, objective, precision)
        data = data_size(parallel, team.size)
        sharers = shard_size(parallel, data)
        kind = torch.device(team.device).type
        # Neighbours hold a model together: what they send is more than what its replicas exchange.
        shape, names = (data // sharers, sharers, parallel.tensor), ("replica", "shard", "tensor")
        mesh = init_device_mesh(kind, shape, mesh_dim_names=names)
        rows = mesh["replica", "shard"]._flatten("data")
        self._place, self._count = rows.get_local_rank(), data
        self._data_group, self._tensor_group = rows.get_group(), mesh.get_group("tensor")
        self.is_sharded = bool(parallel.shard) or parallel.tensor > 1
        self._cut_heads: list[nn.Parameter] = []
        if parallel.tensor > 1:
            _cut(model, mesh["tensor"])
        if parallel.shard:
            _shard(model, mesh["shard"] if sharers == data else mesh["replica", "shard"])
        self._reduces_itself = not parallel.shard and parallel.tensor > 1
        if parallel.tensor > 1:
            # Each process sees the gradients of its own heads only.
            self._cut_heads = [p for name, p in model.named_parameters() if ".q_norm." in name or ".k_norm." in name]
        self._replicas: Any = None
        self._scale = 1.0
        if not self.is_sharded:
            self._replicas = nn.parallel.DistributedDataParallel(
                _Losses(model, objective),
                gradient_as_bucket_view=True,
                **_without_buffers(),
            )
            self._scale = float(data)  # DDP takes means over the processes, and sums are wanted

    def gradients(self, parts: list[Batch]) -> tuple[Tensor, Tensor, Tensor | None]:
        """As for one process: sums and counts are of all processes, the gradients those of all rows."""
        totals = torch.zeros(2, dtype=torch.float64, device=self.device)
        for i, part in enumerate(parts):
            own, weight = own_examples(part, self._place, self._count)
            apart = self._replicas is not None and i < len(parts) - 1  # the last part's backward sends all gradients
            with self._replicas.no_sync() if apart else contextlib.nullcontext():
                part_sum, part_count = self.loss(own)
                (part_sum * (weight * self._scale)).backward()  # type: ignore[no-untyped-call]
            totals += torch.stack([part_sum.detach(), part_count]).to(totals.dtype) * weight
        self._reduce(totals)
        loss_sum, count = totals.float().unbind()
        return loss_sum, count, count

    def loss(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """In training through DDP, which sends gradients while others are still computed."""
        if self._replicas is None or not torch.is_grad_enabled():
            return super().loss(batch)
        with self.precise():
            found: tuple[Tensor, Tensor] = self._replicas(self.moved(batch))
        return found

    @contextlib.contextmanager
    def evaluating(self) -> Iterator[None]:
        """As for one process. What FSDP2 gathered is given up: the weights may change before the next pass."""
        try:
            with super().evaluating():
                yield
        finally:
            if hasattr(self.model, "reshard"):
                self.model.reshard()  # type: ignore[operator]

    def seed(self, seed: int, step: int) -> None:
        """Random numbers of this step by its number, so that dropout needs no state; unlike where rows are."""
        torch.manual_seed((seed * 1_000_003 + step) * 4096 + self._place)

    def _reduce(self, totals: Tensor) -> None:
        import torch.distributed as dist

        dist.all_reduce(totals, group=self._data_group)
        for parameter in self._cut_heads:
            own = sharding.gradient(parameter)
            if own is not None:
                dist.all_reduce(own, group=self._tensor_group)
        if self._reduces_itself and self._count > 1:
            found = [g for p in self.model.parameters() if (g := sharding.gradient(p)) is not None]
            flat = torch.cat([g.reshape(-1) for g in found])
            dist.all_reduce(flat, group=self._data_group)
            sums = torch.split(flat, [g.numel() for g in found])
            torch._foreach_copy_(found, [part.view_as(g) for part, g in zip(sums, found, strict=True)])


def _without_buffers() -> dict[str, Any]:
    """What tells DDP not to send buffers before each pass, by the name that this PyTorch has for it."""
    known = inspect.signature(nn.parallel.DistributedDataParallel.__init__).parameters
    return {"forward_sync_buffers" if "forward_sync_buffers" in known else "broadcast_buffers": False}


class _Losses(nn.Module):
    """A task's loss as the forward pass of a module, which is what DDP wraps."""

    def __init__(self, model: nn.Module, objective: Objective) -> None:
        super().__init__()
        self.model = model
        self._loss: Callable[[nn.Module, Batch], tuple[Tensor, Tensor]] = objective.loss

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """The sum and the count."""
        return self._loss(self.model, batch)


def _cut(model: Any, mesh: Any) -> None:
    """Cut the layers' matrices; the layers then go by the definition's own forward pass."""
    from torch.distributed.tensor.parallel import ColwiseParallel, ParallelStyle, RowwiseParallel, parallelize_module

    plan: dict[str, ParallelStyle] = {name: ColwiseParallel() for name in COLUMNS}
    plan |= {name: RowwiseParallel() for name in ROWS}
    for layer in model.network.model.layers:
        parallelize_module(layer, mesh, plan)
    model.layers = ()
    if model.checkpointing:
        model.network.gradient_checkpointing_enable({"use_reentrant": False})


def _shard(model: Any, mesh: Any) -> None:
    """FSDP2 over the layers one by one, and over the rest; over replicas of shards where the mesh has both sides."""
    from torch.distributed.fsdp import fully_shard, register_fsdp_forward_method

    layers = []
    for layer in model.network.model.layers:
        fully_shard(layer, mesh=mesh)
    for fast in model.layers:
        # Our layer computes with the definition's own, whose weights are gathered before its `fast` and freed after.
        inner = fast.layer
        inner.fast = MethodType(_by(fast), inner)
        register_fsdp_forward_method(inner, "fast")
        layers.append(inner.fast)
    model.layers = tuple(layers)
    fully_shard(model, mesh=mesh)
    register_fsdp_forward_method(model, "hidden")
    for module in model.modules():
        if hasattr(module, "set_gradient_divide_factor"):
            module.set_gradient_divide_factor(1.0)  # sums, as everywhere here
            module.set_force_sum_reduction_for_comms(True)


def _by(fast: Any) -> Callable[..., Any]:
    return lambda inner, *arguments: fast.forward(*arguments)


def gathered(model: nn.Module) -> Tensors:
    """All weights, whole; on the leader, in its main memory. The others must ask, too, and get none."""
    found = {}
    for name, tensor in weights_of(model).items():
        full = sharding.whole(tensor)
        if current().leads:
            found[name] = full.cpu()
    return found


def as_built(model: nn.Module, build: Callable[[], nn.Module]) -> nn.Module:
    """The model as it was before it was spread, with its present weights: `model` itself where it is whole."""
    if not any(sharding.is_sharded(parameter) for parameter in model.parameters()):
        return model.cpu()
    weights = gathered(model)
    if not current().leads:
        return model
    plain = build()
    load_weights(plain, weights)
    return plain.eval()
