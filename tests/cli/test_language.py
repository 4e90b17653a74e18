"""generate and chat as a user types them, on an untrained model: what is printed is what the library gives."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parents[1] / "serving"))
from language_kit import predictor

from modelyard import cli
from modelyard.core.errors import DataError, ModelyardError, RequestError
from modelyard.pipeline import generating


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(generating, "load_language", lambda path, **_: predictor())

    def call(*words: str, **options: Any) -> str:
        result = CliRunner().invoke(cli.app, list(words), **options)
        if isinstance(result.exception, ModelyardError):
            raise result.exception
        assert result.exit_code == 0, result.output
        return result.stdout

    return call


def test_a_prompt_is_shown_with_what_follows_it(run: Any) -> None:
    expected = predictor().generate(["床前"], max_new_tokens=12, temperature=0)[0].text
    found = run("generate", "RUN", "--prompt", "床前", "--max-new-tokens", "12", "--temperature", "0")
    assert found == cli.language.visible("床前" + expected) + "\n"


def test_prompts_of_a_file_as_json(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "prompts.jsonl"
    prompts = [f"the cat {i}" for i in range(generating.AT_ONCE + 2)]
    file.write_text("\n".join(json.dumps({"prompt": prompt}) for prompt in prompts), encoding="utf-8")
    lines = run(
        "generate", "RUN", "--file", str(file), "--max-new-tokens", "5", "--temperature", "0", "--json"
    ).splitlines()
    found = [json.loads(line) for line in lines]
    expected = predictor().generate(prompts, max_new_tokens=5, temperature=0)
    assert [one["prompt"] for one in found] == prompts
    assert [one["text"] for one in found] == [one.text for one in expected]
    assert [one["tokens"] for one in found] == [list(one.tokens) for one in expected]


def test_an_option_that_does_not_fit_is_said_before_anything_is_read() -> None:
    for words in (["--temperature", "-1"], ["--beams", "3"], ["--regex", "a", "--choices", "b"]):
        result = CliRunner().invoke(cli.app, ["generate", "no-such-run", "--prompt", "x", *words])
        assert isinstance(result.exception, RequestError), result.output
    result = CliRunner().invoke(cli.app, ["generate", "no-such-run"])
    assert "no prompt" in str(result.exception)


def test_lines_that_are_no_prompt_are_named(tmp_path: Path) -> None:
    file = tmp_path / "prompts.jsonl"
    file.write_text('"a"\n{"other": 1}\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"prompts\.jsonl:2"):
        generating.read_prompts(file)
    (tmp_path / "prompts.txt").write_text("\ufeff一\n\n二\n", encoding="utf-8")
    assert generating.read_prompts(tmp_path / "prompts.txt") == ["一", "二"]


def test_a_conversation_remembers_and_forgets(run: Any) -> None:
    asked = generating.Asked(max_new_tokens=6, temperature=0)
    talk = generating.Conversation(predictor(), asked.settings())
    first = talk.say("床前").text
    second = talk.say("明月").text
    assert [message["role"] for message in talk.messages] == ["user", "assistant"] * 2
    talk.reset()
    assert talk.say("床前").text == first
    assert "a base model" in talk.about()
    words = ("chat", "RUN", "--max-new-tokens", "6", "--temperature", "0", "--top-p", "1", "--repetition-penalty", "1")
    found = run(*words, input="床前\n明月\n/reset\n床前\n/quit\nnot read\n")
    assert found == "".join(cli.language.visible(text) + "\n" for text in (first, second, first))


def test_the_oldest_turns_leave_when_the_context_is_full() -> None:
    talk = generating.Conversation(predictor(), generating.Asked(max_new_tokens=20, temperature=0).settings(), "brief")
    for i in range(12):
        talk.say(f"question {i}")
    assert len(talk.messages) < 24 and talk.messages[0]["role"] == "user"
    with pytest.raises(RequestError, match="room"):
        talk.say("月" * 200)
    assert talk.messages[-1]["role"] == "assistant"


def test_help_loads_no_library() -> None:
    heavy = ("torch", "transformers", "tokenizers", "fastapi", "onnxruntime")
    code = f"import sys; from modelyard import cli; print([name for name in {heavy} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


WRITING = """
import sys
sys.path.insert(0, {kit!r})
from language_kit import predictor
from modelyard import cli
from modelyard.pipeline import generating
generating.load_language = lambda path, **_: predictor(8192)
sys.argv = ["modelyard", "generate", "RUN", "--prompt", "the cat", "--max-new-tokens", "8000", "--temperature", "0"]
cli.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_an_interrupt_ends_a_text_cleanly() -> None:
    code = WRITING.format(kit=str(Path(__file__).parents[1] / "serving"))
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    first = os.read(process.stdout.fileno(), 20)
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    rest, errors = process.communicate(timeout=60)
    text = (first + rest).decode("utf-8")  # no half character
    assert process.returncode == 130 and text.startswith("the cat") and text.endswith("\n")
    assert b"Traceback" not in errors


def test_the_harness_names_its_extra_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import modelyard.inference

    monkeypatch.setitem(sys.modules, "lm_eval.api.model", None)
    monkeypatch.delitem(sys.modules, "modelyard.inference.lm_eval", raising=False)
    monkeypatch.delattr(modelyard.inference, "lm_eval", raising=False)
    monkeypatch.setattr(sys, "argv", ["modelyard", "lm-eval", "run", "--tasks", "x"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    assert "modelyard[harness]" in capsys.readouterr().err
