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
