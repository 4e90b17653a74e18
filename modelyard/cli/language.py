"""The verbs of language models: generate, chat, merge, lm-eval."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from modelyard.core.errors import RecipeError
from modelyard.core.words import visible

if TYPE_CHECKING:
    from modelyard.inference.generation import Completion

Run = Annotated[Path, typer.Argument(metavar="RUN", help="A run directory, or an artifact.")]
Tokens = Annotated[int, typer.Option(min=1, help="Tokens of an answer at most.")]
Temperature = Annotated[float, typer.Option(help="0: always the likeliest token.")]
TopK = Annotated[int | None, typer.Option(help="Draw among so many likeliest tokens.")]
TopP = Annotated[float | None, typer.Option(help="Draw among the likeliest tokens that have this probability.")]
MinP = Annotated[float | None, typer.Option(help="Drop tokens below this share of the likeliest one's probability.")]
Penalty = Annotated[float, typer.Option(help="Above 1: tokens that stand already become less likely.")]
Stop = Annotated[list[str] | None, typer.Option(help=r"End before this text; \n is a line end. May be repeated.")]
Backend = Annotated[str, typer.Option(help="torch, onnxruntime, or auto: the faster one here, measured once.")]
Seed = Annotated[int | None, typer.Option(help="The same seed gives the same answer.")]


def add(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.command()(generate)
    app.command()(chat)
    app.command()(merge)
    others = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}
    app.command("lm-eval", context_settings=others)(lm_eval)


def generate(
    run: Run,
    prompt: Annotated[list[str] | None, typer.Option(help="The beginning of a text. May be repeated.")] = None,
    file: Annotated[Path | None, typer.Option(help="Prompts: a line each, or jsonl.")] = None,
    max_new_tokens: Tokens = 128,
    temperature: Temperature = 0.8,
    top_k: TopK = None,
    top_p: TopP = None,
    min_p: MinP = None,
    repetition_penalty: Penalty = 1.0,
    stop: Stop = None,
    seed: Seed = None,
    beams: Annotated[int, typer.Option(help="Beam search; with --temperature 0.")] = 1,
    choices: Annotated[list[str] | None, typer.Option(help="The answer is one of these. May be repeated.")] = None,
    regex: Annotated[str | None, typer.Option(help="The whole answer matches this expression.")] = None,
    json_schema: Annotated[str | None, typer.Option(help="The answer fits this JSON schema (text or file).")] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a prompt, with tokens and logprobs.")
    ] = False,
    backend: Backend = "auto",
) -> None:
    """Continue prompts with a trained language model, shown as they come."""
    from modelyard.pipeline import generating

    if prompt is None and file is None:
        raise RecipeError("there is no prompt", where="generate", remedy='Give --prompt "..." or --file prompts.txt.')
    prompts = [*(prompt or []), *(generating.read_prompts(file) if file else [])]
    asked = generating.Asked(
        max_new_tokens=max_new_tokens,
        temperature=temperature,
        top_k=top_k,
        top_p=top_p,
        min_p=min_p,
        repetition_penalty=repetition_penalty,
        stop=_stops(stop),
        seed=seed,
        beams=beams,
        choices=tuple(choices or ()),
        regex=regex,
        json_schema=json_schema,
    )
    asked.settings()  # a wrong option is said before the model is read
    model = generating.load_language(run, backend=backend)
    streams = len(prompts) == 1 and not as_json
    count, started = 0, time.perf_counter()
    with _stopping() as stopped:
        if streams:
            _show(prompts[0])
        for text, completion in generating.generate(
            model, prompts, asked, lambda _, piece: _piece(piece, stopped) if streams else not stopped
        ):
            count += len(completion.tokens)
            if as_json:
                print(generating.as_json(text, completion), flush=True)
            elif streams:
                print(flush=True)
            else:
                print(f"{visible(text)}{visible(completion.text)}\n", flush=True)
            last = completion
    _say_rate(count, time.perf_counter() - started, last)
    if stopped:
        raise typer.Exit(130)


def chat(
    run: Run,
    system: Annotated[str | None, typer.Option(help="What the model is told before the conversation.")] = None,
    max_new_tokens: Tokens = 256,
    temperature: Temperature = 0.7,
    top_k: TopK = None,
    top_p: TopP = 0.95,
    min_p: MinP = None,
    repetition_penalty: Penalty = 1.1,
    stop: Stop = None,
    seed: Seed = None,
    backend: Backend = "auto",
) -> None:
    """Talk with a trained language model. /reset forgets, /quit ends, Ctrl-C ends an answer."""
    from modelyard.pipeline import generating

    asked = generating.Asked(
        max_new_tokens=max_new_tokens,
        temperature=temperature,
        top_k=top_k,
        top_p=top_p,
        min_p=min_p,
        repetition_penalty=repetition_penalty,
        stop=_stops(stop),
        seed=seed,
    )
    settings = asked.settings()
    talk = generating.Conversation(generating.load_language(run, backend=backend), settings, system)
    print(f"{visible(talk.about())}  /reset forgets, /quit ends", file=sys.stderr)
    for line in _lines():
        command = line.strip()
        if command == "/quit":
            return
        if command == "/reset":
            talk.reset()
            print("forgotten", file=sys.stderr)
        elif command.startswith("/") and " " not in command:
            print("the commands are /reset and /quit", file=sys.stderr)
        elif command:
            with _stopping() as stopped:
                talk.say(line, lambda piece, stopped=stopped: _piece(piece, stopped))
            print(flush=True)


def merge(
    run: Run,
    out: Annotated[Path | None, typer.Option(help="The folder to write; merged/ in the run where not given.")] = None,
) -> None:
    """Write a run's adapter and its base as one model that transformers, vLLM and llama.cpp open."""
    from modelyard import pipeline

    print(f"wrote {pipeline.merge(run, out)}")


def _lines() -> Iterator[str]:
    """What is typed, until it ends."""
    import contextlib

    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 - gives `input` its history and editing
    prompt = "> " if sys.stdin.isatty() else ""
    while True:
        try:
            yield input(prompt)
        except EOFError:
            return
        except UnicodeDecodeError as error:
            raise RecipeError("what is typed must be UTF-8", where="standard input", remedy=str(error)) from error


def _stops(given: list[str] | None) -> tuple[str, ...]:
    return tuple(text.replace("\\n", "\n").replace("\\t", "\t") for text in given or [])


def _show(text: str) -> None:
    print(visible(text), end="", flush=True)


def _piece(text: str, stopped: list[bool]) -> bool:
    _show(text)
    return not stopped


@contextmanager
def _stopping() -> Iterator[list[bool]]:
    """The first Ctrl-C fills the list, so that what is being written ends after its token; the second ends all."""
    stopped: list[bool] = []

    def note(number: int, frame: FrameType | None) -> None:
        stopped.append(True)
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)


def _say_rate(count: int, seconds: float, last: Completion) -> None:
    if sys.stderr.isatty():
        rate = f"{count / max(seconds, 1e-9):,.0f} tokens/s"
        print(f"{count:,} tokens in {seconds:.1f} s, {rate}, ended by {last.finish_reason}", file=sys.stderr)


def lm_eval(context: typer.Context) -> None:
    """lm-evaluation-harness, with --model modelyard --model_args path=RUN; all arguments are the harness's."""
    from modelyard.inference import lm_eval as harness

    harness.main(context.args)
