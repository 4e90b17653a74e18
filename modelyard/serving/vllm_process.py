"""vLLM as a process of its own, which ends when this one does, however that ends.

`python -m modelyard.serving.vllm_process PROGRAM ...` starts the program in a session of its own and ends all of it
when standard input ends: the system closes a pipe also where its owner was killed.
"""

from __future__ import annotations

import atexit
import contextlib
import logging
import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path

from modelyard.core.errors import ArtifactError, RecipeError
from modelyard.serving.vllm_client import Address, healthy

_LOG = logging.getLogger("modelyard.serving")
READY_SECONDS = 1800.0  # weights are read, kernels compiled, graphs captured
_LOOK_SECONDS = 0.5
_END_SECONDS = 20.0
_LINES = 12  # of its output, shown where it ends before it is ready
_GPUS = ("/dev/nvidiactl", "/dev/kfd", "/dev/dxg")  # NVIDIA, AMD, Windows' own for Linux
_INSTALL = "On a machine with a GPU: pip install vllm. Here: --backend stored"


def find() -> str:
    """The program `vllm`. Raises: RecipeError where it or a GPU is missing."""
    program = shutil.which("vllm")
    if program is None:
        raise RecipeError("vLLM is not installed here", where="--backend", got="vllm", remedy=_INSTALL)
    if not has_gpu():
        raise RecipeError("there is no GPU here for vLLM", where="--backend", got="vllm", remedy=_INSTALL)
    return program


def has_gpu() -> bool:
    """Whether the system has a device that vLLM could use."""
    return any(Path(device).exists() for device in _GPUS)


class Process:
    """One running vLLM."""

    def __init__(self, command: Sequence[str], address: Address, environment: Mapping[str, str]) -> None:
        self.address = address
        self._last: deque[str] = deque(maxlen=_LINES)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "modelyard.serving.vllm_process", *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environment,
        )
        threading.Thread(target=self._tell, name="modelyard-vllm-log", daemon=True).start()
        atexit.register(self.close)

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._process.poll() is None

    def wait_until_ready(self, seconds: float = READY_SECONDS) -> None:
        """Return when it answers. Raises: ArtifactError where it ends before, with what it said last."""
        until = time.monotonic() + seconds
        while not healthy(self.address):
            if not self.alive or time.monotonic() > until:
                said = " | ".join(self._last)[-1000:]
                self.close()
                rule = "vLLM ended before it was ready" if time.monotonic() <= until else "vLLM did not become ready"
                raise ArtifactError(rule, where="--backend vllm", got=said, remedy="Its own output stands above.")
            time.sleep(_LOOK_SECONDS)

    def close(self) -> None:
        """End it and all that it started."""
        atexit.unregister(self.close)
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(2 * _END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _tell(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                said = line.decode("utf-8", "replace").rstrip()
                if said:
                    self._last.append(said)
                    _LOG.info("vllm: %s", said)


def start(directory: Path, name: str) -> Process:
    """Start vLLM on a model's folder, at a port of this machine that only who knows its key may use.

    MODELYARD_VLLM_ARGS holds further arguments of `vllm serve`. Raises: RecipeError where it or a GPU is missing.
    """
    address = Address.new(_free_port())
    command = [find(), "serve", str(directory), "--host", address.host, "--port", str(address.port)]
    command += ["--served-model-name", name, "--generation-config", "vllm", "--max-logprobs", "20"]
    command += shlex.split(os.environ.get("MODELYARD_VLLM_ARGS", ""))
    # By the environment: arguments are shown to every user of the machine.
    own = {"VLLM_API_KEY": address.key, "VLLM_NO_USAGE_STATS": "1", "DO_NOT_TRACK": "1", "HF_HUB_OFFLINE": "1"}
    return Process(command, address, {**os.environ, **own})


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def main(command: Sequence[str]) -> int:
    """Run the program until it ends or standard input does."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
    for number in (signal.SIGINT, signal.SIGTERM):  # both reach the caller's whole group, and it says when it is over
        signal.signal(number, signal.SIG_IGN)
    ended = threading.Thread(target=_end_with_input, args=(process,), daemon=True)
    ended.start()
    status = process.wait()
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)  # its workers, where it was killed alone
    return status


def _end_with_input(process: subprocess.Popen[bytes]) -> None:
    while sys.stdin.buffer.read(1 << 12):
        continue
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(_END_SECONDS)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
