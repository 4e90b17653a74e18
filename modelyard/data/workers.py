"""Tasks for several processes, with the results in the order of the tasks.

A worker is `python -m modelyard.data.workers module:function`: it reads a task a line (JSON) and writes a result a
line. So a worker inherits neither threads nor locks nor the caller's `__main__`, and ends when its caller is killed.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from typing import Any

from modelyard.core.errors import DataError, ModelyardError, RunError

_DONE = "done"
FEW = 6  # tasks: starting a worker costs 0.7 s of processor time, a part 0.3 s to clean and 0.2 to 2 s to encode


def processors() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_tasks(function: str, tasks: Iterable[dict[str, Any]], *, workers: int | None) -> Iterator[dict[str, Any]]:
    """The result of `function` (module:name, JSON to JSON) for each task, in order; `{"done": x}` gives x at once.

    At most `workers` (one a core where None) + 1 tasks are held. One worker, and so few tasks that starting processes
    would take longer, work in this process.
    Raises: what a task raises, as the same error; RunError where a worker dies.
    """
    count = workers or processors()
    coming = iter(tasks)
    first = list(islice(coming, FEW))
    if count == 1 or len(first) < FEW:
        call = _function(function)
        for task in chain(first, coming):
            yield task[_DONE] if _DONE in task else call(task)
        return
    pool = _Pool(function, count)
    try:
        yield from pool.run(chain(first, coming))
    finally:
        pool.close()


class _Pool:
    """Processes that are started when first needed, each spoken to by one thread at a time."""

    def __init__(self, function: str, count: int) -> None:
        self._function, self._count = function, count
        self._idle: list[subprocess.Popen[bytes]] = []
        self._all: list[subprocess.Popen[bytes]] = []
        self._lock = threading.Lock()
        self._threads = ThreadPoolExecutor(count)

    def run(self, tasks: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        waiting: deque[Future[dict[str, Any]]] = deque()
        for task in tasks:
            if _DONE in task:
                ready: Future[dict[str, Any]] = Future()
                ready.set_result(task[_DONE])
                waiting.append(ready)
            else:
                waiting.append(self._threads.submit(self._ask, task))
            while waiting and (len(waiting) > self._count or waiting[0].done()):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _ask(self, task: dict[str, Any]) -> dict[str, Any]:
        with self._lock:
            process = self._idle.pop() if self._idle else None
        if process is None:
            process = self._start()
        assert process.stdin is not None and process.stdout is not None
        try:
            process.stdin.write(_line(task))
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = b""
        if not line:
            raise RunError(
                f"a worker process ended (exit status {process.wait()})",
                remedy="It may have run out of memory: give the same command again, it goes on from what is saved.",
            )
        with self._lock:
            self._idle.append(process)
        answer = json.loads(line)
        if "error" in answer:
            raise _as_error(answer["error"])
        result: dict[str, Any] = answer["result"]
        return result

    def _start(self) -> subprocess.Popen[bytes]:
        environment = {
            **os.environ,
            "TOKENIZERS_PARALLELISM": "false",
            "OMP_NUM_THREADS": "1",
            "RAYON_NUM_THREADS": "1",
        }
        environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
        process = subprocess.Popen(
            [sys.executable, "-m", "modelyard.data.workers", self._function],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )
        with self._lock:
            self._all.append(process)
        return process

    def close(self) -> None:
        """End every worker; one that works on a task no longer wanted is killed."""
        with self._lock:
            for process in self._all:
                process.kill()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for process in self._all:
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    try:
                        stream.close()
                    except BrokenPipeError:
                        continue


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def _end_with_the_caller(caller: int) -> None:
    """A worker whose caller was killed must not go on to write beside the one that follows."""
    while os.getppid() == caller:
        time.sleep(0.2)
    os._exit(1)


def _function(name: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    module, _, attribute = name.partition(":")
    call: Callable[[dict[str, Any]], dict[str, Any]] = getattr(importlib.import_module(module), attribute)
    return call


def _as_error(error: dict[str, Any]) -> ModelyardError:
    kind = {"DataError": DataError, "RunError": RunError}.get(error["kind"], RunError)
    if error["got"] is None:
        return kind(error["rule"], where=error["where"], remedy=error["remedy"])
    return kind(error["rule"], where=error["where"], got=error["got"], remedy=error["remedy"])


def main(arguments: list[str]) -> None:
    """Serve tasks until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the caller ends its workers
    threading.Thread(target=_end_with_the_caller, args=(os.getppid(),), daemon=True).start()
    call = _function(arguments[0])
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not stand between the answers
    for line in sys.stdin.buffer:
        try:
            answer = {"result": call(json.loads(line))}
        except ModelyardError as error:
            got = None if error.got is None else str(error.got)
            fields = {"rule": error.rule, "where": error.where, "got": got, "remedy": error.remedy}
            answer = {"error": {"kind": type(error).__name__, **fields}}
        answers.write(_line(answer))
        answers.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
