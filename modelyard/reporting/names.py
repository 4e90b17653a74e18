"""Words for names: metrics, families, tasks, and why training stopped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from modelyard.core.report import Claim

METRICS = {
    "balanced_accuracy": "balanced accuracy",
    "f1_macro": "F1, macro",
    "f1_micro": "F1, micro",
    "f1_weighted": "F1, weighted",
    "precision_macro": "precision, macro",
    "precision_micro": "precision, micro",
    "precision_weighted": "precision, weighted",
    "recall_macro": "recall, macro",
    "recall_micro": "recall, micro",
    "recall_weighted": "recall, weighted",
    "mcc": "Matthews correlation (MCC)",
    "roc_auc": "ROC AUC",
    "average_precision": "PR AUC (average precision)",
    "log_loss": "log-loss",
    "brier": "Brier score",
    "ece": "calibration error (ECE)",
    "rmse": "RMSE",
    "mae": "MAE",
    "mse": "MSE",
    "median_ae": "median absolute error",
    "r2": "R²",
    "mape": "MAPE",
    "token_loss": "loss a token",
    "bits_per_byte_clean": "bits per byte, without what training text holds",
    "contamination": "share also in the training text",
    "training_time": "training time",
}
STOPPED = {
    "finished": "ran to the end of its schedule",
    "early": "stopped early: no more improvement on validation data",
    "budget": "stopped at the end of its budget",
    "diverged": "stopped: the loss diverged; the last good weights were kept",
}


def metric(name: str) -> str:
    """A metric's name for a reader."""
    return METRICS.get(name, name.replace("_", " "))


def task(name: str) -> str:
    """A task's name for a reader: `Text classification`."""
    return name.replace("-", " ").replace("_", " ").capitalize()


def unit(claim: Claim) -> str:
    """A figure's unit for a reader: nothing for a ratio, nor where the figure's name says it."""
    return claim.shown_unit


def place(text: str, sources: Sequence[str]) -> str:
    """Where a text stands, within the folder that the recipe names: a reader has another disk."""
    for source in sources:
        # What stands before a variable's end is not known here.
        known = re.split(r"[*?\[]", source.rpartition("}")[2], maxsplit=1)[0].rpartition("/")[0]
        found = text.find(f"{known}/") if known.startswith("/") else -1
        if found == 0 or (found > 0 and "}" in source):
            return text[found + len(known) + 1 :]
    return text.rpartition("/")[2] if text.startswith("/") else text
