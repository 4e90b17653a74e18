"""A model fine-tuned on conversations, on those that nobody trained on, beside the model that it started from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core import durable
from modelyard.core.checkpoint import local_checkpoint
from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.core.schema import Rows, Schema
from modelyard.core.words import counted
from modelyard.data.conversations import Conversations
from modelyard.evaluation.evaluate import conclude
from modelyard.evaluation.judging import Ground, Judged, judge, language_ground, training_claim

if TYPE_CHECKING:
    from modelyard.inference import Predictor

# Bytes of answers in the test split that are judged: enough for an interval of a per cent, and a bound on time.
TEST_BYTES = 1_000_000
SHOWN, SHOWN_CHARACTERS = 6, 600
SHOWN_TOKENS = 96
BASE = "the base model"


class Start:
    """The model that was started from, answering with the tokenizer and the template of the one it became."""

    def __init__(self, source: str, task: Any, family: str) -> None:
        from modelyard.inference.backends import Language

        self.task, self.schema = task, Schema.from_json(task.schema.to_json())
        directory = local_checkpoint(source)
        self.backend = Language(directory, family, task.features, task.outputs, None)

    def outputs(self, rows: Rows) -> NDArray[np.float64]:
        """Raw outputs [N, O]."""
        return self.backend(self.task.encode(rows)).reshape(-1, self.task.outputs)


def evaluate(recipe: Recipe, conversations: Conversations, run: Run) -> None:
    """Write `claims.json` and `evaluation.json`: bits per byte of unseen answers, before and after the fine-tuning.

    Raises: ArtifactError when the model's likelihoods are not finite.
    """
    from modelyard.inference import Predictor

    shipped = str(run.read_json("models/selection.json")["shipped"])
    split, notes = judged_split(conversations)
    predictor = Predictor.load(run.path / "artifact")
    rows, places = conversations.sample(split, TEST_BYTES)
    ground = language_ground(predictor, rows, places, split, recipe.evaluate, recipe.seed)
    where = f"{counted(len(places), 'conversation')} of bundle/{split}"
    seconds = float(run.read_json(f"models/{shipped}/training.json")["seconds"])
    model = judge(predictor, ground, "model", f"evaluate: artifact on {where}", shipped, seconds)
    start = Start(str(recipe.model.options["from"]), predictor.task, shipped)
    before = judge(start, ground, BASE, f"evaluate: {recipe.model.options['from']} on {where}", shipped, None)
    claims, evaluation = conclude(ground, model, [before], "candidate", predictor, "bits_per_byte")
    claims.append(training_claim(model, conversations.counts["train"]))
    if len(places) < conversations.counts[split]:
        notes.append(f"{len(places):,} of {conversations.counts[split]:,} conversations are judged, drawn at random")
    evaluation["notes"] = [*notes, *evaluation["notes"]]
    evaluation["documents"] = _least_likely(ground, model, before)
    evaluation["samples"] = samples(predictor, start, [_asked(messages) for messages in rows["messages"][:SHOWN]])
    durable.write_json(run.path / "evaluation.json", evaluation)
    durable.write_json(run.path / "claims.json", [claim.to_json() for claim in claims])


def judged_split(conversations: Conversations) -> tuple[str, list[str]]:
    """The split that a run is judged on, and what must be said of it."""
    split = next((name for name in ("test", "validation") if conversations.counts.get(name)), "train")
    return split, {
        "test": [],
        "validation": ["there is no test split: these conversations also chose the weights, so the figures flatter it"],
        "train": ["there is neither a test nor a validation split: the model was trained on these very conversations"],
    }[split]


def samples(predictor: Predictor, start: Start, asked: list[list[dict[str, str]]]) -> list[dict[str, Any]]:
    """The likeliest answers to some questions, by the model and by the one it started from."""
    from modelyard.inference.backends import Language
    from modelyard.inference.generation import Generator, Settings

    task = predictor.task
    assert isinstance(predictor.backend, Language)
    settings = Settings(max_new_tokens=SHOWN_TOKENS, temperature=0)
    prompts = [task.turns.prompt(messages).tolist() for messages in asked]
    fitting = [i for i, prompt in enumerate(prompts) if len(prompt) + 1 < task.context]
    found: list[list[str]] = []
    for model in (predictor.backend.model, start.backend.model):
        generator = Generator(model, task.tokenizer, end_ids=task.turns.stop_ids)
        found.append([one.text for one in generator.generate([prompts[i] for i in fitting], settings)])
    return [
        {
            "prompt": asked[i][-1]["content"][:SHOWN_CHARACTERS],
            "answer": ours[:SHOWN_CHARACTERS],
            "before": theirs[:SHOWN_CHARACTERS],
        }
        for i, ours, theirs in zip(fitting, *found, strict=True)
    ]


def _asked(messages: list[dict[str, str]]) -> list[dict[str, str]]:
    """What stands before the first answer."""
    return messages[: next(i for i, message in enumerate(messages) if message["role"] == "assistant")]


def _least_likely(ground: Ground, model: Judged, before: Judged) -> list[dict[str, Any]]:
    """The conversations whose answers the model finds least likely."""
    (conversations,) = ground.known.rows.values()
    lengths = ground.known.targets.astype(np.float64)
    bits = [np.asarray(one.outputs[:, 0], dtype=np.float64) / lengths / np.log(2) for one in (model, before)]
    order = np.argsort(-bits[0], kind="stable")[:SHOWN]
    return [
        {
            "place": ground.known.places[i],
            "text": "\n".join(f"{m['role']}: {m['content']}" for m in conversations[i])[:SHOWN_CHARACTERS],
            "bytes": int(lengths[i]),
            "bits_per_byte": float(bits[0][i]),
            "before": float(bits[1][i]),
        }
        for i in order.tolist()
    ]
