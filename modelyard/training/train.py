"""The training stage: the cheap family first, always; then what the recipe names or what the time left can train."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

from modelyard.core import durable, processes
from modelyard.core.errors import TrainingError
from modelyard.training import defaults, privacy_terms
from modelyard.training.board import Board
from modelyard.training.budget import (
    known_after_seconds,
    limit_seconds,
    own_seconds,
    planned_evidence_seconds,
    reserve_seconds,
    seconds_spent,
    shortfall,
)
from modelyard.training.candidate import Candidate, Fitted, config_of, is_network, kept, prepare, train_direct
from modelyard.training.ground import Ground
from modelyard.training.selection import Skipped, select

if TYPE_CHECKING:
    from modelyard.data.bundle import Bundle
    from modelyard.data.conversations import Conversations
    from modelyard.data.corpus import Corpus

# The cheap family may take this share of the time there is: it is a baseline, not the point.
CHEAP_SHARE = 0.4
# Without a budget, and where the recipe names another family: a baseline that takes longer is not cheap.
BASELINE_SECONDS = 60.0
# With fewer training rows, a network from scratch learns less than the cheap family does.
LEAST_EXAMPLES = {"text": 500, "table": 100, "corpus": 50}
# With fewer validation rows no difference of a usual size can be shown, so that the cheap family would ship anyway.
LEAST_VALIDATION = 30
LEAST_EPOCHS = 1.0
LEAST_SECONDS = 5.0


def train(ground: Ground) -> None:
    """Write `models/<family>/` for each family that is trained, and `models/selection.json`.

    A family that an earlier process finished is kept. Raises: Interrupted, TrainingError, RecipeError, RunError.
    """
    if processes.count() == 1:
        _lead(ground)
        return
    from modelyard.training.following import follow
    from modelyard.training.team import current

    team = current()
    if not team.leads:
        follow(ground)
        return
    with team.told({"do": "train", "run": str(ground.run.path)}, {"do": "over"}):
        _lead(ground)


def _lead(ground: Ground) -> None:
    run = ground.run
    board = Board(run.path / "tensorboard")
    listens = run.listening(board) if ground.recipe.train.tensorboard else contextlib.nullcontext()
    with contextlib.closing(board), listens:
        _train_all(ground)


def _train_all(ground: Ground) -> None:
    recipe, run = ground.recipe, ground.run
    deadline = _Deadline(ground)
    for name in ("models", "checkpoints"):
        (run.path / name).mkdir(exist_ok=True)
        durable.remove_litter(run.path / name)
    named, cheap = recipe.model.family, ground.task_class.cheap
    automatic = named == "auto"
    privacy_terms.check(ground, processes=processes.count())
    if not automatic:
        config_of(ground, named)  # a wrong name or field should not wait for the baseline
    if named == cheap:
        trained = [_one(ground, cheap, deadline, share=1.0)]
    else:
        trained = [_one(ground, cheap, deadline, share=CHEAP_SHARE, most=None if automatic else BASELINE_SECONDS)]
        if not automatic and trained[0].record["seconds"] > BASELINE_SECONDS:
            run.notice(f"{cheap}, the baseline, was stopped after {BASELINE_SECONDS:.0f} s: more time could improve it")
    skipped: list[Skipped] = []
    if automatic:
        trained += _rivals(ground, deadline, skipped)
    elif named != cheap:
        trained.append(_one(ground, named, deadline, share=1.0))
    run.notice(select(ground, trained, skipped, automatic=automatic))


class TooSlow(Exception):
    """The time left does not train this family enough to be worth it; the message says how far it would come."""


class _Deadline:
    """When training must end so that the rest of the run fits the budget."""

    def __init__(self, ground: Ground) -> None:
        recipe, run = ground.recipe, ground.run
        section = recipe.train
        total = limit_seconds(run, recipe.budget)
        if total is None and recipe.model.family == "auto" and section.epochs is None and section.steps is None:
            total = defaults.AUTO_BUDGET_SECONDS
            run.notice(
                f"no budget is given: model auto takes up to {total / 60:.0f} minutes (budget.minutes changes that)"
            )
        self._at: float | None = None
        self.test_seconds = 0.0
        if total is not None:
            named = recipe.model.family not in ("auto", ground.task_class.cheap)
            network = named and is_network(ground, recipe.model.family)
            spent = seconds_spent(run)
            known = known_after_seconds(run)
            short = shortfall(total, spent, "network" if network else "solver", known)
            if short:
                run.notice(short)
            self.test_seconds = test_share_seconds(ground.bundle, total)
            left = total - spent - reserve_seconds(total, self.test_seconds, known)
            self._at = time.monotonic() + max(1.0, own_seconds(left, planned_evidence_seconds(run)))

    def left(self, share: float = 1.0) -> float | None:
        """Seconds until then, or a share of them; None where there is no budget."""
        return None if self._at is None else max(0.5, share * (self._at - time.monotonic()))

    def at(self, share: float = 1.0, most: float | None = None) -> float | None:
        """The moment itself, in seconds of time.monotonic, `most` seconds from now at the latest."""
        limits = [limit for limit in (self.left(share), most) if limit is not None]
        return time.monotonic() + min(limits) if limits else None


def test_share_seconds(bundle: Bundle | Corpus | Conversations, total: float) -> float:
    """Passing the test rows forward, as a share of a budget that trains each row about once: a third of its cost."""
    train, test = bundle.counts.get("train", 1), bundle.counts.get("test", 0)
    return 0.1 * total * float(min(1.0, test / max(1, train)))


def _one(ground: Ground, family: str, deadline: _Deadline, share: float, most: float | None = None) -> Candidate:
    """The family as it was kept, or trained now."""
    done = kept(ground, family)
    if done is not None:
        return done
    return _train(ground, prepare(ground, family), deadline, share, most=most)


def _train(
    ground: Ground,
    fitted: Fitted,
    deadline: _Deadline,
    share: float,
    least_epochs: float = 0.0,
    most: float | None = None,
) -> Candidate:
    if not fitted.is_network:
        return train_direct(ground, fitted, deadline.at(share, most))
    from modelyard.training.network import Training

    training = Training(ground, fitted, deadline.left(), deadline.test_seconds)
    if training.epochs < least_epochs:
        raise TooSlow(f"the time left allows {training.epochs:.2f} passes over the training rows")
    return training.run()


def _rivals(ground: Ground, deadline: _Deadline, skipped: list[Skipped]) -> list[Candidate]:
    """The task's candidates that solvers fit, and the first network that the time left can train.

    Why the others were not trained goes to `skipped`.
    """
    rivals: list[Candidate] = []
    networks = 0
    # Solvers take seconds; the loop takes what is left.
    for family in sorted(ground.task_class.candidates, key=lambda name: is_network(ground, name)):
        done = kept(ground, family)
        reason = "" if done else too_little(ground, family, deadline.left())
        if networks and is_network(ground, family):
            reason = f"{rivals[-1].family} takes the time"
        if reason:
            skipped.append(Skipped(family, reason))
            continue
        try:
            rivals.append(done or _train(ground, prepare(ground, family), deadline, CHEAP_SHARE, LEAST_EPOCHS))
            networks += is_network(ground, family)
        except TooSlow as error:
            skipped.append(Skipped(family, str(error)))
        except TrainingError as error:
            skipped.append(Skipped(family, "its training failed"))
            ground.run.notice(f"{family} failed and is not considered: {error}")
    return rivals


def too_little(ground: Ground, family: str, left: float | None) -> str:
    """Why there is no point in training this family; empty where there is one."""
    train, validation = ground.bundle.counts["train"], ground.bundle.counts.get("validation", 0)
    least = LEAST_EXAMPLES[ground.task_class.sort]
    if validation < LEAST_VALIDATION:
        return f"{validation} validation rows are too few to show a difference"
    if is_network(ground, family) and train < least:
        return f"{train} training rows are too few, it needs {least}"
    if left is not None and left < LEAST_SECONDS:
        return f"{left:.0f} s of the budget are left for training"
    return ""
