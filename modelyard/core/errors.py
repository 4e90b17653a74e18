"""The errors a user can meet: one sentence that names the place, the rule, the value and the remedy."""

from __future__ import annotations

import re

_NOTHING = object()
LONGEST_KEY = 4096  # characters behind a cut that are looked at, so that no part of a key stands before it
# The account before a URL's @ (greedy: a password may hold an @ or a slash), and parameters that are keys by name.
_ACCOUNT = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*://)([^\s'\"]*)@")
_PARAMETER = re.compile(
    r"([?&][^=&#\s'\"]*(?:pass|pwd|secret|token|key|sig|credential)[^=&#\s'\"]*=)(?!\$\{)[^&#\s'\"]+", re.IGNORECASE
)
# What its issuer marks as a key, wherever it stands: the prefixes of access keys, Slack's webhooks, Telegram's bots,
# JSON web tokens, private keys, and the password of a connection string inside a quoted text (dblink in SQL).
TOKEN = re.compile(
    r"\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,}|glpat-[A-Za-z0-9_-]{20,}|hf_[A-Za-z0-9]{30,}"
    r"|(?:AKIA|ASIA)[A-Z0-9]{16}\b|AIza[A-Za-z0-9_-]{35}|xox[abeprs]-[A-Za-z0-9-]{10,}|sk-[A-Za-z0-9_-]{32,}"
    r"|[rs]k_live_[A-Za-z0-9]{16,}|npm_[A-Za-z0-9]{36}|pypi-[A-Za-z0-9_-]{50,}"
    r"|eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,})"
    r"|(?<=/services/)T[A-Z0-9]{3,}/B[A-Z0-9]{3,}/[A-Za-z0-9]{8,}"
    r"|(?<=/bot)[0-9]{6,}:[A-Za-z0-9_-]{30,}"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----"
    r"|(?<=\bpassword=)(?!\$\{)[^\s'\"=&#]+(?=[^'\"]*['\"])",
)


class ModelyardError(Exception):
    """A failure that Modelyard understands. The command line prints it without a traceback.

    `where` is the place (`recipe.yaml:7`, `reviews.csv:432`, `inputs[3].text`), `rule` what must hold,
    `got` the offending value, `remedy` what the user can do about it. Secrets in URLs are hidden.
    """

    exit_code = 2

    def __init__(self, rule: str, *, where: str = "", got: object = _NOTHING, remedy: str = "") -> None:
        rule, where, remedy = hidden(rule), hidden(where), hidden(remedy)
        if isinstance(got, str):
            got = hidden(got)
        self.rule, self.where, self.remedy = rule, where, remedy
        self.got = None if got is _NOTHING else got
        parts = [f"{where}: {rule}" if where else rule]
        if got is not _NOTHING:
            parts.append(f"Got {_short(got)}")
        if remedy:
            parts.append(remedy)
        super().__init__(" ".join(part if part.endswith((".", "!", "?")) else part + "." for part in parts))


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


def hidden(text: str) -> str:
    """A text without known keys, and every URL in it without its password, access token and keys; `${NAME}` stays."""
    text = TOKEN.sub("***", text)
    return _PARAMETER.sub(r"\1***", _ACCOUNT.sub(_without_account, text)) if "://" in text else text


def _without_account(match: re.Match[str]) -> str:
    user, colon, password = match[2].partition(":")
    if colon:
        kept = re.fullmatch(r"\$\{[A-Za-z_][A-Za-z0-9_]*\}", password)
        return f"{match[1]}{user}:{password if kept else '***'}@"
    return f"{match[1]}{'***' if match[1].lower().startswith('http') and not user.startswith('${') else user}@"


def _short(value: object, limit: int = 120) -> str:
    text = hidden(repr(value)[: limit + LONGEST_KEY])
    return text if len(text) <= limit else text[: limit - 3] + "..."
