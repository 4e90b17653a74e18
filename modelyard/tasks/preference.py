"""`preference`: of two answers the chosen one shall gain, the rejected one lose, measured from the starting model.

Source: Rafailov et al. 2023, "Direct preference optimization", eq. 7. B pairs; T tokens.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from modelyard.core.features import Tokens
from modelyard.core.recipe import Train
from modelyard.core.schema import Column, Rows, Schema
from modelyard.data.messages import Message
from modelyard.tasks._conversations import Talking

if TYPE_CHECKING:
    from torch import Tensor, nn


@dataclass(frozen=True, kw_only=True, slots=True)
class Task(Talking):
    """A chat model's two ends: a prompt with two answers to token ids, their likelihoods to which is preferred.

    Outputs [N, 4]: nats and tokens of the chosen answer, nats and tokens of the rejected one.
    """

    name: ClassVar[str] = "preference"
    sort: ClassVar[str] = "pairs"
    metrics: ClassVar[str] = "preference"
    losses: ClassVar[tuple[str, ...]] = ("dpo", "ipo")
    # Source: Rafailov et al. 2023, appendix B: 1e-6; fine-tuning on answers takes about ten times that.
    rate_factor: ClassVar[float] = 0.1
    outputs: ClassVar[int] = 4
    kept: ClassVar[dict[str, str]] = {"loss": "loss_name", "beta": "beta", "label_smoothing": "label_smoothing"}

    loss_name: str = "dpo"
    beta: float = 0.1
    label_smoothing: float = 0.0

    @classmethod
    def settings(cls, train: Train) -> dict[str, Any]:
        """`loss_name`, `beta` and `label_smoothing`."""
        return {"loss_name": train.loss or "dpo", "beta": train.beta, "label_smoothing": train.label_smoothing}

    def encode(self, rows: Rows) -> Tokens:
        """Two sequences a row, the chosen one first; all but the compared answer as ~id."""
        return self.encoded(self._both(rows), last_only=True)

    def encode_targets(self, rows: Rows) -> NDArray[np.float64]:
        """The tokens of the chosen and the rejected answer, [N, 2]."""
        found = self.encode(rows)
        return np.add.reduceat(found.ids >= 0, found.offsets[:-1]).reshape(-1, 2).astype(np.float64)

    def loss(self, model: nn.Module, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """The sum of the losses of the pairs, and how many these are.

        `batch`: input_ids and targets [2B, T] (chosen and rejected in turn, -100: not predicted), reference [B, 2]: the
        log-likelihoods under the model that was started from.
        """
        from modelyard.models._answers import sequence_nats

        hidden_BTD = model.hidden(batch["input_ids"])  # type: ignore[operator]
        nats = sequence_nats(hidden_BTD, model.head, batch["targets"])  # type: ignore[arg-type]
        reference_B2 = batch["reference"]
        gained_B2 = -nats.view(-1, 2).to(reference_B2.dtype) - reference_B2
        tokens_B2 = (batch["targets"] != -100).sum(dim=1).view(-1, 2)
        losses_B = self.pair_losses(gained_B2, tokens_B2)
        return losses_B.sum(), losses_B.new_tensor(float(len(losses_B)))

    def pair_losses(self, gained_B2: Tensor, tokens_B2: Tensor) -> Tensor:
        """The loss of each pair, [B], from what its two answers gained in log-likelihood.

        dpo: Rafailov et al. 2023, eq. 7; with label smoothing the conservative one of Mitchell 2023 ("A note on DPO
        with noisy preferences"), eq. 3. ipo: Azar et al. 2024, eq. 17, on gains a token.
        """
        from torch.nn import functional

        if self.loss_name == "ipo":
            mean_B2 = gained_B2 / tokens_B2.clamp(min=1)
            return (mean_B2[:, 0] - mean_B2[:, 1] - 1 / (2 * self.beta)) ** 2
        margin_B = self.beta * (gained_B2[:, 0] - gained_B2[:, 1])
        swapped = self.label_smoothing
        return -(1 - swapped) * functional.logsigmoid(margin_B) - swapped * functional.logsigmoid(-margin_B)

    def decode(self, outputs: NDArray[np.float64]) -> list[dict[str, Any]]:
        """How likely each answer is, its ending included."""
        return [
            {
                "likelier": "chosen" if chosen <= rejected else "rejected",
                "chosen_log_likelihood": -chosen,
                "rejected_log_likelihood": -rejected,
                "chosen_tokens": int(chosen_tokens),
                "rejected_tokens": int(rejected_tokens),
            }
            for chosen, chosen_tokens, rejected, rejected_tokens in np.asarray(outputs, dtype=np.float64).tolist()
        ]

    def answer_schema(self) -> dict[str, Any]:
        """JSON schema of one answer."""
        numbers = {
            f"{name}_log_likelihood": {"type": "number", "description": f"Natural logarithm, of the {name} answer."}
            for name in ("chosen", "rejected")
        }
        counts = {f"{name}_tokens": {"type": "integer", "minimum": 0} for name in ("chosen", "rejected")}
        likelier = {"type": "string", "enum": ["chosen", "rejected"], "description": "The likelier answer as a whole."}
        properties = {"likelier": likelier, **numbers, **counts}
        return {
            "type": "object",
            "required": list(properties),
            "properties": properties,
            "additionalProperties": False,
        }

    def check(self, rows: Rows) -> None:
        """Raises: RequestError naming the first cell that is no conversation."""
        self.check_rows(rows, lambda cells: [[*cells[0], *cells[1]], [*cells[0], *cells[2]]])

    @classmethod
    def tiny(cls) -> tuple[Rows, Schema]:
        """A few pairs for the contract tests, of unlike lengths, in two languages."""
        prompts = [[{"role": "user", "content": text}] for text in ("Name a colour.", "天空是什么颜色？")]
        chosen = [[{"role": "assistant", "content": text}] for text in ("Blue.", "蓝色")]
        rejected = [[{"role": "assistant", "content": text}] for text in ("I do not know any.", "不知道，你自己看")]
        rows: dict[str, Any] = {"prompt": prompts * 6, "chosen": chosen * 6, "rejected": rejected * 6}
        columns = tuple(Column(name=name, kind="messages", example=cells[0]) for name, cells in rows.items())
        return rows, Schema(inputs=columns)

    def _both(self, rows: Rows) -> list[list[Message]]:
        found = []
        for i in range(len(rows[self.schema.inputs[0].name])):
            prompt, chosen, rejected = self.cells(rows, i)
            found += [[*prompt, *chosen], [*prompt, *rejected]]
        return found
