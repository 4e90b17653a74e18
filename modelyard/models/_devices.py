"""Where trained models answer, and what CUDA is told before its first call."""

from __future__ import annotations

import functools
import importlib.util
import os

import torch


@functools.cache
def is_triton_there() -> bool:
    """Whether kernels of ours can be compiled for a GPU: Triton comes with PyTorch for CUDA on Linux."""
    return importlib.util.find_spec("triton") is not None


def prepare() -> None:
    """Let cuBLAS repeat itself and the allocator grow its blocks; both are read once, so before anything is computed.

    Segments that can grow are not cut to pieces by batches of many shapes. What the user has set stays.
    """
    # Source: PyTorch's notes on reproducibility (eight workspaces of 4,096 KiB) and on memory management.
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
    # PyTorch lets convolutions and recurrent networks round float32 to 10 bits (TF32), and nothing else: float32 is
    # float32 here, and whoever wants speed has bfloat16.
    torch.backends.cudnn.allow_tf32 = False
    if "PYTORCH_CUDA_ALLOC_CONF" not in os.environ:
        os.environ.setdefault("PYTORCH_ALLOC_CONF", "expandable_segments:True")


def answering() -> torch.device:
    """Where a trained model answers: an NVIDIA GPU where there is one (CUDA_VISIBLE_DEVICES= hides it), else here."""
    if not torch.cuda.is_available():
        return torch.device("cpu")
    prepare()
    return torch.device("cuda")
