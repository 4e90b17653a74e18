"""Where a pretrained checkpoint lies on this machine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from modelyard.core import variables
from modelyard.core.errors import RecipeError
from modelyard.core.registry import missing_extra

# Weights as safetensors, configuration and tokenizer: never code, never pickled weights.
PATTERNS = (
    "config.json",
    "generation_config.json",
    "*.safetensors",
    "*.safetensors.index.json",
    "tokenizer*.json",
    "special_tokens_map.json",
    "chat_template.jinja",
)


def run_of(source: str) -> Path | None:
    """The run directory that a local `model.from` means, where it is one or its artifact; else None."""
    path = Path(variables.fill(source)).expanduser()
    if source.startswith("hf://"):
        return None
    return next((place for place in (path, path.parent) if (place / "artifact" / "config.json").is_file()), None)


def local_checkpoint(source: str) -> Path:
    """The directory of a checkpoint: a finished run's artifact, another local path as it is, `hf://owner/name[@revision]`
    through the hub's cache.

    Raises: RecipeError where there is none.
    """
    source = variables.fill(source)
    if source.startswith("hf://"):
        return _from_hub(source)
    path = Path(source).expanduser()
    if (path / "artifact" / "config.json").is_file():
        return path / "artifact"
    if (path / "recipe.yaml").is_file() and (path / "events.jsonl").is_file():
        raise RecipeError(
            "this run has no artifact yet",
            where="model.from",
            got=source,
            remedy=f"Finish it: modelyard run {path / 'recipe.yaml'}",
        )
    if not (path / "config.json").is_file():
        raise RecipeError(
            "model.from must be a run, a folder with config.json, model.safetensors and tokenizer.json, or hf://owner/name",
            where="model.from",
            got=source,
            remedy="Check the path; it is relative to where the command runs.",
        )
    return path


def read_definition(source: str) -> dict[str, Any]:
    """The checkpoint's config.json; of `hf://owner/name` nothing else is fetched.

    Raises: RecipeError where it is no JSON object.
    """
    filled = variables.fill(source)
    on_hub = filled.startswith("hf://")
    path = _from_hub(filled, only="config.json") if on_hub else local_checkpoint(source) / "config.json"
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise RecipeError("this is not JSON", where=str(path), got=str(error), remedy="Fetch it again.") from error
    if not isinstance(found, dict):
        raise RecipeError("config.json must hold an object", where=str(path), got=type(found).__name__)
    return found


def positions(definition: dict[str, Any]) -> int | None:
    """How many tokens a text may have; None where the definition sets no limit."""
    # GPT-2 and its kin write the same under the older name.
    most = definition.get("max_position_embeddings") or definition.get("n_positions")
    if most and definition.get("model_type") in ("roberta", "xlm-roberta", "camembert"):
        most -= int(definition.get("pad_token_id") or 0) + 1  # positions start after the padding's
    return int(most) if most else None


def _from_hub(source: str, *, only: str | None = None) -> Path:
    """The directory of a checkpoint in the hub's cache, or one file of it."""
    try:
        from huggingface_hub import hf_hub_download, snapshot_download
        from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError
    except ModuleNotFoundError as error:
        raise missing_extra(error.name or "huggingface_hub", needed_for=f"model.from: {source}") from error
    name, _, revision = source.removeprefix("hf://").partition("@")
    try:
        if only is not None:
            return Path(hf_hub_download(name, only, revision=revision or None))
        return Path(snapshot_download(name, revision=revision or None, allow_patterns=list(PATTERNS)))
    except (HfHubHTTPError, HFValidationError, LocalEntryNotFoundError, OSError) as error:
        raise RecipeError(
            f"the checkpoint cannot be fetched ({type(error).__name__})",
            where="model.from",
            got=source,
            remedy="Check the name and the connection, or give a local folder.",
        ) from error
