"""What the families of a run are trained and judged on, by the sort of its task's data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modelyard.core import registry
from modelyard.core.recipe import Recipe
from modelyard.core.run import Run

if TYPE_CHECKING:
    from modelyard.training.ground import Ground


def ground_of(recipe: Recipe, run: Run) -> Ground:
    """What the stages before training have made of a recipe's data.

    Raises: RunError where it is damaged or a starting model has changed.
    """
    sort = registry.load("tasks", recipe.task, field="task").Task.sort
    if sort in ("corpus", "masked"):
        return _of_corpus(recipe, run, sort)
    if sort in ("conversations", "pairs"):
        return _of_conversations(recipe, run, sort)
    from modelyard.data.bundle import Bundle
    from modelyard.training.ground import Ground

    return Ground(recipe, Bundle.open(run.path / "bundle"), run)


def checked_ground_of(recipe: Recipe, run: Run) -> Ground:
    """As `ground_of`; what is stated of answers and cannot be fitted afterwards is refused before time is spent.

    Raises: RecipeError.
    """
    ground = ground_of(recipe, run)
    if recipe.answer.stated:
        from modelyard.data.bundle import Bundle
        from modelyard.inference.deciding import check_data

        assert isinstance(ground.bundle, Bundle)
        check_data(recipe.answer, ground.bundle, classifies=ground.classifies)
    return ground


def _of_corpus(recipe: Recipe, run: Run, sort: str) -> Ground:
    from modelyard.data.corpus import Corpus
    from modelyard.training.corpus import CorpusGround
    from modelyard.training.masked import MaskedGround

    kind = MaskedGround if sort == "masked" else CorpusGround
    return kind(recipe, Corpus.open(run.path / "bundle"), run)


def _of_conversations(recipe: Recipe, run: Run, sort: str) -> Ground:
    from modelyard.data.conversations import Conversations
    from modelyard.training.base import check
    from modelyard.training.conversations import ConversationGround
    from modelyard.training.pairs import PairGround

    check(run)
    kind = PairGround if sort == "pairs" else ConversationGround
    return kind(recipe, Conversations.open(run.path / "bundle"), run)
