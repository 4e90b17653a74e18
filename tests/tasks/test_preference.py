"""DPO's losses against their closed forms, in float64, and what the task promises of its rows."""

import math

import jsonschema_rs
import numpy as np
import pytest
import torch

from modelyard.core.errors import RequestError
from modelyard.core.features import pad
from modelyard.core.recipe import Train
from modelyard.models import decoder
from modelyard.tasks.preference import Task

CONFIG = decoder.Config(layers=1, width=32, heads=2, max_length=64)


def fitted(**train):
    rows, schema = Task.tiny()
    return rows, Task.fit(rows, schema, family="decoder", config=CONFIG, train=Train(**train))


def built(task, seed=0):
    torch.manual_seed(seed)
    return decoder.build(CONFIG, task.features).double().eval()


def batch_of(task, rows, reference):
    found = task.encode(rows)
    marked, mask = pad(found, task.features.pad_id)
    targets = np.where((mask[:, 1:] > 0) & (marked[:, 1:] >= 0), marked[:, 1:], -100)
    ids = np.where(marked < 0, ~marked, marked)[:, :-1]
    return {
        "input_ids": torch.from_numpy(ids),
        "targets": torch.from_numpy(targets),
        "reference": torch.as_tensor(reference, dtype=torch.float64),
    }


def log_likelihoods(model, batch):
    """A loop over tokens, [B, 2]."""
    totals = []
    for ids, targets in zip(batch["input_ids"], batch["targets"], strict=True):
        log = model(ids[None])[0].log_softmax(1)
        totals.append(sum(log[t, target] for t, target in enumerate(targets) if target >= 0))
    return torch.stack(totals).view(-1, 2)


@pytest.mark.parametrize(
    ("fields", "closed"),
    [
        ({"beta": 0.3}, lambda chosen, rejected, c, r: -math.log(1 / (1 + math.exp(-0.3 * (chosen - rejected))))),
        (
            {"beta": 0.3, "label_smoothing": 0.2},
            lambda chosen, rejected, c, r: (
                -0.8 * math.log(1 / (1 + math.exp(-0.3 * (chosen - rejected))))
                - 0.2 * math.log(1 / (1 + math.exp(0.3 * (chosen - rejected))))
            ),
        ),
        ({"beta": 0.3, "loss": "ipo"}, lambda chosen, rejected, c, r: (chosen / c - rejected / r - 1 / 0.6) ** 2),
    ],
    ids=["dpo", "cdpo", "ipo"],
)
def test_losses_are_the_papers(fields, closed):
    rows, task = fitted(**fields)
    model = built(task)
    reference = np.random.default_rng(0).normal(-30, 5, (12, 2))
    batch = batch_of(task, rows, reference)
    total, count = task.loss(model, batch)
    gained = log_likelihoods(model, batch).detach().numpy() - reference
    tokens = (batch["targets"] >= 0).sum(1).view(-1, 2).numpy()
    expected = [closed(a, b, c, r) for (a, b), (c, r) in zip(gained.tolist(), tokens.tolist(), strict=True)]
    assert count.item() == 12
    assert total.item() == pytest.approx(sum(expected), rel=1e-9)
    np.testing.assert_array_equal(tokens, task.encode_targets(rows))


def test_gradients_are_those_of_the_plain_formula():
    rows, task = fitted(beta=0.2)
    model = built(task)
    batch = batch_of(task, rows, np.full((12, 2), -40.0))
    gained = log_likelihoods(model, batch) + 40
    plain = -torch.nn.functional.logsigmoid(0.2 * (gained[:, 0] - gained[:, 1])).sum()
    parameters = list(model.parameters())
    ours = torch.autograd.grad(task.loss(model, batch)[0], parameters)
    theirs = torch.autograd.grad(plain, parameters)
    for a, b in zip(ours, theirs, strict=True):
        torch.testing.assert_close(a, b, rtol=1e-7, atol=1e-10)


def test_at_the_starting_model_the_loss_is_log_two():
    rows, task = fitted()
    model = built(task)
    batch = batch_of(task, rows, np.zeros((12, 2)))
    batch["reference"] = log_likelihoods(model, batch).detach()
    total, count = task.loss(model, batch)
    assert (total / count).item() == pytest.approx(math.log(2), rel=1e-9)


def test_a_few_steps_raise_the_chosen_over_the_rejected():
    rows, task = fitted(beta=0.5)
    model = built(task).float().train()
    batch = batch_of(task, rows, np.zeros((12, 2)))
    with torch.no_grad():
        batch["reference"] = log_likelihoods(model, batch).float()
    optimizer = torch.optim.Adam(model.parameters(), lr=3e-3)
    for _ in range(25):
        optimizer.zero_grad()
        total, count = task.loss(model, batch)
        (total / count).backward()
        optimizer.step()
    with torch.no_grad():
        gained = log_likelihoods(model, batch).float() - batch["reference"]
    assert (gained[:, 0] > gained[:, 1]).all()


def test_save_and_load_and_schemas_agree(tmp_path):
    rows, task = fitted(beta=0.3, label_smoothing=0.1, loss="dpo")
    task.save(tmp_path)
    again = Task.load(tmp_path)
    assert again == task and again.features == task.features
    np.testing.assert_array_equal(again.encode(rows).ids, task.encode(rows).ids)
    outputs = np.random.default_rng(0).gamma(2, 10, (12, 4))
    for answer in task.decode(outputs):
        assert jsonschema_rs.is_valid(task.answer_schema(), answer)
    for i in range(12):
        assert jsonschema_rs.is_valid(task.request_schema(), {name: cells[i] for name, cells in rows.items()})
    task.check(rows)


@pytest.mark.parametrize(
    ("name", "cell", "said"),
    [
        ("prompt", 7, "must be a JSON list"),
        ("chosen", [{"role": "user", "content": "x"}], "ends with an answer"),
        ("rejected", [{"role": "assistant", "content": "a <|im_end|>"}], "special token"),
    ],
)
def test_a_bad_request_names_its_field(name, cell, said):
    rows, task = fitted()
    rows = {column: list(cells) for column, cells in rows.items()}
    rows[name][3] = cell
    with pytest.raises(RequestError, match=said) as caught:
        task.check(rows)
    assert caught.value.where.startswith("inputs[3].")
