"""Opening and saving `transformers` models: weights from safetensors only, code never, without the library's talk."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from modelyard.core.allowed import PICKLES
from modelyard.core.errors import RecipeError


def check_safetensors(directory: Path) -> None:
    """Raises: RecipeError where a checkpoint's weights are no safetensors."""
    if any((directory / f"model.safetensors{end}").is_file() for end in ("", ".index.json")):
        return
    pickles = sorted(path.name for path in directory.iterdir() if path.suffix in PICKLES)
    raise RecipeError(
        "a checkpoint's weights must be model.safetensors; a pickle can run code when it is read",
        where="model.from",
        got=pickles or sorted(path.name for path in directory.iterdir()),
        remedy="Take a revision with safetensors, or convert it: AutoModel.from_pretrained(.).save_pretrained(.).",
    )


def definition(directory: Path) -> Any:
    """The definition that config.json names. Raises: RecipeError where `transformers` has none."""
    from transformers import AutoConfig

    try:
        return AutoConfig.from_pretrained(directory, trust_remote_code=False, local_files_only=True)
    except (ValueError, OSError, KeyError) as error:
        raise RecipeError(
            "config.json names no definition that transformers has",
            where=str(directory / "config.json"),
            got=str(error).partition("\n")[0],
            remedy="Checkpoints that bring their own code are not run.",
        ) from error


def network(
    architecture: Any, directory: Path, config: Any, *, attention: str, stored: bool = False
) -> tuple[Any, list[str]]:
    """The network of an Auto class, and the names of weights that the files lack or have in another shape.

    In float32; where `stored`, in the precision of the files.
    """
    import torch
    from safetensors import SafetensorError

    try:
        loaded, info = architecture.from_pretrained(
            directory,
            config=config,
            dtype="auto" if stored else torch.float32,
            attn_implementation=attention,
            use_safetensors=True,
            local_files_only=True,
            trust_remote_code=False,
            ignore_mismatched_sizes=True,  # reported below
            output_loading_info=True,
        )
    except (SafetensorError, OSError, ValueError) as error:
        if str(error).startswith("Unrecognized configuration class"):
            raise RecipeError(
                f"the {config.model_type} definition has no {architecture.__name__.removeprefix('AutoModelFor')}",
                where="model.from",
                got=str(directory),
                remedy="Give a checkpoint of a definition that transformers has this model of.",
            ) from error
        raise RecipeError(
            "the checkpoint's weights cannot be read",
            where=str(directory / "model.safetensors"),
            got=str(error).partition("\n")[0],
            remedy="Fetch the checkpoint again.",
        ) from error
    mismatched = [name if isinstance(name, str) else name[0] for name in info["mismatched_keys"]]
    return loaded, sorted({*info["missing_keys"], *mismatched})


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Without the library's progress bars and its notes on new weights."""
    from transformers.utils import logging as untyped

    logging: Any = untyped
    level, bars = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(level)
        if bars:
            logging.enable_progress_bar()
