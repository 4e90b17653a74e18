"""Everything a report says comes from here: the files of a run directory, read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from modelyard.core import durable
from modelyard.core.errors import RunError, hidden
from modelyard.core.exhibit import Exhibit, of_run
from modelyard.core.report import Claim
from modelyard.core.run import Run
from modelyard.core.schema import Schema
from modelyard.core.secrets import without_secrets

Json = dict[str, Any]
LANGUAGE_TASKS = frozenset({"language-modeling", "instruction", "preference"})
_BUNDLES = ("bundle.json", "corpus.json", "conversations.json")


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """The files of a run; a file that is not there yet is an empty mapping, and its section is left out.

    `bundle` is what the data's preparation says (of a corpus `corpus.json`); `tokens` the tokens of the training text
    by script, `steps` the step events. `trainings` are the families' `training.json`; `artifact_bytes` the sizes of
    the artifact's files; `path` how a command would name the run; `statements` what people said of
    the model in the recipe's section `card`, and since (`card.json`). Passwords in addresses are already struck out.
    """

    name: str
    path: str
    recipe_text: str = ""
    recipe: Json = field(default_factory=dict)
    plan: Json = field(default_factory=dict)
    summary: Json = field(default_factory=dict)
    quote: Json = field(default_factory=dict)
    reconciliation: Json = field(default_factory=dict)
    bundle: Json = field(default_factory=dict)
    tokens: Json = field(default_factory=dict)
    steps: tuple[Json, ...] = ()
    selection: Json = field(default_factory=dict)
    evaluation: Json = field(default_factory=dict)
    manifest: Json = field(default_factory=dict)
    golden: Json = field(default_factory=dict)
    trainings: dict[str, Json] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    statements: Json = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    artifact_digest: str = ""
    artifact_bytes: dict[str, int] = field(default_factory=dict)
    schema: Schema | None = None

    @property
    def title(self) -> str:
        """The recipe's title, else the name of the run."""
        return str(self.recipe.get("title") or self.name)

    @property
    def shipped(self) -> str:
        """The family of the model that the run ships; empty where none is chosen yet."""
        return str(self.selection.get("shipped") or self.manifest.get("family") or "")

    @property
    def training(self) -> Json:
        """The training record of the shipped model."""
        return self.trainings.get(self.shipped, {})

    @property
    def is_language(self) -> bool:
        """Whether the model is a language model, whatever it was trained on."""
        return str(self.recipe.get("task", "")) in LANGUAGE_TASKS

    @property
    def is_corpus(self) -> bool:
        """Whether it was trained on running text."""
        return isinstance(self.bundle.get("bytes"), dict) and not self.is_talk

    @property
    def is_talk(self) -> bool:
        """Whether it was trained on conversations, or on pairs of answers."""
        return "sequences" in self.bundle

    @property
    def is_masked(self) -> bool:
        """Whether it fills in texts, and writes none."""
        return self.manifest.get("task") == "masked-language-modeling"

    def claim(self, *names: str, subject: str = "model") -> Claim | None:
        """The first claim of `subject` that has one of these names."""
        return next(
            (item for name in names for item in self.claims if (item.name, item.subject) == (name, subject)), None
        )


def gather(run: Run) -> Evidence:
    """Read what stands in the run directory.

    Raises: RunError where a file that is there cannot be read, or where there is no recipe: then it is no run.
    """
    recipe_text = hidden(_text(run.path / "recipe.yaml"))
    artifact = run.path / "artifact"
    manifest_path = artifact / durable.MANIFEST
    bundle = without_secrets(next((found for name in _BUNDLES if (found := _optional(run, f"bundle/{name}"))), {}))
    schema = _optional(run, "artifact/schema.json") or bundle.get("schema")
    absolute = run.path.is_absolute()
    recipe = _recipe(recipe_text)
    return Evidence(
        name=run.path.resolve().name,
        path=run.path.name if absolute else run.path.as_posix(),
        recipe_text=recipe_text,
        recipe=recipe,
        statements=without_secrets({**(recipe.get("card") or {}), **_optional(run, "card.json")}),
        plan=without_secrets(_optional(run, "plan.json")),
        summary=_optional(run, "summary.json"),
        quote=without_secrets(_optional(run, "quote.json")),
        reconciliation=_optional(run, "reconciliation.json"),
        bundle=bundle,
        tokens=_optional(run, "tokens/train.json"),
        steps=tuple(run.events("step")),
        selection=_optional(run, "models/selection.json"),
        evaluation=without_secrets(_optional(run, "evaluation.json")),
        manifest=without_secrets(_optional(run, "artifact/manifest.json")),
        golden=_optional(run, "artifact/golden.json"),
        trainings={
            found.parent.name: run.read_json(f"models/{found.parent.name}/training.json")
            for found in sorted((run.path / "models").glob("*/training.json"))
        },
        claims=tuple(Claim.from_json(item) for item in run.read_json("claims.json"))
        if _there(run, "claims.json")
        else (),
        exhibits=of_run(run),
        notices=tuple(dict.fromkeys(hidden(str(event.get("text", ""))) for event in run.events("notice"))),
        artifact_digest=durable.file_digest(manifest_path) if manifest_path.is_file() else "",
        artifact_bytes={
            file.relative_to(artifact).as_posix(): file.stat().st_size
            for file in sorted(artifact.rglob("*"))
            if file.is_file() and not file.is_symlink()
        },
        schema=Schema.from_json(schema.get("request", schema)) if schema else None,
    )


def _there(run: Run, name: str) -> bool:
    return (run.path / name).is_file()


def _optional(run: Run, name: str) -> Json:
    return dict(run.read_json(name)) if _there(run, name) else {}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise RunError(
            f"this file of the run cannot be read ({error.strerror})",
            where=str(path),
            remedy="Give the directory of a run; see: modelyard runs",
        ) from error


def _recipe(text: str) -> Json:
    """The resolved recipe as plain values: no variables, no includes, so nothing but YAML is needed to read it."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        tree = YAML(typ="safe", pure=True).load(text)
    except YAMLError as error:
        raise RunError(
            "the recipe of this run is not YAML",
            where="recipe.yaml",
            got=str(error)[:200],
            remedy="Restore it from the recipe you ran.",
        ) from error
    return dict(tree) if isinstance(tree, dict) else {}
