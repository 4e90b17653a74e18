"""What the terminal shows of a run, and that its end is not the run's."""

import io

from modelyard.cli.progress import Progress


class Closed(io.StringIO):
    def write(self, text):
        raise BrokenPipeError

    def isatty(self):
        return True


def test_a_reader_that_has_gone_does_not_end_the_run():
    with Progress(Closed()) as progress:
        progress({"event": "notice", "text": "one"})
        progress({"event": "progress", "text": "reading", "share": 0.5})
        progress({"event": "notice", "text": "two"})


def test_control_characters_are_shown_not_obeyed():
    stream = io.StringIO()
    with Progress(stream) as progress:
        progress({"event": "notice", "text": "\x1b[2J很好"})
    assert stream.getvalue() == "\\x1b[2J很好\n"


def test_a_language_model_is_followed_in_bits_tokens_and_the_share_of_the_peak():
    stream = io.StringIO()
    with Progress(stream, plain_seconds=0) as progress:
        progress({"event": "tokens", "tokens": 278472, "documents": 63, "vocabulary": 4096, "bytes_per_token": 3.599})
        figures = {"loss": 8.238, "learning_rate": 7e-4, "grad_norm": 2.33, "mfu": 0.116, "memory_bytes": 707e6}
        step = {"model": "decoder", "step": 4, "total_steps": 100, "tokens_per_second": 1783.1, "eta_seconds": 51.9}
        progress({"event": "step", **step, **figures, "budget_left_seconds": None})
        checked = {"model": "decoder", "step": 10, "metric": "bits_per_byte", "value": 3.2105, "loss": 7.68}
        progress({"event": "validation", **checked, "best": True})
    assert stream.getvalue().splitlines() == [
        "tokens    278,472 of a vocabulary of 4,096, 3.60 bytes each",
        "decoder   step 4/100  loss 8.238  lr 0.0007  grad 2.3  1,783 tokens/s  MFU 12%  0.71 GB  ETA 0:51",
        "decoder   step 10  validation bits per byte 3.211  loss 7.68  best so far",
    ]


def test_what_is_left_of_the_budget_and_what_it_is_over_by():
    stream = io.StringIO()
    step = {"model": "mlp", "step": 1, "total_steps": 2, "loss": 1.0, "learning_rate": 1e-3, "grad_norm": 1.0}
    with Progress(stream, plain_seconds=0) as progress:
        for left in (61.0, -3.4):
            event = {"event": "step", **step, "examples_per_second": 5.0, "eta_seconds": 1.0}
            progress({**event, "budget_left_seconds": left})
    first, second = stream.getvalue().splitlines()
    assert first.endswith("budget left 1:01") and second.endswith("over the budget by 0:03")


def test_a_finished_stage_is_not_followed_at_once_by_what_moves():
    stream = io.StringIO()
    with Progress(stream, plain_seconds=30) as progress:
        progress._last -= 60  # nothing was printed for a minute
        progress({"event": "stage", "state": "done", "name": "evaluate", "seconds": 1.0})
        progress({"event": "progress", "text": "slices", "share": 0.0})
    assert stream.getvalue() == "evaluate  done in 1.0 s\n"
