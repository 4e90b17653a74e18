"""A process that forks examinations of finished runs: each may be killed at a write, lack disk, or lack the right to.

A line of JSON on stdin asks for one: {"verb", "arguments", "named"} of `modelyard.pipeline`, and of the faults `at`
(kill at that durable call), `limit` (bytes that a file may have) and `nobody` (as a user who may only read). It prints
what was said and the exit code. `warm` runs it here, so that every module is loaded before the forks.
"""

import json
import os
import resource
import signal
import sys
import traceback

from modelyard import pipeline
from modelyard.core.errors import ModelyardError

CALLS = ("fsync", "replace", "rename", "unlink", "mkdir")
NOBODY = 65534


class Calls:
    """Counts the calls by which files become durable, and kills this process before the k-th."""

    def __init__(self, at):
        self.count, self.at = 0, at
        for name in CALLS:
            setattr(os, name, self._counting(getattr(os, name)))

    def _counting(self, real):
        def call(*arguments, **named):
            self.count += 1
            if self.count == self.at:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **named)

        return call


def run(job):
    getattr(pipeline, job["verb"])(*job.get("arguments", ()), **job.get("named", {}))


def forked(job):
    if "limit" in job:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (job["limit"], resource.RLIM_INFINITY))
    if job.get("nobody") and not os.geteuid():
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    calls = Calls(job.get("at", 0))
    try:
        run(job)
    except ModelyardError as error:
        print(f"said {error}".replace("\n", " "), flush=True)
        return 2
    print(f"calls {calls.count}", flush=True)
    return 0


def main():
    for line in sys.stdin:
        job = json.loads(line)
        if job.get("warm"):
            run(job)
            print("exit 0", flush=True)
            continue
        child = os.fork()
        if not child:
            code = 1
            try:
                code = forked(job)
            finally:
                if code == 1:
                    traceback.print_exc()
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(code)
        print(f"exit {os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}", flush=True)


if __name__ == "__main__":
    main()
