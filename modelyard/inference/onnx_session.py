"""A graph opened by ONNX Runtime: the same settings wherever one is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from modelyard.core.errors import ArtifactError


def open_session(graph: Path, threads: int | None) -> Any:
    """The session of a graph on processors; `threads` None: as many as ONNX Runtime takes.

    Raises: ArtifactError for a graph that is damaged, or has an operator that this ONNX Runtime does not know.
    """
    # Its builds from 1.31 on report their use to their maker unless this stands before the import.
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    import onnxruntime
    from onnxruntime.capi import onnxruntime_pybind11_state as states

    options = onnxruntime.SessionOptions()
    options.inter_op_num_threads = 1
    options.intra_op_num_threads = threads or 0
    options.log_severity_level = 3  # errors only
    options.enable_mem_pattern = False  # one is kept for every shape that was seen, for ever
    # Threads that wait by spinning would take the processor from the server's event loop.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    damaged = (states.Fail, states.InvalidGraph, states.InvalidProtobuf, states.NoSuchFile, states.InvalidArgument)
    try:
        return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except (*damaged, states.NotImplemented) as error:
        raise ArtifactError(
            f"the exported network cannot be read ({type(error).__name__})",
            where=str(graph),
            got=str(error).partition("\n")[0][:200],
            remedy="Restore the directory from a copy, or train again; weights of 8 bits need ONNX Runtime 1.22.",
        ) from error
