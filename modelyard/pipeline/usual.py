"""What goes around a training's loop here, by family: where nothing was measured, and no earlier run tells."""

from __future__ import annotations

from types import MappingProxyType

from modelyard.core.architecture import Architecture

# Seconds on two cores of 2024, of runs of benchmarks/quotes.py: a rule of thumb each, not a model.
START, REPORT = 0.15, 0.2
# Reading and checking: a table's cell; a labelled text and its bytes; a byte of running text, which becomes tokens.
PREPARE, CELL, TEXT, TEXT_BYTE, RUNNING_BYTE = 0.1, 3.3e-6, 5.5e-5, 1e-7, 1e-6
REFERENCE = 0.6  # of a step's time: what the starting model takes to read a step's pairs, forward only and in float32
# PyTorch and transformers loaded, the bundle opened, the network built.
LOADING = 3.0
# The cheap family beside a network: fixed, and a cell or a byte.
BASELINE = MappingProxyType(
    {
        "text": (0.6, 1.5e-6),
        "table": (0.8, 4e-6),
        "corpus": (0.5, 1e-7),
        "masked": (0.0, 0.0),
        "conversations": (0.0, 0.0),
    }
)
# Exporting a network; a family's runner compiled, and the exported one compared with the trained.
PACKAGE = MappingProxyType({"mlp": 1.6, "lstm": 1.9, "cnn": 2.2, "encoder": 5.0, "decoder": 0.6, "masked": 1.0})
EVALUATE = MappingProxyType({"mlp": 1.2, "lstm": 0.7, "cnn": 0.7, "encoder": 2.5, "decoder": 1.1, "masked": 0.7})
# A solver's library loaded, the bundle opened.
SOLVER_LOADING = 1.5
SOLVED_PACKAGE, SOLVED_EVALUATE = 0.15, 0.35
UNREACHED = 2.5  # of a stage that a rehearsal did not come to
UNKNOWN_PACKAGE, UNKNOWN_EVALUATE = 2.0, 1.0

# Bytes resident beside a training: libraries of the cheap family, and what an export leaves; a decoder has none.
EXPORT_BYTES, DECODER_BYTES = 1.5e8, 5e7
# oneDNN keeps a kernel and its working space for each product and shape: lengths of a text's batches, numbers of
# predicted tokens. Measured on encoders of 4 and 6 layers.
KERNEL_BYTES, PREDICTED_BYTES, PREDICTED = 2.5e5, 5e6, 60
# Of a private training the gradients of single examples, at most (`training.private_gradients.HOOKED_BYTES`).
SINGLE_BYTES = float(1 << 30)


def kernel_bytes(architecture: Architecture, precision: str) -> float:
    """What oneDNN keeps for one more length of a batch, of its products forward and backward; float32 goes without."""
    products = sum(block.repeats * len(block.products) for block in architecture.blocks)
    return KERNEL_BYTES * 3 * products if precision == "bf16" else 0.0


def after(name: str, family: str, sort: str, *, network: bool) -> float:
    """Seconds of a stage after the training: `package`, `evaluate` or `report`."""
    if name == "report":
        return REPORT
    key = "masked" if sort == "masked" else family
    if name == "package":
        return PACKAGE.get(key, UNKNOWN_PACKAGE) if network else SOLVED_PACKAGE
    return EVALUATE.get(key, UNKNOWN_EVALUATE) if network else SOLVED_EVALUATE


def preparing(sort: str, *, rows: float, cells: float, text_bytes: float) -> float:
    """Seconds of the stages before the training, but for what a starting model reads."""
    if sort == "table":
        return PREPARE + CELL * cells
    if sort == "text":
        return PREPARE + TEXT * rows + TEXT_BYTE * text_bytes
    return PREPARE + RUNNING_BYTE * text_bytes


def baseline(sort: str, *, cells: float, text_bytes: float) -> float:
    """Seconds of the cheap family that is fitted beside a network."""
    fixed, each = BASELINE.get(sort, (0.0, 0.0))
    return fixed + each * (cells if sort == "table" else text_bytes)
