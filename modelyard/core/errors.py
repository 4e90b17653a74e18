"""The errors a user can meet: one sentence that names the place, the rule, the value and the remedy."""

from __future__ import annotations

_NOTHING = object()


class ModelyardError(Exception):
    """A failure that Modelyard understands. The command line prints it without a traceback.

    `where` is the place (`recipe.yaml:7`, `reviews.csv:432`, `inputs[3].text`), `rule` what must hold,
    `got` the offending value, `remedy` what the user can do about it.
    """

    exit_code = 2

    def __init__(self, rule: str, *, where: str = "", got: object = _NOTHING, remedy: str = "") -> None:
        self.rule, self.where, self.remedy = rule, where, remedy
        self.got = None if got is _NOTHING else got
        parts = [f"{where}: {rule}" if where else rule]
        if got is not _NOTHING:
            parts.append(f"Got {_short(got)}")
        if remedy:
            parts.append(remedy)
        super().__init__(" ".join(part if part.endswith((".", "!", "?", ")")) else part + "." for part in parts))


class RecipeError(ModelyardError):
    """The recipe, an override or a command's argument is wrong."""


class DataError(ModelyardError):
    """A file, a row or a value of the user's data is wrong."""


class RequestError(ModelyardError):
    """A request to a model (Python, `predict` or HTTP) does not fit the model's input schema."""


class ArtifactError(ModelyardError):
    """An artifact or a checkpoint is damaged, incomplete, or does not answer as it did after training."""


class RunError(ModelyardError):
    """A run directory cannot be used: another process owns it, or it belongs to another recipe."""


class TrainingError(ModelyardError):
    """Training cannot go on (a NaN, a diverging loss); the message says which weights were kept."""


class MissingExtra(ModelyardError):
    """An optional stack is not installed."""

    def __init__(self, extra: str, *, needed_for: str, module: str) -> None:
        super().__init__(
            f"{needed_for} needs the Python module {module!r}, which is not installed",
            remedy=f"Run: pip install 'modelyard[{extra}]'",
        )


class Interrupted(ModelyardError):
    """The user or the system asked the run to stop; everything done so far is saved."""

    exit_code = 130


def _short(value: object, limit: int = 120) -> str:
    text = repr(value)
    return text if len(text) <= limit else text[: limit - 3] + "..."
