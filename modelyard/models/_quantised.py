"""Linear maps whose frozen weights are kept in 8 or 4 bits, for adapters beside them.

What is computed is the product with the dequantised matrix, forward and backward, in training and in evaluation alike,
so that the merged model is the trained one. The packing and unpacking are `bitsandbytes`' (processors and GPUs).
Source: Dettmers et al. 2023, "QLoRA", eq. 5 (nf4, without the second quantisation of the scales); Dettmers et al. 2022,
"LLM.int8()", section 2.1 (int8, one scale a row of the matrix; activations stay as they are).
"""

from __future__ import annotations

import importlib
import importlib.util
import logging
import sys
from typing import Any, Literal

import torch
from torch import Tensor, nn
from torch.nn import functional

from modelyard.core.registry import needing

Kind = Literal["int8", "nf4"]
Shape = tuple[int, int]
# Weights that share a scale. Measured with 32 instead: 5 bits a weight for a seventh less error.
BLOCK = 64
BITS = {"int8": 8.0, "nf4": 4.0 + 32 / BLOCK}  # int8: and a scale a row


def quantise(network: nn.Module, kind: Kind) -> None:
    """Replace the linear maps of the body; the output matrix, embeddings and norms stay, in float32.

    One map at a time, so that little more than the model and one matrix is held. Raises: MissingExtra.
    """
    with needing(f"model.base: {kind}"):
        _library()
    head = network.get_output_embeddings()  # type: ignore[operator]
    maps = [(name, module) for name, module in network.named_modules() if is_map(module) and module is not head]
    for name, module in maps:
        _replace(network, name, Quantised(module, kind))
    network.float()


def dequantise(network: nn.Module) -> list[str]:
    """Put plain float32 maps in place of the quantised ones; the names of those that were transposed (`Conv1D`)."""
    transposed = []
    for name, module in list(network.named_modules()):
        if isinstance(module, Quantised):
            _replace(network, name, module.plain())
            if module.transposed:
                transposed.append(name)
    return transposed


def transpose(network: nn.Module, names: list[str]) -> None:
    """Put GPT-2's `Conv1D` in place of these maps: the same, as its files name it."""
    from transformers.pytorch_utils import Conv1D

    for name in names:
        linear: Any = network.get_submodule(name)
        found: Any = Conv1D(linear.out_features, linear.in_features)  # type: ignore[no-untyped-call]
        found.weight = nn.Parameter(linear.weight.detach().t().contiguous())
        found.bias = linear.bias
        _replace(network, name, found)


def packed_sizes(model: nn.Module) -> dict[int, int]:
    """How many weights each tensor of a quantised map stands for, by id."""
    found = {}
    for module in model.modules():
        if isinstance(module, Quantised):
            found[id(module.weight)] = module.in_features * module.out_features
            found[id(module.scale)] = 0
    return found


def is_map(module: nn.Module) -> bool:
    """Whether this is a linear map (GPT-2's are `Conv1D`: the same with the matrix transposed)."""
    return isinstance(module, nn.Linear) or type(module).__name__ == "Conv1D"


class Quantised(nn.Linear):
    """A frozen linear map. `weight` holds packed numbers, `scale` what they are multiplied by."""

    def __init__(self, linear: nn.Module, kind: Kind) -> None:
        nn.Module.__init__(self)
        matrix: Any = linear.weight.detach()  # type: ignore[operator]
        self.transposed = not isinstance(linear, nn.Linear)
        if self.transposed:
            matrix = matrix.t()
        self.out_features, self.in_features = matrix.shape
        self.kind: Kind = kind
        packed, scale = _packed(matrix.float().contiguous(), kind)
        # Parameters, not buffers: what is frozen stands in no checkpoint; it is made again from the base's files.
        self.weight = nn.Parameter(packed, requires_grad=False)
        self.scale = nn.Parameter(scale, requires_grad=False)
        bias: Any = linear.bias
        self.bias = None if bias is None else nn.Parameter(bias.detach().float(), requires_grad=False)  # type: ignore[assignment]

    @property
    def W_q(self) -> Tensor:
        """By this name peft knows a map that has `dequantize` (DoRA needs the norms of the matrix)."""
        return self.weight

    def dequantize(self) -> Tensor:
        """The matrix [out, in], float32."""
        return _matrix(self.weight, self.scale, (self.out_features, self.in_features), self.kind, torch.float32)

    def plain(self) -> nn.Linear:
        """The map that this one computes, unpacked."""
        found = nn.Linear(self.in_features, self.out_features, bias=False, device="meta")
        found.weight = nn.Parameter(self.dequantize())
        if self.bias is not None:
            found.bias = nn.Parameter(self.bias.detach().clone())
        return found

    def forward(self, input: Tensor) -> Tensor:
        """The product in the precision of the input, or of autocast."""
        kind = input.device.type
        dtype = torch.get_autocast_dtype(kind) if torch.is_autocast_enabled(kind) else input.dtype
        product: Tensor = _Product.apply(  # type: ignore[no-untyped-call]
            input.to(dtype), self.weight, self.scale, self.bias, (self.out_features, self.in_features), self.kind
        )
        return product


class _Product(torch.autograd.Function):
    """The matrix is unpacked again for the backward pass: kept, it would take the memory that packing saves."""

    @staticmethod
    def forward(
        ctx: Any, inputs: Tensor, packed: Tensor, scale: Tensor, bias: Tensor | None, shape: Shape, kind: Kind
    ) -> Tensor:
        ctx.save_for_backward(packed, scale)
        ctx.shape, ctx.kind = shape, kind
        dtype = inputs.dtype
        return functional.linear(
            inputs, _matrix(packed, scale, shape, kind, dtype), None if bias is None else bias.to(dtype)
        )

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, None, None, None, None, None]:
        packed, scale = ctx.saved_tensors
        (gradient,) = gradients
        return gradient @ _matrix(packed, scale, ctx.shape, ctx.kind, gradient.dtype), None, None, None, None, None


def _packed(matrix: Tensor, kind: Kind) -> tuple[Tensor, Tensor]:
    """The packed numbers and the scales of a float32 matrix."""
    library = _library()
    if kind == "int8":
        numbers, scale, _ = library.int8_vectorwise_quant(matrix)
        return numbers.masked_fill_((scale == 0)[:, None], 0), scale  # a row of zeros was divided by 0
    # Always as rows of one block: for rows that are no multiple of a block, bitsandbytes 0.50 unpacks wrong numbers on
    # some processors, and compiles a kernel for rows of odd length.
    flat = matrix.flatten()
    blocks = functional.pad(flat, (0, -len(flat) % BLOCK)).view(-1, BLOCK)
    packed, state = library.quantize_4bit(blocks, blocksize=BLOCK, quant_type=kind)
    return packed, state.absmax


def _matrix(packed: Tensor, scale: Tensor, shape: Shape, kind: Kind, dtype: torch.dtype) -> Tensor:
    """The matrix [out, in] that packed numbers stand for. float64 goes by float32."""
    if kind == "int8":
        return (packed.float() * (scale / 127)[:, None]).to(dtype)
    library = _library()
    narrow = dtype if dtype in (torch.bfloat16, torch.float16) else torch.float32
    blocks = torch.Size((len(scale), BLOCK))
    state = library.QuantState(scale, shape=blocks, blocksize=BLOCK, quant_type=kind, dtype=narrow)
    flat: Tensor = library.dequantize_4bit(packed, state).flatten()
    return flat[: shape[0] * shape[1]].view(shape).to(dtype)


def prepare_library() -> None:
    """Load bitsandbytes as we do, where it is installed: peft loads it, too."""
    if importlib.util.find_spec("bitsandbytes") is not None:
        _library()


def _library() -> Any:
    """bitsandbytes' functions, without the kernel that it would fetch from the internet and run where it can."""
    if "bitsandbytes.functional" not in sys.modules:
        logging.getLogger("bitsandbytes.backends.cpu.ops").setLevel(logging.ERROR)  # it says so every time
        known = sys.modules.get("kernels")
        sys.modules["kernels"] = None  # type: ignore[assignment]
        try:
            importlib.import_module("bitsandbytes.functional")
        finally:
            del sys.modules["kernels"]
            if known is not None:
                sys.modules["kernels"] = known
    import bitsandbytes.functional as library

    return library


def _replace(network: nn.Module, name: str, module: nn.Module) -> None:
    parent, _, leaf = name.rpartition(".")
    setattr(network.get_submodule(parent), leaf, module)
