"""The verbs of tokenizers: train, inspect."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from modelyard.core.errors import RecipeError

app = typer.Typer(
    help="Train a tokenizer, or look into one.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.command()
def train(
    files: Annotated[list[str], typer.Argument(help="Texts in any format that data.train takes.")],
    out: Annotated[Path, typer.Option(help="The directory to write.")],
    vocabulary: Annotated[
        str | None, typer.Option(help="Tokens in all, or: characters, bytes. By the size of the texts where empty.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write into a directory that holds something.")] = False,
) -> None:
    """Train a byte-level BPE tokenizer; `transformers` opens what it writes."""
    from modelyard.pipeline import tokenizers

    lines = tokenizers.train_tokenizer(list(files), vocabulary=_vocabulary(vocabulary), out=out, overwrite=force)
    print("\n".join(lines))


@app.command()
def inspect(
    tokenizer: Annotated[Path, typer.Argument(metavar="DIR|RUN", help="What `tokenizer train` wrote, or a run.")],
    file: Annotated[str | None, typer.Argument(help="A text to split.", show_default=False)] = None,
) -> None:
    """Show the vocabulary, the special tokens, bytes per token by script, and how a text is split."""
    from modelyard.pipeline import tokenizers

    print("\n".join(tokenizers.inspect_tokenizer(tokenizer, file)))


def _vocabulary(given: str | None) -> int | Literal["characters", "bytes"] | None:
    if given is None:
        return None
    if given == "characters":
        return "characters"
    if given == "bytes":
        return "bytes"
    try:
        return int(given.replace(",", "").replace("_", ""))
    except ValueError as error:
        raise RecipeError(
            "a vocabulary is a number, characters or bytes", where="--vocabulary", got=given, remedy="Try 8192."
        ) from error
