"""Which networks a GPU answers, where there is one."""

from __future__ import annotations

import importlib.util
from pathlib import Path

# Networks whose weights are smaller answer sooner by ONNX Runtime on processors: a GPU's kernels take as long to start
# as such a network to compute.
WORTH_A_GPU_BYTES = 40_000_000
_DRIVER = Path("/dev/nvidiactl")


def has_driver() -> bool:
    """Whether NVIDIA's driver is loaded, told without PyTorch."""
    return _DRIVER.exists()


def is_trained(directory: Path) -> bool:
    """Whether PyTorch and weights for it are there."""
    return (directory / "model.safetensors").is_file() and importlib.util.find_spec("torch") is not None


def is_for_gpu(directory: Path) -> bool:
    """Whether this network is better answered by a GPU that is here; PyTorch is loaded only where a driver is."""
    if not has_driver() or not is_trained(directory):
        return False
    if (directory / "model.safetensors").stat().st_size < WORTH_A_GPU_BYTES:
        return False
    import torch

    return torch.cuda.is_available()
